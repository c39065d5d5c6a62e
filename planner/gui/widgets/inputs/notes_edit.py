"""A field for notes that hands on what was written after each pause, and never loses a word."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from planner.core.keeping.plain_text import UNPRINTABLE

# After so many milliseconds without a key what was written is handed on.
PAUSE = 900
_MOST_LINES = 14


class NotesEdit(QPlainTextEdit):
    """Plain text that grows with what is written, up to `most` characters.

    `written` (text) after a pause and whenever the field is left or hidden; `overflowed` when more
    was written or pasted than it takes, which is then left out; `asked` when a slash is typed on an
    empty line, which is then not written.
    """

    written = Signal(str)
    overflowed = Signal()
    asked = Signal()

    def __init__(self, most: int, least_lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._least = least_lines
        self._shown = ""
        self._inserted = (0, 0)
        self.takes_commands = False
        self.setTabChangesFocus(True)
        # What the window undoes is what was handed on; two histories would contradict each other.
        self.setUndoRedoEnabled(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)
        self.document().contentsChange.connect(self._on_contents_change)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    @property
    def is_pending(self) -> bool:
        """Whether something was written and not handed on yet."""
        return self._timer.isActive()

    def show_text(self, text: str) -> None:
        """Show another text; the cursor stays where it was, and at the end if it was there."""
        if text == self.text():
            self._shown = text
            return
        self._timer.stop()
        self._shown = text
        place = self.textCursor().position()
        was_at_end = self.textCursor().atEnd()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        end = max(0, self.document().characterCount() - 1)
        cursor.setPosition(end if was_at_end else min(place, end))
        self.setTextCursor(cursor)
        self._fit()

    def text(self) -> str:
        """Return what is written, without what cannot be printed."""
        return UNPRINTABLE.sub("", self.toPlainText())

    def flush(self) -> None:
        """Hand on what was written, if it was not yet."""
        self._timer.stop()
        text = self.text()
        if text != self._shown:
            self._shown = text
            self.written.emit(text)

    def _on_contents_change(self, place: int, _removed: int, added: int) -> None:
        self._inserted = (place, added)

    def _on_text_changed(self) -> None:
        text = self.text()
        if len(text) > self._most:
            self._cut(len(text) - self._most)
            self.overflowed.emit()
        if self.text() != self._shown:
            self._timer.start()
        else:
            self._timer.stop()
        self._fit()

    def _cut(self, overflow: int) -> None:
        """Take back the last part of what was just put in."""
        place, added = self._inserted
        cursor = self.textCursor()
        cursor.setPosition(place)
        end = min(place + added, self.document().characterCount() - 1)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        put_in = cursor.selection().toPlainText()
        self.blockSignals(True)
        cursor.insertText(put_in[: max(0, len(put_in) - overflow)])
        self.blockSignals(False)

    def _fit(self) -> None:
        """Take the height of the lines, within bounds."""
        wanted = round(self.document().size().height())
        lines = max(self._least, min(_MOST_LINES, wanted))
        around = self.contentsMargins().top() + self.contentsMargins().bottom()
        margins = 2 * self.document().documentMargin()
        height = lines * QFontMetrics(self.font()).lineSpacing() + margins + around
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if wanted <= _MOST_LINES
            else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        if math.ceil(height) != self.height():
            self.setFixedHeight(math.ceil(height))

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, with everything handed on before."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or _is_redo(event))
        ):
            self.flush()
            event.ignore()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of the lines in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask what is wanted where a slash begins a line."""
        is_empty = not self.textCursor().block().text()
        if self.takes_commands and event.text() == "/" and is_empty:
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand on what was written."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand on what was written before it is out of sight."""
        self.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the lines at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


def _is_redo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Redo)
