"""The time axis: where days stand, and which are marked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts.elements.time_axis import TimeAxis, axis_around, time_axis
from planner.core.text import Texts
from planner.files.texts import load_texts

TODAY = date(2026, 11, 23)
ENGLISH = load_texts("en", Path(__file__).parents[3] / "resources" / "i18n", None)


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


def later(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_around_today_the_past_takes_no_more_than_a_quarter() -> None:
    axis = axis_around([later(300), later(-2000)], TODAY, 0, 400)
    # 300 days are three quarters, so 100 are one.
    assert (axis.first, axis.last) == (later(-100), later(300))
    assert axis.at(TODAY) == 100
    assert axis_around([later(300), later(-20)], TODAY, 0, 400).first == later(-20)


def test_around_today_a_mere_past_is_shown_whole() -> None:
    axis = axis_around([later(-2000)], TODAY, 0, 400)
    assert (axis.first, axis.last) == (later(-2000), TODAY)


def test_around_today_there_are_two_months_at_least_and_twenty_years_at_most() -> None:
    assert axis_around([], TODAY, 0, 400) == TimeAxis(TODAY, later(60), 0, 400)
    assert axis_around([date.max], TODAY, 0, 400).last == later(7320)
    assert axis_around([date.min], TODAY, 0, 400).first == later(-7320)


@given(
    days=st.lists(st.dates(), max_size=5),
    today=st.dates(date(30, 1, 1), date(9970, 1, 1)),
    width=st.floats(150, 1200),
)
def test_around_today_something_is_marked(days: list[date], today: date, width: float) -> None:
    axis = axis_around(days, today, 0, width)
    assert axis.first <= today <= axis.last
    assert axis.ticks(ENGLISH, wide)


@given(st.dates(date(1950, 1, 1), TODAY), st.integers(60, 30_000), st.floats(120, 1000))
def test_marks_never_touch(first: date, days: int, width: float) -> None:
    axis = TimeAxis(first, first + timedelta(days=days), 0, width)
    ticks = axis.ticks(ENGLISH, wide)
    for before, after in pairwise(ticks):
        assert after.x - wide(after.words) / 2 > before.x + wide(before.words) / 2
    assert all(0 <= tick.x <= width for tick in ticks)
