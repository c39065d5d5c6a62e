"""How moves look on the map: a line style a kind, an arrow head, and the usual years in a pill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from planner.core.boxes import Box
from planner.core.model import Move, MoveKind
from planner.core.text import Texts
from planner.report.drawing import Curve, Measure, Rectangle, Shape, Stroke, Words
from planner.report.map.move_curves import MoveCurve, Ruler
from planner.report.map.streets import Point, pieces, sampled, sampled_every
from planner.report.map.words import kind_words, years_words

_DASHES: Mapping[MoveKind, tuple[float, ...]] = {
    MoveKind.PROMOTION: (),
    MoveKind.TRACK_CHANGE: (6.0, 4.0),
    MoveKind.CAREER_CHANGE: (1.6, 3.0),
    MoveKind.DUAL_LADDER: (8.0, 3.0, 1.6, 3.0),
    MoveKind.RETURN: (1.6, 3.0, 1.6, 3.0, 9.0, 3.0),
}
PILL_HEIGHT, _PILL_SIZE, _PILL_SIDE = 18.0, 12.0, 8.0
# How much a pill beside its line may be narrower, where it would else have to leave the line.
_TIGHTER = 2 * (_PILL_SIDE - 3.0)
_HEAD, _HEAD_WIDTH = 7.5, 5.0
# What is to be seen of a line beyond its pill: its head, and as much again at either end; and how
# far beside the line a pill is clear of the head.
_SHAFT, _CLEAR_OF_HEAD = 3 * _HEAD, _HEAD_WIDTH + 3
# Where along a move its pill may sit, in parts of its length, the best place first.
_PARTS = (0.5, *(0.5 + side * step / 30 for step in range(1, 13) for side in (1, -1)))
# A line is short up to so many times the width of its pill.
_SHORT = 3.0
# How far apart the points of a line are looked at: at least one lies below every pill on it.
_APART = 16.0
# What another line under a pill costs, each point of it, and each square unit of a box or pill.
_LINE_COST, _POINT_COST, _COVERED, _GOOD = 12.0, 5.0, 100.0, 7.0
# For how many points either side of an arrow head counts.
_HEAD_POINTS = 4


class Emphasis(StrEnum):
    """How strongly a move is drawn."""

    QUIET = "quiet"
    SELECTED = "selected"
    OTHER_ROUTE = "other-route"
    ROUTE = "route"


QUIET_WIDTH = 1.4
_LOOKS: Mapping[Emphasis, tuple[str, float, str, str, bool]] = {
    # Colour and width of the line; fill, ink and weight of the pill.
    Emphasis.QUIET: ("edge", QUIET_WIDTH, "surface-quiet", "text-quiet", False),
    Emphasis.SELECTED: ("text-quiet", 2.2, "surface", "text", True),
    Emphasis.OTHER_ROUTE: ("accent", 1.4, "surface", "accent", False),
    Emphasis.ROUTE: ("accent", 3.0, "accent-soft", "accent", True),
}


class Pill(NamedTuple):
    """The place of a move's years: its centre, its width and its words."""

    x: float
    y: float
    width: float
    words: str

    def overlap(self, x: float, y: float, width: float, height: float) -> float:
        """Return the area shared with a box about a centre."""
        across = min(self.x + self.width / 2, x + width / 2) - max(
            self.x - self.width / 2, x - width / 2
        )
        down = min(self.y + PILL_HEIGHT / 2, y + height / 2) - max(
            self.y - PILL_HEIGHT / 2, y - height / 2
        )
        return max(0.0, across) * max(0.0, down)


