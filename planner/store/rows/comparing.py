"""Whether the records are still what an edit says that they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from planner.core.edits import Change, Key, Kind, Record
from planner.core.text import Message
from planner.store.rows import conflicts, reading
from planner.store.rows.parts import PARTS, parts_of

Changes = Sequence[Change]

_READ: dict[Kind, Callable[[Connection, str, Collection[str]], Iterable[Any]]] = {
    "skill": reading.skills,
    "role": reading.roles,
    "person": reading.people,
}


def require_as_before(
    connection: Connection, kind: Kind, changes: Changes, effect: Message
) -> None:
    """Raise StaleEdit where a record of this kind is not what its change says it was."""
    present = _present(connection, kind, changes)
    for change in changes:
        found = present.get(change.key) if present else None
        if found != change.before:
            if found is None:
                key = change.key
                raise conflicts.unknown(kind, key.part or key.id or key.catalogue, effect)
            raise conflicts.changed_meanwhile(change, effect)


def by_catalogue(changes: Changes) -> Iterable[tuple[str, list[Change]]]:
    """Return the changes grouped by their catalogue."""
    grouped: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        grouped[change.key.catalogue].append(change)
    return grouped.items()


def _present(connection: Connection, kind: Kind, changes: Changes) -> Mapping[Key, Record]:
    """Return the records that the changes are about, and perhaps others, as they are."""
    if kind == "catalogue":
        heads = reading.heads(connection, [change.key.catalogue for change in changes])
        return {
            change.key: heads[change.key.catalogue]
            for change in changes
            if change.key.catalogue in heads
        }
    if kind == "rating":
        # A new one is compared by the row itself: its number is the key of the table.
        old = [change.key.entry for change in changes if change.before is not None]
        return reading.ratings_by_entry(connection, old) if old else {}
    present: dict[Key, Record] = {}
    if kind in PARTS:
        for slug, some in by_catalogue(changes):
            people = {change.key.id for change in some}
            for person, parts in parts_of(connection, kind, slug, people).items():
                present |= {Key(kind, slug, person, part=part.id): part for part in parts}
        return present
    for slug, some in by_catalogue(changes):
        records: Iterable[Any]
        if kind == "move":
            starts = {change.key.id.partition("/")[0] for change in some}
            records = reading.moves(connection, slug, starts)
        else:
            records = _READ[kind](connection, slug, [change.key.id for change in some])
        present |= {Key(kind, slug, record.id): record for record in records}
    return present
