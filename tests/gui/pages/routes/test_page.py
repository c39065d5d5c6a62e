"""The ways to a target in the window: found, walked by keys, restricted, planned and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from planner.core import routes
from planner.core.career import Action
from planner.core.keeping.person_edits import add_person, clear_target, rate
from planner.core.model import Catalogue, MoveKind
from planner.core.people import Person, Rater, Rating
from planner.core.routing.moves import RouteQuery
from planner.core.text import Message, same_text
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.routes.page import RoutesPage
from planner.gui.state.ways import Ways
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from tests.gui.pages.gaps.test_page import put
from tests.route_sample import asks, catalogue_of, move, role

TODAY = date(2026, 11, 23)
SAMPLE = ("am-lm", "sample-am")


def framework() -> Catalogue:
    """From `a` to `z` at once after long, or by `m` soon but with more to learn; to `n` nothing."""
    names = {"a": "Adviser", "m": "Manager", "z": "Head", "n": "Nowhere"}
    plain = catalogue_of(
        [
            role("a", requires=asks(talk=1)),
            role("m", "line", 2, requires=asks(talk=2, law=1)),
            role("z", rank=3, requires=asks(talk=2)),
            role("n", rank=3),
        ],
        [
            move("a", "z", (9, 11)),
            move("a", "m", (1, 3), "track-change"),
            move("m", "z", (1, 1)),
        ],
    )
    roles = tuple(replace(one, name=same_text(names[one.id])) for one in plain.roles)
    return replace(plain, roles=roles)


def ann(target: str | None = "z") -> Person:
    """An adviser for a year, at two hours a week."""
    return Person(
        id="ann",
        name="Ann",
        catalogue="c",
        role="a",
        since=date(2025, 11, 23),
        target=target,
        hours_a_week=2.0,
    )


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """A workspace that looks at the adviser."""
    rating = Rating(entry=1, skill="talk", level=1.0, by=Rater.AGREED, on=date(2026, 1, 1))
    put(workspace.store, framework(), ann(), [rating])
    workspace.open_person("c", "ann")
    return workspace


@pytest.fixture
def page(
    small: Workspace, theme: Theme, icons: Icons, tasks: Tasks, qtbot: QtBot
) -> Iterator[RoutesPage]:
    """The page with the ways to the target."""
    made = RoutesPage(small, theme, icons, tasks, Ways(small, tasks, tasks))
    made.resize(1184, 744)
    made.offer("")
    made.show()
    made.activateWindow()
    settle(qtbot, tasks)
    yield made
    made.close()
    made.deleteLater()


def settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy)
    QApplication.processEvents()


def cards(page: RoutesPage) -> list[tuple[str, ...]]:
    return [card.line.key for card in page.body.cards.rows if card.line is not None]


def in_sight(page: RoutesPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, page: RoutesPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or page, key)


# what is shown


def test_it_shows_every_best_way_with_its_figures(page: RoutesPage) -> None:
    assert cards(page) == [("a", "m", "z"), ("a", "z")]
    by_m, at_once = (card.line for card in page.body.cards.rows)
    assert by_m is not None
    assert at_once is not None
    # talk 1 → 2 is 104 h and law 0 → 1 is 52 h: 1.5 years at 2 h a week, beyond the stay of 1 year;
    # at the most 3 − 1 years. From m on there is nothing to learn, so a stay of 1 year.
    assert (by_m.title, by_m.years, by_m.hours, by_m.moves) == (
        "Fastest · Both experiences",
        "2.5–3\u00a0y",
        "156\u00a0h",
        "2 moves",
    )
    # talk 1 → 2 alone: 104 h; 9 − 1 to 11 − 1 years.
    assert (at_once.title, at_once.years, at_once.hours) == (
        "Least learning · Fewest moves",
        "8–10\u00a0y",
        "104\u00a0h",
    )
    assert "Every route was searched." in in_sight(page)
    assert "at 2 h a week" in page.header.subtitle


def test_the_step_says_what_becomes_of_each_skill(page: RoutesPage) -> None:
    step = page.body.details.step
    assert step.heading.text() == "Step 1 · Adviser → Manager"
    assert [column.heading for column in step.columns.columns] == [
        "Keep 0",
        "Raise 1",
        "Learn 1",
        "Leave behind 0",
    ]
    assert step.caveats.text() == "The whole route rests on 1 unrated skill (52\u00a0h)"


def test_the_chart_has_a_twin_that_says_the_same(page: RoutesPage, qtbot: QtBot) -> None:
    chart = page.body.details.chart
    assert chart.chart.has_figure
    page.body.cards.focus_chosen()
    press(qtbot, page, Qt.Key.Key_T)
    assert chart.table.isVisible()
    assert [row[0] for row in chart.model.words] == ["Adviser", "Manager", "Head"]
    assert "Arrival" in chart.note


# by keys alone


def test_a_story_by_keys(page: RoutesPage, small: Workspace, tasks: Tasks, qtbot: QtBot) -> None:
    assert page.body.cards.place() == 0
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.body.details.step.heading.text() == "Step 2 · Manager → Head"
    press(qtbot, page, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert page.body.details.number == 0
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.ways.route is not None
    assert page.ways.route.roles == ("a", "z")
    assert page.body.details.step.heading.text() == "Step 1 · Adviser → Head"
    with qtbot.waitSignal(page.map_requested):
        press(qtbot, page, Qt.Key.Key_Return)
    page.header.rule_button.setFocus()
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.body.is_rule_open
    assert "Hours: a move costs" in page.body.rule.rule.text()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert not page.body.is_rule_open
    assert page.header.rule_button.hasFocus()
    with qtbot.waitSignal(page.closed):
        press(qtbot, page, Qt.Key.Key_Escape)


# restricted


def test_filters_leave_ways_out(page: RoutesPage, tasks: Tasks, qtbot: QtBot) -> None:
    filters = page.header.filters
    filters.avoid.chosen.emit("m")
    settle(qtbot, tasks)
    assert cards(page) == [("a", "z")]
    assert filters.avoid.text() == "Not through: Manager"
    filters.through.chosen.emit("m")
    settle(qtbot, tasks)
    # Through and not through the same role cannot be meant.
    assert cards(page) == [("a", "m", "z")]
    filters.reset_button.click()
    settle(qtbot, tasks)
    assert len(cards(page)) == 2
    filters.open_kinds()
    ticks = filters._list
    assert ticks is not None
    place = [ticks.item(row).text() for row in range(ticks.count())].index("change of track")
    ticks.setCurrentRow(place)
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    settle(qtbot, tasks)
    assert cards(page) == [("a", "z")]
    assert page.ways.query is not None
    assert page.ways.query.kinds == frozenset({MoveKind.PROMOTION})
    qtbot.keyClick(ticks, Qt.Key.Key_Escape)


def test_no_way_is_said_with_what_to_do(page: RoutesPage, tasks: Tasks, qtbot: QtBot) -> None:
    page.header.filters.through.chosen.emit("m")
    page.header.filters.allow_moves(1)
    settle(qtbot, tasks)
    assert not page.shows_routes
    assert "There is no way to Head." in page.notice.said
    assert "at least 1 move" in page.notice.said
    assert "Allow more moves." in page.notice.said
    assert page.on_paper() == ("", "")
    page.notice.button.click()
    settle(qtbot, tasks)
    assert page.shows_routes


def test_a_role_that_no_move_leads_to(page: RoutesPage, tasks: Tasks, qtbot: QtBot) -> None:
    page.offer("n")
    settle(qtbot, tasks)
    assert "No moves lead from the present role to Nowhere." in page.notice.said
    assert not page.notice.button.isVisible()


# empty


def test_nobody_has_no_ways(page: RoutesPage, small: Workspace) -> None:
    small.close_person()
    assert "Nobody is open." in page.notice.said


def test_without_a_target_a_role_is_asked_for(
    page: RoutesPage, small: Workspace, tasks: Tasks, qtbot: QtBot
) -> None:
    small.store.apply(add_person(replace(ann(None), id="ben", name="Ben")))
    small.open_person("c", "ben")
    settle(qtbot, tasks)
    assert "Where do you want to go?" in page.notice.said
    page.header.chooser.chosen.emit("m")
    settle(qtbot, tasks)
    assert cards(page) == [("a", "m")]


def test_the_present_role_needs_no_way(page: RoutesPage, tasks: Tasks, qtbot: QtBot) -> None:
    page.offer("a")
    settle(qtbot, tasks)
    assert "Adviser is the present role." in page.notice.said


# the plan


def test_it_becomes_the_plan_and_is_undone(
    page: RoutesPage, small: Workspace, tasks: Tasks, qtbot: QtBot
) -> None:
    said: list[tuple[tuple[Message, ...], bool]] = []
    page.planned.connect(lambda sentences, can_undo: said.append((sentences, can_undo)))
    page.offer("m")
    settle(qtbot, tasks)
    page.body.details.step.plan_button.click()
    settle(qtbot, tasks)

    def steps() -> list[tuple[str | None, float | None]]:
        actions: tuple[Action, ...] = small.career().actions
        return [(action.skill, action.to_level) for action in actions]

    planned = [("talk", 2.0), ("law", 1.0)]
    assert steps() == planned
    assert small.person is not None
    assert small.person.target == "z"
    words = [small.texts.word(one) for one in said[0][0]]
    assert words == [
        "2 actions were added to the plan, for Manager.",
        "The target stays Head.",
    ]
    for _ in range(3):
        small.undo()
        assert steps() == []
        assert small.person.target == "z"
        small.redo()
        assert steps() == planned
    page.body.details.step.plan_button.click()
    assert small.texts.word(said[1][0][0]).startswith("All that the first move requires")
    assert said[1][1] is False


def test_its_end_becomes_the_target_of_somebody_without_one(
    page: RoutesPage, small: Workspace, tasks: Tasks, qtbot: QtBot
) -> None:
    assert small.person is not None
    small.do(clear_target(small.person))
    said: list[tuple[Message, ...]] = []
    page.planned.connect(lambda sentences, _can_undo: said.append(sentences))
    page.offer("m")
    settle(qtbot, tasks)
    page.body.details.step.plan_button.click()
    settle(qtbot, tasks)
    assert small.person.target == "m"
    assert small.texts.word(said[0][-1]) == "The target is now Manager."
    # Another target, and all else is planned: only that is said.
    small.do(clear_target(small.person))
    page.body.details.step.plan_button.click()
    assert [small.texts.word(one) for one in said[1]] == ["The target is now Manager."]


def test_nothing_is_planned_on_a_past_day(
    page: RoutesPage, small: Workspace, tasks: Tasks, qtbot: QtBot
) -> None:
    small.look_at(date(2026, 6, 1))
    settle(qtbot, tasks)
    assert page.shows_routes
    assert not page.body.details.step.plan_button.isEnabled()
    page.make_plan()
    assert small.career().actions == ()


# kept up to date


def test_a_rating_changes_the_ways(
    page: RoutesPage, small: Workspace, tasks: Tasks, qtbot: QtBot
) -> None:
    assert small.person is not None
    assert small.catalogue is not None
    entry = small.store.next_entry()
    rating = Rating(entry=entry, skill="talk", level=2.0, by=Rater.AGREED, on=TODAY)
    assert small.do(rate(small.person, rating, small.catalogue))
    settle(qtbot, tasks)
    by_m = page.body.cards.rows[0].line
    assert by_m is not None
    assert by_m.hours == "52\u00a0h"
    small.undo()
    settle(qtbot, tasks)
    again = page.body.cards.rows[0].line
    assert again is not None
    assert again.hours == "156\u00a0h"


def test_it_speaks_and_looks_otherwise(
    page: RoutesPage, small: Workspace, theme: Theme, tasks: Tasks, qtbot: QtBot
) -> None:
    small.set_language("zh_CN")
    settle(qtbot, tasks)
    assert page.title() == "路线"
    assert page.body.cards.rows[0].line is not None
    assert page.body.cards.rows[0].line.title == "最快 · 两种经历兼备"
    assert "保持 0" in in_sight(page)
    page.apply_theme(replace(theme, text_factor=1.5))
    settle(qtbot, tasks)
    assert page.body.is_stacked
    # Below a list of two the chosen route begins without an empty stretch between.
    *_, area = (
        one for one in page.body.findChildren(QScrollArea) if one.isAncestorOf(page.body.note)
    )
    qtbot.waitUntil(lambda: area.height() < 1.5 * 360)
    note = page.body.note
    foot = note.mapTo(area, note.rect().bottomLeft()).y()
    assert 0 <= area.height() - foot < 60


def test_a_search_can_be_stopped_and_taken_up(
    page: RoutesPage, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search that takes long shows how far it is, and stops where the person wants it."""
    plain = routes.find_routes

    def slow(*what: object, check: Callable[[float], None], **more: object) -> object:
        while page.notice.button.text() != "Stop":
            check(0.4)
        while True:
            check(0.4)

    monkeypatch.setattr(routes, "find_routes", slow)
    page.offer("m")
    qtbot.waitUntil(lambda: page.notice.button.text() == "Stop")
    qtbot.waitUntil(lambda: page.notice.bar.value() == 40)
    page.notice.button.click()
    settle(qtbot, tasks)
    assert "The search was stopped." in page.notice.said
    monkeypatch.setattr(routes, "find_routes", plain)
    page.notice.button.click()
    settle(qtbot, tasks)
    assert cards(page) == [("a", "m")]