def pills(
    curves: Sequence[MoveCurve],
    boxes: Mapping[str, Box],
    texts: Texts,
    measure: Measure,
    seams: Iterable[Box] = (),
) -> dict[str, Pill]:
    """Return the pill of each move that has usual years, by move.

    The first moves have the first choice. A pill keeps clear of boxes, of `seams` and of other
    pills where some place along its move allows it.
    """
    placed: dict[str, Pill] = {}
    lines = {curve.move.id: _finely(curve) for curve in curves}
    # Heads, which are lost under a pill where lines only pass, belong to no move.
    heads = [
        wing
        for line in lines.values()
        for wing in _head(line[-2], line[-1], QUIET_WIDTH)[::5] * _HEAD_POINTS
    ]
    crowd = _Crowd(
        (*boxes.values(), *seams),
        {**lines, "": heads},
    )
    for curve in curves:
        if curve.move.years is None:
            continue
        words = years_words(curve.move.years, texts)
        width = pill_width(words, measure)
        best: tuple[float, Pill] | None = None
        places = _places(curve.move, lines[curve.move.id], boxes, width)
        for number, (x, y, room) in enumerate(places):
            pill = Pill(x, y, room, words)
            cost = _COVERED * crowd.overlap(pill) + number / 2
            if best is not None and cost >= best[0]:
                continue
            cost += crowd.crossings(pill, curve.move.id)
            if best is None or cost < best[0]:
                best = (cost, pill)
            if cost < _GOOD:
                break
        if best is not None:
            placed[curve.move.id] = best[1]
            crowd.add(best[1])
    return placed


def pill_width(words: str, measure: Measure) -> float:
    """Return how wide a pill is with these years."""
    return measure(words, _PILL_SIZE, True) + 2 * _PILL_SIDE


def crossed(placed: Mapping[str, Pill], curves: Iterable[MoveCurve]) -> tuple[Pill, ...]:
    """Return the pills, by move, over which a curve of another move runs."""
    near = [curve for curve in curves if _comes_near(curve, placed.values())]
    crowd = _Crowd((), {curve.move.id: _finely(curve) for curve in near})
    return tuple(pill for move, pill in placed.items() if crowd.crossings(pill, move))


def _comes_near(curve: MoveCurve, others: Iterable[Pill]) -> bool:
    """Whether the points that hold a curve lie around any pill: only then can it run over one."""
    across, down = [x for x, _ in curve.points], [y for _, y in curve.points]
    left, right, top, bottom = min(across), max(across), min(down), max(down)
    return any(
        left - pill.width < pill.x < right + pill.width
        and top - PILL_HEIGHT < pill.y < bottom + PILL_HEIGHT
        for pill in others
    )


def _finely(curve: MoveCurve) -> tuple[Point, ...]:
    long = pieces(curve.points, 24 * _APART)
    return tuple(point for piece in long for point in sampled_every(piece, _APART))


def _places(
    move: Move, line: Sequence[Point], boxes: Mapping[str, Box], width: float
) -> Iterator[tuple[float, float, float]]:
    """Yield where a pill may sit, and how wide: along the line, or below or above a short one.

    On a level line that is hardly longer than the pill it would hide all of it; between two boxes
    that are too near for it, it is tighter. Beside a long line nobody would know whose it is.
    """
    ruler = Ruler(line)
    x, y = ruler.at(0.5)

    def aside(distance: float, width: float) -> Iterator[tuple[float, float, float]]:
        yield x, y + distance, width
        yield x, y - distance, width

    (start_x, start_y), (end_x, end_y) = line[0], line[-1]
    if abs(start_y - end_y) < abs(start_x - end_x) < width + _SHAFT:
        yield from aside(PILL_HEIGHT / 2 + _CLEAR_OF_HEAD, width)
        yield from aside(PILL_HEIGHT / 2 + _CLEAR_OF_HEAD, width - _TIGHTER)
    yield from ((*ruler.at(part), width) for part in _PARTS)
    if ruler.length > _SHORT * width:
        return
    beside_box = (boxes[move.from_role].height + PILL_HEIGHT) / 2 + 3
    yield from aside(beside_box, width)
    yield from aside(beside_box + PILL_HEIGHT + 3, width)


