"""What the keyboard goes to is brought into sight, in whatever scrolls around it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

# How much of what lies around the focus is brought into sight with it.
_AROUND = 24
# A large thing of which so much is seen stays where it is.
_ENOUGH = 100


class FocusInSight(QObject):
    """Scrolls every area around the focus; Qt scrolls one alone, and only from within it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Follow the keyboard, but not a focus that a hidden page hands on: nobody looks for it."""
        is_by_key = QApplication.mouseButtons() == Qt.MouseButton.NoButton
        is_handed_on = before is not None and not before.isVisible()
        if now is None or not is_by_key or is_handed_on:
            return
        _bring(now)
        # What was opened a moment ago has no place yet.
        QTimer.singleShot(0, self, self._bring_again)

    def _bring_again(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            _bring(focused)


def _bring(widget: QWidget) -> None:
    """Scroll what lies around a widget, where too little of it is seen."""
    around = widget.parentWidget()
    while around is not None:
        told = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and told is not None:
            place = QRect(widget.mapTo(told, QPoint(0, 0)), widget.size())
            room = around.viewport().rect()
            if not _is_seen(place.translated(told.pos()), room):
                # To all of it, but where it is too high to its cursor.
                if place.height() + 2 * _AROUND <= room.height():
                    for corner in (place.bottomRight(), place.topLeft()):
                        around.ensureVisible(corner.x(), corner.y(), 1, _AROUND)
                else:
                    around.ensureWidgetVisible(widget, 0, _AROUND)
        around = around.parentWidget()


def _is_seen(place: QRect, room: QRect) -> bool:
    """Whether all of a place is seen, or so much that to scroll would only take other things."""
    seen = place.intersected(room)
    return seen.width() >= min(place.width(), _ENOUGH) and seen.height() >= min(
        place.height(), _ENOUGH
    )
