"""The sections of a dossier, each set below its heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from planner.core.career import Career, Meeting
from planner.core.gaps import Gap, first_role_to_open, ratings_that_count
from planner.core.meeting.meetings import career_as_of, closed_before, open_meeting, outcomes_of
from planner.core.people import Position
from planner.core.roles.kpis import KpiSeries, role_kpis
from planner.core.skills.history import ReadinessHistory, positions_until, readiness_history
from planner.report.drawing import Curve, Rectangle, Shape
from planner.report.gaps.history_rows import readiness_rows
from planner.report.gaps.history_words import readiness_history_words
from planner.report.gaps.report import add_gap
from planner.report.map.words import readiness_words
from planner.report.meeting.words import (
    agreed_level_words,
    outcome_words,
    owner_name,
    role_name,
)
from planner.report.pages import PageContext, Press, day_words
from planner.report.paper.flow import BODY, HEADING, LEADING, SMALL, Cell, Column, Flow
from planner.report.plan.report import add_plan
from planner.report.roles.kpi_line import kpi_line
from planner.report.roles.kpi_words import (
    covered_words,
    kpi_rule,
    period_words,
    reached_words,
    total_words,
    trend_words,
    weight_words,
)
from planner.report.routes.report import add_routes

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart

_INDENT = 15.0
_CHART_BODY, _CHART_HEIGHT, _LEAST_CHART = 9.0, 190.0, 90.0
_DAY, _TIME, _FIGURE = 92.0, 80.0, 96.0
_LINE_WIDTH, _LINE_HEIGHT = 110.0, 22.0


def career_known(context: PageContext) -> Career:
    """Return what is known of a career on the day looked at; raise ValueError without one."""
    if context.career is None:
        raise ValueError("a dossier needs the person's career")
    if context.as_of < context.today:
        return career_as_of(context.career, context.as_of)
    return context.career


def target_of(context: PageContext) -> str:
    """Return the target, empty where there is none that the catalogue has."""
    target = context.person.target
    return target if target and context.catalogue.has_role(target) else ""


def next_role_of(context: PageContext) -> str:
    """Return the next role, the first on the way to the target; empty where no move leads on."""
    found = first_role_to_open(context.graph, context.person, context.gaps)
    return "" if found == context.person.position_on(context.as_of).role else found


def add_standing(flow: Flow, context: PageContext, press: Press) -> None:
    """Set since when the present role is held, and how ready somebody is for which role."""
    texts, catalogue = context.texts, context.catalogue
    position = context.person.position_on(context.as_of)
    flow.text(role_name(position.role, catalogue, texts), size=15.0, bold=True, most=3)
    track = {one.id: one for one in catalogue.tracks}[catalogue.role(position.role).track]
    held = max(0, (context.as_of - position.since).days)
    for words in (
        texts.tr("Track: {track}", track=texts.pick(track.name)),
        texts.tr(
            "In this role since {day}: {time}",
            day=texts.date(position.since),
            time=texts.duration(held),
        ),
    ):
        flow.text(words, most=3)
    flow.text(day_words(context), size=SMALL, colour="text-quiet")
    flow.space(10)
    rows = [
        _readiness_row(context.gaps[role], kind, context) for role, kind in _roles_ahead(context)
    ]
    width = flow.paper.inner_width
    columns = [
        Column(texts.tr("Role"), width - 3 * _FIGURE),
        Column(texts.tr("Readiness"), _FIGURE, "right"),
        Column(texts.tr("Essentials open"), _FIGURE, "right"),
        Column(texts.tr("Unrated skills"), _FIGURE, "right"),
    ]
    flow.table(columns, rows)


def _roles_ahead(context: PageContext) -> list[tuple[str, str]]:
    """Return the present role, the next ones and the target, each with what it is."""
    tr = context.texts.tr
    present, target = context.person.position_on(context.as_of).role, target_of(context)
    found = {present: tr("present role")}
    for role in context.graph.next_roles(present):
        found[role.id] = tr("next role")
    if target:
        known = found.get(target)
        found[target] = tr("{kind}, target", kind=known) if known else tr("target")
    return list(found.items())


def _readiness_row(gap: Gap, kind: str, context: PageContext) -> list[Cell]:
    texts = context.texts
    if not gap.skills:
        return [
            Cell(role_name(gap.role, context.catalogue, texts), kind),
            Cell(texts.tr("unknown")),
            Cell("–"),
            Cell("–"),
        ]
    unrated = sum(skill.is_unrated for skill in gap.skills)
    return [
        Cell(role_name(gap.role, context.catalogue, texts), kind, bold=gap.ready),
        Cell(readiness_words(gap.readiness, texts), bold=gap.ready),
        Cell(texts.number(len(gap.open_essentials), 0)),
        Cell(texts.number(unrated, 0)),
    ]


def add_next_gap(flow: Flow, context: PageContext, press: Press) -> None:
    """Set the gap to the next role."""
    role = next_role_of(context)
    if role:
        add_gap(flow, context, role, press)
    else:
        flow.text(context.texts.tr("No move leads on from this role."), colour="text-quiet")


def add_target_gap(flow: Flow, context: PageContext, press: Press, *, is_told: bool) -> None:
    """Set the gap to the target, unless it `is_told` as the next role's."""
    tr, target = context.texts.tr, target_of(context)
    if not target:
        flow.text(tr("No target is set."), colour="text-quiet")
    elif target == context.person.position_on(context.as_of).role:
        flow.text(tr("The target is the present role."), colour="text-quiet")
    elif is_told and target == next_role_of(context):
        flow.text(tr("The target is the next role, whose gap is told before."), colour="text-quiet")
    else:
        add_gap(flow, context, target, press)


