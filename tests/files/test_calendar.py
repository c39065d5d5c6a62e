"""The calendar reads back by the same library as what was planned, and keeps what is private."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from planner.core.career import Action, Career
from planner.core.errors import PlannerError
from planner.core.text import Texts
from planner.files.calendar import calendar_text, write_calendar
from tests.plan_sample import DAY, plan_actions, plan_career, plan_catalogue


def read(career: Career, texts: Texts, today: date = DAY) -> Any:
    return Calendar.from_ical(calendar_text(career, plan_catalogue(), texts, today))


def todos(career: Career, texts: Texts) -> dict[str, Any]:
    return {str(todo["summary"]): todo for todo in read(career, texts).walk("VTODO")}


def events(career: Career, texts: Texts) -> list[Any]:
    return list(read(career, texts).walk("VEVENT"))


def test_actions_are_to_dos(english: Texts) -> None:
    by_title = todos(plan_career(), english)
    assert len(by_title) == 9
    under_way = by_title["Mark up two live contracts with a lawyer beside you"]
    assert under_way["status"] == "IN-PROCESS"
    assert under_way["percent-complete"] == 50
    assert under_way.decoded("dtstart") == date(2026, 10, 5)
    assert under_way.decoded("due") == date(2027, 3, 31)
    assert under_way["description"] == "Contract law 1 → 3"
    done = by_title["Lead the Kestrel renewal"]
    assert (done["status"], done["percent-complete"]) == ("COMPLETED", 100)
    assert done.decoded("completed") == datetime(2026, 4, 20, 12, tzinfo=UTC)
    assert "due" not in done
    dropped = by_title["Translate the price list"]
    assert (dropped["status"], dropped["percent-complete"]) == ("CANCELLED", 0)
    managers = by_title["Ask for a place in the contract course"]
    assert managers["status"] == "NEEDS-ACTION"
    assert managers["description"] == "the manager's"
    assert {todo["class"] for todo in by_title.values()} == {"PRIVATE"}


def test_one_on_ones_are_events_of_a_day(english: Texts) -> None:
    found = events(plan_career(), english)
    assert [event.decoded("dtstart") for event in found] == [
        date(2026, 5, 4),
        date(2026, 11, 9),
        date(2026, 12, 7),
    ]
    assert found[0].decoded("dtend") == date(2026, 5, 5)
    assert [event["status"] for event in found] == ["CONFIRMED", "CONFIRMED", "TENTATIVE"]
    assert {str(event["summary"]) for event in found} == {"One-on-one: Lin Wei"}


def test_the_next_one_on_one_keeps_its_identity_once_it_is_prepared(english: Texts) -> None:
    career = plan_career()
    *_, agreed_upon = events(career, english)
    prepared = replace(
        career.meetings[-1], id="meeting-3", on=date(2026, 12, 9), closed=None, next_on=None
    )
    *_, moved = events(replace(career, meetings=(*career.meetings, prepared)), english)
    assert moved["uid"] == agreed_upon["uid"]
    assert moved.decoded("dtstart") == date(2026, 12, 9)


def test_identities_are_stable_and_each_its_own(english: Texts) -> None:
    first, later = read(plan_career(), english), read(plan_career(), english, date(2027, 1, 1))
    ids = [str(part["uid"]) for part in first.subcomponents]
    assert ids == [str(part["uid"]) for part in later.subcomponents]
    assert len(set(ids)) == len(ids) == 12
    career = plan_career()
    other = replace(career, person=replace(career.person, id="somebody-else"))
    assert not {*ids} & {str(part["uid"]) for part in read(other, english).subcomponents}


def test_what_is_private_is_not_in_it(english: Texts) -> None:
    first, *others = plan_actions()
    secret = replace(first, notes="My own note", evidence="My own file")
    said = calendar_text(plan_career(secret, *others), plan_catalogue(), english, DAY)
    unfolded = said.replace("\r\n ", "")
    for words in ("My own note", "My own file", "Never to be seen", "Shared words", "Minutes"):
        assert words not in unfolded


def test_a_start_on_or_after_the_due_day_is_left_out(english: Texts) -> None:
    same = Action(id="action-1", title="One day", made=DAY, start=DAY, due=DAY)
    todo = todos(plan_career(same), english)["One day"]
    assert "dtstart" not in todo
    assert todo.decoded("due") == DAY


@pytest.mark.parametrize(
    "title", ["a, b; c\\d", "two\nlines", "很长的标题" * 60, "😀 <b>x</b>", "BEGIN:VEVENT"]
)
def test_any_title_reads_back(title: str, english: Texts) -> None:
    action = Action(id="action-1", title=title, made=DAY)
    assert list(todos(plan_career(action), english)) == [title]


def test_control_characters_are_left_out(english: Texts) -> None:
    action = Action(id="action-1", title="a\x00b\x1bc", made=DAY)
    assert list(todos(plan_career(action), english)) == ["abc"]


def test_a_step_of_an_unknown_skill_is_no_fault(english: Texts) -> None:
    action = Action(id="action-1", title="x", made=DAY, skill="gone", to_level=1.0)
    assert "description" not in todos(plan_career(action), english)["x"]


def test_the_last_day_of_all_is_no_fault(english: Texts) -> None:
    meeting = replace(plan_career().meetings[0], next_on=date.max)
    *_, last = events(replace(plan_career(), meetings=(meeting,)), english)
    assert last.decoded("dtstart") == date.max


def test_the_file_is_whole_and_its_owners_alone(tmp_path: Path, english: Texts) -> None:
    to = tmp_path / "plan.ics"
    to.write_text("before")
    to.chmod(0o644)
    write_calendar(plan_career(), plan_catalogue(), english, DAY, to)
    written = to.read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["plan.ics"]


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    tmp_path: Path, english: Texts
) -> None:
    for to in (tmp_path / "missing" / "plan.ics", tmp_path):
        with pytest.raises(PlannerError):
            write_calendar(plan_career(), plan_catalogue(), english, DAY, to)
    assert list(tmp_path.iterdir()) == []
