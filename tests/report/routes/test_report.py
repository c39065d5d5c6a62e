"""The ways to a role on paper, as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.core.gaps import Basis, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.routing.moves import RouteQuery
from planner.core.text import Texts, same_text
from planner.files.texts import load_texts
from planner.report.document import Document
from planner.report.pages import PageContext
from planner.report.paper.flow import Sheet
from planner.report.paper.papers import PAPERS
from tests.paper_samples import LONG
from tests.route_sample import DAY, answer, asks, catalogue_of, move, role
from tests.sheets import collisions, outside, press, said, squeezed, words_of


@pytest.fixture
def en(root: Path) -> Texts:
    return load_texts("en", root / "resources" / "i18n", None)


@pytest.fixture
def zh(root: Path) -> Texts:
    return load_texts("zh_CN", root / "resources" / "i18n", None)


def framework() -> Catalogue:
    """From `a` to `z` at once after long, or by `m` soon; no move leads to `n`."""
    return catalogue_of(
        [
            role("a", requires=asks(talk=1)),
            role("m", "line", 2, requires=asks(talk=2, law=1)),
            role("z", rank=3, requires=asks(talk=2)),
            role("n", rank=3),
        ],
        [move("a", "z", (9, 11)), move("a", "m", (1, 3)), move("m", "z", (1, 1))],
    )


def document(
    texts: Texts, target: str = "z", catalogue: Catalogue | None = None, chosen: int | None = None
) -> Document:
    catalogue = catalogue or framework()
    graph = PromotionGraph(catalogue)
    person = Person(
        id="ann", name="Ann", catalogue="c", role="a", since=date(2025, 11, 26), target="z"
    )
    routes = answer(catalogue, RouteQuery(target=target))
    gaps = gaps_to_every_role(graph, person, (), basis=Basis.AGREED, as_of=DAY)
    context = PageContext(
        graph=graph,
        person=person,
        gaps=gaps,
        basis=Basis.AGREED,
        as_of=DAY,
        today=DAY,
        texts=texts,
    )
    route = None if chosen is None else routes.routes[chosen]
    return Document(what="route", context=context, subject=target, routes=routes, route=route)


def told(document: Document) -> str:
    sheets: tuple[Sheet, ...] = document.sheets(press())
    for sheet in sheets:
        assert not list(outside(sheet, PAPERS["a4"].margin))
    return said(sheets)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_tells_the_fastest_in_full_and_compares_all(
    language: str, request: pytest.FixtureRequest
) -> None:
    texts: Texts = request.getfixturevalue(language)
    words = told(document(texts))
    # talk 1 → 2 and law 0 → 1 are 156 h, three years at one hour a week; then a stay of one year.
    for figure in ("156", "104", "4"):
        assert figure in words
    for part in (
        texts.tr("Fastest"),
        texts.tr("Fewest moves"),
        texts.tr("Step {number}", number=1),
        texts.tr("Step {number}", number=2),
        texts.tr("How routes are counted"),
        texts.tr("Every route was searched."),
    ):
        assert squeezed(part) in words


def test_a_long_name_has_the_width_that_short_ones_leave(en: Texts) -> None:
    catalogue = framework()
    long = same_text("Talking with people of other departments")
    named = (replace(one, name=long) if one.id == "talk" else one for one in catalogue.skills)
    catalogue = replace(catalogue, skills=tuple(named))
    sheets = document(en, catalogue=catalogue).sheets(press())
    lines = [words.text for sheet in sheets for words in words_of(sheet)]
    # 46 letters of 4.94 points are 227, of the 505 that four columns have.
    assert f"{long.en} 1 → 2" in lines
    assert not any(list(collisions(sheet)) for sheet in sheets)


def test_another_route_may_be_chosen(en: Texts) -> None:
    words = told(document(en, chosen=1))
    assert squeezed("Step 1 · a → z") in words
    assert squeezed("Step 2") not in words


def test_it_draws_the_years(en: Texts) -> None:
    (chart,) = document(en).sheets(press())[0].charts
    assert chart.figure(chart.width, chart.height).axes


def test_without_a_way_it_says_why(en: Texts) -> None:
    words = told(document(en, "n"))
    assert squeezed("There is no way to n.") in words
    assert squeezed("No moves lead from the present role to n.") in words
    assert squeezed("Choose another target") in words


def test_the_present_role_needs_no_way(en: Texts) -> None:
    assert squeezed("a is the present role.") in told(document(en, "a"))


def test_a_very_long_name_stays_on_the_sheet(en: Texts) -> None:
    plain = framework()
    named = tuple(
        replace(one, name=same_text(LONG[:400])) if one.id == "m" else one for one in plain.roles
    )
    assert told(document(en, catalogue=replace(plain, roles=named)))


def test_it_is_called_by_the_role(en: Texts, zh: Texts) -> None:
    assert document(en).name() == "Ann – ways to z"
    assert "z" in document(zh).name()


def test_ways_need_the_routes_found(en: Texts) -> None:
    with pytest.raises(ValueError, match="routes"):
        replace(document(en), routes=None).sheets(press())
