"""The first start: three choices, each leading to a map with somebody on it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from planner.gui.main_window import MainWindow
from planner.store.store import Store
from tests.generated import framework_document
from tests.gui.answers import Answers
from tests.sample_words import HAN, own_words


@pytest.fixture
def first_start(
    open_window: Callable[..., MainWindow], empty_store: Store, qtbot: QtBot
) -> MainWindow:
    """The window at the very first start, once the shipped catalogue is in the store."""
    window = open_window(empty_store)
    assert window.welcome.begin.isEnabled() is False
    window.store_commands.say_at_start()
    qtbot.waitUntil(window.welcome.begin.isEnabled)
    return window


def test_the_window_is_never_empty(first_start: MainWindow) -> None:
    assert first_start.welcome.isVisible()
    assert not first_start.header.isVisible()
    cards = (first_start.welcome.career, first_start.welcome.team, first_start.welcome.sample)
    assert [card.accessibleName() for card in cards] == [
        "Plan my career",
        "I lead a team",
        "Look round with the sample team",
    ]


def test_planning_a_career_takes_four_fields_and_no_mouse(
    first_start: MainWindow, empty_store: Store, qtbot: QtBot
) -> None:
    window = first_start
    window.activateWindow()
    qtbot.waitUntil(window.welcome.career.hasFocus)
    qtbot.keyClick(window.welcome.career, Qt.Key.Key_Space)
    (form,) = window.welcome.forms
    assert len(form.fields) == 4
    assert form.name.hasFocus()
    qtbot.keyClicks(form.name, "Ada Example")
    qtbot.keyClick(form.name, Qt.Key.Key_Tab)
    assert form.role.hasFocus()
    qtbot.keyClicks(form.role, "Line m")
    qtbot.keyClick(form.role.completer().popup(), Qt.Key.Key_Tab)
    assert form.since.hasFocus()
    qtbot.keyClicks(form.since, "2024")
    qtbot.keyClick(form.since, Qt.Key.Key_Tab)
    assert form.industry.hasFocus()
    qtbot.keyClick(form.industry, Qt.Key.Key_Backtab)
    assert form.since.hasFocus()
    qtbot.keyClick(form.since, Qt.Key.Key_Backtab)
    assert form.role.hasFocus()
    qtbot.keyClick(form.role, Qt.Key.Key_Tab)
    qtbot.keyClick(form.since, Qt.Key.Key_Tab)
    qtbot.keyClicks(form.industry, "energy")
    qtbot.keyClick(form.industry, Qt.Key.Key_Return)
    (person,) = empty_store.people()
    assert (person.name, person.role, person.since, person.industry) == (
        "Ada Example",
        "line-manager",
        date(2024, 11, 23),
        "energy",
    )
    assert window.workspace.person == person
    assert window.workbench.page.isVisible()
    assert window.header.isVisible()


def test_tab_goes_from_the_catalogue_through_the_fields_to_the_buttons(
    first_start: MainWindow, qtbot: QtBot
) -> None:
    welcome = first_start.welcome
    first_start.activateWindow()
    qtbot.waitUntil(first_start.isActiveWindow)
    welcome.begin_career()
    # As where several catalogues are there.
    welcome.catalogues.parentWidget().show()
    (form,) = welcome.forms
    welcome.catalogues.setFocus()
    for part in (form.name, form.role, form.since, form.industry, welcome.back, welcome.begin):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert part.hasFocus()


def test_what_is_wrong_is_said_at_the_field(first_start: MainWindow, empty_store: Store) -> None:
    first_start.welcome.begin_career()
    first_start.welcome.begin.click()
    (form,) = first_start.welcome.forms
    assert form.fields["name"].fault == "Enter a name."
    assert form.fields["role"].fault == "Choose a role of this catalogue."
    assert empty_store.people() == ()
    assert first_start.welcome.isVisible()


def test_a_fault_is_gone_as_soon_as_it_is_being_mended(
    first_start: MainWindow, qtbot: QtBot
) -> None:
    first_start.activateWindow()
    first_start.welcome.begin_career()
    first_start.welcome.begin.click()
    (form,) = first_start.welcome.forms
    assert form.name.hasFocus()
    qtbot.keyClicks(form.name, "A")
    assert form.fields["name"].fault == ""
    assert form.fields["role"].fault == "Choose a role of this catalogue."
    qtbot.keyClicks(form.role, "Line m")
    assert form.fields["role"].fault == ""


def test_a_field_with_a_fault_shows_the_focus(first_start: MainWindow, qtbot: QtBot) -> None:
    first_start.activateWindow()
    first_start.welcome.begin_career()
    first_start.welcome.begin.click()
    (form,) = first_start.welcome.forms
    with_focus = form.name.grab().toImage()
    form.industry.setFocus()
    ring = form.name.rect().center().x()
    danger = first_start.parts.appearance.theme.colour("danger")
    without = form.name.grab().toImage()
    assert [with_focus.pixelColor(ring, y) == danger for y in (0, 1)] == [True, True]
    assert [without.pixelColor(ring, y) == danger for y in (0, 1)] == [True, False]


def test_a_team_is_added_at_once_and_empty_rows_do_not_count(
    first_start: MainWindow, empty_store: Store, qtbot: QtBot
) -> None:
    welcome = first_start.welcome
    welcome.team.click()
    assert len(welcome.forms) == 3
    welcome.add.click()
    for number, (name, role) in enumerate(
        [("Ada", "line-manager"), ("", ""), ("Bo", "engineer"), ("Cy", "team-lead")]
    ):
        welcome.forms[number].name.setText(name)
        welcome.forms[number].role.choose(role)
    welcome.begin.click()
    assert [(person.name, person.role) for person in empty_store.people()] == [
        ("Ada", "line-manager"),
        ("Bo", "engineer"),
        ("Cy", "team-lead"),
    ]
    assert first_start.workspace.person == empty_store.people()[0]
    undo = first_start.actions_by_key["undo"]
    assert undo.toolTip() == "Undo: Add 3 people (Ctrl+Z)"
    undo.trigger()
    assert empty_store.people() == ()
    assert welcome.isVisible()


@pytest.mark.parametrize("way", ["Ctrl+Shift+Z", "Ctrl+Y", "the notice"])
def test_an_undo_too_many_is_taken_back_from_the_first_page(
    first_start: MainWindow, empty_store: Store, qtbot: QtBot, way: str
) -> None:
    window, welcome = first_start, first_start.welcome
    window.activateWindow()
    welcome.career.click()
    form = welcome.forms[0]
    form.name.setText("Ada")
    form.role.choose("line-manager")
    welcome.begin.click()
    person = window.workspace.person
    assert person is not None
    window.actions_by_key["undo"].trigger()
    assert welcome.isVisible()
    assert window.notices.text == "Undone: Add Ada"
    qtbot.waitUntil(form.name.hasFocus)
    if way == "the notice":
        window.notices.act()
    else:
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        key, held = (Qt.Key.Key_Y, control) if way == "Ctrl+Y" else (Qt.Key.Key_Z, control | shift)
        qtbot.keyClick(form.name, key, held)
    assert empty_store.people() == (person,)
    assert window.workspace.person == person
    assert window.workbench.isVisible()
    assert not window.notices.isVisible()


def test_a_field_redoes_its_own_words_first(first_start: MainWindow, qtbot: QtBot) -> None:
    window, welcome = first_start, first_start.welcome
    window.activateWindow()
    welcome.career.click()
    name = welcome.forms[0].name
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClicks(name, "Ada")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(name, Qt.Key.Key_Z, control)
    assert name.text() == ""
    qtbot.keyClick(name, Qt.Key.Key_Z, control | shift)
    assert name.text() == "Ada"


def test_one_bad_row_holds_back_the_team(first_start: MainWindow, empty_store: Store) -> None:
    welcome = first_start.welcome
    welcome.begin_team()
    welcome.forms[0].name.setText("Ada")
    welcome.forms[0].role.choose("line-manager")
    welcome.forms[1].name.setText("Bo")
    welcome.begin.click()
    assert empty_store.people() == ()
    assert welcome.forms[0].fields["role"].fault == ""
    assert welcome.forms[1].fields["role"].fault == "Choose a role of this catalogue."
    assert welcome.forms[2].fields["name"].fault == ""


def test_an_empty_team_is_none(first_start: MainWindow, empty_store: Store) -> None:
    first_start.welcome.begin_team()
    first_start.welcome.begin.click()
    assert first_start.welcome.form_fault == "Enter at least one person."
    assert empty_store.people() == ()


def test_escape_leads_back_to_the_choices(first_start: MainWindow, qtbot: QtBot) -> None:
    first_start.welcome.begin_career()
    qtbot.keyClick(first_start.welcome.forms[0].name, Qt.Key.Key_Escape)
    assert first_start.welcome.career.isVisible()


@pytest.mark.parametrize("with_people", [False, True])
def test_files_of_ones_own_are_imported_at_the_first_start(
    first_start: MainWindow,
    empty_store: Store,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    with_people: bool,
) -> None:
    window, welcome = first_start, first_start.welcome
    assert not welcome.catalogues.isVisible()
    catalogue = tmp_path / "framework.json"
    catalogue.write_text(json.dumps(framework_document()), encoding="utf-8")
    read = empty_store.catalogue("am-lm")
    answers.files.append((catalogue,))
    window.activateWindow()
    welcome.bring.setFocus()
    qtbot.keyClick(welcome.bring, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy and bool(window.notices.text))
    assert window.notices.text == "1 catalogue imported. Add a person to see their map."
    assert welcome.isVisible()
    welcome.career.click()
    assert welcome.catalogues.isVisible()
    assert welcome.catalogues.currentData() == "framework-0"
    (form,) = welcome.forms
    brought = empty_store.catalogue("framework-0")
    form.name.setText("Ada")
    form.role.choose(brought.roles[0].id)
    if with_people:
        welcome.begin.click()
        (person,) = empty_store.people()
        assert (person.catalogue, person.role) == ("framework-0", brought.roles[0].id)
        assert window.workspace.person == person
        return
    welcome.catalogues.setCurrentIndex(welcome.catalogues.findData("am-lm"))
    welcome.catalogues.activated.emit(welcome.catalogues.currentIndex())
    assert form.role.findData(read.roles[0].id) >= 0
    window.notices.act()
    assert [head.id for head in empty_store.catalogue_heads()] == ["am-lm"]
    assert not welcome.catalogues.isVisible()
    assert form.role.findData(brought.roles[0].id) < 0


def test_a_backup_is_restored_at_the_first_start(
    first_start: MainWindow, answers: Answers, sample_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = first_start
    kept = tmp_path / "kept.backup"
    shutil.copy(sample_file, kept)
    answers.files.append((kept,))
    window.welcome.restore.click()
    qtbot.waitUntil(lambda: window.workspace.person is not None)
    assert window.workbench.isVisible()
    assert len(window.workspace.store.people()) == 8
    assert window.notices.text.startswith("The backup was restored.")


def test_a_file_that_is_no_backup_leaves_the_first_start_as_it_was(
    first_start: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = tmp_path / "kept.backup"
    kept.write_bytes(b"nothing of the kind" * 500)
    answers.files.append((kept,))
    first_start.activateWindow()
    first_start.welcome.restore.click()
    qtbot.waitUntil(lambda: first_start.notices.tone == "error")
    assert first_start.welcome.isVisible()
    assert first_start.welcome.career.hasFocus()
    assert first_start.welcome.restore.isEnabled()


def test_the_sample_writes_in_the_language_the_first_page_speaks(
    first_start: MainWindow, empty_store: Store, qtbot: QtBot
) -> None:
    window = first_start
    window.actions_by_key["language-zh_CN"].trigger()
    window.welcome.sample.click()
    qtbot.waitUntil(lambda: window.workspace.person is not None)
    sample = window.workspace.store
    said = list(own_words(sample.careers_of(sample.people())))
    assert len(said) > 250
    assert [x for x in said if isinstance(x, str) and not HAN.search(x)] == []


def test_the_sample_is_marked_thrown_away_and_left_again(
    first_start: MainWindow, empty_store: Store, qtbot: QtBot
) -> None:
    window = first_start
    window.welcome.sample.click()
    qtbot.waitUntil(lambda: window.workspace.person is not None)
    sample = window.workspace.store
    assert window.parts.session.is_sample
    assert len(sample.people()) == 8
    assert window.header.sample.isVisible()
    assert window.header.sample.label.text() == "Sample team"
    assert not window.actions_by_key["back-up"].isEnabled()
    assert sample.path.parent.exists()
    window.header.sample.button.click()
    assert window.workspace.store is empty_store
    assert not sample.path.parent.exists()
    assert window.welcome.isVisible()
    assert empty_store.people() == ()


def test_the_first_start_speaks_both_languages(first_start: MainWindow, qapp: QApplication) -> None:
    first_start.welcome.begin_career()
    first_start.workspace.set_language("zh_CN")
    (form,) = first_start.welcome.forms
    assert first_start.welcome.career.accessibleName() == "规划我的职业"
    assert form.name.accessibleName() == "姓名"
    assert "直线经理" in [form.role.itemText(row) for row in range(form.role.count())]


def test_enter_presses_the_button_that_has_the_focus(
    first_start: MainWindow, empty_store: Store, qtbot: QtBot
) -> None:
    welcome = first_start.welcome
    first_start.activateWindow()
    qtbot.waitUntil(welcome.career.hasFocus)
    welcome.team.setFocus()
    qtbot.keyClick(welcome.team, Qt.Key.Key_Return)
    assert len(welcome.forms) == 3
    welcome.add.setFocus()
    qtbot.keyClick(welcome.add, Qt.Key.Key_Enter)
    assert len(welcome.forms) == 4
    welcome.back.setFocus()
    qtbot.keyClick(welcome.back, Qt.Key.Key_Return)
    assert welcome.career.isVisible()
    assert empty_store.people() == ()


def test_the_present_language_is_marked(first_start: MainWindow) -> None:
    def marked() -> list[str]:
        found = first_start.welcome.findChildren(QPushButton)
        return [
            button.text()
            for button in found
            if button.isCheckable() and QAccessible.queryAccessibleInterface(button).state().checked
        ]

    assert marked() == ["English"]
    for _ in range(2):
        for button in first_start.welcome.findChildren(QPushButton):
            if button.text() == "中文":
                button.click()
        assert first_start.workspace.texts.language == "zh_CN"
        assert marked() == ["中文"]
