"""The table of a gap as a model: words, values, order, choice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionHeaderV2

from planner.core.text import Texts
from planner.gui.models.gap_table import (
    ROW_ROLE,
    GapColumn,
    GapTableModel,
    GapTableOrder,
    gap_rows,
)
from planner.gui.pages.gaps.table_view import GapTableView
from planner.gui.theme import Theme
from planner.report.rows import aligned_numbers
from tests.gap_sample import TODAY, sample_catalogue, sample_gap

# How many open actions a skill has in the plan.
PLANNED = {"budgeting": 2, "talent": 1}

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def model(texts: Texts) -> GapTableModel:
    made = GapTableModel()
    made.set_headings(texts)
    made.show(gap_rows(sample_gap(), sample_catalogue(), texts, TODAY, planned=PLANNED))
    return made


def test_rows_in_words(texts: Texts) -> None:
    rows = gap_rows(sample_gap(), sample_catalogue(), texts, TODAY)
    assert [(row.name, row.kind, row.step, row.weight, row.rated) for row in rows[:5]] == [
        ("Contract law", "essential · hard", "1 → 3", "3", "agreed · Mar 2026"),
        ("Financial budgeting", "essential · hard", "2 → 4", "2", "agreed · Mar 2026"),
        ("Business negotiation", "essential · hard", "3 → 4", "3", "manager · May 2026"),
        ("Talent development", "desirable · soft", "– → 3", "1", "unrated"),
        ("CRM data reading", "desirable · digital", "3 → 4", "2", "self · Jan 2025 · stale"),
    ]


def test_rows_tell_what_is_planned(texts: Texts) -> None:
    rows = gap_rows(sample_gap(), sample_catalogue(), texts, TODAY, planned=PLANNED)
    assert [(row.id, row.plan) for row in rows if row.id in (*PLANNED, "crm", "strategy")] == [
        ("budgeting", "2 actions"),
        ("talent", "1 action"),
        ("crm", "nothing planned"),
        ("strategy", "reached"),
    ]


def test_the_model_keeps_qts_contract(model: GapTableModel, texts: Texts) -> None:
    order = GapTableOrder(model)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for tested in (model, order):
        QAbstractItemModelTester(tested, mode, tested)
    rows = gap_rows(sample_gap(), sample_catalogue(), texts, TODAY)
    model.show(rows[:4])
    model.show(rows)
    model.show(rows)
    order.set_words("soft")
    order.sort(0)
    order.set_words("")
    model.show(())


def test_headings(model: GapTableModel) -> None:
    across = Qt.Orientation.Horizontal
    assert [model.headerData(n, across) for n in range(5)] == [
        "Skill",
        "Held → required",
        "Weight",
        "Rated",
        "In plan",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_what_is_read_aloud_has_the_kind(model: GapTableModel) -> None:
    cell = model.index(0, GapColumn.SKILL)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Contract law, essential · hard"
    assert model.data(QModelIndex()) is None


def test_numbers_align_at_the_right(model: GapTableModel) -> None:
    sides = [
        bool(
            (model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) or 0)
            & Qt.AlignmentFlag.AlignRight.value
        )
        for column in range(5)
    ]
    assert sides == [False, False, True, False, True]


def shown(model: QAbstractItemModel) -> list[str]:
    return [model.index(number, 0).data(ROW_ROLE).id for number in range(model.rowCount())]


def test_rows_that_hold_their_order_are_not_reset(model: GapTableModel, texts: Texts) -> None:
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    rows = gap_rows(sample_gap(), sample_catalogue(), texts, TODAY)
    names = [row.id for row in rows]
    model.show(rows[::-1], holds_order=True)
    assert (shown(model), resets) == (names, [])
    model.show(rows[:3] + rows[4:], holds_order=True)
    assert (shown(model), resets) == (names[:3] + names[4:], [])
    model.show(rows, holds_order=True)
    assert (shown(model), resets) == (names, [])
    model.show(rows[::-1])
    assert (shown(model), resets) == (names[::-1], [True])


def test_rows_that_go_and_return_while_others_change_find_the_order_from_before(
    model: GapTableModel, texts: Texts
) -> None:
    rows = gap_rows(sample_gap(), sample_catalogue(), texts, TODAY)
    model.show(rows)
    order = GapTableOrder(model)
    order.sort(GapColumn.LEVELS, Qt.SortOrder.DescendingOrder)
    names = shown(order)
    assert names == [row.id for row in rows]
    # The two largest gaps are closed and go to the end of the gap; the third one goes.
    closed = tuple(
        replace(row, skill=replace(row.skill, held=row.skill.required)) for row in rows[:2]
    )
    model.show((*rows[3:], *closed), holds_order=True)
    assert shown(order) == names[:2] + names[3:]
    model.show((*rows[2:], *closed), holds_order=True)
    assert shown(order) == names
    model.show(rows, holds_order=True)
    assert shown(order) == names


def test_a_row_that_goes_and_returns_takes_its_old_place(
    model: GapTableModel, texts: Texts
) -> None:
    rows = gap_rows(sample_gap(), sample_catalogue(), texts, TODAY)
    order = GapTableOrder(model)
    order.sort(GapColumn.LEVELS, Qt.SortOrder.DescendingOrder)
    names = shown(order)
    assert names[0] == "contract-law"
    held = tuple(
        replace(row, skill=replace(row.skill, held=row.skill.required))
        if row.id == "contract-law"
        else row
        for row in rows
    )
    model.show(held[1:], holds_order=True)
    assert shown(order) == names[1:]
    model.show(held, holds_order=True)
    assert shown(order) == names
    order.sort(GapColumn.LEVELS, Qt.SortOrder.DescendingOrder)
    assert shown(order)[0] == names[1]


def test_finding_a_skill(model: GapTableModel) -> None:
    order = GapTableOrder(model)
    assert order.index_of("crm").row() == 4
    assert not order.index_of("unknown").isValid()
    assert order.gap_row(QModelIndex()) is None
    assert order.index(0, 0).data(ROW_ROLE).id == "contract-law"


@pytest.mark.parametrize("column", list(GapColumn))
@pytest.mark.parametrize("falling", [True, False])
def test_every_column_sorts_by_value(
    model: GapTableModel, column: GapColumn, falling: bool
) -> None:
    order = GapTableOrder(model)
    direction = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
    order.sort(column, direction)
    values = []
    for row in range(order.rowCount()):
        shown = order.gap_row(order.index(row, 0))
        assert shown is not None
        rating = shown.skill.rating
        values.append(
            {
                GapColumn.SKILL: shown.name.casefold(),
                GapColumn.LEVELS: shown.skill.weighted_gap,
                GapColumn.WEIGHT: shown.skill.weight,
                GapColumn.RATED: rating.on.isoformat() if rating else "",
                GapColumn.PLAN: PLANNED.get(shown.id, 0),
            }[column]
        )
    assert values == sorted(values, reverse=falling)


def test_weights_stand_in_a_column_with_the_same_decimals(texts: Texts) -> None:
    assert aligned_numbers([4.41, 3.7, 12, 0.5], texts) == ("4.41", "3.70", "12.00", "0.50")
    assert aligned_numbers([4, 10], texts) == ("4", "10")
    assert aligned_numbers([], texts) == ()


@pytest.mark.parametrize(("order", "arrow"), [("AscendingOrder", "↑"), ("DescendingOrder", "↓")])
def test_the_sorted_column_is_marked_beside_its_heading(
    model: GapTableModel, texts: Texts, theme: Theme, order: str, arrow: str
) -> None:
    table = GapTableView(GapTableOrder(model), theme)
    table.sortByColumn(GapColumn.WEIGHT, Qt.SortOrder[order])
    model.set_headings(texts)
    said = []
    for column in GapColumn:
        option = QStyleOptionHeaderV2()
        table.horizontalHeader().initStyleOptionForIndex(option, column)
        said.append(option.text)
        assert option.sortIndicator == QStyleOptionHeaderV2.SortIndicator.None_
    assert said == [
        "Skill",
        "Held → required",
        f"Weight\N{NO-BREAK SPACE}{arrow}",
        "Rated",
        "In plan",
    ]
