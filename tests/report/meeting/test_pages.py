"""The two pages of a one-on-one, as values: what they tell, what they never tell, and two pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    AgreedLevel,
    Career,
    Owner,
    TrackChoice,
)
from planner.core.gaps import Basis, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Rater, Rating
from planner.core.text import Language, Texts, same_text
from planner.files.documents import read_files
from planner.files.texts import load_texts
from planner.report.document import OF_A_CAREER, Document
from planner.report.drawing import Arc, Rectangle, Words
from planner.report.meeting.pages import meeting_pages
from planner.report.pages import PageContext
from planner.report.paper.flow import Sheet
from planner.report.paper.papers import PAPERS
from tests.gap_sample import sample_catalogue
from tests.generated import framework_catalogue
from tests.meeting_sample import (
    COURSE,
    LAST,
    LAST_DAY,
    OPEN,
    REVIEW,
    TODAY,
    WORKLOAD,
    sample_career,
)
from tests.paper_samples import LONG, LONG_WORD, STRANGE, hard_catalogue
from tests.paper_samples import context as bare_context
from tests.sheets import collisions, outside, press, said, squeezed

MARGIN = PAPERS["a4"].margin


def context(
    career: Career,
    texts: Texts,
    *,
    catalogue: Catalogue | None = None,
    paper: str = "a4",
    as_of: date = TODAY,
) -> PageContext:
    graph = PromotionGraph(catalogue or sample_catalogue())
    gaps = gaps_to_every_role(graph, career.person, career.ratings, basis=Basis.AGREED, as_of=as_of)
    return PageContext(
        graph=graph,
        person=career.person,
        gaps=gaps,
        basis=Basis.AGREED,
        as_of=as_of,
        today=TODAY,
        texts=texts,
        paper=paper,
        career=career,
    )


def two(sheets: tuple[Sheet, ...]) -> tuple[Sheet, Sheet]:
    """Return the two sheets; fail where there are more, or where texts lie upon each other."""
    first, second = sheets
    for sheet in sheets:
        assert not list(collisions(sheet))
        assert not list(outside(sheet, MARGIN))
    return first, second


def smallest_text(sheet: Sheet) -> float:
    """Return the size of the smallest text of the drawings on a sheet, in points."""
    return min(
        (
            placed.scale * shape.size
            for placed in sheet.drawings
            for shape in placed.drawing.shapes
            if isinstance(shape, Words)
        ),
        default=99.0,
    )


def lines_to_write_on(sheet: Sheet) -> int:
    width = sheet.width - 2 * MARGIN
    return sum(
        isinstance(shape, Rectangle) and shape.width == width and shape.fill == "line-strong"
        for shape in sheet.shapes
    )


def boxes(sheet: Sheet) -> int:
    return sum(
        isinstance(shape, Rectangle) and not shape.fill and shape.width == shape.height
        for shape in sheet.shapes
    )


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_two_pages_tell_where_one_is_and_what_was_promised(english: Texts, paper: str) -> None:
    prepared = replace(
        OPEN,
        items=(AgendaItem(text=WORKLOAD), AgendaItem(text=same_text("Talked about"), done=True)),
        next_on=date(2026, 12, 7),
    )
    career = replace(sample_career(), meetings=(LAST, prepared))
    page = context(career, english, paper=paper)
    first, second = two(meeting_pages(page, "meeting-2", press()))
    told = said((first,))
    for words in (
        "Lin Wei",
        "One-on-one of 23 Nov 2026",
        "Account manager since 1 Aug 2024",
        # Σ w·min(held, required) = 46 of 61 (see tests/core/meeting/test_ratings.py).
        "Regional client director: 75 % ready",
        # Weighted gaps 3 × 2, 2 × 2 and 3 × 1: the fourth, 1, does not stand there.
        "Contract law",
        "1 → 3",
        "Financial budgeting",
        "2 → 4",
        "Business negotiation",
        "3 → 4",
    ):
        assert squeezed(words) in told, words
    assert squeezed("Talent development") not in told
    (drawing,) = first.drawings
    assert drawing.drawing.height * drawing.scale > 100
    told = said((second,))
    for words in (
        "Review the standard contract with legal – due 12 Dec 2026",
        "Ask for the contract course – overdue 4 days",
        "Workload until year's end",
        "The next one-on-one: 7 Dec 2026",
        "page 2 of 2",
    ):
        assert squeezed(words) in told, words
    assert squeezed("Talked about") not in told
    # Two promises and one point; what nobody promised is no promise.
    assert boxes(second) == 3
    assert squeezed("Build a forecast") not in told
    assert lines_to_write_on(second) >= 6


def test_what_was_agreed_here_stands_there_else_the_last_that_was(english: Texts) -> None:
    agreed = Rating(entry=99, skill="negotiation", level=4.0, by=Rater.AGREED, on=TODAY)
    last = replace(LAST, agreed=(AgreedLevel(skill="crm", level=3.0),))
    career = replace(sample_career(), meetings=(last, OPEN))
    told = said(meeting_pages(context(career, english), "meeting-2", press()))
    assert squeezed("Agreed on 9 Nov 2026") in told
    assert squeezed("CRM data reading: 3 Skilled") in told
    career = replace(career, ratings=(*career.ratings, agreed))
    told = said(meeting_pages(context(career, english), "meeting-2", press()))
    assert squeezed("Agreed on 23 Nov 2026") in told
    assert squeezed("Business negotiation: 4 Expert") in told
    assert squeezed("CRM data reading: 3 Skilled") not in told


def test_a_record_tells_its_notes_and_what_is_carried_over(english: Texts) -> None:
    told = said(two(meeting_pages(context(sample_career(), english), "meeting-1", press())))
    for words in (
        "One-on-one of 9 Nov 2026",
        "The northern renewal is signed.",
        "Carried over to the next time",
        "Renewal at the northern accounts (brought up by Lin Wei)",
        "The next one-on-one: 23 Nov 2026",
    ):
        assert squeezed(words) in told, words
    assert squeezed("Workload until year's end") not in told


def test_private_notes_are_on_no_page_by_construction(english: Texts) -> None:
    career = sample_career()
    career = replace(career, meetings=(LAST, replace(OPEN, private="Zyxwv")))
    page = context(career, english)
    assert page.career is not None
    assert [meeting.private for meeting in page.career.meetings] == ["", ""]
    assert "Zyxwv" not in repr(page)
    for meeting in ("meeting-1", "meeting-2"):
        told = said(meeting_pages(page, meeting, press()))
        assert "Zyxwv" not in told
        assert "escalations" not in told


def test_as_of_a_past_day_what_was_there_by_then_is_told(english: Texts) -> None:
    done = replace(COURSE, state=ActionState.DONE, finished=date(2026, 11, 18))
    career = replace(sample_career(), actions=(REVIEW, done))
    page = context(career, english, as_of=date(2026, 11, 12))
    told = said(two(meeting_pages(page, "meeting-1", press())))
    # The course was still open then.
    assert squeezed("Ask for the contract course") in told
    assert squeezed("As of 12 Nov 2026") in told
    with pytest.raises(KeyError):
        meeting_pages(page, "meeting-2", press())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_however_much_there_is_it_is_two_pages_and_says_what_is_left_out(
    english: Texts, chinese: Texts, language: str, paper: str
) -> None:
    texts = english if language == "en" else chinese
    actions = tuple(
        Action(
            id=f"action-{number}",
            title=(LONG if number % 2 else LONG_WORD)[:300],
            made=LAST_DAY,
            owner=Owner.MANAGER if number % 3 else Owner.EMPLOYEE,
            meeting="meeting-1",
        )
        for number in range(60)
    )
    items = tuple(AgendaItem(text=same_text((LONG_WORD + str(n))[-300:])) for n in range(60))
    agreed = tuple(AgreedLevel(skill=f"skill-{n % 35}", level=2.5) for n in range(60))
    notes = (STRANGE + "\n" + LONG)[:10_000]
    record = replace(
        LAST, items=items, agreed=agreed, shared=notes, private="Zyxwv" * 2000, promised=()
    )
    catalogue = hard_catalogue(name=LONG, notice="A notice. " * 300)
    bare = bare_context(catalogue, texts, name=LONG[:200], target="high", paper=paper)
    career = Career(
        person=bare.person,
        actions=actions,
        meetings=(record, replace(OPEN, items=items)),
    )
    page = replace(bare, career=career)
    for meeting in ("meeting-1", "meeting-2"):
        first, second, *behind = meeting_pages(page, meeting, press())
        two((first, second))
        # A notice that no foot holds stands whole behind the two pages.
        assert said(behind).count("notice.") == 300
        told = said((first, second))
        assert squeezed("more in the planner" if language == "en" else "见规划软件") in told
        assert lines_to_write_on(second) >= 6
        assert "Zyxwv" not in told
    whole = "Shortened: the whole stands in the planner."
    told = said(meeting_pages(page, "meeting-1", press()))
    assert squeezed(texts.tr(whole)) in told


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_of_a_large_framework_a_part_is_drawn_that_can_be_read(
    english: Texts, chinese: Texts, language: str
) -> None:
    texts = english if language == "en" else chinese
    catalogue = framework_catalogue()
    for number in (0, 300, 600):
        here, target = catalogue.roles[number].id, catalogue.roles[(number + 371) % 900].id
        bare = bare_context(catalogue, texts, role=here, target=target)
        page = replace(bare, career=Career(person=bare.person, meetings=(OPEN,)))
        first, _ = two(meeting_pages(page, "meeting-2", press()))
        assert smallest_text(first) >= 6


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_shipped_framework_shows_the_way_to_the_target(
    shipped: Catalogue, english: Texts, chinese: Texts, language: str
) -> None:
    texts = english if language == "en" else chinese
    bare = bare_context(shipped, texts, role="account-manager", target="chief-customer-officer")
    page = replace(bare, career=Career(person=bare.person, meetings=(OPEN,)))
    first, _ = two(meeting_pages(page, "meeting-2", press()))
    assert first.drawings
    assert smallest_text(first) >= 6
    told = said((first,))
    for role in page.graph.shortest_way("account-manager", "chief-customer-officer"):
        assert squeezed(texts.pick(shipped.role(role).name)) in told


@pytest.mark.parametrize(
    "role", ["account-manager", "line-manager", "senior-engineer", "operations-director"]
)
def test_both_languages_show_the_same_part_of_the_map(
    shipped: Catalogue, english: Texts, chinese: Texts, role: str
) -> None:
    bare = bare_context(shipped, english, role=role, target="chief-customer-officer")
    page = replace(bare, career=Career(person=bare.person, meetings=(OPEN,)))
    asked = {"what": "meeting", "context": page, "subject": "meeting-2"}
    both = Document(**asked, languages=(english, chinese)).sheets(press())
    drawn = []
    for sheet in both[:2]:
        (placed,) = sheet.drawings
        told = squeezed("".join(s.text for s in placed.drawing.shapes if isinstance(s, Words)))
        rings = sum(isinstance(shape, Arc) for shape in placed.drawing.shapes)
        pick = english.pick if sheet is both[0] else chinese.pick
        # The names of the tracks are drawn in capitals where there are such.
        tracks = [
            t.id for t in shipped.tracks if squeezed(pick(t.name)).casefold() in told.casefold()
        ]
        drawn.append((rings, tracks))
    assert drawn[0] == drawn[1]
    assert drawn[0][0] > 0


def test_without_ratings_promises_or_points_the_pages_say_so(english: Texts) -> None:
    career = replace(sample_career(), ratings=(), actions=(), meetings=(OPEN,))
    told = said(two(meeting_pages(context(career, english), "meeting-2", press())))
    for words in (
        "0–100 % ready",
        "No level was agreed.",
        "Nothing is promised and still open.",
        "Every point was talked about.",
        "The next one-on-one:",
    ):
        assert squeezed(words) in told, words


def test_the_document_is_named_and_needs_the_career(english: Texts) -> None:
    document = Document(
        what="meeting", context=context(sample_career(), english), subject="meeting-2"
    )
    assert document.name() == "Lin Wei – one-on-one"
    assert "meeting" in OF_A_CAREER
    assert len(document.sheets(press())) == 2
    assert len(document.on_paper("letter").sheets(press())) == 2
    bare = replace(document.context, career=None)
    with pytest.raises(KeyError):
        replace(document, context=bare).sheets(press())


def test_an_unknown_one_is_an_error(english: Texts) -> None:
    with pytest.raises(KeyError):
        meeting_pages(context(sample_career(), english), "meeting-9", press())


# A leaning to a track

ANSWERS = (("time", "outside"), ("output", "client"), ("outlook", "both"), ("crisis", "cause"),
           ("measure", "renewal"), ("faces", "new"))  # fmt: skip


def with_choice(career: Career, catalogue: Catalogue, *, is_shared: bool) -> Career:
    """A career of the shipped framework in which a questionnaire was answered."""
    (asked,) = catalogue.head.questionnaires
    chosen = TrackChoice(
        id="choice-1",
        questionnaire=asked.id,
        on=LAST_DAY,
        answers=ANSWERS,
        note="Nobody else may read this.",
        is_shared=is_shared,
    )
    return replace(career, track_choices=(chosen,))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_shared_leaning_stands_on_the_second_page_with_what_pulls_most(
    root: Path, shipped: Catalogue, language: Language, paper: str
) -> None:
    texts = load_texts(language, root / "resources" / "i18n", None)
    bare = read_files([root / "data"], today=TODAY).people[0]
    career = with_choice(bare, shipped, is_shared=True)
    page = context(career, texts, catalogue=shipped, paper=paper)
    first, second = two(meeting_pages(page, career.meetings[-1].id, press()))
    words = said((second,))
    # 2 + 2 + 1 + 2 + 1 to 1 + 2.
    title = {"en": "The answers lean to “Client track”", "zh_CN": "回答偏向“客户序列”"}[language]
    assert squeezed(title) in words
    shares = {"en": "Client track: 8, 73", "zh_CN": "客户序列：8 分，占 73"}[language]
    assert squeezed(shares) in words
    reason = {"en": "Meetings at clients' offices", "zh_CN": "去客户那里拜访"}[language]
    assert squeezed(reason) in words
    assert squeezed(title) not in said((first,))
    assert "Nobodyelse" not in words
    assert lines_to_write_on(second) >= 6


def test_a_leaning_that_is_not_shared_is_nowhere(
    root: Path, shipped: Catalogue, english: Texts
) -> None:
    bare = read_files([root / "data"], today=TODAY).people[0]
    career = with_choice(bare, shipped, is_shared=False)
    page = context(career, english, catalogue=shipped)
    for sheet in meeting_pages(page, career.meetings[-1].id, press()):
        assert "answerslean" not in said((sheet,))
        assert "Choosingatrack" not in said((sheet,))


def test_a_leaning_whose_questions_have_gone_is_named_by_its_day(
    root: Path, shipped: Catalogue, english: Texts
) -> None:
    bare = read_files([root / "data"], today=TODAY).people[0]
    career = with_choice(bare, shipped, is_shared=True)
    lacking = replace(shipped, head=replace(shipped.head, questionnaires=()))
    page = context(career, english, catalogue=lacking)
    _, second = two(meeting_pages(page, career.meetings[-1].id, press()))
    day = english.date(LAST_DAY)
    words = squeezed(f"Answers of {day}: the result stands in the planner.")
    assert words in said((second,))
