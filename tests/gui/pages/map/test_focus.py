"""The keys of the map work at once: at the start, on Ctrl+1, and after a click on its bar."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.gui.main_window import MainWindow
from planner.gui.pages.map.page import MapPage

SAMPLE = ("am-lm", "sample-am")
PRESENT = "account-manager"


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> MapPage:
    window.workspace.open_person(*SAMPLE)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = cast("MapPage", window.workbench.page)
    qtbot.waitUntil(lambda: page.view.is_opened)
    return page


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    qtbot.keySequence(window, QKeySequence(keys))


def test_the_window_begins_on_the_map(page: MapPage, window: MainWindow, qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is page.view
    qtbot.keyClick(focused, Qt.Key.Key_Home)
    assert window.workspace.selected_role == PRESENT


def test_its_number_leads_to_the_map_wherever_the_focus_was(
    page: MapPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.bar.twin_button("map").setFocus()
    press(qtbot, window, "Ctrl+1")
    assert QApplication.focusWidget() is page.view
    page.bar.twin_button("map").setFocus()
    press(qtbot, window, "Ctrl+2")
    assert not page.isVisible()
    press(qtbot, window, "Ctrl+1")
    assert QApplication.focusWidget() is page.view


def test_its_number_leads_to_the_table_while_that_is_shown(
    page: MapPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.bar.twin_button("table"), Qt.MouseButton.LeftButton)
    table = page.table.pane.table
    assert QApplication.focusWidget() is table
    page.bar.search.setFocus()
    press(qtbot, window, "Ctrl+1")
    assert QApplication.focusWidget() is table


def test_a_click_on_the_bar_leaves_the_keys_to_the_map(page: MapPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.bar.twin_button("map"), Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is page.view
    qtbot.keyClick(focused, Qt.Key.Key_Right)
    assert page.view.isVisible()


def test_keys_zoom_about_the_role_in_sight(page: MapPage, qtbot: QtBot) -> None:
    view = page.view

    def place() -> QRect:
        assert view.map is not None
        return view.mapFromScene(view.map.box_of(PRESENT)).boundingRect()

    qtbot.keyClick(view, Qt.Key.Key_Home)
    view.fit()
    before = place().center()
    corner = view.viewport().rect().center()
    assert (before - corner).manhattanLength() > 100
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert (place().center() - before).manhattanLength() <= 3
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
        assert view.viewport().rect().contains(place())


def test_the_mouse_still_zooms_about_the_cursor(page: MapPage) -> None:
    view, at = page.view, QPoint(30, 30)
    under = view.mapToScene(at)
    view.zoom(1.25, at)
    moved = view.mapFromScene(under) - at
    assert moved.manhattanLength() <= 2
