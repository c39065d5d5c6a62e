"""What must hold of what a career holds beside ratings: references, levels and days."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import Any

from planner.core.career import Action, Meeting, period_start
from planner.core.text import message
from planner.files.errors import Flaw, shown
from planner.files.forms import UNFIT, PersonForm
from planner.files.mending import Path
from planner.files.rules.catalogues import Known, off_scale, unknown_role, unknown_skill


def career_flaws(
    path: Path, person: PersonForm, known: Known | None, today: date
) -> Iterator[Flaw]:
    """Yield what is wrong with what a person keeps beside positions and ratings."""
    for key in ("actions", "meetings", "track_choices"):
        names = [part.id for part in getattr(person, key)]
        yield from _repeated((*path, key), names, "id")
    yield from _repeated((*path, "wishes"), [wish.role for wish in person.wishes], "role")
    results = [result.id for result in person.kpi_results]
    yield from _repeated((*path, "kpi_results"), results, "period")
    if known is not None:
        yield from _reference_flaws(path, person, known)
    for place, action in enumerate(person.actions):
        yield from _action_flaws((*path, "actions", place), action)
    for place, meeting in enumerate(person.meetings):
        yield from _meeting_flaws((*path, "meetings", place), meeting)
    for where, day in _past_days(path, person):
        if day is not None and day > today:
            yield in_future(where, day)


def meeting_flaws(
    path: Path, person: PersonForm, kept_meetings: Callable[[str, str], Collection[str]]
) -> Iterator[Flaw]:
    """Yield the flaw of each action promised in a one-on-one that is nowhere."""
    here = {meeting.id for meeting in person.meetings}
    unknown = {
        place: action.meeting
        for place, action in enumerate(person.actions)
        if action.meeting is not None and action.meeting not in here and action.meeting != UNFIT
    }
    # Asked of the store only where it matters.
    kept = kept_meetings(person.catalogue, person.id) if unknown else ()
    for place, meeting in unknown.items():
        if meeting not in kept:
            yield Flaw(
                path=(*path, "actions", place, "meeting"),
                message=message("there is no one-on-one “{meeting}”", meeting=shown(meeting)),
                remedy=message("Add the one-on-one, or leave the key “meeting” out."),
            )


def in_future(path: Path, day: date) -> Flaw:
    """Return the flaw of a day after today."""
    return Flaw(
        path=path,
        message=message("the day {day} lies in the future", day=day),
        remedy=message("Correct the day."),
    )


def level_flaws(path: Path, level: float | None, known: Known) -> Iterator[Flaw]:
    """Yield the flaw of a level outside the scale."""
    if level is not None and known.scale is not None and not known.scale.has(level):
        yield off_scale(path, level, known.scale)


def _repeated(path: Path, names: Sequence[str], key: str) -> Iterator[Flaw]:
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen and UNFIT not in name:
            yield Flaw(
                path=(*path, place, key),
                message=message("“{id}” stands twice", id=shown(name)),
                remedy=message("Give each its own, or remove one of them."),
            )
        seen.add(name)


def _reference_flaws(path: Path, person: PersonForm, known: Known) -> Iterator[Flaw]:
    roles: tuple[tuple[str, Sequence[Any]], ...] = (
        ("wishes", person.wishes),
        ("kpi_results", person.kpi_results),
    )
    for key, parts in roles:
        for place, part in enumerate(parts):
            yield from unknown_role((*path, key, place, "role"), part.role, known)
    for place, action in enumerate(person.actions):
        where = (*path, "actions", place)
        if action.skill is not None:
            yield from unknown_skill((*where, "skill"), action.skill, known)
        yield from level_flaws((*where, "from"), action.from_level, known)
        yield from level_flaws((*where, "to"), action.to_level, known)
    for number, meeting in enumerate(person.meetings):
        for place, agreed in enumerate(meeting.agreed):
            where = (*path, "meetings", number, "agreed", place)
            yield from unknown_skill((*where, "skill"), agreed.skill, known)
            yield from level_flaws((*where, "level"), agreed.level, known)


def _action_flaws(where: Path, action: Action) -> Iterator[Flaw]:
    low, high = action.from_level, action.to_level
    if action.skill is None and (low is not None or high is not None):
        yield Flaw(
            path=(*where, "skill"),
            message=message("the step from level to level names no skill"),
            remedy=message("Add “skill: …”, or remove “from” and “to”."),
        )
    if low is not None and high is not None and high <= low:
        yield Flaw(
            path=(*where, "to"),
            message=message("the step does not lead to a higher level"),
            remedy=message("Correct “from” or “to”."),
        )
    if action.start is not None and action.due is not None and action.due < action.start:
        yield Flaw(
            path=(*where, "due"),
            message=message("the action is due before it starts"),
            remedy=message("Correct “start” or “due”."),
        )
    if action.finished is None and not action.is_open:
        yield Flaw(
            path=(*where, "finished"),
            message=message("the action is done or dropped, and no day says since when"),
            remedy=message("Add “finished: …”."),
        )
    if action.finished is not None and action.is_open:
        yield Flaw(
            path=(*where, "state"),
            message=message("the action has a last day, and is neither done nor dropped"),
            remedy=message("Write “state: done” or “state: dropped”, or remove “finished”."),
        )


def _meeting_flaws(where: Path, meeting: Meeting) -> Iterator[Flaw]:
    if meeting.next_on is not None and meeting.next_on < meeting.on:
        yield Flaw(
            path=(*where, "next"),
            message=message("the next one-on-one lies before this one"),
            remedy=message("Correct “next” or “on”."),
        )
    if meeting.closed is not None and meeting.closed < meeting.on:
        yield Flaw(
            path=(*where, "closed"),
            message=message("the one-on-one is closed before its day"),
            remedy=message("Correct “closed” or “on”."),
        )
    record = (meeting.agreed, meeting.promised, meeting.corrections, meeting.target)
    if meeting.closed is None and any(record):
        yield Flaw(
            path=(*where, "closed"),
            message=message("the one-on-one is not closed, and has a record"),
            remedy=message("Add “closed: …”, or remove the record."),
        )


def _past_days(path: Path, person: PersonForm) -> Iterator[tuple[Path, date | None]]:
    for place, wish in enumerate(person.wishes):
        yield (*path, "wishes", place, "on"), wish.on
    for place, action in enumerate(person.actions):
        yield (*path, "actions", place, "made"), action.made
        yield (*path, "actions", place, "finished"), action.finished
    for place, meeting in enumerate(person.meetings):
        where = (*path, "meetings", place)
        yield (*where, "on"), meeting.on
        yield (*where, "closed"), meeting.closed
        for number, correction in enumerate(meeting.corrections):
            yield (*where, "corrections", number, "on"), correction.on
    for place, result in enumerate(person.kpi_results):
        yield (*path, "kpi_results", place, "on"), result.on
        yield (*path, "kpi_results", place, "period"), period_start(result.period)
    for place, choice in enumerate(person.track_choices):
        yield (*path, "track_choices", place, "on"), choice.on
