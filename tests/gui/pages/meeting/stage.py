"""What the tests of the One-on-one page need: a store with a career in it, and ways to read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from planner.core.career import Career
from planner.core.edits import Change, Edit, Key
from planner.core.keeping.career_edits import part_key
from planner.core.keeping.person_edits import add_person, rate
from planner.core.model import Catalogue
from planner.core.text import message
from planner.store.store import Store
from tests.gap_sample import sample_catalogue
from tests.meeting_sample import CAREER_TALK, REGULAR


def catalogue_with_agendas() -> Catalogue:
    """Return the small framework with two templates."""
    catalogue = sample_catalogue()
    return replace(catalogue, head=replace(catalogue.head, agendas=(REGULAR, CAREER_TALK)))


def put(store: Store, catalogue: Catalogue, career: Career) -> None:
    """Put a framework and somebody's career into a store."""
    kinds = (("skill", catalogue.skills), ("role", catalogue.roles), ("move", catalogue.moves))
    changes = [Change(Key("catalogue", catalogue.id), None, catalogue.head)]
    for kind, records in kinds:
        changes += [
            Change(Key(kind, catalogue.id, record.id), None, record)  # type: ignore[arg-type, attr-defined]
            for record in records  # type: ignore[attr-defined]
        ]
    store.apply(Edit(message("Import"), tuple(changes)))
    person = career.person
    store.apply(add_person(person))
    for rating in career.ratings:
        store.apply(rate(person, replace(rating, entry=store.next_entry()), catalogue))
    parts = [
        *(Change(part_key("meeting", person, one.id), None, one) for one in career.meetings),
        *(Change(part_key("action", person, one.id), None, one) for one in career.actions),
    ]
    if parts:
        store.apply(Edit(message("Import"), tuple(parts)))


def said_by(widget: QWidget) -> Iterator[str]:
    """Yield whatever a widget and what is in it say: to the eye, to a reader, and in tips."""
    for part in (widget, *widget.findChildren(QWidget)):
        yield part.accessibleName()
        yield part.accessibleDescription()
        yield part.toolTip()
        yield part.whatsThis()
        yield part.statusTip()
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            yield part.text()
        if isinstance(part, QPlainTextEdit):
            yield part.toPlainText()
            yield part.placeholderText()
