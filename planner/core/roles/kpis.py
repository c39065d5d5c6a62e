"""The results of a role's KPIs: against their weight by period, and their trend.

The rules stand in the help: what is reached counts up to 100 %, so that more of one never makes up
for less of another; a KPI without a result leaves the sum and is told by the share of the weight
that has one; only periods of one length are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.core.career import KpiResult, period_start
from planner.core.model import Kpi, Role
from planner.core.text import same_text

# In per cent of the goal: what counts at most, and a change that is more than chance.
FULL = 100.0
A_CHANGE = 5.0
# The newest result is compared with the mean of so many before it.
COMPARED = 3

YEAR, HALF, QUARTER, MONTH = 12, 6, 3, 1

_YEAR = r"(?P<year>\d{4})"
_PART = r"(?:(?P<kind>[HQ])\s*(?P<number>\d)|(?P<month>\d{1,2}))"
_SAID = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(?:\s*[-/. ]?\s*{_PART})?",
        rf"{_PART}\s*[-/. ]\s*{_YEAR}",
    )
)
_MONTHS = {"H": HALF, "Q": QUARTER, None: MONTH}


class Trend(StrEnum):
    """Where the results of a KPI are going."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


def months_of(period: str) -> int:
    """Return how many months a period has: 12, 6, 3 or 1."""
    if len(period) == len("2026"):
        return YEAR
    return _MONTHS.get(period[5], MONTH)


def period_end(period: str) -> date:
    """Return the last day of a period; raise ValueError where it is not written as one."""
    start = period_start(period)
    if start is None:
        raise ValueError(period)
    month = start.month - 1 + months_of(period)
    if start.year == date.max.year and month == YEAR:
        return date.max
    return date(start.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def period_of(day: date, months: int = QUARTER) -> str:
    """Return the year, half, quarter or month (12, 6, 3 or 1 `months`) in which a day lies."""
    number = (day.month - 1) // months + 1
    form = {YEAR: "{year:04}", HALF: "{year:04}-H{n}", QUARTER: "{year:04}-Q{n}"}
    return form.get(months, "{year:04}-{n:02}").format(year=day.year, n=number)


def periods_until(day: date, months: int, count: int) -> tuple[str, ...]:
    """Return the period of a day and those before it, `count` in all, the newest first."""
    found: list[str] = []
    while len(found) < count:
        period = period_of(day, months)
        found.append(period)
        start = period_start(period)
        if start is None or start == date.min:
            break
        day = start - timedelta(days=1)
    return tuple(found)


def period_in(said: str) -> str | None:
    """Return the period that somebody wrote, such as `q3 2026` or `2026-9`; None where it is none.

    The form it is kept in is that of `KpiResult.period`.
    """
    text = said.strip().upper()
    for form in _SAID:
        found = form.fullmatch(text)
        if found is None:
            continue
        year, kind, number, month = found.group("year", "kind", "number", "month")
        part = f"-{kind}{number}" if kind else f"-{int(month):02}" if month else ""
        return year + part if period_start(year + part) is not None else None
    return None


def counts_on(result: KpiResult, day: date) -> bool:
    """Whether a result is known on a day: its period is over, or has begun and it was entered."""
    start = period_start(result.period)
    if start is None or start > day:
        return False
    return result.on <= day or period_end(result.period) <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiSeries:
    """A KPI with its results, by the end of their period; `is_known` if the role has it today."""

    kpi: Kpi
    results: tuple[KpiResult, ...]
    is_known: bool = True

    @property
    def newest(self) -> KpiResult | None:
        """The result of the period that ended last."""
        return self.results[-1] if self.results else None

    @property
    def alike(self) -> tuple[KpiResult, ...]:
        """The results of periods as long as that of the newest, it being the last."""
        if not self.results:
            return ()
        months = months_of(self.results[-1].period)
        return tuple(result for result in self.results if months_of(result.period) == months)

    @property
    def change(self) -> float | None:
        """The newest result minus the mean of up to three alike before it, in points."""
        *before, newest = [result.reached for result in self.alike] or [0.0]
        compared = before[-COMPARED:]
        return newest - sum(compared) / len(compared) if compared else None

    @property
    def trend(self) -> Trend | None:
        """Rising or falling by 5 points and more, else steady; None with fewer than two results."""
        if self.change is None:
            return None
        if self.change >= A_CHANGE:
            return Trend.RISING
        return Trend.FALLING if self.change <= -A_CHANGE else Trend.STEADY


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodResult:
    """What was reached of a role's KPIs in one period; both fractions in 0..1.

    `reached` is the sum of weight × what was reached, at most all of it, divided by the weights of
    the KPIs that have a result; `covered` is what part of all weights that is.
    """

    period: str
    reached: float
    covered: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleKpis:
    """The KPIs of a role with their results, and each period as a whole, the newest first."""

    role: str
    series: tuple[KpiSeries, ...]
    periods: tuple[PeriodResult, ...]


def role_kpis(role: Role, results: Iterable[KpiResult], as_of: date) -> RoleKpis:
    """Return the results of a role's KPIs that are known on a day.

    KPIs stand in the catalogue's order; those that it has no longer come last, without a weight.
    """
    by_kpi: dict[str, list[KpiResult]] = {}
    for result in results:
        if result.role == role.id and counts_on(result, as_of):
            by_kpi.setdefault(result.kpi, []).append(result)
    for some in by_kpi.values():
        some.sort(key=lambda result: (period_end(result.period), months_of(result.period)))
    series = [KpiSeries(kpi=kpi, results=tuple(by_kpi.pop(kpi.id, ()))) for kpi in role.kpis]
    periods = _periods(series)
    series += [
        KpiSeries(kpi=Kpi(id=id_, name=same_text(id_)), results=tuple(some), is_known=False)
        for id_, some in sorted(by_kpi.items())
    ]
    return RoleKpis(role=role.id, series=tuple(series), periods=periods)


def weights_of(kpis: Iterable[Kpi]) -> dict[str, float]:
    """Return what each KPI weighs; where none has a weight they all weigh the same."""
    known = tuple(kpis)
    has_weights = any(kpi.weight for kpi in known)
    return {kpi.id: (kpi.weight or 0.0) if has_weights else 1.0 for kpi in known}


def _periods(series: Iterable[KpiSeries]) -> tuple[PeriodResult, ...]:
    some = tuple(series)
    weights = weights_of(one.kpi for one in some)
    whole = sum(weights.values())
    reached: dict[str, float] = {}
    weighed: dict[str, float] = {}
    for one in some:
        weight = weights[one.kpi.id]
        for result in one.results if weight else ():
            part = weight * min(result.reached, FULL) / FULL
            reached[result.period] = reached.get(result.period, 0.0) + part
            weighed[result.period] = weighed.get(result.period, 0.0) + weight
    newest_first = sorted(
        weighed, key=lambda period: (period_end(period), months_of(period)), reverse=True
    )
    return tuple(
        PeriodResult(
            period=period,
            reached=reached[period] / weighed[period],
            covered=weighed[period] / whole,
        )
        for period in newest_first
    )
