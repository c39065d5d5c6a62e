"""What an import changes: the difference between what was read and what the store holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from planner.core.career import Action, Career, KpiResult, Meeting, TrackChoice
from planner.core.edits import Change, Edit, Key, Kind
from planner.core.errors import PlannerError
from planner.core.keeping.career_edits import part_key
from planner.core.keeping.person_edits import person_key, rating_key
from planner.core.model import Catalogue, Move, Role, Skill
from planner.core.people import DEFAULT_HOURS_A_WEEK, Person, Position, Rating
from planner.core.text import Message, message, message_n

_Named = Skill | Role | Move
_Part = Action | Meeting | KpiResult | TrackChoice
_PARTS: tuple[tuple[Kind, Callable[[Career], Sequence[_Part]]], ...] = (
    ("meeting", lambda career: career.meetings),
    ("action", lambda career: career.actions),
    ("kpi-result", lambda career: career.kpi_results),
    ("track-choice", lambda career: career.track_choices),
)


def import_edit(
    catalogues: Sequence[Catalogue],
    people: Sequence[Career],
    *,
    stored_catalogues: Mapping[str, Catalogue],
    stored_people: Sequence[Career],
    next_entry: int,
) -> Edit:
    """Return the edit that brings what was read into the store; it has no changes if all is there.

    A catalogue takes the place of the stored one. Of people nothing is taken away: a key that the
    file leaves out (industry, target, hours a week) stays as it is, past positions and wishes are
    joined, a rating is a new row unless the newest one of the same skill, rater, day and evidence
    already says the same, and an action, a one-on-one, a KPI result or the answers to a
    questionnaire take the place of the one with their id; private notes that the file leaves out
    stay, and to a closed one-on-one only corrections are added. A later role clears the target that
    was reached and the stance to it. `stored_people` are the people read, as far as they are
    stored, and everybody in a catalogue that is replaced. New ratings are numbered from
    `next_entry` on.

    Raises PlannerError if a record would be left without what it names, or if the record of a
    closed one-on-one would change.
    """
    before = {person_key(career.person): career for career in stored_people}
    changes: list[Change] = []
    for catalogue in catalogues:
        changes += _catalogue_changes(stored_catalogues.get(catalogue.id), catalogue)
    after = dict(before)
    for career in people:
        key = person_key(career.person)
        stored = before.get(key, Career(person=career.person))
        joined = _joined_person(stored.person, career.person) if key in before else career.person
        if key not in before or joined != stored.person:
            changes.append(Change(key, stored.person if key in before else None, joined))
        fresh = _fresh_ratings(stored.ratings, career.ratings, next_entry)
        next_entry += len(fresh)
        changes += [Change(rating_key(joined, rating), None, rating) for rating in fresh]
        changes += _part_changes(stored, career)
        after[key] = _joined_career(joined, stored, career, fresh)
    for career in after.values():
        _refuse_unknown_meeting(career)
    for catalogue in catalogues:
        _refuse_dangling(catalogue, after.values())
    return Edit(_label(catalogues, people), tuple(changes))


def _part_changes(stored: Career, read: Career) -> Iterator[Change]:
    for kind, parts in _PARTS:
        known = {part.id: part for part in parts(stored)}
        for part in parts(read):
            before, after = known.get(part.id), part
            if isinstance(before, Meeting) and isinstance(after, Meeting):
                # What was handed out without private notes must not take them away.
                after = after if after.private else replace(after, private=before.private)
                if _is_in_record(stored.person, before, after):
                    continue
            if before != after:
                yield Change(part_key(kind, stored.person, part.id), before, after)


def _joined_career(person: Person, stored: Career, read: Career, fresh: Sequence[Rating]) -> Career:
    def joined(of: Callable[[Career], Sequence[_Part]]) -> tuple[Any, ...]:
        return tuple({part.id: part for part in (*of(stored), *of(read))}.values())

    meetings, actions, kpi_results, track_choices = (joined(of) for _, of in _PARTS)
    return Career(
        person=person,
        ratings=(*stored.ratings, *fresh),
        actions=actions,
        meetings=meetings,
        kpi_results=kpi_results,
        track_choices=track_choices,
    )


def _label(catalogues: Sequence[Catalogue], people: Sequence[Career]) -> Message:
    if len(catalogues) == 1:
        return message("Import {title}", title=catalogues[0].head.title)
    if len(people) == 1 and not catalogues:
        return message("Import {name}", name=people[0].person.name)
    if catalogues:
        return message_n("Import {count} catalogue", "Import {count} catalogues", len(catalogues))
    return message_n("Import {count} person", "Import {count} people", len(people))


def _catalogue_changes(stored: Catalogue | None, read: Catalogue) -> Iterator[Change]:
    """Yield what differs: what is new before what refers to it, what goes after it."""
    head = stored.head if stored else None
    if head != read.head:
        yield Change(Key("catalogue", read.id), head, read.head)
    parts: tuple[tuple[Kind, Sequence[_Named], Sequence[_Named]], ...] = (
        ("skill", stored.skills if stored else (), read.skills),
        ("role", stored.roles if stored else (), read.roles),
        ("move", stored.moves if stored else (), read.moves),
    )
    gone: list[Change] = []
    for kind, old, new in parts:
        left = {record.id: record for record in old}
        for record in new:
            before = left.pop(record.id, None)
            if before != record:
                yield Change(Key(kind, read.id, record.id), before, record)
        gone += [Change(Key(kind, read.id, id_), record, None) for id_, record in left.items()]
    yield from reversed(gone)


def _joined_person(stored: Person, read: Person) -> Person:
    """Return a person as read, with what the file leaves out as it was stored."""
    positions = {(position.role, position.since): position for position in stored.positions}
    wishes = {wish.role: wish for wish in stored.wishes}
    target = stored.target
    if stored.role != read.role and stored.since < read.since:
        # The position that was the present one has become a past one, and what was aimed or wished
        # for has come.
        left = Position(role=stored.role, since=stored.since, until=read.since - timedelta(days=1))
        positions[left.role, left.since] = left
        wishes.pop(read.role, None)
        target = None if target == read.role else target
    positions |= {(position.role, position.since): position for position in read.positions}
    positions.pop((read.role, read.since), None)
    joined = tuple(sorted(positions.values(), key=lambda position: position.since))
    unsaid = read.hours_a_week == DEFAULT_HOURS_A_WEEK
    wishes |= {wish.role: wish for wish in read.wishes}
    return replace(
        read,
        positions=stored.positions if set(joined) == set(stored.positions) else joined,
        industry=read.industry or stored.industry,
        target=read.target or target,
        hours_a_week=stored.hours_a_week if unsaid else read.hours_a_week,
        wishes=tuple(wishes.values()),
    )


def _fresh_ratings(
    stored: Sequence[Rating], read: Sequence[Rating], next_entry: int
) -> list[Rating]:
    fresh: list[Rating] = []
    kept: dict[tuple[object, ...], list[Rating]] = defaultdict(list)
    for rating in sorted(stored, key=lambda one: one.entry):
        kept[_identity(rating)].append(rating)
    told: dict[tuple[object, ...], list[Rating]] = defaultdict(list)
    for rating in read:
        told[_identity(rating)].append(rating)
    known = {identity: _overlap(kept[identity], same) for identity, same in told.items()}
    for rating in read:
        identity = _identity(rating)
        if known[identity]:
            known[identity] -= 1
        else:
            fresh.append(replace(rating, entry=next_entry + len(fresh)))
    return fresh


def _overlap(stored: list[Rating], read: list[Rating]) -> int:
    """Return how many of the first ratings read are, in this order, the last ones stored."""
    had = [(rating.level, rating.comment) for rating in stored]
    told = [(rating.level, rating.comment) for rating in read]
    return next(
        length
        for length in range(min(len(had), len(told)), -1, -1)
        if had[len(had) - length :] == told[:length]
    )


def _identity(rating: Rating) -> tuple[object, ...]:
    return rating.skill, rating.by, rating.on, rating.evidence


def _is_in_record(person: Person, before: Meeting, after: Meeting) -> bool:
    """Whether the record of a closed one-on-one holds what was read; only corrections may be new.

    Raises PlannerError where it says something else.
    """
    if not before.is_closed:
        return False
    kept, told = before.corrections, after.corrections
    is_shorter = told == kept[: len(told)]
    is_same = replace(after, corrections=kept) == before
    if not (is_same and (is_shorter or told[: len(kept)] == kept)):
        raise PlannerError(
            message(
                "The one-on-one “{id}” of “{name}” is closed, and the file changes its record.",
                id=before.id,
                name=person.name,
            ),
            effect=message("Nothing was imported."),
            remedy=message("Leave it as it is, or add an entry under “corrections”."),
        )
    return is_shorter


def _refuse_unknown_meeting(career: Career) -> None:
    known = {meeting.id for meeting in career.meetings}
    for action in career.actions:
        if action.meeting is not None and action.meeting not in known:
            raise PlannerError(
                message(
                    "The action “{id}” of “{name}” was promised in the one-on-one “{meeting}”,"
                    " which is not there.",
                    id=action.id,
                    name=career.person.name,
                    meeting=action.meeting,
                ),
                effect=message("Nothing was imported."),
                remedy=message("Add the one-on-one, or leave the key “meeting” out."),
            )


def _refuse_dangling(catalogue: Catalogue, people: Iterable[Career]) -> None:
    for career in people:
        person = career.person
        if person.catalogue != catalogue.id:
            continue
        for role in _roles_of(career):
            if not catalogue.has_role(role):
                raise _dangling(
                    message(
                        "“{name}” has the role “{role}” as a position, target, wish or KPI result,"
                        " and the new catalogue has it not.",
                        name=person.name,
                        role=role,
                    )
                )
        for skill, level in _levels_of(career):
            if not catalogue.has_skill(skill):
                raise _dangling(
                    message(
                        "“{name}” has ratings, actions or agreed levels in the skill “{skill}”,"
                        " and the new catalogue has it not.",
                        name=person.name,
                        skill=skill,
                    )
                )
            if level is not None and not catalogue.scale.has(level):
                raise _dangling(
                    message(
                        "“{name}” has a rating, an action or an agreed level at {level} in"
                        " “{skill}”, which lies outside the new scale.",
                        name=person.name,
                        level=level,
                        skill=skill,
                    )
                )


def _roles_of(career: Career) -> Iterator[str]:
    person = career.person
    yield person.role
    if person.target is not None:
        yield person.target
    yield from (position.role for position in person.positions)
    yield from (wish.role for wish in person.wishes)
    yield from (result.role for result in career.kpi_results)


def _levels_of(career: Career) -> Iterator[tuple[str, float | None]]:
    for rating in career.ratings:
        yield rating.skill, rating.level
    for action in career.actions:
        if action.skill is not None:
            yield action.skill, action.from_level
            yield action.skill, action.to_level
    for meeting in career.meetings:
        yield from ((agreed.skill, agreed.level) for agreed in meeting.agreed)


def _dangling(happened: Message) -> PlannerError:
    return PlannerError(
        happened,
        effect=message("Nothing was imported."),
        remedy=message("Keep it in the catalogue, or change the person first."),
    )
