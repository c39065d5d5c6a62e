"""The ways of the moves between the boxes of a map: around every other role, side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise
from typing import NamedTuple

from planner.core.boxes import Box
from planner.core.model import Move
from planner.report.map.channels import Run, heights, rising
from planner.report.map.sideways import (
    asides_of,
    busy_sides,
    corners_of,
    downward_runs,
    gentle_curves,
    lanes_down,
)
from planner.report.map.streets import (
    APART,
    CLEARANCE,
    Point,
    Row,
    Streets,
    rounded,
    spread,
)

# Ports spread over this part of a box's width, one for each move that leaves or arrives there.
_PORTS = 0.62
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

    @property
    def length(self) -> float:
        """The length of the line."""
        return self._lengths[-1]

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
    asides = asides_of(streets, sideways)
    ways = dict(gentle_curves(streets, sideways, asides))
    streetwise = [move for move in sideways if move.id not in ways]
    loads: Counter[tuple[int, float]] = Counter()
    lanes = {move.id: _lanes(streets, move, loads) for move in upward}
    lanes.update((move.id, lanes_down(streets, move)) for move in streetwise)
    _spread_lanes(streets, [*upward, *streetwise], lanes, busy_sides(streets, sideways, ways))
    starts = _ports(streets, upward, lanes, leaving=True)
    ends = _ports(streets, upward, lanes, leaving=False)
    ports = {move.id: (starts[move.id], ends[move.id]) for move in upward}
    ways.update(_direct_curves(streets, upward, lanes, ports))
    runs = {
        move.id: _upward_runs(streets, move, lanes[move.id], *ports[move.id])
        for move in upward
        if move.id not in ways
    }
    runs.update((move.id, downward_runs(streets, move, lanes[move.id])) for move in streetwise)
    found = iter(heights(streets, list(chain.from_iterable(runs.values()))))
    own = {move_id: list(islice(found, len(its))) for move_id, its in runs.items()}
    for move in upward:
        if move.id in runs:
            ways[move.id] = _upward_way(streets, move, runs[move.id], own[move.id])
    for move in streetwise:
        corners = corners_of(streets, move, asides[move.id], runs[move.id], own[move.id])
        ways[move.id] = rounded(corners)
    return tuple(MoveCurve(move, ways[move.id]) for move in placed)


def _is_upward(streets: Streets, move: Move) -> bool:
    start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
    return streets.row_of(end) < streets.row_of(start)


# Moves upward: vertical through the gaps of the rows between, in S-curves through the channels.


def _direct_curves(
    streets: Streets,
    moves: Sequence[Move],
    lanes: Mapping[str, Sequence[tuple[int, float]]],
    ports: Mapping[str, tuple[float, float]],
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the ways past other rows that a single curve takes without touching a box."""
    for move in moves:
        if lanes[move.id]:
            start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
            bottom, top = start.y - start.height / 2, end.y + end.height / 2
            first, last = ports[move.id]
            middle = (bottom + top) / 2
            direct = (first, bottom), (first, middle), (last, middle), (last, top)
            if streets.is_free(direct, (start, end)):
                yield move.id, direct


def _upward_runs(
    streets: Streets, move: Move, lanes: Sequence[tuple[int, float]], first: float, last: float
) -> list[Run]:
    """Return where a way upward from port to port runs along channels."""
    stops = [*lanes, (streets.row_of(streets.boxes[move.to_role]), last)]
    return [
        Run(row, before, after, comes_down=False, leaves_up=True)
        for (row, after), before in zip(stops, [first, *(x for _, x in lanes)], strict=True)
    ]


def _upward_way(
    streets: Streets, move: Move, runs: Sequence[Run], own: Sequence[float]
) -> tuple[Point, ...]:
    start, end = streets.boxes[move.from_role], streets.boxes[move.to_role]
    points: list[Point] = [(runs[0].x0, start.y - start.height / 2)]
    for run, height in zip(runs[:-1], own[:-1], strict=True):
        foot = streets.rows[run.below].bottom + CLEARANCE
        points += rising(points[-1], (run.x1, foot), height)[1:]
        head = streets.rows[run.below].top - CLEARANCE
        points += rising(points[-1], (run.x1, head), (foot + head) / 2)[1:]
    points += rising(points[-1], (runs[-1].x1, end.y + end.height / 2), own[-1])[1:]
    return tuple(points)


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
    busy: Mapping[float, float],
) -> None:
    """Set the ways that pass one gap of a row side by side, in the order that crosses least.

    Where there is room they keep as far from `busy` sides as these need; as that holds in every row
    that has boxes with such a side, the ways stay upright from row to row.
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
        first, last = (busy.get(side, CLEARANCE) - CLEARANCE for side in (low, high))
        spare = high - low - 2 * CLEARANCE - APART * (len(passes) - 1)
        share = min(1.0, max(0.0, spare) / (first + last)) if first + last else 0.0
        low, high = low + CLEARANCE + share * first, high - CLEARANCE - share * last
        places = spread(wished, low, high, APART)
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
