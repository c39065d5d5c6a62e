"""The edits of a person's plan, one-on-ones, KPI results and wishes, each labelled in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from planner.core.career import (
    Action,
    ActionState,
    AgreedLevel,
    Career,
    Correction,
    KpiResult,
    Meeting,
    Promise,
    TrackChoice,
    period_start,
)
from planner.core.edits import Change, Edit, Key, Kind
from planner.core.keeping.person_edits import change_person, person_key, rating_key
from planner.core.keeping.plain_text import LONGEST_NOTE, one_line, text_fault
from planner.core.model import Catalogue
from planner.core.people import Person, Rater, Rating, Wish
from planner.core.text import Message, Text, message

LONGEST_TITLE = 300
MOST_HOURS = 10_000.0
MOST_REACHED = 1000.0


def next_id(kind: str, known: Collection[str]) -> str:
    """Return an id that none of `known` has: one more than the highest.

    For an action, `known` are the career's `action_ids`.
    """
    numbers = [
        int(id_.removeprefix(f"{kind}-"))
        for id_ in known
        if id_.startswith(f"{kind}-") and id_.removeprefix(f"{kind}-").isdecimal()
    ]
    return f"{kind}-{max(numbers, default=0) + 1}"


def part_key(kind: Kind, person: Person, part: str) -> Key:
    """Return the key of an action, meeting, KPI result or track choice of a person."""
    return Key(kind, person.catalogue, person.id, part=part)


def _changed(
    kind: Kind,
    person: Person,
    before: Action | Meeting | KpiResult | TrackChoice | None,
    after: Action | Meeting | KpiResult | TrackChoice | None,
) -> Change:
    named = after or before
    assert named is not None
    return Change(part_key(kind, person, named.id), before, after)


def add_actions(person: Person, actions: Iterable[Action]) -> Edit:
    """Return the edit that adds actions to a person's plan."""
    added = tuple(_in_line(action) for action in actions)
    changes = tuple(_changed("action", person, None, action) for action in added)
    if len(added) == 1:
        return Edit(message("Add the action “{title}”", title=added[0].title), changes)
    return Edit(message("Add {number} actions to the plan", number=len(added)), changes)


def change_action(person: Person, before: Action, after: Action) -> Edit:
    """Return the edit that changes an action; the label says so where its state changes."""
    after = _in_line(after)
    words = message("Change the action “{title}”", title=after.title)
    if before.state is not after.state:
        words = {
            ActionState.PLANNED: message("Plan “{title}” again", title=after.title),
            ActionState.DOING: message("Begin “{title}”", title=after.title),
            ActionState.DONE: message("Finish “{title}”", title=after.title),
            ActionState.DROPPED: message("Drop “{title}”", title=after.title),
        }[after.state]
    return Edit(words, (_changed("action", person, before, after),))


def remove_action(person: Person, action: Action) -> Edit:
    """Return the edit that takes an action out of the plan."""
    words = message("Remove the action “{title}”", title=action.title)
    return Edit(words, (_changed("action", person, action, None),))


def _in_line(action: Action) -> Action:
    return replace(action, title=one_line(action.title))


def in_state(action: Action, state: ActionState, today: date) -> Action:
    """Return an action in another state; `finished` is today once it is done or dropped."""
    is_open = state in (ActionState.PLANNED, ActionState.DOING)
    return replace(action, state=state, finished=None if is_open else today)


def action_faults(action: Action, catalogue: Catalogue, today: date) -> dict[str, Message]:
    """Return what is wrong with an action, by the name of the field."""
    faults: dict[str, Message] = {}
    title = one_line(action.title)
    if not title.strip():
        faults["title"] = message("Say what is to be done.")
    elif fault := text_fault(title, LONGEST_TITLE):
        faults["title"] = fault
    faults |= _note_faults(notes=action.notes, evidence=action.evidence)
    if action.skill is not None:
        faults |= _step_faults(action, catalogue)
    elif action.from_level is not None or action.to_level is not None:
        faults["skill"] = message("Choose the skill that the step is in.")
    if action.hours is not None and not 0 <= action.hours <= MOST_HOURS:
        faults["hours"] = message("Enter from 0 to {most} hours.", most=MOST_HOURS)
    if action.start is not None and action.due is not None and action.due < action.start:
        faults["due"] = message("The action is due before it starts. Choose a later day.")
    if action.is_open != (action.finished is None):
        faults["finished"] = message("Give the last day of what is done or dropped, and only then.")
    elif action.finished is not None and action.finished > today:
        faults["finished"] = message("The day lies in the future. Choose today or an earlier day.")
    return faults


