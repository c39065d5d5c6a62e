"""Opening the store: created, examined, backed up and migrated before anything is read."""

from __future__ import annotations

import logging
import os
import tempfile
from datetime import date, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from planner.core.errors import PlannerError
from planner.core.text import Message, message
from planner.store import schema
from planner.store.backup import BEFORE_MIGRATION, DAILY, back_up, has_backup_of, sync, thin
from planner.store.connecting import (
    PATIENCE,
    companions,
    connect,
    connect_to_read,
    driver,
    engine_on,
    may_write,
)
from planner.store.faults import read_only, told
from planner.store.identity import examine
from planner.store.migrating import migrate
from planner.store.store import Store

_log = logging.getLogger("planner.store")

# Reading every page takes a start longer than it should from this size on, in bytes; such a file is
# examined thoroughly when its backup of the day is made.
LARGE = 32 * 1024 * 1024

NOT_OPENED = message("The planner's data was not opened and not changed.")


def open_store(
    path: Path,
    *,
    backups: Path | None = None,
    today: date | None = None,
    create: bool = True,
    patience: int = PATIENCE,
) -> Store:
    """Open the store at `path`, made first where it is absent and `create` says so.

    `backups` is the folder of the backups, `backups` beside the store unless given; `today` the day
    of the daily one; `patience` how long to wait for other programs, in milliseconds. A file that
    may only be read is opened for reading. Raise PlannerError where the file is not a store, is
    damaged or newer, with nothing in it changed.
    """
    path = Path(os.path.realpath(path))
    folder = backups or path.parent / "backups"
    now = datetime.combine(today or date.today(), datetime.now().time())
    is_new = create and not os.path.lexists(path)
    if is_new:
        _create(path)
    is_due = not is_new and not _has_backup_of(folder, path, now.date())
    is_large = os.path.isfile(path) and path.stat().st_size > LARGE
    version = examine(path, thorough=is_due or not is_large, patience=patience)
    is_current = version == len(schema.REVISIONS)
    if not may_write(path):
        if not is_current:
            raise read_only(path, NOT_OPENED)
        reading = engine_on(partial(connect_to_read, path, patience))
        return Store(reading, path, folder, is_read_only=True)
    engine = engine_on(partial(connect, path, "write", patience))
    warnings: tuple[Message, ...] = ()
    try:
        if not is_current:
            with told(path, NOT_OPENED), driver(engine) as source:
                back_up(source, path, folder, BEFORE_MIGRATION, now)
            migrate(engine, path, NOT_OPENED)
            _log.info("migrated from %d to %d", version, len(schema.REVISIONS))
        elif is_due:
            warnings = _daily_backup(engine, path, folder, now)
        return Store(engine, path, folder, warnings=warnings)
    except BaseException:
        engine.dispose()
        raise


def _create(path: Path) -> None:
    """Make an empty store under another name and give it its own when it is whole."""
    if os.path.lexists(companions(path)[0]):
        raise PlannerError(
            message("“{file}” has gone, but its log is still there.", file=str(path)),
            effect=NOT_OPENED,
            remedy=message("Put the file back beside its log, or restore a backup."),
        )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(".tmp", f"{path.name}.", path.parent)
        os.close(descriptor)
        unfinished = Path(name)
        try:
            with told(path, NOT_OPENED):
                _fill(unfinished)
            sync(unfinished)
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PlannerError(
            message("“{file}” cannot be made.", file=str(path)),
            effect=NOT_OPENED,
            remedy=message(
                "Make room on the disk, check your rights to the folder, or choose another."
            ),
        ) from error
    sync(path.parent)
    _log.info("created")


def _fill(file: Path) -> None:
    engine = engine_on(partial(connect, file, "fill"))
    try:
        with engine.begin() as connection:
            schema.metadata.create_all(connection, checkfirst=False)
            newest = {"version_num": schema.REVISIONS[-1]}
            connection.execute(schema.alembic_version.insert(), newest)
            connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={len(schema.REVISIONS)}")
    finally:
        engine.dispose()


def _has_backup_of(folder: Path, path: Path, day: date) -> bool:
    try:
        return has_backup_of(folder, path, day)
    except OSError:
        return False


def _daily_backup(engine: Engine, path: Path, folder: Path, now: datetime) -> tuple[Message, ...]:
    """Make the backup of the day; a failure is told, and does not keep anybody from working."""
    try:
        with told(path, NOT_OPENED), driver(engine) as source:
            back_up(source, path, folder, DAILY, now)
        thin(folder, path, now.date())
    except PlannerError as error:
        _log.warning("no backup of the day: %s", type(error.__cause__).__name__)
        return error.sentences
    except OSError as error:
        _log.warning("backups not thinned: %s", type(error).__name__)
    return ()
