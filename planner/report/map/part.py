"""The part of a catalogue that the map shows: all of it, or what lies within a few moves."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Move, MoveKind
from planner.core.searching import folded, has_words, in_both_languages, words_of
from planner.report.map.state import MapState

# Above so many roles the map opens on the neighbourhood of the present role, and the whole of it
# shows no moves but those asked for; above so many moves it shows only those of the middle.
MOST_ROLES, MOST_AT_REST = 150, 160


class Scope(NamedTuple):
    """What is shown: every role for 0 moves, else those within so many `moves` of `around`."""

    moves: int = 0
    around: str = ""


def first_scope(catalogue: Catalogue, present: str) -> Scope:
    """Return what a map opens on."""
    is_large = len(catalogue.roles) > MOST_ROLES
    return Scope(1, present) if is_large and present else Scope()


def scope_of(catalogue: Catalogue, moves: int, around: str) -> Scope:
    """Return the scope of so many moves around a role; all where there is no such role."""
    return Scope(moves, around) if moves and catalogue.has_role(around) else Scope()


def part_in_scope(graph: PromotionGraph, scope: Scope) -> Catalogue:
    """Return the catalogue cut down to the roles in scope and the moves between them."""
    catalogue = graph.catalogue
    if not scope.moves or not catalogue.has_role(scope.around):
        return catalogue
    return part_of(catalogue, graph.neighbourhood([scope.around], scope.moves))


def part_of(catalogue: Catalogue, roles: Collection[str]) -> Catalogue:
    """Return the catalogue cut down to these roles and the moves between them."""
    return Catalogue(
        head=catalogue.head,
        skills=catalogue.skills,
        roles=tuple(role for role in catalogue.roles if role.id in roles),
        moves=tuple(
            move for move in catalogue.moves if move.from_role in roles and move.to_role in roles
        ),
    )


def moves_at_rest(part: Catalogue, scope: Scope, state: MapState) -> tuple[Move, ...]:
    """Return the moves that are drawn whatever is selected, those of the routes among them."""
    if len(part.roles) <= MOST_ROLES and len(part.moves) <= MOST_AT_REST:
        return part.moves
    middle = scope.around if scope.moves else ""
    return tuple(
        move
        for move in part.moves
        if (middle and middle in (move.from_role, move.to_role))
        or state.is_step_of_route(move.from_role, move.to_role)
        or state.is_step_of_others(move.from_role, move.to_role)
    )


def linked_roles(part: Catalogue) -> dict[str, frozenset[str]]:
    """Return the roles that a move joins with each role, in either direction."""
    linked: dict[str, set[str]] = {role.id: set() for role in part.roles}
    for move in part.moves:
        linked[move.from_role].add(move.to_role)
        linked[move.to_role].add(move.from_role)
    return {role: frozenset(others) for role, others in linked.items()}


def kinds_of(part: Catalogue) -> tuple[MoveKind, ...]:
    """Return the kinds of move that there are, in the order of the legend."""
    found = {move.kind for move in part.moves}
    return tuple(kind for kind in MoveKind if kind in found)


def roles_named(catalogue: Catalogue, part: Catalogue, said: str) -> list[str]:
    """Return the roles with every word of `said` in their name, of either language.

    Those of the shown `part` come first, then those whose name begins so, then by the catalogue.
    """
    words = words_of(said)
    if not words:
        return []
    start = " ".join(words)
    found = []
    for role in catalogue.roles:
        if has_words(in_both_languages(role.name), words):
            names = (role.name.en, role.name.zh)
            begins = any(folded(name).startswith(start) for name in names)
            found.append((not part.has_role(role.id), not begins, role.order, role.id))
    return [role for *_, role in sorted(found)]
