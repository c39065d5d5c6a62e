"""Of two parts beside each other only the one scrolls whose least height does not fit."""

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


class _Fixed(QWidget):
    """As high as it was made."""


def _fixed(height: int) -> _Fixed:
    fixed = _Fixed()
    fixed.setFixedHeight(height)
    return fixed


def _area_of(part: QWidget) -> QScrollArea:
    area = part.parentWidget().parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    return area


def _part() -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    # What wraps makes the height a matter of the width.
    column.addWidget(plain_label("Words that wrap. " * 3, wraps=True))
    column.addWidget(_Tall(), 1)
    return part


def test_only_a_part_without_room_for_its_least_scrolls(qtbot: QtBot) -> None:
    left, right = _part(), _part()
    right.layout().addWidget(_fixed(250))
    both = SideBySide(left, right, (1, 1))
    qtbot.addWidget(both)
    both.resize(600, 460)
    both.show()
    area = _area_of(right)
    qtbot.waitUntil(lambda: left.height() == both.viewport().height())
    assert right.height() == both.viewport().height()
    both.resize(600, 200)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    # The 250 and the 100 pixels are out of reach of 200; the part beside them stays as it is.
    assert right.height() == 200 + area.verticalScrollBar().maximum() > 350
    assert both.verticalScrollBar().maximum() == 0
    assert left.height() == 200
    assert _area_of(left).verticalScrollBar().maximum() == 0
    both.bring_into_sight(right.findChildren(_Fixed)[0])
    assert area.verticalScrollBar().value() > 0


def test_stacked_parts_scroll_together(qtbot: QtBot) -> None:
    left, right = _part(), _part()
    right.layout().addWidget(_fixed(250))
    both = SideBySide(left, right, (1, 1), (300, 300))
    qtbot.addWidget(both)
    both.arrange(500, 1.0)
    both.resize(500, 460)
    both.show()
    bar = both.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert both.is_stacked
    assert all(_area_of(part).verticalScrollBar().maximum() == 0 for part in (left, right))
    assert left.height() >= 300
    assert right.height() > 350
    # All of both, and what stands between them.
    assert bar.maximum() + both.viewport().height() == left.height() + right.height() + 16


def test_a_hidden_part_leaves_its_room_to_the_other(qtbot: QtBot) -> None:
    left, right = _part(), _part()
    both = SideBySide(left, right, (1, 1))
    qtbot.addWidget(both)
    both.resize(600, 400)
    both.show()
    right.hide()
    qtbot.waitUntil(lambda: left.width() == both.viewport().width())
    right.show()
    qtbot.waitUntil(lambda: left.width() + right.width() + 16 == both.viewport().width())
