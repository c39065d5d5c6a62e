"""The ways of the moves: from border to border, clear of other roles, apart from each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.boxes import Box, Size
from planner.core.layout import layout
from planner.core.model import Catalogue, Move, MoveKind
from planner.report.map.move_curves import MoveCurve, Ruler, move_curves
from planner.report.map.streets import Point, pieces, rounded, sampled, spread
from tests.generated import career_catalogue

WIDTH, HEIGHT = 176.0, 62.0


def at(x: float, y: float) -> Box:
    return Box(x, y, WIDTH, HEIGHT)


def move(start: str, end: str, kind: MoveKind = MoveKind.PROMOTION, order: int = 0) -> Move:
    return Move(from_role=start, to_role=end, kind=kind, order=order)


def beside_each_other(
    one: MoveCurve, other: MoveCurve, near: float
) -> Iterator[tuple[Point, float]]:
    """Yield where, and how far, a curve runs nearer than `near` to another."""
    squares: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)
    for x, y in finely(other.points):
        squares[int(x // near), int(y // near)].append((x, y))
    length, before = 0.0, one.points[0]
    for x, y in finely(one.points):
        column, row = int(x // near), int(y // near)
        is_near = any(
            hypot(x - x1, y - y1) < near
            for square in product(range(column - 1, column + 2), range(row - 1, row + 2))
            for x1, y1 in squares.get(square, ())
        )
        step, before = hypot(x - before[0], y - before[1]), (x, y)
        if is_near:
            length += step
        else:
            yield before, length
            length = 0.0
    yield before, length


def only(boxes: dict[str, Box], *moves: Move) -> MoveCurve:
    return move_curves(boxes, moves)[0]


def finely(points: tuple[Point, ...]) -> list[Point]:
    return [point for piece in pieces(points, 40.0) for point in sampled(piece)]


def roles_under(curve: MoveCurve, boxes: dict[str, Box]) -> set[str]:
    """Return the roles, but for its own, whose boxes a curve touches."""
    own = (curve.move.from_role, curve.move.to_role)
    return {
        role
        for role, box in boxes.items()
        if role not in own
        for x, y in finely(curve.points)
        if abs(x - box.x) < box.width / 2 and abs(y - box.y) < box.height / 2
    }


def test_a_promotion_to_the_role_above_is_a_straight_line_between_the_borders() -> None:
    curve = only({"a": at(100, 300), "b": at(100, 100)}, move("a", "b"))
    assert curve.points[0] == (100, 300 - HEIGHT / 2)
    assert curve.points[-1] == (100, 100 + HEIGHT / 2)
    assert {x for x, _ in curve.points} == {100}


def test_a_straight_line_keeps_the_middle_and_others_leave_beside_it() -> None:
    boxes = {"a": at(300, 300), "left": at(0, 100), "b": at(300, 100), "right": at(600, 100)}
    moves = [move("a", "left", order=0), move("a", "b", order=1), move("a", "right", order=2)]
    starts = [curve.points[0][0] for curve in move_curves(boxes, moves)]
    assert starts[1] == 300
    assert 300 - WIDTH / 2 < starts[0] < 290
    assert 310 < starts[2] < 300 + WIDTH / 2


def test_a_move_over_a_rank_goes_round_the_role_between() -> None:
    boxes = {"a": at(100, 500), "between": at(100, 300), "b": at(100, 100)}
    curve = only(boxes, move("a", "b"))
    assert roles_under(curve, boxes) == set()
    assert curve.points[0][1] == 500 - HEIGHT / 2
    assert curve.points[-1][1] == 100 + HEIGHT / 2


def test_a_way_past_a_role_keeps_clear_of_the_arrow_that_arrives_there() -> None:
    boxes = {"low": at(100, 500), "mid": at(100, 300), "top": at(180, 100), "side": at(600, 300)}
    past, arrow = move("low", "top"), move("side", "mid", MoveKind.TRACK_CHANGE, order=1)
    passing, arriving = move_curves(boxes, [past, arrow])
    border = 100 + WIDTH / 2
    assert arriving.points[-1] == (border, 300)
    # The head of a quiet arrow reaches 8.9 back from its tip and 5.7 to either side.
    beside = [x for x, y in finely(passing.points) if abs(y - 300) < HEIGHT / 2]
    assert beside
    assert min(beside) > border + 12
    # Where the arrow leaves instead there is no head, and the way stays near the role.
    leaving = move("mid", "side", MoveKind.TRACK_CHANGE, order=1)
    passing, _ = move_curves(boxes, [past, leaving])
    beside = [x for x, y in finely(passing.points) if abs(y - 300) < HEIGHT / 2]
    assert border < min(beside) < border + 8.9


def test_no_line_of_the_shipped_framework_runs_through_the_head_of_another(
    shipped: Catalogue,
) -> None:
    boxes = layout(shipped, Size(WIDTH, 72.0)).boxes
    curves = move_curves(boxes, shipped.moves)
    lines = {curve.move.id: finely(curve.points) for curve in curves}
    for curve in curves:
        *_, (x0, y0), (x1, y1) = lines[curve.move.id]
        length = hypot(x1 - x0, y1 - y0)
        # Moves into the same role meet before it, each with a head of its own beside the others.
        others = [one for one in curves if one.move.to_role != curve.move.to_role]
        for x, y in (point for one in others for point in lines[one.move.id]):
            back = ((x1 - x) * (x1 - x0) + (y1 - y) * (y1 - y0)) / length
            aside = abs((x1 - x) * (y1 - y0) - (y1 - y) * (x1 - x0)) / length
            assert not (0 < back < 9 and aside < 6), curve.move


@pytest.mark.parametrize("size", [(150.0, 66.0), (176.0, 62.0), (176.0, 72.0), (208.0, 66.0)])
def test_no_moves_of_the_shipped_framework_run_on_one_line(
    shipped: Catalogue, size: tuple[float, float]
) -> None:
    curves = move_curves(layout(shipped, Size(*size)).boxes, shipped.moves)
    assert len(curves) == len(shipped.moves)
    for one, other in combinations(curves, 2):
        for where, length in beside_each_other(one, other, 4.0):
            assert length < 25, (one.move.id, other.move.id, where)


def test_long_ways_from_one_role_in_a_channel_do_not_cross() -> None:
    boxes = {"a": at(0, 300), "near": at(400, 100), "far": at(800, 100)}
    # Which comes first in the catalogue makes no difference.
    for ends in (("near", "far"), ("far", "near")):
        moves = [move("a", end, order=order) for order, end in enumerate(ends)]
        lines = {curve.move.to_role: finely(curve.points) for curve in move_curves(boxes, moves)}
        for x in (100.0, 200.0, 300.0, 380.0):
            near = min(lines["near"], key=lambda point: abs(point[0] - x))
            far = min(lines["far"], key=lambda point: abs(point[0] - x))
            assert near[1] < far[1] - 4


def test_a_long_way_through_a_shallow_channel_arrives_upright() -> None:
    # Between boxes 24 apart, as in a rank of several rows.
    boxes = {"a": at(0, 100 + HEIGHT + 24), "b": at(3000, 100)}
    line = finely(only(boxes, move("a", "b")).points)
    tip = line[-1]
    assert tip[1] == 100 + HEIGHT / 2
    head = [x for x, y in line[-100:] if y - tip[1] < 5]
    assert max(abs(x - tip[0]) for x in head) < 5


def test_a_move_down_to_a_role_half_aside_runs_through_neither_of_them() -> None:
    boxes = {"a": at(100, 100), "b": at(190, 100 + HEIGHT + 24)}
    line = finely(only(boxes, move("a", "b", MoveKind.TRACK_CHANGE)).points)
    for x, y in line[1:-1]:
        for box in boxes.values():
            is_within = abs(x - box.x) < WIDTH / 2 - 1 and abs(y - box.y) < HEIGHT / 2 - 1
            assert not is_within


def test_ways_down_and_up_through_one_gap_keep_apart() -> None:
    boxes = {
        **{"high": at(100, -100), "left": at(100, 100), "low": at(100, 300)},
        **{"right": at(340, 100), "under": at(340, 300), "over": at(340, -100)},
    }
    up = move("low", "high", order=0)
    down = move("over", "low", MoveKind.RETURN, order=1)
    one, other = move_curves(boxes, [up, down])
    lines = [
        [x for x, y in finely(curve.points) if abs(y - 100) < HEIGHT / 2] for curve in (one, other)
    ]
    assert all(lines)
    assert min(abs(x0 - x1) for x0 in lines[0] for x1 in lines[1]) >= 8


def test_a_narrow_gap_is_shared_out_whatever_arrives_at_its_sides() -> None:
    boxes = {
        **{"low": at(200, 500), "top": at(200, 100), "higher": at(220, -100)},
        **{"left": at(100, 300), "right": at(100 + WIDTH + 20, 300)},
    }
    moves = [
        move("low", "top", order=0),
        move("low", "higher", order=1),
        move("right", "left", MoveKind.TRACK_CHANGE, order=2),
        move("left", "right", MoveKind.TRACK_CHANGE, order=3),
    ]
    low, high = 100 + WIDTH / 2, 100 + WIDTH / 2 + 20
    for curve in move_curves(boxes, moves)[:2]:
        beside = [x for x, y in finely(curve.points) if abs(y - 300) < HEIGHT / 2]
        assert low < min(beside)
        assert max(beside) < high


def test_a_level_move_runs_straight_from_side_to_side() -> None:
    curve = only({"a": at(100, 100), "b": at(500, 100)}, move("a", "b", MoveKind.TRACK_CHANGE))
    assert curve.points[0] == (100 + WIDTH / 2, 100)
    assert curve.points[-1] == (500 - WIDTH / 2, 100)
    assert {y for _, y in curve.points} == {100}


def test_there_and_back_do_not_lie_on_each_other() -> None:
    boxes = {"a": at(100, 100), "b": at(500, 100)}
    there, back = move_curves(
        boxes, [move("a", "b", MoveKind.TRACK_CHANGE), move("b", "a", MoveKind.RETURN)]
    )
    assert min(abs(y0 - y1) for _, y0 in there.points for _, y1 in back.points) >= 8


def test_two_kinds_between_the_same_roles_do_not_lie_on_each_other() -> None:
    boxes = {"a": at(100, 100), "b": at(500, 100)}
    one, other = move_curves(
        boxes, [move("a", "b", MoveKind.TRACK_CHANGE), move("a", "b", MoveKind.CAREER_CHANGE)]
    )
    assert one.points != other.points


def test_a_level_move_bows_round_the_roles_between() -> None:
    boxes = {"a": at(100, 100), "x": at(350, 100), "y": at(600, 100), "b": at(850, 100)}
    boxes |= {"under": at(350, 300), "over": at(350, -100)}
    curve = only(boxes, move("a", "b", MoveKind.CAREER_CHANGE))
    assert roles_under(curve, boxes) == set()


@pytest.mark.parametrize("aside", [0.0, 300.0, -300.0, 900.0])
def test_a_move_down_leaves_and_arrives_at_a_side(aside: float) -> None:
    boxes = {"a": at(1000, 100), "x": at(1000 + aside / 2, 300), "b": at(1000 + aside, 500)}
    curve = only(boxes, move("a", "b", MoveKind.RETURN))
    (x0, y0), (x1, y1) = curve.points[0], curve.points[-1]
    assert abs(abs(x0 - 1000) - WIDTH / 2) < 1e-6
    assert abs(y0 - 100) < HEIGHT / 2
    assert abs(abs(x1 - 1000 - aside) - WIDTH / 2) < 1e-6
    assert abs(y1 - 500) < HEIGHT / 2
    assert roles_under(curve, boxes) == set()


def test_moves_to_roles_that_are_not_placed_or_to_themselves_are_left_out() -> None:
    boxes = {"a": at(0, 0), "b": at(0, -200)}
    kept = move_curves(boxes, [move("a", "gone"), move("a", "a"), move("a", "b")])
    assert [curve.move.to_role for curve in kept] == ["b"]
    assert move_curves({}, []) == ()


@given(
    roles=st.integers(2, 60),
    tracks=st.integers(1, 6),
    ranks=st.integers(1, 7),
    seed=st.integers(0, 99),
)
@settings(max_examples=40, deadline=None)
def test_no_move_runs_through_a_role(roles: int, tracks: int, ranks: int, seed: int) -> None:
    catalogue = career_catalogue(roles, tracks, ranks, seed=seed)
    boxes = dict(layout(catalogue, Size(WIDTH, HEIGHT)).boxes)
    for curve in move_curves(boxes, catalogue.moves):
        assert roles_under(curve, boxes) == set()
        start, end = boxes[curve.move.from_role], boxes[curve.move.to_role]
        for (x, y), box in ((curve.points[0], start), (curve.points[-1], end)):
            on_side = abs(abs(x - box.x) - WIDTH / 2) < 1e-6 and abs(y - box.y) <= HEIGHT / 2
            on_edge = abs(abs(y - box.y) - HEIGHT / 2) < 1e-6 and abs(x - box.x) <= WIDTH / 2
            assert on_side or on_edge


def test_a_point_part_of_the_way_along() -> None:
    ruler = Ruler(tuple(sampled(((0, 0), (0, 0), (100, 0), (100, 0)))))
    assert ruler.at(0.5) == pytest.approx((50, 0))
    assert ruler.at(0.0) == pytest.approx((0, 0))
    assert ruler.at(1.0) == pytest.approx((100, 0))


@given(st.lists(st.floats(-50, 150), max_size=12).map(sorted), st.floats(0, 60), st.floats(60, 120))
def test_spread_places_keep_their_order_their_room_and_their_distance(
    wished: list[float], low: float, high: float
) -> None:
    places = spread(wished, low, high, 9.0)
    assert len(places) == len(wished)
    apart = min(9.0, (high - low) / max(1, len(wished) - 1))
    assert all(after - before >= apart - 1e-6 for before, after in pairwise(places))
    assert all(low - 1e-6 <= place <= high + 1e-6 for place in places)


def test_places_that_are_free_are_granted() -> None:
    assert spread([10.0, 40.0, 80.0], 0.0, 100.0, 9.0) == [10.0, 40.0, 80.0]
    assert spread([50.0, 50.0], 0.0, 100.0, 10.0) == [45.0, 55.0]


def test_rounded_corners_stay_near_the_straight_way() -> None:
    run = rounded([(0, 0), (100, 0), (100, 0), (100, 100)], 10.0)
    assert run[0] == (0, 0)
    assert run[-1] == (100, 100)
    assert all(min(abs(y), abs(x - 100)) <= 5 for x, y in finely(run))


def test_pieces_join_into_the_same_curve() -> None:
    curve = ((0.0, 0.0), (0.0, 300.0), (900.0, 0.0), (900.0, 300.0))
    cut = list(pieces(curve, 200.0))
    assert len(cut) > 4
    assert cut[0][0] == curve[0]
    assert cut[-1][-1] == curve[-1]
    assert all(one[-1] == pytest.approx(other[0]) for one, other in pairwise(cut))
    # Halfway a cubic curve lies at an eighth, three eighths, three eighths and an eighth.
    middle = (450.0, (0.0 + 3 * 300.0 + 0.0 + 300.0) / 8)
    points = [point for piece in cut for point in sampled(piece)]
    assert min(abs(x - middle[0]) + abs(y - middle[1]) for x, y in points) < 15
