"""A person's plan as a calendar: actions as to-dos, one-on-ones as events, by iCalendar (RFC 5545).

What is written in notes, evidence and one-on-ones is not in it: calendars are often shared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from planner.core.career import Action, ActionState, Career, Meeting, Owner
from planner.core.keeping.career_edits import next_id
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.text import Texts
from planner.files.private_file import write_private

if TYPE_CHECKING:
    from icalendar import Event, Todo

_STATUS = {
    ActionState.PLANNED: ("NEEDS-ACTION", 0),
    ActionState.DOING: ("IN-PROCESS", 50),
    ActionState.DONE: ("COMPLETED", 100),
    ActionState.DROPPED: ("CANCELLED", 0),
}
_NOON = time(12)


def write_calendar(
    career: Career, catalogue: Catalogue, texts: Texts, today: date, to: Path
) -> None:
    """Write somebody's calendar to a file that only its owner can read.

    Raise PlannerError where it cannot be written.
    """
    write_private(calendar_text(career, catalogue, texts, today), to)


def calendar_text(career: Career, catalogue: Catalogue, texts: Texts, today: date) -> str:
    """Return somebody's calendar; an action or a one-on-one has the same UID each time."""
    # Imported here: only a calendar needs the library.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Career Planner//career-planner//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _plain(texts.tr("{name}: plan", name=career.person.name)))
    for action in career.actions:
        calendar.add_component(_todo(action, career.person, catalogue, texts, today))
    for id_, day, is_to_come in _days_met(career):
        calendar.add_component(_event(id_, day, is_to_come, career.person, texts, today))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _uid(person: Person, id_: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"career-planner:{person.catalogue}/{person.id}/{id_}"))


def _todo(action: Action, person: Person, catalogue: Catalogue, texts: Texts, today: date) -> Todo:
    from icalendar import Todo

    status, percent = _STATUS[action.state]
    todo = Todo()
    todo.add("uid", _uid(person, action.id))
    todo.add("dtstamp", _at_noon(today))
    todo.add("created", _at_noon(action.made))
    todo.add("summary", _plain(action.title))
    if words := _about(action, catalogue, texts):
        todo.add("description", _plain(words))
    if action.start is not None and (action.due is None or action.start < action.due):
        todo.add("dtstart", action.start)
    if action.due is not None:
        todo.add("due", action.due)
    todo.add("status", status)
    todo.add("percent-complete", percent)
    if action.state is ActionState.DONE and action.finished is not None:
        todo.add("completed", _at_noon(action.finished))
    todo.add("class", "PRIVATE")
    return todo


def _about(action: Action, catalogue: Catalogue, texts: Texts) -> str:
    """Return the skill and step of an action, and that it is the manager's if it is."""
    parts = []
    if action.skill is not None and catalogue.has_skill(action.skill):
        name = texts.pick(catalogue.skill(action.skill).name)
        parts.append(name)
        if action.to_level is not None:
            low = "–" if action.from_level is None else texts.number(action.from_level)
            high = texts.number(action.to_level)
            step = texts.tr("{held} → {required}", held=low, required=high)
            parts = [texts.tr("{skill} {level}", skill=name, level=step)]
    if action.owner is Owner.MANAGER:
        parts.append(texts.tr("the manager's"))
    return texts.tr("; ").join(parts)


def _days_met(career: Career) -> Iterator[tuple[str, date, bool]]:
    """Yield the id and day of each one-on-one, and whether it is only agreed upon.

    The one to come has the id that it will get, so that it moves in the calendar rather than
    stand there twice.
    """
    meetings = sorted(career.meetings, key=_by_day)
    for meeting in meetings:
        yield meeting.id, meeting.on, not meeting.is_closed
    if meetings and meetings[-1].is_closed and meetings[-1].next_on is not None:
        yield next_id("meeting", [one.id for one in meetings]), meetings[-1].next_on, True


def _by_day(meeting: Meeting) -> tuple[date, str]:
    return meeting.on, meeting.id


def _event(
    id_: str, day: date, is_to_come: bool, person: Person, texts: Texts, today: date
) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(person, id_))
    event.add("dtstamp", _at_noon(today))
    event.add("summary", _plain(texts.tr("One-on-one: {name}", name=person.name)))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("status", "TENTATIVE" if is_to_come else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _at_noon(day: date) -> datetime:
    """Return noon of a day: the same day nearly wherever the calendar is read."""
    return datetime.combine(day, _NOON, UTC)


def _plain(words: str) -> str:
    """Return words without the control characters that no calendar may hold."""
    return "".join(letter for letter in words if letter.isprintable() or letter in "\n\t")
