"""The terminal: every command, what it prints, and how it refuses."""

from __future__ import annotations

import itertools
import json
import os
import re
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from planner.core.keeping.person_edits import clear_target
from planner.gui.start.single_instance import SingleInstance
from planner.places import places
from planner.store.database import open_store
from tests.gap_oracle import SampleTeam
from tests.terminal import Terminal

BASES = ("agreed", "manager", "self")
NEXT_OF_ACCOUNT_MANAGER = {
    "senior-account-manager",
    "regional-client-director",
    "line-manager",
    "solutions-architect",
    "product-line-manager",
    "general-executive",
    "community-operator",
}

BROKEN = """\
people:
  - id: somebody
    name: Somebody New
    catalogue: am-lm
    role: account-manager
    since: 2024-02-30
    ratings:
      - {skill: negotiation, level: 9, by: self, on: 2026-05-01}
      - {skill: juggling, level: 2, by: nobody, on: 2026-05-01}
"""


def program(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the planner as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "planner", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def content(store: Path) -> list[str]:
    with closing(sqlite3.connect(store)) as connection:
        return list(connection.iterdump())


# people and roles


def test_people_are_listed(run: Terminal, team: SampleTeam) -> None:
    assert run("people", "--json").json == [
        {
            "id": person["id"],
            "name": person["name"],
            "catalogue": "am-lm",
            "role": person["role"],
            "since": person["since"],
            "target": person.get("target"),
        }
        for person in team.people.values()
    ]


def test_roles_are_listed_in_the_language_asked_for(run: Terminal, team: SampleTeam) -> None:
    for language, key in (("en", "en"), ("zh_CN", "zh")):
        assert run("--language", language, "roles", "--json").json == [
            {
                "id": role["id"],
                "name": role["name"][key],
                "catalogue": "am-lm",
                "track": role["track"],
                "rank": int(role["rank"]),
            }
            for role in team.roles.values()
        ]


def test_lists_for_people_are_tables(run: Terminal) -> None:
    people = run("--language", "zh_CN", "people")
    assert people.out.splitlines()[0].split() == ["标识", "姓名", "职位", "到任", "目标", "目录"]
    assert ["sample-am", "Lin", "Wei", "客户经理", "2024年8月1日", "首席客户官", "am-lm"] in [
        line.split() for line in people.out.splitlines()
    ]
    roles = run("--language", "en", "roles")
    assert "account-manager" in roles.out
    assert "Client track" in roles.out


def test_one_catalogue_is_listed(run: Terminal, tmp_path: Path) -> None:
    run("import", second_catalogue(tmp_path))
    assert {role["catalogue"] for role in run("roles", "--json").json} == {"am-lm", "other"}
    assert [role["id"] for role in run("roles", "--catalogue", "other", "--json").json] == [
        "account-manager",
        "chief",
    ]
    assert [person["id"] for person in run("people", "--catalogue", "other", "--json").json] == [
        "sample-am"
    ]


def test_a_new_store_has_the_catalogue_and_nobody(fresh: Terminal) -> None:
    assert fresh("people", "--json").json == []
    assert len(fresh("roles", "--json").json) >= 18
    assert stat.S_IMODE(fresh.store.stat().st_mode) == 0o600
    assert stat.S_IMODE(fresh.store.parent.stat().st_mode) == 0o700


def test_the_sample_leaves_nothing_behind(fresh: Terminal) -> None:
    assert fresh("--sample", "people", "--json").json[0]["id"] == "sample-am"
    assert not fresh.store.exists()


# gap


def test_every_gap_is_what_the_rule_says(run: Terminal, team: SampleTeam) -> None:
    """Each person and role once, on every basis and day in turn."""
    turns = itertools.cycle(itertools.product(BASES, (date(2026, 11, 23), date(2025, 6, 30))))
    asked = itertools.product(team.roles, team.people)
    for (role, person), (basis, day) in zip(asked, turns, strict=False):
        command = ("gap", person, role, "--json", "--basis", basis, "--as-of", str(day))
        told, worked_out = run(*command).json, team.gap(person, role, basis, day)
        readiness, expected = told.pop("readiness"), worked_out.pop("readiness")
        assert told == worked_out, command
        if expected is None:
            assert readiness is None
        else:
            assert list(readiness) == ["low", "high"]
            assert readiness == pytest.approx(
                {end: float(value) for end, value in expected.items()}, abs=1e-12
            )


def test_a_gap_has_its_keys_in_order(run: Terminal) -> None:
    told = run("gap", "sample-am", "regional-client-director", "--json").json
    assert list(told) == [
        "person",
        "role",
        "catalogue",
        "basis",
        "as_of",
        "readiness",
        "ready",
        "open_essentials",
        "skills",
    ]
    assert list(told["skills"][0]) == [
        "skill",
        "held",
        "required",
        "gap",
        "weight",
        "essential",
        "rated_by",
        "rated_on",
    ]
    assert told["as_of"] == date.today().isoformat()


def test_without_a_role_the_next_ones_are_told(run: Terminal, team: SampleTeam) -> None:
    told = run("gap", "sample-am", "--json").json
    assert {gap["role"] for gap in told} == {
        move["to"] for move in team.moves if move["from"] == "account-manager"
    }
    assert len(told) == len({gap["role"] for gap in told})
    past = run("gap", "sample-am", "--json", "--as-of", "2022-01-01").json
    assert {gap["role"] for gap in past} == {
        move["to"] for move in team.moves if move["from"] == "junior-account-manager"
    }


def test_from_the_end_of_a_track_nothing_follows(run: Terminal, tmp_path: Path) -> None:
    run("import", second_catalogue(tmp_path, role="chief"))
    command = ("gap", "sample-am", "--catalogue", "other")
    assert run(*command, "--json").json == []
    assert run(*command, "--language", "en").code == 2
    assert run("--language", "en", *command).out == "No move leads on from this role.\n"


def test_numbers_are_not_rounded(run: Terminal, tmp_path: Path) -> None:
    run("import", second_catalogue(tmp_path))
    told = run("gap", "sample-am", "chief", "--catalogue", "other", "--json").json
    skill = told["skills"][0]
    assert (skill["held"], skill["required"], skill["weight"]) == (1.23456789, 4.62, 0.1)
    assert skill["gap"] == 4.62 - 1.23456789
    assert told["readiness"] == {"low": 0.123456789 / 0.462, "high": 0.123456789 / 0.462}


def test_a_role_without_requirements_has_no_readiness(run: Terminal, tmp_path: Path) -> None:
    run("import", second_catalogue(tmp_path))
    command = ("gap", "sample-am", "account-manager", "--catalogue", "other")
    told = run(*command, "--json").json
    assert (told["readiness"], told["ready"], told["skills"]) == (None, False, [])
    _, *lines = run("--language", "en", *command, "--as-of", "2026-11-23").out.splitlines()
    assert lines == [
        "Readiness unknown, as of 23 Nov 2026",
        "This role names no requirements, so readiness is unknown",
    ]
    assert "该职位没有列出要求，因此就绪度未知" in run("--language", "zh_CN", *command).out


def test_a_gap_is_told_in_words(run: Terminal) -> None:
    command = ("gap", "sample-am", "regional-client-director", "--as-of", "2026-11-23")
    told = run("--language", "en", *command).out.replace("\N{NO-BREAK SPACE}", " ")
    assert told.startswith(
        "Lin Wei → Regional client director\nReadiness 60–73 %, as of 23 Nov 2026"
    )
    assert "7 essential skills open" in told
    assert "区域客户总监" in run("--language", "zh_CN", *command).out


def test_of_two_catalogues_the_person_is_in_one_must_be_named(
    run: Terminal, tmp_path: Path
) -> None:
    run("import", second_catalogue(tmp_path))
    said = run.refused("--language", "en", "gap", "sample-am")
    assert "“sample-am” is a person in several catalogues: am-lm, other." in said
    assert "--catalogue" in said
    told = run("gap", "sample-am", "chief", "--catalogue", "other", "--json").json
    assert told["catalogue"] == "other"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["gap", "sample-an"], "Did you mean sample-am"),
        (["gap", "zzz"], "“people” and “roles” list what there is"),
        (["gap", "sample-am", "regional-director"], "Did you mean regional-client-director"),
        (["gap", "sample-am", "account-manger"], "Did you mean account-manager"),
        (["gap", "sample-am", "chief-custmer-officer"], "Did you mean chief-customer-officer"),
        (["gap", "sample-am", "linemanager"], "Did you mean line-manager"),
        # The words of an id that are known are enough, in any order.
        (["gap", "sample-am", "officer-chief"], "Did you mean chief-customer-officer"),
        # What is like nothing is not guessed at.
        (["gap", "sample-am", "nowhere"], "“people” and “roles” list what there is"),
        (["gap", "sample-am", "boss"], "“people” and “roles” list what there is"),
        (["gap", "sample-am", "--catalogue", "am-ln"], "Did you mean am-lm"),
        (["roles", "--catalogue", "am"], "There is no catalogue “am”"),
        (["gap", "sample-am", "--as-of", "yesterday"], "“yesterday” is no day"),
        (["gap", "sample-am", "--as-of", "2026-02-30"], "“2026-02-30” is no day"),
        (["gap", "sample-am", "--basis", "boss"], "--basis: 'boss' is none of"),
        (["gap"], "Missing on the command line: PERSON"),
        (["gap", "sample-am", "--as-of"], "Nothing is said after --as-of"),
        (
            ["gap", "sample-am", "chief-engineer", "more"],
            "Not understood on the command line: more",
        ),
        (["dance"], "COMMAND: 'dance' is none of"),
        (["people", "--jso"], "Not understood on the command line: --jso"),
        (["print", "sample-am", "--what", "map"], "Missing on the command line: --to"),
        (["import"], "Missing on the command line: FILE"),
        (["print", "nobody", "--what", "map", "--to", "x.pdf"], "There is no person “nobody”"),
    ],
)
def test_a_slip_is_told_with_what_to_do(run: Terminal, command: list[str], said: str) -> None:
    assert said in run.refused("--language", "en", *command)


