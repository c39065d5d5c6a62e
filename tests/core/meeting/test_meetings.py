"""One-on-ones in their order: what they begin with, promises and their outcomes, the search."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.career import ActionState, AgendaItem, AgreedLevel, Correction, Meeting, Origin
from planner.core.meeting.meetings import (
    agreed_in,
    career_as_of,
    closed_before,
    day_held,
    find_meetings,
    first_points,
    meeting_to_show,
    open_meeting,
    other_open,
    outcomes_of,
    overdue,
    points_of_other,
    promises,
    usual_next_day,
    without_private,
)
from planner.core.people import Rater, Rating
from planner.core.text import same_text
from tests.core.career_sample import CHOICES
from tests.gap_sample import sample_catalogue
from tests.meeting_sample import (
    CAREER_TALK,
    COURSE,
    FORECAST,
    GROWTH,
    LAST,
    LAST_DAY,
    OPEN,
    REGULAR,
    RENEWAL,
    REVIEW,
    SHADOW,
    TODAY,
    WORKLOAD,
    sample_career,
)


def agreed(entry: int, skill: str, level: float, on: date = TODAY) -> Rating:
    return Rating(entry=entry, skill=skill, level=level, by=Rater.AGREED, on=on)


# which one


def test_the_newest_open_one_is_shown_else_the_newest_closed_one() -> None:
    later = replace(LAST, id="meeting-3", on=date(2026, 11, 16))
    assert meeting_to_show((later, OPEN, LAST)) is OPEN
    assert meeting_to_show((later, LAST)) is later
    assert meeting_to_show(()) is None
    other = replace(OPEN, id="meeting-10")
    # Of one day the later begun, and ten is more than two.
    assert open_meeting((other, OPEN)) is other


def test_the_last_one_lies_before() -> None:
    first = replace(LAST, id="meeting-0", on=date(2026, 10, 12))
    meetings = (OPEN, LAST, first)
    assert closed_before(meetings, OPEN) is LAST
    assert closed_before(meetings, None) is LAST
    assert closed_before(meetings, LAST) is first
    assert closed_before(meetings, first) is None
    # One that was begun before the last one was closed is still held after it.
    assert closed_before(meetings, replace(OPEN, on=date(2026, 11, 1))) is LAST


# the agenda


def test_points_left_open_come_first_and_no_point_comes_twice() -> None:
    last = replace(LAST, items=(*LAST.items, AgendaItem(text=GROWTH)))
    assert first_points(REGULAR, last) == (
        AgendaItem(text=RENEWAL, origin=Origin.CARRIED),
        AgendaItem(text=GROWTH, origin=Origin.CARRIED),
        AgendaItem(text=WORKLOAD),
    )
    assert first_points(None, None) == ()
    twice = replace(REGULAR, items=(GROWTH, GROWTH))
    assert first_points(twice, None) == (AgendaItem(text=GROWTH),)


def test_another_template_leaves_what_somebody_added_or_talked_about() -> None:
    own = AgendaItem(text=same_text("My own"), origin=Origin.MANAGER)
    carried = AgendaItem(text=RENEWAL, origin=Origin.CARRIED)
    items = (carried, AgendaItem(text=WORKLOAD, done=True), AgendaItem(text=GROWTH), own)
    assert points_of_other(items, CAREER_TALK, LAST) == (
        carried,
        AgendaItem(text=WORKLOAD, done=True),
        own,
        AgendaItem(text=GROWTH),
        AgendaItem(text=CAREER_TALK.items[1]),
    )
    assert points_of_other(items, None, LAST) == (items[0], items[1], own)


def test_what_was_taken_off_the_agenda_does_not_come_back_with_another_template() -> None:
    with_renewal = replace(CAREER_TALK, items=(RENEWAL,))
    assert points_of_other((), with_renewal, LAST) == ()
    assert points_of_other((), with_renewal, None) == (AgendaItem(text=RENEWAL),)


# promises and actions


def test_each_promise_of_last_time_has_its_outcome_the_employees_first() -> None:
    done = replace(COURSE, state=ActionState.DONE, finished=date(2026, 11, 20))
    outcomes = outcomes_of(LAST, (REVIEW, done))
    told = [(one.promise.action, one.is_open, one.is_kept) for one in outcomes]
    assert told == [
        ("action-1", True, False),
        # Not in the plan any more: neither kept nor open.
        ("action-99", False, False),
        ("action-2", False, True),
    ]
    assert outcomes_of(None, (REVIEW,)) == ()


def test_the_new_promises_stand_first_then_the_others_by_their_day() -> None:
    here = replace(REVIEW, id="action-5", meeting="meeting-2", due=date(2026, 11, 24))
    undated = replace(REVIEW, id="action-6", due=None)
    kept_here = replace(here, id="action-7", state=ActionState.DONE, finished=TODAY, due=None)
    kept_before = replace(COURSE, id="action-8", state=ActionState.DONE, finished=TODAY)
    actions = (here, kept_here, undated, REVIEW, COURSE, FORECAST, kept_before)
    found = [action.id for action in promises(actions, OPEN)]
    assert found == ["action-5", "action-7", "action-2", "action-1", "action-6"]
    assert other_open(actions) == (FORECAST,)


def test_what_is_overdue_is_told_the_longest_first() -> None:
    # Due on 1 and on 19 November; what is due today is not overdue, what is done never is.
    due_today = replace(REVIEW, due=TODAY)
    actions = (COURSE, SHADOW, due_today, FORECAST)
    assert overdue(actions, TODAY) == (FORECAST, COURSE)
    assert overdue(actions, date(2026, 11, 19)) == (FORECAST,)


# agreed here


def test_agreed_here_is_what_was_agreed_that_day_but_for_another_record() -> None:
    earlier = replace(LAST, id="meeting-0", on=TODAY, agreed=(AgreedLevel(skill="crm", level=3.0),))
    ratings = (
        agreed(5, "negotiation", 3.0),
        agreed(6, "negotiation", 4.0),
        agreed(7, "crm", 3.0),
        agreed(8, "talent", 2.0, LAST_DAY),
        replace(agreed(9, "talent", 2.0), by=Rater.MANAGER),
    )
    assert agreed_in(OPEN, ratings, (earlier, OPEN)) == ratings[:2]
    assert agreed_in(OPEN, ratings, (OPEN,)) == ratings[:3]


def test_one_that_was_begun_last_week_is_held_today_unless_it_was_held_then() -> None:
    begun = replace(OPEN, on=date(2026, 11, 18))
    career = replace(sample_career(), meetings=(LAST, begun))
    assert day_held(begun, career, TODAY) == TODAY
    assert day_held(begun, career, TODAY, is_chosen=True) == date(2026, 11, 18)
    promised = replace(REVIEW, meeting="meeting-2", made=date(2026, 11, 18))
    with_promise = replace(career, actions=(promised,))
    assert day_held(begun, with_promise, TODAY) == date(2026, 11, 18)
    assert day_held(LAST, career, TODAY) == LAST_DAY


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2026, 11, 9), date(2026, 12, 7)),  # a fortnight ago, a fortnight on
        (date(2026, 10, 24), date(2026, 12, 23)),  # 30 days
        (date(2026, 1, 1), date(2026, 12, 7)),  # 326 days are no rhythm
        (TODAY, date(2026, 12, 7)),
    ],
)
def test_the_next_day_follows_the_rhythm(last: date, expected: date) -> None:
    assert usual_next_day(TODAY, replace(LAST, on=last)) == expected


def test_without_a_last_time_the_next_one_is_in_a_fortnight() -> None:
    assert usual_next_day(TODAY, None) == date(2026, 12, 7)


# looking back, and what is private


def test_a_past_day_shows_what_was_there_by_then() -> None:
    corrected = replace(
        LAST,
        corrections=(
            Correction(on=date(2026, 11, 10), text="Early"),
            Correction(on=TODAY, text="Late"),
        ),
    )
    begun = replace(SHADOW, id="action-9", start=date(2026, 11, 1))
    career = replace(sample_career(), meetings=(corrected, OPEN), actions=(SHADOW, begun, REVIEW))
    then = career_as_of(career, date(2026, 11, 10))
    assert then.meetings == (replace(corrected, corrections=corrected.corrections[:1]),)
    # Finished on the 18th only.
    assert [(one.id, one.state, one.finished) for one in then.actions] == [
        ("action-3", ActionState.PLANNED, None),
        ("action-9", ActionState.DOING, None),
        ("action-1", ActionState.PLANNED, None),
    ]
    assert max(rating.on for rating in then.ratings) == date(2026, 10, 2)
    assert career_as_of(career, date(2026, 11, 8)).meetings == ()
    assert career_as_of(career, TODAY).actions[0].state is ActionState.DONE


def test_what_was_answered_later_was_not_there_yet() -> None:
    career = replace(sample_career(), track_choices=CHOICES)
    assert career_as_of(career, date(2026, 11, 18)).track_choices == CHOICES
    assert career_as_of(career, date(2026, 11, 17)).track_choices == CHOICES[:1]


def test_only_what_is_shared_of_a_choice_may_be_printed() -> None:
    career = replace(sample_career(), track_choices=CHOICES)
    assert without_private(career).track_choices == CHOICES[1:]
    # Nor do logs and reports of faults show what somebody answered.
    assert "'out'" not in repr(CHOICES)


def test_without_private_notes_all_else_stays() -> None:
    career = sample_career()
    bare = without_private(career)
    assert [meeting.private for meeting in bare.meetings] == ["", ""]
    assert bare.meetings[0] == replace(LAST, private="")
    assert replace(bare, meetings=career.meetings) == career


def test_private_notes_are_not_in_what_python_shows_of_a_meeting() -> None:
    assert "escalations" not in repr(sample_career())


# the search


@pytest.mark.parametrize(
    ("said", "found", "line"),
    [
        ("", ["meeting-2", "meeting-1"], ""),
        ("  PRICING ", ["meeting-1"], "Lin led the pricing talk alone."),
        ("talk renewal", ["meeting-1"], "Lin led the pricing talk alone."),
        ("年底前", ["meeting-1"], "年底前的工作量"),
        ("standard contract", ["meeting-1"], "Review the standard contract with legal"),
        ("crm", ["meeting-1"], "CRM data reading"),
        ("wrongly", ["meeting-1"], "Taken down wrongly"),
        ("2026-11-23", ["meeting-2"], ""),
        ("unicorn", [], ""),
        ("escalations", [], ""),
    ],
)
def test_the_search_finds_words_but_never_private_ones(
    said: str, found: list[str], line: str
) -> None:
    last = replace(
        LAST,
        agreed=(AgreedLevel(skill="crm", level=3.0), AgreedLevel(skill="gone", level=None)),
        corrections=(Correction(on=TODAY, text="Taken down wrongly"),),
    )
    hits = find_meetings(said, (last, OPEN), sample_catalogue())
    assert [hit.meeting.id for hit in hits] == found
    assert [hit.line for hit in hits][-1:] == ([line] if found else [])


@given(
    private=st.text(min_size=1),
    shared=st.text(),
    words=st.text(st.characters(exclude_categories=("Zs", "Cc")), min_size=1, max_size=4),
)
def test_what_is_private_changes_nothing_that_is_found(
    private: str, shared: str, words: str
) -> None:
    catalogue = sample_catalogue()
    meeting = Meeting(id="meeting-1", on=TODAY, shared=shared, private=private)
    bare = replace(meeting, private="")
    found = [bool(find_meetings(words, (one,), catalogue)) for one in (meeting, bare)]
    assert found[0] == found[1]
