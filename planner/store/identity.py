"""Whether a file is a store that this planner can open, found out without changing a byte."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from planner.core.errors import PlannerError
from planner.core.text import message
from planner.store import schema
from planner.store.connecting import PATIENCE, companions, connect, look
from planner.store.faults import (
    ForeignFile,
    NewerFile,
    UnreadableFile,
    damaged,
    not_a_database,
    refused,
    told,
)

# The bytes of SQLite's header; it takes a shorter file for an empty database.
HEADER = 100


def examine(file: Path, *, thorough: bool = True, patience: int = PATIENCE) -> int:
    """Return the place of the file's schema in `schema.REVISIONS`, from 1; 0 is before the first.

    Raise PlannerError with the reason why it cannot be opened, the file being left as it was:
    UnreadableFile, ForeignFile or NewerFile where that is the reason. A thorough examination reads
    each page.
    """
    _require_file(file)
    _, index = companions(file)
    had_index = index.exists()
    try:
        with told(file, refused(file)):
            with closing(connect(file, "look", patience)) as connection:
                _require_ours(file, connection)
            with closing(look(file, patience)) as connection:
                return _examine_content(file, connection, thorough)
    except PlannerError:
        if not had_index:
            index.unlink(missing_ok=True)
        raise


def _require_file(file: Path) -> None:
    try:
        found = file.stat()
    except OSError as error:
        raise PlannerError(
            message("There is no file “{file}” that can be read.", file=str(file)),
            remedy=message("Check the name, the folder and your rights to it."),
        ) from error
    if not stat.S_ISREG(found.st_mode):
        raise ForeignFile(
            message("“{file}” is not a file but something else, such as a folder.", file=str(file)),
            effect=refused(file),
            remedy=message("Choose a file."),
        )
    if 0 < found.st_size < HEADER:
        raise not_a_database(file)
    if found.st_size == 0:
        raise UnreadableFile(
            message("“{file}” is empty: there is no planner data in it.", file=str(file)),
            effect=refused(file),
            remedy=message("Choose another file, restore a backup, or remove the empty file."),
        )


def _require_ours(file: Path, connection: sqlite3.Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != schema.APPLICATION_ID:
        raise ForeignFile(
            message("“{file}” belongs to another program.", file=str(file)),
            effect=refused(file),
            remedy=message("Choose a file that the planner made."),
        )
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not 0 <= version <= len(schema.REVISIONS):
        raise newer(file, str(version))


def newer(file: Path, found: str) -> NewerFile:
    """Return the error for a file of a schema that this planner does not know."""
    return NewerFile(
        message(
            "“{file}” comes from a newer planner: its format is {found}, this planner reads"
            " up to {known}.",
            file=str(file),
            found=found,
            known=len(schema.REVISIONS),
        ),
        effect=refused(file),
        remedy=message("Install the newer planner, or choose another file."),
    )


def _examine_content(file: Path, connection: sqlite3.Connection, thorough: bool) -> int:
    _require_ours(file, connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    # What a file carries along could run when rows are read or written.
    strange = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
        " OR sql LIKE 'CREATE VIRTUAL%'"
    ).fetchone()
    if strange:
        raise ForeignFile(
            message("“{file}” holds triggers, views or the like.", file=str(file)),
            effect=refused(file),
            remedy=message("Choose a file that only the planner wrote."),
        )
    if thorough and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(file)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    revision = None
    if "alembic_version" in tables:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        revision = found[0][0] if found else None
    if revision is not None and revision not in schema.REVISIONS:
        raise newer(file, str(revision))
    place = 0 if revision is None else schema.REVISIONS.index(revision) + 1
    is_current = place == len(schema.REVISIONS)
    if place != version or (is_current and not {t.name for t in schema.TABLES} <= tables):
        raise damaged(file)
    return int(version)
