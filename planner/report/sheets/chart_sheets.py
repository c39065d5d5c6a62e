"""The sheets of a chart: on one page, or on as many as a poster takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.core.errors import PlannerError
from planner.report.map.part import part_of
from planner.report.map.state import map_state
from planner.report.pages import PageContext, Press, notice_words, shortened, standing_words
from planner.report.paper.black_and_white import in_black_and_white
from planner.report.paper.chart_options import ChartOptions
from planner.report.paper.flow import Sheet
from planner.report.sheets.career_path import Stop, When, career_path
from planner.report.sheets.chart_notes import chart_notes, cut_names_words
from planner.report.sheets.chart_page import (
    Heading,
    best_arrangement,
    can_be_read,
    chart_page,
    document_title,
    least_text,
)
from planner.report.sheets.chart_subject import chart_subject
from planner.report.sheets.map_chart import MapChart, map_chart
from planner.report.sheets.map_page import map_heading, map_page
from planner.report.sheets.path_chart import PathChart
from planner.report.sheets.picture import Board
from planner.report.sheets.poster_sheets import Poster, merit, poster_of, poster_sheets
from planner.report.sheets.sheet_ways import on_one_sheet

# A path that is so large, in points a unit, needs no more rows.
_ENOUGH = 0.8
# So many letters of a title stand above a poster, and of each line below it.
_MOST_TITLE, _MOST_BELOW = 80, 200


def map_sheets(context: PageContext, options: ChartOptions, press: Press) -> tuple[Sheet, ...]:
    """Return the sheets of a map; raise PlannerError where the options cannot be met."""
    if options.fit == "page":
        sheets = map_page(context, press, options=on_one_sheet(context.paper, options))
        if sheets:
            return sheets
        options = _as_one_sheet(options)
    subject = chart_subject(context, options)
    heading = map_heading(subject, context)
    chart = map_chart(subject, context, options, press)
    poster = _poster(chart, heading, chart.notes(), context, options, press)
    return poster_sheets(poster, press)


def path_sheets(context: PageContext, options: ChartOptions, press: Press) -> tuple[Sheet, ...]:
    """Return the sheets of a person's path; raise PlannerError where the options cannot be met."""
    usual = options
    if options.fit == "page":
        options = on_one_sheet(context.paper, options)
    stops = career_path(context, options.roles, is_blank=options.is_blank)
    heading, notes = _path_heading(stops, context, options), _path_notes(stops, context, options)
    person = None if options.is_blank else context.person
    state = map_state(context.graph, person, {} if person is None else context.gaps, context.as_of)
    charts = [
        PathChart(
            stops=stops,
            state=state,
            context=context,
            options=options,
            press=press,
            per_row=per_row,
        )
        for per_row in range(1, len(stops) + 1)
    ]
    notes += cut_names_words(charts[0].cut_names, context)
    if options.fit == "page":
        sheets = _path_page(charts, heading, notes, context, options, press)
        if sheets:
            return sheets
        options = _as_one_sheet(usual)
        charts = [replace(chart, options=options) for chart in charts]
    refused: PlannerError | None = None
    posters = []
    for chart in charts:
        try:
            posters.append(_poster(chart, heading, notes, context, options, press))
        except PlannerError as error:
            refused = refused or error
    if not posters:
        assert refused is not None, "one way to fold it at least was tried"
        raise refused
    # A path as wide as one sheet is folded so that it takes the fewest of them.
    weighed = replace(options, fit="true") if options.fit == "width" else options
    return poster_sheets(max(posters, key=lambda poster: merit(poster.plan, weighed)), press)


def _as_one_sheet(options: ChartOptions) -> ChartOptions:
    """Return a poster of one sheet: it is refused, with its remedy, as any that is too small."""
    return replace(options, fit="poster", columns=1, rows=1)


def _path_page(
    charts: Sequence[PathChart],
    heading: Heading,
    notes: Sequence[str],
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> tuple[Sheet, ...]:
    """Return a path folded into as many rows as make it largest on one sheet.

    There is none where it could not be read.
    """
    found = []
    for chart in charts:
        drawing = chart.whole()
        if options.style == "bw":
            drawing = in_black_and_white(drawing)
        best = best_arrangement(drawing, heading, (notes, notes), context, options, press)
        enough = round(min(best.scale, _ENOUGH * options.growth), 2)
        found.append((enough, not best.is_apart, chart.per_row, drawing, best))
    *_, drawing, best = max(found, key=lambda one: one[:3])
    if not can_be_read(best.scale * least_text(drawing), options):
        return ()
    return chart_page(drawing, best, heading, context, options, press)


def _path_heading(stops: Sequence[Stop], context: PageContext, options: ChartOptions) -> Heading:
    texts = context.texts
    catalogue = texts.pick(context.catalogue.head.title)
    document = texts.tr("Career path: {title}", title=catalogue)
    if not options.is_blank:
        title = texts.tr("The path of {name}", name=context.person.name)
        return Heading(title=title, below=standing_words(context), document=document)
    first, last = (
        texts.pick(context.catalogue.role(stop.role).name) for stop in (stops[0], stops[-1])
    )
    title = texts.tr("{from_role} → {to_role}", from_role=first, to_role=last)
    return Heading(title=title if len(stops) > 1 else first, below="", document=document)


def _path_notes(stops: Sequence[Stop], context: PageContext, options: ChartOptions) -> list[str]:
    """Return what the years rest on, why nothing lies ahead, and the sources."""
    texts, catalogue = context.texts, context.catalogue
    notes = []
    ahead = [stop for stop in stops if stop.when is When.AHEAD]
    target = context.person.target
    if ahead and not options.is_blank:
        notes.append(
            texts.tr(
                "The years ahead are the usual years before each move, less the time already "
                "served, or the time that learning takes at {hours} hours a week, whichever is "
                "longer.",
                hours=texts.number(context.person.hours_a_week, 1),
            )
        )
    elif not ahead and not target:
        notes.append(texts.tr("No target is set, so nothing lies ahead yet."))
    elif not ahead and not any(stop.is_target for stop in stops):
        notes.append(texts.tr("No move leads on to the target."))
    moves = tuple(stop.move for stop in stops if stop.move is not None)
    part = replace(part_of(catalogue, {stop.role for stop in ahead}), moves=moves)
    is_blank = options.is_blank or not ahead
    return notes + chart_notes(part, moves, context, is_brief=True, is_blank=is_blank)


def _poster(
    chart: MapChart | PathChart,
    heading: Heading,
    notes: Sequence[str],
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> Poster:
    notice = notice_words(context)
    board = Board(
        chart=chart,
        title=shortened(heading.title, _MOST_TITLE),
        below=[
            shortened(line, _MOST_BELOW)
            for line in (heading.below, _catalogue_words(context))
            if line
        ],
        notes=[*notes, *([notice] if notice else [])],
        measure=press.measure,
    )
    return poster_of(
        board,
        chart.sizes,
        context,
        options,
        document=document_title(heading, context),
        name=heading.title,
    )


def _catalogue_words(context: PageContext) -> str:
    """Return the catalogue with its version, and the day of printing."""
    texts, head = context.texts, context.catalogue.head
    catalogue = texts.tr(
        "Catalogue: {title}, version {version}",
        title=shortened(texts.pick(head.title), _MOST_TITLE),
        version=head.version,
    )
    day = texts.date(context.today).replace(" ", "\u00a0")
    printed = texts.tr("printed on {day}", day=day)
    return texts.tr("{standing} · {which}", standing=catalogue, which=printed)
