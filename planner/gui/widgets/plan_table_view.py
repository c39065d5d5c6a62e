"""The list of a plan: painted rows, and quick keys for the action that is picked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from planner.core.career import ActionState
from planner.core.model import Scale
from planner.core.plan import next_state
from planner.gui.models.plan_table import PlanColumn, PlanTableOrder
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.plan_rows import PlanRowDelegate
from planner.gui.widgets.row_painting import CELL_GAP, SIDE_MARGIN
from planner.report.level_marks import level_marks_width

_LEAST_WIDTHS = {
    PlanColumn.STEP: 50,
    PlanColumn.DUE: 60,
    PlanColumn.HOURS: 40,
    PlanColumn.DONE_BY: 60,
}
_WIDEST = 600
_LEAST = 200
_TITLE_SHARE = 0.38
_MOST = 180
_SORT_MARK = 16
_CELL = CELL_GAP // 2 + CELL_GAP
_LEAST_SQUARES = 40
_SHEET = f"""
QTableView {{ selection-background-color: transparent; }}
QHeaderView::section:first {{ padding-left: {SIDE_MARGIN}px; }}
"""
_STATE_KEYS = {Qt.Key.Key_D: ActionState.DONE, Qt.Key.Key_X: ActionState.DROPPED}
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class PlanTableView(QTableView):
    """Shows a plan; says what the person picks and wants of an action, by its id.

    `picked`; `state_requested` (id, ActionState); `edit_requested`, `remove_requested` and
    `rate_requested` (id); `new_requested`.
    """

    picked = Signal(str)
    state_requested = Signal(str, object)
    edit_requested = Signal(str)
    remove_requested = Signal(str)
    rate_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, order: PlanTableOrder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._delegate = PlanRowDelegate(theme, Fonts(), self)
        self._wanted: dict[int, int] = {}
        self._brings_into_sight = False
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
        header.setSectionResizeMode(PlanColumn.ACTION, QHeaderView.ResizeMode.Stretch)
        # A third click on a heading goes back to the plan's own order.
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        header.sectionResized.connect(self._on_section_resized)
        for changed in (order.modelReset, order.layoutChanged, order.dataChanged):
            changed.connect(self._fit_rows)
        order.rowsInserted.connect(self._fit_rows)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def picked_action(self) -> str:
        """The id of the action in the current row, empty for none."""
        row = self._order.plan_row(self.currentIndex())
        return row.id if row else ""

    def pick(self, id_: str) -> bool:
        """Make an action's row the current one; return whether it is shown."""
        index = self._order.index_of(id_)
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        self._brings_into_sight = True
        self._fit_rows()
        return True

    def pick_row(self, number: int) -> None:
        """Make the row of a number the current one, or the nearest that there is."""
        rows = self._order.rowCount()
        place = max(0, min(number, rows - 1))
        row = self._order.plan_row(self._order.index(place, 0)) if rows else None
        if row is not None:
            self.pick(row.id)

    def set_look(self, theme: Theme, scale: Scale | None, colour: str) -> None:
        """Take the colours, the scale and the colour role of a level."""
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
            column: max(least, min(_WIDEST, widths[str(int(column))]))
            for column, least in _LEAST_WIDTHS.items()
            if str(int(column)) in widths
        }
        self._set_usual_widths()

    def _set_usual_widths(self) -> None:
        theme, scale = self._delegate.theme, self._delegate.scale
        body, small = QFontMetrics(theme.font(bold=True)), QFontMetrics(theme.font("small"))
        rows = self._order.all_rows
        most = round(_MOST * max(1.0, theme.text_factor))

        def wide(column: PlanColumn, cells: Sequence[tuple[str, str]]) -> int:
            heading = str(self._order.headerData(column, Qt.Orientation.Horizontal))
            first = max((body.horizontalAdvance(words) for words, _ in cells), default=0)
            second = max((small.horizontalAdvance(words) for _, words in cells), default=0)
            needed = min(max(first, second), most)
            return max(needed, body.horizontalAdvance(heading) + _SORT_MARK) + _CELL

        squares = 0.0
        if scale is not None and any(row.gap for row in rows):
            squares = level_marks_width(scale, self._delegate.squares_side()) + CELL_GAP
        numbers = wide(PlanColumn.STEP, [(row.step, "") for row in rows])
        usual = {
            PlanColumn.STEP: numbers + round(min(squares, most)),
            PlanColumn.DUE: wide(PlanColumn.DUE, [(row.due, row.due_note) for row in rows]),
            PlanColumn.HOURS: wide(PlanColumn.HOURS, [(row.hours, "") for row in rows]),
            PlanColumn.DONE_BY: SIDE_MARGIN
            + wide(PlanColumn.DONE_BY, [(row.finish, row.finish_note) for row in rows]),
        }
        # The titles keep their share of the width; rather the squares shrink, and days wrap.
        whole = self.viewport().width()
        excess = sum(usual.values()) - round(whole * (1 - _TITLE_SHARE)) if whole > _LEAST else 0
        for column, narrowest in (
            (PlanColumn.STEP, numbers + _LEAST_SQUARES),
            (PlanColumn.STEP, numbers),
            (PlanColumn.DUE, usual[PlanColumn.DUE] * 2 // 3),
            (PlanColumn.DONE_BY, usual[PlanColumn.DONE_BY] * 2 // 3),
        ):
            cut = max(0, min(excess, usual[column] - narrowest))
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

    def _fit(self) -> None:
        self.resizeRowsToContents()
        if self._brings_into_sight:
            # Where a row stands is known only now.
            self._brings_into_sight = False
            self.updateGeometries()
            self.scrollTo(self.currentIndex())

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self._order.plan_row(current)
        self.picked.emit(row.id if row else "")

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self._order.plan_row(index)
        if row is not None:
            self.edit_requested.emit(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap titles anew at another width, and keep the picked row in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_usual_widths()
        self._brings_into_sight = True
        self._fit_rows()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on to the next state on a click on its mark."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        row = self._order.plan_row(self.indexAt(place))
        is_left = event.button() == Qt.MouseButton.LeftButton
        if row is not None and is_left and place.x() <= self._delegate.mark_right():
            self.state_requested.emit(row.id, next_state(row.action.state))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a quick key stands for; arrows walk as ever."""
        row, key = self._order.plan_row(self.currentIndex()), event.key()
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if is_plain and key == Qt.Key.Key_N:
            self.new_requested.emit()
        elif is_plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.pick_row(0 if key == Qt.Key.Key_Home else self._order.rowCount() - 1)
        elif row is None or not is_plain:
            super().keyPressEvent(event)
        elif key in _EDIT_KEYS:
            self.edit_requested.emit(row.id)
        elif key == Qt.Key.Key_Space:
            self.state_requested.emit(row.id, next_state(row.action.state))
        elif key in _STATE_KEYS:
            self.state_requested.emit(row.id, _STATE_KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit(row.id)
        elif key == Qt.Key.Key_R:
            self.rate_requested.emit(row.id)
        else:
            super().keyPressEvent(event)
