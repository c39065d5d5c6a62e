"""Opening: made safely, refused with a reason and untouched, or opened for reading only."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from planner.core.errors import PlannerError
from planner.core.text import message
from planner.store import schema
from planner.store.connecting import companions, driver
from planner.store.database import LARGE
from planner.store.faults import ForeignFile, NewerFile, UnreadableFile
from tests.store.conftest import OpenStore
from tests.store.sample import BO, CATALOGUE, LABEL, catalogue_created, created, joined

NOBODY = 65534


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def state(folder: Path) -> dict[str, tuple[str, int]]:
    """The bytes and times of all files in a folder."""
    return {
        path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in folder.iterdir()
        if path.is_file()
    }


def with_sqlite(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def closed(path: Path, open_at: OpenStore) -> Path:
    """The file of a closed store with enough in it for many pages."""
    store = open_at(path)
    store.apply(joined(catalogue_created(CATALOGUE), created(BO)))
    store.apply(created(*(replace(BO, id=f"bo-{n}", name="Bo " * 20) for n in range(500))))
    store.close()
    return path


# A new store


def test_a_new_store_is_private_and_says_whose_it_is(path: Path, open_at: OpenStore) -> None:
    store = open_at(path)
    store.apply(catalogue_created(CATALOGUE))
    assert mode(path.parent) == 0o700
    log, index = companions(path)
    assert [mode(file) for file in (path, log, index)] == [0o600] * 3
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["planner.db"]
    with closing(sqlite3.connect(path)) as connection:
        pragmas = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        ]
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    assert pragmas == [0x43504C4E, len(schema.REVISIONS), "wal"]
    assert revision == [(schema.REVISIONS[-1],)]


def test_every_connection_is_a_careful_one(path: Path, open_at: OpenStore) -> None:
    store = open_at(path, patience=5000)
    expected = {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "secure_delete": 1,
        "cell_size_check": 1,
    }
    with driver(store._engine) as first, driver(store._engine) as second:
        assert first is not second
        for connection in (first, second):
            found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
            assert found == expected


def test_an_absent_store_is_not_made_unasked(path: Path, open_at: OpenStore) -> None:
    with pytest.raises(PlannerError, match="There is no file"):
        open_at(path, create=False)
    assert not path.parent.exists()


def test_a_store_that_cannot_be_made_is_told(tmp_path: Path, open_at: OpenStore) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PlannerError, match="cannot be made") as caught:
        open_at(tmp_path / "file" / "planner.db")
    assert caught.value.effect is not None


def test_a_store_that_is_not_made_whole_leaves_nothing(
    path: Path, open_at: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "APPLICATION_ID", "not a number")
    with pytest.raises(Exception, match="syntax error"):
        open_at(path)
    assert list(path.parent.iterdir()) == []


def test_a_log_without_its_file_is_left_alone(path: Path, open_at: OpenStore) -> None:
    path.parent.mkdir()
    companions(path)[0].write_bytes(b"a log")
    with pytest.raises(PlannerError, match="log is still there"):
        open_at(path)
    assert [file.name for file in path.parent.iterdir()] == ["planner.db-wal"]


def test_a_link_leads_to_the_store(path: Path, open_at: OpenStore, tmp_path: Path) -> None:
    open_at(path).close()
    link = tmp_path / "link.db"
    link.symlink_to(path)
    assert open_at(link).path == path


# Refused


def truncated(size: int) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        os.truncate(path, size)

    return damage


def halved(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def scrambled(page: int) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(page * 4096)
            file.write(bytes(range(256)) * 16)

    return damage


def replaced_by(content: bytes) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        path.write_bytes(content)

    return damage


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def foreign(path: Path) -> None:
    path.unlink()
    with_sqlite(path, "CREATE TABLE note (text)", "INSERT INTO note VALUES ('theirs')")


def foreign_with_log(path: Path) -> None:
    """A file of another program that did not close it."""
    origin = path.with_name("origin.db")
    with closing(sqlite3.connect(origin, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE note (text)")
        shutil.copy(origin, path)
        shutil.copy(companions(origin)[0], companions(path)[0])
    origin.unlink()


def altered(*statements: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with_sqlite(path, *statements)

    return damage


def altered_in_log(*statements: str) -> Callable[[Path], None]:
    """A change that stands in the log only, as after a crash of the program that made it."""

    def damage(path: Path) -> None:
        origin = path.with_name("origin.db")
        path.rename(origin)
        with closing(sqlite3.connect(origin, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)
            shutil.copy(origin, path)
            shutil.copy(companions(origin)[0], companions(path)[0])
        origin.unlink()

    return damage


def log_of_another(path: Path) -> None:
    """A log that belongs to another file, of which the pages overlay ours."""
    origin = path.with_name("origin.db")
    with closing(sqlite3.connect(origin, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        for number in range(30):
            connection.execute(f"CREATE TABLE note{number} (text)")
        shutil.copy(companions(origin)[0], companions(path)[0])
    origin.unlink()


REFUSED: dict[str, tuple[Callable[[Path], None], type[PlannerError]]] = {
    "empty": (truncated(0), UnreadableFile),
    "cut in the header": (truncated(60), UnreadableFile),
    "cut after the header": (truncated(100), UnreadableFile),
    "cut after a page": (truncated(4096), UnreadableFile),
    "cut in the middle": (halved, UnreadableFile),
    "random header": (replaced_by(bytes(range(256)) * 40), UnreadableFile),
    "zip": (replaced_by(b"PK\x03\x04" + bytes(5000)), UnreadableFile),
    "text": (replaced_by(b"people:\n- id: lin-wei\n" * 500), UnreadableFile),
    "folder": (a_folder, ForeignFile),
    "pipe": (a_pipe, ForeignFile),
    "foreign": (foreign, ForeignFile),
    "foreign with a log": (foreign_with_log, ForeignFile),
    "log of another file": (log_of_another, PlannerError),
    "newer": (altered("PRAGMA user_version=3"), NewerFile),
    "negative version": (altered("PRAGMA user_version=-1"), NewerFile),
    "newer in the log": (altered_in_log("PRAGMA user_version=3"), NewerFile),
    "unknown revision": (altered("UPDATE alembic_version SET version_num='0077'"), NewerFile),
    "no revision": (altered("DELETE FROM alembic_version"), UnreadableFile),
    "version and revision differ": (altered("PRAGMA user_version=0"), UnreadableFile),
    "a table is missing": (altered("DROP TABLE rating"), UnreadableFile),
    "a trigger": (
        altered("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM rating; END"),
        ForeignFile,
    ),
    "a view": (altered("CREATE VIEW v AS SELECT 1"), ForeignFile),
    "a trigger in the log": (
        altered_in_log("CREATE TRIGGER t AFTER INSERT ON person BEGIN SELECT 1; END"),
        ForeignFile,
    ),
    "a virtual table": (altered("CREATE VIRTUAL TABLE v USING fts5(text)"), ForeignFile),
} | {f"page {page} scrambled": (scrambled(page), UnreadableFile) for page in (0, 1, 2, 5, 9)}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_a_sound_store_is_refused_and_left_as_it_was(
    closed: Path, open_at: OpenStore, name: str
) -> None:
    damage, error = REFUSED[name]
    damage(closed)
    before = state(closed.parent)
    with pytest.raises(PlannerError) as caught:
        open_at(closed)
    assert isinstance(caught.value, error)
    assert caught.value.effect == message("Nothing in “{file}” was changed.", file="planner.db")
    assert caught.value.remedy is not None
    assert str(closed) in dict(caught.value.happened.arguments).values()
    assert state(closed.parent) == before
    assert {path.name for path in closed.parent.iterdir()} == before.keys() | (
        {"planner.db"} if name in ("folder", "pipe") else set()
    )


def test_a_row_that_holds_no_record_is_told_as_damage(closed: Path, open_at: OpenStore) -> None:
    with_sqlite(closed, "UPDATE skill SET levels='{'")
    store = open_at(closed)
    with pytest.raises(UnreadableFile):
        store.catalogue("am-lm")
    assert [found.text for found in store.integrity()] == [
        "A record cannot be read. Restore a backup."
    ]


def test_a_large_file_is_read_through_once_a_day(closed: Path, open_at: OpenStore) -> None:
    padding = f"CREATE TABLE padding AS SELECT zeroblob({LARGE}) AS filling"
    with_sqlite(closed, padding)
    assert open_at(closed).people()
    open_at(closed).close()
    scrambled(3)(closed)
    store = open_at(closed)
    store.close()
    shutil.rmtree(closed.parent / "backups")
    with pytest.raises(UnreadableFile):
        open_at(closed)


def test_a_crash_leaves_a_log_that_is_read(path: Path, open_at: OpenStore, tmp_path: Path) -> None:
    store = open_at(path)
    store.apply(joined(catalogue_created(CATALOGUE), created(BO)))
    crashed = tmp_path / "crashed"
    shutil.copytree(path.parent, crashed)
    assert (crashed / "planner.db-wal").stat().st_size > 0
    assert open_at(crashed / "planner.db").people() == (BO,)


# For reading only


@contextmanager
def as_nobody() -> Iterator[None]:
    """Act without root's power to write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared(closed: Path) -> Iterator[Path]:
    """A store in a folder that everybody may enter and nobody may write, nor its file."""
    folder = Path(tempfile.mkdtemp(prefix="planner-shared-"))
    file = folder / "planner.db"
    shutil.copy(closed, file)
    file.chmod(0o444)
    folder.chmod(0o555)
    yield file
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_that_may_only_be_read_is_read(shared: Path, open_at: OpenStore) -> None:
    shared.parent.chmod(0o777)
    with as_nobody():
        store = open_at(shared)
        assert store.is_read_only
        assert store.catalogue("am-lm") == CATALOGUE
        with pytest.raises(PlannerError, match="only be read") as caught:
            store.apply(created(BO))
        assert caught.value.effect == message("Not saved: {label}.", label=LABEL)
        store.close()


