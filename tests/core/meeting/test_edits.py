"""The edits of a one-on-one: what they change, what they say, and that they can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import (
    Action,
    AgendaItem,
    AgreedLevel,
    Career,
    Meeting,
    Origin,
    Owner,
    Promise,
)
from planner.core.edits import Edit
from planner.core.errors import PlannerError
from planner.core.keeping.career_edits import correct_meeting
from planner.core.meeting.edits import (
    add_point,
    agree_level,
    begin_meeting,
    choose_agenda,
    close_held,
    correction_fault,
    hold_on,
    move_point,
    plan_next,
    point_fault,
    promise,
    promise_faults,
    promise_of,
    remove_point,
    tick_point,
    write_private,
    write_shared,
)
from planner.core.people import Rater, Rating
from planner.core.text import same_text
from tests.gap_sample import sample_catalogue
from tests.meeting_sample import (
    CAREER_TALK,
    LAST,
    LAST_DAY,
    OPEN,
    REGULAR,
    RENEWAL,
    TODAY,
    sample_career,
)

CATALOGUE = sample_catalogue()
CAREER = sample_career()
PERSON = CAREER.person
THREE = replace(OPEN, items=tuple(AgendaItem(text=same_text(letter)) for letter in ("a", "b", "c")))


def after(edit: Edit) -> Meeting:
    """Return the one-on-one as the edit leaves it."""
    (found,) = [one.after for one in edit.changes if isinstance(one.after, Meeting)]
    return found


def letters(edit: Edit) -> list[str]:
    return [item.text.en for item in after(edit).items]


def rated(entry: int, skill: str, level: float | None, on: date) -> Rating:
    return Rating(entry=entry, skill=skill, level=level, by=Rater.AGREED, on=on)


def test_one_begins_with_its_template_and_what_was_left_open() -> None:
    begun = after(begin_meeting(sample_career(is_prepared=False), REGULAR, TODAY))
    assert (begun.id, begun.on, begun.agenda) == ("meeting-2", TODAY, "regular")
    assert begun.items[0] == AgendaItem(text=RENEWAL, origin=Origin.CARRIED)
    assert [item.text for item in begun.items[1:]] == [*REGULAR.items]
    bare = after(begin_meeting(replace(CAREER, meetings=()), None, TODAY))
    assert (bare.id, bare.agenda, bare.items) == ("meeting-1", "", ())


def test_points_are_added_ticked_moved_and_removed() -> None:
    added = after(add_point(PERSON, THREE, "  d ", Owner.EMPLOYEE)).items[-1]
    assert added == AgendaItem(text=same_text("d"), origin=Origin.EMPLOYEE)
    by_manager = after(add_point(PERSON, THREE, "d", Owner.MANAGER)).items[-1]
    assert by_manager.origin is Origin.MANAGER
    ticked = after(tick_point(PERSON, THREE, 1, is_done=True))
    assert [item.done for item in ticked.items] == [False, True, False]
    again = after(tick_point(PERSON, ticked, 1, is_done=False))
    assert again == THREE
    assert letters(move_point(PERSON, THREE, 0, 2)) == ["b", "c", "a"]
    assert letters(move_point(PERSON, THREE, 2, 1)) == ["a", "c", "b"]
    assert letters(remove_point(PERSON, THREE, 1)) == ["a", "c"]


def test_another_template_is_taken() -> None:
    edit = choose_agenda(CAREER, OPEN, CAREER_TALK)
    assert after(edit).agenda == "career"
    assert [item.text for item in after(edit).items] == [*CAREER_TALK.items]
    assert after(choose_agenda(CAREER, OPEN, None)).agenda == ""


def test_notes_and_the_next_day_are_written() -> None:
    assert after(write_shared(PERSON, OPEN, "<b>x</b>")) == replace(OPEN, shared="<b>x</b>")
    assert after(write_private(PERSON, OPEN, "y")) == replace(OPEN, private="y")
    assert after(plan_next(PERSON, OPEN, date(2026, 12, 7))).next_on == date(2026, 12, 7)
    assert after(plan_next(PERSON, OPEN, None)).next_on is None


def test_no_label_tells_what_the_notes_say() -> None:
    for edit in (write_shared(PERSON, OPEN, "Zyxwv"), write_private(PERSON, OPEN, "Zyxwv")):
        assert "Zyxwv" not in repr(edit.label)


def test_a_level_is_agreed_on_the_day_of_the_meeting_as_a_new_rating() -> None:
    begun = replace(OPEN, on=date(2026, 11, 18))
    career = replace(CAREER, meetings=(LAST, begun))
    edit = agree_level(
        career,
        begun,
        CATALOGUE,
        skill="crm",
        level=4.0,
        day=TODAY,
        entry=77,
        today=TODAY,
    )
    assert after(edit) == replace(begun, on=TODAY)
    assert next(one.after for one in edit.changes) == rated(77, "crm", 4.0, TODAY)
    # On the day it has already the one-on-one itself does not change.
    again = agree_level(
        CAREER, OPEN, CATALOGUE, skill="crm", level=None, day=TODAY, entry=78, today=TODAY
    )
    assert [one.after for one in again.changes] == [rated(78, "crm", None, TODAY)]


@pytest.mark.parametrize(("level", "day"), [(5.5, TODAY), (3.0, date(2026, 11, 24))])
def test_no_level_off_the_scale_and_none_of_tomorrow(level: float, day: date) -> None:
    with pytest.raises(PlannerError):
        agree_level(
            CAREER, OPEN, CATALOGUE, skill="crm", level=level, day=day, entry=77, today=TODAY
        )


def held() -> tuple[Career, tuple[Rating, ...], Action]:
    """Return a one-on-one in which a level was agreed twice and something promised."""
    agreed = (rated(50, "crm", 3.0, TODAY), rated(51, "crm", 4.0, TODAY))
    action = promise_of(CAREER, OPEN, "Hand over", Owner.EMPLOYEE, None, TODAY)
    career = replace(CAREER, ratings=(*CAREER.ratings, *agreed), actions=(*CAREER.actions, action))
    return career, agreed, action


def test_what_was_agreed_and_promised_goes_with_the_day() -> None:
    career, agreed, action = held()
    day = date(2026, 11, 20)
    edit = hold_on(career, OPEN, day, 60)
    assert [(one.before, one.after) for one in edit.changes] == [
        (agreed[0], None),
        (agreed[1], None),
        (None, replace(agreed[0], on=day, entry=60)),
        (None, replace(agreed[1], on=day, entry=61)),
        (action, replace(action, made=day)),
        (OPEN, replace(OPEN, on=day)),
    ]
    assert hold_on(career, OPEN, TODAY, 60).changes == ()


def test_closing_sets_down_what_was_agreed_and_promised() -> None:
    career, _, action = held()
    meeting = replace(OPEN, next_on=date(2026, 12, 7))
    closed = after(close_held(career, meeting, TODAY, TODAY, 60))
    assert closed == replace(
        meeting,
        closed=TODAY,
        agreed=(AgreedLevel(skill="crm", level=4.0),),
        promised=(Promise(action=action.id, title="Hand over", owner=Owner.EMPLOYEE),),
        target="director",
    )
    earlier = close_held(career, meeting, date(2026, 11, 20), TODAY, 60)
    assert after(earlier) == replace(closed, on=date(2026, 11, 20))
    moved = [one.after for one in earlier.changes if isinstance(one.after, Rating)]
    assert [(rating.entry, rating.on) for rating in moved] == [
        (60, date(2026, 11, 20)),
        (61, date(2026, 11, 20)),
    ]
    with pytest.raises(ValueError, match="closed already"):
        close_held(career, LAST, LAST_DAY, TODAY, 60)


def test_a_record_is_only_corrected() -> None:
    with pytest.raises(ValueError, match="only ever corrected"):
        write_shared(PERSON, LAST, "other")
    corrected = after(correct_meeting(PERSON, LAST, "It was the southern one.", TODAY))
    assert replace(corrected, corrections=()) == LAST
    assert [(one.on, one.text) for one in corrected.corrections] == [
        (TODAY, "It was the southern one.")
    ]


def test_a_promise_becomes_an_action_of_the_plan() -> None:
    begun = replace(OPEN, on=date(2026, 11, 18))
    career = replace(CAREER, meetings=(LAST, begun))
    action = promise_of(career, begun, " Call the client ", Owner.MANAGER, date(2026, 12, 1), TODAY)
    # Nothing is called like the promise of the record whose action is gone.
    assert action == Action(
        id="action-100",
        title="Call the client",
        made=TODAY,
        due=date(2026, 12, 1),
        owner=Owner.MANAGER,
        meeting="meeting-2",
    )
    assert promise_faults(action, CATALOGUE, TODAY) == {}
    edit = promise(career, begun, action, TODAY, 60)
    assert [one.after for one in edit.changes] == [action, replace(begun, on=TODAY)]


@pytest.mark.parametrize(
    ("title", "due", "fields"),
    [
        (" ", None, {"title"}),
        ("x" * 301, None, {"title"}),
        ("x", date(2026, 11, 22), {"due"}),
        ("x", TODAY, set()),
    ],
)
def test_a_promise_that_cannot_be_says_why_at_its_field(
    title: str, due: date | None, fields: set[str]
) -> None:
    action = promise_of(CAREER, OPEN, title, Owner.EMPLOYEE, due, TODAY)
    assert set(promise_faults(action, CATALOGUE, TODAY)) == fields


@pytest.mark.parametrize(
    ("text", "is_fault"), [("", True), (" \n", True), ("x" * 300, False), ("x" * 301, True)]
)
def test_a_point_has_words_but_not_too_many(text: str, is_fault: bool) -> None:
    assert (point_fault(text) is not None) == is_fault


def test_a_correction_has_words_but_not_too_many() -> None:
    assert correction_fault(" ") is not None
    assert correction_fault("x" * 20_001) is not None
    assert correction_fault("x" * 20_000) is None
