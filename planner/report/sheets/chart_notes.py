"""What a chart of the map says below or beside itself: its rule, its day, its sources."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.core.model import Catalogue, Move
from planner.core.text import Message, message
from planner.report.drawing import Words
from planner.report.gaps.words import readiness_rule
from planner.report.map.map_drawing import MOST_MOVES, MapDrawing
from planner.report.map.roles import Detail
from planner.report.map.state import MapState
from planner.report.pages import PageContext, counted_sources, day_words, requirement_sources

# So many moves of the article are named one by one; more are counted.
_MOST_NAMED = 16
_CUT = "…"
# So many names that were cut are told in full.
_MOST_CUT = 12


def chart_notes(
    part: Catalogue,
    moves: Sequence[Move],
    context: PageContext,
    *,
    is_brief: bool,
    is_blank: bool,
    which: str = "",
) -> list[str]:
    """Return the notes of a chart of `part` on which these `moves` are drawn.

    `which` says what part it is where not all could be drawn.
    """
    texts = context.texts
    count = len(part.moves)
    notes = [] if is_blank else [readiness_rule(texts), day_words(context)]
    if which:
        notes.append(which)
    if len(moves) < count:
        notes.append(
            texts.tr(
                "Of {all} moves between the roles drawn, those {count} are drawn that begin or end "
                "at the present role or the target, or lie on the route.",
                all=count,
                count=len(moves),
            )
        )
    required = [needed.source for role in part.roles for needed in role.requires]
    if not any(source.text for source in (*required, *(move.source for move in moves))):
        return [*notes, texts.tr("The catalogue gives no sources for its moves and levels.")]
    if moves:
        notes.append(_move_sources(moves, context, is_brief=is_brief))
    if required and not is_blank:
        notes.append(requirement_sources(required, texts))
    return notes


def part_words(
    part: Catalogue, which: Message, context: PageContext, *, has_target: bool
) -> Message:
    """Return which part of the roles is drawn, where more would be too small to read."""
    if has_target:
        which = message("{roles}, and the way to the target", roles=which)
    return message(
        "{count} of {all} roles are drawn, as more would be too small to read: {roles}.",
        count=len(part.roles),
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


def cut_names(drawing: MapDrawing, *, among: Collection[str] | None = None) -> tuple[str, ...]:
    """Return the names that are too long for their boxes, and so are cut there."""
    found = []
    for role_id in drawing.boxes:
        name = drawing.texts.pick(drawing.catalogue.role(role_id).name)
        if (among is None or role_id in among) and not name.rstrip().endswith(_CUT):
            shapes = drawing.role(role_id, Detail.FULL)
            if any(isinstance(shape, Words) and shape.text.endswith(_CUT) for shape in shapes):
                found.append(name)
    return tuple(found)


def cut_names_words(names: Sequence[str], context: PageContext) -> list[str]:
    """Return the note that tells cut names in full; none where there are none."""
    texts = context.texts
    if not names:
        return []
    said = texts.tr("; ").join(names[:_MOST_CUT])
    if len(names) > _MOST_CUT:
        said = texts.tr("; ").join([said, texts.tr("and others")])
    return [texts.tr("Too long for their boxes, these names in full: {names}.", names=said)]


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
