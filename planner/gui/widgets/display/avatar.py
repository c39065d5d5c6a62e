"""A disc with the initials of a person, and the initials alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.gui.theme import Theme

_AVATAR = 32
_LATIN = 0x2E80


def initials(name: str) -> str:
    """Return the first letters of the first and last word, or the first sign of a Chinese name."""
    firsts = [
        next(filter(str.isalnum, word)) for word in name.split() if any(map(str.isalnum, word))
    ]
    if not firsts:
        return ""
    if ord(firsts[0]) >= _LATIN:
        return firsts[0]
    return (firsts[0] + (firsts[-1] if len(firsts) > 1 else "")).upper()


class Avatar(QWidget):
    """A disc with the initials of a person."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._theme = theme
        self.apply_theme(theme)

    def show_name(self, name: str) -> None:
        """Show the initials of a name."""
        self._text = initials(name)
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        side = round(_AVATAR * theme.text_factor)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(self.rect())
        painter.setPen(self._theme.colour("on-accent"))
        painter.setFont(self._theme.font("small", bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
