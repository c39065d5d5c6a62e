"""The scene of the map: layers that paint the drawing, with as much detail as can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from planner.core.layout import Box
from planner.core.model import Move
from planner.gui.painting import Fonts, Inks, Painting
from planner.gui.theme import Theme
from planner.report.drawing import Curve, Rectangle, Shape, Stroke
from planner.report.map_drawing import MapDrawing
from planner.report.map_moves import Emphasis, line_shapes, pill_shapes, pills
from planner.report.map_roles import RADIUS, Detail, minimal_shapes
from planner.report.move_curves import MoveCurve, move_curves

# At these scales (device-independent pixels a scene unit) the map shows less.
FULL_FROM, REDUCED_FROM = 0.55, 0.24
_RING_AWAY = 5.0


def detail_at(scale: float) -> Detail:
    """Return how much of a role can be seen at a scale."""
    if scale >= FULL_FROM:
        return Detail.FULL
    return Detail.REDUCED if scale >= REDUCED_FROM else Detail.MINIMAL


class _Extents:
    """Which of many rectangles are in sight."""

    def __init__(self, rectangles: Sequence[tuple[float, float, float, float]]) -> None:
        self._edges: npt.NDArray[np.float64] = np.array(rectangles, dtype=float).reshape(-1, 4)

    def in_sight(self, sight: QRectF) -> list[int]:
        """Return the numbers of the rectangles that meet `sight`."""
        left, top, right, bottom = self._edges.T
        meets = (
            (left <= sight.right())
            & (right >= sight.left())
            & (top <= sight.bottom())
            & (bottom >= sight.top())
        )
        return [int(number) for number in np.flatnonzero(meets)]


class _Layer(QGraphicsItem):
    """One layer over the whole map; nothing in it takes the mouse, the view finds roles itself."""

    def __init__(self, extent: QRectF) -> None:
        super().__init__()
        self._extent = extent
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def draw(self, painter: QPainter, scale: float, sight: QRectF) -> None:
        """Paint what is in `sight` at a `scale`."""
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
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        device = painter.device()
        ratio = device.devicePixelRatioF()
        is_fine = detail_at(scale / ratio) > Detail.MINIMAL
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_fine)
        self.draw(painter, scale / ratio, option.exposedRect)


class _Columns(_Layer):
    """The tinted columns of the tracks."""

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts, extent: QRectF) -> None:
        super().__init__(extent)
        self._painting = Painting(drawing.columns, Inks(theme), fonts)

    def draw(self, painter: QPainter, _scale: float, _sight: QRectF) -> None:
        self._painting.paint(painter)


class _Moves(_Layer):
    """The moves at rest: one by one nearby, all of a kind as one path far out."""

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts, extent: QRectF) -> None:
        super().__init__(extent)
        curves = [
            curve for curve in drawing.curves if drawing.emphasis(curve.move) is Emphasis.QUIET
        ]
        self._curves = curves
        self._drawing = drawing
        self._inks = Inks(theme)
        self._fonts = fonts
        self._extents = _Extents([_extent_of(curve) for curve in curves])
        self._lines: dict[int, Painting] = {}
        self._years: dict[int, Painting] = {}
        self._far = Painting(_undashed(curves), Inks(theme, hairlines=True), fonts)

    def draw(self, painter: QPainter, scale: float, sight: QRectF) -> None:
        if detail_at(scale) is Detail.MINIMAL:
            self._far.paint(painter)
            return
        numbers = self._extents.in_sight(sight)
        for number in numbers:
            self._line(number).paint(painter)
        if detail_at(scale) is Detail.FULL:
            for number in numbers:
                self._pill(number).paint(painter)

    def _line(self, number: int) -> Painting:
        if number not in self._lines:
            shapes = line_shapes(self._curves[number], Emphasis.QUIET)
            self._lines[number] = Painting(shapes, self._inks, self._fonts)
        return self._lines[number]

    def _pill(self, number: int) -> Painting:
        if number not in self._years:
            pill = self._drawing.pills.get(self._curves[number].move.id)
            shapes = pill_shapes(pill, Emphasis.QUIET) if pill else ()
            self._years[number] = Painting(shapes, self._inks, self._fonts)
        return self._years[number]


class _Roles(_Layer):
    """The boxes of the roles."""

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts, extent: QRectF) -> None:
        super().__init__(extent)
        self._drawing = drawing
        self._inks = Inks(theme)
        self._fonts = fonts
        self._roles = tuple(drawing.boxes)
        self._extents = _Extents([_extent_of_box(box) for box in drawing.boxes.values()])
        self._near: dict[tuple[str, Detail], Painting] = {}
        self._far = Painting(
            minimal_shapes(
                (
                    drawing.track_numbers[drawing.catalogue.role(role).track],
                    drawing.state.roles[role],
                    box,
                )
                for role, box in drawing.boxes.items()
            ),
            Inks(theme, hairlines=True),
            fonts,
        )

    def draw(self, painter: QPainter, scale: float, sight: QRectF) -> None:
        detail = detail_at(scale)
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


class _Front(_Layer):
    """What stands out: the route, the selected role with its moves, the role under the mouse."""

    def __init__(self, extent: QRectF) -> None:
        super().__init__(extent)
        self.under: tuple[Painting, ...] = ()
        self.years: tuple[Painting, ...] = ()

    def draw(self, painter: QPainter, scale: float, _sight: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for painting in self.under:
            painting.paint(painter)
        if detail_at(scale) is Detail.FULL:
            for painting in self.years:
                painting.paint(painter)


class MapScene(QGraphicsScene):
    """A drawing of the map with one role selected and one under the mouse."""

    def __init__(
        self,
        drawing: MapDrawing,
        theme: Theme,
        fonts: Fonts,
        moves: Iterable[Move],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.drawing = drawing
        self.theme = theme
        self._fonts = fonts
        self._moves = tuple(moves)
        self._inks = Inks(theme)
        self._selected = ""
        self._hovered = ""
        self._has_focus = False
        extent = QRectF(0, 0, drawing.width, drawing.height)
        self.extent = extent
        roomy = extent.adjusted(-200, -200, 200, 200)
        self._front = _Front(roomy)
        self._route = _Front(roomy)
        self._route.under = (self._paint(drawing.lines(Emphasis.ROUTE)),)
        self._route.years = (self._paint(drawing.years(Emphasis.ROUTE)),)
        layers = (
            _Columns(drawing, theme, fonts, extent),
            _Moves(drawing, theme, fonts, roomy),
            _Roles(drawing, theme, fonts, extent),
            self._route,
            self._front,
        )
        for depth, layer in enumerate(layers):
            layer.setZValue(depth)
            self.addItem(layer)

    @property
    def selected(self) -> str:
        """The role selected, empty for none."""
        return self._selected

    def role_at(self, point: QPointF) -> str:
        """Return the role whose box is at a point of the scene, empty for none."""
        x, y = point.x(), point.y()
        for role, box in self.drawing.boxes.items():
            if abs(box.x - x) <= box.width / 2 and abs(box.y - y) <= box.height / 2:
                return role
        return ""

    def box_of(self, role: str) -> QRectF:
        """Return the place of a role, empty where it is not shown."""
        box = self.drawing.boxes.get(role)
        if box is None:
            return QRectF()
        return QRectF(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)

    def select(self, role: str, *, has_focus: bool) -> None:
        """Mark one role as selected, strongly where the keyboard is on the map."""
        if (role, has_focus) != (self._selected, self._has_focus):
            self._selected, self._has_focus = role, has_focus
            self._draw_front()

    def hover(self, role: str) -> None:
        """Mark one role as being under the mouse."""
        if role != self._hovered:
            self._hovered = role
            self._draw_front()

    def _draw_front(self) -> None:
        drawing = self.drawing
        lines: list[Shape] = []
        years: list[Shape] = []
        box = drawing.boxes.get(self._selected)
        if box is not None:
            curves = self._curves_of(self._selected)
            missing = [curve for curve in curves if curve.move.id not in drawing.pills]
            placed = {
                **pills(missing, drawing.boxes, drawing.texts, drawing.measure),
                **drawing.pills,
            }
            for curve in curves:
                if drawing.emphasis(curve.move) is Emphasis.QUIET:
                    lines += line_shapes(curve, Emphasis.SELECTED)
                    if curve.move.id in placed:
                        years += pill_shapes(placed[curve.move.id], Emphasis.SELECTED)
            lines += _ring(box, "accent" if self._has_focus else "text-quiet", 2.5)
        hovered = drawing.boxes.get(self._hovered)
        if hovered is not None and self._hovered != self._selected:
            lines += _ring(hovered, "line-strong", 2.0)
        self._front.under = (self._paint(lines),)
        self._front.years = (self._paint(years),)
        self._front.update()

    def _curves_of(self, role: str) -> list[MoveCurve]:
        """Return the ways of a role's moves: those drawn at rest, and else ways of their own."""
        at_rest = [
            curve
            for curve in self.drawing.curves
            if role in (curve.move.from_role, curve.move.to_role)
        ]
        drawn = {curve.move.id for curve in at_rest}
        others = [
            move
            for move in self._moves
            if role in (move.from_role, move.to_role) and move.id not in drawn
        ]
        return [*at_rest, *move_curves(self.drawing.boxes, others)] if others else at_rest

    def _paint(self, shapes: Iterable[Shape]) -> Painting:
        return Painting(shapes, self._inks, self._fonts)


def _ring(box: Box, colour: str, width: float) -> tuple[Shape, ...]:
    away = _RING_AWAY
    return (
        Rectangle(
            box.x - box.width / 2 - away,
            box.y - box.height / 2 - away,
            box.width + 2 * away,
            box.height + 2 * away,
            "",
            Stroke(colour, width),
            RADIUS + away - 1,
        ),
    )


def _extent_of(curve: MoveCurve) -> tuple[float, float, float, float]:
    across = [x for x, _ in curve.points]
    down = [y for _, y in curve.points]
    return min(across) - 30, min(down) - 12, max(across) + 30, max(down) + 12


def _extent_of_box(box: Box) -> tuple[float, float, float, float]:
    room = 12.0
    return (
        box.x - box.width / 2 - room,
        box.y - box.height / 2 - room,
        box.x + box.width / 2 + room,
        box.y + box.height / 2 + room,
    )


def _undashed(curves: Iterable[MoveCurve]) -> Iterable[Shape]:
    return (Curve(curve.points, Stroke("edge")) for curve in curves)
