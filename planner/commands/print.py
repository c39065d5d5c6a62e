"""`print`: what is put on paper for a person, for a team, or for the wall, into files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planner.commands.print_options import (
    languages_asked_for,
    paper_options,
    sections_asked_for,
    what_to_print,
)
from planner.commands.team import catalogue_of_team
from planner.core.career import Career
from planner.core.errors import PlannerError
from planner.core.gaps import Basis, first_role_to_open, gaps_to_every_role, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.meeting.meetings import career_as_of, meeting_to_show
from planner.core.people import Person, nobody
from planner.core.routes import find_routes
from planner.core.routing.moves import RouteQuery
from planner.core.routing.standing import standing
from planner.core.text import Texts, message
from planner.files.window_settings import stale_months
from planner.places import shipped_folder
from planner.report.document import CHARTS, OF_A_CAREER, Document, What
from planner.report.pages import PageContext

if TYPE_CHECKING:
    from planner.gui.paper.sheet_painter import Written
    from planner.report.dossier.dossier import Section
    from planner.store.store import Store
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Write the pages; raise PlannerError for an unknown person or role, or nothing to print."""
    # Imported here: only pages need Qt, and they need no screen.
    from planner.gui.printing import missing_letters, write_pages

    options = terminal.options
    what, resources = what_to_print(options), shipped_folder("resources")
    with terminal.store() as store:
        if options.team:
            order = _order(terminal, what, store, catalogue_of_team(terminal, store))
            people = store.people(order.graph.catalogue.id)
            written = _write_team(_documents(order, people), terminal)
        elif options.person is None:
            order = _order(terminal, what, store, _catalogue_for_the_wall(terminal, store))
            written = write_pages(_map_for_the_wall(order), options.to, resources)
        else:
            person = terminal.person(store)
            document = _document(_order(terminal, what, store, person.catalogue), person)
            written = write_pages(document, options.to, resources)
    if written.missing_letters:
        terminal.output.warn(missing_letters(written.missing_letters))
    for file in written.files:
        terminal.output.say(message("Written to {file}", file=str(file)))
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What was asked for, whoever it is printed for."""

    terminal: Terminal
    what: What
    store: Store
    graph: PromotionGraph
    languages: tuple[Texts, ...]
    sections: frozenset[Section]


def _order(terminal: Terminal, what: What, store: Store, catalogue: str) -> _Order:
    graph = PromotionGraph(store.catalogue(catalogue))
    if terminal.options.role:
        terminal.check_role(graph, terminal.options.role)
    return _Order(
        terminal=terminal,
        what=what,
        store=store,
        graph=graph,
        languages=languages_asked_for(terminal),
        sections=sections_asked_for(terminal.options.sections),
    )


def _catalogue_for_the_wall(terminal: Terminal, store: Store) -> str:
    """Return the catalogue named, else the only one; raise PlannerError where unclear."""
    if (named := terminal.known_catalogue(store)) is not None:
        return named
    # There is at least the shipped one, which every store is given.
    ids = [head.id for head in store.catalogue_heads()]
    if len(ids) > 1:
        raise PlannerError(
            message("There are several catalogues: {catalogues}.", catalogues=", ".join(ids)),
            effect=message("Nothing was written."),
            remedy=message("Say which one with --catalogue."),
        )
    return ids[0]


def _map_for_the_wall(order: _Order) -> Document:
    """Return the map of a catalogue, or of a track of it, that is nobody's."""
    terminal, graph, what = order.terminal, order.graph, order.what
    options, as_of = terminal.options, terminal.day_looked_at()
    person = nobody(graph.catalogue.id)
    context = PageContext(
        graph=graph,
        person=person,
        gaps={},
        basis=Basis(options.basis),
        as_of=as_of,
        today=terminal.today,
        texts=terminal.texts,
        paper=options.paper,
    )
    return Document(
        what=what,
        context=context,
        options=paper_options(options, what, graph, person, as_of),
        languages=order.languages if len(order.languages) > 1 else (),
    )


