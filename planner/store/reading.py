"""Rows to values, whole catalogues and people in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, select

from planner.core.edits import Key
from planner.core.model import CatalogueHead, Move, Role, Skill
from planner.core.people import Person, Rating
from planner.store import schema
from planner.store.faults import BadRow
from planner.store.records import (
    Row,
    head_of,
    move_of,
    person_of,
    position_of,
    rating_of,
    requirement_of,
    role_of,
    skill_of,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

# Where more records than this are wanted of a catalogue, reading all of them is quicker.
FEW = 300

Wanted = Collection[str] | None
V = TypeVar("V")


def numbers_of(
    connection: Connection, table: Table, catalogue: int | None, wanted: Wanted = None
) -> dict[str, int]:
    """Return the numbers by slug: of the catalogues, or of a table's rows in one catalogue."""
    few = _few(wanted)
    found = connection.execute(_numbers(table, few is not None), _asked(catalogue, few))
    return dict(found.tuples().all())


def heads(connection: Connection, wanted: Wanted = None) -> dict[str, CatalogueHead]:
    """Return the heads of the catalogues, in the order in which they were added."""
    few = _few(wanted)
    found = connection.execute(_heads(few is not None), _asked(None, few))
    return {head.id: head for head in _values(head_of, found)}


def skills(connection: Connection, catalogue: int, wanted: Wanted = None) -> tuple[Skill, ...]:
    """Return a catalogue's skills in its order."""
    few = _few(wanted)
    found = connection.execute(_skills(few is not None), _asked(catalogue, few))
    return _values(skill_of, found)


def roles(connection: Connection, catalogue: int, wanted: Wanted = None) -> tuple[Role, ...]:
    """Return a catalogue's roles with their requirements, in its order."""
    few = _few(wanted)
    asked = _asked(catalogue, few)
    needed = connection.execute(_requirements(few is not None), asked)
    required = _grouped(requirement_of, needed)
    found = connection.execute(_roles(few is not None), asked)
    return _values(lambda row: role_of(row, tuple(required.get(row[0], ()))), found)


def moves(connection: Connection, catalogue: int, from_roles: Wanted = None) -> tuple[Move, ...]:
    """Return a catalogue's moves in its order, or those out of certain roles."""
    few = _few(from_roles)
    found = connection.execute(_moves(few is not None), _asked(catalogue, few))
    return _values(move_of, found)


def people(
    connection: Connection, catalogue: int | None, wanted: Wanted = None
) -> tuple[Person, ...]:
    """Return the people of one catalogue or of all, in the order in which they were added."""
    few = _few(wanted)
    shape = (catalogue is not None, few is not None)
    asked = _asked(catalogue, few)
    held = _grouped(position_of, connection.execute(_positions(*shape), asked))
    found = connection.execute(_people(*shape), asked)
    return _values(lambda row: person_of(row, tuple(held.get(row[0], ()))), found)


def ratings(connection: Connection, person: int) -> tuple[Rating, ...]:
    """Return a person's ratings by day, then by entry."""
    return _values(rating_of, connection.execute(_ratings(), {"person": person}))


def ratings_by_entry(connection: Connection, entries: Iterable[int]) -> dict[Key, Rating]:
    """Return the ratings of these entries by their keys; an unknown entry is left out."""
    wanted = list(entries)
    found = {}
    for first in range(0, len(wanted), FEW):
        some = {"entries": wanted[first : first + FEW]}
        rows = connection.execute(_ratings_by_entry(), some).all()
        for row, rating in zip(rows, _values(lambda row: rating_of(row[2:]), rows), strict=True):
            found[Key("rating", row[0], row[1], rating.entry)] = rating
    return found


def _values(of: Callable[[Row], V], rows: Iterable[Row]) -> tuple[V, ...]:
    try:
        return tuple(map(of, rows))
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise BadRow from error


def _grouped(of: Callable[[Row], V], rows: Iterable[Row]) -> dict[int, list[V]]:
    grouped: defaultdict[int, list[V]] = defaultdict(list)
    for number, value in _values(lambda row: (row[0], of(row[1:])), rows):
        grouped[number].append(value)
    return grouped


def _few(wanted: Wanted) -> list[str] | None:
    return None if wanted is None or len(wanted) > FEW else list(wanted)


def _asked(catalogue: int | None, few: list[str] | None) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    if catalogue is not None:
        asked["catalogue"] = catalogue
    if few is not None:
        asked["slugs"] = few
    return asked


def _within(table: Table) -> ColumnElement[bool]:
    return table.c.catalogue_id == bindparam("catalogue")


def _among(table: Table) -> ColumnElement[bool]:
    return table.c.slug.in_(bindparam("slugs", expanding=True))


