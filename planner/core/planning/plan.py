"""The plan: the order of a person's actions, their hours, and when each would be done.

Open actions come in this order: those for an open essential gap of the role looked at, those for
another gap, all others; among these the earliest due day, then the largest weighted gap, then the
lower step. The person does their own one after the other at their hours a week; one that starts
later waits for its day while the next goes ahead. The manager's take none of these hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from math import ceil, inf

from planner.core.career import Action, ActionState, Career, Owner
from planner.core.gaps import Gap, SkillGap
from planner.core.model import Catalogue
from planner.core.skills.effort import effort_in

_DAYS_A_WEEK = 7
# A hair of a day is the noise of adding fractions, not another day.
_HAIR = 1e-9
# Later days than a calendar has count as its last.
_MOST_DAYS = date.max.toordinal()


class Purpose(IntEnum):
    """What an action is for, the most urgent first."""

    ESSENTIAL_GAP = 0
    OTHER_GAP = 1
    NO_GAP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction:
    """An action as it was on the day looked at, with its hours and its days in the plan.

    `hours` are its own, else the effort of its step; None where neither is known. `begin` and
    `finish` are there for what the person is still to do and whose hours are known.
    """

    action: Action
    purpose: Purpose
    hours: float | None
    as_of: date
    begin: date | None = None
    finish: date | None = None

    @property
    def id(self) -> str:
        """The id of the action."""
        return self.action.id

    @property
    def is_overdue(self) -> bool:
        """Whether it is still to be done after the day it was due."""
        return self.action.is_overdue(self.as_of)

    @property
    def fits(self) -> bool | None:
        """Whether it would be done by the day it is due; None where that cannot be said."""
        if self.is_overdue:
            return False
        if self.finish is None or self.action.due is None:
            return None
        return self.finish <= self.action.due

    @property
    def takes_hours(self) -> bool:
        """Whether it is still to be done, and by the person."""
        return self.action.is_open and self.action.owner is Owner.EMPLOYEE


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The actions of a person on a day: the open ones in order, the closed ones newest first.

    `role` is the one whose gaps come first, empty where there is none.
    """

    role: str
    as_of: date
    hours_a_week: float
    open: tuple[PlannedAction, ...] = ()
    closed: tuple[PlannedAction, ...] = ()

    @property
    def actions(self) -> tuple[PlannedAction, ...]:
        """All of them, the open ones first."""
        return (*self.open, *self.closed)

    @property
    def hours(self) -> float:
        """The hours that the person's own open actions take, as far as they are known."""
        return sum((one.hours or 0.0 for one in self.open if one.takes_hours), start=0.0)

    @property
    def done_by(self) -> date | None:
        """The day when everything whose hours are known would be done; None where nothing is."""
        return max((one.finish for one in self.open if one.finish is not None), default=None)

    @property
    def unestimated(self) -> tuple[PlannedAction, ...]:
        """The person's own open actions whose hours nobody knows; they count as nothing."""
        return tuple(one for one in self.open if one.takes_hours and one.hours is None)

    @property
    def overdue(self) -> tuple[PlannedAction, ...]:
        """The open actions whose due day has passed."""
        return tuple(one for one in self.open if one.is_overdue)

    @property
    def too_late(self) -> tuple[PlannedAction, ...]:
        """The open actions that would be done after a due day that is still to come."""
        return tuple(one for one in self.open if one.fits is False and not one.is_overdue)

    @property
    def overdue_first(self) -> tuple[PlannedAction, ...]:
        """All actions with the overdue ones ahead, otherwise in their order."""
        return (
            *self.overdue,
            *(one for one in self.open if not one.is_overdue),
            *self.closed,
        )


def plan_of(career: Career, catalogue: Catalogue, gap: Gap | None, as_of: date) -> Plan:
    """Return somebody's plan as of a day; `gap` is the one to the role looked at, if any."""
    person = career.person
    skills = {skill.skill: (place, skill) for place, skill in enumerate(gap.skills if gap else ())}
    shown = [
        PlannedAction(
            action=action,
            purpose=_purpose(action, skills),
            hours=hours_of(action, catalogue),
            as_of=as_of,
        )
        for action in actions_on(career.actions, as_of)
    ]
    still_open = sorted(
        (one for one in shown if one.action.is_open), key=lambda one: _order(one, skills)
    )
    closed = sorted(
        (one for one in shown if not one.action.is_open),
        key=lambda one: (one.action.finished or date.min, _number(one.id)),
        reverse=True,
    )
    return Plan(
        role=gap.role if gap else "",
        as_of=as_of,
        hours_a_week=person.hours_a_week,
        open=_scheduled(still_open, person.hours_a_week, as_of),
        closed=tuple(closed),
    )


