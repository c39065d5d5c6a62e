"""Careers taken back by whole years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.career import Action, Career, KpiResult, Meeting, Owner, Promise
from planner.core.keeping.earlier import no_later_than
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish

LIN = Person(
    id="lin",
    name="Lin",
    catalogue="mini",
    role="b",
    since=date(2024, 2, 29),
    positions=(Position(role="a", since=date(2020, 3, 1), until=date(2024, 2, 28)),),
    wishes=(Wish(role="c", stance=Stance.WANTED, on=date(2026, 1, 5)),),
)
CAREER = Career(
    person=LIN,
    ratings=(Rating(entry=1, skill="s", level=2.0, by=Rater.SELF, on=date(2026, 10, 13)),),
    actions=(
        Action(
            id="action-1", title="Read", made=date(2026, 10, 14), due=date(2027, 3, 31), hours=20.0
        ),
    ),
    meetings=(
        Meeting(
            id="meeting-1",
            on=date(2026, 11, 6),
            closed=date(2026, 11, 6),
            next_on=date(2026, 12, 4),
            promised=(
                Promise(
                    action="action-1", title="Read", owner=Owner.EMPLOYEE, due=date(2027, 3, 31)
                ),
            ),
        ),
    ),
    kpi_results=(
        KpiResult(role="b", kpi="nps", period="2026-Q3", reached=92.0, on=date(2026, 10, 20)),
    ),
)


def test_what_lies_in_the_past_stays_as_it_is() -> None:
    assert no_later_than((CAREER,), date(2026, 11, 6)) == (CAREER,)
    assert no_later_than((), date(2026, 11, 6)) == ()


def test_a_clock_a_day_behind_takes_everything_a_year_back() -> None:
    (career,) = no_later_than((CAREER,), date(2026, 11, 5))
    assert career.person.since == date(2023, 2, 28)
    assert career.person.positions[0] == Position(
        role="a", since=date(2019, 3, 1), until=date(2023, 2, 28)
    )
    assert career.person.wishes[0].on == date(2025, 1, 5)
    assert career.ratings[0] == replace(CAREER.ratings[0], on=date(2025, 10, 13))
    assert (career.actions[0].made, career.actions[0].due) == (
        date(2025, 10, 14),
        date(2026, 3, 31),
    )
    (meeting,) = career.meetings
    assert (meeting.on, meeting.next_on) == (date(2025, 11, 6), date(2025, 12, 4))
    assert meeting.promised[0].due == date(2026, 3, 31)
    assert (career.kpi_results[0].period, career.kpi_results[0].on) == (
        "2025-Q3",
        date(2025, 10, 20),
    )


def test_a_clock_far_behind() -> None:
    (career,) = no_later_than((CAREER,), date(1970, 1, 1))
    # The newest day of 2026 is in November, which 1970 has not reached.
    assert career.meetings[0].on == date(1969, 11, 6)
    assert career.person.since == date(1967, 2, 28)


def test_a_period_that_has_not_begun_counts_too() -> None:
    result = replace(CAREER.kpi_results[0], period="2027", on=date(2026, 1, 2))
    alone = Career(person=LIN, kpi_results=(result,))
    (career,) = no_later_than((alone,), date(2026, 12, 31))
    assert career.kpi_results[0].period == "2026"
