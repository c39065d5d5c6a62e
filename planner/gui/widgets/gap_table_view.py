"""The view of a gap's table: painted rows, and ratings given by the keys 0 to 9 and N."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.core.model import Scale
from planner.gui.models.gap_table import (
    ROW_ROLE,
    GapColumn,
    GapRow,
    GapTableOrder,
    Index,
)
from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme
from planner.gui.widgets.labels import breakable
from planner.gui.widgets.level_squares import SIDE, paint_level_squares
from planner.report.level_marks import level_marks_width
from planner.report.stale_mark import stale_mark

_SIDE_MARGIN = 24
_GAP = 10
_ROW_PADDING = 5
_INSET = 6
_SIGN, _SIGN_GAP = 13, 4
_LEAST_WIDTHS = {GapColumn.LEVELS: 60, GapColumn.WEIGHT: 40, GapColumn.RATED: 60}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_SHEET = f"""
QTableView {{ selection-background-color: transparent; }}
QHeaderView::section:first {{ padding-left: {_SIDE_MARGIN}px; }}
"""
_LEAST = 200
_LEAST_SQUARES = 70
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


class GapRowDelegate(QStyledItemDelegate):
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
        row: GapRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, bool(option.state & QStyle.StateFlag.State_Selected))
        inner = rect.adjusted(_left_margin(index.column()), 0, -_right_margin(index.column()), 0)
        column = GapColumn(index.column())
        if column is GapColumn.SKILL:
            self._paint_skill(painter, inner, row)
        elif column is GapColumn.LEVELS:
            self._paint_levels(painter, inner, row)
        elif column is GapColumn.WEIGHT:
            self._write(painter, inner, row.weight, "text-quiet", align=Qt.AlignmentFlag.AlignRight)
        else:
            self._paint_rated(painter, inner, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the column's width."""
        row: GapRow = index.data(ROW_ROLE)
        column = GapColumn(index.column())
        width = self._view.columnWidth(column) - _left_margin(column) - _right_margin(column)
        body = QFontMetrics(self.theme.font(bold=True))
        if column is GapColumn.SKILL:
            small = QFontMetrics(self.theme.font("small"))
            height = _height(body, row.name, width) + _height(small, row.kind, width) - 2
        elif column is GapColumn.RATED:
            room = width - self.sign_width(row)
            height = _height(QFontMetrics(self.theme.font()), row.rated, room)
        else:
            height = body.height()
        return QSize(width, height + 2 * _ROW_PADDING)

    def _paint_ground(self, painter: QPainter, cell: QRect, selected: bool) -> None:
        whole = QRect(0, cell.top(), self._view.viewport().width(), cell.height())
        if selected:
            painter.setBrush(self.theme.colour("accent-soft"))
            ring = self.theme.colour("accent" if self._view.hasFocus() else "accent-soft")
            painter.setPen(QPen(ring, 1.5))
            painter.drawRoundedRect(QRectF(whole).adjusted(_INSET, 1, -_INSET, -2), 8, 8)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        bottom = cell.bottom() + 0.5
        painter.drawLine(
            QRectF(_SIDE_MARGIN, bottom, 0, 0).topLeft(),
            QRectF(whole.width() - _SIDE_MARGIN, bottom, 0, 0).topLeft(),
        )

    def _paint_skill(self, painter: QPainter, inner: QRect, row: GapRow) -> None:
        is_open = row.skill.is_open
        name, kind = self.theme.font(bold=is_open), self.theme.font("small")
        high = _height(QFontMetrics(name), row.name, inner.width())
        low = _height(QFontMetrics(kind), row.kind, inner.width())
        top = inner.top() + (inner.height() - high - low + 2) // 2
        painter.setFont(name)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(QRect(inner.left(), top, inner.width(), high), _WRAP, breakable(row.name))
        painter.setFont(kind)
        warns = is_open and row.skill.essential
        painter.setPen(self.theme.colour("warning" if warns else "text-quiet"))
        below = QRect(inner.left(), top + high - 2, inner.width(), low)
        painter.drawText(below, _WRAP, breakable(row.kind))

    def _paint_levels(self, painter: QPainter, inner: QRect, row: GapRow) -> None:
        step = QFontMetrics(self.theme.font(bold=True)).horizontalAdvance(row.step)
        room = QRectF(inner).adjusted(0, 0, -step - _GAP, 0)
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
        left = round(width + _GAP) if width else 0
        colour = "text" if row.skill.is_open else "text-quiet"
        self._write(
            painter, inner.adjusted(left, 0, 0, 0), row.step, colour, bold=row.skill.is_open
        )

    def _paint_rated(self, painter: QPainter, inner: QRect, row: GapRow) -> None:
        """Write who rated and when; what is stale has a clock before it."""
        sign = self.sign_width(row)
        words = inner.adjusted(sign, 0, 0, 0)
        if row.is_stale:
            high = _height(QFontMetrics(self.theme.font()), row.rated, words.width())
            line = QFontMetrics(self.theme.font()).height()
            side = sign - _SIGN_GAP
            top = inner.center().y() - high / 2 + (line - side) / 2
            mark = stale_mark(inner.left(), top, side, "warning")
            paint(painter, mark, self.theme, self.fonts)
        self._write(painter, words, row.rated, "warning" if row.is_stale else "text-quiet")

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
        painter.drawText(inner, flags, words)

    def side(self) -> float:
        """Return the side of a square at the person's text size."""
        return SIDE * max(0.8, self.theme.text_factor)

    def sign_width(self, row: GapRow) -> int:
        """Return what the clock of a stale rating takes of the width, 0 for a fresh one."""
        return round(_SIGN * self.theme.text_factor) + _SIGN_GAP if row.is_stale else 0


class GapTableView(QTableView):
    """Shows a gap; says what the person picks (skill), rates (skill, level or None) and edits.

    `assess_requested` and `history_requested` when their keys, A and H, are pressed.
    """

    picked = Signal(str)
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
        usual = {
            GapColumn.LEVELS: max(round(min(squares, most)) + step + 2 * _GAP, heading + 24) + 8,
            GapColumn.WEIGHT: weight + 26,
            GapColumn.RATED: min(rated, round(most)) + _SIDE_MARGIN + _GAP + 12,
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap names anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_usual_widths()
        self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by 0 to 9 and N, edit on Enter, assess by A, turn by H; arrows walk as ever."""
        skill, key = self.picked_skill, event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if skill and plain and key in _DIGITS:
            self.rated.emit(skill, float(key - Qt.Key.Key_0))
        elif skill and plain and key == Qt.Key.Key_N:
            self.rated.emit(skill, None)
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


def _left_margin(column: int) -> int:
    return _SIDE_MARGIN if column == GapColumn.SKILL else _GAP // 2


def _right_margin(column: int) -> int:
    return _SIDE_MARGIN if column == GapColumn.RATED else _GAP


def _height(metrics: QFontMetrics, words: str, width: int) -> int:
    return metrics.boundingRect(
        QRect(0, 0, max(1, width), 10_000), _WRAP, breakable(words)
    ).height()
