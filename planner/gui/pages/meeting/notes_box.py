"""A field for notes with its title; the manager's own stand on warm ground and can be hidden."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.core.keeping.plain_text import LONGEST_NOTE
from planner.core.text import Texts, message
from planner.gui.widgets.display.focus_ring import FocusRing
from planner.gui.widgets.display.labels import plain_label, set_look
from planner.gui.widgets.inputs.notes_edit import NotesEdit


class NotesBox(QFrame):
    """Notes that are handed on as they are written: `written` (text).

    While they are hidden the field holds no text at all, so that nothing that reads the screen
    finds any.
    """

    written = Signal(str)

    def __init__(self, *, is_private: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_private = is_private
        self._is_hidden = False
        self._texts: Texts | None = None
        self._title = plain_label(strong=True, tone="warning" if is_private else "")
        self._pill = plain_label()
        self._pill.setProperty("kind", "pill")
        self.edit = NotesEdit(LONGEST_NOTE, 2 if is_private else 3)
        self._fault = plain_label(size="small", tone="danger", wraps=True)
        self._fault.hide()
        self._hidden_words = plain_label(tone="quiet", wraps=True)
        self._hidden_words.hide()
        FocusRing(self)
        if is_private:
            self.setObjectName("private")
            set_look(self._pill, "tone", "warning")
        column = QVBoxLayout(self)
        margin = 12 if is_private else 0
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        column.addLayout(row)
        row.addWidget(self._title)
        row.addWidget(self._pill, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for part in (self.edit, self._fault, self._hidden_words):
            column.addWidget(part)
        self.edit.written.connect(self._on_written)
        self.edit.overflowed.connect(self._on_overflowed)

    @property
    def fault(self) -> str:
        """What is wrong with what was written, empty while nothing is."""
        return self._fault.text()

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language."""
        self._texts = texts
        if self._is_private:
            title = texts.tr("Private notes")
            pill = texts.tr("only the manager · never printed")
            hint = texts.tr("What only you should remember")
        else:
            title = texts.tr("Shared notes")
            pill = texts.tr("both can read")
            hint = texts.tr("Write here, or / for a promise, a level, the next date")
        self._title.setText(title)
        self._pill.setText(pill)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(title)
        self.edit.setAccessibleDescription(pill)
        self._hidden_words.setText(texts.tr("Private notes are hidden. F8 shows them."))
        if self._is_private:
            self.setAccessibleName(self._hidden_words.text())
        if self.fault:
            self._on_overflowed()

    def show_text(self, text: str, *, is_hidden: bool = False) -> None:
        """Show other notes, or only that they are hidden."""
        had_focus = self.edit.hasFocus() or self.hasFocus()
        self._is_hidden = is_hidden
        self.edit.show_text("" if is_hidden else text)
        self.edit.setEnabled(not is_hidden)
        self.edit.setVisible(not is_hidden)
        self._hidden_words.setVisible(is_hidden)
        # While it hides them the box itself keeps the cursor's place, for the keys and for Tab.
        policy = Qt.FocusPolicy.TabFocus if is_hidden else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        if had_focus:
            place = self if is_hidden else self.edit
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_hidden or not text:
            self._clear_fault()

    def flush(self) -> None:
        """Hand on what was written, if it was not yet."""
        if not self._is_hidden:
            self.edit.flush()

    def _on_written(self, text: str) -> None:
        if not self._is_hidden:
            if len(text) < LONGEST_NOTE:
                self._clear_fault()
            self.written.emit(text)

    def _on_overflowed(self) -> None:
        if self._texts is not None:
            said = message(
                "Notes hold {most} characters. What goes beyond them was left out.",
                most=LONGEST_NOTE,
            )
            self._fault.setText(self._texts.word(said))
            self._fault.show()
            self.edit.setAccessibleDescription(self._fault.text())
            set_look(self.edit, "fault", True)

    def _clear_fault(self) -> None:
        self._fault.clear()
        self._fault.hide()
        set_look(self.edit, "fault", False)
