"""A plan as rows of words and as plain data, for the terminal."""

from __future__ import annotations

from planner.core.career import Owner
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.planning.plan import Plan, PlannedAction
from planner.core.text import Texts
from planner.report.map.words import DOT
from planner.report.plain import Plain
from planner.report.plan.words import (
    due_note,
    finish_words,
    hours_words,
    owner_name,
    plan_line,
    plan_rule,
    skill_and_step,
    state_name,
    trouble_words,
)
from planner.report.rows import Rows


def plan_heading(plan: Plan, person: Person, catalogue: Catalogue, texts: Texts) -> list[str]:
    """Return the lines above a plan's table: whose, for which role, when done, what is late."""
    lines = [person.name]
    if plan.role:
        role = texts.pick(catalogue.role(plan.role).name)
        lines = [texts.tr("{name}: plan, the gaps to {role} first", name=person.name, role=role)]
    lines.append(plan_line(plan, texts))
    if trouble := trouble_words(plan, texts):
        lines.append(DOT.join(trouble))
    return lines


def plan_table(plan: Plan, catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row an action under a heading row: the open ones in order, then the closed ones."""
    tr = texts.tr
    heading = [tr("Id"), tr("Action"), tr("Skill"), tr("Who does it"), tr("State"), tr("Due")]
    heading += [tr("Hours"), tr("Done by")]
    return [heading, *(_row(one, catalogue, texts) for one in plan.actions)]


def plan_foot(plan: Plan, texts: Texts) -> str:
    """Return by which rule the plan was worked out."""
    return plan_rule(plan.hours_a_week, texts)


def plain_plan(plan: Plan, person: Person) -> Plain:
    """Return a plan with its numbers unrounded: the open actions in order, then the closed ones."""
    return {
        "person": person.id,
        "as_of": plan.as_of.isoformat(),
        "done_by": plan.done_by.isoformat() if plan.done_by else None,
        "hours_a_week": plan.hours_a_week,
        "hours": plan.hours,
        "unestimated": [one.id for one in plan.unestimated],
        "actions": [_plain_action(one) for one in plan.actions],
    }


def _row(one: PlannedAction, catalogue: Catalogue, texts: Texts) -> list[str]:
    action = one.action
    due = texts.date(action.due) if action.due else ""
    late = due_note(one, texts)
    finish, note = finish_words(one, texts)
    is_managers = action.owner is Owner.MANAGER
    return [
        action.id,
        " ".join(action.title.split()),
        skill_and_step(action, catalogue, texts),
        owner_name(action.owner, texts) if is_managers else "",
        state_name(action.state, texts),
        f"{due} ({late})" if late else due,
        hours_words(one, texts),
        f"{finish} ({note})" if note and action.is_open else finish,
    ]


def _plain_action(one: PlannedAction) -> Plain:
    action = one.action
    return {
        "id": action.id,
        "title": action.title,
        "kind": action.kind.value if action.kind else None,
        "skill": action.skill,
        "from": action.from_level,
        "to": action.to_level,
        "owner": action.owner.value,
        "state": action.state.value,
        "start": action.start.isoformat() if action.start else None,
        "due": action.due.isoformat() if action.due else None,
        "hours": one.hours,
        "finish": one.finish.isoformat() if one.finish else None,
        "fits": one.fits,
        "overdue": one.is_overdue,
        "finished": action.finished.isoformat() if action.finished else None,
        "meeting": action.meeting,
    }
