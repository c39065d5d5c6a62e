"""The frame at the right that tells of the page's selection; it folds away and keeps its width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

NARROWEST, WIDEST, USUAL_WIDTH = 260, 640, 320
# How much of what lies around the focus is brought into sight with it.
_AROUND = 24


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
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

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

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Bring what the keyboard went to into sight; Qt does so only from within the area.

        A page that is hidden hands the focus on as well, and nobody looks for it then.
        """
        area = self._stack.currentWidget()
        is_by_key = QApplication.mouseButtons() == Qt.MouseButton.NoButton
        is_handed_on = before is not None and not before.isVisible()
        if now is None or not is_by_key or is_handed_on or not isinstance(area, QScrollArea):
            return
        told = area.widget()
        if told is not None and told.isAncestorOf(now):
            area.ensureWidgetVisible(now, 0, _AROUND)
