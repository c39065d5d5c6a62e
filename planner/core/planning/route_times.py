"""A route over the years: how long each of its roles is held, and when it is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.people import DAYS_A_YEAR
from planner.core.routes import Route
from planner.core.routing.standing import Standing
from planner.core.skills.effort import learning_years


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The time in one role of a route, by the middle of the usual years.

    `learnt` is the day by which the learning for the next role is done, counted from `begin`;
    `earliest` and `latest` are the days on which the role is left by the least and the most of the
    usual years. In the target, which is not left, these and `end` are those of the arrival, and
    `hours` are what it took to enter the role, 0 for the present one. Days stop at the end of the
    calendar.
    """

    role: str
    begin: date
    learnt: date
    end: date
    earliest: date
    latest: date
    hours: float


def stays(route: Route, standing: Standing) -> tuple[Stay, ...]:
    """Return the stays of a route, one a role, the present one's first."""
    years = least = most = hours = 0.0
    found = []
    for role, step in zip(route.roles, route.steps, strict=False):
        begin = years
        years += step.years
        least += step.least_years
        most += step.most_years
        found.append(
            Stay(
                role=role,
                begin=day_after(standing.day, begin),
                learnt=day_after(
                    standing.day, begin + learning_years(step.hours, standing.hours_a_week)
                ),
                end=day_after(standing.day, years),
                earliest=day_after(standing.day, least),
                latest=day_after(standing.day, most),
                hours=hours,
            )
        )
        hours = step.hours
    arrival = day_after(standing.day, years)
    found.append(
        Stay(
            role=route.roles[-1],
            begin=arrival,
            learnt=arrival,
            end=arrival,
            earliest=day_after(standing.day, least),
            latest=day_after(standing.day, most),
            hours=hours,
        )
    )
    return tuple(found)


def day_after(day: date, years: float) -> date:
    """Return the day so many years later, at most the last day of the calendar."""
    try:
        return day + timedelta(days=round(years * DAYS_A_YEAR))
    except OverflowError:
        return date.max
