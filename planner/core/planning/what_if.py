"""What if: levels, hours a week, industry or present role that are imagined, and never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from planner.core.errors import PlannerError
from planner.core.keeping.person_edits import HOURS_OF_A_WEEK, LONGEST_NAME
from planner.core.keeping.plain_text import text_fault
from planner.core.model import Catalogue
from planner.core.people import IMAGINED, Person, Rater, Rating
from planner.core.text import message


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What is imagined of somebody; whatever is left out stays as it is.

    `levels` by skill stand in the place of the ratings that count, None for *not applicable*; in
    another `industry` than the person's they count times the skill's portability, as every level
    does. `role` is taken up on the day looked at: no time is served in it, and the roles held until
    then, the real one among them, are past ones. The role that is held anyway changes nothing.
    """

    levels: Mapping[str, float | None] = field(default_factory=dict)
    hours_a_week: float | None = None
    industry: str | None = None
    role: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is imagined."""
        return self == WhatIf()

    def with_level(self, skill: str, level: float | None) -> WhatIf:
        """Return the same with a skill at another level."""
        return replace(self, levels={**self.levels, skill: level})

    def without_level(self, skill: str) -> WhatIf:
        """Return the same with a skill as it is rated."""
        kept = {one: level for one, level in self.levels.items() if one != skill}
        return replace(self, levels=kept)


def imagined_person(person: Person, what_if: WhatIf, as_of: date) -> Person:
    """Return the person with the hours a week and the role that are imagined on a day."""
    if what_if.hours_a_week is not None:
        person = replace(person, hours_a_week=what_if.hours_a_week)
    held = person.position_on(as_of)
    if what_if.role is None or what_if.role == held.role:
        return person
    day_before = max(as_of, date.min + timedelta(days=1)) - timedelta(days=1)
    past = [position for position in person.history if position.since <= as_of]
    positions = tuple(
        replace(position, until=min(position.until or day_before, day_before))
        # Before the first position the first one is held.
        for position in past or [replace(held, since=day_before)]
    )
    return replace(person, role=what_if.role, since=as_of, positions=positions)


def imagined_ratings(
    counting: Mapping[str, Rating], what_if: WhatIf, as_of: date
) -> Mapping[str, Rating]:
    """Return the ratings that count, from `ratings_that_count`, with the imagined levels."""
    return {
        **counting,
        **{skill: _imagined(skill, level, as_of) for skill, level in what_if.levels.items()},
    }


def without_effect(
    what_if: WhatIf, person: Person, counting: Mapping[str, Rating], as_of: date
) -> WhatIf:
    """Return what is imagined without what is so anyway."""
    levels = {
        skill: level
        for skill, level in what_if.levels.items()
        if skill not in counting or counting[skill].level != level
    }
    hours, role = what_if.hours_a_week, what_if.role
    is_own = bool(person.industry) and what_if.industry == person.industry
    return WhatIf(
        levels=levels,
        hours_a_week=None if hours == person.hours_a_week else hours,
        industry=None if is_own else what_if.industry,
        role=None if role == person.position_on(as_of).role else role,
    )


def check_what_if(what_if: WhatIf, catalogue: Catalogue) -> None:
    """Raise PlannerError for a level off the scale, hours that no week has, or an odd industry.

    Raise KeyError for an unknown skill or role.
    """
    scale = catalogue.scale
    for skill, level in what_if.levels.items():
        name = catalogue.skill(skill).name
        if level is not None and not scale.has(level):
            raise PlannerError(
                message(
                    "The level {level} of {skill} is not on the scale.", level=level, skill=name
                ),
                remedy=message(
                    "Choose a level from {lowest} to {highest}.",
                    lowest=scale.lowest,
                    highest=scale.highest,
                ),
            )
    if what_if.role is not None:
        catalogue.role(what_if.role)
    hours = what_if.hours_a_week
    if hours is not None and not 0 < hours <= HOURS_OF_A_WEEK:
        raise PlannerError(
            message("{hours} hours a week are none to practise in.", hours=hours),
            remedy=message("Enter more than 0 and at most 168 hours."),
        )
    if what_if.industry is not None:
        check_industry(what_if.industry)


def check_industry(industry: str) -> None:
    """Raise PlannerError for an industry without a name, or with one that is no plain text."""
    if not industry.strip():
        raise PlannerError(
            message("No industry is named."), remedy=message("Name one, such as banking.")
        )
    if fault := text_fault(industry, LONGEST_NAME):
        raise PlannerError(fault, remedy=message("Correct the text, then try again."))


def _imagined(skill: str, level: float | None, on: date) -> Rating:
    # Nobody gave it; whoever shows it asks `is_imagined` before the rater.
    return Rating(entry=IMAGINED, skill=skill, level=level, by=Rater.SELF, on=on)
