"""People: the positions they held, what they aim for, and the ratings of their skills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DEFAULT_HOURS_A_WEEK = 3.0
DAYS_A_YEAR = 365.25
# After how many months a rating is stale unless the person says otherwise, and what they may say.
MONTHS_UNTIL_STALE = 12
FEWEST_MONTHS, MOST_MONTHS = 1, 120
# The entry of a rating that nobody gave: it stands in for one while something is imagined.
IMAGINED = -1


class Rater(StrEnum):
    """Who rated: the person, the manager, or both together."""

    SELF = "self"
    MANAGER = "manager"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A role held from `since` on, up to and including `until`; None while it is held."""

    role: str
    since: date
    until: date | None = None


class Stance(StrEnum):
    """How a person and the firm stand to a role for them; none of it is a failure."""

    WANTED = "wanted"
    NO_OPENING = "no-opening"
    NOT_WANTED = "not-wanted"
    STEPPING_BACK = "stepping-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A person's stance to a role, as of a day: ready but no opening, does not want it …"""

    role: str
    stance: Stance
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in one catalogue: the present role since a day, the past positions, the wishes."""

    id: str
    name: str
    catalogue: str
    role: str
    since: date
    positions: tuple[Position, ...] = ()
    industry: str = ""
    target: str | None = None
    hours_a_week: float = DEFAULT_HOURS_A_WEEK
    wishes: tuple[Wish, ...] = ()

    @property
    def history(self) -> tuple[Position, ...]:
        """Every position, the present one included, by its first day."""
        present = Position(role=self.role, since=self.since)
        return tuple(sorted((*self.positions, present), key=lambda position: position.since))

    def position_on(self, day: date) -> Position:
        """Return the position held on `day`; before the first one, the first."""
        begun = [position for position in self.history if position.since <= day]
        return begun[-1] if begun else self.history[0]

    def wish_for(self, role: str, day: date | None = None) -> Wish | None:
        """Return the stance to a role, None where none was said, or not yet on `day`."""
        return next(
            (wish for wish in self.wishes if wish.role == role and (day is None or wish.on <= day)),
            None,
        )

    def unwanted(self, day: date) -> frozenset[str]:
        """Return the roles of which was said, on or before `day`, that they are not wanted."""
        return frozenset(
            wish.role for wish in self.wishes if wish.stance is Stance.NOT_WANTED and wish.on <= day
        )

    def roles_held(self, day: date) -> Iterator[str]:
        """Yield the roles held on or before `day`, at least the first one."""
        yield self.position_on(day).role
        for position in self.history:
            if position.since <= day:
                yield position.role


def nobody(catalogue: str) -> Person:
    """Return who stands on a map that is nobody's: of no name, in no role."""
    return Person(id="", name="", catalogue=catalogue, role="", since=date.max)


def years_between(since: date, day: date) -> float:
    """Return the years from `since` to `day`, days / 365.25, at least 0."""
    return max(0, (day - since).days) / DAYS_A_YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One dated judgement of one skill; it is never overwritten.

    `level` None means *not applicable*. `entry` rises with each rating entered into the store, so
    that of two ratings of one day the later one counts.
    """

    entry: int
    skill: str
    level: float | None
    by: Rater
    on: date
    comment: str = ""
    evidence: str = ""

    @property
    def is_imagined(self) -> bool:
        """Whether it is only imagined, and so nobody's."""
        return self.entry == IMAGINED

    def fresh_until(self, months: int = MONTHS_UNTIL_STALE) -> date:
        """Return the last day on which it is not yet older than so many months."""
        number = 12 * self.on.year + self.on.month - 1 + months
        first = date(number // 12, number % 12 + 1, 1)
        following = date((number + 1) // 12, (number + 1) % 12 + 1, 1)
        return first + min(timedelta(days=self.on.day), following - first) - timedelta(days=1)

    def is_stale(self, day: date, months: int = MONTHS_UNTIL_STALE) -> bool:
        """Whether it is older on `day` than so many months."""
        return day > self.fresh_until(months)
