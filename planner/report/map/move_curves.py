"""The ways of the moves between the boxes of a map: around every other role, side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from planner.core.boxes import Box
from planner.core.model import Move
from planner.report.map.streets import (
    APART,
    CLEARANCE,
    Heights,
    Point,
    Row,
    Streets,
    rounded,
    spread,
)

# Ports spread over this part of a box's width, one for each move that leaves or arrives there.
_PORTS = 0.62
# How near a line may come to a side of a box before which others bend, or have their arrow heads.
_PAST_HEAD = 14.0
# What a bend in a way costs, a way round the outside of a row, and a gap that is already full, in
# units of detour.
_BEND, _OUTSIDE, _CROWD = 40.0, 20.0, 60.0


class MoveCurve(NamedTuple):
    """A move and its run of cubic Bézier curves, from the border of one box to another's."""

    move: Move
    points: tuple[Point, ...]


class Ruler:
    """Measures a line of points, to find places along it."""

    def __init__(self, line: Sequence[Point]) -> None:
        self._line = line
        lengths = [0.0]
        for (x0, y0), (x1, y1) in pairwise(line):
            lengths.append(lengths[-1] + ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)
        self._lengths = lengths

    def at(self, part: float) -> Point:
        """Return the point after `part` (0..1) of the line's length."""
        line, lengths = self._line, self._lengths
        number = max(1, min(len(line) - 1, bisect_left(lengths, part * lengths[-1])))
        (x0, y0), (x1, y1) = line[number - 1], line[number]
        step = lengths[number] - lengths[number - 1]
        share = (part * lengths[-1] - lengths[number - 1]) / step if step else 0.0
        return x0 + share * (x1 - x0), y0 + share * (y1 - y0)


def move_curves(boxes: Mapping[str, Box], moves: Iterable[Move]) -> tuple[MoveCurve, ...]:
    """Return the way of each move between placed roles, in the order of `moves`.

    Moves upward leave at the top and arrive at the bottom; all others go from side to side.
    """
    placed = [
        move
        for move in moves
        if move.from_role in boxes and move.to_role in boxes and move.from_role != move.to_role
    ]
    streets = Streets(boxes)
    upward = [move for move in placed if _is_upward(streets, move)]
    sideways = [move for move in placed if not _is_upward(streets, move)]
    heights = Heights(streets)
    ways = dict(_upward_curves(streets, upward, _busy_sides(streets, sideways), heights))
    ways.update(_sideways_curves(streets, sideways, heights))
    return tuple(MoveCurve(move, ways[move.id]) for move in placed)


def _is_upward(streets: Streets, move: Move) -> bool:
    start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
    return streets.row_of(end) < streets.row_of(start)


# Moves upward: vertical through the gaps of the rows between, in S-curves through the channels.