# in the window


def test_the_window_leads_there_and_to_the_map(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.open_person(*SAMPLE)
    tasks = window.parts.tasks
    window.show()
    settle(qtbot, tasks)
    action = window.actions_by_key["routes"]
    assert action.shortcut() == QKeySequence("Ctrl+J")
    action.trigger()
    settle(qtbot, tasks)
    page = window.workbench.covering
    assert isinstance(page, RoutesPage)
    assert page.shows_routes
    assert window.actions_by_key["print"].isEnabled()
    map_page = window.workbench.page_of("map")
    assert isinstance(map_page, MapPage)
    page.body.details.step.map_button.click()
    settle(qtbot, tasks)
    assert window.workbench.covering is None
    line = map_page.routes.line
    assert line is not None
    assert line.isVisible()
    assert map_page._state.route == page.ways.route.roles  # type: ignore[union-attr]
    line.drop_button.click()
    settle(qtbot, tasks)
    assert not line.isVisible()
    action.trigger()
    settle(qtbot, tasks)
    page.body.details.step.plan_button.click()
    settle(qtbot, tasks)
    assert "added to the plan" in window.notices.text
    before = len(window.workspace.career().actions)
    window.notices.act()
    assert len(window.workspace.career().actions) < before
    page.header.back.click()
    assert window.workbench.covering is None


def test_the_gaps_lead_there(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.open_person(*SAMPLE)
    window.show()
    window.show_page("gaps")
    settle(qtbot, window.parts.tasks)
    gaps = window.workbench.page
    gaps.header.ways_button.click()  # type: ignore[attr-defined]
    settle(qtbot, window.parts.tasks)
    page = window.workbench.covering
    assert isinstance(page, RoutesPage)
    assert page.target == gaps.role_id  # type: ignore[attr-defined]


def test_a_later_question_takes_the_place_of_an_earlier_one(
    small: Workspace, tasks: Tasks, qtbot: QtBot
) -> None:
    ways = Ways(small, tasks, tasks)
    ways.ask(RouteQuery(target="z"))
    ways.ask(RouteQuery(target="m"))
    settle(qtbot, tasks)
    assert ways.routes is not None
    assert ways.routes.query.target == "m"
    ways.drop()
    assert ways.routes is None
    assert ways.route is None


def test_ways_that_were_only_looked_at_leave_the_map_as_it_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.workspace.open_person(*SAMPLE)
    tasks = window.parts.tasks
    window.show()
    settle(qtbot, tasks)
    map_page = window.workbench.page_of("map")
    assert isinstance(map_page, MapPage)
    to_target = map_page._state.route
    assert to_target[-1] == "chief-customer-officer"
    map_page.routes_requested.emit("strategic-account-manager")
    settle(qtbot, tasks)
    page = window.workbench.covering
    assert isinstance(page, RoutesPage)
    page.header.back.click()
    settle(qtbot, tasks)
    assert map_page.isVisible()
    assert (map_page._state.route, map_page.routes.line) == (to_target, None)
    # Shown on demand, and no longer once those to another role are looked at.
    map_page.routes_requested.emit("strategic-account-manager")
    settle(qtbot, tasks)
    page.body.details.step.map_button.click()
    settle(qtbot, tasks)
    assert map_page._state.route[-1] == "strategic-account-manager"
    map_page.routes_requested.emit("business-unit-director")
    settle(qtbot, tasks)
    page.header.back.click()
    settle(qtbot, tasks)
    line = map_page.routes.line
    assert line is not None
    assert not line.isVisible()
    assert map_page._state.route == to_target
