"""The ways to a role on paper: all compared, and the chosen one by years and step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from planner.charts.style import chart_style
from planner.core.model import Catalogue
from planner.core.planning.route_levels import StepSkill, StepSkills, step_skills
from planner.core.routes import Route, Routes
from planner.core.text import Texts
from planner.report.map.words import DOT
from planner.report.pages import (
    PageContext,
    Press,
    day_words,
)
from planner.report.paper.flow import BODY, HEADING, LEADING, SMALL, Cell, Column, Flow, Sheet
from planner.report.person_report import person_report
from planner.report.routes.chart import route_chart, route_chart_height
from planner.report.routes.obstacle_words import obstacle_remedy, obstacle_words, query_words
from planner.report.routes.words import (
    arrival_rule,
    arrival_words,
    arrival_years,
    caveats,
    complete_words,
    distinctions,
    figures_words,
    hours_words,
    interval_words,
    keep_words,
    learn_words,
    leave_words,
    middle_words,
    raise_words,
    role_name,
    route_rule,
    route_title,
    skill_note,
    skill_words,
    step_facts,
    step_heading,
    way_words,
)

_VERDICT = 15.0
# Between two columns of skills, in addition to what any two have.
_BETWEEN = 4.0
_CHART_BODY = 9.0
_TALLEST_CHART = 300.0
# So much lower it is set rather than leave much of a sheet empty.
_LEAST_SHARE = 0.75
_YEARS, _HOURS, _MOVES, _ARRIVAL = 62.0, 58.0, 42.0, 70.0
# The heading of a table and two rows, which stand below the words above it.
_TABLE_BEGINS = 110.0


def route_report(
    context: PageContext, routes: Routes, chosen: Route | None, press: Press
) -> tuple[Sheet, ...]:
    """Return the sheets of the routes found; `chosen` is told in full, the fastest where None."""
    texts = context.texts
    target = role_name(routes.query.target, context.catalogue, texts)
    title = texts.tr("Ways to {role}", role=target)

    def add(flow: Flow) -> None:
        flow.text(day_words(context), size=SMALL, colour="text-quiet")
        add_routes(flow, context, routes, chosen, press)

    return person_report(context, press, title, add)


def add_routes(
    flow: Flow, context: PageContext, routes: Routes, chosen: Route | None, press: Press
) -> None:
    """Set all that is told of the routes found, below whatever heading it stands."""
    texts = context.texts
    target = role_name(routes.query.target, context.catalogue, texts)
    if restricted := query_words(routes.query, context.catalogue, texts):
        flow.text(DOT.join(restricted), colour="text-quiet")
    flow.space(10)
    if not routes.routes:
        _add_obstacles(flow, routes, context)
    else:
        route = chosen or routes.fastest
        if route.moves:
            _add_route(flow, routes, route, context, press)
        else:
            flow.text(texts.tr("{role} is the present role.", role=target), bold=True)
    _add_rule(flow, routes, texts)


def _add_obstacles(flow: Flow, routes: Routes, context: PageContext) -> None:
    texts = context.texts
    target = role_name(routes.query.target, context.catalogue, texts)
    flow.text(texts.tr("There is no way to {role}.", role=target), size=_VERDICT, bold=True)
    for obstacle in routes.obstacles:
        flow.space(6)
        flow.text(obstacle_words(obstacle, context.catalogue, texts), keep=SMALL * LEADING)
        flow.text(obstacle_remedy(obstacle, texts), size=SMALL, colour="text-quiet")


def _add_route(
    flow: Flow, routes: Routes, route: Route, context: PageContext, press: Press
) -> None:
    texts, catalogue = context.texts, context.catalogue
    skills = step_skills(catalogue, routes.standing, route)
    flow.text(figures_words(route, texts), size=_VERDICT, bold=True)
    names = distinctions(route, routes, texts)
    middle = texts.tr("{years} by the middle of the usual years", years=middle_words(route, texts))
    flow.text(DOT.join((*names, arrival_words(route, texts), middle)), bold=True)
    flow.text(way_words(route, catalogue, texts), colour="text-quiet")
    for words in caveats(route, skills, catalogue, texts):
        flow.text(words, size=SMALL, colour="warning")
    flow.space(10)
    searched = complete_words(routes, texts)
    is_only = len(routes.routes) == 1
    lines = len(flow.lines(searched, flow.width, SMALL)) if is_only else 0
    _add_chart(flow, routes, route, context, press, below=4 + lines * SMALL * LEADING)
    if not is_only:
        _add_comparison(flow, routes, route, context)
    flow.space(4)
    flow.text(searched, size=SMALL, colour="text-quiet")
    for number, (step, becomes) in enumerate(zip(route.steps, skills, strict=True), start=1):
        flow.space(12)
        heading = step_heading(number, step, catalogue, texts)
        flow.text(heading, size=HEADING, bold=True, keep=SMALL * LEADING + 4 + _TABLE_BEGINS)
        flow.text(step_facts(step, becomes, texts), size=SMALL, colour="text-quiet")
        flow.space(4)
        _add_skills(flow, becomes, catalogue, texts)


def _add_chart(
    flow: Flow, routes: Routes, route: Route, context: PageContext, press: Press, *, below: float
) -> None:
    """Set the chart, lower on closer pages and where else the words `below` it would go over."""
    style = chart_style(press.colour, 0, press.families, body=_CHART_BODY, width_of=press.measure)
    what = (route, routes.standing, context.catalogue, context.texts, style, press.colour)
    needed = route_chart_height(*what, flow.paper.inner_width)
    usual = min(_TALLEST_CHART, needed)
    height = usual * max(_LEAST_SHARE, flow.closeness)
    if _LEAST_SHARE * usual <= flow.room - below < height:
        height = flow.room - below
    least = flow.least_of_chart(_LEAST_SHARE * usual)
    flow.charts((partial(route_chart, *what),), height, least=least)


def _add_comparison(flow: Flow, routes: Routes, route: Route, context: PageContext) -> None:
    texts, catalogue, width = context.texts, context.catalogue, flow.paper.inner_width
    tr = texts.tr
    columns = [
        Column(tr("Route"), width - _YEARS - _HOURS - _MOVES - _ARRIVAL),
        Column(tr("Years"), _YEARS, "right"),
        Column(tr("Hours"), _HOURS, "right"),
        Column(tr("Moves"), _MOVES, "right"),
        Column(tr("Arrival"), _ARRIVAL, "right"),
    ]
    rows = [
        [
            Cell(
                route_title(one, routes, texts),
                way_words(one, catalogue, texts),
                bold=one is route,
            ),
            Cell(interval_words(one, texts), bold=one is route),
            Cell(hours_words(one.hours, texts), bold=one is route),
            Cell(texts.number(one.moves, 0), bold=one is route),
            Cell(arrival_years(one.earliest, one.latest, texts), bold=one is route),
        ]
        for one in routes.routes
    ]
    flow.space(12)
    heading = tr("Every way that no other one beats in years, hours and moves")
    flow.text(heading, size=HEADING, bold=True, keep=_TABLE_BEGINS)
    flow.space(4)
    flow.table(columns, rows)


def _add_skills(flow: Flow, becomes: StepSkills, catalogue: Catalogue, texts: Texts) -> None:
    """Set the four columns as one table; a long column goes on over its rows."""
    lists = (becomes.keep, becomes.raised, becomes.learn, becomes.leave)
    with_levels = (False, True, True, False)
    headings = (
        keep_words(len(becomes.keep), texts),
        raise_words(len(becomes.raised), texts),
        learn_words(len(becomes.learn), texts),
        leave_words(len(becomes.leave), texts),
    )
    count = max(map(len, lists))
    rows = [
        [
            _skill_cell(skills, row, catalogue, texts, levels=levels)
            for skills, levels in zip(lists, with_levels, strict=True)
        ]
        for row in range(count)
    ]
    bare = [Column(heading, 0.0) for heading in headings]
    needed = [
        max(
            flow.measure(column.heading, SMALL, True),
            *(flow.measure(row[place].text, BODY, False) for row in rows),
            *(flow.measure(row[place].note, SMALL, False) for row in rows),
        )
        - column.room
        + _BETWEEN
        for place, column in enumerate(bare)
    ]
    sets = [
        [replace(one, width=width) for one, width in zip(bare, widths, strict=True)]
        for widths in _ways_to_share(flow.paper.inner_width, needed)
    ]
    flow.table(min(sets, key=lambda columns: _height(flow, columns, rows)), rows)


def _height(flow: Flow, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> float:
    trial = flow.trial(flow.paper.inner_width)
    before = trial.y
    trial.table(columns, rows)
    return trial.y - before


def _ways_to_share(whole: float, needed: Sequence[float]) -> Iterator[list[float]]:
    """Yield fair parts of a width, then for each part those where it gets its need first."""
    yield _shared(whole, needed)
    for place, most in enumerate(needed):
        own = min(most, whole / 2)
        others = _shared(whole - own, [*needed[:place], *needed[place + 1 :]])
        yield [*others[:place], own, *others[place:]]


def _shared(whole: float, needed: Sequence[float]) -> list[float]:
    """Return the parts of a width: what is needed, or where that is too much a fair share of it."""
    left, parts = whole, [0.0] * len(needed)
    for count, place in enumerate(sorted(range(len(needed)), key=needed.__getitem__)):
        parts[place] = min(needed[place], left / (len(needed) - count))
        left -= parts[place]
    return [part + left / len(needed) for part in parts]


def _skill_cell(
    skills: Sequence[StepSkill], row: int, catalogue: Catalogue, texts: Texts, *, levels: bool
) -> Cell:
    if row >= len(skills):
        return Cell()
    one = skills[row]
    note = skill_note(one, texts) if levels else ""
    return Cell(skill_words(one, catalogue, texts, levels=levels), note)


def _add_rule(flow: Flow, routes: Routes, texts: Texts) -> None:
    standing = routes.standing
    flow.space(14)
    flow.text(texts.tr("How routes are counted"), size=HEADING, bold=True, keep=40)
    for words in (*route_rule(standing.hours_a_week, texts), arrival_rule(standing, texts)):
        flow.space(3)
        flow.text(words, size=SMALL, colour="text-quiet")
