"""What is said of a plan, in sentences worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.career import Action, ActionState, Owner
from planner.core.gaps import Basis
from planner.core.model import PracticeKind
from planner.core.people import Rater, Rating
from planner.core.planning.offers import Earned, Moved, moved
from planner.core.planning.plan import Plan, PlannedAction, plan_of
from planner.core.text import Texts
from planner.report.plan.words import (
    action_facts,
    draft_facts,
    due_note,
    earned_words,
    finish_words,
    hours_sentence,
    hours_words,
    moved_words,
    plan_line,
    plan_rule,
    skill_and_step,
    step_sentence,
    timeline_words,
    trouble_words,
    when_lines,
    when_sentence,
)
from tests.gap_sample import sample_ratings
from tests.plan_sample import DAY, plan_actions, plan_career, plan_catalogue, plan_gap

CATALOGUE = plan_catalogue()


def plan(*actions: Action) -> Plan:
    return plan_of(plan_career(*actions), CATALOGUE, plan_gap(), DAY)


def named(id_: str) -> PlannedAction:
    return next(one for one in plan().actions if one.id == id_)


def test_when_it_would_be_done(english: Texts, chinese: Texts) -> None:
    # 95 hours are 222 days.
    assert plan_line(plan(), english) == "95 h left: done by 3 Jul 2027 at 3 h a week"
    assert plan_line(plan(), chinese) == "还需 95 小时：按每周 3 小时，2027年7月3日完成"
    assert trouble_words(plan(), english) == (
        "2 overdue",
        "2 do not fit before they are due",
        "1 without an estimate",
    )


def test_a_plan_that_cannot_be_timed_says_why(english: Texts) -> None:
    first, *_ = plan_actions()
    free = replace(first, hours=None, skill=None, from_level=None, to_level=None)
    managers = replace(free, owner=Owner.MANAGER)
    dropped = replace(free, state=ActionState.DROPPED, finished=DAY)
    said = [plan_line(plan(one), english) for one in (free, managers, dropped)]
    assert said == [
        "No open action has an estimate, so no day can be said.",
        "Only the manager's actions are open.",
        "Nothing is open.",
    ]
    empty = replace(plan_career(), actions=())
    nothing = plan_of(empty, CATALOGUE, plan_gap(), DAY)
    assert plan_line(nothing, english) == "Nothing is planned yet."
    assert trouble_words(nothing, english) == ()


def test_one_trouble_is_said_in_the_singular(english: Texts) -> None:
    first, *_ = plan_actions()
    late = replace(first, due=DAY)
    assert trouble_words(plan(late), english) == ("1 does not fit before it is due",)


def test_the_rule_names_the_hours_a_week(english: Texts) -> None:
    assert "at 2.5 h a week" in plan_rule(2.5, english)


def test_an_action_in_a_few_words(english: Texts) -> None:
    assert action_facts(named("action-1").action, english) == "under way · Experience"
    assert action_facts(named("action-7").action, english) == "planned · the manager's"
    assert skill_and_step(named("action-1").action, CATALOGUE, english) == "Contract law 1 → 3"
    assert (
        skill_and_step(named("action-5").action, CATALOGUE, english) == "Talent development – → 2"
    )
    assert skill_and_step(named("action-6").action, CATALOGUE, english) == ""
    unknown = replace(named("action-1").action, skill="gone")
    assert skill_and_step(unknown, CATALOGUE, english) == "gone 1 → 3"


def test_a_step_in_full(english: Texts) -> None:
    assert step_sentence(named("action-2").action, CATALOGUE, english) == (
        "Contract law: from Aware (1) to Working (2)\n"
        "Reads a standard contract and marks the risks alone."
    )
    assert step_sentence(named("action-6").action, CATALOGUE, english) == ""
    without_levels = replace(named("action-1").action, from_level=None, to_level=None)
    assert step_sentence(without_levels, CATALOGUE, english) == "Contract law"


def test_days_in_full(english: Texts) -> None:
    assert when_sentence(named("action-4"), english) == (
        "23 Nov 2026 – 7 Dec 2026 · due 10 Nov 2026 · overdue 13 days"
    )
    assert when_sentence(named("action-1"), english) == (
        "4 Jan 2027 – 8 Feb 2027 · due 31 Mar 2027 · in time"
    )
    assert when_lines(named("action-4"), english) == (
        "23 Nov 2026 – 7 Dec 2026",
        "due 10 Nov 2026 · overdue 13 days",
    )
    assert when_lines(named("action-6"), english) == ("", "due 1 Dec 2026")
    assert when_sentence(named("action-6"), english) == "due 1 Dec 2026"
    assert when_sentence(named("action-8"), english) == "done on 20 Apr 2026"
    assert when_sentence(named("action-9"), english) == "dropped on 2 Feb 2026"


def test_hours_say_where_they_come_from(english: Texts) -> None:
    assert [hours_words(named(id_), english) for id_ in ("action-1", "action-2", "action-6")] == [
        "15",
        "≈ 12",
        "",
    ]
    assert [
        hours_sentence(named(id_), english)
        for id_ in ("action-1", "action-2", "action-6", "action-7")
    ] == ["15\u00a0h", "≈ 12\u00a0h, the effort of the step", "no estimate", ""]


def test_whether_it_is_in_time(english: Texts) -> None:
    assert [
        finish_words(named(f"action-{number}"), english) for number in (1, 2, 3, 6, 7, 8, 9)
    ] == [
        ("8 Feb 2027", "in time"),
        ("4 Jan 2027", "after it is due"),
        ("5 Jun 2027", ""),
        ("no estimate", ""),
        ("–", ""),
        ("20 Apr 2026", "done"),
        ("2 Feb 2026", "dropped"),
    ]
    assert due_note(named("action-4"), english) == "overdue 13 days"
    assert due_note(named("action-1"), english) == ""


def test_what_was_moved(english: Texts) -> None:
    found = moved(named("action-8").action, sample_ratings(), Basis.AGREED, DAY)
    assert found is not None
    # The manager's rating of 4 May is the first there is.
    assert moved_words(found, CATALOGUE, english) == (
        "Since then: Business negotiation – → 3 (manager, 4 May 2026)"
    )
    nobody = Moved(skill="negotiation", before=None, after=None)
    assert moved_words(nobody, CATALOGUE, english) == (
        "Business negotiation has not been rated since."
    )
    rating = Rating(entry=1, skill="x", level=1.5, by=Rater.SELF, on=date(2026, 1, 1))
    unknown = Moved(skill="gone", before=rating, after=replace(rating, level=None))
    assert moved_words(unknown, CATALOGUE, english) == (
        "Since then: gone 1.5 → – (self, 1 Jan 2026)"
    )


def test_what_was_earned(english: Texts) -> None:
    offer = Earned(action="a", skill="contract-law", level=2.5, evidence="x")
    assert earned_words(offer, CATALOGUE, english) == "Contract law 2.5"
    assert earned_words(replace(offer, skill="gone"), CATALOGUE, english) == "gone 2.5"


def test_a_draft_in_words(english: Texts) -> None:
    draft = Action(
        id="", title="Do it", made=DAY, kind=PracticeKind.EXPOSURE, to_level=3.0, hours=7.5
    )
    assert draft_facts(draft, english) == "Exposure · up to level 3 · 7.5\u00a0h"
    assert draft_facts(Action(id="", title="Do it", made=DAY), english) == ""


def test_a_timeline_is_told_to_those_who_cannot_see_it(english: Texts) -> None:
    assert timeline_words(plan(), 9, english) == (
        "9 actions over time, with their due days. 95 h left: done by 3 Jul 2027 at 3 h a week. "
        "The list tells the same in words."
    )
    assert timeline_words(plan(), 0, english) == "No action to show."
