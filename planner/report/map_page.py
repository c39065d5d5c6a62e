"""The map on one sheet of paper: the drawing fitted to it, its rule and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from planner.core.layout import Layout
from planner.core.model import Move
from planner.report.drawing import Drawing
from planner.report.flow import SMALL, TITLE, Flow, Paper, PlacedDrawing, Sheet
from planner.report.map_drawing import MOST_MOVES, map_drawing
from planner.report.map_state import MapState, map_state
from planner.report.map_words import source_words
from planner.report.pages import (
    PageContext,
    Press,
    day_words,
    readiness_rule,
    running,
    standing_words,
)

# So many moves of the article are named one by one; more are counted.
_MOST_NAMED = 16
_LARGEST_SCALE = 1.0
# The column of notes beside a drawing, and the gap before it.
_COLUMN, _GAP = 150.0, 16.0


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """Which way a sheet is held, where its notes stand, and the scale that is left."""

    paper: Paper
    is_beside: bool
    notes_height: float
    scale: float


def map_page(context: PageContext, layout: Layout, press: Press) -> tuple[Sheet, ...]:
    """Return the one sheet of a person's map, held and arranged so that the map is largest."""
    texts, catalogue = context.texts, context.catalogue
    state = map_state(context.graph, context.person, context.gaps, context.as_of)
    moves = moves_on_paper(catalogue.moves, state)
    drawing = map_drawing(catalogue, layout, state, texts, press.measure, moves=moves).whole()
    notes = _notes(moves, context)
    best = max(
        (
            _arranged(paper, is_beside, drawing, notes, context, press)
            for paper in (context.sheet, context.sheet.turned())
            for is_beside in (False, True)
        ),
        key=lambda arrangement: arrangement.scale,
    )
    flow = _headed(best.paper, context, press)
    left, top, width = best.paper.margin, flow.y, best.paper.inner_width
    room = flow.room - (0 if best.is_beside else best.notes_height)
    if best.is_beside:
        width -= _COLUMN + _GAP
        flow.indent = width + _GAP
    else:
        left += (width - drawing.width * best.scale) / 2
        top += (room - drawing.height * best.scale) / 2
        flow.space(room)
    _add_notes(flow, notes)
    (sheet,) = flow.sheets()
    placed = PlacedDrawing(drawing, left, top, best.scale)
    return (Sheet(width=sheet.width, height=sheet.height, shapes=sheet.shapes, drawings=(placed,)),)


def _headed(paper: Paper, context: PageContext, press: Press) -> Flow:
    texts = context.texts
    title = texts.tr("Career map: {title}", title=texts.pick(context.catalogue.head.title))
    flow = Flow(paper, press.measure, running(title, context))
    name = texts.tr("Where {name} can go", name=context.person.name)
    flow.text(name, size=TITLE, bold=True)
    flow.text(standing_words(context), colour="text-quiet")
    flow.space(6)
    return flow


def _arranged(
    paper: Paper,
    is_beside: bool,
    drawing: Drawing,
    notes: Sequence[str],
    context: PageContext,
    press: Press,
) -> _Arrangement:
    flow = _headed(paper, context, press)
    room, width = flow.room, paper.inner_width
    if is_beside:
        width -= _COLUMN + _GAP
        flow.indent = width + _GAP
    before = flow.y
    _add_notes(flow, notes)
    fits = flow.page_count == 1
    height = flow.y - before + 4
    if not is_beside:
        room -= height
    scale = min(_LARGEST_SCALE, width / drawing.width, room / drawing.height)
    return _Arrangement(paper, is_beside, height, scale if fits else 0.0)


def _add_notes(flow: Flow, notes: Sequence[str]) -> None:
    for note in notes:
        flow.text(note, size=SMALL, colour="text-quiet")
        flow.space(4)


def _notes(moves: Sequence[Move], context: PageContext) -> list[str]:
    texts = context.texts
    count = len(context.catalogue.moves)
    notes = [readiness_rule(texts), day_words(context), _sources(moves, context)]
    if len(moves) < count:
        notes.append(
            texts.tr(
                "Of {all} moves the {count} are drawn that begin or end at the present role or the "
                "target, or lie on the route.",
                all=texts.number(count),
                count=texts.number(len(moves)),
            )
        )
    return notes


def moves_on_paper(moves: Sequence[Move], state: MapState) -> tuple[Move, ...]:
    """Return every move, or where they are too many those of the person and of the route."""
    if len(moves) <= MOST_MOVES:
        return tuple(moves)
    ends = {state.present, state.target}
    return tuple(
        move
        for move in moves
        if move.from_role in ends
        or move.to_role in ends
        or state.is_step_of_route(move.from_role, move.to_role)
    )


def _sources(moves: Sequence[Move], context: PageContext) -> str:
    """Return which moves the article names; all else is said to be editorial, or whose it is."""
    texts, catalogue = context.texts, context.catalogue
    sections: dict[int, list[str]] = {}
    for move in moves:
        if move.source.section is not None:
            sections.setdefault(move.source.section, []).append(
                texts.tr(
                    "{from_role} → {to_role}",
                    from_role=texts.pick(catalogue.role(move.from_role).name),
                    to_role=texts.pick(catalogue.role(move.to_role).name),
                )
            )
    if sections and sum(map(len, sections.values())) <= _MOST_NAMED:
        named = [
            texts.tr("§{section}: {moves}", section=section, moves=texts.tr("; ").join(names))
            for section, names in sorted(sections.items())
        ]
        return texts.tr(
            "Moves that the article names, with their years where it gives any. {moves}. All other "
            "moves, and every required level and weight, are editorial.",
            moves=texts.tr(". ").join(named),
        )
    counts = Counter(source_words(move.source, texts) for move in moves)
    counted = [
        texts.tr("{source} ({count})", source=source, count=texts.number(count))
        for source, count in counts.most_common()
    ]
    return texts.tr("Sources of the moves: {sources}.", sources=texts.tr(", ").join(counted[:6]))
