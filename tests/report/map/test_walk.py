"""Walking over the map by arrow keys."""

from __future__ import annotations

from collections import deque

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.boxes import Box, Size
from planner.core.layout import layout
from planner.report.map.part import linked_roles
from planner.report.map.walk import Direction, reading_order, step
from tests.generated import career_catalogue

DIRECTIONS: tuple[Direction, ...] = ("up", "down", "left", "right")
#     top-left           top-right
#     middle    beside
#     low
BOXES = {
    "top-left": Box(0, 0, 10, 10),
    "top-right": Box(300, 0, 10, 10),
    "middle": Box(0, 100, 10, 10),
    "beside": Box(100, 100, 10, 10),
    "low": Box(0, 200, 10, 10),
}


def test_up_follows_a_move_rather_than_going_to_the_nearest() -> None:
    assert step(BOXES, {"top-right", "low"}, "middle", "up") == "top-right"
    assert step(BOXES, {"top-right", "low"}, "middle", "down") == "low"


def test_where_no_move_leads_up_it_goes_to_the_nearest() -> None:
    assert step(BOXES, set(), "middle", "up") == "top-left"
    assert step(BOXES, {"low"}, "beside", "up") == "top-left"


def test_the_route_comes_first_among_the_moves_to_one_row() -> None:
    linked = {"top-left", "top-right"}
    assert step(BOXES, linked, "middle", "up") == "top-left"
    assert step(BOXES, linked, "middle", "up", ("middle", "top-right")) == "top-right"


def test_the_nearest_row_comes_before_the_route() -> None:
    assert step(BOXES, {"middle", "top-right"}, "low", "up", ("low", "top-right")) == "middle"


def test_at_the_top_and_at_the_bottom_it_stays() -> None:
    assert step(BOXES, {"low"}, "top-left", "up") == "top-left"
    assert step(BOXES, {"top-left"}, "low", "down") == "low"


def test_left_and_right_go_round_in_reading_order() -> None:
    order = ["top-left", "top-right", "middle", "beside", "low"]
    assert reading_order(BOXES) == order
    for here, there in zip(order, [*order[1:], order[0]], strict=True):
        assert step(BOXES, set(), here, "right") == there
        assert step(BOXES, set(), there, "left") == here


@given(st.integers(1, 60), st.integers(1, 5), st.integers(1, 6), st.integers(0, 50))
@settings(max_examples=30, deadline=None)
def test_every_role_can_be_reached_from_every_other(
    roles: int, tracks: int, ranks: int, seed: int
) -> None:
    catalogue = career_catalogue(roles, tracks, ranks, seed=seed)
    boxes = layout(catalogue, Size(100, 40)).boxes
    linked = linked_roles(catalogue)
    start = catalogue.roles[0].id
    reached, waiting = {start}, deque([start])
    while waiting:
        here = waiting.popleft()
        for direction in DIRECTIONS:
            there = step(boxes, linked[here], here, direction)
            assert there == step(dict(reversed(boxes.items())), linked[here], here, direction)
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    assert reached == set(boxes)
    back = reading_order(boxes)
    assert sorted(back) == sorted(boxes)
