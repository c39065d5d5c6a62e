"""The headings of the capability matrix: slanted names of skills, and people with their roles."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from planner.charts.elements.wrapping import balanced, wrapped
from planner.gui.models.team_matrix import TeamMatrixModel
from planner.gui.models.team_still import Member
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable

_ANGLE = math.radians(50)
_USUAL_LENGTH, _LONGER = 104.0, 1.2
_MOST_LINES = 2
# Nearer to each other than to those of the next column.
_LEADING = 1.1
_PAD = 8.0
_MARK = 7.0
_LEFT, _RIGHT, _GAP = 24, 12, 8
_EDGE = 5
NARROWEST, USUAL_WIDTH, WIDEST = 170, 250, 560
# No real name is longer; a file may say anything.
_LONGEST = 120
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


def shortened(name: str) -> str:
    """Return a name that leaves the matrix its room, however long a file made it."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


@dataclass(frozen=True, slots=True)
class _Slanted:
    """The lines of one heading and how long the longest one is."""

    lines: tuple[str, ...]
    length: float


class SkillHeadings(QHeaderView):
    """Names of skills, rising to the right in one or two lines; `chosen` (column) on a click."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._slanted: dict[str, _Slanted] = {}
        self._height, self._overhang = 0, 0
        self._sorted, self._falls = -1, False
        self._current = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    @property
    def overhang(self) -> int:
        """How far the last heading leans beyond its column, in pixels."""
        return self._overhang

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self._slanted = {}
        self.measure()

    def mark(self, column: int, *, falls: bool) -> None:
        """Mark the column that the rows are ordered by, -1 for none."""
        self._sorted, self._falls = column, falls
        self.viewport().update()

    def set_current(self, column: int) -> None:
        """Let the heading of one column stand out."""
        if column != self._current:
            self._current = column
            self.viewport().update()

    def measure(self) -> None:
        """Fit the names of the moment: as low as two lines allow."""
        headings = [self._heading(column) for column in range(self.count())]
        longest = max((heading.length for heading in headings), default=0.0)
        rise = max((self._rise(heading) for heading in headings), default=0.0)
        self._height = round(rise + _PAD + _MARK)
        self._overhang = round(longest * math.cos(_ANGLE) + 2 * _PAD)
        self.updateGeometry()
        self.viewport().update()

    def _rise(self, heading: _Slanted) -> float:
        """Return how high a heading reaches above the foot of its column's axis."""
        along = heading.length + _PAD / 2
        across = self._line_height() * (len(heading.lines) / 2)
        return along * math.sin(_ANGLE) + across * math.cos(_ANGLE)

    def column_at(self, at: QPointF) -> int:
        """Return the column whose slanted name is at a point, -1 for none."""
        lean = max(0.0, self.height() - _PAD - at.y()) / math.tan(_ANGLE)
        x = round(at.x() - lean)
        return self.logicalIndexAt(x) if x >= 0 or self.offset() > 0 else -1

    def _heading(self, column: int) -> _Slanted:
        name = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        if name not in self._slanted:
            metrics = QFontMetricsF(self._theme.font("small", bold=True))
            length = _USUAL_LENGTH * self._theme.text_factor
            lines = self._lines(name, length, metrics.horizontalAdvance)
            widest = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
            self._slanted[name] = _Slanted(lines, widest)
        return self._slanted[name]

    def _lines(self, name: str, length: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
        shown = shortened(name)
        while len(wrapped(shown, length, width_of)) > _MOST_LINES:
            length *= _LONGER
        return balanced(shown, length, width_of)

    def _line_height(self) -> float:
        return self._theme.pixels("small") * _LEADING

    def sizeHint(self) -> QSize:
        """Return room for the longest name; the width is the view's."""
        return QSize(self._overhang, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names of all columns that reach into the part to paint."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        left = event.rect().left() - self._overhang
        for column in range(self.count()):
            start = self.sectionViewportPosition(column)
            if left - self.sectionSize(column) <= start <= event.rect().right():
                self._paint_name(painter, column, start + self.sectionSize(column) / 2)
        painter.end()

    def _paint_name(self, painter: QPainter, column: int, middle: float) -> None:
        is_sorted, is_current = column == self._sorted, column == self._current
        colour = "accent" if is_sorted else ("text" if is_current else "text-quiet")
        bottom = self.height() - _PAD
        if is_sorted:
            self._paint_mark(painter, middle, bottom)
        painter.save()
        painter.setFont(self._theme.font("small", bold=is_sorted or is_current))
        painter.setPen(self._theme.colour(colour))
        painter.translate(middle, bottom - (_MARK if is_sorted else 0.0))
        painter.rotate(-math.degrees(_ANGLE))
        lines, step = self._heading(column).lines, self._line_height()
        # The block of lines is centred on the slanted axis through the middle of the column.
        first = step * 0.32 - step * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            painter.drawText(QPointF(_PAD / 2, first + number * step), line)
        painter.restore()

    def _paint_mark(self, painter: QPainter, middle: float, bottom: float) -> None:
        up, down = bottom - _MARK / 2, bottom + _MARK / 2
        tip, base = (down, up) if self._falls else (up, down)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        points = [(middle - _MARK / 2, base), (middle + _MARK / 2, base), (middle, tip)]
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take no part of a section for its edge: columns have one width."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag nothing."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click for nothing."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the column whose name was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            column = self.column_at(event.position())
            if column >= 0:
                self.chosen.emit(column)


class PeopleHeadings(QHeaderView):
    """Names with roles and readiness; `width_dragged` (pixels) at the right edge."""

    width_dragged = Signal(int)

    def __init__(self, team: TeamMatrixModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._team = team
        self._theme = theme
        # Of those who need more than a line for their name or their role.
        self._heights: dict[str, int] = {}
        self._tall: set[int] = set()
        self._width = USUAL_WIDTH
        self._is_dragging = False
        self._current = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.viewport().setMouseTracking(True)

    @property
    def names_width(self) -> int:
        """How wide the names are, in pixels at the usual text size."""
        return self._width

    def set_names_width(self, width: int) -> None:
        """Give the names another width, within reason."""
        self._width = max(NARROWEST, min(WIDEST, width))
        self.updateGeometry()
        self.measure()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.measure()

    def set_current(self, row: int) -> None:
        """Let one name stand out."""
        if row != self._current:
            self._current = row
            self.viewport().update()

    def measure(self) -> None:
        """Work out the heights that names and roles need, and give them to their rows."""
        self._heights = {}
        bold, small = self._metrics()
        room = self._room()
        fitting: dict[str, bool] = {}
        for person, name, role in self._team.names():
            if role not in fitting:
                fitting[role] = small.horizontalAdvance(shortened(role)) <= room
            shown = shortened(name)
            if not fitting[role] or bold.horizontalAdvance(shown) > room:
                lines = _height(bold, shown, room) + _height(small, shortened(role), room)
                self._heights[person] = lines + _GAP
        self.fit_rows()

    def fit_rows(self) -> None:
        """Give each row its height: most have the usual one."""
        bold, small = self._metrics()
        usual = bold.height() + small.height() + _GAP
        wanted = {}
        for person, height in self._heights.items():
            row = self._team.row_of(person)
            if row >= 0:
                wanted[row] = height
        # Nobody listens meanwhile: the view lays itself out once, when all is done.
        self.blockSignals(True)
        self.setDefaultSectionSize(usual)
        for row in self._tall - set(wanted):
            if row < self.count():
                self.resizeSection(row, usual)
        for row, height in wanted.items():
            self.resizeSection(row, height)
        self.blockSignals(False)
        self._tall = set(wanted)
        self.viewport().update()

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._theme.font(bold=True)), QFontMetrics(self._theme.font("small"))

    def _room(self) -> int:
        """Return the width of a name, beside the readiness."""
        return self.sizeHint().width() - _LEFT - _RIGHT - _GAP - self._readiness_width()

    def _readiness_width(self) -> int:
        return QFontMetrics(self._theme.font("small")).horizontalAdvance("88–100 %")

    def sizeHint(self) -> QSize:
        """Return the width that the person chose; the height is the view's."""
        return QSize(round(self._width * max(1.0, self._theme.text_factor)), _LEFT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a name above its role, and the readiness at the right."""
        member: Member | None = self._team.member(logicalIndex)
        painter.fillRect(rect, self._theme.colour("surface"))
        if member is None:
            return
        painter.save()
        bold, small = self._metrics()
        name, role = breakable(shortened(member.person.name)), breakable(shortened(member.role))
        room = self._room()
        high, low = _height(bold, name, room), _height(small, role, room)
        top = rect.top() + (rect.height() - high - low) // 2
        left = rect.left() + _LEFT
        is_current = logicalIndex == self._current
        painter.setFont(self._theme.font(bold=True))
        painter.setPen(self._theme.colour("accent" if is_current else "text"))
        painter.drawText(QRect(left, top, room, high), _WRAP, name)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("text-quiet"))
        painter.drawText(QRect(left, top + high, room, low), _WRAP, role)
        beside = QRectF(rect).adjusted(0, 0, -_RIGHT, 0)
        painter.drawText(
            beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, member.readiness
        )
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground below the last name too."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        below = self.rect().adjusted(0, max(0, self.length() - self.offset()), 0, 0)
        painter.fillRect(below, self._theme.colour("surface"))
        painter.end()

    def _is_at_edge(self, event: QMouseEvent) -> bool:
        return abs(event.position().x() - self.width()) <= _EDGE

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the edge, or press a row."""
        self._is_dragging = self._is_at_edge(event)
        if not self._is_dragging:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show and drag the edge."""
        if self._is_dragging:
            factor = max(1.0, self._theme.text_factor)
            self.width_dragged.emit(round(event.position().x() / factor))
            return
        shape = Qt.CursorShape.SplitHCursor if self._is_at_edge(event) else None
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the edge go."""
        if self._is_dragging:
            self._is_dragging = False
        else:
            super().mouseReleaseEvent(event)


def _height(metrics: QFontMetrics, words: str, width: int) -> int:
    return metrics.boundingRect(
        QRect(0, 0, max(1, width), 10_000), _WRAP, breakable(words)
    ).height()
