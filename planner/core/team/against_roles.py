"""A team against roles: readiness, coverage and completeness, for everybody at once in arrays.

Each figure follows the rules of `gaps`; `Standing` holds for many people what a `Gap` says of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from planner.core.gaps import Basis, Interval
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Role
from planner.core.people import DAYS_A_YEAR, MONTHS_UNTIL_STALE, Person
from planner.core.team.levels import Flags, Floats, Numbers, TeamLevels

_NO_MOVE = np.inf


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """People against a role each, an entry a person; nobody changes the arrays.

    `low` and `high` are the ends of the readiness, NaN where it is unknown. `open_essentials` and
    `unrated` count skills, `years_to_serve` is as in a `Gap`.
    """

    low: Floats
    high: Floats
    open_essentials: Numbers
    unrated: Numbers
    lacks_track: Flags
    years_to_serve: Floats

    @property
    def is_known(self) -> Flags:
        """Whose readiness is known."""
        return ~np.isnan(self.low)

    @property
    def ready(self) -> Flags:
        """Who is ready, by the rule of `Gap.ready`."""
        is_held: Flags = (self.open_essentials == 0) & ~self.lacks_track
        return self.is_known & is_held & (self.years_to_serve <= 0)

    def readiness(self, row: int) -> Interval | None:
        """Return one person's readiness, None where it is unknown."""
        low, high = float(self.low[row]), float(self.high[row])
        return None if np.isnan(low) else Interval(low, high)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Team:
    """The people of one catalogue with the ratings that count, as of a day.

    Columns of `levels` are the catalogue's skills in its order, rows are `people`. A rating older
    than `months` is stale.
    """

    graph: PromotionGraph
    people: tuple[Person, ...]
    levels: TeamLevels
    basis: Basis
    as_of: date
    months: int = MONTHS_UNTIL_STALE

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that everybody stands in."""
        return self.graph.catalogue

    def roles(self) -> tuple[str, ...]:
        """Return the role that each one held on the day."""
        return tuple(person.position_on(self.as_of).role for person in self.people)


class Standings:
    """How a team stands to any role; what all roles share is worked out once."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self.roles = team.roles()
        self._column = {skill.id: number for number, skill in enumerate(team.catalogue.skills)}
        self._columns = _columns(team)
        self._place = {role: place for place, role in enumerate(dict.fromkeys(self.roles))}
        self._held = np.array([self._place[role] for role in self.roles], np.int64)
        self._served = _years_served(team)
        self._tracks = _tracks_held(team)

    def to_role(self, role_id: str) -> Standing:
        """Return how everybody stands to one role; raise KeyError for an unknown one."""
        return self._standing(self._team.catalogue.role(role_id), slice(None))

    def to_changed(self, role: Role) -> Standing:
        """Return how everybody would stand to a role that asks for other levels."""
        return self._standing(role, slice(None))

    def to_own(self) -> Standing:
        """Return how each one stands to their own role; unknown where that role is."""
        count = len(self.roles)
        whole = _no_standing(count)
        rows: dict[str, list[int]] = {}
        for row, role in enumerate(self.roles):
            rows.setdefault(role, []).append(row)
        for role, of_role in rows.items():
            if self._team.catalogue.has_role(role):
                known = self._team.catalogue.role(role)
                _put(whole, of_role, self._standing(known, np.array(of_role)))
        return whole

    def against(self, role_id: str | None) -> Standing:
        """Return how everybody stands to a role, or to their own where it is None."""
        return self.to_own() if role_id is None else self.to_role(role_id)

    def _standing(self, role: Role, rows: slice | Numbers) -> Standing:
        count = len(self.roles) if isinstance(rows, slice) else len(rows)
        low, high, whole = np.zeros(count), np.zeros(count), np.zeros(count)
        open_essentials, unrated = np.zeros(count, np.int64), np.zeros(count, np.int64)
        # One requirement after the other, as a gap sums: both are the same to the last bit. What
        # does not count adds 0, which changes no sum.
        for needed in role.requires:
            column = self._columns[self._column[needed.skill]]
            most = needed.weight * needed.level
            counted = needed.weight * np.minimum(column.counted[rows], needed.level)
            low += counted
            high += counted
            if column.has_unrated:
                is_unrated = column.is_unrated[rows]
                high += most * is_unrated
                unrated += is_unrated
            whole += most * column.applies[rows] if column.has_inapplicable else most
            if needed.essential:
                open_essentials += column.compared[rows] < needed.level
        is_known = whole > 0
        whole[~is_known] = 1.0
        lacks = np.zeros(count, np.bool_)
        for track in role.after:
            lacks |= ~self._tracks.get(track, np.zeros(len(self.roles), np.bool_))[rows]
        return Standing(
            low=np.where(is_known, low / whole, np.nan),
            high=np.where(is_known, high / whole, np.nan),
            open_essentials=open_essentials,
            unrated=unrated,
            lacks_track=lacks,
            years_to_serve=self._years_to_serve(role.id)[rows],
        )

    def _years_to_serve(self, role_id: str) -> Floats:
        least = np.full(len(self._place), _NO_MOVE)
        for move in self._team.graph.moves_in(role_id):
            place = self._place.get(move.from_role)
            if place is not None:
                least[place] = min(least[place], (move.years or (0.0, 0.0))[0])
        wanted = least[self._held]
        left: Floats = np.where(wanted == _NO_MOVE, 0.0, np.maximum(0.0, wanted - self._served))
        return left


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Column:
    """One skill of everybody, made ready for being compared with many levels.

    `counted` is the level, 0 where there is none. `compared` is the level, or what makes it open
    for every level where it is unrated, and for none where it is not applicable.
    """

    counted: Floats
    compared: Floats
    applies: Flags
    is_unrated: Flags
    has_inapplicable: bool
    has_unrated: bool


