"""A route over the years, its skills step by step, and what of it becomes the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.core.career import Action, ActionState, Career
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Practice, PracticeKind
from planner.core.people import Person
from planner.core.planning.route_levels import step_skills
from planner.core.planning.route_plan import (
    first_move_drafts,
    leads_on,
    not_planned,
    plan_route,
)
from planner.core.planning.route_times import day_after, stays
from planner.core.routes import Route
from planner.core.routing.moves import RouteQuery
from planner.core.text import Texts, same_text
from planner.files.texts import load_texts
from tests.route_sample import DAY, answer, asks, catalogue_of, move, role, standing

YEAR = 365.25


@pytest.fixture
def en(root: Path, tmp_path: Path) -> Texts:
    return load_texts("en", root / "resources" / "i18n", tmp_path)


def framework() -> Catalogue:
    """`a`, `m` and `z` in a row; `talk` is practised up to 2 and to 3, `law` by nothing."""
    plain = catalogue_of(
        [
            role("a"),
            role("m", rank=2, requires=asks(talk=3, law=1)),
            role("z", rank=3, requires=asks(law=2)),
        ],
        [move("a", "m", (2, 8)), move("m", "z", (1, 1))],
    )
    practice = tuple(
        Practice(kind=PracticeKind.EXPERIENCE, text=same_text(words), to=to, hours=hours)
        for words, to, hours in (
            ("Speak to many.", 3.0, 40.0),
            ("Speak to two.", 2.0, 20.0),
            ("Speak to one.", 1.0, 10.0),
        )
    )
    talk, *others = plain.skills
    return replace(plain, skills=(replace(talk, practice=practice), *others))


def the_route(**more: object) -> Route:
    (route,) = answer(framework(), RouteQuery(target="z"), **more).routes
    return route


def career(*actions: Action, target: str | None = None) -> Career:
    person = Person(
        id="ann", name="Ann", catalogue="c", role="a", since=date(2025, 11, 26), target=target
    )
    return Career(person=person, actions=actions)


def action(number: int, skill: str, to: float, state: ActionState = ActionState.PLANNED) -> Action:
    finished = DAY if state is ActionState.DONE else None
    return Action(
        id=f"action-{number}",
        title="Known",
        made=date(2026, 1, 1),
        skill=skill,
        from_level=0.0,
        to_level=to,
        state=state,
        finished=finished,
    )


def test_each_role_is_held_until_it_is_left_with_its_interval() -> None:
    # talk 1 → 3 is 260 h, law 0 → 1 is 52 h: 312 h are 6 years at one hour a week, more than the
    # middle of the usual years (5 − 1) and less than the most (8 − 1).
    present, between, target = stays(the_route(), standing())
    assert (present.role, between.role, target.role) == ("a", "m", "z")
    assert present.begin == DAY
    assert present.learnt == present.end == present.earliest == day_after(DAY, 6)
    assert present.latest == DAY + timedelta(days=round(7 * YEAR))
    assert present.hours == 0
    # law 1 → 2 is 104 h, two years, longer than the one year of the stay.
    assert between.begin == present.end
    assert between.end == day_after(DAY, 8)
    assert between.hours == 312
    assert target.begin == target.end == day_after(DAY, 8)
    assert (target.earliest, target.latest) == (day_after(DAY, 8), day_after(DAY, 9))
    assert target.hours == 104


def test_days_stop_at_the_end_of_the_calendar() -> None:
    assert day_after(DAY, 1e9) == date.max


def test_a_step_knows_the_levels_on_arrival() -> None:
    first, second = step_skills(framework(), standing(), the_route())
    (talk,) = first.raised
    assert (talk.held, talk.required, talk.hours, talk.rests_on_unrated) == (1.0, 3.0, 260.0, False)
    (law,) = first.learn
    assert (law.held, law.required, law.hours, law.rests_on_unrated) == (None, 1.0, 52.0, True)
    # Learnt for m, so held at z; nobody has rated it all the same.
    (law,) = second.raised
    assert (law.held, law.hours, law.rests_on_unrated) == (1.0, 104.0, True)
    (talk,) = second.leave
    assert (talk.held, talk.required, talk.hours) == (3.0, 3.0, 0.0)
    assert [one.skill for one in first.resting_on_unrated] == ["law"]


def test_the_first_move_is_planned_from_level_to_level(en: Texts) -> None:
    drafts = first_move_drafts(framework(), standing(), the_route(), en)
    said = [(draft.title, draft.from_level, draft.to_level, draft.hours) for draft in drafts]
    assert said == [
        ("Speak to two.", 1.0, 2.0, 20.0),
        ("Speak to many.", 2.0, 3.0, 40.0),
        # Nobody has rated it, and the catalogue has no practice for it.
        ("Practise law", None, 1.0, None),
    ]


def test_what_is_held_or_not_applicable_is_not_planned(en: Texts) -> None:
    levels = {"talk": 3.0, "law": None}
    drafts = first_move_drafts(framework(), standing(levels=levels), the_route(levels=levels), en)
    assert drafts == ()


def test_nothing_is_planned_for_a_route_without_moves(en: Texts) -> None:
    (route,) = answer(framework(), RouteQuery(target="a")).routes
    assert first_move_drafts(framework(), standing(), route, en) == ()


def test_what_an_open_action_leads_to_is_not_doubled(en: Texts) -> None:
    drafts = first_move_drafts(framework(), standing(), the_route(), en)
    known = (
        action(1, "talk", 2.0),
        # A finished one leads nowhere any more.
        action(2, "law", 3.0, ActionState.DONE),
    )
    left = not_planned(drafts, known)
    assert [(draft.skill, draft.to_level) for draft in left] == [("talk", 3.0), ("law", 1.0)]
    assert not_planned(drafts, (action(1, "talk", 3.0), action(2, "law", 1.0))) == ()


def test_a_route_becomes_the_plan_in_one_edit(en: Texts) -> None:
    known = career(action(1, "talk", 2.0))
    edit, added = plan_route(PromotionGraph(framework()), standing(), the_route(), known, DAY, en)
    assert [(one.id, one.made, one.skill) for one in added] == [
        ("action-2", DAY, "talk"),
        ("action-3", DAY, "law"),
    ]
    *actions, target = edit.changes
    assert [change.after for change in actions] == list(added)
    assert target.before == known.person
    assert target.after == replace(known.person, target="z")
    assert en.word(edit.label) == "Plan the way to z"


def test_a_target_that_is_set_already_stays(en: Texts) -> None:
    edit, added = plan_route(
        PromotionGraph(framework()), standing(), the_route(), career(target="z"), DAY, en
    )
    assert len(edit.changes) == len(added) == 3


def test_a_farther_target_stays_while_the_way_to_a_step_of_it_is_planned(en: Texts) -> None:
    (to_step,) = answer(framework(), RouteQuery(target="m")).routes
    graph, known = PromotionGraph(framework()), career(target="z")
    edit, added = plan_route(graph, standing(), to_step, known, DAY, en)
    assert len(edit.changes) == len(added) == 3


def test_a_target_that_the_way_does_not_lead_on_to_is_replaced(en: Texts) -> None:
    # To `aside` only a return leads.
    aside = replace(framework().roles[1], id="aside", rank=4)
    back = move("z", "aside", (1, 1), kind="return")
    more = replace(framework(), roles=(*framework().roles, aside), moves=(*framework().moves, back))
    graph = PromotionGraph(more)
    for target, is_kept in (("aside", False), ("gone", False), ("z", True)):
        person = replace(career().person, target=target)
        edit, added = plan_route(graph, standing(), the_route(), Career(person=person), DAY, en)
        assert (len(edit.changes) == len(added)) is is_kept, target
    assert not leads_on(graph, "z", "m")
    assert leads_on(graph, "m", "z")


def test_all_planned_already_changes_nothing(en: Texts) -> None:
    known = career(action(1, "talk", 3.0), action(2, "law", 1.0), target="z")
    edit, added = plan_route(PromotionGraph(framework()), standing(), the_route(), known, DAY, en)
    assert edit.changes == ()
    assert added == ()
