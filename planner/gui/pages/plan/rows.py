"""How the rows of a plan's list are painted: mark, title, step, days and hours."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from planner.core.model import Scale
from planner.gui.models.plan_table import PlanColumn, PlanRow
from planner.gui.models.row_order import ROW_ROLE, Index
from planner.gui.pages.plan.state_mark import MARK_SIDE, paint_state_mark
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.display.level_squares import paint_level_squares
from planner.gui.widgets.rows.row_painting import (
    CELL_GAP,
    ROW_PADDING,
    SIDE_MARGIN,
    paint_row_ground,
    paint_words,
    words_height,
)

_MARK_GAP = 10
# Smaller than on the Gaps page: the title is what matters here.
_SQUARE = 12.0
_STEP_GAP = 8


class PlanRowDelegate(QStyledItemDelegate):
    """Paints the cells of a row so that the row reads as one."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self.theme = theme
        self.fonts = fonts
        self.scale: Scale | None = None
        self.colour = "accent"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell with its part of the row's ground."""
        row: PlanRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        is_picked = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, self._view, self.theme, rect, is_picked=is_picked)
        column = PlanColumn(index.column())
        inner = self._inner(column, rect)
        if column is PlanColumn.ACTION:
            mark = QRectF(inner.left() - self._side() - _MARK_GAP, 0, self._side(), self._side())
            mark.moveTop(inner.top() + (self._line() - self._side()) / 2 + self._top(row, inner))
            paint_state_mark(painter, mark, row.action.state, self.theme)
        if column is PlanColumn.STEP and row.gap is not None:
            self._paint_step(painter, inner, row)
        else:
            self._paint_lines(painter, inner, row, column)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the column's width."""
        row: PlanRow = index.data(ROW_ROLE)
        column = PlanColumn(index.column())
        width = self._inner(column, QRect(0, 0, self._view.columnWidth(column), 0)).width()
        return QSize(width, max(self._height(row, column, width), self._line()) + 2 * ROW_PADDING)

    def mark_right(self) -> int:
        """Return where the state marks end, from the left of the list."""
        return round(SIDE_MARGIN + self._side() + _MARK_GAP / 2)

    def squares_side(self) -> float:
        """Return the side of a level's square at the person's text size."""
        return _SQUARE * max(0.8, self.theme.text_factor)

    def _side(self) -> float:
        return MARK_SIDE * max(1.0, self.theme.text_factor)

    def _line(self) -> int:
        return QFontMetrics(self.theme.font(bold=True)).height()

    def _inner(self, column: PlanColumn, rect: QRect) -> QRect:
        left = CELL_GAP // 2
        if column is PlanColumn.ACTION:
            left = SIDE_MARGIN + round(self._side()) + _MARK_GAP
        right = SIDE_MARGIN if column is PlanColumn.DONE_BY else CELL_GAP
        return rect.adjusted(left, 0, -right, 0)

    def _words(self, row: PlanRow, column: PlanColumn) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return the two lines of a cell, each with its role of colour."""
        is_open, late = row.action.is_open, row.planned.fits is False
        plain = "text" if is_open else "text-quiet"
        return {
            PlanColumn.ACTION: ((row.action.title, plain), (row.facts, "text-quiet")),
            PlanColumn.STEP: ((row.step, plain), (row.skill, "text-quiet")),
            PlanColumn.DUE: (
                (row.due, "warning" if row.due_note else plain),
                (row.due_note, "warning"),
            ),
            PlanColumn.HOURS: ((row.hours, plain), ("", "")),
            PlanColumn.DONE_BY: (
                (row.finish, "text-quiet" if not row.planned.finish else plain),
                (row.finish_note, "warning" if late else "text-quiet"),
            ),
        }[column]

    def _height(self, row: PlanRow, column: PlanColumn, width: int) -> int:
        (first, _), (second, _) = self._words(row, column)
        is_step = column is PlanColumn.STEP and row.gap is not None
        above = self._line() if is_step else words_height(self.theme.font(), first, width)
        return above + words_height(self.theme.font("small"), second, width)

    def _top(self, row: PlanRow, inner: QRect) -> int:
        """Return how far below the top of a cell its title begins."""
        return (inner.height() - self._height(row, PlanColumn.ACTION, inner.width())) // 2

    def _paint_lines(
        self, painter: QPainter, inner: QRect, row: PlanRow, column: PlanColumn
    ) -> None:
        (first, colour), (second, second_colour) = self._words(row, column)
        font, small = self.theme.font(), self.theme.font("small")
        is_number = column is PlanColumn.HOURS
        align = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        top = inner.top() + (inner.height() - self._height(row, column, inner.width())) // 2
        room = QRect(inner.left(), top, inner.width(), inner.height())
        paint_words(painter, self.theme, room, first, font=font, colour=colour, align=align)
        if second:
            room.translate(0, words_height(font, first, inner.width()))
            paint_words(painter, self.theme, room, second, font=small, colour=second_colour)

    def _paint_step(self, painter: QPainter, inner: QRect, row: PlanRow) -> None:
        """Paint the levels as squares and numbers, with the skill below."""
        assert row.gap is not None
        font = self.theme.font()
        step = QFontMetrics(font).horizontalAdvance(row.step)
        top = (
            inner.top() + (inner.height() - self._height(row, PlanColumn.STEP, inner.width())) // 2
        )
        line = QRect(inner.left(), top, inner.width(), self._line())
        room = QRectF(line).adjusted(0, 0, -step - _STEP_GAP, 0)
        width = 0.0
        if self.scale is not None and room.width() > 0:
            width = paint_level_squares(
                painter,
                room,
                row.gap,
                self.scale,
                colour=self.colour if row.action.is_open else "text-quiet",
                theme=self.theme,
                fonts=self.fonts,
                side=self.squares_side(),
            )
        painter.setFont(font)
        painter.setPen(self.theme.colour("text" if row.action.is_open else "text-quiet"))
        left = round(width + _STEP_GAP) if width else 0
        painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.step)
        below = QRect(inner.left(), line.bottom() + 1, inner.width(), inner.height())
        small = self.theme.font("small")
        paint_words(painter, self.theme, below, row.skill, font=small, colour="text-quiet")
