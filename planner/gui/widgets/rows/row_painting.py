"""What the rows of painted tables have in common: their ground, and words that wrap."""

from __future__ import annotations

from collections.abc import Iterator

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
_DOT = " · "
_NO_BREAK, _NO_BREAK_SPACE = "\u2060", "\u00a0"
# What is written without spaces between words begins after it.
_LAST_SPACED = "\u2e7f"
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


def at_dots(font: QFont, words: str, width: int) -> str:
    """Return words such as `manager · Nov 2024` that wrap at their dots alone, for painting.

    Where a part has no room in the width, it wraps as usual.
    """
    metrics = QFontMetrics(font)
    parts = words.split(_DOT)
    if any(metrics.horizontalAdvance(f"{part} ·") > width for part in parts):
        return words
    return " ".join(_joined(part) for part in _with_dots(parts))


def _with_dots(parts: list[str]) -> Iterator[str]:
    yield from (f"{part} ·" for part in parts[:-1])
    yield parts[-1]


def _joined(part: str) -> str:
    # Between Chinese signs a line may break without any space.
    unspaced = part.replace(" ", _NO_BREAK_SPACE)
    is_chinese = any(sign > _LAST_SPACED for sign in part)
    return _NO_BREAK.join(unspaced) if is_chinese else unspaced


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