def _step_faults(action: Action, catalogue: Catalogue) -> dict[str, Message]:
    if action.skill is None or not catalogue.has_skill(action.skill):
        return {"skill": message("Choose a skill of this catalogue.")}
    for level in (action.from_level, action.to_level):
        if level is not None and not catalogue.scale.has(level):
            return {"to_level": message("The level {level} is not on the scale.", level=level)}
    if (
        action.from_level is not None
        and action.to_level is not None
        and action.to_level <= action.from_level
    ):
        return {"to_level": message("The step ends at or below the level where it begins.")}
    return {}


def add_meeting(person: Person, meeting: Meeting) -> Edit:
    """Return the edit that begins to prepare a one-on-one."""
    words = message("Prepare the one-on-one of {day}", day=meeting.on)
    return Edit(words, (_changed("meeting", person, None, meeting),))


def change_meeting(
    person: Person, before: Meeting, after: Meeting, label: Message | None = None
) -> Edit:
    """Return the edit that changes a one-on-one that is not closed; raise ValueError for a record.

    `label` says what changes; without it the words are general.
    """
    if before.is_closed:
        raise ValueError("a closed one-on-one is only ever corrected by a new entry")
    words = label or message("Change the one-on-one of {day}", day=after.on)
    return Edit(words, (_changed("meeting", person, before, after),))


def close_meeting(
    person: Person,
    meeting: Meeting,
    ratings: Iterable[Rating],
    actions: Iterable[Action],
    *,
    today: date,
    next_on: date | None,
    on: date | None = None,
) -> Edit:
    """Return the edit that closes a one-on-one, with what was agreed and promised set down.

    `ratings` and `actions` are all of the person's: the agreed ratings of the meeting's day and
    the actions promised in it are taken from them. `on` is the day it was held where that is not
    the one it has so far. Raise ValueError for a closed one.
    """
    on = on or meeting.on
    if meeting.is_closed:
        raise ValueError("the one-on-one is closed already")
    agreed = {
        rating.skill: AgreedLevel(skill=rating.skill, level=rating.level)
        for rating in sorted(ratings, key=lambda rating: rating.entry)
        if rating.by is Rater.AGREED and rating.on == on
    }
    promised = tuple(
        Promise(action=action.id, title=action.title, owner=action.owner, due=action.due)
        for action in actions
        if action.meeting == meeting.id
    )
    closed = replace(
        meeting,
        on=on,
        closed=today,
        next_on=next_on,
        agreed=tuple(agreed.values()),
        promised=promised,
        target=person.target,
    )
    words = message("Close the one-on-one of {day}", day=on)
    return Edit(words, (_changed("meeting", person, meeting, closed),))


def correct_meeting(person: Person, meeting: Meeting, text: str, today: date) -> Edit:
    """Return the edit that adds a correction to a closed one-on-one; the record itself stays.

    Raise ValueError for one that is not closed.
    """
    if not meeting.is_closed:
        raise ValueError("a one-on-one that is not closed is changed, not corrected")
    corrections = (*meeting.corrections, Correction(on=today, text=text))
    corrected = replace(meeting, corrections=corrections)
    words = message("Correct the record of {day}", day=meeting.on)
    return Edit(words, (_changed("meeting", person, meeting, corrected),))


def remove_meeting(person: Person, meeting: Meeting, actions: Iterable[Action]) -> Edit:
    """Return the edit that removes a one-on-one; what was promised in it stays in the plan."""
    kept = (action for action in actions if action.meeting == meeting.id)
    changes = [_changed("action", person, action, replace(action, meeting=None)) for action in kept]
    words = message("Remove the one-on-one of {day}", day=meeting.on)
    return Edit(words, (*changes, _changed("meeting", person, meeting, None)))