def add_history(flow: Flow, context: PageContext, press: Press) -> None:
    """Set the positions so far, and how readiness came about."""
    texts, catalogue = context.texts, context.catalogue
    positions = positions_until(context.person, context.as_of)
    width = flow.paper.inner_width
    columns = [
        Column(texts.tr("Role"), width - 2 * _DAY - _TIME),
        Column(texts.tr("From"), _DAY),
        Column(texts.tr("Until"), _DAY),
        Column(texts.tr("Time"), _TIME, "right"),
    ]
    _heading(flow, texts.tr("Positions"))
    flow.table(columns, [_position_row(one, context) for one in positions])
    role = target_of(context) or next_role_of(context)
    if not role:
        return
    history = readiness_history(
        context.graph,
        context.person,
        career_known(context).ratings,
        role,
        basis=context.basis,
        as_of=context.as_of,
    )
    flow.space(12)
    name = role_name(role, catalogue, texts)
    least = min(_CHART_HEIGHT, flow.least_of_chart(_LEAST_CHART))
    keep = least + 2 * SMALL * LEADING
    _heading(flow, texts.tr("Readiness for {role} over time", role=name), keep=keep)
    flow.text(readiness_history_words(history, texts), size=SMALL, colour="text-quiet")
    if not history.changes:
        return
    flow.space(4)
    chart = _readiness_chart(history, positions, context, press)
    flow.charts((chart,), _CHART_HEIGHT, least=least)
    flow.space(6)
    heading, *rows = readiness_rows(history, catalogue, texts)
    widths = (_DAY, _FIGURE, _FIGURE, width - _DAY - 2 * _FIGURE)
    flow.table(
        [Column(words, each) for words, each in zip(heading, widths, strict=True)],
        [[Cell(words) for words in row] for row in rows],
    )


def _position_row(position: Position, context: PageContext) -> list[Cell]:
    texts = context.texts
    until = position.until or context.as_of
    return [
        Cell(role_name(position.role, context.catalogue, texts), bold=position.until is None),
        Cell(texts.date(position.since)),
        Cell(texts.date(position.until) if position.until else texts.tr("today")),
        Cell(texts.duration(max(0, (until - position.since).days))),
    ]


