"""The plan on paper: when it would be done, a timeline, and the actions with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planner.core.career import Owner
from planner.core.planning.offers import moved
from planner.core.planning.plan import Plan, PlannedAction, plan_of
from planner.report.gaps.words import practice_kind
from planner.report.map.words import DOT
from planner.report.pages import PageContext, Press
from planner.report.paper.columns import Block, add_blocks
from planner.report.paper.flow import BODY, HEADING, LEADING, SMALL, Flow, Sheet
from planner.report.person_report import person_report
from planner.report.plan.words import (
    hours_sentence,
    moved_words,
    plan_line,
    plan_rule,
    skill_and_step,
    trouble_words,
    when_sentence,
)

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart

_VERDICT = 15.0
_INDENT = 15.0
_MOST_TITLE_LINES = 6
_CHART_BODY = 9.0
_SECTION_SPACE, _ACTION_SPACE = 12.0, 5.0
# So many small lines stay below the title of an action.
_MOST_KEPT = 4
_TALLEST_CHART, _LEAST_CHART = 330.0, 200.0


def plan_report(context: PageContext, role_id: str, press: Press) -> tuple[Sheet, ...]:
    """Return the sheets of a person's plan, the gaps to a role (empty for none) coming first.

    Notes and evidence are not on it. Raise ValueError for a context without a career.
    """
    texts = context.texts
    title = texts.tr("Development plan")

    def add(flow: Flow) -> None:
        flow.space(10)
        add_plan(flow, context, role_id, press)

    return person_report(context, press, title, add)


def add_plan(flow: Flow, context: PageContext, role_id: str, press: Press) -> None:
    """Set all that is told of a plan, below whatever heading it stands.

    Raise ValueError for a context without a career.
    """
    if context.career is None:
        raise ValueError("a plan needs the person's career")
    texts = context.texts
    gap = context.gaps.get(role_id)
    plan = plan_of(context.career, context.catalogue, gap, context.as_of)
    _add_verdict(flow, plan, context)
    if plan.open:
        flow.space(10)
        _add_timeline(flow, plan, context, press)
    own = [one for one in plan.open if one.action.owner is Owner.EMPLOYEE]
    managers = [one for one in plan.open if one.action.owner is Owner.MANAGER]
    sections: tuple[tuple[str, Sequence[PlannedAction]], ...] = (
        (texts.tr("Overdue"), [one for one in own if one.is_overdue]),
        (texts.tr("To do, in this order"), [one for one in own if not one.is_overdue]),
        (texts.tr("What the manager does"), managers),
        (texts.tr("Done and dropped"), plan.closed),
    )
    blocks = [
        block for heading, actions in sections for block in _section(heading, actions, context)
    ]
    if blocks:
        flow.space(_SECTION_SPACE)
        add_blocks(flow, [replace(blocks[0], space=0.0), *blocks[1:]])
    flow.set_waiting()


def _add_verdict(flow: Flow, plan: Plan, context: PageContext) -> None:
    texts = context.texts
    flow.text(plan_line(plan, texts), size=_VERDICT, bold=True)
    trouble = DOT.join(trouble_words(plan, texts))
    if trouble:
        flow.text(trouble, bold=True, colour="warning")
    day = texts.date(plan.as_of)
    words = texts.tr("As of {day}.", day=day)
    if plan.role:
        role = texts.pick(context.catalogue.role(plan.role).name)
        words = texts.tr("As of {day}, the gaps to {role} first.", day=day, role=role)
    flow.text(words, size=SMALL, colour="text-quiet")
    flow.text(plan_rule(plan.hours_a_week, texts), size=SMALL, colour="text-quiet")


def _add_timeline(flow: Flow, plan: Plan, context: PageContext, press: Press) -> None:
    shown = [one for one in plan.overdue_first if one.action.is_open]
    is_past = context.as_of < context.today
    now = context.texts.date(context.as_of) if is_past else context.texts.tr("today")
    tracks = [track.id for track in context.catalogue.tracks]
    track = tracks.index(context.catalogue.role(plan.role).track) if plan.role else 0

    # Imported here: matplotlib takes long, and no start of the window needs it.
    from planner.charts.plan import timeline_figure, timeline_height
    from planner.charts.style import chart_style

    style = chart_style(
        press.colour, track, press.families, body=_CHART_BODY, width_of=press.measure
    )

    def timeline(width: float, height: float) -> Chart:
        return timeline_figure(
            shown,
            plan.as_of,
            context.texts,
            style,
            now=now,
            late=press.colour("warning"),
            width=width,
            height=height,
        )

    def used(most: float) -> float:
        width = context.sheet.inner_width
        return timeline_height(shown, plan.as_of, context.texts, style, width, most)

    flow.charts((timeline,), _TALLEST_CHART, least=_LEAST_CHART, used=used, floats=True)


def _section(
    heading: str, actions: Sequence[PlannedAction], context: PageContext
) -> Iterator[Block]:
    """Yield the actions of a section, its heading with the first one."""
    for place, one in enumerate(actions):
        add = partial(_add_action, one=one, context=context, heading="" if place else heading)
        yield Block(_ACTION_SPACE if place else _SECTION_SPACE, add)


def _add_action(flow: Flow, one: PlannedAction, context: PageContext, heading: str) -> None:
    if heading:
        flow.text(heading, size=HEADING, bold=True, keep=3 * BODY * LEADING)
        flow.space(_ACTION_SPACE)
    facts, change = _facts(one, context), _moved_words(one, context)
    room = flow.width - _INDENT
    below = sum(len(flow.lines(words, room, SMALL)) for words in (facts, change) if words)
    flow.text(
        one.action.title,
        bold=one.action.is_open,
        indent=_INDENT,
        keep=min(below, _MOST_KEPT) * SMALL * LEADING,
        most=_MOST_TITLE_LINES,
        box=one.action.is_open,
    )
    flow.text(facts, size=SMALL, colour="text-quiet", indent=_INDENT)
    if change:
        flow.text(change, size=SMALL, indent=_INDENT)


def _facts(one: PlannedAction, context: PageContext) -> str:
    texts, action = context.texts, one.action
    parts = [
        skill_and_step(action, context.catalogue, texts),
        practice_kind(action.kind, texts) if action.kind is not None else "",
        hours_sentence(one, texts) if action.is_open else "",
        when_sentence(one, texts),
    ]
    return DOT.join(part for part in parts if part)


def _moved_words(one: PlannedAction, context: PageContext) -> str:
    """Return what a finished action moved, empty for nothing."""
    ratings = context.career.ratings if context.career else ()
    found = moved(one.action, ratings, context.basis, context.as_of)
    return moved_words(found, context.catalogue, context.texts) if found is not None else ""
