"""A list of things to choose from by keyboard or mouse: icon, name, and what tells it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
_MOST_ROWS = 9
_ICON, _PAD = 18, 8
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_KEYS_OF_THE_LIST = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row; `thing` is what is handed back when it is chosen.

    `detail` stands at the right of the text, `below` under it; then the text is a heading.
    """

    thing: object
    text: str
    detail: str = ""
    icon: QIcon = field(default_factory=QIcon, compare=False)
    below: str = ""


class EntryModel(QAbstractListModel):
    """The entries of the moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Replace all entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, icon or entry of a row."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.DecorationRole:
            return entry.icon
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.text, entry.detail, entry.below)))
        return entry if role == ENTRY_ROLE else None


class _EntryDelegate(QStyledItemDelegate):
    """Paints a row: the icon, the name wrapped as needed, and the detail quietly at the right."""

    def __init__(self, theme: Theme, parent: EntryList) -> None:
        super().__init__(parent)
        self.theme = theme
        self._view = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry: Entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            pen = QPen(self.theme.colour("accent"), 1.4)
            painter.setPen(pen if has_focus else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(self.theme.colour("accent-soft"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        inner = rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        side = self._side()
        entry.icon.paint(painter, QRect(inner.left(), inner.top(), side, side))
        detail_width = self._detail_width(entry, rect.width())
        for text, role, font, left, right in (
            (entry.text, "text", self._font(entry), side + _PAD, detail_width + _PAD),
            (
                entry.detail,
                "text-quiet",
                self.theme.font("small"),
                inner.width() - detail_width,
                0,
            ),
        ):
            painter.setPen(self.theme.colour(role))
            painter.setFont(font)
            painter.drawText(inner.adjusted(left, 0, -right, 0), _WRAPPED, breakable(text))
        if entry.below:
            lower = inner.adjusted(side + _PAD, 0, 0, 0)
            name_width = self._widths(entry, rect.width())[0]
            lower.setTop(inner.top() + _height(entry.text, self._font(entry), name_width))
            painter.setPen(self.theme.colour("text-quiet"))
            painter.setFont(self.theme.font("small"))
            painter.drawText(lower, _WRAPPED, breakable(entry.below))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for every line of the name and of the detail."""
        entry: Entry = index.data(ENTRY_ROLE)
        width = self._view.row_width
        detail_width = self._detail_width(entry, width)
        name_width, below_width = self._widths(entry, width)
        below = 0
        if entry.below:
            below = _height(entry.below, self.theme.font("small"), below_width)
        height = max(
            _height(entry.text, self._font(entry), name_width) + below,
            _height(entry.detail, self.theme.font("small"), detail_width),
            self._side(),
        )
        return QSize(width, height + 2 * _PAD)

    def _widths(self, entry: Entry, width: int) -> tuple[int, int]:
        """Return how wide the name is in a row of a width, and how wide what stands below it."""
        below = width - 3 * _PAD - self._side()
        return max(40, below - _PAD - self._detail_width(entry, width)), max(40, below)

    def _font(self, entry: Entry) -> QFont:
        return self.theme.font(bold=bool(entry.below))

    def _side(self) -> int:
        return round(_ICON * self.theme.text_factor)

    def _detail_width(self, entry: Entry, width: int) -> int:
        natural = QFontMetrics(self.theme.font("small")).horizontalAdvance(entry.detail)
        return min(natural + 2, width * 2 // 5) if entry.detail else 0


def _height(text: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, width, 10_000)
    return QFontMetrics(font).boundingRect(room, _WRAPPED, breakable(text)).height()


class EntryList(QListView):
    """Shows entries; `chosen` (thing) on Enter or a click."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = EntryModel(self)
        self._delegate = _EntryDelegate(theme, self)
        self._room = self._hinted = 0
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._choose)

    @property
    def row_width(self) -> int:
        """The width of a row, in pixels."""
        return self._hinted or self.viewport().width()

    def fit_width(self, room: int) -> None:
        """Ask for the height that the rows need in so many pixels, before there are so many."""
        if room != self._room:
            self._room = room
            self.updateGeometry()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show entries, the first one selected."""
        self._model.show(entries)
        if entries:
            self.setCurrentIndex(self._model.index(0))
        self.updateGeometry()

    def entries(self) -> tuple[Entry, ...]:
        """Return what is shown."""
        rows = range(self._model.rowCount())
        return tuple(self._model.data(self._model.index(row), ENTRY_ROLE) for row in rows)

    def choose_current(self) -> None:
        """Choose the selected entry, if there is one."""
        self._choose(self.currentIndex())

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if entry is not None:
            self.chosen.emit(entry.thing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the first rows."""
        count = self._model.rowCount()
        rows = min(count, _MOST_ROWS)
        bar = self.verticalScrollBar().sizeHint().width() if count > rows else 0
        self._hinted = max(0, self._room - bar)
        height = sum(self.sizeHintForIndex(self._model.index(row)).height() for row in range(rows))
        self._hinted = 0
        return QSize(super().sizeHint().width(), height + 2)

    def minimumSizeHint(self) -> QSize:
        """Return room for one row."""
        return QSize(120, min(self.sizeHint().height(), 44))


class SearchField(QLineEdit):
    """A field whose arrow keys walk the list below it and whose Enter chooses there."""

    def __init__(self, below: EntryList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = below
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys of the list to the list."""
        if event.key() in _KEYS_OF_THE_LIST:
            QApplication.sendEvent(self._list, event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.choose_current()
        else:
            super().keyPressEvent(event)