def meeting_faults(meeting: Meeting, today: date) -> dict[str, Message]:
    """Return what is wrong with a one-on-one, by the name of the field."""
    faults: dict[str, Message] = {}
    if meeting.on > today:
        faults["on"] = message("The day lies in the future. Choose today or an earlier day.")
    if meeting.next_on is not None and meeting.next_on < meeting.on:
        faults["next_on"] = message("The next one-on-one lies before this one. Choose a later day.")
    said = [text for item in meeting.items for text in (item.text.en, item.text.zh)]
    if any(not (item.text.en or item.text.zh).strip() for item in meeting.items):
        faults["items"] = message("Write what the point is about, or remove it.")
    elif fault := next(filter(None, (text_fault(text, LONGEST_TITLE) for text in said)), None):
        faults["items"] = fault
    return faults | _note_faults(shared=meeting.shared, private=meeting.private)


def put_kpi_result(person: Person, before: KpiResult | None, after: KpiResult, name: Text) -> Edit:
    """Return the edit that enters or corrects the result of a KPI called `name`."""
    words = message("Enter {kpi} for {period}", kpi=name, period=after.period)
    if before is not None and before.id != after.id:
        changes = (
            _changed("kpi-result", person, before, None),
            _changed("kpi-result", person, None, after),
        )
        return Edit(words, changes)
    return Edit(words, (_changed("kpi-result", person, before, after),))


def remove_kpi_result(person: Person, result: KpiResult, name: Text) -> Edit:
    """Return the edit that takes the result of a KPI called `name` away."""
    words = message("Remove {kpi} for {period}", kpi=name, period=result.period)
    return Edit(words, (_changed("kpi-result", person, result, None),))


def kpi_faults(result: KpiResult, today: date) -> dict[str, Message]:
    """Return what is wrong with a KPI result, by the name of the field."""
    faults: dict[str, Message] = {}
    start = period_start(result.period)
    if start is None:
        faults["period"] = message("Write a year, half, quarter or month, such as 2026-Q3.")
    elif start > today:
        faults["period"] = message("The period has not begun yet.")
    if not 0 <= result.reached <= MOST_REACHED:
        faults["reached"] = message("Enter from 0 to {most} per cent.", most=MOST_REACHED)
    return faults | _note_faults(note=result.note)


def set_wish(person: Person, wish: Wish, catalogue: Catalogue) -> Edit:
    """Return the edit that notes how a person stands to a role; it keeps its place."""
    wishes = {known.role: known for known in person.wishes} | {wish.role: wish}
    after = replace(person, wishes=tuple(wishes.values()))
    name = catalogue.role(wish.role).name
    return change_person(person, after, message("Note the stance to {role}", role=name))


def clear_wish(person: Person, role_id: str, catalogue: Catalogue) -> Edit:
    """Return the edit that forgets how a person stands to a role."""
    after = replace(person, wishes=tuple(w for w in person.wishes if w.role != role_id))
    name = catalogue.role(role_id).name
    return change_person(person, after, message("Clear the stance to {role}", role=name))


def wish_faults(wish: Wish, catalogue: Catalogue, today: date) -> dict[str, Message]:
    """Return what is wrong with a stance to a role, by the name of the field."""
    faults: dict[str, Message] = {}
    if not catalogue.has_role(wish.role):
        faults["role"] = message("Choose a role of this catalogue.")
    if wish.on > today:
        faults["on"] = message("The day lies in the future. Choose today or an earlier day.")
    return faults | _note_faults(note=wish.note)


def remove_career(career: Career) -> Edit:
    """Return the edit that removes a person with everything that is kept about them."""
    person = career.person
    changes = [Change(rating_key(person, rating), rating, None) for rating in career.ratings]
    changes += [_changed("action", person, action, None) for action in career.actions]
    changes += [_changed("meeting", person, meeting, None) for meeting in career.meetings]
    changes += [_changed("kpi-result", person, result, None) for result in career.kpi_results]
    changes += [_changed("track-choice", person, one, None) for one in career.track_choices]
    label = message("Remove {name}", name=person.name)
    return Edit(label, (*changes, Change(person_key(person), person, None)))


def _note_faults(**notes: str) -> dict[str, Message]:
    found = {field: text_fault(words, LONGEST_NOTE) for field, words in notes.items()}
    return {field: fault for field, fault in found.items() if fault is not None}
