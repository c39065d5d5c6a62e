"""Where the shipped folders and the person's own ones are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from planner.places import places, shipped_folder


@pytest.mark.parametrize("name", ["data", "resources"])
def test_a_checkout_ships_its_top_folders(name: str, root: Path) -> None:
    assert shipped_folder(name) == root / name


def test_everything_personal_lies_in_the_platforms_folders(home: Path) -> None:
    found = places()
    everything = (found.store, found.backups, found.settings, found.cache, found.log)
    assert all(path.is_relative_to(home) for path in everything)
    assert len(set(everything)) == len(everything)
    assert found.backups.parent == found.store.parent


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_linux_keeps_the_folders_of_xdg(home: Path) -> None:
    found = places()
    assert found.store == home / "data" / "career-planner" / "planner.db"
    assert found.settings.parent == home / "config" / "career-planner"
    assert found.cache == home / "cache" / "career-planner"
    assert found.log.is_relative_to(home / "state")


def test_another_store_takes_its_backups_along(tmp_path: Path) -> None:
    found = places(tmp_path / "mine.db")
    assert found.store == tmp_path / "mine.db"
    assert found.backups == tmp_path / "backups"
    assert found.settings == places().settings
