"""A stance to a role holds from its day on."""

from __future__ import annotations

from datetime import date

from planner.core.people import Person, Stance, Wish

DIRECTOR = Wish(role="director", stance=Stance.NO_OPENING, on=date(2026, 3, 1), note="In spring")
LIN = Person(
    id="lin",
    name="Lin",
    catalogue="small",
    role="manager",
    since=date(2024, 6, 1),
    wishes=(DIRECTOR,),
)


def test_a_stance_holds_from_its_day_on() -> None:
    assert LIN.wish_for("director") == DIRECTOR
    assert LIN.wish_for("director", date(2026, 3, 1)) == DIRECTOR
    assert LIN.wish_for("director", date(2026, 2, 28)) is None
    assert LIN.wish_for("cto") is None
