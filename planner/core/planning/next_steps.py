"""The next best step: for every step up in a skill its hours, the readiness it adds, what it opens.

It is counted for one role, or over all within reach: the roles to which moves lead from the
present role, by any number of moves and whatever the moves or roles ask for, without the present
role itself and those that the person does not want.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from planner.core.gaps import Gap
from planner.core.graph import PromotionGraph
from planner.core.routing.standing import Standing
from planner.core.skills.effort import effort


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A step in one skill from what is held up to the next named level of the scale.

    What is not `is_rated` begins at the scale's lowest level. `hours` are None where nobody says
    them. `readiness_added` is how much the low end of the readiness rises, as a fraction, summed
    over the roles counted; `makes_ready` are those of them for which the person is ready after the
    step and not before, in the catalogue's order. In `essential_in` of them the skill is essential.
    """

    skill: str
    from_level: float
    to_level: float
    hours: float | None
    readiness_added: float
    makes_ready: tuple[str, ...] = ()
    essential_in: int = 0
    is_rated: bool = True

    @property
    def per_hour(self) -> float | None:
        """The readiness added by an hour; None where nobody says the hours, or there are none."""
        return self.readiness_added / self.hours if self.hours else None

    @property
    def adds(self) -> bool:
        """Whether it adds readiness or makes ready."""
        return self.readiness_added > 0 or bool(self.makes_ready)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySkill:
    """A skill that is essential in `essential_in` of the roles within reach.

    `open_in` says in how many of them it has a gap or is unrated.
    """

    skill: str
    essential_in: int
    open_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSteps:
    """The steps from where somebody stands, the best first, and what they are measured by.

    `role` is the one they are counted for; None where they are counted over `within_reach`, role
    ids in the catalogue's order, and `unwanted` is how many within reach are left out of these.
    `key_skill` keeps most doors open: it is essential in the most roles within reach, of equal ones
    the one with the greatest weight there; None where nothing essential is applicable, and for one
    role.
    """

    present: str
    within_reach: tuple[str, ...]
    steps: tuple[NextStep, ...]
    key_skill: KeySkill | None
    role: str | None = None
    unwanted: int = 0


@dataclass(slots=True)
class _Tally:
    """What is summed up of one skill over the roles counted."""

    start: float
    end: float | None
    gain: float = 0.0
    makes_ready: tuple[str, ...] = ()
    essential_in: int = 0
    open_in: int = 0
    weight: float = 0.0


def roles_within_reach(graph: PromotionGraph, present: str) -> tuple[str, ...]:
    """Return the roles to which moves lead, in the catalogue's order; none from an unknown role."""
    if not graph.catalogue.has_role(present):
        return ()
    reach = graph.reach(present, lambda _move: True)
    return tuple(
        role.id for role in graph.catalogue.roles if role.id in reach and role.id != present
    )


def next_steps(
    graph: PromotionGraph,
    standing: Standing,
    gaps: Mapping[str, Gap],
    *,
    role: str | None = None,
    unwanted: Collection[str] = (),
) -> NextSteps:
    """Return every single step up in a skill, the best first.

    They are counted for `role`, or where that is None over the roles within reach that are not
    `unwanted`. `gaps` are those to every role for the same standing. Unrated counts as nothing
    held; what is not applicable or stands at the top of the scale has no step. First come the steps
    with the most readiness by hour, a step that costs no hours before all; last those of unknown
    hours, of which the ones that add more come first. Equal ones keep the catalogue's order.
    """
    catalogue = graph.catalogue
    tallies: dict[str, _Tally] = {}
    for skill in catalogue.skills:
        held = standing.levels.get(skill.id, catalogue.scale.lowest)
        if held is not None:
            tallies[skill.id] = _Tally(start=held, end=catalogue.scale.next_above(held))
    within = roles_within_reach(graph, standing.role)
    reach = tuple(one for one in within if one not in unwanted)
    for counted in reach if role is None else (role,):
        _add(gaps[counted], tallies)
    steps = [
        NextStep(
            skill=skill,
            from_level=tally.start,
            to_level=tally.end,
            hours=effort(catalogue.skill(skill), catalogue.scale, tally.start, tally.end),
            readiness_added=tally.gain,
            makes_ready=tally.makes_ready,
            essential_in=tally.essential_in,
            is_rated=skill in standing.levels,
        )
        for skill, tally in tallies.items()
        if tally.end is not None
    ]
    return NextSteps(
        present=standing.role,
        within_reach=reach,
        steps=tuple(sorted(steps, key=_place)),
        key_skill=_key_skill(tallies) if role is None else None,
        role=role,
        unwanted=len(within) - len(reach),
    )


def _add(gap: Gap, tallies: Mapping[str, _Tally]) -> None:
    """Add what one role says of each skill."""
    whole = gap.required_sum
    still_open = gap.open_essentials
    is_one_away = (
        len(still_open) == 1
        and gap.readiness is not None
        and not gap.missing_tracks
        and gap.years_to_serve <= 0
    )
    for skill in gap.skills:
        tally = tallies[skill.skill]
        if skill.essential:
            tally.essential_in += 1
            tally.weight += skill.weight
            tally.open_in += skill.is_open
        if tally.end is None:
            continue
        if tally.start < skill.required:
            tally.gain += skill.weight * (min(tally.end, skill.required) - tally.start) / whole
        if is_one_away and still_open[0] == skill.skill and tally.end >= skill.required:
            tally.makes_ready = (*tally.makes_ready, gap.role)


def _place(step: NextStep) -> tuple[bool, float]:
    """Return where a step stands among the others."""
    if step.hours is None:
        return True, -step.readiness_added
    if step.per_hour is None:
        return False, -math.inf if step.adds else 0.0
    return False, -step.per_hour


def _key_skill(tallies: Mapping[str, _Tally]) -> KeySkill | None:
    best = max(
        tallies.items(),
        key=lambda item: (item[1].essential_in, item[1].weight),
        default=None,
    )
    if best is None or not best[1].essential_in:
        return None
    skill, tally = best
    return KeySkill(skill=skill, essential_in=tally.essential_in, open_in=tally.open_in)
