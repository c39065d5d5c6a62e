"""Taking up another role: what becomes of the present one, the target and the wishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.career_edits import take_role
from planner.core.edits import Change, Edit, Key
from planner.core.errors import PlannerError
from planner.core.people import Person, Position
from planner.core.text import Message, message, same_text
from tests.core.career_sample import ADA, CATALOGUE, TODAY

TOMORROW = date(2026, 11, 21)
PERSON = Key("person", "c", "ada")


def one(edit: Edit) -> tuple[Message, Change]:
    """The label and the only change of an edit."""
    (change,) = edit.changes
    return edit.label, change


def test_a_promotion_ends_the_present_position_the_day_before() -> None:
    edit = take_role(ADA, "chief", date(2026, 7, 1), CATALOGUE, TODAY)
    left = Position(role="clerk", since=date(2025, 1, 1), until=date(2026, 6, 30))
    after = replace(
        ADA,
        role="chief",
        since=date(2026, 7, 1),
        positions=(*ADA.positions, left),
        # The target is reached, and the wish fulfilled; the stance to the other role stays.
        target=None,
        wishes=ADA.wishes[1:],
    )
    assert one(edit) == (
        message("Be promoted to {role}", role=same_text("Chief")),
        Change(PERSON, ADA, after),
    )


def test_what_was_not_reached_stays() -> None:
    (change,) = take_role(ADA, "expert", TODAY, CATALOGUE, TODAY).changes
    assert isinstance(change.after, Person)
    assert change.after.target == "chief"
    assert change.after.wishes == ADA.wishes[:1]


@pytest.mark.parametrize(
    ("from_role", "to_role", "label"),
    [
        ("clerk", "expert", "Be promoted to {role}"),
        ("chief", "expert", "Take up the role {role}"),
        ("chief", "clerk", "Step back to {role}"),
    ],
)
def test_the_label_says_whether_it_leads_up(from_role: str, to_role: str, label: str) -> None:
    person = replace(ADA, role=from_role)
    edit = take_role(person, to_role, TODAY, CATALOGUE, TODAY)
    assert edit.label == message(label, role=CATALOGUE.role(to_role).name)


def test_a_role_is_taken_up_after_the_present_one_and_not_in_the_future() -> None:
    with pytest.raises(PlannerError, match="in the future") as caught:
        take_role(ADA, "chief", TOMORROW, CATALOGUE, TODAY)
    assert len(caught.value.sentences) == 3
    with pytest.raises(PlannerError, match="before the present one") as caught:
        take_role(ADA, "chief", ADA.since, CATALOGUE, TODAY)
    assert len(caught.value.sentences) == 3
    (change,) = take_role(ADA, "chief", date(2025, 1, 2), CATALOGUE, TODAY).changes
    assert isinstance(change.after, Person)
    assert change.after.positions[-1].until == date(2025, 1, 1)