def _documents(order: _Order, people: Sequence[Person]) -> list[Document]:
    """Return the documents of a team; of whom there is nothing to print a warning is told.

    Raise PlannerError where that is everybody.
    """
    documents, refused = [], []
    for person in people:
        try:
            documents.append(_document(order, person))
        except PlannerError as error:
            refused.append(error)
    if not documents and refused:
        raise PlannerError(
            message("There is nobody of whom this can be printed: {why}", why=refused[0].happened),
            effect=message("Nothing was written."),
            remedy=refused[0].remedy,
        )
    for one in refused:
        order.terminal.output.warn(message("Left out: {why}", why=one.happened))
    return documents


def _write_team(documents: Sequence[Document], terminal: Terminal) -> Written:
    from planner.gui.paper.sheet_painter import gui_application
    from planner.gui.paper.team_dossiers import write_documents

    resources = shipped_folder("resources")
    application = gui_application(resources)
    written = write_documents(documents, len(documents), terminal.options.to, resources)
    # The application goes last, after the fonts.
    del application
    return written


def _document(order: _Order, person: Person) -> Document:
    """Return what is printed of a person; raise PlannerError where there is nothing to print."""
    terminal, graph, what, store = order.terminal, order.graph, order.what, order.store
    options, as_of = terminal.options, terminal.day_looked_at()
    basis = Basis(options.basis)
    is_of_career = what in OF_A_CAREER
    career = store.career(person.catalogue, person.id) if is_of_career else None
    ratings = career.ratings if career else store.ratings(person.catalogue, person.id)
    gaps = gaps_to_every_role(graph, person, ratings, basis=basis, as_of=as_of)
    context = PageContext(
        graph=graph,
        person=person,
        gaps=gaps,
        basis=basis,
        as_of=as_of,
        today=terminal.today,
        texts=terminal.texts,
        paper=options.paper,
        career=career,
        stale_months=stale_months(terminal.places.settings),
        with_private=options.with_private,
    )
    routes, dossier, subject = None, None, ""
    if what == "dossier":
        from planner.report.dossier.dossier import Dossier

        dossier = Dossier(languages=order.languages, sections=order.sections)
    elif what == "meeting":
        assert career is not None, "a one-on-one is read with the career"
        subject = _meeting(career, as_of, terminal.today)
    elif what == "route":
        subject = options.role or _target_of(person)
        terminal.check_role(graph, subject)
        counting = ratings_that_count(ratings, basis, as_of)
        start = standing(graph.catalogue, person, counting, as_of)
        routes = find_routes(graph, start, RouteQuery(target=subject))
    elif what not in CHARTS:
        subject = options.role or first_role_to_open(graph, person, gaps)
        terminal.check_role(graph, subject)
        if what == "compare":
            check_other_role(person, graph, subject, as_of)
    return Document(
        what=what,
        context=context,
        subject=subject,
        routes=routes,
        dossier=dossier,
        options=paper_options(options, what, graph, person, as_of),
        languages=order.languages if len(order.languages) > 1 else (),
    )


def _meeting(career: Career, as_of: date, today: date) -> str:
    """Return the open one-on-one, else the newest; raise PlannerError where there is none."""
    known = career if as_of >= today else career_as_of(career, as_of)
    found = meeting_to_show(known.meetings)
    if found is None:
        raise PlannerError(
            message("{name} has no one-on-one by {day}.", name=career.person.name, day=as_of),
            remedy=message("Prepare one in the window, on the page “One-on-one”."),
        )
    return found.id


def check_other_role(person: Person, graph: PromotionGraph, wanted: str, as_of: date) -> None:
    """Raise PlannerError where the role is the present one: there is nothing to compare."""
    if person.position_on(as_of).role == wanted:
        raise PlannerError(
            message(
                "“{role}” is the present role of {name}, so there is nothing to compare.",
                role=graph.catalogue.role(wanted).name,
                name=person.name,
            ),
            remedy=message("Name another role with --role."),
        )


def _target_of(person: Person) -> str:
    """Return the role that ways lead to where none is named; raise PlannerError without one."""
    if person.target is None:
        raise PlannerError(
            message("{name} has no target to which ways could lead.", name=person.name),
            remedy=message("Name a role with --role, or set a target in the window."),
        )
    return person.target
