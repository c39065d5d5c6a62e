"""The levels of a skill in words, to choose from by number, by arrow keys or by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.gui.theme import Theme
from planner.gui.widgets.choices.plain_keys import is_plain
from planner.gui.widgets.display.focus_ring import ring_where_no_row_is_picked
from planner.gui.widgets.display.labels import breakable

_CHOICE_ROLE = Qt.ItemDataRole.UserRole
_CAP, _PAD, _GAP = 28, 8, 14
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
NOT_APPLICABLE = "N"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """One answer: `level` None is *not applicable*; `key` is what stands on its key."""

    level: float | None
    key: str
    name: str
    words: str = ""


class _LevelDelegate(QStyledItemDelegate):
    """Paints an answer: its key, its name, and what it looks like."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one answer."""
        entry: LevelEntry = index.data(_CHOICE_ROLE)
        rect: QRect = option.rect
        theme = self.theme
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.setBrush(theme.colour("accent-soft"))
            has_focus = self._list.hasFocus()
            painter.setPen(QPen(theme.colour("accent" if has_focus else "line-strong"), 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 8, 8)
        self._paint_key(painter, rect, entry, is_chosen)
        inner = self._words_rect(rect)
        name = theme.font(bold=True)
        high = _height(QFontMetrics(name), entry.name, inner.width())
        painter.setFont(name)
        painter.setPen(theme.colour("text"))
        if not entry.words:
            middle = inner.adjusted(0, (inner.height() - high) // 2, 0, 0)
            painter.drawText(middle, _WRAP, breakable(entry.name))
        else:
            painter.drawText(inner, _WRAP, breakable(entry.name))
            painter.setFont(theme.font())
            painter.setPen(theme.colour("text" if is_chosen else "text-quiet"))
            painter.drawText(inner.adjusted(0, high, 0, 0), _WRAP, breakable(entry.words))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for every line."""
        entry: LevelEntry = index.data(_CHOICE_ROLE)
        width = self._list.viewport().width()
        room = self._words_rect(QRect(0, 0, width, 100)).width()
        height = _height(QFontMetrics(self.theme.font(bold=True)), entry.name, room)
        if entry.words:
            height += _height(QFontMetrics(self.theme.font()), entry.words, room)
        return QSize(0, max(height, self._cap()) + 2 * _PAD)

    def _paint_key(
        self, painter: QPainter, rect: QRect, entry: LevelEntry, is_chosen: bool
    ) -> None:
        theme, side = self.theme, self._cap()
        width = max(side, QFontMetrics(theme.font(bold=True)).horizontalAdvance(entry.key) + 10)
        cap = QRectF(rect.left() + _PAD + 2, rect.top() + _PAD, width, side)
        if not entry.words:
            cap.moveTop(rect.center().y() - side / 2)
        painter.setPen(QPen(theme.colour("accent" if is_chosen else "line-strong"), 1))
        painter.setBrush(theme.colour("accent" if is_chosen else "surface-quiet"))
        painter.drawRoundedRect(cap, 6, 6)
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("on-accent" if is_chosen else "text"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, entry.key)

    def _words_rect(self, rect: QRect) -> QRect:
        keys = [self._list.item(row).data(_CHOICE_ROLE).key for row in range(self._list.count())]
        metrics = QFontMetrics(self.theme.font(bold=True))
        widest = max((metrics.horizontalAdvance(key) + 10 for key in keys), default=0)
        left = _PAD + 2 + max(self._cap(), widest) + _GAP
        return rect.adjusted(left, _PAD, -_PAD - 2, -_PAD)

    def _cap(self) -> int:
        return round(_CAP * max(0.8, self.theme.text_factor))


class LevelChoice(QListWidget):
    """Lists the answers, none of them chosen at first.

    Signals: `confirmed` on Enter or a double click; `skipped` on S, `stepped_back` on Backspace;
    `missed` (key) for a digit that is no level.
    """

    confirmed = Signal()
    skipped = Signal()
    stepped_back = Signal()
    missed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _LevelDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSpacing(1)
        self.setMouseTracking(True)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        ring_where_no_row_is_picked(self)

    @property
    def entry(self) -> LevelEntry | None:
        """The answer chosen, None for none yet."""
        items = self.selectedItems()
        return items[0].data(_CHOICE_ROLE) if items else None

    @property
    def entries(self) -> tuple[LevelEntry, ...]:
        """Every answer there is."""
        return tuple(self.item(row).data(_CHOICE_ROLE) for row in range(self.count()))

    def offer(self, entries: Sequence[LevelEntry]) -> None:
        """Offer answers, none of them chosen."""
        self.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(_CHOICE_ROLE, entry)
            spoken = f"{entry.key}: {entry.name}"
            spoken = f"{spoken}. {entry.words}" if entry.words else spoken
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
        self.setCurrentRow(-1)
        self.clearSelection()

    def choose(self, level: float | None) -> bool:
        """Choose the answer of a level; return False where there is none."""
        for row, entry in enumerate(self.entries):
            if entry.level == level:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))
                return True
        return False

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()

    def _on_double_clicked(self, _item: QListWidgetItem) -> None:
        self.confirmed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by 0 to 9 and N, go on by Enter, skip by S, go back by Backspace."""
        key, plain = event.key(), is_plain(event)
        if plain and key in _DIGITS:
            if not self.choose(float(key - Qt.Key.Key_0)):
                self.missed.emit(event.text())
        elif plain and key == Qt.Key.Key_N:
            self.choose(None)
        elif plain and key == Qt.Key.Key_S:
            self.skipped.emit()
        elif key == Qt.Key.Key_Backspace:
            self.stepped_back.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.entry is None:
            # Qt counts the first answer as reached already, though it is not chosen.
            self.setCurrentRow(0 if key == Qt.Key.Key_Down else self.count() - 1)
            self.currentItem().setSelected(True)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


def _height(metrics: QFontMetrics, words: str, width: int) -> int:
    room = QRect(0, 0, max(1, width), 100_000)
    return metrics.boundingRect(room, _WRAP, breakable(words)).height()
