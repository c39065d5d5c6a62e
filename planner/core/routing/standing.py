"""Where somebody starts from: the role, the time served in it, the levels and the tracks held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.core.gaps import carried_over
from planner.core.model import Catalogue
from planner.core.people import Person, Rating, years_between


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a way onwards begins with, on `day`.

    `levels` are the levels held by skill, None for *not applicable*; a skill that is not in it is
    unrated. `tracks` are those in which a role was ever held, the present one's among them.
    """

    role: str
    years_served: float
    levels: Mapping[str, float | None]
    tracks: frozenset[str]
    hours_a_week: float
    day: date


def standing(
    catalogue: Catalogue,
    person: Person,
    counting: Mapping[str, Rating],
    as_of: date,
    industry: str | None = None,
) -> Standing:
    """Return where a person stands; `counting` comes from `ratings_that_count`.

    In an `industry` other than the person's a held level counts times the skill's portability.
    """
    position = person.position_on(as_of)
    carries_over = carried_over(catalogue, person, industry)
    return Standing(
        role=position.role,
        years_served=years_between(position.since, as_of),
        levels={
            skill: None if rating.level is None else rating.level * carries_over(skill)
            for skill, rating in counting.items()
            if catalogue.has_skill(skill)
        },
        tracks=frozenset(
            catalogue.role(role).track
            for role in person.roles_held(as_of)
            if catalogue.has_role(role)
        ),
        hours_a_week=person.hours_a_week,
        day=as_of,
    )
