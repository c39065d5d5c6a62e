"""A skill's ratings and the readiness for a role over time, up to a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from planner.core.gaps import Basis, Gap, Interval, gap, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.people import Person, Position, Rater, Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessOn:
    """The readiness for a role from the day `on` until it changes again.

    `readiness` is None where it is unknown; `position` is what the person held that day.
    """

    on: date
    readiness: Interval | None
    open_essentials: tuple[str, ...]
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessHistory:
    """The days on which the readiness for one role changed, the first one first.

    Before the first of them nothing that counts was rated. Empty where nothing ever was.
    """

    role: str
    basis: Basis
    as_of: date
    changes: tuple[ReadinessOn, ...]


def skill_history(ratings: Iterable[Rating], skill: str, as_of: date) -> tuple[Rating, ...]:
    """Return every rating of a skill up to `as_of`, by day, then by entry."""
    return tuple(
        sorted(
            (rating for rating in ratings if rating.skill == skill and rating.on <= as_of),
            key=_moment,
        )
    )


def by_rater(history: Iterable[Rating]) -> Mapping[Rater, tuple[Rating, ...]]:
    """Return each rater's ratings of one skill's history: of several on one day the last one."""
    lines: dict[Rater, dict[date, Rating]] = {}
    for rating in history:
        lines.setdefault(rating.by, {})[rating.on] = rating
    return {rater: tuple(lines[rater].values()) for rater in Rater if rater in lines}


def readiness_history(
    graph: PromotionGraph,
    person: Person,
    ratings: Iterable[Rating],
    role_id: str,
    *,
    basis: Basis,
    as_of: date,
) -> ReadinessHistory:
    """Return how readiness for a role came about; raise KeyError for an unknown role.

    A day stands in it where readiness or the open essentials are others than the day before; the
    requirements are those of today throughout.
    """
    asked = {requirement.skill for requirement in graph.catalogue.role(role_id).requires}
    relevant = sorted(
        (rating for rating in ratings if rating.skill in asked and rating.on <= as_of), key=_moment
    )
    nothing = gap(graph, person, {}, role_id, basis=basis, as_of=as_of)
    before = (nothing.readiness, nothing.open_essentials)
    changes = []
    for found in _gaps_over_time(graph, person, relevant, role_id, basis):
        now = (found.readiness, found.open_essentials)
        if now != before:
            position = person.position_on(found.as_of)
            changes.append(
                ReadinessOn(
                    on=found.as_of, readiness=now[0], open_essentials=now[1], position=position
                )
            )
        before = now
    return ReadinessHistory(role=role_id, basis=basis, as_of=as_of, changes=tuple(changes))


def positions_until(person: Person, as_of: date) -> tuple[Position, ...]:
    """Return the positions begun by `as_of`; one that ended later was still held that day.

    Before the first one the first stands alone, as everywhere.
    """
    begun = [position for position in person.history if position.since <= as_of]
    return tuple(
        position
        if position.until is None or position.until <= as_of
        else Position(role=position.role, since=position.since)
        for position in begun or [person.position_on(as_of)]
    )


def _gaps_over_time(
    graph: PromotionGraph, person: Person, relevant: list[Rating], role_id: str, basis: Basis
) -> Iterator[Gap]:
    """Yield the gap as of each day on which something relevant was rated."""
    newest: dict[tuple[str, Rater], Rating] = {}
    for day, rated in groupby(relevant, key=lambda rating: rating.on):
        newest.update({(rating.skill, rating.by): rating for rating in rated})
        counting = ratings_that_count(newest.values(), basis, day)
        yield gap(graph, person, counting, role_id, basis=basis, as_of=day)


def _moment(rating: Rating) -> tuple[date, int]:
    return rating.on, rating.entry
