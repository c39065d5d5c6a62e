"""Verified backups of the store: made, listed, thinned, and brought back."""

from __future__ import annotations

import glob
import logging
import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from planner.core.errors import PlannerError
from planner.core.text import Message, message
from planner.store.connecting import PATIENCE, companions, connect, look
from planner.store.faults import NewerFile, UnreadableFile, damaged, told
from planner.store.identity import examine

_log = logging.getLogger("planner.store")

DAILY = "daily"
BEFORE_MIGRATION = "migration"
BEFORE_RESTORE = "restore"
ASKED = "asked"

# Of each store's backups all of so many days stay, then the newest of so many days, weeks, months.
KEEP_ALL_DAYS = 2
KEEP_DAYS = 7
KEEP_WEEKS = 4
KEEP_MONTHS = 6

_STAMP = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(
    r"(?P<store>.+)\.(?P<stamp>\d{4}-\d\d-\d\d-\d{6})\.(?P<reason>[a-z]+)\.backup"
    r"(?P<unfinished>\.\w+\.tmp)?"
)
NOT_MADE = message("No backup was made.")
NOT_RESTORED = message("Nothing was restored.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup in the folder: of which store, made when (local time) and why, its size in bytes."""

    path: Path
    store: str
    made: datetime
    reason: str
    size: int
    is_finished: bool = True


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, newest first; none where there is no such folder."""
    finished = (backup for backup in _found(folder) if backup.is_finished)
    return tuple(sorted(finished, key=lambda backup: backup.made, reverse=True))


def copies_of(file: Path, folder: Path) -> tuple[tuple[Path, datetime], ...]:
    """Return every file that the planner made of a store and when (local time), newest first.

    Backups in the folder, also what a crash left unfinished, and damaged files that were set aside.
    """
    found = [(backup.path, backup.made) for backup in _found(folder) if backup.store == file.name]
    for path in file.parent.glob(f"{glob.escape(file.name)}.damaged-*"):
        found.append((path, datetime.fromtimestamp(path.stat().st_mtime).replace(microsecond=0)))
    return tuple(sorted(found, key=lambda copy: (copy[1], copy[0].name), reverse=True))


def has_backup_of(folder: Path, file: Path, day: date) -> bool:
    """Whether the store was backed up on a day."""
    return any(
        backup.store == file.name and backup.made.date() == day for backup in list_backups(folder)
    )


def back_up(
    source: sqlite3.Connection, file: Path, folder: Path, reason: str, now: datetime
) -> Path:
    """Copy the store into the folder under a name that tells when and why; return its path.

    Raise PlannerError where no verified copy could be made.
    """
    with _into(folder, NOT_MADE):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        to = _unused(folder, file, reason, now)
        copy(source, to, NOT_MADE)
        _log.info("backed up (%s): %d bytes", reason, to.stat().st_size)
    return to


def back_up_to(source: sqlite3.Connection, file: Path, to: Path, now: datetime) -> Path:
    """Copy the store to a file, or into a folder, that a person chose; return the copy's path.

    A planner file there is replaced. Raise PlannerError where the file is the store itself, or
    something else than a planner file.
    """
    with _into(to.parent, NOT_MADE):
        if to.is_dir():
            to = _unused(to, file, ASKED, now)
        elif to.exists():
            if to.samefile(file):
                raise _own_file(to, NOT_MADE)
            examine(to, thorough=False)
            if any(companion.exists() for companion in companions(to)):
                raise PlannerError(
                    message("“{file}” is in use.", file=str(to)),
                    effect=NOT_MADE,
                    remedy=message("Choose another name for the backup."),
                )
        copy(source, to, NOT_MADE)
        _log.info("backed up (%s): %d bytes", ASKED, to.stat().st_size)
    return to


def copy(source: sqlite3.Connection, to: Path, effect: Message) -> None:
    """Copy a database to a file by way of a temporary one: whole and verified, or not at all."""
    with _into(to.parent, effect):
        descriptor, name = tempfile.mkstemp(".tmp", f"{to.name}.", to.parent)
        os.close(descriptor)
        unfinished = Path(name)
        try:
            with told(to, effect), closing(connect(unfinished, "fill")) as target:
                source.backup(target, progress=_without_waiting)
                # One file without companions, wherever it is carried.
                target.execute("PRAGMA journal_mode=DELETE")
                if target.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise damaged(to)
            sync(unfinished)
            unfinished.replace(to)
        except BaseException:
            for left in (unfinished, *companions(unfinished)):
                left.unlink(missing_ok=True)
            raise
    sync(to.parent)


def thin(folder: Path, file: Path, today: date) -> None:
    """Remove the store's backups that newer ones supersede, and what a crash left unfinished."""
    own = [backup for backup in _found(folder) if backup.store == file.name]
    kept = worth_keeping((backup for backup in own if backup.is_finished), today)
    for backup in own:
        if backup not in kept and not _is_recent(backup, today):
            backup.path.unlink(missing_ok=True)


def worth_keeping(backups: Iterable[Backup], today: date) -> frozenset[Backup]:
    """Return all backups of two days, 7 daily, 4 weekly and 6 monthly ones, and all asked for."""
    newest_first = sorted(backups, key=lambda backup: backup.made, reverse=True)
    kept = {
        backup for backup in newest_first if backup.reason == ASKED or _is_recent(backup, today)
    }
    older = [backup for backup in newest_first if backup not in kept]
    periods: tuple[tuple[int, Callable[[date], object]], ...] = (
        (KEEP_DAYS, lambda day: day),
        (KEEP_WEEKS, lambda day: day.isocalendar()[:2]),
        (KEEP_MONTHS, lambda day: (day.year, day.month)),
    )
    for number, period in periods:
        newest: dict[object, Backup] = {}
        for backup in older:
            newest.setdefault(period(backup.made.date()), backup)
        kept.update(list(newest.values())[:number])
    return frozenset(kept)


def restore(path: Path, from_file: Path, *, backups: Path, patience: int = PATIENCE) -> Path | None:
    """Bring a backup back as the store at `path`, which must be closed; raise PlannerError.

    The present state is kept first, and where is returned: a backup, or of a store that cannot be
    read the file itself under another name; None where there was no store. `patience` is how long
    to wait for other programs, in milliseconds.
    """
    path = Path(os.path.realpath(path))
    now = datetime.now()
    kept: Path | None
    with _into(path.parent, NOT_RESTORED):
        if path.exists() and from_file.exists() and from_file.samefile(path):
            raise _own_file(from_file, NOT_RESTORED)
        examine(from_file, patience=patience)
        with told(from_file, NOT_RESTORED), closing(look(from_file, patience)) as source:
            if path.exists() and _can_be_copied(path):
                with told(path, NOT_RESTORED), closing(connect(path, "write", patience)) as present:
                    kept = back_up(present, path, backups, BEFORE_RESTORE, now)
                    # Through SQLite, in one transaction: an open window reads on.
                    source.backup(present, progress=_without_waiting)
            else:
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                kept = _set_aside(path, now)
                copy(source, path, NOT_RESTORED)
    _log.info("restored")
    return kept


def sync(place: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    # Folders cannot be synced on Windows, nor need they be.
    with suppress(PermissionError):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _found(folder: Path) -> Iterator[Backup]:
    for path in folder.iterdir() if folder.is_dir() else ():
        name = _NAME.fullmatch(path.name)
        if name is None or not path.is_file():
            continue
        with suppress(ValueError):
            yield Backup(
                path=path,
                store=name["store"],
                # strptime() would build its tables of every locale's names at each start.
                made=datetime.fromisoformat(f"{name['stamp'][:10]}T{name['stamp'][11:]}"),
                reason=name["reason"],
                size=path.stat().st_size,
                is_finished=not name["unfinished"],
            )


def _unused(folder: Path, file: Path, reason: str, made: datetime) -> Path:
    while (path := folder / f"{file.name}.{made:{_STAMP}}.{reason}.backup").exists():
        made += timedelta(seconds=1)
    return path


def _is_recent(backup: Backup, today: date) -> bool:
    return backup.made.date() > today - timedelta(days=KEEP_ALL_DAYS)


def _can_be_copied(path: Path) -> bool:
    try:
        examine(path)
    except UnreadableFile:
        return False
    except NewerFile:
        return True
    return True


def _set_aside(path: Path, now: datetime) -> Path | None:
    """Give a file that cannot be read another name, its log and index with it: never delete."""
    aside = path.with_name(f"{path.name}.damaged-{now:{_STAMP}}")
    moved = None
    for old, new in zip((path, *companions(path)), (aside, *companions(aside)), strict=True):
        if old.exists():
            old.rename(new)
            moved = moved or new
    return moved


def _without_waiting(status: int, _remaining: int, _total: int) -> None:
    """End a copy that meets a lock; the driver would try for ever."""
    if status not in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
        error = sqlite3.OperationalError("the database is locked")
        error.sqlite_errorcode = status
        raise error


def _own_file(file: Path, effect: Message) -> PlannerError:
    return PlannerError(
        message("“{file}” is the file that the planner works on.", file=str(file)),
        effect=effect,
        remedy=message("Choose another file."),
    )


@contextmanager
def _into(folder: Path, effect: Message) -> Iterator[None]:
    """Tell what the system refuses while something is written into a folder."""
    try:
        yield
    except OSError as error:
        raise PlannerError(
            message("Nothing can be written into the folder “{folder}”.", folder=str(folder)),
            effect=effect,
            remedy=message(
                "Make room on the disk, check your rights to the folder, or choose another."
            ),
        ) from error
