"""The SQL that writes rows, compiled once, and how many rows are added at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import cache
from itertools import chain, islice

from sqlalchemy import Table, bindparam, delete
from sqlalchemy.dialects.sqlite import insert

from planner.store.rows.queries import compiled
from planner.store.rows.records import Values

# How many rows one statement inserts; more gain nothing.
TOGETHER = 100

# Run by the driver: Core's own parameters cost more per row than SQLite does.


def add(driver: sqlite3.Connection, table: Table, rows: Iterable[Values]) -> None:
    """Add rows to a table."""
    coming = iter(rows)
    while some := list(islice(coming, TOGETHER)):
        values = list(chain.from_iterable(some))
        driver.execute(_insertion(table, len(some)), values)


@cache
def put(table: Table, *names: str) -> str:
    """Add a row, or change the one with the same values in the columns `names`."""
    adding = insert(table)
    changed = {c.name: adding.excluded[c.name] for c in table.c if c.name not in ("id", *names)}
    putting = adding.on_conflict_do_update(index_elements=names, set_=changed)
    return compiled(putting)


@cache
def deletion(table: Table, *names: str) -> str:
    """Delete the rows with these values in the columns `names`."""
    doomed = delete(table).where(*(table.c[name] == bindparam(name) for name in names))
    return compiled(doomed)


@cache
def _insertion(table: Table, rows: int) -> str:
    places = ", ".join("?" * len(table.columns))
    return compiled(insert(table)) + f", ({places})" * (rows - 1)
