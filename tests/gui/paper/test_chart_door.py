"""Every chart is copied, saved and turned into its table, by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.core.errors import PlannerError
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.models.rows_table import Told
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.industry.page import IndustryPage
from planner.gui.pages.page import Page
from planner.gui.pages.plan.page import PlanPage
from planner.gui.pages.routes.page import RoutesPage
from planner.gui.pages.team.page import TeamPage
from planner.gui.paper.chart_door import ChartDoor
from planner.gui.paper.chart_files import chart_file
from planner.gui.settings import Settings
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.charts.actions import ChartActions
from planner.gui.widgets.charts.view import load_charts
from planner.gui.widgets.inputs.kpi_panel import KpiPanel
from planner.gui.workspace import Workspace
from planner.report.copies.chart_copies import levels_copy, weighted_copy
from planner.report.copies.chart_copy import ChartCopy
from planner.report.copies.chart_table import ChartTable
from tests.gap_sample import sample_catalogue, sample_gap
from tests.gui.answers import Answers
from tests.gui.conftest import SAMPLE

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def chart(workspace: Workspace) -> ChartCopy:
    return levels_copy(sample_gap(), sample_catalogue(), "=Lin/Wei <b>", workspace.texts, 0)


@pytest.fixture
def door(
    tasks: Tasks,
    answers: Answers,
    settings: Settings,
    resources: Path,
    workspace: Workspace,
) -> Iterator[ChartDoor]:
    made = ChartDoor(tasks, answers, settings, resources, lambda: workspace.texts)
    yield made
    made.deleteLater()


def test_an_svg_has_its_words_as_text(chart: ChartCopy, resources: Path) -> None:
    load_charts()
    tree = ElementTree.fromstring(chart_file(chart, "svg", resources))
    said = [element.text or "" for element in tree.iter(f"{SVG}text")]
    assert "=Lin/Wei <b> – held and required for Regional client director" in " ".join(said)
    flat = "".join("".join(said).split())
    for skill in sample_catalogue().skills:
        assert "".join(skill.name.en.split()) in flat
    assert list(tree.iter(f"{SVG}image")) == []
    title = tree.find(f"{SVG}title")
    assert title is not None
    assert title.text == chart.title
    families = {
        element.get("style", "").split("font-family: ")[-1] for element in tree.iter(f"{SVG}text")
    }
    assert all(family.startswith("'Planner Sans SC', 'Noto Sans SC'") for family in families)


def test_a_name_that_xml_forbids_harms_no_svg(workspace: Workspace, resources: Path) -> None:
    load_charts()
    name = "a\x07b 😀 𠮷 $x^2$ \ufffe"
    chart = weighted_copy(sample_gap(), sample_catalogue(), name, workspace.texts, 1)
    tree = ElementTree.fromstring(chart_file(chart, "svg", resources))
    assert "ab 😀 𠮷 $x^2$" in " ".join(element.text or "" for element in tree.iter(f"{SVG}text"))


def test_a_png_is_twice_as_sharp(chart: ChartCopy, resources: Path) -> None:
    load_charts()
    image = QImage.fromData(QByteArray(chart_file(chart, "png", resources)), "PNG")
    tree = ElementTree.fromstring(chart_file(chart, "svg", resources))
    box = [float(part) for part in tree.get("viewBox", "").split()]
    assert (image.width(), image.height()) == (round(2 * box[2]), round(2 * box[3]))
    assert image.text("Title") == chart.title
    # 144 dots an inch.
    assert image.dotsPerMeterX() == pytest.approx(144 / 0.0254, abs=1)
    assert image.pixelColor(1, 1).name() == "#ffffff"


@pytest.mark.parametrize("ending", ["svg", "png", "csv"])
def test_a_chart_is_saved_where_the_person_says(
    ending: str, door: ChartDoor, chart: ChartCopy, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    # The ending is added where it was left out.
    answers.files.append((tmp_path / "my chart",))
    with qtbot.waitSignal(door.said) as said:
        door.take(ending, chart, QWidget())
    assert said.args is not None
    assert said.args[1] == "done"
    written = tmp_path / f"my chart.{ending}"
    assert written.stat().st_size > 100
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [written.name]


def test_its_name_is_safe_on_every_system(chart: ChartCopy) -> None:
    assert chart.file_name.startswith("=Lin Wei b – held and required")
    assert not set(chart.file_name) & set('<>:"/\\|?*')


def test_where_it_cannot_be_written_it_is_said(
    door: ChartDoor, chart: ChartCopy, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.files.append((tmp_path / "nowhere" / "a.csv",))
    with qtbot.waitSignal(door.failed) as failed:
        door.take("csv", chart, QWidget())
    assert failed.args is not None
    assert isinstance(failed.args[0], PlannerError)


def test_who_thinks_better_of_it_writes_nothing(
    door: ChartDoor, chart: ChartCopy, answers: Answers, tasks: Tasks
) -> None:
    answers.files.append(())
    door.take("png", chart, QWidget())
    assert not tasks.is_busy


def test_a_copy_is_a_picture_and_a_table(door: ChartDoor, chart: ChartCopy, qtbot: QtBot) -> None:
    with qtbot.waitSignal(door.said):
        door.take("copy", chart, QWidget())
    clipboard = QGuiApplication.clipboard()
    assert clipboard.image().width() > 1000
    rows = list(csv.reader(io.StringIO(clipboard.text()), "excel-tab"))
    assert rows[0] == ["Skill", "Held", "Required", "Kind"]
    assert rows[1] == ["Contract law", "1", "3", "essential"]
    door.take("data", chart, QWidget())
    assert clipboard.image().isNull()
    assert list(csv.reader(io.StringIO(clipboard.text()), "excel-tab")) == rows


def opened(window: MainWindow, qtbot: QtBot, key: str) -> Page:
    window.workspace.open_person(*SAMPLE)
    window.show_page(key)
    page = window.workbench.page
    qtbot.waitUntil(page.isVisible)
    return page


def copied(qtbot: QtBot, widget: QWidget, *, has_picture: bool = True) -> list[list[str]]:
    """Copy what has the focus, and return the table on the clipboard."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(clipboard.text()))
    assert clipboard.image().isNull() is not has_picture
    return list(csv.reader(io.StringIO(clipboard.text()), "excel-tab"))


