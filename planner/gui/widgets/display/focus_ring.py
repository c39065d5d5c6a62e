"""The ring of the focus round what shows by nothing else that the keyboard is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QWidget

_COMING_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class FocusRing(QFrame):
    """Lies over a widget and its contents, which keep their room; a click shows none.

    `is_due` is asked, again at each `refresh`, where it is a matter of what the widget shows.
    """

    def __init__(self, around: QWidget, is_due: Callable[[], bool] | None = None) -> None:
        super().__init__(around)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._is_due = is_due
        self._is_by_mouse = False
        around.installEventFilter(self)
        self.hide()

    def refresh(self) -> None:
        """Show the ring where it is due by now, or hide it."""
        around = self.parentWidget()
        is_wanted = around is not None and around.hasFocus() and not self._is_by_mouse
        is_shown = is_wanted and (self._is_due is None or self._is_due())
        if around is not None and is_shown:
            self.setGeometry(around.rect())
            self.raise_()
        self.setVisible(is_shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the size of what the ring goes round."""
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() not in _COMING_BACK:
                self._is_by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
            self.refresh()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self.refresh()
        return False


def ring_where_no_row_is_picked(view: QAbstractItemView) -> FocusRing:
    """Give a view that rings its picked row a ring of its own while there is none."""
    ring = FocusRing(view, partial(_has_no_row, view))
    view.selectionModel().selectionChanged.connect(ring.refresh)
    view.model().modelReset.connect(ring.refresh)
    return ring


def stop_where_it_scrolls(area: QScrollArea) -> None:
    """Let Tab come to an area only where keys show more of it, and see it there."""
    FocusRing(area)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(partial(_let_stop, area))
    _let_stop(area, bar.minimum(), bar.maximum())


def _let_stop(area: QScrollArea, low: int, high: int) -> None:
    policy = Qt.FocusPolicy
    area.setFocusPolicy(policy.StrongFocus if high > low else policy.NoFocus)


def _has_no_row(view: QAbstractItemView) -> bool:
    return not view.selectionModel().hasSelection()
