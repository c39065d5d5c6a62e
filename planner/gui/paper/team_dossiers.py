"""Documents of several people in one go: a file each, or one file of all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from planner.core.career import Career
from planner.core.errors import PlannerError
from planner.core.gaps import Basis, Gap, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.people import MONTHS_UNTIL_STALE, Person
from planner.core.text import Texts, message
from planner.gui.paper.sheet_painter import SheetPainter, Written, write_whole
from planner.report.document import AS_USUAL, Document
from planner.report.dossier.dossier import Dossier
from planner.report.pages import PageContext
from planner.report.paper.anchors import Anchor
from planner.report.paper.chart_options import ChartOptions
from planner.report.paper.flow import LANGUAGE_TAGS, Sheet
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
    options: ChartOptions = AS_USUAL
    with_private: bool = False
    stale_months: int = MONTHS_UNTIL_STALE


def dossier_document(order: DossierOrder, store: Store, person: Person) -> Document:
    """Return the dossier of one person, read from the store."""
    return dossier_of(order, store.career(person.catalogue, person.id))


def dossier_of(
    order: DossierOrder, career: Career, gaps: Mapping[str, Gap] | None = None
) -> Document:
    """Return the dossier of a career; `gaps` are those on the order's day and basis, if known."""
    person = career.person
    if gaps is None:
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
    return Document(what="dossier", context=context, dossier=order.chosen, options=order.options)


def write_dossiers(
    order: DossierOrder,
    store: Store,
    people: Sequence[Person],
    to: Path,
    resources: Path,
    check: Check = lambda _done: None,
) -> Written:
    """Write the dossiers of people; see `write_documents`.

    Everything is read at the beginning, so that the dossiers are of one moment. Raise KeyError for
    somebody unknown.
    """
    documents = (dossier_of(order, career) for career in store.careers_of(people))
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
    stop, for the last time before the first file is touched. Raise PlannerError for nobody, and
    where something cannot be written.
    """
    if not count:
        raise PlannerError(
            message("There is nobody in this catalogue."),
            effect=message("Nothing was written."),
        )
    painter = SheetPainter(resources)
    if is_one_file(to):
        return _one_file(documents, count, to, painter, check)
    return _a_file_each(documents, count, to, painter, check)


def is_one_file(to: Path) -> bool:
    """Return whether the dossiers of a team go into one file there, and not into a folder."""
    return to.suffix.lower() == ".pdf"


def dossier_files(order: DossierOrder, people: Iterable[Person], folder: Path) -> list[Path]:
    """Return the files of a folder into which the dossiers of people are written."""
    names = (dossier_of(order, Career(person=person), {}).name() for person in people)
    return [folder / f"{name}.pdf" for name in told_apart(names)]


def _one_file(
    documents: Iterable[Document], count: int, to: Path, painter: SheetPainter, check: Check
) -> Written:
    sheets: list[Sheet] = []
    languages: tuple[Texts, ...] = ()
    place = 0
    check(0.0)
    for place, document in enumerate(documents, start=1):
        sheets += _named(document, painter)
        languages = languages or _languages(document)
        check(_SETTING_SHARE * place / count)
    for texts in languages if place > 1 else ():
        # The first sheet's title is that of the file, which is not of the first person alone.
        tag = LANGUAGE_TAGS[texts.language]
        at, first = next(one for one in enumerate(sheets) if one[1].language == tag)
        title = texts.ntr(
            "{title}, and {count} more person",
            "{title}, and {count} more people",
            place - 1,
            title=first.title,
        )
        sheets[at] = replace(first, title=title)
    painted = 1 - _SETTING_SHARE
    content = painter.pdf(sheets, lambda done: check(_SETTING_SHARE + painted * done))
    check(1.0)
    write_whole({to: content})
    return Written((to,), painter.missing_letters(sheets))


def _languages(document: Document) -> tuple[Texts, ...]:
    """Return the languages that a document is in."""
    of_dossier = document.dossier.languages if document.dossier is not None else ()
    return tuple(of_dossier) or document.languages or (document.context.texts,)


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
    for place, document in enumerate(documents):
        begun = place / count
        check(begun)
        sheets = document.sheets(painter.press())
        names.append(document.name())
        missing.update(painter.missing_letters(sheets))
        contents.append(painter.pdf(sheets, partial(_check_part, check, begun, count)))
    files = [folder / f"{name}.pdf" for name in told_apart(names)]
    check(1.0)
    is_new = _make_folder(folder)
    try:
        write_whole(dict(zip(files, contents, strict=True)))
    except PlannerError:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise
    return Written(tuple(files), "".join(sorted(missing)))


def _make_folder(folder: Path) -> bool:
    """Make a folder unless it is there; return whether it was made."""
    is_new = not folder.exists()
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
    return is_new


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
