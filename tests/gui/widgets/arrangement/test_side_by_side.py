"""Two parts beside each other scroll as a whole only where even their least heights do not fit."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.widgets.arrangement.side_by_side import SideBySide
from planner.gui.widgets.display.labels import plain_label


class _Tall(QScrollArea):
    """Prefers 900 pixels and can do with 100, for it scrolls."""

    def sizeHint(self) -> QSize:
        return QSize(200, 900)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 100)


def _part() -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    # What wraps makes the height a matter of the width.
    column.addWidget(plain_label("Words that wrap. " * 3, wraps=True))
    column.addWidget(_Tall(), 1)
    return part


def test_what_has_room_for_its_least_does_not_scroll_as_a_whole(qtbot: QtBot) -> None:
    left, right = _part(), _part()
    both = SideBySide(left, right, (1, 1))
    qtbot.addWidget(both)
    both.resize(600, 400)
    both.show()
    bar = both.verticalScrollBar()
    qtbot.waitUntil(lambda: left.height() == both.viewport().height())
    assert bar.maximum() == 0
    both.resize(600, 90)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    # The label, the 100 pixels and the margins are out of reach of 90.
    assert left.height() == 90 + bar.maximum() > 100
