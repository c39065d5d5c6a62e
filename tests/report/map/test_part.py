"""The part of a catalogue that the map shows."""

from __future__ import annotations

import pytest

from planner.core.graph import PromotionGraph
from planner.core.model import MoveKind
from planner.report.map.part import (
    MOST_ROLES,
    Scope,
    first_scope,
    kinds_of,
    linked_roles,
    moves_at_rest,
    part_in_scope,
    part_of,
    roles_named,
    scope_of,
)
from planner.report.map.state import map_state
from tests.catalogues import TODAY, small_catalogue, small_gaps, small_person
from tests.generated import career_catalogue

SMALL = small_catalogue()
GRAPH = PromotionGraph(SMALL)


def test_a_map_opens_whole_up_to_150_roles_and_above_on_what_is_near() -> None:
    most = career_catalogue(MOST_ROLES, 6, 6)
    more = career_catalogue(MOST_ROLES + 1, 6, 6)
    assert first_scope(most, most.roles[0].id) == Scope()
    assert first_scope(more, more.roles[0].id) == Scope(1, more.roles[0].id)
    assert first_scope(more, "") == Scope()


@pytest.mark.parametrize(
    ("moves", "roles"),
    [
        (1, {"manager", "line-manager", "cto", "lead"}),
        (2, {"junior", "manager", "director", "line-manager", "cto", "lead"}),
    ],
)
def test_a_neighbourhood_has_the_roles_within_so_many_moves(moves: int, roles: set[str]) -> None:
    part = part_in_scope(GRAPH, Scope(moves, "line-manager"))
    assert {role.id for role in part.roles} == roles
    assert all({move.from_role, move.to_role} <= roles for move in part.moves)
    assert part.head == SMALL.head


def test_around_a_role_that_is_not_there_everything_is_shown() -> None:
    assert part_in_scope(GRAPH, Scope(1, "gone")) is SMALL
    assert scope_of(SMALL, 2, "gone") == Scope()
    assert scope_of(SMALL, 0, "manager") == Scope()
    assert scope_of(SMALL, 2, "manager") == Scope(2, "manager")


def test_a_small_map_shows_every_move() -> None:
    state = map_state(GRAPH, None, {}, TODAY)
    assert moves_at_rest(SMALL, Scope(), state) == SMALL.moves


def test_a_large_map_shows_the_route_and_the_moves_of_the_middle_only() -> None:
    large = career_catalogue(MOST_ROLES + 50, 6, 6)
    graph = PromotionGraph(large)
    state = map_state(graph, None, {}, TODAY)
    middle = large.moves[0].from_role
    assert moves_at_rest(large, Scope(), state) == ()
    shown = moves_at_rest(large, Scope(3, middle), state)
    assert shown == tuple(move for move in large.moves if middle in (move.from_role, move.to_role))
    assert shown


def test_the_route_is_drawn_however_many_roles_there_are() -> None:
    person = small_person()
    state = map_state(GRAPH, person, small_gaps(GRAPH, person), TODAY)
    large = career_catalogue(MOST_ROLES + 1, 6, 6)
    crowded = part_of(SMALL, {role.id for role in SMALL.roles})
    crowded = type(crowded)(
        head=crowded.head,
        skills=crowded.skills,
        roles=crowded.roles + large.roles,
        moves=crowded.moves + large.moves,
    )
    shown = moves_at_rest(crowded, Scope(), state)
    assert [(move.from_role, move.to_role) for move in shown] == [
        ("manager", "line-manager"),
        ("line-manager", "cto"),
    ]


def test_linked_roles_are_those_of_moves_in_either_direction() -> None:
    assert linked_roles(SMALL)["junior"] == {"manager", "director"}
    assert linked_roles(SMALL)["cto"] == {"line-manager"}


def test_the_legend_has_the_kinds_that_there_are() -> None:
    assert kinds_of(SMALL) == tuple(MoveKind)
    assert kinds_of(part_of(SMALL, {"lead", "line-manager"})) == (MoveKind.PROMOTION,)
    assert kinds_of(part_of(SMALL, {"lead"})) == ()


def test_roles_are_found_by_words_of_either_language() -> None:
    part = part_of(SMALL, {"director", "line-manager"})
    assert roles_named(SMALL, part, " MANAGER ") == ["line-manager", "junior", "manager"]
    assert roles_named(SMALL, SMALL, "account") == ["manager", "junior"]
    assert roles_named(SMALL, SMALL, "manager account") == ["junior", "manager"]
    assert roles_named(SMALL, SMALL, "总监") == ["director"]
    assert roles_named(SMALL, SMALL, "  ") == []
    assert roles_named(SMALL, SMALL, "xyz") == []
