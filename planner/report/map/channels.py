"""How the ways of moves run along the channels between the rows of a map: at heights apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import chain
from typing import NamedTuple

from planner.report.map.streets import APART, Point, Streets

# A way that rises through a channel has a height of its own where it goes so far aside, and runs
# level there from so far on.
_SHORT, _LONG = 40.0, 100.0
# What a crossing costs, a height more than there are, and one more than there is room for.
_CROSSING, _OPENED, _CROWDED = 1.0, 0.4, 1.5
# In a throng of more runs no crossing is looked for, only a free height.
_THRONG = 80
# How far the bend between upright and level draws a way aside, and by where it is level.
_BEND, _REACH = 20.0, 180.0


class Run(NamedTuple):
    """A way along the channel under a row (-1: above the first), from `x0` to `x1`.

    It comes down into the channel or up into it, and leaves it upward or downward.
    """

    below: int
    x0: float
    x1: float
    comes_down: bool
    leaves_up: bool

    @property
    def is_short(self) -> bool:
        """Whether it only rises a little aside, which needs no height of its own."""
        return not self.comes_down and self.leaves_up and abs(self.x1 - self.x0) <= _SHORT

    @property
    def low(self) -> float:
        """Where it is leftmost."""
        return min(self.x0, self.x1)

    @property
    def high(self) -> float:
        """Where it is rightmost."""
        return max(self.x0, self.x1)

    @property
    def above(self) -> tuple[float, ...]:
        """Where it has an upright line above its height."""
        return (self.x0,) * self.comes_down + (self.x1,) * self.leaves_up

    @property
    def under(self) -> tuple[float, ...]:
        """Where it has an upright line under its height."""
        return (self.x0,) * (not self.comes_down) + (self.x1,) * (not self.leaves_up)


def heights(streets: Streets, runs: Sequence[Run]) -> list[float]:
    """Return a height for each run: apart from others beside it, so that few of them cross.

    Short ones have that of the channel's middle.
    """
    by_channel: defaultdict[int, list[int]] = defaultdict(list)
    for number, run in enumerate(runs):
        if not run.is_short:
            by_channel[run.below].append(number)
    found = [streets.channel(run.below) for run in runs]
    for below, numbers in by_channel.items():
        middle, reach = streets.channel(below), streets.reach_in_channel(below)
        most = 1 + int(2 * reach / APART)
        for group in _touching(runs, numbers):
            own = [runs[number] for number in group]
            lanes = _lanes(own, most) if len(own) <= _THRONG else _lanes_of_throng(own)
            first, last = min(lanes), max(lanes)
            apart = min(APART, 2 * reach / max(1, last - first))
            for number, lane in zip(group, lanes, strict=True):
                found[number] = middle + (lane - (first + last) / 2) * apart
    return found


def rising(start: Point, end: Point, height: float) -> tuple[Point, ...]:
    """Return the run of curves of a way from upright to upright: level at a height if it is long.

    A short one is a single curve about that height.
    """
    x0, x1 = start[0], end[0]
    if abs(x1 - x0) <= _LONG:
        return start, (x0, height), (x1, height), end
    side = 1 if x1 > x0 else -1
    bend, reach = side * _BEND, side * min(_REACH, abs(x1 - x0) / 2)
    one, other = (x0 + reach, height), (x1 - reach, height)
    level = () if one == other else (one, other, other)
    return (
        *(start, (x0, height), (x0 + bend, height), one),
        *level,
        *((x1 - bend, height), (x1, height), end),
    )


def _touching(runs: Sequence[Run], numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield the runs of a channel from left to right, in groups that lie beside no other."""
    group: list[int] = []
    reached = float("-inf")
    for number in sorted(numbers, key=lambda number: (runs[number].low, number)):
        if group and runs[number].low > reached + APART:
            yield group
            group = []
        group.append(number)
        reached = max(reached, runs[number].high)
    if group:
        yield group


def _lanes(runs: Sequence[Run], most: int) -> list[int]:
    """Return the lane of each run, counted downward; `most` have all the room they need.

    Runs come from left to right. Each takes the lane that costs least among those before it.
    """
    found: list[int] = []
    beside: list[tuple[Run, int]] = []
    first, last = 0, -1
    for run in runs:
        beside = [(other, lane) for other, lane in beside if other.high + APART > run.low]
        taken = {lane for _, lane in beside}
        free = [lane for lane in range(first, last + 1) if lane not in taken]
        costs = _costs(run, beside, [first - 1, *free, last + 1] if found else [0])
        for lane in costs.keys() - free:
            costs[lane] += _OPENED if last - first + 1 < most else _CROWDED
        lane = min(costs, key=lambda lane: (costs[lane], abs(lane), lane))
        first, last = min(first, lane), max(last, lane)
        found.append(lane)
        beside.append((run, lane))
    return found


def _lanes_of_throng(runs: Sequence[Run]) -> list[int]:
    """Return as few lanes as there can be for runs that come from left to right."""
    found: list[int] = []
    # Where each lane is free again, the leftmost first.
    free: list[tuple[float, int]] = []
    for run in runs:
        if free and free[0][0] <= run.low:
            _, lane = heappop(free)
        else:
            lane = len(free)
        heappush(free, (run.high + APART, lane))
        found.append(lane)
    return found


def _costs(run: Run, beside: Iterable[tuple[Run, int]], lanes: Iterable[int]) -> dict[int, float]:
    """Return what each of some lanes costs a run in crossings with those beside it."""
    both = [(lane, _crossed(run, other), _crossed(other, run)) for other, lane in beside]
    return {
        own: _CROSSING * sum(over if lane > own else under for lane, over, under in both)
        for own in lanes
    }


def _crossed(above: Run, under: Run) -> int:
    """Return how often two runs cross if one of them lies above the other."""
    return sum(
        low < x < high
        for x, low, high in chain(
            ((x, under.low, under.high) for x in above.under),
            ((x, above.low, above.high) for x in under.above),
        )
    )
