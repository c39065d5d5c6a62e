"""The switch between agreed, manager and self: whose ratings count."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from planner.core.gaps import Basis
from planner.core.text import Texts
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


class BasisSwitch(QWidget):
    """Three buttons of which one is down; `chosen` (Basis)."""

    chosen = Signal(object)

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Basis, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for basis, place in zip(Basis, ("first", "middle", "last"), strict=True):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("place", place)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.chosen.emit, basis))
            self._group.addButton(button)
            self._buttons[basis] = button
            row.addWidget(button)
        self.apply_theme(theme)
        self.retranslate(texts)

    def show_basis(self, basis: Basis) -> None:
        """Put a button down."""
        self._buttons[basis].setChecked(True)

    def button(self, basis: Basis) -> QPushButton:
        """Return the button of a basis."""
        return self._buttons[basis]

    def retranslate(self, texts: Texts) -> None:
        """Word the buttons in another language."""
        words = {
            Basis.AGREED: (
                texts.tr("Agreed"),
                texts.tr("Agreed ratings count; else the manager's, else the person's own"),
            ),
            Basis.MANAGER: (texts.tr("Manager"), texts.tr("The manager's ratings alone count")),
            Basis.SELF: (texts.tr("Self"), texts.tr("The person's own ratings alone count")),
        }
        for basis, (name, more) in words.items():
            button = self._buttons[basis]
            button.setText(name)
            button.setToolTip(more)
            button.setAccessibleName(texts.tr("Basis: {name}", name=name))
            button.setAccessibleDescription(more)

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
