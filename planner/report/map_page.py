"""The map on one sheet of paper: the drawing fitted to it, its rule and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from planner.core.boxes import Layout
from planner.core.layout import layout
from planner.core.model import Catalogue, Move
from planner.report.drawing import Drawing
from planner.report.flow import SMALL, Flow, Paper, PlacedDrawing, Sheet
from planner.report.gap_words import readiness_rule
from planner.report.map_drawing import MOST_MOVES, map_drawing
from planner.report.map_part import MOST_ROLES, part_of
from planner.report.map_roles import SMALL as SMALL_ON_MAP
from planner.report.map_roles import box_size
from planner.report.map_state import MapState, map_state
from planner.report.pages import (
    PageContext,
    Press,
    counted_sources,
    day_words,
    requirement_sources,
    running,
    standing_words,
)

# In points: smaller text is not read on paper, so fewer roles are drawn.
LEAST_READABLE = 4.0
# So many moves of the article are named one by one; more are counted.
_MOST_NAMED = 16
_LARGEST_SCALE = 1.0
# The column of notes beside a drawing, and the gap before it.
_COLUMN, _GAP = 150.0, 16.0
# Between a drawing and notes below it.
_NOTES_GAP = 12.0
_MOST_STANDING_LINES = 6
# Where the notes in full would make the map smaller than this part of what it could be, the brief
# ones stand.
_WORTH_NAMING = 0.8
# Of the roles that the present one leads to, so many of the highest readiness are tried in turn.
_FEWER = (16, 12, 8, 5, 3, 1)


@dataclass(frozen=True, slots=True)
class _Part:
    """The roles to draw, and in words which these are; empty for all of them."""

    catalogue: Catalogue
    which: str


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """Which way a sheet is held, which notes stand where on it, and the scale that is left."""

    paper: Paper
    is_beside: bool
    notes: Sequence[str]
    notes_height: float
    scale: float


def map_page(context: PageContext, press: Press, placed: Layout | None = None) -> tuple[Sheet, ...]:
    """Return the one sheet of a person's map, held and arranged so that the map is largest.

    Of a framework too large to be read on it the sheet shows a part, and says which. `placed` is
    the layout of the whole where that is known already.
    """
    state = map_state(context.graph, context.person, context.gaps, context.as_of)
    drawing, best = _largest_readable(context, state, press, placed)
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
    _add_notes(flow, best.notes)
    (sheet,) = flow.sheets()
    on_sheet = PlacedDrawing(drawing, left, top, best.scale)
    return (replace(sheet, drawings=(on_sheet,)),)


def _largest_readable(
    context: PageContext, state: MapState, press: Press, whole: Layout | None
) -> tuple[Drawing, _Arrangement]:
    """Return the drawing of as much of the framework as can be read on the sheet."""
    found = None
    for part in _parts(context, state):
        is_whole = part.catalogue is context.catalogue
        if is_whole and whole is not None:
            placed = whole
        else:
            placed = layout(part.catalogue, box_size(part.catalogue, press.measure))
        if found and not _can_be_read(_scale_at_best(placed, context.sheet)):
            continue
        moves = moves_on_paper(part.catalogue.moves, state)
        drawing = map_drawing(
            part.catalogue, placed, state, context.texts, press.measure, moves=moves
        ).whole()
        found = drawing, _arrangement(drawing, part, moves, context, press)
        if _can_be_read(found[1].scale):
            break
    assert found is not None, "there is always a part to draw"
    return found


def _can_be_read(scale: float) -> bool:
    return scale * SMALL_ON_MAP >= LEAST_READABLE


def _scale_at_best(placed: Layout, paper: Paper) -> float:
    """Return a scale that no arrangement of this layout can exceed."""
    return max(
        min(sheet.inner_width / placed.width, sheet.height / placed.height)
        for sheet in (paper, paper.turned())
    )


def _parts(context: PageContext, state: MapState) -> Iterator[_Part]:
    """Yield what the sheet could show: the whole framework, then ever less about the person."""
    catalogue, tr = context.catalogue, context.texts.tr
    is_small = len(catalogue.roles) <= MOST_ROLES
    if is_small or not state.present:
        yield _Part(catalogue, "")
    if not state.present:
        return
    kept = {state.present, *state.route, *filter(None, [state.target])}
    near = context.graph.neighbourhood([state.present])
    if len(near) <= MOST_ROLES:
        yield _part(near | kept, tr("those within one move of the present role"), context)
    following = [role.id for role in context.graph.next_roles(state.present)]
    yield _part(kept | {*following}, tr("those that the present role leads to"), context)
    by_readiness = sorted(following, key=lambda role: _low(state, role), reverse=True)
    for count in _FEWER:
        if count < len(following):
            which = tr(
                "of those that the present role leads to, the {count} with the highest readiness",
                count=count,
            )
            yield _part(kept | {*by_readiness[:count]}, which, context)


def _part(roles: set[str] | frozenset[str], which: str, context: PageContext) -> _Part:
    return _Part(part_of(context.catalogue, roles), which)


def _low(state: MapState, role: str) -> float:
    readiness = state.roles[role].readiness
    return readiness.low if readiness else -1.0


def _arrangement(
    drawing: Drawing, part: _Part, moves: Sequence[Move], context: PageContext, press: Press
) -> _Arrangement:
    """Return the arrangement in which the drawing is largest, with full notes if they fit."""
    papers = (context.sheet, context.sheet.turned())
    full, brief = (
        max(
            (
                _arranged(paper, is_beside, drawing, notes, context, press)
                for paper, is_beside in product(papers, (False, True))
            ),
            key=lambda arrangement: arrangement.scale,
        )
        for notes in (
            _notes(part, moves, context, is_brief=False),
            _notes(part, moves, context, is_brief=True),
        )
    )
    return full if full.scale > _WORTH_NAMING * brief.scale else brief


def _headed(paper: Paper, context: PageContext, press: Press) -> Flow:
    texts = context.texts
    title = texts.tr("Career map: {title}", title=texts.pick(context.catalogue.head.title))
    flow = Flow(paper, press.measure, running(title, context))
    flow.title(texts.tr("Where {name} can go", name=context.person.name))
    flow.text(standing_words(context), colour="text-quiet", most=_MOST_STANDING_LINES)
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
    height = flow.y - before + _NOTES_GAP
    if not is_beside:
        room -= height
    scale = min(_LARGEST_SCALE, width / drawing.width, room / drawing.height)
    return _Arrangement(paper, is_beside, notes, height, scale if fits else 0.0)


def _add_notes(flow: Flow, notes: Sequence[str]) -> None:
    for note in notes:
        flow.text(note, size=SMALL, colour="text-quiet")
        flow.space(4)


def _notes(
    part: _Part, moves: Sequence[Move], context: PageContext, *, is_brief: bool
) -> list[str]:
    texts = context.texts
    count = len(part.catalogue.moves)
    notes = [readiness_rule(texts), day_words(context)]
    if part.which:
        notes.append(_part_words(part, context))
    if len(moves) < count:
        notes.append(
            texts.tr(
                "Of {all} moves between the roles drawn, those {count} are drawn that begin or end "
                "at the present role or the target, or lie on the route.",
                all=count,
                count=len(moves),
            )
        )
    required = [needed.source for role in part.catalogue.roles for needed in role.requires]
    if not any(source.text for source in (*required, *(move.source for move in moves))):
        return [*notes, texts.tr("The catalogue gives no sources for its moves and levels.")]
    if moves:
        notes.append(_move_sources(moves, context, is_brief=is_brief))
    if required:
        notes.append(requirement_sources(required, texts))
    return notes


def _part_words(part: _Part, context: PageContext) -> str:
    texts, which = context.texts, part.which
    if context.person.target:
        which = texts.tr("{roles}, and the way to the target", roles=which)
    return texts.tr(
        "{count} of {all} roles are drawn, as more would be too small to read: {roles}.",
        count=len(part.catalogue.roles),
        all=len(context.catalogue.roles),
        roles=which,
    )


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


def _move_sources(moves: Sequence[Move], context: PageContext, *, is_brief: bool) -> str:
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
    is_named = sections and sum(map(len, sections.values())) <= _MOST_NAMED and not is_brief
    if is_named and all(move.source.is_article or move.source.is_editorial for move in moves):
        named = [
            texts.tr("§{section}: {moves}", section=section, moves=texts.tr("; ").join(names))
            for section, names in sorted(sections.items())
        ]
        return texts.tr(
            "Moves that the article names, with their years where it gives any. {moves}. All other "
            "moves are editorial.",
            moves=texts.tr(". ").join(named),
        )
    sources = counted_sources([move.source for move in moves], texts)
    return texts.tr("Sources of the moves: {sources}.", sources=sources)
