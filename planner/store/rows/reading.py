"""Rows to values, whole catalogues and people in few queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table

from planner.core.edits import Key
from planner.core.model import CatalogueHead, Move, Role, Skill
from planner.core.people import Person, Rating
from planner.store.connecting import driver_of
from planner.store.faults import BadRow
from planner.store.rows import queries
from planner.store.rows.choice_records import questionnaire_of
from planner.store.rows.records import (
    Row,
    agenda_of,
    head_of,
    move_of,
    person_of,
    position_of,
    rating_of,
    requirement_of,
    role_of,
    skill_of,
    wish_of,
)

# Where more records than this are wanted of a catalogue, reading all of them is quicker.
FEW = 300

Wanted = Collection[str] | None
V = TypeVar("V")


def catalogue_number(connection: Connection, slug: str) -> int | None:
    """Return the number of a catalogue, None where there is none."""
    found = _rows(connection, queries.catalogue_number(), (slug,))
    return int(found[0][0]) if found else None


def numbers_of(
    connection: Connection, table: Table, catalogue: str, wanted: Wanted = None
) -> dict[str, int]:
    """Return the numbers by slug of a table's rows in a catalogue."""
    is_few, parameters = _asked(catalogue, wanted)
    return dict(_rows(connection, queries.numbers(table, is_few), parameters))


def newest_entry(connection: Connection) -> int:
    """Return the highest number of a rating, 0 where there is none."""
    return int(_rows(connection, queries.newest_entry(), ())[0][0] or 0)


def heads(connection: Connection, wanted: Wanted = None) -> dict[str, CatalogueHead]:
    """Return the heads of the catalogues, in the order in which they were added."""
    is_few, parameters = _asked(None, wanted)
    agendas = _grouped(agenda_of, _rows(connection, queries.agendas(), ()))
    asked = _grouped(questionnaire_of, _rows(connection, queries.questionnaires(), ()))
    rows = _rows(connection, queries.heads(is_few), parameters)

    def head(row: Row) -> CatalogueHead:
        return head_of(row, tuple(agendas.get(row[0], ())), tuple(asked.get(row[0], ())))

    found = _values(head, rows)
    return {one.id: one for one in found}


def skills(connection: Connection, catalogue: str, wanted: Wanted = None) -> tuple[Skill, ...]:
    """Return a catalogue's skills in its order."""
    is_few, parameters = _asked(catalogue, wanted)
    return _values(skill_of, _rows(connection, queries.skills(is_few), parameters))


def roles(connection: Connection, catalogue: str, wanted: Wanted = None) -> tuple[Role, ...]:
    """Return a catalogue's roles with their requirements, in its order."""
    is_few, parameters = _asked(catalogue, wanted)
    needed = _rows(connection, queries.requirements(is_few), parameters)
    required = _grouped(requirement_of, needed)
    found = _rows(connection, queries.roles(is_few), parameters)
    return _values(lambda row: role_of(row, tuple(required.get(row[0], ()))), found)


def moves(connection: Connection, catalogue: str, from_roles: Wanted = None) -> tuple[Move, ...]:
    """Return a catalogue's moves in its order, or those out of certain roles."""
    is_few, parameters = _asked(catalogue, from_roles)
    return _values(move_of, _rows(connection, queries.moves(is_few), parameters))


def people(
    connection: Connection, catalogue: str | None, wanted: Wanted = None
) -> tuple[Person, ...]:
    """Return the people of one catalogue or of all, in the order in which they were added."""
    is_few, parameters = _asked(catalogue, wanted)
    shape = (catalogue is not None, is_few)
    held = _grouped(position_of, _rows(connection, queries.positions(*shape), parameters))
    wished = _grouped(wish_of, _rows(connection, queries.wishes(*shape), parameters))
    found = _rows(connection, queries.people(*shape), parameters)

    def person(row: Row) -> Person:
        return person_of(row, tuple(held.get(row[0], ())), tuple(wished.get(row[0], ())))

    return _values(person, found)


def ratings(connection: Connection, person: int, skill: str | None = None) -> tuple[Rating, ...]:
    """Return a person's ratings by day, then by entry; those of one skill alone, if it is named."""
    if skill is None:
        return _values(rating_of, _rows(connection, queries.ratings(), (person,)))
    rows = _rows(connection, queries.ratings_of_skill(), (person, skill))
    return _values(rating_of, rows)


def ratings_by_entry(connection: Connection, entries: Collection[int]) -> dict[Key, Rating]:
    """Return the ratings of these entries by their keys; an unknown entry is left out."""
    found = _rows(connection, queries.ratings_by_entry(), (json.dumps(list(entries)),))
    ratings = _values(lambda row: rating_of(row[:-2]), found)
    return {
        Key("rating", row[-2], row[-1], rating.entry): rating
        for row, rating in zip(found, ratings, strict=True)
    }


def _asked(catalogue: str | None, wanted: Wanted) -> tuple[bool, tuple[str, ...]]:
    of_catalogue = () if catalogue is None else (catalogue,)
    if wanted is None or len(wanted) > FEW:
        return False, of_catalogue
    return True, (*of_catalogue, json.dumps(list(wanted)))


def grouped_by_person(
    connection: Connection,
    query: str,
    catalogue: str,
    people: Collection[str],
    of: Callable[[Row], V],
) -> dict[str, list[V]]:
    """Return what a query of `queries.parts` gives, by the slug of the person."""
    found = _rows(connection, query, (catalogue, json.dumps(list(people))))
    grouped: defaultdict[str, list[V]] = defaultdict(list)
    for slug, value in _values(lambda row: (row[0], of(row[1:])), found):
        grouped[slug].append(value)
    return grouped


def _rows(connection: Connection, query: str, parameters: tuple[Any, ...]) -> Sequence[Any]:
    return driver_of(connection).execute(query, parameters).fetchall()


def _values(of: Callable[[Row], V], rows: Iterable[Row]) -> tuple[V, ...]:
    try:
        return tuple(map(of, rows))
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
        raise BadRow from error


def _grouped(of: Callable[[Row], V], rows: Iterable[Row]) -> dict[int, list[V]]:
    grouped: defaultdict[int, list[V]] = defaultdict(list)
    for number, value in _values(lambda row: (row[0], of(row[1:])), rows):
        grouped[number].append(value)
    return grouped
