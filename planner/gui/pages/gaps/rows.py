"""How the rows of a gap's table are painted: skill, levels, weight, rating, and the plan."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from planner.core.model import Scale
from planner.gui.models.gap_table import GapColumn, GapRow
from planner.gui.models.row_order import ROW_ROLE, Index
from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable, painted
from planner.gui.widgets.display.level_squares import SIDE, paint_level_squares
from planner.gui.widgets.rows.row_painting import (
    CELL_GAP,
    ROW_PADDING,
    SIDE_MARGIN,
    at_dots,
    paint_row_ground,
    words_height,
)
from planner.report.gaps.stale_mark import stale_mark

_SIGN, _SIGN_GAP = 13, 4
_STEP_SIDE = 22.0
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class GapRowDelegate(QStyledItemDelegate):
    """Paints the cells of a row so that the row reads as one."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self.theme = theme
        self.fonts = fonts
        self.scale: Scale | None = None
        self.colour = "accent"
        self.imagines = False
        # Of the widest step among all rows, so that squares and steps stand under one another.
        self.step_width = 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell with its part of the row's ground."""
        row: GapRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        is_picked = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, self._view, self.theme, rect, is_picked=is_picked)
        inner = rect.adjusted(_left_margin(index.column()), 0, -_right_margin(index.column()), 0)
        column = GapColumn(index.column())
        if column is GapColumn.SKILL:
            self._paint_skill(painter, inner, row)
        elif column is GapColumn.LEVELS:
            self._paint_levels(painter, inner, row)
        elif column is GapColumn.WEIGHT:
            self._write(painter, inner, row.weight, "text-quiet", align=Qt.AlignmentFlag.AlignRight)
        elif column is GapColumn.PLAN and self.imagines:
            self._paint_steps(painter, rect, row)
        elif column is GapColumn.PLAN:
            self._paint_plan(painter, inner, row)
        else:
            self._paint_rated(painter, inner, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the column's width."""
        row: GapRow = index.data(ROW_ROLE)
        column = GapColumn(index.column())
        width = self._view.columnWidth(column) - _left_margin(column) - _right_margin(column)
        body, small = self.theme.font(bold=True), self.theme.font("small")
        if column is GapColumn.SKILL:
            height = words_height(body, row.name, width) + words_height(small, row.kind, width) - 2
        elif column is GapColumn.RATED:
            font, room = self.theme.font(), width - self.sign_width(row)
            height = words_height(font, at_dots(font, row.rated, room), room)
        else:
            height = QFontMetrics(body).height()
        return QSize(width, height + 2 * ROW_PADDING)

    def _paint_skill(self, painter: QPainter, inner: QRect, row: GapRow) -> None:
        is_open = row.skill.is_open
        name, kind = self.theme.font(bold=is_open), self.theme.font("small")
        high = words_height(name, row.name, inner.width())
        low = words_height(kind, row.kind, inner.width())
        top = inner.top() + (inner.height() - high - low + 2) // 2
        painter.setFont(name)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(
            QRect(inner.left(), top, inner.width(), high), _WRAPPED, breakable(row.name)
        )
        painter.setFont(kind)
        warns = is_open and row.skill.essential
        painter.setPen(self.theme.colour("warning" if warns else "text-quiet"))
        below = QRect(inner.left(), top + high - 2, inner.width(), low)
        painter.drawText(below, _WRAPPED, breakable(row.kind))

    def _paint_levels(self, painter: QPainter, inner: QRect, row: GapRow) -> None:
        # Two more than it takes, so that no rounding breaks the line.
        room = QRectF(inner).adjusted(0, 0, -self.step_width - 2 - CELL_GAP, 0)
        width = 0.0
        if self.scale is not None and room.width() > 0:
            width = paint_level_squares(
                painter,
                room,
                row.skill,
                self.scale,
                colour=self.colour,
                theme=self.theme,
                fonts=self.fonts,
                side=self.side(),
            )
        left = round(width + CELL_GAP) if width else 0
        colour = "text" if row.skill.is_open else "text-quiet"
        self._write(
            painter, inner.adjusted(left, 0, 0, 0), row.step, colour, bold=row.skill.is_open
        )

    def _paint_plan(self, painter: QPainter, inner: QRect, row: GapRow) -> None:
        """Tell how many actions there are, or with a plus that there may be one."""
        if row.actions:
            right = Qt.AlignmentFlag.AlignRight
            self._write(painter, inner, row.plan, "accent", bold=True, align=right)
            return
        side = 5.0 * self.theme.text_factor
        middle = QPointF(inner.right() - side, inner.center().y() + 0.5)
        pen = QPen(self.theme.colour("accent" if row.skill.is_open else "success"), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if row.skill.is_open:
            painter.drawLine(middle - QPointF(side, 0), middle + QPointF(side, 0))
            painter.drawLine(middle - QPointF(0, side), middle + QPointF(0, side))
        else:
            ends = ((-1.0, 0.1), (-0.3, 0.8), (1.0, -0.7))
            painter.drawPolyline([middle + QPointF(x, y) * side for x, y in ends])

    def is_raise(self, cell: QRect, x: float) -> bool:
        """Whether a place in the last column is on the plus; else it is on the minus."""
        minus, plus = self._steps(cell)
        return x > (minus.x() + plus.x()) / 2

    def _steps(self, cell: QRect) -> tuple[QPointF, QPointF]:
        """Return the middles of the minus and the plus."""
        side = _STEP_SIDE * self.theme.text_factor
        right = cell.right() - SIDE_MARGIN - side / 2
        middle = cell.center().y() + 0.5
        return QPointF(right - side * 1.4, middle), QPointF(right, middle)

    def _paint_steps(self, painter: QPainter, cell: QRect, row: GapRow) -> None:
        """Paint a minus and a plus, each pale where there is no level that way."""
        side = _STEP_SIDE * self.theme.text_factor
        arm = side * 0.22
        held, scale = row.skill.held or 0.0, self.scale
        there = (
            scale is None or scale.next_below(held) is not None,
            scale is None or scale.next_above(held) is not None,
        )
        for middle, is_plus, is_there in zip(self._steps(cell), (False, True), there, strict=True):
            ground = QRectF(0, 0, side, side)
            ground.moveCenter(middle)
            colour = self.theme.colour("warning" if is_there else "line-strong")
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(self.theme.colour("surface"))
            painter.drawRoundedRect(ground, 6, 6)
            pen = QPen(colour, 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
            if is_plus:
                painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))

    def _paint_rated(self, painter: QPainter, inner: QRect, row: GapRow) -> None:
        """Write who rated and when; what is stale has a clock before it."""
        sign = self.sign_width(row)
        room = inner.adjusted(sign, 0, 0, 0)
        words = at_dots(self.theme.font(), row.rated, room.width())
        if row.is_stale:
            high = words_height(self.theme.font(), words, room.width())
            line = QFontMetrics(self.theme.font()).height()
            side = sign - _SIGN_GAP
            top = inner.center().y() - high / 2 + (line - side) / 2
            mark = stale_mark(inner.left(), top, side, "warning")
            paint(painter, mark, self.theme, self.fonts)
        self._write(painter, room, words, "warning" if row.is_stale else "text-quiet")

    def _write(
        self,
        painter: QPainter,
        inner: QRect,
        words: str,
        colour: str,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(self.theme.font(bold=bold))
        painter.setPen(self.theme.colour(colour))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | align
        painter.drawText(inner, flags, painted(words))

    def side(self) -> float:
        """Return the side of a square at the person's text size."""
        return SIDE * max(0.8, self.theme.text_factor)

    def sign_width(self, row: GapRow) -> int:
        """Return what the clock of a stale rating takes of the width, 0 for a fresh one."""
        return round(_SIGN * self.theme.text_factor) + _SIGN_GAP if row.is_stale else 0


def _left_margin(column: int) -> int:
    return SIDE_MARGIN if column == GapColumn.SKILL else CELL_GAP // 2


def _right_margin(column: int) -> int:
    return SIDE_MARGIN if column == GapColumn.PLAN else CELL_GAP
