"""A chart on one sheet: its heading, the drawing as large as can be, and its notes around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from planner.core.text import in_line
from planner.report.drawing import Drawing, Words
from planner.report.pages import PageContext, Press, running
from planner.report.paper.black_and_white import in_black_and_white
from planner.report.paper.chart_options import ChartOptions
from planner.report.paper.flow import (
    BODY,
    LEADING,
    SMALL,
    Flow,
    PlacedChart,
    PlacedDrawing,
    Sheet,
)
from planner.report.paper.papers import Paper
from planner.report.paper.running_lines import Running
from planner.report.sheets.sheet_ways import sheet_ways

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart

# Of a drawing that is not large, in points a scene unit, on A4.
_LARGEST_SCALE = 1.0
# The column of notes beside a drawing, and the gap before it; both where there is little room.
_COLUMN, _GAP = 150.0, 16.0
_NARROW_COLUMN, _NARROW_GAP = 130.0, 12.0
# Between a drawing and notes below it.
_NOTES_GAP = 12.0
_MOST_STANDING_LINES = 6
# Where the notes in full would make the map smaller than this part of what it could be, the brief
# ones stand.
_WORTH_NAMING = 0.8
# Where there is little room the margins are narrower, and the heading is one line.
_NARROW = 32.0
_HEADING = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a chart: its title, the line below, and the title of the document."""

    title: str
    below: str
    document: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which way a sheet is held, which notes stand where on it, and the scale that is left.

    `column` is the width of the notes beside the drawing with the gap before them, 0 for none. On a
    tight sheet margins and heading are small; notes that stand apart get a sheet of their own.
    """

    paper: Paper
    column: float
    notes: Sequence[str]
    notes_height: float
    scale: float
    is_tight: bool = False
    is_apart: bool = False


def least_text(drawing: Drawing) -> float:
    """Return the size of the smallest text of a drawing, in its units."""
    return min((shape.size for shape in drawing.shapes if isinstance(shape, Words)), default=BODY)


def can_be_read(size: float, options: ChartOptions) -> bool:
    """Whether text of this size on unmagnified paper is as large as it must be."""
    return size * options.larger >= options.least_text - 1e-9


def best_arrangement(
    drawing: Drawing,
    heading: Heading,
    notes: tuple[Sequence[str], Sequence[str]],
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> Arrangement:
    """Return the arrangement in which the drawing is largest, with full notes if they fit.

    `notes` are the full and the brief ones. Where the text would be too small beside any of them,
    the sheet gets tight, then the notes become one paragraph below, and at last they get a sheet
    of their own.
    """
    papers = sheet_ways(context.paper, options)
    tight = [replace(paper, margin=min(paper.margin, _NARROW)) for paper in papers]

    def best(ways: Iterable[Arrangement]) -> Arrangement:
        return max(ways, key=lambda arrangement: arrangement.scale)

    def is_readable(arrangement: Arrangement) -> bool:
        return can_be_read(arrangement.scale * least_text(drawing), options)

    full, brief = (
        best(
            _arranged(paper, column, drawing, heading, some, context, options, press)
            for paper, column in product(papers, (0.0, _COLUMN + _GAP))
        )
        for some in notes
    )
    usual = full if full.scale > _WORTH_NAMING * brief.scale else brief
    column = _NARROW_COLUMN + _NARROW_GAP
    closer = (
        best(
            _arranged(paper, column, drawing, heading, some, context, options, press, is_tight=True)
            for paper in tight
        )
        for some in notes
    )
    joined = (
        best(
            _arranged(
                paper,
                0.0,
                drawing,
                heading,
                [in_line(some, context.texts)],
                context,
                options,
                press,
                is_tight=True,
            )
            for paper in tight
        )
        for some in notes
    )
    apart = best(
        _apart(paper, drawing, heading, notes[0], context, options, press) for paper in tight
    )
    return next(filter(is_readable, (usual, brief, *closer, *joined, apart)), usual)


def chart_page(
    drawing: Drawing,
    best: Arrangement,
    heading: Heading,
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> tuple[Sheet, ...]:
    """Return the sheet of a chart, and one of its notes where these stand apart."""
    flow = _headed(best.paper, heading, context, press, is_brief=best.is_tight)
    left, top, width = best.paper.margin, flow.y, best.paper.inner_width
    if best.column:
        width -= best.column
        flow.indent = width + _gap(best.column)
    else:
        room = flow.room - (0 if best.is_apart else best.notes_height)
        left += (width - drawing.width * best.scale) / 2
        top += (room - drawing.height * best.scale) / 2
        flow.space(room if best.is_apart else room + _NOTES_GAP)
    if best.is_apart:
        flow.need(flow.room + 1)
        flow.text(context.texts.tr("Notes"), size=_HEADING, bold=True)
        flow.space(4)
    for note in best.notes:
        size = BODY if best.is_apart else SMALL
        flow.text(note, size=size, colour="text-quiet")
        flow.space(4)
    first, *others = flow.sheets()
    on_sheet = PlacedDrawing(drawing, left, top, best.scale)
    sheets = (replace(first, drawings=(on_sheet,)), *others)
    return tuple(in_style(sheet, options) for sheet in sheets)


def in_style(sheet: Sheet, options: ChartOptions, *, patterned: bool = False) -> Sheet:
    """Return a sheet magnified, and in the colours of its style.

    Where `patterned`, the maps on it get the patterns that stand for colours too.
    """
    if options.theme != sheet.theme:
        sheet = replace(sheet, theme=options.theme)
    if patterned and options.style == "bw":
        maps = (in_black_and_white(placed.drawing) for placed in sheet.drawings)
        placed_maps = zip(sheet.drawings, maps, strict=True)
        sheet = replace(sheet, drawings=tuple(replace(one, drawing=m) for one, m in placed_maps))
    times = options.larger
    if times == 1:
        return sheet
    own = Drawing(sheet.width, sheet.height, sheet.shapes)
    drawings = tuple(
        replace(placed, x=placed.x * times, y=placed.y * times, scale=placed.scale * times)
        for placed in sheet.drawings
    )
    return replace(
        sheet,
        width=sheet.width * times,
        height=sheet.height * times,
        shapes=(),
        drawings=(*drawings, PlacedDrawing(own, 0.0, 0.0, times)),
        charts=tuple(_magnified(chart, times) for chart in sheet.charts),
        anchors=tuple(replace(anchor, y=anchor.y * times) for anchor in sheet.anchors),
        links=tuple(
            replace(
                link,
                x=link.x * times,
                y=link.y * times,
                width=link.width * times,
                height=link.height * times,
            )
            for link in sheet.links
        ),
    )


def _magnified(chart: PlacedChart, times: float) -> PlacedChart:
    """Return a chart so many times larger, its letters and lines too."""

    def figure(width: float, height: float) -> Chart:
        # Whoever paints it brings it to the size of its place.
        return chart.figure(width / times, height / times)

    return PlacedChart(
        chart.x * times, chart.y * times, chart.width * times, chart.height * times, figure
    )


def document_title(heading: Heading, context: PageContext) -> str:
    """Return the title of a chart's document, with the person if it is about one."""
    if not heading.below or context.person.name not in heading.title:
        return heading.document
    return running(heading.document, context).above[0]