def _readiness_chart(
    history: ReadinessHistory, positions: Sequence[Position], context: PageContext, press: Press
) -> Callable[[float, float], Chart]:
    def chart(width: float, height: float) -> Chart:
        # Imported here: matplotlib takes long, and no start of the window needs it.
        from planner.charts.history import readiness_history_figure
        from planner.charts.style import chart_style

        tracks = [track.id for track in context.catalogue.tracks]
        track = tracks.index(context.catalogue.role(history.role).track)
        style = chart_style(
            press.colour, track, press.families, body=_CHART_BODY, width_of=press.measure
        )
        return readiness_history_figure(
            history,
            positions,
            context.catalogue,
            context.texts,
            style,
            width=width,
            height=height,
        )

    return chart


def add_plan_of(flow: Flow, context: PageContext, press: Press) -> None:
    """Set the plan with its timeline, the gaps to the next role first."""
    known = career_known(context)
    if known.actions:
        add_plan(flow, context, next_role_of(context), press)
    else:
        flow.text(context.texts.tr("The plan has no action yet."), colour="text-quiet")


def add_ways(flow: Flow, context: PageContext, press: Press) -> None:
    """Set the ways to the target, compared, the fastest in full."""
    # Imported here: most of what is printed has no ways in it.
    from planner.core.routes import find_routes
    from planner.core.routing.moves import RouteQuery
    from planner.core.routing.standing import standing

    target = target_of(context)
    if not target:
        words = context.texts.tr("No target is set, so there is nothing that ways could lead to.")
        flow.text(words, colour="text-quiet")
        return
    ratings = career_known(context).ratings
    counting = ratings_that_count(ratings, context.basis, context.as_of)
    start = standing(context.catalogue, context.person, counting, context.as_of)
    routes = find_routes(context.graph, start, RouteQuery(target=target))
    add_routes(flow, context, routes, None, press)


def add_agreements(flow: Flow, context: PageContext, press: Press) -> None:
    """Set what was agreed in the last closed one-on-one, and what became of its promises."""
    texts, known = context.texts, career_known(context)
    last = closed_before(known.meetings, None)
    if last is None:
        flow.text(texts.tr("There was no one-on-one yet."), colour="text-quiet")
    else:
        _add_meeting(flow, last, known, context)
    if context.with_private:
        _add_private(flow, (last, open_meeting(known.meetings)), context)


def _add_meeting(flow: Flow, last: Meeting, known: Career, context: PageContext) -> None:
    texts, catalogue = context.texts, context.catalogue
    day = texts.date(last.on)
    flow.text(texts.tr("One-on-one of {day}", day=day), size=HEADING, bold=True)
    if last.target:
        target = role_name(last.target, catalogue, texts)
        flow.text(texts.tr("Target at that time: {role}", role=target))
    flow.space(8)
    _heading(flow, texts.tr("Agreed levels"))
    for one in last.agreed:
        flow.text(agreed_level_words(one.skill, one.level, catalogue, texts), indent=_INDENT)
    if not last.agreed:
        flow.text(texts.tr("No level was agreed."), colour="text-quiet", indent=_INDENT)
    flow.space(8)
    _heading(flow, texts.tr("Promises"))
    outcomes = outcomes_of(last, known.actions)
    for outcome in outcomes:
        became = outcome_words(outcome, context.as_of, texts)
        flow.text(
            outcome.promise.title,
            bold=outcome.is_open,
            indent=_INDENT,
            most=3,
            keep=SMALL * LEADING,
            box=outcome.is_open,
        )
        owner = owner_name(outcome.promise.owner, context.person, texts)
        words = texts.tr("{owner} · {state}", owner=owner, state=became.words)
        flow.text(words, size=SMALL, colour="text-quiet", indent=_INDENT, most=2)
        flow.space(3)
    if not outcomes:
        flow.text(texts.tr("Nothing was promised."), colour="text-quiet", indent=_INDENT)
    if last.shared:
        flow.space(8)
        _heading(flow, texts.tr("Shared notes"))
        flow.text(last.shared, indent=_INDENT)
    for correction in last.corrections:
        flow.space(4)
        said = texts.tr(
            "Correction of {day}: {text}", day=texts.date(correction.on), text=correction.text
        )
        flow.text(said, indent=_INDENT)
    if last.next_on is not None:
        flow.space(8)
        flow.text(texts.tr("The next one-on-one: {day}", day=texts.date(last.next_on)), bold=True)


