"""What is typed into a person's details and cannot be saved is kept, shown and told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.core.people import Person
from planner.gui.main_window import MainWindow
from planner.store.store import Store
from tests.gui.answers import Answers

SAMPLE = ("am-lm", "sample-am")
CONFLICT = "A past position begins on or after the first day in the present role."


@pytest.fixture
def person(window: MainWindow) -> Iterator[Callable[[], Person]]:
    window.workspace.open_person(*SAMPLE)

    def now() -> Person:
        return window.workspace.store.person(*SAMPLE)

    yield now
    # Else closing the window would ask.
    window.editor.cancel.click()


def since_before_the_past(window: MainWindow) -> date:
    """Type a day before the past positions into Since, leave the field, and return the day."""
    window.edit_person()
    person = window.workspace.person
    assert person is not None
    assert person.positions
    day = min(position.since for position in person.positions) - timedelta(days=1)
    window.editor.form.since.setFocus()
    window.editor.form.since.show_day(day)
    window.editor.done.setFocus()
    return day


def empty_the_name(window: MainWindow) -> None:
    window.edit_person()
    window.editor.form.name.setFocus()
    window.editor.form.name.clear()


def test_done_stays_at_the_day_that_cannot_be_saved(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    before = person()
    day = since_before_the_past(window)
    form = window.editor.form
    assert form.fields["since"].fault == CONFLICT
    assert form.since.property("fault") is True
    assert window.editor.positions_fault == ""
    window.editor.done.click()
    assert window.workbench.is_editing
    assert window.editor.focusWidget() is form.since
    assert form.since.day() == day
    assert person() == before


def test_a_past_position_that_cannot_be_saved_is_marked_at_its_day(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    window.edit_person()
    row = window.editor.positions.rows[0]
    row.until.setFocus()
    row.until.show_day(date(1990, 1, 1))
    window.editor.done.setFocus()
    window.editor.done.click()
    assert window.workbench.is_editing
    assert window.editor.positions_fault == "A past position ends before it begins."
    marked = {name for name, field in row.fields.items() if field.property("fault")}
    assert marked == {"until"}
    assert row.until.accessibleDescription() == window.editor.positions_fault
    assert window.editor.focusWidget() is row.until


def test_escape_does_not_let_an_emptied_name_pass(
    window: MainWindow, person: Callable[[], Person], qtbot: QtBot
) -> None:
    before = person()
    empty_the_name(window)
    qtbot.keyClick(window.editor.form.name, Qt.Key.Key_Escape)
    assert window.workbench.is_editing
    assert window.editor.form.fields["name"].fault == "Enter a name."
    qtbot.keyClicks(window.editor.form.name, "Lin Weiwei")
    qtbot.keyClick(window.editor.form.name, Qt.Key.Key_Escape)
    assert not window.workbench.is_editing
    assert person() == replace(before, name="Lin Weiwei")


def test_what_is_not_saved_can_be_let_go_of(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    before = person()
    window.edit_person()
    assert window.editor.cancel.isHidden()
    since_before_the_past(window)
    assert window.editor.cancel.isVisible()
    assert window.editor.cancel.text() == "Discard what is not saved"
    window.editor.cancel.click()
    assert not window.workbench.is_editing
    assert not window.notices.isVisible()
    window.edit_person()
    assert window.editor.form.since.day() == before.since
    assert window.editor.unsaved == {}


def test_leaving_for_another_page_says_so_and_leads_back(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    before = person()
    day = since_before_the_past(window)
    window.show_page("gaps")
    assert "Not all details of Lin Wei are saved." in window.notices.text
    assert "What you entered is kept" in window.notices.text
    other = next(one for one in window.workspace.store.people() if one.id != before.id)
    window.workspace.open_person(other.catalogue, other.id)
    window.notices.act()
    assert window.workspace.person == before
    assert window.workbench.is_editing
    assert window.editor.form.since.day() == day
    assert window.editor.form.fields["since"].fault == CONFLICT


def test_a_new_person_is_gone_on_with(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    before = store.people()
    window.new_person()
    qtbot.keyClicks(window.editor.form.name, "Ada Example")
    window.editor.form.since.show_day(date(2024, 2, 3))
    qtbot.keyClick(window.editor.form.name, Qt.Key.Key_Escape)
    assert not window.workbench.is_editing
    assert "Ada Example has not been added." in window.notices.text
    window.edit_person()
    window.show_page("map")
    window.new_person()
    assert window.editor.form.name.text() == "Ada Example"
    assert window.editor.form.since.day() == date(2024, 2, 3)
    window.editor.cancel.click()
    window.new_person()
    assert window.editor.form.name.text() == ""
    assert store.people() == before


def test_typing_outlives_another_language_and_an_undo(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    before = person()
    window.edit_person()
    form = window.editor.form
    form.industry.setText("health")
    form.industry.editingFinished.emit()
    form.name.setFocus()
    form.name.setText("Lin W")
    window.workspace.set_language("zh_CN")
    assert form.name.text() == "Lin W"
    window.workspace.undo()
    assert (form.name.text(), form.industry.text()) == ("Lin W", before.industry)
    window.editor.done.setFocus()
    assert person() == replace(before, name="Lin W")


def test_details_finer_than_the_fields_are_left_alone(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    """A file may give 2.25 hours, of which the field shows one decimal."""
    from planner.core.keeping.person_edits import correct_person

    before = person()
    window.workspace.do(correct_person(before, replace(before, hours_a_week=2.25)))
    window.edit_person()
    window.editor.form.name.setText("Lin Weiwei")
    window.editor.done.click()
    assert person() == replace(before, hours_a_week=2.25, name="Lin Weiwei")


def test_closing_asks_before_anything_typed_is_lost(
    window: MainWindow, person: Callable[[], Person], answers: Answers
) -> None:
    before = person()
    since_before_the_past(window)
    window.show_page("map")
    answers.choices.append("back")
    window.close()
    assert window.isVisible()
    assert window.workbench.is_editing
    assert answers.asked[-1].text == "Some details of a person are not saved."
    answers.choices.append("close")
    window.close()
    assert not window.isVisible()
    assert window.workspace.store.person(*SAMPLE) == before


def test_closing_saves_the_name_being_typed(
    window: MainWindow, person: Callable[[], Person]
) -> None:
    before = person()
    window.edit_person()
    window.editor.form.name.setFocus()
    window.editor.form.name.setText("Lin Weiwei")
    window.close()
    assert not window.isVisible()
    assert person() == replace(before, name="Lin Weiwei")
