"""A year of use through the window: assess, agree, plan, meet, promote, look back, and undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import planner.gui.look.figure_painting  # noqa: F401 - matplotlib starts a thread while it lists fonts
from planner.files.yaml_text import parse_yaml
from planner.gui.main_window import MainWindow
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.meeting.page import MeetingPage
from planner.store.store import Store
from tests.gui.answers import Answers
from tests.gui.year_driver import Clock, WindowYear
from tests.terminal import Terminal
from tests.test_year_of_use import Year
from tests.year_of_use import KEPT, PERSON, YEAR


@pytest.fixture
def clock() -> Clock:
    """The day of the first step."""
    return Clock(date.fromisoformat(YEAR[0].day))


@pytest.fixture
def year(
    open_window: Callable[..., MainWindow],
    empty_store: Store,
    clock: Clock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> WindowYear:
    """The window at the first start, on the first day of the year."""
    # An id is random, as it must not tell the name; the terminal's half has chosen one.
    monkeypatch.setattr("planner.gui.welcome.new_person_id", lambda: PERSON)
    window = open_window(empty_store, today=clock)
    # The test screen is smaller; there a click lands beside what is scrolled out of sight.
    window.resize(1280, 800)
    window.store_commands.say_at_start()
    qtbot.waitUntil(window.welcome.begin.isEnabled)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return WindowYear(window, clock, qtbot)


def exported(window: MainWindow, answers: Answers, file: Path, qtbot: QtBot) -> str:
    """Export the person with the private notes by the menu."""
    answers.files.append((file,))
    window.actions_by_key["export-person-private"].trigger()
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
    return file.read_text("utf-8")


def through_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Take the same steps through the terminal, and return its export."""
    terminal = Terminal(folder / "terminal" / "planner.db", capsys)
    steps = Year(terminal, folder)
    for step in YEAR:
        steps.run(step)
    assert terminal("export", PERSON, "--to", folder / "terminal.yaml").code == 0
    return (folder / "terminal.yaml").read_text("utf-8")


def rows_about_people(store: Store) -> dict[str, int]:
    """Return how many rows about people each table has."""
    tables = ("person", "position", "rating", "wish", "action", "meeting", "kpi_result")
    with closing(sqlite3.connect(store.path)) as reader:
        return {
            table: reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
        }


def looks_back(year: WindowYear) -> None:
    """Look at the last day of May: another role, the levels by then, three one-on-ones."""
    window = year.window
    assert "Account manager · 2\u00a0m" in window.header.person.accessibleName()
    year.look_back("2025-05-31")
    # From 1 February 2022: three years, and almost four months.
    assert (
        "Junior account manager · 3\u00a0y\u00a03\u00a0m" in window.header.person.accessibleName()
    )
    window.show_page("gaps")
    page = window.workbench.page
    assert isinstance(page, GapsPage)
    assert page.gap is not None
    counting = {gap.skill: gap.rating.level for gap in page.gap.skills if gap.rating is not None}
    # Agreed in January; it was agreed anew in September.
    assert counting["crm-reading"] == 1
    window.show_page("meeting")
    meetings = window.workbench.page
    assert isinstance(meetings, MeetingPage)
    assert [entry.thing for entry in meetings.past.list.entries()] == [
        "meeting-3",
        "meeting-2",
        "meeting-1",
    ]
    year.back_to_today()


def test_a_year_through_the_window_keeps_what_was_done(
    year: WindowYear,
    empty_store: Store,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for step in YEAR:
        year.run(step)
    window, end = year.window, empty_store.career("am-lm", PERSON)
    rows = rows_about_people(empty_store)
    # As many as are written out in KEPT.
    assert rows == {
        "person": 1,
        "position": 1,
        "rating": 17,
        "wish": 1,
        "action": 5,
        "meeting": 6,
        "kpi_result": 4,
    }
    looks_back(year)
    written = exported(window, answers, tmp_path / "year.yaml", qtbot)
    assert parse_yaml(written) == {"people": [KEPT]}
    assert written == through_the_terminal(tmp_path, capsys)
    undone = 0
    while window.workspace.history.next_undo is not None:
        window.actions_by_key["undo"].trigger()
        undone += 1
    assert undone > len(YEAR)
    assert window.welcome.isVisible()
    assert rows_about_people(empty_store) == dict.fromkeys(rows, 0)
    assert empty_store.integrity() == ()
    # Nothing of it was lost on the way.
    while window.workspace.history.next_redo is not None:
        window.actions_by_key["redo"].trigger()
    assert empty_store.career("am-lm", PERSON) == end