def chart_running(title: str, context: PageContext) -> Running:
    """Return the lines above and below the sheets of a chart with this title of its document."""
    lines = running(title, context)
    return _where_notes_are(replace(lines, above=(title, lines.above[1])), context)


def _where_notes_are(lines: Running, context: PageContext) -> Running:
    return replace(lines, where=context.texts.tr("full source note in the notes"))


def _headed(
    paper: Paper, heading: Heading, context: PageContext, press: Press, *, is_brief: bool = False
) -> Flow:
    lines = _where_notes_are(running(heading.document, context), context)
    lines = replace(lines, above=(document_title(heading, context), lines.above[1]))
    flow = Flow(paper, press.measure, lines)
    if is_brief:
        width = press.measure(heading.title, _HEADING, True) + _GAP
        is_one_line = width + press.measure(heading.below, BODY, False) <= paper.inner_width
        y = flow.y
        flow.text(heading.title, size=_HEADING, bold=True, most=2)
        if heading.below and is_one_line:
            baseline = y + _HEADING * 0.98
            flow.add(Words(paper.margin + width, baseline, heading.below, BODY, "text-quiet"))
        elif heading.below:
            flow.text(heading.below, colour="text-quiet", most=2)
        flow.space(2)
        return flow
    flow.title(heading.title)
    if heading.below:
        flow.text(heading.below, colour="text-quiet", most=_MOST_STANDING_LINES)
    flow.space(6)
    return flow


def _arranged(
    paper: Paper,
    column: float,
    drawing: Drawing,
    heading: Heading,
    notes: Sequence[str],
    context: PageContext,
    options: ChartOptions,
    press: Press,
    *,
    is_tight: bool = False,
) -> Arrangement:
    flow = _headed(paper, heading, context, press, is_brief=is_tight)
    notes = _with_notice(notes, flow)
    room, width = flow.room, paper.inner_width - column
    if column:
        flow.indent = width + _gap(column)
    if width <= 0:
        return Arrangement(paper, column, notes, 0.0, 0.0)
    before = flow.y
    for note in notes:
        flow.text(note, size=SMALL, colour="text-quiet")
        flow.space(4)
    fits = flow.page_count == 1
    height = flow.y - before + _NOTES_GAP
    if not column:
        room -= height
    largest = _LARGEST_SCALE * options.growth
    scale = max(min(largest, width / drawing.width, room / drawing.height), 0.0)
    return Arrangement(paper, column, notes, height, scale if fits else 0.0, is_tight)


def _gap(column: float) -> float:
    """Return the gap before the notes in a column."""
    return _NARROW_GAP if column < _COLUMN else _GAP


def _apart(
    paper: Paper,
    drawing: Drawing,
    heading: Heading,
    notes: Sequence[str],
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> Arrangement:
    """Return a tight sheet for the drawing alone, the notes being on the next one."""
    flow = _headed(paper, heading, context, press, is_brief=True)
    notes = _with_notice(notes, flow)
    largest = _LARGEST_SCALE * options.growth
    scale = min(largest, paper.inner_width / drawing.width, (flow.room - LEADING) / drawing.height)
    return Arrangement(paper, 0.0, notes, 0.0, scale, is_tight=True, is_apart=True)


def _with_notice(notes: Sequence[str], flow: Flow) -> Sequence[str]:
    """Return notes with what the foot of the sheet leaves out."""
    return [*notes, flow.untold] if flow.untold else notes
