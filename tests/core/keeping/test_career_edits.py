"""The edits of plans, one-on-ones, KPI results and wishes, and the faults that they point out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.career import (
    Action,
    ActionState,
    AgendaItem,
    AgreedLevel,
    Career,
    Correction,
    KpiResult,
    Meeting,
    Owner,
    Promise,
)
from planner.core.edits import Change, Edit, Key
from planner.core.keeping import career_edits as edits
from planner.core.people import Rater, Rating, Stance, Wish
from planner.core.text import Message, Text, message, same_text
from tests.core.career_sample import (
    ADA,
    CAREER,
    CATALOGUE,
    CHOICES,
    COURSE,
    FREE,
    LETTER,
    PREPARED,
    RATING,
    RECORD,
    RESULT,
    TODAY,
)

DAY = date(2026, 10, 1)
TOMORROW = date(2026, 11, 21)
PERSON = Key("person", "c", "ada")
NPS = Text(en="Client NPS", zh="净推荐值")


def key(kind: Any, part: str) -> Key:
    return Key(kind, "c", "ada", part=part)


def one(edit: Edit) -> tuple[Message, Change]:
    """The label and the only change of an edit."""
    (change,) = edit.changes
    return edit.label, change


# Ids


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((), "action-1"),
        (("action-1", "action-2"), "action-3"),
        (("action-2", "action-10"), "action-11"),
        (("meeting-7", "action", "action-", "action-x", "action-1-2", "transaction-9"), "action-1"),
        (("action-007",), "action-8"),
        (("action--5",), "action-1"),
    ],
)
def test_an_id_is_one_more_than_the_highest(known: tuple[str, ...], expected: str) -> None:
    assert edits.next_id("action", known) == expected


@given(st.sets(st.text("action-0123456789", max_size=12)))
def test_an_id_is_a_new_one(known: set[str]) -> None:
    assert edits.next_id("action", known) not in known


# Actions


def test_actions_are_added_with_their_title_or_their_number() -> None:
    assert one(edits.add_actions(ADA, [COURSE])) == (
        message("Add the action “{title}”", title="Take the law course"),
        Change(key("action", "action-1"), None, COURSE),
    )
    several = edits.add_actions(ADA, iter((COURSE, FREE)))
    assert several.label == message("Add {number} actions to the plan", number=2)
    assert several.changes == (
        Change(key("action", "action-1"), None, COURSE),
        Change(key("action", "action-3"), None, FREE),
    )


def test_a_changed_action_is_called_by_its_new_title() -> None:
    after = replace(COURSE, title="Take two courses", hours=40)
    assert one(edits.change_action(ADA, COURSE, after)) == (
        message("Change the action “{title}”", title="Take two courses"),
        Change(key("action", "action-1"), COURSE, after),
    )


@pytest.mark.parametrize(
    ("before", "state", "label"),
    [
        (ActionState.DONE, ActionState.PLANNED, "Plan “{title}” again"),
        (ActionState.PLANNED, ActionState.DOING, "Begin “{title}”"),
        (ActionState.DOING, ActionState.DONE, "Finish “{title}”"),
        (ActionState.DOING, ActionState.DROPPED, "Drop “{title}”"),
        (ActionState.DOING, ActionState.DOING, "Change the action “{title}”"),
    ],
)
def test_the_label_says_to_which_state_an_action_goes(
    before: ActionState, state: ActionState, label: str
) -> None:
    action = edits.in_state(FREE, before, TODAY)
    after = edits.in_state(action, state, TODAY)
    assert edits.change_action(ADA, action, after).label == message(label, title="Rest")


def test_what_is_done_or_dropped_has_its_last_day() -> None:
    done = edits.in_state(FREE, ActionState.DONE, TODAY)
    assert (done.state, done.finished) == (ActionState.DONE, TODAY)
    assert edits.in_state(FREE, ActionState.DROPPED, TODAY).finished == TODAY
    again = edits.in_state(done, ActionState.DOING, TODAY)
    assert again == FREE
    assert edits.in_state(done, ActionState.PLANNED, TODAY).finished is None


def test_an_action_is_removed() -> None:
    assert one(edits.remove_action(ADA, FREE)) == (
        message("Remove the action “{title}”", title="Rest"),
        Change(key("action", "action-3"), FREE, None),
    )


@pytest.mark.parametrize("action", [COURSE, LETTER, FREE])
def test_a_sound_action_has_no_fault(action: Action) -> None:
    assert edits.action_faults(action, CATALOGUE, TODAY) == {}


LIMITS: list[dict[str, Any]] = [
    {"title": "x" * 300},
    {"title": "<b>Rest</b> & 🚀 休息"},
    {"notes": "x" * 20_000, "evidence": "a\n\tb"},
    {"hours": 0},
    {"hours": 10_000},
    {"start": DAY, "due": DAY},
    {"due": date(2000, 1, 1)},
    {"start": TOMORROW, "due": date.max},
    {"skill": "law"},
    {"skill": "law", "to_level": 5},
    {"skill": "law", "from_level": 0, "to_level": 0.5},
    {"state": ActionState.DONE, "finished": TODAY},
]


@pytest.mark.parametrize("values", LIMITS, ids=str)
def test_the_limits_themselves_are_no_fault(values: dict[str, Any]) -> None:
    assert edits.action_faults(replace(FREE, **values), CATALOGUE, TODAY) == {}


ACTION_FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"title": ""}, "title", "Say what is to be done."),
    ({"title": " \n\t"}, "title", "Say what is to be done."),
    ({"title": "x" * 301}, "title", "The text is longer than {most} characters."),
    ({"title": "Rest\x07"}, "title", "The text holds a control character. Remove it."),
    ({"notes": "x" * 20_001}, "notes", "The text is longer than {most} characters."),
    ({"notes": "\ud800"}, "notes", "The text holds a control character. Remove it."),
    ({"evidence": "x" * 20_001}, "evidence", "The text is longer than {most} characters."),
    ({"skill": "flying"}, "skill", "Choose a skill of this catalogue."),
    ({"to_level": 3}, "skill", "Choose the skill that the step is in."),
    ({"from_level": 3}, "skill", "Choose the skill that the step is in."),
    ({"skill": "law", "from_level": -1}, "to_level", "The level {level} is not on the scale."),
    ({"skill": "law", "to_level": 5.5}, "to_level", "The level {level} is not on the scale."),
    ({"skill": "law", "to_level": float("nan")}, "to_level",
     "The level {level} is not on the scale."),
    ({"skill": "law", "from_level": 3, "to_level": 3}, "to_level",
     "The step ends at or below the level where it begins."),
    ({"skill": "law", "from_level": 3, "to_level": 2}, "to_level",
     "The step ends at or below the level where it begins."),
    ({"hours": -0.5}, "hours", "Enter from 0 to {most} hours."),
    ({"hours": 10_001}, "hours", "Enter from 0 to {most} hours."),
    ({"hours": float("nan")}, "hours", "Enter from 0 to {most} hours."),
    ({"hours": float("inf")}, "hours", "Enter from 0 to {most} hours."),
    ({"start": TODAY, "due": DAY}, "due",
     "The action is due before it starts. Choose a later day."),
    ({"state": ActionState.DONE}, "finished",
     "Give the last day of what is done or dropped, and only then."),
    ({"state": ActionState.DOING, "finished": TODAY}, "finished",
     "Give the last day of what is done or dropped, and only then."),
    ({"state": ActionState.DROPPED, "finished": TOMORROW}, "finished",
     "The day lies in the future. Choose today or an earlier day."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field", "said"),
    ACTION_FAULTS,
    ids=[str(values)[:40] for values, *_ in ACTION_FAULTS],
)
def test_an_action_s_fault_stands_at_its_field(
    values: dict[str, Any], field: str, said: str
) -> None:
    faults = edits.action_faults(replace(FREE, **values), CATALOGUE, TODAY)
    assert {field: fault.text for field, fault in faults.items()} == {field: said}


def test_every_fault_is_told_at_once() -> None:
    faulty = replace(FREE, title="", hours=-1, skill="flying", start=TODAY, due=DAY)
    assert set(edits.action_faults(faulty, CATALOGUE, TODAY)) == {"title", "hours", "skill", "due"}


# One-on-ones


def test_a_one_on_one_is_prepared_and_changed() -> None:
    assert one(edits.add_meeting(ADA, PREPARED)) == (
        message("Prepare the one-on-one of {day}", day=TODAY),
        Change(key("meeting", "meeting-2"), None, PREPARED),
    )
    after = replace(PREPARED, on=DAY, shared="We spoke.")
    change = Change(key("meeting", "meeting-2"), PREPARED, after)
    assert one(edits.change_meeting(ADA, PREPARED, after)) == (
        message("Change the one-on-one of {day}", day=DAY),
        change,
    )
    label = message("Write the shared notes")
    assert one(edits.change_meeting(ADA, PREPARED, after, label)) == (label, change)


def agreed(entry: int, skill: str, level: float | None, **more: Any) -> Rating:
    values: dict[str, Any] = {"by": Rater.AGREED, "on": TODAY}
    return Rating(entry=entry, skill=skill, level=level, **(values | more))


def test_closing_sets_down_what_was_agreed_and_promised() -> None:
    ratings = [
        agreed(9, "law", 4),
        agreed(8, "law", 2),
        agreed(10, "tact", None),
        agreed(11, "tact", 1, by=Rater.MANAGER),
        agreed(12, "tact", 1, on=DAY),
    ]
    here = replace(COURSE, id="action-4", meeting="meeting-2", owner=Owner.MANAGER)
    edit = edits.close_meeting(
        ADA,
        PREPARED,
        iter(ratings),
        iter((COURSE, here, FREE)),
        today=TODAY,
        next_on=TOMORROW,
    )
    assert one(edit) == (
        message("Close the one-on-one of {day}", day=TODAY),
        Change(
            key("meeting", "meeting-2"),
            PREPARED,
            replace(
                PREPARED,
                closed=TODAY,
                next_on=TOMORROW,
                # Of two levels agreed on one day, the one entered later.
                agreed=(AgreedLevel(skill="law", level=4), AgreedLevel(skill="tact", level=None)),
                promised=(
                    Promise(
                        action="action-4",
                        title="Take the law course",
                        owner=Owner.MANAGER,
                        due=date(2026, 11, 1),
                    ),
                ),
                target="chief",
            ),
        ),
    )


def test_the_record_takes_the_day_on_which_it_was_held() -> None:
    ratings = [agreed(9, "law", 4), agreed(12, "tact", 1, on=DAY)]
    edit = edits.close_meeting(ADA, PREPARED, ratings, (), today=TODAY, next_on=None, on=DAY)
    label, change = one(edit)
    assert label == message("Close the one-on-one of {day}", day=DAY)
    assert isinstance(change.after, Meeting)
    assert (change.after.on, change.after.closed) == (DAY, TODAY)
    assert change.after.agreed == (AgreedLevel(skill="tact", level=1),)


def test_a_report_of_a_fault_shows_no_private_note() -> None:
    assert "Proud of her" not in repr(CAREER)


def test_a_record_is_corrected_by_a_new_entry_alone() -> None:
    edit = edits.correct_meeting(ADA, RECORD, "The course costs 200.", TODAY)
    entries = (*RECORD.corrections, Correction(on=TODAY, text="The course costs 200."))
    assert one(edit) == (
        message("Correct the record of {day}", day=DAY),
        Change(key("meeting", "meeting-1"), RECORD, replace(RECORD, corrections=entries)),
    )


def test_a_record_neither_changes_nor_closes_again_and_only_a_record_is_corrected() -> None:
    with pytest.raises(ValueError, match="only ever corrected"):
        edits.change_meeting(ADA, RECORD, replace(RECORD, shared=""))
    with pytest.raises(ValueError, match="closed already"):
        edits.close_meeting(ADA, RECORD, (), (), today=TODAY, next_on=None)
    with pytest.raises(ValueError, match="not closed"):
        edits.correct_meeting(ADA, PREPARED, "No", TODAY)


def test_what_was_promised_stays_when_the_one_on_one_is_removed() -> None:
    edit = edits.remove_meeting(ADA, RECORD, CAREER.actions)
    assert edit.label == message("Remove the one-on-one of {day}", day=DAY)
    assert edit.changes == (
        Change(key("action", "action-1"), COURSE, replace(COURSE, meeting=None)),
        Change(key("action", "action-2"), LETTER, replace(LETTER, meeting=None)),
        Change(key("meeting", "meeting-1"), RECORD, None),
    )


@pytest.mark.parametrize(
    "meeting",
    [
        RECORD,
        PREPARED,
        replace(PREPARED, next_on=TODAY),
        replace(PREPARED, items=(), shared="x" * 20_000, private="<i>\n"),
        replace(PREPARED, items=(AgendaItem(text=Text(zh="谈" * 300)),)),
    ],
)
def test_a_sound_one_on_one_has_no_fault(meeting: Meeting) -> None:
    assert edits.meeting_faults(meeting, TODAY) == {}


def items(*texts: str) -> tuple[AgendaItem, ...]:
    return tuple(AgendaItem(text=same_text(text)) for text in texts)


MEETING_FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"on": TOMORROW}, "on", "The day lies in the future. Choose today or an earlier day."),
    ({"next_on": date(2026, 11, 19)}, "next_on",
     "The next one-on-one lies before this one. Choose a later day."),
    ({"shared": "x" * 20_001}, "shared", "The text is longer than {most} characters."),
    ({"private": "x" * 20_001}, "private", "The text is longer than {most} characters."),
    ({"shared": "\x1b[2J"}, "shared", "The text holds a control character. Remove it."),
    ({"items": items("One", " ")}, "items", "Write what the point is about, or remove it."),
    ({"items": items("One", "x" * 301)}, "items", "The text is longer than {most} characters."),
    ({"items": items("a\x00b")}, "items", "The text holds a control character. Remove it."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field", "said"),
    MEETING_FAULTS,
    ids=[str(values)[:40] for values, *_ in MEETING_FAULTS],
)
def test_a_one_on_one_s_fault_stands_at_its_field(
    values: dict[str, Any], field: str, said: str
) -> None:
    faults = edits.meeting_faults(replace(PREPARED, **values), TODAY)
    assert {field: fault.text for field, fault in faults.items()} == {field: said}


# KPI results


def test_a_result_is_entered_corrected_and_removed() -> None:
    label = message("Enter {kpi} for {period}", kpi=NPS, period="2026-Q3")
    name = key("kpi-result", "clerk/nps/2026-Q3")
    better = replace(RESULT, reached=95)
    assert one(edits.put_kpi_result(ADA, None, RESULT, NPS)) == (label, Change(name, None, RESULT))
    assert one(edits.put_kpi_result(ADA, RESULT, better, NPS)) == (
        label,
        Change(name, RESULT, better),
    )
    assert one(edits.remove_kpi_result(ADA, RESULT, NPS)) == (
        message("Remove {kpi} for {period}", kpi=NPS, period="2026-Q3"),
        Change(name, RESULT, None),
    )


def test_a_result_for_another_period_is_another_one() -> None:
    moved = replace(RESULT, period="2026-Q2")
    edit = edits.put_kpi_result(ADA, RESULT, moved, NPS)
    assert edit.label == message("Enter {kpi} for {period}", kpi=NPS, period="2026-Q2")
    assert edit.changes == (
        Change(key("kpi-result", "clerk/nps/2026-Q3"), RESULT, None),
        Change(key("kpi-result", "clerk/nps/2026-Q2"), None, moved),
    )


@pytest.mark.parametrize(
    "values",
    [{}, {"reached": 0}, {"reached": 1000}, {"period": "2026-Q4"}, {"period": "2026-11"},
     {"note": "x" * 20_000}],
)  # fmt: skip
def test_a_sound_result_has_no_fault(values: dict[str, Any]) -> None:
    assert edits.kpi_faults(replace(RESULT, **values), TODAY) == {}


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"period": "Q3"}, "period", "Write a year, half, quarter or month, such as 2026-Q3."),
        ({"period": ""}, "period", "Write a year, half, quarter or month, such as 2026-Q3."),
        ({"period": "2026-12"}, "period", "The period has not begun yet."),
        ({"reached": -1}, "reached", "Enter from 0 to {most} per cent."),
        ({"reached": 1000.1}, "reached", "Enter from 0 to {most} per cent."),
        ({"reached": float("nan")}, "reached", "Enter from 0 to {most} per cent."),
        ({"note": "x" * 20_001}, "note", "The text is longer than {most} characters."),
    ],
)
def test_a_result_s_fault_stands_at_its_field(
    values: dict[str, Any], field: str, said: str
) -> None:
    faults = edits.kpi_faults(replace(RESULT, **values), TODAY)
    assert {field: fault.text for field, fault in faults.items()} == {field: said}


# Wishes


def test_a_stance_is_noted_once_for_each_role_and_cleared() -> None:
    wish = Wish(role="chief", stance=Stance.NO_OPENING, on=TODAY)
    after = replace(ADA, wishes=(wish, ADA.wishes[1]))
    assert one(edits.set_wish(ADA, wish, CATALOGUE)) == (
        message("Note the stance to {role}", role=same_text("Chief")),
        Change(PERSON, ADA, after),
    )
    assert one(edits.clear_wish(ADA, "expert", CATALOGUE)) == (
        message("Clear the stance to {role}", role=same_text("Expert")),
        Change(PERSON, ADA, replace(ADA, wishes=ADA.wishes[:1])),
    )


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, []),
        ({"note": "x" * 20_000}, []),
        ({"role": "king"}, ["role"]),
        ({"on": TOMORROW}, ["on"]),
        ({"note": "x" * 20_001}, ["note"]),
        ({"note": "\x00"}, ["note"]),
    ],
)
def test_a_stance_s_faults_stand_at_their_fields(values: dict[str, Any], fields: list[str]) -> None:
    wish = Wish(role="chief", stance=Stance.WANTED, on=TODAY)
    assert list(edits.wish_faults(replace(wish, **values), CATALOGUE, TODAY)) == fields


# Everything


def test_a_career_is_removed_whole_the_person_last() -> None:
    edit = edits.remove_career(CAREER)
    assert edit.label == message("Remove {name}", name="Ada")
    assert edit.changes == (
        Change(Key("rating", "c", "ada", 7), RATING, None),
        Change(key("action", "action-1"), COURSE, None),
        Change(key("action", "action-2"), LETTER, None),
        Change(key("action", "action-3"), FREE, None),
        Change(key("meeting", "meeting-1"), RECORD, None),
        Change(key("meeting", "meeting-2"), PREPARED, None),
        Change(key("kpi-result", "clerk/nps/2026-Q3"), RESULT, None),
        *(Change(key("track-choice", one.id), one, None) for one in CHOICES),
        Change(PERSON, ADA, None),
    )


def records(career: Career) -> dict[Key, object]:
    """What a career holds, by the keys under which it is kept."""
    return {change.key: change.before for change in edits.remove_career(career).changes}


EDITS: dict[str, Callable[[], Edit]] = {
    "add": lambda: edits.add_actions(ADA, [replace(FREE, id="action-4")]),
    "change": lambda: edits.change_action(ADA, FREE, replace(FREE, title="Sleep")),
    "remove action": lambda: edits.remove_action(ADA, COURSE),
    "prepare": lambda: edits.add_meeting(ADA, replace(PREPARED, id="meeting-3")),
    "hold": lambda: edits.change_meeting(ADA, PREPARED, replace(PREPARED, shared="Yes")),
    "close": lambda: edits.close_meeting(
        ADA, PREPARED, (RATING,), CAREER.actions, today=TODAY, next_on=None
    ),
    "correct": lambda: edits.correct_meeting(ADA, RECORD, "No", TODAY),
    "remove meeting": lambda: edits.remove_meeting(ADA, RECORD, CAREER.actions),
    "result": lambda: edits.put_kpi_result(ADA, RESULT, replace(RESULT, period="2026-Q4"), NPS),
    "no result": lambda: edits.remove_kpi_result(ADA, RESULT, NPS),
    "wish": lambda: edits.set_wish(
        ADA, Wish(role="clerk", stance=Stance.STEPPING_BACK, on=TODAY), CATALOGUE
    ),
    "no wish": lambda: edits.clear_wish(ADA, "chief", CATALOGUE),
    "remove": lambda: edits.remove_career(CAREER),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_fits_what_is_there_and_its_inverse_brings_it_back(name: str) -> None:
    world = records(CAREER)
    edit = EDITS[name]()
    for step in (edit, edit.inverse()):
        assert step.label == edit.label
        for change in step.changes:
            assert world.get(change.key) == change.before
            world[change.key] = change.after
        if step is edit:
            assert world != records(CAREER)
    assert {key: record for key, record in world.items() if record is not None} == records(CAREER)


def test_a_result_names_its_record_as_the_store_does() -> None:
    result = KpiResult(role="chief", kpi="x", period="2026", reached=1, on=TODAY)
    assert edits.part_key("kpi-result", ADA, result.id) == key("kpi-result", "chief/x/2026")
