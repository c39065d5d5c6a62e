"""The terms of a readiness add up to it."""

from __future__ import annotations

import pytest

from planner.core.skills.readiness_terms import readiness_terms
from tests.gap_sample import sample_gap


def test_the_terms_of_the_sample() -> None:
    terms = readiness_terms(sample_gap())
    found = {term.skill.skill: (term.low, term.high, term.whole) for term in terms.terms}
    assert found == {
        "contract-law": (3, 3, 9),
        "budgeting": (4, 4, 8),
        "negotiation": (9, 9, 12),
        "talent": (0, 3, 3),
        "crm": (6, 6, 8),
        "cross-cultural": (3, 3, 4),
        "strategy": (6, 6, 6),
        "packaging": (8, 8, 8),
        "emotional": (3, 3, 3),
    }
    assert (terms.low, terms.high, terms.whole) == (42, 45, 61)


def test_the_counted_level_is_the_lower_one() -> None:
    counted = {term.skill.skill: term.counted_level for term in readiness_terms(sample_gap()).terms}
    assert (counted["emotional"], counted["crm"], counted["talent"]) == (3, 3, None)


def test_the_sums_make_the_readiness() -> None:
    gap = sample_gap()
    terms = readiness_terms(gap)
    assert gap.readiness is not None
    assert gap.readiness.low == pytest.approx(terms.low / terms.whole)
    assert gap.readiness.high == pytest.approx(terms.high / terms.whole)
