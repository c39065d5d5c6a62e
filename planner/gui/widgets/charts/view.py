"""A chart in the window: a matplotlib figure made to measure and painted as vectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.charts.style import ChartStyle, chart_style
from planner.gui.fonts import FAMILY
from planner.gui.painting import Fonts
from planner.gui.tasks import Task, Tasks
from planner.gui.theme import Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Around the figure, so that the ring of the focus goes through none of its words.
RING_ROOM = QMargins(6, 4, 6, 4)

FigureMaker = Callable[[float, float], "Figure"]


def load_charts() -> None:
    """Import what draws charts; it takes up to a second, so call it off the GUI thread."""
    import planner.gui.look.figure_painting  # noqa: F401
    from planner.charts.elements.canvas import blank_figure

    # The first figure of a process takes longer than all others.
    blank_figure(1.0, 1.0)


class ChartLoader(QObject):
    """Loads what draws charts, off the GUI thread and once; `loaded` when it is there."""

    loaded = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._is_loading = False
        self.is_loaded = False

    def load(self) -> None:
        """Begin to load, unless that is done or under way."""
        if not (self.is_loaded or self._is_loading):
            self._is_loading = True
            self._tasks.run(_load, self._on_loaded, self._on_failed)

    def _on_loaded(self, _nothing: None) -> None:
        self.is_loaded = True
        self.loaded.emit()

    def _on_failed(self, _error: Exception) -> None:
        self._is_loading = False


def _load(_task: Task) -> None:
    load_charts()


class ChartStyles:
    """Makes the style of charts in the window: the theme's colours, measured in our font."""

    def __init__(self) -> None:
        self._fonts = Fonts()

    def style(self, theme: Theme, track: int) -> ChartStyle:
        """Return the style of a theme, with the colour of a role's track."""
        return chart_style(
            theme.hex, track, (FAMILY,), body=theme.pixels("body"), width_of=self._fonts.width
        )


class ChartView(QWidget):
    """Shows the figure that its maker makes for the size of the moment; empty until it has one.

    The picture is kept at the resolution of the screen until size, resolution or figure change.
    """

    def __init__(self, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._make: FigureMaker | None = None
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Its menu and its keys are reached without a mouse.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_figure(self, make: FigureMaker | None, description: str) -> None:
        """Show what `make(width, height)` returns, told as `description` to those who cannot see.

        None shows nothing, as long as charts are not loaded.
        """
        self._make = make
        self._picture = None
        self.setAccessibleDescription(description)
        self.update()

    @property
    def has_figure(self) -> bool:
        """Whether there is something to show."""
        return self._make is not None

    def sizeHint(self) -> QSize:
        """Return a good size."""
        return (self._least * 1.4).grownBy(RING_ROOM)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which labels no longer fit."""
        return self._least.grownBy(RING_ROOM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, made anew where it no longer fits."""
        inner = self.rect().marginsRemoved(RING_ROOM)
        if self._make is None or inner.isEmpty():
            return
        scale = self.devicePixelRatioF()
        pixels = (inner.size().toSizeF() * scale).toSize()
        if self._picture is None or self._picture.size() != pixels:
            self._picture = self._painted(inner, pixels, scale)
        painter = QPainter(self)
        painter.drawPixmap(inner.topLeft(), self._picture)
        if self.hasFocus():
            self._paint_ring(painter)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _painted(self, inner: QRect, pixels: QSize, scale: float) -> QPixmap:
        from planner.gui.look.figure_painting import paint_figure

        picture = QPixmap(pixels)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        if self._make is not None:
            painter = QPainter(picture)
            figure = self._make(float(inner.width()), float(inner.height()))
            paint_figure(figure, painter, QRectF(0, 0, inner.width(), inner.height()))
            painter.end()
        return picture
