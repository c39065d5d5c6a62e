"""The list of routes: each with its years, hours and moves, a line of dots and its roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.display.labels import breakable, plain_label, set_look, set_tone

_DOT, _LINE = 5.5, 2.0
_HEIGHT = 18
_SPACING = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteLine:
    """What a card says of a route; `key` is its roles, `title` empty where it has no name."""

    key: tuple[str, ...]
    title: str
    years: str
    hours: str
    moves: str
    way: str
    note: str = ""

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        parts = (self.title, self.years, self.hours, self.moves, self.way, self.note)
        return ", ".join(part for part in parts if part)


class _WayLine(QWidget):
    """A dot a role, joined; the first and the last are filled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 2
        self._is_picked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_way(self, count: int, theme: Theme, *, is_picked: bool) -> None:
        self._count, self._theme, self._is_picked = count, theme, is_picked
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the dots."""
        return QSize(80, round(_HEIGHT * max(1.0, self._theme.text_factor)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line with its dots."""
        theme, radius = self._theme, _DOT * max(1.0, self._theme.text_factor)
        accent = theme.colour("accent")
        line = accent if self._is_picked else theme.colour("edge")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, y = radius + 1, self.width() - radius - 1, self.height() / 2
        painter.setPen(QPen(line, _LINE))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        last = max(1, self._count - 1)
        for number in range(self._count):
            is_end = number in (0, self._count - 1)
            painter.setPen(QPen(accent if is_end else line, _LINE))
            painter.setBrush(accent if is_end else theme.colour("surface"))
            x = left + (right - left) * number / last
            painter.drawEllipse(QPointF(x, y), radius - 1, radius - 1)
        painter.end()


class RouteCard(QFrame):
    """One route; `picked` (key) when it is gone to, `stepped` (-1 or 1) along its steps."""

    picked = Signal(object)
    stepped = Signal(int)
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "route")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._line: RouteLine | None = None
        self._title = plain_label(strong=True, wraps=True)
        self._years = plain_label(size="title")
        self._hours = plain_label(strong=True, tone="quiet")
        self._moves = plain_label(strong=True, tone="quiet")
        self._dots = _WayLine(theme)
        self._way = plain_label(size="small", tone="quiet", wraps=True)
        self._note = plain_label(size="small", tone="warning", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 11, 18, 12)
        column.setSpacing(3)
        column.addWidget(self._title)
        figures = QHBoxLayout()
        figures.setSpacing(20)
        column.addLayout(figures)
        for label in (self._years, self._hours, self._moves):
            figures.addWidget(label, alignment=Qt.AlignmentFlag.AlignBaseline)
        figures.addStretch(1)
        column.addWidget(self._dots)
        column.addWidget(self._way)
        column.addWidget(self._note)

    @property
    def line(self) -> RouteLine | None:
        """What it says."""
        return self._line

    @property
    def is_picked(self) -> bool:
        """Whether it is the chosen one."""
        return bool(self.property("picked"))

    def show_line(self, line: RouteLine, theme: Theme, *, is_picked: bool) -> None:
        """Show another route."""
        self._line = line
        self._title.setText(line.title)
        self._title.setVisible(bool(line.title))
        self._years.setText(line.years)
        self._hours.setText(line.hours)
        self._moves.setText(line.moves)
        self._way.setText(breakable(line.way))
        self._note.setText(line.note)
        self._note.setVisible(bool(line.note))
        set_tone(self._title, "accent" if is_picked else "")
        set_look(self, "picked", is_picked)
        self._dots.show_way(len(line.key), theme, is_picked=is_picked)
        self.setAccessibleName(line.spoken)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self._pick()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose what is walked to by keys."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._pick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the steps by the left and right arrow keys; Enter asks for the map."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif step is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def _pick(self) -> None:
        if self._line is not None and not self.is_picked:
            self.picked.emit(self._line.key)


class RouteCards(KeptRows[RouteCard]):
    """Shows routes; `picked` (key), `stepped` (-1 or 1) and `opened`."""

    picked = Signal(object)
    stepped = Signal(int)
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self._row, _SPACING, parent)
        self._theme = theme

    def show_lines(self, lines: Sequence[RouteLine], chosen: tuple[str, ...], theme: Theme) -> None:
        """Show other routes, the chosen one marked."""
        self._theme = theme
        for row, line in zip(self.keep(len(lines)), lines, strict=True):
            row.show_line(line, theme, is_picked=line.key == chosen)

    def focus_chosen(self) -> None:
        """Put the cursor onto the chosen route."""
        chosen = (place for place, row in enumerate(self.rows) if row.is_picked)
        self.focus(next(chosen, 0))

    def _row(self) -> RouteCard:
        row = RouteCard(self._theme)
        row.picked.connect(self.picked)
        row.stepped.connect(self.stepped)
        row.opened.connect(self.opened)
        return row
