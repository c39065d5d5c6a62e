"""The list of a plan as a model: words, values, order, choice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.core.career import ActionState
from planner.core.planning.plan import plan_of
from planner.core.text import Texts
from planner.gui.models.plan_table import (
    PlanColumn,
    PlanRow,
    PlanTableModel,
    PlanTableOrder,
    plan_rows,
)
from tests.plan_sample import DAY, plan_career, plan_catalogue, plan_gap

pytestmark = pytest.mark.usefixtures("qapp")

OVERDUE_FIRST = [4, 7, 2, 1, 3, 5, 6, 8, 9]
OPEN = frozenset({ActionState.PLANNED, ActionState.DOING})
ALL = frozenset(ActionState)


def rows(texts: Texts) -> tuple[PlanRow, ...]:
    return plan_rows(
        plan_of(plan_career(), plan_catalogue(), plan_gap(), DAY), plan_catalogue(), texts
    )


@pytest.fixture
def model(texts: Texts) -> PlanTableModel:
    made = PlanTableModel()
    made.set_headings(texts)
    made.show(rows(texts))
    return made


def ids(model: QAbstractItemModel) -> list[int]:
    """The numbers of the actions from top to bottom."""
    shown = (
        model.index(number, 0).data(Qt.ItemDataRole.UserRole) for number in range(model.rowCount())
    )
    return [int(row.id.removeprefix("action-")) for row in shown]


def test_rows_in_words(texts: Texts) -> None:
    told = [
        (
            row.facts,
            row.skill,
            row.step,
            row.due,
            row.due_note,
            row.hours,
            row.finish,
            row.finish_note,
        )
        for row in rows(texts)
    ]
    assert told == [
        ("planned · Exposure", "Business negotiation", "3 → 4", "10 Nov 2026", "overdue 13 days",
         "6", "7 Dec 2026", "after it is due"),
        ("planned · the manager's", "", "", "19 Nov 2026", "overdue 4 days", "", "–", ""),
        ("planned · Education", "Contract law", "1 → 2", "15 Dec 2026", "", "≈ 12",
         "4 Jan 2027", "after it is due"),
        ("under way · Experience", "Contract law", "1 → 3", "31 Mar 2027", "", "15",
         "8 Feb 2027", "in time"),
        ("planned · Experience", "Financial budgeting", "2 → 2.5", "", "", "≈ 50",
         "5 Jun 2027", ""),
        ("planned · Experience", "Talent development", "– → 2", "30 Jun 2027", "", "12",
         "3 Jul 2027", "after it is due"),
        ("planned", "", "", "1 Dec 2026", "", "", "no estimate", ""),
        ("done · Experience", "Business negotiation", "2 → 3", "", "", "25", "20 Apr 2026", "done"),
        ("dropped", "", "", "", "", "", "2 Feb 2026", "dropped"),
    ]  # fmt: skip
    assert [row.id for row in rows(texts)] == [f"action-{number}" for number in OVERDUE_FIRST]


def test_a_step_is_a_gap_to_be_drawn(texts: Texts) -> None:
    by_id = {row.id: row.gap for row in rows(texts)}
    law, talent = by_id["action-1"], by_id["action-5"]
    assert law is not None
    assert talent is not None
    assert (law.held, law.required) == (1, 3)
    # Without a level to begin from it begins at nothing held.
    assert (talent.held, talent.required) == (0, 2)
    assert by_id["action-6"] is None


def test_the_model_keeps_qts_contract(model: PlanTableModel, texts: Texts) -> None:
    order = PlanTableOrder(model)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for tested in (model, order):
        QAbstractItemModelTester(tested, mode, tested)
    model.show(rows(texts)[:4])
    model.show(rows(texts)[::-1], holds_order=True)
    order.read_again()
    order.choose(OPEN, "contract-law", "lawyer")
    order.keep("action-8")
    order.read_again()
    order.sort(0)
    order.sort(-1)
    order.choose(ALL, "", "")
    model.show(())


def test_headings_and_numbers(model: PlanTableModel) -> None:
    across = Qt.Orientation.Horizontal
    assert [model.headerData(n, across) for n in range(5)] == [
        "Action",
        "Step",
        "Due",
        "Hours",
        "Done by",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    right = Qt.AlignmentFlag.AlignRight.value
    for column in PlanColumn:
        align = model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) or 0
        assert bool(align & right) == (column is PlanColumn.HOURS)
    assert model.data(QModelIndex()) is None


def test_what_is_read_aloud_has_the_second_line(model: PlanTableModel) -> None:
    read = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, PlanColumn.ACTION).data(read) == (
        "Shadow a senior negotiator through one tender, planned · Exposure"
    )
    assert model.index(0, PlanColumn.DUE).data(read) == "10 Nov 2026, overdue 13 days"
    assert model.index(0, PlanColumn.STEP).data(read) == "3 → 4, Business negotiation"
    assert model.index(6, PlanColumn.DONE_BY).data(read) == "no estimate"


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        # By name; by skill, then the lower step; by day; by hours; what has none stands last.
        (PlanColumn.ACTION, [7, 3, 5, 8, 1, 4, 2, 9, 6]),
        (PlanColumn.DUE, [4, 7, 6, 2, 1, 5]),
        (PlanColumn.HOURS, [4, 2, 5, 1, 8, 3]),
        (PlanColumn.DONE_BY, OVERDUE_FIRST),
    ],
)
def test_columns_sort_by_value(
    model: PlanTableModel, column: PlanColumn, expected: list[int]
) -> None:
    order = PlanTableOrder(model)
    order.sort(column)
    assert ids(order)[: len(expected)] == expected
    order.sort(-1)
    assert ids(order) == OVERDUE_FIRST


def test_steps_sort_by_skill_then_level(model: PlanTableModel) -> None:
    order = PlanTableOrder(model)
    order.sort(PlanColumn.STEP)
    # Business negotiation 2 and 3, contract law 1 (two), financial budgeting, talent.
    assert ids(order)[:2] == [8, 4]
    assert set(ids(order)[2:4]) == {1, 2}
    assert ids(order)[4:6] == [3, 5]


@pytest.mark.parametrize(
    ("states", "skill", "text", "expected"),
    [
        (ALL, "", "", OVERDUE_FIRST),
        (OPEN, "", "", [4, 7, 2, 1, 3, 5, 6]),
        (frozenset({ActionState.DONE}), "", "", [8]),
        (ALL, "negotiation", "", [4, 8]),
        (OPEN, "negotiation", "", [4]),
        (ALL, "", "CONTRACT course", [7, 2]),
        (ALL, "", "minutes", [8]),
        (ALL, "", "manager", [7]),
        (ALL, "", "budgeting experience", [3]),
        (ALL, "", "谈判", [4, 8]),
        (ALL, "", "zzz", []),
    ],
)
def test_rows_are_chosen_by_state_skill_and_words(
    model: PlanTableModel,
    states: frozenset[ActionState],
    skill: str,
    text: str,
    expected: list[int],
) -> None:
    order = PlanTableOrder(model)
    order.choose(states, skill, text)
    assert ids(order) == expected


def test_what_is_kept_stays_until_another_choice(model: PlanTableModel) -> None:
    order = PlanTableOrder(model)
    order.choose(OPEN, "", "")
    order.keep("action-8")
    order.read_again()
    assert ids(order) == [4, 7, 2, 1, 3, 5, 6, 8]
    order.choose(OPEN, "", "")
    assert 8 not in ids(order)


def test_held_rows_keep_their_places(model: PlanTableModel, texts: Texts) -> None:
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    changed = [
        replace(row, facts="changed") if row.id == "action-2" else row for row in rows(texts)
    ]
    model.show(changed[::-1], holds_order=True)
    assert (ids(model), resets) == (OVERDUE_FIRST, [])
    assert model.rows[2].facts == "changed"
    model.show(changed[:3] + changed[4:], holds_order=True)
    assert ids(model) == [4, 7, 2, 3, 5, 6, 8, 9]
    # What comes back stands where it stood.
    model.show(changed, holds_order=True)
    assert ids(model) == OVERDUE_FIRST
    # Where the order has changed since, it stands below what it follows now.
    model.show([changed[8], *changed[:8]][1:], holds_order=True)
    assert ids(model) == OVERDUE_FIRST[:8]
    model.show([changed[8], *changed[:8]], holds_order=True)
    assert ids(model) == [OVERDUE_FIRST[8], *OVERDUE_FIRST[:8]]
    model.show(changed)
    assert ids(model) == OVERDUE_FIRST
