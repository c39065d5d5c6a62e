"""A role taken up: what kind of step it is, what it changes today, and in a corrected past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.edits import Change, Key
from planner.core.errors import PlannerError
from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.model import Move, MoveKind
from planner.core.people import Person, Position, Stance, Wish
from planner.core.roles.change import (
    Step,
    gap_of_next_step,
    role_change,
    role_change_faults,
    role_change_label,
    step_to,
    take_role,
)
from planner.core.text import message
from tests.catalogues import small_catalogue

CATALOGUE = small_catalogue()
TODAY = date(2026, 6, 1)
A_DAY = timedelta(days=1)
PAST = Position(role="junior", since=date(2021, 3, 1), until=date(2024, 5, 31))
LIN = Person(
    id="lin",
    name="Lin",
    catalogue="small",
    role="manager",
    since=date(2024, 6, 1),
    positions=(PAST,),
    target="director",
)


@pytest.mark.parametrize(
    ("start", "end", "step"),
    [
        # The first move between the two says it …
        ("manager", "director", Step.PROMOTION),
        ("manager", "line-manager", Step.TRACK_CHANGE),
        ("junior", "director", Step.CAREER_CHANGE),
        ("line-manager", "cto", Step.DUAL_LADDER),
        ("line-manager", "manager", Step.RETURN),
        # … a return to a lower rank is a step back,
        ("director", "manager", Step.BACK),
        # … and without a move the ranks and tracks say it.
        ("manager", "junior", Step.BACK),
        ("director", "lead", Step.BACK),
        ("lead", "cto", Step.PROMOTION),
        ("junior", "lead", Step.TRACK_CHANGE),
        ("lead", "director", Step.TRACK_CHANGE),
        ("gone", "manager", Step.LEVEL),
    ],
)
def test_the_kind_of_a_step(start: str, end: str, step: Step) -> None:
    assert step_to(CATALOGUE, start, end) is step


def test_two_roles_of_one_rank_and_track_are_level() -> None:
    twin = replace(CATALOGUE.role("manager"), id="twin", order=9)
    assert step_to(replace(CATALOGUE, roles=(*CATALOGUE.roles, twin)), "manager", "twin") is (
        Step.LEVEL
    )


def test_a_move_says_more_than_ranks() -> None:
    down = Move(from_role="manager", to_role="lead", kind=MoveKind.CAREER_CHANGE, order=9)
    catalogue = replace(CATALOGUE, moves=(*CATALOGUE.moves, down))
    assert step_to(catalogue, "manager", "lead") is Step.CAREER_CHANGE


def test_being_promoted_is_one_change_of_the_person() -> None:
    wishes = (
        Wish(role="director", stance=Stance.WANTED, on=date(2025, 1, 1)),
        Wish(role="cto", stance=Stance.NOT_WANTED, on=date(2025, 1, 1)),
    )
    before = replace(LIN, wishes=wishes)
    edit = take_role(before, "director", date(2026, 5, 15), CATALOGUE, TODAY)
    after = replace(
        before,
        role="director",
        since=date(2026, 5, 15),
        positions=(
            PAST,
            Position(role="manager", since=date(2024, 6, 1), until=date(2026, 5, 14)),
        ),
        target=None,
        wishes=wishes[1:],
    )
    assert edit.changes == (Change(Key("person", "small", "lin"), before, after),)
    name = CATALOGUE.role("director").name
    assert edit.label == message("Promotion to {role}", role=name)
    (undone,) = edit.inverse().changes
    assert undone.after == before


def test_what_a_change_says_of_itself() -> None:
    before = replace(LIN, wishes=(Wish(role="director", stance=Stance.WANTED, on=TODAY),))
    reached = role_change(before, "director", TODAY, CATALOGUE)
    assert reached.reaches_target
    assert reached.cleared_wish == before.wishes[0]
    assert reached.is_present
    assert reached.left == Position(role="manager", since=date(2024, 6, 1), until=TODAY - A_DAY)
    other = role_change(before, "line-manager", TODAY, CATALOGUE)
    assert not other.reaches_target
    assert other.cleared_wish is None
    assert other.after.target == "director"
    assert not role_change(replace(LIN, target=None), "director", TODAY, CATALOGUE).reaches_target


def test_positions_stand_in_the_order_of_their_days() -> None:
    older = Position(role="lead", since=date(2019, 1, 1), until=date(2021, 2, 28))
    after = role_change(replace(LIN, positions=(PAST, older)), "cto", TODAY, CATALOGUE).after
    assert [held.role for held in after.positions] == ["lead", "junior", "manager"]


def test_a_past_day_corrects_the_history_and_leaves_the_present() -> None:
    """Junior from 1 Mar 2021 to 31 May 2024; a team lead from 1 Jan 2023 takes its second part."""
    change = role_change(LIN, "lead", date(2023, 1, 1), CATALOGUE)
    assert change.after == replace(
        LIN,
        positions=(
            replace(PAST, until=date(2022, 12, 31)),
            Position(role="lead", since=date(2023, 1, 1), until=date(2024, 5, 31)),
        ),
    )
    assert not change.is_present
    assert change.step is Step.TRACK_CHANGE
    assert change.left == replace(PAST, until=date(2022, 12, 31))
    name = CATALOGUE.role("lead").name
    assert role_change_label(change, CATALOGUE) == message("Past position {role}", role=name)


def test_a_day_between_two_positions_shortens_neither() -> None:
    short = replace(PAST, until=date(2022, 6, 30))
    change = role_change(replace(LIN, positions=(short,)), "lead", date(2023, 1, 1), CATALOGUE)
    lead = Position(role="lead", since=date(2023, 1, 1), until=date(2024, 5, 31))
    assert change.after.positions == (short, lead)
    assert change.left is None
    assert change.after.role == "manager"


def test_a_day_before_the_first_position_becomes_the_first() -> None:
    change = role_change(LIN, "lead", date(2020, 1, 1), CATALOGUE)
    lead = Position(role="lead", since=date(2020, 1, 1), until=date(2021, 2, 28))
    assert change.after.positions == (lead, PAST)
    assert change.left is None


def test_an_open_past_position_ends_with_the_new_one() -> None:
    endless = Position(role="junior", since=date(2021, 3, 1))
    change = role_change(replace(LIN, positions=(endless,)), "lead", date(2022, 1, 1), CATALOGUE)
    assert change.left == Position(role="junior", since=date(2021, 3, 1), until=date(2021, 12, 31))


@pytest.mark.parametrize(
    ("role", "on", "field"),
    [
        ("nobody", TODAY, "role"),
        ("", TODAY, "role"),
        ("manager", TODAY, "role"),
        ("junior", date(2023, 1, 1), "role"),
        ("director", None, "on"),
        ("director", date(2026, 6, 2), "on"),
        ("director", date(2024, 6, 1), "on"),
        ("director", date(2021, 3, 1), "on"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(role: str, on: date | None, field: str) -> None:
    assert set(role_change_faults(LIN, role, on, CATALOGUE, TODAY)) == {field}
    if on is not None:
        with pytest.raises(PlannerError):
            take_role(LIN, role, on, CATALOGUE, TODAY)


def test_what_was_held_may_be_taken_up_again() -> None:
    assert role_change_faults(LIN, "junior", TODAY, CATALOGUE, TODAY) == {}
    short = replace(LIN, positions=(replace(PAST, until=date(2022, 6, 30)),))
    assert role_change_faults(short, "junior", date(2023, 1, 1), CATALOGUE, TODAY) == {}


@given(
    st.lists(
        st.tuples(
            st.sampled_from([role.id for role in CATALOGUE.roles]),
            st.dates(date(2018, 1, 1), TODAY),
        ),
        max_size=6,
    )
)
def test_whatever_is_taken_up_the_days_hang_together(steps: list[tuple[str, date]]) -> None:
    person = replace(LIN, positions=())
    for role, on in steps:
        if role_change_faults(person, role, on, CATALOGUE, TODAY):
            continue
        change = role_change(person, role, on, CATALOGUE)
        assert change.after.position_on(on).role == role
        before = person.position_on(on - A_DAY)
        if before.since < on:
            assert change.after.position_on(on - A_DAY).role == before.role
        person = change.after
        history = person.history
        for held, following in pairwise(history):
            assert held.until == following.since - A_DAY
        assert history[-1].until is None


def test_the_next_step_is_that_of_the_new_role() -> None:
    """From line manager one move leads on to cto, and one back to manager; the target is cto."""
    graph = PromotionGraph(CATALOGUE)
    after = role_change(replace(LIN, target="cto"), "line-manager", TODAY, CATALOGUE).after
    found = gap_of_next_step(graph, after, (), Basis.AGREED, TODAY)
    assert found is not None
    assert (found.role, found.readiness) == ("cto", None)
    end = role_change(LIN, "cto", TODAY, CATALOGUE).after
    assert gap_of_next_step(graph, replace(end, target=None), (), Basis.AGREED, TODAY) is None
