"""Open the person's store with the shipped catalogue in it, or a throw-away one with the sample."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.core.edits import Touched
from planner.core.model import Catalogue
from planner.places import shipped_folder
from planner.store.database import open_store
from planner.store.store import Store

SAMPLE_TEAM = "sample-team.yaml"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: counts of what was read, and what it touched in the store."""

    catalogues: int
    people: int
    ratings: int
    touched: Touched


def import_files(store: Store, paths: Sequence[Path], today: date) -> Imported:
    """Import catalogues and people, all or nothing; raise PlannerError for what is wrong."""
    # Imported here: reading files needs pydantic and YAML, which no start of the window needs.
    from planner.core.imports import import_edit
    from planner.files.documents import read_files

    def known(catalogue_id: str) -> Catalogue | None:
        heads = {head.id for head in store.catalogue_heads()}
        return store.catalogue(catalogue_id) if catalogue_id in heads else None

    read = read_files(paths, known=known, today=today)
    edit = import_edit(read, store)
    touched = store.apply(edit) if edit.changes else Touched(frozenset())
    return Imported(
        len(read.catalogues),
        len(read.people),
        sum(len(ratings) for _, ratings in read.people),
        touched,
    )


def open_planner_store(path: Path, backups: Path, today: date) -> Store:
    """Open or create a store; a new one gets the shipped catalogue."""
    store = open_store(path, backups=backups, today=today)
    try:
        if not store.catalogue_heads() and not store.is_read_only:
            import_files(store, _catalogue_files(), today)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def sample_store(today: date) -> Iterator[Store]:
    """Open a store in a folder of its own with the sample team; it is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="career-planner-"))
    try:
        store = open_store(folder / "sample.db", backups=folder / "backups", today=today)
        try:
            import_files(store, [shipped_folder("data")], today)
            yield store
        finally:
            store.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _catalogue_files() -> list[Path]:
    return sorted(
        path for path in shipped_folder("data").glob("*.yaml") if path.name != SAMPLE_TEAM
    )
