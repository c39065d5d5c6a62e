"""The promotion graph: where moves lead, what lies near, and the shortest way to a target.

It is a networkx graph by decision, though its import is part of every start: paths and cycles are a
library's work, not ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import networkx as nx

from planner.core.model import Catalogue, Move, MoveKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

# One move outweighs any number of years, so that fewest moves comes first.
_YEARS_OF_A_MOVE = 1000.0


class PromotionGraph:
    """The roles of a catalogue joined by its moves; moves may form cycles across tracks."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(role.id for role in catalogue.roles)
        for move in catalogue.moves:
            graph.add_edge(move.from_role, move.to_role, key=move.kind, move=move)
        self._graph = graph

    def moves_out(self, role: str) -> tuple[Move, ...]:
        """Return the moves that leave a role, in the catalogue's order."""
        return _in_order(data["move"] for _, _, data in self._graph.out_edges(role, data=True))

    def moves_in(self, role: str) -> tuple[Move, ...]:
        """Return the moves that lead to a role, in the catalogue's order."""
        return _in_order(data["move"] for _, _, data in self._graph.in_edges(role, data=True))

    def moves_between(self, from_role: str, to_role: str) -> tuple[Move, ...]:
        """Return the moves of every kind from one role to another, in the catalogue's order."""
        if not self._graph.has_edge(from_role, to_role):
            return ()
        return _in_order(data["move"] for data in self._graph[from_role][to_role].values())

    def next_roles(self, role: str) -> tuple[Role, ...]:
        """Return the ends of every move out of a role, each once, in the catalogue's order."""
        ends = {self.catalogue.role(end) for end in self._graph.successors(role)}
        return tuple(sorted(ends, key=lambda end: end.order))

    def neighbourhood(self, roles: Iterable[str], moves: int = 1) -> frozenset[str]:
        """Return the roles within so many moves of any of `roles`, in either direction."""
        near = set(roles)
        for _ in range(moves):
            near |= {
                other
                for role in near
                for other in (*self._graph.successors(role), *self._graph.predecessors(role))
            }
        return frozenset(near)

    def shortest_way(self, from_role: str, target: str) -> tuple[str, ...]:
        """Return the roles on the way with the fewest moves, then the fewest usual years.

        Both ends included; empty where no move leads there. A return is taken only where there is
        no way without one. Preconditions are not weighed.
        """
        onward = nx.subgraph_view(self._graph, filter_edge=_is_onward)
        for graph in (onward, self._graph):
            try:
                way: list[str] = nx.dijkstra_path(graph, from_role, target, weight=_move_and_years)
            except nx.NetworkXNoPath:
                continue
            return tuple(way)
        return ()

    def promotion_cycles(self) -> Iterator[tuple[str, ...]]:
        """Yield the groups of roles that promotions lead round in a circle."""
        promotions: nx.DiGraph[str] = nx.DiGraph()
        promotions.add_edges_from(
            (move.from_role, move.to_role)
            for move in self.catalogue.moves
            if move.kind is MoveKind.PROMOTION
        )
        for group in nx.strongly_connected_components(promotions):
            if len(group) > 1 or any(promotions.has_edge(role, role) for role in group):
                yield tuple(sorted(group, key=lambda role: self.catalogue.role(role).order))


def _in_order(moves: Iterable[Move]) -> tuple[Move, ...]:
    return tuple(sorted(moves, key=lambda move: move.order))


def _is_onward(_from: str, _to: str, kind: object) -> bool:
    return kind is not MoveKind.RETURN


def _move_and_years(_from: str, _to: str, moves: dict[str, dict[str, Move]]) -> float:
    return _YEARS_OF_A_MOVE + min(
        sum(data["move"].years or (0.0, 0.0)) / 2 for data in moves.values()
    )
