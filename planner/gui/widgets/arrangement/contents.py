"""What fills the window, and the key that every button in it obeys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget


def press_focused_button(event: QKeyEvent) -> bool:
    """Press the button with the focus where the key is Enter; return whether one was pressed.

    Outside dialogs Qt lets only the space bar press a button.
    """
    focused = QApplication.focusWidget()
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not is_enter or not isinstance(focused, QAbstractButton):
        return False
    focused.click()
    return True


class Contents(QWidget):
    """The parts of a window from top to bottom; the last one takes all the room there is."""

    def __init__(self, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        column.setStretch(len(parts) - 1, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus."""
        if not press_focused_button(event):
            super().keyPressEvent(event)
