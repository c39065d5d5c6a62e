"""The plan on paper, as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import Career
from planner.core.gaps import Basis, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.text import Texts
from planner.report.document import OF_A_CAREER, Document
from planner.report.drawing import Rectangle
from planner.report.pages import PageContext
from planner.report.paper.papers import PAPERS
from planner.report.plan.report import plan_report
from planner.report.plan.words import plan_rule
from tests.paper_samples import LONG, LONG_WORD, STRANGE
from tests.plan_sample import DAY, plan_career, plan_catalogue
from tests.sheets import collisions, outside, press, said, squeezed

MARGIN = PAPERS["a4"].margin


def context(
    texts: Texts, career: Career | None = None, *, as_of: date = DAY, paper: str = "a4"
) -> PageContext:
    career = career or plan_career()
    graph = PromotionGraph(plan_catalogue())
    gaps = gaps_to_every_role(graph, career.person, career.ratings, basis=Basis.AGREED, as_of=as_of)
    return PageContext(
        graph=graph,
        person=career.person,
        gaps=gaps,
        basis=Basis.AGREED,
        as_of=as_of,
        today=DAY,
        texts=texts,
        paper=paper,
        career=career,
    )


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_it_says_what_when_and_by_which_rule(
    english: Texts, chinese: Texts, language: str, paper: str
) -> None:
    texts = english if language == "en" else chinese
    page = context(texts, paper=paper)
    sheets = plan_report(page, "director", press())
    told = said(sheets)
    for words in (
        "Lin Wei",
        texts.date(date(2027, 7, 3)),
        texts.date(DAY),
        plan_rule(3.0, texts),
        *(action.title for action in plan_career().actions),
    ):
        assert squeezed(words) in told, words
    for sheet in sheets:
        assert not list(collisions(sheet))
        assert not list(outside(sheet, MARGIN))


def test_overdue_stands_first_and_the_managers_apart(english: Texts) -> None:
    told = said(plan_report(context(english), "director", press()))
    order = [
        "Overdue",
        "Shadow a senior negotiator through one tender",
        "To do, in this order",
        "Take the course on contract basics",
        "Mark up two live contracts with a lawyer beside you",
        "What the manager does",
        "Ask for a place in the contract course",
        "Done and dropped",
        "Lead the Kestrel renewal",
        "Since then: Business negotiation – → 3 (manager, 4 May 2026)",
        "Translate the price list",
    ]
    places = [told.rindex(squeezed(words)) for words in order[1:]]
    assert places == sorted(places)
    assert squeezed("Overdue" + order[1]) in told


def test_every_open_action_has_a_box_to_tick(english: Texts) -> None:
    sheets = plan_report(context(english), "director", press())
    boxes = [
        shape
        for sheet in sheets
        for shape in sheet.shapes
        if isinstance(shape, Rectangle) and shape.stroke and not shape.fill
    ]
    assert len(boxes) == 7
    assert sum(len(sheet.charts) for sheet in sheets) == 1


def test_what_is_private_is_never_on_it(english: Texts) -> None:
    first, *others = plan_career().actions
    with_notes = replace(first, notes="A note of my own", evidence="A file of mine")
    career = replace(plan_career(), actions=(with_notes, *others))
    told = said(plan_report(context(english, career), "director", press()))
    for words in ("A note of my own", "A file of mine", "Never to be seen", "Minutes of 20 April"):
        assert squeezed(words) not in told


def test_an_empty_plan_has_one_sheet_without_a_chart(english: Texts) -> None:
    career = replace(plan_career(), actions=())
    (sheet,) = plan_report(context(english, career), "director", press())
    assert squeezed("Nothing is planned yet.") in said((sheet,))
    assert sheet.charts == ()


def test_without_a_role_no_gaps_are_named(english: Texts) -> None:
    told = said(plan_report(context(english), "", press()))
    assert squeezed("As of 23 Nov 2026.") in told
    told = said(plan_report(context(english), "director", press()))
    assert squeezed("As of 23 Nov 2026, the gaps to Regional client director first.") in told


def test_a_past_day_has_the_actions_of_then(english: Texts) -> None:
    page = context(english, as_of=date(2026, 2, 10))
    told = said(plan_report(page, "director", press()))
    assert squeezed("Lead the Kestrel renewal") in told
    assert squeezed("Take the course on contract basics") not in told
    assert squeezed("25 h left") in told


@pytest.mark.parametrize("title", [STRANGE, LONG[:300], LONG_WORD[:300], "😀" * 300])
def test_hard_titles_and_names_leave_the_page_whole(title: str, english: Texts) -> None:
    career = plan_career()
    actions = tuple(replace(action, title=title) for action in career.actions) * 6
    numbered = tuple(
        replace(action, id=f"action-{number}") for number, action in enumerate(actions)
    )
    hard = replace(career, actions=numbered, person=replace(career.person, name=title))
    sheets = plan_report(context(english, hard), "director", press())
    assert len(sheets) > 2
    for sheet in sheets:
        assert not list(collisions(sheet))
        assert not list(outside(sheet, MARGIN))


def test_it_is_a_document_that_needs_the_career(english: Texts) -> None:
    assert "plan" in OF_A_CAREER
    document = Document(what="plan", context=context(english), subject="director")
    assert document.name() == "Lin Wei – development plan"
    assert squeezed("Development plan") in said(document.sheets(press()))
    with pytest.raises(ValueError, match="career"):
        plan_report(replace(context(english), career=None), "director", press())
