"""`routes`: every way to a role that no other one beats in years, hours and moves at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.core.errors import PlannerError
from planner.core.gaps import Basis, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import MoveKind
from planner.core.planning.route_levels import step_skills
from planner.core.routes import Routes, find_routes
from planner.core.routing.moves import RouteQuery
from planner.core.routing.standing import standing
from planner.core.text import message
from planner.report.routes.obstacle_words import obstacle_remedy, obstacle_words
from planner.report.routes.plain import plain_routes
from planner.report.routes.rows import route_rows, step_rows
from planner.report.routes.words import (
    arrival_words,
    caveats,
    complete_words,
    role_name,
    route_rule,
    route_title,
)

if TYPE_CHECKING:
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Tell the routes, or what stands in the way; raise PlannerError for an unknown role."""
    as_of = terminal.day_looked_at()
    with terminal.store() as store:
        person = terminal.person(store)
        graph = PromotionGraph(store.catalogue(person.catalogue))
        ratings = store.ratings(person.catalogue, person.id)
    query = _query(terminal, graph)
    counting = ratings_that_count(ratings, Basis(terminal.options.basis), as_of)
    found = find_routes(graph, standing(graph.catalogue, person, counting, as_of), query)
    return terminal.answer(
        plain_routes(found, person), lambda: _lines(terminal, graph, found, person.name)
    )


def _query(terminal: Terminal, graph: PromotionGraph) -> RouteQuery:
    options = terminal.options
    for role in (options.role, *options.through, *options.avoid):
        terminal.check_role(graph, role)
    return RouteQuery(
        target=options.role,
        through=tuple(dict.fromkeys(options.through)),
        avoid=tuple(dict.fromkeys(options.avoid)),
        kinds=frozenset(map(MoveKind, options.kind)) if options.kind else None,
        most_moves=_number_of_moves(options.max_moves),
    )


def _number_of_moves(said: str | None) -> int | None:
    """Return the number of moves that was written; raise PlannerError where it is none."""
    if said is None:
        return None
    if not said.isascii() or not said.isdecimal() or not 0 < int(said) < 1000:
        raise PlannerError(
            message("“{said}” is no number of moves.", said=said),
            remedy=message("Write a whole number from 1 to 999."),
        )
    return int(said)


def _lines(terminal: Terminal, graph: PromotionGraph, found: Routes, name: str) -> str:
    texts, catalogue = terminal.texts, graph.catalogue
    target = role_name(found.query.target, catalogue, texts)
    day = texts.date(found.standing.day)
    parts = [texts.tr("{name}: ways to {role}, as of {day}", name=name, role=target, day=day)]
    if not found.routes:
        for obstacle in found.obstacles:
            parts += [obstacle_words(obstacle, catalogue, texts), obstacle_remedy(obstacle, texts)]
        return "\n".join(part for part in parts if part)
    rule = "\n".join(route_rule(found.standing.hours_a_week, texts))
    if not found.fastest.moves:
        return "\n".join([*parts, arrival_words(found.fastest, texts)])
    parts.append(terminal.table(route_rows(found, catalogue, texts)))
    for route in found.routes:
        lines = [
            route_title(route, found, texts),
            arrival_words(route, texts),
            terminal.table(step_rows(route, catalogue, texts)),
            *caveats(route, step_skills(catalogue, found.standing, route), catalogue, texts),
        ]
        parts.append("\n".join(lines))
    return "\n\n".join([*parts, complete_words(found, texts), rule])
