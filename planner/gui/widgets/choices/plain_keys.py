"""Keys pressed alone, as the quick keys of a list are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed without another that changes what it means."""
    return event.modifiers() in _ALONE
