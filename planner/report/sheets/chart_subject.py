"""What a chart shows: the map or a part of it, for a person or for the wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from planner.core.model import Catalogue
from planner.core.text import Message, message
from planner.report.map.part import MOST_ROLES, part_of
from planner.report.map.state import MapState, map_state
from planner.report.pages import PageContext, standing_words
from planner.report.paper.chart_options import ChartOptions
from planner.report.sheets.sheet_ways import times_a4

# Of the roles that the present one leads to, so many of the highest readiness are tried in turn.
_FEWER = (96, 64, 48, 40, 32, 24, 20, 16, 12, 8, 5, 3, 1)


@dataclass(frozen=True, slots=True)
class Part:
    """The roles to draw, and which these are where not all asked for could be drawn."""

    catalogue: Catalogue
    which: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is drawn, with its title and the line below.

    `is_chosen` where a part was asked for that is drawn whole or not at all; of so many moves
    around the present role those are drawn that can be read.
    """

    part: Catalogue
    state: MapState
    title: str
    below: str
    is_chosen: bool


def chart_subject(context: PageContext, options: ChartOptions) -> Subject:
    """Return what the options ask to be drawn of the map."""
    texts, catalogue = context.texts, context.catalogue
    person = None if options.is_blank else context.person
    gaps = {} if options.is_blank else context.gaps
    state = map_state(context.graph, person, gaps, context.as_of)
    part, which = _chosen(context, options)
    if options.roles:
        state = replace(state, route=options.roles)
    if person is None:
        title = which or texts.pick(catalogue.head.title)
        below = ""
    else:
        title = texts.tr("Where {name} can go", name=person.name)
        below = standing_words(context)
        if which:
            below = texts.tr("{standing} · {which}", standing=below, which=which)
    is_chosen = bool(which) and not options.near
    return Subject(part=part, state=state, title=title, below=below, is_chosen=is_chosen)


def _chosen(context: PageContext, options: ChartOptions) -> tuple[Catalogue, str]:
    """Return the part of the map that was asked for, and its name; empty for the whole."""
    texts, catalogue = context.texts, context.catalogue
    if options.roles:
        names = [texts.pick(catalogue.role(role).name) for role in options.roles]
        part = part_of(catalogue, options.roles)
        steps = set(pairwise(options.roles))
        moves = tuple(move for move in part.moves if (move.from_role, move.to_role) in steps)
        words = texts.tr("{from_role} → {to_role}", from_role=names[0], to_role=names[-1])
        return replace(part, moves=moves), words
    if options.track:
        (track,) = (track for track in catalogue.tracks if track.id == options.track)
        roles = [role.id for role in catalogue.roles if role.track == options.track]
        return part_of(catalogue, roles), texts.pick(track.name)
    present = context.person.position_on(context.as_of).role
    if options.near and catalogue.has_role(present):
        near = context.graph.neighbourhood([present], options.near)
        words = texts.ntr(
            "{count} move around {role}",
            "{count} moves around {role}",
            options.near,
            role=texts.pick(catalogue.role(present).name),
        )
        return part_of(catalogue, near), words
    return catalogue, ""


def parts_to_try(context: PageContext, subject: Subject) -> Iterator[Part]:
    """Yield what one sheet could show: all that was asked for, then ever less about the person."""
    catalogue, state = subject.part, subject.state
    is_small = len(catalogue.roles) <= MOST_ROLES * times_a4(context.paper) ** 2
    if is_small or subject.is_chosen or not state.present:
        yield Part(catalogue)
    if not state.present or subject.is_chosen:
        return
    kept = {state.present, *state.route, *filter(None, [state.target])}
    near = context.graph.neighbourhood([state.present])
    if len(near) <= MOST_ROLES and len(near) < len(catalogue.roles):
        which = message("those within one move of the present role")
        yield Part(part_of(catalogue, near | kept), which)
    following = [role.id for role in context.graph.next_roles(state.present)]
    which = message("those that the present role leads to")
    yield Part(part_of(catalogue, kept | {*following}), which)
    by_readiness = sorted(following, key=lambda role: _low(state, role), reverse=True)
    for count in _FEWER:
        if count < len(following):
            which = message(
                "of those that the present role leads to, the {count} with the highest readiness",
                count=count,
            )
            yield Part(part_of(catalogue, kept | {*by_readiness[:count]}), which)


def _low(state: MapState, role: str) -> float:
    readiness = state.roles[role].readiness
    return readiness.low if readiness else -1.0
