"""The room of the page in front: a page that needs more than there is scrolls in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Asks for room for the page in front alone, so that a wide page does not widen the others."""

    def heightForWidth(self, _width: int) -> int:
        """Return 0: a page takes what height there is, and scrolls in itself."""
        return 0

    def minimumSizeHint(self) -> QSize:
        """Return what the page in front needs."""
        widget = self.currentWidget()
        return widget.minimumSizeHint() if widget else super().minimumSizeHint()


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
        self.setWidget(pages)
        self.viewport().setAutoFillBackground(False)
        pages.currentChanged.connect(self._offer_room)

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the page does."""
        if watched is self._pages and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
