"""What a person does with fields, buttons and keys of the window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.main_window import MainWindow
from planner.gui.widgets.inputs.search_combo import SearchCombo

_TAB, _UP, _DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down
_BACK, _LEFT = Qt.Key.Key_Backspace, Qt.MouseButton.LeftButton


class Hands:
    """Clicks, presses and writes in a window, in what can be seen and used there."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def come_back(self) -> None:
        """Make the window the active one again, which no desktop does here when a list closes."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def menu(self, key: str) -> None:
        action = self.window.actions_by_key[key]
        assert action.isEnabled(), key
        action.trigger()

    def keys(self, keys: str) -> None:
        self.qtbot.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))

    def click(self, button: Any) -> None:
        self.qtbot.waitUntil(button.isVisible)
        assert button.isEnabled(), button.text()
        # Nobody clicks before everything has found its place.
        QApplication.processEvents()
        QTest.mouseClick(button, _LEFT)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            focused = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)

    def press_in(self, widget: QWidget, key: Qt.Key) -> None:
        self.qtbot.waitUntil(widget.isVisible)
        widget.setFocus()
        assert widget.hasFocus()
        QTest.keyClick(widget, key)

    def write(self, field: Any, words: str) -> None:
        """Write in a line over what stands there."""
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        if not words:
            QTest.keyClick(field, _BACK)

    def day(self, field: QWidget, day: str) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(field, day.replace("-", ""))

    def search(self, combo: SearchCombo, words: str) -> None:
        """Type a name and take what fits."""
        combo.setFocus()
        combo.lineEdit().selectAll()
        QTest.keyClicks(combo, words)
        self.press(_TAB)
        self.come_back()

    def pick(self, combo: QComboBox, wanted: object) -> None:
        """Walk to an entry by the arrow keys."""
        known = [str(combo.itemData(row)) for row in range(combo.count())]
        self.pick_row(combo, known.index(str(wanted)))
        assert str(combo.currentData()) == str(wanted)

    def pick_row(self, combo: QComboBox, row: int) -> None:
        combo.setFocus()
        steps = row - combo.currentIndex()
        for _ in range(abs(steps)):
            QTest.keyClick(combo, _DOWN if steps > 0 else _UP)
        assert combo.currentIndex() == row
