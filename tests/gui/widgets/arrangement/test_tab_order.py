"""Tab goes through a page from its head down, as it is laid out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.main_window import MainWindow
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.meeting.page import MeetingPage
from planner.gui.pages.page import Page
from planner.gui.pages.plan.page import PlanPage
from planner.gui.pages.team.page import TeamPage
from tests.gui.conftest import SAMPLE

_MOST = 200


def tab() -> QWidget:
    """Press Tab, and return where it leads."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    reached = QApplication.focusWidget()
    assert reached is not None
    return reached


def stops_of(window: MainWindow, page: Page) -> list[QWidget]:
    """Press Tab from the sidebar on, and return where it comes to in the page."""
    window.activateWindow()
    page.setFocus()
    sidebar = window.workbench.sidebar
    assert any(sidebar.isAncestorOf(tab()) for _ in range(_MOST))
    stops: list[QWidget] = []
    while page.isAncestorOf(stop := tab()):
        stops.append(stop)
        assert len(stops) < _MOST
    return stops


def opened(window: MainWindow, qtbot: QtBot, key: str) -> Page:
    window.workspace.open_person(*SAMPLE)
    window.show_page(key)
    page = window.workbench.page
    qtbot.waitUntil(page.isVisible)
    return page


def in_this_order(stops: list[QWidget], wanted: list[QWidget]) -> None:
    places = [stops.index(stop) for stop in wanted]
    assert places == sorted(places)


def test_gaps(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "gaps")
    assert isinstance(page, GapsPage)
    assert page.pane.table.hasFocus()
    head, aside = page.header, page.aside
    stops = stops_of(window, page)
    assert stops[0] is head.chooser
    rows = [head.chooser, head.rule_button, head.assess_button, page.pane.table, page.pane.details]
    in_this_order(stops, rows)
    # The buttons of the picked skill were made after the charts beside them.
    told = [at for at, stop in enumerate(stops) if page.pane.details.isAncestorOf(stop)]
    beside = [at for at, stop in enumerate(stops) if aside.isAncestorOf(stop)]
    assert told
    assert beside
    assert max(told) < min(beside)


def test_map_table(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "map")
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: page.view.map is not None)
    page.bar.twin_button("table").click()
    window.workspace.select_role("regional-client-director")
    table, told = page.table.pane.table, page.inspector()
    window.activateWindow()
    page.bar.search.setFocus()
    QApplication.processEvents()
    assert tab() is table
    stops = []
    while (stop := tab()) and not told.isAncestorOf(stop):
        assert page.table.pane.isAncestorOf(stop)
    while told.isAncestorOf(stop):
        stops.append(stop)
        stop = tab()
        assert len(stops) < _MOST
    # From top to bottom, whichever of them were made first.
    heights = [stop.mapTo(told, QPoint()).y() for stop in stops]
    assert heights == sorted(heights)
    in_this_order(stops, [told.more_button, told.target_button, told.gaps_button])


def test_plan(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "plan")
    assert isinstance(page, PlanPage)
    assert page.pane.table.hasFocus()
    stops = stops_of(window, page)
    assert stops[0] is page.header.chooser
    in_this_order(stops, [page.header.chooser, page.header.rule_button, page.pane.table])


def test_team(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "team")
    assert isinstance(page, TeamPage)
    qtbot.waitUntil(lambda: page.read is not None and page.header.rule_button.isVisible())
    assert page.pane.matrix.hasFocus()
    stops = stops_of(window, page)
    head = page.header
    assert stops[:2] == [head.dossiers_button, head.against]
    in_this_order(stops, [head.against, head.skills.required, head.rule_button, page.pane.matrix])


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_what_ends_a_one_on_one_is_in_sight_while_it_is_held(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    from planner.gui.pages.meeting.header import Stage

    window.resize(*size)
    page = opened(window, qtbot, "meeting")
    assert isinstance(page, MeetingPage)
    assert not page.hold.foot.isVisible()
    page.show_stage(Stage.HOLD)
    for button in (page.hold.print_button, page.hold.close_button):
        assert button.visibleRegion().boundingRect() == button.rect()
    in_this_order(stops_of(window, page), [page.hold.shared.edit, page.hold.close_button])
    page.hold.close_button.click()
    assert page.stage is Stage.CLOSE
    assert not page.hold.foot.isVisible()
