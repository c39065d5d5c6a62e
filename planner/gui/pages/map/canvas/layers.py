"""The layers of the map's scene: each paints only what is in sight, as finely as can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from planner.core.boxes import Box
from planner.gui.painting import Fonts, Inks, Painting
from planner.gui.theme import Theme
from planner.report.drawing import Arc, Curve, Polygon, Rectangle, Shape, Stroke, Words
from planner.report.map.map_drawing import MapDrawing
from planner.report.map.move_curves import MoveCurve
from planner.report.map.moves import QUIET_WIDTH, Emphasis
from planner.report.map.roles import Detail, minimal_shapes
from planner.report.map.streets import pieces

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Extent = tuple[float, float, float, float]

# At these scales (pixels a scene unit) the map shows less.
FULL_FROM, REDUCED_FROM = 0.55, 0.24
# A long line is painted in pieces of about this length: it costs the more, the less of it is seen.
_LONGEST = 700.0
# With more pieces of lines in sight they are painted one pixel wide, which takes a tenth of the
# time; with very many more, all as one path without dashes and without smoothing.
_CROWD, _THRONG = 200, 450
# With more lines on a map that is seen from far they are not smoothed.
_MANY_FAR = 500
# Below this scale (device pixels a scene unit) what stands out does not get thinner.
_KEPT_FROM = 0.7
# With more rectangles than these an array tells sooner which ones are in sight.
_MANY = 300


def detail_at(scale: float) -> Detail:
    """Return how much of a role can be seen at a scale."""
    if scale >= FULL_FROM:
        return Detail.FULL
    return Detail.REDUCED if scale >= REDUCED_FROM else Detail.MINIMAL


class _Extents:
    """Which of many rectangles are in sight."""

    def __init__(self, rectangles: Sequence[Extent]) -> None:
        self._rectangles = tuple(rectangles)
        self._edges: npt.NDArray[np.float64] | None = None

    def in_sight(self, sight: QRectF) -> list[int]:
        """Return the numbers of the rectangles that meet `sight`."""
        if len(self._rectangles) > _MANY:
            return self._in_sight_of_many(sight)
        start, top, end, bottom = sight.left(), sight.top(), sight.right(), sight.bottom()
        return [
            number
            for number, (left, upper, right, lower) in enumerate(self._rectangles)
            if left <= end and right >= start and upper <= bottom and lower >= top
        ]

    def _in_sight_of_many(self, sight: QRectF) -> list[int]:
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
        return [int(number) for number in np.flatnonzero(meets)]


class _Scattered:
    """Shapes far apart, painted one by one as far as they are in sight."""

    def __init__(self, shapes: Iterable[Shape], inks: Inks, fonts: Fonts) -> None:
        self._inks = inks
        self._fonts = fonts
        self._shapes: list[Shape] = []
        for shape in shapes:
            if isinstance(shape, Curve):
                cut = pieces(shape.points, _LONGEST)
                self._shapes += [Curve(piece, shape.stroke) for piece in cut]
            else:
                self._shapes.append(shape)
        self._extents = _Extents([_extent_of(shape, fonts) for shape in self._shapes])
        self._paintings: dict[int, Painting] = {}

    def in_sight(self, sight: QRectF) -> list[int]:
        """Return the numbers of the shapes in sight."""
        return self._extents.in_sight(sight)

    def paint(self, painter: QPainter, numbers: Iterable[int]) -> None:
        """Paint these shapes."""
        for number in numbers:
            painting = self._paintings.get(number)
            if painting is None:
                painting = Painting([self._shapes[number]], self._inks, self._fonts)
                self._paintings[number] = painting
            painting.paint(painter)


class Layer(QGraphicsItem):
    """One layer over the whole map; nothing in it takes the mouse, the view finds roles itself."""

    def __init__(self, extent: QRectF) -> None:
        super().__init__()
        self._extent = extent
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def draw(self, painter: QPainter, detail: Detail, sight: QRectF) -> None:
        """Paint what is in `sight`, smoothly but far out."""
        raise NotImplementedError

    def boundingRect(self) -> QRectF:
        """Return the extent of the map."""
        return self._extent

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint what is in sight with as much detail as can be seen."""
        detail = detail_at(option.levelOfDetailFromTransform(painter.worldTransform()))
        is_smooth = detail is not Detail.MINIMAL
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)
        self.draw(painter, detail, option.exposedRect)


class ColumnsLayer(Layer):
    """The tinted columns of the tracks."""

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts, extent: QRectF) -> None:
        super().__init__(extent)
        self._painting = Painting(drawing.columns, Inks(theme), fonts)

    def draw(self, painter: QPainter, _detail: Detail, _sight: QRectF) -> None:
        """Paint all columns."""
        self._painting.paint(painter)


