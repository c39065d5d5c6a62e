"""The free room of a map, where lines can pass: gaps between boxes, channels between rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, hypot
from typing import NamedTuple

from planner.core.boxes import Box

Point = tuple[float, float]

# How near a line may come to a box that it passes, and how far apart two lines keep.
CLEARANCE = 6.0
APART = 9.0
_SAMPLES = 24
# Every so many samples, the fewest first, end with the last one.
_STEPS = (24, 12, 8, 6, 4, 3, 2, 1)
# What each of the four points of a cubic curve weighs at the samples along it.
_WEIGHTS = tuple(
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    for t in (step / _SAMPLES for step in range(1, _SAMPLES + 1))
)


class Row(NamedTuple):
    """Boxes that share a height, and the free room between them from left to right."""

    top: float
    bottom: float
    lefts: tuple[float, ...]
    rights: tuple[float, ...]

    def blocks(self, x: float) -> bool:
        """Whether a vertical line at `x` would touch a box."""
        number = bisect_right(self.lefts, x + CLEARANCE) - 1
        return number >= 0 and self.rights[number] > x - CLEARANCE

    def free_near(self, x: float) -> tuple[float, ...]:
        """Return the nearest free places at either side of `x`, or `x` itself."""
        if not self.blocks(x):
            return (x,)
        number = bisect_right(self.lefts, x + CLEARANCE) - 1
        return (*self._to_the_left(number), *self._to_the_right(number))

    def gap_at(self, x: float) -> tuple[float, float]:
        """Return the free room around a free `x`; the outermost rooms reach far out."""
        number = bisect_right(self.lefts, x)
        start = self.rights[number - 1] if number else self.lefts[0] - 20 * APART
        end = self.lefts[number] if number < len(self.lefts) else start + 20 * APART
        return start, max(start, end)

    def _to_the_left(self, number: int) -> Iterator[float]:
        while number > 0:
            if self.lefts[number] - self.rights[number - 1] > 2 * CLEARANCE:
                break
            number -= 1
        yield self.lefts[number] - CLEARANCE - 1

    def _to_the_right(self, number: int) -> Iterator[float]:
        while number < len(self.lefts) - 1:
            if self.lefts[number + 1] - self.rights[number] > 2 * CLEARANCE:
                break
            number += 1
        yield self.rights[number] + CLEARANCE + 1


class Streets:
    """The free room of a layout: rows of boxes with gaps, and the channels between rows."""

    def __init__(self, boxes: Mapping[str, Box]) -> None:
        self.boxes = boxes
        groups: list[list[Box]] = []
        bottom = float("-inf")
        for box in sorted(boxes.values(), key=lambda box: (box.y - box.height / 2, box.x)):
            if not groups or box.y - box.height / 2 >= bottom:
                groups.append([])
            groups[-1].append(box)
            bottom = max(bottom, box.y + box.height / 2)
        self.rows = tuple(_row(group) for group in groups)
        self._tops = [row.top for row in self.rows]

    def row_of(self, box: Box) -> int:
        """Return the number of a box's row, from the top."""
        return bisect_right(self._tops, box.y) - 1

    def channel(self, below: int) -> float:
        """Return the height of the channel under a row; above the first for -1."""
        if below < 0:
            return self.rows[0].top - 3 * APART
        if below == len(self.rows) - 1:
            return self.rows[-1].bottom + 3 * APART
        return (self.rows[below].bottom + self.rows[below + 1].top) / 2

    def reach_in_channel(self, below: int) -> float:
        """Return how far from a channel's middle a way may run."""
        if 0 <= below < len(self.rows) - 1:
            depth = self.rows[below + 1].top - self.rows[below].bottom
            return max(0.0, depth / 2 - 1.5 * CLEARANCE)
        return 2 * APART

    def is_free(self, points: Sequence[Point], ends: Sequence[Box]) -> bool:
        """Whether a run of curves keeps clear of every box but those at its `ends`."""
        for piece in pieces(points, _SAMPLES * CLEARANCE):
            for x, y in sampled(piece):
                if self._blocks(x, y) and not any(_is_at(box, x, y) for box in ends):
                    return False
        return True

    def _blocks(self, x: float, y: float) -> bool:
        number = bisect_right(self._tops, y + CLEARANCE) - 1
        if number < 0:
            return False
        row = self.rows[number]
        return y - CLEARANCE < row.bottom and row.blocks(x)


