"""What a career's values say of themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.career import ActionState, Career, period_start
from planner.core.people import Stance
from tests.core.career_sample import ADA, CAREER, COURSE, FREE, LETTER, PREPARED, RECORD, RESULT


@pytest.mark.parametrize(
    ("state", "is_open"),
    [
        (ActionState.PLANNED, True),
        (ActionState.DOING, True),
        (ActionState.DONE, False),
        (ActionState.DROPPED, False),
    ],
)
def test_what_is_planned_or_doing_is_open(state: ActionState, is_open: bool) -> None:
    action = replace(COURSE, state=state)
    assert action.is_open is is_open
    # Due on 1 November: overdue from the 2nd on, as long as it is open.
    assert not action.is_overdue(date(2026, 11, 1))
    assert action.is_overdue(date(2026, 11, 2)) is is_open


def test_without_a_due_day_nothing_is_overdue() -> None:
    assert not FREE.is_overdue(date.max)


def test_a_one_on_one_is_a_record_once_it_is_closed() -> None:
    assert RECORD.is_closed
    assert not PREPARED.is_closed


def test_a_kpi_has_one_result_a_period() -> None:
    assert RESULT.id == "clerk/nps/2026-Q3"
    assert replace(RESULT, period="2026").id == "clerk/nps/2026"


@pytest.mark.parametrize(
    ("period", "start"),
    [
        ("2026", date(2026, 1, 1)),
        ("0001", date(1, 1, 1)),
        ("9999-H2", date(9999, 7, 1)),
        ("2026-H1", date(2026, 1, 1)),
        ("2026-H2", date(2026, 7, 1)),
        ("2026-Q1", date(2026, 1, 1)),
        ("2026-Q2", date(2026, 4, 1)),
        ("2026-Q3", date(2026, 7, 1)),
        ("2026-Q4", date(2026, 10, 1)),
        ("2026-01", date(2026, 1, 1)),
        ("2026-09", date(2026, 9, 1)),
        ("2026-12", date(2026, 12, 1)),
    ],
)
def test_a_period_begins_on_its_first_day(period: str, start: date) -> None:
    assert period_start(period) == start


@pytest.mark.parametrize(
    "words",
    ["", "26", "02026", "0000", "0000-Q1", "2026-", "2026-H0", "2026-H3", "2026-Q0", "2026-Q5",
     "2026-00", "2026-13", "2026-9", "2026-09-01", "2026Q3", "2026-q3", "Q3-2026", " 2026", "2026 ",
     "2026\n", "\n2026", "2026-Q3\n", "-2026", "+2026", "２０２６", "٢٠٢٦-Q3", "2026-Q³", "2026-Q٣",
     "2026‑Q3", "2026\x00", "2026-Q3" * 10_000, "9" * 100_000],
    ids=lambda words: repr(words[:12]),
)  # fmt: skip
def test_what_is_not_written_as_a_period_is_none(words: str) -> None:
    assert period_start(words) is None


@given(st.text())
def test_whatever_stands_for_a_period_is_read_or_none(words: str) -> None:
    start = period_start(words)
    assert start is None or words.isascii()


def test_the_stance_to_a_role() -> None:
    wish = ADA.wish_for("expert")
    assert wish is not None
    assert (wish.stance, wish.note) == (Stance.NOT_WANTED, "Not again.")
    assert ADA.wish_for("clerk") is None


def test_the_id_of_what_was_promised_is_never_given_again() -> None:
    """Action 9 has left the plan, and the record of 1 October still names it."""
    assert CAREER.action_ids == {COURSE.id, LETTER.id, FREE.id, "action-9"}
    assert Career(person=ADA).action_ids == frozenset()