class _Crowd:
    """What pills must keep clear of, by squares of the map."""

    _SQUARE = 60.0

    def __init__(self, boxes: Iterable[Box], lines: Mapping[str, Sequence[Point]]) -> None:
        self._squares: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}
        self._points: dict[tuple[int, int], list[tuple[float, float, str]]] = {}
        for move_id, line in lines.items():
            for x, y in line:
                square = int(x // self._SQUARE), int(y // self._SQUARE)
                self._points.setdefault(square, []).append((x, y, move_id))
        for box in boxes:
            self._note(box.x, box.y, box.width + 4, box.height + 4)

    def add(self, pill: Pill) -> None:
        """Keep clear of another pill from now on."""
        self._note(pill.x, pill.y, pill.width + 4, PILL_HEIGHT + 4)

    def overlap(self, pill: Pill) -> float:
        """Return the area that a pill would cover."""
        near = {
            place
            for square in self._over(pill.x, pill.y, pill.width, PILL_HEIGHT)
            for place in self._squares.get(square, ())
        }
        return sum(pill.overlap(*place) for place in near)

    def crossings(self, pill: Pill, move_id: str) -> float:
        """Return how much a pill would hide of the lines of other moves."""
        across, down = pill.width / 2 + 2, PILL_HEIGHT / 2 + 2
        left, right = pill.x - across, pill.x + across
        top, bottom = pill.y - down, pill.y + down
        hidden = [
            other
            for square in self._over(pill.x, pill.y, pill.width, PILL_HEIGHT)
            for x, y, other in self._points.get(square, ())
            if top < y < bottom and left < x < right and other != move_id
        ]
        return _LINE_COST * len(set(hidden)) + _POINT_COST * len(hidden)

    def _note(self, x: float, y: float, width: float, height: float) -> None:
        for square in self._over(x, y, width, height):
            self._squares.setdefault(square, []).append((x, y, width, height))

    def _over(self, x: float, y: float, width: float, height: float) -> list[tuple[int, int]]:
        size = self._SQUARE
        return [
            (column, row)
            for column in range(int((x - width / 2) // size), int((x + width / 2) // size) + 1)
            for row in range(int((y - height / 2) // size), int((y + height / 2) // size) + 1)
        ]


def line_shapes(curve: MoveCurve, emphasis: Emphasis) -> tuple[Curve, Curve]:
    """Return a move's line and arrow head."""
    colour, width, _, _, _ = _LOOKS[emphasis]
    *_, before, tip = sampled(curve.points[-4:])
    return (
        Curve(curve.points, Stroke(colour, width, _DASHES[curve.move.kind])),
        Curve(_head(before, tip, width), Stroke(colour, width)),
    )


def pill_shapes(pill: Pill, emphasis: Emphasis) -> tuple[Shape, ...]:
    """Return a pill with its years."""
    _, _, fill, ink, bold = _LOOKS[emphasis]
    left, top = pill.x - pill.width / 2, pill.y - PILL_HEIGHT / 2
    return (
        Rectangle(left, top, pill.width, PILL_HEIGHT, fill, None, PILL_HEIGHT / 2),
        Words(pill.x, pill.y + 4.3, pill.words, _PILL_SIZE, ink, bold, "centre"),
    )


def sample_line(kind: MoveKind, x: float, y: float, width: float) -> Curve:
    """Return a short level line in the style of a kind, for the legend."""
    points = ((x, y), (x + width / 3, y), (x + 2 * width / 3, y), (x + width, y))
    return Curve(points, Stroke("text-quiet", 1.6, _DASHES[kind]))


def legend_words(kind: MoveKind, texts: Texts) -> str:
    """Return what the legend says of a kind."""
    return kind_words(kind, texts)


def _head(before: Point, tip: Point, width: float) -> tuple[Point, ...]:
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    dx, dy = dx / length, dy / length
    back, aside = _HEAD + width, _HEAD_WIDTH + width / 2
    one = (tip[0] - back * dx - aside * dy, tip[1] - back * dy + aside * dx)
    other = (tip[0] - back * dx + aside * dy, tip[1] - back * dy - aside * dx)
    return (one, one, tip, tip, tip, other, other)
