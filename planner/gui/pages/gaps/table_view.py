"""The view of a gap's table: painted rows, and ratings given by the keys 0 to 9 and N."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from planner.core.model import Scale
from planner.gui.models.gap_table import GapColumn, GapRow, GapTableOrder, MayCome
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
        self._may_come = MayCome(steps=(), rated=(), plan=())
        # What the words took at most since the gap is shown, and the size of the text then.
        self._taken: dict[str, int] = {}
        self._taken_at = theme.text_factor
        self.setItemDelegate(self._delegate)
        self.setStyleSheet(self.styleSheet() + _SHEET)
        self.setSortingEnabled(True)
        self.sortByColumn(GapColumn.LEVELS, Qt.SortOrder.DescendingOrder)
        self.clicked.connect(self._on_clicked)
        # Its room is kept, so that the columns stay where one row less or lower makes it needless.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._on_range_changed(0, 0)

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

    def set_look(
        self,
        theme: Theme,
        scale: Scale | None,
        colour: str,
        may_come: MayCome,
        *,
        is_same_gap: bool,
    ) -> None:
        """Take the colours, the scale, the colour role of what is held, and what may come.

        Columns of the same gap stay as they are while one works on it.
        """
        self._may_come = may_come
        if not is_same_gap or theme.text_factor != self._taken_at:
            self._taken, self._taken_at = {}, theme.text_factor
        self._dress(self._delegate, theme, scale, colour)

    def _words_taken(self) -> dict[str, int]:
        """Return the width of the widest words, those that may come included, by what they say."""
        # All rows count, so that the columns stay as they are while one filters.
        rows, coming, delegate = self._order.all_rows, self._may_come, self._delegate
        width = QFontMetrics(delegate.theme.font()).horizontalAdvance
        wide = QFontMetrics(delegate.theme.font(bold=True)).horizontalAdvance
        now = {
            "step": [wide(words) for words in (*(row.step for row in rows), *coming.steps)],
            "rated": [
                *(width(row.rated) + delegate.sign_width(row) for row in rows),
                *(width(words) for words in coming.rated),
            ],
            "plan": [wide(words) for words in (*_plans(rows), *coming.plan)],
            "name": [wide(row.name) for row in rows],
        }
        for part, widths in now.items():
            self._taken[part] = max([self._taken.get(part, 0), *widths])
        return self._taken

    def _set_usual_widths(self) -> None:
        theme, scale = self._delegate.theme, self._delegate.scale
        body = QFontMetrics(theme.font(bold=True))
        squares = level_marks_width(scale, self._delegate.side()) if scale else 0.0
        most = 180.0 * max(1.0, theme.text_factor)
        taken = self._words_taken()
        self._delegate.step_width = step = taken["step"]
        heading = body.horizontalAdvance(str(self._order.headerData(1, Qt.Orientation.Horizontal)))
        weight = body.horizontalAdvance(str(self._order.headerData(2, Qt.Orientation.Horizontal)))
        plan = body.horizontalAdvance(str(self._order.headerData(4, Qt.Orientation.Horizontal)))
        plan = max(plan, taken["plan"])
        usual: dict[int, int] = {
            GapColumn.LEVELS: max(round(min(squares, most)) + step + 2 * CELL_GAP, heading + 24)
            + 8,
            GapColumn.WEIGHT: weight + 26,
            GapColumn.RATED: min(taken["rated"], round(most * _RATED_MOST)) + 2 * CELL_GAP,
            GapColumn.PLAN: plan + SIDE_MARGIN + CELL_GAP,
        }
        # The names keep what they need, up to a third: sooner squares shrink and the rater wraps.
        width = self.viewport().width()
        room = width - min(width // 3, taken["name"] + SIDE_MARGIN + CELL_GAP + 2)
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

    def _on_range_changed(self, least: int, most: int) -> None:
        # The style sheet shows no handle that cannot be used.
        self.verticalScrollBar().setEnabled(most > least)

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


def _plans(rows: Iterable[GapRow]) -> Iterable[str]:
    """Return what the last column writes; where nothing is planned it paints a sign."""
    return (row.plan for row in rows if row.actions)
