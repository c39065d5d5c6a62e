"""The ways of level and downward moves: from side to side, through gaps and channels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from planner.core.boxes import Box
from planner.core.model import Move
from planner.report.map.channels import Run
from planner.report.map.streets import APART, CLEARANCE, Point, Streets

# How far from a box ways bend that leave or arrive at its sides, and bow from side to side.
_ASIDE, _BOW = CLEARANCE + 2, 1.5 * APART
# How near others may come to a side before which an arrow head lies, ways bend, or one bows.
_PAST_HEAD, _PAST_BEND, _PAST_BOW = 14.0, _ASIDE + APART, _BOW + APART


def asides_of(streets: Streets, moves: Sequence[Move]) -> dict[str, float]:
    """Return how far from the middle of a side moves end, so that there and back keep apart."""
    pairs = {(move.from_role, move.to_role) for move in moves}
    drawn: Counter[tuple[str, str]] = Counter()
    asides = {}
    for move in moves:
        start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
        has_way_back = (move.to_role, move.from_role) in pairs
        aside = APART * drawn[move.from_role, move.to_role]
        drawn[move.from_role, move.to_role] += 1
        if has_way_back:
            aside += -APART if end.x < start.x or (end.x == start.x and end.y < start.y) else APART
        asides[move.id] = aside
    return asides


def gentle_curves(
    streets: Streets, moves: Sequence[Move], asides: Mapping[str, float]
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the ways that a single curve takes without touching a box."""
    for move in moves:
        start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
        for points in _gentle(streets, start, end, asides[move.id]):
            if streets.is_free(points, (start, end)):
                yield move.id, points
                break


def _sides(start: Box, end: Box) -> tuple[int, int]:
    """Return at which side a way leaves and arrives: 1 for the right, -1 for the left."""
    if abs(end.x - start.x) < (start.width + end.width) / 2 + 2 * _ASIDE:
        return 1, 1
    side = 1 if end.x > start.x else -1
    return side, -side


def busy_sides(
    streets: Streets, moves: Sequence[Move], gentle: Container[str]
) -> dict[float, float]:
    """Return how much room others leave at the sides where moves arrive, or leave for other rows.

    By the place across of the side. The ways of `gentle` moves are single curves.
    """
    sides: defaultdict[float, float] = defaultdict(float)
    for move in moves:
        start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
        leave, arrive = _sides(start, end)
        room = _PAST_HEAD
        if move.id not in gentle:
            room = _PAST_BEND
        elif leave == arrive:
            room = _PAST_BOW
        ends = [end.x + arrive * end.width / 2]
        if streets.row_of(start) != streets.row_of(end):
            ends.append(start.x + leave * start.width / 2)
        for side in ends:
            sides[side] = max(sides[side], room)
    return sides


def _gentle(streets: Streets, start: Box, end: Box, aside: float) -> Iterator[tuple[Point, ...]]:
    leave, arrive = _sides(start, end)
    x0, y0 = start.x + leave * start.width / 2, start.y + aside
    x1, y1 = end.x + arrive * end.width / 2, end.y + aside
    if leave == arrive:
        # A cubic curve reaches three quarters of the way to what draws it.
        out = max(x0, x1) + (_BOW + max(0.0, aside)) / 0.75
        yield (x0, y0), (out, y0), (out, y1), (x1, y1)
        return
    third = (x1 - x0) / 3
    yield (x0, y0), (x0 + third, y0), (x1 - third, y1), (x1, y1)
    half = (x1 - x0) / 2
    yield (x0, y0), (x0 + half, y0), (x1 - half, y1), (x1, y1)
    row = streets.row_of(start)
    if row == streets.row_of(end):
        # A bow through the channel below or above the row.
        for below in (row, row - 1) if leave > 0 else (row - 1, row):
            channel = streets.channel(below)
            depth = channel + (channel - start.y) / 3
            corner = (start.height / 2 - APART) * (1 if below == row else -1)
            for inward in (third / 4, third / 2):
                yield (
                    (x0, start.y + corner),
                    (x0 + inward, depth),
                    (x1 - inward, depth),
                    (x1, end.y + corner),
                )


def _bends(start: Box, end: Box) -> tuple[float, float]:
    """Return where across a streetwise way bends beside its boxes."""
    leave, arrive = _sides(start, end)
    out = start.x + leave * (start.width / 2 + _ASIDE)
    return out, end.x + arrive * (end.width / 2 + _ASIDE)


def lanes_down(streets: Streets, move: Move) -> list[tuple[int, float]]:
    """Return where a streetwise way passes each row between its ends, from the upper down."""
    start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
    x, into = _bends(start, end)
    lanes = []
    for row in range(streets.row_of(start) + 1, streets.row_of(end)):
        free = streets.rows[row].free_near(x)
        x = min(free, key=lambda place: (abs(place - into), place))
        lanes.append((row, x))
    return lanes


def downward_runs(streets: Streets, move: Move, lanes: Sequence[tuple[int, float]]) -> list[Run]:
    """Return where a streetwise way runs along channels."""
    start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
    out, into = _bends(start, end)
    first, last = streets.row_of(start), streets.row_of(end)
    if first == last:
        is_under = _sides(start, end)[0] > 0 or first == 0
        below = first if is_under else first - 1
        return [Run(below, out, into, comes_down=is_under, leaves_up=is_under)]
    places = [out, *(x for _, x in lanes), into]
    return [
        Run(first + number, before, after, comes_down=True, leaves_up=False)
        for number, (before, after) in enumerate(pairwise(places))
    ]


def corners_of(
    streets: Streets, move: Move, aside: float, runs: Sequence[Run], own: Sequence[float]
) -> list[Point]:
    """Return the corners of a way along channels at its own heights."""
    start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
    leave, arrive = _sides(start, end)
    return [
        (start.x + leave * start.width / 2, start.y + aside),
        (runs[0].x0, start.y + aside),
        *chain.from_iterable(
            ((run.x0, height), (run.x1, height)) for run, height in zip(runs, own, strict=True)
        ),
        (runs[-1].x1, end.y + aside),
        (end.x + arrive * end.width / 2, end.y + aside),
    ]
