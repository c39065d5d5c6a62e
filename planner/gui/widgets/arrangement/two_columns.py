"""Two columns of cards that scroll together; one below the other where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.gui.theme import Theme

_GAP = 16
_LEAST_WIDTH = 860


class TwoColumns(QScrollArea):
    """Holds cards in `left` and `right`, in shares of the width."""

    def __init__(
        self, left_share: int, right_share: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares = left_share, right_share
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for column, share in zip((self.left, self.right), self._shares, strict=True):
            holder = QWidget()
            # Long names wrap rather than take the room of the other column.
            holder.setMinimumWidth(1)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(_GAP)
            holder.setLayout(column)
            self._row.addWidget(holder, share)
        self.setWidget(self._body)
        for part in (self._body, self.viewport()):
            part.setAutoFillBackground(False)

    def apply_theme(self, theme: Theme) -> None:
        """Take another text size."""
        self._theme = theme
        self._arrange()

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part."""
        self._row.activate()
        if part.height() < self.viewport().height():
            self.ensureWidgetVisible(part, 0, _GAP)
        else:
            self.verticalScrollBar().setValue(part.mapTo(self._body, QPoint(0, 0)).y())

    def _arrange(self) -> None:
        is_narrow = self.width() / self._theme.text_factor < _LEAST_WIDTH
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        for place, share in enumerate(self._shares):
            self._row.setStretch(place, 0 if is_narrow else share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._arrange()
