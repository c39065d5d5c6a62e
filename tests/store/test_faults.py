"""Real faults while the store is open: a full disk, a lock, a file that goes, a killed process."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from planner.core.errors import PlannerError
from planner.core.text import Message, message
from planner.store import schema
from planner.store.backup import list_backups
from planner.store.connecting import companions, driver
from planner.store.faults import UnreadableFile, told
from planner.store.identity import examine
from planner.store.store import Store
from tests.generated import career_catalogue
from tests.store.conftest import OpenStore
from tests.store.sample import (
    BO,
    CATALOGUE,
    LABEL,
    LIN,
    LISTENING,
    OTHER,
    catalogue_created,
    changed,
    created,
    rating,
)

NOT_SAVED = message("Not saved: {label}.", label=LABEL)
ROOT = Path(__file__).resolve().parents[2]


def limit(store: Store, pages: int) -> None:
    """Let the file grow to so many pages, as a full disk would; 0 lifts the limit."""
    with driver(store._engine) as connection:
        connection.execute(f"PRAGMA max_page_count={pages or 4294967294}")


# A full disk


def test_a_full_disk_is_told_and_nothing_is_half_written(filled: Store) -> None:
    with driver(filled._engine) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    limit(filled, pages)
    many = created(*(replace(BO, id=f"bo-{n}", name="Bo " * 50) for n in range(200)))
    with pytest.raises(PlannerError, match="no room left") as caught:
        filled.apply(many)
    assert caught.value.effect == NOT_SAVED
    assert filled.people() == (LIN, BO)
    assert filled.integrity() == ()
    filled.apply(changed(BO, replace(BO, name="Bob")))
    limit(filled, 0)
    filled.apply(many)
    assert len(filled.people()) == 202


@pytest.fixture
def small_disk(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A disk of one megabyte; only root can mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_is_really_full(small_disk: Path, open_at: OpenStore) -> None:
    store = open_at(small_disk / "planner.db")
    store.apply(catalogue_created(CATALOGUE))
    store.apply(created(LIN))
    saved: list[int] = []

    def save_until_full() -> None:
        for entry in range(1, 10_000):
            store.apply(created(replace(rating(entry), comment="x" * 5000)))
            saved.append(entry)

    with pytest.raises(PlannerError) as caught:
        save_until_full()
    assert caught.value.effect == NOT_SAVED
    assert len(saved) > 20
    assert [found.entry for found in store.ratings("am-lm", "lin-wei")] == saved
    assert store.integrity() == ()
    with pytest.raises(PlannerError):
        store.back_up()
    store.close()
    fill(small_disk / "filling")
    with pytest.raises(PlannerError, match="no room left"):
        open_at(small_disk / "another.db")


def fill(file: Path) -> None:
    with file.open("ab", buffering=0) as opened:
        try:
            while True:
                opened.write(b"x" * 4096)
        except OSError:
            pass


# Locks


def test_another_program_that_writes_is_told(filled: Store) -> None:
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PlannerError, match="Another program") as caught:
            filled.apply(changed(BO, None))
        assert caught.value.effect == NOT_SAVED
        assert filled.people() == (LIN, BO)
        other.execute("ROLLBACK")
    filled.apply(changed(BO, None))
    assert filled.people() == (LIN,)


def test_two_windows_see_each_other_and_notice_what_is_stale(
    filled: Store, open_at: OpenStore
) -> None:
    second = open_at(filled.path)
    second.apply(changed(BO, replace(BO, name="Bob")))
    assert filled.person("am-lm", "bo").name == "Bob"
    with pytest.raises(PlannerError, match="changed in another window"):
        filled.apply(changed(BO, replace(BO, name="Bert")))
    second.close()
    filled.apply(changed(replace(BO, name="Bob"), BO))
    assert filled.people() == (LIN, BO)


def test_a_thread_reads_while_another_writes(filled: Store) -> None:
    seen: list[int] = []

    def read() -> None:
        for _ in range(30):
            seen.append(len(filled.catalogue("am-lm").skills))

    thread = threading.Thread(target=read)
    thread.start()
    for number in range(30):
        filled.apply(created(replace(LISTENING, id=f"skill-{number}", order=number + 2)))
    thread.join()
    assert seen == sorted(seen)
    assert len(seen) == 30
    assert len(filled.catalogue("am-lm").skills) == 32


# A file that goes


def without_file(path: Path) -> None:
    path.rename(path.with_name("moved.db"))


def with_another_file(path: Path) -> None:
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    copy.replace(path)


def without_log(path: Path) -> None:
    companions(path)[0].rename(path.with_name("moved-wal"))


def back(path: Path) -> None:
    for name, place in (("moved.db", path), ("moved-wal", companions(path)[0])):
        if (moved := path.with_name(name)).exists():
            moved.rename(place)


@pytest.mark.parametrize("take", [without_file, with_another_file, without_log])
def test_a_file_that_has_gone_takes_no_change(filled: Store, take) -> None:  # type: ignore[no-untyped-def]
    take(filled.path)
    with pytest.raises(PlannerError, match="has gone or was replaced") as caught:
        filled.apply(changed(BO, replace(BO, name="Bob")))
    assert caught.value.effect == NOT_SAVED
    assert filled.people() == (LIN, BO)
    if take is not with_another_file:
        back(filled.path)
        filled.apply(changed(BO, replace(BO, name="Bob")))
        assert filled.person("am-lm", "bo").name == "Bob"


def test_a_file_that_is_gone_before_it_is_first_read_is_told(
    filled: Store, open_at: OpenStore
) -> None:
    filled.close()
    store = open_at(filled.path)
    store.close()
    filled.path.unlink()
    with pytest.raises(PlannerError, match="cannot be opened"):
        store.people()
    with pytest.raises(PlannerError, match="cannot be opened"):
        store.back_up()


def test_a_file_that_turns_read_only_is_told(filled: Store) -> None:
    with driver(filled._engine) as connection:
        connection.execute("PRAGMA query_only=ON")
    with pytest.raises(PlannerError, match="only be read") as caught:
        filled.apply(changed(BO, None))
    assert caught.value.effect == NOT_SAVED
    assert filled.people() == (LIN, BO)


def test_pages_damaged_while_open_are_told(filled: Store) -> None:
    with driver(filled._engine) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'person'"
        (page,) = connection.execute(query).fetchone()
    filled.close()
    with filled.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(range(256)) * 16)
    store = Store(filled._engine, filled.path, filled.backups)
    with pytest.raises(UnreadableFile):
        store.people()
    assert store.integrity() == (message("“{file}” is damaged.", file=str(store.path)),)
    store.close()


def test_a_file_that_turns_into_something_else_is_told(filled: Store) -> None:
    filled.close()
    filled.path.write_bytes(b"something else\n" * 1000)
    store = Store(filled._engine, filled.path, filled.backups)
    with pytest.raises(UnreadableFile):
        store.people()
    with pytest.raises(UnreadableFile) as caught:
        store.apply(changed(BO, None))
    assert caught.value.remedy is not None


def test_rows_against_the_schema_are_found(filled: Store) -> None:
    filled.apply(created(rating(1)))
    with driver(filled._engine) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE rating SET rater = 9")
        connection.execute("PRAGMA ignore_check_constraints=OFF")
    (damage,) = filled.integrity()
    assert damage.text.startswith("The file is damaged")
    assert "rating" in str(damage.arguments)


# What SQLite says is put in words; what it says because of us is not hidden


def failing(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("in SQLite's words")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, "failed to read or write"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another program"),
        (sqlite3.SQLITE_NOTADB, "not a planner file"),
        (sqlite3.SQLITE_TOOBIG, "cannot be stored"),
    ],
)
def test_faults_are_told_by_their_kind(path: Path, code: int, said: str) -> None:
    with pytest.raises(PlannerError, match=said), told(path, NOT_SAVED):
        raise failing(code)


def test_a_fault_of_ours_stays_one(path: Path, filled: Store) -> None:
    with pytest.raises(sqlite3.OperationalError), told(path, NOT_SAVED):
        raise failing(sqlite3.SQLITE_ERROR)
    with (
        pytest.raises(sqlite3.OperationalError),
        driver(filled._engine) as connection,
        told(path, NOT_SAVED),
    ):
        connection.execute("SELECT nothing FROM nowhere")


# What does not hold together is found


ASTRAY = {
    "requirement": "UPDATE requirement SET skill_id = (SELECT max(id) FROM skill)",
    "move": "UPDATE move SET to_role_id = (SELECT max(id) FROM role)",
    "person": "UPDATE person SET target_role_id = (SELECT max(id) FROM role) WHERE slug = 'bo'",
    "position": "UPDATE position SET role_id = (SELECT max(id) FROM role)",
    "rating": "UPDATE rating SET skill_id = (SELECT max(id) FROM skill)",
}


@pytest.mark.parametrize("table", ASTRAY)
def test_a_reference_to_another_catalogue_is_found(filled: Store, table: str) -> None:
    filled.apply(catalogue_created(OTHER))
    filled.apply(created(rating(1)))
    assert filled.integrity() == ()
    with driver(filled._engine) as connection:
        statement = ASTRAY[table]
        if table == "requirement":
            statement += " WHERE place = 1"
        connection.execute(statement)
    found = filled.integrity()
    assert {said.text for said in found} == {
        "A record in “{table}” of “{id}” refers to another catalogue. Restore a backup."
    }
    assert {dict(said.arguments)["table"] for said in found} == {table}


def test_a_reference_that_leads_nowhere_is_found(filled: Store) -> None:
    with driver(filled._engine) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM role WHERE slug = 'clerk'")
        connection.execute("PRAGMA foreign_keys=ON")
    tables = {
        dict(said.arguments)["table"] for said in filled.integrity() if "missing one" in said.text
    }
    assert tables == {"requirement", "move", "person", "position"}


def test_a_track_that_no_head_has_is_found(filled: Store) -> None:
    head = CATALOGUE.head
    filled.apply(changed(head, replace(head, tracks=head.tracks[:1])))
    found = filled.integrity()
    assert [dict(said.arguments) for said in found] == [{"id": "chief", "track": "line"}]
    assert all(isinstance(said, Message) for said in found)


# A killed process

SAVING = """
import sys
from datetime import date
from pathlib import Path
from planner.store.database import open_store
from tests.store.sample import created, rating

