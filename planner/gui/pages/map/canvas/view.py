"""The view of the map: zoom around the cursor, pan by dragging, walk from role to role by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QWidget

from planner.gui.pages.map.canvas.hover_line import HoverLine
from planner.gui.pages.map.canvas.kept_view import KeptView
from planner.gui.pages.map.canvas.labels import STRIP, far_marks, pinned_labels
from planner.gui.pages.map.canvas.placing import Placed, Placing, whole
from planner.gui.pages.map.canvas.scene import MapScene
from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme
from planner.report.map.walk import Direction

_WHEEL, _STEP = 1.0015, 1.25
_LARGEST, _SMALLEST = 4.0, 0.02
# A map opens whole where it is legible so, else around the present role.
_OPENS_FROM = 0.6
# How much of what lies around a role is brought into sight with it.
_AROUND_ROLE = round(STRIP) + 16
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}


class MapView(KeptView):
    """Shows a `MapScene`.

    Signals: `role_picked` (role id, empty for none) for a click or a key that selects,
    `target_wished` (role id) for a double click or Enter, `typed` (text) for the start of a search.
    """

    role_picked = Signal(str)
    target_wished = Signal(str)
    typed = Signal(str)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts = fonts
        self._map: MapScene | None = None
        self._linked: dict[str, frozenset[str]] = {}
        self._pressed: QPoint | None = None
        self._is_dragging = False
        self._awaits_opening = self._is_framed = False
        self._placed: Placed = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setMouseTracking(True)
        # One of our own: to find out what Qt's is, Python would look at each widget class of Qt.
        self.setViewport(QWidget(mouseTracking=True))
        self.hover_line = HoverLine(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_theme(theme)

    @property
    def map(self) -> MapScene | None:
        """The scene shown, if any."""
        return self._map

    @property
    def scale_now(self) -> float:
        """How many pixels a scene unit takes."""
        return self.transform().m11()

    @property
    def is_opened(self) -> bool:
        """Whether a map is shown and has found its first place."""
        return self._map is not None and not self._awaits_opening

    @property
    def centre_now(self) -> QPointF:
        """The point of the map in the middle of the view."""
        return self._centre()

    @property
    def placed(self) -> Placed:
        """How the map came to its place, empty once somebody has moved or zoomed it."""
        return self._placed

    def recall(self, scale: float, centre: QPointF, placed: Placed = "") -> None:
        """Show the map as it was left: at a scale around a point, unless the view placed it."""
        if placed == "opened":
            return
        self._awaits_opening = False
        if placed == "fitted":
            self.fit()
            return
        self._placed = ""
        self._set_scale(scale)
        self.centerOn(centre)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and another text size, which zooms the map in step."""
        factor = theme.text_factor / self._theme.text_factor
        self._theme = theme
        self.setBackgroundBrush(theme.colour("canvas"))
        if factor == 1.0:
            return
        self.zoom(factor)

    def show_map(self, scene: MapScene, linked: dict[str, frozenset[str]], *, opens: bool) -> None:
        """Show another drawing; `opens` brings it to its first place, else the view stays."""
        old = self._map
        centre = self._centre()
        self._map = scene
        self._linked = linked
        self.hover_line.hide()
        self.setScene(scene)
        room = max(scene.extent.width(), scene.extent.height()) + 2000
        self.setSceneRect(scene.extent.adjusted(-room, -room, room, room))
        if opens or old is None:
            self._awaits_opening = True
            if self.isVisible():
                self.open_map()
        else:
            self.centerOn(centre)
        if old is not None:
            old.deleteLater()

    def open_map(self) -> None:
        """Show the whole map where it is legible, else the present role and what is near."""
        scene = self._map
        if scene is None:
            return
        self._awaits_opening = False
        self._placed = "opened"
        factor = self._theme.text_factor
        fitted, centre = self._whole()
        scale = max(fitted, _OPENS_FROM * factor)
        self._set_scale(scale)
        self.centerOn(centre)
        middle = scene.selected or scene.drawing.state.present or scene.drawing.state.target
        if scale > fitted and not scene.box_of(middle).isEmpty():
            self._centre_within(scene.box_of(middle).center())

    def fit(self) -> None:
        """Show the whole map."""
        self._placed = "fitted"
        if self._map is not None:
            scale, centre = self._whole()
            self._set_scale(scale)
            self.centerOn(centre)

    def zoom(self, factor: float, around: QPoint | None = None) -> None:
        """Zoom around a point of the viewport, else around the role in sight, or the middle."""
        at = around if around is not None else self.viewport().rect().center()
        kept = self._role_in_sight(self.viewport().size()) if around is None else ""
        if kept and self._map is not None:
            at = self.mapFromScene(self._map.box_of(kept).center())
        before = self.mapToScene(at)
        self._set_scale(self.scale_now * factor)
        self._pan(self.mapFromScene(before) - at)
        self.show_role(kept)

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self.zoom(_STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self.zoom(1 / _STEP)

    def show_role(self, role: str) -> None:
        """Bring a role into sight with what is near; what is in sight does not move."""
        if self._map is None:
            return
        box, strip = self._map.box_of(role), round(STRIP * self._theme.text_factor)
        free = self.viewport().rect().adjusted(strip, strip, 0, 0)
        if not box.isEmpty() and not free.contains(self._place_of(role)):
            self.ensureVisible(box, _AROUND_ROLE, _AROUND_ROLE)

    def centre_role(self, role: str) -> None:
        """Bring a role to the middle, legibly."""
        if self._map is None or self._map.box_of(role).isEmpty():
            return
        if self.scale_now < _OPENS_FROM * self._theme.text_factor:
            self._set_scale(self._theme.text_factor)
        self._placed = ""
        self._centre_within(self._map.box_of(role).center())

    def _walk(self, direction: Direction) -> None:
        if self._map is not None and self._map.drawing.boxes:
            self.role_picked.emit(self._map.role_beside(direction, self._linked))

    def _whole(self) -> Placing:
        """Return where the whole map is to be seen, as large as it is ever fitted."""
        factor = self._theme.text_factor
        if self._map is None:
            return Placing(factor, QPointF())
        return whole(self._map.drawing, self.viewport().size(), factor, factor)

    def _role_in_sight(self, room: QSize) -> str:
        """Return the role to be kept in sight, where a viewport so large shows it."""
        seen = self.mapToScene(QRect(QPoint(0, 0), room)).boundingRect()
        return self._map.role_seen(seen) if self._map is not None else ""

    def _place_of(self, role: str) -> QRect:
        """Return the place of a role's box in the viewport."""
        box = self._map.box_of(role) if self._map is not None else QRectF()
        return self.mapFromScene(box).boundingRect()

    def _set_scale(self, scale: float) -> None:
        self.set_scale(max(_SMALLEST, min(_LARGEST, scale)))

    def _centre(self) -> QPointF:
        return self.mapToScene(self.viewport().rect()).boundingRect().center()

    def _centre_within(self, wished: QPointF) -> None:
        """Centre on a point as far as no empty room comes into sight."""
        if self._map is not None:
            seen = QSize(self.viewport().size()) / self.scale_now
            self.centerOn(self._map.middle_within(wished, seen.width(), seen.height()))

    def _pan(self, by: QPoint) -> None:
        self._placed = ""
        for bar, way in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() + way)

    def _role_at(self, at: QPoint) -> str:
        return self._map.role_at(self.mapToScene(at)) if self._map is not None else ""

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Move the map away from under the mouse, and what was told of the role there."""
        super().scrollContentsBy(across, down)
        self.hover_line.hide()

    def _mark_focus(self) -> None:
        if self._map is not None:
            self._map.select(self._map.selected, has_focus=self.hasFocus())

    def _hover(self, at: QPoint) -> None:
        scene = self._map
        if scene is None:
            return
        role = self._role_at(at)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if role else Qt.CursorShape.ArrowCursor
        )
        scene.hover(role)
        self.hover_line.tell_of(role, scene.drawing, self._place_of(role), at)

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:
        """Draw the names of tracks and ranks over the map, and the focus."""
        scene = self._map
        if scene is None:
            return
        painter.save()
        painter.resetTransform()
        size = self.viewport().size()
        labels = pinned_labels(
            scene.drawing,
            self.viewportTransform(),
            (size.width(), size.height()),
            self._theme.text_factor,
            self._fonts,
        )
        marks = far_marks(scene.drawing, self.viewportTransform(), scene.selected)
        paint(painter, [*marks, *labels], self._theme, self._fonts)
        if self._is_framed and not scene.selected:
            edge = self.viewport().rect().adjusted(1, 1, -2, -2)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(edge)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Open the map once there is room for it, fit it anew, or keep a role in sight."""
        kept = self._role_in_sight(event.oldSize())
        super().resizeEvent(event)
        if (self._awaits_opening and self.isVisible()) or self._placed == "opened":
            self.open_map()
        elif self._placed == "fitted":
            self.fit()
        elif kept:
            self.show_role(kept)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by pinching, and forget the role under a mouse that has left."""
        if event.type() == QEvent.Type.Leave and self._map is not None:
            self._map.hover("")
            self.hover_line.hide()
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the cursor."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        at = event.position().toPoint()
        self.zoom(_WHEEL**delta, at)
        self._hover(at)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed = event.position().toPoint()
            self._is_dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or tell of the role under the mouse."""
        at = event.position().toPoint()
        if self._pressed is None:
            self._hover(at)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._is_dragging or far:
            self._is_dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            moved = self.whole_pixels(self._pressed - at)
            self._pan(moved)
            self._pressed -= moved

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was clicked, unless the map was dragged."""
        was_click = self._pressed is not None and not self._is_dragging
        self._pressed, self._is_dragging = None, False
        if was_click and event.button() == Qt.MouseButton.LeftButton:
            self.role_picked.emit(self._role_at(event.position().toPoint()))
        self._hover(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Wish for the role as target."""
        role = self._role_at(event.position().toPoint())
        if role and event.button() == Qt.MouseButton.LeftButton:
            self.target_wished.emit(role)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is on the map; by a frame only to whoever walks there by Tab."""
        super().focusInEvent(event)
        self._is_framed = event.reason() in _BY_TAB
        self._mark_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has left the map."""
        super().focusOutEvent(event)
        self._is_framed = False
        self._mark_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, find and choose by keys."""
        scene = self._map
        key = event.key()
        is_plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if scene is None or not is_plain:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._walk(_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and scene.selected:
            self.target_wished.emit(scene.selected)
        elif key == Qt.Key.Key_Home and scene.drawing.state.present:
            self.role_picked.emit(scene.drawing.state.present)
            self.centre_role(scene.drawing.state.present)
        elif key == Qt.Key.Key_Escape and scene.selected:
            self.role_picked.emit("")
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
