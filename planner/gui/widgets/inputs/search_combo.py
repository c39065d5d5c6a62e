"""A list to choose from that is searched by typing, as every search of the window is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QWidget,
)

from planner.core.model import Catalogue
from planner.core.searching import folded, has_words, words_of
from planner.core.text import Text, Texts

# All names of an item, one a line.
_NAMES_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_VISIBLE = 16
# What a name takes of the width of its row beside its letters, with the bar at the right.
_AROUND = 36
_STEPPING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

Index = QModelIndex | QPersistentModelIndex


class _Fitting(QSortFilterProxyModel):
    """The items that fit what is typed, those first that begin with it."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self._places: dict[int, int] = {}
        self.setSourceModel(combo.model())
        self.sort(0)

    def show_rows(self, rows: Sequence[int]) -> None:
        """Show these rows of the combo, in this order."""
        self._places = {row: place for place, row in enumerate(rows)}
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Accept what was found."""
        return row in self._places

    def lessThan(self, left: Index, right: Index) -> bool:
        """Keep the order in which the rows were found."""
        last = len(self._places)
        return self._places.get(left.row(), last) < self._places.get(right.row(), last)


class _Names(QListView):
    """A list below a field, as wide as its names need: what tells long ones apart is at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("completions")
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay on the screen where the names are wider than the field."""
        super().resizeEvent(event)
        _keep_on_screen(self)


class _Completer(QCompleter):
    """Offers what fits the words typed; what it says is the name that is shown."""

    def __init__(self, combo: QComboBox, fitting: _Fitting) -> None:
        super().__init__(fitting, combo)
        self.names = _Names()
        self.setPopup(self.names)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST_VISIBLE)

    def pathFromIndex(self, index: Index) -> str:
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
        self._fitting = _Fitting(self)
        self._completer = _Completer(self, self._fitting)
        self.setCompleter(self._completer)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
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
        self._offer(said)
        self.typed.emit(said)

    def _offer(self, said: str) -> list[int]:
        """Put what fits the words into the list below; return the rows that do."""
        rows = self._rows_fitting(said)
        self._fitting.show_rows(rows)
        names = self._completer.names
        names.setMinimumWidth(_width_of(names, [self.itemText(row) for row in rows]))
        return rows

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
            fitting = self._rows_fitting(said) if said else [self.findData("")]
            found = fitting[0] if fitting else -1
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

    def _rows_fitting(self, said: str) -> list[int]:
        """Return the rows in whose names all words are, those first that begin with them."""
        words = words_of(said)
        beginning = "\n" + " ".join(words)
        begins, holds = [], []
        for row in range(self.count()):
            names = str(self.itemData(row, _NAMES_ROLE) or self.itemText(row))
            if beginning in folded(f"\n{names}"):
                begins.append(row)
            elif has_words(names, words):
                holds.append(row)
        return begins + holds

    def showPopup(self) -> None:
        """Open the whole list, as wide as its names need."""
        names = [self.itemText(row) for row in range(self.count())]
        self.view().setMinimumWidth(_width_of(self.view(), names))
        super().showPopup()
        _keep_on_screen(self.view().window())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to another item from the one chosen, but from words typed into what fits them.

        Qt would step on from what was chosen before, which the words no longer say.
        """
        said = self._line.text()
        if event.key() not in _STEPPING or said == self.itemText(self.currentIndex()):
            super().keyPressEvent(event)
        elif not said.strip():
            self.showPopup()
        elif self._offer(said):
            self._completer.complete()
        else:
            self._set_unknown(said)

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


def _width_of(view: QAbstractItemView, names: Iterable[str]) -> int:
    """Return the width at which no name is cut, as far as the screen has it."""
    view.ensurePolished()
    metrics = view.fontMetrics()
    widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
    return min(widest + _AROUND, view.screen().availableGeometry().width())


def _keep_on_screen(popup: QWidget) -> None:
    beyond = popup.geometry().right() - popup.screen().availableGeometry().right()
    if beyond > 0:
        popup.move(popup.x() - beyond, popup.y())
