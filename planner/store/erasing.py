"""Erasing a person: every row, then every byte that a removed row could leave behind.

A row that is deleted stays in the write-ahead log until that is truncated, and parts of it in pages
that SQLite rearranged; secure_delete alone does not reach those, a VACUUM does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine

from planner.core.errors import PlannerError
from planner.core.text import Message, message
from planner.store import schema
from planner.store.connecting import driver, driver_of
from planner.store.faults import told
from planner.store.rows import conflicts, reading
from planner.store.rows.statements import deletion

# What refers to a person; the person's own row goes last.
_OF_A_PERSON = (
    schema.rating,
    schema.position,
    schema.wish,
    schema.action,
    schema.meeting,
    schema.kpi_result,
    schema.track_choice,
)

NOT_ERASED = message("Nothing was erased.")
HALF_ERASED = message("The records are gone, but traces of them may still be in the file.")


def remove_rows(
    engine: Engine,
    path: Path,
    catalogue: str,
    person: str,
    require_in_place: Callable[[Connection], None],
) -> None:
    """Remove every row of a person; `clean` removes what they leave behind.

    `require_in_place` is called at the last moment before the rows are gone. Raise PlannerError
    where the person is unknown or another program reads the file; then nothing was erased.
    """
    with told(path, NOT_ERASED):
        # Whoever reads an older state keeps the log from being truncated: ask before, not after.
        _truncate_log(engine, path, NOT_ERASED)
        with engine.begin() as connection:
            found = reading.numbers_of(connection, schema.person, catalogue, (person,))
            if person not in found:
                raise conflicts.unknown("person", person, NOT_ERASED)
            for table in _OF_A_PERSON:
                driver_of(connection).execute(deletion(table, "person_id"), (found[person],))
            driver_of(connection).execute(deletion(schema.person, "id"), (found[person],))
            require_in_place(connection)


def clean(engine: Engine, path: Path) -> None:
    """Rewrite the file without anything that removed rows left behind, and empty its log.

    Raise PlannerError where that fails; it can be done again. Closing the file empties the log too.
    """
    with told(path, HALF_ERASED):
        with driver(engine) as connection:
            connection.execute("VACUUM")
        _truncate_log(engine, path, HALF_ERASED)


def _truncate_log(engine: Engine, path: Path, effect: Message) -> None:
    with driver(engine) as connection:
        (is_busy, *_), *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if is_busy:
        raise PlannerError(
            message("Another program is using “{file}”.", file=str(path)),
            effect=effect,
            remedy=message("Close it, then try again."),
        )
