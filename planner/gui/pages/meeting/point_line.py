"""One line that takes a point for the agenda, and whose it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.core.career import Owner
from planner.core.text import Message, Texts
from planner.gui.pages.meeting.promise_line import OwnerCombo
from planner.gui.widgets.inputs.fields import Field
from planner.gui.widgets.inputs.line_edit import LineEdit

_TOP = Qt.AlignmentFlag.AlignTop


class PointLine(QWidget):
    """Takes a point: `made` (words, owner) on Enter or by the button."""

    made = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = LineEdit()
        self.who = OwnerCombo()
        self.button = QPushButton()
        self._words_field, self._who_field = Field(self.words), Field(self.who)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, share in ((self._words_field, 1), (self._who_field, 0)):
            field.hide_name()
            row.addWidget(field, share, _TOP)
        row.addWidget(self.button, 0, _TOP)
        self.button.clicked.connect(self._on_made)

    @property
    def owner(self) -> Owner:
        """Who brings up the next point."""
        return self.who.owner()

    @property
    def fault(self) -> str:
        """What is wrong with the point, empty while nothing is."""
        return self._words_field.fault

    def retranslate(self, texts: Texts, name: str) -> None:
        """Word the fields; `name` is the person's."""
        self.words.setPlaceholderText(texts.tr("Another point to talk about"))
        self._words_field.name(texts.tr("Another point to talk about"))
        self._who_field.name(texts.tr("Who brings it up"))
        self.who.offer(name, texts)
        self.button.setText(texts.tr("Add"))
        self.button.setToolTip(texts.tr("Put it on the agenda (Enter)"))
        self.button.setAccessibleName(texts.tr("Put it on the agenda"))

    def show_fault(self, fault: Message | None, texts: Texts) -> None:
        """Show what is wrong with the point, or nothing."""
        self._words_field.show_fault(texts.word(fault) if fault else "")

    def clear(self) -> None:
        """Empty the line for the next point."""
        self.words.clear()
        self._words_field.show_fault("")

    def _on_made(self) -> None:
        self.made.emit(self.words.text(), self.owner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the point on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_made()
        else:
            super().keyPressEvent(event)
