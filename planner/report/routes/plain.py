"""Routes as plain data, for `--json` and for other programs."""

from __future__ import annotations

from planner.core.people import Person
from planner.core.routes import Route, Routes, RouteStep
from planner.core.routing.obstacles import Obstacle
from planner.report.plain import Plain


def plain_routes(found: Routes, person: Person) -> Plain:
    """Return every best route with its numbers unrounded; without one what blocks the way."""
    plain: Plain = {
        "person": person.id,
        "target": found.query.target,
        "complete": found.is_complete,
        "routes": [_plain_route(route) for route in found.routes],
    }
    if not found.routes:
        plain["blocked"] = [_plain_obstacle(obstacle) for obstacle in found.obstacles]
    return plain


def _plain_route(route: Route) -> Plain:
    return {
        "roles": list(route.roles),
        "years": route.years,
        "hours": route.hours,
        "moves": route.moves,
        "arrival": {
            "earliest": route.earliest.isoformat() if route.earliest else None,
            "latest": route.latest.isoformat() if route.latest else None,
        },
        "both_experiences": route.both_experiences,
        "unestimated": list(route.unestimated),
        "steps": [_plain_step(step) for step in route.steps],
    }


def _plain_step(step: RouteStep) -> Plain:
    return {
        "from": step.move.from_role,
        "to": step.move.to_role,
        "kind": step.move.kind.value,
        "years": step.years,
        "hours": step.hours,
        "keep": list(step.keep),
        "raise": list(step.raised),
        "learn": list(step.learn),
        "leave": list(step.leave),
    }


def _plain_obstacle(obstacle: Obstacle) -> Plain:
    plain: Plain = {"role": obstacle.role, "why": obstacle.hindrance.value}
    if obstacle.tracks:
        plain["tracks"] = list(obstacle.tracks)
    if obstacle.moves:
        plain["moves"] = obstacle.moves
    return plain
