"""The view of a gap's table: painted rows, and ratings given by the keys 0 to 9 and N."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from planner.core.model import Scale
from planner.gui.models.gap_table import GapColumn, GapTableOrder
from planner.gui.pages.gaps.rows import GapRowDelegate
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.choices.plain_keys import is_plain
from planner.gui.widgets.rows.pick_table import PickTable
from planner.gui.widgets.rows.row_painting import CELL_GAP, SIDE_MARGIN
from planner.report.gaps.level_marks import level_marks_width

_LEAST_WIDTHS: dict[int, int] = {
    GapColumn.LEVELS: 60,
    GapColumn.WEIGHT: 40,
    GapColumn.RATED: 60,
    GapColumn.PLAN: 50,
}
_LEAST = 200
_LEAST_SQUARES = 70
# Of the most that a row of squares takes.
_RATED_MOST = 1.25
# The headings share an edge with what stands below them.
_SHEET = f"""
QHeaderView::section {{ padding-left: {CELL_GAP // 2}px; padding-right: {CELL_GAP}px; }}
QHeaderView::section:first {{ padding-left: {SIDE_MARGIN}px; }}
QHeaderView::section:last {{ padding-right: {SIDE_MARGIN}px; }}
"""
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


class GapTableView(PickTable):
    """Shows a gap; says what the person picks, rates (skill, level or None), edits and plans.

    `assess_requested`, `history_requested` and `steps_requested` when A, H or S is pressed;
    `stepped` (skill, up) when a skill is to be imagined a level higher or lower.
    """

    plan_requested = Signal(str)
    rated = Signal(str, object)
    assess_requested = Signal()
    history_requested = Signal()
    steps_requested = Signal()
    stepped = Signal(str, bool)

    def __init__(self, order: GapTableOrder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(order, _LEAST_WIDTHS, parent)
        self._order = order
        self._delegate = GapRowDelegate(theme, Fonts(), self)
        self.setItemDelegate(self._delegate)
        self.setStyleSheet(self.styleSheet() + _SHEET)
        self.setSortingEnabled(True)
        self.sortByColumn(GapColumn.LEVELS, Qt.SortOrder.DescendingOrder)
        self.clicked.connect(self._on_clicked)

    @property
    def picked_skill(self) -> str:
        """The skill of the current row, empty for none."""
        return self._order.id_at(self.currentIndex())

    @property
    def imagines(self) -> bool:
        """Whether something is imagined: the last column then raises and lowers."""
        return self._delegate.imagines

    def set_imagines(self, imagines: bool) -> None:
        """Let the last column raise and lower levels, or tell of the plan again."""
        self._delegate.imagines = imagines
        self.viewport().update()

    def set_look(self, theme: Theme, scale: Scale | None, colour: str) -> None:
        """Take the colours, the scale and the colour role of what is held."""
        self._dress(self._delegate, theme, scale, colour)

    def _set_usual_widths(self) -> None:
        theme, scale = self._delegate.theme, self._delegate.scale
        body = QFontMetrics(theme.font(bold=True))
        squares = level_marks_width(scale, self._delegate.side()) if scale else 0.0
        most = 180.0 * max(1.0, theme.text_factor)
        # All rows count, so that the columns stay as they are while one filters.
        rows = self._order.all_rows
        step = max((body.horizontalAdvance(row.step) for row in rows), default=0)
        self._delegate.step_width = step
        plain = QFontMetrics(theme.font())
        rated = max(
            (plain.horizontalAdvance(row.rated) + self._delegate.sign_width(row) for row in rows),
            default=0,
        )
        heading = body.horizontalAdvance(str(self._order.headerData(1, Qt.Orientation.Horizontal)))
        weight = body.horizontalAdvance(str(self._order.headerData(2, Qt.Orientation.Horizontal)))
        plan = body.horizontalAdvance(str(self._order.headerData(4, Qt.Orientation.Horizontal)))
        plan = max([plan, *(body.horizontalAdvance(row.plan) for row in rows if row.actions)])
        usual: dict[int, int] = {
            GapColumn.LEVELS: max(round(min(squares, most)) + step + 2 * CELL_GAP, heading + 24)
            + 8,
            GapColumn.WEIGHT: weight + 26,
            GapColumn.RATED: min(rated, round(most * _RATED_MOST)) + 2 * CELL_GAP,
            GapColumn.PLAN: plan + SIDE_MARGIN + CELL_GAP,
        }
        # The names keep what they need, up to a third: sooner squares shrink and the rater wraps.
        names = max((body.horizontalAdvance(row.name) for row in rows), default=0)
        width = self.viewport().width()
        room = width - min(width // 3, names + SIDE_MARGIN + CELL_GAP + 2)
        excess = max(0, sum(usual.values()) - room) if self.viewport().width() > _LEAST else 0
        least = {
            GapColumn.RATED: usual[GapColumn.RATED] * 3 // 5,
            GapColumn.LEVELS: max(heading + 24, step + _LEAST_SQUARES) + 8,
        }
        for column, narrowest in least.items():
            cut = min(excess, max(0, usual[column] - narrowest))
            usual[column] -= cut
            excess -= cut
        self._take_widths(usual)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._order.gap_row(index)
        is_plan = index.column() == GapColumn.PLAN and not self.imagines
        if row is not None and is_plan and row.skill.is_open:
            self.plan_requested.emit(row.id)

    def _step_at(self, event: QMouseEvent) -> bool:
        """Raise or lower where the last column is pressed while something is imagined."""
        index = self.indexAt(event.position().toPoint())
        row = self._order.gap_row(index)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if row is None or not self.imagines or not is_left or index.column() != GapColumn.PLAN:
            return False
        self.pick(row.id)
        cell = self.visualRect(index)
        self.stepped.emit(row.id, self._delegate.is_raise(cell, event.position().x()))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Raise or lower in the last column, pick elsewhere."""
        if not self._step_at(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Raise or lower twice in the last column, open the editor elsewhere."""
        if not self._step_at(event):
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by 0 to 9 and N, imagine by + and -, edit on Enter; P, A, H and S open more."""
        skill, key = self.picked_skill, event.key()
        plain = is_plain(event)
        if skill and plain and key in _DIGITS:
            self.rated.emit(skill, float(key - Qt.Key.Key_0))
        elif skill and plain and key == Qt.Key.Key_N:
            self.rated.emit(skill, None)
        elif skill and key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal):
            self.stepped.emit(skill, key != Qt.Key.Key_Minus)
        elif skill and plain and key == Qt.Key.Key_P:
            self.plan_requested.emit(skill)
        elif plain and key == Qt.Key.Key_A:
            self.assess_requested.emit()
        elif plain and key == Qt.Key.Key_H:
            self.history_requested.emit()
        elif plain and key == Qt.Key.Key_S:
            self.steps_requested.emit()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.pick_row(0 if key == Qt.Key.Key_Home else self._order.rowCount() - 1)
        elif skill and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_requested.emit(skill)
        else:
            super().keyPressEvent(event)
