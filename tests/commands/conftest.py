"""The terminal, on a store with the sample team and where there is no store yet."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.gap_oracle import SampleTeam
from tests.terminal import Terminal


@pytest.fixture(scope="session")
def data(root: Path) -> Path:
    """The folder of the shipped catalogue and the sample team."""
    return root / "data"


@pytest.fixture(scope="session")
def team(data: Path) -> SampleTeam:
    """The sample team as its files have it, to be compared with, not changed."""
    return SampleTeam(data)


@pytest.fixture
def run(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The terminal on a fresh store with the sample team, in a folder of its own."""
    (tmp_path / "mine").mkdir()
    return Terminal(Path(shutil.copy(filled, tmp_path / "mine" / "planner.db")), capsys)


@pytest.fixture
def fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The terminal where there is no store yet."""
    return Terminal(tmp_path / "fresh" / "planner.db", capsys)
