"""A large button that says what follows from choosing it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.gui.look.icons import Icons
from planner.gui.widgets.display.labels import plain_label


class ChoiceCard(QPushButton):
    """A large button: icon, title, and what follows from choosing it."""

    def __init__(self, icon: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self._icon, self._icons = icon, icons
        self._picture = QLabel()
        self._title = plain_label(size="title", wraps=True)
        self._text = plain_label(tone="quiet", wraps=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        for part in (self._picture, self._title, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def say(self, title: str, text: str) -> None:
        """Word the card."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._picture.setPixmap(self._icons.picture(self._icon, "accent", 32))

    def hasHeightForWidth(self) -> bool:
        """The texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return room for the wrapped texts."""
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return room for the contents, which a push button does not ask for by itself."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for the contents."""
        return self._column.totalMinimumSize()