def test_ways_are_printed_to_the_target_or_to_a_role(run: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "ways.pdf"
    run("print", "sample-am", "--what", "route", "--to", to)
    assert to.read_bytes().startswith(b"%PDF")
    store = open_store(run.store, today=date.today())
    store.apply(clear_target(store.person("am-lm", "sample-am")))
    store.close()
    print_ways = ("print", "sample-am", "--what", "route", "--to", to)
    said = run.refused("--language", "en", *print_ways)
    assert "Lin Wei has no target to which ways could lead." in said
    assert "--role" in said
    to.unlink()
    run(*print_ways, "--role", "line-manager")
    assert to.exists()


def test_a_slip_is_told_in_chinese_too(run: Terminal) -> None:
    said = run.refused("--language", "zh_CN", "gap", "sample-an")
    assert said == "没有人员“sample-an”。\n你是否想输入：sample-am？\n"
    said = run.refused("--language=zh_CN", "gap")
    assert said.startswith("命令行缺少：PERSON。\n用法：")


@pytest.mark.parametrize("command", [["-h"], ["gap", "--help"]])
def test_help_speaks_the_language_asked_for(
    run: Terminal, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--language", "zh_CN", *command)
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("用法：career-planner")
    assert "选项" in told
    assert "show this help" not in told


# import


def test_an_import_says_what_it_brought_and_a_second_one_that_all_is_there(
    fresh: Terminal, data: Path
) -> None:
    fresh("roles")
    first = fresh("--language", "en", "import", data)
    assert re.fullmatch(r"1 catalogue, 8 people and \d+ ratings imported\.\n", first.out)
    before = content(fresh.store)
    second = fresh("--language", "en", "import", data)
    assert (second.code, second.out) == (
        0,
        "Everything in these files is already there; nothing was changed.\n",
    )
    assert content(fresh.store) == before


def test_a_broken_file_is_refused_and_nothing_of_it_is_there(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    before = content(run.store)
    said = run.refused("--language", "en", "import", second_catalogue(tmp_path), file)
    assert f"{file}, line 6" in said
    assert "Nothing was imported. There are 3 more errors" in said
    assert content(run.store) == before


def test_a_check_of_a_broken_file_lists_everything(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    found = run("--language", "en", "check", file)
    assert (found.code, found.err) == (1, "")
    lines = found.out.splitlines()
    assert [line.split(",")[1] for line in lines] == [" line 6", " line 8", " line 9", " line 9"]
    assert all(line.count(".") >= 2 and line.endswith(".") for line in lines)


@pytest.mark.parametrize("command", ["import", "check"])
@pytest.mark.parametrize("name", ["missing.yaml", "empty.yaml", "folder", "picture.png", "x.json"])
def test_what_is_no_document_is_told(
    run: Terminal, tmp_path: Path, command: str, name: str
) -> None:
    file = tmp_path / name
    if name == "folder":
        file.mkdir()
    elif name != "missing.yaml":
        file.write_bytes(
            {"empty.yaml": b"", "picture.png": b"\x89PNG\r\n\xff", "x.json": b"{"}[name]
        )
    answer = run("--language", "en", command, file)
    told = answer.err if command == "import" else answer.out
    assert answer.code == {"import": 2, "check": 1}[command]
    assert told.startswith(f"{file}, ")
    assert "Traceback" not in answer.out + answer.err


# check


def test_the_shipped_data_has_no_problem_and_checking_it_makes_no_store(
    fresh: Terminal, data: Path
) -> None:
    answer = fresh("--language", "en", "check", data)
    assert (answer.code, answer.out) == (0, "No problem was found.\n")
    assert not fresh.store.parent.exists()
    # One-way doors are no fault: they stand beside the answer.
    first, *doors = answer.err.splitlines()
    assert first.startswith("am-lm: ")
    assert first.endswith("this is no fault.")
    architect = "am-lm: no way leads back from “solutions-architect” to “account-manager” "
    assert architect + "(career-change)." in doors


def test_of_many_one_way_doors_the_first_are_named(run: Terminal, tmp_path: Path) -> None:
    roles = [f"  - {{id: r{n}, name: R, track: t, rank: 1, end: true}}" for n in range(30)]
    moves = [f"  - {{from: r0, to: r{n}, kind: track-change}}" for n in range(1, 30)]
    file = tmp_path / "wide.yaml"
    file.write_text(
        "catalogue: {id: wide, version: '1', title: W}\n"
        "scale: [{level: 0, name: None}]\ntracks: [{id: t, name: T}]\nskills: []\n"
        + "\n".join(["roles:", *roles, "moves:", *moves, ""]),
        encoding="utf-8",
    )
    answer = run("--language", "en", "check", file)
    notes = answer.err.splitlines()
    faults = answer.out.splitlines()
    # Of so many faults the sums are told, too: the catalogue, 30 roles and 29 moves lack a source.
    assert notes.pop(0) == f"{len(faults)} problems in all."
    sums = [notes.pop(0) for _ in range(2)]
    assert sums[0].startswith("60 of them: Add “source”")
    assert sums[1] == "30 of them: Add the skills that it asks for under “requires”."
    assert sum("Add “source”" in fault for fault in faults) == 60
    assert notes[0].startswith("wide: 29 moves are one-way doors, 0 of them promotions")
    assert len(notes) == 22
    assert notes[-1] == "wide: and 9 more."


def test_people_are_checked_against_the_catalogue_in_the_store(
    run: Terminal, fresh: Terminal, data: Path
) -> None:
    file = data / "sample-team.yaml"
    assert run("check", file).code == 0
    assert fresh("check", file).code == 1
    assert not fresh.store.parent.exists()
    assert fresh("--sample", "check", file).code == 0


def test_an_action_of_an_unknown_one_on_one_is_told_with_its_line(
    run: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "action.yaml"
    text = """\
people:
  - id: {person}
    name: Lin Wei
    catalogue: am-lm
    role: account-manager
    since: 2024-08-01
    actions:
      - {{id: action-99, title: Call, made: 2026-05-01, meeting: {meeting}}}
"""
    file.write_text(text.format(person="sample-am", meeting="meeting-99"), encoding="utf-8")
    told = (
        f"{file}, line 8, person “sample-am”, action “action-99”: there is no one-on-one"
        " “meeting-99”."
    )
    remedy = "Add the one-on-one, or leave the key “meeting” out."
    found = run("--language", "en", "check", file)
    assert (found.code, found.out) == (1, f"{told} {remedy}\n")
    said = run.refused("--language", "en", "import", file)
    assert said.splitlines() == [told, f"{remedy} Nothing was imported."]
    # One of the store counts, another person's does not.
    file.write_text(text.format(person="sample-am", meeting="meeting-1"), encoding="utf-8")
    assert run("check", file).code == 0
    assert run("import", file).code == 0
    file.write_text(text.format(person="somebody", meeting="meeting-1"), encoding="utf-8")
    assert run("check", file).code == 1


def test_a_check_of_the_store_finds_the_problems_of_its_catalogues(
    run: Terminal, tmp_path: Path
) -> None:
    assert run("check").code == 0
    run("import", second_catalogue(tmp_path))
    found = run("--language", "en", "check")
    assert found.code == 1
    assert "other: catalogue “other”: the source is missing." in found.out
    assert all(line.startswith("other: ") for line in found.out.splitlines())


def test_a_check_finds_a_damaged_store(run: Terminal) -> None:
    whole = run.store.read_bytes()
    page = 4096
    # The pages in the middle hold rows.
    run.store.write_bytes(
        whole[: 3 * page] + b"\x5a" * (len(whole) - 6 * page) + whole[-3 * page :]
    )
    damaged = run.store.read_bytes()
    found = run("--language", "en", "check")
    assert (found.code, found.err) == (1, "")
    assert f"“{run.store}” is damaged." in found.out
    assert "Restore a backup" in found.out
    assert run.store.read_bytes() == damaged


# the store


@pytest.mark.parametrize("command", [["people"], ["check"], ["backup"], ["gap", "sample-am"]])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(
    fresh: Terminal, command: list[str]
) -> None:
    fresh.store.parent.mkdir()
    with closing(sqlite3.connect(fresh.store, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE mine (words TEXT)")
    before = fresh.store.read_bytes()
    assert "belongs to another program" in fresh.refused("--language", "en", *command)
    assert fresh.store.read_bytes() == before


def test_a_folder_is_no_store(fresh: Terminal) -> None:
    fresh.store.mkdir(parents=True)
    assert "is not a file but something else" in fresh.refused("--language", "en", "people")


def test_a_store_whose_folder_cannot_be_made_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = Terminal(tmp_path / "file" / "planner.db", capsys)
    assert "cannot be made" in run.refused("--language", "en", "people")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_can_only_be_read_is_read(run: Terminal, tmp_path: Path) -> None:
    run.store.chmod(0o400)
    run.store.parent.chmod(0o500)
    assert len(run("people", "--json").json) == 8
    said = run.refused("--language", "en", "import", second_catalogue(tmp_path))
    assert "can only be read" in said


# backup and restore


def test_a_restore_brings_back_and_can_itself_be_undone(run: Terminal, tmp_path: Path) -> None:
    first = content(run.store)
    copy = tmp_path / "first.backup"
    assert run("--language", "en", "backup", copy).out == f"Backed up to {copy}\n"
    run("import", second_catalogue(tmp_path))
    second = content(run.store)
    assert second != first
    told = run("--language", "en", "restore", copy)
    assert told.code == 0
    assert content(run.store) == first
    kept = Path(told.out.splitlines()[1].removeprefix("The state before it is kept in "))
    assert run("restore", kept).code == 0
    assert content(run.store) == second


def test_a_backup_without_a_name_goes_into_the_folder_of_the_backups(run: Terminal) -> None:
    told = run("--language", "en", "backup")
    copy = Path(told.out.removeprefix("Backed up to ").strip())
    assert copy.parent == run.store.parent / "backups"
    assert content(copy) == content(run.store)


def test_a_foreign_file_is_not_restored(run: Terminal, tmp_path: Path) -> None:
    before = content(run.store)
    foreign = tmp_path / "notes.txt"
    foreign.write_text("not a backup", encoding="utf-8")
    assert "is not a planner file" in run.refused("--language", "en", "restore", foreign)
    said = run.refused("--language", "en", "restore", tmp_path / "nowhere.backup")
    assert "There is no file" in said
    assert content(run.store) == before


def test_a_restore_waits_for_the_window_to_be_closed(run: Terminal, tmp_path: Path) -> None:
    copy = tmp_path / "copy.backup"
    run("backup", copy)
    window = SingleInstance(run.store, places().cache / "instances")
    assert window.keep_away()
    before = content(run.store)
    said = run.refused("--language", "en", "restore", copy)
    assert "The planner's window works on this data." in said
    assert content(run.store) == before
    window.release()
    assert run("restore", copy).code == 0


def test_the_sample_has_nothing_to_restore_and_no_backup_of_its_own(
    run: Terminal, tmp_path: Path
) -> None:
    assert "throw-away copy" in run.refused("--language", "en", "--sample", "backup")
    copy = tmp_path / "sample.backup"
    assert run("--sample", "backup", copy).code == 0
    assert "throw-away copy" in run.refused("--language", "en", "--sample", "restore", copy)


# print


@pytest.mark.parametrize("name", ["map", "map.txt", "map.pdf.exe", ".pdf"])
def test_another_ending_is_refused(run: Terminal, tmp_path: Path, name: str) -> None:
    command = ("--language", "en", "print", "sample-am", "--what", "map", "--to")
    assert "does not end in .pdf, .svg or .png" in run.refused(*command, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_paper_that_cannot_be_written_is_told(run: Terminal, tmp_path: Path) -> None:
    command = ("--language", "en", "print", "sample-am", "--what", "gap", "--to")
    assert "there is no such folder" in run.refused(*command, tmp_path / "no" / "gap.pdf")
    (tmp_path / "folder.pdf").mkdir()
    assert "it is a folder" in run.refused(*command, tmp_path / "folder.pdf")
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "there is no such folder" in run.refused(*command, tmp_path / "file" / "gap.pdf")


# as a program of its own


def test_the_program_answers_in_utf_8_whatever_the_system_speaks(filled: Path) -> None:
    done = program("--store", filled, "--language", "zh_CN", "roles", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "区域客户总监" in done.stdout


@pytest.mark.parametrize(
    ("setting", "said"), [("zh_CN.UTF-8", "没有人员"), ("fr_FR.UTF-8", "There is no person")]
)
def test_the_system_says_which_language_to_speak(filled: Path, setting: str, said: str) -> None:
    done = program("--store", filled, "gap", "nobody", LC_ALL=setting)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("command", ["roles", "roles --json"])
def test_a_closed_pipe_is_no_error(filled: Path, command: str) -> None:
    line = f"'{sys.executable}' -m planner --store '{filled}' {command} | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_an_answer_that_cannot_be_written_is_told(filled: Path) -> None:
    line = f"'{sys.executable}' -m planner --store '{filled}' --language en roles > /dev/full"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("The answer cannot be written")
    assert len(done.stderr.splitlines()) == 2


def test_a_name_that_is_no_text_is_told(filled: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "planner", "--store", filled, "import", b"/tmp/\xff.yaml"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_without_a_display_the_window_says_how_to_do_without(tmp_path: Path) -> None:
    without = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = program("--language", "en", "--store", tmp_path / "a.db", **without)
    assert done.returncode == 2
    assert "There is no display" in done.stderr
    (offered,) = re.findall(r"career-planner (--sample .*) map\.pdf$", done.stderr, re.MULTILINE)
    assert program(*offered.split(), tmp_path / "map.pdf", **without).returncode == 0
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def second_catalogue(folder: Path, *, role: str = "account-manager") -> Path:
    """Write a poor catalogue of two roles on a real scale, with a person of the sample's id."""
    file = folder / "other.json"
    document = {
        "catalogue": {"id": "other", "version": "1", "title": "Other"},
        "scale": [{"level": number, "name": f"Level {number}"} for number in range(8)],
        "tracks": [{"id": "one", "name": "One"}],
        "skills": [{"id": "craft", "name": "Craft"}],
        "roles": [
            {"id": "account-manager", "name": "Manager", "track": "one", "rank": 1},
            {
                "id": "chief",
                "name": "Chief",
                "track": "one",
                "rank": 2,
                "end": True,
                "requires": [{"skill": "craft", "level": 4.62, "weight": 0.1}],
            },
        ],
        "moves": [{"from": "account-manager", "to": "chief", "kind": "promotion"}],
        "people": [
            {
                "id": "sample-am",
                "name": "Other Person",
                "catalogue": "other",
                "role": role,
                "since": "2020-01-01",
                "ratings": [
                    {"skill": "craft", "level": 1.23456789, "by": "self", "on": "2025-01-01"}
                ],
            }
        ],
    }
    file.write_text(json.dumps(document), encoding="utf-8")
    return file
