"""A view that keeps the map at rest as a picture, and paints only what comes into sight."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsView, QWidget

from planner.gui.pages.map.canvas.scene import MapScene

# A map that has not moved for so many milliseconds is painted anew as a whole: finely, and without
# the seams of strips that were painted at different times, where dashes may not meet.
_SETTLES_AFTER = 150
# While a map moves, strips up to this part of the view are painted finely all the same.
_SMALL_PART = 0.08
# Screens are scaled by steps of an eighth or coarser.
_FINEST_RATIO = 8


class KeptView(QGraphicsView):
    """Shows a `MapScene`; what is at rest is Qt's cached background, moved as the map is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_AFTER)
        self._settling.timeout.connect(self._settle)

    def whole_pixels(self, way: QPoint) -> QPoint:
        """Return the part of a way that the picture can be moved by: whole pixels of the screen."""
        step = Fraction(self.devicePixelRatioF()).limit_denominator(_FINEST_RATIO).denominator
        return QPoint(int(way.x() / step) * step, int(way.y() / step) * step)

    def set_scale(self, scale: float) -> None:
        """Let a unit of the scene take `scale` pixels."""
        self.setTransform(QTransform.fromScale(scale, scale))
        self._settling.start()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Move the map, and its picture where it moves by whole pixels of the screen."""
        super().scrollContentsBy(across, down)
        way = QPoint(across, down)
        if self.whole_pixels(way) != way:
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
        strips: list[QRect] = list(painter.clipRegion())  # type: ignore[call-overload]
        painter.setTransform(to_view)
        room = self.viewport().rect()
        strips = strips or [room]
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
