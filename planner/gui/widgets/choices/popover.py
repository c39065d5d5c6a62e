"""A card over the window that closes on Escape, on a click beside it, and when the focus leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.choices.entry_list import EntryList

_MARGIN, _BORDER = 8, 1


class Popover(QWidget):
    """Covers its window without a trace; `card` is what is seen and holds the contents."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.card = QFrame(self)
        self.card.setObjectName("popover")
        self.contents = QVBoxLayout(self.card)
        self.contents.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.contents.setSpacing(_MARGIN // 2)
        self._anchor: QWidget | None = None
        self._came_from: QWidget | None = None
        self.hide()

    def open_at(self, anchor: QWidget, width: int, focus: QWidget) -> None:
        """Show the card below `anchor` and put the cursor into `focus`."""
        self._anchor = anchor
        self._came_from = QApplication.focusWidget()
        self.card.setFixedWidth(min(width, self.window().width() - 2 * _MARGIN))
        self.window().installEventFilter(self)
        self.place()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def contents_width(self) -> int:
        """The width that its contents have, in pixels."""
        return self.card.maximumWidth() - 2 * (_MARGIN + _BORDER)

    def place(self) -> None:
        """Fit the card between its anchor and the lower edge of the window."""
        window, anchor = self.window(), self._anchor
        if anchor is None:
            return
        self.setGeometry(window.rect())
        below = anchor.mapTo(window, QPoint(0, anchor.height() + _MARGIN // 2))
        room = max(0, window.height() - below.y() - _MARGIN)
        self.card.setMaximumHeight(room)
        for rows in self.card.findChildren(
            EntryList, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            rows.fit_width(self.contents_width)
        self.contents.invalidate()
        self.card.adjustSize()
        left = below.x()
        if left + self.card.width() > window.width() - _MARGIN:
            left += anchor.width() - self.card.width()
        self.card.move(max(_MARGIN, left), below.y())

    def dismiss(self) -> None:
        """Close, and give the focus back to where it came from."""
        if not self.isHidden():
            came_from = self._came_from
            self._leave()
            if came_from is not None:
                came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _leave(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus_changed)
        self.window().removeEventFilter(self)
        self._came_from = None
        self.hide()
        self.closed.emit()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place while the window changes its size."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif not press_focused_button(event):
            super().keyPressEvent(event)
