"""Two parts of a page beside each other, or one below the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

_SPACING = 16
_LEAST_WIDTH, _LEAST_HEIGHT = 940, 440
_LAYOUTS_WITHIN = 3


class _Row(QBoxLayout):
    """Asks for the least height that its parts can do with at a width, not for what they prefer.

    Else the page would scroll as a whole while parts of it that scroll themselves have room.
    """

    _is_asked = False

    def heightForWidth(self, width: int) -> int:
        """Return the least height at a width, in pixels."""
        # The least is worked out with the preferred height, by a call to this very method.
        if self._is_asked:
            return super().heightForWidth(width)
        self._is_asked = True
        try:
            return super().minimumHeightForWidth(width)
        finally:
            self._is_asked = False


class SideBySide(QScrollArea):
    """Shows a part at the left and one at the right, and scrolls where both do not fit.

    `shares` are of the width; stacked, the parts are at least `least` pixels high at the usual text
    size.
    """

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int],
        least: tuple[int, int] = (_LEAST_HEIGHT, _LEAST_HEIGHT),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._parts = (left, right)
        self._body = QWidget()
        self._row = _Row(QBoxLayout.Direction.LeftToRight, self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SPACING)
        for part, share in zip(self._parts, shares, strict=True):
            self._row.addWidget(part, share)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(self._body)
        for ground in (self._body, self.viewport()):
            ground.setAutoFillBackground(False)

    @property
    def is_stacked(self) -> bool:
        """Whether the parts stand one below the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def share(self, right: int) -> None:
        """Give the right part another share of the width."""
        self._row.setStretch(1, right)

    def arrange(self, width: int, text_factor: float) -> None:
        """Stack the parts where the text is too large for both in a page of this width."""
        is_narrow = width / text_factor < _LEAST_WIDTH
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        for part, least in zip(self._parts, self._least, strict=True):
            part.setMinimumHeight(round(least * text_factor) if is_narrow else 0)

    def bring_into_sight(self, *parts: QWidget) -> None:
        """Scroll to what was opened where not all of it is seen, to the last part surely."""
        # What was opened a moment ago takes its room now, so that its place is known.
        for _ in range(_LAYOUTS_WITHIN):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for part in parts:
            if part.height() < self.viewport().height():
                self.ensureWidgetVisible(part, 0, _SPACING)
            else:
                self.verticalScrollBar().setValue(part.mapTo(self._body, QPoint(0, 0)).y())
