"""Tab leads only to what is seen, as it is laid out, and shows at each stop where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.core.career import ActionState
from planner.gui.main_window import MainWindow
from planner.gui.pages.team.page import TeamPage
from planner.gui.widgets.display.focus_ring import FocusRing
from planner.store.store import Store
from tests.gui.answers import Answers
from tests.gui.by_hand import Hands
from tests.gui.tab_walk import out_of_place, stops, unseen
from tests.screens.stage import Stage, State
from tests.screens.states import states

# Each page, what can be opened on it, and each window beside it; by the keys of their pictures.
WALKED = (
    "map-you", "map-table", "map-kpis", "map-kpi-entry", "map-stance", "map-traps", "role-change",
    "gaps", "gaps-table", "gaps-editor", "gaps-rule", "gaps-history", "gaps-filter", "gaps-chooser",
    "gaps-plan", "plan", "plan-table", "plan-empty", "plan-editor", "plan-rating", "plan-rule",
    "plan-offer", "plan-filter", "assess-start", "assess-question", "assess-unanswered",
    "assess-summary", "meeting-empty", "meeting-prepare", "meeting-hold", "meeting-hidden",
    "meeting-level", "meeting-close", "meeting-past", "team", "team-table", "team-role",
    "team-rule", "routes-second", "routes-table", "routes-filtered", "compare-article",
    "compare-chooser", "choice-start", "choice-first", "choice-result", "choice-shared", "industry",
    "what-if-panel", "what-if-gaps", "past-days", "staleness", "person", "person-faults",
    "person-new", "people", "find-some", "help-plan", "preview-plan", "dossier", "team-dossiers",
)  # fmt: skip


@pytest.fixture
def stage(
    open_window: Callable[..., MainWindow],
    store: Store,
    qapp: QApplication,
    answers: Answers,
    tmp_path: Path,
) -> Iterator[Stage]:
    """The window on the sample team, with the ways about in it."""
    made = Stage(open_window(store), qapp, answers, tmp_path / "framework.json")
    # As large as the drawings; the test screen is smaller, and a narrow page stacks its parts.
    made.window.resize(1280, 800)
    made.window.activateWindow()
    made.settle()
    made.open_person(("am-lm", "sample-am"))
    yield made
    made.let_fall()


STATES = {state.key: state for state in states()}


def reach(state: State, stage: Stage) -> QWidget:
    """Go to a state; return its window, with the focus somewhere in it."""
    window = state.reach(stage) or stage.window
    stage.settle()
    stage.come_to_rest()
    window.activateWindow()
    stage.wait("the window in front", window.isActiveWindow)
    if QApplication.focusWidget() is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    return window


def parts_of(window: QWidget) -> list[QWidget]:
    """What is walked through in the order in which it is laid out: the page and what is beside."""
    if not isinstance(window, MainWindow):
        return [window]
    bench = window.workbench
    page = bench.covering or bench.page
    # The head of the team has an order of its own.
    return [page.pane if isinstance(page, TeamPage) else page, bench.inspector]


@pytest.mark.parametrize("key", WALKED)
def test_each_stop_of_tab_is_in_sight_and_ringed_and_in_its_place(key: str, stage: Stage) -> None:
    window = reach(STATES[key], stage)
    walked = stops(window)
    assert len(walked) > 1
    assert unseen(walked) == []
    assert [out_of_place(walked, part) for part in parts_of(window)] == [
        [] for _ in parts_of(window)
    ]


def focused_button() -> str:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    return focused.text()


def test_a_button_that_goes_leaves_the_focus_beside_it(stage: Stage, qtbot: QtBot) -> None:
    STATES["plan"].reach(stage)
    page = stage.plan
    Hands(stage.window, qtbot).come_back()
    (done,) = [
        button for button in page.pane.details.findChildren(QPushButton) if button.text() == "Done"
    ]
    action = page.pane.details.action_id
    done.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(done, Qt.Key.Key_Space)
    planned = page.planned(action)
    assert planned is not None
    assert planned.action.state is ActionState.DONE
    assert page.pane.details.isAncestorOf(QApplication.focusWidget())
    assert focused_button() in ("Rate it", "Edit")
    stage.workspace.undo()
    assert page.pane.details.isAncestorOf(QApplication.focusWidget())


def test_the_levels_show_the_focus_as_soon_as_a_rating_begins(stage: Stage, qtbot: QtBot) -> None:
    STATES["gaps"].reach(stage)
    Hands(stage.window, qtbot).come_back()
    table = stage.gaps.pane.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    levels = QApplication.focusWidget()
    assert isinstance(levels, QListView)
    (ring,) = levels.findChildren(FocusRing)
    assert (ring.isVisible(), ring.geometry()) == (True, levels.rect())


def test_a_click_rings_nothing(stage: Stage, qtbot: QtBot) -> None:
    STATES["gaps-rule"].reach(stage)
    Hands(stage.window, qtbot).come_back()
    table = stage.gaps.rule.table
    (ring,) = table.findChildren(FocusRing)
    table.clearFocus()
    table.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
    table.clearFocus()
    table.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert ring.isVisible()


def test_what_is_told_is_a_stop_only_where_it_scrolls(stage: Stage) -> None:
    STATES["gaps"].reach(stage)
    details = stage.gaps.pane.details
    bar = details.verticalScrollBar()
    for height, scrolls in ((900, False), (40, True)):
        details.setFixedHeight(height)
        stage.come_to_rest()
        assert (bar.maximum() > 0) is scrolls
        assert (details.focusPolicy() == Qt.FocusPolicy.StrongFocus) is scrolls