def _narrowed(query: Select[Any], table: Table, of_catalogue: bool, few: bool) -> Select[Any]:
    if of_catalogue:
        query = query.where(_within(table))
    return query.where(_among(table)) if few else query


# The queries are built once: building one costs as much as a small one takes to run.


@cache
def _numbers(table: Table, few: bool) -> Select[Any]:
    of_catalogue = table is not schema.catalogue
    return _narrowed(select(table.c.slug, table.c.id), table, of_catalogue, few)


@cache
def _heads(few: bool) -> Select[Any]:
    table = schema.catalogue
    return _narrowed(select(table).order_by(table.c.id), table, False, few)


@cache
def _skills(few: bool) -> Select[Any]:
    table = schema.skill
    return _narrowed(select(table).order_by(table.c.place, table.c.id), table, True, few)


@cache
def _roles(few: bool) -> Select[Any]:
    table = schema.role
    return _narrowed(select(table).order_by(table.c.place, table.c.id), table, True, few)


@cache
def _requirements(few: bool) -> Select[Any]:
    table, role, skill = schema.requirement, schema.role, schema.skill
    query = (
        select(
            table.c.role_id,
            skill.c.slug,
            table.c.level,
            table.c.weight,
            table.c.is_essential,
            table.c.source,
            table.c.lower_because_en,
            table.c.lower_because_zh,
        )
        .join_from(table, role, table.c.role_id == role.c.id)
        .join(skill, table.c.skill_id == skill.c.id)
        .order_by(table.c.role_id, table.c.place)
    )
    return _narrowed(query, role, True, few)


@cache
def _moves(few: bool) -> Select[Any]:
    table = schema.move
    start, end = schema.role.alias("start"), schema.role.alias("finish")
    query = (
        select(
            start.c.slug,
            end.c.slug,
            table.c.kind,
            table.c.place,
            table.c.years_least,
            table.c.years_most,
            table.c.precondition_en,
            table.c.precondition_zh,
            table.c.source,
        )
        .join_from(table, start, table.c.from_role_id == start.c.id)
        .join(end, table.c.to_role_id == end.c.id)
        .where(start.c.catalogue_id == bindparam("catalogue"))
        .order_by(table.c.place, start.c.place, end.c.place, table.c.kind)
    )
    if few:
        query = query.where(start.c.slug.in_(bindparam("slugs", expanding=True)))
    return query


@cache
def _people(of_catalogue: bool, few: bool) -> Select[Any]:
    table, catalogue = schema.person, schema.catalogue
    role, target = schema.role.alias("held"), schema.role.alias("target")
    query = (
        select(
            table.c.id,
            catalogue.c.slug,
            table.c.slug,
            table.c.name,
            role.c.slug,
            table.c.since,
            table.c.industry,
            target.c.slug,
            table.c.hours_a_week,
        )
        .join_from(table, catalogue, table.c.catalogue_id == catalogue.c.id)
        .join(role, table.c.role_id == role.c.id)
        .outerjoin(target, table.c.target_role_id == target.c.id)
        .order_by(table.c.id)
    )
    return _narrowed(query, table, of_catalogue, few)


@cache
def _positions(of_catalogue: bool, few: bool) -> Select[Any]:
    table, person, role = schema.position, schema.person, schema.role
    query = (
        select(table.c.person_id, role.c.slug, table.c.since, table.c.until)
        .join_from(table, person, table.c.person_id == person.c.id)
        .join(role, table.c.role_id == role.c.id)
        .order_by(table.c.person_id, table.c.place)
    )
    return _narrowed(query, person, of_catalogue, few)


@cache
def _ratings() -> Select[Any]:
    table, skill = schema.rating, schema.skill
    return (
        select(
            table.c.entry,
            skill.c.slug,
            table.c.rater,
            table.c.day,
            table.c.level,
            table.c.comment,
            table.c.evidence,
        )
        .join_from(table, skill, table.c.skill_id == skill.c.id)
        .where(table.c.person_id == bindparam("person"))
        .order_by(table.c.day, table.c.entry)
    )


@cache
def _ratings_by_entry() -> Select[Any]:
    table, person = schema.rating, schema.person
    catalogue, skill = schema.catalogue, schema.skill
    return (
        select(
            catalogue.c.slug,
            person.c.slug,
            table.c.entry,
            skill.c.slug,
            table.c.rater,
            table.c.day,
            table.c.level,
            table.c.comment,
            table.c.evidence,
        )
        .join_from(table, person, table.c.person_id == person.c.id)
        .join(catalogue, person.c.catalogue_id == catalogue.c.id)
        .join(skill, table.c.skill_id == skill.c.id)
        .where(table.c.entry.in_(bindparam("entries", expanding=True)))
    )
