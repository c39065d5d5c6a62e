"""The frame at the right that tells of the page's selection; it folds away and keeps its width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

NARROWEST, WIDEST, USUAL_WIDTH = 260, 640, 320


class Inspector(QFrame):
    """Holds the inspector widget of each page and shows that of the page in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._areas: dict[str, QScrollArea] = {}
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._stack)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)

    def add(self, key: str, widget: QWidget) -> None:
        """Take in the widget of one page."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(widget)
        self._areas[key] = area
        self._stack.addWidget(area)

    def has(self, key: str) -> bool:
        """Whether a page tells of its selection here."""
        return key in self._areas

    def show_page(self, key: str) -> None:
        """Show what a page tells; raise KeyError for a page that tells nothing."""
        self._stack.setCurrentWidget(self._areas[key])
