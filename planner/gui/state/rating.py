"""A rating as it is filled in, and the one way in which pages save it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.errors import PlannerError
from planner.core.gaps import Basis, Gap
from planner.core.keeping.person_edits import checked_rating, rate
from planner.core.people import Rater
from planner.gui.workspace import Workspace

LONGEST_WORDS = 2000
_RATER_OF = {
    Basis.AGREED: Rater.AGREED,
    Basis.MANAGER: Rater.MANAGER,
    Basis.SELF: Rater.SELF,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A rating as the person fills it in; `level` None means not applicable."""

    skill: str
    level: float | None
    by: Rater
    on: date
    comment: str = ""
    evidence: str = ""


def rater_at_work(workspace: Workspace) -> Rater:
    """Return who is taken to rate: the rater of the basis.

    Who is alone in the file, and was never rated by anybody else, agrees with nobody.
    """
    by = _RATER_OF[workspace.basis]
    if by is Rater.AGREED and all(rating.by is Rater.SELF for rating in workspace.ratings()):
        is_alone = len(workspace.store.people()) == 1
        return Rater.SELF if is_alone else by
    return by


def first_draft(workspace: Workspace, gap: Gap, skill: str) -> Draft:
    """Return the rating to begin with: the level that counts, by the rater at work.

    The day is the one looked at. An unrated skill begins at 1, or at what is required below that.
    """
    counting = workspace.counting()
    required = {term.skill: term.required for term in gap.skills}
    rating = counting.get(skill)
    return Draft(
        skill=skill,
        level=rating.level if rating else min(required.get(skill, 0.0), 1.0),
        by=rater_at_work(workspace),
        on=gap.as_of,
    )


def save_rating(workspace: Workspace, draft: Draft) -> bool:
    """Save a new rating of the person looked at; say so and return False where it cannot be."""
    person, catalogue = workspace.person, workspace.catalogue
    if person is None or catalogue is None:
        return False
    try:
        rating = checked_rating(
            catalogue,
            entry=workspace.store.next_entry(),
            skill=draft.skill,
            level=draft.level,
            by=draft.by,
            on=draft.on,
            today=workspace.today(),
            comment=draft.comment,
            evidence=draft.evidence,
        )
    except PlannerError as error:
        workspace.failed.emit(error)
        return False
    return workspace.do(rate(person, rating, catalogue))
