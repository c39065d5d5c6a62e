"""The levels of a team out of the store: a few queries, and arrays instead of ratings."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection, ScalarSelect, bindparam, func, select
from sqlalchemy.dialects.sqlite import dialect

from planner.core.gaps import Basis
from planner.core.people import Rater
from planner.core.team.levels import (
    DAY_BITS,
    MOST_PEOPLE_IN_A_BLOCK,
    NOT_APPLICABLE,
    RATER_BITS,
    RATERS,
    UNRATED,
    LevelBlock,
)
from planner.store import schema
from planner.store.connecting import driver_of
from planner.store.rows import reading, records

# Whoever is seen first is read first, in a block that takes no time.
FIRST_PEOPLE = 24
_MOST_PEOPLE = 250
_RATERS = {
    Basis.AGREED: RATERS,
    Basis.MANAGER: (Rater.MANAGER,),
    Basis.SELF: (Rater.SELF,),
}


def level_blocks(
    connection: Connection,
    catalogue: str,
    people: Sequence[str],
    skills: Sequence[str],
    basis: Basis,
    as_of: date,
) -> Iterator[LevelBlock]:
    """Yield the ratings that count of these people and skills of a catalogue, block by block.

    The first few of `people` come first. Raise KeyError for an unknown person or skill.
    """
    person_numbers = reading.numbers_of(connection, schema.person, catalogue, people)
    skill_numbers = reading.numbers_of(connection, schema.skill, catalogue, skills)
    raters = [records.RATERS.index(rater) for rater in _RATERS[basis]]
    query, constants = _newest()
    asked = {
        **constants,
        "skills": json.dumps([skill_numbers[skill] for skill in skills]),
        "first_rater": min(raters),
        "last_rater": max(raters),
        "as_of": as_of.toordinal(),
    }
    for block in _blocks(people, person_numbers):
        asked["people"] = json.dumps([person_numbers[person] for person in block])
        rows = driver_of(connection).execute(query, asked)
        yield LevelBlock(block, array("d", chain.from_iterable(rows)))


def _blocks(people: Sequence[str], numbers: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """Yield those seen first, then the others as they lie beside each other in the index."""
    if people:
        yield tuple(people[:FIRST_PEOPLE])
    others = sorted(people[FIRST_PEOPLE:], key=numbers.__getitem__)
    for start in range(0, len(others), _MOST_PEOPLE):
        yield tuple(others[start : start + _MOST_PEOPLE])


@cache
def _newest() -> tuple[str, dict[str, Any]]:
    """The rating that counts of each person and skill that is listed, with its own parameters.

    One step into the index `ix_rating_newest` finds it, as its last row up to the day: within a
    skill and a person it is ordered by rater, of whom the later ones take precedence, then by day
    and entry. Grouping all ratings takes longer, the more the longer their history.
    """
    skill = func.json_each(bindparam("skills")).table_valued("key", "value", name="wanted_skill")
    person = func.json_each(bindparam("people")).table_valued("key", "value", name="wanted_person")
    rating = schema.rating.c

    def newest(column: Any) -> ScalarSelect[Any]:
        return (
            select(column)
            .where(
                rating.skill_id == skill.c.value,
                rating.person_id == person.c.value,
                rating.rater.between(bindparam("first_rater"), bindparam("last_rater")),
                rating.day <= bindparam("as_of"),
            )
            .order_by(rating.rater.desc(), rating.day.desc(), rating.entry.desc())
            .limit(1)
            .scalar_subquery()
        )

    place = skill.c.key * MOST_PEOPLE_IN_A_BLOCK + person.c.key
    rated = func.coalesce(newest(rating.rater * (1 << DAY_BITS) + rating.day), 0)
    level = newest(func.coalesce(rating.level, bindparam("not_applicable")))
    query = select(
        place * (1 << (DAY_BITS + RATER_BITS)) + rated,
        func.coalesce(level, bindparam("unrated")),
    )
    built = query.compile(dialect=dialect(paramstyle="named"))
    constants = {name: value for name, value in built.params.items() if value is not None}
    return str(built), {**constants, "not_applicable": NOT_APPLICABLE, "unrated": UNRATED}
