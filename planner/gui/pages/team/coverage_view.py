"""The coverage below the matrix: a bar a skill, and the share of stale ratings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.gui.models.team_coverage import (
    COVER_ROLE,
    HINT_ROLE,
    Cover,
    CoverageRow,
    Index,
    TeamCoverageModel,
)
from planner.gui.pages.team.matrix_view import COLUMN, TeamMatrixView
from planner.gui.theme import Theme

_LEFT = 24
_BAR, _WIDTH, _STALE_PAD = 34, 10, 8
_LEAST_BAR = 3.0
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


def paint_single_point(painter: QPainter, middle: float, top: float, theme: Theme) -> None:
    """Paint the sign of a single point of failure above the bar that it concerns."""
    painter.setPen(QPen(theme.colour("warning"), 2.0, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(middle, top), QPointF(middle, top + 4.0))
    painter.drawPoint(QPointF(middle, top + 7.5))


class _Rows(QHeaderView):
    """Says what the rows tell, with a word of explanation below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme = theme
        self.wide = 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Return the width of the names above."""
        return QSize(self.wide, self.length())

    def words_height(self, row: int) -> int:
        """Return the room that the words of a row need."""
        room = QRect(0, 0, max(1, self.wide - 2 * _LEFT), 10_000)
        title, hint = self._words(row)
        bold = QFontMetrics(self.theme.font(bold=True)).boundingRect(room, _WRAP, title)
        small = QFontMetrics(self.theme.font("small")).boundingRect(room, _WRAP, hint)
        return bold.height() + (small.height() if hint else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground below the last row too."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.rect().adjusted(0, self.length(), 0, 0), self.theme.colour("surface"))
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint the title of a row above its explanation."""
        painter.fillRect(rect, self.theme.colour("surface"))
        title, hint = self._words(logicalIndex)
        inner = rect.adjusted(_LEFT, _STALE_PAD // 2, -_LEFT, 0)
        painter.save()
        painter.setFont(self.theme.font(bold=True))
        painter.setPen(self.theme.colour("text"))
        painter.drawText(inner, _WRAP, title)
        high = painter.fontMetrics().boundingRect(inner, _WRAP, title).height()
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour("text-quiet"))
        painter.drawText(inner.adjusted(0, high, 0, 0), _WRAP, hint)
        painter.restore()

    def _words(self, row: int) -> tuple[str, str]:
        model, side = self.model(), self.orientation()
        return str(model.headerData(row, side) or ""), str(
            model.headerData(row, side, HINT_ROLE) or ""
        )


class _CoverDelegate(QStyledItemDelegate):
    """Paints the bars, which stand on their numbers, and the shares."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._view = parent
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(self.theme.colour("accent"), 2.0))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        if index.row() == CoverageRow.COVERAGE:
            self._paint_bar(painter, rect, index.data(COVER_ROLE))
        else:
            painter.setFont(self.theme.font("small"))
            painter.setPen(self.theme.colour("text-quiet"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()

    def _paint_bar(self, painter: QPainter, rect: QRectF, cover: Cover) -> None:
        factor = self.theme.text_factor
        line = QFontMetrics(self.theme.font("small")).height() + 2
        foot = rect.bottom() - line - 2
        high = max(_LEAST_BAR, (foot - rect.top() - 12.0) * cover.part) if cover.part else 0.0
        middle, wide = rect.center().x(), _WIDTH * factor
        role = "warning" if cover.is_single_point else "track-0"
        if high:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour(role))
            bar = QRectF(middle - wide / 2, foot - high, wide, high)
            painter.drawRoundedRect(bar, min(2.0, high / 2), min(2.0, high / 2))
        if cover.is_single_point:
            paint_single_point(painter, middle, foot - high - 11.0, self.theme)
        painter.setFont(self.theme.font("small", bold=cover.is_single_point))
        painter.setPen(self.theme.colour("warning" if cover.is_single_point else "text-quiet"))
        below = QRectF(rect.left(), foot + 1, rect.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, cover.words)


class TeamCoverageView(QTableView):
    """Shows the coverage of the columns of a matrix, and scrolls with it."""

    def __init__(
        self,
        model: TeamCoverageModel,
        matrix: TeamMatrixView,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self._theme = theme
        self._delegate = _CoverDelegate(theme, self)
        self._rows = _Rows(theme, self)
        self.setVerticalHeader(self._rows)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", "matrix")
        mine, its = self.horizontalScrollBar(), matrix.horizontalScrollBar()
        its.valueChanged.connect(mine.setValue)
        mine.valueChanged.connect(its.setValue)
        its.rangeChanged.connect(self._follow)
        model.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = self._delegate.theme = self._rows.theme = theme
        self.fit()

    def fit(self) -> None:
        """Stand below the columns of the matrix, as wide as its names."""
        factor = self._theme.text_factor
        self._rows.wide = self._matrix.people.sizeHint().width()
        self.horizontalHeader().setDefaultSectionSize(round(COLUMN * factor))
        small = QFontMetrics(self._theme.font("small")).height()
        least = {CoverageRow.COVERAGE: round(_BAR * factor) + 12 + small, CoverageRow.STALE: small}
        for row in CoverageRow if self.model().rowCount() else ():
            height = max(least[row], self._rows.words_height(row)) + _STALE_PAD
            self._rows.resizeSection(row, height)
        bar = self.horizontalScrollBar()
        self.setFixedHeight(self._rows.length() + bar.sizeHint().height())
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Scroll as far as the matrix does."""
        super().updateGeometries()
        self._follow()

    def _follow(self, *_range: int) -> None:
        its, mine = self._matrix.horizontalScrollBar(), self.horizontalScrollBar()
        mine.setRange(its.minimum(), its.maximum())
        mine.setPageStep(its.pageStep())
        mine.setValue(its.value())

    def _on_current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin where the matrix is looked at."""
        super().focusInEvent(event)
        if self.model().columnCount():
            column = max(0, self._matrix.currentIndex().column())
            row = max(0, self.currentIndex().row())
            self.setCurrentIndex(self.model().index(row, column))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring any more."""
        super().focusOutEvent(event)
        self.viewport().update()
