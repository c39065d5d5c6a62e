"""A list of things to tick, each with a box before it and as many lines as its words need."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.gui.theme import Theme
from planner.gui.widgets.rows.row_painting import paint_words, words_height

Index = QModelIndex | QPersistentModelIndex
_BOX, _BOX_GAP = 16.0, 10
_PAD_X, _PAD_Y = 10, 6
_MORE_ROLE = Qt.ItemDataRole.UserRole


class _TickDelegate(QStyledItemDelegate):
    """Paints a thing to tick: its box, its name, and more of it below."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one thing."""
        rect: QRect = option.rect
        theme = self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("accent-soft"))
            has_focus = self._list.hasFocus()
            painter.setPen(QPen(theme.colour("accent" if has_focus else "accent-soft"), 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 8, 8)
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        side = self.side()
        box = QRectF(rect.left() + _PAD_X, rect.top() + _PAD_Y + 1, side, side)
        self._paint_box(painter, box, is_ticked=state is Qt.CheckState.Checked)
        name, more = index.data(Qt.ItemDataRole.DisplayRole), index.data(_MORE_ROLE)
        room = rect.adjusted(self._left(), _PAD_Y, -_PAD_X, 0)
        paint_words(painter, theme, room, name, font=theme.font(), colour="text")
        room.translate(0, words_height(theme.font(), name, room.width()))
        small = theme.font("small")
        paint_words(painter, theme, room, more, font=small, colour="text-quiet")
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for every line."""
        width = self._list.viewport().width() - self._left() - _PAD_X
        name, more = index.data(Qt.ItemDataRole.DisplayRole), index.data(_MORE_ROLE)
        height = words_height(self.theme.font(), name, width)
        height += words_height(self.theme.font("small"), more, width)
        return QSize(0, height + 2 * _PAD_Y)

    def editorEvent(
        self, event: QEvent, model: object, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick by a click anywhere on the thing, and by the space bar."""
        is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not is_space and event.type() is not QEvent.Type.MouseButtonRelease:
            return False
        self.turn(index)
        return True

    def turn(self, index: Index) -> None:
        """Tick a thing, or no longer."""
        item = self._list.item(index.row())
        is_ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)

    def side(self) -> float:
        """Return the side of a box at the person's text size."""
        return _BOX * max(1.0, self.theme.text_factor)

    def _left(self) -> int:
        return _PAD_X + round(self.side()) + _BOX_GAP

    def _paint_box(self, painter: QPainter, box: QRectF, *, is_ticked: bool) -> None:
        theme = self.theme
        painter.setPen(QPen(theme.colour("accent" if is_ticked else "text-quiet"), 1.4))
        painter.setBrush(theme.colour("accent" if is_ticked else "surface"))
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
        if is_ticked:
            pen = QPen(theme.colour("on-accent"), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            points = ((0.25, 0.52), (0.43, 0.7), (0.76, 0.32))
            side = box.width()
            painter.drawPolyline([box.topLeft() + QPointF(x, y) * side for x, y in points])


class TickList(QListWidget):
    """Lists things to tick; as high as they are, with the space bar or a click they are ticked.

    `itemChanged` when one is ticked, or no longer.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _TickDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def ticked(self) -> tuple[int, ...]:
        """The places that are ticked, from the top."""
        checked = Qt.CheckState.Checked
        return tuple(row for row in range(self.count()) if self.item(row).checkState() is checked)

    def offer(self, things: Sequence[tuple[str, str]], ticked: Collection[int]) -> None:
        """Offer things by name and what more is to be said, with the places that are ticked."""
        current = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for place, (name, more) in enumerate(things):
            item = QListWidgetItem(name)
            item.setData(_MORE_ROLE, more)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {more}" if more else name)
            is_ticked = place in ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(max(0, min(current, len(things) - 1)))
        self.blockSignals(False)
        self.updateGeometry()

    def more(self, row: int) -> str:
        """Return what more is said of a thing."""
        return str(self.item(row).data(_MORE_ROLE))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for all of them."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(super().sizeHint().width(), rows + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
