"""A far target in the window: chosen, two ways compared, a what-if tried, kept and undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.gui.main_window import MainWindow
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.routes.page import RoutesPage

TARGET = "chief-customer-officer"


def press(window: MainWindow, keys: str) -> None:
    """Press a shortcut of the window."""
    QTest.keySequence(window, QKeySequence(keys))


def ways(window: MainWindow, qtbot: QtBot) -> RoutesPage:
    """The page of ways once its search has ended."""
    page = window.workbench.covering
    assert isinstance(page, RoutesPage)

    def is_found() -> bool:
        found, here = page.ways.routes, window.workspace.standing()
        return found is not None and found.standing == here and bool(page.body.cards.rows)

    qtbot.waitUntil(is_found)
    QApplication.processEvents()
    return page


def test_a_target_its_ways_a_what_if_a_plan_and_back(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    workspace.open_person("am-lm", "mi-duo")
    before = workspace.career()
    window.show()
    window.show_page("map")
    QApplication.processEvents()
    page = window.workbench.page
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: page.view.map is not None)
    workspace.select_role(TARGET)
    qtbot.mouseClick(page.inspector().target_button, Qt.MouseButton.LeftButton)
    assert workspace.person is not None
    assert workspace.person.target == TARGET

    press(window, "Ctrl+J")
    shown = ways(window, qtbot)
    found = shown.ways.routes
    assert found is not None
    assert len(found.routes) == 2
    quickest, lightest = found.fastest, found.least_learning
    assert quickest.years < lightest.years
    assert quickest.hours > lightest.hours
    assert shown.ways.route == quickest
    qtbot.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_Down)
    assert shown.ways.route == lightest

    press(window, "Ctrl+Shift+W")
    panel = window.what_if.panel
    assert "negotiation" in lightest.steps[0].raised
    panel.skill.choose("negotiation")
    panel.skill.activated.emit(panel.skill.currentIndex())
    assert workspace.what_if is not None
    shown = ways(window, qtbot)
    imagined = shown.ways.routes
    assert imagined is not None
    assert imagined.least_learning.hours < lightest.hours
    assert workspace.ratings() == before.ratings

    panel.keep_plan.click()
    assert workspace.what_if is None
    kept = [one for one in workspace.career().actions if one not in before.actions]
    assert {one.skill for one in kept} == {"negotiation"}
    press(window, "Ctrl+Z")
    assert workspace.career().actions == before.actions
    press(window, "Ctrl+Z")
    assert workspace.career() == before
