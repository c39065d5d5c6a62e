"""Widgets beside each other that go on in another row where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 8


class WrappingRow(QWidget):
    """Sets its widgets in as many rows as they need, each as large as it wants to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, part: QWidget) -> None:
        """Put a widget after the others."""
        part.setParent(self)
        self._parts.append(part)

    def arrange(self) -> None:
        """Set the widgets anew, as after they were worded."""
        height = self._place(max(1, self.width()))
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _place(self, width: int) -> int:
        x = y = high = 0
        row: list[tuple[QWidget, QRect]] = []
        for part in self._parts:
            if part.isHidden():
                continue
            size = part.sizeHint()
            if row and x + size.width() > width:
                _centre(row, high)
                y += high + _GAP
                x, high, row = 0, 0, []
            row.append((part, QRect(x, y, min(size.width(), width), size.height())))
            x += size.width() + _GAP
            high = max(high, size.height())
        _centre(row, high)
        return y + high

    def sizeHint(self) -> QSize:
        """Return room for all of them beside each other."""
        shown = [part.sizeHint() for part in self._parts if not part.isHidden()]
        width = sum(size.width() for size in shown) + _GAP * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return room for the widest alone."""
        shown = [part.sizeHint().width() for part in self._parts if not part.isHidden()]
        return QSize(max(shown, default=0), self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """Set them anew when one asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set them anew at another width."""
        super().resizeEvent(event)
        self.arrange()


def _centre(row: list[tuple[QWidget, QRect]], high: int) -> None:
    for part, place in row:
        part.setGeometry(place.translated(0, (high - place.height()) // 2))