store = open_store(Path(sys.argv[1]), today=date(2026, 11, 20))
while True:
    entry = store.next_entry()
    store.apply(created(rating(entry), rating(entry + 1)))
    print(entry, entry + 1, flush=True)
"""


def test_what_was_saved_survives_a_kill(filled: Store, open_at: OpenStore) -> None:
    filled.close()
    printed: list[int] = []
    for kill in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", SAVING, str(filled.path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as saving:
            assert saving.stdout is not None
            # A different number each time, so that the kill meets different moments of a commit.
            for _ in range(7 + 13 * kill):
                printed += map(int, saving.stdout.readline().split())
            saving.send_signal(signal.SIGKILL)
            printed += [int(word) for word in saving.stdout.read().split()]
        store = open_at(filled.path)
        entries = [found.entry for found in store.ratings("am-lm", "lin-wei")]
        # Both ratings of an edit or neither; none twice; a last one may have been saved unprinted.
        assert entries == list(range(1, len(entries) + 1))
        assert len(entries) % 2 == 0
        assert set(printed) <= set(entries)
        assert store.integrity() == ()
        store.close()
    assert len(printed) > 2 * (7 + 20 + 33 + 46 + 59) - 1


IMPORTING = """
import sys
from datetime import date
from pathlib import Path
from planner.store.database import open_store
from tests.generated import career_catalogue
from tests.store.sample import catalogue_created