def test_a_folder_that_may_only_be_read_is_read_too(
    shared: Path, open_at: OpenStore, tmp_path: Path
) -> None:
    before = state(shared.parent)
    with as_nobody():
        store = open_at(shared)
        assert store.is_read_only
        assert store.catalogue("am-lm") == CATALOGUE
        assert len(store.people()) == 501
        assert store.integrity() == ()
        store.close()
    assert state(shared.parent) == before


def test_an_old_file_that_may_only_be_read_is_refused(shared: Path, open_at: OpenStore) -> None:
    shared.parent.chmod(0o777)
    shared.chmod(0o644)
    with_sqlite(shared, "DELETE FROM alembic_version", "PRAGMA user_version=0")
    shared.chmod(0o444)
    with as_nobody(), pytest.raises(PlannerError, match="only be read"):
        open_at(shared)


def test_backups_that_may_not_be_read_keep_nobody_from_working(
    shared: Path, open_at: OpenStore
) -> None:
    backups = shared.parent / "backups"
    shared.parent.chmod(0o777)
    shared.chmod(0o666)
    backups.mkdir()
    backups.chmod(0)
    with as_nobody():
        store = open_at(shared)
        assert not store.is_read_only
        assert store.warnings[0].text.startswith("Nothing can be written")
        store.apply(created(replace(BO, id="new")))
        store.close()
    backups.chmod(0o700)


def test_a_file_that_may_not_be_read_is_told(shared: Path, open_at: OpenStore) -> None:
    shared.chmod(0)
    with as_nobody(), pytest.raises(PlannerError, match="cannot be opened"):
        open_at(shared)
