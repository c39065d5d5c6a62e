"""A list of bars of which a part is kept, with names that wrap and numbers that align."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.gui.models.part_bars import BAR_ROLE, Index, PartBarsModel
from planner.gui.theme import Theme
from planner.gui.widgets.rows.row_painting import paint_words, words_height
from planner.report.industry.bars import PartBar

_PAD_X, _PAD_Y, _GAP = 8, 6, 12
_BAR, _TICK = 8.0, 2.0
# Of the width beside the numbers the name takes this part.
_NAME_SHARE = 0.55
_PALE, _LOST = 0.4, 0.14
_RIGHT = Qt.AlignmentFlag.AlignRight


class _BarDelegate(QStyledItemDelegate):
    """Paints a row: the name above its note, the bar, the numbers at the right."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self.theme = theme
        self.numbers = 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        bar: PartBar = index.data(BAR_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        if not bar.thing:
            font = self.theme.font("small", bold=True)
            paint_words(painter, self.theme, inner, bar.name, font=font, colour="text-quiet")
        else:
            # Several lists stand side by side: only the one with the focus shows what is picked.
            if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
                self._paint_pick(painter, rect)
            self._paint_row(painter, inner, bar)
        painter.restore()

    def _paint_row(self, painter: QPainter, inner: QRect, bar: PartBar) -> None:
        theme, name = self.theme, self._name_width(inner.width())
        body = theme.font()
        room = QRect(inner.left(), inner.top(), name, inner.height())
        paint_words(painter, theme, room, bar.name, font=body, colour="text")
        if bar.note:
            below = room.adjusted(0, words_height(body, bar.name, name), 0, 0)
            small = theme.font("small")
            paint_words(painter, theme, below, bar.note, font=small, colour="text-quiet")
        strong = theme.font(bold=True)
        paint_words(painter, theme, inner, bar.words, font=strong, colour="text", align=_RIGHT)
        left = inner.left() + name + _GAP
        width = inner.right() - self.numbers - _GAP - left
        middle = inner.top() + QFontMetrics(body).height() / 2
        high = _BAR * theme.text_factor
        self._paint_bar(painter, QRectF(left, middle - high / 2, max(0, width), high), bar)

    def _paint_bar(self, painter: QPainter, whole: QRectF, bar: PartBar) -> None:
        if whole.width() <= 0:
            return
        solid = self.theme.colour(bar.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("ring"))
        painter.drawRoundedRect(whole, 3, 3)
        for start, end, part in (
            (bar.kept, bar.before, _LOST),
            (bar.kept, bar.at_most, _PALE),
            (0.0, bar.kept, 1.0),
        ):
            if end > start:
                colour = QColor(solid)
                colour.setAlphaF(part)
                painter.setBrush(colour)
                painter.drawRoundedRect(_part(whole, start, end), 3, 3)
                if part == _PALE:
                    # What is not certain is hatched: its shade alone says nothing in grey.
                    painter.setBrush(QBrush(solid, Qt.BrushStyle.BDiagPattern))
                    painter.drawRoundedRect(_part(whole, start, end), 3, 3)
        if bar.before > bar.kept:
            # Where it was before stands out without any colour, too.
            x = whole.left() + whole.width() * min(1.0, bar.before) - _TICK / 2
            painter.setPen(QPen(self.theme.colour("text"), _TICK))
            painter.drawLine(
                QRectF(x, whole.top() - 2, 0, 0).topLeft(),
                QRectF(x, whole.bottom() + 2, 0, 0).topLeft(),
            )

    def _paint_pick(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(self.theme.colour("accent"), 1.5))
        painter.setBrush(self.theme.colour("accent-soft"))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for every line of the name and of the note."""
        bar: PartBar = index.data(BAR_ROLE)
        width = self._view.viewport().width()
        inner = width - 2 * _PAD_X
        if not bar.thing:
            font = self.theme.font("small", bold=True)
            return QSize(width, words_height(font, bar.name, inner) + 2 * _PAD_Y)
        name = self._name_width(inner)
        height = words_height(self.theme.font(), bar.name, name)
        height += words_height(self.theme.font("small"), bar.note, name)
        return QSize(width, height + 2 * _PAD_Y)

    def _name_width(self, inner: int) -> int:
        return max(60, round((inner - self.numbers - 2 * _GAP) * _NAME_SHARE))


def _part(whole: QRectF, start: float, end: float) -> QRectF:
    left = whole.left() + whole.width() * min(1.0, start)
    right = whole.left() + whole.width() * min(1.0, end)
    return QRectF(left, whole.top(), right - left, whole.height())


class PartBarsView(QListView):
    """Shows bars; `opened` (id) on Enter or a double click."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = PartBarsModel(self)
        self._delegate = _BarDelegate(theme, self)
        self.setModel(self.bars)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)

    def show_bars(self, bars: tuple[PartBar, ...]) -> None:
        """Show other bars; what was picked stays so where it is still there."""
        picked = self.picked
        self.bars.show(bars)
        self._measure()
        rows = [row for row, bar in enumerate(bars) if bar.thing]
        at = next((row for row in rows if bars[row].thing == picked), rows[0] if rows else -1)
        if at >= 0:
            self.setCurrentIndex(self.bars.index(at))

    @property
    def picked(self) -> str:
        """The id of the row that is picked, empty for none."""
        bar = self.currentIndex().data(BAR_ROLE)
        return bar.thing if bar else ""

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._delegate.theme = theme
        self._measure()

    def natural_height(self) -> int:
        """Return the height at which nothing has to be scrolled."""
        return sum(self.sizeHintForRow(row) for row in range(self.bars.rowCount())) + 2

    def _measure(self) -> None:
        metrics = QFontMetrics(self._delegate.theme.font(bold=True))
        words = (metrics.horizontalAdvance(bar.words) for bar in self.bars.bars)
        self._delegate.numbers = max(words, default=0) + 2
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        bar = index.data(BAR_ROLE)
        if bar is not None and bar.thing:
            self.opened.emit(bar.thing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.picked:
            self.opened.emit(self.picked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring any more."""
        super().focusOutEvent(event)
        self.viewport().update()
