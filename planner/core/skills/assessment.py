"""A guided assessment: whose skills are asked for in which order, and how far it has come.

An answer given unseen is worth more: until a rater has answered, they see no answer but their own
last one. Those who agree on a level see all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from planner.core.gaps import Basis, Gap, gap, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import MONTHS_UNTIL_STALE, Person, Rater, Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One round of rating by one rater, skill by skill.

    `role` is whose skills these are, empty for all of the catalogue; `only_due` whether they are
    those that were unrated or stale. `begun` is the lowest entry that a rating made in this round
    can have: so what has been answered is read off the ratings, and an undo takes it back.
    """

    by: Rater
    role: str
    only_due: bool
    skills: tuple[str, ...]
    begun: int
    skipped: tuple[str, ...] = ()

    def answers(self, ratings: Iterable[Rating]) -> Mapping[str, Rating]:
        """Return the newest rating made in this round, by skill."""
        made = sorted(
            (rating for rating in ratings if rating.by is self.by and rating.entry >= self.begun),
            key=lambda rating: rating.entry,
        )
        return {rating.skill: rating for rating in made if rating.skill in self.skills}

    def passed_over(self, answered: Collection[str]) -> tuple[str, ...]:
        """Return the skills that were skipped and not answered after all."""
        return tuple(
            skill for skill in self.skills if skill in self.skipped and skill not in answered
        )

    def open_skills(self, answered: Collection[str]) -> tuple[str, ...]:
        """Return the skills still to be asked for, in order."""
        return tuple(
            skill for skill in self.skills if skill not in answered and skill not in self.skipped
        )

    def following(self, skill: str, answered: Collection[str]) -> str | None:
        """Return the open skill after `skill`, else the first one; None where none is left."""
        still_open = self.open_skills(answered)
        at = self.skills.index(skill)
        after = (other for other in still_open if self.skills.index(other) > at)
        return next(after, next(iter(still_open), None))

    def before(self, skill: str) -> str | None:
        """Return the skill before `skill`, answered or not; None before the first."""
        at = self.skills.index(skill)
        return self.skills[at - 1] if at else None

    def skip(self, skill: str) -> Assessment:
        """Return the round with a skill skipped."""
        kept = tuple(other for other in self.skipped if other != skill)
        return replace(self, skipped=(*kept, skill))

    def take_up_skipped(self) -> Assessment:
        """Return the round with everything that was skipped to be asked for again."""
        return replace(self, skipped=())


def skills_to_assess(
    catalogue: Catalogue,
    ratings: Iterable[Rating],
    *,
    by: Rater,
    role: str,
    only_due: bool,
    as_of: date,
    months: int = MONTHS_UNTIL_STALE,
) -> tuple[str, ...]:
    """Return the skills to ask for, the heaviest first, equals in the catalogue's order.

    A skill weighs what `role` gives it; among all skills, with an empty `role`, the most that any
    role gives it. What is due has no rating by this rater, or a stale one.
    """
    weights = _weights(catalogue, role)
    newest: dict[str, Rating] = {}
    for rating in ratings:
        known = newest.get(rating.skill)
        is_ours = rating.by is by and rating.on <= as_of
        if is_ours and (known is None or (known.on, known.entry) < (rating.on, rating.entry)):
            newest[rating.skill] = rating
    asked = [
        skill
        for skill in catalogue.skills
        if skill.id in weights
        and not (only_due and skill.id in newest and not newest[skill.id].is_stale(as_of, months))
    ]
    asked.sort(key=lambda skill: (-weights[skill.id], skill.order))
    return tuple(skill.id for skill in asked)


def raters_in_sight(by: Rater, *, has_answered: bool) -> frozenset[Rater]:
    """Return whose last answers the rater may see: all of them once the own one is given."""
    if by is Rater.AGREED or has_answered:
        return frozenset(Rater)
    return frozenset({by})


def gaps_around(
    graph: PromotionGraph,
    person: Person,
    ratings: Iterable[Rating],
    assessment: Assessment,
    role: str,
    *,
    basis: Basis,
    as_of: date,
) -> tuple[Gap, Gap]:
    """Return the gap to a role without the answers of a round, and with them."""
    every = tuple(ratings)
    earlier = tuple(
        rating
        for rating in every
        if rating.by is not assessment.by or rating.entry < assessment.begun
    )

    def found(among: Iterable[Rating]) -> Gap:
        counting = ratings_that_count(among, basis, as_of)
        return gap(graph, person, counting, role, basis=basis, as_of=as_of)

    return found(earlier), found(every)


def _weights(catalogue: Catalogue, role: str) -> Mapping[str, float]:
    if role:
        return {
            requirement.skill: requirement.weight for requirement in catalogue.role(role).requires
        }
    weights = {skill.id: 0.0 for skill in catalogue.skills}
    for one in catalogue.roles:
        for requirement in one.requires:
            weights[requirement.skill] = max(weights[requirement.skill], requirement.weight)
    return weights
