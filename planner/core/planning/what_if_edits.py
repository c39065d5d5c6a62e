"""Keeping what was imagined: its raised steps as actions of the plan, or its levels as ratings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from planner.core.career import Action, Career
from planner.core.edits import Change, Edit
from planner.core.keeping.career_edits import add_actions, part_key
from planner.core.keeping.person_edits import person_key, rating_key
from planner.core.model import Catalogue
from planner.core.people import Person, Rater, Rating
from planner.core.planning.next_steps import NextStep
from planner.core.planning.offers import numbered, suggested_actions
from planner.core.planning.what_if import WhatIf
from planner.core.text import Texts, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Raise:
    """A skill that is imagined higher than it is; `held` None where it is unrated."""

    skill: str
    held: float | None
    level: float


def raises(what_if: WhatIf, catalogue: Catalogue, counting: Mapping[str, Rating]) -> list[Raise]:
    """Return the skills imagined higher than the ratings that count say, in catalogue order."""
    found = []
    for skill in catalogue.skills:
        level, rating = what_if.levels.get(skill.id), counting.get(skill.id)
        held = rating.level if rating else None
        if level is not None and level > (catalogue.scale.lowest if held is None else held):
            found.append(Raise(skill=skill.id, held=held, level=level))
    return found


def stepped(
    what_if: WhatIf, catalogue: Catalogue, counting: Mapping[str, Rating], skill: str, *, up: bool
) -> WhatIf:
    """Return the same with a skill one named level higher or lower, where there is one.

    Unrated and not applicable count as nothing held. What comes back to the rating that counts
    (`counting`, without anything imagined) is imagined no longer.
    """
    scale, rating = catalogue.scale, counting.get(skill)
    real = rating.level if rating else None
    now = what_if.levels.get(skill, real)
    start = scale.lowest if now is None else now
    level = scale.next_above(start) if up else scale.next_below(start)
    if level is None:
        return what_if
    is_real = level == real or (real is None and level == scale.lowest)
    return what_if.without_level(skill) if is_real else what_if.with_level(skill, level)


def keep_as_plan(
    career: Career,
    catalogue: Catalogue,
    what_if: WhatIf,
    counting: Mapping[str, Rating],
    texts: Texts,
    today: date,
) -> Edit:
    """Return the edit that puts each raised step into the plan, and the hours a week with them.

    A step takes the catalogue's ways to gain it, each from where the one before it leads, and for
    what they leave an action of its own. Without changes there is nothing to keep.
    """
    person = career.person
    drafts = [
        draft
        for step in raises(what_if, catalogue, counting)
        for draft in _actions(step, catalogue, texts)
    ]
    changes = [
        Change(part_key("action", person, action.id), None, action)
        for action in numbered(drafts, career, today)
    ]
    hours = what_if.hours_a_week
    if hours is not None and hours != person.hours_a_week:
        after = replace(person, hours_a_week=hours)
        changes.append(Change(person_key(person), person, after))
    return Edit(message("Keep the what-if as a plan"), tuple(changes))


def plan_step(
    career: Career, catalogue: Catalogue, step: NextStep, texts: Texts, today: date
) -> Edit:
    """Return the edit that puts a next step into the plan, by the catalogue's ways to gain it."""
    held = step.from_level if step.is_rated else None
    raised = Raise(skill=step.skill, held=held, level=step.to_level)
    return add_actions(career.person, numbered(_actions(raised, catalogue, texts), career, today))


def keep_as_ratings(
    person: Person,
    what_if: WhatIf,
    counting: Mapping[str, Rating],
    *,
    by: Rater,
    on: date,
    entry: int,
) -> Edit:
    """Return the edit that makes each imagined level a rating, from `entry` on.

    A level that counts already is not rated again.
    """
    levels = [
        (skill, level)
        for skill, level in what_if.levels.items()
        if skill not in counting or counting[skill].level != level
    ]
    ratings = [
        Rating(entry=number, skill=skill, level=level, by=by, on=on)
        for number, (skill, level) in enumerate(levels, start=entry)
    ]
    return Edit(
        message("Keep the what-if as ratings"),
        tuple(Change(rating_key(person, rating), None, rating) for rating in ratings),
    )


def _actions(step: Raise, catalogue: Catalogue, texts: Texts) -> Iterator[Action]:
    """Yield the actions that lead from what is held to the level, one after the other."""
    at = step.held
    for draft in suggested_actions(catalogue, step.skill, step.held, step.level, texts):
        if draft.to_level is not None and (at is None or draft.to_level > at):
            yield replace(draft, from_level=at)
            at = draft.to_level
    if at is None or at < step.level:
        name = texts.pick(catalogue.skill(step.skill).name)
        title = texts.tr("Raise {skill} to {level}", skill=name, level=texts.number(step.level))
        yield Action(
            id="", title=title, made=date.min, skill=step.skill, from_level=at, to_level=step.level
        )