def actions_on(actions: Iterable[Action], as_of: date) -> tuple[Action, ...]:
    """Return the actions made up to a day in the state that they had on it.

    One that was done or dropped later was open then: under way if it had started, else planned.
    """
    return tuple(_on_day(action, as_of) for action in actions if action.made <= as_of)


def next_state(state: ActionState) -> ActionState:
    """Return the state that follows: planned, under way, done, and planned again."""
    return {
        ActionState.PLANNED: ActionState.DOING,
        ActionState.DOING: ActionState.DONE,
        ActionState.DONE: ActionState.PLANNED,
        ActionState.DROPPED: ActionState.PLANNED,
    }[state]


def hours_of(action: Action, catalogue: Catalogue) -> float | None:
    """Return an action's own hours, else the effort of its step; None where neither is known.

    A step without a level to begin from begins at nothing held.
    """
    if action.hours is not None:
        return action.hours
    if action.skill is None or action.to_level is None:
        return None
    return effort_in(catalogue, action.skill, action.from_level, action.to_level)


def _on_day(action: Action, as_of: date) -> Action:
    if action.finished is None or action.finished <= as_of:
        return action
    has_started = action.start is not None and action.start <= as_of
    state = ActionState.DOING if has_started else ActionState.PLANNED
    return replace(action, state=state, finished=None)


def _purpose(action: Action, skills: Mapping[str, tuple[int, SkillGap]]) -> Purpose:
    """Return what an action is for: its step and what is missing of its skill must overlap."""
    if action.skill is None or action.skill not in skills:
        return Purpose.NO_GAP
    skill = skills[action.skill][1]
    start = -inf if action.from_level is None else action.from_level
    end = inf if action.to_level is None else action.to_level
    if max(start, skill.held or 0.0) >= min(end, skill.required):
        return Purpose.NO_GAP
    return Purpose.ESSENTIAL_GAP if skill.essential else Purpose.OTHER_GAP


def _order(one: PlannedAction, skills: Mapping[str, tuple[int, SkillGap]]) -> tuple[object, ...]:
    action = one.action
    place = len(skills)
    if one.purpose is not Purpose.NO_GAP and action.skill is not None:
        place = skills[action.skill][0]
    return (
        one.purpose,
        action.due or date.max,
        place,
        -inf if action.from_level is None else action.from_level,
        action.state is not ActionState.DOING,
        action.made,
        _number(action.id),
    )


def _number(id_: str) -> tuple[int, str]:
    """Return an id as it is counted: `action-10` comes after `action-9`."""
    digits = id_.rpartition("-")[2]
    return (int(digits) if digits.isdecimal() else 0, id_)


def _scheduled(
    actions: Sequence[PlannedAction], hours_a_week: float, as_of: date
) -> tuple[PlannedAction, ...]:
    """Return the actions with their days, the person's own one after the other."""
    waiting = [one for one in actions if one.takes_hours and one.hours is not None]
    starts = [_start(one, as_of) for one in waiting]
    days: dict[str, tuple[date, date]] = {}
    now = 0.0
    while waiting and hours_a_week > 0:
        place = next((place for place, start in enumerate(starts) if start <= now), None)
        if place is None:
            now = min(starts)
            continue
        one = waiting.pop(place)
        del starts[place]
        first = _day(as_of, int(now + _HAIR))
        now = min(now + (one.hours or 0.0) / hours_a_week * _DAYS_A_WEEK, _MOST_DAYS)
        days[one.id] = (first, _day(as_of, ceil(now - _HAIR)))
    return tuple(
        replace(one, begin=days[one.id][0], finish=days[one.id][1]) if one.id in days else one
        for one in actions
    )


def _start(one: PlannedAction, as_of: date) -> float:
    """Return how many days after the day looked at an action may begin."""
    start = one.action.start
    return 0.0 if start is None else float(max(0, (start - as_of).days))


def _day(as_of: date, days: int) -> date:
    return as_of + timedelta(days=min(days, _MOST_DAYS - as_of.toordinal()))
