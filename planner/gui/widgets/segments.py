"""A row of joined buttons of which one is down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from planner.gui.theme import Theme

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
    """Chooses one of a few keys; `picked` (key) when the person presses its button."""

    picked = Signal(str)

    def __init__(self, keys: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        places = ["first", *["middle"] * (len(keys) - 2), "last"]
        for key, place in zip(keys, places, strict=True):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("place", place)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.picked.emit, key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self.apply_theme(theme)

    @property
    def choice(self) -> str:
        """The key whose button is down, empty for none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Put a button down."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QPushButton:
        """Return the button of a key."""
        return self._buttons[key]

    def word(self, key: str, shown: str, spoken: str, tip: str = "") -> None:
        """Word a button: what it shows, its name for those who cannot see the row, and its tip."""
        button = self._buttons[key]
        button.setText(shown)
        button.setAccessibleName(spoken)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)

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
