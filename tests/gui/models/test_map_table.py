"""The map as a table: the same content, sorted by value, for every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.core.graph import PromotionGraph
from planner.core.text import Language, Texts
from planner.gui.models.map_table import ROLE_ID, MapColumn, MapTable, MapTableOrder
from planner.gui.pages.map.table_pane import MapTablePane
from planner.gui.theme import Theme
from planner.report.map.state import map_state
from tests.catalogues import TODAY, small_catalogue, small_gaps, small_person

GRAPH = PromotionGraph(small_catalogue())


PERSON = small_person()
STATE = map_state(GRAPH, PERSON, small_gaps(GRAPH, PERSON), TODAY)


def filled(texts: Texts, table: MapTable | None = None) -> MapTable:
    table = table or MapTable()
    table.show(GRAPH, GRAPH.catalogue.roles, STATE, texts)
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
        "1",
        "2",
    ]
    assert row(table, "cto")[3:6] == ["unknown", "0", "target"]
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
    unknown = table.index(table.row_of("cto"), MapColumn.READINESS)
    assert unknown.data(spoken) == "readiness unknown"
    assert table.index(director, MapColumn.MOVES_OUT).data(spoken) == "Account manager (return)"
    assert table.index(director, MapColumn.MOVES_IN).data(spoken) == (
        "Account manager (promotion, 3–5\u00a0y); Junior account manager (change of career)"
    )


@pytest.mark.parametrize(
    ("column", "rising"),
    [
        (MapColumn.ROLE, ["manager", "cto", "junior", "line-manager", "director", "lead"]),
        (MapColumn.READINESS, ["cto", "director", "line-manager", "junior", "manager", "lead"]),
        (MapColumn.TRACK, ["director", "manager", "junior", "cto", "line-manager", "lead"]),
        (MapColumn.MOVES_IN, ["junior", "lead", "cto", "director", "line-manager", "manager"]),
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
    # In the language that is not shown, in other letters, and in another order.
    for said in ("总监", "ｄｉｒｅｃｔｏｒ", "director regional"):
        order.look_for(said)
        assert order.index_of("director").isValid(), said
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
    assert "Line manager (dual ladder, 4–6.5\u00a0y)" in tip
    assert table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


@pytest.fixture
def shown(qtbot: QtBot, texts: Texts, theme: Theme) -> Callable[[int, float], MapTablePane]:
    def show(width: int, factor: float) -> MapTablePane:
        pane = MapTablePane()
        pane.show_roles(GRAPH, GRAPH.catalogue.roles, STATE, texts)
        qtbot.addWidget(pane)
        pane.setStyleSheet(f"* {{ font-size: {round(13 * factor)}px; }}")
        pane.set_text_factor(factor)
        pane.resize(width, 500)
        pane.show()
        QApplication.processEvents()
        return pane

    return show


def test_the_selected_roles_moves_are_told_in_full(
    shown: Callable[[int, float], MapTablePane],
) -> None:
    pane = shown(900, 1.0)
    out, into = pane.moves[MapColumn.MOVES_OUT], pane.moves[MapColumn.MOVES_IN]
    # The keys begin at the person's own role.
    assert pane.table.currentIndex().data(ROLE_ID) == pane.table.first_role
    pane.table.show_role("")
    assert not out.isVisible()
    pane.table.show_role("director")
    assert out.text() == "Account manager (return)"
    assert into.text().endswith("; Junior account manager (change of career)")
    assert out.isVisible()
    pane.table.show_role("lead")
    assert into.text() == "–"
    pane.table.show_role("")
    assert not out.isVisible()


@pytest.mark.parametrize(("width", "factor"), [(900, 1.0), (520, 1.0), (900, 1.5)])
def test_rows_are_as_high_as_their_words_and_no_higher(
    width: int, factor: float, shown: Callable[[int, float], MapTablePane]
) -> None:
    pane = shown(width, factor)
    table = pane.table
    usual = round(34 * factor)
    metrics = table.fontMetrics()
    for number in range(table.model().rowCount()):
        lines = 1
        for column in range(table.model().columnCount()):
            words = str(table.model().index(number, column).data())
            room = table.columnWidth(column) - 12
            lines = max(lines, -(-metrics.horizontalAdvance(words) // room))
        height = table.rowHeight(number)
        assert height >= (lines * metrics.height() if lines > 1 else usual)
        assert height <= usual + lines * metrics.lineSpacing()


def test_all_columns_fit_beside_each_other_in_the_usual_window(
    shown: Callable[[int, float], MapTablePane],
) -> None:
    # 1280 pixels less sidebar and inspector.
    pane = shown(864, 1.0)
    table = pane.table
    assert sum(table.columnWidth(n) for n in MapColumn) <= table.viewport().width()
    assert not table.horizontalScrollBar().isVisible()
    table.setColumnWidth(MapColumn.TRACK, 300)
    QApplication.processEvents()
    assert table.columnWidth(MapColumn.TRACK) == 300
