"""Shares of a whole as one bar, each in its colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.gui.theme import Theme

_HEIGHT, _GAP = 10.0, 2.0


class ShareBar(QWidget):
    """Shows shares (role of colour, fraction) side by side; its accessible name says them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: tuple[tuple[str, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[tuple[str, float]], words: str) -> None:
        """Show other shares, and say them in words to whoever does not see them."""
        self._shares = tuple(share for share in shares if share[1] > 0)
        self.setAccessibleName(words)
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another size."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bar."""
        return QSize(120, round(_HEIGHT * max(1.0, self._theme.text_factor)))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        round_ends = QPainterPath()
        round_ends.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(round_ends)
        painter.fillRect(whole, self._theme.colour("ring"))
        room = whole.width() - _GAP * max(0, len(self._shares) - 1)
        left = 0.0
        for colour, share in self._shares:
            width = room * share
            painter.fillRect(QRectF(left, 0, width, whole.height()), self._theme.colour(colour))
            left += width
            painter.fillRect(QRectF(left, 0, _GAP, whole.height()), self._theme.colour("surface"))
            left += _GAP
        painter.end()
