"""The layout's own comparison of lines against the counter of the tests."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.core.arranging.lines import Crossings, Lines, crossing_in_pairs
from tests.crossings import crossings

Line = tuple[int, int, int, int]

LINE = st.tuples(*[st.integers(0, 7)] * 4).filter(lambda line: line[:2] != line[2:])


def counted(one: Line, two: Line) -> bool:
    """Tell by the counter of the tests whether two lines cross."""
    places = {
        "a": (one[0], one[1]),
        "b": (one[2], one[3]),
        "c": (two[0], two[1]),
        "d": (two[2], two[3]),
    }
    return crossings(places, [("a", "b"), ("c", "d")]) == 1


def lines_of(lines: list[Line]) -> Lines:
    return np.array(lines, dtype=np.float32)


@given(some=st.lists(LINE, min_size=1, max_size=6), others=st.lists(LINE, min_size=1, max_size=6))
def test_each_line_is_compared_with_each(some: list[Line], others: list[Line]) -> None:
    expected = [[counted(one, two) for two in others] for one in some]
    found = Crossings().between(lines_of(some), lines_of(others))
    assert found.tolist() == expected
    one_by_one = crossing_in_pairs(
        lines_of([one for one in some for _ in others]), lines_of(others * len(some))
    )
    assert one_by_one.tolist() == [crosses for row in expected for crosses in row]


def test_more_lines_than_are_compared_at_once() -> None:
    crossings_ = Crossings()
    some = lines_of([(0, 5, 9, 5), (0, 50, 9, 50)])
    # Upright ones from height 0 to n % 10: those that end above 5 cross the first of the two.
    many = lines_of([(4, 0, 4, number % 10) for number in range(1, 100_001)])
    found = crossings_.between(some, many)
    assert found[0].sum() == 40_000
    assert found[1].sum() == 0
    assert crossings_.between(some, many[:9]).sum(axis=1).tolist() == [4, 0]
