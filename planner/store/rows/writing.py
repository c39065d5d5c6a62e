"""Changes to rows: compared with what is there, then written in bulk, table by table.

The order of the changes in an edit does not matter. What others refer to is written before them
and deleted after them, so that the foreign keys hold at each statement.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from sqlalchemy import Connection, Table

from planner.core.edits import Change, Key, Kind, Record
from planner.core.errors import PlannerError
from planner.core.model import CatalogueHead, Move, Role, Skill
from planner.core.people import Person, Rating
from planner.core.text import Message
from planner.store import schema
from planner.store.connecting import driver_of
from planner.store.rows import conflicts, reading
from planner.store.rows.choice_records import questionnaire_values
from planner.store.rows.comparing import Changes, by_catalogue, require_as_before
from planner.store.rows.numbers import TABLES, Numbers
from planner.store.rows.parts import PARTS, named
from planner.store.rows.records import (
    Values,
    agenda_values,
    head_values,
    move_values,
    person_values,
    position_values,
    rating_values,
    requirement_values,
    role_values,
    skill_values,
    wish_values,
)
from planner.store.rows.statements import add, deletion, put

R = TypeVar("R", bound=Record)
InUse = Callable[[Connection, Sequence[int], Message], PlannerError | None]


def write(
    connection: Connection, changes: Changes, freed: Mapping[Key, int], effect: Message
) -> dict[Key, int]:
    """Make the changes, or raise StaleEdit or PlannerError and leave the rest to a rollback.

    `freed` names the numbers that removed catalogues and people had, so that an undo gives them
    back with their place among the others; the numbers that become free now are returned.
    Raise ValueError for changes that contradict each other or overwrite a rating.
    """
    by_kind: defaultdict[Kind, list[Change]] = defaultdict(list)
    for change in changes:
        by_kind[change.key.kind].append(change)
    numbers = Numbers(connection, effect)
    for kind, some in by_kind.items():
        require_as_before(connection, kind, some, effect)
    writer = _Writer(connection, numbers, freed)
    steps: tuple[tuple[Kind, Callable[[Changes], None]], ...] = (
        # What nothing refers to goes first, and makes way for the new.
        *((kind, partial(writer.delete_parts, kind)) for kind in PARTS),
        ("rating", writer.delete_ratings),
        ("move", writer.delete_moves),
        ("person", writer.delete_people),
        ("catalogue", writer.put_catalogues),
        ("skill", writer.put_skills),
        ("role", writer.put_roles),
        ("move", writer.put_moves),
        ("person", writer.put_people),
        ("rating", writer.put_ratings),
        *((kind, partial(writer.put_parts, kind)) for kind in PARTS),
        ("role", writer.delete_roles),
        ("skill", writer.delete_skills),
        ("catalogue", writer.delete_catalogues),
    )
    effective = {
        kind: [change for change in some if change.before != change.after]
        for kind, some in by_kind.items()
    }
    for kind, make in steps:
        if some := effective.get(kind, []):
            make(some)
    return writer.now_free


class _Writer:
    """The statements of one transaction."""

    def __init__(self, connection: Connection, numbers: Numbers, freed: Mapping[Key, int]) -> None:
        self.now_free: dict[Key, int] = {}
        self._connection = connection
        self._driver = driver_of(connection)
        self._numbers = numbers
        self._freed = freed

    def delete_ratings(self, changes: Changes) -> None:
        """Delete ratings."""
        if any(change.before and change.after for change in changes):
            raise ValueError("a rating is never overwritten")
        gone = [(rating.entry,) for rating in _gone(changes, Rating)]
        self._run(deletion(schema.rating, "entry"), gone)

    def delete_moves(self, changes: Changes) -> None:
        """Delete the moves that go, and those that are about to be written anew."""
        for catalogue, some in by_catalogue(changes):
            gone = _befores(some, Move)
            roles = self._numbers.of("role", catalogue, _ends(gone))
            keys = [(roles[move.from_role], roles[move.to_role], str(move.kind)) for move in gone]
            self._run(deletion(schema.move, "from_role_id", "to_role_id", "kind"), keys)

    def delete_people(self, changes: Changes) -> None:
        """Delete people with their past positions; their ratings are changes of their own."""
        for catalogue, some in by_catalogue(changes):
            gone = [change for change in some if change.after is None]
            people = self._numbers.of("person", catalogue, [change.key.id for change in gone])
            for change in gone:
                number = (people[change.key.id],)
                self._run(deletion(schema.position, "person_id"), [number])
                self._run(deletion(schema.wish, "person_id"), [number])
                try:
                    self._run(deletion(schema.person, "id"), [number])
                except sqlite3.IntegrityError as error:
                    raise conflicts.changed_meanwhile(change, self._numbers.effect) from error
                (self.now_free[change.key],) = number

    def put_catalogues(self, changes: Changes) -> None:
        """Add and change the heads of catalogues."""
        rows = [
            head_values(change.after, self._freed_number(change))
            for change in changes
            if isinstance(change.after, CatalogueHead)
        ]
        self._run(put(schema.catalogue, "slug"), rows)
        heads = _afters(changes, CatalogueHead)
        numbers = {head.id: self._numbers.catalogue(head.id) for head in heads}
        self._delete_templates(numbers.values())
        for table, values in (
            (schema.agenda, agenda_values),
            (schema.questionnaire, questionnaire_values),
        ):
            of_all = [values(head, numbers[head.id]) for head in heads]
            self._add(table, chain.from_iterable(of_all))

    def put_skills(self, changes: Changes) -> None:
        """Add and change skills."""
        for slug, some in by_catalogue(changes):
            catalogue = self._numbers.catalogue(slug)
            rows = [skill_values(skill, None, catalogue) for skill in _afters(some, Skill)]
            self._run(put(schema.skill, "catalogue_id", "slug"), rows)

    def put_roles(self, changes: Changes) -> None:
        """Add and change roles with their requirements."""
        for slug, some in by_catalogue(changes):
            catalogue = self._numbers.catalogue(slug)
            roles = _afters(some, Role)
            rows = [role_values(role, None, catalogue) for role in roles]
            self._run(put(schema.role, "catalogue_id", "slug"), rows)
            numbers = self._numbers.of("role", slug, [change.key.id for change in some])
            old = [(numbers[role.id],) for role in _befores(some, Role)]
            self._run(deletion(schema.requirement, "role_id"), old)
            asked = {needed.skill for role in roles for needed in role.requires}
            skills = self._numbers.of("skill", slug, asked)
            required = (
                row for role in roles for row in requirement_values(role, numbers[role.id], skills)
            )
            self._add(schema.requirement, required)

    def put_moves(self, changes: Changes) -> None:
        """Add moves."""
        for catalogue, some in by_catalogue(changes):
            moves = _afters(some, Move)
            roles = self._numbers.of("role", catalogue, _ends(moves))
            # In the order of their key: inserting at random costs a third more.
            self._add(schema.move, sorted(move_values(move, roles) for move in moves))

    def put_people(self, changes: Changes) -> None:
        """Add and change people with their past positions."""
        for slug, some in by_catalogue(changes):
            catalogue = self._numbers.catalogue(slug)
            present = [
                (change, change.after) for change in some if isinstance(change.after, Person)
            ]
            people = [person for _, person in present]
            held = {role for person in people for role in _roles(person)}
            roles = self._numbers.of("role", slug, held)
            rows = [
                person_values(person, self._freed_number(change), catalogue, roles)
                for change, person in present
            ]
            self._run(put(schema.person, "catalogue_id", "slug"), rows)
            numbers = self._numbers.of("person", slug, [person.id for person in people])
            old = [(numbers[person.id],) for person in _kept(some, Person)]
            for table, values in ((schema.position, position_values), (schema.wish, wish_values)):
                self._run(deletion(table, "person_id"), old)
                of_all = [values(person, numbers[person.id], roles) for person in people]
                self._add(table, chain.from_iterable(of_all))

    def put_ratings(self, changes: Changes) -> None:
        """Add ratings."""
        for catalogue, some in by_catalogue(changes):
            added = [(change.key.id, change.after) for change in some if change.after is not None]
            people = self._numbers.of("person", catalogue, {person for person, _ in added})
            ratings = _afters(some, Rating)
            skills = self._numbers.of("skill", catalogue, {rating.skill for rating in ratings})
            rows = [
                rating_values(rating, people[person], skills[rating.skill])
                for (person, _), rating in zip(added, ratings, strict=True)
            ]
            try:
                self._add(schema.rating, rows)
            except sqlite3.IntegrityError as error:
                found = reading.ratings_by_entry(self._connection, [row[0] for row in rows])
                taken = {key.entry for key in found}
                clash = next((change for change in some if change.key.entry in taken), None)
                if clash is None:
                    raise
                raise conflicts.changed_meanwhile(clash, self._numbers.effect) from error

    def delete_parts(self, kind: Kind, changes: Changes) -> None:
        """Delete actions, one-on-ones or KPI results."""
        table = PARTS[kind].table
        for catalogue, some in by_catalogue(changes):
            gone = [change.key for change in some if change.after is None]
            people = self._numbers.of("person", catalogue, {key.id for key in gone})
            keys = [(people[key.id], key.part) for key in gone]
            self._run(deletion(table, "person_id", "slug"), keys)

    def put_parts(self, kind: Kind, changes: Changes) -> None:
        """Add and change actions, one-on-ones or KPI results."""
        part = PARTS[kind]
        for catalogue, some in by_catalogue(changes):
            put_now = [(change.key.id, change.after) for change in some if change.after]
            people = self._numbers.of("person", catalogue, {person for person, _ in put_now})
            records = [record for _, record in put_now]
            roles = self._numbers.of("role", catalogue, named(records, "role"))
            skills = self._numbers.of("skill", catalogue, named(records, "skill"))
            rows = [
                part.values(record, people[person], roles, skills) for person, record in put_now
            ]
            self._run(put(part.table, "person_id", "slug"), rows)

    def delete_roles(self, changes: Changes) -> None:
        """Delete the roles that nothing refers to any more."""
        self._delete("role", changes, conflicts.role_in_use)

    def delete_skills(self, changes: Changes) -> None:
        """Delete the skills that nothing refers to any more."""
        self._delete("skill", changes, conflicts.skill_in_use)

    def delete_catalogues(self, changes: Changes) -> None:
        """Delete the catalogues that nothing refers to any more."""
        gone = [change for change in changes if change.after is None]
        slugs = [change.key.catalogue for change in gone]
        numbers = [self._numbers.catalogue(slug) for slug in slugs]
        self._delete_templates(numbers)
        self._delete_unused(schema.catalogue, numbers, conflicts.catalogue_in_use, gone)
        self.now_free |= zip((change.key for change in gone), numbers, strict=True)

    def _delete_templates(self, catalogues: Iterable[int]) -> None:
        rows = [(number,) for number in catalogues]
        for table in (schema.agenda, schema.questionnaire):
            self._run(deletion(table, "catalogue_id"), rows)

    def _delete(self, kind: Kind, changes: Changes, in_use: InUse) -> None:
        for catalogue, some in by_catalogue(changes):
            gone = [change for change in some if change.after is None]
            found = self._numbers.of(kind, catalogue, [change.key.id for change in gone])
            numbers = [found[change.key.id] for change in gone]
            self._delete_unused(TABLES[kind], numbers, in_use, gone)

    def _delete_unused(
        self, table: Table, numbers: Sequence[int], in_use: InUse, gone: Changes
    ) -> None:
        try:
            self._run(deletion(table, "id"), [(number,) for number in numbers])
        except sqlite3.IntegrityError as error:
            effect = self._numbers.effect
            told = in_use(self._connection, numbers, effect)
            raise told or conflicts.changed_meanwhile(gone[0], effect) from error

    def _freed_number(self, change: Change) -> int | None:
        return None if change.before else self._freed.get(change.key)

    def _run(self, statement: str, rows: Iterable[Values]) -> None:
        self._driver.executemany(statement, rows)

    def _add(self, table: Table, rows: Iterable[Values]) -> None:
        add(self._driver, table, rows)


def _befores(changes: Changes, of: type[R]) -> list[R]:
    return [change.before for change in changes if isinstance(change.before, of)]


def _afters(changes: Changes, of: type[R]) -> list[R]:
    return [change.after for change in changes if isinstance(change.after, of)]


def _gone(changes: Changes, of: type[R]) -> list[R]:
    return _befores([change for change in changes if change.after is None], of)


def _kept(changes: Changes, of: type[R]) -> list[R]:
    return _befores([change for change in changes if change.after is not None], of)


def _ends(moves: Iterable[Move]) -> set[str]:
    return {slug for move in moves for slug in (move.from_role, move.to_role)}


def _roles(person: Person) -> Iterable[str]:
    yield person.role
    if person.target is not None:
        yield person.target
    yield from (position.role for position in person.positions)
    yield from (wish.role for wish in person.wishes)
