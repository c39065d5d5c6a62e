"""The view of a plain table: every word in sight, wrapped where the column is narrow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.gui.models.rows_table import TOLD_ROLE, Index, RowsModel, Told
from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import painted
from planner.gui.widgets.rows.row_table import RowTable
from planner.report.gaps.stale_mark import stale_mark

_BREAKS = re.compile("[\\s\u200b]+")
_PAD_X, _PAD_Y, _HEADING_PAD = 8, 6, 4
# What a cell takes of the width beside its words.
_AROUND = 2 * _PAD_X + 3
_SIGN, _SIGN_GAP = 12, 4
# The last column keeps this part of the width, if it needs so much.
_LAST_SHARE, _CAP_STEP = 0.45, 4
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SHEET = f"""
QTableView {{ selection-background-color: transparent; }}
QHeaderView::section {{ padding: {_HEADING_PAD}px {_PAD_X}px; }}
"""


class _ToldDelegate(QStyledItemDelegate):
    """Paints a cell with its part of the row's ground."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self._fonts = Fonts()
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        told: Told = index.data(TOLD_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, bool(option.state & QStyle.StateFlag.State_Selected))
        inner = rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        painter.setFont(self._font(told))
        painter.setPen(self.theme.colour("text"))
        aligned = index.data(Qt.ItemDataRole.TextAlignmentRole) | Qt.TextFlag.TextWordWrap.value
        painter.drawText(inner, aligned, painted(told.words))
        if told.note:
            high = self._words_height(told, inner.width())
            self._paint_note(painter, inner.adjusted(0, high, 0, 0), told)
        painter.restore()

    def _paint_note(self, painter: QPainter, inner: QRect, told: Told) -> None:
        font = self.theme.font("small")
        if told.is_stale:
            side = self._sign(told) - _SIGN_GAP
            top = inner.top() + (QFontMetrics(font).height() - side) / 2
            mark = stale_mark(inner.left(), top, side, told.colour)
            paint(painter, mark, self.theme, self._fonts)
        painter.setFont(font)
        painter.setPen(self.theme.colour(told.colour))
        painter.drawText(inner.adjusted(self._sign(told), 0, 0, 0), _WRAP, painted(told.note))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the column's width."""
        told: Told = index.data(TOLD_ROLE)
        width = self._view.columnWidth(index.column()) - 2 * _PAD_X
        height = self._words_height(told, width)
        if told.note:
            small = QFontMetrics(self.theme.font("small"))
            height += _height(small, told.note, width - self._sign(told))
        return QSize(self.widths(told)[1], height + 2 * _PAD_Y)

    def widths(self, told: Told) -> tuple[int, int]:
        """Return the width of the longest word of a cell, and that at which no line is broken."""
        words = QFontMetrics(self._font(told))
        note = QFontMetrics(self.theme.font("small"))
        sign = self._sign(told)
        least = [words.horizontalAdvance(part) for part in _parts(told.words)]
        least += [note.horizontalAdvance(part) + sign for part in _parts(told.note)]
        lines = [words.horizontalAdvance(line) for line in told.words.splitlines()]
        lines += [note.horizontalAdvance(line) + sign for line in told.note.splitlines()]
        return max(least, default=0) + _AROUND, max(lines, default=0) + _AROUND

    def _words_height(self, told: Told, width: int) -> int:
        # A note alone stands where the words would.
        return _height(QFontMetrics(self._font(told)), told.words, width) if told.words else 0

    def _font(self, told: Told) -> QFont:
        return self.theme.font(bold=told.is_bold)

    def _sign(self, told: Told) -> int:
        return round(_SIGN * self.theme.text_factor) + _SIGN_GAP if told.is_stale else 0

    def _paint_ground(self, painter: QPainter, cell: QRect, selected: bool) -> None:
        header = self._view.horizontalHeader()
        whole = QRect(-header.offset(), cell.top(), header.length(), cell.height())
        if selected:
            painter.setBrush(self.theme.colour("accent-soft"))
            ring = self.theme.colour("accent" if self._view.hasFocus() else "accent-soft")
            painter.setPen(QPen(ring, 1.5))
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -2), 6, 6)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        bottom = cell.bottom() + 0.5
        painter.drawLine(
            QPointF(whole.left() + _PAD_X, bottom),
            QPointF(whole.left() + whole.width() - _PAD_X, bottom),
        )


