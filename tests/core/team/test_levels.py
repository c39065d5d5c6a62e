"""The arrays of a team's levels: unpacked, joined, and stale as single ratings are."""

from __future__ import annotations

from array import array
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.core.gaps import Basis
from planner.core.people import Rater, Rating
from planner.core.team.levels import (
    NOT_APPLICABLE,
    UNRATED,
    LevelBlock,
    TeamLevels,
    first_fresh_day,
    joined,
    levels_in,
)
from tests.team_sample import TODAY, crew_ratings, crew_team, levels_by_rule

SKILLS = ("law", "money", "talk")


def cell(skill: int, person: int, rater: int, day: int, level: float) -> tuple[float, float]:
    """A cell as the store packs it, bit by bit: 21 for the skill, 8, 2 and 22."""
    return float(int(f"{skill:021b}{person:08b}{rater:02b}{day:022b}", 2)), level


def same(one: TeamLevels, other: TeamLevels) -> bool:
    return (one.people, one.skills) == (other.people, other.skills) and all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=name == "level")
        for name in ("level", "is_applicable", "rater", "day")
    )


def test_a_block_is_unpacked() -> None:
    day = date(9999, 12, 31).toordinal()
    cells = [
        cell(2, 1, 2, day, 4.62),
        cell(0, 0, 0, 700_000, NOT_APPLICABLE),
        cell(1, 1, 0, 0, UNRATED),
    ]
    found = levels_in(
        LevelBlock(("a", "b"), array("d", [n for pair in cells for n in pair])), SKILLS
    )
    assert found.plain() == [
        {"law": "n/a", "money": None, "talk": None},
        {"law": None, "money": None, "talk": 4.62},
    ]
    assert found.rater.tolist() == [[0, -1, -1], [-1, -1, 2]]
    assert found.day.tolist() == [[700_000, -1, -1], [-1, -1, day]]


def test_the_last_skill_of_the_largest_block_keeps_every_bit() -> None:
    skill, person = 2**21 - 1, 255
    packed, _ = cell(skill, person, 3, 2**22 - 1, 0.0)
    assert packed == 2**53 - 1


def test_nobody_read_is_nobody_rated() -> None:
    found = levels_in(LevelBlock((), array("d")), SKILLS)
    assert found.plain() == []
    assert joined(("a",), SKILLS, [found]).plain() == [dict.fromkeys(SKILLS)]


def test_parts_are_joined_in_the_order_asked_for() -> None:
    people, skills = ("ann", "ben", "cyd", "dan"), ("law", "money", "talk", "code")
    ratings = {person: crew_ratings(person) for person in people}
    parts = [
        levels_by_rule(some, skills, ratings, Basis.AGREED, TODAY)
        for some in (("dan", "ann"), ("ben",), ("cyd",))
    ]
    assert same(joined(people, skills, parts), crew_team().levels)


def test_some_of_the_people() -> None:
    levels = crew_team().levels
    some = levels.of(["dan", "ann"])
    assert some.people == ("dan", "ann")
    assert some.plain() == [levels.plain()[3], levels.plain()[0]]
    assert levels.of([]).plain() == []


def test_who_rated_when() -> None:
    levels = crew_team().levels
    assert levels.rated("ann", 2) == (Rater.MANAGER, date(2026, 5, 1))
    assert levels.rated("ben", 2) == (Rater.MANAGER, date(2026, 3, 1))
    assert levels.rated("ben", 1) is None


def test_what_is_stale_on_the_sample() -> None:
    """Ann's budgeting is of 2024; Dan's talk is a day older than twelve months, his code is not."""
    assert crew_team().levels.is_stale(TODAY).tolist() == [
        [False, True, False, False],
        [False, False, False, False],
        [False, False, False, False],
        [False, False, True, False],
    ]


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(1, 30), st.integers(-40, 40))
def test_fresh_begins_where_stale_ends(as_of: date, months: int, days: int) -> None:
    rated_on = first_fresh_day(as_of, months) + timedelta(days)
    rating = Rating(entry=1, skill="law", level=1.0, by=Rater.SELF, on=rated_on)
    assert rating.is_stale(as_of, months) == (days < 0)


def test_fresh_days_of_short_months_and_of_the_first_years() -> None:
    assert first_fresh_day(date(2024, 2, 29)) == date(2023, 3, 1)
    assert first_fresh_day(date(2026, 5, 31), 1) == date(2026, 5, 1)
    assert first_fresh_day(date(1, 6, 1)) == date.min
