"""KPI results in words: periods, what was reached, trends, and the rule."""

from __future__ import annotations

from planner.core.career import KpiResult, period_start
from planner.core.model import Kpi
from planner.core.roles.kpis import HALF, MONTH, QUARTER, KpiSeries, PeriodResult, Trend, months_of
from planner.core.text import Texts
from planner.report.map.words import DOT, whole_percent


def period_words(period: str, texts: Texts) -> str:
    """Return a period as people write it, such as `Q3 2026`."""
    start = period_start(period)
    if start is None:
        return period
    year, months = str(start.year), months_of(period)
    if months == QUARTER:
        number = (start.month + 2) // QUARTER
        return texts.tr("Q{number} {year}", number=str(number), year=year)
    if months == HALF:
        is_first = start.month == 1
        return texts.tr("H1 {year}", year=year) if is_first else texts.tr("H2 {year}", year=year)
    return texts.month(start) if months == MONTH else year


def reached_words(reached: float, texts: Texts) -> str:
    """Return what was reached, in per cent of the goal."""
    return texts.tr("{percent} %", percent=texts.number(reached, 1))


def weight_words(kpi: Kpi, texts: Texts) -> str:
    """Return what a KPI weighs."""
    if kpi.weight is None:
        return texts.tr("no weight")
    return texts.tr("weight {weight} %", weight=texts.number(kpi.weight))


def trend_words(series: KpiSeries, texts: Texts) -> str:
    """Return where a KPI is going and by how much; empty with fewer than two results."""
    if series.trend is None or series.change is None:
        return ""
    change = texts.number(abs(series.change), 1)
    match series.trend:
        case Trend.RISING:
            return texts.tr("rising (+{points})", points=change)
        case Trend.FALLING:
            return texts.tr("falling (−{points})", points=change)
        case Trend.STEADY:
            return texts.tr("steady")


def series_line(series: KpiSeries, texts: Texts) -> str:
    """Return the facts of a KPI beside its newest result, in one line."""
    parts = [weight_words(series.kpi, texts) if series.is_known else texts.tr("no longer a KPI")]
    if series.newest is None:
        parts.append(texts.tr("no result yet"))
    else:
        parts.append(period_words(series.newest.period, texts))
    parts.append(trend_words(series, texts))
    return DOT.join(part for part in parts if part)


def results_words(results: tuple[KpiResult, ...], texts: Texts) -> str:
    """Return results one after the other, for those who cannot see the line."""
    return texts.tr("; ").join(
        texts.tr(
            "{period}: {reached}",
            period=period_words(result.period, texts),
            reached=reached_words(result.reached, texts),
        )
        for result in results
    )


def total_words(period: PeriodResult, texts: Texts) -> str:
    """Return what was reached of all KPIs in a period, such as `Q3 2026: 88 % of the goals`."""
    return texts.tr(
        "{period}: {percent} % of the goals",
        period=period_words(period.period, texts),
        percent=whole_percent(period.reached),
    )


def covered_words(period: PeriodResult, texts: Texts) -> str:
    """Return what part of all weights has a result."""
    percent = whole_percent(period.covered)
    if percent >= 100:
        return texts.tr("Every KPI that weighs has a result.")
    return texts.tr("{percent} % of the weight has a result.", percent=percent)


def kpi_rule(texts: Texts) -> str:
    """Return the rule behind the figures."""
    return texts.tr(
        "Σ weight × min(reached, 100) ÷ Σ weight of the KPIs with a result. Trend: the newest "
        "result against the mean of up to three before it; 5 points are a change."
    )
