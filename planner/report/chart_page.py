"""A chart on one sheet: its heading, the drawing as large as can be, and its notes around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from planner.report.black_and_white import in_black_and_white
from planner.report.chart_options import ChartOptions
from planner.report.drawing import Drawing, Words
from planner.report.flow import (
    BODY,
    LEADING,
    SMALL,
    Flow,
    PlacedChart,
    PlacedDrawing,
    Running,
    Sheet,
)
from planner.report.pages import PageContext, Press, notice_words, running
from planner.report.papers import Paper
from planner.report.sheet_ways import sheet_ways

if TYPE_CHECKING:
    from planner.charts.canvas import Chart

# Of a drawing that is not large, in points a scene unit, on A4.
_LARGEST_SCALE = 1.0
# The column of notes beside a drawing, and the gap before it.
_COLUMN, _GAP = 150.0, 16.0
# Between a drawing and notes below it.
_NOTES_GAP = 12.0
_MOST_STANDING_LINES = 6
# Where the notes in full would make the map smaller than this part of what it could be, the brief
# ones stand.
_WORTH_NAMING = 0.8
# A sheet that is the drawing's alone has narrower margins, and a heading of one line.
_NARROW = 36.0
_HEADING = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a chart: its title, the line below, and the title of the document."""

    title: str
    below: str
    document: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which way a sheet is held, which notes stand where on it, and the scale that is left."""

    paper: Paper
    is_beside: bool
    notes: Sequence[str]
    notes_height: float
    scale: float
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
    the notes get a sheet of their own.
    """
    papers = sheet_ways(context.paper, options)
    full, brief = (
        max(
            (
                _arranged(paper, is_beside, drawing, heading, some, context, options, press)
                for paper, is_beside in product(papers, (False, True))
            ),
            key=lambda arrangement: arrangement.scale,
        )
        for some in notes
    )
    found = full if full.scale > _WORTH_NAMING * brief.scale else brief
    if can_be_read(found.scale * least_text(drawing), options):
        return found
    if can_be_read(brief.scale * least_text(drawing), options):
        return brief
    apart = max(
        (_apart(paper, drawing, heading, notes[0], context, options, press) for paper in papers),
        key=lambda arrangement: arrangement.scale,
    )
    if can_be_read(apart.scale * least_text(drawing), options) and apart.scale > found.scale:
        return apart
    return found


def chart_page(
    drawing: Drawing,
    best: Arrangement,
    heading: Heading,
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> tuple[Sheet, ...]:
    """Return the sheet of a chart, and one of its notes where these stand apart."""
    flow = _headed(best.paper, heading, context, press, is_brief=best.is_apart)
    left, top, width = best.paper.margin, flow.y, best.paper.inner_width
    if best.is_beside:
        width -= _COLUMN + _GAP
        flow.indent = width + _GAP
    else:
        room = flow.room - (0 if best.is_apart else best.notes_height)
        left += (width - drawing.width * best.scale) / 2
        top += (room - drawing.height * best.scale) / 2
        flow.space(room)
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


def chart_running(document: str, context: PageContext, options: ChartOptions) -> Running:
    """Return the lines above and below the sheets of a chart; a blank one names nobody."""
    lines = running(document, context)
    return replace(lines, above=(document, lines.above[1])) if options.is_blank else lines


def _headed(
    paper: Paper, heading: Heading, context: PageContext, press: Press, *, is_brief: bool = False
) -> Flow:
    lines = running(heading.document, context)
    if not heading.below or context.person.name not in heading.title:
        lines = replace(lines, above=(heading.document, lines.above[1]))
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
    is_beside: bool,
    drawing: Drawing,
    heading: Heading,
    notes: Sequence[str],
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> Arrangement:
    flow = _headed(paper, heading, context, press)
    notes = _with_notice(notes, flow, context)
    room, width = flow.room, paper.inner_width
    if is_beside:
        width -= _COLUMN + _GAP
        flow.indent = width + _GAP
    if width <= 0:
        return Arrangement(paper, is_beside, notes, 0.0, 0.0)
    before = flow.y
    for note in notes:
        flow.text(note, size=SMALL, colour="text-quiet")
        flow.space(4)
    fits = flow.page_count == 1
    height = flow.y - before + _NOTES_GAP
    if not is_beside:
        room -= height
    largest = _LARGEST_SCALE * options.enlargement
    scale = min(largest, width / drawing.width, room / drawing.height)
    return Arrangement(paper, is_beside, notes, height, max(scale, 0.0) if fits else 0.0)


def _apart(
    paper: Paper,
    drawing: Drawing,
    heading: Heading,
    notes: Sequence[str],
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> Arrangement:
    """Return the arrangement with the sheet for the drawing alone, and the notes on the next."""
    narrow = replace(paper, margin=min(paper.margin, _NARROW))
    flow = _headed(narrow, heading, context, press, is_brief=True)
    notes = _with_notice(notes, flow, context)
    largest = _LARGEST_SCALE * options.enlargement
    scale = min(largest, narrow.inner_width / drawing.width, (flow.room - LEADING) / drawing.height)
    return Arrangement(narrow, False, notes, 0.0, scale, is_apart=True)


def _with_notice(notes: Sequence[str], flow: Flow, context: PageContext) -> Sequence[str]:
    """Return notes with the whole of a notice that is cut at the foot of the sheet."""
    return [*notes, notice_words(context)] if flow.is_foot_cut else notes
