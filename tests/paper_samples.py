"""What goes on paper in the tests: the sample person, and frameworks that strain a page."""

from __future__ import annotations

from datetime import date

from planner.core.gaps import Basis, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Practice,
    PracticeKind,
    Requirement,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person, Rater, Rating
from planner.core.text import Source, Texts, same_text
from planner.report.pages import PageContext

TODAY = date(2026, 11, 23)
STRANGE = "<b>Ann</b> & $x_1$ %s {name} 㛃喆昇"
LONG = "很长的名字" * 2000
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 300


def hard_catalogue(
    *,
    skills: int = 35,
    name: str = "Skill {number} that is called by quite a long name, as they often are",
    notice: str = "Made up for tests.",
) -> Catalogue:
    """Return two roles on a real scale from 0 to 7, the second one asking for every skill."""
    texts = [same_text(name.replace("{number}", str(number))) for number in range(skills)]
    return Catalogue(
        head=CatalogueHead(
            id="hard",
            version="2026.1-beta",
            title=same_text(name.replace("{number}", "catalogue")),
            scale=Scale(
                levels=tuple(
                    Level(number=float(number), name=same_text(f"Grade {number}"))
                    for number in range(8)
                )
            ),
            tracks=(Track(id="one", name=same_text("One")),),
            attribution=same_text(notice),
        ),
        skills=tuple(
            Skill(
                id=f"skill-{number}",
                name=text,
                source=Source(f"handbook, chapter {number}"),
                levels=tuple(
                    (float(n), same_text(f"What grade {n} does. " * 6)) for n in range(1, 8)
                ),
                practice=(
                    Practice(
                        kind=PracticeKind.EXPOSURE,
                        text=same_text("Sit beside one. " * 12),
                        hours=1.5,
                    ),
                ),
                order=number,
            )
            for number, text in enumerate(texts)
        ),
        roles=(
            Role(id="low", name=same_text("Beginner"), track="one", rank=1),
            Role(
                id="high",
                name=same_text(name.replace("{number}", "role")),
                track="one",
                rank=2,
                end=True,
                order=1,
                requires=tuple(
                    Requirement(
                        skill=f"skill-{number}",
                        level=round(1 + 6 * (number % 13) / 13, 2),
                        weight=round(0.5 + number / 3, 2),
                        essential=number % 3 > 0,
                        source=Source(f"survey {number}"),
                    )
                    for number in range(skills)
                ),
            ),
        ),
        moves=(Move(from_role="low", to_role="high", kind=MoveKind.PROMOTION, years=(1.5, 2.5)),),
    )


def context(
    catalogue: Catalogue,
    texts: Texts,
    *,
    role: str = "low",
    name: str = "Lin Wei",
    target: str | None = None,
    held: float | None = 2.37,
    paper: str = "a4",
    as_of: date = TODAY,
) -> PageContext:
    """Return somebody's pages; every second skill is rated `held`, none where that is None."""
    person = Person(
        id="somebody",
        name=name,
        catalogue=catalogue.id,
        role=role,
        since=date(2024, 8, 1),
        target=target,
    )
    ratings = [
        Rating(entry=entry, skill=skill.id, level=held, by=Rater.MANAGER, on=date(2025, 3, 1))
        for entry, skill in enumerate(catalogue.skills)
        if held is not None and entry % 2 == 0
    ]
    graph = PromotionGraph(catalogue)
    gaps = gaps_to_every_role(graph, person, ratings, basis=Basis.AGREED, as_of=as_of)
    return PageContext(
        graph=graph,
        person=person,
        gaps=gaps,
        basis=Basis.AGREED,
        as_of=as_of,
        today=TODAY,
        texts=texts,
        paper=paper,
    )
