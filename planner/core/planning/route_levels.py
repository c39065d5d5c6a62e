"""What each step of a route does to each skill: the level held on arrival and the one required."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planner.core.model import Catalogue, Requirement
from planner.core.routes import Route, RouteStep
from planner.core.routing.standing import Standing
from planner.core.skills.effort import effort


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSkill:
    """One skill in one step of a route.

    `held` is the level on arrival, None where nobody has rated it. `required` is the level in the
    new role, for a skill that is left behind the one in the old role. `hours` are those which the
    step pays for it: 0 for a desirable one, None where nobody says how many it takes.
    """

    skill: str
    held: float | None
    required: float
    essential: bool
    hours: float | None
    rests_on_unrated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSkills:
    """The skills of one step, each in the order of its role's requirements."""

    keep: tuple[StepSkill, ...]
    raised: tuple[StepSkill, ...]
    learn: tuple[StepSkill, ...]
    leave: tuple[StepSkill, ...]

    @property
    def resting_on_unrated(self) -> tuple[StepSkill, ...]:
        """The skills that cost hours and that nobody had rated before the route began."""
        return tuple(one for one in (*self.raised, *self.learn) if one.rests_on_unrated)


def step_skills(catalogue: Catalogue, standing: Standing, route: Route) -> tuple[StepSkills, ...]:
    """Return the skills of each step of a route that begins where somebody stands."""
    levels = dict(standing.levels)
    steps = []
    for step in route.steps:
        steps.append(_skills_of(catalogue, standing, step, levels))
        for requirement in catalogue.role(step.move.to_role).requires:
            held = levels.get(requirement.skill, catalogue.scale.lowest)
            if requirement.essential and held is not None:
                levels[requirement.skill] = max(held, requirement.level)
    return tuple(steps)


def _skills_of(
    catalogue: Catalogue, standing: Standing, step: RouteStep, levels: Mapping[str, float | None]
) -> StepSkills:
    new = {one.skill: one for one in catalogue.role(step.move.to_role).requires}
    old = {one.skill: one for one in catalogue.role(step.move.from_role).requires}

    def told(skills: Iterable[str], asked: Mapping[str, Requirement]) -> Iterator[StepSkill]:
        for skill in skills:
            requirement = asked[skill]
            held = levels.get(skill)
            hours: float | None = 0.0
            if requirement.essential and asked is new:
                hours = effort(catalogue.skill(skill), catalogue.scale, held, requirement.level)
            yield StepSkill(
                skill=skill,
                held=held,
                required=requirement.level,
                essential=requirement.essential,
                hours=hours,
                rests_on_unrated=bool(hours) and skill not in standing.levels,
            )

    return StepSkills(
        keep=tuple(told(step.keep, new)),
        raised=tuple(told(step.raised, new)),
        learn=tuple(told(step.learn, new)),
        leave=tuple(told(step.leave, old)),
    )
