"""Actions, one-on-ones and KPI results to rows and back, as `records` does for the rest.

A row's values stand in the order of the columns of its table in `schema`; a row that is read holds
the slugs of roles and skills in place of their numbers.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    AgreedLevel,
    Correction,
    KpiResult,
    Meeting,
    Origin,
    Owner,
    Promise,
)
from planner.core.model import PracticeKind
from planner.core.text import Text
from planner.store.rows.records import Numbers, Row, Values, json_of, listed, text_in, text_of


def action_values(action: Action, person: int, _roles: Numbers, skills: Numbers) -> Values:
    """Return the row of an action."""
    return (
        person,
        action.id,
        action.title,
        None if action.kind is None else str(action.kind),
        None if action.skill is None else skills[action.skill],
        action.from_level,
        action.to_level,
        action.made.toordinal(),
        _day(action.start),
        _day(action.due),
        action.hours,
        str(action.owner),
        str(action.state),
        _day(action.finished),
        action.meeting,
        action.notes,
        action.evidence,
    )


def action_of(row: Row) -> Action:
    """Return the action of a row, without the person's number."""
    slug, title, kind, skill, from_level, to_level, made, start, due, hours, *rest = row
    owner, state, finished, meeting, notes, evidence = rest
    return Action(
        id=slug,
        title=title,
        made=date.fromordinal(made),
        kind=None if kind is None else PracticeKind(kind),
        skill=skill,
        from_level=from_level,
        to_level=to_level,
        start=_day_of(start),
        due=_day_of(due),
        hours=hours,
        owner=Owner(owner),
        state=ActionState(state),
        finished=_day_of(finished),
        meeting=meeting,
        notes=notes,
        evidence=evidence,
    )


def meeting_values(meeting: Meeting, person: int, _roles: Numbers, _skills: Numbers) -> Values:
    """Return the row of a one-on-one."""
    return (
        person,
        meeting.id,
        meeting.on.toordinal(),
        meeting.agenda,
        json_of([_item(item) for item in meeting.items]),
        meeting.shared,
        meeting.private,
        _day(meeting.closed),
        _day(meeting.next_on),
        json_of([[agreed.skill, agreed.level] for agreed in meeting.agreed]),
        json_of([_promise(promise) for promise in meeting.promised]),
        json_of([[entry.on.toordinal(), entry.text] for entry in meeting.corrections]),
        meeting.target,
    )


def meeting_of(row: Row) -> Meeting:
    """Return the one-on-one of a row, without the person's number."""
    slug, day, agenda, items, shared, private, closed, next_on, *record = row
    agreed, promised, corrected, target = record
    return Meeting(
        id=slug,
        on=date.fromordinal(day),
        agenda=agenda,
        items=listed(items, _item_of),
        shared=shared,
        private=private,
        closed=_day_of(closed),
        next_on=_day_of(next_on),
        agreed=listed(agreed, lambda part: AgreedLevel(skill=part[0], level=part[1])),
        promised=listed(promised, _promise_of),
        corrections=listed(
            corrected, lambda part: Correction(on=date.fromordinal(part[0]), text=part[1])
        ),
        target=target,
    )


def kpi_values(result: KpiResult, person: int, roles: Numbers, _skills: Numbers) -> Values:
    """Return the row of a KPI result."""
    return (
        person,
        result.id,
        roles[result.role],
        result.kpi,
        result.period,
        result.reached,
        result.on.toordinal(),
        result.note,
    )


def kpi_of(row: Row) -> KpiResult:
    """Return the KPI result of a row, without the person's number."""
    _, role, kpi, period, reached, day, note = row
    return KpiResult(
        role=role, kpi=kpi, period=period, reached=reached, on=date.fromordinal(day), note=note
    )


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _day_of(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)


def _item(item: AgendaItem) -> dict[str, Any]:
    return {**text_in(item.text), "done": item.done, "origin": str(item.origin)}


def _item_of(part: Any) -> AgendaItem:
    text: Text = text_of(part)
    return AgendaItem(text=text, done=bool(part["done"]), origin=Origin(part["origin"]))


def _promise(promise: Promise) -> list[Any]:
    return [promise.action, promise.title, str(promise.owner), _day(promise.due)]


def _promise_of(part: Any) -> Promise:
    action, title, owner, due = part
    return Promise(action=action, title=title, owner=Owner(owner), due=_day_of(due))
