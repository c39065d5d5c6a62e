"""The promotion graph: where moves lead, what lies near, and the shortest way to a target.

It is a networkx graph for whatever is a library's work, such as circles, made when that is first
asked for: its import is a tenth of a start of the window. What a start asks, the moves by the roles
that they leave and lead to answer alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

from planner.core.model import Catalogue, Move, MoveKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx


class PromotionGraph:
    """The roles of a catalogue joined by its moves; moves may form cycles across tracks.

    Each method raises KeyError for a role that is not in the catalogue.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._out: dict[str, list[Move]] = {role.id: [] for role in catalogue.roles}
        self._in: dict[str, list[Move]] = {role.id: [] for role in catalogue.roles}
        for move in sorted(catalogue.moves, key=lambda move: move.order):
            self._out[move.from_role].append(move)
            self._in[move.to_role].append(move)

    @cached_property
    def networkx(self) -> nx.MultiDiGraph[str]:
        """The same for networkx: roles as nodes, moves as edges by kind, each with its `move`."""
        import networkx

        graph: nx.MultiDiGraph[str] = networkx.MultiDiGraph()
        graph.add_nodes_from(role.id for role in self.catalogue.roles)
        for move in self.catalogue.moves:
            graph.add_edge(move.from_role, move.to_role, key=move.kind, move=move)
        return graph

    def moves_out(self, role: str) -> tuple[Move, ...]:
        """Return the moves that leave a role, in the catalogue's order."""
        return tuple(self._out[role])

    def moves_in(self, role: str) -> tuple[Move, ...]:
        """Return the moves that lead to a role, in the catalogue's order."""
        return tuple(self._in[role])

    def moves_between(self, from_role: str, to_role: str) -> tuple[Move, ...]:
        """Return the moves of every kind from one role to another, in the catalogue's order."""
        return tuple(move for move in self._out[from_role] if move.to_role == to_role)

    def next_roles(self, role: str) -> tuple[Role, ...]:
        """Return the ends of every move out of a role, each once, in the catalogue's order."""
        ends = {move.to_role for move in self._out[role]}
        return tuple(sorted(map(self.catalogue.role, ends), key=lambda end: end.order))

    def neighbourhood(self, roles: Iterable[str], moves: int = 1) -> frozenset[str]:
        """Return the roles within so many moves of any of `roles`, in either direction."""
        near = set(roles)
        for _ in range(moves):
            ends = {move.to_role for role in near for move in self._out[role]}
            starts = {move.from_role for role in near for move in self._in[role]}
            near |= ends | starts
        return frozenset(near)

    def reach(
        self, role: str, allows: Callable[[Move], bool], *, backward: bool = False
    ) -> frozenset[str]:
        """Return the role and those to which allowed moves lead from it, or lead to it from."""
        seen, ahead = {role}, [role]
        while ahead:
            at = ahead.pop()
            for move in self._in[at] if backward else self._out[at]:
                end = move.from_role if backward else move.to_role
                if end not in seen and allows(move):
                    seen.add(end)
                    ahead.append(end)
        return frozenset(seen)

    def shortest_way(self, from_role: str, target: str) -> tuple[str, ...]:
        """Return the roles on the way with the fewest moves, then the fewest usual years.

        Both ends included; empty where no move leads there. A return is taken only where there is
        no way without one. Preconditions are not weighed. Of equal ways it is always the same.
        """
        return self._shortest(from_role, target, with_returns=False) or self._shortest(
            from_role, target, with_returns=True
        )

    def promotion_cycles(self) -> Iterator[tuple[str, ...]]:
        """Yield the groups of roles that promotions lead round in a circle."""
        import networkx

        promotions = networkx.subgraph_view(self.networkx, filter_edge=_is_promotion)
        for group in networkx.strongly_connected_components(promotions):
            if len(group) > 1 or any(promotions.has_edge(role, role) for role in group):
                yield tuple(sorted(group, key=lambda role: self.catalogue.role(role).order))

    def mutual_groups(self) -> Mapping[str, int]:
        """Return a number for each role; moves lead to and fro between roles of one number alone.

        What stands in the way of a person, such as a track that must have been held, is not
        weighed.
        """
        import networkx

        groups = networkx.strongly_connected_components(self.networkx)
        return {role: number for number, group in enumerate(groups) for role in group}

    def _shortest(self, start: str, target: str, *, with_returns: bool) -> tuple[str, ...]:
        """Search by Dijkstra's algorithm: of the roles within reach the nearest comes next."""
        before: dict[str, str] = {}
        found = count()
        reach = [(0, 0.0, next(found), start, "")]
        while reach:
            moves, years, _, role, previous = heappop(reach)
            if role in before:
                continue
            before[role] = previous
            if role == target:
                return _way_back(before, role)
            for move in self._out[role]:
                if with_returns or move.kind is not MoveKind.RETURN:
                    further = years + sum(move.years or ()) / 2
                    heappush(reach, (moves + 1, further, next(found), move.to_role, role))
        return ()


def _is_promotion(_from: str, _to: str, kind: object) -> bool:
    return kind is MoveKind.PROMOTION


def _way_back(before: Mapping[str, str], end: str) -> tuple[str, ...]:
    """Return the roles from the start to an end, each of which names the one before it."""
    way = [end]
    while previous := before[way[-1]]:
        way.append(previous)
    return tuple(reversed(way))
