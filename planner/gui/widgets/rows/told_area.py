"""What is told of the picked row of a table, made anew for each row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.gui.widgets.arrangement.tab_order import tab_in_its_place
from planner.gui.widgets.display.focus_ring import stop_where_it_scrolls


class ToldArea(QScrollArea):
    """Shows one layout at a time, which scrolls, by keys too, where it is higher than its room.

    `told_of` is the id of what it tells of, empty for nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stop_where_it_scrolls(self)
        self.told_of = ""
        self.clear()

    @property
    def words(self) -> str:
        """All that is told, a line a label."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def clear(self) -> None:
        """Tell of nothing."""
        self._tell("", QVBoxLayout())

    def _tell(self, of: str, layout: QLayout) -> None:
        """Put a layout in the place of what was told."""
        self.told_of = of
        focused = self._focused()
        contents = QWidget()
        contents.setObjectName("details")
        contents.setLayout(layout)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        tab_in_its_place(self)
        if focused is not None:
            self._focus_again(focused)

    def _focused(self) -> str | None:
        """Return the name of the button here that has the focus, None where the focus is not."""
        contents, focused = self.widget(), QApplication.focusWidget()
        if contents is None or focused is None or not contents.isAncestorOf(focused):
            return None
        return focused.accessibleName()

    def _focus_again(self, name: str) -> None:
        """Put the focus onto the button of a name, or where it has gone onto the first there is."""
        buttons = self.findChildren(QAbstractButton)
        same = [button for button in buttons if button.accessibleName() == name]
        for button in (same or buttons)[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
