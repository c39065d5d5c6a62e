"""What is told of the picked row of a table, made anew for each row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from planner.gui.widgets.arrangement.tab_order import tab_as_laid_out


class ToldArea(QScrollArea):
    """Shows one layout at a time, which scrolls where it is higher than its room.

    `told_of` is the id of what it tells of, empty for nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told_of = ""
        self.clear()

    @property
    def words(self) -> str:
        """All that is told, a line a label."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def clear(self) -> None:
        """Tell of nothing."""
        self._tell("", QVBoxLayout())

    def _tell(self, of: str, layout: QLayout) -> None:
        """Put a layout in the place of what was told."""
        self.told_of = of
        contents = QWidget()
        contents.setObjectName("details")
        contents.setLayout(layout)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        tab_as_laid_out(self)
