"""Two roles side by side: what both require, what one alone does, and how much carries over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.core.gaps import Gap
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Move, Requirement, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSkill:
    """A skill that both roles require, each in its own way."""

    first: Requirement
    second: Requirement

    @property
    def skill(self) -> str:
        """The skill."""
        return self.first.skill

    @property
    def difference(self) -> float:
        """By how much the second role requires a higher level; below 0 where the first one does."""
        return self.second.level - self.first.level


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleComparison:
    """A first and a second role; every pair is of the first and of the second.

    Skills stand by falling weight (of two weights the larger), equals in the catalogue's order.
    `carries_over` says how ready for the second somebody is who holds exactly what the first one
    requires, then the same the other way: a fraction, None where nothing is required. `moves` are
    those between the two, each way, `ways` the shortest ways in roles, both ends included, empty
    for none. `gaps` are a person's, where one is compared too.
    """

    first: Role
    second: Role
    both: tuple[SharedSkill, ...]
    only: tuple[tuple[Requirement, ...], tuple[Requirement, ...]]
    carries_over: tuple[float | None, float | None]
    moves: tuple[tuple[Move, ...], tuple[Move, ...]]
    ways: tuple[tuple[str, ...], tuple[str, ...]]
    moves_in: tuple[tuple[Move, ...], tuple[Move, ...]]
    moves_out: tuple[tuple[Move, ...], tuple[Move, ...]]
    gaps: tuple[Gap, Gap] | None = None

    @property
    def roles(self) -> tuple[Role, Role]:
        """Both roles."""
        return self.first, self.second

    @property
    def is_of_one_role(self) -> bool:
        """Whether both are the same, so that there is nothing to compare."""
        return self.first.id == self.second.id

    @property
    def higher(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The shared skills of which the first role requires more, and those of the second."""
        return (
            tuple(shared.skill for shared in self.both if shared.difference < 0),
            tuple(shared.skill for shared in self.both if shared.difference > 0),
        )

    @property
    def equal(self) -> tuple[str, ...]:
        """The shared skills of which both require the same level."""
        return tuple(shared.skill for shared in self.both if not shared.difference)


def compare_roles(
    graph: PromotionGraph, first_id: str, second_id: str, gaps: Mapping[str, Gap] | None = None
) -> RoleComparison:
    """Return two roles side by side, with a person's `gaps` by role where they are given.

    Raise KeyError for an unknown role.
    """
    catalogue = graph.catalogue
    first, second = catalogue.role(first_id), catalogue.role(second_id)
    ours = {requirement.skill: requirement for requirement in first.requires}
    theirs = {requirement.skill: requirement for requirement in second.requires}
    both = [
        SharedSkill(first=ours[skill], second=theirs[skill]) for skill in ours if skill in theirs
    ]
    both.sort(
        key=lambda shared: (
            -max(shared.first.weight, shared.second.weight),
            catalogue.skill(shared.skill).order,
        )
    )
    return RoleComparison(
        first=first,
        second=second,
        both=tuple(both),
        only=(
            _without(catalogue, first.requires, theirs),
            _without(catalogue, second.requires, ours),
        ),
        carries_over=(carry_over(first, second), carry_over(second, first)),
        moves=(graph.moves_between(first_id, second_id), graph.moves_between(second_id, first_id)),
        ways=(_way(graph, first_id, second_id), _way(graph, second_id, first_id)),
        moves_in=(graph.moves_in(first_id), graph.moves_in(second_id)),
        moves_out=(graph.moves_out(first_id), graph.moves_out(second_id)),
        gaps=(gaps[first_id], gaps[second_id]) if gaps is not None else None,
    )


def carry_over(held: Role, role: Role) -> float | None:
    """Return the readiness for `role` of somebody who holds exactly what `held` requires.

    Every requirement counts, desirable ones too, by the weights of `role`; a skill that `held` does
    not require counts as not held. None where the sum of what `role` requires is 0.
    """
    levels = {requirement.skill: requirement.level for requirement in held.requires}
    whole = sum(requirement.weight * requirement.level for requirement in role.requires)
    if whole <= 0:
        return None
    kept = sum(
        requirement.weight * min(levels.get(requirement.skill, 0.0), requirement.level)
        for requirement in role.requires
    )
    return kept / whole


def _without(
    catalogue: Catalogue, requires: Iterable[Requirement], others: Mapping[str, Requirement]
) -> tuple[Requirement, ...]:
    """Return the requirements of skills that the other role does not require."""
    alone = [requirement for requirement in requires if requirement.skill not in others]
    alone.sort(
        key=lambda requirement: (-requirement.weight, catalogue.skill(requirement.skill).order)
    )
    return tuple(alone)


def _way(graph: PromotionGraph, start: str, end: str) -> tuple[str, ...]:
    return graph.shortest_way(start, end) if start != end else ()
