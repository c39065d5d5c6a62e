"""The levels that tell a person what a gap means: the present one, the next, and the required."""

from __future__ import annotations

from dataclasses import dataclass

from planner.core.gaps import SkillGap
from planner.core.model import Level, Scale, Skill
from planner.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelStep:
    """A level on the way: its number, the named level that it at least is, and what that means.

    `description` is None where the catalogue does not describe it.
    """

    number: float
    level: Level
    description: Text | None
    is_now: bool = False
    is_next: bool = False
    is_required: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the number is that of the named level itself, not one above it."""
        return self.number == self.level.number


def level_steps(skill: Skill, held: float | None, required: float, scale: Scale) -> list[LevelStep]:
    """Return the held, the next and the required level, rising, each number once.

    The next level is the first named one above the held one that does not exceed what is required.
    An unrated skill has no present level and so no next one.
    """
    following = None
    if held is not None:
        above = [level.number for level in scale.levels if held < level.number <= required]
        following = min(above, default=None)
    numbers = {held, following, required} - {None}
    return [
        LevelStep(
            number=number,
            level=scale.at_most(number),
            description=skill.description(number) if number > scale.lowest else None,
            is_now=number == held,
            is_next=number == following,
            is_required=number == required,
        )
        for number in sorted(number for number in numbers if number is not None)
    ]


def steps_of(gap: SkillGap, skill: Skill, scale: Scale) -> list[LevelStep]:
    """Return the levels to tell of one skill of a gap."""
    return level_steps(skill, gap.held, gap.required, scale)