store = open_store(Path(sys.argv[1]), today=date(2026, 11, 20))
edit = catalogue_created(career_catalogue(roles=60, tracks=4, ranks=5))
if len(store.catalogue_heads()) > 1:
    store.apply(edit.inverse())
while True:
    for step in (edit, edit.inverse()):
        store.apply(step)
        print("applied", flush=True)
        store.back_up()
        print("backed up", flush=True)
"""


def test_a_kill_leaves_an_import_whole_or_undone_and_every_backup_sound(
    filled: Store, open_at: OpenStore
) -> None:
    filled.close()
    whole = career_catalogue(roles=60, tracks=4, ranks=5)
    for kill in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", IMPORTING, str(filled.path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as importing:
            assert importing.stdout is not None
            for _ in range(1 + kill):
                assert importing.stdout.readline()
            importing.send_signal(signal.SIGKILL)
        store = open_at(filled.path)
        imported = [head.id for head in store.catalogue_heads()][1:]
        assert [store.catalogue(name) for name in imported] in ([], [whole])
        assert store.catalogue("am-lm") == CATALOGUE
        assert store.integrity() == ()
        store.close()
    made = list_backups(filled.backups)
    assert len(made) >= 4
    for backup in made:
        assert examine(backup.path) == len(schema.REVISIONS)
