"""Fields of a form: a label above, the fault below, both told to screen readers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QDate,
    QEvent,
    QLocale,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDateEdit,
    QVBoxLayout,
    QWidget,
)

from planner.gui.widgets.display.labels import plain_label, set_look
from planner.gui.widgets.inputs.search_combo import SearchCombo

_EARLIEST = QDate(1900, 1, 1)
_NUMBER_MARGIN = 10
_SEPARATORS = "-/. "
_STEPPING = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_TYPED_DAY, _ENGLISH_DAY, _CHINESE_DAY = "yyyy-MM-dd", "d MMM yyyy", "yyyy年M月d日"


class Field(QWidget):
    """One input with its label; a fault is shown right below it."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = plain_label(size="small", tone="quiet")
        self._label.setBuddy(editor)
        self._fault = plain_label(size="small", tone="danger", wraps=True)
        self._fault.hide()
        if isinstance(editor, SearchCombo):
            editor.unknown_changed.connect(self._show_unknown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addWidget(self._fault)

    @property
    def fault(self) -> str:
        """What is wrong with the input, empty while nothing is."""
        return self._fault.text()

    def name(self, text: str) -> None:
        """Name the field."""
        self._label.setText(text)
        self.editor.setAccessibleName(text)

    def hide_name(self) -> None:
        """Leave the name to a label above, as in a table; screen readers still hear it."""
        self._label.hide()

    def show_fault(self, text: str) -> None:
        """Say what is wrong, or with an empty text that nothing is but a name that is unknown."""
        if isinstance(self.editor, SearchCombo) and self.editor.unknown:
            text = self.editor.unknown_words
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)
        set_look(self.editor, "fault", bool(text))

    def _show_unknown(self) -> None:
        self.show_fault("")


def set_in(box: QAbstractSpinBox) -> None:
    """Let a number stand as far in as the words of other fields do."""
    box.lineEdit().setTextMargins(_NUMBER_MARGIN, 0, _NUMBER_MARGIN, 0)


class DayField(QDateEdit):
    """A day, shown as everywhere in the locale's language; where asked for, it may stay open.

    While it has the focus it is typed as year-month-day, or chosen from the calendar. A day typed
    in one go, with or without separators, is that day: Qt by itself steps over a part when a
    separator follows the last digit of the part before.
    """

    def __init__(self, parent: QWidget | None = None, *, open_word: str = "") -> None:
        super().__init__(parent)
        self._room = QSize()
        self._show_as_read()
        self.setCalendarPopup(True)
        self.setMinimumDate(_EARLIEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSpecialValueText(open_word)
        self._digits = 0

    @property
    def is_open(self) -> bool:
        """Whether the day was left open."""
        return bool(self.specialValueText()) and self.date() == self.minimumDate()

    def day(self) -> date | None:
        """Return the day, None where it was left open."""
        if self.is_open:
            return None
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.setDate(QDate(day.year, day.month, day.day) if day else self.minimumDate())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first part, from whichever side one comes."""
        self._room = self.sizeHint()
        self.setDisplayFormat(_TYPED_DAY)
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.begin_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a day typed over everything selected, and a separator that says nothing new.

        Delete leaves the day open where it may be; an open one is typed from today on.
        """
        if event.key() == Qt.Key.Key_Delete and self.specialValueText():
            self.show_day(None)
            return
        said = event.text()
        is_digit = said.isdigit()
        if self.is_open and (is_digit or event.key() in _STEPPING):
            self.setDate(QDate.currentDate())
            self.begin_anew()
        if is_digit and self.lineEdit().selectedText() == self.text():
            self.begin_anew()
        if said and said in _SEPARATORS and not self._digits:
            return
        before = self.currentSectionIndex()
        super().keyPressEvent(event)
        has_moved = self.currentSectionIndex() != before
        self._digits = self._digits + 1 if is_digit and not has_moved else 0

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Leave the whole day on Tab; its parts are walked by arrow keys and separators."""
        self.setCurrentSectionIndex(self.sectionCount() - 1 if is_next else 0)
        return super().focusNextPrevChild(is_next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the calendar on today where the day is still open."""
        super().mousePressEvent(event)
        calendar = self.calendarWidget()
        if self.is_open and calendar.isVisible():
            with QSignalBlocker(calendar):
                calendar.setSelectedDate(QDate.currentDate())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed and show it as it is read."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._show_as_read()

    def changeEvent(self, event: QEvent) -> None:
        """Show the day in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange and not self.hasFocus():
            self._show_as_read()

    def sizeHint(self) -> QSize:
        """Return the same room for either way of writing the day, so that nothing jumps."""
        return super().sizeHint().expandedTo(self._room)

    def minimumSizeHint(self) -> QSize:
        """Return the same room for either way of writing the day."""
        return super().minimumSizeHint().expandedTo(self._room)

    def _show_as_read(self) -> None:
        self._room = QSize()
        is_chinese = self.locale().language() == QLocale.Language.Chinese
        self.setDisplayFormat(_CHINESE_DAY if is_chinese else _ENGLISH_DAY)

    def begin_anew(self) -> None:
        """Let a day be typed from its first part on."""
        self.setSelectedSection(self.sectionAt(0))
        self._digits = 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
