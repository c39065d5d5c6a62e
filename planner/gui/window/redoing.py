"""Redo within reach where an undo has led back to the first page, and from any field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from planner.core.text import Message, message
from planner.gui.window.notices import NoticeBar
from planner.gui.workspace import Workspace


class Redoing(QObject):
    """Offers redo while nobody is left to look at; a field with nothing to redo lets its keys pass.

    Qt's fields take these keys whether or not they have anything to redo.
    """

    def __init__(
        self, workspace: Workspace, action: QAction, notices: NoticeBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._action = action
        self._notices = notices
        self._offer: Message | None = None
        self._watched: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def refresh(self) -> None:
        """Offer redo where an undo took the last person away, and no longer once there is one."""
        undone = self._workspace.history.next_redo
        if self._workspace.person is None and undone is not None:
            self._offer = message("Undone: {edit}", edit=undone.label)
            self._notices.say(self._offer, action=(message("Redo"), self._action.trigger))
        elif self._offer is not None:
            if self._notices.said == (self._offer,):
                self._notices.dismiss()
            self._offer = None

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = now if now is not None and _line_of(now) is not None else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys of redo to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and QKeySequence(event.keyCombination()) in self._action.shortcuts()
        ):
            line = _line_of(watched)
            if line is not None and not line.isRedoAvailable():
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _line_of(widget: QWidget) -> QLineEdit | None:
    """Return the line in which a field is typed, None where there is none."""
    if isinstance(widget, QComboBox):
        return widget.lineEdit()
    if widget.inherits("QAbstractSpinBox"):
        # Imported here: a start needs none, and takes longer with its enums.
        from PySide6.QtWidgets import QAbstractSpinBox

        assert isinstance(widget, QAbstractSpinBox)
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit) else None
