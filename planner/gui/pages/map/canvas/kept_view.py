"""A view that keeps the map at rest as a picture, and paints only what comes into sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsView, QWidget

from planner.gui.pages.map.canvas.scene import MapScene

# A map that has not moved for so many milliseconds is painted anew as a whole: finely, and without
# the seams of strips that were painted at different times, where dashes may not meet.
_SETTLES_AFTER = 150
# While a map moves, strips up to this part of the view are painted finely all the same.
_SMALL_PART = 0.08
# A drag that goes by larger steps would be felt.
_LARGEST_STEP = 10


class KeptView(QGraphicsView):
    """Shows a `MapScene`; what is at rest is Qt's cached background, moved as the map is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_AFTER)
        self._settling.timeout.connect(self._settle)

    @property
    def _step(self) -> int:
        """How many pixels of the window are whole pixels of the screen; 0 where that is many."""
        ratio = self.devicePixelRatioF()
        steps = range(1, _LARGEST_STEP + 1)
        return next((step for step in steps if abs(ratio * step - round(ratio * step)) < 1e-6), 0)

    def whole_pixels(self, way: QPoint) -> QPoint:
        """Return the part of a way that goes by whole pixels of the screen, if there is a part."""
        step = self._step or 1
        return QPoint(int(way.x() / step) * step, int(way.y() / step) * step)

    def set_scale(self, scale: float) -> None:
        """Let a unit of the scene take `scale` pixels."""
        self.setTransform(QTransform.fromScale(scale, scale))
        self._settling.start()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Move the map, and its picture where it moves by whole pixels of the screen."""
        super().scrollContentsBy(across, down)
        step = self._step
        if not step or across % step or down % step:
            self.resetCachedContent()
        self._settling.start()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the map at rest where the picture lacks it."""
        super().drawBackground(painter, rect)
        scene = self.scene()
        if not isinstance(scene, MapScene):
            return
        to_view = painter.transform()
        painter.resetTransform()
        clip: list[QRect] = list(painter.clipRegion())  # type: ignore[call-overload]
        painter.setTransform(to_view)
        room = self.viewport().rect()
        # What became another is asked for as a whole, however far it reaches out of sight.
        strips = [strip.intersected(room) for strip in clip or [room]]
        area = sum(strip.width() * strip.height() for strip in strips)
        is_small = area <= _SMALL_PART * room.width() * room.height()
        to_scene, _ = to_view.inverted()
        scene.paint_at_rest(
            painter,
            to_scene.mapRect(QRectF(room)),
            # A line may reach a pixel or two beyond its own points.
            [to_scene.mapRect(QRectF(strip).adjusted(-2, -2, 2, 2)) for strip in strips],
            is_fine=is_small or not self._settling.isActive(),
        )

    def _settle(self) -> None:
        self.resetCachedContent()
        self.viewport().update()
