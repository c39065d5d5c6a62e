"""What stands in the place of rows where a filter lets none through."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.gui.widgets.display.labels import breakable, plain_label


class NoHits(QWidget):
    """Says that nothing is shown, with a button that shows all again: `all_requested`."""

    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label(tone="quiet", wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.clicked.connect(self.all_requested)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.hide()

    def show_words(self, words: str, button: str) -> None:
        """Tell why nothing is shown, and what the button does."""
        self.words.setText(breakable(words))
        self.button.setText(button)
        self.button.setAccessibleName(button)
