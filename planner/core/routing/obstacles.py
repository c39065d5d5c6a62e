"""Why no route leads to a target: which roles cannot be passed, and for what reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from planner.core.graph import PromotionGraph
from planner.core.model import Role
from planner.core.routing.moves import RouteQuery
from planner.core.routing.standing import Standing


class Hindrance(StrEnum):
    """What hinders."""

    NO_WAY = "no-way"
    AVOIDED = "avoided"
    KINDS = "kinds"
    NOT_THROUGH = "not-through"
    TRACKS = "tracks"
    TOO_FAR = "too-far"
    ONLY_TWICE = "only-twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """A role that cannot be passed or reached.

    `tracks` are those in which a role must have been held before, where they are the reason;
    `moves` is the number of moves that are needed at least, where there are too many.
    """

    role: str
    hindrance: Hindrance
    tracks: tuple[str, ...] = ()
    moves: int = 0


def obstacles(
    graph: PromotionGraph, standing: Standing, query: RouteQuery, most_moves: int | None
) -> tuple[Obstacle, ...]:
    """Return what stands between somebody and the target of a query without a route."""
    if standing.role == query.target:
        return tuple(
            Obstacle(role=role, hindrance=Hindrance.NOT_THROUGH)
            for role in query.through
            if role != query.target
        )
    if not graph.catalogue.has_role(standing.role):
        return (Obstacle(role=query.target, hindrance=Hindrance.NO_WAY),)
    anyhow = RouteQuery(target=query.target)
    if query.target not in graph.reach(standing.role, anyhow.allows):
        return (Obstacle(role=query.target, hindrance=Hindrance.NO_WAY),)
    ahead = graph.reach(standing.role, query.allows)
    if query.target not in ahead:
        return tuple(_left_out(graph, standing, query))
    between = ahead & graph.reach(query.target, query.allows, backward=True)
    if missed := [role for role in query.through if role not in between]:
        return tuple(Obstacle(role=role, hindrance=Hindrance.NOT_THROUGH) for role in missed)
    if closed := tuple(_closed_gates(graph, standing, query)):
        return closed
    gates = tuple(
        Obstacle(role=role.id, hindrance=Hindrance.ONLY_TWICE, tracks=_missing(role, standing))
        for role in graph.catalogue.roles
        if role.id in between and _missing(role, standing)
    )
    least = _least_moves(graph, standing.role, query)
    if most_moves is not None and (least > most_moves or not gates):
        return (Obstacle(role=query.target, hindrance=Hindrance.TOO_FAR, moves=least), *gates)
    return gates or tuple(
        Obstacle(role=role, hindrance=Hindrance.ONLY_TWICE) for role in query.through
    )


def _left_out(graph: PromotionGraph, standing: Standing, query: RouteQuery) -> Iterator[Obstacle]:
    """Yield the roles that are avoided and lie on a way, else the target that no kind leads to."""
    by_kind = RouteQuery(target=query.target, kinds=query.kinds)
    ahead = graph.reach(standing.role, by_kind.allows)
    if query.target not in ahead:
        yield Obstacle(role=query.target, hindrance=Hindrance.KINDS)
        return
    between = ahead & graph.reach(query.target, by_kind.allows, backward=True)
    for role in query.avoid:
        if role in between:
            yield Obstacle(role=role, hindrance=Hindrance.AVOIDED)


def _closed_gates(
    graph: PromotionGraph, standing: Standing, query: RouteQuery
) -> Iterator[Obstacle]:
    """Yield the gates that stay closed even if every role that can be entered was held before.

    None where the target can be entered so.
    """
    entered, closed = {standing.role}, dict[str, Role]()
    tracks = set(standing.tracks)
    grows = True
    while grows:
        grows = False
        for role in sorted(entered):
            for move in graph.moves_out(role):
                new = graph.catalogue.role(move.to_role)
                if new.id in entered or not query.allows(move):
                    continue
                if tracks.issuperset(new.after):
                    entered.add(new.id)
                    tracks.add(new.track)
                    grows = True
                else:
                    closed[new.id] = new
    if query.target in entered:
        return
    behind = graph.reach(query.target, query.allows, backward=True)
    for gate in sorted(closed.values(), key=lambda role: role.order):
        if gate.id not in entered and gate.id in behind:
            missing = tuple(track for track in gate.after if track not in tracks)
            yield Obstacle(role=gate.id, hindrance=Hindrance.TRACKS, tracks=missing)


def _missing(role: Role, standing: Standing) -> tuple[str, ...]:
    return tuple(track for track in role.after if track not in standing.tracks)


def _least_moves(graph: PromotionGraph, start: str, query: RouteQuery) -> int:
    """Return the fewest moves to the target, gates aside; it can be reached."""
    seen, reached, moves = {start}, {start}, 0
    while query.target not in reached:
        reached = {
            move.to_role
            for role in reached
            for move in graph.moves_out(role)
            if query.allows(move) and move.to_role not in seen
        }
        seen |= reached
        moves += 1
    return moves
