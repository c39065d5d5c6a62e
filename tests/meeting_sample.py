"""A career with one-on-ones on the small framework, whose figures are worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    Career,
    Meeting,
    Origin,
    Owner,
    Promise,
)
from planner.core.model import Agenda
from planner.core.people import Rater, Rating
from planner.core.text import Source, Text, same_text
from tests.gap_sample import sample_person, sample_ratings

TODAY = date(2026, 11, 23)
LAST_DAY = date(2026, 11, 9)

WORKLOAD = Text(en="Workload until year's end", zh="年底前的工作量")
RENEWAL = same_text("Renewal at the northern accounts")
GROWTH = Text(en="Next step", zh="下一步")

REGULAR = Agenda(
    id="regular",
    name=Text(en="Regular", zh="例行"),
    items=(WORKLOAD, GROWTH),
    source=Source("editorial"),
)
CAREER_TALK = Agenda(
    id="career",
    name=Text(en="Career talk", zh="职业面谈"),
    items=(GROWTH, Text(en="Where to in three years", zh="三年后的方向")),
    source=Source("editorial"),
)

REVIEW = Action(
    id="action-1",
    title="Review the standard contract with legal",
    made=LAST_DAY,
    due=date(2026, 12, 12),
    meeting="meeting-1",
)
COURSE = Action(
    id="action-2",
    title="Ask for the contract course",
    made=LAST_DAY,
    due=date(2026, 11, 19),
    owner=Owner.MANAGER,
    meeting="meeting-1",
)
SHADOW = Action(
    id="action-3",
    title="Shadow a contract review",
    made=date(2026, 10, 1),
    skill="contract-law",
    from_level=1.0,
    to_level=2.0,
    due=date(2026, 11, 20),
    hours=4.0,
    state=ActionState.DONE,
    finished=date(2026, 11, 18),
    evidence="Minutes of the review",
)
FORECAST = Action(
    id="action-4",
    title="Build a forecast",
    made=date(2026, 10, 1),
    skill="budgeting",
    due=date(2026, 11, 1),
)
LAST = Meeting(
    id="meeting-1",
    on=LAST_DAY,
    agenda="regular",
    items=(
        AgendaItem(text=WORKLOAD, done=True),
        AgendaItem(text=RENEWAL, origin=Origin.EMPLOYEE),
    ),
    shared="The northern renewal is signed.\nLin led the pricing talk alone.",
    private="Watch the load: three escalations.",
    closed=LAST_DAY,
    next_on=TODAY,
    promised=(
        Promise(
            action="action-2",
            title="Ask for the contract course",
            owner=Owner.MANAGER,
            due=date(2026, 11, 19),
        ),
        Promise(
            action="action-1",
            title="Review the standard contract with legal",
            owner=Owner.EMPLOYEE,
            due=date(2026, 12, 12),
        ),
        Promise(action="action-99", title="Gone from the plan", owner=Owner.EMPLOYEE),
    ),
)
OPEN = Meeting(id="meeting-2", on=TODAY, agenda="regular")


def both_rated() -> tuple[Rating, ...]:
    """Return the sample's ratings, with others on both sides by which the two differ.

    Required level and weight of the skills: contract-law 3 × 3, crm 4 × 2, negotiation 4 × 3,
    talent 3 × 1, budgeting 4 × 2, cross-cultural 4 × 1.
    """
    more = (
        # Both after the agreed 1 of March: 1 level apart, times 3.
        ("contract-law", 2.0, Rater.SELF, date(2026, 11, 16), "Signed renewal"),
        ("contract-law", 1.0, Rater.MANAGER, date(2026, 11, 16), ""),
        # The manager says 3 in May: 1 apart, times 3; by order after contract law.
        ("negotiation", 4.0, Rater.SELF, date(2026, 10, 2), ""),
        # 3 by herself in 2025: 1 apart, times 2.
        ("crm", 4.0, Rater.MANAGER, date(2026, 10, 2), ""),
        # Nobody else has rated it.
        ("talent", 2.0, Rater.SELF, date(2026, 10, 2), ""),
        # Before the agreed 2 of March: settled.
        ("budgeting", 4.0, Rater.SELF, date(2026, 1, 1), ""),
        # After the agreed 3 of March she alone says not applicable: 4 × 1 at stake.
        ("cross-cultural", None, Rater.SELF, date(2026, 10, 2), ""),
    )
    ratings = list(sample_ratings())
    entry = max(rating.entry for rating in ratings)
    for number, (skill, level, by, on, evidence) in enumerate(more, start=entry + 1):
        ratings.append(
            Rating(entry=number, skill=skill, level=level, by=by, on=on, evidence=evidence)
        )
    return tuple(ratings)


def sample_career(*, is_prepared: bool = True) -> Career:
    """Return somebody who met a fortnight ago and, if `is_prepared`, meets again today."""
    return Career(
        person=replace(sample_person(), target="director"),
        ratings=both_rated(),
        actions=(SHADOW, FORECAST, REVIEW, COURSE),
        meetings=(LAST, OPEN) if is_prepared else (LAST,),
    )
