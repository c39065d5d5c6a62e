"""The charts of a history tell its figures, with every word in the figure and apart."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import combinations
from math import isnan
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from planner.charts.history import readiness_history_figure, skill_history_figure
from planner.charts.style import ChartStyle
from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.model import Level, Scale
from planner.core.people import Position, Rater, Rating
from planner.core.skills.history import (
    ReadinessHistory,
    positions_until,
    readiness_history,
    skill_history,
)
from planner.core.text import Texts, same_text
from tests.gap_sample import sample_catalogue, sample_person

TODAY = date(2026, 11, 23)
CATALOGUE = sample_catalogue()
SCALE = CATALOGUE.scale
GRAPH = PromotionGraph(CATALOGUE)
STYLE = ChartStyle(
    text="#000000",
    quiet="#555555",
    line="#dddddd",
    ground="#ffffff",
    held="#2161a8",
    families=("DejaVu Sans",),
)
PERSON = replace(
    sample_person(),
    positions=(Position(role="host", since=date(2022, 1, 1), until=date(2024, 7, 31)),),
)


def rated(entry: int, level: float | None, on: str, by: Rater = Rater.AGREED) -> Rating:
    return Rating(entry=entry, skill="negotiation", level=level, by=by, on=date.fromisoformat(on))


def of_skill(texts: Texts, *ratings: Rating, required: float | None = 4.0, **how: Any) -> Figure:
    history = skill_history(ratings, "negotiation", TODAY)
    return skill_history_figure(history, required, SCALE, texts, STYLE, as_of=TODAY, **how)


def of_readiness(texts: Texts, *ratings: Rating, role: str = "director", **how: Any) -> Figure:
    history = readiness_history(GRAPH, PERSON, ratings, role, basis=Basis.AGREED, as_of=TODAY)
    positions = positions_until(PERSON, TODAY)
    return readiness_history_figure(history, positions, CATALOGUE, texts, STYLE, **how)


def said(figure: Figure) -> list[str]:
    return [text.get_text().replace("\u00a0", " ") for text in figure.axes[0].texts]


def height_of(figure: Figure, label: str) -> float:
    """How high the line of a value stands: the nearest line across to its label."""
    texts = dict(zip(said(figure), figure.axes[0].texts, strict=True))
    label_y = texts[label].get_position()[1]
    across = [line for line in figure.axes[0].lines if line.get_color() == STYLE.line]
    return min((float(line.get_ydata()[0]) for line in across), key=lambda y: abs(y - label_y))


def drawn(figure: Figure, colour: str) -> list[tuple[list[float], list[float], Line2D]]:
    """The lines of a colour within the plot, from left to right."""
    bottom = max(
        float(line.get_ydata()[0])
        for line in figure.axes[0].lines
        if line.get_color() == STYLE.line
    )
    found = [
        ([float(x) for x in line.get_xdata()], [float(y) for y in line.get_ydata()], line)
        for line in figure.axes[0].lines
        if line.get_color() == colour and max(line.get_ydata()) <= bottom + 4
    ]
    return sorted(found, key=lambda one: (one[0], one[1]))


def test_a_level_holds_until_the_next_answer(english: Texts) -> None:
    # 100 days from the first rating to today; the second one after 60 of them.
    figure = of_skill(english, rated(1, 2, "2026-08-15"), rated(2, 3, "2026-10-14"))
    two, three = height_of(figure, "2"), height_of(figure, "3")
    lines = drawn(figure, STYLE.held)
    level = [(xs, ys) for xs, ys, _ in lines if len(xs) == 2 and ys[0] == ys[1]]
    (first_x, first_y), (second_x, second_y) = level
    assert first_y == [two, two]
    assert second_y == [three, three]
    assert first_x[1] == second_x[0]
    assert (first_x[1] - first_x[0]) / (second_x[1] - first_x[0]) == pytest.approx(0.6)


def test_each_rater_has_a_form_of_their_own(english: Texts) -> None:
    figure = of_skill(
        english,
        rated(1, 3, "2026-08-15", Rater.SELF),
        rated(2, 3, "2026-08-15", Rater.MANAGER),
        rated(3, 3, "2026-08-15"),
    )
    forms = {
        (line.get_color(), line.get_marker())
        for line in figure.axes[0].lines
        if line.get_marker() not in ("None", None, "")
    }
    assert len({marker for _, marker in forms}) == 3
    # Three answers at one level are seen beside one another.
    marks = {
        float(line.get_ydata()[0])
        for line in figure.axes[0].lines
        if line.get_marker() not in ("None", None, "") and line.get_ydata()[0] < 170
    }
    assert len(marks) == 3
    ends = {text.get_text(): text.get_position() for text in figure.axes[0].texts}
    # Named where they end, from the highest to the lowest, and in no legend.
    named = ["required 4", "manager 3", "agreed 3", "self 3"]
    assert sorted(ends[name][1] for name in named) == [ends[name][1] for name in named]
    assert len({ends[name][0] for name in named}) == 1
    assert {"self", "manager", "agreed"} & set(said(figure)) == set()


@pytest.mark.parametrize(("months", "is_dotted"), [(12, True), (24, False)])
def test_what_is_stale_is_dotted_and_named(english: Texts, months: int, is_dotted: bool) -> None:
    figure = of_skill(english, rated(1, 3, "2025-05-23"), required=None, months=months)
    assert ("agreed 3, stale" in said(figure)) is is_dotted
    assert "stale" not in said(figure)
    stretches = [xs for xs, _, line in drawn(figure, STYLE.held) if len(xs) == 2]
    assert len(stretches) == (2 if is_dotted else 1)
    if is_dotted:
        # Of 549 days the first 365 are fresh: 23 May 2026 is the last of them.
        whole = stretches[1][1] - stretches[0][0]
        assert (stretches[0][1] - stretches[0][0]) / whole == pytest.approx(365 / 549)


def test_not_applicable_ends_the_line_with_a_cross(english: Texts) -> None:
    figure = of_skill(english, rated(1, 2, "2026-08-15"), rated(2, None, "2026-10-14"))
    (cross,) = [ys for _, ys, line in drawn(figure, STYLE.held) if line.get_marker() == "x"]
    assert cross == [height_of(figure, "2")]
    assert "agreed: not applicable" in " ".join(said(figure))
    stretches = [xs for xs, _, _ in drawn(figure, STYLE.held) if len(xs) == 2]
    assert len(stretches) == 1


def test_a_rating_of_today_is_a_mark(english: Texts) -> None:
    figure = of_skill(english, rated(1, 3, "2026-11-23"))
    marks = [ys for xs, ys, _ in drawn(figure, STYLE.held) if len(xs) == 1]
    assert marks == [[height_of(figure, "3")]]


def test_nothing_rated_says_so(english: Texts) -> None:
    words = "Nobody has rated this skill yet. Rate it to see its levels over time."
    assert " ".join(said(of_skill(english))) == words
    words = "Nothing that counts was rated up to this day. Rate a skill to see readiness over time."
    assert " ".join(said(of_readiness(english))) == words
    assert " ".join(said(of_readiness(english, role="host"))) == (
        "This role names no requirements, so readiness is unknown."
    )


def test_a_long_scale_keeps_its_ends_and_few_lines(english: Texts) -> None:
    scale = Scale(levels=tuple(Level(number=float(n), name=same_text(str(n))) for n in range(101)))
    figure = skill_history_figure(
        [rated(1, 37.5, "2026-08-15")], None, scale, english, STYLE, as_of=TODAY
    )
    numbers = [int(word) for word in said(figure) if word.isdigit()]
    assert numbers == [0, 20, 40, 60, 80, 100]


def test_readiness_stands_at_its_percentage(english: Texts) -> None:
    # Negotiation 4 of 4, weight 3: 12 of 61 for sure, the other 49 unrated.
    figure = of_readiness(english, rated(1, 4, "2026-08-15"))
    ground, top = height_of(figure, "0 %"), height_of(figure, "100 %")
    (sure,) = [ys for xs, ys, line in drawn(figure, STYLE.held) if line.get_linewidth() == 2]
    assert (ground - sure[0]) / (ground - top) == pytest.approx(12 / 61)
    (filled,) = [patch for patch in figure.axes[0].patches if isinstance(patch, Polygon)]
    heights = {round((ground - y) / (ground - top), 6) for _, y in filled.get_xy()}
    assert heights == {0.0, round(12 / 61, 6)}
    # What is not certain is hatched, from there up to all of it.
    (hatched,) = [line for line in figure.axes[0].lines if len(line.get_xdata()) > 9]
    ys = [float(y) for y in hatched.get_ydata() if not isnan(y)]
    assert top <= min(ys) < top + 7
    assert sure[0] - 7 < max(ys) <= sure[0] + 1e-9
    assert {"at least 20 %", "at most 100 %"} <= set(said(figure))


def test_where_all_is_rated_there_is_no_band_to_explain(english: Texts) -> None:
    figure = of_readiness(english, rated(1, 3, "2026-08-15"), role="account-manager")
    assert not any(words.startswith(("at least", "at most", "if what")) for words in said(figure))
    # Negotiation 3 of 4.
    assert said(figure).count("75 %") == 2


def test_a_readiness_of_today_is_a_point(english: Texts) -> None:
    figure = of_readiness(english, rated(1, 4, "2026-11-23"))
    points = [xs for xs, _, line in drawn(figure, STYLE.held) if line.get_marker() == "o"]
    assert len(points) == 1


def test_an_unknown_readiness_leaves_a_hole(english: Texts) -> None:
    figure = of_readiness(
        english,
        rated(1, 4, "2026-01-01"),
        rated(2, None, "2026-04-01"),
        rated(3, 4, "2026-08-01"),
        role="account-manager",
    )
    stretches = [xs for xs, ys, _ in drawn(figure, STYLE.held) if len(xs) == 2 and ys[0] == ys[1]]
    assert len(stretches) == 2
    assert stretches[0][1] < stretches[1][0]


def test_the_positions_are_named(english: Texts, chinese: Texts) -> None:
    ratings = (rated(1, 2, "2022-03-01"), rated(2, 4, "2026-01-01"))
    assert {"Host", "Account manager"} <= set(said(of_readiness(english, *ratings)))
    assert {"主持", "客户经理"} <= set(said(of_readiness(chinese, *ratings)))


MANY = tuple(
    rated(
        number,
        float(number % 6) if number % 7 else None,
        f"20{20 + number // 12}-0{number % 9 + 1}-15",
        by,
    )
    for number, by in enumerate(list(Rater) * 24, start=1)
)


@pytest.mark.parametrize("size", [(280, 150), (360, 240), (800, 500)])
@pytest.mark.parametrize("language", ["english", "chinese"])
@pytest.mark.parametrize("count", [1, 5, 70])
def test_words_stay_within_the_figure_and_apart(
    size: tuple[int, int], language: str, count: int, request: pytest.FixtureRequest
) -> None:
    texts: Texts = request.getfixturevalue(language)
    how = {"width": size[0], "height": size[1]}
    ratings = MANY[-count:]
    figures = [of_skill(texts, *ratings, **how), of_readiness(texts, *ratings, **how)]
    for figure in figures:
        boxes = []
        for text in figure.axes[0].texts:
            width = STYLE.width_of(text.get_text(), STYLE.small, False)
            x, y = text.get_position()
            left = (
                x - {"left": 0, "center": width / 2, "right": width}[text.get_horizontalalignment()]
            )
            boxes.append((left, y - STYLE.small * 0.75, left + width, y + STYLE.small * 0.25))
        for left, top, right, bottom in boxes:
            assert left >= 0
            assert top >= 0
            assert right <= size[0]
            assert bottom <= size[1]
        for one, other in combinations(boxes, 2):
            is_apart = (
                one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            )
            assert is_apart, (one, other)


def test_names_are_no_formula(english: Texts) -> None:
    catalogue = replace(
        CATALOGUE,
        roles=(replace(CATALOGUE.roles[0], name=same_text("$x^2$")), *CATALOGUE.roles[1:]),
    )
    history: ReadinessHistory = readiness_history(
        GRAPH, PERSON, [rated(1, 4, "2026-01-01")], "director", basis=Basis.AGREED, as_of=TODAY
    )
    figure = readiness_history_figure(
        history, positions_until(PERSON, TODAY), catalogue, english, STYLE
    )
    assert "$x^2$" in said(figure)
    assert not any(text.get_parse_math() for text in figure.axes[0].texts)


def test_figures_need_neither_pyplot_nor_qt() -> None:
    code = (
        "import sys, planner.charts.history; "
        "bad = {'matplotlib.pyplot', 'PySide6'} & set(sys.modules); sys.exit(len(bad))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
