"""The parts of a career that are kept alike: actions, one-on-ones, KPI results, track choices."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from planner.core.edits import Kind
from planner.store import schema
from planner.store.rows import queries, reading
from planner.store.rows.records import Numbers, Row, Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one kind of part is kept: its table, the order it is read in, rows and records."""

    table: Table
    order: tuple[str, ...]
    values: Callable[[Any, int, Numbers, Numbers], Values]
    of: Callable[[Row], Any]


def _late(name: str) -> Callable[..., Any]:
    """Return a function of a module of records, imported when it is first called."""

    def call(*arguments: Any) -> Any:
        from planner.store.rows import career_records, choice_records

        module = choice_records if hasattr(choice_records, name) else career_records
        return getattr(module, name)(*arguments)

    return call


PARTS: Mapping[Kind, Part] = {
    "action": Part(
        table=schema.action,
        order=("made",),
        values=_late("action_values"),
        of=_late("action_of"),
    ),
    "meeting": Part(
        table=schema.meeting,
        order=("day",),
        values=_late("meeting_values"),
        of=_late("meeting_of"),
    ),
    "kpi-result": Part(
        table=schema.kpi_result,
        order=("period",),
        values=_late("kpi_values"),
        of=_late("kpi_of"),
    ),
    "track-choice": Part(
        table=schema.track_choice,
        order=("day",),
        values=_late("choice_values"),
        of=_late("choice_of"),
    ),
}


def parts_of(
    connection: Connection, kind: Kind, catalogue: str, people: Collection[str]
) -> dict[str, list[Any]]:
    """Return the parts of one kind of some people, by the person's slug."""
    part = PARTS[kind]
    query = queries.parts(part.table, *part.order)
    return reading.grouped_by_person(connection, query, catalogue, people, part.of)


def named(records: Iterable[Any], what: str) -> set[str]:
    """Return the roles or skills (`what`) that records of one kind name."""
    found = (getattr(record, what, None) for record in records)
    return {slug for slug in found if slug is not None}
