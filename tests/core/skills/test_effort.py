"""The hours of practice between two levels, against figures worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.model import Level, Scale, Skill
from planner.core.skills.effort import effort, effort_in, hours_up_to
from planner.core.text import same_text
from tests.plan_sample import plan_catalogue


def scale(*hours: float | None, lowest: int = 0) -> Scale:
    return Scale(
        levels=tuple(
            Level(number=float(number), name=same_text(str(number)), hours=one)
            for number, one in enumerate(hours, start=lowest)
        )
    )


def skill(**hours: float) -> Skill:
    pairs = tuple((float(level.removeprefix("at_")), one) for level, one in hours.items())
    return Skill(id="s", name=same_text("S"), hours=pairs)


PLAIN = scale(0.0, 40.0, 100.0, 200.0)


@pytest.mark.parametrize(
    ("held", "required", "hours"),
    [
        (0.0, 1.0, 40.0),
        (1.0, 3.0, 160.0),
        (None, 2.0, 100.0),
        # Half of the way from 100 to 200 less a quarter of the way from 40 to 100.
        (1.25, 2.5, 150.0 - 55.0),
        (2.0, 2.0, 0.0),
        (3.0, 1.0, 0.0),
    ],
)
def test_the_scales_hours(held: float | None, required: float, hours: float) -> None:
    assert effort(skill(), PLAIN, held, required) == pytest.approx(hours)


def test_a_skills_own_hours_override_the_scales() -> None:
    own = skill(at_1=10.0, at_2=30.0, at_3=70.0)
    assert effort(own, PLAIN, 1.0, 3.0) == 60.0
    assert effort(own, PLAIN, None, 0.5) == 5.0


def test_without_hours_nothing_is_known_but_that_no_step_costs_nothing() -> None:
    bare = scale(None, None, None)
    assert effort(skill(), bare, 0.0, 1.0) is None
    assert effort(skill(), bare, 1.0, 1.0) == 0.0
    assert hours_up_to(skill(), bare, 0.0) == 0.0


def test_a_gap_in_the_scales_hours_is_bridged_and_its_end_is_not() -> None:
    partial = scale(0.0, None, 100.0, None)
    assert hours_up_to(skill(), partial, 1.0) == 50.0
    assert hours_up_to(skill(), partial, 2.5) is None
    assert effort(skill(), partial, 2.0, 3.0) is None


def test_nothing_is_held_at_the_lowest_level_whatever_its_number() -> None:
    from_one = scale(15.0, 40.0, lowest=1)
    assert hours_up_to(skill(), from_one, 1.0) == 0.0
    assert effort(skill(), from_one, None, 2.0) == 40.0
    # Half of the way from 0 to 40.
    assert hours_up_to(skill(), from_one, 1.5) == 20.0


def test_a_step_in_a_catalogue() -> None:
    catalogue = plan_catalogue()
    assert effort_in(catalogue, "contract-law", 1.0, 3.0) == 30.0
    assert effort_in(catalogue, "budgeting", 2.0, 4.0) == 250.0
    assert effort_in(catalogue, "unheard-of", 2.0, 4.0) is None


LEVELS = st.floats(min_value=0, max_value=4)


@given(
    rises=st.lists(st.floats(min_value=0, max_value=500), min_size=4, max_size=4),
    levels=st.tuples(LEVELS, LEVELS, LEVELS).map(sorted),
)
def test_two_steps_cost_what_the_whole_does(rises: list[float], levels: list[float]) -> None:
    cumulative = [sum(rises[:count]) for count in range(5)]
    rising = scale(*cumulative)
    low, middle, high = levels
    first, second = effort(skill(), rising, low, middle), effort(skill(), rising, middle, high)
    whole = effort(skill(), rising, low, high)
    assert first is not None
    assert second is not None
    assert first >= 0
    assert second >= 0
    assert first + second == pytest.approx(whole, abs=1e-6)