class RowsView(RowTable):
    """Shows rows of words; `opened` (row) on Enter or a double click.

    `copy_requested` (ChartTable) on Ctrl+C with the rows that were picked, where `offer_copies` was
    called. The row that it begins on was picked by nobody.

    Each column is as wide as its words, as far as there is room; the last one takes the rest. Where
    not even the longest words have room it scrolls sideways, so that nothing is out of reach.
    """

    opened = Signal(int)
    copy_requested = Signal(object)

    def __init__(self, model: RowsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._rows = model
        self._offers_copies = self._is_picked = False
        self._delegate = _ToldDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setStyleSheet(_SHEET)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().selectionChanged.connect(self._on_picked)
        self.doubleClicked.connect(self._on_double_clicked)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._delegate.theme = theme
        self.fit_soon()
        self.viewport().update()

    def offer_copies(self) -> None:
        """Let several rows be picked, and copied."""
        self._offers_copies = True
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def picked_rows(self) -> list[int]:
        """Return the rows that somebody picked, from top to bottom."""
        picked = self.selectionModel().selectedRows() if self._is_picked else []
        return sorted(index.row() for index in picked)

    def _on_picked(self) -> None:
        self._is_picked = True

    def _on_reset(self) -> None:
        if self.model().rowCount():
            self.selectRow(0)
        self._is_picked = False
        self.fit_soon()

    def fit(self) -> None:
        """Make columns as wide as their words, as far as there is room, and rows as high."""
        if not self.isVisible():
            return
        columns = self._widths()
        whole = self.viewport().width()
        last = min(columns[-1][1], round(whole * _LAST_SHARE))
        # What is short keeps its line; only the widest columns give way, as far as their words do.
        for cap in range(whole, 0, -_CAP_STEP):
            widths = [max(least, min(natural, cap)) for least, natural in columns[:-1]]
            if sum(widths) <= whole - last:
                break
        for column, width in enumerate([*widths, max(columns[-1][0], whole - sum(widths))]):
            self.setColumnWidth(column, width)
        self._fit_headings()
        self.resizeRowsToContents()

    def _widths(self) -> list[tuple[int, int]]:
        """Return of each column the width that its longest word needs, and its longest line."""
        model, metrics = self.model(), self._heading_metrics()
        found = []
        for column in range(model.columnCount()):
            cells: Sequence[Told] = [
                model.index(row, column).data(TOLD_ROLE) for row in range(model.rowCount())
            ]
            words = self._heading(column).split()
            heading = max((metrics.horizontalAdvance(word) for word in words), default=0) + _AROUND
            widths = [(heading, heading), *(self._delegate.widths(told) for told in cells)]
            found.append((max(least for least, _ in widths), max(line for _, line in widths)))
        return found

    def _fit_headings(self) -> None:
        metrics = self._heading_metrics()
        heights = [
            _height(metrics, self._heading(column), self.columnWidth(column) - 2 * _PAD_X)
            for column in range(self.model().columnCount())
        ]
        self.horizontalHeader().setFixedHeight(max(heights, default=0) + 2 * _HEADING_PAD)

    def _heading(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))

    def _heading_metrics(self) -> QFontMetrics:
        header = self.horizontalHeader()
        header.ensurePolished()
        font = header.font()
        font.setBold(True)
        return QFontMetrics(font)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick also the row that it began on."""
        super().mousePressEvent(event)
        self._is_picked = self._is_picked or self.indexAt(event.position().toPoint()).isValid()

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+C from the chart, which has it as a shortcut, for the rows that were picked."""
        is_copy = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if (
            is_copy
            and event.type() == QEvent.Type.ShortcutOverride
            and self._offers_copies
            and self.picked_rows()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row on Enter, and copy the rows that were picked on Ctrl+C."""
        if self._offers_copies and event.matches(QKeySequence.StandardKey.Copy):
            if rows := self.picked_rows():
                self.copy_requested.emit(self._rows.figures(rows))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _parts(words: str) -> list[str]:
    """Return what no line break goes through."""
    return _BREAKS.split(painted(words))


def _height(metrics: QFontMetrics, words: str, width: int) -> int:
    room = QRect(0, 0, max(1, width), 100_000)
    return metrics.boundingRect(room, _WRAP, painted(words)).height()
