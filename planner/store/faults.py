"""What SQLite refuses, told as errors for people: what happened, what was not saved, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from planner.core.errors import PlannerError
from planner.core.text import Message, message


class StaleEdit(PlannerError):
    """An edit whose `before` is no longer what the store holds."""


class BadRow(Exception):
    """A row that holds no record; told as damage."""


class UnreadableFile(PlannerError):
    """A file that SQLite cannot read as a database, or finds damaged."""


class ForeignFile(PlannerError):
    """A file that is something else than a planner's store."""


class NewerFile(PlannerError):
    """A store that a newer planner wrote."""


def refused(file: Path) -> Message:
    """Return the words for a file that was only looked at."""
    return message("Nothing in “{file}” was changed.", file=file.name)


def damaged(file: Path) -> UnreadableFile:
    """Return the error for a store whose content does not hold together."""
    return UnreadableFile(
        message("“{file}” is damaged.", file=str(file)),
        effect=refused(file),
        remedy=message("Restore a backup; the damaged file is kept beside it."),
    )


def not_a_database(file: Path) -> UnreadableFile:
    """Return the error for a file that does not begin as a database does."""
    return UnreadableFile(
        message("“{file}” is not a planner file, or its beginning is damaged.", file=str(file)),
        effect=refused(file),
        remedy=message("Choose another file, or restore a backup."),
    )


def gone(file: Path, effect: Message) -> PlannerError:
    """Return the error for a file that is not at its place any more."""
    return PlannerError(
        message("“{file}” has gone or was replaced while it was open.", file=str(file)),
        effect=effect,
        remedy=message("Put the file back, or close the planner and open it again."),
    )


def read_only(file: Path, effect: Message) -> PlannerError:
    """Return the error for a file that may not be written."""
    return PlannerError(
        message("“{file}” can only be read, not changed.", file=str(file)),
        effect=effect,
        remedy=message("Make the file and its folder writable, then open it again."),
    )


def _full(file: Path, effect: Message) -> PlannerError:
    return PlannerError(
        message("There is no room left on the disk that holds “{file}”.", file=str(file)),
        effect=effect,
        remedy=message("Make room on the disk, then try again."),
    )


def _locked(file: Path, effect: Message) -> PlannerError:
    return PlannerError(
        message("Another program is writing to “{file}”.", file=str(file)),
        effect=effect,
        remedy=message("Wait until it has finished, then try again."),
    )


def _disk(file: Path, effect: Message) -> PlannerError:
    return PlannerError(
        message("The disk that holds “{file}” failed to read or write.", file=str(file)),
        effect=effect,
        remedy=message("Check the disk and the connection to it, then try again."),
    )


def _closed_door(file: Path, effect: Message) -> PlannerError:
    return PlannerError(
        message("“{file}” cannot be opened.", file=str(file)),
        effect=effect,
        remedy=message("Check that the file is there and that you may read and write it."),
    )


def unstorable(effect: Message) -> PlannerError:
    """Return the error for a value that no row can hold."""
    return PlannerError(
        message("A value cannot be stored: it is out of range or not valid text."),
        effect=effect,
        remedy=message("Correct the value, then try again."),
    )


_TOLD: dict[int, Callable[[Path, Message], PlannerError]] = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_BUSY: _locked,
    sqlite3.SQLITE_LOCKED: _locked,
    sqlite3.SQLITE_PROTOCOL: _locked,
    sqlite3.SQLITE_IOERR: _disk,
    sqlite3.SQLITE_CANTOPEN: _closed_door,
    sqlite3.SQLITE_PERM: _closed_door,
    sqlite3.SQLITE_AUTH: _closed_door,
    sqlite3.SQLITE_CORRUPT: lambda file, _: damaged(file),
    sqlite3.SQLITE_NOTADB: lambda file, _: not_a_database(file),
    sqlite3.SQLITE_CONSTRAINT: lambda _, effect: unstorable(effect),
    sqlite3.SQLITE_TOOBIG: lambda _, effect: unstorable(effect),
}
_PRIMARY = 0xFF


@contextmanager
def told(file: Path, effect: Message) -> Iterator[None]:
    """Turn what SQLite refuses within the block into a PlannerError; a fault of ours stays one."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", 0) & _PRIMARY
        tell = _TOLD.get(code)
        if tell is None:
            raise
        raise tell(file, effect) from error
    except BadRow as error:
        raise damaged(file) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise unstorable(effect) from error