def _upward_curves(
    streets: Streets, moves: Sequence[Move], busy: Set[float], heights: Heights
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    loads: Counter[tuple[int, float]] = Counter()
    lanes = {move.id: _lanes(streets, move, loads) for move in moves}
    _spread_lanes(streets, moves, lanes, busy)
    starts = _ports(streets, moves, lanes, leaving=True)
    ends = _ports(streets, moves, lanes, leaving=False)
    for move in moves:
        start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
        bottom, top = start.y - start.height / 2, end.y + end.height / 2
        first, last = starts[move.id], ends[move.id]
        if lanes[move.id]:
            direct = _rising(first, bottom, last, top, (bottom + top) / 2)
            if streets.is_free(direct, (start, end)):
                yield move.id, direct
                continue
        points: list[Point] = [(first, bottom)]
        for row, x in lanes[move.id]:
            foot = streets.rows[row].bottom + CLEARANCE
            points += _rising(*points[-1], x, foot, heights.for_run(row, points[-1][0], x))[1:]
            head = streets.rows[row].top - CLEARANCE
            points += _rising(*points[-1], x, head, (foot + head) / 2)[1:]
        row = streets.row_of(end)
        points += _rising(*points[-1], last, top, heights.for_run(row, points[-1][0], last))[1:]
        yield move.id, tuple(points)


def _rising(x0: float, y0: float, x1: float, y1: float, middle: float) -> tuple[Point, ...]:
    return (x0, y0), (x0, middle), (x1, middle), (x1, y1)


def _lanes(
    streets: Streets, move: Move, loads: Counter[tuple[int, float]]
) -> list[tuple[int, float]]:
    """Return where a move passes each row between its ends, from the lower to the upper.

    `loads` counts the ways that pass each gap so far; crowded gaps cost more.
    """
    start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
    rows = range(streets.row_of(start) - 1, streets.row_of(end), -1)
    # The cheapest way to each place so far: its cost and the places passed.
    ways: dict[float, tuple[float, list[float]]] = {start.x: (0.0, [])}
    for row in rows:
        share = (start.y - streets.rows[row].bottom) / (start.y - end.y)
        ideal = start.x + share * (end.x - start.x)
        wished = {start.x, end.x, ideal, *ways}
        free = {x for wish in wished for x in streets.rows[row].free_near(wish)}
        tolls = {
            x: _toll(streets.rows[row], x, loads[row, streets.rows[row].gap_at(x)[0]]) for x in free
        }
        ways = {
            x: min(
                (cost + _step(x - before) + tolls[x], [*passed, x])
                for before, (cost, passed) in ways.items()
            )
            for x in sorted(free)
        }
    if not rows:
        return []
    _, passed = min((cost + _step(end.x - x), passed) for x, (cost, passed) in ways.items())
    loads.update((row, streets.rows[row].gap_at(x)[0]) for row, x in zip(rows, passed, strict=True))
    return list(zip(rows, passed, strict=True))


def _step(aside: float) -> float:
    return abs(aside) + (_BEND if abs(aside) > 1 else 0.0)


def _toll(row: Row, x: float, load: int) -> float:
    start, end = row.gap_at(x)
    places = max(1.0, (end - start - 2 * CLEARANCE) / APART)
    outside = 0.0 if row.lefts[0] < x < row.rights[-1] else _OUTSIDE
    return outside + _CROWD * load / places


def _spread_lanes(
    streets: Streets,
    moves: Sequence[Move],
    lanes: dict[str, list[tuple[int, float]]],
    busy: Set[float],
) -> None:
    """Set the ways that pass one gap of a row side by side, in the order that crosses least.

    Where there is room they keep clear of what lies before the `busy` sides; as that holds in every
    row that has boxes with such a side, the ways stay upright from row to row.
    """
    passing: defaultdict[tuple[int, float], list[tuple[float, str, int]]] = defaultdict(list)
    for move in moves:
        way = lanes[move.id]
        start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
        for number, (row, x) in enumerate(way):
            before = way[number - 1][1] if number else start.x
            after = way[number + 1][1] if number + 1 < len(way) else end.x
            gap, _ = streets.rows[row].gap_at(x)
            passing[row, gap].append((x + (before + after) / 1000, move.id, number))
    for (row, _), passes in passing.items():
        passes.sort()
        low, high = streets.rows[row].gap_at(lanes[passes[0][1]][passes[0][2]][1])
        wished = [lanes[move_id][number][1] for _, move_id, number in passes]
        first, last = (_PAST_HEAD if side in busy else CLEARANCE for side in (low, high))
        if high - last - (low + first) < APART * (len(passes) - 1):
            first = last = CLEARANCE
        places = spread(wished, low + first, high - last, APART)
        for (_, move_id, number), x in zip(passes, places, strict=True):
            lanes[move_id][number] = (row, x)


def _ports(
    streets: Streets,
    moves: Sequence[Move],
    lanes: Mapping[str, Sequence[tuple[int, float]]],
    *,
    leaving: bool,
) -> dict[str, float]:
    """Return where each move leaves the top of its box, or arrives at the bottom."""
    meeting: defaultdict[str, list[tuple[float, int, str]]] = defaultdict(list)
    upright = {
        move.id
        for move in moves
        if all(
            abs(streets.boxes[move.from_role].x - x) < 1
            for x in (streets.boxes[move.to_role].x, *(x for _, x in lanes[move.id]))
        )
    }
    for move in moves:
        here, there = (move.from_role, move.to_role) if leaving else (move.to_role, move.from_role)
        way = lanes[move.id]
        towards = (way[0 if leaving else -1][1]) if way else streets.boxes[there].x
        meeting[here].append((towards, move.order, move.id))
    ports: dict[str, float] = {}
    for role, ends in meeting.items():
        ends.sort()
        straight = next((end[2] for end in ends if end[2] in upright), "")
        names = [end[2] for end in ends]
        places = _places_on(streets.boxes[role], [end[0] for end in ends], names, straight)
        ports.update(zip(names, places, strict=True))
    return ports


def _places_on(
    box: Box, towards: Sequence[float], names: Sequence[str], straight: str
) -> list[float]:
    """Return places on a box's border; the one that goes straight up keeps the middle."""
    reach, apart = box.width * _PORTS / 2, 2 * APART
    wished = [box.x + max(-reach, min(reach, (there - box.x) * 0.12)) for there in towards]
    if straight not in names:
        return spread(wished, box.x - reach, box.x + reach, apart)
    at = names.index(straight)
    return [
        *spread(
            [min(wish, box.x - apart) for wish in wished[:at]], box.x - reach, box.x - apart, apart
        ),
        box.x,
        *spread(
            [max(wish, box.x + apart) for wish in wished[at + 1 :]],
            box.x + apart,
            box.x + reach,
            apart,
        ),
    ]


# Level and downward moves: out at one side, through gaps and channels, in at a side.


def _sideways_curves(
    streets: Streets, moves: Sequence[Move], heights: Heights
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    pairs = {(move.from_role, move.to_role) for move in moves}
    drawn: Counter[tuple[str, str]] = Counter()
    for move in moves:
        start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
        has_way_back = (move.to_role, move.from_role) in pairs
        aside = APART * drawn[move.from_role, move.to_role]
        drawn[move.from_role, move.to_role] += 1
        if has_way_back:
            aside += -APART if end.x < start.x or (end.x == start.x and end.y < start.y) else APART
        for points in _gentle(streets, start, end, aside):
            if streets.is_free(points, (start, end)):
                yield move.id, points
                break
        else:
            yield move.id, rounded(_streetwise(streets, start, end, aside, heights))


def _sides(start: Box, end: Box) -> tuple[int, int]:
    """Return at which side a way leaves and arrives: 1 for the right, -1 for the left."""
    if abs(end.x - start.x) < (start.width + end.width) / 4:
        return 1, 1
    side = 1 if end.x > start.x else -1
    return side, -side


def _busy_sides(streets: Streets, moves: Sequence[Move]) -> set[float]:
    """Return where across are the sides of boxes at which moves arrive, or leave for other rows."""
    sides = set()
    for move in moves:
        start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
        leave, arrive = _sides(start, end)
        sides.add(end.x + arrive * end.width / 2)
        if streets.row_of(start) != streets.row_of(end):
            sides.add(start.x + leave * start.width / 2)
    return sides


def _gentle(streets: Streets, start: Box, end: Box, aside: float) -> Iterator[tuple[Point, ...]]:
    leave, arrive = _sides(start, end)
    x0, y0 = start.x + leave * start.width / 2, start.y + aside
    x1, y1 = end.x + arrive * end.width / 2, end.y + aside
    if leave == arrive:
        out = max(x0, x1) + 3 * APART + aside
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


def _streetwise(
    streets: Streets,
    start: Box,
    end: Box,
    aside: float,
    heights: Heights,
) -> list[Point]:
    leave, arrive = _sides(start, end)
    x0, x1 = start.x + leave * start.width / 2, end.x + arrive * end.width / 2
    out, into = x0 + leave * (CLEARANCE + 2), x1 + arrive * (CLEARANCE + 2)
    first, last = streets.row_of(start), streets.row_of(end)
    points: list[Point] = [(x0, start.y + aside), (out, start.y + aside)]
    if first == last:
        below = first if leave > 0 or first == 0 else first - 1
        height = heights.taken(below, out, into)
        points += [(out, height), (into, height)]
    else:
        x = out
        for row in range(first, last):
            wish = (
                into
                if row == last - 1
                else min(
                    streets.rows[row + 1].free_near(x), key=lambda place: (abs(place - into), place)
                )
            )
            if row < last:
                height = heights.taken(row, x, wish)
                points += [(x, height), (wish, height)]
            x = wish
    points += [(into, end.y + aside), (x1, end.y + aside)]
    return points
