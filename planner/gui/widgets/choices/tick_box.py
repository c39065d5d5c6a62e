"""A box to tick, in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from planner.gui.theme import Theme

# The box in units of itself: where the tick begins, turns and ends.
_TICK = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.33))
_SIDE, _RING = 17.0, 3.0


class TickBox(QCheckBox):
    """A check box without words of its own; its accessible name says what is ticked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another size."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _side(self) -> float:
        return _SIDE * max(1.0, self._theme.text_factor)

    def sizeHint(self) -> QSize:
        """Return room for the box and the ring of the focus around it."""
        whole = round(self._side() + 2 * _RING)
        return QSize(whole, whole)

    def minimumSizeHint(self) -> QSize:
        """Return the same room."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Return whether a click hits the box: all of it is the box."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the list."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the tick, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        if not self.isEnabled():
            painter.setOpacity(0.5)
        side = self._side()
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            ring = box.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, 6, 6)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(box, 4, 4)
            pen = QPen(colour("on-accent"), side * 0.12)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corners = [QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK]
            painter.drawPolyline(QPolygonF(corners))
        else:
            painter.setPen(QPen(colour("edge"), 1.4))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
        painter.end()
