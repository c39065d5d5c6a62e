"""Fields of a form: a label above, the fault below, both told to screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain

from PySide6.QtCore import (
    QDate,
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Catalogue
from planner.core.searching import folded, words_of
from planner.core.text import Text, Texts
from planner.gui.widgets.display.labels import plain_label, set_look

_EARLIEST = QDate(1900, 1, 1)
# All names of an item, one a line.
_NAMES_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_VISIBLE = 16
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


class _Completer(QCompleter):
    """Completes by any part of any of an item's names; what it says is the one that is shown."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo.model(), combo)
        self.setCompletionRole(_NAMES_ROLE)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_VISIBLE)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the name that is shown."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


class SearchCombo(QComboBox):
    """Chooses from a list, or by typing any part of a name; the data of an item is its id.

    `typed` (text) with each key that changes the words; `unknown_changed` when words that are no
    name are left in it, and when they are mended.
    """

    typed = Signal(str)
    unknown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unknown = self._unknown_words = ""
        self._is_mending = False
        self.setMaxVisibleItems(_MOST_VISIBLE)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self._line.textEdited.connect(self._on_typed)
        self._line.editingFinished.connect(self._on_left)
        self.currentIndexChanged.connect(self._on_known)
        completer = _Completer(self)
        if (popup := completer.popup()) is not None:
            popup.setObjectName("completions")
        self.setCompleter(completer)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def unknown(self) -> str:
        """The words left in it that are no name, empty while it shows what is chosen."""
        return self._unknown

    @property
    def unknown_words(self) -> str:
        """What is said of words that are no name."""
        return self._unknown_words

    def add(self, shown: str, id_: object, other: str = "") -> None:
        """Offer one more, to be found by the name shown and by another one."""
        self.addItem(shown, id_)
        self.setItemData(self.count() - 1, f"{shown}\n{other}" if other else shown, _NAMES_ROLE)

    def add_named(self, name: Text, id_: str, texts: Texts) -> None:
        """Offer one more, to be found by its name in either language."""
        shown = texts.pick(name)
        other = next((one for one in (name.en, name.zh) if one and one != shown), "")
        self.add(shown, id_, other)
        self._unknown_words = texts.tr(
            "Nothing has this name. Try a part of it, in either language."
        )

    def chosen_id(self) -> str:
        """Return the id of what is chosen, empty for none."""
        return str(self.currentData() or "")

    def choose(self, id_: str | None) -> None:
        """Choose by its id; an unknown one leaves nothing chosen."""
        self._is_mending = False
        self.setCurrentIndex(self.findData(id_ or ""))
        self._on_known()

    @contextmanager
    def offering(self) -> Iterator[None]:
        """Let all that is offered be replaced; the choice stays, and words that are no name."""
        chosen, unknown = self.currentData(), self._unknown
        with QSignalBlocker(self):
            self.clear()
            yield
            self.setCurrentIndex(self.findData(chosen if chosen is not None else ""))
            if unknown:
                self.setEditText(unknown)
                self._unknown = unknown

    def _on_typed(self, said: str) -> None:
        # What is being mended is no fault until it is left.
        self._set_unknown("")
        self.typed.emit(said)

    def _on_known(self) -> None:
        self._set_unknown("")

    def _set_unknown(self, said: str) -> None:
        if said != self._unknown:
            self._unknown = said
            self.unknown_changed.emit()

    def _on_left(self) -> None:
        """Choose what begins with the words typed, or has them in a name, if there is such.

        Nothing typed chooses none where that is offered; what is no name stays to be mended.
        """
        said, before = self._line.text().strip(), self.currentIndex()
        found = before
        if said != self.itemText(before):
            found = self._fitting(said) if said else self.findData("")
        if said and found < 0:
            self._is_mending = True
            self._set_unknown(said)
            return
        self.setCurrentIndex(found if found >= 0 else before)
        self.setEditText(self.itemText(self.currentIndex()))
        self._set_unknown("")
        # What waited for the words to be mended goes on, even with the choice there was.
        if self.currentIndex() != before or self._is_mending:
            self._is_mending = False
            self.activated.emit(self.currentIndex())

    def _fitting(self, said: str) -> int:
        """Return the first item whose name begins with the words, else has them; -1 for none."""
        words = words_of(said)
        wanted = " ".join(words)
        names = [
            folded(str(self.itemData(at, _NAMES_ROLE) or self.itemText(at)))
            for at in range(self.count())
        ]
        begins = (at for at, name in enumerate(names) if f"\n{name}".find(f"\n{wanted}") >= 0)
        holds = (at for at, name in enumerate(names) if all(word in name for word in words))
        return next(chain(begins, holds), -1)

    def setPlaceholderText(self, text: str) -> None:
        """Say what to do while nothing is chosen."""
        self._line.setPlaceholderText(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a choice must not change while one scrolls."""
        event.ignore()


class RoleCombo(SearchCombo):
    """Chooses a role of a catalogue.

    The tracks stand in the catalogue's order, ranks rising.
    """

    def offer(self, catalogue: Catalogue | None, texts: Texts, none_word: str = "") -> None:
        """Offer a catalogue's roles, and with a word for it no role at all; keep the choice."""
        with self.offering():
            if none_word:
                self.add(none_word, "")
            if catalogue is None:
                return
            places = {track.id: number for number, track in enumerate(catalogue.tracks)}
            names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
            for role in sorted(
                catalogue.roles,
                key=lambda role: (places.get(role.track, len(places)), role.rank, role.order),
            ):
                self.add_named(role.name, role.id, texts)
                track = names.get(role.track, role.track)
                self.setItemData(self.count() - 1, track, Qt.ItemDataRole.AccessibleDescriptionRole)

    def role(self) -> str:
        """Return the id of the role chosen, empty for none."""
        return self.chosen_id()


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
