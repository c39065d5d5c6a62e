"""The map as a table: the same content, sorted by value, for every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from planner.core.graph import PromotionGraph
from planner.core.text import Language, Texts
from planner.gui.models.map_table import ROLE_ID, MapColumn, MapTable, MapTableOrder
from planner.report.map_state import map_state
from tests.catalogues import TODAY, small_catalogue, small_gaps, small_person

GRAPH = PromotionGraph(small_catalogue())


def filled(texts: Texts, table: MapTable | None = None) -> MapTable:
    person = small_person()
    table = table or MapTable()
    state = map_state(GRAPH, person, small_gaps(GRAPH, person), TODAY)
    table.show(GRAPH, GRAPH.catalogue.roles, state, texts)
    return table


def row(table: MapTable, role: str) -> list[str]:
    return [table.index(table.row_of(role), column).data() for column in range(len(MapColumn))]


def order_by(table: MapTable, column: MapColumn, order: Qt.SortOrder) -> list[str]:
    sorted_by = MapTableOrder(table)
    sorted_by.sort(column, order)
    return [sorted_by.index(number, 0).data(ROLE_ID) for number in range(sorted_by.rowCount())]


def test_it_is_a_sound_model(qtmodeltester: ModelTester, texts: Texts) -> None:
    qtmodeltester.check(filled(texts))
    qtmodeltester.check(MapTable())


def test_a_row_says_what_the_map_shows(texts: Texts) -> None:
    table = filled(texts)
    assert row(table, "director") == [
        "Regional client director",
        "Client track",
        "Rank 3",
        "60–80 %",
        "1",
        "next role",
        "Account manager (return)",
        "Account manager (promotion, 3–5 y)\nJunior account manager (change of career)",
    ]
    assert row(table, "cto")[3:6] == ["readiness unknown", "0", "target"]
    assert row(table, "manager")[5] == "you"
    assert row(table, "line-manager")[5] == "on the route"


def test_it_speaks_chinese(texts_in: Callable[[Language], Texts], texts: Texts) -> None:
    table = filled(texts)
    filled(texts_in("zh_CN"), table)
    assert row(table, "director")[:2] == ["区域客户总监", "客户序列"]
    heading = table.headerData(0, Qt.Orientation.Horizontal)
    assert heading == "职位"


def test_what_is_spoken_stands_alone(texts: Texts) -> None:
    table = filled(texts)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    director = table.row_of("director")
    assert table.index(director, MapColumn.OPEN).data(spoken) == "1 essential open"
    assert "; " in table.index(director, MapColumn.MOVES_IN).data(spoken)


@pytest.mark.parametrize(
    ("column", "rising"),
    [
        (MapColumn.ROLE, ["manager", "cto", "junior", "line-manager", "director", "lead"]),
        (MapColumn.READINESS, ["cto", "director", "line-manager", "junior", "manager", "lead"]),
        (MapColumn.TRACK, ["director", "manager", "junior", "cto", "line-manager", "lead"]),
        (MapColumn.RELATION, ["manager", "cto", "line-manager", "director", "junior", "lead"]),
    ],
)
def test_columns_sort_by_value(column: MapColumn, rising: list[str], texts: Texts) -> None:
    assert order_by(filled(texts), column, Qt.SortOrder.AscendingOrder) == rising


def test_a_search_keeps_the_roles_with_the_words(texts: Texts) -> None:
    table = filled(texts)
    order = MapTableOrder(table)
    order.look_for(" MANAGER ")
    assert order.rowCount() == 3
    assert not order.index_of("cto").isValid()
    assert order.index_of("manager").data(ROLE_ID) == "manager"
    order.look_for("")
    assert order.rowCount() == 6
    assert not order.index_of("gone").isValid()


def test_nobody_is_compared(texts: Texts) -> None:
    table = MapTable()
    table.show(GRAPH, GRAPH.catalogue.roles, map_state(GRAPH, None, {}, TODAY), texts)
    assert row(table, "director")[3:6] == ["", "", ""]


def test_names_are_shown_as_they_are_in_tooltips(texts: Texts) -> None:
    table = filled(texts)
    tip = table.index(table.row_of("cto"), MapColumn.MOVES_IN).data(Qt.ItemDataRole.ToolTipRole)
    assert "Line manager (dual ladder, 4–6.5 y)" in tip
    assert table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
