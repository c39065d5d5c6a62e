"""The gap between a person and a role: held against required levels, readiness, and its terms.

The rules stand in the glossary of the help: an unrated skill is not 0 but open, so readiness is an
interval; *not applicable* leaves every sum and list; surplus never fills another skill's gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, MoveKind, Requirement, Role
from planner.core.on_demand import OnDemand
from planner.core.people import Person, Rater, Rating, years_between


class Basis(StrEnum):
    """Whose ratings count: the agreed ones with their fall-backs, or one rater's alone."""

    AGREED = "agreed"
    MANAGER = "manager"
    SELF = "self"


_RATERS = {
    Basis.AGREED: (Rater.AGREED, Rater.MANAGER, Rater.SELF),
    Basis.MANAGER: (Rater.MANAGER,),
    Basis.SELF: (Rater.SELF,),
}


@dataclass(frozen=True, slots=True)
class Interval:
    """A fraction known to lie between `low` and `high`, both in 0..1."""

    low: float
    high: float

    @property
    def is_exact(self) -> bool:
        """Whether both ends are one."""
        return self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGap:
    """One skill that a role requires and what the person holds of it.

    `held` is None where the skill is unrated; then the gap is the whole required level. `rating` is
    the one that counts; in another industry `held` may be below its level.
    """

    skill: str
    held: float | None
    required: float
    weight: float
    essential: bool
    rating: Rating | None
    requirement: Requirement

    @property
    def gap(self) -> float:
        """The levels still missing, at least 0."""
        return max(0.0, self.required - (self.held or 0.0))

    @property
    def weighted_gap(self) -> float:
        """The missing levels times the weight."""
        return self.weight * self.gap

    @property
    def is_unrated(self) -> bool:
        """Whether nobody whose rating counts has rated it."""
        return self.held is None

    @property
    def is_open(self) -> bool:
        """Whether something is missing or not known."""
        return self.is_unrated or self.gap > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A person against a role: the skills by falling weighted gap, readiness, and what is open.

    `readiness` is None where it is unknown. `missing_tracks` are the tracks of the role's `after`
    that were never held, `years_to_serve` what is left of the least usual years in the present role
    for the quickest move there, 0 where none is left or no move leads there.
    """

    person: str
    role: str
    catalogue: str
    basis: Basis
    as_of: date
    skills: tuple[SkillGap, ...]
    readiness: Interval | None
    missing_tracks: tuple[str, ...]
    years_to_serve: float

    @property
    def open_essentials(self) -> tuple[str, ...]:
        """The essential skills with a gap or unrated, the largest weighted gap first."""
        return tuple(skill.skill for skill in self.skills if skill.essential and skill.is_open)

    @property
    def unrated(self) -> tuple[str, ...]:
        """The skills that nobody whose rating counts has rated."""
        return tuple(skill.skill for skill in self.skills if skill.is_unrated)

    @property
    def is_unrated(self) -> bool:
        """Whether there are skills, and nobody whose rating counts has rated any of them."""
        return bool(self.skills) and all(skill.is_unrated for skill in self.skills)

    @property
    def ready(self) -> bool:
        """Whether nothing essential is open, the tracks were held and the years served."""
        return (
            self.readiness is not None
            and not self.open_essentials
            and not self.missing_tracks
            and self.years_to_serve <= 0
        )

    @property
    def required_sum(self) -> float:
        """The sum of weight times required level: what readiness is a part of."""
        return sum(skill.weight * skill.required for skill in self.skills)


def ratings_that_count(
    ratings: Iterable[Rating], basis: Basis, as_of: date
) -> Mapping[str, Rating]:
    """Return each skill's rating that counts: the newest of the first rater of `basis` who rated.

    Newest by date up to and including `as_of`, then by entry.
    """
    newest: dict[tuple[str, Rater], Rating] = {}
    for rating in ratings:
        if rating.on > as_of:
            continue
        known = newest.get((rating.skill, rating.by))
        if known is None or (known.on, known.entry) < (rating.on, rating.entry):
            newest[rating.skill, rating.by] = rating
    counting: dict[str, Rating] = {}
    for rater in _RATERS[basis]:
        for (skill, by), rating in newest.items():
            if by is rater:
                counting.setdefault(skill, rating)
    return counting


def gap(
    graph: PromotionGraph,
    person: Person,
    counting: Mapping[str, Rating],
    role_id: str,
    *,
    basis: Basis,
    as_of: date,
    industry: str | None = None,
) -> Gap:
    """Return the gap of a person to a role; `counting` comes from `ratings_that_count`.

    In an `industry` other than the person's a held level counts times the skill's portability; None
    stands for the person's own. Raise KeyError for an unknown role.
    """
    found = gaps_with(graph, person, counting, basis=basis, as_of=as_of, industry=industry)
    return found[role_id]


def gaps_to_every_role(
    graph: PromotionGraph,
    person: Person,
    ratings: Iterable[Rating],
    *,
    basis: Basis,
    as_of: date,
) -> Mapping[str, Gap]:
    """Return the gap to each role of the catalogue, by role, as `gaps_with`."""
    counting = ratings_that_count(ratings, basis, as_of)
    return gaps_with(graph, person, counting, basis=basis, as_of=as_of)


def gaps_with(
    graph: PromotionGraph,
    person: Person,
    counting: Mapping[str, Rating],
    *,
    basis: Basis,
    as_of: date,
    industry: str | None = None,
) -> OnDemand[Gap]:
    """Return the gap to each role, by role, with the ratings that count known already.

    Each is worked out when it is first asked for: of a large framework most are never seen.
    """
    catalogue = graph.catalogue
    carries_over = carried_over(catalogue, person, industry)
    held_tracks = {
        catalogue.role(held).track for held in person.roles_held(as_of) if catalogue.has_role(held)
    }

    def to_role(role_id: str) -> Gap:
        role = catalogue.role(role_id)
        found = tuple(_skill_gaps(catalogue, role, counting, carries_over))
        skills = sorted(
            found, key=lambda skill: (-skill.weighted_gap, catalogue.skill(skill.skill).order)
        )
        return Gap(
            person=person.id,
            role=role_id,
            catalogue=catalogue.id,
            basis=basis,
            as_of=as_of,
            skills=tuple(skills),
            # Summed in the role's own order, as a whole team's is: both are the same to the last
            # bit.
            readiness=_readiness(found),
            missing_tracks=tuple(track for track in role.after if track not in held_tracks),
            years_to_serve=_years_to_serve(graph, person, role_id, as_of),
        )

    return OnDemand({role.id: role for role in catalogue.roles}, to_role)


def first_role_to_open(graph: PromotionGraph, person: Person, gaps: Mapping[str, Gap]) -> str:
    """Return the role whose gap matters first.

    The first step towards the target, else the promotion with the highest low readiness, else any
    next role, else the present one.
    """
    as_of = next(iter(gaps.values())).as_of if gaps else date.max
    present = person.position_on(as_of).role
    if person.target and graph.catalogue.has_role(person.target):
        way = graph.shortest_way(present, person.target)
        return way[1] if len(way) > 1 else person.target
    promotions = [
        move.to_role for move in graph.moves_out(present) if move.kind is MoveKind.PROMOTION
    ]
    candidates = promotions or [role.id for role in graph.next_roles(present)]
    if not candidates:
        return present

    def low(role_id: str) -> float:
        readiness = gaps[role_id].readiness
        return readiness.low if readiness else -1.0

    return max(candidates, key=lambda role_id: (low(role_id), -graph.catalogue.role(role_id).order))


def is_own_industry(person: Person, industry: str) -> bool:
    """Tell whether an industry is the person's own, whatever its case and the spaces around it.

    Somebody without an industry has none of their own.
    """
    own = person.industry.strip().casefold()
    return bool(own) and industry.strip().casefold() == own


def carried_over(
    catalogue: Catalogue, person: Person, industry: str | None
) -> Callable[[str], float]:
    """Return what part of a skill's level counts in an industry, 1 in the person's own (None)."""
    if industry is None or is_own_industry(person, industry):
        return lambda _skill: 1.0
    return lambda skill: catalogue.skill(skill).portability


def _skill_gaps(
    catalogue: Catalogue,
    role: Role,
    counting: Mapping[str, Rating],
    carries_over: Callable[[str], float],
) -> Iterable[SkillGap]:
    for requirement in role.requires:
        rating = counting.get(requirement.skill)
        if rating is not None and rating.level is None:
            continue
        held = None
        if rating is not None and rating.level is not None:
            held = rating.level * carries_over(requirement.skill)
        yield SkillGap(
            skill=requirement.skill,
            held=held,
            required=requirement.level,
            weight=requirement.weight,
            essential=requirement.essential,
            rating=rating,
            requirement=requirement,
        )


def _readiness(skills: Iterable[SkillGap]) -> Interval | None:
    low = high = whole = 0.0
    for skill in skills:
        whole += skill.weight * skill.required
        if skill.held is None:
            high += skill.weight * skill.required
        else:
            counted = skill.weight * min(skill.held, skill.required)
            low += counted
            high += counted
    return Interval(low / whole, high / whole) if whole > 0 else None


def _years_to_serve(graph: PromotionGraph, person: Person, role_id: str, as_of: date) -> float:
    position = person.position_on(as_of)
    if not graph.catalogue.has_role(position.role):
        return 0.0
    moves = graph.moves_between(position.role, role_id)
    if not moves:
        return 0.0
    served = years_between(position.since, as_of)
    return max(0.0, min((move.years or (0.0, 0.0))[0] for move in moves) - served)
