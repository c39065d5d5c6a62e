"""Everything that two people look at in one one-on-one, worked out of a career at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.career import Action, Career, Meeting
from planner.core.graph import PromotionGraph
from planner.core.meeting.changes import Happening, changes_since
from planner.core.meeting.meetings import (
    PromiseOutcome,
    agreed_in,
    closed_before,
    day_held,
    other_open,
    outcomes_of,
    overdue,
    promises,
)
from planner.core.meeting.ratings import BothSides, Effect, both_sides, effect_of_all
from planner.core.people import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOnOne:
    """A one-on-one that is not closed, with what it is prepared with.

    `day` is the one on which it is held, `last` the closed one before it, `role` the one compared
    with. `outcomes` is what became of last time's promises; `overdue` what else is overdue;
    `promises` is what both have promised, here and before, `actions` what else is open in the plan.
    `rows` are the skills of the role as both sides see them. `effect` is what was agreed so far.
    """

    meeting: Meeting
    day: date
    last: Meeting | None
    role: str
    outcomes: tuple[PromiseOutcome, ...]
    overdue: tuple[Action, ...]
    promises: tuple[Action, ...]
    actions: tuple[Action, ...]
    changes: tuple[Happening, ...]
    rows: tuple[BothSides, ...]
    agreed: tuple[Rating, ...]
    effect: Effect

    @property
    def differing(self) -> tuple[BothSides, ...]:
        """The skills that both do not see alike, the largest weighted difference first."""
        return tuple(row for row in self.rows if row.differs)

    @property
    def others(self) -> tuple[BothSides, ...]:
        """The other skills of the role."""
        return tuple(row for row in self.rows if not row.differs)

    @property
    def settled_count(self) -> int:
        """How many of the others are agreed."""
        return sum(not row.is_unrated or row.agreed is not None for row in self.others)

    @property
    def unrated_count(self) -> int:
        """How many of the others nobody has rated."""
        return len(self.others) - self.settled_count


def one_on_one(
    graph: PromotionGraph,
    career: Career,
    meeting: Meeting,
    *,
    role: str,
    today: date,
    is_day_chosen: bool = False,
) -> OneOnOne:
    """Return what a one-on-one that is not closed is prepared with, against a role."""
    person, ratings = career.person, career.ratings
    day = day_held(meeting, career, today, is_chosen=is_day_chosen)
    last = closed_before(career.meetings, meeting)
    agreed = agreed_in(meeting, ratings, career.meetings) if day == meeting.on else ()
    outcomes = outcomes_of(last, career.actions)
    of_last_time = {outcome.promise.action for outcome in outcomes}
    return OneOnOne(
        meeting=meeting,
        day=day,
        last=last,
        role=role,
        outcomes=outcomes,
        overdue=tuple(one for one in overdue(career.actions, day) if one.id not in of_last_time),
        promises=promises(career.actions, meeting),
        actions=other_open(career.actions),
        changes=changes_since(
            career,
            last,
            day=day,
            target=person.target,
            leave_out={rating.entry for rating in agreed},
        ),
        rows=both_sides(graph.catalogue, role, ratings, agreed, day),
        agreed=agreed,
        effect=effect_of_all(graph, person, ratings, role, agreed=agreed, day=day),
    )
