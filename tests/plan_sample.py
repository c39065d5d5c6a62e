"""The small framework with hours, and somebody in it with a plan that is worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.career import Action, ActionState, Career, Meeting, Owner
from planner.core.gaps import Basis, Gap, gap, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, PracticeKind, Scale
from planner.core.people import Person
from tests.gap_sample import sample_catalogue, sample_person, sample_ratings

DAY = date(2026, 11, 23)
_HOURS = (0.0, 40.0, 100.0, 200.0, 350.0, 550.0)
_LAW_HOURS = ((1.0, 10.0), (2.0, 22.0), (3.0, 40.0), (4.0, 80.0), (5.0, 120.0))


def plan_catalogue() -> Catalogue:
    """Return the small framework, its scale with hours, and one skill with hours of its own."""
    plain = sample_catalogue()
    levels = zip(plain.scale.levels, _HOURS, strict=True)
    scale = Scale(levels=tuple(replace(level, hours=hours) for level, hours in levels))
    law, *others = plain.skills
    return replace(
        plain,
        head=replace(plain.head, scale=scale),
        skills=(replace(law, hours=_LAW_HOURS), *others),
    )


def plan_person() -> Person:
    """Return somebody with three hours a week."""
    return sample_person()


def plan_actions() -> tuple[Action, ...]:
    """Return nine actions: seven open, of which one is the manager's, one done, one dropped."""
    return (
        Action(
            id="action-1",
            title="Mark up two live contracts with a lawyer beside you",
            made=date(2026, 9, 1),
            kind=PracticeKind.EXPERIENCE,
            skill="contract-law",
            from_level=1.0,
            to_level=3.0,
            start=date(2026, 10, 5),
            due=date(2027, 3, 31),
            hours=15.0,
            state=ActionState.DOING,
        ),
        Action(
            id="action-2",
            title="Take the course on contract basics",
            made=date(2026, 9, 1),
            kind=PracticeKind.EDUCATION,
            skill="contract-law",
            from_level=1.0,
            to_level=2.0,
            due=date(2026, 12, 15),
        ),
        Action(
            id="action-3",
            title="Build next year's budget with three scenarios",
            made=date(2026, 9, 14),
            kind=PracticeKind.EXPERIENCE,
            skill="budgeting",
            from_level=2.0,
            to_level=2.5,
        ),
        Action(
            id="action-4",
            title="Shadow a senior negotiator through one tender",
            made=date(2026, 9, 14),
            kind=PracticeKind.EXPOSURE,
            skill="negotiation",
            from_level=3.0,
            to_level=4.0,
            due=date(2026, 11, 10),
            hours=6.0,
        ),
        Action(
            id="action-5",
            title="Coach a junior colleague for a quarter",
            made=date(2026, 9, 28),
            kind=PracticeKind.EXPERIENCE,
            skill="talent",
            to_level=2.0,
            start=date(2027, 1, 4),
            due=date(2027, 6, 30),
            hours=12.0,
        ),
        Action(
            id="action-6",
            title="Write down what the northern client fears most",
            made=date(2026, 11, 9),
            due=date(2026, 12, 1),
            meeting="meeting-2",
        ),
        Action(
            id="action-7",
            title="Ask for a place in the contract course",
            made=date(2026, 11, 9),
            due=date(2026, 11, 19),
            owner=Owner.MANAGER,
            meeting="meeting-2",
        ),
        Action(
            id="action-8",
            title="Lead the Kestrel renewal",
            made=date(2026, 1, 12),
            kind=PracticeKind.EXPERIENCE,
            skill="negotiation",
            from_level=2.0,
            to_level=3.0,
            hours=25.0,
            state=ActionState.DONE,
            finished=date(2026, 4, 20),
            evidence="Minutes of 20 April",
        ),
        Action(
            id="action-9",
            title="Translate the price list",
            made=date(2026, 1, 12),
            state=ActionState.DROPPED,
            finished=date(2026, 2, 2),
        ),
    )


def plan_career(*actions: Action) -> Career:
    """Return everything kept about the person, with other actions where some are given."""
    return Career(
        person=plan_person(),
        ratings=sample_ratings(),
        actions=actions or plan_actions(),
        meetings=(
            Meeting(
                id="meeting-1",
                on=date(2026, 5, 4),
                shared="Shared words.",
                private="Never to be seen.",
                closed=date(2026, 5, 4),
                next_on=date(2026, 11, 9),
            ),
            Meeting(
                id="meeting-2",
                on=date(2026, 11, 9),
                private="Never to be seen.",
                closed=date(2026, 11, 9),
                next_on=date(2026, 12, 7),
            ),
        ),
    )


def plan_gap(as_of: date = DAY) -> Gap:
    """Return the person's gap to the director's role.

    Open essentials are contract law (1 of 3), budgeting (2 of 4) and negotiation (3 of 4).
    """
    counting = ratings_that_count(sample_ratings(), Basis.AGREED, as_of)
    graph = PromotionGraph(plan_catalogue())
    return gap(graph, plan_person(), counting, "director", basis=Basis.AGREED, as_of=as_of)
