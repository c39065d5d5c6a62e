"""`plan`: its order and days in JSON and in words, as a calendar, and on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from planner.core.career import Career
from planner.core.people import Person
from planner.store.database import open_store
from tests.plan_sample import DAY, plan_career, plan_catalogue
from tests.stored import put_career
from tests.terminal import Terminal

TODAY = date.today()


def moved(day: date | None) -> date | None:
    """A day of the sample as far from today as it was from the sample's own day."""
    return None if day is None else day + (TODAY - DAY)


def career_of_today() -> Career:
    """The sample with its days moved, so that its plan today is the one worked out by hand."""
    known = plan_career()
    return replace(
        known,
        ratings=tuple(replace(one, on=min(TODAY, moved(one.on) or TODAY)) for one in known.ratings),
        actions=tuple(
            replace(
                one,
                made=moved(one.made) or TODAY,
                start=moved(one.start),
                due=moved(one.due),
                finished=moved(one.finished),
            )
            for one in known.actions
        ),
        meetings=tuple(
            replace(
                one, on=moved(one.on) or TODAY, closed=moved(one.closed), next_on=moved(one.next_on)
            )
            for one in known.meetings
        ),
    )


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The terminal on a store with the sample plan, and somebody who plans nothing."""
    file = tmp_path / "planner.db"
    store = open_store(file, backups=tmp_path / "backups", today=TODAY)
    put_career(store, plan_catalogue(), career_of_today())
    from planner.core.keeping.person_edits import add_person

    idle = Person(id="idle", name="Ida", catalogue="sample", role="host", since=date(2020, 1, 1))
    store.apply(add_person(idle))
    store.close()
    return Terminal(file, capsys)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def in_days(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def test_the_plan_in_json(run: Terminal) -> None:
    told: dict[str, Any] = run("plan", "lin-wei", "--json").json
    assert list(told) == [
        "person",
        "as_of",
        "done_by",
        "hours_a_week",
        "hours",
        "unestimated",
        "actions",
    ]
    assert told["person"] == "lin-wei"
    assert told["as_of"] == TODAY.isoformat()
    assert (told["hours_a_week"], told["hours"]) == (3.0, 95.0)
    assert told["done_by"] == in_days(222)
    assert told["unestimated"] == ["action-6"]
    actions = {action["id"]: action for action in told["actions"]}
    assert list(actions) == [f"action-{number}" for number in (4, 2, 1, 3, 5, 7, 6, 8, 9)]
    assert actions["action-2"] == {
        "id": "action-2",
        "title": "Take the course on contract basics",
        "kind": "education",
        "skill": "contract-law",
        "from": 1.0,
        "to": 2.0,
        "owner": "employee",
        "state": "planned",
        "start": None,
        "due": iso(moved(date(2026, 12, 15))),
        "hours": 12.0,
        "finish": in_days(42),
        "fits": False,
        "overdue": False,
        "finished": None,
        "meeting": None,
    }
    assert [actions[f"action-{n}"]["fits"] for n in (1, 3, 4, 6)] == [True, None, False, None]
    assert [id_ for id_, one in actions.items() if one["overdue"]] == ["action-4", "action-7"]
    assert (actions["action-7"]["owner"], actions["action-7"]["finish"]) == ("manager", None)
    assert actions["action-7"]["meeting"] == "meeting-2"
    assert actions["action-8"]["finished"] == iso(moved(date(2026, 4, 20)))


def test_numbers_are_not_rounded(run: Terminal) -> None:
    store = open_store(run.store, backups=run.store.parent / "backups", today=TODAY)
    from planner.core.keeping.career_edits import change_action

    career = store.career("sample", "lin-wei")
    third = next(action for action in career.actions if action.id == "action-3")
    # A third of the way from 100 to 200 hours, as far as a float goes.
    store.apply(change_action(career.person, third, replace(third, to_level=2 + 1 / 3)))
    store.close()
    told = run("plan", "lin-wei", "--json").json
    (hours,) = [one["hours"] for one in told["actions"] if one["id"] == "action-3"]
    assert hours == pytest.approx(100 / 3, abs=1e-12)
    assert told["hours"] == pytest.approx(45 + 100 / 3, abs=1e-12)


def test_the_plan_in_words(run: Terminal) -> None:
    told = run("--language", "en", "plan", "lin-wei")
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0] == "Lin Wei: plan, the gaps to Regional client director first"
    assert lines[1].startswith("95 h left: done by ")
    assert lines[2] == "2 overdue · 2 do not fit before they are due · 1 without an estimate"
    rows = [line.split()[0] for line in lines if line.startswith("action-")]
    assert rows == [f"action-{number}" for number in (4, 2, 1, 3, 5, 7, 6, 8, 9)]
    assert "overdue 13 days" in told.out
    assert "≈ 12" in told.out
    assert "Order: actions for open essential gaps" in lines[-1]
    assert "按每周 3 小时" in run("--language", "zh_CN", "plan", "lin-wei").out


def test_who_plans_nothing_is_told_so(run: Terminal) -> None:
    assert run("--language", "en", "plan", "idle").out == (
        "Ida: plan, the gaps to Host first\nNothing is planned yet.\n"
    )
    assert run("plan", "idle", "--json").json == {
        "person": "idle",
        "as_of": TODAY.isoformat(),
        "done_by": None,
        "hours_a_week": 3.0,
        "hours": 0.0,
        "unestimated": [],
        "actions": [],
    }


def test_the_plan_as_a_calendar(run: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "plan.ics"
    told = run("--language", "en", "plan", "lin-wei", "--ics", to)
    assert (told.code, told.out) == (0, f"Written to {to}\n")
    calendar = Calendar.from_ical(to.read_bytes())
    assert len(calendar.walk("VTODO")) == 9
    assert len(calendar.walk("VEVENT")) == 3
    both = run("plan", "lin-wei", "--json", "--ics", to).json
    assert len(both["actions"]) == 9


def test_slips_are_told(run: Terminal, tmp_path: Path) -> None:
    assert "nobody" in run.refused("plan", "nobody")
    assert "missing" in run.refused("plan", "lin-wei", "--ics", tmp_path / "missing" / "x.ics")
    assert "--as-of" in run.refused("plan", "lin-wei", "--as-of", "2026-01-01")


@pytest.mark.parametrize("ending", ["pdf", "svg", "png"])
def test_the_plan_is_printed(run: Terminal, tmp_path: Path, ending: str) -> None:
    to = tmp_path / f"plan.{ending}"
    told = run("--language", "en", "print", "lin-wei", "--what", "plan", "--to", to)
    assert (told.code, told.err) == (0, "")
    files = [Path(line.removeprefix("Written to ")) for line in told.out.splitlines()]
    assert files
    assert all(file.stat().st_size > 1000 for file in files)


def test_the_plan_is_printed_as_of_a_past_day(run: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "plan.pdf"
    day = moved(date(2026, 2, 10))
    told = run("print", "lin-wei", "--what", "plan", "--to", to, "--as-of", str(day))
    assert (told.code, told.err) == (0, "")
