"""Documents of several people in one go: a file each, or one file of all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from planner.core.errors import PlannerError
from planner.core.gaps import Basis, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.people import MONTHS_UNTIL_STALE, Person
from planner.core.text import message
from planner.gui.paper import SheetPainter, Written, write_whole
from planner.report.anchors import Anchor
from planner.report.document import Document
from planner.report.dossier import Dossier
from planner.report.flow import Sheet
from planner.report.pages import PageContext
from planner.store.store import Store

# What setting the sheets of one file takes of the whole work; the rest is painting them.
_SETTING_SHARE = 0.3

Check = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierOrder:
    """What the dossiers of a team have in common, whoever they are of."""

    graph: PromotionGraph
    basis: Basis
    as_of: date
    today: date
    chosen: Dossier
    paper: str = "a4"
    with_private: bool = False
    stale_months: int = MONTHS_UNTIL_STALE


def dossier_document(order: DossierOrder, store: Store, person: Person) -> Document:
    """Return the dossier of one person, read from the store."""
    career = store.career(person.catalogue, person.id)
    gaps = gaps_to_every_role(
        order.graph, person, career.ratings, basis=order.basis, as_of=order.as_of
    )
    context = PageContext(
        graph=order.graph,
        person=person,
        gaps=gaps,
        basis=order.basis,
        as_of=order.as_of,
        today=order.today,
        texts=order.chosen.languages[0],
        paper=order.paper,
        career=career,
        stale_months=order.stale_months,
        with_private=order.with_private,
    )
    return Document(what="dossier", context=context, dossier=order.chosen)


def write_dossiers(
    order: DossierOrder,
    store: Store,
    people: Sequence[Person],
    to: Path,
    resources: Path,
    check: Check = lambda _done: None,
) -> Written:
    """Write the dossiers of people; see `write_documents`."""
    documents = (dossier_document(order, store, person) for person in people)
    return write_documents(documents, len(people), to, resources, check)


def write_documents(
    documents: Iterable[Document],
    count: int,
    to: Path,
    resources: Path,
    check: Check = lambda _done: None,
) -> Written:
    """Write the documents of `count` people into one PDF, or where `to` is no `.pdf` a folder.

    All of them are written or none. `check` is told the part that is done, 0..1, and may raise to
    stop. Raise PlannerError for nobody, and where something cannot be written.
    """
    if not count:
        raise PlannerError(
            message("There is nobody in this catalogue."),
            effect=message("Nothing was written."),
        )
    painter = SheetPainter(resources)
    if to.suffix.lower() == ".pdf":
        return _one_file(documents, count, to, painter, check)
    return _a_file_each(documents, count, to, painter, check)


def _one_file(
    documents: Iterable[Document], count: int, to: Path, painter: SheetPainter, check: Check
) -> Written:
    sheets: list[Sheet] = []
    check(0.0)
    for place, document in enumerate(documents, start=1):
        sheets += _named(document, painter)
        check(_SETTING_SHARE * place / count)
    painted = 1 - _SETTING_SHARE
    content = painter.pdf(sheets, lambda done: check(_SETTING_SHARE + painted * done))
    write_whole({to: content})
    return Written((to,), painter.missing_letters(sheets))


def _named(document: Document, painter: SheetPainter) -> tuple[Sheet, ...]:
    """Return the sheets of a document, with a bookmark where they have none."""
    first, *others = document.sheets(painter.press())
    if not first.anchors:
        person = document.context.person
        first = replace(first, anchors=(Anchor(key=person.id, path=(person.name,), y=0.0),))
    return (first, *others)


def _a_file_each(
    documents: Iterable[Document], count: int, folder: Path, painter: SheetPainter, check: Check
) -> Written:
    contents: list[bytes] = []
    names: list[str] = []
    missing: set[str] = set()
    check(0.0)
    for place, document in enumerate(documents):
        begun = place / count
        sheets = document.sheets(painter.press())
        names.append(document.name())
        missing.update(painter.missing_letters(sheets))
        contents.append(painter.pdf(sheets, partial(_check_part, check, begun, count)))
        check((place + 1) / count)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise PlannerError(
            message(
                "The folder “{folder}” cannot be made: {reason}.",
                folder=str(folder),
                reason=error.strerror or str(error),
            ),
            effect=message("Nothing was written."),
            remedy=message("Choose another file or folder."),
        ) from error
    files = [folder / f"{name}.pdf" for name in told_apart(names)]
    write_whole(dict(zip(files, contents, strict=True)))
    return Written(tuple(files), "".join(sorted(missing)))


def _check_part(check: Check, begun: float, count: int, done: float) -> None:
    check(begun + done / count)


def told_apart(names: Iterable[str]) -> list[str]:
    """Return names of files, a number behind each that an earlier one already has.

    Systems take names for one that differ in capitals alone, or in how an accent is encoded.
    """
    taken: set[str] = set()
    found = []
    for name in names:
        number, other = 1, name
        while (same := unicodedata.normalize("NFC", other).casefold()) in taken:
            number += 1
            other = f"{name} ({number})"
        taken.add(same)
        found.append(other)
    return found
