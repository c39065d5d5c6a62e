"""Ratings and readiness over time, against figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.gaps import Basis, Interval, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.people import Person, Position, Rater, Rating
from planner.core.skills.history import (
    ReadinessHistory,
    by_rater,
    positions_until,
    readiness_history,
    skill_history,
)
from tests.gap_sample import sample_catalogue, sample_person

TODAY = date(2026, 11, 1)
GRAPH = PromotionGraph(sample_catalogue())
PERSON = replace(
    sample_person(),
    positions=(Position(role="host", since=date(2022, 1, 1), until=date(2024, 7, 31)),),
)


def rated(entry: int, skill: str, level: float | None, on: str, by: str = "agreed") -> Rating:
    return Rating(entry=entry, skill=skill, level=level, by=Rater(by), on=date.fromisoformat(on))


def history(
    *ratings: Rating,
    role: str = "account-manager",
    basis: Basis = Basis.AGREED,
    as_of: date = TODAY,
    person: Person = PERSON,
) -> ReadinessHistory:
    return readiness_history(GRAPH, person, ratings, role, basis=basis, as_of=as_of)


def told(found: ReadinessHistory) -> list[tuple[str, float, float, int, str]]:
    rows = []
    for change in found.changes:
        assert change.readiness is not None
        rows.append(
            (
                change.on.isoformat(),
                change.readiness.low,
                change.readiness.high,
                len(change.open_essentials),
                change.position.role,
            )
        )
    return rows


def test_a_skills_history_goes_by_day_then_by_entry_up_to_the_day() -> None:
    ratings = [
        rated(4, "crm", 3, "2026-05-01"),
        rated(1, "crm", 1, "2026-05-01", "self"),
        rated(2, "talent", 1, "2026-05-01"),
        rated(3, "crm", 2, "2025-05-01"),
        rated(5, "crm", 4, "2026-11-02"),
    ]
    assert [rating.entry for rating in skill_history(ratings, "crm", TODAY)] == [3, 1, 4]


def test_the_last_rating_of_a_day_is_the_raters() -> None:
    ratings = (
        rated(1, "crm", 1, "2026-05-01", "self"),
        rated(2, "crm", 2, "2026-05-01", "manager"),
        rated(3, "crm", 3, "2026-05-01", "self"),
        rated(4, "crm", 4, "2026-06-01", "self"),
    )
    lines = by_rater(ratings)
    assert {rater: [one.entry for one in line] for rater, line in lines.items()} == {
        Rater.SELF: [3, 4],
        Rater.MANAGER: [2],
    }


def test_readiness_changes_on_the_days_on_which_what_counts_changes() -> None:
    # Negotiation 4 alone is asked: own 2 of 4 counts until the manager's 1, then the agreed 4.
    found = history(
        rated(1, "negotiation", 2, "2024-03-01", "self"),
        rated(2, "negotiation", 1, "2024-09-01", "manager"),
        rated(3, "negotiation", 3, "2025-01-01", "self"),
        rated(4, "negotiation", 4, "2025-06-01"),
    )
    assert told(found) == [
        ("2024-03-01", 0.5, 0.5, 1, "host"),
        ("2024-09-01", 0.25, 0.25, 1, "account-manager"),
        ("2025-06-01", 1.0, 1.0, 0, "account-manager"),
    ]


def test_each_basis_has_its_own_history() -> None:
    ratings = (
        rated(1, "negotiation", 2, "2024-03-01", "self"),
        rated(2, "negotiation", 1, "2024-09-01", "manager"),
        rated(3, "negotiation", 3, "2025-01-01", "self"),
    )
    own = [(row[0], row[1]) for row in told(history(*ratings, basis=Basis.SELF))]
    assert own == [("2024-03-01", 0.5), ("2025-01-01", 0.75)]
    assert [row[0] for row in told(history(*ratings, basis=Basis.MANAGER))] == ["2024-09-01"]


def test_what_is_unrated_makes_an_interval() -> None:
    # Of 61, contract law 1 of 3 adds 3 and leaves 52 open: 3 to 55; budgeting 4 of 4 adds 8: 11.
    found = history(
        rated(1, "contract-law", 1, "2026-01-01"),
        rated(2, "budgeting", 5, "2026-02-01"),
        role="director",
    )
    assert [change.readiness for change in found.changes] == [
        Interval(3 / 61, 55 / 61),
        Interval(11 / 61, 55 / 61),
    ]
    # Contract law stays below 3, negotiation and strategy unrated.
    assert [change.open_essentials for change in found.changes] == [
        ("negotiation", "budgeting", "contract-law", "strategy"),
        ("negotiation", "contract-law", "strategy"),
    ]


def test_not_applicable_makes_readiness_unknown_where_nothing_else_is_asked() -> None:
    (change,) = history(rated(1, "negotiation", None, "2026-01-01")).changes
    assert change.readiness is None


def test_a_rating_that_changes_nothing_is_no_change() -> None:
    found = history(
        rated(1, "negotiation", 4, "2026-01-01"),
        rated(2, "negotiation", 5, "2026-02-01"),
        rated(3, "crm", 1, "2026-03-01"),
    )
    assert [change.on.isoformat() for change in found.changes] == ["2026-01-01"]


def test_several_ratings_of_a_day_are_one_change() -> None:
    found = history(
        rated(1, "negotiation", 1, "2026-01-01"), rated(2, "negotiation", 2, "2026-01-01")
    )
    assert told(found) == [("2026-01-01", 0.5, 0.5, 1, "account-manager")]


def test_nothing_rated_or_nothing_asked_is_an_empty_history() -> None:
    assert history().changes == ()
    assert history(rated(1, "negotiation", 4, "2026-01-01"), role="host").changes == ()
    assert history(rated(1, "negotiation", 4, "2026-11-02")).changes == ()
    with pytest.raises(KeyError):
        history(role="unknown")


RATINGS = st.lists(
    st.builds(
        lambda skill, level, by, day: (skill, level, by, day),
        st.sampled_from(["negotiation", "contract-law", "crm", "talent"]),
        st.one_of(st.none(), st.integers(0, 5).map(float)),
        st.sampled_from(list(Rater)),
        st.integers(0, 40).map(lambda n: date(2026, 1, 1) + timedelta(days=10 * n)),
    ),
    max_size=25,
)


@given(RATINGS, st.sampled_from(list(Basis)), st.integers(0, 45))
def test_the_history_is_the_gap_of_every_day(
    drawn: list[tuple[str, float | None, Rater, date]], basis: Basis, step: int
) -> None:
    """On any day the last change up to it says what the gap says; before the first all is open."""
    ratings = tuple(
        Rating(entry=number, skill=skill, level=level, by=by, on=on)
        for number, (skill, level, by, on) in enumerate(drawn, start=1)
    )
    found = history(*ratings, role="director", basis=basis, as_of=date(2027, 12, 31))
    day = date(2026, 1, 1) + timedelta(days=9 * step)
    expected = gaps_to_every_role(GRAPH, PERSON, ratings, basis=basis, as_of=day)["director"]
    before = [change for change in found.changes if change.on <= day]
    said = before[-1].readiness if before else Interval(0.0, 1.0)
    assert said == expected.readiness
    if before:
        assert before[-1].open_essentials == expected.open_essentials
    days = [change.on for change in found.changes]
    assert days == sorted(set(days))


def test_positions_are_those_begun_and_none_ends_after_the_day() -> None:
    past, present = PERSON.history
    assert positions_until(PERSON, TODAY) == (past, present)
    assert positions_until(PERSON, date(2024, 7, 31)) == (past,)
    assert positions_until(PERSON, date(2024, 7, 30)) == (
        Position(role="host", since=date(2022, 1, 1)),
    )
    assert positions_until(PERSON, date(2020, 1, 1)) == (
        Position(role="host", since=date(2022, 1, 1)),
    )
