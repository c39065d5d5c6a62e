"""The order and the days of a plan, against figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.career import Action, ActionState, Owner
from planner.core.model import PracticeKind
from planner.core.planning.plan import Plan, PlannedAction, Purpose, actions_on, hours_of, plan_of
from tests.plan_sample import DAY, plan_actions, plan_career, plan_catalogue, plan_gap

CATALOGUE = plan_catalogue()


def plan(*actions: Action, as_of: date = DAY) -> Plan:
    return plan_of(plan_career(*actions), CATALOGUE, plan_gap(as_of), as_of)


def named(plan: Plan, id_: str) -> PlannedAction:
    return next(one for one in plan.actions if one.id == id_)


def law(id_: str, **more: object) -> Action:
    """An hour for the open essential gap in contract law."""
    known = {"title": id_, "made": DAY, "skill": "contract-law", "to_level": 3.0, "hours": 1.0}
    return Action(id=id_, **(known | more))  # type: ignore[arg-type]


def test_open_essential_gaps_come_first_then_other_gaps_then_the_rest() -> None:
    whole = plan()
    # Essential: by due day, then the one without. Then the desirable gap, then those without one.
    assert [one.id for one in whole.open] == [
        "action-4",
        "action-2",
        "action-1",
        "action-3",
        "action-5",
        "action-7",
        "action-6",
    ]
    assert [one.purpose for one in whole.open] == [
        *[Purpose.ESSENTIAL_GAP] * 4,
        Purpose.OTHER_GAP,
        *[Purpose.NO_GAP] * 2,
    ]
    assert [one.id for one in whole.closed] == ["action-8", "action-9"]


def test_without_due_days_the_largest_gap_and_its_lower_step_come_first() -> None:
    ordered = plan(
        law("action-10", skill="negotiation", from_level=3.0, to_level=4.0),
        law("action-9", from_level=2.0),
        law("action-8", from_level=1.0, to_level=2.0),
        law("action-7", skill="budgeting", from_level=2.0, to_level=4.0),
        law("action-6", from_level=1.0, to_level=2.0, state=ActionState.DOING),
        law("action-11", from_level=2.0),
    )
    # Weighted gaps: contract law 6, budgeting 4, negotiation 3.
    assert [one.id for one in ordered.open] == [
        "action-6",
        "action-8",
        "action-9",
        "action-11",
        "action-7",
        "action-10",
    ]


@pytest.mark.parametrize(
    ("step", "purpose"),
    [
        ((1.0, 2.0), Purpose.ESSENTIAL_GAP),
        ((2.0, 5.0), Purpose.ESSENTIAL_GAP),
        ((None, None), Purpose.ESSENTIAL_GAP),
        # One is held, and three is all that is asked for.
        ((0.0, 1.0), Purpose.NO_GAP),
        ((3.0, 4.0), Purpose.NO_GAP),
    ],
)
def test_a_step_must_overlap_what_is_missing(
    step: tuple[float | None, float | None], purpose: Purpose
) -> None:
    ordered = plan(law("action-1", from_level=step[0], to_level=step[1]))
    assert ordered.open[0].purpose is purpose


def test_a_held_or_foreign_skill_has_no_gap() -> None:
    ordered = plan(law("action-1", skill="strategy"), law("action-2", skill="unheard-of"))
    assert {one.purpose for one in ordered.open} == {Purpose.NO_GAP}
    without = plan_of(plan_career(law("action-1")), CATALOGUE, None, DAY)
    assert (without.role, without.open[0].purpose) == ("", Purpose.NO_GAP)


def test_hours_are_an_actions_own_else_the_effort_of_its_step() -> None:
    by_id = {action.id: hours_of(action, CATALOGUE) for action in plan_actions()}
    assert by_id == {
        "action-1": 15.0,
        # Contract law has hours of its own: 22 − 10.
        "action-2": 12.0,
        # The scale's: half of the way from 100 to 200.
        "action-3": 50.0,
        "action-4": 6.0,
        "action-5": 12.0,
        "action-6": None,
        "action-7": None,
        "action-8": 25.0,
        "action-9": None,
    }
    begun_at_nothing = law("action-1", hours=None, to_level=2.0)
    assert hours_of(begun_at_nothing, CATALOGUE) == 22.0
    assert hours_of(replace(begun_at_nothing, to_level=None), CATALOGUE) is None


def test_the_days_at_three_hours_a_week() -> None:
    whole = plan()
    # 6 h are 14 days; 18 h 42; 33 h 77; 83 h 193.67; the coaching may begin by then: 95 h 221.67.
    expected = {
        "action-4": (14, False),
        "action-2": (42, False),
        "action-1": (77, True),
        "action-3": (194, None),
        "action-5": (222, False),
    }
    for id_, (days, fits) in expected.items():
        one = named(whole, id_)
        assert one.finish == DAY + timedelta(days=days), id_
        assert one.fits is fits, id_
    assert named(whole, "action-2").begin == DAY + timedelta(days=14)
    assert whole.done_by == DAY + timedelta(days=222)
    assert whole.hours == 95.0
    assert [one.id for one in whole.unestimated] == ["action-6"]
    assert [one.id for one in whole.overdue] == ["action-4", "action-7"]
    assert [one.id for one in whole.too_late] == ["action-2", "action-5"]
    assert [one.id for one in whole.overdue_first][:3] == ["action-4", "action-7", "action-2"]


def test_the_managers_actions_take_none_of_the_hours() -> None:
    managers = law("action-2", owner=Owner.MANAGER, hours=100.0, due=DAY)
    whole = plan(law("action-1", hours=3.0), managers)
    assert whole.hours == 3.0
    assert whole.done_by == DAY + timedelta(days=7)
    assert named(whole, "action-2").finish is None
    assert named(whole, "action-2").fits is None


def test_an_action_waits_for_its_start_and_the_next_goes_ahead() -> None:
    later = law("action-1", hours=3.0, start=DAY + timedelta(days=10), due=DAY + timedelta(days=20))
    whole = plan(later, law("action-2", hours=3.0))
    assert [one.id for one in whole.open] == ["action-1", "action-2"]
    # The second takes the first week; then three days are idle.
    assert named(whole, "action-2").finish == DAY + timedelta(days=7)
    assert named(whole, "action-1").begin == DAY + timedelta(days=10)
    assert named(whole, "action-1").finish == DAY + timedelta(days=17)
    assert named(whole, "action-1").fits is True


def test_what_begins_before_the_day_looked_at_begins_on_it() -> None:
    whole = plan(law("action-1", start=DAY - timedelta(days=30), hours=3.0))
    assert (whole.open[0].begin, whole.open[0].finish) == (DAY, DAY + timedelta(days=7))


def test_no_hours_take_no_time() -> None:
    whole = plan(law("action-1", hours=0.0, due=DAY))
    assert (whole.open[0].finish, whole.open[0].fits, whole.done_by) == (DAY, True, DAY)


def test_an_empty_plan_is_never_done() -> None:
    career = replace(plan_career(), actions=())
    empty = plan_of(career, CATALOGUE, plan_gap(), DAY)
    assert (empty.actions, empty.hours, empty.done_by) == ((), 0.0, None)


def test_thirds_of_an_hour_do_not_add_a_day() -> None:
    thirds = [law(f"action-{n}", hours=0.1) for n in range(30)]
    assert plan(*thirds).done_by == DAY + timedelta(days=7)


def test_a_plan_beyond_the_calendar_ends_with_it() -> None:
    career = plan_career(law("action-1", hours=10_000.0), law("action-2", hours=1.0))
    slow = replace(career, person=replace(career.person, hours_a_week=1e-305))
    whole = plan_of(slow, CATALOGUE, plan_gap(), DAY)
    assert [one.finish for one in whole.open] == [date.max, date.max]


def test_a_past_day_has_the_actions_and_the_states_of_then() -> None:
    then = date(2026, 2, 10)
    whole = plan(as_of=then)
    assert [one.id for one in whole.open] == ["action-8"]
    assert [one.id for one in whole.closed] == ["action-9"]
    assert named(whole, "action-8").action.finished is None
    assert actions_on(plan_actions(), date(2026, 1, 11)) == ()
    before = actions_on(plan_actions(), date(2026, 2, 1))
    assert [action.state for action in before] == [ActionState.PLANNED, ActionState.PLANNED]
    # It is done on the day of its finish.
    assert [a.state for a in actions_on(plan_actions(), date(2026, 2, 2))] == [
        ActionState.PLANNED,
        ActionState.DROPPED,
    ]


def test_what_had_started_by_then_was_under_way() -> None:
    done = law(
        "action-1",
        made=date(2026, 1, 1),
        start=date(2026, 2, 1),
        state=ActionState.DONE,
        finished=date(2026, 6, 1),
    )
    assert actions_on([done], date(2026, 2, 1))[0].state is ActionState.DOING
    assert actions_on([done], date(2026, 1, 31))[0].state is ActionState.PLANNED
    assert actions_on([done], date(2026, 6, 1)) == (done,)


SKILLS = ("contract-law", "budgeting", "talent", "strategy", None)


@st.composite
def actions(draw: st.DrawFn) -> list[Action]:
    made = []
    for number in range(draw(st.integers(0, 8))):
        skill = draw(st.sampled_from(SKILLS))
        made.append(
            Action(
                id=f"action-{number}",
                title="x",
                made=DAY,
                kind=PracticeKind.EXPERIENCE,
                skill=skill,
                to_level=draw(st.sampled_from((1.0, 3.0, None))) if skill else None,
                due=draw(st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))),
                hours=draw(st.none() | st.integers(0, 240).map(lambda quarters: quarters / 4)),
                owner=draw(st.sampled_from(Owner)),
                state=draw(st.sampled_from((ActionState.PLANNED, ActionState.DOING))),
            )
        )
    return made


@given(actions())
def test_a_plan_holds_together(drawn: list[Action]) -> None:
    career = replace(plan_career(), actions=tuple(drawn))
    whole = plan_of(career, CATALOGUE, plan_gap(), DAY)
    assert sorted(one.id for one in whole.open) == sorted(action.id for action in drawn)
    purposes = [one.purpose for one in whole.open]
    assert purposes == sorted(purposes)
    own = [one for one in whole.open if one.finish is not None]
    assert all(one.takes_hours for one in own)
    # Without starts nobody idles: each ends when the hours up to it have passed.
    passed = 0.0
    for one in own:
        assert one.hours is not None
        passed += one.hours
        assert one.finish == DAY + timedelta(days=ceil(Fraction(passed) * 7 / 3))
    assert whole.hours == pytest.approx(passed)
    assert whole.done_by == (own[-1].finish if own else None)
    # The manager's change no day.
    alone = replace(career, actions=tuple(a for a in drawn if a.owner is Owner.EMPLOYEE))
    days = {one.id: one.finish for one in plan_of(alone, CATALOGUE, plan_gap(), DAY).open}
    assert days == {one.id: one.finish for one in whole.open if one.takes_hours}
