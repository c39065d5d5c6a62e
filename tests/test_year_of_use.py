"""A year of use through the terminal: `rate`, files that are imported, and the export of it all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.files.yaml_text import parse_yaml
from tests.terminal import Terminal
from tests.year_of_use import KEPT, PERSON, YEAR, Plain, Step, points

pytest.importorskip("planner.commands.export")


class Year:
    """Drives the steps of the year through the terminal: a rating by `rate`, all else by files.

    A file names the person, with what is said of them at that time, and the part that changes.
    """

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self._terminal = terminal
        self._folder = folder
        self._person: Plain = {}
        self._actions: dict[str, Plain] = {}
        self._meetings: dict[str, Plain] = {}
        self.files = 0

    def run(self, step: Step) -> None:
        """Take one step."""
        do: Callable[[str, Plain], None] = getattr(self, f"_{step.do}")
        do(step.day, step.what)

    def _import(self, **changed: Any) -> None:
        self.files += 1
        file = self._folder / f"{self.files}.json"
        file.write_text(json.dumps({"people": [{**self._person, **changed}]}), "utf-8")
        answer = self._terminal("import", file)
        assert (answer.code, answer.err) == (0, "")

    def _add(self, _day: str, what: Plain) -> None:
        self._person = what
        self._import()

    def _aim(self, _day: str, what: Plain) -> None:
        self._import(**what)

    def _wish(self, day: str, what: Plain) -> None:
        self._import(wishes=[{**what, "on": day}])

    def _promote(self, day: str, what: Plain) -> None:
        self._person = {**self._person, **what, "since": day}
        self._import()

    def _rate(self, day: str, what: Plain) -> None:
        texts = [part for key in ("comment", "evidence") if key in what
                 for part in (f"--{key}", what[key])]  # fmt: skip
        answer = self._terminal(
            "rate",
            PERSON,
            what["skill"],
            str(what["level"]),
            "--by",
            what["by"],
            "--on",
            day,
            *texts,
        )
        assert (answer.code, answer.err) == (0, "")

    def _result(self, day: str, what: Plain) -> None:
        self._import(kpi_results=[{**what, "on": day}])

    def _plan(self, day: str, what: Plain) -> None:
        self._actions[what["id"]] = {**what, "made": day}
        self._import(actions=[self._actions[what["id"]]])

    def _move(self, day: str, what: Plain) -> None:
        action = self._actions[what["id"]]
        action |= what
        if action["state"] in ("done", "dropped"):
            action["finished"] = day
        self._import(actions=[action])

    def _prepare(self, day: str, what: Plain) -> None:
        open_points = [{**point, "done": False} for point in points(what["agenda"])]
        meeting = {**what, "on": day, "items": [*open_points, *what["items"]]}
        self._meetings[what["id"]] = meeting
        self._import(meetings=[meeting])

    def _hold(self, _day: str, what: Plain) -> None:
        meeting = self._meetings[what["id"]]
        meeting |= what
        meeting["items"] = [{**point, "done": True} for point in meeting["items"]]
        self._import(meetings=[meeting])

    def _close(self, day: str, what: Plain) -> None:
        promised = [self._actions[action] for action in what["promised"]]
        meeting = self._meetings[what["id"]]
        meeting |= {
            **what,
            "closed": day,
            "promised": [
                {
                    "action": action["id"],
                    "title": action["title"],
                    "owner": action.get("owner", "employee"),
                    "due": action["due"],
                }
                for action in promised
            ],
            "target": self._target(),
        }
        self._import(meetings=[meeting])

    def _correct(self, day: str, what: Plain) -> None:
        meeting = self._meetings[what["id"]]
        meeting["corrections"] = [{"on": day, "text": what["text"]}]
        self._import(meetings=[meeting])

    def _target(self) -> str:
        (person,) = (one for one in self._terminal("people", "--json").json if one["id"] == PERSON)
        target = person["target"]
        assert isinstance(target, str)
        return target


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "store" / "planner.db", capsys)


def exported(terminal: Terminal, file: Path) -> str:
    answer = terminal("export", PERSON, "--to", file)
    assert answer.code == 0
    return file.read_text(encoding="utf-8")


def test_a_year_through_the_terminal_keeps_what_was_done(
    terminal: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = [step.day for step in YEAR]
    assert days == sorted(days)
    year = Year(terminal, tmp_path)
    for step in YEAR:
        year.run(step)
    written = exported(terminal, tmp_path / "year.yaml")
    assert parse_yaml(written) == {"people": [KEPT]}
    as_json = json.loads(exported(terminal, tmp_path / "year.json"))
    assert as_json == {"people": [KEPT]}
    # What was exported, imported into an empty store, gives the same again; and again, nothing.
    second = Terminal(tmp_path / "second" / "planner.db", capsys)
    assert second("import", tmp_path / "year.yaml").code == 0
    assert exported(second, tmp_path / "again.yaml") == written
    assert "already there" in second("import", tmp_path / "year.json").out
    # So does the last file of the year, and a file that changes a record is refused.
    assert "already there" in second("import", tmp_path / f"{year.files}.json").out
    changed = written.replace("A good start.", "A bad start.")
    (tmp_path / "changed.yaml").write_text(changed, encoding="utf-8")
    assert "changes its record" in terminal.refused("import", tmp_path / "changed.yaml")
    assert exported(terminal, tmp_path / "year.yaml") == written
    assert terminal("check").code == 0
