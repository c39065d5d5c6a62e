"""What is wrong in files, or in the store: the findings of `check`, each with its remedy."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from planner.core.checks import problems
from planner.core.model import Catalogue
from planner.core.text import Message, message
from planner.opening import meetings_kept
from planner.store.store import Store

Stores = Callable[[], AbstractContextManager[Store]]


def faults_of_files(
    files: Sequence[Path], stores: Stores | None, today: date
) -> list[tuple[Message, ...]]:
    """Return the errors of catalogue and people files, else the problems of the catalogues.

    A store is opened only where people name a catalogue or a one-on-one that the files do not hold.
    """
    # Imported here: reading files needs pydantic and YAML.
    from planner.files.documents import read_files
    from planner.files.errors import FileErrors

    def known(name: str) -> Catalogue | None:
        if stores is None:
            return None
        with stores() as store:
            heads = {head.id for head in store.catalogue_heads()}
            return store.catalogue(name) if name in heads else None

    def kept_meetings(catalogue: str, person: str) -> Collection[str]:
        if stores is None:
            return ()
        with stores() as store:
            return meetings_kept(store, catalogue, person)

    try:
        read = read_files(files, known=known, kept_meetings=kept_meetings, today=today)
    except FileErrors as errors:
        return [error.sentences for error in errors.errors]
    return _problems(read.catalogues)


def faults_of_store(stores: Stores) -> list[tuple[Message, ...]]:
    """Return the damage of the store and the problems of its catalogues."""
    from planner.store.faults import UnreadableFile

    try:
        with stores() as store:
            found: list[tuple[Message, ...]] = [(fault,) for fault in store.integrity()]
            heads = store.catalogue_heads()
            return found + _problems(store.catalogue(head.id) for head in heads)
    except UnreadableFile as error:
        # To find this out is what the check is for.
        return [error.sentences]


def _problems(catalogues: Iterable[Catalogue]) -> list[tuple[Message, ...]]:
    """Return the problems of catalogues; each names its catalogue, as there may be several."""
    return [
        (message("{catalogue}: {problem}", catalogue=catalogue.id, problem=said), *rest)
        for catalogue in catalogues
        for said, *rest in (problem.sentences for problem in problems(catalogue))
    ]
