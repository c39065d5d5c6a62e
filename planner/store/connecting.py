"""Connections to a store's file, each with the pragmas that keep it safe."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

Access = Literal["write", "fill", "read", "look"]

# How long a statement waits for another program's lock, in milliseconds.
PATIENCE = 5000

_MODES: dict[Access, str] = {
    "write": "mode=rw",
    # A new file that nobody knows yet, and that is synced once it is whole.
    "fill": "mode=rw",
    "read": "mode=ro",
    # No lock, no -wal, no -shm: the file stays as it is, byte for byte. The WAL is not read.
    "look": "mode=ro&immutable=1",
}
_PRAGMAS: dict[Access, tuple[str, ...]] = {
    "write": ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"),
    "fill": ("journal_mode=MEMORY", "synchronous=OFF"),
}


def connect(file: Path, access: Access = "write", patience: int = PATIENCE) -> sqlite3.Connection:
    """Connect to an existing file, in autocommit mode; raise sqlite3.Error.

    The file is never opened in any other way: closing another descriptor of it would drop the
    locks that SQLite holds in this process.
    """
    connection = _opened(f"{file.absolute().as_uri()}?{_MODES[access]}", patience)
    try:
        # A file from somebody else is hostile input until it is shown to be ours.
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute("PRAGMA mmap_size=0")
        connection.execute("PRAGMA foreign_keys=ON")
        for pragma in _PRAGMAS.get(access, ()):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(file: Path, patience: int = PATIENCE) -> sqlite3.Connection:
    """Connect for reading only, to a copy in memory where the folder allows SQLite no index."""
    connection = connect(file, "read", patience)
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        connection.close()
    else:
        return connection
    # Nobody has the file open, else there would be an index; so it will not change meanwhile.
    connection = _opened("file::memory:", patience)
    with closing(connect(file, "look", patience)) as source:
        source.backup(connection)
    return connection


def _opened(name: str, patience: int) -> sqlite3.Connection:
    return sqlite3.connect(
        name, uri=True, timeout=patience / 1000, isolation_level=None, check_same_thread=False
    )


def engine_on(connecting: Callable[[], sqlite3.Connection]) -> Engine:
    """Return an engine whose transactions take the write lock when they begin.

    The driver's own transactions would not cover DDL; so it runs in autocommit mode and BEGIN is
    said here. An engine with the option `reading` begins without the lock, on one snapshot.
    """
    engine = create_engine(
        "sqlite://",
        creator=connecting,
        poolclass=QueuePool,
        # Else errors would quote names and ratings into the log.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    is_reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


@contextmanager
def driver(engine: Engine) -> Iterator[sqlite3.Connection]:
    """Give a connection of the engine as SQLite's own, outside any transaction."""
    pooled = engine.raw_connection()
    try:
        yield cast("sqlite3.Connection", pooled.driver_connection)
    finally:
        pooled.close()


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection, for what is run often or in bulk, in the same transaction."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def look(file: Path, patience: int = PATIENCE) -> sqlite3.Connection:
    """Connect so that nothing is changed; only where there is a log, SQLite adds its index."""
    log, _ = companions(file)
    # Without its log the file would look older than it is, or torn.
    has_log = log.exists() and log.stat().st_size > 0
    return connect(file, "read" if has_log else "look", patience)


def companions(file: Path) -> tuple[Path, Path]:
    """Return where SQLite keeps the write-ahead log of a file and its index."""
    return file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")


def may_write(file: Path) -> bool:
    """Whether this process may write the file and make others beside it."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (file, file.parent))
