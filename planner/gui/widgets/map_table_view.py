"""The view of the map's table twin: sorted by heading, walked by keys, Enter sets the target."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.gui.models.map_table import ROLE_ID, Index, MapColumn, MapTableOrder

_WIDTHS = {
    MapColumn.ROLE: 200,
    MapColumn.TRACK: 110,
    MapColumn.RANK: 96,
    MapColumn.READINESS: 104,
    MapColumn.OPEN: 128,
    MapColumn.RELATION: 112,
}
_ROW, _MOST_RESIZED, _MEASURED = 34, 300, 300


class MapTableView(QTableView):
    """Signals: `role_picked` (role id) and `target_wished` (role id)."""

    role_picked = Signal(str)
    target_wished = Signal(str)

    def __init__(self, order: MapTableOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self.setModel(order)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QTableView::item { padding: 7px 8px; }")
        self.verticalHeader().hide()
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(MapColumn.TRACK, Qt.SortOrder.AscendingOrder)
        header.setResizeContentsPrecision(_MEASURED)
        header.sectionResized.connect(self._fit_rows)
        self.doubleClicked.connect(self._wish_target)

    def set_text_factor(self, factor: float) -> None:
        """Make columns and rows as wide and high as the person's text size needs."""
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * factor))
        self.verticalHeader().setDefaultSectionSize(round(_ROW * factor))
        self._fit_rows()

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
        self.scrollTo(index)

    def fit_rows(self) -> None:
        """Make each row as high, and the lists of moves as wide, as their words need."""
        for column in (MapColumn.MOVES_OUT, MapColumn.MOVES_IN):
            self.resizeColumnToContents(column)
        self._fit_rows()

    def _fit_rows(self) -> None:
        # A long table keeps rows of one height: measuring thousands of cells would take seconds.
        if 0 < self._order.rowCount() <= _MOST_RESIZED:
            self.resizeRowsToContents()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Wish for the role as target on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wish_target(self.currentIndex())
        else:
            super().keyPressEvent(event)
