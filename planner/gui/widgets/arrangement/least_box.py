"""Rows and columns that ask for the least height they can do with, and of pages only the shown."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget


class LeastBox(QBoxLayout):
    """Asks for the least height that its parts can do with at a width, not for what they prefer.

    Else what holds it would scroll as a whole while parts of it that scroll themselves have room.
    """

    _is_asked = False

    def heightForWidth(self, width: int) -> int:
        """Return the least height at a width, in pixels."""
        # The least is worked out with the preferred height, by a call to this very method.
        if self._is_asked:
            return super().heightForWidth(width)
        self._is_asked = True
        try:
            return super().minimumHeightForWidth(width)
        finally:
            self._is_asked = False


def least_column(holder: QWidget, spacing: int = 0) -> LeastBox:
    """Return a column without margins in which a widget holds its parts."""
    column = LeastBox(QBoxLayout.Direction.TopToBottom, holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


class OneAtATime(QWidget):
    """Shows one of its parts; those that are hidden take no room, as they would in a stack."""

    def __init__(self, *parts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        column = least_column(self)
        for part in parts:
            column.addWidget(part)
        self.show_part(parts[0])

    @property
    def part(self) -> QWidget:
        """The part that is shown."""
        return self._shown

    def show_part(self, wanted: QWidget) -> None:
        """Show a part in the place of the one before it."""
        self._shown = wanted
        wanted.show()
        for part in self._parts:
            part.setVisible(part is wanted)
