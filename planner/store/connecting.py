"""Connections to a store's file, each with the pragmas that keep it safe."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

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
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import QueuePool

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


class Connections:
    """The connections to one file: SQLite's own to read, SQLAlchemy's engine to change.

    The engine is made when it is first asked for, as no start of the window needs SQLAlchemy; it
    takes over the connections made so far. Any thread may ask for either.
    """

    def __init__(self, connecting: Callable[[], sqlite3.Connection]) -> None:
        self._connecting = connecting
        self._idle: list[sqlite3.Connection] = []
        self._engine: Engine | None = None
        self._lock = Lock()

    @property
    def engine(self) -> Engine:
        """The engine; see `engine_on`."""
        with self._lock:
            if self._engine is None:
                self._engine = engine_on(self._next)
            return self._engine

    @contextmanager
    def driver(self) -> Iterator[sqlite3.Connection]:
        """Give a connection of SQLite's own, outside any transaction."""
        engine = self._engine
        if engine is not None:
            pooled = engine.raw_connection()
            try:
                yield cast("sqlite3.Connection", pooled.driver_connection)
            finally:
                pooled.close()
            return
        connection = self._next()
        try:
            yield connection
        finally:
            self._take_back(connection)

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Give a connection to read from, as if nothing changed meanwhile."""
        with self.driver() as connection:
            connection.execute("BEGIN")
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.dispose()
        while self._idle:
            self._idle.pop().close()

    def _next(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connecting()

    def _take_back(self, connection: sqlite3.Connection) -> None:
        try:
            connection.rollback()
        except sqlite3.Error:
            connection.close()
        else:
            self._idle.append(connection)


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