def test_the_gaps_by_keyboard(window: MainWindow, qtbot: QtBot, answers: Answers) -> None:
    page = opened(window, qtbot, "gaps")
    assert isinstance(page, GapsPage)
    cards = page.charts.cards
    qtbot.waitUntil(lambda: all(card.chart_actions.chart for card in cards))
    window.activateWindow()
    levels = copied(qtbot, page.charts.radar)
    assert page.gap is not None
    assert len(levels) == len(page.gap.skills) + 1
    # T wherever the focus is: all charts in sight become tables, and charts again.
    page.pane.table.setFocus()
    QTest.keyClick(page.pane.table, Qt.Key.Key_T)
    assert all(card.shows_table for card in cards)
    words = cards[0].model.words
    assert [row[0] for row in words] == [row[0] for row in levels[1:]]
    assert copied(qtbot, cards[0].table) == levels
    QTest.keyClick(cards[0].table, Qt.Key.Key_T)
    assert not any(card.shows_table for card in cards)
    assert page.charts.radar.hasFocus()


def test_the_rows_that_were_picked_are_copied_alone(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "gaps")
    assert isinstance(page, GapsPage)
    card = page.charts.levels
    qtbot.waitUntil(lambda: card.chart_actions.chart is not None)
    window.activateWindow()
    card.twin.click()
    whole = copied(qtbot, card.table)
    assert page.gap is not None
    assert len(whole) == len(page.gap.skills) + 1
    # From the second row to the fourth.
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(card.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert copied(qtbot, card.table, has_picture=False) == [whole[0], *whole[2:5]]
    # A click on the row that the table begins on picks it.
    card.show_table(
        ChartTable(headings=("A", "B"), rows=(("=x", 0.25), ("y", None))), page.workspace.texts
    )
    assert card.table.picked_rows() == []
    at = card.table.visualRect(card.model.index(0, 0)).center()
    QTest.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert copied(qtbot, card.table, has_picture=False) == [["A", "B"], ["'=x", "0.25"]]
    # Words alone, where a table has no figures.
    card.show_rows(("A", "B"), ((Told("one", "a note"), Told("two")),) * 2)
    QTest.keyClick(card.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    said = [["A", "B"], *[["one, a note", "two"]] * 2]
    assert copied(qtbot, card.table, has_picture=False) == said


def test_buttons_of_charts_grow_with_the_text(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "gaps")
    assert isinstance(page, GapsPage)
    card = page.charts.levels
    buttons = (card.twin, card.chart_actions.button)
    assert [button.iconSize().width() for button in buttons] == [16, 16]
    window.parts.appearance.set_text_percent(150)
    assert [button.iconSize().width() for button in buttons] == [24, 24]


def test_the_menu_opens_with_its_key(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "gaps")
    assert isinstance(page, GapsPage)
    actions = page.charts.levels.chart_actions
    qtbot.waitUntil(lambda: actions.chart is not None)
    page.charts.radar.customContextMenuRequested.emit(page.charts.radar.rect().center())
    assert actions.menu.isVisible()
    assert [action.text().replace("&", "") for action in actions.menu.actions()] == [
        "Copy the chart",
        "Copy the figures alone",
        "",
        "Save as SVG…",
        "Save as PNG…",
        "Save the figures as CSV…",
    ]
    actions.menu.close()
    assert actions.button.accessibleName() == "Copy or save the chart"
    assert "Shift+F10" in actions.button.toolTip()


def test_the_plan(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "plan")
    assert isinstance(page, PlanPage)
    card = page.aside.card
    qtbot.waitUntil(lambda: card.chart_actions.chart is not None)
    window.activateWindow()
    rows = copied(qtbot, card.chart)
    shown = [row.planned.action.title for row in page.pane.order.shown]
    assert [row[0] for row in rows[1:]] == [" ".join(title.split()) for title in shown]
    QTest.keyClick(page.pane.table, Qt.Key.Key_T)
    assert card.shows_table
    assert [row[0].split("\n")[0] for row in card.model.words] == [row[0] for row in rows[1:]]


def test_the_timeline_in_words_is_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 760)
    page = opened(window, qtbot, "plan")
    assert isinstance(page, PlanPage)
    card = page.aside.card
    card.twin.setChecked(True)
    table = card.table
    header, viewport = table.horizontalHeader(), table.viewport()
    qtbot.waitUntil(lambda: table.isVisible() and header.length() == viewport.width())
    assert card.model.words


def test_the_team(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "team")
    assert isinstance(page, TeamPage)
    pane = page.pane
    qtbot.waitUntil(lambda: pane.chart_actions.chart is not None)
    window.activateWindow()
    rows = copied(qtbot, pane.matrix)
    model = pane.model
    assert len(rows) == 1 + model.rowCount() + 2
    for row in range(model.rowCount()):
        member = model.member(row)
        assert member is not None
        assert rows[1 + row][0] == member.person.name
        for column in range(model.columnCount()):
            cell = model.cell(row, column)
            known = "" if cell.level is None else f"{cell.level:g}"
            assert rows[1 + row][2 + column] == (known if cell.is_applicable else "n/a")
    QTest.keyClick(pane.matrix, Qt.Key.Key_T)
    assert pane.cover_table.isVisible()
    assert not pane.matrix.isVisible()
    assert pane.covers.rowCount() == model.columnCount()
    QTest.keyClick(pane.cover_table, Qt.Key.Key_T)
    assert pane.matrix.isVisible()


def test_another_order_of_the_team_is_the_order_of_the_file(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, qtbot, "team")
    assert isinstance(page, TeamPage)
    qtbot.waitUntil(lambda: page.pane.chart_actions.chart is not None)
    window.activateWindow()
    before = [row[0] for row in copied(qtbot, page.pane.matrix)]
    page.pane.order_by("name")
    after = [row[0] for row in copied(qtbot, page.pane.matrix)]
    assert after[1:-2] == before[1:-2][::-1]


def test_ways_and_another_industry(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot, "map")
    window.activateWindow()
    window.actions_by_key["routes"].trigger()
    page = window.workbench.covering
    assert isinstance(page, RoutesPage)
    card = page.body.details.chart
    qtbot.waitUntil(lambda: card.chart_actions.chart is not None)
    rows = copied(qtbot, card.chart)
    assert rows[1][0] == "Account manager"
    assert rows[-1][3] == ""
    window.actions_by_key["industry"].trigger()
    kept = window.workbench.covering
    assert isinstance(kept, IndustryPage)
    qtbot.waitUntil(lambda: kept.charts[0].chart_actions.chart is not None)
    for chart in kept.charts:
        assert len(copied(qtbot, chart.bars)) > 1
    QTest.keyClick(kept.skills, Qt.Key.Key_T)
    assert all(chart.currentWidget() is chart.table for chart in kept.charts)


def test_kpis_where_they_are_entered(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot, "map")
    window.activateWindow()
    workspace = window.workspace
    assert workspace.person is not None
    inspector = page.inspector()
    assert inspector is not None
    qtbot.waitUntil(lambda: inspector.findChild(KpiPanel) is not None)
    workspace.select_role("account-manager")
    panel = inspector.findChild(KpiPanel)
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    # From the button of any row: the sample has eight quarters of five KPIs.
    rows = copied(qtbot, panel.rows[2].enter)
    assert len(rows) == 1 + 5 * 8
    assert rows[1][:3] == ["Growth of clients' yearly spend", "Q4 2024", "84"]
    # T turns the lines into the table and back, wherever the focus is.
    QTest.keyClick(panel.rows[0].enter, Qt.Key.Key_T)
    assert panel.table.isVisible()
    assert panel.table.hasFocus()
    assert not panel.rows[0].isVisible()
    assert copied(qtbot, panel.table) == rows
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert copied(qtbot, panel.table, has_picture=False) == [rows[0], rows[2]]
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_T)
    assert panel.table.isHidden()
    assert panel.rows[0].isVisible()


