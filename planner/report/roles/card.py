"""What there is to say of one role for one person, in words: the text of the inspector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from planner.charts.descriptions import no_requirements_words
from planner.core.gaps import Gap, SkillGap
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Move, Role
from planner.core.text import Source, Texts
from planner.report.map.state import MapState
from planner.report.map.wish_words import wish_line
from planner.report.map.words import (
    DOT,
    essentials_words,
    kind_words,
    readiness_words,
    source_words,
    unrated_words,
    years_words,
)

# A wait shorter than this (in years) is said as this long rather than as none.
_LEAST_YEARS = 0.1


class Way(NamedTuple):
    """A way to a role or from it: its heading, and a line for each fact.

    `role` is the other role where the heading names just that one, else empty.
    """

    heading: str
    lines: tuple[str, ...]
    is_on_route: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCard:
    """One role in words; empty texts say nothing.

    `missing` are the open skills of the gap, the largest weighted gap first; `surplus_note` says
    what holds where nothing is missing.
    """

    role: Role
    place: str
    name: str
    purpose: str
    verdict: str
    is_open: bool
    open_line: str
    stance_line: str
    stance_note: str
    conditions: tuple[str, ...]
    missing: tuple[SkillGap, ...]
    nothing_missing: str
    ways_heading: str
    ways: tuple[Way, ...]
    sources: str


def role_card(
    graph: PromotionGraph, gap: Gap | None, state: MapState, role_id: str, texts: Texts
) -> RoleCard:
    """Return what to say of a role; raise KeyError for an unknown one."""
    catalogue = graph.catalogue
    role = catalogue.role(role_id)
    is_present = role_id == state.present
    missing = tuple(skill for skill in gap.skills if skill.is_open) if gap else ()
    way = _way_to(graph, state, role_id)
    moves = _moves_in_question(graph, state, role_id, way)
    wish = state.roles[role_id].wish
    return RoleCard(
        role=role,
        place=place_words(catalogue, role, texts),
        name=texts.pick(role.name),
        purpose=texts.pick(role.purpose),
        verdict=_verdict(gap, texts) if gap else "",
        is_open=bool(gap and not gap.ready),
        open_line=_open_line(gap, role, texts) if gap else "",
        stance_line=wish_line(wish, texts, is_ready=bool(gap and gap.ready)) if wish else "",
        stance_note=wish.note if wish else "",
        conditions=tuple(_conditions(catalogue, gap, state, texts)) if gap else (),
        missing=missing,
        nothing_missing=_nothing_missing(gap, texts) if gap and not missing else "",
        ways_heading=texts.tr("Where it leads") if is_present else texts.tr("How you get there"),
        ways=tuple(_ways(graph, state, role_id, way, texts)),
        sources=sources_line(role, moves, texts),
    )


def place_words(catalogue: Catalogue, role: Role, texts: Texts) -> str:
    """Return a role's track and rank."""
    tracks = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    ranks = {rank.rank: texts.pick(rank.name) for rank in catalogue.head.ranks}
    rank = ranks.get(role.rank) or texts.tr("Rank {number}", number=role.rank)
    return tracks.get(role.track, role.track) + DOT + rank


def sources_line(role: Role, moves: Sequence[Move], texts: Texts) -> str:
    """Return where the moves, the role and its levels come from, a line each; empty if unsaid."""
    parts = []
    said = _joined((move.source for move in moves), texts)
    if said:
        parts.append(texts.ntr("Move: {source}.", "Moves: {source}.", len(moves), source=said))
    said = _joined((role.source,), texts)
    if said:
        parts.append(texts.tr("Role: {source}.", source=said))
    said = _joined((requirement.source for requirement in role.requires), texts)
    if said:
        parts.append(texts.tr("Levels: {source}.", source=said))
    return "\n".join(parts)


def _joined(sources: Iterable[Source], texts: Texts) -> str:
    """Return what the sources are, each once; empty where none is given at all."""
    said = tuple(sources)
    if not any(source.text for source in said):
        return ""
    return texts.tr(", ").join(dict.fromkeys(source_words(source, texts) for source in said))


def _verdict(gap: Gap, texts: Texts) -> str:
    if gap.readiness is None:
        return texts.tr("Readiness unknown")
    return texts.tr("{percentage} ready", percentage=readiness_words(gap.readiness, texts))


