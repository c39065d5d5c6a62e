"""`export`: what is written, counted and left out, and that an empty store takes it back whole."""

from __future__ import annotations

import json
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.cli import main
from planner.core.career import Action, Career, KpiResult, Meeting
from planner.core.keeping.career_edits import add_actions, add_meeting, put_kpi_result, set_wish
from planner.core.keeping.imports import import_edit
from planner.core.people import Stance, Wish
from planner.core.text import same_text
from planner.files.exporting import export_people
from planner.opening import import_files
from planner.store.database import open_store
from planner.store.store import Store
from tests.careers import TODAY, careers
from tests.terminal import Terminal

DAY = date(2026, 5, 1)


@pytest.fixture(scope="module")
def bare(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the shipped catalogue and nobody, to be copied."""
    file = tmp_path_factory.mktemp("bare") / "planner.db"
    with opened(file) as store:
        import_files(store, [root / "data"], TODAY, with_people=False)
    return file


@contextmanager
def opened(file: Path) -> Iterator[Store]:
    store = open_store(file, backups=file.parent / "backups", today=TODAY)
    try:
        yield store
    finally:
        store.close()


def bring_in(store: Store, people: list[Career]) -> None:
    edit = import_edit(
        (), people, stored_catalogues={}, stored_people=(), next_entry=store.next_entry()
    )
    store.apply(edit)


def keep_everything(store: Store) -> None:
    """Give the sample person one of each thing that is kept, with private notes."""
    person = store.person("am-lm", "sample-am")
    catalogue = store.catalogue("am-lm")
    met = Meeting(id="meeting-77", on=DAY, shared="Both of us", private="Mine alone")
    action = Action(id="action-77", title="Review", made=DAY, meeting="meeting-77")
    result = KpiResult(role=person.role, kpi="renewal", period="2026-10", reached=96.5, on=DAY)
    wish = Wish(role="line-manager", stance=Stance.NO_OPENING, on=DAY, note="Next year")
    store.apply(add_meeting(person, met))
    store.apply(add_actions(person, (action,)))
    store.apply(put_kpi_result(person, None, result, same_text("Renewal")))
    store.apply(set_wish(person, wish, catalogue))


@settings(max_examples=25)
@given(st.tuples(careers("first"), careers("second"), st.sampled_from(("yaml", "json"))))
def test_what_is_exported_gives_the_same_in_an_empty_store(
    bare: Path, drawn: tuple[Career, Career, str]
) -> None:
    first, second, ending = drawn
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        files = [here / f"{number}.{ending}" for number in range(2)]
        stores = [Path(shutil.copy(bare, here / f"{number}.db")) for number in range(2)]
        with opened(stores[0]) as store:
            bring_in(store, [first, second])
            kept = store.careers_of(store.people())
            export_people(kept, files[0], private=True, store=store.path)
        with opened(stores[1]) as store:
            import_files(store, [files[0]], TODAY)
            again = store.careers_of(store.people())
            export_people(again, files[1], private=True, store=store.path)
        assert again == kept
        assert [career.person for career in kept] == [first.person, second.person]
        for career, drawn_one in zip(kept, (first, second), strict=True):
            assert career.meetings == drawn_one.meetings
            assert career.actions == drawn_one.actions
            assert career.kpi_results == drawn_one.kpi_results
        assert files[1].read_bytes() == files[0].read_bytes()


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_the_sample_team_goes_out_and_in_byte_for_byte(
    run: Terminal, bare: Path, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(run.store) as store:
        keep_everything(store)
    out, back = tmp_path / f"out.{ending}", tmp_path / f"back.{ending}"
    assert run("export", "--to", out).code == 0
    empty = Terminal(Path(shutil.copy(bare, tmp_path / "empty.db")), capsys)
    assert empty("import", out).code == 0
    assert empty("export", "--to", back).code == 0
    assert back.read_bytes() == out.read_bytes()
    assert b"Mine alone" in out.read_bytes()
    with opened(run.store) as one, opened(empty.store) as other:
        assert one.people() == other.people()


def test_a_file_for_one_person_holds_everything_about_them(run: Terminal, tmp_path: Path) -> None:
    with opened(run.store) as store:
        keep_everything(store)
        career = store.career("am-lm", "sample-am")
    to = tmp_path / "lin.json"
    answer = run("--language", "en", "export", "sample-am", "--to", to)
    ratings = len(career.ratings)
    actions, meetings = len(career.actions), len(career.meetings)
    assert answer.code == 0
    assert answer.out.startswith(f"1 person, {ratings} ratings, {actions} action")
    assert f"written to {to}\n" in answer.out
    assert "included" in answer.out
    (person,) = json.loads(to.read_text("utf-8"))["people"]
    assert person["name"] == career.person.name
    assert len(person["ratings"]) == ratings
    assert len(person["meetings"]) == meetings
    assert {"role": "line-manager", "stance": "no-opening", "on": "2026-05-01",
            "note": "Next year"} in person["wishes"]  # fmt: skip
    results = [found for found in person["kpi_results"] if found["period"] == "2026-10"]
    assert 96.5 in [found["reached"] for found in results if found["kpi"] == "renewal"]


def test_without_private_notes_nothing_else_is_missing(run: Terminal, tmp_path: Path) -> None:
    with opened(run.store) as store:
        keep_everything(store)
    whole, handed_out = tmp_path / "whole.yaml", tmp_path / "out.yaml"
    run("export", "sample-am", "--to", whole)
    answer = run("--language", "en", "export", "sample-am", "--without-private", "--to", handed_out)
    assert "left out" in answer.out
    assert b"Mine alone" not in handed_out.read_bytes()
    all_of_it, less = (yaml.safe_load(file.read_text("utf-8")) for file in (whole, handed_out))
    for meeting in all_of_it["people"][0]["meetings"]:
        meeting.pop("private", None)
    assert less == all_of_it
    # Brought in again where it came from, it takes nothing away.
    assert run("import", handed_out).code == 0
    run("export", "sample-am", "--to", handed_out)
    assert handed_out.read_bytes() == whole.read_bytes()


def test_the_people_named_are_written_once_each_in_their_order(
    run: Terminal, tmp_path: Path
) -> None:
    to = tmp_path / "two.json"
    people = [person["id"] for person in run("people", "--json").json]
    named = [people[3], people[1], people[3]]
    assert run("export", *named, "--to", to).code == 0
    found = json.loads(to.read_text("utf-8"))["people"]
    assert [person["id"] for person in found] == [people[3], people[1]]


def test_nobody_named_is_everybody(run: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "all.json"
    answer = run("--language", "en", "export", "--catalogue", "am-lm", "--to", to)
    people = [person["id"] for person in run("people", "--json").json]
    assert [person["id"] for person in json.loads(to.read_text("utf-8"))["people"]] == people
    assert answer.out.startswith(f"{len(people)} people, ")


def test_only_its_owner_reads_the_file(run: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "all.yaml"
    to.write_text("what was there", encoding="utf-8")
    to.chmod(0o644)
    assert run("export", "--to", to).code == 0
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir() if "all" in file.name] == ["all.yaml"]


def test_control_characters_do_not_keep_the_file_from_being_read(
    run: Terminal, bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(run.store) as store:
        person = store.person("am-lm", "sample-am")
        met = Meeting(id="meeting-77", on=DAY, shared="one\r\ntwo\x0b\x00three\x85")
        store.apply(add_meeting(person, met))
    for ending in ("yaml", "json"):
        to = tmp_path / f"out.{ending}"
        run("export", "sample-am", "--to", to)
        empty = Terminal(Path(shutil.copy(bare, tmp_path / f"{ending}.db")), capsys)
        assert empty("import", to).code == 0
        with opened(empty.store) as store:
            found = store.career("am-lm", "sample-am").meetings
            assert [one.shared for one in found if one.id == "meeting-77"] == ["one\ntwothree"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nobody", "--to", "x.yaml"], "There is no person “nobody”."),
        (["--catalogue", "am-l", "--to", "x.yaml"], "There is no catalogue “am-l”."),
        (["--to", "x.txt"], "neither called .yaml nor .json"),
        (["--to", "no/such/folder/x.yaml"], "cannot be written"),
    ],
)
def test_a_slip_is_told_and_nothing_is_written(
    run: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert said in run.refused("--language", "en", "export", *arguments)
    left = [file for file in sorted(tmp_path.iterdir()) if file not in before]
    assert [file.name for file in left if file.name != "backups"] == []


def test_a_store_with_nobody_has_nothing_to_export(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Terminal(Path(shutil.copy(bare, tmp_path / "planner.db")), capsys)
    said = run.refused("--language", "en", "export", "--to", tmp_path / "x.yaml")
    assert "There is nobody to export." in said


def test_the_store_itself_is_never_overwritten(filled: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(filled, tmp_path / "store.yaml"))
    before = store.read_bytes()
    assert main(["--store", str(store), "export", "--to", str(store)]) == 2
    assert store.read_bytes() == before


def test_it_speaks_chinese_too(run: Terminal, tmp_path: Path) -> None:
    answer = run("--language", "zh_CN", "export", "sample-am", "--to", tmp_path / "x.yaml")
    assert "1 人" in answer.out
    assert "评定" in answer.out