def test_without_results_kpis_offer_nothing_to_copy(
    workspace: Workspace, icons: Icons, theme: Theme, qtbot: QtBot
) -> None:
    panel = KpiPanel(icons, theme)
    qtbot.addWidget(panel)
    career, catalogue = workspace.career(), workspace.catalogue
    assert catalogue is not None
    panel.show()
    panel.show_career(
        replace(career, kpi_results=()), catalogue, workspace.texts, workspace.today()
    )
    assert panel.twin.isHidden()
    assert panel.chart_actions.button.isHidden()
    assert panel.chart_actions.chart is None
    panel.turn()
    assert panel.table.isHidden()
    panel.show_career(career, catalogue, workspace.texts, workspace.today())
    panel.turn()
    assert panel.table.isVisible()
    # Who has no result sees the KPIs, even where somebody else's were a table.
    panel.show_career(
        replace(career, kpi_results=()), catalogue, workspace.texts, workspace.today()
    )
    assert panel.table.isHidden()
    qtbot.waitUntil(panel.rows[0].isVisible)


def test_without_a_chart_nothing_is_offered(qtbot: QtBot, icons: Icons) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    actions = ChartActions(widget, icons, twin=QToolButton(widget))
    qtbot.addWidget(actions.button)
    wanted: list[str] = []
    actions.wanted.connect(lambda how, _chart: wanted.append(how))
    assert not actions.button.isEnabled()
    for action in actions.menu.actions():
        action.trigger()
    widget.customContextMenuRequested.emit(widget.rect().center())
    assert wanted == []
    assert not actions.menu.isVisible()
