"""Commands of the terminal run within the test, and what they answered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from planner.cli import main


@dataclass(frozen=True, slots=True)
class Answer:
    """The exit code, and what went to standard output and to standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as plain data."""
        assert (self.code, self.err) == (0, "")
        return json.loads(self.out)


class Terminal:
    """Runs commands on one store."""

    def __init__(self, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.store = store
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Answer:
        """Run a command."""
        self._capsys.readouterr()
        code = main(["--store", str(self.store), *map(str, arguments)])
        out, err = self._capsys.readouterr()
        return Answer(code, out, err)

    def refused(self, *arguments: str | Path) -> str:
        """Run a command that is refused, and return what it said, in a line or two."""
        answer = self(*arguments)
        assert answer.code == 2
        assert answer.out == ""
        assert 1 <= len(answer.err.splitlines()) <= 2
        return answer.err
