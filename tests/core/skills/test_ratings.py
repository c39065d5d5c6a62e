"""The newest rating of each rater, and when a rating is stale."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.core.people import Rater, Rating
from planner.core.skills.ratings import newest_by_rater


def rated(entry: int, by: Rater, on: str, skill: str = "s") -> Rating:
    return Rating(entry=entry, skill=skill, level=1.0, by=by, on=date.fromisoformat(on))


def test_the_newest_by_day_then_by_entry() -> None:
    ratings = [
        rated(1, Rater.SELF, "2026-01-01"),
        rated(2, Rater.SELF, "2026-03-01"),
        rated(4, Rater.SELF, "2026-03-01"),
        rated(3, Rater.SELF, "2026-03-01"),
        rated(5, Rater.MANAGER, "2025-01-01"),
        rated(6, Rater.MANAGER, "2026-09-01"),
        rated(7, Rater.AGREED, "2026-02-01", skill="other"),
    ]
    newest = newest_by_rater(ratings, "s", date(2026, 6, 1))
    assert {rater: rating.entry for rater, rating in newest.items()} == {
        Rater.SELF: 4,
        Rater.MANAGER: 5,
    }


@pytest.mark.parametrize(
    ("day", "is_stale"),
    [
        ("2025-11-01", False),
        ("2025-10-31", True),
        ("2025-12-31", False),
        ("2024-11-01", True),
        ("2026-11-01", False),
    ],
)
def test_older_than_twelve_months_is_stale(day: str, is_stale: bool) -> None:
    assert rated(1, Rater.SELF, day).is_stale(date(2026, 11, 1)) is is_stale


@pytest.mark.parametrize(
    ("on", "months", "last"),
    [
        ("2025-11-01", 12, "2026-11-01"),
        ("2025-11-01", 1, "2025-12-01"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-15", 120, "2036-12-15"),
    ],
)
def test_it_is_fresh_until_the_same_day_so_many_months_later(
    on: str, months: int, last: str
) -> None:
    rating, day = rated(1, Rater.SELF, on), date.fromisoformat(last)
    assert rating.fresh_until(months) == day
    assert not rating.is_stale(day, months)
    assert rating.is_stale(day + timedelta(days=1), months)
