"""Open the person's store with the shipped catalogue in it, or a throw-away one with the sample."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from planner.core.career import Career
from planner.core.edits import Edit
from planner.core.errors import PlannerError
from planner.core.model import Catalogue
from planner.core.text import Language, message
from planner.places import shipped_folder
from planner.store.database import open_store
from planner.store.store import Store


@contextmanager
def _without_collection() -> Iterator[None]:
    """Hold the collector of cycles back while many small objects without cycles are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def meetings_kept(store: Store, catalogue: str, person: str) -> Collection[str]:
    """Return the ids of a person's one-on-ones in the store; none for an unknown person."""
    try:
        return [meeting.id for meeting in store.career(catalogue, person).meetings]
    except KeyError:
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What an import brings: counts of what was read, and the edit that brings it in."""

    catalogues: int
    people: int
    ratings: int
    edit: Edit


@_without_collection()
def prepare_import(
    store: Store,
    paths: Sequence[Path],
    today: date,
    *,
    with_people: bool = True,
    sample_in: Language | None = None,
) -> Import:
    """Read files and compare them with the store; raise PlannerError for what is wrong.

    With `sample_in` they are the sample team, whose people write in that language, and of whom no
    day is in the future: where the clock is behind, they lived earlier.
    """
    # Imported here: reading files needs pydantic and YAML, which no start of the window needs.
    from planner.core.keeping.imports import import_edit
    from planner.files.documents import read_files

    heads = {head.id for head in store.catalogue_heads()}

    def known(catalogue_id: str) -> Catalogue | None:
        return store.catalogue(catalogue_id) if catalogue_id in heads else None

    # People who are left out may be of any day: a clock that is behind refuses no catalogue.
    read = read_files(
        paths,
        known=known,
        kept_meetings=partial(meetings_kept, store),
        today=today if with_people and sample_in is None else date.max,
    )
    brought = read.people if with_people else ()
    if sample_in is not None:
        brought = _as_sample(brought, sample_in, today)
    replaced = {catalogue.id for catalogue in read.catalogues}
    named = {(career.person.catalogue, career.person.id) for career in brought}
    edit = import_edit(
        read.catalogues,
        brought,
        stored_catalogues={name: store.catalogue(name) for name in replaced & heads},
        stored_people=[
            store.career(person.catalogue, person.id)
            for person in store.people()
            if person.catalogue in replaced or (person.catalogue, person.id) in named
        ],
        next_entry=store.next_entry(),
    )
    return Import(
        catalogues=len(read.catalogues),
        people=len(brought),
        ratings=sum(len(career.ratings) for career in brought),
        edit=edit,
    )


@_without_collection()
def import_files(
    store: Store,
    paths: Sequence[Path],
    today: date,
    *,
    with_people: bool = True,
    sample_in: Language | None = None,
) -> Import:
    """Import catalogues and people as `prepare_import` reads them, all or nothing."""
    brought = prepare_import(store, paths, today, with_people=with_people, sample_in=sample_in)
    if brought.edit.changes:
        store.apply(brought.edit)
    return brought


def _as_sample(people: Sequence[Career], language: Language, today: date) -> tuple[Career, ...]:
    from planner.core.keeping.earlier import no_later_than
    from planner.core.keeping.own_words import in_language
    from planner.files.sample_texts import read_sample_texts

    pairs = read_sample_texts(shipped_folder("resources") / "sample" / "texts.yaml")
    return no_later_than(in_language(people, pairs, language), today)


def open_planner_store(path: Path, backups: Path, today: date) -> Store:
    """Open or create a store; a new one gets the shipped catalogue."""
    store = open_store(path, backups=backups, today=today)
    try:
        if not store.catalogue_heads() and not store.is_read_only:
            import_files(store, [shipped_folder("data")], today, with_people=False)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def sample_store(today: date, language: Language) -> Iterator[Store]:
    """Open a store in a folder of its own with the sample team; it is gone afterwards.

    Its people write in `language`.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="career-planner-"))
    except OSError as error:
        raise PlannerError(
            message("There is no folder for the throw-away copy of the sample team."),
            remedy=message(
                "Make room on the disk, or let TMPDIR name a folder that you may write."
            ),
        ) from error
    try:
        store = open_store(folder / "sample.db", backups=folder / "backups", today=today)
        try:
            import_files(store, [shipped_folder("data")], today, sample_in=language)
            yield store
        finally:
            store.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
