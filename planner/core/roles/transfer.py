"""A move to another industry: what is kept of each skill, and how ready somebody is there.

Of a held level the portable part counts, level × portability, in any industry but the person's own.
What a role or a track keeps by itself is the same rule put to somebody who holds exactly what is
required: Σ weight × level × portability / Σ weight × level.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planner.core.gaps import (
    Basis,
    Interval,
    carried_over,
    gap,
    is_own_industry,
    ratings_that_count,
)
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Role
from planner.core.people import Person, Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSkill:
    """A rated skill: the level held in the person's own industry, and the part kept in the other.

    `portability` (0..1) is the catalogue's, whether or not it comes to bear.
    """

    skill: str
    held: float
    portability: float
    kept: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTransfer:
    """The readiness for a role in the person's own industry and in the other; None for unknown."""

    role: str
    now: Interval | None
    there: Interval | None

    @property
    def loss(self) -> float:
        """How much of the low readiness is lost, 0..1; 0 where readiness is unknown."""
        return self.now.low - self.there.low if self.now and self.there else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Somebody's move to `industry`, as of a day.

    `is_move` is False for the person's own industry, where everything held counts in full.
    `skills` are the rated ones that apply, in the catalogue's order; `unrated` the others that some
    role asks for and that nobody whose rating counts has rated. `roles` are all roles, those that
    carry over best first.
    """

    person: str
    industry_now: str
    industry: str
    is_move: bool
    role: str
    basis: Basis
    as_of: date
    skills: tuple[KeptSkill, ...]
    unrated: tuple[str, ...]
    roles: tuple[RoleTransfer, ...]

    def to_role(self, role: str) -> RoleTransfer | None:
        """Return what becomes of the readiness for a role, None for an unknown one."""
        return next((one for one in self.roles if one.role == role), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackPortability:
    """How much of what its roles ask for a track keeps in another industry, 0..1.

    `kept` is the mean of its roles, each counting once; `roles` pairs a role with its own part.
    """

    track: str
    kept: float
    roles: tuple[tuple[str, float], ...]


def transfer(
    graph: PromotionGraph,
    person: Person,
    ratings: Iterable[Rating],
    industry: str,
    *,
    basis: Basis,
    as_of: date,
) -> Transfer:
    """Return what becomes of somebody's skills and readiness in another industry.

    The roles that carry over best come first: the highest low readiness there, of equal ones the
    highest high one, then the smallest loss, then the catalogue's order; unknown ones come last.
    """
    counting = ratings_that_count(ratings, basis, as_of)
    catalogue = graph.catalogue
    return Transfer(
        person=person.id,
        industry_now=person.industry,
        industry=industry,
        is_move=not is_own_industry(person, industry),
        role=person.position_on(as_of).role,
        basis=basis,
        as_of=as_of,
        skills=tuple(_kept(catalogue, person, counting, industry)),
        unrated=_unrated(catalogue, counting),
        roles=tuple(
            sorted(
                (
                    RoleTransfer(
                        role=role.id,
                        now=gap(
                            graph, person, counting, role.id, basis=basis, as_of=as_of
                        ).readiness,
                        there=gap(
                            graph,
                            person,
                            counting,
                            role.id,
                            basis=basis,
                            as_of=as_of,
                            industry=industry,
                        ).readiness,
                    )
                    for role in catalogue.roles
                ),
                key=_worst_last,
            )
        ),
    )


def portable_part(catalogue: Catalogue, role: Role) -> float | None:
    """Return the part that somebody keeps who holds what a role requires, None for nothing."""
    whole = sum(asked.weight * asked.level for asked in role.requires)
    kept = sum(
        asked.weight * asked.level * catalogue.skill(asked.skill).portability
        for asked in role.requires
    )
    return kept / whole if whole > 0 else None


def tracks_by_portability(catalogue: Catalogue) -> tuple[TrackPortability, ...]:
    """Return the tracks whose roles ask for anything, the one that keeps most first."""
    found = []
    for track in catalogue.tracks:
        parts = tuple(
            (role.id, part)
            for role in catalogue.roles
            if role.track == track.id and (part := portable_part(catalogue, role)) is not None
        )
        if parts:
            kept = sum(part for _, part in parts) / len(parts)
            found.append(TrackPortability(track=track.id, kept=kept, roles=parts))
    return tuple(sorted(found, key=lambda track: -track.kept))


def _kept(
    catalogue: Catalogue, person: Person, counting: Mapping[str, Rating], industry: str
) -> Iterable[KeptSkill]:
    carries_over = carried_over(catalogue, person, industry)
    for skill in catalogue.skills:
        rating = counting.get(skill.id)
        if rating is not None and rating.level is not None:
            yield KeptSkill(
                skill=skill.id,
                held=rating.level,
                portability=skill.portability,
                kept=rating.level * carries_over(skill.id),
            )


def _unrated(catalogue: Catalogue, counting: Mapping[str, Rating]) -> tuple[str, ...]:
    asked = {requirement.skill for role in catalogue.roles for requirement in role.requires}
    return tuple(
        skill.id for skill in catalogue.skills if skill.id in asked and skill.id not in counting
    )


def _worst_last(role: RoleTransfer) -> tuple[bool, float, float, float]:
    if role.there is None:
        return True, 0.0, 0.0, 0.0
    return False, -role.there.low, -role.there.high, role.loss
