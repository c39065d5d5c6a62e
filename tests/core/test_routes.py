"""Routes, by hand on small frameworks."""

from __future__ import annotations

import pytest

from planner.core.graph import PromotionGraph
from planner.core.model import MoveKind, Requirement
from planner.core.routes import find_routes
from planner.core.routing.moves import RouteQuery
from planner.core.routing.obstacles import Hindrance, Obstacle
from tests.generated import career_catalogue
from tests.route_sample import DAY, answer, asks, catalogue_of, move, role, standing

#   a ──3–5──▶ b ──2–4──▶ d        talk: 52 hours up to 1, 156 up to 2, 312 up to 3
#   a ──1–1──▶ c ────────▶ d       law the same; tact: nobody says
SQUARE = catalogue_of(
    [
        role("a", requires=asks(talk=1, tact=1)),
        role("b", rank=2, requires=asks(talk=2)),
        role("c", "line", rank=2, requires=asks(law=2, tact=2)),
        role(
            "d",
            rank=3,
            requires=(
                *asks(talk=3, law=1),
                Requirement(skill="tact", level=1, essential=False),
            ),
        ),
    ],
    [
        move("a", "b", (3, 5)),
        move("a", "c", (1, 1), "track-change"),
        move("b", "d", (2, 4)),
        move("c", "d"),
    ],
)


def test_a_route_by_hand() -> None:
    found = answer(SQUARE, RouteQuery(target="d"))
    by_b = next(route for route in found.routes if "b" in route.roles)
    first, second = by_b.steps
    # Stay (3 + 5) / 2 - 1 served = 3 years; talk 1 → 2 is 104 hours, 2 years at an hour a week.
    assert (first.hours, first.years) == (104.0, 3.0)
    # talk 2 → 3 is 156 hours, law from nothing to 1 is 52: 208 hours, 4 years, more than the stay.
    assert (second.hours, second.years) == (208.0, 4.0)
    assert second.unrated_hours == 52.0
    assert (by_b.years, by_b.hours, by_b.moves) == (7.0, 312.0, 2)
    # The least: 3 - 1 = 2 and 4 years; the most: 5 - 1 = 4 and 4 years.
    assert by_b.earliest is not None
    assert by_b.latest is not None
    assert (by_b.earliest - DAY).days == round(6 * 365.25)
    assert (by_b.latest - DAY).days == round(8 * 365.25)
    assert (first.keep, first.raised, first.learn, first.leave) == ((), ("talk",), (), ("tact",))
    assert (second.keep, second.raised, second.learn) == ((), ("talk",), ("law", "tact"))


def test_the_other_way_costs_more_hours_and_takes_no_longer() -> None:
    found = answer(SQUARE, RouteQuery(target="d", through=("c",)))
    (by_c,) = found.routes
    first, second = by_c.steps
    # law from nothing to 2 is 156 hours, 3 years; tact has no hours; the year of stay is served.
    assert (first.hours, first.years, first.unestimated) == (156.0, 3.0, ("tact",))
    # talk 1 → 3 is 260 hours, 5 years; law is held by then.
    assert (second.hours, second.years) == (260.0, 5.0)
    assert second.keep == ("law", "tact")
    assert by_c.unestimated == ("tact",)
    assert by_c.both_experiences
    # 8 years and 416 hours: the way through b beats it in both.
    assert [route.roles for route in answer(SQUARE, RouteQuery(target="d")).routes] == [
        ("a", "b", "d")
    ]


def test_not_applicable_costs_nothing_and_stands_nowhere() -> None:
    found = answer(SQUARE, RouteQuery(target="b"), levels={"talk": None, "tact": None})
    (route,) = found.routes
    (step,) = route.steps
    assert (step.hours, step.years) == (0.0, 3.0)
    assert (step.keep, step.raised, step.learn, step.leave) == ((), (), (), ())


def test_a_role_that_requires_nothing_costs_nothing_and_is_marked() -> None:
    catalogue = catalogue_of([role("a"), role("b")], [move("a", "b", (2, 2))])
    (route,) = answer(catalogue, RouteQuery(target="b"), years_served=5.0).routes
    assert (route.years, route.hours, route.asking_nothing) == (0.0, 0.0, ("b",))


def test_the_present_role_is_reached_without_a_move() -> None:
    (route,) = answer(SQUARE, RouteQuery(target="a")).routes
    assert (route.roles, route.figures, route.earliest) == (("a",), (0, 0, 0), DAY)


def test_of_two_kinds_between_two_roles_the_quicker_counts() -> None:
    catalogue = catalogue_of(
        [role("a"), role("b")], [move("a", "b", (4, 6)), move("a", "b", (2, 4), "dual-ladder")]
    )
    (route,) = answer(catalogue, RouteQuery(target="b")).routes
    assert (route.steps[0].move.kind, route.years) == (MoveKind.DUAL_LADDER, 2.0)
    only = RouteQuery(target="b", kinds=frozenset({MoveKind.PROMOTION}))
    assert answer(catalogue, only).routes[0].years == 4.0


GATED = catalogue_of(
    [
        role("a"),
        role("line", "line", 2),
        role("client", "client", 2),
        role("top", "client", 3, after=("client", "line")),
    ],
    [
        move("a", "line", (1, 1)),
        move("a", "client", (1, 1)),
        move("line", "client", (1, 1)),
        move("client", "top", (1, 1)),
    ],
)


