"""What the window asks of whoever opened the store: the sample, backups, and imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from planner.core.edits import Edit
from planner.core.text import Language
from planner.gui.tasks import Task
from planner.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What files bring: counts of what was read, and the edit that brings it in."""

    catalogues: int
    people: int
    ratings: int
    edit: Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """The store after a restore, and where what was there before is kept."""

    store: Store
    before: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where things are kept, for people to read."""

    store: Path
    backups: Path
    log: Path
    settings: Path
    cache: Path


class Session(Protocol):
    """The open store and its files; methods that take a task run off the GUI thread."""

    @property
    def store(self) -> Store:
        """The store that is worked on."""
        ...

    @property
    def is_sample(self) -> bool:
        """Whether that is the throw-away sample team."""
        ...

    @property
    def where(self) -> Where:
        """Where the person's own things are kept."""
        ...

    def fill(self, task: Task) -> None:
        """Put the shipped catalogue into a store without one."""
        ...

    def make_sample(self, language: Language, task: Task) -> Store:
        """Make a throw-away store with the sample team, whose people write in a language."""
        ...

    def enter_sample(self, store: Store) -> None:
        """Work on a store made by `make_sample` from now on."""
        ...

    def open_own(self) -> Store:
        """Return the person's own store, opened now if it was not, the sample staying."""
        ...

    def leave_sample(self) -> Store:
        """Throw the sample away and return the person's own store."""
        ...

    def back_up(self, to: Path, task: Task) -> Path:
        """Back the store up to a file or into a folder; return the backup's path."""
        ...

    def restore(self, from_file: Path, task: Task) -> Restored:
        """Put a backup in the store's place; on an error the store stays as it was."""
        ...

    def read_files(self, files: Sequence[Path], task: Task) -> Brought:
        """Read catalogues and people and compare them with the store."""
        ...

    def suggested_backup(self, now: datetime) -> Path:
        """Return where a backup would go and how it would be called."""
        ...
