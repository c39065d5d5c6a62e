"""Careers taken back by whole years, for a clock that stands before the days they tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from planner.core.career import Career, KpiResult, period_start

# The only days of a career that may lie in the future.
_TO_COME = ("start", "due", "next_on")


def no_later_than(careers: Sequence[Career], day: date) -> tuple[Career, ...]:
    """Return careers of which nothing has happened after `day`, as many years back as that takes.

    Weekdays and the length of leap years apart, all that lies between their days stays as it is.
    """
    newest = max((past for career in careers for past in _past_days(career)), default=day)
    years = max(0, newest.year - day.year)
    if _earlier(newest, years) > day:
        years += 1
    return tuple(_earlier(career, years) for career in careers) if years else tuple(careers)


def _past_days(value: Any) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _past_days(part)
    elif is_dataclass(value):
        if isinstance(value, KpiResult):
            yield period_start(value.period) or value.on
        for field in fields(value):
            if field.name not in _TO_COME:
                yield from _past_days(getattr(value, field.name))


def _earlier(value: Any, years: int) -> Any:
    if isinstance(value, date):
        try:
            return value.replace(year=value.year - years)
        except ValueError:
            return value.replace(year=value.year - years, day=28)
    if isinstance(value, tuple):
        return tuple(_earlier(part, years) for part in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {field.name: _earlier(getattr(value, field.name), years) for field in fields(value)}
    if isinstance(value, KpiResult):
        parts["period"] = f"{int(value.period[:4]) - years:04}{value.period[4:]}"
    return replace(value, **parts)