class MovesLayer(Layer):
    """The moves at rest."""

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts, extent: QRectF) -> None:
        super().__init__(extent)
        self._drawing = drawing
        self._fonts = fonts
        self._thin = Inks(theme, hairlines=True)
        self._lines = _Scattered(drawing.lines(Emphasis.QUIET), Inks(theme), fonts)
        self._years = _Scattered(drawing.years(Emphasis.QUIET), Inks(theme), fonts)

    @cached_property
    def _thin_lines(self) -> _Scattered:
        return _Scattered(self._drawing.lines(Emphasis.QUIET), self._thin, self._fonts)

    @cached_property
    def _quiet(self) -> tuple[MoveCurve, ...]:
        emphasis = self._drawing.emphasis
        return tuple(c for c in self._drawing.curves if emphasis(c.move) is Emphasis.QUIET)

    @cached_property
    def _far(self) -> Painting:
        return Painting(_undashed(self._quiet), self._thin, self._fonts)

    def draw(self, painter: QPainter, detail: Detail, sight: QRectF) -> None:
        """Paint lines and years, the fewer details the more there are."""
        if detail is Detail.MINIMAL:
            self._paint_far(painter, is_smooth=len(self._quiet) <= _MANY_FAR)
            return
        numbers = self._lines.in_sight(sight)
        if len(numbers) > _THRONG:
            self._paint_far(painter, is_smooth=False)
        else:
            # No line is thinner than a pixel: it would pale.
            is_thin = painter.deviceTransform().m11() * QUIET_WIDTH < 1
            lines = self._thin_lines if is_thin or len(numbers) > _CROWD else self._lines
            lines.paint(painter, numbers)
        if detail is Detail.FULL:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._years.paint(painter, self._years.in_sight(sight))

    def _paint_far(self, painter: QPainter, *, is_smooth: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)
        self._far.paint(painter)


class RolesLayer(Layer):
    """The boxes of the roles."""

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts, extent: QRectF) -> None:
        super().__init__(extent)
        self._extent = extent
        self._drawing = drawing
        self._inks = Inks(theme)
        self._fonts = fonts
        self._roles = tuple(drawing.boxes)
        self._extents = _Extents([_extent_of_box(box) for box in drawing.boxes.values()])
        self._near: dict[tuple[str, Detail], Painting] = {}
        self._theme = theme

    def with_drawing(self, drawing: MapDrawing) -> RolesLayer:
        """Return a layer of the same boxes in another state; what looks the same stays painted."""
        made = RolesLayer(drawing, self._theme, self._fonts, self._extent)
        before, now = self._drawing.state.roles, drawing.state.roles
        made._near = {
            key: painting for key, painting in self._near.items() if before[key[0]] == now[key[0]]
        }
        return made

    @cached_property
    def _far(self) -> Painting:
        drawing = self._drawing
        return Painting(
            minimal_shapes(
                (
                    drawing.track_numbers[drawing.catalogue.role(role).track],
                    drawing.state.roles[role],
                    box,
                )
                for role, box in drawing.boxes.items()
            ),
            Inks(self._theme, hairlines=True),
            self._fonts,
        )

    def draw(self, painter: QPainter, detail: Detail, sight: QRectF) -> None:
        """Paint the boxes in sight, far out all of them."""
        if detail is Detail.MINIMAL:
            self._far.paint(painter)
            return
        for number in self._extents.in_sight(sight):
            self._painting(self._roles[number], detail).paint(painter)

    def _painting(self, role: str, detail: Detail) -> Painting:
        painting = self._near.get((role, detail))
        if painting is None:
            shapes = self._drawing.role(role, detail)
            painting = self._near[role, detail] = Painting(shapes, self._inks, self._fonts)
        return painting


class FrontLayer(Layer):
    """What stands out: the route, or the selected role with its moves."""

    def __init__(self, theme: Theme, fonts: Fonts, extent: QRectF) -> None:
        super().__init__(extent)
        self._inks = Inks(theme)
        self._kept = Inks(theme, kept_at=_KEPT_FROM)
        self._fonts = fonts
        self.show_shapes((), ())

    def show_shapes(self, lines: Iterable[Shape], years: Iterable[Shape]) -> None:
        """Show other shapes; `years` only where they can be read."""
        lines = tuple(lines)
        self._lines = _Scattered(lines, self._inks, self._fonts)
        self._far_lines = _Scattered(lines, self._kept, self._fonts)
        self._years = _Scattered(years, self._inks, self._fonts)
        self.update()

    def draw(self, painter: QPainter, detail: Detail, sight: QRectF) -> None:
        """Paint what is in sight."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_far = painter.deviceTransform().m11() < _KEPT_FROM
        lines = self._far_lines if is_far else self._lines
        lines.paint(painter, lines.in_sight(sight))
        if detail is Detail.FULL:
            self._years.paint(painter, self._years.in_sight(sight))


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


def _extent_of_box(box: Box) -> Extent:
    # The mark of the target reaches beyond the box.
    across, down = box.width / 2 + 12, box.height / 2 + 12
    return box.x - across, box.y - down, box.x + across, box.y + down


def _undashed(curves: Iterable[MoveCurve]) -> Iterable[Shape]:
    return (Curve(curve.points, Stroke("edge")) for curve in curves)
