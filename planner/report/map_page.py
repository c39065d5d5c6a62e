"""The map on one sheet of paper: the drawing fitted to it, its rule and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from planner.core.layout import Layout
from planner.core.model import Move
from planner.report.flow import BODY, LEADING, SMALL, TITLE, Flow, PlacedDrawing, Sheet
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


def map_page(context: PageContext, layout: Layout, press: Press) -> tuple[Sheet, ...]:
    """Return the one sheet of a person's map, upright or across as the map fits it better."""
    texts, catalogue = context.texts, context.catalogue
    state = map_state(context.graph, context.person, context.gaps, context.as_of)
    moves = moves_on_paper(catalogue.moves, state)
    drawing = map_drawing(catalogue, layout, state, texts, press.measure, moves=moves).whole()
    paper = context.sheet if drawing.height > drawing.width else context.sheet.turned()
    flow = Flow(paper, press.measure)
    title = texts.tr("Career map: {title}", title=texts.pick(catalogue.head.title))
    flow.text(context.person.name, size=BODY, bold=True, colour="accent")
    flow.text(title, size=TITLE, bold=True)
    flow.text(standing_words(context), colour="text-quiet")
    flow.space(6)
    notes = [readiness_rule(texts), f"{day_words(context)} {_sources(moves, context)}"]
    if len(moves) < len(catalogue.moves):
        notes.append(
            texts.tr(
                "Of {all} moves the {count} are drawn that begin or end at the present role or the "
                "target, or lie on the route.",
                all=texts.number(len(catalogue.moves)),
                count=texts.number(len(moves)),
            )
        )
    lines = sum(len(flow.lines(note, paper.inner_width, SMALL)) for note in notes)
    room = flow.room - lines * SMALL * LEADING - 8
    scale = min(_LARGEST_SCALE, paper.inner_width / drawing.width, room / drawing.height)
    left = paper.margin + (paper.inner_width - drawing.width * scale) / 2
    top = flow.y + (room - drawing.height * scale) / 2
    placed = PlacedDrawing(drawing, left, top, scale)
    flow.space(room + 8)
    for note in notes:
        flow.text(note, size=SMALL, colour="text-quiet")
    (sheet,) = flow.sheets(running(title, context))
    return (Sheet(width=sheet.width, height=sheet.height, shapes=sheet.shapes, drawings=(placed,)),)


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
    of_article = [move for move in moves if move.source.is_article]
    if of_article and len(of_article) <= _MOST_NAMED:
        named = [
            texts.tr(
                "{from_role} → {to_role} (§{section})",
                from_role=texts.pick(catalogue.role(move.from_role).name),
                to_role=texts.pick(catalogue.role(move.to_role).name),
                section=move.source.section,
            )
            for move in of_article
        ]
        return texts.tr(
            "Moves of the article: {moves}. Other moves, required levels and weights: editorial.",
            moves=texts.tr("; ").join(named),
        )
    counts = Counter(source_words(move.source, texts) for move in moves)
    counted = [
        texts.tr("{source} ({count})", source=source, count=texts.number(count))
        for source, count in counts.most_common()
    ]
    return texts.tr("Sources of the moves: {sources}.", sources=texts.tr(", ").join(counted[:6]))
