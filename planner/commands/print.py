"""`print`: what is put on paper for a person, into a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.commands.dossier import print_dossiers
from planner.core.career import Career
from planner.core.errors import PlannerError
from planner.core.gaps import Basis, first_role_to_open, gaps_to_every_role, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.meetings import career_as_of, meeting_to_show
from planner.core.people import Person
from planner.core.route_moves import RouteQuery
from planner.core.routes import find_routes
from planner.core.standing import standing
from planner.core.text import message
from planner.files.window_settings import stale_months
from planner.places import shipped_folder
from planner.report.document import OF_A_CAREER, Document
from planner.report.pages import PageContext

if TYPE_CHECKING:
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Write the pages; raise PlannerError for an unknown person or role, or nothing to print."""
    # Imported here: only pages need Qt, and they need no screen.
    from planner.gui.printing import missing_letters, write_pages

    if (done := print_dossiers(terminal)) is not None:
        return done
    options, as_of = terminal.options, terminal.day_looked_at()
    what, basis = options.what, Basis(options.basis)
    with terminal.store() as store:
        person = terminal.person(store)
        graph = PromotionGraph(store.catalogue(person.catalogue))
        ratings = store.ratings(person.catalogue, person.id)
        gaps = gaps_to_every_role(graph, person, ratings, basis=basis, as_of=as_of)
        needs_career = what in OF_A_CAREER
        career = store.career(person.catalogue, person.id) if needs_career else None
        wanted = options.role or (
            _target_of(person) if what == "route" else first_role_to_open(graph, person, gaps)
        )
        terminal.check_role(graph, wanted)
        if what == "compare":
            check_other_role(person, graph, wanted, as_of)
    if career is not None and what == "meeting":
        wanted = _meeting(career, as_of, terminal.today)
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
    )
    routes = None
    if what == "route":
        counting = ratings_that_count(ratings, basis, as_of)
        start = standing(graph.catalogue, person, counting, as_of)
        routes = find_routes(graph, start, RouteQuery(target=wanted))
    document = Document(what=what, context=context, subject=wanted, routes=routes)
    written = write_pages(document, options.to, shipped_folder("resources"))
    if written.missing_letters:
        terminal.output.warn(missing_letters(written.missing_letters))
    for file in written.files:
        terminal.output.say(message("Written to {file}", file=str(file)))
    return 0


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
