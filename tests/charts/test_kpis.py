"""The results of KPIs over time tell each figure, with every word in the figure and apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from matplotlib.figure import Figure

from planner.charts.style import ChartStyle
from planner.core.career import KpiResult
from planner.core.model import Catalogue, Kpi
from planner.core.roles.kpis import role_kpis
from planner.core.text import Text, Texts
from planner.report.copies.chart_copy import ChartCopy
from planner.report.copies.kpi_copy import results_copy
from tests.gap_sample import sample_catalogue

TODAY = date(2026, 11, 23)
STYLE = ChartStyle(
    text="#000000",
    quiet="#555555",
    line="#dddddd",
    ground="#ffffff",
    held="#2161a8",
    families=("DejaVu Sans",),
)
SALES = Kpi(id="sales", name=Text(en="Growth of yearly sales", zh="年度销售增长"), weight=60)
LONG = Text(
    en="The share of clients who renew their contract early", zh="提前续签合同的客户所占比例"
)
RENEWAL = Kpi(id="renewal", name=LONG, weight=40)


def catalogue() -> Catalogue:
    """The small framework, its first role measured by two KPIs."""
    plain = sample_catalogue()
    first, *others = plain.roles
    return replace(plain, roles=(replace(first, kpis=(SALES, RENEWAL)), *others))


def result(kpi: str, period: str, reached: float) -> KpiResult:
    role = catalogue().roles[0].id
    return KpiResult(role=role, kpi=kpi, period=period, reached=reached, on=TODAY)


def copy_of(texts: Texts, *results: KpiResult) -> ChartCopy | None:
    known = catalogue()
    kpis = role_kpis(known.roles[0], results, TODAY)
    return results_copy(kpis, known, "Lin Wei", texts, as_of=TODAY, track=0)


def drawn(copy: ChartCopy | None, width: float = 640.0) -> Figure:
    assert copy is not None
    width, height = copy.size(STYLE, width)
    return copy.draw(STYLE, lambda _role: "#000000", width, height)


def said(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def test_every_result_stands_at_its_height_and_time(english: Texts) -> None:
    figure = drawn(
        copy_of(
            english,
            result("sales", "2025-Q4", 80),
            result("sales", "2026-Q1", 100),
            result("sales", "2026-Q3", 120),
        )
    )
    goal, line, *_ = figure.axes[0].lines
    (first, second, third), heights = line.get_xdata(), line.get_ydata()
    # From the first of October to January are 92 days, from then to July 181.
    assert (second - first) / (third - first) == pytest.approx(92 / 273)
    # 80 lies as far below the dashes of 100 as 120 above them; y grows downward.
    assert heights[1] == pytest.approx(goal.get_ydata()[0])
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2])
    words = said(figure)
    assert {"80 %", "100 %", "120 %", "Q4 2025", "Q1 2026", "Q3 2026"} <= set(words)
    # 120 against the mean of 80 and 100.
    assert "weight 60 % · rising (+30)" in words
    assert "weight 40 % · no result yet" in " ".join(words)


def test_without_a_result_there_is_no_chart(english: Texts) -> None:
    assert copy_of(english) is None


def test_figures_have_every_result_of_any_length_and_no_note(english: Texts) -> None:
    copy = copy_of(
        english,
        replace(result("sales", "2025", 91.25), note="Bad weather"),
        result("sales", "2026-Q1", 100),
    )
    assert copy is not None
    table = copy.table()
    assert table.headings == ("KPI", "Period", "Reached (%)", "Weight (%)")
    assert table.rows == (
        ("Growth of yearly sales", "2025", 91.25, 60),
        ("Growth of yearly sales", "Q1 2026", 100, 60),
    )
    assert (copy.title, copy.note) == ("Lin Wei – KPIs as Account manager", "as of 23 Nov 2026")


@pytest.mark.parametrize("language", ["english", "chinese"])
@pytest.mark.parametrize("count", [1, 2, 7, 24])
def test_words_stay_within_the_figure_and_apart(
    language: str, count: int, request: pytest.FixtureRequest
) -> None:
    periods = [f"{year}-Q{quarter}" for year in range(2020, 2026) for quarter in (1, 2, 3, 4)]
    results = [
        result(kpi, period, 40 + 53 * number % 130)
        for kpi in ("sales", "renewal")
        for number, period in enumerate(periods[-count:])
    ]
    figure = drawn(copy_of(request.getfixturevalue(language), *results))
    boxes = []
    for text in figure.axes[0].texts:
        width = STYLE.width_of(text.get_text(), STYLE.small, text.get_weight() == "semibold")
        x, y = text.get_position()
        left = x - {"left": 0, "center": width / 2}[text.get_horizontalalignment()]
        boxes.append((left, y - STYLE.small * 0.75, left + width, y + STYLE.small * 0.25))
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= figure.bbox.width
        assert bottom <= figure.bbox.height
    for one, other in combinations(boxes, 2):
        assert (
            one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        ), (one, other)
