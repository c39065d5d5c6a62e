"""How well a team covers the skills that its roles require, skill by skill and as one figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planner.core.model import Catalogue
from planner.core.team.against_roles import Team
from planner.core.team.levels import Flags, Floats, Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coverage:
    """What a team holds of each skill, an entry a skill in the catalogue's order.

    `rated` counts those with a number, `stale` the stale ones among them. `required` counts those
    whose role requires the skill and for whom it is applicable, `at_required` those of them who
    hold what it requires. `is_single_point` marks a single point of failure.
    """

    rated: Numbers
    stale: Numbers
    required: Numbers
    at_required: Numbers
    is_single_point: Flags

    def stale_share(self, skill: int) -> float | None:
        """Return the share of a skill's ratings that are stale, 0..1; None where it has none."""
        rated = int(self.rated[skill])
        return int(self.stale[skill]) / rated if rated else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How complete the capability matrix is: of the `required` cells, how many are of which kind.

    A cell is required where the role of the person requires the skill, unless the skill is not
    applicable to the person. `complete` ones are rated and not stale.
    """

    required: int
    unrated: int
    stale: int
    not_applicable: int

    @property
    def complete(self) -> int:
        """The cells that are rated and not stale."""
        return self.required - self.unrated - self.stale

    @property
    def fraction(self) -> float | None:
        """The part of the required cells that is complete; None where none is required."""
        return self.complete / self.required if self.required else None


def required_levels(catalogue: Catalogue, roles: Sequence[str]) -> Floats:
    """Return what each one's role requires, a row a person, NaN where it requires nothing.

    `roles` are the roles to compare with, a person each; an unknown one requires nothing.
    """
    column = {skill.id: number for number, skill in enumerate(catalogue.skills)}
    nothing = np.full(len(catalogue.skills), np.nan)
    levels = {"": nothing}
    for role in dict.fromkeys(roles):
        levels[role] = nothing.copy()
        if catalogue.has_role(role):
            for needed in catalogue.role(role).requires:
                levels[role][column[needed.skill]] = needed.level
    place = {role: row for row, role in enumerate(levels)}
    required: Floats = np.stack(list(levels.values()))[[place[role] for role in roles]]
    return required


def asked_skills(required: Floats) -> tuple[int, ...]:
    """Return the columns of the skills that are required of somebody."""
    return tuple(np.flatnonzero(~np.isnan(required).all(axis=0)).tolist())


def coverage(team: Team, required: Floats) -> Coverage:
    """Return what the team holds of each skill against what is required of each one.

    A single point of failure: exactly one person of the team holds what the role of at least one
    person requires of the skill, whether or not that one's own role asks for it.
    """
    levels = team.levels
    is_rated = levels.is_rated
    applies = ~np.isnan(required) & levels.is_applicable
    # Whoever holds the least that is required holds what somebody's role requires.
    least = np.fmin.reduce(required, axis=0, initial=np.nan)
    return Coverage(
        rated=np.count_nonzero(is_rated, axis=0),
        stale=np.count_nonzero(is_rated & levels.is_stale(team.as_of, team.months), axis=0),
        required=np.count_nonzero(applies, axis=0),
        at_required=np.count_nonzero(levels.level >= required, axis=0),
        is_single_point=np.count_nonzero(levels.level >= least, axis=0) == 1,
    )


def sole_holder(team: Team, required: Floats, skill: int) -> int | None:
    """Return the row of who alone holds what somebody's role requires of a skill, else None."""
    wanted = required[:, skill]
    wanted = wanted[~np.isnan(wanted)]
    if not len(wanted):
        return None
    holders = np.flatnonzero(team.levels.level[:, skill] >= wanted.min())
    return int(holders[0]) if len(holders) == 1 else None


def completeness(team: Team, required: Floats) -> Completeness:
    """Return how complete the matrix is for what is required of each one."""
    levels = team.levels
    is_asked = ~np.isnan(required)
    applies = is_asked & levels.is_applicable
    stale = levels.is_stale(team.as_of, team.months)
    return Completeness(
        required=int(np.count_nonzero(applies)),
        unrated=int(np.count_nonzero(applies & ~levels.is_rated)),
        stale=int(np.count_nonzero(applies & levels.is_rated & stale)),
        not_applicable=int(np.count_nonzero(is_asked & ~levels.is_applicable)),
    )
