"""KPI results in words, and the line of them; the example of the help is worked out anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.core.career import KpiResult
from planner.core.model import Kpi, Role
from planner.core.roles.kpis import PeriodResult, role_kpis
from planner.core.text import LANGUAGES, Texts, same_text
from planner.files.texts import load_texts
from planner.report.drawing import Curve, Rectangle
from planner.report.roles.kpi_line import kpi_line
from planner.report.roles.kpi_words import (
    covered_words,
    period_words,
    reached_words,
    results_words,
    series_line,
    total_words,
)

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def spoken(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Texts]:
    cache = tmp_path_factory.mktemp("texts")
    return {name: load_texts(name, root / "resources" / "i18n", cache) for name in LANGUAGES}


@pytest.fixture
def texts(spoken: dict[str, Texts]) -> Texts:
    return spoken["en"]


def result(kpi: str, period: str, reached: float) -> KpiResult:
    return KpiResult(role="am", kpi=kpi, period=period, reached=reached, on=TODAY)


def role(**weights: float | None) -> Role:
    kpis = tuple(Kpi(id=id_, name=same_text(id_), weight=w) for id_, w in weights.items())
    return Role(id="am", name=same_text("AM"), track="t", rank=1, kpis=kpis)


@pytest.mark.parametrize(
    ("period", "en", "zh"),
    [
        ("2026", "2026", "2026"),
        ("2026-H1", "H1 2026", "2026年上半年"),
        ("2026-H2", "H2 2026", "2026年下半年"),
        ("2026-Q1", "Q1 2026", "2026年第1季度"),
        ("2026-Q4", "Q4 2026", "2026年第4季度"),
        ("2026-09", "Sep 2026", "2026年9月"),
        ("nonsense", "nonsense", "nonsense"),
    ],
)
def test_periods(period: str, en: str, zh: str, spoken: dict[str, Texts]) -> None:
    assert period_words(period, spoken["en"]) == en
    assert period_words(period, spoken["zh_CN"]) == zh


def test_the_facts_of_a_kpi_in_one_line(texts: Texts) -> None:
    """Sales: 90 after 80 is 10 up; nps: 60 after 80 is 20 down; renewal: 81 after 80 is steady."""
    of = role(sales=50.0, nps=30.0, renewal=20.0, other=None)
    found = role_kpis(
        of,
        [
            result(kpi, period, reached)
            for kpi, values in (("sales", (80, 90)), ("nps", (80, 60)), ("renewal", (80, 81)))
            for period, reached in zip(("2026-Q2", "2026-Q3"), values, strict=True)
        ]
        + [result("gone", "2026-Q3", 5)],
        TODAY,
    )
    assert [series_line(series, texts) for series in found.series] == [
        "weight 50 % · Q3 2026 · rising (+10)",
        "weight 30 % · Q3 2026 · falling (−20)",
        "weight 20 % · Q3 2026 · steady",
        "no weight · no result yet",
        "no longer a KPI · Q3 2026",
    ]
    assert results_words(found.series[0].results, texts) == "Q2 2026: 80 %; Q3 2026: 90 %"
    assert reached_words(96.54, texts) == "96.5 %"


def test_a_period_in_words(texts: Texts) -> None:
    found = PeriodResult(period="2026-Q3", reached=0.875, covered=0.8)
    assert total_words(found, texts) == "Q3 2026: 88 % of the goals"
    assert covered_words(found, texts) == "80 % of the weight has a result."
    whole = PeriodResult(period="2026-Q3", reached=0.999, covered=1.0)
    # What is short of the whole never reads as 100 %.
    assert total_words(whole, texts) == "Q3 2026: 99 % of the goals"
    assert covered_words(whole, texts) == "Every KPI that weighs has a result."


def test_the_example_of_the_help_is_right(root: Path, spoken: dict[str, Texts]) -> None:
    of = role(sales=50.0, renewals=30.0, satisfaction=20.0)
    (period,) = role_kpis(
        of, [result("sales", "2026-Q3", 80), result("renewals", "2026-Q3", 120)], TODAY
    ).periods
    assert (100 * period.reached, 100 * period.covered) == (87.5, 80)
    for language in LANGUAGES:
        page = (root / "resources" / "help" / language / "kpis.md").read_text(encoding="utf-8")
        assert "(50 × 80 + 30 × 100) ÷ (50 + 30) = 87.5" in page
        for number in ("88 %", "80 %"):
            assert number in page


def test_a_line_runs_by_time_and_ends_in_a_dot() -> None:
    """Q1, Q2 and Q4: two thirds of the way lie between the last two, for Q3 is missing."""
    results = [result("k", f"2026-Q{n}", reached) for n, reached in ((1, 60), (2, 100), (4, 80))]
    goal, line, dot = kpi_line(results, 100, 40, "track-0")
    assert isinstance(goal, Curve)
    assert isinstance(line, Curve)
    assert isinstance(dot, Rectangle)
    assert goal.stroke.dash
    assert line.stroke.colour == dot.fill == "track-0"
    points = line.points[::3]
    first, second, third = (x for x, _ in points)
    days = [date(2026, month, 1).toordinal() for month in (1, 4, 10)]
    assert (second - first) / (third - first) == pytest.approx(
        (days[1] - days[0]) / (days[2] - days[0])
    )
    # What reaches the goal lies on its dashes; 60 lies lowest, and all within the height.
    assert points[1][1] == pytest.approx(goal.points[0][1])
    assert points[0][1] > points[2][1] > points[1][1]
    assert all(0 <= y <= 40 for _, y in points)


def test_small_changes_do_not_look_like_leaps() -> None:
    """99 to 100 moves by a fortieth of the height at most."""
    results = [result("k", "2026-Q1", 99), result("k", "2026-Q2", 100)]
    _, line, _ = kpi_line(results, 100, 40, "track-0")
    assert isinstance(line, Curve)
    assert abs(line.points[0][1] - line.points[-1][1]) <= 1


def test_one_result_is_a_dot_and_none_is_nothing() -> None:
    shapes = kpi_line([result("k", "2026", 250)], 100, 40, "track-0")
    assert [type(shape) for shape in shapes] == [Curve, Rectangle]
    assert kpi_line([], 100, 40, "track-0") == ()
