"""A chart in the window: a matplotlib figure made to measure and painted as vectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FigureMaker = Callable[[float, float], "Figure"]


def load_charts() -> None:
    """Import what draws charts; it takes up to a second, so call it off the GUI thread."""
    import planner.gui.figure_painting  # noqa: F401
    from planner.charts.canvas import blank_figure

    # The first figure of a process takes longer than all others.
    blank_figure(1.0, 1.0)


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
        return self._least * 1.4

    def minimumSizeHint(self) -> QSize:
        """Return the size below which labels no longer fit."""
        return self._least

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, made anew where it no longer fits."""
        if self._make is None or self.width() < 1 or self.height() < 1:
            return
        scale = self.devicePixelRatioF()
        pixels = (self.size().toSizeF() * scale).toSize()
        if self._picture is None or self._picture.size() != pixels:
            self._picture = self._painted(pixels, scale)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _painted(self, pixels: QSize, scale: float) -> QPixmap:
        from planner.gui.figure_painting import paint_figure

        picture = QPixmap(pixels)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        if self._make is not None:
            painter = QPainter(picture)
            figure = self._make(float(self.width()), float(self.height()))
            paint_figure(figure, painter, QRectF(0, 0, self.width(), self.height()))
            painter.end()
        return picture
