"""The map's table twin as a card: the table, and below it the moves of the selected role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from planner.core.graph import PromotionGraph
from planner.core.model import Role
from planner.core.text import Texts
from planner.gui.models.map_table import MapColumn, MapTable, MapTableOrder
from planner.gui.pages.map.table_view import MapTableView
from planner.gui.widgets.display.labels import breakable, hairline, plain_label
from planner.gui.widgets.display.no_hits import NoHits
from planner.report.map.state import MapState

_AROUND, _EDGE = 16, 8
# The moves keep one height, so that the table stays still while one walks through it.
_TOLD, _MOST = 116, 0.35
_COLUMNS = (MapColumn.MOVES_OUT, MapColumn.MOVES_IN)


class MapTablePane(QWidget):
    """Shows a table whose cells count moves, and tells those of the selected row one by one.

    `all_requested` where a search lets no role through and all are to be seen again.
    """

    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MapTable(self)
        self.order = MapTableOrder(self.model, self)
        self.table = table = MapTableView(self.order)
        self._factor = 1.0
        self._words = ""
        self._texts: Texts | None = None
        self.no_hits = NoHits()
        self.no_hits.all_requested.connect(self.all_requested)
        self._headings = {column: plain_label(size="small", tone="quiet") for column in _COLUMNS}
        self.moves = {column: plain_label(wraps=True) for column in _COLUMNS}
        self._told = QWidget()
        grid = QGridLayout(self._told)
        grid.setContentsMargins(7, 6, 7, 6)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, column in enumerate(_COLUMNS):
            grid.addWidget(self._headings[column], row, 0, top)
            grid.addWidget(self.moves[column], row, 1, top)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._told)
        self._area.setObjectName("moves")
        self._area.verticalScrollBar().rangeChanged.connect(self._let_scroll)
        for part in (self._told, self._area.viewport()):
            part.setAutoFillBackground(False)
        self._line = hairline()
        card = QFrame()
        card.setObjectName("card")
        within = QVBoxLayout(card)
        within.setContentsMargins(_EDGE, 4, _EDGE, 4)
        within.setSpacing(0)
        within.addWidget(table, 1)
        within.addWidget(self._line)
        within.addWidget(self._area)
        over = QVBoxLayout(table.viewport())
        over.addWidget(self.no_hits)
        around = QVBoxLayout(self)
        around.setContentsMargins(_AROUND, 0, _AROUND, _AROUND)
        around.addWidget(card)
        self.setFocusProxy(table)
        table.selectionModel().selectionChanged.connect(self._tell)
        order = self.order
        for changed in (order.modelReset, order.layoutChanged, order.dataChanged):
            changed.connect(self._tell)
        self._tell()

    def show_roles(
        self, graph: PromotionGraph, roles: Sequence[Role], state: MapState, texts: Texts
    ) -> None:
        """Show other roles, or the same in another state or language."""
        self.table.setAccessibleName(texts.tr("Table of the roles"))
        self.model.show(graph, roles, state, texts)
        self.table.first_role = state.present
        self._texts = texts
        self._say_hits()

    def look_for(self, words: str) -> None:
        """Keep the roles whose name has `words`, and say so where there is none."""
        self._words = words
        self.order.look_for(words)
        self._say_hits()

    def come_after(self, before: QWidget) -> None:
        """Let Tab lead from `before` to the table, and on to the moves where they scroll."""
        QWidget.setTabOrder(before, self.table)
        QWidget.setTabOrder(self.table, self._area)
        # Only now: what takes no focus has no place in the order.
        self._let_scroll(0, self._area.verticalScrollBar().maximum())

    def set_text_factor(self, factor: float) -> None:
        """Make everything as large as the person's text size needs."""
        self._factor = factor
        self.table.set_text_factor(factor)
        self._fit()

    def _tell(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        has_row = bool(rows)
        model, across = self.order, Qt.Orientation.Horizontal
        for column in _COLUMNS:
            self._headings[column].setText(str(model.headerData(column, across) or ""))
            words = ""
            if has_row:
                words = rows[0].siblingAtColumn(column).data(Qt.ItemDataRole.AccessibleTextRole)
            self.moves[column].setText(breakable(words or "–"))
        name = str(rows[0].siblingAtColumn(MapColumn.ROLE).data()) if has_row else ""
        self._area.setAccessibleName(name)
        self._area.setVisible(has_row)
        self._line.setVisible(has_row)
        self._area.verticalScrollBar().setValue(0)

    def _say_hits(self) -> None:
        self.no_hits.setVisible(bool(self._words) and not self.order.rowCount())
        if self._texts is not None:
            words = self._texts.tr("No role here fits “{words}”.", words=self._words)
            self.no_hits.show_words(words, self._texts.tr("Show all roles"))

    def _let_scroll(self, low: int, high: int) -> None:
        """Let the keyboard come to the moves only where there is more to see of them."""
        policy = Qt.FocusPolicy
        self._area.setFocusPolicy(policy.StrongFocus if high > low else policy.NoFocus)

    def _fit(self) -> None:
        self._area.setFixedHeight(round(min(_TOLD * self._factor, _MOST * self.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the table most of the height."""
        super().resizeEvent(event)
        self._fit()
