"""The corner above the names: what the people are ordered by, apart from single skills."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.models.team_matrix import BY_NAME, BY_READINESS, BY_ROLE, Order
from planner.gui.theme import Theme

_KEYS = (BY_NAME, BY_ROLE, BY_READINESS)
_LEFT, _RIGHT, _ICON = 18, 8, 12


class TeamSortBar(QWidget):
    """Three buttons of which at most one is down; `chosen` (what to order by)."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("corner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._order = Order()
        self._texts: Texts | None = None
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 0, _RIGHT, 4)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column.addLayout(row)
        for key in _KEYS:
            button = QToolButton()
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.chosen.emit, key))
            self._buttons[key] = button
            if key == BY_READINESS:
                row.addStretch(1)
            row.addWidget(button)
        self.apply_theme(theme)

    def button(self, key: str) -> QToolButton:
        """Return the button of an order."""
        return self._buttons[key]

    def show_order(self, order: Order) -> None:
        """Mark the order in force."""
        self._order = order
        for key, button in self._buttons.items():
            is_it = key == order.by
            button.setChecked(is_it)
            icon = "chevron-down" if order.falls else "chevron-up"
            button.setIcon(self._icons.icon(icon, "accent") if is_it else _nothing())
        self._name()

    def retranslate(self, texts: Texts) -> None:
        """Word the buttons in another language."""
        self._texts = texts
        self._name()

    def _name(self) -> None:
        if self._texts is None:
            return
        tr = self._texts.tr
        words = {
            BY_NAME: (tr("Name"), tr("Order by name")),
            BY_ROLE: (tr("Role"), tr("Order by role")),
            BY_READINESS: (tr("Readiness"), tr("Order by readiness")),
        }
        for key, (word, what) in words.items():
            button = self._buttons[key]
            button.setText(word)
            button.setToolTip(what)
            state = tr("falling") if self._order.falls else tr("rising")
            is_it = key == self._order.by
            button.setAccessibleName(
                tr("{action}, now {state}", action=what, state=state) if is_it else what
            )

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        side = round(_ICON * theme.text_factor)
        for button in self._buttons.values():
            button.setIconSize(QSize(side, side))
        self.show_order(self._order)


def _nothing() -> QIcon:
    """Return an icon that only keeps the place of one."""
    picture = QPixmap(1, 1)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)
