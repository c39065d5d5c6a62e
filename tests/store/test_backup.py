"""Backups: whole, verified, thinned, and brought back without losing what was there."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from planner.core.errors import PlannerError
from planner.core.text import message
from planner.store import backup
from planner.store.backup import (
    ASKED,
    BEFORE_RESTORE,
    DAILY,
    Backup,
    list_backups,
    restore,
    thin,
    worth_keeping,
)
from planner.store.connecting import companions, connect
from planner.store.faults import ForeignFile, NewerFile, UnreadableFile
from planner.store.store import Store
from tests.store.conftest import TODAY, OpenStore
from tests.store.sample import BO, CATALOGUE, LIN, changed

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def folder(path: Path) -> Path:
    return path.parent / "backups"


def named(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_bytes(b"x")
    return file


def people_in(file: Path, open_at: OpenStore) -> list[str]:
    """The names in a backup, read where it lies."""
    with closing(connect(file, "look")) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM person ORDER BY id")]


# Made


def test_a_backup_a_day_is_made_at_start(filled: Store, folder: Path, open_at: OpenStore) -> None:
    assert list_backups(folder) == ()
    filled.close()
    open_at(filled.path).close()
    open_at(filled.path).close()
    (made,) = list_backups(folder)
    assert (made.store, made.reason, made.made.date()) == ("planner.db", DAILY, TODAY)
    assert made.size == made.path.stat().st_size
    assert people_in(made.path, open_at) == ["Lin Wei", "Bo"]
    open_at(filled.path, today=TOMORROW).close()
    assert [found.made.date() for found in list_backups(folder)] == [TOMORROW, TODAY]


def test_a_clock_that_goes_back_brings_no_harm(
    filled: Store, folder: Path, open_at: OpenStore
) -> None:
    open_at(filled.path, today=TOMORROW).close()
    open_at(filled.path, today=TODAY).close()
    assert [found.made.date() for found in list_backups(folder)] == [TOMORROW, TODAY]


def test_a_backup_is_one_private_file(filled: Store, folder: Path) -> None:
    made = filled.back_up()
    assert made.parent == folder
    assert [file.name for file in folder.iterdir()] == [made.name]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_backups_of_one_second_stand_side_by_side(filled: Store, folder: Path) -> None:
    made = {filled.back_up() for _ in range(3)}
    assert {found.path for found in list_backups(folder)} == made
    assert len(made) == 3


def test_a_backup_is_made_while_the_store_is_open(filled: Store, open_at: OpenStore) -> None:
    made = filled.back_up()
    filled.apply(changed(BO, replace(BO, name="Bob")))
    assert people_in(made, open_at) == ["Lin Wei", "Bo"]
    assert people_in(filled.back_up(), open_at) == ["Lin Wei", "Bob"]


def test_backups_lie_where_they_are_told_to(path: Path, tmp_path: Path, open_at: OpenStore) -> None:
    elsewhere = tmp_path / "some" / "where"
    assert open_at(path, backups=elsewhere).back_up().parent == elsewhere


def test_a_backup_goes_to_a_chosen_file_or_folder(
    filled: Store, tmp_path: Path, open_at: OpenStore
) -> None:
    chosen = tmp_path / "mine.db"
    assert filled.back_up(chosen) == chosen
    filled.apply(changed(BO, replace(BO, name="Bob")))
    assert filled.back_up(chosen) == chosen
    assert people_in(chosen, open_at) == ["Lin Wei", "Bob"]
    in_folder = filled.back_up(tmp_path)
    assert in_folder.parent == tmp_path
    assert people_in(in_folder, open_at) == ["Lin Wei", "Bob"]


def test_a_backup_replaces_nothing_but_a_closed_planner_file(
    filled: Store, tmp_path: Path, open_at: OpenStore
) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("Dear Lin Wei,\n" * 50)
    with pytest.raises(UnreadableFile):
        filled.back_up(text)
    assert text.read_text().startswith("Dear")
    with pytest.raises(PlannerError, match="works on"):
        filled.back_up(filled.path)
    other = open_at(tmp_path / "other.db")
    assert other.people() == ()
    with pytest.raises(PlannerError, match="in use"):
        filled.back_up(other.path)


def test_a_folder_that_takes_no_backup_is_told(filled: Store, folder: Path, tmp_path: Path) -> None:
    folder.write_text("in the way")
    with pytest.raises(PlannerError, match="Nothing can be written") as caught:
        filled.back_up()
    assert caught.value.effect == message("No backup was made.")
    with pytest.raises(PlannerError, match="Nothing can be written"):
        filled.back_up(tmp_path / "absent" / "mine.db")
    assert filled.people() == (LIN, BO)


def test_a_store_opens_without_its_backup_of_the_day(
    filled: Store, folder: Path, open_at: OpenStore
) -> None:
    folder.write_text("in the way")
    store = open_at(filled.path)
    assert store.people() == (LIN, BO)
    assert [warning.text for warning in store.warnings][1] == "No backup was made."


def test_a_backup_that_is_not_whole_does_not_stand(
    filled: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy's disk is full."""

    def small(file: Path, access: str = "write", patience: int = 0) -> sqlite3.Connection:
        connection = connect(file, access, patience)  # type: ignore[arg-type]
        connection.execute("PRAGMA max_page_count=3")
        return connection

    monkeypatch.setattr(backup, "connect", small)
    with pytest.raises(PlannerError, match="no room left") as caught:
        filled.back_up()
    assert caught.value.effect == message("No backup was made.")
    assert list(folder.iterdir()) == []