def _columns(team: Team) -> tuple[_Column, ...]:
    found = []
    for number in range(len(team.levels.skills)):
        level = team.levels.level[:, number]
        applies = np.ascontiguousarray(team.levels.is_applicable[:, number])
        is_rated = ~np.isnan(level)
        found.append(
            _Column(
                counted=np.where(is_rated, level, 0.0),
                compared=np.where(is_rated, level, np.where(applies, -np.inf, np.inf)),
                applies=applies,
                is_unrated=applies & ~is_rated,
                has_inapplicable=not applies.all(),
                has_unrated=bool((applies & ~is_rated).any()),
            )
        )
    return tuple(found)


def _no_standing(count: int) -> Standing:
    return Standing(
        low=np.full(count, np.nan),
        high=np.full(count, np.nan),
        open_essentials=np.zeros(count, np.int64),
        unrated=np.zeros(count, np.int64),
        lacks_track=np.zeros(count, np.bool_),
        years_to_serve=np.zeros(count),
    )


def _put(whole: Standing, rows: list[int], part: Standing) -> None:
    whole.low[rows] = part.low
    whole.high[rows] = part.high
    whole.open_essentials[rows] = part.open_essentials
    whole.unrated[rows] = part.unrated
    whole.lacks_track[rows] = part.lacks_track
    whole.years_to_serve[rows] = part.years_to_serve


def _years_served(team: Team) -> Floats:
    since = [person.position_on(team.as_of).since.toordinal() for person in team.people]
    days = np.maximum(0, team.as_of.toordinal() - np.array(since, np.int64))
    served: Floats = days / DAYS_A_YEAR
    return served


def _tracks_held(team: Team) -> Mapping[str, Flags]:
    nobody = np.zeros(len(team.people), np.bool_)
    held: dict[str, Flags] = {}
    for row, person in enumerate(team.people):
        for role in person.roles_held(team.as_of):
            if team.catalogue.has_role(role):
                held.setdefault(team.catalogue.role(role).track, nobody.copy())[row] = True
    return held
