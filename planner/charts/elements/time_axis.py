"""A time axis: where days stand between two edges, and which of them are written below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from planner.core.text import Texts

# Between two marks of the axis, in months, from which the first that leaves room is taken.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
# So much time at least is shown, for a single day has no width.
_LEAST_DAYS = 60
_MOST_DAYS = 20 * 366
_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is marked below the axis: where, and in which words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` at `left` to `last` at `right`, in figure units."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Return where a day stands; days before the first one stand at its place."""
        whole = (self.last - self.first).days
        part = min(1.0, max(0.0, (day - self.first).days / whole))
        return self.left + part * (self.right - self.left)

    def ticks(self, texts: Texts, width_of: Callable[[str], float]) -> tuple[Tick, ...]:
        """Return the marks that leave room for one another: months, else years."""
        for months in _STEPS:
            ticks = tuple(self._ticks(months, texts))
            if all(
                after.x - before.x >= (width_of(before.words) + width_of(after.words)) / 2 + _GAP
                for before, after in pairwise(ticks)
            ):
                return ticks
        return ()

    def _ticks(self, months: int, texts: Texts) -> Iterator[Tick]:
        number = 12 * self.first.year + self.first.month - 1
        number += -number % months
        while (day := _month(number)) <= self.last:
            if day >= self.first:
                words = str(day.year) if months >= 12 else texts.month(day)
                yield Tick(self.at(day), words)
            number += months


def time_axis(days: Iterable[date], until: date, left: float, right: float) -> TimeAxis:
    """Return the axis from the first of `days` to `until`, never shorter than two months."""
    first = min([*days, until])
    first = min(first, until - timedelta(days=_LEAST_DAYS))
    return TimeAxis(first, until, left, right)


def axis_around(days: Iterable[date], today: date, left: float, right: float) -> TimeAxis:
    """Return the axis of days before and after today, never shorter than two months.

    It covers what is to come up to twenty years, and of the past no more than a quarter of the
    whole where there is something to come.
    """
    known = [today, *days]
    last = min(max(known), _later(today, _MOST_DAYS))
    first = max(min(known), _later(today, -_MOST_DAYS))
    if last > today:
        back = max(_LEAST_DAYS // 4, (last - today).days // 3)
        first = max(first, _later(today, -back))
    return TimeAxis(first, max(last, _later(first, _LEAST_DAYS)), left, right)


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(date.max.toordinal(), max(1, day.toordinal() + days)))


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
