"""A switch of buttons side by side, of which one is down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from planner.gui.theme import Theme

# What a button takes of the width beside its words: padding and edges.
_AROUND = 36
_SHEET = """
QPushButton {{ background: {surface}; color: {quiet}; border: 1px solid {line};
    border-radius: 0; padding: 6px 16px; margin-left: -1px; font-weight: 400; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:checked {{ background: {soft}; color: {accent}; border: 1px solid {accent};
    font-weight: 600; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 5px 15px; }}
QPushButton[place="first"] {{ border-top-left-radius: 8px; border-bottom-left-radius: 8px;
    margin-left: 0; }}
QPushButton[place="last"] {{ border-top-right-radius: 8px; border-bottom-right-radius: 8px; }}
"""


class Segments(QWidget):
    """Buttons for `keys`, two at least; `chosen` (key)."""

    chosen = Signal(object)

    def __init__(self, keys: Sequence[object], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[object, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key in keys:
            button = QPushButton()
            button.setCheckable(True)
            place = {keys[0]: "first", keys[-1]: "last"}.get(key, "middle")
            button.setProperty("place", place)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.chosen.emit, key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self.apply_theme(theme)

    def show_key(self, key: object | None) -> None:
        """Put a button down, or with None all up; raise KeyError for an unknown key."""
        if key is not None:
            self._buttons[key].setChecked(True)
        elif (down := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            down.setChecked(False)
            self._group.setExclusive(True)

    def button(self, key: object) -> QPushButton:
        """Return the button of a key."""
        return self._buttons[key]

    def say(self, key: object, name: str, more: str, accessible: str = "") -> None:
        """Name a button, and say more of it in its tip."""
        button = self._buttons[key]
        button.setText(name)
        button.setToolTip(more)
        button.setAccessibleName(accessible or name)
        button.setAccessibleDescription(more)
        self._make_room(button)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            _SHEET.format(
                surface=theme.hex("surface"),
                quiet=theme.hex("text-quiet"),
                line=theme.hex("line-strong"),
                hover=theme.hex("surface-quiet"),
                soft=theme.hex("accent-soft"),
                accent=theme.hex("accent"),
            )
        )
        for button in self._buttons.values():
            self._make_room(button)

    def _make_room(self, button: QPushButton) -> None:
        """Keep room for the bold words of a button that is down."""
        button.ensurePolished()
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        button.setMinimumWidth(QFontMetrics(font).horizontalAdvance(button.text()) + _AROUND)
