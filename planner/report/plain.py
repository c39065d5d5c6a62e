"""Gaps, people and roles as plain data, for `--json` and for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.core.gaps import Gap, SkillGap
from planner.core.model import Role
from planner.core.people import MONTHS_UNTIL_STALE, Person, Position, Rating
from planner.core.skills.history import ReadinessHistory
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
    """Return a gap with its numbers unrounded; nobody has rated what is only imagined."""
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
                "rated_by": rating.by.value if rating else None,
                "rated_on": rating.on.isoformat() if rating else None,
            }
            for skill, rating in ((skill, _given(skill)) for skill in gap.skills)
        ],
    }


def _given(skill: SkillGap) -> Rating | None:
    """Return the rating that counts where somebody gave it."""
    return None if skill.rating is None or skill.rating.is_imagined else skill.rating


def plain_rating_history(
    person: Person,
    skill: str,
    history: Iterable[Rating],
    as_of: date,
    months: int = MONTHS_UNTIL_STALE,
) -> Plain:
    """Return a skill's ratings in the history's order; not applicable is the level `n/a`."""
    return {
        "person": person.id,
        "skill": skill,
        "as_of": as_of.isoformat(),
        "ratings": [
            {
                "level": "n/a" if rating.level is None else rating.level,
                "by": rating.by.value,
                "on": rating.on.isoformat(),
                "comment": rating.comment,
                "evidence": rating.evidence,
                "stale": rating.is_stale(as_of, months),
            }
            for rating in history
        ],
    }


def plain_readiness_history(
    person: Person, history: ReadinessHistory, positions: Iterable[Position]
) -> Plain:
    """Return the days on which readiness changed, unrounded, and the positions held until then."""
    return {
        "person": person.id,
        "role": history.role,
        "basis": history.basis.value,
        "as_of": history.as_of.isoformat(),
        "readiness": [
            {
                "on": change.on.isoformat(),
                "low": change.readiness.low if change.readiness else None,
                "high": change.readiness.high if change.readiness else None,
                "open_essentials": list(change.open_essentials),
            }
            for change in history.changes
        ],
        "positions": [
            {
                "role": position.role,
                "since": position.since.isoformat(),
                "until": position.until.isoformat() if position.until else None,
            }
            for position in positions
        ],
    }
