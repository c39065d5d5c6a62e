"""What the plan offers: ready-made actions for a step, and the rating that a done one earned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.core.career import Action, ActionState, Career
from planner.core.gaps import Basis, ratings_that_count
from planner.core.keeping.career_edits import LONGEST_TITLE, next_id
from planner.core.model import Catalogue
from planner.core.people import Rating
from planner.core.text import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """The level that a finished action leads to, above what counts now; it is only ever offered.

    `evidence` is what the action shows for it: its own evidence, else its title.
    """

    action: str
    skill: str
    level: float
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What counted of a skill before an action was finished, and what counts since.

    `after` is None as long as nobody whose rating counts has rated the skill since.
    """

    skill: str
    before: Rating | None
    after: Rating | None


def suggested_actions(
    catalogue: Catalogue, skill_id: str, held: float | None, required: float, texts: Texts
) -> tuple[Action, ...]:
    """Return the catalogue's practice for a step as actions without id and day, in its order.

    It is of use where it leads beyond what is held, or does not say how far; it then leads to that
    level, at most to what is required. With None held, as nobody rated the skill, it begins at no
    level. Raise KeyError for an unknown skill.
    """
    start = catalogue.scale.lowest if held is None else held
    suggested = []
    for practice in catalogue.skill(skill_id).practice:
        if practice.to is not None and practice.to <= start:
            continue
        text = texts.pick(practice.text)
        is_long = len(text) > LONGEST_TITLE
        suggested.append(
            Action(
                id="",
                title=text[: LONGEST_TITLE - 1].rstrip() + "…" if is_long else text,
                made=date.min,
                kind=practice.kind,
                skill=skill_id,
                from_level=held,
                to_level=required if practice.to is None else min(practice.to, required),
                hours=practice.hours,
                notes=text if is_long else "",
            )
        )
    return tuple(suggested)


def numbered(drafts: Iterable[Action], career: Career, made: date) -> tuple[Action, ...]:
    """Return drafts as actions of a career made on a day, each with an id of its own."""
    ids = [*career.action_ids]
    actions = []
    for draft in drafts:
        ids.append(next_id("action", ids))
        actions.append(replace(draft, id=ids[-1], made=made))
    return tuple(actions)


def earned(action: Action, ratings: Sequence[Rating], basis: Basis, as_of: date) -> Earned | None:
    """Return the rating that a finished action has earned, None where there is none to offer.

    It must lie above what counts now, and nobody may have rated the skill as high since.
    """
    if action.state is not ActionState.DONE or action.skill is None or action.to_level is None:
        return None
    level = action.to_level
    counting = ratings_that_count(ratings, basis, as_of).get(action.skill)
    if counting is not None and (counting.level is None or counting.level >= level):
        return None
    since = action.finished or date.max
    for rating in ratings:
        is_later = since <= rating.on <= as_of
        if rating.skill == action.skill and is_later and (rating.level or 0.0) >= level:
            return None
    evidence = action.evidence or action.title
    return Earned(action=action.id, skill=action.skill, level=level, evidence=evidence)


def moved(action: Action, ratings: Sequence[Rating], basis: Basis, as_of: date) -> Moved | None:
    """Return how the skill of a finished action was rated before and since; None without one."""
    if action.state is not ActionState.DONE or action.skill is None or action.finished is None:
        return None
    earlier = [rating for rating in ratings if rating.on < action.finished]
    before = ratings_that_count(earlier, basis, as_of).get(action.skill)
    after = ratings_that_count(ratings, basis, as_of).get(action.skill)
    is_since = after is not None and after.on >= action.finished
    return Moved(skill=action.skill, before=before, after=after if is_since else None)
