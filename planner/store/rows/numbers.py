"""The numbers of the rows that slugs name, within one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Table

from planner.core.edits import Kind
from planner.core.text import Message
from planner.store import schema
from planner.store.rows import conflicts, reading

TABLES: dict[Kind, Table] = {
    "skill": schema.skill,
    "role": schema.role,
    "person": schema.person,
}


class Found(dict[str, int]):
    """Numbers by slug; an unknown slug is told to the person."""

    def __init__(self, found: Mapping[str, int], kind: Kind, effect: Message) -> None:
        super().__init__(found)
        self._kind = kind
        self._effect = effect

    def __missing__(self, slug: str) -> int:
        raise conflicts.unknown(self._kind, slug, self._effect)


class Numbers:
    """The numbers of the rows that slugs name."""

    def __init__(self, connection: Connection, effect: Message) -> None:
        self.effect = effect
        self._connection = connection

    def catalogue(self, slug: str) -> int:
        """Return the number of a catalogue."""
        number = reading.catalogue_number(self._connection, slug)
        if number is None:
            raise conflicts.unknown("catalogue", slug, self.effect)
        return number

    def of(self, kind: Kind, catalogue: str, wanted: Collection[str]) -> Found:
        """Return the numbers of some records of a catalogue."""
        found: Mapping[str, int] = {}
        if wanted:
            found = reading.numbers_of(self._connection, TABLES[kind], catalogue, wanted)
        return Found(found, kind, self.effect)
