"""The past days that are offered to look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.career import Meeting
from planner.core.keeping.past_days import PastDay, PastDayKind, a_year_before, past_days
from planner.core.people import Person, Position

TODAY = date(2026, 11, 23)
NEW = Person(id="a", name="A", catalogue="c", role="two", since=date(2024, 8, 1))
RISEN = replace(
    NEW, positions=(Position(role="one", since=date(2021, 3, 1), until=date(2024, 7, 31)),)
)


def meeting(on: date, *, is_open: bool = False) -> Meeting:
    return Meeting(id=f"meeting-{on}", on=on, closed=None if is_open else on)


def test_somebody_new_can_look_a_year_back() -> None:
    assert past_days(NEW, (), TODAY) == (PastDay(PastDayKind.YEAR_AGO, date(2025, 11, 23)),)


def test_before_the_present_role_is_the_day_before_it_began() -> None:
    assert past_days(RISEN, (), TODAY)[1] == PastDay(PastDayKind.BEFORE_ROLE, date(2024, 7, 31))


def test_the_last_one_on_one_is_the_newest_that_was_held_and_closed() -> None:
    days = (date(2026, 5, 1), date(2026, 11, 9), TODAY, date(2026, 12, 1))
    prepared = meeting(date(2026, 11, 20), is_open=True)
    found = past_days(NEW, [*(meeting(day) for day in days), prepared], TODAY)
    assert found[-1] == PastDay(PastDayKind.LAST_MEETING, date(2026, 11, 9))
    assert past_days(NEW, [meeting(TODAY)], TODAY)[-1].kind is PastDayKind.YEAR_AGO


def test_a_year_before_the_29th_of_february() -> None:
    assert a_year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert a_year_before(date(2025, 2, 28)) == date(2024, 2, 28)
