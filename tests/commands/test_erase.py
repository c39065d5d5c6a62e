"""`erase`: nothing of the person is left in the store, and where copies may remain is said."""

from __future__ import annotations

from datetime import date

from planner.gui.start.single_instance import SingleInstance
from planner.places import places
from planner.store.backup import list_backups
from tests.terminal import Terminal

TODAY = date(2026, 11, 23)
NAME = "Lin Wei"


def test_the_person_is_gone_and_the_copies_are_named(run: Terminal) -> None:
    run("backup")
    people = {person["id"] for person in run("people", "--json").json}
    plain = run.store.read_bytes()
    assert NAME.encode() in plain
    assert b"sample-am" in plain
    answer = run("--language", "en", "erase", "sample-am")
    assert answer.code == 0
    assert NAME.encode() not in run.store.read_bytes()
    assert b"sample-am" not in run.store.read_bytes()
    assert {person["id"] for person in run("people", "--json").json} == people - {"sample-am"}
    assert run("check").code == 0
    backups = list_backups(places(run.store).backups)
    assert len(backups) >= 1
    for backup in backups:
        assert answer.out.count(str(backup.path)) == 2, "named once, and once in the command"
        assert backup.path.exists()
    assert "\nrm " in answer.out
    assert "exported, printed" in answer.out


def test_a_slip_erases_nobody(run: Terminal) -> None:
    before = run("people", "--json").json
    assert "There is no person “sample”." in run.refused("--language", "en", "erase", "sample")
    assert run("people", "--json").json == before


def test_it_waits_for_the_window_to_be_closed(run: Terminal) -> None:
    window = SingleInstance(run.store, places().cache / "instances")
    assert window.keep_away()
    said = run.refused("--language", "en", "erase", "sample-am")
    assert "The planner's window works on this data." in said
    assert "Nothing was erased." in said
    window.release()
    assert run("erase", "sample-am").code == 0


def test_the_sample_has_nobody_to_erase(run: Terminal) -> None:
    assert "throw-away copy" in run.refused("--language", "en", "--sample", "erase", "sample-am")


def test_it_speaks_chinese_too(run: Terminal) -> None:
    assert "备份" in run("--language", "zh_CN", "erase", "sample-am").out
