"""What of a large drawing is in sight, and painting only that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.gui.painting import Fonts, Inks, Painting
from planner.report.drawing import Arc, Curve, Polygon, Rectangle, Shape, Words
from planner.report.map.streets import pieces

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Extent = tuple[float, float, float, float]

# A long line is painted in pieces of about this length: it costs the more, the less of it is seen.
_LONGEST = 700.0
# Pieces whose middles share a square of this side are painted together where they are plain.
_SQUARE = 300.0
# With more rectangles than these an array tells sooner which ones are in sight.
_MANY = 300


class Extents:
    """Which of many rectangles are in sight."""

    def __init__(self, rectangles: Sequence[Extent]) -> None:
        self._rectangles = tuple(rectangles)
        self._edges: npt.NDArray[np.float64] | None = None

    def in_sight(self, sights: Iterable[QRectF]) -> list[int]:
        """Return the numbers of the rectangles that meet any of `sights`, in order."""
        find = self._of_many if len(self._rectangles) > _MANY else self._of_few
        found = [find(sight) for sight in sights]
        return found[0] if len(found) == 1 else sorted(set().union(*found))

    def _of_few(self, sight: QRectF) -> list[int]:
        start, top, end, bottom = sight.left(), sight.top(), sight.right(), sight.bottom()
        return [
            number
            for number, (left, upper, right, lower) in enumerate(self._rectangles)
            if left <= end and right >= start and upper <= bottom and lower >= top
        ]

    def _of_many(self, sight: QRectF) -> list[int]:
        # Imported here: numpy takes a start longer than it saves for a usual map.
        import numpy as np

        if self._edges is None:
            self._edges = np.array(self._rectangles, dtype=float)
        left, top, right, bottom = self._edges.T
        meets = (
            (left <= sight.right())
            & (right >= sight.left())
            & (top <= sight.bottom())
            & (bottom >= sight.top())
        )
        numbers: list[int] = np.flatnonzero(meets).tolist()
        return numbers


class Scattered:
    """Shapes far apart in groups, each painted where any of it is in sight."""

    def __init__(self, groups: Iterable[Sequence[Shape]], fonts: Fonts) -> None:
        self._fonts = fonts
        self._groups = tuple(groups)
        self._extents = Extents([_around(group, fonts) for group in self._groups])
        self._paintings: dict[tuple[int, Inks], Painting] = {}

    def in_sight(self, sights: Iterable[QRectF]) -> list[int]:
        """Return the numbers of the groups in sight."""
        return self._extents.in_sight(sights)

    def paint(
        self,
        painter: QPainter,
        sights: Iterable[QRectF],
        inks: Inks,
        without: Collection[int] = frozenset(),
    ) -> None:
        """Paint the groups in sight, but those left out, with the pens and brushes of `inks`."""
        for number in self.in_sight(sights):
            if number in without:
                continue
            painting = self._paintings.get((number, inks))
            if painting is None:
                painting = Painting(self._groups[number], inks, self._fonts)
                self._paintings[number, inks] = painting
            painting.paint(painter)


def one_by_one(shapes: Iterable[Shape]) -> list[tuple[Shape]]:
    """Return each shape as a group of its own, long lines in pieces."""
    groups: list[tuple[Shape]] = []
    for shape in shapes:
        if isinstance(shape, Curve):
            groups += [(Curve(piece, shape.stroke),) for piece in pieces(shape.points, _LONGEST)]
        else:
            groups.append((shape,))
    return groups


def by_square(curves: Iterable[Curve]) -> list[tuple[Curve, ...]]:
    """Return the pieces of lines in groups of those that lie near one another."""
    squares: defaultdict[tuple[float, float], list[Curve]] = defaultdict(list)
    for curve in curves:
        for piece in pieces(curve.points, _LONGEST):
            (left, top), (right, bottom) = piece[0], piece[-1]
            middle = (left + right) / 2, (top + bottom) / 2
            square = middle[0] // _SQUARE, middle[1] // _SQUARE
            squares[square].append(Curve(piece, curve.stroke))
    return [tuple(group) for _, group in sorted(squares.items())]


def _around(shapes: Sequence[Shape], fonts: Fonts) -> Extent:
    if len(shapes) == 1:
        return _extent_of(shapes[0], fonts)
    lefts, tops, rights, bottoms = zip(*(_extent_of(shape, fonts) for shape in shapes), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _extent_of(shape: Shape, fonts: Fonts) -> Extent:
    match shape:
        case Rectangle():
            edge = shape.stroke.width if shape.stroke else 0.0
            right, bottom = shape.x + shape.width, shape.y + shape.height
            return shape.x - edge, shape.y - edge, right + edge, bottom + edge
        case Curve(points, stroke):
            edge = stroke.width
        case Polygon(points, _, line):
            edge = line.width if line else 0.0
        case Arc(x, y, radius, _, _, stroke):
            points, edge = ((x - radius, y - radius), (x + radius, y + radius)), stroke.width
        case Words():
            points = ((shape.x, shape.y),)
            edge = shape.size + fonts.width(shape.text, shape.size, shape.bold)
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across) - edge, min(down) - edge, max(across) + edge, max(down) + edge
