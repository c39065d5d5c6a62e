"""The time axis: where days stand, and which are marked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts.time_axis import TimeAxis, time_axis
from planner.core.text import Texts
from planner.files.texts import load_texts

TODAY = date(2026, 11, 23)
ENGLISH = load_texts("en", Path(__file__).parents[2] / "resources" / "i18n", None)


@pytest.fixture
def english() -> Texts:
    return ENGLISH


def wide(text: str) -> float:
    return 6.0 * len(text)


def test_days_stand_in_proportion() -> None:
    axis = TimeAxis(date(2026, 1, 1), date(2026, 4, 11), 50, 150)  # 100 days
    assert axis.at(date(2026, 1, 1)) == 50
    assert axis.at(date(2026, 1, 26)) == 75
    assert axis.at(date(2026, 4, 11)) == 150
    assert axis.at(date(2020, 1, 1)) == 50
    assert axis.at(date(2030, 1, 1)) == 150


def test_a_single_day_gets_two_months() -> None:
    axis = time_axis([TODAY], TODAY, 0, 100)
    assert (axis.first, axis.last) == (TODAY - timedelta(days=60), TODAY)
    assert time_axis([], TODAY, 0, 100) == axis
    assert time_axis([date(2020, 1, 1), TODAY], TODAY, 0, 100).first == date(2020, 1, 1)


def test_a_quarter_is_marked_month_by_month(english: Texts) -> None:
    axis = TimeAxis(date(2026, 1, 15), date(2026, 4, 15), 0, 400)
    words = [tick.words for tick in axis.ticks(english, wide)]
    assert words == ["Feb 2026", "Mar 2026", "Apr 2026"]


def test_two_years_are_marked_by_halves_and_ten_by_years(english: Texts) -> None:
    two = TimeAxis(date(2024, 11, 12), TODAY, 0, 400)
    assert [tick.words for tick in two.ticks(english, wide)] == [
        "Jan 2025",
        "Jul 2025",
        "Jan 2026",
        "Jul 2026",
    ]
    ten = TimeAxis(date(2016, 6, 1), TODAY, 0, 200)
    assert [tick.words for tick in ten.ticks(english, wide)] == [
        "2018",
        "2020",
        "2022",
        "2024",
        "2026",
    ]


@given(st.dates(date(1950, 1, 1), TODAY), st.integers(60, 30_000), st.floats(120, 1000))
def test_marks_never_touch(first: date, days: int, width: float) -> None:
    axis = TimeAxis(first, first + timedelta(days=days), 0, width)
    ticks = axis.ticks(ENGLISH, wide)
    for before, after in pairwise(ticks):
        assert after.x - wide(after.words) / 2 > before.x + wide(before.words) / 2
    assert all(0 <= tick.x <= width for tick in ticks)
