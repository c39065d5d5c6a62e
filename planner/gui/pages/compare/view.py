"""The view of two roles side by side: one page of three columns, walked by the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.core.model import Scale
from planner.gui.models.comparison_table import (
    DESCRIBED_ROLE,
    ROW_ROLE,
    ComparisonModel,
    Index,
)
from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme
from planner.gui.widgets.rows.row_table import RowTable
from planner.report.compare.setting import Block, Setting, set_side
from planner.report.compare.sides import CompareRow
from planner.report.drawing import Shape

# The heads of the rows take this part of the width, but no less than so many pixels.
_HEAD_SHARE, _LEAST_HEAD = 0.17, 132
PAD_X = 16
# Above and below the words of a text, of a skill and of the heading of a part.
_PADS = {"text": (9, 9), "skill": (4, 4), "part": (18, 7)}


class _RowDelegate(QStyledItemDelegate):
    """Paints a cell as it is set on paper, in the window's colours and size of text."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._fonts = fonts
        self.theme = theme
        self.scale: Scale | None = None
        self.colours = ("text", "text")
        self._set: dict[tuple[int, int, int, bool], Sequence[Block]] = {}

    def forget(self) -> None:
        """Set everything anew from now on."""
        self._set.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell with its part of the row's ground."""
        row: CompareRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, row, index, option)
        shapes: list[Shape] = []
        y = 0.0
        for block in self._blocks(index, rect.width()):
            shapes += block.shapes(0.0, y)
            y += block.height
        painter.translate(rect.left() + PAD_X, rect.top() + _PADS[row.kind][0])
        paint(painter, shapes, self.theme, self._fonts)
        painter.restore()

    def height(self, index: Index, width: int) -> int:
        """Return the height that a cell needs at a width."""
        row: CompareRow = index.data(ROW_ROLE)
        blocks = self._blocks(index, width)
        return round(sum(block.height for block in blocks)) + sum(_PADS[row.kind])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the column's width."""
        width = self._view.columnWidth(index.column())
        return QSize(width, self.height(index, width))

    def _blocks(self, index: Index, width: int) -> Sequence[Block]:
        described = bool(index.data(DESCRIBED_ROLE))
        key = index.row(), index.column(), width, described
        known = self._set.get(key)
        if known is None:
            known = self._set[key] = self._blocks_anew(index, width - 2 * PAD_X, described)
        return known

    def _blocks_anew(self, index: Index, width: int, described: bool) -> Sequence[Block]:
        row: CompareRow = index.data(ROW_ROLE)
        if self.scale is None:
            return ()
        setting = Setting(
            size=float(self.theme.pixels("body")), measure=self._fonts.width, scale=self.scale
        )
        if index.column():
            side, colour = row.sides[index.column() - 1], self.colours[index.column() - 1]
            return set_side(side, width, colour, setting, described=described)
        notes = setting.lines(row.note, width, setting.small)
        is_bold = row.kind != "skill"
        colour = "text-quiet" if row.kind == "text" else "text"
        return (
            *setting.heading(row.head, width, is_bold=is_bold, colour=colour),
            *(setting.line(note, setting.small, colour="text-quiet") for note in notes),
        )

    def _paint_ground(
        self,
        painter: QPainter,
        cell: QRect,
        row: CompareRow,
        index: Index,
        option: QStyleOptionViewItem,
    ) -> None:
        whole = QRectF(0, cell.top(), self._view.viewport().width(), cell.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self.theme.colour("accent-soft"))
            ring = self.theme.colour("accent" if self._view.hasFocus() else "accent-soft")
            painter.setPen(QPen(ring, 1.5))
            painter.drawRoundedRect(whole.adjusted(4, 1, -4, -2), 6, 6)
        below = index.model().index(index.row() + 1, 0).data(ROW_ROLE)
        # A part begins with air, and its skills are a list: neither has a line between.
        is_ruled = row.kind == "part" or (below is not None and below.kind == "text")
        if is_ruled or (row.kind == "skill" and row.head):
            role = "line-strong" if row.kind == "part" else "line"
            painter.setPen(QPen(self.theme.colour(role), 1))
            y = cell.bottom() + 0.5
            painter.drawLine(QPointF(PAD_X, y), QPointF(whole.width() - PAD_X, y))


class ComparisonView(RowTable):
    """Shows the rows; `columns_changed` (width of the heads, of a side) when they are laid out.

    Enter, Space or a click tells what the levels of a skill look like.
    """

    columns_changed = Signal(int, int)

    def __init__(self, model: ComparisonModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._rows = model
        self._theme = theme
        self._delegate = _RowDelegate(theme, Fonts(), self)
        self.setItemDelegate(self._delegate)
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_changed)
        self.clicked.connect(self._on_clicked)

    def show_in(self, scale: Scale, colours: tuple[str, str]) -> None:
        """Take the scale of the squares, and the colours of both tracks."""
        self._delegate.scale = scale
        self._delegate.colours = colours

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self._delegate.theme = theme
        self._delegate.forget()
        self.fit_soon()
        self.viewport().update()

    def fit(self) -> None:
        """Lay the columns out, and give each row its height."""
        if not self.isVisible():
            return
        whole = self.viewport().width()
        least = round(_LEAST_HEAD * self._theme.text_factor)
        head = min(whole // 3, max(least, round(whole * _HEAD_SHARE)))
        side = (whole - head) // 2
        for column, width in enumerate((head, side, side)):
            self.setColumnWidth(column, width)
        for row in range(self._rows.rowCount()):
            self._fit_row(row)
        self.columns_changed.emit(head, side)

    def describe_current(self) -> None:
        """Tell what the levels of the chosen row look like, or no longer."""
        if self.currentIndex().isValid():
            self._rows.describe(self.currentIndex().row())

    def _fit_row(self, row: int) -> None:
        heights = (
            self._delegate.height(self._rows.index(row, column), self.columnWidth(column))
            for column in range(self._rows.columnCount())
        )
        self.setRowHeight(row, max(heights))

    def _on_reset(self) -> None:
        self._delegate.forget()
        # While there are rows, the columns keep their place whether they scroll or not.
        policy = Qt.ScrollBarPolicy
        has_rows = self._rows.rowCount() > 0
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if has_rows else policy.ScrollBarAlwaysOff
        )
        self.fit_soon()
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))
            self.clearSelection()

    def _on_changed(self, index: QModelIndex) -> None:
        self._fit_row(index.row())
        self.scrollTo(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._rows.describe(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of a skill's levels on Enter or Space."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.describe_current()
        else:
            super().keyPressEvent(event)
