"""KPI results: which are known on a day, each period against the weights, and the trend."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.career import KpiResult, period_start
from planner.core.model import Kpi, Role
from planner.core.roles.kpis import (
    KpiSeries,
    PeriodResult,
    Trend,
    counts_on,
    months_of,
    period_end,
    period_in,
    period_of,
    periods_until,
    role_kpis,
    weights_of,
)
from planner.core.text import same_text

TODAY = date(2026, 11, 23)


def kpi(id_: str, weight: float | None = None) -> Kpi:
    return Kpi(id=id_, name=same_text(id_), weight=weight)


ROLE = Role(
    id="am",
    name=same_text("AM"),
    track="t",
    rank=1,
    kpis=(kpi("sales", 50.0), kpi("nps", 30.0), kpi("renewal", 20.0)),
)


def result(id_: str, period: str, reached: float, on: date = TODAY, role: str = "am") -> KpiResult:
    return KpiResult(role=role, kpi=id_, period=period, reached=reached, on=on)


@pytest.mark.parametrize(
    ("period", "months", "end"),
    [
        ("2026", 12, date(2026, 12, 31)),
        ("2026-H1", 6, date(2026, 6, 30)),
        ("2026-H2", 6, date(2026, 12, 31)),
        ("2026-Q1", 3, date(2026, 3, 31)),
        ("2026-Q4", 3, date(2026, 12, 31)),
        ("2028-02", 1, date(2028, 2, 29)),
        ("9999-Q4", 3, date(9999, 12, 31)),
    ],
)
def test_the_length_and_the_end_of_a_period(period: str, months: int, end: date) -> None:
    assert (months_of(period), period_end(period)) == (months, end)


def test_what_is_no_period_has_no_end() -> None:
    with pytest.raises(ValueError, match="2026-Q5"):
        period_end("2026-Q5")


@given(st.dates(), st.sampled_from([12, 6, 3, 1]))
def test_a_day_lies_in_its_period(day: date, months: int) -> None:
    period = period_of(day, months)
    start = period_start(period)
    assert start is not None
    assert start <= day <= period_end(period)
    assert months_of(period) == months
    assert period_in(period) == period


def test_the_periods_before_a_day() -> None:
    assert periods_until(date(2026, 4, 1), 3, 3) == ("2026-Q2", "2026-Q1", "2025-Q4")
    assert periods_until(date(2026, 4, 1), 6, 2) == ("2026-H1", "2025-H2")
    assert periods_until(date(2026, 1, 31), 1, 2) == ("2026-01", "2025-12")
    assert periods_until(date(2, 5, 1), 12, 9) == ("0002", "0001")


@pytest.mark.parametrize(
    ("said", "period"),
    [
        (" 2026 ", "2026"),
        ("2026-q3", "2026-Q3"),
        ("q3 2026", "2026-Q3"),
        ("2026Q3", "2026-Q3"),
        ("H1/2026", "2026-H1"),
        ("2026-9", "2026-09"),
        ("9.2026", "2026-09"),
        ("2026-13", None),
        ("2026-Q5", None),
        ("0000", None),
        ("26-Q3", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_period_may_be_written_in_several_ways(said: str, period: str | None) -> None:
    assert period_in(said) == period


@pytest.mark.parametrize(
    ("period", "entered", "day", "counts"),
    [
        # A period that is over counts, whenever its result was entered …
        ("2026-Q2", date(2026, 7, 9), date(2026, 6, 30), True),
        # … one that runs from the day of its entry on,
        ("2026-Q2", date(2026, 5, 9), date(2026, 5, 9), True),
        ("2026-Q2", date(2026, 7, 9), date(2026, 6, 29), False),
        # … and one that has not begun never does.
        ("2026-Q2", date(2026, 1, 9), date(2026, 3, 31), False),
    ],
)
def test_only_what_is_known_on_a_day_counts(
    period: str, entered: date, day: date, counts: bool
) -> None:
    assert counts_on(result("sales", period, 1, entered), day) is counts


def test_a_period_against_the_weights() -> None:
    """Q3: (50 × 80 + 30 × min(120, 100)) / (50 + 30) = 7000 / 80 = 87.5 %, of 80 of 100.

    Q2: 20 × 60 / 20 = 60 %, of 20 of 100. What belongs to another role does not count.
    """
    found = role_kpis(
        ROLE,
        [
            result("sales", "2026-Q3", 80),
            result("nps", "2026-Q3", 120),
            result("renewal", "2026-Q2", 60),
            result("renewal", "2026-Q3", 0, role="lm"),
        ],
        TODAY,
    )
    assert found.periods == (
        PeriodResult(period="2026-Q3", reached=pytest.approx(0.875), covered=pytest.approx(0.8)),
        PeriodResult(period="2026-Q2", reached=pytest.approx(0.6), covered=pytest.approx(0.2)),
    )
    assert [series.kpi.id for series in found.series] == ["sales", "nps", "renewal"]


def test_without_results_there_is_no_period() -> None:
    found = role_kpis(ROLE, (), TODAY)
    assert found.periods == ()
    assert [(series.newest, series.trend) for series in found.series] == [(None, None)] * 3


def test_without_weights_all_weigh_the_same() -> None:
    assert weights_of([kpi("a"), kpi("b")]) == {"a": 1.0, "b": 1.0}
    assert weights_of([kpi("a", 40.0), kpi("b")]) == {"a": 40.0, "b": 0.0}
    role = Role(id="am", name=same_text("AM"), track="t", rank=1, kpis=(kpi("a"), kpi("b")))
    (period,) = role_kpis(role, [result("a", "2026", 50), result("b", "2026", 100)], TODAY).periods
    assert (period.reached, period.covered) == (0.75, 1.0)


def test_a_kpi_without_a_weight_beside_others_is_shown_and_not_summed() -> None:
    role = Role(id="am", name=same_text("AM"), track="t", rank=1, kpis=(kpi("a", 40.0), kpi("b")))
    found = role_kpis(role, [result("b", "2026", 50)], TODAY)
    assert found.periods == ()
    assert found.series[1].newest == result("b", "2026", 50)


def test_a_kpi_that_the_catalogue_has_no_longer_comes_last_and_is_not_summed() -> None:
    old = result("old", "2026-Q3", 10)
    found = role_kpis(ROLE, [old, result("sales", "2026-Q3", 80)], TODAY)
    assert found.series[-1] == KpiSeries(kpi=kpi("old"), results=(old,), is_known=False)
    (period,) = found.periods
    assert period.reached == pytest.approx(0.8)
    assert period.covered == pytest.approx(0.5)


def series(*reached: tuple[str, float]) -> KpiSeries:
    found = role_kpis(ROLE, [result("sales", *one) for one in reached], TODAY)
    return found.series[0]


@pytest.mark.parametrize(
    ("results", "change", "trend"),
    [
        ([("2026-Q3", 80.0)], None, None),
        # 85 − 80 = 5 is a change, 84.9 − 80 is none.
        ([("2026-Q2", 80.0), ("2026-Q3", 85.0)], 5.0, Trend.RISING),
        ([("2026-Q2", 80.0), ("2026-Q3", 84.9)], 4.9, Trend.STEADY),
        ([("2026-Q2", 80.0), ("2026-Q3", 75.0)], -5.0, Trend.FALLING),
        # The three before it: (90 + 60 + 60) / 3 = 70; the first, 0, is too long ago.
        (
            [("2025-Q3", 0.0), ("2025-Q4", 90.0), ("2026-Q1", 60.0), ("2026-Q2", 60.0),
             ("2026-Q3", 70.0)],
            0.0,
            Trend.STEADY,
        ),
        # Above 100 % the change counts in full.
        ([("2026-Q2", 100.0), ("2026-Q3", 150.0)], 50.0, Trend.RISING),
        # Only periods of one length are compared: the months leave the quarters alone.
        ([("2026-07", 10.0), ("2026-08", 10.0), ("2026-Q2", 60.0), ("2026-Q3", 90.0)],
         30.0, Trend.RISING),
    ],
)  # fmt: skip
def test_the_trend(
    results: list[tuple[str, float]], change: float | None, trend: Trend | None
) -> None:
    found = series(*results)
    assert found.change == (None if change is None else pytest.approx(change))
    assert found.trend is trend


def test_the_newest_is_that_of_the_period_that_ended_last() -> None:
    found = series(("2026-Q3", 80.0), ("2025", 70.0), ("2026-09", 60.0))
    assert found.newest is not None
    # Quarter and month end on one day; the longer one says more.
    assert found.newest.period == "2026-Q3"
    assert [one.period for one in found.results] == ["2025", "2026-09", "2026-Q3"]
    assert [one.period for one in found.alike] == ["2026-Q3"]


@given(
    st.dictionaries(
        st.tuples(
            st.sampled_from(["sales", "nps", "renewal"]),
            st.sampled_from(["2026-Q1", "2026-Q2", "2026", "2026-05"]),
        ),
        st.floats(0, 1000),
    )
)
def test_a_period_is_a_part_of_the_whole(reached: dict[tuple[str, str], float]) -> None:
    found = role_kpis(ROLE, [result(*key, value) for key, value in reached.items()], TODAY)
    assert {period.period for period in found.periods} == {period for _, period in reached}
    for period in found.periods:
        assert 0 <= period.reached <= 1 + 1e-9
        assert 0 < period.covered <= 1 + 1e-9
