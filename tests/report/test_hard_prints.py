"""What strains a page, in every print: all of it can be read, and nothing lies upon anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import Action, AgendaItem, Career, Meeting, Origin, Owner
from planner.core.gaps import Basis, gaps_to_every_role, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person, Rater, Rating
from planner.core.routes import find_routes
from planner.core.routing.moves import RouteQuery
from planner.core.routing.standing import standing
from planner.core.text import Texts, same_text
from planner.report.document import Document, What
from planner.report.dossier.dossier import Dossier
from planner.report.pages import PageContext
from planner.report.paper.chart_options import ChartOptions
from tests.generated import career_catalogue
from tests.paper_samples import TODAY, hard_catalogue
from tests.sheets import collisions, outside, press, said, squeezed

REPORTS: tuple[What, ...] = ("gap", "plan", "meeting", "compare", "route", "dossier")
# Two hundred letters each.
LONG_SKILL = ("Skill {number} of " + "very " * 36 + "many words" + "s" * 20)[:200]
LONG_NAME = ("Maximiliane " * 17)[:200]
LONG_CHINESE = "很长的技能名称{number}" * 22
MARGIN = 28.0


def career_in(catalogue: Catalogue, start: str, target: str, *, name: str = "Zhao Ning") -> Career:
    """Return somebody on the way from one role to another, with a plan and a one-on-one."""
    person = Person(
        id="somebody",
        name=name,
        catalogue=catalogue.id,
        role=start,
        since=date(2024, 8, 1),
        target=target,
    )
    skills = catalogue.skills[:3]
    actions = tuple(
        Action(
            id=f"action-{number}",
            title=f"Practise: {skill.name.en}",
            made=TODAY,
            skill=skill.id,
            hours=10.0,
            owner=owner,
        )
        for number, (skill, owner) in enumerate(
            (skill, owner) for skill in skills for owner in Owner
        )
    )
    items = tuple(
        AgendaItem(text=same_text(f"Talk about {skill.name.en}"), origin=Origin.MANAGER)
        for skill in skills
    )
    meeting = Meeting(id="meeting", on=TODAY, items=items)
    ratings = tuple(
        Rating(entry=entry, skill=skill.id, level=2.0, by=Rater.AGREED, on=date(2026, 3, 1))
        for entry, skill in enumerate(catalogue.skills[::2])
    )
    return Career(person=person, ratings=ratings, actions=actions, meetings=(meeting,))


def documents(
    catalogue: Catalogue, career: Career, texts: Texts, paper: str = "a4", **options: object
) -> Iterator[Document]:
    """Yield every report of somebody."""
    graph, person = PromotionGraph(catalogue), career.person
    gaps = gaps_to_every_role(graph, person, career.ratings, basis=Basis.AGREED, as_of=TODAY)
    context = PageContext(
        graph=graph,
        person=person,
        gaps=gaps,
        basis=Basis.AGREED,
        as_of=TODAY,
        today=TODAY,
        texts=texts,
        paper=paper,
        career=career,
    )
    target = person.target or ""
    counting = ratings_that_count(career.ratings, Basis.AGREED, TODAY)
    for what in REPORTS:
        if what == "meeting" and not career.meetings:
            continue
        routes = None
        if what == "route":
            start = standing(catalogue, person, counting, TODAY)
            routes = find_routes(graph, start, RouteQuery(target=target))
        yield Document(
            what=what,
            context=context,
            subject=career.meetings[0].id if what == "meeting" else target,
            routes=routes,
            dossier=Dossier(languages=(texts,)) if what == "dossier" else None,
            options=ChartOptions(**options),  # type: ignore[arg-type]
        )


def check(document: Document) -> str:
    """Check that nothing lies upon anything or leaves a sheet, and return what is said."""
    sheets = document.sheets(press())
    for number, sheet in enumerate(sheets):
        assert not list(collisions(sheet)), (document.what, number)
        assert not list(outside(sheet, MARGIN)), (document.what, number)
    return said(sheets)


@pytest.mark.parametrize("skill", [LONG_SKILL, LONG_CHINESE])
def test_names_of_two_hundred_letters(english: Texts, skill: str) -> None:
    catalogue = hard_catalogue(skills=4, name=skill)
    career = career_in(catalogue, "low", "high", name=LONG_NAME)
    for document in documents(catalogue, career, english):
        told = check(document)
        assert squeezed(LONG_NAME[:40]) in told
        name = squeezed(skill.replace("{number}", "1"))
        if document.what == "compare":
            # There each name of a list gets a few lines, and says that it is cut.
            assert name in told or (name[:60] in told and "..." in told)
        elif document.what == "meeting":
            assert squeezed(skill.partition("{")[0]) in told
            assert "..." in told
        else:
            assert name in told, document.what


def test_sixty_skills(english: Texts) -> None:
    catalogue = hard_catalogue(skills=60, name="Quite a long skill, the one with number {number}.")
    career = career_in(catalogue, "low", "high")
    for document in documents(catalogue, career, english):
        told = check(document)
        if document.what in ("gap", "compare", "route", "dossier"):
            for skill in catalogue.skills:
                assert squeezed(skill.name.en) in told, document.what


def test_a_thousand_roles(english: Texts) -> None:
    catalogue = career_catalogue(1000, 12, 12)
    graph = PromotionGraph(catalogue)
    start = next(role for role in catalogue.roles if role.rank == 2 and graph.next_roles(role.id))
    target = graph.next_roles(start.id)[0]
    for document in documents(catalogue, career_in(catalogue, start.id, target.id), english):
        assert squeezed(target.name.en) in check(document), document.what


def test_nobody_was_ever_rated(english: Texts) -> None:
    catalogue = hard_catalogue(skills=5, name="Skill {number}")
    career = replace(career_in(catalogue, "low", "high"), ratings=(), actions=(), meetings=())
    for document in documents(catalogue, career, english):
        told = check(document)
        if document.what in ("gap", "dossier"):
            assert "unrated" in told


@pytest.mark.parametrize(
    ("paper", "options"),
    [
        ("a5", {}),
        ("a4", {"style": "large"}),
        ("letter", {"style": "large"}),
        ("a4", {"orientation": "landscape"}),
        ("a3", {"style": "large", "orientation": "landscape"}),
    ],
)
def test_low_and_narrow_paper(english: Texts, paper: str, options: dict[str, object]) -> None:
    catalogue = hard_catalogue(skills=8)
    career = career_in(catalogue, "low", "high")
    for document in documents(catalogue, career, english, paper, **options):
        if options.get("style") != "large":
            check(document)
            continue
        # Magnified sheets are looked at as they are set.
        sheets = document.sheets(press())
        for sheet in sheets:
            *_, own = sheet.drawings
            assert own.scale == pytest.approx(1.6)
            plain = replace(
                sheet,
                width=sheet.width / own.scale,
                height=sheet.height / own.scale,
                shapes=own.drawing.shapes,
                drawings=(),
                charts=tuple(
                    replace(
                        chart,
                        x=chart.x / 1.6,
                        y=chart.y / 1.6,
                        width=chart.width / 1.6,
                        height=chart.height / 1.6,
                    )
                    for chart in sheet.charts
                ),
            )
            assert not list(collisions(plain)), document.what
            assert not list(outside(plain, 36 / 1.6)), document.what
