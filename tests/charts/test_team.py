"""The chart of one cell: a line a rater, what is required, and names at the ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from matplotlib.figure import Figure

from planner.charts.style import ChartStyle, estimated_width
from planner.charts.team import cell_history_figure
from planner.core.people import Rater, Rating
from planner.core.text import Texts
from planner.files.texts import load_texts
from tests.team_sample import TODAY, crew_catalogue

STYLE = ChartStyle(
    text="#000000",
    quiet="#555555",
    line="#dddddd",
    ground="#ffffff",
    held="#2161a8",
    families=("DejaVu Sans",),
)
SCALE = crew_catalogue().scale
WIDTH, HEIGHT = 300.0, 200.0


@pytest.fixture(scope="module")
def english(root: Path) -> Texts:
    return load_texts("en", root / "resources" / "i18n", None)


def rated(by: str, level: float | None, on: str, entry: int = 0) -> Rating:
    return Rating(entry=entry, skill="law", level=level, by=Rater(by), on=date.fromisoformat(on))


def drawn(
    english: Texts, ratings: Sequence[Rating], required: float | None = None, as_of: date = TODAY
) -> Figure:
    return cell_history_figure(
        ratings, required, SCALE, english, STYLE, as_of=as_of, width=WIDTH, height=HEIGHT
    )


def said(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def marks(figure: Figure, marker: str) -> list[tuple[float, float]]:
    """Where the marks of one form stand."""
    return [
        (float(line.get_xdata()[0]), float(line.get_ydata()[0]))
        for line in figure.axes[0].lines
        if line.get_marker() == marker
    ]


def heights_of_levels(figure: Figure) -> dict[str, float]:
    """The height of each level's line, by its number."""
    numbers = [text for text in said(figure) if text.isdigit()]
    lines = [line for line in figure.axes[0].lines if line.get_color() == STYLE.line]
    return dict(zip(numbers, (float(line.get_ydata()[0]) for line in lines), strict=True))


def test_ratings_stand_at_their_levels_and_days(english: Texts) -> None:
    """Of 730 days the second rating is after 365: halfway."""
    ratings = [
        rated("agreed", 1.0, "2024-11-23"),
        rated("agreed", 4.0, "2025-11-23"),
    ]
    figure = drawn(english, ratings)
    (first, low), (second, high) = marks(figure, "D")
    right = max(float(line.get_xdata()[-1]) for line in figure.axes[0].lines)
    assert second - first == pytest.approx((right - first) / 2)
    levels = heights_of_levels(figure)
    assert (low, high) == pytest.approx((levels["1"], levels["4"]))
    assert levels["0"] > levels["5"]


def test_each_rater_has_a_form_and_a_name(english: Texts) -> None:
    figure = drawn(
        english,
        [rated(by, 2.0, "2026-01-01") for by in ("self", "manager", "agreed")],
        required=3.0,
    )
    assert [len(marks(figure, form)) for form in "Dso"] == [1, 1, 1]
    assert {"self", "manager", "agreed", "required 3"} <= set(said(figure))


def test_what_came_later_and_what_was_said_again_that_day_is_left_out(english: Texts) -> None:
    ratings = [
        rated("self", 1.0, "2026-01-01", 1),
        rated("self", 3.0, "2026-01-01", 2),
        rated("self", 5.0, "2026-06-01", 3),
    ]
    figure = drawn(english, ratings, as_of=date(2026, 3, 1))
    assert len(marks(figure, "o")) == 1
    top = marks(figure, "o")[0][1]
    assert top == pytest.approx(heights_of_levels(figure)["3"], abs=3)
    assert {"Jan 2026", "Mar 2026"} <= set(said(figure))


def test_not_applicable_ends_a_line_and_is_said(english: Texts) -> None:
    figure = drawn(
        english, [rated("manager", 2.0, "2025-01-01"), rated("manager", None, "2026-01-01")]
    )
    assert len(marks(figure, "s")) == 1
    assert "manager: n/a" in said(figure)
    assert "self: n/a" in said(drawn(english, [rated("self", None, "2026-01-01")]))


def test_nobody_has_rated(english: Texts) -> None:
    for ratings in ([], [rated("self", 1.0, "2026-12-01")]):
        assert said(drawn(english, ratings, required=3.0)) == ["Nobody has rated this yet."]


def test_names_at_the_ends_do_not_overlap_and_stay_within(english: Texts) -> None:
    """All lines end at one level, the highest as the lowest."""
    for level in (0.0, 5.0):
        ratings = [rated(by, level, "2026-01-01") for by in ("self", "manager", "agreed")]
        figure = drawn(english, ratings, required=level)
        ends = [
            (text.get_position()[1], text.get_text())
            for text in figure.axes[0].texts
            if text.get_weight() == "semibold"
        ]
        assert len(ends) == 4
        heights = sorted(float(height) for height, _ in ends)
        assert all(b - a >= STYLE.line_height - 0.01 for a, b in pairwise(heights))
        assert heights[0] - STYLE.small >= -3
        assert heights[-1] <= HEIGHT
        for text in figure.axes[0].texts:
            wide = estimated_width(text.get_text(), STYLE.small, True)
            x = float(text.get_position()[0])
            left = x - (wide if text.get_ha() == "right" else 0)
            assert left >= -1
            assert left + wide <= WIDTH + 1, text.get_text()


def test_a_scale_of_many_levels_names_a_few(english: Texts) -> None:
    from dataclasses import replace

    from planner.core.model import Level
    from planner.core.text import same_text

    levels = tuple(Level(number=float(n), name=same_text(str(n))) for n in range(21))
    figure = cell_history_figure(
        [rated("self", 12.0, "2026-01-01")],
        None,
        replace(SCALE, levels=levels),
        english,
        STYLE,
        as_of=TODAY,
    )
    assert [text for text in said(figure) if text.isdigit()] == ["0", "4", "8", "12", "16", "20"]
