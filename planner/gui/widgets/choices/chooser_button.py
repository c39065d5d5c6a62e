"""A button that names what is chosen, over as many lines as it needs, with an arrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from planner.gui.look.icons import MOST, Icons
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable

# The arrow is as large as that of a combo box.
_ARROW, _ARROW_MARGIN = 14, 12
_PAD, _MOST_WIDTH = 14, 360
_LEFT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChooserButton(QPushButton):
    """Opens something to choose from; whoever makes it says what."""

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self.setProperty("kind", "chooser")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name(self, words: str, spoken: str) -> None:
        """Say what is chosen, and how it is read aloud."""
        self.setText(words)
        self.updateGeometry()
        self.setAccessibleName(spoken)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    @property
    def _arrow(self) -> int:
        return round(_ARROW * min(self._theme.text_factor, MOST))

    @property
    def _around(self) -> int:
        """What the button takes of its width beside the words."""
        return _PAD + self._arrow + 2 * _ARROW_MARGIN

    def _lines(self) -> QRect:
        """Return the room that the words take, wrapped where they are long."""
        width = self.most_width() - self._around
        metrics = QFontMetrics(self._theme.font(bold=True))
        return metrics.boundingRect(QRect(0, 0, width, 10_000), _LEFT, breakable(self.text()))

    def most_width(self) -> int:
        """Return the width at which the words wrap, the arrow included."""
        return round(_MOST_WIDTH * max(1.0, self._theme.text_factor)) + self._around

    def sizeHint(self) -> QSize:
        """Return room for every word and the arrow."""
        lines = self._lines()
        width = lines.width() + 2 + self._around
        return QSize(width, max(super().sizeHint().height(), lines.height() + _PAD))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button with its words wrapped and an arrow at its right."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setFont(self._theme.font(bold=True))
        painter.setPen(self._theme.colour("text"))
        arrow = self._arrow
        words = self.rect().adjusted(_PAD, 0, -arrow - 2 * _ARROW_MARGIN, 0)
        painter.drawText(words, _LEFT, breakable(self.text()))
        place = QRect(0, 0, arrow, arrow)
        place.moveCenter(self.rect().center())
        place.moveRight(self.width() - _ARROW_MARGIN)
        self._icons.icon("chevron-down").paint(painter, place)
        painter.end()
