"""What is handed out about people, with private notes and without, and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.career import Action, Career, KpiResult, Meeting
from planner.core.keeping.disclosure import Counts, counts_of, without_private
from planner.core.people import Person, Position, Rater, Rating, Stance, Wish

DAY = date(2026, 5, 1)
LIN = Person(
    id="lin",
    name="Lin",
    catalogue="c",
    role="a",
    since=DAY,
    positions=(Position(role="b", since=date(2020, 1, 1)),),
    wishes=(Wish(role="b", stance=Stance.WANTED, on=DAY),),
)
HELD = Meeting(id="meeting-1", on=DAY, shared="Both", private="Mine", closed=DAY)
CAREER = Career(
    person=LIN,
    ratings=(
        Rating(entry=1, skill="s", level=2.0, by=Rater.SELF, on=DAY),
        Rating(entry=2, skill="s", level=3.0, by=Rater.SELF, on=DAY),
    ),
    actions=(Action(id="action-1", title="Do", made=DAY),),
    meetings=(HELD, Meeting(id="meeting-2", on=DAY, shared="Both")),
    kpi_results=(KpiResult(role="a", kpi="k", period="2026", reached=90, on=DAY),),
)


def test_without_private_notes_all_else_stays() -> None:
    handed_out = without_private(CAREER)
    assert handed_out.meetings == (replace(HELD, private=""), CAREER.meetings[1])
    assert replace(handed_out, meetings=CAREER.meetings) == CAREER


def test_everything_is_counted() -> None:
    nobody = Career(person=replace(LIN, id="bo", positions=(), wishes=()))
    assert counts_of(()) == Counts()
    assert counts_of((CAREER, nobody)) == Counts(
        people=2,
        ratings=2,
        actions=1,
        meetings=2,
        kpi_results=1,
        positions=1,
        wishes=1,
        private_notes=1,
    )
    assert counts_of((without_private(CAREER),)).private_notes == 0
