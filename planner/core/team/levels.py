"""The ratings that count of many people at once, as arrays: a row a person, a column a skill."""

from __future__ import annotations

from array import array
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from planner.core.people import MONTHS_UNTIL_STALE, Rater

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Stand in a block for a level where there is none.
UNRATED, NOT_APPLICABLE = float("-inf"), float("inf")
# One number of a block holds the skill, the person, the rater and the day. A day (an ordinal) has
# 22 bits, a rater 2; with at most 256 people there are 21 bits for the skill before a float loses
# whole numbers.
DAY_BITS, RATER_BITS, PERSON_BITS = 22, 2, 8
MOST_PEOPLE_IN_A_BLOCK = 1 << PERSON_BITS
# The later one of these who rated is whose rating counts; the place is the rater of a block.
RATERS = (Rater.SELF, Rater.MANAGER, Rater.AGREED)


@dataclass(frozen=True, slots=True)
class LevelBlock:
    """What the store reads of some people: two numbers a cell, in no order.

    The first number packs where the cell is (skill, then person, as places in the lists asked for)
    with who rated and when; the second is the level, or what stands for none.
    """

    people: tuple[str, ...]
    cells: array[float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TeamLevels:
    """The rating that counts of each person and skill; nobody changes the arrays.

    `level` is NaN where there is no number, that is unrated or not applicable. `rater` is a place
    in `RATERS` and `day` an ordinal; both are -1 where nobody whose rating counts has rated.
    """

    people: tuple[str, ...]
    skills: tuple[str, ...]
    level: Floats
    is_applicable: Flags
    rater: npt.NDArray[np.int8]
    day: npt.NDArray[np.int32]

    @property
    def is_rated(self) -> Flags:
        """Where there is a number."""
        return ~np.isnan(self.level)

    def is_stale(self, as_of: date, months: int = MONTHS_UNTIL_STALE) -> Flags:
        """Where there is a rating older on `as_of` than so many months, as `Rating.is_stale`."""
        return (self.day >= 0) & (self.day < first_fresh_day(as_of, months).toordinal())

    def of(self, people: Sequence[str]) -> TeamLevels:
        """Return the levels of some of the people; raise KeyError for one who is not among them."""
        place = {person: row for row, person in enumerate(self.people)}
        rows = [place[person] for person in people]
        return TeamLevels(
            people=tuple(people),
            skills=self.skills,
            level=self.level[rows],
            is_applicable=self.is_applicable[rows],
            rater=self.rater[rows],
            day=self.day[rows],
        )

    def rated(self, person: str, column: int) -> tuple[Rater, date] | None:
        """Return who gave the rating that counts and when; None where there is none."""
        at = self.people.index(person), column
        if self.day[at] < 0:
            return None
        return RATERS[int(self.rater[at])], date.fromordinal(int(self.day[at]))

    def plain(self) -> list[dict[str, float | str | None]]:
        """Return each person's levels by skill: a number, None for unrated, or `n/a`."""
        return [
            {
                skill: level if rated else (None if applicable else "n/a")
                for skill, level, rated, applicable in zip(self.skills, *row, strict=True)
            }
            for row in zip(
                self.level.tolist(),
                self.is_rated.tolist(),
                self.is_applicable.tolist(),
                strict=True,
            )
        ]


def no_levels(people: Sequence[str], skills: Sequence[str]) -> TeamLevels:
    """Return levels in which nothing is rated."""
    shape = (len(people), len(skills))
    return TeamLevels(
        people=tuple(people),
        skills=tuple(skills),
        level=np.full(shape, np.nan),
        is_applicable=np.ones(shape, np.bool_),
        rater=np.full(shape, -1, np.int8),
        day=np.full(shape, -1, np.int32),
    )


def levels_in(block: LevelBlock, skills: Sequence[str]) -> TeamLevels:
    """Return the levels of a block that was read for these skills."""
    found = no_levels(block.people, skills)
    cells = np.frombuffer(block.cells).reshape(-1, 2)
    cells = cells[cells[:, 1] != UNRATED]
    packed, level = cells[:, 0].astype(np.int64), cells[:, 1]
    day, packed = packed & ((1 << DAY_BITS) - 1), packed >> DAY_BITS
    rater, packed = packed & ((1 << RATER_BITS) - 1), packed >> RATER_BITS
    at = (packed & (MOST_PEOPLE_IN_A_BLOCK - 1), packed >> PERSON_BITS)
    has_number = level != NOT_APPLICABLE
    found.level[at] = np.where(has_number, level, np.nan)
    found.is_applicable[at] = has_number
    found.rater[at] = rater
    found.day[at] = day
    return found


def joined(people: Sequence[str], skills: Sequence[str], parts: Iterable[TeamLevels]) -> TeamLevels:
    """Return the parts as one, in the order of `people`; whoever is in none is unrated."""
    whole = no_levels(people, skills)
    place: Mapping[str, int] = {person: row for row, person in enumerate(people)}
    for part in parts:
        rows = [place[person] for person in part.people]
        whole.level[rows] = part.level
        whole.is_applicable[rows] = part.is_applicable
        whole.rater[rows] = part.rater
        whole.day[rows] = part.day
    return whole


def first_fresh_day(as_of: date, months: int = MONTHS_UNTIL_STALE) -> date:
    """Return the first day whose ratings are not stale on `as_of`.

    The same day so many months before; where that month is too short, the first of the next one.
    """
    total = 12 * as_of.year + as_of.month - 1 - months
    year, month = divmod(total, 12)
    if year < date.min.year:
        return date.min
    last = monthrange(year, month + 1)[1]
    if as_of.day <= last:
        return date(year, month + 1, as_of.day)
    return date(year, month + 1, last) + timedelta(days=1)
