"""A card with a title, and more in small letters at the right of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.gui.widgets.display.labels import plain_label

_MARGIN, _PADDING = 24, 16


class Card(QFrame):
    """Shows what is added to `body` on a surface of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading = Heading()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_MARGIN, _PADDING, _MARGIN, _PADDING)
        self.body.setSpacing(12)
        self.body.addWidget(self.heading)

    def name(self, title: str, aside: str = "") -> None:
        """Title the card."""
        self.heading.say(title, aside)
        self.setAccessibleName(title)


class Heading(QWidget):
    """A title, with something quiet at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label(strong=True)
        self._aside = plain_label(size="small", tone="quiet", wraps=True)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._aside, 1)

    def add_button(self, button: QWidget) -> None:
        """Add a small button at the right end."""
        self._row.addWidget(button)

    @property
    def title(self) -> str:
        """What it says."""
        return self._title.text()

    def say(self, title: str, aside: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._aside.setText(aside)
