"""The promotion graph on a small framework drawn by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Role,
    Scale,
    Track,
)
from planner.core.text import same_text

#       d ◄── c ◄┐
#       ▲     ▲  │ (promotion circle c → e → c)
#  a ─► b ────┘  e        f stands alone
_MOVES = [
    ("a", "b", MoveKind.PROMOTION, (1.0, 1.0)),
    ("b", "d", MoveKind.PROMOTION, (9.0, 9.0)),
    ("b", "d", MoveKind.CAREER_CHANGE, (4.0, 4.0)),
    ("b", "c", MoveKind.PROMOTION, (1.0, 1.0)),
    ("c", "d", MoveKind.PROMOTION, (1.0, 1.0)),
    ("c", "e", MoveKind.PROMOTION, None),
    ("e", "c", MoveKind.PROMOTION, None),
    ("d", "a", MoveKind.RETURN, None),
]


@pytest.fixture
def graph() -> PromotionGraph:
    return _graph(_MOVES)


def _graph(
    moves: Sequence[tuple[str, str, MoveKind, tuple[float, float] | None]],
) -> PromotionGraph:
    head = CatalogueHead(
        id="g",
        version="1",
        title=same_text("G"),
        scale=Scale(levels=(Level(number=0, name=same_text("0")),)),
        tracks=(Track(id="t", name=same_text("T")),),
    )
    return PromotionGraph(
        Catalogue(
            head=head,
            skills=(),
            roles=tuple(
                Role(id=name, name=same_text(name), track="t", rank=1, order=order)
                for order, name in enumerate("abcdef")
            ),
            moves=tuple(
                Move(from_role=start, to_role=end, kind=kind, years=years, order=order)
                for order, (start, end, kind, years) in enumerate(moves)
            ),
        )
    )


def test_moves_stand_in_the_catalogues_order(graph: PromotionGraph) -> None:
    assert [move.order for move in graph.moves_out("b")] == [1, 2, 3]
    assert [move.order for move in graph.moves_in("c")] == [3, 6]
    assert [move.order for move in graph.moves_between("b", "d")] == [1, 2]
    assert graph.moves_between("a", "f") == ()


def test_the_shortest_way_has_the_fewest_moves(graph: PromotionGraph) -> None:
    # a → b → d is two moves and 5 years; a → b → c → d would be three moves and 3 years
    assert graph.shortest_way("a", "d") == ("a", "b", "d")
    assert graph.shortest_way("d", "d") == ("d",)
    assert graph.shortest_way("a", "f") == ()


def test_a_return_is_taken_only_where_there_is_no_other_way(graph: PromotionGraph) -> None:
    # d → a is a return, and the only way from d
    assert graph.shortest_way("c", "a") == ("c", "d", "a")
    catalogue = graph.catalogue
    shortcut = Move(from_role="a", to_role="d", kind=MoveKind.RETURN, order=8)
    with_return = PromotionGraph(replace(catalogue, moves=(*catalogue.moves, shortcut)))
    assert with_return.shortest_way("a", "d") == ("a", "b", "d")


_MOVE = st.tuples(
    st.sampled_from("abcdef"),
    st.sampled_from("abcdef"),
    st.sampled_from([MoveKind.PROMOTION, MoveKind.TRACK_CHANGE, MoveKind.RETURN]),
    st.none() | st.tuples(st.integers(0, 3), st.integers(3, 6)),
)


@given(st.lists(_MOVE, max_size=14, unique_by=lambda move: move[:3]))
def test_the_shortest_way_is_the_one_that_networkx_finds(
    moves: list[tuple[str, str, MoveKind, tuple[float, float] | None]],
) -> None:
    graph = _graph(moves)
    every: nx.DiGraph[str] = nx.DiGraph()
    onward: nx.DiGraph[str] = nx.DiGraph()
    for weighted in (every, onward):
        weighted.add_nodes_from("abcdef")
    for start, end, kind, years in moves:
        cost = 1000 + sum(years or ()) / 2
        for weighted in (every, onward)[: 1 if kind is MoveKind.RETURN else 2]:
            known = weighted.get_edge_data(start, end, {"cost": cost})["cost"]
            weighted.add_edge(start, end, cost=min(cost, known))
    for target in "abcdef":
        way = graph.shortest_way("a", target)
        among = onward if nx.has_path(onward, "a", target) else every
        if not nx.has_path(among, "a", target):
            assert way == ()
            continue
        assert (way[0], way[-1]) == ("a", target)
        assert nx.path_weight(among, list(way), "cost") == nx.dijkstra_path_length(
            among, "a", target, "cost"
        )


def test_a_role_that_is_not_there_is_no_dead_end(graph: PromotionGraph) -> None:
    with pytest.raises(KeyError):
        graph.moves_out("z")
    with pytest.raises(KeyError):
        graph.shortest_way("z", "a")


def test_the_neighbourhood_looks_both_ways(graph: PromotionGraph) -> None:
    assert graph.neighbourhood(["a"]) == {"a", "b", "d"}
    assert graph.neighbourhood(["a"], 2) == {"a", "b", "c", "d"}
    assert graph.neighbourhood(["f"], 3) == {"f"}


def test_promotion_circles_are_found_and_returns_are_none(graph: PromotionGraph) -> None:
    assert list(graph.promotion_cycles()) == [("c", "e")]