def _add_private(flow: Flow, meetings: Sequence[Meeting | None], context: PageContext) -> None:
    texts = context.texts
    flow.space(12)
    _heading(flow, texts.tr("Private notes of the manager"))
    found = [meeting for meeting in meetings if meeting is not None and meeting.private]
    for meeting in found:
        flow.text(texts.date(meeting.on), size=SMALL, colour="text-quiet", indent=_INDENT, keep=20)
        flow.text(meeting.private, indent=_INDENT)
        flow.space(4)
    if not found:
        flow.text(texts.tr("There are none."), colour="text-quiet", indent=_INDENT)


def add_kpis(flow: Flow, context: PageContext, press: Press) -> None:
    """Set the KPIs of the present role with their results over time."""
    texts, width = context.texts, flow.paper.inner_width
    role = context.catalogue.role(context.person.position_on(context.as_of).role)
    kpis = role_kpis(role, career_known(context).kpi_results, context.as_of)
    if not kpis.series:
        flow.text(texts.tr("The present role has no KPIs."), colour="text-quiet")
        return
    columns = [
        Column(texts.tr("KPI"), width - _LINE_WIDTH - 2 * _FIGURE - 20),
        Column(texts.tr("Over time"), _LINE_WIDTH + 20),
        Column(texts.tr("Newest result"), _FIGURE, "right"),
        Column(texts.tr("Trend"), _FIGURE, "right"),
    ]
    flow.table(columns, [_kpi_row(series, context) for series in kpis.series])
    for period in kpis.periods[:1]:
        flow.space(4)
        flow.text(total_words(period, texts), bold=True)
        flow.text(covered_words(period, texts), colour="text-quiet")
    flow.text(kpi_rule(texts), size=SMALL, colour="text-quiet")


def _kpi_row(series: KpiSeries, context: PageContext) -> list[Cell]:
    texts, newest = context.texts, series.newest
    facts = weight_words(series.kpi, texts) if series.is_known else texts.tr("no longer a KPI")
    return [
        Cell(texts.pick(series.kpi.name), facts),
        Cell(shapes=partial(_line, series=series), height=_LINE_HEIGHT),
        Cell(texts.tr("no result yet"), colour="text-quiet")
        if newest is None
        else Cell(reached_words(newest.reached, texts), period_words(newest.period, texts)),
        Cell(trend_words(series, texts) or "–"),
    ]


def _line(x: float, y: float, *, series: KpiSeries) -> Sequence[Shape]:
    """Return the line of a KPI's results from a place on."""
    shapes: list[Shape] = []
    for shape in kpi_line(series.alike, _LINE_WIDTH, _LINE_HEIGHT, "accent"):
        if isinstance(shape, Curve):
            moved = tuple((x + across, y + down) for across, down in shape.points)
            shapes.append(shape._replace(points=moved))
        elif isinstance(shape, Rectangle):
            shapes.append(shape._replace(x=x + shape.x, y=y + shape.y))
    return shapes


def _heading(flow: Flow, words: str, keep: float = 3 * BODY * LEADING) -> None:
    flow.text(words, size=HEADING, bold=True, keep=keep, most=3)
    flow.space(4)
