"""What is wrong in files, or in the store: the findings of `check`, each with its remedy.

Beside them stand notes: what is worth knowing of a catalogue, and no fault of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from planner.core.checking.traps import one_way_doors
from planner.core.checks import problems
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, MoveKind
from planner.core.text import Message, message, message_n
from planner.opening import meetings_kept
from planner.store.store import Store

Stores = Callable[[], AbstractContextManager[Store]]
# Of more problems with the same remedy the sum is told, too.
_MANY = 20
# So many one-way doors are named of a catalogue; a large framework has thousands.
_MOST_DOORS = 20


class Findings(NamedTuple):
    """What is wrong, each with its remedy, and what is worth knowing of the catalogues."""

    faults: list[tuple[Message, ...]]
    notes: list[Message]


def findings_in_files(files: Sequence[Path], stores: Stores | None, today: date) -> Findings:
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
        return Findings([error.sentences for error in errors.errors], [])
    return _findings([], read.catalogues)


def findings_in_store(stores: Stores) -> Findings:
    """Return the damage of the store and the problems of its catalogues."""
    from planner.store.faults import UnreadableFile

    try:
        with stores() as store:
            found: list[tuple[Message, ...]] = [(fault,) for fault in store.integrity()]
            catalogues = [store.catalogue(head.id) for head in store.catalogue_heads()]
            return _findings(found, catalogues)
    except UnreadableFile as error:
        # To find this out is what the check is for.
        return Findings([error.sentences], [])


def _findings(damage: list[tuple[Message, ...]], catalogues: Sequence[Catalogue]) -> Findings:
    found = damage + _problems(catalogues)
    return Findings(found, [*_sums(found), *_notes(catalogues)])


def _sums(found: Sequence[tuple[Message, ...]]) -> list[Message]:
    """Return how many problems there are in all and with each remedy, where they are many."""
    if len(found) <= _MANY:
        return []
    remedies = Counter(remedy for _, *rest in found for remedy in rest)
    return [
        message_n("{count} problem in all.", "{count} problems in all.", len(found)),
        *(
            message_n("{count} of them: {remedy}", "{count} of them: {remedy}", many, remedy=remedy)
            for remedy, many in remedies.most_common()
            if many > _MANY
        ),
    ]


def _problems(catalogues: Iterable[Catalogue]) -> list[tuple[Message, ...]]:
    """Return the problems of catalogues; each names its catalogue, as there may be several."""
    return [
        (message("{catalogue}: {problem}", catalogue=catalogue.id, problem=said), *rest)
        for catalogue in catalogues
        for said, *rest in (problem.sentences for problem in problems(catalogue))
    ]


def _notes(catalogues: Iterable[Catalogue]) -> list[Message]:
    """Return the one-way doors: most careers lead through them, and no remedy is asked for.

    Nobody wonders at a promotion that is not taken back, so those are counted alone.
    """
    notes = []
    for catalogue in catalogues:
        doors = list(one_way_doors(PromotionGraph(catalogue)))
        named = [door for door in doors if door.kind is not MoveKind.PROMOTION]
        if not doors:
            continue
        notes.append(
            message_n(
                "{catalogue}: {count} move is a one-way door, {promotions} of them a promotion; "
                "this is no fault.",
                "{catalogue}: {count} moves are one-way doors, {promotions} of them promotions; "
                "this is no fault.",
                len(doors),
                catalogue=catalogue.id,
                promotions=len(doors) - len(named),
            )
        )
        notes += [
            message(
                "{catalogue}: no way leads back from “{to_role}” to “{from_role}” ({kind}).",
                catalogue=catalogue.id,
                to_role=door.to_role,
                from_role=door.from_role,
                kind=door.kind.value,
            )
            for door in named[:_MOST_DOORS]
        ]
        if (more := len(named) - _MOST_DOORS) > 0:
            notes.append(
                message("{catalogue}: and {more} more.", catalogue=catalogue.id, more=more)
            )
    return notes
