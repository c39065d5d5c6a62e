"""A small team in a small framework, whose figures are worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from planner.core.gaps import Basis, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Requirement,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish
from planner.core.team.against_roles import Team
from planner.core.team.levels import RATERS, TeamLevels, no_levels
from planner.core.text import Text, same_text

TODAY = date(2026, 11, 23)

_SKILLS = (
    ("law", "Contract law", "合同法务知识"),
    ("money", "Financial budgeting", "财务预算编制"),
    ("talk", "Cross-cultural communication", "跨文化沟通"),
    ("code", "Code review", "代码评审"),
)

# person, skill, level, by, on: in the order of their entry.
_RATINGS = (
    ("ann", "law", 3.0, "self", "2025-12-01"),
    ("ann", "law", 4.0, "agreed", "2026-06-01"),
    ("ann", "talk", 5.0, "self", "2026-09-01"),
    ("ann", "talk", 3.0, "manager", "2026-05-01"),
    ("ann", "money", 1.0, "self", "2024-01-01"),
    ("ben", "law", 1.0, "agreed", "2026-03-01"),
    ("ben", "law", 2.0, "agreed", "2026-03-01"),
    ("ben", "talk", 5.0, "self", "2026-02-01"),
    ("ben", "talk", None, "manager", "2026-03-01"),
    ("cyd", "law", 3.0, "manager", "2026-07-01"),
    ("cyd", "talk", 3.0, "agreed", "2026-07-01"),
    # Twelve months and a day old.
    ("dan", "talk", 3.0, "agreed", "2025-11-22"),
    ("dan", "code", 2.0, "self", "2025-11-23"),
)


def _asks(skill: str, level: float, weight: float, *, essential: bool = True) -> Requirement:
    return Requirement(skill=skill, level=level, weight=weight, essential=essential)


def crew_catalogue() -> Catalogue:
    """Return five roles in two tracks; nothing is required of the host."""
    return Catalogue(
        head=CatalogueHead(
            id="crew",
            version="1",
            title=same_text("Crew"),
            scale=Scale(
                levels=tuple(
                    Level(number=float(n), name=Text(en=f"Level {n}", zh=f"{n} 级"))
                    for n in range(6)
                )
            ),
            tracks=(
                Track(id="client", name=Text(en="Client track", zh="客户序列")),
                Track(id="line", name=Text(en="Line track", zh="管理序列")),
            ),
        ),
        skills=tuple(
            Skill(id=id_, name=Text(en=en, zh=zh), order=order)
            for order, (id_, en, zh) in enumerate(_SKILLS)
        ),
        roles=(
            Role(
                id="clerk",
                name=Text(en="Account clerk", zh="客户专员"),
                track="client",
                rank=1,
                requires=(_asks("law", 2, 2), _asks("talk", 3, 1)),
                order=0,
            ),
            Role(
                id="lead",
                name=Text(en="Account lead", zh="客户主管"),
                track="client",
                rank=2,
                requires=(
                    _asks("law", 4, 3),
                    _asks("talk", 3, 1),
                    _asks("money", 2, 2, essential=False),
                ),
                order=1,
            ),
            Role(
                id="coach",
                name=Text(en="Coach", zh="教练"),
                track="line",
                rank=2,
                requires=(_asks("talk", 4, 2),),
                order=2,
            ),
            Role(
                id="host",
                name=Text(en="Host", zh="主持"),
                track="line",
                rank=2,
                order=3,
            ),
            Role(
                id="chief",
                name=Text(en="Chief", zh="总监"),
                track="line",
                rank=3,
                after=("client", "line"),
                requires=(_asks("money", 5, 1),),
                order=4,
            ),
        ),
        moves=(
            Move(from_role="clerk", to_role="lead", kind=MoveKind.PROMOTION, years=(2.0, 4.0)),
            Move(from_role="coach", to_role="chief", kind=MoveKind.PROMOTION, order=1),
        ),
    )


def crew() -> tuple[Person, ...]:
    """Return four people: a lead, two clerks and a coach."""
    return (
        Person(
            id="ann",
            name="Ann Bo",
            catalogue="crew",
            role="lead",
            since=date(2020, 1, 1),
            positions=(Position(role="clerk", since=date(2017, 1, 1), until=date(2019, 12, 31)),),
            wishes=(Wish(role="clerk", stance=Stance.NOT_WANTED, on=date(2026, 1, 1)),),
        ),
        Person(id="ben", name="Ben Ito", catalogue="crew", role="clerk", since=date(2025, 1, 1)),
        Person(id="cyd", name="Cyd Rao", catalogue="crew", role="clerk", since=date(2022, 1, 1)),
        Person(id="dan", name="Dan Wu", catalogue="crew", role="coach", since=date(2023, 1, 1)),
    )


def crew_ratings(person: str) -> tuple[Rating, ...]:
    """Return somebody's ratings by their entry."""
    return tuple(
        Rating(entry=entry, skill=skill, level=level, by=Rater(by), on=date.fromisoformat(on))
        for entry, (who, skill, level, by, on) in enumerate(_RATINGS, 1)
        if who == person
    )


def crew_team(basis: Basis = Basis.AGREED, as_of: date = TODAY) -> Team:
    """Return the team as it is on a day."""
    people = crew()
    return team_of(
        crew_catalogue(),
        people,
        {person.id: crew_ratings(person.id) for person in people},
        basis=basis,
        as_of=as_of,
    )


def team_of(
    catalogue: Catalogue,
    people: Sequence[Person],
    ratings: Mapping[str, Sequence[Rating]],
    *,
    basis: Basis = Basis.AGREED,
    as_of: date = TODAY,
) -> Team:
    """Return a team whose levels come from `ratings_that_count`, person by person."""
    return Team(
        graph=PromotionGraph(catalogue),
        people=tuple(people),
        levels=levels_by_rule(
            [person.id for person in people],
            [skill.id for skill in catalogue.skills],
            ratings,
            basis,
            as_of,
        ),
        basis=basis,
        as_of=as_of,
    )


def levels_by_rule(
    people: Sequence[str],
    skills: Sequence[str],
    ratings: Mapping[str, Sequence[Rating]],
    basis: Basis,
    as_of: date,
) -> TeamLevels:
    """Return the levels of people, each cell by `ratings_that_count`."""
    levels = no_levels(people, skills)
    for row, person in enumerate(people):
        for skill, rating in ratings_that_count(ratings.get(person, ()), basis, as_of).items():
            at = row, skills.index(skill)
            levels.rater[at] = RATERS.index(rating.by)
            levels.day[at] = rating.on.toordinal()
            levels.is_applicable[at] = rating.level is not None
            if rating.level is not None:
                levels.level[at] = rating.level
    return levels
