"""What a team loses where a role asks for one level more of a skill."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.core.gaps import Interval
from planner.core.team.against_roles import Standings, Team


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessLoss:
    """Whose readiness falls, and from what to what; `is_in_role` for those who hold the role."""

    person: str
    is_in_role: bool
    before: Interval
    after: Interval
    was_ready: bool
    is_ready: bool

    @property
    def is_ready_no_longer(self) -> bool:
        """Whether the person was ready and would not be."""
        return self.was_ready and not self.is_ready


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedRequirement:
    """A requirement at the next named level, and whoever loses readiness by that.

    `losses` stand in the team's order: those in the role, or everybody compared with it.
    """

    role: str
    skill: str
    from_level: float
    to_level: float
    compared: int
    losses: tuple[ReadinessLoss, ...]


def raise_requirement(
    team: Team,
    role_id: str,
    skill: str,
    *,
    everybody: bool = False,
    standings: Standings | None = None,
) -> RaisedRequirement | None:
    """Return who loses readiness for a role that asks for one level more of a skill.

    Looked at are those who hold the role, or with `everybody` all of the team. Readiness is lost
    where its low end falls, or where somebody is ready no longer. `standings` are the team's where
    they are known. Return None where the role does not ask for the skill or asks for the highest
    level; raise KeyError for an unknown role.
    """
    role = team.catalogue.role(role_id)
    asked = next((one for one in role.requires if one.skill == skill), None)
    level = team.catalogue.scale.next_above(asked.level) if asked else None
    if asked is None or level is None:
        return None
    standings = standings or Standings(team)
    requires = tuple(replace(one, level=level) if one is asked else one for one in role.requires)
    before = standings.to_role(role_id)
    after = standings.to_changed(replace(role, requires=requires))
    was_ready, is_ready = before.ready.tolist(), after.ready.tolist()
    losses, compared = [], 0
    for row, (person, held) in enumerate(zip(team.people, standings.roles, strict=True)):
        if not everybody and held != role_id:
            continue
        compared += 1
        known, then = before.readiness(row), after.readiness(row)
        if known is None or then is None:
            continue
        if then.low < known.low or (was_ready[row] and not is_ready[row]):
            losses.append(
                ReadinessLoss(
                    person=person.id,
                    is_in_role=held == role_id,
                    before=known,
                    after=then,
                    was_ready=was_ready[row],
                    is_ready=is_ready[row],
                )
            )
    return RaisedRequirement(
        role=role_id,
        skill=skill,
        from_level=asked.level,
        to_level=level,
        compared=compared,
        losses=tuple(losses),
    )
