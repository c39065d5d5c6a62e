"""The room of the page in front: a page that needs more than there is scrolls in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Asks for room for the page in front alone, so that a wide page does not widen the others.

    `room_asked` when a page asks for other room than before.
    """

    room_asked = Signal()

    def heightForWidth(self, _width: int) -> int:
        """Return 0: a page takes what height there is, and scrolls in itself."""
        return 0

    def minimumSizeHint(self) -> QSize:
        """Return what the page in front needs."""
        widget = self.currentWidget()
        return widget.minimumSizeHint() if widget else super().minimumSizeHint()

    # No filter in the area: Python would have to find out what each scroll bar of it is.
    def event(self, event: QEvent) -> bool:
        """Tell when a page asks for other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.room_asked.emit()
        return super().event(event)


class PageArea(QScrollArea):
    """Shows the page in front in the room that the window has, however much the page asks for.

    So no page, no language and no size of the text can ever change the size of the window.
    """

    def __init__(self, pages: PageStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        # Of a view that Qt makes Python would find out, at the start, which of Qt's classes it is.
        view = QWidget()
        self.setViewport(view)
        self.setWidget(pages)
        view.setAutoFillBackground(False)
        pages.currentChanged.connect(self._offer_room)
        pages.room_asked.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Return what the page needs, so that the inspector beside it cannot be drawn over it."""
        return self._pages.minimumSizeHint()

    def sizeHint(self) -> QSize:
        """Return what the page prefers."""
        return self._pages.sizeHint()

    def _offer_room(self) -> None:
        """Let the page arrange itself in the room there is, before it gets what it still lacks.

        At its least width alone it would never come to hear of a narrower one.
        """
        self._pages.resize(self.maximumViewportSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the page arrange itself anew in another room."""
        self._offer_room()
        super().resizeEvent(event)
