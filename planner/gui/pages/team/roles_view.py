"""The list of who is ready for what: a role, and below it each one with how they stand to it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.gui.models.team_roles import ROLE_ROLE, Index, Line, RoleRow, TeamRolesModel
from planner.gui.theme import Theme
from planner.gui.widgets.display.focus_ring import ring_where_no_row_is_picked
from planner.gui.widgets.display.labels import breakable

_SIDE, _PAD, _GAP, _INSET = 20, 8, 12, 8
_TONES = {"ready": "success", "near": "text-quiet", "none": "warning"}
_LEFT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight
_LONGEST = 120


def _short(name: str) -> str:
    return breakable(name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…")


class _RoleDelegate(QStyledItemDelegate):
    """Paints one role with its lines, wrapped as needed."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one role."""
        row: RoleRow = index.data(ROLE_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.setBrush(self.theme.colour("accent-soft"))
            painter.setPen(QPen(self.theme.colour("accent"), 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(_INSET, 1, -_INSET, -2), 8, 8)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.drawLine(rect.left() + _SIDE, rect.bottom(), rect.right() - _SIDE, rect.bottom())
        inner = rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
        bold = self.theme.font(bold=True)
        high = _height(bold, _short(row.name), inner.width())
        painter.setFont(bold)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(
            QRect(inner.left(), inner.top(), inner.width(), high), _LEFT, _short(row.name)
        )
        top = inner.top() + high
        for line in row.lines:
            top += self._paint_line(painter, QRect(inner.left(), top, inner.width(), 0), row, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, row: RoleRow, line: Line) -> int:
        left, right, height = self._shares(line, rect.width())
        painter.setFont(self.theme.font())
        painter.setPen(self.theme.colour("text-quiet"))
        painter.drawText(QRect(rect.left(), rect.top(), left, height), _LEFT, _short(line.name))
        painter.setFont(self.theme.font(bold=row.state != "near"))
        painter.setPen(self.theme.colour(_TONES[row.state]))
        words = QRect(rect.right() - right + 1, rect.top(), right, height)
        painter.drawText(words, _RIGHT, line.words)
        return height

    def _shares(self, line: Line, width: int) -> tuple[int, int, int]:
        """Return the widths of the name and of the words, and the height that both need."""
        body, bold = self.theme.font(), self.theme.font(bold=True)
        name = QFontMetrics(body).horizontalAdvance(_short(line.name)) + 2
        words = QFontMetrics(bold).horizontalAdvance(line.words) + 2
        if name + words + _GAP > width:
            # The shorter one keeps its width if it can; else both share.
            name = min(name, max(width * 2 // 5, width - words - _GAP))
            words = width - name - _GAP
        height = max(_height(body, _short(line.name), name), _height(bold, line.words, words))
        return name, words, height

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for every line."""
        row: RoleRow = index.data(ROLE_ROLE)
        width = self._view.viewport().width()
        inner = width - 2 * _SIDE
        height = _height(self.theme.font(bold=True), _short(row.name), inner)
        height += sum(self._shares(line, inner)[2] for line in row.lines)
        return QSize(width, height + 2 * _PAD)


class TeamRolesView(QListView):
    """Shows the roles; `chosen` (role) on Enter or a double click."""

    chosen = Signal(str)

    def __init__(self, model: TeamRolesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _RoleDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Hundreds of roles are measured a few at a time.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._choose)
        ring_where_no_row_is_picked(self)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROLE_ROLE)
        if isinstance(row, RoleRow):
            self.chosen.emit(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _height(font: QFont, words: str, width: int) -> int:
    room = QRect(0, 0, max(1, width), 10_000)
    return QFontMetrics(font).boundingRect(room, _LEFT, words).height()
