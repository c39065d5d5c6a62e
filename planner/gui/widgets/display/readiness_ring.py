"""A readiness as a ring with its number: the certain part solid, the uncertain part pale."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.core.gaps import Interval
from planner.gui.theme import Theme
from planner.report.map.words import UNRATED, whole_percent

_DIAMETER = 40.0
_WIDTH = 5.0
_TWELVE_O_CLOCK = 90 * 16
_TURN = 360 * 16


class ReadinessRing(QWidget):
    """Shows an interval of 0..1, `?` where readiness is unknown, `–` where nothing is rated."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._readiness: Interval | None = None
        self._is_unrated = False
        self._colour = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_readiness(
        self, readiness: Interval | None, colour: str, *, is_unrated: bool = False
    ) -> None:
        """Show another readiness in a role of colour."""
        self._readiness = readiness
        self._is_unrated = is_unrated
        self._colour = colour
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _diameter(self) -> float:
        return _DIAMETER * max(1.0, self._theme.text_factor)

    def sizeHint(self) -> QSize:
        """Return room for the ring."""
        return QSize(round(self._diameter()), round(self._diameter()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and its number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = _WIDTH * self._diameter() / _DIAMETER
        ring = QRectF(0, 0, self._diameter(), self._diameter())
        ring = ring.adjusted(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 1)
        self._arc(painter, ring, self._theme.colour("ring"), width, 0.0, 1.0)
        number = "?"
        if self._readiness is not None:
            low, high = self._readiness.low, self._readiness.high
            number = UNRATED if self._is_unrated else str(whole_percent(low))
            solid = self._theme.colour(self._colour)
            pale = QColor(solid)
            pale.setAlphaF(0.4)
            self._arc(painter, ring, pale, width, low, high)
            self._arc(painter, ring, solid, width, 0.0, low)
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, number)
        painter.end()

    def _arc(
        self,
        painter: QPainter,
        ring: QRectF,
        colour: QColor,
        width: float,
        start: float,
        end: float,
    ) -> None:
        if end <= start:
            return
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        first = _TWELVE_O_CLOCK - round(start * _TURN)
        painter.drawArc(ring, first, -round((end - start) * _TURN))
