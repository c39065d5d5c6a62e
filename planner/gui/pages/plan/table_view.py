"""The list of a plan: painted rows, and quick keys for the action that is picked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from planner.core.career import ActionState
from planner.core.model import Scale
from planner.core.planning.plan import next_state
from planner.gui.models.plan_table import PlanColumn, PlanTableOrder
from planner.gui.pages.plan.rows import PlanRowDelegate
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.choices.plain_keys import is_plain
from planner.gui.widgets.rows.pick_table import PickTable
from planner.gui.widgets.rows.row_painting import CELL_GAP, SIDE_MARGIN
from planner.report.gaps.level_marks import level_marks_width

_LEAST_WIDTHS: dict[int, int] = {
    PlanColumn.STEP: 50,
    PlanColumn.DUE: 60,
    PlanColumn.HOURS: 40,
    PlanColumn.DONE_BY: 60,
}
_LEAST = 200
_TITLE_SHARE = 0.38
_MOST = 180
_SORT_MARK = 16
_CELL = CELL_GAP // 2 + CELL_GAP
_LEAST_SQUARES = 40
_STATE_KEYS = {Qt.Key.Key_D: ActionState.DONE, Qt.Key.Key_X: ActionState.DROPPED}
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class PlanTableView(PickTable):
    """Shows a plan; says what the person picks and wants of an action, by its id.

    `picked`; `state_requested` (id, ActionState); `edit_requested`, `remove_requested` and
    `rate_requested` (id); `new_requested`.
    """

    state_requested = Signal(str, object)
    remove_requested = Signal(str)
    rate_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, order: PlanTableOrder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(order, _LEAST_WIDTHS, parent)
        self._order = order
        self._delegate = PlanRowDelegate(theme, Fonts(), self)
        self.setItemDelegate(self._delegate)
        # A third click on a heading goes back to the plan's own order.
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        order.rowsInserted.connect(self.fit_soon)

    @property
    def picked_action(self) -> str:
        """The id of the action in the current row, empty for none."""
        return self._order.id_at(self.currentIndex())

    def set_look(self, theme: Theme, scale: Scale | None, colour: str) -> None:
        """Take the colours, the scale and the colour role of a level."""
        self._dress(self._delegate, theme, scale, colour)

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
        usual: dict[int, int] = {
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
        self._take_widths(usual)

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
        plain = is_plain(event)
        if plain and key == Qt.Key.Key_N:
            self.new_requested.emit()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.pick_row(0 if key == Qt.Key.Key_Home else self._order.rowCount() - 1)
        elif row is None or not plain:
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
