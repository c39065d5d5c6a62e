"""Both sides' ratings beside each other, and what agreeing a level does to readiness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.gaps import Interval
from planner.core.graph import PromotionGraph
from planner.core.meeting.ratings import (
    BothSides,
    both_sides,
    effect_of_all,
    effect_of_level,
)
from planner.core.people import Rater, Rating
from tests.gap_sample import sample_catalogue, sample_person
from tests.meeting_sample import TODAY, both_rated

CATALOGUE = sample_catalogue()
GRAPH = PromotionGraph(CATALOGUE)


def row(skill: str, rows: tuple[BothSides, ...]) -> BothSides:
    return next(row for row in rows if row.skill == skill)


def agreed(entry: int, skill: str, level: float | None, on: date = TODAY) -> Rating:
    return Rating(entry=entry, skill=skill, level=level, by=Rater.AGREED, on=on)


def interval(low: int, high: int, whole: int) -> Interval:
    return Interval(float(Fraction(low, whole)), float(Fraction(high, whole)))


def test_the_largest_weighted_difference_stands_first() -> None:
    rows = both_sides(CATALOGUE, "director", both_rated(), (), TODAY)
    told = [(row.skill, row.differs, row.is_one_sided, row.weighted_difference) for row in rows]
    assert told == [
        # Not applicable against 3: all of 4 × 1 is at stake.
        ("cross-cultural", True, False, 4),
        ("contract-law", True, False, 3),
        ("negotiation", True, False, 3),
        ("crm", True, False, 2),
        # One side has not rated: no difference to count, so they follow, by order.
        ("talent", True, True, 0),
        ("emotional", True, True, 0),
        ("budgeting", False, False, 0),
        ("strategy", False, False, 0),
        ("packaging", False, False, 0),
    ]


def test_one_sided_skills_follow_by_weight() -> None:
    heavy = tuple(
        replace(need, weight=9.0) if need.skill == "emotional" else need
        for need in CATALOGUE.role("director").requires
    )
    roles = tuple(
        replace(role, requires=heavy) if role.id == "director" else role for role in CATALOGUE.roles
    )
    rows = both_sides(replace(CATALOGUE, roles=roles), "director", both_rated(), (), TODAY)
    assert [row.skill for row in rows if row.is_one_sided] == ["emotional", "talent"]


def test_what_was_agreed_stands_for_a_side_until_it_rates_anew() -> None:
    rows = both_sides(CATALOGUE, "director", both_rated(), (), TODAY)
    budgeting = row("budgeting", rows)
    # Her own 4 of January is older than the 2 agreed in March.
    assert budgeting.by_self == budgeting.by_manager
    assert budgeting.by_self is not None
    assert (budgeting.by_self.by, budgeting.by_self.level) == (Rater.AGREED, 2)
    law = row("contract-law", rows)
    assert law.by_self is not None
    assert law.by_manager is not None
    assert (law.by_self.by, law.by_self.level) == (Rater.SELF, 2)
    assert (law.by_manager.by, law.by_manager.level) == (Rater.MANAGER, 1)


def test_of_one_day_the_later_entry_counts() -> None:
    day = date(2026, 6, 1)
    own = Rating(entry=1, skill="talent", level=4.0, by=Rater.SELF, on=day)
    rows = both_sides(CATALOGUE, "director", (own, agreed(2, "talent", 2.0, day)), (), TODAY)
    assert not row("talent", rows).differs
    rows = both_sides(
        CATALOGUE, "director", (replace(own, entry=3), agreed(2, "talent", 2.0, day)), (), TODAY
    )
    assert row("talent", rows).differs


def test_unrated_on_both_sides_is_no_difference_and_not_agreed() -> None:
    rows = both_sides(CATALOGUE, "director", (), (), TODAY)
    assert all(row.is_unrated and not row.differs for row in rows)
    # In the catalogue's order, which is that of the sample.
    assert [row.skill for row in rows][:2] == ["contract-law", "budgeting"]


def test_what_is_agreed_here_leaves_the_row_in_its_place() -> None:
    here = (agreed(90, "negotiation", 3.0), agreed(91, "negotiation", 4.0))
    before = both_sides(CATALOGUE, "director", both_rated(), (), TODAY)
    after = both_sides(CATALOGUE, "director", (*both_rated(), *here), here, TODAY)
    assert [row.skill for row in after] == [row.skill for row in before]
    assert row("negotiation", after).agreed == here[1]
    assert replace(row("negotiation", after), agreed=None) == row("negotiation", before)


def test_later_ratings_do_not_count_yet() -> None:
    rows = both_sides(CATALOGUE, "director", both_rated(), (), date(2026, 10, 1))
    # Negotiation is rated by the manager alone by then, contract law was agreed.
    assert row("negotiation", rows).is_one_sided
    assert not row("contract-law", rows).differs


def test_agreeing_a_level_raises_readiness() -> None:
    """Σ w·min(held, required) = 3+4+9+2+8+3+6+8+3 = 46 of 61; negotiation 4 adds 3."""
    effect = effect_of_level(
        GRAPH,
        sample_person(),
        both_rated(),
        "director",
        skill="negotiation",
        level=4.0,
        agreed=(),
        day=TODAY,
    )
    assert effect.before.readiness == interval(46, 46, 61)
    assert effect.after.readiness == interval(49, 49, 61)
    assert effect.before.open_essentials == ("contract-law", "budgeting", "negotiation")
    assert effect.after.open_essentials == ("contract-law", "budgeting")
    assert effect.change == pytest.approx(3 / 61)
    assert not effect.is_none


def test_the_effect_is_told_from_before_the_meeting_whatever_was_agreed_since() -> None:
    here = (agreed(90, "negotiation", 5.0), agreed(91, "contract-law", 2.0))
    effect = effect_of_level(
        GRAPH,
        sample_person(),
        (*both_rated(), *here),
        "director",
        skill="negotiation",
        level=4.0,
        agreed=here,
        day=TODAY,
    )
    # Contract law agreed at 2 counts on both sides: 3 more.
    assert effect.before.readiness == interval(49, 49, 61)
    assert effect.after.readiness == interval(52, 52, 61)


def test_not_applicable_leaves_the_sum() -> None:
    effect = effect_of_level(
        GRAPH,
        sample_person(),
        both_rated(),
        "director",
        skill="cross-cultural",
        level=None,
        agreed=(),
        day=TODAY,
    )
    # 46 − 3 of 61 − 4.
    assert effect.after.readiness == interval(43, 43, 57)


def test_all_that_was_agreed_has_an_effect_together() -> None:
    here = (
        agreed(90, "negotiation", 4.0),
        agreed(91, "contract-law", 3.0),
        agreed(92, "budgeting", 1.0),
    )
    ratings = (*both_rated(), *here)
    effect = effect_of_all(GRAPH, sample_person(), ratings, "director", agreed=here, day=TODAY)
    # + 3 for negotiation, + 6 for contract law, − 2 for budgeting.
    assert effect.before.readiness == interval(46, 46, 61)
    assert effect.after.readiness == interval(53, 53, 61)
    none = effect_of_all(GRAPH, sample_person(), both_rated(), "director", agreed=(), day=TODAY)
    assert none.is_none
    assert none.change == 0


levels = st.none() | st.integers(0, 5).map(float)
ratings = st.builds(
    Rating,
    entry=st.just(0),
    skill=st.sampled_from([skill.id for skill in CATALOGUE.skills]),
    level=levels,
    by=st.sampled_from(Rater),
    on=st.dates(date(2026, 11, 1), date(2026, 11, 5)),
)


@given(st.lists(ratings, max_size=30))
def test_every_skill_of_the_role_stands_once_and_agreeing_settles_it(made: list[Rating]) -> None:
    numbered = [replace(rating, entry=entry) for entry, rating in enumerate(made, start=1)]
    rows = both_sides(CATALOGUE, "director", numbered, (), TODAY)
    required = {need.skill for need in CATALOGUE.role("director").requires}
    assert sorted(row.skill for row in rows) == sorted(required)
    differing = [row.differs for row in rows]
    assert differing == sorted(differing, reverse=True)
    for one in rows:
        settled = agreed(99, one.skill, 3.0)
        after = both_sides(CATALOGUE, "director", [*numbered, settled], (), TODAY)
        assert not row(one.skill, after).differs
        assert not row(one.skill, after).is_unrated
