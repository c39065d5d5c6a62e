"""The counter of crossings against exact fractions, pair by pair."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.crossings import crossings

Point = tuple[int, int]
COORDINATE = st.integers(-6, 6)


def meet_inside(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Solve a + s (b - a) = c + t (d - c) and tell whether 0 < s, t < 1."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    determinant = vx * uy - ux * vy
    if determinant == 0:
        return False
    wx, wy = c[0] - a[0], c[1] - a[1]
    s = Fraction(vx * wy - vy * wx, determinant)
    t = Fraction(ux * wy - uy * wx, determinant)
    return 0 < s < 1 and 0 < t < 1


def test_by_hand() -> None:
    square = {"a": (0, 0), "b": (2, 2), "c": (0, 2), "d": (2, 0), "e": (1, 1)}
    assert crossings(square, [("a", "b"), ("c", "d")]) == 1
    assert crossings(square, [("a", "d"), ("c", "b")]) == 0
    assert crossings(square, [("a", "b"), ("a", "d")]) == 0  # a shared end
    assert crossings(square, [("a", "b"), ("c", "e")]) == 0  # a touch
    assert crossings(square, [("a", "b"), ("a", "e")]) == 0  # one on the other
    assert crossings(square, []) == 0


@given(
    points=st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=12),
    data=st.data(),
)
def test_against_exact_fractions(points: list[Point], data: st.DataObject) -> None:
    places = {str(number): point for number, point in enumerate(points)}
    every = list(itertools.combinations(sorted(places), 2))
    pairs = data.draw(st.lists(st.sampled_from(every), unique=True, max_size=30))
    exact = sum(
        meet_inside(places[a], places[b], places[c], places[d])
        for (a, b), (c, d) in itertools.combinations(pairs, 2)
    )
    assert crossings(places, pairs) == exact
