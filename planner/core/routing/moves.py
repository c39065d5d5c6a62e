"""Which moves a route may take, and how long each is usually waited for."""

from __future__ import annotations

from dataclasses import dataclass

from planner.core.graph import PromotionGraph
from planner.core.model import Move, MoveKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteQuery:
    """Which routes are asked for: to where, through or not through which roles, by which moves.

    `kinds` None stands for every kind, `most_moves` None for the usual limit of the catalogue.
    """

    target: str
    through: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    kinds: frozenset[MoveKind] | None = None
    most_moves: int | None = None

    def allows(self, move: Move) -> bool:
        """Whether a move is of a kind that is asked for, and passes no role that is to be avoided.

        The role that it leaves was judged with the move before it, or is the present one.
        """
        return (self.kinds is None or move.kind in self.kinds) and move.to_role not in self.avoid


def quickest_move(
    graph: PromotionGraph, old: str, new: str, query: RouteQuery | None = None
) -> Move | None:
    """Return the move between two roles with the least usual years in the middle, None without."""
    moves = [move for move in graph.moves_between(old, new) if query is None or query.allows(move)]
    return min(moves, key=usual_years, default=None)


def usual_years(move: Move) -> float:
    """Return the middle of the usual years before a move, 0 where none are given."""
    return sum(move.years) / 2 if move.years else 0.0
