"""The results of a role's KPIs as a chart that is copied or saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from planner.charts.style import ChartStyle
from planner.core.career import period_start
from planner.core.model import Catalogue
from planner.core.roles.kpis import KpiSeries, RoleKpis
from planner.core.text import Texts
from planner.report.copies.chart_copy import ChartCopy, Colour
from planner.report.copies.chart_tables import results_table
from planner.report.map.words import DOT
from planner.report.roles.kpi_line import line_span
from planner.report.roles.kpi_words import period_words, reached_words, trend_words, weight_words

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart
    from planner.charts.kpis import ResultLine


def results_copy(
    kpis: RoleKpis, catalogue: Catalogue, name: str, texts: Texts, *, as_of: date, track: int
) -> ChartCopy | None:
    """Return the results of a person's KPIs over time; None where there is none."""
    if not any(one.results for one in kpis.series):
        return None
    role = texts.pick(catalogue.role(kpis.role).name)

    def draw(style: ChartStyle, _colour: Colour, width: float, height: float) -> Chart:
        from planner.charts.kpis import results_figure

        lines, periods = _lines(kpis.series, texts), _periods(kpis.series, texts)
        return results_figure(lines, periods, texts, style, width=width, height=height)

    def size(style: ChartStyle, width: float) -> tuple[float, float]:
        from planner.charts.kpis import results_height

        return width, results_height(_lines(kpis.series, texts), style, width)

    return ChartCopy(
        title=texts.tr("{name} – KPIs as {role}", name=name, role=role),
        note=texts.tr("as of {day}", day=texts.date(as_of)),
        draw=draw,
        size=size,
        table=partial(results_table, kpis.series, texts),
        track=track,
    )


def _lines(series: Sequence[KpiSeries], texts: Texts) -> list[ResultLine]:
    from planner.charts.kpis import ResultLine

    return [
        ResultLine(
            name=texts.pick(one.kpi.name),
            facts=_facts(one, texts),
            results=[
                (start, result.reached, reached_words(result.reached, texts))
                for result in one.alike
                if (start := period_start(result.period)) is not None
            ],
            span=line_span([result.reached for result in one.alike]),
        )
        for one in series
    ]


def _facts(series: KpiSeries, texts: Texts) -> str:
    """Return weight and trend; the periods stand at the foot of the chart."""
    weight = weight_words(series.kpi, texts) if series.is_known else texts.tr("no longer a KPI")
    going = trend_words(series, texts) if series.results else texts.tr("no result yet")
    return DOT.join(filter(None, (weight, going)))


def _periods(series: Sequence[KpiSeries], texts: Texts) -> list[tuple[date, str]]:
    """Return the first day of each period and its words, each day once."""
    found = {
        start: period_words(result.period, texts)
        for one in series
        for result in one.alike
        if (start := period_start(result.period)) is not None
    }
    return sorted(found.items())
