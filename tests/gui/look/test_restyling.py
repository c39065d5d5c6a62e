"""Style sheets: what they cost, and that nothing looks otherwise for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import SIGNAL, QEvent
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.look.restyling import LateStyled, plainly_made, restyle

RED = "QLabel { color: #ff0000; padding: 4px; } QWidget#box { background: #ffeeee; }"
BLUE = "QLabel { color: #0000ff; padding: 4px; } QWidget#box { background: #eeeeff; }"
DEPTH = 8


class _Counting(QLabel):
    """Counts how often its style changes."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.heard: Counter[QEvent.Type] = Counter()

    def changeEvent(self, event: QEvent) -> None:
        self.heard[event.type()] += 1
        super().changeEvent(event)


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """An application whose style sheet is as before in the end."""
    before = qapp.styleSheet()
    qapp.setStyleSheet(RED)
    yield qapp
    qapp.setStyleSheet(before)


def _nested(words: str) -> tuple[QWidget, _Counting]:
    """Return a label within `DEPTH` boxes, put together from within as pages are."""
    label = _Counting(words)
    inner: QWidget = label
    for _ in range(DEPTH):
        # Asked for its size it takes its style, as a page does that measures a part of it.
        inner.sizeHint()
        box = QWidget()
        box.setObjectName("box")
        QVBoxLayout(box).addWidget(inner)
        inner = box
    return inner, label


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


def _colour(widget: QWidget) -> str:
    return widget.palette().color(QPalette.ColorRole.WindowText).name()


def _picture(qtbot: QtBot, widget: QWidget) -> QImage:
    _shown(qtbot, widget)
    return widget.grab().toImage()


def test_a_widget_takes_another_sheet_once(qtbot: QtBot, application: QApplication) -> None:
    window, label = _nested("deep")
    _shown(qtbot, window)
    label.heard.clear()
    restyle(application, BLUE)
    assert _colour(label) == "#0000ff"
    assert label.heard[QEvent.Type.StyleChange] == 1


def test_a_hidden_part_takes_another_sheet_when_it_is_shown(
    qtbot: QtBot, application: QApplication
) -> None:
    window, seen = QWidget(), QLabel("seen")
    part, label = LateStyled(), _Counting("late")
    QVBoxLayout(part).addWidget(label)
    column = QVBoxLayout(window)
    column.addWidget(seen)
    column.addWidget(part)
    _shown(qtbot, window)
    part.hide()
    label.heard.clear()
    restyle(application, BLUE)
    assert (_colour(seen), _colour(label)) == ("#0000ff", "#ff0000")
    assert label.heard[QEvent.Type.StyleChange] == 0
    part.show()
    assert _colour(label) == "#0000ff"
    assert label.heard[QEvent.Type.StyleChange] == 1
    part.hide()
    part.show()
    assert label.heard[QEvent.Type.StyleChange] == 1


def test_a_sheet_of_its_own_goes_with_that_of_the_application(
    qtbot: QtBot, application: QApplication
) -> None:
    window, label = _nested("own")
    cast("QWidget", label.parentWidget()).setStyleSheet("QLabel { font-weight: 600; }")
    _shown(qtbot, window)
    restyle(application, BLUE)
    assert _colour(label) == "#0000ff"
    assert label.font().weight() == 600


def test_what_is_made_plainly_costs_no_styling_and_looks_the_same(
    qtbot: QtBot, application: QApplication
) -> None:
    usual, _ = _nested("made")
    with plainly_made():
        plain, label = _nested("made")
        assert label.heard[QEvent.Type.StyleChange] == 0
    assert application.styleSheet() == RED
    assert label.heard[QEvent.Type.StyleChange] == 1
    assert _picture(qtbot, plain) == _picture(qtbot, usual)


def test_qt_still_hears_of_the_end_of_what_it_styled(
    qtbot: QtBot, application: QApplication
) -> None:
    # No widget has a sheet of its own here, so the application's is the only one. Qt goes through
    # all that it knows to be styled, and ends the program where one is gone unheard.
    window, label = _nested("short lived")
    _shown(qtbot, window)
    heard = label.receivers(SIGNAL("destroyed(QObject*)"))
    restyle(application, BLUE)
    assert label.receivers(SIGNAL("destroyed(QObject*)")) == heard > 0


def test_a_sheet_is_put_on_again_where_making_fails(application: QApplication) -> None:
    def fail() -> None:
        with plainly_made():
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert application.styleSheet() == RED
