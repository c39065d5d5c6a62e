"""The ratings of both sides set side by side: where they differ, and what agreeing would do."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from planner.core.gaps import Basis, Gap, gap, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Requirement
from planner.core.people import Person, Rater, Rating
from planner.core.skills.ratings import newest_by_rater


@dataclass(frozen=True, slots=True, kw_only=True)
class BothSides:
    """How the person and the manager see one skill that a role requires.

    A side's view is its newest own rating; what was agreed after it stands for both until one of
    them rates anew. None where a side has rated nothing and agreed to nothing. `agreed` is the
    level agreed in this very one-on-one; the views leave it out, so that the row stays in place.
    """

    requirement: Requirement
    by_self: Rating | None
    by_manager: Rating | None
    agreed: Rating | None = None

    @property
    def skill(self) -> str:
        """The skill's id."""
        return self.requirement.skill

    @property
    def is_unrated(self) -> bool:
        """Whether neither side says anything."""
        return self.by_self is None and self.by_manager is None

    @property
    def is_one_sided(self) -> bool:
        """Whether only one side says something."""
        return (self.by_self is None) is not (self.by_manager is None)

    @property
    def differs(self) -> bool:
        """Whether the sides do not say the same; unrated on both sides is no difference."""
        if self.by_self is None or self.by_manager is None:
            return self.is_one_sided
        return self.by_self.level != self.by_manager.level

    @property
    def weighted_difference(self) -> float:
        """The levels between both views times the weight.

        Where one side holds the skill not applicable, all that is required is at stake. Unrated is
        not 0, so against an unrated side there is no difference to count: it is 0.
        """
        if self.by_self is None or self.by_manager is None or not self.differs:
            return 0.0
        ours, theirs = self.by_self.level, self.by_manager.level
        if ours is None or theirs is None:
            return self.requirement.weight * self.requirement.level
        return self.requirement.weight * abs(ours - theirs)


def both_sides(
    catalogue: Catalogue,
    role_id: str,
    ratings: Iterable[Rating],
    agreed: Collection[Rating],
    day: date,
) -> tuple[BothSides, ...]:
    """Return every skill that a role requires as both sides see it up to a day.

    The largest weighted difference first, then those that one side has not rated, by weight, then
    those that do not differ; among equals in the catalogue's order. `agreed` are the levels agreed
    in the one-on-one itself, in the order of their entry.
    """
    before = _without(ratings, agreed)
    newest = {rating.skill: rating for rating in agreed}
    rows = [
        _row(requirement, before, newest.get(requirement.skill), day)
        for requirement in catalogue.role(role_id).requires
    ]
    return tuple(sorted(rows, key=partial(_rank, catalogue)))


def _rank(catalogue: Catalogue, row: BothSides) -> tuple[bool, bool, float, float, int]:
    weight = row.requirement.weight if row.is_one_sided else 0.0
    order = catalogue.skill(row.skill).order
    return not row.differs, row.is_one_sided, -row.weighted_difference, -weight, order


def _row(
    requirement: Requirement, ratings: Iterable[Rating], agreed: Rating | None, day: date
) -> BothSides:
    newest = newest_by_rater(ratings, requirement.skill, day)
    settled = newest.get(Rater.AGREED)

    def view(of: Rater) -> Rating | None:
        own = newest.get(of)
        if own is None or settled is None:
            return own or settled
        return max(own, settled, key=lambda rating: (rating.on, rating.entry))

    return BothSides(
        requirement=requirement,
        by_self=view(Rater.SELF),
        by_manager=view(Rater.MANAGER),
        agreed=agreed,
    )


@dataclass(frozen=True, slots=True)
class Effect:
    """The gap to a role before and after something was agreed, on the agreed basis."""

    before: Gap
    after: Gap

    @property
    def change(self) -> float:
        """How much the least readiness rises, as a fraction; below 0 where it falls."""
        before, after = self.before.readiness, self.after.readiness
        return (after.low if after else 0.0) - (before.low if before else 0.0)

    @property
    def is_none(self) -> bool:
        """Whether neither readiness nor what is open changes."""
        return (self.before.readiness, self.before.open_essentials) == (
            self.after.readiness,
            self.after.open_essentials,
        )


def effect_of_level(
    graph: PromotionGraph,
    person: Person,
    ratings: Iterable[Rating],
    role_id: str,
    *,
    skill: str,
    level: float | None,
    agreed: Collection[Rating],
    day: date,
) -> Effect:
    """Return what agreeing a level of one skill does to the gap to a role.

    `agreed` are the levels agreed in the one-on-one so far; those of other skills count before and
    after.
    """
    known = tuple(ratings)
    before = _without(known, [rating for rating in agreed if rating.skill == skill])
    newest = max((rating.entry for rating in known), default=0)
    said = Rating(entry=newest + 1, skill=skill, level=level, by=Rater.AGREED, on=day)
    measure = partial(_gap_on, graph, person, role_id, day)
    return Effect(measure(before), measure([*before, said]))


def effect_of_all(
    graph: PromotionGraph,
    person: Person,
    ratings: Iterable[Rating],
    role_id: str,
    *,
    agreed: Collection[Rating],
    day: date,
) -> Effect:
    """Return what all levels agreed in a one-on-one do to the gap to a role."""
    known = tuple(ratings)
    measure = partial(_gap_on, graph, person, role_id, day)
    return Effect(measure(_without(known, agreed)), measure(known))


def _without(ratings: Iterable[Rating], left_out: Iterable[Rating]) -> list[Rating]:
    entries = {rating.entry for rating in left_out}
    return [rating for rating in ratings if rating.entry not in entries]


def _gap_on(
    graph: PromotionGraph, person: Person, role_id: str, day: date, ratings: Iterable[Rating]
) -> Gap:
    counting = ratings_that_count(ratings, Basis.AGREED, day)
    return gap(graph, person, counting, role_id, basis=Basis.AGREED, as_of=day)
