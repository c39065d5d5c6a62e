"""The view of a gap's table: painted rows, and ratings given by the keys 0 to 9 and N."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from planner.core.model import Scale
from planner.gui.models.gap_table import GapColumn, GapTableOrder
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.gap_rows import GapRowDelegate
from planner.gui.widgets.row_painting import CELL_GAP, SIDE_MARGIN
from planner.report.level_marks import level_marks_width

_LEAST_WIDTHS = {
    GapColumn.LEVELS: 60,
    GapColumn.WEIGHT: 40,
    GapColumn.RATED: 60,
    GapColumn.PLAN: 50,
}
_SHEET = f"""
QTableView {{ selection-background-color: transparent; }}
QHeaderView::section:first {{ padding-left: {SIDE_MARGIN}px; }}
"""
_LEAST = 200
_LEAST_SQUARES = 70
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


class GapTableView(QTableView):
    """Shows a gap; says what the person picks, rates (skill, level or None), edits and plans.

    `assess_requested` and `history_requested` when their keys, A and H, are pressed.
    """

    picked = Signal(str)
    plan_requested = Signal(str)
    rated = Signal(str, object)
    edit_requested = Signal(str)
    assess_requested = Signal()
    history_requested = Signal()

    def __init__(self, order: GapTableOrder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._delegate = GapRowDelegate(theme, Fonts(), self)
        self._wanted: dict[int, int] = {}
        self.setModel(order)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        # The delegate paints the ground of the picked row, and the first heading stands above it.
        self.setStyleSheet(_SHEET)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(GapColumn.SKILL, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        self.sortByColumn(GapColumn.LEVELS, Qt.SortOrder.DescendingOrder)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(self._on_section_resized)
        order.modelReset.connect(self._fit_rows)
        order.layoutChanged.connect(self._fit_rows)
        order.dataChanged.connect(self._fit_rows)
        self.doubleClicked.connect(self._on_double_clicked)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def picked_skill(self) -> str:
        """The skill of the current row, empty for none."""
        row = self._order.gap_row(self.currentIndex())
        return row.id if row else ""

    def pick(self, skill: str) -> bool:
        """Make a skill's row the current one; return whether it is shown."""
        index = self._order.index_of(skill)
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def pick_row(self, number: int) -> None:
        """Make the row of a number the current one, or the nearest that there is."""
        rows = self._order.rowCount()
        row = self._order.gap_row(self._order.index(min(number, rows - 1), 0)) if rows else None
        if row is not None:
            self.pick(row.id)

    def set_look(self, theme: Theme, scale: Scale | None, colour: str) -> None:
        """Take the colours, the scale and the colour role of what is held."""
        self._delegate.theme = theme
        self._delegate.scale = scale
        self._delegate.colour = colour
        self._set_usual_widths()
        self._fit_rows()
        self.viewport().update()

    def widths(self) -> dict[str, int]:
        """Return the widths that the person gave to columns, by the column's number."""
        return {str(column): width for column, width in self._wanted.items()}

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give columns the widths that the person once gave them."""
        self._wanted = {
            column: max(_LEAST_WIDTHS[column], min(600, widths[str(int(column))]))
            for column in _LEAST_WIDTHS
            if str(int(column)) in widths
        }
        self._set_usual_widths()

    def _set_usual_widths(self) -> None:
        theme, scale = self._delegate.theme, self._delegate.scale
        body = QFontMetrics(theme.font(bold=True))
        squares = level_marks_width(scale, self._delegate.side()) if scale else 0.0
        most = 180.0 * max(1.0, theme.text_factor)
        # All rows count, so that the columns stay as they are while one filters.
        rows = self._order.all_rows
        step = max((body.horizontalAdvance(row.step) for row in rows), default=0)
        rated = max(
            (body.horizontalAdvance(row.rated) + self._delegate.sign_width(row) for row in rows),
            default=0,
        )
        heading = body.horizontalAdvance(str(self._order.headerData(1, Qt.Orientation.Horizontal)))
        weight = body.horizontalAdvance(str(self._order.headerData(2, Qt.Orientation.Horizontal)))
        plan = body.horizontalAdvance(str(self._order.headerData(4, Qt.Orientation.Horizontal)))
        plan = max([plan, *(body.horizontalAdvance(row.plan) for row in rows if row.actions)])
        usual = {
            GapColumn.LEVELS: max(round(min(squares, most)) + step + 2 * CELL_GAP, heading + 24)
            + 8,
            GapColumn.WEIGHT: weight + 26,
            GapColumn.RATED: min(rated, round(most)) + 2 * CELL_GAP,
            GapColumn.PLAN: plan + SIDE_MARGIN + CELL_GAP,
        }
        # The names keep a third of the width; rather the squares shrink and the rater wraps.
        room = self.viewport().width() * 2 // 3
        excess = max(0, sum(usual.values()) - room) if self.viewport().width() > _LEAST else 0
        least = {
            GapColumn.RATED: usual[GapColumn.RATED] * 3 // 5,
            GapColumn.LEVELS: max(heading + 24, step + _LEAST_SQUARES) + 8,
        }
        for column, narrowest in least.items():
            cut = min(excess, max(0, usual[column] - narrowest))
            usual[column] -= cut
            excess -= cut
        header = self.horizontalHeader()
        header.blockSignals(True)
        for column, width in usual.items():
            header.resizeSection(column, self._wanted.get(column, width))
        header.blockSignals(False)
        self.updateGeometries()

    def _on_section_resized(self, column: int, _before: int, width: int) -> None:
        if column in _LEAST_WIDTHS and self.isVisible():
            self._wanted[column] = width
        self._fit_rows()

    def _fit_rows(self) -> None:
        self._fitting.start()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self._order.gap_row(current)
        self.picked.emit(row.id if row else "")

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self._order.gap_row(index)
        if row is not None:
            self.edit_requested.emit(row.id)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._order.gap_row(index)
        if row is not None and index.column() == GapColumn.PLAN and row.skill.is_open:
            self.plan_requested.emit(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap names anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_usual_widths()
        self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by 0 to 9 and N, edit on Enter, plan by P, assess by A, turn by H; arrows walk."""
        skill, key = self.picked_skill, event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if skill and plain and key in _DIGITS:
            self.rated.emit(skill, float(key - Qt.Key.Key_0))
        elif skill and plain and key == Qt.Key.Key_N:
            self.rated.emit(skill, None)
        elif skill and plain and key == Qt.Key.Key_P:
            self.plan_requested.emit(skill)
        elif plain and key == Qt.Key.Key_A:
            self.assess_requested.emit()
        elif plain and key == Qt.Key.Key_H:
            self.history_requested.emit()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.pick_row(0 if key == Qt.Key.Key_Home else self._order.rowCount() - 1)
        elif skill and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_requested.emit(skill)
        else:
            super().keyPressEvent(event)
