"""A framework and somebody in it, put into a store."""

from __future__ import annotations

from dataclasses import replace

from planner.core.career import Career
from planner.core.edits import Change, Edit, Key, Kind, Record
from planner.core.keeping.career_edits import add_actions, add_meeting
from planner.core.keeping.person_edits import add_person, rate
from planner.core.model import Catalogue
from planner.core.text import message
from planner.store.store import Store


def put_career(store: Store, catalogue: Catalogue, career: Career) -> None:
    """Put a framework into a store, and somebody with what is kept about them."""
    person = career.person
    changes = [Change(Key("catalogue", catalogue.id), None, catalogue.head)]
    kinds: tuple[tuple[Kind, tuple[Record, ...]], ...] = (
        ("skill", catalogue.skills),
        ("role", catalogue.roles),
        ("move", catalogue.moves),
    )
    for kind, records in kinds:
        for record in records:
            id_: str = record.id  # type: ignore[union-attr, assignment]
            changes.append(Change(Key(kind, catalogue.id, id_), None, record))
    store.apply(Edit(message("Import"), tuple(changes)))
    store.apply(add_person(person))
    for rating in career.ratings:
        store.apply(rate(person, replace(rating, entry=store.next_entry()), catalogue))
    for meeting in career.meetings:
        store.apply(add_meeting(person, meeting))
    if career.actions:
        store.apply(add_actions(person, career.actions))
