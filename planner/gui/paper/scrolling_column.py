"""A column of choices that scrolls where its window is low."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

_MARGIN = 2


class ScrollingColumn(QScrollArea):
    """Widgets one below the other, with the rest of the room below them."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        within = QWidget()
        within.setObjectName("pages")
        column = QVBoxLayout(within)
        column.setContentsMargins(0, 0, _MARGIN, 0)
        column.setSpacing(8)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(within)

    @property
    def beside(self) -> int:
        """The width that its widgets do not get where it scrolls."""
        return self.verticalScrollBar().sizeHint().width() + _MARGIN

    def minimumSizeHint(self) -> QSize:
        """Ask for little: it scrolls."""
        return QSize(0, 120)
