"""What an import changes: the difference between what was read and what the store holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from planner.core.edits import Change, Edit, Key, Kind
from planner.core.errors import PlannerError
from planner.core.model import Catalogue, Move, Role, Skill
from planner.core.people import DEFAULT_HOURS_A_WEEK, Person, Position, Rating
from planner.core.text import Message, message, message_n

RatedPerson = tuple[Person, Sequence[Rating]]
_Named = Skill | Role | Move


def import_edit(
    catalogues: Sequence[Catalogue],
    people: Sequence[RatedPerson],
    *,
    stored_catalogues: Mapping[str, Catalogue],
    stored_people: Sequence[RatedPerson],
    next_entry: int,
) -> Edit:
    """Return the edit that brings what was read into the store; it has no changes if all is there.

    A catalogue takes the place of the stored one. Of people nothing is taken away: a key that the
    file leaves out (industry, target, hours a week) stays as it is, past positions are joined, and
    a rating is a new row unless the newest one of the same skill, rater, day and evidence already
    says the same. `stored_people` are the people read, as far as they are stored, and everybody in
    a catalogue that is replaced. New ratings are numbered from `next_entry` on.

    Raises PlannerError if a rating, a position or a target would be left without what it names.
    """
    before = {_person_key(person): (person, ratings) for person, ratings in stored_people}
    changes: list[Change] = []
    for catalogue in catalogues:
        changes += _catalogue_changes(stored_catalogues.get(catalogue.id), catalogue)
    after = dict(before)
    for person, ratings in people:
        key = _person_key(person)
        stored = before.get(key)
        joined = _joined_person(stored[0], person) if stored else person
        if stored is None or joined != stored[0]:
            changes.append(Change(key, stored[0] if stored else None, joined))
        fresh = _fresh_ratings(stored[1] if stored else (), ratings, next_entry)
        next_entry += len(fresh)
        changes += [
            Change(Key("rating", person.catalogue, person.id, rating.entry), None, rating)
            for rating in fresh
        ]
        after[key] = (joined, (*(stored[1] if stored else ()), *fresh))
    for catalogue in catalogues:
        _refuse_dangling(catalogue, after.values())
    return Edit(_label(catalogues, people), tuple(changes))


def _person_key(person: Person) -> Key:
    return Key("person", person.catalogue, person.id)


def _label(catalogues: Sequence[Catalogue], people: Sequence[RatedPerson]) -> Message:
    if len(catalogues) == 1:
        return message("Import {title}", title=catalogues[0].head.title)
    if len(people) == 1 and not catalogues:
        return message("Import {name}", name=people[0][0].name)
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
    if stored.role != read.role and stored.since < read.since:
        # The position that was the present one has become a past one.
        left = Position(role=stored.role, since=stored.since, until=read.since - timedelta(days=1))
        positions[left.role, left.since] = left
    positions |= {(position.role, position.since): position for position in read.positions}
    positions.pop((read.role, read.since), None)
    joined = tuple(sorted(positions.values(), key=lambda position: position.since))
    unsaid = read.hours_a_week == DEFAULT_HOURS_A_WEEK
    return replace(
        read,
        positions=stored.positions if set(joined) == set(stored.positions) else joined,
        industry=read.industry or stored.industry,
        target=read.target or stored.target,
        hours_a_week=stored.hours_a_week if unsaid else read.hours_a_week,
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


def _refuse_dangling(catalogue: Catalogue, people: Iterable[RatedPerson]) -> None:
    for person, ratings in people:
        if person.catalogue != catalogue.id:
            continue
        roles = (person.role, person.target, *(position.role for position in person.positions))
        for role in roles:
            if role is not None and not catalogue.has_role(role):
                raise _dangling(
                    message(
                        "“{name}” holds, has held or aims for the role “{role}”, which the new"
                        " catalogue has not.",
                        name=person.name,
                        role=role,
                    )
                )
        for rating in ratings:
            if not catalogue.has_skill(rating.skill):
                raise _dangling(
                    message(
                        "“{name}” is rated in the skill “{skill}”, which the new catalogue has"
                        " not.",
                        name=person.name,
                        skill=rating.skill,
                    )
                )
            if rating.level is not None and not catalogue.scale.has(rating.level):
                raise _dangling(
                    message(
                        "“{name}” is rated at level {level} in “{skill}”, which lies outside the"
                        " new scale.",
                        name=person.name,
                        level=rating.level,
                        skill=rating.skill,
                    )
                )


def _dangling(happened: Message) -> PlannerError:
    return PlannerError(
        happened,
        effect=message("Nothing was imported."),
        remedy=message("Keep it in the catalogue, or change the person first."),
    )