def test_a_gate_is_entered_only_after_its_tracks() -> None:
    found = answer(GATED, RouteQuery(target="top"))
    assert [route.roles for route in found.routes] == [("a", "line", "client", "top")]
    # Whoever has held a role in the line track before goes straight.
    held = frozenset({"client", "line"})
    assert [r.roles for r in answer(GATED, RouteQuery(target="top"), tracks=held).routes] == [
        ("a", "client", "top")
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            RouteQuery(target="top", avoid=("line",)),
            [Obstacle(role="top", hindrance=Hindrance.TRACKS, tracks=("line",))],
        ),
        (
            RouteQuery(target="top", avoid=("client",)),
            [Obstacle(role="client", hindrance=Hindrance.AVOIDED)],
        ),
        (
            RouteQuery(target="top", avoid=("top",)),
            [Obstacle(role="top", hindrance=Hindrance.AVOIDED)],
        ),
        (
            RouteQuery(target="top", kinds=frozenset({MoveKind.RETURN})),
            [Obstacle(role="top", hindrance=Hindrance.KINDS)],
        ),
        (
            RouteQuery(target="line", through=("client",)),
            [Obstacle(role="client", hindrance=Hindrance.NOT_THROUGH)],
        ),
        (
            RouteQuery(target="top", most_moves=1),
            [
                Obstacle(role="top", hindrance=Hindrance.TOO_FAR, moves=2),
                Obstacle(role="top", hindrance=Hindrance.ONLY_TWICE, tracks=("line",)),
            ],
        ),
        (
            RouteQuery(target="a", through=("line",)),
            [Obstacle(role="line", hindrance=Hindrance.NOT_THROUGH)],
        ),
    ],
)
def test_without_a_route_it_is_said_why(query: RouteQuery, expected: list[Obstacle]) -> None:
    found = answer(GATED, query)
    assert found.routes == ()
    assert list(found.obstacles) == expected


def test_a_gate_that_only_a_role_twice_would_open() -> None:
    # To meet the line track one has to leave `a`, and every way on leads back through it.
    catalogue = catalogue_of(
        [role("a"), role("side", "line"), role("b", after=("line",))],
        [move("a", "side"), move("side", "a"), move("a", "b")],
    )
    found = answer(catalogue, RouteQuery(target="b"))
    assert found.routes == ()
    assert found.obstacles == (
        Obstacle(role="b", hindrance=Hindrance.ONLY_TWICE, tracks=("line",)),
    )


def test_through_the_present_role_leads_every_way() -> None:
    # Somebody in `a` does not yet have its talk 3; no way on asks for it.
    slow = [move("a", "b", (2, 2)), move("b", "c", (2, 2)), move("c", "d", (2, 2))]
    catalogue = catalogue_of(
        [
            role("a", requires=asks(talk=3)),
            role("b"),
            role("c"),
            role("x", requires=asks(law=1)),
            role("d", rank=2),
        ],
        [*slow, move("a", "x", (1, 1)), move("x", "d", (1, 1))],
    )
    found = answer(catalogue, RouteQuery(target="d", through=("a",)))
    # Two moves for the 52 hours of law 1, or three moves and longer for none.
    assert sorted((route.moves, route.hours) for route in found.routes) == [(2, 52), (3, 0)]
    assert found.routes == answer(catalogue, RouteQuery(target="d")).routes


def test_no_move_leads_back() -> None:
    found = answer(GATED, RouteQuery(target="a"), role="top")
    assert found.obstacles == (Obstacle(role="a", hindrance=Hindrance.NO_WAY),)
    stranger = answer(GATED, RouteQuery(target="a"), role="gone")
    assert stranger.obstacles == (Obstacle(role="a", hindrance=Hindrance.NO_WAY),)


def test_complete_as_long_as_no_longer_route_was_left_out() -> None:
    assert answer(GATED, RouteQuery(target="top")).is_complete
    assert answer(GATED, RouteQuery(target="top", most_moves=3)).is_complete
    assert not answer(GATED, RouteQuery(target="client", most_moves=1)).is_complete


def test_more_than_a_hundred_roles_are_searched_up_to_six_moves() -> None:
    catalogue = catalogue_of(
        [role(f"r{n}") for n in range(101)], [move(f"r{n}", f"r{n + 1}") for n in range(100)]
    )
    assert answer(catalogue, RouteQuery(target="r6"), role="r0").routes[0].moves == 6
    beyond = answer(catalogue, RouteQuery(target="r7"), role="r0")
    assert (beyond.routes, beyond.is_complete) == ((), False)
    assert beyond.obstacles == (Obstacle(role="r7", hindrance=Hindrance.TOO_FAR, moves=7),)
    assert answer(catalogue, RouteQuery(target="r7", most_moves=9), role="r0").is_complete


def test_beyond_the_calendar_there_is_no_day_of_arrival() -> None:
    catalogue = catalogue_of([role("a"), role("b")], [move("a", "b", (10, 9000))])
    (route,) = answer(catalogue, RouteQuery(target="b")).routes
    assert route.earliest is not None
    assert route.latest is None


def test_the_search_says_how_far_it_is() -> None:
    catalogue = career_catalogue(90, 3, 6, 1, across=0.5, moves_a_role=3.0)
    low, high = (
        min(catalogue.roles, key=lambda one: (sign * one.rank, one.order)).id for sign in (1, -1)
    )
    told: list[float] = []
    find_routes(
        PromotionGraph(catalogue),
        standing(role=low, levels={}),
        RouteQuery(target=high),
        check=told.append,
    )
    assert len(told) > 2
    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] <= 1.0


def test_the_search_can_be_stopped() -> None:
    class Stopped(Exception):
        pass

    def check(_done: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        find_routes(PromotionGraph(SQUARE), standing(), RouteQuery(target="d"), check=check)
