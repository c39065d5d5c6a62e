"""Two roles side by side: the rows of words, and their sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.roles.comparison import compare_roles
from planner.core.text import Texts, same_text
from planner.report.compare.page import SIZES, compare_page
from planner.report.compare.sides import CompareRow
from planner.report.compare.words import carry_over_rule, compare_rows
from planner.report.document import Document
from planner.report.gaps.words import readiness_rule
from planner.report.paper.papers import Paper
from tests.catalogues import small_catalogue, small_gaps, small_person
from tests.paper_samples import LONG, STRANGE, context, hard_catalogue
from tests.sheets import collisions, outside, press, said, squeezed, words_of

MARGIN = 36.0


def rows_of(texts: Texts, first: str, second: str, *, person: bool = False) -> list[CompareRow]:
    graph = PromotionGraph(small_catalogue())
    gaps = small_gaps(graph, small_person()) if person else None
    return list(compare_rows(compare_roles(graph, first, second, gaps), graph, texts, name="Lin"))


def told(rows: list[CompareRow], head: str) -> tuple[str, str]:
    (row,) = (row for row in rows if row.head == head)
    return row.first.words, row.second.words


def test_the_rows_say_what_both_ask_and_what_carries_over(english: Texts) -> None:
    rows = rows_of(english, "manager", "director")
    assert told(rows, "Track and rank") == ("Client track · Manager", "Client track · Rank 3")
    # 2·2 of 2·4 + 1·2 = 40 %.
    assert told(rows, "Carries over") == (
        "100 % from Regional client director",
        "40 % from Account manager",
    )
    assert told(rows, "Purpose")[1] == "Regional client directors do it."
    assert told(rows, "Negotiation") == (
        "2 L2 · essential · weight 1",
        "4 L4 · 2 higher · essential · weight 2",
    )
    assert told(rows, "Competencies in both") == ("", "1 higher here")
    assert told(rows, "Competencies in one alone") == ("", "1 only here")
    alone = rows[[row.head for row in rows].index("Competencies in one alone") + 1]
    assert (alone.first.words, alone.second.words) == (
        "",
        "Contract law · 2 L2 · desirable · weight 1",
    )
    assert told(rows, "From one to the other") == (
        "from Regional client director · return · editorial · Commercial sense.",
        "from Account manager · promotion · 3–5\u00a0y · article §4",
    )
    assert told(rows, "Leads on to") == (
        "Regional client director · promotion · 3–5\u00a0y · article §4\n"
        "Line manager · change of track · 2\u00a0y · editorial",
        "Account manager · return · editorial",
    )
    assert told(rows, "Sources")[1] == "Role: article §4. Levels: editorial."
    # Nothing is said of time, responsibilities and KPIs, so there are no rows of them.
    assert not {"Use of time", "Responsibilities", "Measured by"} & {row.head for row in rows}


def test_a_person_stands_to_both(english: Texts) -> None:
    rows = rows_of(english, "manager", "director", person=True)
    # Negotiation is held at 3 of 4 with weight 2, contract law unrated: 6 to 8 of 10.
    # For two years in the role, of which the move asks three; no role was held in the line track.
    assert told(rows, "Readiness of Lin") == (
        "100 % Ready",
        "60–80 % 1 essential skill open · no role held yet in Line track · "
        "1 years still to serve in the present role · 1 unrated",
    )


def test_no_way_and_no_requirements_are_said(english: Texts) -> None:
    rows = rows_of(english, "junior", "cto")
    assert told(rows, "Carries over") == (
        "0 % from Chief technology officer",
        "Nothing is required here, so what carries over is unknown.",
    )
    assert told(rows, "From one to the other") == (
        "No way leads here from Chief technology officer.",
        "from Junior account manager · 3 moves · via Account manager, Line manager",
    )
    assert told(rows, "Leads here")[0] == "No move leads here."
    assert told(rows, "Leads on to")[1] == "No move leads on from it."
    (bare,) = (row for row in rows if row.kind == "text" and not row.head)
    assert bare.first.words == ""
    assert bare.second.words.startswith("This role names no requirements")


def test_article_and_editorial_are_told_apart(
    shipped: Catalogue, english: Texts, chinese: Texts
) -> None:
    for texts, article, editorial in (
        (english, "Growth of clients' yearly spend article §3", "Renewal rate editorial"),
        (chinese, "客户年度消费增长率 原文 §3", "续约率 编者补充"),
    ):
        page = context(shipped, texts, role="account-manager")
        on_paper = said(compare_page(page, "line-manager", press()))
        assert squeezed(article) in on_paper
        assert squeezed(editorial) in on_paper


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_two_neighbours_fit_on_one_sheet(
    shipped: Catalogue, english: Texts, chinese: Texts, language: str, paper: str
) -> None:
    texts = english if language == "en" else chinese
    page = context(shipped, texts, role="account-manager", paper=paper)
    pairs = {("account-manager", "line-manager")}
    pairs |= {(move.from_role, move.to_role) for move in shipped.moves[::5]}
    for first, second in pairs:
        (sheet,) = compare_page(page, f"{first}/{second}", press())
        assert not list(collisions(sheet)), (first, second)
        assert not list(outside(sheet, MARGIN)), (first, second)
        assert min(words.size for words in words_of(sheet)) >= 6.0
        on_paper = said((sheet,))
        for role in (shipped.role(first), shipped.role(second)):
            for words in (
                texts.pick(role.name),
                texts.pick(role.purpose),
                *(texts.pick(duty) for duty in role.responsibilities),
                *(texts.pick(shipped.skill(need.skill).name) for need in role.requires),
                *(texts.pick(kpi.name) for kpi in role.kpis),
                carry_over_rule(texts),
            ):
                assert squeezed(words) in on_paper, (first, second, words)


def test_one_role_is_set_against_the_present_one(shipped: Catalogue, english: Texts) -> None:
    page = context(shipped, english, role="account-manager")
    alone = compare_page(page, "line-manager", press())
    assert said(alone) == said(compare_page(page, "account-manager/line-manager", press()))
    document = Document(what="compare", context=page, subject="line-manager")
    assert document.name() == "Lin Wei – Account manager compared with Line manager"
    assert said(document.sheets(press())) == said(alone)


def test_what_one_sheet_cannot_hold_goes_on_with_both_names(english: Texts) -> None:
    catalogue = hard_catalogue(skills=90)
    page = context(catalogue, english)
    sheets = compare_page(page, "low/high", press())
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, start=1):
        assert not list(collisions(sheet))
        assert not list(outside(sheet, MARGIN))
        on_sheet = said((sheet,))
        # The last one may have room for nothing but the rules.
        if number < len(sheets):
            assert (squeezed("Beginner, continued") in on_sheet) == (number > 1)
        assert squeezed(f"page {number} of {len(sheets)}") in on_sheet
    on_paper = said(sheets)
    for skill in catalogue.skills:
        assert squeezed(english.pick(skill.name)) in on_paper


LOW = Paper(width=525.0, height=372.0, margin=28.0)


def wordy(duties: Sequence[str]) -> Catalogue:
    """Return two roles, of the second of which there are duties of several lines each."""
    catalogue = hard_catalogue(skills=2)
    first, second = catalogue.roles
    said = tuple(same_text(f"{duty}: {'many words ' * 13}end of {duty}") for duty in duties)
    return replace(catalogue, roles=(first, replace(second, responsibilities=said)))


def test_rather_than_leave_a_sheet_half_empty_a_row_is_parted_between_its_entries(
    english: Texts,
) -> None:
    duties = ["Duty 1", "Duty 2", "Duty 3"]
    page = context(wordy(duties), english)
    sheets = compare_page(page, "low/high", press(), [LOW], larger=1.6)
    begins = [n for n, sheet in enumerate(sheets) if squeezed("Responsibilities") in said((sheet,))]
    # It begins where the rows before it end, and its heading stands again where it goes on.
    assert begins[:2] == [0, 1]
    assert squeezed("Readiness of Lin Wei") in said((sheets[0],))
    for duty in duties:
        (whole,) = [sheet for sheet in sheets if squeezed(f"{duty}: many") in said((sheet,))]
        assert squeezed(f"end of {duty}") in said((whole,))
    for sheet in sheets:
        assert not list(collisions(sheet))
        assert not list(outside(sheet, MARGIN / 1.6))


def test_no_last_sheet_holds_the_end_of_the_rules_alone(english: Texts) -> None:
    # So many skills leave the last lines of the second rule to it, if all is set as usual.
    page = context(hard_catalogue(skills=5), english)
    *_, last = compare_page(page, "low/high", press(), [LOW], larger=1.6)
    told = said((last,))
    for rule in (carry_over_rule, readiness_rule):
        assert squeezed(rule(english)) in told


def test_a_long_framework_still_fits_and_can_be_read(english: Texts) -> None:
    (sheet,) = compare_page(context(hard_catalogue(skills=16), english), "low/high", press())
    assert not list(collisions(sheet))
    sizes = {words.size for words in words_of(sheet)}
    assert sizes & set(SIZES)


@pytest.mark.parametrize("name", [LONG, STRANGE, "{number}"])
def test_strange_and_endless_names_stay_on_the_sheet(english: Texts, name: str) -> None:
    page = context(hard_catalogue(skills=3, name=name), english, name=name)
    for sheet in compare_page(page, "low/high", press()):
        assert not list(collisions(sheet))
        assert not list(outside(sheet, MARGIN))


def test_a_past_day_is_said(shipped: Catalogue, english: Texts) -> None:
    page = context(shipped, english, role="account-manager", as_of=date(2025, 6, 30))
    on_paper = said(compare_page(page, "line-manager", press()))
    assert squeezed("As of 30 Jun 2025") in on_paper
    turned = replace(page, paper="letter")
    assert {sheet.width for sheet in compare_page(turned, "line-manager", press())} <= {
        612.0,
        792.0,
    }


def test_any_two_roles_can_be_put_into_words(shipped: Catalogue, english: Texts) -> None:
    graph = PromotionGraph(shipped)
    for first, second in combinations(shipped.roles, 2):
        assert compare_rows(compare_roles(graph, first.id, second.id), graph, english)