def sampled(points: Sequence[Point]) -> Iterator[Point]:
    """Yield points along a run of cubic curves, both ends included."""
    yield points[0]
    for number in range(0, len(points) - 3, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[number : number + 4]
        for a, b, c, d in _WEIGHTS:
            yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def sampled_every(points: Sequence[Point], apart: float) -> Iterator[Point]:
    """Yield points along a run of cubic curves, both ends included, about `apart` at most.

    Of a curve longer than 24 times that, 24 points: cut it into `pieces` first.
    """
    yield points[0]
    for number in range(0, len(points) - 3, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[number : number + 4]
        # No shorter than the curve.
        reach = abs(x1 - x0) + abs(x2 - x1) + abs(x3 - x2) + abs(y1 - y0) + abs(y2 - y1)
        reach += abs(y3 - y2)
        every = next(step for step in _STEPS if step == 1 or reach * step <= apart * _SAMPLES)
        for a, b, c, d in _WEIGHTS[every - 1 :: every]:
            yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def pieces(points: Sequence[Point], longest: float) -> Iterator[tuple[Point, ...]]:
    """Yield a run of cubic curves in single ones, each about as long as `longest` at most."""
    for number in range(0, len(points) - 3, 3):
        curve = tuple(points[number : number + 4])
        reach = sum(hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(curve))
        count = max(1, ceil(reach / longest))
        for left in range(count, 1, -1):
            piece, curve = _split(curve, 1 / left)
            yield piece
        yield curve


def _split(curve: tuple[Point, ...], at: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return the two parts of a cubic curve before and after `at` (0..1), by de Casteljau."""

    def between(one: Point, other: Point) -> Point:
        return one[0] + at * (other[0] - one[0]), one[1] + at * (other[1] - one[1])

    start, first, second, end = curve
    a, b, c = between(start, first), between(first, second), between(second, end)
    d, e = between(a, b), between(b, c)
    middle = between(d, e)
    return (start, a, d, middle), (middle, e, c, end)


def spread(wished: Sequence[float], low: float, high: float, apart: float) -> list[float]:
    """Return places in `low`..`high` as near to the rising `wished` ones as `apart` allows."""
    if not wished:
        return []
    apart = min(apart, max(0.0, high - low) / max(1, len(wished) - 1))
    # Pool neighbours that would stand too near, each pool centred on what its members wish.
    pools: list[tuple[float, int]] = []
    for number, wish in enumerate(wished):
        centre, members = wish - number * apart, 1
        while pools and pools[-1][0] >= centre:
            before, others = pools.pop()
            centre = (before * others + centre * members) / (others + members)
            members += others
        pools.append((centre, members))
    reach = high - apart * (len(wished) - 1)
    flat = [max(low, min(reach, centre)) for centre, members in pools for _ in range(members)]
    return [place + number * apart for number, place in enumerate(flat)]


def rounded(points: Sequence[Point], radius: float = 14.0) -> tuple[Point, ...]:
    """Return a run of curves along straight lines, each corner rounded as far as there is room."""
    corners = [
        point for number, point in enumerate(points) if not number or point != points[number - 1]
    ]
    run: list[Point] = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        enter = _towards(corner, before, radius)
        leave = _towards(corner, after, radius)
        run += [run[-1], enter, enter, _middle(enter, corner), _middle(corner, leave), leave]
    return (*run, run[-1], corners[-1], corners[-1])


def _towards(corner: Point, other: Point, radius: float) -> Point:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = min(0.5, radius / length) if length else 0.0
    return corner[0] + share * dx, corner[1] + share * dy


def _middle(one: Point, other: Point) -> Point:
    return one[0] + 0.55 * (other[0] - one[0]), one[1] + 0.55 * (other[1] - one[1])


def _is_at(box: Box, x: float, y: float) -> bool:
    room = 2 * CLEARANCE
    return abs(x - box.x) < box.width / 2 + room and abs(y - box.y) < box.height / 2 + room


def _row(group: list[Box]) -> Row:
    ordered = sorted((box.x - box.width / 2, box.x + box.width / 2) for box in group)
    return Row(
        min(box.y - box.height / 2 for box in group),
        max(box.y + box.height / 2 for box in group),
        tuple(left for left, _ in ordered),
        tuple(right for _, right in ordered),
    )
