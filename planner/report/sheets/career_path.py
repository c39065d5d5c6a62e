"""A person's path so far and ahead: the positions held, the present one, the way to the target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, pairwise

from planner.core.gaps import Gap
from planner.core.model import Move
from planner.core.people import DAYS_A_YEAR, years_between
from planner.core.routes import route_along
from planner.core.routing.moves import RouteQuery, quickest_move
from planner.core.routing.standing import Standing
from planner.report.pages import PageContext


class When(StrEnum):
    """Whether a role was held, is held, or lies ahead."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One role on a path.

    `move` leads to it, None where the catalogue has none from the stop before it. `since` and
    `until` are the days of a position; of a stop ahead the earliest and the latest arrival, None
    beyond the end of the calendar. `is_target` where the path ends there by wish.
    """

    role: str
    when: When
    move: Move | None = None
    since: date | None = None
    until: date | None = None
    is_target: bool = False


def career_path(
    context: PageContext, roles: tuple[str, ...] = (), *, is_blank: bool = False
) -> tuple[Stop, ...]:
    """Return the path of a person along `roles`, else along the shortest way to the target.

    A blank one names nobody: it begins at the present role and has no days.
    """
    graph, person, day = context.graph, context.person, context.as_of
    catalogue = graph.catalogue
    present = person.position_on(day)
    target = person.target if person.target and catalogue.has_role(person.target) else ""
    way = roles
    if not way and catalogue.has_role(present.role) and target:
        way = graph.shortest_way(present.role, target)
    stops = []
    begun = [position for position in person.history if position.since <= day]
    past = [] if is_blank else [position for position in begun if position != present]
    before = ""
    for number, position in enumerate(past):
        following = begun[number + 1] if number + 1 < len(begun) else present
        stops.append(
            Stop(
                role=position.role,
                when=When.PAST,
                move=_move(context, before, position.role),
                since=position.since,
                until=position.until or following.since,
            )
        )
        before = position.role
    stops.append(
        Stop(
            role=present.role,
            when=When.NOW,
            move=_move(context, before, present.role),
            since=None if is_blank else present.since,
            is_target=present.role == target,
        )
    )
    return (*stops, *_ahead(context, way, target, is_blank=is_blank))


def _ahead(
    context: PageContext, way: tuple[str, ...], target: str, *, is_blank: bool
) -> tuple[Stop, ...]:
    if len(way) < 2:
        return ()
    standing = _standing(context, way[0])
    route = route_along(context.graph, standing, RouteQuery(target=way[-1]), way)
    firsts = accumulate(step.least_years for step in route.steps)
    lasts = accumulate(step.most_years for step in route.steps)
    return tuple(
        Stop(
            role=step.move.to_role,
            when=When.AHEAD,
            move=step.move,
            since=None if is_blank else _after(context.as_of, first),
            until=None if is_blank else _after(context.as_of, last),
            is_target=step.move.to_role == target,
        )
        for step, first, last in zip(route.steps, firsts, lasts, strict=True)
    )


def _standing(context: PageContext, role: str) -> Standing:
    """Return where the person stands, by the levels that their gaps were reckoned with."""
    person, day = context.person, context.as_of
    position = person.position_on(day)
    return Standing(
        role=role,
        years_served=years_between(position.since, day),
        levels=_levels(context, context.gaps),
        tracks=frozenset(),
        hours_a_week=person.hours_a_week,
        day=day,
    )


def _levels(context: PageContext, gaps: Mapping[str, Gap]) -> dict[str, float | None]:
    """Return the levels held by skill; what a role asks for and its gap leaves out is not asked."""
    levels: dict[str, float | None] = {}
    for role in context.catalogue.roles:
        if role.id not in gaps:
            continue
        counted = {skill.skill: skill for skill in gaps[role.id].skills}
        for needed in role.requires:
            found = counted.get(needed.skill)
            if found is None:
                levels[needed.skill] = None
            elif found.held is not None:
                levels[needed.skill] = found.held
    return levels


def _move(context: PageContext, old: str, new: str) -> Move | None:
    has_both = context.catalogue.has_role(old) and context.catalogue.has_role(new)
    return quickest_move(context.graph, old, new) if has_both else None


def _after(day: date, years: float) -> date | None:
    try:
        return day + timedelta(days=round(years * DAYS_A_YEAR))
    except OverflowError:
        return None


def joins(stops: tuple[Stop, ...]) -> tuple[tuple[Stop, Stop], ...]:
    """Return each stop with the one after it."""
    return tuple(pairwise(stops))
