"""Ratings and readiness over time in words, and what is stale said so in tables and on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Rater, Rating
from planner.core.skills.history import ReadinessHistory, readiness_history
from planner.core.text import Texts
from planner.report.drawing import Arc
from planner.report.gaps.history_rows import rating_rows, readiness_rows
from planner.report.gaps.history_words import readiness_history_words, skill_history_words
from planner.report.gaps.report import gap_report
from planner.report.gaps.stale_mark import stale_mark
from planner.report.rows import gap_rows
from tests.gap_sample import sample_catalogue, sample_gap, sample_person
from tests.paper_samples import context
from tests.sheets import collisions, press, said

TODAY = date(2026, 11, 23)
CATALOGUE = sample_catalogue()


def rated(entry: int, level: float | None, on: str, by: Rater = Rater.SELF) -> Rating:
    return Rating(
        entry=entry,
        skill="negotiation",
        level=level,
        by=by,
        on=date.fromisoformat(on),
        comment="so",
        evidence="there",
    )


RATINGS = (
    rated(1, 2.5, "2025-11-22"),
    rated(2, None, "2025-11-23", Rater.MANAGER),
    rated(3, 4, "2026-05-01", Rater.AGREED),
)


def test_ratings_are_rows_with_what_is_stale(english: Texts) -> None:
    assert rating_rows(RATINGS, CATALOGUE.scale, english, TODAY) == [
        ["Day", "Rated by", "Level", "Comment", "Evidence"],
        ["22 Nov 2025 · stale", "self", "2.5, at least Working", "so", "there"],
        ["23 Nov 2025", "manager", "not applicable", "so", "there"],
        ["1 May 2026", "agreed", "4 Expert", "so", "there"],
    ]
    ages = [row[0] for row in rating_rows(RATINGS, CATALOGUE.scale, english, TODAY, 6)[1:]]
    assert ages == ["22 Nov 2025 · stale", "23 Nov 2025 · stale", "1 May 2026 · stale"]


def test_changes_of_readiness_are_rows(english: Texts) -> None:
    history = readiness_history(
        PromotionGraph(CATALOGUE),
        sample_person(),
        RATINGS,
        "account-manager",
        basis=Basis.AGREED,
        as_of=TODAY,
    )
    # Own 2.5 of 4, then the manager's “not applicable”, then all 4.
    assert readiness_rows(history, CATALOGUE, english) == [
        ["Day", "Readiness", "Essentials open", "Role held"],
        ["22 Nov 2025", "62 %", "1", "Account manager"],
        ["23 Nov 2025", "readiness unknown", "0", "Account manager"],
        ["1 May 2026", "100 %", "0", "Account manager"],
    ]


def test_the_terminals_gap_says_what_is_stale(english: Texts) -> None:
    def ages(months: int) -> list[str]:
        return [row[6] for row in gap_rows(sample_gap(), CATALOGUE, english, months)[1:]]

    assert [age for age in ages(12) if "stale" in age] == ["self, 15 Jan 2025 · stale"]
    assert not any("stale" in age for age in ages(24))


@pytest.mark.parametrize(("months", "is_stale"), [(12, True), (120, False)])
def test_a_report_says_and_shows_what_is_stale(
    shipped: Catalogue, english: Texts, months: int, is_stale: bool
) -> None:
    # Every second skill was rated on 1 March 2025.
    page = replace(context(shipped, english, role="account-manager"), stale_months=months)
    sheets = gap_report(page, "regional-client-director", press())
    assert ("1Mar2025·stale" in said(sheets)) is is_stale
    clocks = [shape for sheet in sheets for shape in sheet.shapes if isinstance(shape, Arc)]
    assert bool(clocks) is is_stale
    assert not any(list(collisions(sheet)) for sheet in sheets)


def test_the_clock_stays_within_its_square() -> None:
    rim, hands = stale_mark(10, 20, 8, "text")
    assert isinstance(rim, Arc)
    assert (rim.x, rim.y) == (14, 24)
    assert rim.radius + rim.stroke.width / 2 <= 4
    points = hands.points  # type: ignore[union-attr]
    assert all(10 <= x <= 18 and 20 <= y <= 28 for x, y in points)


def readiness_of(*ratings: Rating) -> ReadinessHistory:
    return readiness_history(
        PromotionGraph(CATALOGUE),
        sample_person(),
        ratings,
        "account-manager",
        basis=Basis.AGREED,
        as_of=TODAY,
    )


def test_a_chart_of_ratings_is_told_rater_by_rater(english: Texts) -> None:
    assert skill_history_words(RATINGS, CATALOGUE.scale, english) == (
        "self: 2.5, at least Working on 22 Nov 2025; manager: not applicable on 23 Nov 2025; "
        "agreed: 4 Expert on 1 May 2026"
    )
    nothing = skill_history_words((), CATALOGUE.scale, english)
    assert nothing == "Nobody has rated this skill yet."


def test_a_chart_of_readiness_is_told_from_its_first_day_to_its_last(english: Texts) -> None:
    assert readiness_history_words(readiness_of(*RATINGS), english) == (
        "Readiness 62 % on 22 Nov 2025; 2 changes since, 100 % on 1 May 2026."
    )
    assert readiness_history_words(readiness_of(*RATINGS[2:]), english) == (
        "Readiness 100 % on 1 May 2026; it has not changed since."
    )
    assert readiness_history_words(readiness_of(), english) == (
        "Nothing that counts was rated up to this day."
    )
