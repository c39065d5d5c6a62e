"""A card of the map's inspector: a way to a role or from it, which leads to the role named."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.report.roles.card import Way

_SHEET = """
#way {{ background: {ground}; border: 2px solid {ground}; border-radius: 8px; }}
#way[leads="true"]:hover {{ border-color: {hover}; }}
#way:focus {{ border-color: {accent}; }}
"""


class WayCard(QFrame):
    """One way; `role_wished` (role id) for a click, Enter or the space bar where it names one."""

    role_wished = Signal(str)

    def __init__(self, way: Way, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = way.role
        self.setObjectName("way")
        self.setProperty("leads", bool(way.role))
        self.setStyleSheet(
            _SHEET.format(
                ground=theme.hex("accent-soft" if way.is_on_route else "surface-quiet"),
                hover=theme.hex("line-strong"),
                accent=theme.hex("accent"),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 10, 6)
        column.setSpacing(1)
        column.addWidget(plain_label(breakable(way.heading), strong=True, wraps=True))
        for line in way.lines:
            column.addWidget(plain_label(breakable(line), size="small", tone="quiet", wraps=True))
        if way.role:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleName(", ".join((way.heading, *way.lines)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the role."""
        is_within = self.rect().contains(event.position().toPoint())
        if self._role and is_within and event.button() == Qt.MouseButton.LeftButton:
            self.role_wished.emit(self._role)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the role."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._role and event.key() in keys:
            self.role_wished.emit(self._role)
        else:
            super().keyPressEvent(event)
