"""People: the menu, adding, correcting, past positions, removing, and the way back by undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.core.edits import Edit
from planner.core.keeping.person_edits import (
    clear_target,
    correct_person,
    rename_person,
    set_target,
)
from planner.core.people import Person, Position
from planner.gui.main_window import MainWindow
from planner.gui.pages.people.editor import new_person_id
from planner.gui.pages.people.unsaved import correction
from planner.store.store import Store

SAMPLE = ("am-lm", "sample-am")


def press(qtbot: QtBot, widget: QWidget, keys: str) -> None:
    """Press a shortcut of the window."""
    qtbot.keySequence(widget, QKeySequence(keys))


def retype(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def leave(window: MainWindow) -> None:
    """Take the focus out of the field, as Tab would."""
    window.editor.done.setFocus()


@pytest.fixture
def person(window: MainWindow) -> Callable[[], Person]:
    window.workspace.open_person(*SAMPLE)

    def now() -> Person:
        return window.workspace.store.person(*SAMPLE)

    return now


def test_the_menu_shows_the_recent_first_then_all_by_name(window: MainWindow, store: Store) -> None:
    people = store.people()
    window.workspace.open_person(people[3].catalogue, people[3].id)
    window.workspace.open_person(people[1].catalogue, people[1].id)
    window.open_people()
    shown = [entry.thing for entry in window.people.list.entries()]
    assert shown[:2] == [people[1], people[3]]
    assert {person.id for person in shown} == {person.id for person in people}
    assert len(shown) == len(people)


def test_the_menu_marks_who_is_looked_at(window: MainWindow, person: Callable[[], Person]) -> None:
    window.open_people()
    marked = [
        entry.thing for entry in window.people.list.entries() if entry.detail.endswith("shown now")
    ]
    assert marked == [person()]


def test_a_long_name_is_shortened_in_the_menu_and_whole_in_the_tip(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    menu = window.people
    window.open_people()
    assert (menu.edit.text(), menu.edit.toolTip()) == ("Edit Lin Wei…", "")
    menu.dismiss()
    name = "Maria-Antonia & Björk von und zu Hohenfels-Langenburg-Wittgenstein"
    window.workspace.do(rename_person(person(), name))
    window.open_people()
    for button, verb in ((menu.edit, "Edit"), (menu.remove, "Remove")):
        assert button.text().startswith(f"{verb} Maria-Antonia && Björk")
        assert "…" in button.text()
        assert button.sizeHint().width() <= menu.contents_width
        assert "Maria-Antonia &amp; Björk von und zu Hohenfels-Langenburg-W" in button.toolTip()
        assert name in button.accessibleName()


def test_a_person_is_found_and_opened_by_keyboard(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    other = next(person for person in store.people() if person.name == "Nora Fieldgate")
    press(qtbot, window, "Ctrl+E")
    assert window.people.isVisible()
    qtbot.keyClicks(window.people.field, "nora f")
    qtbot.keyClick(window.people.field, Qt.Key.Key_Return)
    assert window.workspace.person == other
    assert window.people.isHidden()


def test_the_arrow_keys_walk_the_list_from_the_field(window: MainWindow, qtbot: QtBot) -> None:
    window.open_people()
    second = window.people.list.entries()[1].thing
    qtbot.keyClick(window.people.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.people.field, Qt.Key.Key_Return)
    assert window.workspace.person == second


def test_escape_closes_the_menu_and_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.header.person.setFocus()
    window.open_people()
    assert window.people.field.hasFocus()
    qtbot.keyClick(window.people.field, Qt.Key.Key_Escape)
    assert window.people.isHidden()
    assert window.header.person.hasFocus()


def test_a_click_beside_the_menu_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    window.open_people()
    corner = window.people.rect().bottomRight()
    qtbot.mouseClick(window.people, Qt.MouseButton.LeftButton, pos=corner)
    assert window.people.isHidden()


def test_a_person_is_added_by_keyboard(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    before = store.people()
    press(qtbot, window, "Ctrl+N")
    form = window.editor.form
    assert window.editor.is_new
    qtbot.keyClicks(form.name, "Ada Example")
    form.role.choose("line-manager")
    form.since.show_day(date(2025, 2, 1))
    qtbot.keyClicks(form.industry, "energy")
    window.editor.done.click()
    person = window.workspace.person
    assert person is not None
    assert (person.name, person.role, person.since, person.industry) == (
        "Ada Example",
        "line-manager",
        date(2025, 2, 1),
        "energy",
    )
    assert person.hours_a_week == 3
    assert store.people() == (*before, person)
    assert not window.workbench.is_editing
    window.workspace.undo()
    assert store.people() == before
    assert window.workspace.person in before


def test_enter_adds_a_new_person_or_says_what_is_wrong(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    window.new_person()
    form = window.editor.form
    qtbot.keyClicks(form.name, "Ada Example")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.fields["role"].fault == "Choose a role of this catalogue."
    form.role.choose("line-manager")
    qtbot.keyClick(form.industry, Qt.Key.Key_Return)
    assert window.workspace.person is not None
    assert window.workspace.person.name == "Ada Example"
    assert not window.workbench.is_editing


def test_enter_presses_the_button_of_the_form_that_has_the_focus(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    before = store.people()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.new_person()
    form = window.editor.form
    qtbot.keyClicks(form.name, "Ada Example")
    form.role.choose("line-manager")
    window.editor.cancel.setFocus()
    qtbot.keyClick(window.editor.cancel, Qt.Key.Key_Return)
    assert not window.workbench.is_editing
    assert store.people() == before


def test_a_day_in_the_future_is_told_as_soon_as_it_is_left(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.new_person()
    form = window.editor.form
    form.since.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(form.since, "20300101")
    assert form.fields["since"].fault == ""
    qtbot.keyClick(form.since, Qt.Key.Key_Tab)
    assert "future" in form.fields["since"].fault
    # Nothing else was left yet.
    assert form.fields["name"].fault == ""
    form.since.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(form.since, "20250101")
    qtbot.keyClick(form.since, Qt.Key.Key_Tab)
    assert form.fields["since"].fault == ""
    window.editor.cancel.click()


def test_what_is_wrong_is_said_at_the_field(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    before = store.people()
    window.new_person()
    form = window.editor.form
    assert [field.fault for field in form.fields.values()] == [""] * len(form.fields)
    form.since.show_day(date(2027, 1, 1))
    window.editor.done.click()
    assert form.fields["name"].fault == "Enter a name."
    assert form.fields["role"].fault == "Choose a role of this catalogue."
    assert "future" in form.fields["since"].fault
    assert form.fields["industry"].fault == ""
    assert store.people() == before
    assert window.editor.isVisible()
    window.editor.cancel.click()
    assert not window.workbench.is_editing


def test_a_correction_is_saved_on_leaving_the_field_and_undone_in_words(
    window: MainWindow, person: Callable[[], Person], qtbot: QtBot
) -> None:
    before = person()
    press(qtbot, window, "Ctrl+I")
    retype(qtbot, window.editor.form.name, "Lin Wei-Ming")
    assert person() == before
    leave(window)
    assert person().name == "Lin Wei-Ming"
    undo = window.actions_by_key["undo"]
    assert undo.toolTip() == "Undo: Rename Lin Wei to Lin Wei-Ming (Ctrl+Z)"
    undo.trigger()
    assert person() == before
    assert window.editor.form.name.text() == before.name
    assert window.actions_by_key["redo"].toolTip().startswith("Redo: Rename Lin Wei")
    assert not undo.isEnabled()


def test_a_bad_correction_is_said_and_not_saved(
    window: MainWindow, person: Callable[[], Person], qtbot: QtBot
) -> None:
    before = person()
    window.edit_person()
    retype(qtbot, window.editor.form.name, "   ")
    leave(window)
    assert window.editor.form.fields["name"].fault == "Enter a name."
    assert window.editor.form.name.accessibleDescription() == "Enter a name."
    assert person() == before
    retype(qtbot, window.editor.form.name, before.name)
    leave(window)
    assert window.editor.form.fields["name"].fault == ""


def test_every_detail_can_be_corrected(window: MainWindow, person: Callable[[], Person]) -> None:
    window.edit_person()
    form = window.editor.form
    form.role.choose("senior-account-manager")
    form.role.activated.emit(form.role.currentIndex())
    form.since.show_day(date(2025, 5, 4))
    form.since.editingFinished.emit()
    form.industry.setText("health")
    form.industry.editingFinished.emit()
    form.hours.setValue(4.5)
    form.hours.editingFinished.emit()
    form.target.choose("chief-engineer")
    form.target.activated.emit(form.target.currentIndex())
    now = person()
    assert (now.role, now.since, now.industry, now.hours_a_week, now.target) == (
        "senior-account-manager",
        date(2025, 5, 4),
        "health",
        4.5,
        "chief-engineer",
    )
    for _ in range(5):
        window.workspace.undo()
    assert person().target == "chief-customer-officer"
    assert form.target.role() == "chief-customer-officer"


def test_past_positions_are_added_changed_and_removed(
    window: MainWindow, person: Callable[[], Person], qtbot: QtBot
) -> None:
    before = person()
    window.edit_person()
    table = window.editor.positions
    assert set(table.positions()) == set(before.positions)
    table.add.click()
    assert person() == before
    row = table.rows[-1]
    row.role.choose("engineer")
    row.role.activated.emit(row.role.currentIndex())
    added = set(person().positions) - set(before.positions)
    earliest = min(position.since for position in before.positions)
    assert [(position.role, position.until) for position in added] == [
        ("engineer", date.fromordinal(earliest.toordinal() - 1))
    ]
    row.until.show_day(date(1990, 1, 1))
    row.until.editingFinished.emit()
    assert window.editor.positions_fault == "A past position ends before it begins."
    assert set(person().positions) - set(before.positions) == added
    row.remove.click()
    assert person().positions == before.positions
    assert window.editor.positions_fault == ""


def test_a_position_without_a_last_day_stays_so(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    before = person()
    open_ended = Position(role="team-lead", since=date(2019, 1, 1))
    window.workspace.do(
        correct_person(before, replace(before, positions=(*before.positions, open_ended)))
    )
    window.edit_person()
    assert open_ended in window.editor.positions.positions()
    window.editor.done.click()
    assert open_ended in person().positions


def test_a_removed_person_comes_back_with_all_ratings(
    window: MainWindow, store: Store, person: Callable[[], Person]
) -> None:
    before, ratings = person(), store.ratings(*SAMPLE)
    assert ratings
    window.actions_by_key["remove-person"].trigger()
    assert before not in store.people()
    assert window.workspace.person is not None
    assert window.workspace.person.id != before.id
    window.actions_by_key["undo"].trigger()
    assert person() == before
    assert store.ratings(*SAMPLE) == ratings


def test_the_last_person_removed_leads_to_the_first_start_and_back(
    window: MainWindow, store: Store
) -> None:
    everybody = store.people()
    while window.workspace.person is not None:
        window.commands.remove_person()
    assert store.people() == ()
    assert window.welcome.isVisible()
    assert not window.header.isVisible()
    last_removed = window.workspace.history.next_undo
    window.actions_by_key["undo"].trigger()
    assert window.workspace.person is not None
    assert last_removed is not None
    assert window.workspace.person.name in window.workspace.texts.word(last_removed.label)
    assert not window.welcome.isVisible()
    for _ in everybody[1:]:
        window.actions_by_key["undo"].trigger()
    assert store.people() == everybody


def test_the_target_is_cleared_in_the_header(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    assert window.header.target.isVisible()
    assert window.header.target.label.text() == "Target: Chief customer officer"
    window.header.target.button.click()
    assert person().target is None
    assert not window.header.target.isVisible()
    assert not window.actions_by_key["clear-target"].isEnabled()
    window.workspace.undo()
    assert window.header.target.isVisible()


def test_an_id_does_not_tell_the_name() -> None:
    ids = {new_person_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(len(made) == len("person-") + 8 for made in ids)


def test_the_plainest_words_for_a_correction(store: Store) -> None:
    before = store.person(*SAMPLE)
    catalogue = store.catalogue("am-lm")

    def target(role: str) -> Edit:
        return set_target(before, role, catalogue)

    def made(after: Person) -> Edit:
        return correction(before, after, target)

    assert made(replace(before, name="X")) == rename_person(before, "X")
    assert made(replace(before, target=None)) == clear_target(before)
    assert made(replace(before, target="chief-engineer")) == target("chief-engineer")
    both = replace(before, name="X", industry="y")
    assert made(both) == correct_person(before, both)


def test_enter_presses_buttons_in_the_window_and_in_its_popovers(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.header.person.setFocus()
    qtbot.keyClick(window.header.person, Qt.Key.Key_Return)
    assert window.people.isVisible()
    window.people.add.setFocus()
    qtbot.keyClick(window.people.add, Qt.Key.Key_Enter)
    assert window.people.isHidden()
    assert window.editor.is_new


def test_every_number_of_the_form_has_room(window: MainWindow, qtbot: QtBot) -> None:
    window.edit_person()
    line = window.editor.form.hours.lineEdit()
    assert line.text() == "3"
    needed = line.fontMetrics().horizontalAdvance("112.5")
    qtbot.waitUntil(lambda: line.width() > needed + 16)


def test_a_name_without_end_leaves_the_page_its_room(
    window: MainWindow, person: Callable[[], Person], qtbot: QtBot
) -> None:
    window.workspace.do(rename_person(person(), "很长的名字Donaudampfschiff" * 500))
    qtbot.waitUntil(lambda: window.header.height() < window.height() / 3)
    assert window.workbench.height() > window.height() / 2


def test_no_past_day_is_cut_in_large_text(window: MainWindow, person: Callable[[], Person]) -> None:
    assert person().positions
    window.resize(1280, 800)
    window.workspace.set_language("zh_CN")
    window.parts.appearance.set_text_percent(150)
    window.edit_person()
    QApplication.processEvents()
    row = window.editor.positions.rows[0]
    for field in (row.since, row.until):
        assert field.width() >= field.sizeHint().width()


def test_a_name_of_no_role_stays_in_the_field_and_is_not_saved(
    window: MainWindow, person: Callable[[], Person], qtbot: QtBot
) -> None:
    before = person()
    window.activateWindow()
    window.edit_person()
    form = window.editor.form
    for combo in (form.role, form.target):
        retype(qtbot, combo.lineEdit(), "zzz")
        leave(window)
        assert combo.lineEdit().text() == "zzz"
    told = "Nothing has this name. Try a part of it, in either language."
    assert [form.fields[name].fault for name in ("role", "target")] == [told, told]
    retype(qtbot, form.name, "Lin Wei-Ming")
    leave(window)
    assert person() == before
    assert form.fields["role"].fault == told
    # Mended, all of it is saved at once.
    for combo in (form.role, form.target):
        retype(qtbot, combo.lineEdit(), "chief cust" if combo is form.target else "line m")
        combo.completer().popup().hide()
        leave(window)
    after = person()
    assert (after.name, after.role, after.target) == (
        "Lin Wei-Ming",
        "line-manager",
        "chief-customer-officer",
    )
