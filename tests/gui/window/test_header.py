"""The header shares its width out the same way each time, and wraps nothing beside free room."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from planner.gui.main_window import MainWindow

# The role and the target are long.
LONG = ("am-lm", "zhou-xiaozhou")
SAMPLE = ("am-lm", "sample-am")


class Look(NamedTuple):
    """What the header shows."""

    find: int
    has_words: bool
    target: int
    person: int


def look(window: MainWindow) -> Look:
    QApplication.processEvents()
    header = window.header
    words = header.find_field.accessibleName()
    shown = [label.text() for label in header.find_field.findChildren(type(header.target.label))]
    assert words in shown
    has_words = next(
        label.isVisible()
        for label in header.find_field.findChildren(type(header.target.label))
        if label.text() == words
    )
    target = header.target.label
    lines = round(target.height() / target.fontMetrics().height())
    return Look(header.find_field.width(), has_words, lines, header.person.width())


@pytest.fixture
def wide(window: MainWindow) -> MainWindow:
    window.header.show_sample(True)
    window.resize(1280, 800)
    return window


def test_the_same_person_looks_the_same_after_an_undo(wide: MainWindow) -> None:
    wide.workspace.open_person(*SAMPLE)
    wide.workspace.open_person(*LONG)
    before = look(wide)
    wide.header.refresh()
    assert look(wide) == before


def test_a_target_does_not_wrap_beside_free_room(wide: MainWindow) -> None:
    wide.workspace.open_person(*LONG)
    shown = look(wide)
    assert wide.header.target.label.text() == "Target: Strategic account manager"
    assert shown.target == 1
    assert shown.has_words


def test_names_wrap_before_the_window_grows(wide: MainWindow) -> None:
    wide.workspace.open_person(*LONG)
    look(wide)
    wide.resize(1000, 800)
    shown = look(wide)
    assert wide.width() == 1000
    assert shown.target == 2
    assert not shown.has_words
    header = wide.header
    parts = (header.person, header.target, header.find_field, header.menu)
    ends = [(part.geometry().left(), part.geometry().right()) for part in parts]
    assert all(end < start for (_, end), (start, _) in pairwise(ends))