def test_a_copy_of_damaged_pages_is_no_backup(
    filled: Store, folder: Path, open_at: OpenStore
) -> None:
    filled.close()
    damage_page(filled.path, 3)
    # Opened as it is, without being examined: as if it had been damaged while it was open.
    store = Store(filled._engine, filled.path, folder)
    with pytest.raises(UnreadableFile):
        store.back_up()
    store.close()
    assert list(folder.iterdir()) == []


def damage_page(file: Path, page: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(page * 4096)
        opened.write(bytes(range(256)) * 16)


# Listed and thinned


def test_only_backups_are_listed(folder: Path, path: Path) -> None:
    path.parent.mkdir()
    newer = named(folder, "planner.db.2026-11-20-120000.daily.backup")
    older = named(folder, "planner.db.2026-11-19-235959.asked.backup")
    other = named(folder, "my.own.store.2026-11-18-000000.daily.backup")
    for name in (
        "planner.db",
        "planner.db.2026-11-20-120000.daily.backup.x1_.tmp",
        "planner.db.2026-13-40-120000.daily.backup",
        "planner.db.2026-11-20-120000.daily.backup~",
    ):
        named(folder, name)
    (folder / "planner.db.2026-11-21-120000.daily.backup").mkdir()
    assert list_backups(folder) == (
        Backup(
            path=newer,
            store="planner.db",
            made=datetime(2026, 11, 20, 12, 0, 0),
            reason="daily",
            size=1,
        ),
        Backup(
            path=older,
            store="planner.db",
            made=datetime(2026, 11, 19, 23, 59, 59),
            reason="asked",
            size=1,
        ),
        Backup(
            path=other,
            store="my.own.store",
            made=datetime(2026, 11, 18),
            reason="daily",
            size=1,
        ),
    )
    assert list_backups(folder / "absent") == ()


def a_backup(day: date, hour: int = 9, reason: str = DAILY) -> Backup:
    made = datetime(day.year, day.month, day.day, hour)
    return Backup(path=Path(f"{made}{reason}"), store="s", made=made, reason=reason, size=1)


def test_thinning_keeps_two_days_seven_days_four_weeks_six_months() -> None:
    today = date(2026, 11, 20)
    days = [today - timedelta(days=n) for n in range(400)]
    backups = [a_backup(day, hour) for day in days for hour in (9, 17)]
    kept = sorted((b.made.date(), b.made.hour) for b in worth_keeping(backups, today))[::-1]
    # Friday: all of both days; then the last of each of seven days.
    assert kept[:4] == [(days[0], 17), (days[0], 9), (days[1], 17), (days[1], 9)]
    assert kept[4:11] == [(days[n], 17) for n in range(2, 9)]
    # The newest older one of each of four weeks (this one's and the last one's are among the days),
    # then of each of six months (this one's too).
    assert kept[11:] == [
        (date(2026, 11, 8), 17),
        (date(2026, 11, 1), 17),
        (date(2026, 10, 31), 17),
        (date(2026, 9, 30), 17),
        (date(2026, 8, 31), 17),
        (date(2026, 7, 31), 17),
        (date(2026, 6, 30), 17),
    ]


def test_backups_asked_for_and_those_of_the_future_stay() -> None:
    today = date(2026, 11, 20)
    asked = [a_backup(date(2020, 1, 1), hour, ASKED) for hour in range(20)]
    future = [a_backup(date(2030, 1, 1), hour) for hour in range(20)]
    assert worth_keeping([*asked, *future], today) == {*asked, *future}


def test_thinning_leaves_other_stores_and_removes_what_a_crash_left(
    folder: Path, path: Path
) -> None:
    path.parent.mkdir()
    gone = [named(folder, f"planner.db.2026-11-02-12000{n}.daily.backup") for n in range(3)] + [
        named(folder, "planner.db.2026-11-02-120009.daily.backup.abc.tmp")
    ]
    kept = [
        named(folder, "planner.db.2026-11-02-120004.daily.backup"),
        named(folder, "planner.db.2026-11-20-120009.daily.backup.abc.tmp"),
        named(folder, "other.db.2026-11-02-120000.daily.backup"),
        named(folder, "other.db.2026-11-02-120001.daily.backup"),
        named(folder, "notes.txt"),
    ]
    thin(folder, path, TODAY)
    assert {file for file in gone + kept if file.exists()} == set(kept)


def test_thinning_happens_with_the_backup_of_the_day(
    filled: Store, folder: Path, open_at: OpenStore
) -> None:
    old = [named(folder, f"planner.db.2026-01-02-12000{n}.daily.backup") for n in range(2)]
    open_at(filled.path).close()
    assert [file.exists() for file in old] == [False, True]


def test_a_backup_that_cannot_be_removed_does_not_keep_anybody_from_working(
    filled: Store, folder: Path, open_at: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        named(folder, f"planner.db.2026-01-02-12000{number}.daily.backup")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    store = open_at(filled.path)
    assert store.people() == (LIN, BO)
    assert store.warnings == ()


# Brought back


def test_a_restore_brings_back_and_can_be_undone(
    filled: Store, folder: Path, open_at: OpenStore
) -> None:
    made = filled.back_up()
    filled.apply(changed(BO, replace(BO, name="Bob")))
    filled.close()
    kept = restore(filled.path, made, backups=folder)
    assert kept is not None
    assert kept in [found.path for found in list_backups(folder) if found.reason == BEFORE_RESTORE]
    store = open_at(filled.path)
    assert store.people() == (LIN, BO)
    assert store.catalogue("am-lm") == CATALOGUE
    store.close()
    restore(filled.path, kept, backups=folder)
    assert open_at(filled.path).person("am-lm", "bo").name == "Bob"


def test_a_restored_store_is_a_store_like_any_other(
    filled: Store, folder: Path, open_at: OpenStore
) -> None:
    made = filled.back_up()
    filled.close()
    restore(filled.path, made, backups=folder)
    with closing(sqlite3.connect(filled.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    store = open_at(filled.path)
    store.apply(changed(BO, replace(BO, name="Bob")))
    assert store.integrity() == ()
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_a_window_that_has_the_store_open_reads_on_after_a_restore(
    filled: Store, folder: Path
) -> None:
    made = filled.back_up()
    filled.apply(changed(BO, replace(BO, name="Bob")))
    restore(filled.path, made, backups=folder)
    assert filled.people() == (LIN, BO)
    filled.apply(changed(BO, replace(BO, name="Bo II")))
    assert filled.person("am-lm", "bo").name == "Bo II"
    assert filled.integrity() == ()


def test_a_restore_waits_for_nobody(filled: Store, folder: Path, open_at: OpenStore) -> None:
    made = filled.back_up()
    filled.apply(changed(BO, replace(BO, name="Bob")))
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        with pytest.raises(PlannerError, match="Another program"):
            restore(filled.path, made, backups=folder, patience=0)
    assert filled.person("am-lm", "bo").name == "Bob"


def test_a_store_that_is_gone_comes_back(
    filled: Store, folder: Path, tmp_path: Path, open_at: OpenStore
) -> None:
    made = filled.back_up()
    filled.close()
    elsewhere = tmp_path / "new machine" / "planner.db"
    assert restore(elsewhere, made, backups=folder) is None
    assert stat.S_IMODE(elsewhere.parent.stat().st_mode) == 0o700
    assert open_at(elsewhere).people() == (LIN, BO)


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" * 900])
def test_a_store_that_cannot_be_read_is_set_aside(
    filled: Store, folder: Path, open_at: OpenStore, content: bytes
) -> None:
    made = filled.back_up()
    filled.close()
    filled.path.write_bytes(content)
    log, _ = companions(filled.path)
    log.write_bytes(b"a log")
    kept = restore(filled.path, made, backups=folder)
    assert kept is not None
    assert kept.name.startswith("planner.db.damaged-")
    assert kept.read_bytes() == content
    assert companions(kept)[0].read_bytes() == b"a log"
    assert not log.exists()
    assert open_at(filled.path).people() == (LIN, BO)


def test_a_newer_store_is_kept_before_an_older_one_comes_back(
    filled: Store, folder: Path, open_at: OpenStore
) -> None:
    made = filled.back_up()
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("PRAGMA user_version=9")
    with pytest.raises(NewerFile):
        open_at(filled.path)
    kept = restore(filled.path, made, backups=folder)
    assert kept is not None
    with pytest.raises(NewerFile):
        restore(filled.path, kept, backups=folder)
    assert open_at(filled.path).people() == (LIN, BO)


def test_only_a_sound_planner_file_is_brought_back(
    filled: Store, folder: Path, tmp_path: Path, open_at: OpenStore
) -> None:
    made = filled.back_up()
    damage_page(made, 3)
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE note (text)")
    filled.close()
    before = filled.path.read_bytes()
    wrong = {
        made: UnreadableFile,
        foreign: ForeignFile,
        tmp_path / "absent": PlannerError,
        filled.path: PlannerError,
    }
    for file, error in wrong.items():
        with pytest.raises(error):
            restore(filled.path, file, backups=folder)
    assert filled.path.read_bytes() == before
    assert [found.reason for found in list_backups(folder)] == [ASKED]


def test_a_file_of_another_program_is_not_overwritten(
    filled: Store, folder: Path, tmp_path: Path
) -> None:
    made = filled.back_up()
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE note (text)")
    with pytest.raises(ForeignFile):
        restore(foreign, made, backups=folder)


def test_a_store_that_was_not_closed_can_be_the_source(
    filled: Store, folder: Path, tmp_path: Path, open_at: OpenStore
) -> None:
    """Its newest changes stand in its log."""
    assert companions(filled.path)[0].stat().st_size > 0
    to = tmp_path / "copy.db"
    restore(to, filled.path, backups=folder)
    assert open_at(to).people() == (LIN, BO)
