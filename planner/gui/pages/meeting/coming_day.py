"""A day to come that may stay open, and is typed from a day near it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.gui.widgets.inputs.fields import DayField


class ComingDay(DayField):
    """A day field that may stay open; then typing and arrows begin at a day near it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, open_word=" ")
        self._near = date.today()

    def begin_at(self, day: date) -> None:
        """Let an open day begin at this one."""
        self._near = day

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin an open day by any key that says one; leave it open on Delete."""
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and (
            self.lineEdit().selectedText() == self.text() or key == Qt.Key.Key_Delete
        ):
            self.show_day(None)
            return
        if self.day() is None and event.text().isdigit():
            self.show_day(self._near)
            self.selectAll()
        elif self.day() is None and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.show_day(self._near)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab leave an open day at once: it has no parts to go through."""
        if self.day() is None:
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)
