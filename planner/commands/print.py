"""`print`: what is put on paper for a person, into a file."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
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
from planner.report.chart_options import MOST_SHEETS, NARROW, ChartOptions, Fit
from planner.report.document import CHARTS, OF_A_CAREER, Document
from planner.report.pages import PageContext

if TYPE_CHECKING:
    from planner.terminal import Terminal

_SHEETS = re.compile(r"(\d{1,3})\s*[x×X*]\s*(\d{1,3})")


def run(terminal: Terminal) -> int:
    """Write the pages; raise PlannerError for an unknown person or role, or nothing to print."""
    # Imported here: only pages need Qt, and they need no screen.
    from planner.gui.printing import missing_letters, write_pages

    if (done := print_dossiers(terminal)) is not None:
        return done
    options, as_of = terminal.options, terminal.day_looked_at()
    what, basis = options.what, Basis(options.basis)
    if what not in CHARTS and options.paper in NARROW:
        raise PlannerError(
            message(
                "{paper} is too narrow for the tables of a report.", paper=options.paper.upper()
            ),
            effect=message("Nothing was written."),
            remedy=message("Choose A4 or larger; maps and paths go on any paper."),
        )
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
    if what in CHARTS:
        document = document.with_options(chart_options(options, graph, person, as_of))
    written = write_pages(document, options.to, shipped_folder("resources"))
    if written.missing_letters:
        terminal.output.warn(missing_letters(written.missing_letters))
    for file in written.files:
        terminal.output.say(message("Written to {file}", file=str(file)))
    return 0


def chart_options(
    said: argparse.Namespace, graph: PromotionGraph, person: Person, as_of: date
) -> ChartOptions:
    """Return how a chart is asked for; raise PlannerError where it makes no sense."""
    # Imported here: the terminal imports each command.
    from planner.terminal import unknown

    fit: Fit = "poster" if said.poster else said.fit
    columns, rows = _sheets(said.poster) if said.poster else (1, 1)
    if said.track is not None:
        tracks = [track.id for track in graph.catalogue.tracks]
        if said.track not in tracks:
            raise unknown(message("There is no track “{id}”.", id=said.track), said.track, tracks)
    return ChartOptions(
        orientation=said.orientation,
        fit=fit,
        columns=columns,
        rows=rows,
        style=said.style,
        is_blank=said.blank,
        track=said.track or "",
        near=said.near or 0,
        roles=_way(graph, person, said.role, as_of) if said.role else (),
    )


def _sheets(said: str) -> tuple[int, int]:
    """Return columns and rows of `2x3`."""
    found = _SHEETS.fullmatch(said.strip())
    counts = tuple(map(int, found.groups())) if found else (0, 0)
    if not all(1 <= count <= MOST_SHEETS for count in counts):
        raise PlannerError(
            message("“{said}” is no number of sheets for a poster.", said=said),
            remedy=message(
                "Write columns by rows, such as 2x3, each from 1 to {most}.", most=MOST_SHEETS
            ),
        )
    return counts[0], counts[1]


def _way(graph: PromotionGraph, person: Person, role: str, as_of: date) -> tuple[str, ...]:
    """Return the roles on the way to a role; raise PlannerError where no move leads there."""
    present = person.position_on(as_of).role
    way: Sequence[str] = ()
    if graph.catalogue.has_role(present):
        way = graph.shortest_way(present, role)
    if not way:
        raise PlannerError(
            message(
                "No move leads from the present role of {name} to “{role}”.",
                name=person.name,
                role=role,
            ),
            remedy=message("Choose another role, or print the whole map."),
        )
    return tuple(way)


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
