"""The map's short sentences: readiness, what is open, years, kinds of move, relations."""

from __future__ import annotations

from datetime import date

from planner.core.gaps import Interval
from planner.core.model import Catalogue, Move, MoveKind
from planner.core.people import Person
from planner.core.text import Source, Texts
from planner.report.map.state import MapState, Relation, RoleState
from planner.report.map.wish_words import stance_words

WHOLE = 100
# Between facts on one line.
DOT = " · "
# Stands for the number of what nobody has rated.
UNRATED = "–"


def whole_percent(fraction: float) -> int:
    """Return a fraction in whole per cent; 100 is kept for what is complete."""
    rounded = round(fraction * WHOLE)
    return WHOLE - 1 if rounded >= WHOLE and fraction < 1 else rounded


def readiness_words(readiness: Interval | None, texts: Texts) -> str:
    """Return a readiness such as `82 %` or `69–74 %`, or that it is unknown."""
    if readiness is None:
        return texts.tr("readiness unknown")
    low, high = whole_percent(readiness.low), whole_percent(readiness.high)
    if low == high:
        return texts.tr("{percent} %", percent=low)
    return texts.tr("{low}–{high} %", low=low, high=high)


def ring_number(state: RoleState) -> str:
    """Return the number inside a readiness ring, `?` where readiness is unknown.

    Where nothing is rated there is no number either: unrated is not 0.
    """
    if state.is_unrated:
        return UNRATED
    return "?" if state.readiness is None else str(whole_percent(state.readiness.low))


def state_line(state: RoleState, texts: Texts) -> str:
    """Return the line under a role's name; empty where there is nobody to compare."""
    if state.since is not None:
        return texts.tr("You") + DOT + texts.tr("since {month}", month=texts.month(state.since))
    if state.held is not None:
        return held_words(state.held[0].year, state.held[1].year, texts)
    if not state.is_compared:
        return ""
    if state.is_unrated:
        return texts.tr("unrated")
    parts = [readiness_words(state.readiness, texts)]
    if state.is_ready:
        parts.append(texts.tr("ready"))
    elif state.open_essentials:
        parts.append(open_words(state.open_essentials, texts))
    return DOT.join(parts)


def held_words(first: int, last: int, texts: Texts) -> str:
    """Return the years in which a role was held."""
    if first == last:
        return texts.tr("held {year}", year=str(first))
    return texts.tr("held {first}–{last}", first=str(first), last=str(last))


def open_words(count: int, texts: Texts) -> str:
    """Return how many essential skills are open, as briefly as can be."""
    return texts.ntr("{count} open", "{count} open", count)


def gap_in_one_line(name: str, state: RoleState, texts: Texts) -> str:
    """Return the gap to a role in one line."""
    parts = [name]
    if state.since is not None:
        parts.append(texts.tr("you are here"))
    if state.is_compared:
        if state.readiness is None:
            parts.append(texts.tr("readiness unknown"))
        else:
            words = readiness_words(state.readiness, texts)
            parts.append(texts.tr("{percentage} ready", percentage=words))
        parts.append(essentials_words(state.open_essentials, texts))
        if state.unrated:
            parts.append(unrated_words(state.unrated, texts))
    if state.stance is not None:
        parts.append(stance_words(state.stance, texts, is_ready=state.is_ready))
    return DOT.join(parts)


def essentials_words(count: int, texts: Texts) -> str:
    """Return how many essential skills are open."""
    if not count:
        return texts.tr("no essential open")
    return texts.ntr("{count} essential open", "{count} essentials open", count)


def unrated_words(count: int, texts: Texts) -> str:
    """Return how many skills are unrated."""
    return texts.ntr("{count} unrated", "{count} unrated", count)


def years_words(years: tuple[float, float], texts: Texts) -> str:
    """Return usual years such as `3–5 y`."""
    low, high = texts.number(years[0], 1), texts.number(years[1], 1)
    if low == high:
        return texts.tr("{years}\N{NO-BREAK SPACE}y", years=low)
    return texts.tr("{low}–{high}\N{NO-BREAK SPACE}y", low=low, high=high)


def kind_words(kind: MoveKind, texts: Texts) -> str:
    """Return what a kind of move is called."""
    match kind:
        case MoveKind.PROMOTION:
            return texts.tr("promotion")
        case MoveKind.TRACK_CHANGE:
            return texts.tr("change of track")
        case MoveKind.CAREER_CHANGE:
            return texts.tr("change of career")
        case MoveKind.DUAL_LADDER:
            return texts.tr("dual ladder")
        case MoveKind.RETURN:
            return texts.tr("return")


def relation_words(relation: Relation, texts: Texts) -> str:
    """Return how a role relates to the person; empty for no relation."""
    match relation:
        case Relation.YOU:
            return texts.tr("you")
        case Relation.TARGET:
            return texts.tr("target")
        case Relation.ROUTE:
            return texts.tr("on the route")
        case Relation.NEXT:
            return texts.tr("next role")
        case Relation.HELD:
            return texts.tr("held before")
        case Relation.NONE:
            return ""


def move_words(move: Move, other_role: str, texts: Texts) -> str:
    """Return a move as its other end, kind and years, such as `Line manager (promotion, 2–4 y)`."""
    kind = kind_words(move.kind, texts)
    if move.years is None:
        return texts.tr("{role} ({kind})", role=other_role, kind=kind)
    years = years_words(move.years, texts)
    return texts.tr("{role} ({kind}, {years})", role=other_role, kind=kind, years=years)


def source_words(source: Source, texts: Texts) -> str:
    """Return where a statement comes from, in words."""
    if source.section is not None:
        return texts.tr("article §{section}", section=source.section)
    if source.is_editorial:
        return texts.tr("editorial")
    return source.text or texts.tr("source not given")


def notice_words(
    catalogue: Catalogue,
    person: Person | None,
    state: MapState,
    texts: Texts,
    as_of: date = date.max,
) -> str:
    """Return why the map cannot show where a person stood that day; empty where it can."""
    if not catalogue.roles:
        return texts.tr("This catalogue has no roles.")
    if person is None or state.present:
        return ""
    return texts.tr(
        "The present role “{role}” is not in this catalogue, so the map cannot show where {name} "
        "stands. Correct the person's role.",
        role=person.position_on(as_of).role,
        name=person.name,
    )
