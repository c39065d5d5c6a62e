"""The KPI panel: what it shows, and a result entered, corrected and removed by keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.core.career import KpiResult
from planner.core.edits import Edit
from planner.core.keeping.career_edits import put_kpi_result, remove_kpi_result
from planner.core.model import Kpi
from planner.core.text import Text
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.inputs.kpi_panel import KpiPanel
from planner.gui.workspace import Workspace
from planner.store.store import Store

TODAY = date(2026, 11, 23)
SAMPLE = ("am-lm", "sample-am")
ROLE = "account-manager"


class Shown:
    """The panel on a workspace, read again after each change as a page does."""

    def __init__(self, panel: KpiPanel, workspace: Workspace, store: Store) -> None:
        self.panel, self.workspace, self.store = panel, workspace, store
        self.edits: list[Edit] = []
        panel.edit_made.connect(self._do)
        workspace.edited.connect(self._read)
        self._read()

    def _do(self, edit: Edit) -> None:
        self.edits.append(edit)
        self.workspace.do(edit)

    def _read(self, _touched: object = None) -> None:
        workspace = self.workspace
        catalogue = workspace.catalogue
        assert catalogue is not None
        self.panel.show_career(
            workspace.career(), catalogue, workspace.texts, workspace.today(), workspace.as_of
        )

    def read(self) -> None:
        self._read()

    @property
    def results(self) -> list[tuple[str, str, float, str]]:
        """What the store holds that this test entered: KPI, period, per cent, note."""
        return [
            (result.kpi, result.period, result.reached, result.note)
            for result in self.store.career(*SAMPLE).kpi_results
            if result.role == ROLE
        ]

    def row(self, name: str):  # type: ignore[no-untyped-def]
        return next(row for row in self.panel.rows if name in row.name.text())


@pytest.fixture
def shown(workspace: Workspace, store: Store, icons: Icons, theme: Theme, qtbot: QtBot) -> Shown:
    for result in store.career(*SAMPLE).kpi_results:
        # The sample may bring results; here one begins with none.
        person = workspace.person
        assert person is not None
        workspace.do(remove_kpi_result(person, result, Text(en="x", zh="x")))
    workspace.history.clear()
    panel = KpiPanel(icons, theme)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return Shown(panel, workspace, store)


def focused() -> QWidget:
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def test_without_results_each_kpi_says_so(shown: Shown) -> None:
    panel = shown.panel
    catalogue = shown.workspace.catalogue
    assert catalogue is not None
    assert [row.name.text() for row in panel.rows] == [
        kpi.name.en for kpi in catalogue.role(ROLE).kpis
    ]
    assert {row.newest.text() for row in panel.rows} == {"–"}
    assert all(row.facts.text().endswith("no result yet") for row in panel.rows)
    assert not panel.total.isVisible()
    assert panel.rule.text().startswith("Σ weight × min(reached, 100)")


def test_the_whole_story_by_keyboard(shown: Shown) -> None:
    """Enter two quarters, read the trend, correct one, remove it, and undo it all."""
    panel = shown.panel
    row = shown.row("Renewal rate")
    row.enter.setFocus()
    press(Qt.Key.Key_Space)
    entry = panel.entry
    assert entry.isVisible()
    assert entry.period.period() == "2026-Q4", "the present quarter is proposed"
    assert entry.reached.hasFocus()
    QTest.keyClicks(entry.reached, "92.5")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "All but one")
    press(Qt.Key.Key_Return)
    assert shown.results == [("renewal", "2026-Q4", 92.5, "All but one")]
    assert not entry.isVisible()
    assert row.enter.hasFocus(), "one goes on where one was"
    assert row.newest.text() == "92.5 %"
    press(Qt.Key.Key_Space)
    entry.period.setFocus()
    entry.period.lineEdit().selectAll()
    QTest.keyClicks(entry.period, "q3 2026")
    entry.reached.setFocus()
    entry.reached.selectAll()
    QTest.keyClicks(entry.reached, "80")
    press(Qt.Key.Key_Return)
    assert ("renewal", "2026-Q3", 80.0, "") in shown.results
    # 92.5 − 80 = 12.5.
    assert row.facts.text().endswith("Q4 2026 · rising (+12.5)")
    # Of the weights only that of the renewal, 20 of 100, has results.
    assert panel.total.text() == "Q4 2026: 92 % of the goals"
    assert panel.covered.text() == "20 % of the weight has a result."
    row.enter.setFocus()
    press(Qt.Key.Key_Space)
    assert entry.reached.text() == "92.5", "what is there already is shown, to be corrected"
    assert entry.note.text() == "All but one"
    QTest.keyClicks(entry.reached, "95")
    press(Qt.Key.Key_Return)
    assert ("renewal", "2026-Q4", 95.0, "All but one") in shown.results
    press(Qt.Key.Key_Space)
    entry.remove.setFocus()
    press(Qt.Key.Key_Space)
    assert shown.results == [("renewal", "2026-Q3", 80.0, "")]
    labels = []
    while (edit := shown.workspace.history.next_undo) is not None:
        labels.append(shown.workspace.texts.word(edit.label))
        shown.workspace.undo()
    assert shown.results == []
    assert labels == [
        "Remove Renewal rate for 2026-Q4",
        "Enter Renewal rate for 2026-Q4",
        "Enter Renewal rate for 2026-Q3",
        "Enter Renewal rate for 2026-Q4",
    ]


@pytest.mark.parametrize(
    ("period", "reached", "field", "said"),
    [
        ("2026-Q4", "many", "reached", "number"),
        ("2026-Q4", "", "reached", "number"),
        ("2026-Q4", "-1", "reached", "from 0 to 1,000"),
        ("2026-Q4", "1000.5", "reached", "from 0 to 1,000"),
        ("2026-Q4", "nan", "reached", "from 0 to 1,000"),
        ("soon", "90", "period", "such as 2026-Q3"),
        ("2026-Q5", "90", "period", "such as 2026-Q3"),
        ("", "90", "period", "such as 2026-Q3"),
        ("2027-Q1", "90", "period", "not begun"),
    ],
)
def test_a_slip_is_said_at_its_field_and_nothing_is_lost(
    shown: Shown, period: str, reached: str, field: str, said: str
) -> None:
    shown.row("Client NPS").enter.click()
    entry = shown.panel.entry
    entry.period.setEditText(period)
    entry.reached.setText(reached)
    entry.note.setText("kept")
    entry.save.click()
    assert said in entry.fields[field].fault
    assert entry.fields[field].editor.hasFocus()
    assert [name for name, one in entry.fields.items() if one.fault] == [field]
    assert (entry.reached.text(), entry.note.text()) == (reached, "kept")
    assert shown.edits == []
    entry.period.setEditText("2026-Q4")
    entry.reached.setText("90")
    entry.save.click()
    assert shown.results == [("nps", "2026-Q4", 90.0, "kept")]


@pytest.mark.parametrize(
    ("typed", "reached"),
    [("96,5", 96.5), ("96.5 %", 96.5), ("1,000", 1000.0), ("100%", 100.0), (" 0 ", 0.0)],
)
def test_numbers_as_people_write_them(shown: Shown, typed: str, reached: float) -> None:
    shown.row("Client NPS").enter.click()
    shown.panel.entry.reached.setText(typed)
    shown.panel.entry.save.click()
    assert shown.results == [("nps", "2026-Q4", reached, "")]


def enter(shown: Shown, kpi: str, period: str, reached: float, note: str = "") -> None:
    workspace = shown.workspace
    person = workspace.person
    assert person is not None
    result = KpiResult(role=ROLE, kpi=kpi, period=period, reached=reached, on=TODAY, note=note)
    workspace.do(put_kpi_result(person, None, result, Text(en=kpi, zh=kpi)))


def test_saving_what_is_there_changes_nothing(shown: Shown) -> None:
    enter(shown, "nps", "2026-Q4", 100 / 3, "a third")
    shown.row("Client NPS").enter.click()
    assert shown.panel.entry.reached.text() == "33.33"
    shown.panel.entry.save.click()
    assert shown.edits == [], "a third is as exact as it was"
    assert not shown.panel.is_entering


def test_a_period_of_the_length_used_last_is_proposed(shown: Shown) -> None:
    enter(shown, "nps", "2026-10", 90)
    shown.row("Client NPS").enter.click()
    assert shown.panel.entry.period.period() == "2026-11"
    assert shown.panel.entry.period.itemData(0) == "2026-11"


def test_choosing_a_period_does_not_write_over_what_was_typed(shown: Shown) -> None:
    enter(shown, "nps", "2026-Q3", 70, "old")
    shown.row("Client NPS").enter.click()
    entry = shown.panel.entry
    entry.period.choose("2026-Q3")
    assert (entry.reached.text(), entry.note.text()) == ("70", "old")
    assert entry.remove.isVisible()
    entry.period.choose("2026-Q2")
    assert (entry.reached.text(), entry.note.text()) == ("", "")
    assert not entry.remove.isVisible()
    entry.reached.setText("88")
    entry.period.choose("2026-Q3")
    assert entry.reached.text() == "88"


def test_escape_closes_the_entry_and_saves_nothing(shown: Shown) -> None:
    row = shown.row("Client NPS")
    row.enter.click()
    QTest.keyClicks(shown.panel.entry.reached, "88")
    press(Qt.Key.Key_Escape)
    assert not shown.panel.is_entering
    assert row.enter.hasFocus()
    assert shown.results == []


def test_what_is_being_typed_outlives_edits_languages_and_themes(
    shown: Shown, themes: dict[str, Theme]
) -> None:
    shown.row("Client NPS").enter.click()
    entry = shown.panel.entry
    entry.reached.setText("88")
    entry.note.setText("half a sentence")
    enter(shown, "renewal", "2026-Q4", 90)
    shown.workspace.set_language("zh_CN")
    shown.panel.retranslate(shown.workspace.texts)
    shown.panel.apply_theme(replace(themes["dark"], text_factor=1.5))
    assert shown.panel.is_entering
    assert (entry.reached.text(), entry.note.text()) == ("88", "half a sentence")
    assert entry.period.currentText() == "2026年第4季度"
    assert entry.period.period() == "2026-Q4"
    assert shown.panel.total.text() == "2026年第4季度：完成目标的 90 %"
    assert entry.save.text() == "保存"
    shown.workspace.set_language("en")
    shown.read()
    assert entry.period.currentText() == "Q4 2026"


def test_somebody_else_is_not_given_what_was_typed(shown: Shown, store: Store) -> None:
    shown.row("Client NPS").enter.click()
    shown.panel.entry.reached.setText("88")
    other = next(person for person in store.people() if person.role != ROLE)
    shown.workspace.open_person(other.catalogue, other.id)
    shown.read()
    assert not shown.panel.is_entering


def test_what_cannot_be_saved_stays_to_be_tried_again(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.row("Client NPS").enter.click()
    shown.panel.entry.reached.setText("88")
    monkeypatch.setattr(shown.store, "is_read_only", True)
    shown.panel.entry.save.click()
    assert shown.panel.is_entering
    assert shown.panel.entry.reached.text() == "88"


def test_on_a_past_day_only_what_was_known_is_shown(shown: Shown) -> None:
    enter(shown, "nps", "2026-Q2", 70)
    enter(shown, "nps", "2026-Q4", 90)
    shown.workspace.look_at(date(2026, 9, 30))
    shown.read()
    assert shown.row("Client NPS").newest.text() == "70 %"
    shown.row("Client NPS").enter.click()
    assert shown.panel.entry.period.period() == "2026-Q3"


def test_a_role_without_kpis_says_so(shown: Shown) -> None:
    catalogue = shown.workspace.catalogue
    assert catalogue is not None
    bare = replace(
        catalogue,
        roles=tuple(replace(role, kpis=()) for role in catalogue.roles),
    )
    shown.panel.show_career(shown.workspace.career(), bare, shown.workspace.texts, TODAY)
    assert shown.panel.covered.text() == "This role names no KPIs."
    assert shown.panel.covered.isVisible()
    assert shown.panel.rows == ()
    assert not shown.panel.rule.isVisible()


def test_hostile_names_are_plain_text_and_break(shown: Shown) -> None:
    catalogue = shown.workspace.catalogue
    assert catalogue is not None
    name = "<img src='file:///x'>" + "x" * 10_000 + "🚀"
    hostile = Kpi(id="nps", name=Text(en=name, zh=name), weight=1.0)
    strange = replace(
        catalogue,
        roles=tuple(replace(role, kpis=(hostile,)) for role in catalogue.roles),
    )
    enter(shown, "gone-from-the-catalogue", "2026-Q3", 5)
    shown.panel.show_career(shown.workspace.career(), strange, shown.workspace.texts, TODAY)
    first, last = shown.panel.rows
    assert first.name.textFormat() == Qt.TextFormat.PlainText
    assert first.name.text().replace("\u200b", "") == name
    assert first.minimumSizeHint().width() <= 300
    assert last.facts.text().startswith("no longer a KPI")
    labels = shown.panel.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize(("width", "is_beside"), [(340, True), (202, False)])
def test_a_row_has_its_line_beside_the_name_only_where_there_is_room(
    shown: Shown, width: int, *, is_beside: bool
) -> None:
    enter(shown, "nps", "2026-Q3", 70)
    # In the least inspector, less its margins, nothing sticks out.
    assert shown.panel.minimumSizeHint().width() <= 202

    shown.panel.resize(width, 900)
    QApplication.processEvents()
    for row in shown.panel.rows:
        word = QFontMetrics(row.name.font()).horizontalAdvance
        assert row.name.width() >= max(map(word, row.name.text().split()))
    row = shown.row("Client NPS")
    assert (row.line.geometry().bottom() < row.facts.y()) == is_beside


def test_a_result_stands_level_with_what_enters_one(shown: Shown) -> None:
    for row in shown.panel.rows:
        apart = row.enter.geometry().center().y() - row.newest.geometry().center().y()
        assert abs(apart) <= 1


def test_every_control_has_a_name(shown: Shown) -> None:
    shown.row("Client NPS").enter.click()
    entry = shown.panel.entry
    for control in (entry.period, entry.reached, entry.note):
        assert control.accessibleName()
    assert {row.enter.accessibleName() for row in shown.panel.rows} == {
        f"Enter a result of {row.name.text()}" for row in shown.panel.rows
    }
    enter(shown, "nps", "2026-Q3", 70)
    row = shown.row("Client NPS")
    assert row.line.accessibleName() == "Q3 2026: 70 %"
    assert row.enter.accessibleDescription().startswith("70 %, weight ")


def test_the_entry_is_brought_into_sight(shown: Shown, qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(shown.panel)
    area.resize(320, 240)
    area.show()
    shown.panel.rows[-1].enter.click()
    entry = shown.panel.entry
    top = entry.mapTo(area.viewport(), entry.rect().topLeft()).y()
    assert 0 <= top <= area.viewport().height() - entry.reached.height()
    area.takeWidget()


def test_numbers_are_written_alike_in_every_locale(shown: Shown) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    shown.row("Client NPS").enter.click()
    shown.panel.entry.reached.setText("96.5")
    shown.panel.entry.save.click()
    assert shown.results == [("nps", "2026-Q4", 96.5, "")]
