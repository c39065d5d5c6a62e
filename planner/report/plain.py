"""Gaps, people and roles as plain data, for `--json` and for other programs."""

from __future__ import annotations

from planner.core.gaps import Gap
from planner.core.model import Role
from planner.core.people import Person
from planner.core.text import Texts

Plain = dict[str, object]


def plain_person(person: Person) -> Plain:
    """Return who somebody is, where they stand and what they aim for."""
    return {
        "id": person.id,
        "name": person.name,
        "catalogue": person.catalogue,
        "role": person.role,
        "since": person.since.isoformat(),
        "target": person.target,
    }


def plain_role(role: Role, catalogue: str, texts: Texts) -> Plain:
    """Return a role with its name in the language of `texts`."""
    return {
        "id": role.id,
        "name": texts.pick(role.name),
        "catalogue": catalogue,
        "track": role.track,
        "rank": role.rank,
    }


def plain_gap(gap: Gap) -> Plain:
    """Return a gap with its numbers unrounded."""
    return {
        "person": gap.person,
        "role": gap.role,
        "catalogue": gap.catalogue,
        "basis": gap.basis.value,
        "as_of": gap.as_of.isoformat(),
        "readiness": (
            {"low": gap.readiness.low, "high": gap.readiness.high} if gap.readiness else None
        ),
        "ready": gap.ready,
        "open_essentials": list(gap.open_essentials),
        "skills": [
            {
                "skill": skill.skill,
                "held": skill.held,
                "required": skill.required,
                "gap": skill.gap,
                "weight": skill.weight,
                "essential": skill.essential,
                "rated_by": skill.rating.by.value if skill.rating else None,
                "rated_on": skill.rating.on.isoformat() if skill.rating else None,
            }
            for skill in gap.skills
        ],
    }
