"""The map on one sheet of paper: as much of it as can be read there, with its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.core.boxes import Layout
from planner.core.model import Move
from planner.core.text import Message, message
from planner.report.drawing import Drawing
from planner.report.map.map_drawing import MapDrawing, map_drawing
from planner.report.map.roles import SMALL as SMALL_ON_MAP
from planner.report.pages import PageContext, Press
from planner.report.paper.black_and_white import in_black_and_white
from planner.report.paper.chart_options import ChartOptions
from planner.report.paper.flow import Sheet
from planner.report.sheets.chart_notes import (
    chart_notes,
    cut_names,
    cut_names_words,
    moves_on_paper,
    part_words,
)
from planner.report.sheets.chart_page import (
    Arrangement,
    Heading,
    best_arrangement,
    can_be_read,
    chart_page,
    least_text,
)
from planner.report.sheets.chart_subject import Part, Subject, chart_subject
from planner.report.sheets.map_layouts import layouts_to_try, scale_at_best

AS_USUAL = ChartOptions()


def map_page(
    context: PageContext,
    press: Press,
    placed: Layout | None = None,
    options: ChartOptions = AS_USUAL,
) -> tuple[Sheet, ...]:
    """Return the sheet of a map, held and arranged so that the map is largest.

    Of a framework too large to be read on it the sheet shows a part, and says which; where notes
    would make the map too small they stand on a second sheet. There is no sheet where nothing that
    was asked for could be read. `placed` is the layout of the whole where that is known already.
    """
    subject = chart_subject(context, options)
    heading = map_heading(subject, context)
    found = _largest_readable(subject, heading, context, options, press, placed)
    if found is None:
        return ()
    part, drawing, best, heading = found
    first, *others = chart_page(drawing, best, heading, context, options, press)
    which = _which(part, subject, context)
    if which:
        which = message("{which} Larger paper or a poster shows more.", which=which)
    return (replace(first, remark=which), *others)


def map_heading(subject: Subject, context: PageContext) -> Heading:
    """Return what stands above a map."""
    texts = context.texts
    title = texts.tr("Career map: {title}", title=texts.pick(context.catalogue.head.title))
    return Heading(title=subject.title, below=subject.below, document=title)


def _largest_readable(
    subject: Subject,
    heading: Heading,
    context: PageContext,
    options: ChartOptions,
    press: Press,
    whole: Layout | None,
) -> tuple[Part, Drawing, Arrangement, Heading] | None:
    """Return as much as can be read on the sheet, its drawing, and its heading.

    The notes of a part stand apart where no layout of it leaves room for them.
    """
    found = with_notes_apart = None
    for part, placed in layouts_to_try(context, subject, options, press, whole):
        if with_notes_apart and with_notes_apart[0] is not part:
            break
        if found and not can_be_read(
            SMALL_ON_MAP * scale_at_best(placed, context, options), options
        ):
            continue
        moves = moves_on_paper(part.catalogue.moves, subject.state)
        made = map_drawing(
            part.catalogue, placed, subject.state, context.texts, press.measure, moves=moves
        )
        drawing = made.whole()
        if options.style == "bw":
            drawing = in_black_and_white(drawing)
        notes = _notes(part, made, moves, subject, context, options)
        own = _heading_of(part, heading, context)
        best = best_arrangement(drawing, own, notes, context, options, press)
        tried = part, drawing, best, own
        if can_be_read(best.scale * least_text(drawing), options):
            if not best.is_apart:
                return tried
            with_notes_apart = with_notes_apart or tried
        if found is None or found[0] is not part or best.scale > found[2].scale:
            found = tried
    if with_notes_apart:
        return with_notes_apart
    if found is None or found[2].scale > 0:
        return None
    part, drawing, _, own = found
    drawing, best = _without_notes(drawing, own, context, options, press)
    is_readable = can_be_read(best.scale * least_text(drawing), options)
    return (part, drawing, best, own) if is_readable else None


def _which(part: Part, subject: Subject, context: PageContext) -> Message | None:
    """Return which part is drawn, None where it is all that was asked for."""
    if part.which is None:
        return None
    has_target = bool(subject.state.target)
    return part_words(part.catalogue, part.which, context, has_target=has_target)


def _heading_of(part: Part, heading: Heading, context: PageContext) -> Heading:
    """Return the heading, with how many roles are drawn where they are not all asked for."""
    if not part.which:
        return heading
    texts = context.texts
    count = texts.tr(
        "{count} of {all} roles",
        count=len(part.catalogue.roles),
        all=len(context.catalogue.roles),
    )
    below = texts.tr("{standing} · {which}", standing=heading.below, which=count)
    return replace(heading, below=below if heading.below else count)


def _without_notes(
    drawing: Drawing, heading: Heading, context: PageContext, options: ChartOptions, press: Press
) -> tuple[Drawing, Arrangement]:
    """Return the drawing on a sheet that has no room for any notes but the one that says so."""
    words = [context.texts.tr("The notes have no room on this paper.")]
    return drawing, best_arrangement(drawing, heading, (words, words), context, options, press)


def _notes(
    part: Part,
    made: MapDrawing,
    moves: Sequence[Move],
    subject: Subject,
    context: PageContext,
    options: ChartOptions,
) -> tuple[list[str], list[str]]:
    """Return the full and the brief notes."""
    told = _which(part, subject, context)
    which = context.texts.word(told) if told else ""
    names = cut_names_words(cut_names(made), context)
    full, brief = (
        chart_notes(
            part.catalogue,
            moves,
            context,
            is_brief=is_brief,
            is_blank=options.is_blank,
            which=which,
        )
        for is_brief in (False, True)
    )
    return [*full, *names], [*brief, *names]
