"""A removal is told with the way back, and undo shows whom it brought back."""

from __future__ import annotations

from planner.core.keeping.person_edits import rename_person
from planner.gui.main_window import MainWindow

SAMPLE = ("am-lm", "sample-am")


def removed(window: MainWindow) -> None:
    window.workspace.open_person(*SAMPLE)
    window.commands.remove_person()
    assert window.workspace.person is not None
    assert window.workspace.person.id != SAMPLE[1]


def shown(window: MainWindow) -> str:
    person = window.workspace.person
    return person.id if person else ""


def test_a_removal_is_told_and_undone_where_it_is_told(window: MainWindow) -> None:
    removed(window)
    assert window.notices.isVisible()
    assert window.notices.text == "Lin Wei was removed."
    window.notices.act()
    assert shown(window) == SAMPLE[1]
    assert not window.notices.isVisible()


def test_undo_and_redo_show_whom_they_concern(window: MainWindow) -> None:
    removed(window)
    window.actions_by_key["undo"].trigger()
    assert shown(window) == SAMPLE[1]
    assert window.header.isVisible()
    assert not window.notices.isVisible()
    window.actions_by_key["redo"].trigger()
    assert shown(window) != SAMPLE[1]
    assert window.notices.text == "Lin Wei was removed."


def test_the_offer_to_undo_goes_with_the_next_change(window: MainWindow) -> None:
    removed(window)
    other = window.workspace.person
    assert other is not None
    window.workspace.do(rename_person(other, "Somebody"))
    assert not window.notices.isVisible()
    window.actions_by_key["undo"].trigger()
    assert shown(window) == other.id
    window.actions_by_key["undo"].trigger()
    assert shown(window) == SAMPLE[1]