def _open_line(gap: Gap, role: Role, texts: Texts) -> str:
    if not role.requires:
        return no_requirements_words(texts)
    if gap.readiness is None:
        return texts.tr("The sum of what is required is 0, so readiness is unknown.")
    parts = [essentials_words(len(gap.open_essentials), texts)]
    if gap.unrated:
        parts.append(unrated_words(len(gap.unrated), texts))
    return DOT.join(parts)


def _conditions(catalogue: Catalogue, gap: Gap, state: MapState, texts: Texts) -> Iterable[str]:
    if gap.years_to_serve > 0 and state.present:
        years = texts.number(max(gap.years_to_serve, _LEAST_YEARS), 1)
        role = texts.pick(catalogue.role(state.present).name)
        if years == texts.number(1):
            yield texts.tr("1 year still to serve as {role}", role=role)
        else:
            yield texts.tr("{years} years still to serve as {role}", years=years, role=role)
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    for track in gap.missing_tracks:
        yield texts.tr("No role held yet in {track}", track=names.get(track, track))
    if gap.ready:
        yield texts.tr("Ready: nothing essential is open, and the usual time is served")


def _nothing_missing(gap: Gap, texts: Texts) -> str:
    if gap.readiness is None:
        return texts.tr("Nothing can be compared.")
    return texts.tr("Nothing is missing: every required level is held.")


def _moves_in_question(
    graph: PromotionGraph, state: MapState, role_id: str, way: tuple[str, ...]
) -> tuple[Move, ...]:
    """Return the moves that the card tells of."""
    if role_id == state.present:
        return graph.moves_out(role_id)
    if not state.present:
        return graph.moves_in(role_id)
    direct = graph.moves_between(state.present, role_id)
    if direct:
        return direct
    return tuple(move for step in pairwise(way) for move in graph.moves_between(*step))


def _way_to(graph: PromotionGraph, state: MapState, role_id: str) -> tuple[str, ...]:
    """Return the way from the present role: along the route, where the role lies on it.

    Empty where there is none, or nowhere to go.
    """
    if not state.present or role_id == state.present:
        return ()
    if role_id in state.route:
        return state.route[: state.route.index(role_id) + 1]
    return graph.shortest_way(state.present, role_id)


def _ways(
    graph: PromotionGraph, state: MapState, role_id: str, way: tuple[str, ...], texts: Texts
) -> Iterable[Way]:
    catalogue = graph.catalogue

    def name(role: str) -> str:
        return texts.pick(catalogue.role(role).name)

    if role_id == state.present:
        for move in graph.moves_out(role_id):
            on_route = state.is_step_of_route(move.from_role, move.to_role)
            yield Way(name(move.to_role), tuple(_move_lines(move, texts)), on_route, move.to_role)
        return
    if not state.present:
        for move in graph.moves_in(role_id):
            heading = texts.tr("from {role}", role=name(move.from_role))
            yield Way(heading, tuple(_move_lines(move, texts)), role=move.from_role)
        return
    for move in graph.moves_between(state.present, role_id):
        on_route = state.is_step_of_route(move.from_role, move.to_role)
        yield Way(texts.tr("directly"), tuple(_move_lines(move, texts)), on_route)
    if len(way) > 2:
        yield _longer_way(graph, way, role_id in state.route, texts)


def _longer_way(graph: PromotionGraph, way: Sequence[str], is_on_route: bool, texts: Texts) -> Way:
    catalogue = graph.catalogue
    between = texts.tr(", ").join(texts.pick(catalogue.role(role).name) for role in way[1:-1])
    lines = [texts.ntr("{count} move", "{count} moves", len(way) - 1)]
    for start, end in pairwise(way):
        move = graph.moves_between(start, end)[0]
        facts = DOT.join(_facts(move, texts))
        lines.append(
            texts.tr("to {role}: {facts}", role=texts.pick(catalogue.role(end).name), facts=facts)
        )
        if move.precondition is not None:
            lines.append(texts.pick(move.precondition))
    return Way(texts.tr("via {roles}", roles=between), tuple(lines), is_on_route)


def _move_lines(move: Move, texts: Texts) -> Iterable[str]:
    yield DOT.join(_facts(move, texts))
    if move.precondition is not None:
        yield texts.pick(move.precondition)


def _facts(move: Move, texts: Texts) -> Iterable[str]:
    yield kind_words(move.kind, texts)
    if move.years:
        yield years_words(move.years, texts)
    if move.source.text:
        yield source_words(move.source, texts)
