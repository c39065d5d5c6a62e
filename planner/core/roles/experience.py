"""The tracks that a role asks to have been held before it, and the shortest way to fulfil that."""

from __future__ import annotations

from dataclasses import dataclass

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.routes import BOTH_TRACKS, Route, find_routes
from planner.core.routing.moves import RouteQuery
from planner.core.routing.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackAsked:
    """A track of a role's `after`, and whether a role was ever held in it."""

    track: str
    is_held: bool


def tracks_asked(catalogue: Catalogue, role: str, standing: Standing) -> tuple[TrackAsked, ...]:
    """Return the tracks that a role asks for, in its order; raise KeyError for an unknown role."""
    return tuple(
        TrackAsked(track=track, is_held=track in standing.tracks)
        for track in catalogue.role(role).after
    )


def asks_for_both(catalogue: Catalogue, role: str) -> bool:
    """Tell whether a role asks for both experiences that the article compares."""
    return BOTH_TRACKS.issubset(catalogue.role(role).after)


def shortest_route(graph: PromotionGraph, standing: Standing, role: str) -> Route | None:
    """Return the route with the fewest moves that the role's `after` lets through, None for none.

    Of equal ones the one with the fewest years. Raise KeyError for an unknown role.
    """
    found = find_routes(graph, standing, RouteQuery(target=role))
    return found.fewest_moves if found.routes else None
