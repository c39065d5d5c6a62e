"""What changed in a career since the last one-on-one: position, target, ratings, actions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from planner.core.career import Action, ActionState, Career, Meeting
from planner.core.people import Position, Rater, Rating, Wish
from planner.core.skills.ratings import newest_by_rater


@dataclass(frozen=True, slots=True)
class RoleTaken:
    """Another role is held since a day."""

    position: Position


@dataclass(frozen=True, slots=True)
class TargetChanged:
    """Another role is aimed for than when the last one-on-one was closed; None for none."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class StanceNoted:
    """The person or the firm said how they stand to a role."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class LevelChanged:
    """A rater's level of a skill is another one now; `before` None where it was unrated."""

    before: Rating | None
    after: Rating

    @property
    def is_rise(self) -> bool:
        """Whether the level rose, or is a first one above nothing."""
        return (self.after.level or 0.0) > ((self.before.level or 0.0) if self.before else 0.0)

    @property
    def is_first(self) -> bool:
        """Whether this rater had not rated the skill before."""
        return self.before is None


@dataclass(frozen=True, slots=True)
class ActionEnded:
    """An action was done or dropped."""

    action: Action

    @property
    def is_done(self) -> bool:
        """Whether it was done rather than dropped."""
        return self.action.state is ActionState.DONE


@dataclass(frozen=True, slots=True)
class EvidenceAdded:
    """Evidence came with a rating of a skill, or with an action; the first time it is named."""

    text: str
    skill: str | None
    on: date


Happening = RoleTaken | TargetChanged | StanceNoted | LevelChanged | ActionEnded | EvidenceAdded


def changes_since(
    career: Career,
    last: Meeting | None,
    *,
    day: date,
    target: str | None,
    leave_out: Collection[int] = (),
) -> tuple[Happening, ...]:
    """Return what changed after the day of the last one-on-one, up to and including `day`.

    `target` is the role aimed for on `day`; `leave_out` are the entries of ratings not to tell, as
    those agreed in the one-on-one at hand. Nothing where there was none before.
    """
    if last is None:
        return ()
    since = last.on
    ratings = tuple(rating for rating in career.ratings if rating.entry not in leave_out)
    happened: list[Happening] = [
        RoleTaken(position) for position in career.person.history if since < position.since <= day
    ]
    if target != last.target:
        happened.append(TargetChanged(last.target, target))
    happened += [StanceNoted(wish) for wish in career.person.wishes if since < wish.on <= day]
    happened += _levels(ratings, since, day)
    ended = [
        action
        for action in career.actions
        if not action.is_open and action.finished is not None and since < action.finished <= day
    ]
    happened += [ActionEnded(action) for action in sorted(ended, key=_finished)]
    happened += _evidence(ratings, ended, since, day)
    return tuple(happened)


def _levels(ratings: tuple[Rating, ...], since: date, day: date) -> Iterator[LevelChanged]:
    """Yield each rater's changed levels, in the order in which they were rated."""
    newer = sorted(
        (rating for rating in ratings if since < rating.on <= day),
        key=lambda rating: (rating.on, rating.entry),
    )
    told: dict[tuple[str, Rater], LevelChanged] = {}
    for rating in newer:
        before = newest_by_rater(ratings, rating.skill, since).get(rating.by)
        told.pop((rating.skill, rating.by), None)
        told[rating.skill, rating.by] = LevelChanged(before, rating)
    for change in told.values():
        if change.before is None or change.before.level != change.after.level:
            yield change


def _evidence(
    ratings: tuple[Rating, ...], ended: list[Action], since: date, day: date
) -> Iterator[EvidenceAdded]:
    known = {rating.evidence for rating in ratings if rating.on <= since}
    added: list[EvidenceAdded] = [
        EvidenceAdded(rating.evidence, rating.skill, rating.on)
        for rating in ratings
        if rating.evidence and since < rating.on <= day
    ]
    added += [
        EvidenceAdded(action.evidence, action.skill, _finished(action))
        for action in ended
        if action.evidence and action.state is ActionState.DONE
    ]
    for one in sorted(added, key=lambda evidence: evidence.on):
        if one.text not in known:
            known.add(one.text)
            yield one


def _finished(action: Action) -> date:
    return action.finished or date.min
