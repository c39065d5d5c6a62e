"""The edits of a one-on-one while it is prepared and held, each labelled in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner.core.career import Action, AgendaItem, Career, Meeting, Origin, Owner
from planner.core.edits import Change, Edit
from planner.core.keeping.career_edits import (
    LONGEST_TITLE,
    action_faults,
    add_actions,
    add_meeting,
    change_meeting,
    close_meeting,
    next_id,
    part_key,
)
from planner.core.keeping.person_edits import checked_rating, rate, rating_key
from planner.core.keeping.plain_text import LONGEST_NOTE, one_line, text_fault
from planner.core.meeting.meetings import agreed_in, closed_before, first_points, points_of_other
from planner.core.model import Agenda, Catalogue
from planner.core.people import Person, Rater, Rating
from planner.core.text import Message, message, same_text


def begin_meeting(career: Career, agenda: Agenda | None, today: date) -> Edit:
    """Return the edit that begins to prepare a one-on-one from a template, or from none."""
    known = [meeting.id for meeting in career.meetings]
    meeting = Meeting(
        id=next_id("meeting", known),
        on=today,
        agenda=agenda.id if agenda else "",
        items=first_points(agenda, closed_before(career.meetings, None)),
    )
    return add_meeting(career.person, meeting)


def choose_agenda(career: Career, meeting: Meeting, agenda: Agenda | None) -> Edit:
    """Return the edit that takes another template; what was added or talked about stays."""
    last = closed_before(career.meetings, meeting)
    after = replace(
        meeting,
        agenda=agenda.id if agenda else "",
        items=points_of_other(meeting.items, agenda, last),
    )
    words = message("Take no template for the agenda")
    if agenda is not None:
        words = message("Take the agenda “{name}”", name=agenda.name)
    return change_meeting(career.person, meeting, after, words)


def add_point(person: Person, meeting: Meeting, text: str, by: Owner) -> Edit:
    """Return the edit that puts a point on the agenda, brought up by one of both."""
    origin = Origin.EMPLOYEE if by is Owner.EMPLOYEE else Origin.MANAGER
    item = AgendaItem(text=same_text(one_line(text).strip()), origin=origin)
    words = message("Put “{point}” on the agenda", point=item.text)
    return _with_items(person, meeting, (*meeting.items, item), words)


def tick_point(person: Person, meeting: Meeting, place: int, *, is_done: bool) -> Edit:
    """Return the edit that ticks a point off, or opens it again."""
    item = meeting.items[place]
    after = (
        *meeting.items[:place],
        replace(item, done=is_done),
        *meeting.items[place + 1 :],
    )
    words = message("Open the point “{point}” again", point=item.text)
    if is_done:
        words = message("Tick off the point “{point}”", point=item.text)
    return _with_items(person, meeting, after, words)


def move_point(person: Person, meeting: Meeting, place: int, to: int) -> Edit:
    """Return the edit that moves a point to another place, counted from 0."""
    items = list(meeting.items)
    item = items.pop(place)
    items.insert(to, item)
    words = message("Move the point “{point}”", point=item.text)
    return _with_items(person, meeting, items, words)


def remove_point(person: Person, meeting: Meeting, place: int) -> Edit:
    """Return the edit that takes a point off the agenda."""
    words = message("Take “{point}” off the agenda", point=meeting.items[place].text)
    after = (*meeting.items[:place], *meeting.items[place + 1 :])
    return _with_items(person, meeting, after, words)


def _with_items(
    person: Person, meeting: Meeting, items: Sequence[AgendaItem], words: Message
) -> Edit:
    return change_meeting(person, meeting, replace(meeting, items=tuple(items)), words)


def write_shared(person: Person, meeting: Meeting, text: str) -> Edit:
    """Return the edit that changes the notes that both can read."""
    after = replace(meeting, shared=text)
    return change_meeting(person, meeting, after, message("Write in the shared notes"))


def write_private(person: Person, meeting: Meeting, text: str) -> Edit:
    """Return the edit that changes the manager's own notes."""
    after = replace(meeting, private=text)
    return change_meeting(person, meeting, after, message("Write in the private notes"))


def plan_next(person: Person, meeting: Meeting, day: date | None) -> Edit:
    """Return the edit that fixes the day of the next one-on-one, or leaves it open."""
    words = message("Leave the day of the next one-on-one open")
    if day is not None:
        words = message("Fix the next one-on-one for {day}", day=day)
    return change_meeting(person, meeting, replace(meeting, next_on=day), words)


