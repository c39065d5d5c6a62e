"""The window keeps the size that the person gave it, whatever is shown in it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from planner.core.text import LANGUAGES, Language
from planner.gui.main_window import MainWindow
from tests.gui.test_frame import fits

SAMPLE = ("am-lm", "sample-am")
PAGES = ("map", "gaps", "plan", "meeting", "team")
WIDE, SMALL = QSize(1278, 760), QSize(960, 600)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
    for _ in range(6):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()


def area_of(window: MainWindow) -> QScrollArea:
    """What the page in front lies in."""
    area = window.workbench.page.parentWidget().parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    return area


@pytest.fixture
def visited(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A wide window on the sample person, every page of which has been in front."""
    window.workspace.open_person(*SAMPLE)
    window.header.show_sample(True)
    window.resize(WIDE)
    for key in PAGES:
        window.show_page(key)
        settle(window, qtbot)
    return window


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_least_window_each_page_shows_all_its_width(
    visited: MainWindow, language: Language, qtbot: QtBot
) -> None:
    # Each page was wide when it was left, and hears of the narrow window only in front again.
    visited.workspace.set_language(language)
    visited.resize(SMALL)
    hidden = {}
    for key in PAGES:
        visited.show_page(key)
        settle(visited, qtbot)
        hidden[key] = area_of(visited).horizontalScrollBar().maximum()
    assert visited.size() == SMALL
    assert hidden == dict.fromkeys(PAGES, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_shown_changes_the_size_of_the_window(
    visited: MainWindow, language: Language, qtbot: QtBot
) -> None:
    least = visited.minimumSize()
    visited.resize(SMALL)
    visited.workspace.set_language(language)
    visited.workspace.look_at(date(2025, 3, 1))
    visited.parts.appearance.set_text_percent(200)
    for key in PAGES:
        visited.show_page(key)
        settle(visited, qtbot)
        # Told anew to the window's frame, even the same size loses a pixel at an uneven scale.
        assert (visited.size(), visited.minimumSize()) == (SMALL, least)
    visited.edit_person()
    settle(visited, qtbot)
    visited.parts.appearance.set_text_percent(100)
    settle(visited, qtbot)
    assert (visited.size(), visited.minimumSize()) == (SMALL, least)


def test_a_page_without_room_for_large_text_can_be_scrolled_to_its_end(
    visited: MainWindow, qtbot: QtBot
) -> None:
    visited.resize(SMALL)
    visited.parts.appearance.set_text_percent(200)
    visited.show_page("team")
    settle(visited, qtbot)
    area, page = area_of(visited), visited.workbench.page
    bar, room = area.horizontalScrollBar(), area.viewport().width()
    is_larger = page.width() > room
    bar.setValue(bar.maximum())
    end = page.mapTo(area.viewport(), QPoint(page.width(), 0))
    visited.parts.appearance.set_text_percent(100)
    assert is_larger
    assert end.x() == room
    settle(visited, qtbot)
    assert bar.maximum() == 0


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_least_window_the_whole_header_is_seen(
    visited: MainWindow, language: Language, percent: int, qtbot: QtBot
) -> None:
    visited.resize(SMALL)
    visited.workspace.set_language(language)
    visited.workspace.look_at(date(2025, 3, 1))
    visited.parts.appearance.set_text_percent(percent)
    settle(visited, qtbot)
    header = visited.header
    chips = (header.target, header.day, header.sample)
    bare = [chip.label.text() for chip in chips if not fits(chip.label)]
    lines = ((header.person, header.find_field, header.menu), chips)
    for line in lines:
        ends = [(part.geometry().left(), part.geometry().right()) for part in line]
        assert all(end < start for (_, end), (start, _) in pairwise(ends))
        assert ends[-1][1] < header.width()
    visited.parts.appearance.set_text_percent(100)
    assert bare == []
    assert min(chip.y() for chip in chips) > header.person.geometry().bottom()
    visited.workspace.look_at(None)
    visited.resize(WIDE)
    settle(visited, qtbot)
    assert header.target.y() < header.person.geometry().bottom()


def test_in_a_low_window_the_sidebar_has_icons_alone(visited: MainWindow, qtbot: QtBot) -> None:
    buttons = visited.workbench.sidebar.findChildren(QToolButton)

    def shown() -> set[Qt.ToolButtonStyle]:
        settle(visited, qtbot)
        return {button.toolButtonStyle() for button in buttons}

    visited.resize(SMALL)
    assert shown() == {Qt.ToolButtonStyle.ToolButtonTextUnderIcon}
    visited.parts.appearance.set_text_percent(200)
    look, names = shown(), [button.accessibleName() for button in buttons]
    last = buttons[-1].geometry().bottom()
    visited.parts.appearance.set_text_percent(100)
    assert look == {Qt.ToolButtonStyle.ToolButtonIconOnly}
    assert names == ["Map", "Gaps", "Plan", "One-on-one", "Team"]
    assert last < visited.workbench.sidebar.height()
    assert shown() == {Qt.ToolButtonStyle.ToolButtonTextUnderIcon}
