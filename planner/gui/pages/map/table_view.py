"""The view of the map's table twin: sorted by heading, walked by keys, Enter sets the target."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QLocale, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from planner.gui.models.map_table import ROLE_ID, Index, MapColumn, MapTableOrder
from planner.gui.widgets.display.focus_ring import FocusRing
from planner.gui.widgets.display.labels import painted
from planner.gui.widgets.rows.sort_header import SortHeader

_WIDTHS = {
    MapColumn.TRACK: 100,
    MapColumn.RANK: 84,
    MapColumn.READINESS: 92,
    MapColumn.OPEN: 88,
    MapColumn.RELATION: 98,
    MapColumn.MOVES_OUT: 70,
    MapColumn.MOVES_IN: 82,
}
_WRAPPING = (
    MapColumn.ROLE,
    MapColumn.TRACK,
    MapColumn.RANK,
    MapColumn.READINESS,
    MapColumn.RELATION,
)
# The column of roles takes what is left.
_LEAST_ROLE = 170
_ROW = 34
_PADDING_X, _PADDING_Y = 6, 7
# What Qt itself leaves free beside a cell's words, and the room for the mark of the order.
_MARGIN, _MARK = 4, 16
_SHEET = f"""
QTableView::item {{ padding: {_PADDING_Y}px {_PADDING_X}px; }}
QHeaderView::section {{ padding: 6px {_PADDING_X + _MARGIN - 1}px; }}
"""


class _Words(QStyledItemDelegate):
    """Paints words that break only where a reader would break them."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """Return the words of a cell as they are painted."""
        return painted(super().displayText(value, locale))


class MapTableView(QTableView):
    """Signals: `role_picked` (role id) and `target_wished` (role id).

    `first_role` is where the keys begin while no row is chosen.
    """

    role_picked = Signal(str)
    target_wished = Signal(str)

    def __init__(self, order: MapTableOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_role = ""
        # Whether the chosen row, or where the keys begin, is still to be brought into sight.
        self._brings = True
        self._order = order
        self._factor = 1.0
        self.setModel(order)
        self.setItemDelegate(_Words(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalHeader(SortHeader(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(_SHEET)
        self.verticalHeader().hide()
        FocusRing(self)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicator(MapColumn.TRACK, Qt.SortOrder.AscendingOrder)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        header.sectionResized.connect(self.fit)
        header.sortIndicatorChanged.connect(self.fit)
        for changed in (
            order.modelReset,
            order.layoutChanged,
            order.dataChanged,
            order.rowsInserted,
            order.rowsRemoved,
        ):
            changed.connect(self.fit)
        self.doubleClicked.connect(self._wish_target)

    def set_text_factor(self, factor: float) -> None:
        """Make columns and rows as wide and high as the person's text size needs."""
        self._factor = factor
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * factor))
        self.verticalHeader().setDefaultSectionSize(round(_ROW * factor))
        self.fit()

    def show_role(self, role: str) -> None:
        """Select a role's row and bring it into sight; nothing for a role not shown."""
        index = self._order.index_of(role)
        selection = self.selectionModel()
        if not index.isValid():
            selection.clearSelection()
            return
        if self._role_of(self.currentIndex()) != role or not selection.hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._brings = True
        self.scrollTo(index)
        self.fit()

    def fit(self) -> None:
        """Let the roles take the width that is left, and each row the height that it needs."""
        if self.isVisible():
            self._fitting.start()

    def _fit(self) -> None:
        others = sum(self.columnWidth(column) for column in _WIDTHS)
        least = round(_LEAST_ROLE * self._factor)
        self.setColumnWidth(MapColumn.ROLE, max(least, self.viewport().width() - others))
        room = {
            column: self.columnWidth(column) - 2 * (_PADDING_X + _MARGIN) for column in MapColumn
        }
        self._fit_headings(room)
        self._fit_rows(room)
        self._fitting.stop()
        if self._brings:
            self._brings = False
            is_chosen = self.selectionModel().hasSelection()
            start = self.currentIndex() if is_chosen else self._order.index_of(self.first_role)
            if start.isValid():
                # Else it would scroll no farther than the rows reached at their earlier heights.
                self.updateGeometries()
                self.scrollTo(start)

    def _fit_headings(self, room: Mapping[MapColumn, int]) -> None:
        header = self.horizontalHeader()
        header.ensurePolished()
        font = header.font()
        font.setBold(True)
        metrics, across = QFontMetrics(font), Qt.Orientation.Horizontal
        marked = header.sortIndicatorSection()
        highest = max(
            _height(
                metrics,
                str(self._order.headerData(column, across) or ""),
                width - (_MARK if column == marked else 0),
            )
            for column, width in room.items()
        )
        header.setFixedHeight(highest + 2 * _PADDING_Y)

    def _fit_rows(self, room: Mapping[MapColumn, int]) -> None:
        # Qt takes seconds for the heights of a thousand rows, and forgets the padding.
        self.ensurePolished()
        metrics = QFontMetrics(self.font())
        header, usual = self.verticalHeader(), round(_ROW * self._factor)
        for row in range(self._order.rowCount()):
            needed = usual
            for column in _WRAPPING:
                width = room[column]
                words = str(self._order.index(row, column).data())
                if metrics.horizontalAdvance(words) > width:
                    high = _height(metrics, painted(words), width)
                    needed = max(needed, high + 2 * _PADDING_Y + 2)
            if header.sectionSize(row) != needed:
                header.resizeSection(row, needed)

    def _role_of(self, index: Index) -> str:
        role = index.data(ROLE_ID) if index.isValid() else None
        return role if isinstance(role, str) else ""

    def _wish_target(self, index: Index) -> None:
        role = self._role_of(index)
        if role:
            self.target_wished.emit(role)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Select the role that the person went to."""
        super().currentChanged(current, previous)
        role = self._role_of(current)
        if role and self.hasFocus():
            self.role_picked.emit(role)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the person's role: Qt would choose the first row, and the map follow it."""
        if not self.currentIndex().isValid():
            self.show_role(self.first_role)
        super().focusInEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what changed while the map was shown."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the roles what is left at another width, and keep the chosen row in sight."""
        place = self.visualRect(self.currentIndex())
        was_seen = place.isValid() and place.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if was_seen and place.bottom() > event.size().height():
            self.scrollTo(self.currentIndex())
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Wish for the role as target on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wish_target(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _height(metrics: QFontMetrics, words: str, width: int) -> int:
    room = QRect(0, 0, max(1, width), 10_000)
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