def agree_level(
    career: Career,
    meeting: Meeting,
    catalogue: Catalogue,
    *,
    skill: str,
    level: float | None,
    day: date,
    entry: int,
    today: date,
) -> Edit:
    """Return the edit that agrees a level of a skill on the day the one-on-one is held.

    It is a new dated rating; the one-on-one takes that day. Raise PlannerError for a level off the
    scale, or a day in the future.
    """
    person = career.person
    agreed = checked_rating(
        catalogue, entry=entry, skill=skill, level=level, by=Rater.AGREED, on=day, today=today
    )
    edit = rate(person, agreed, catalogue)
    name = catalogue.skill(skill).name
    words = message("Agree that {skill} is not applicable", skill=name)
    if level is not None:
        words = message("Agree {skill} {level}", skill=name, level=level)
    return Edit(words, (*edit.changes, *_day_changes(career, meeting, day, entry + 1)))


def hold_on(career: Career, meeting: Meeting, day: date, entry: int) -> Edit:
    """Return the edit that sets the day on which a one-on-one is held.

    What was agreed and promised in it goes with it: as a rating is never overwritten, what was
    agreed is rated anew, numbered from `entry` on. No changes where it is the day already.
    """
    words = message("Set the day of the one-on-one to {day}", day=day)
    return Edit(words, _day_changes(career, meeting, day, entry))


def _day_changes(career: Career, meeting: Meeting, day: date, entry: int) -> tuple[Change, ...]:
    if day == meeting.on:
        return ()
    person = career.person
    after = replace(meeting, on=day)
    return (
        *_moved(career, meeting, day, entry),
        *change_meeting(person, meeting, after).changes,
    )


def _moved(career: Career, meeting: Meeting, day: date, entry: int) -> tuple[Change, ...]:
    """Return the changes that let what was agreed and promised in a one-on-one keep its day."""
    person = career.person
    agreed = agreed_in(meeting, career.ratings, career.meetings)
    again = _agreed_again(agreed, day, entry)
    promised = [
        Change(part_key("action", person, action.id), action, replace(action, made=day))
        for action in career.actions
        if action.meeting == meeting.id and action.made == meeting.on
    ]
    return (
        *(Change(rating_key(person, rating), rating, None) for rating in agreed),
        *(Change(rating_key(person, rating), None, rating) for rating in again),
        *promised,
    )


def _agreed_again(agreed: Sequence[Rating], day: date, entry: int) -> list[Rating]:
    return [replace(rating, on=day, entry=entry + place) for place, rating in enumerate(agreed)]


def close_held(career: Career, meeting: Meeting, day: date, today: date, entry: int) -> Edit:
    """Return the edit that closes a one-on-one as one held on `day`, with its record.

    Where that is another day than it had, what was agreed goes along, numbered from `entry` on.
    Raise ValueError for a closed one.
    """
    changes: tuple[Change, ...] = ()
    if day != meeting.on:
        changes = _moved(career, meeting, day, entry)
    agreed = agreed_in(meeting, career.ratings, career.meetings)
    closing = close_meeting(
        career.person,
        meeting,
        _agreed_again(agreed, day, entry),
        career.actions,
        today=today,
        next_on=meeting.next_on,
        on=day,
    )
    return Edit(closing.label, (*changes, *closing.changes))


def promise_of(
    career: Career, meeting: Meeting, title: str, owner: Owner, due: date | None, day: date
) -> Action:
    """Return what somebody promises in a one-on-one, as an action of the plan."""
    return Action(
        id=next_id("action", career.action_ids),
        title=title.strip(),
        made=day,
        due=due,
        owner=owner,
        meeting=meeting.id,
    )


def promise(career: Career, meeting: Meeting, action: Action, day: date, entry: int) -> Edit:
    """Return the edit that adds a promise to the plan; the one-on-one takes its day.

    What was agreed in it goes along, numbered from `entry` on.
    """
    edit = add_actions(career.person, [action])
    return Edit(edit.label, (*edit.changes, *_day_changes(career, meeting, day, entry)))


def promise_faults(action: Action, catalogue: Catalogue, today: date) -> dict[str, Message]:
    """Return what is wrong with a promise, by the name of the field."""
    faults = action_faults(action, catalogue, today)
    if action.due is not None and action.due < action.made:
        faults["due"] = message("The day lies before the one-on-one. Choose a later day.")
    return faults


def point_fault(text: str) -> Message | None:
    """Return what is wrong with a point for the agenda, None where nothing is."""
    point = one_line(text).strip()
    if not point:
        return message("Say what there is to talk about.")
    return text_fault(point, LONGEST_TITLE)


def correction_fault(text: str) -> Message | None:
    """Return what is wrong with a correction, None where nothing is."""
    if not text.strip():
        return message("Say what is to be corrected.")
    return text_fault(text, LONGEST_NOTE)
