"""The past days that one would look back at: a year ago, before a change of role, a one-on-one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.core.career import Meeting
from planner.core.people import Person


class PastDayKind(StrEnum):
    """What makes a past day worth looking at."""

    YEAR_AGO = "year-ago"
    BEFORE_ROLE = "before-role"
    LAST_MEETING = "last-meeting"


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day before today, and why."""

    kind: PastDayKind
    day: date


def past_days(person: Person, meetings: Iterable[Meeting], today: date) -> tuple[PastDay, ...]:
    """Return the days to offer, those there are: all of them lie before `today`.

    *Before the last change of role* is the day before the present role began, where another one was
    held until then.
    """
    days = [PastDay(PastDayKind.YEAR_AGO, a_year_before(today))]
    present = person.position_on(today)
    if any(position.since < present.since for position in person.positions):
        days.append(PastDay(PastDayKind.BEFORE_ROLE, present.since - timedelta(days=1)))
    held = [meeting.on for meeting in meetings if meeting.is_closed and meeting.on < today]
    if held:
        days.append(PastDay(PastDayKind.LAST_MEETING, max(held)))
    return tuple(day for day in days if day.day < today)


def a_year_before(day: date) -> date:
    """Return the same day of the year before; 28 February for 29 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
