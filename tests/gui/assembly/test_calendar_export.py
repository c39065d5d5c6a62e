"""The menu writes the plan as a calendar, and says so or why not."""

from __future__ import annotations

import stat
from pathlib import Path

from icalendar import Calendar
from pytestqt.qtbot import QtBot

from planner.gui.main_window import MainWindow
from tests.gui.answers import Answers
from tests.plan_sample import plan_career, plan_catalogue
from tests.stored import put_career


def export(window: MainWindow, answers: Answers, qtbot: QtBot, *files: Path) -> None:
    answers.files.append(files)
    window.actions_by_key["export-calendar"].trigger()
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)


def test_the_plan_is_written(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    put_career(window.workspace.store, plan_catalogue(), plan_career())
    window.workspace.open_person("sample", "lin-wei")
    export(window, answers, qtbot, tmp_path / "plan")
    written = tmp_path / "plan.ics"
    calendar = Calendar.from_ical(written.read_bytes())
    assert (len(calendar.walk("VTODO")), len(calendar.walk("VEVENT"))) == (9, 3)
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert window.notices.text == (
        f"Written to {written}. Notes, evidence and what was said in one-on-ones are not in it."
    )
    assert window.parts.settings.text("paper/folder") == str(tmp_path)


def test_a_change_of_mind_writes_nothing(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    export(window, answers, qtbot)
    assert list(tmp_path.glob("*.ics")) == []
    assert window.notices.text == ""


def test_what_cannot_be_written_is_told(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    export(window, answers, qtbot, tmp_path / "missing" / "plan.ics")
    assert window.notices.tone == "error"
    assert "cannot be written" in window.notices.text


def test_without_anybody_it_is_not_offered(window: MainWindow) -> None:
    assert window.actions_by_key["export-calendar"].isEnabled()
    window.workspace.close_person()
    window.commands.refresh()
    assert not window.actions_by_key["export-calendar"].isEnabled()


def test_the_plan_page_is_reached_and_leads_to_the_gaps(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_key["page-plan"].trigger()
    page = window.workbench.page
    assert page.key == "plan"
    page.gaps_requested.emit()  # type: ignore[attr-defined]
    assert window.workbench.page.key == "gaps"
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
