"""The scene of the map: a drawing in layers, with one role selected and one under the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from planner.core.boxes import Box
from planner.core.model import Move
from planner.core.text import Texts
from planner.gui.pages.map.canvas.layers import AtRest, FrontLayer
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.report.drawing import Rectangle, Shape, Stroke
from planner.report.map.map_drawing import MapDrawing
from planner.report.map.move_curves import MoveCurve, move_curves
from planner.report.map.moves import Emphasis, crossed, line_shapes, pill_shapes, pills
from planner.report.map.roles import RADIUS
from planner.report.map.state import MapState
from planner.report.map.walk import Direction, step

_RING_AWAY = 5.0


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
        self._moves = tuple(moves)
        self._selected = ""
        self._hovered = ""
        self._has_focus = False
        extent = QRectF(0, 0, drawing.width, drawing.height)
        self.extent = extent
        roomy = extent.adjusted(-200, -200, 200, 200)
        self._front = FrontLayer(theme, fonts, roomy)
        self._route = FrontLayer(theme, fonts, roomy)
        routes = (Emphasis.OTHER_ROUTE, Emphasis.ROUTE)
        self._route.show_shapes(
            chain.from_iterable(map(drawing.lines, routes)),
            chain.from_iterable(map(drawing.years, routes)),
        )
        self._at_rest = AtRest(drawing, theme, fonts)
        # Two layers over everything: an index of places would only cost.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        for depth, layer in enumerate((self._front, self._route)):
            layer.setZValue(depth)
            self.addItem(layer)
        self._told = self._tell_selected()
        self._draw_front()

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

    def role_beside(self, direction: Direction, linked: Mapping[str, frozenset[str]]) -> str:
        """Return the role that an arrow key leads to; the first key leads to you."""
        drawing = self.drawing
        here = self._selected or drawing.state.present
        if here not in drawing.boxes:
            return next(iter(drawing.boxes))
        if not self._selected:
            return here
        near = linked.get(here, frozenset())
        return step(drawing.boxes, near, here, direction, drawing.state.route)

    def box_of(self, role: str) -> QRectF:
        """Return the place of a role, empty where it is not shown."""
        box = self.drawing.boxes.get(role)
        if box is None:
            return QRectF()
        return QRectF(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)

    def role_seen(self, seen: QRectF) -> str:
        """Return the selected role, you or the target, the first whose middle is seen."""
        state = self.drawing.state
        for role in (self.selected, state.present, state.target):
            box = self.box_of(role)
            if not box.isEmpty() and seen.contains(box.center()):
                return role
        return ""

    def middle_within(self, wished: QPointF, width: float, height: float) -> QPointF:
        """Return the middle nearest to a point around which so much shows no empty room."""

        def within(at: float, low: float, high: float, room: float) -> float:
            if room >= high - low:
                return (low + high) / 2
            return max(low + room / 2, min(high - room / 2, at))

        extent = self.extent
        return QPointF(
            within(wished.x(), extent.left(), extent.right(), width),
            within(wished.y(), extent.top(), extent.bottom(), height),
        )

    def select(self, role: str, *, has_focus: bool) -> None:
        """Mark one role as selected, strongly where the keyboard is on the map."""
        if (role, has_focus) != (self._selected, self._has_focus):
            is_other = role != self._selected
            self._selected, self._has_focus = role, has_focus
            if is_other:
                self._told = self._tell_selected()
            self._draw_front()

    def show_state(self, state: MapState, texts: Texts, theme: Theme) -> bool:
        """Show the same roles in another state; return False where more than readiness differs."""
        before = self.drawing.state
        if (
            (before.present, before.target, before.route, before.stances)
            != (state.present, state.target, state.route, state.stances)
            or self.drawing.texts is not texts
            or self.theme is not theme
        ):
            return False
        self.drawing = replace(self.drawing, state=state)
        self._at_rest.show_state(self.drawing)
        self.invalidate(self.extent, QGraphicsScene.SceneLayer.BackgroundLayer)
        return True

    def paint_at_rest(
        self, painter: QPainter, seen: QRectF, exposed: Sequence[QRectF], *, is_fine: bool = True
    ) -> None:
        """Paint the `exposed` parts of what is `seen` of the map without what is selected.

        A large map is painted sooner where it need not be fine.
        """
        self._at_rest.paint(painter, seen, exposed, is_fine=is_fine)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the map without what is selected."""
        super().drawBackground(painter, rect)
        self.paint_at_rest(painter, QRectF(rect), [QRectF(rect)])

    def hover(self, role: str) -> None:
        """Mark one role as being under the mouse."""
        if role != self._hovered:
            self._hovered = role
            self._draw_front()

    def _draw_front(self) -> None:
        boxes = self.drawing.boxes
        lines, years = self._told
        rings: list[Shape] = []
        if self._selected in boxes:
            ink = "accent" if self._has_focus else "text-quiet"
            rings += _ring(boxes[self._selected], ink, 2.5)
        if self._hovered in boxes and self._hovered != self._selected:
            rings += _ring(boxes[self._hovered], "line-strong", 2.0)
        self._front.show_shapes((*lines, *rings), years)

    def _tell_selected(self) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
        """Return the lines and the years of the selected role's moves, which leave the others."""
        drawing = self.drawing
        is_any = self._selected in drawing.boxes
        curves = self._curves_of(self._selected) if is_any else self._missing_of_you()
        # Those of a route stand out as they are.
        routes = (Emphasis.ROUTE, Emphasis.OTHER_ROUTE)
        curves = [curve for curve in curves if drawing.emphasis(curve.move) not in routes]
        if self._at_rest.leave_out([curve.move.id for curve in curves]):
            self.invalidate(self.extent, QGraphicsScene.SceneLayer.BackgroundLayer)
        lines: list[Shape] = []
        years: list[Shape] = []
        missing = [curve for curve in curves if curve.move.id not in drawing.pills]
        # The quiet years under these lines are painted over them again.
        own = {curve.move.id for curve in curves}
        quiet = {
            curve.move.id: drawing.pills[curve.move.id]
            for curve in drawing.curves
            if curve.move.id in drawing.pills
            and curve.move.id not in own
            and drawing.emphasis(curve.move) is Emphasis.QUIET
        }
        for pill in crossed(quiet, curves):
            years += pill_shapes(pill, Emphasis.QUIET)
        placed = {**pills(missing, drawing.boxes, drawing.texts, drawing.measure), **drawing.pills}
        for curve in curves:
            lines += line_shapes(curve, Emphasis.SELECTED)
            if curve.move.id in placed:
                years += pill_shapes(placed[curve.move.id], Emphasis.SELECTED)
        return tuple(lines), tuple(years)

    def _missing_of_you(self) -> list[MoveCurve]:
        """Return the ways of the present role's moves that are not drawn at rest.

        Of that role the page tells while none is selected.
        """
        at_rest = {curve.move.id for curve in self.drawing.curves}
        curves = self._curves_of(self.drawing.state.present)
        return [curve for curve in curves if curve.move.id not in at_rest]

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
