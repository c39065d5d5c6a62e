"""What the rows of painted tables have in common: their ground, and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import painted

SIDE_MARGIN = 24
CELL_GAP = 10
ROW_PADDING = 5
_INSET = 6
_RADIUS = 8
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


def paint_row_ground(
    painter: QPainter, view: QAbstractItemView, theme: Theme, cell: QRect, *, is_picked: bool
) -> None:
    """Paint a cell's part of its row's ground, so that the row reads as one, and the line below."""
    whole = QRect(0, cell.top(), view.viewport().width(), cell.height())
    if is_picked:
        painter.setBrush(theme.colour("accent-soft"))
        ring = theme.colour("accent" if view.hasFocus() else "accent-soft")
        painter.setPen(QPen(ring, 1.5))
        painter.drawRoundedRect(QRectF(whole).adjusted(_INSET, 1, -_INSET, -2), _RADIUS, _RADIUS)
    painter.setPen(QPen(theme.colour("line"), 1))
    bottom = cell.bottom() + 0.5
    painter.drawLine(QPointF(SIDE_MARGIN, bottom), QPointF(whole.width() - SIDE_MARGIN, bottom))


def words_height(font: QFont, words: str, width: int) -> int:
    """Return how high words are that wrap at a width in pixels; 0 for none."""
    if not words:
        return 0
    room = QRect(0, 0, max(1, width), 100_000)
    return QFontMetrics(font).boundingRect(room, _WRAP, painted(words)).height()


def paint_words(
    painter: QPainter,
    theme: Theme,
    room: QRect,
    words: str,
    *,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write words that wrap, from the top of their room, in a role of colour."""
    painter.setFont(font)
    painter.setPen(theme.colour(colour))
    painter.drawText(room, _WRAP | align, painted(words))
