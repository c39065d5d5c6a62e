"""A foreign framework from its file into the store, against `json.load` and `executemany`."""

from __future__ import annotations

import gc
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from planner.opening import import_files
from planner.store import schema
from planner.store.connecting import connect
from planner.store.database import open_store
from tests.bench.rows import Row
from tests.generated import framework_document

_TODAY = date(2026, 1, 1)
_ROUNDS = 7

_Rows = Mapping[str, Sequence[tuple[Any, ...]]]


def measure() -> list[Row]:
    """Return the ratio of the import: both begin with the file and an empty store of ours."""
    with tempfile.TemporaryDirectory(prefix="career-planner-") as name:
        folder = Path(name)
        file = folder / "framework.json"
        file.write_text(json.dumps(framework_document()), "utf-8")
        # The first time the libraries are loaded too; and it gives the rows for the yardstick.
        rows = _import(file, folder / "first.db")[1]
        ours, bare = [], []
        for number in range(_ROUNDS):
            bare.append(_bare(file, folder / f"bare{number}.db", rows))
            ours.append(_import(file, folder / f"ours{number}.db")[0])
    counts = f"{len(rows['role'])} roles, {len(rows['requirement']):,} requirements"
    return [
        Row(
            what=f"(e) import of {counts}, {len(rows['move']):,} moves",
            ours=median(ours) * 1000,
            unit="ms",
            yardstick=median(bare) * 1000,
            against="json.load and executemany",
            goal=3,
        )
    ]


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def _import(file: Path, path: Path) -> tuple[float, _Rows]:
    store = open_store(path, today=_TODAY)
    try:
        seconds = _timed(lambda: import_files(store, [file], _TODAY))
    finally:
        store.close()
    connection = connect(path, "read")
    try:
        rows = {
            table.name: connection.execute(f"SELECT * FROM {table.name}").fetchall()
            for table in schema.TABLES
        }
    finally:
        connection.close()
    return seconds, rows


def _bare(file: Path, path: Path, rows: _Rows) -> float:
    open_store(path, today=_TODAY).close()
    connection = connect(path)

    def write() -> None:
        with file.open(encoding="utf-8") as opened:
            json.load(opened)
        connection.execute("BEGIN IMMEDIATE")
        for table in schema.TABLES:
            places = ",".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows[table.name])
        connection.execute("COMMIT")

    try:
        return _timed(write)
    finally:
        connection.close()
