"""Effort: the hours of practice that lead from one level of a skill to another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planner.core.model import Catalogue, Scale, Skill

WEEKS_A_YEAR = 52


def hours_up_to(skill: Skill, scale: Scale, level: float) -> float | None:
    """Return the hours of practice from nothing held up to a level; None where nobody says.

    The skill's own hours override the scale's. Between two levels with hours they lie on the
    straight line; at the lowest level, which means nothing held, they are 0.
    """
    if level <= scale.lowest:
        return 0.0
    return _on_line(hours_by_level(skill, scale), level)


def effort(skill: Skill, scale: Scale, held: float | None, required: float) -> float | None:
    """Return the hours that lead from the held to the required level; None where nobody says.

    Unrated (None) counts as nothing held. A step that leads no higher costs nothing.
    """
    start = scale.lowest if held is None else held
    if required <= start:
        return 0.0
    before, after = hours_up_to(skill, scale, start), hours_up_to(skill, scale, required)
    if before is None or after is None:
        return None
    return max(0.0, after - before)


def effort_in(
    catalogue: Catalogue, skill_id: str, held: float | None, required: float
) -> float | None:
    """Return the effort of a step in a skill of a catalogue; None also for an unknown skill."""
    if not catalogue.has_skill(skill_id):
        return None
    return effort(catalogue.skill(skill_id), catalogue.scale, held, required)


def hours_by_level(skill: Skill, scale: Scale) -> Sequence[tuple[float, float]]:
    """Return levels with their cumulative hours, rising from the lowest level and 0 hours.

    Beyond the last of them nobody says what a level takes.
    """
    said = skill.hours or tuple(
        (level.number, level.hours) for level in scale.levels if level.hours is not None
    )
    above = sorted((level, hours) for level, hours in said if level > scale.lowest)
    return ((scale.lowest, 0.0), *above)


def learning_years(hours: float, hours_a_week: float) -> float:
    """Return the years that so many hours of practice take at so many hours a week (> 0)."""
    return hours / (hours_a_week * WEEKS_A_YEAR)


def _on_line(points: Sequence[tuple[float, float]], level: float) -> float | None:
    for (low, less), (high, more) in pairwise(points):
        if level <= high:
            return less + (more - less) * (level - low) / (high - low)
    return None
