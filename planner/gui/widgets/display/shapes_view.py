"""A widget that shows a few shapes of a drawing: a ring, level squares, the legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme
from planner.report.drawing import Drawing, Shape


class ShapesView(QWidget):
    """Shows a drawing at the person's text size; the size of the widget follows."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts = fonts
        self._drawing = Drawing(0, 0, ())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_shapes(
        self, width: float, height: float, shapes: Sequence[Shape], theme: Theme
    ) -> None:
        """Show other shapes, within `width` by `height` at the usual text size."""
        self._theme = theme
        self._drawing = Drawing(width, height, tuple(shapes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the drawing."""
        factor = self._theme.text_factor
        return QSize(round(self._drawing.width * factor), round(self._drawing.height * factor))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing."""
        painter = QPainter(self)
        painter.scale(self._theme.text_factor, self._theme.text_factor)
        paint(painter, self._drawing.shapes, self._theme, self._fonts)
        painter.end()
