"""Keys pressed alone, as the quick keys of a list are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed without another that changes what it means."""
    return event.modifiers() in _ALONE


def on_letter(widget: QWidget, letter: str, do: Callable[[], object]) -> None:
    """Let a letter pressed alone do something, wherever the focus is in a widget.

    In an open menu or list the letter chooses, as it does in a closed one: Qt by itself gives a
    shortcut of the window the first word.
    """
    shortcut = QShortcut(QKeySequence(letter), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(partial(_take, shortcut, do))


def _take(shortcut: QShortcut, do: Callable[[], object]) -> None:
    chooser = _chooser()
    if chooser is None:
        do()
        return
    letter = shortcut.key().toString()
    event = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key(ord(letter)),
        Qt.KeyboardModifier.NoModifier,
        letter.lower(),
    )
    # Also a key that is sent would come back here.
    shortcut.setEnabled(False)
    QApplication.sendEvent(chooser, event)
    shortcut.setEnabled(True)


def _chooser() -> QWidget | None:
    """Return what chooses by letters now, None for nothing."""
    popup, focused = QApplication.activePopupWidget(), QApplication.focusWidget()
    if popup is None:
        return focused if isinstance(focused, QComboBox) else None
    # Not the popup's own focus: PySide lets what is asked for in this way go with the popup.
    return focused if focused is not None and popup.isAncestorOf(focused) else popup
