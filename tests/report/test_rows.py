"""Rows of words for the terminal: a gap's numbers in their columns."""

from __future__ import annotations

from planner.core.text import Texts
from planner.report.rows import gap_rows
from tests.gap_sample import wide_gap


def test_weights_have_their_decimal_points_below_each_other(english: Texts, chinese: Texts) -> None:
    gap, catalogue = wide_gap(12)
    # The skills weigh 1 and 1.1 and so on, the eleventh 2.
    expected = [*(f"1.{tenth}" for tenth in range(10)), "2.0", "2.1"]
    for texts in (english, chinese):
        heading, *rows = gap_rows(gap, catalogue, texts)
        at = heading.index(texts.tr("Weight"))
        assert sorted(row[at] for row in rows) == expected
