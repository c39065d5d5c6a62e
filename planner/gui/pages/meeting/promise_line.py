"""One line that takes a promise: what, who, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from planner.core.career import Owner
from planner.core.text import Message, Texts
from planner.gui.pages.meeting.coming_day import ComingDay
from planner.gui.widgets.inputs.fields import Field
from planner.gui.widgets.inputs.line_edit import LineEdit

_TOP = Qt.AlignmentFlag.AlignTop


class OwnerCombo(QComboBox):
    """Chooses one of both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def offer(self, name: str, texts: Texts) -> None:
        """Offer the person and the manager; keep the choice."""
        chosen = max(0, self.currentIndex())
        self.clear()
        self.addItem(name, Owner.EMPLOYEE)
        self.addItem(texts.tr("Manager"), Owner.MANAGER)
        self.setCurrentIndex(chosen)

    def owner(self) -> Owner:
        """Return the one chosen."""
        return Owner(self.currentData() or Owner.EMPLOYEE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class PromiseLine(QWidget):
    """Takes a promise: `made` (title, owner, due) on Enter or by the button."""

    made = Signal(str, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = LineEdit()
        self.who = OwnerCombo()
        self.due = ComingDay()
        self.button = QPushButton()
        self.fields = {"title": Field(self.title), "who": Field(self.who), "due": Field(self.due)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key, field in self.fields.items():
            field.hide_name()
            row.addWidget(field, 1 if key == "title" else 0, _TOP)
        row.addWidget(self.button, 0, _TOP)
        self.button.clicked.connect(self._on_made)
        self.clear()

    def retranslate(self, texts: Texts, name: str, day: date) -> None:
        """Word the fields; `name` is the person's, `day` where an open day begins."""
        self.due.begin_at(day)
        self.title.setPlaceholderText(texts.tr("What is promised"))
        self.fields["title"].name(texts.tr("What is promised"))
        self.fields["who"].name(texts.tr("Who promises it"))
        self.fields["due"].name(texts.tr("By when"))
        self.due.setSpecialValueText(texts.tr("no date"))
        self.who.offer(name, texts)
        self.button.setText(texts.tr("Add"))
        self.button.setToolTip(texts.tr("Add the promise to the plan (Enter)"))
        self.button.setAccessibleName(texts.tr("Add the promise to the plan"))

    def show_faults(self, faults: Mapping[str, Message], texts: Texts) -> None:
        """Show what is wrong at its field; nothing clears all."""
        for key, field in self.fields.items():
            field.show_fault(texts.word(faults[key]) if key in faults else "")

    def clear(self) -> None:
        """Empty the line for the next promise; whoever promised stays chosen."""
        self.title.clear()
        self.due.show_day(None)
        for field in self.fields.values():
            field.show_fault("")

    def _on_made(self) -> None:
        self.due.interpretText()
        self.made.emit(self.title.text(), self.who.owner(), self.due.day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the promise on Enter, from any of its fields."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_made()
        else:
            super().keyPressEvent(event)
