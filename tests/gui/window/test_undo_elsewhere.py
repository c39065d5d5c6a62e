"""What is undone of somebody who is not in sight is told with their name and the way to them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QPushButton

from planner.core.edits import Edit
from planner.core.keeping.person_edits import add_person, rate, rename_person
from planner.core.people import Person, Rater, Rating
from planner.core.text import Language, message
from planner.gui.main_window import MainWindow

LIN, NORA = ("am-lm", "sample-am"), ("am-lm", "nora-fieldgate")
SKILL, TODAY = "financial-budgeting", date(2026, 11, 23)


class Words(NamedTuple):
    """What is said of the rating, of its undo and of its redo; and of the way to the person."""

    edit: str
    undone: str
    redone: str
    way: str


WORDS: dict[Language, Words] = {
    "en": Words(
        "Rate Financial budgeting 3 (Lin Wei)",
        "Undone: Rate Financial budgeting 3 (Lin Wei)",
        "Done again: Rate Financial budgeting 3 (Lin Wei)",
        "Show the person",
    ),
    "zh_CN": Words(
        "将“财务预算编制”评为 3（Lin Wei）",
        "已撤销：将“财务预算编制”评为 3（Lin Wei）",
        "已重做：将“财务预算编制”评为 3（Lin Wei）",
        "查看此人",
    ),
}


@pytest.fixture
def left(window: MainWindow) -> MainWindow:
    """A window that looks at Nora after a rating of Lin's."""
    workspace = window.workspace
    workspace.open_person(*LIN)
    person, catalogue = workspace.person, workspace.catalogue
    assert person is not None
    assert catalogue is not None
    entry = workspace.store.next_entry()
    rating = Rating(entry=entry, skill=SKILL, level=3, by=Rater.AGREED, on=TODAY)
    assert workspace.do(rate(person, rating, catalogue))
    assert not window.notices.isVisible()
    workspace.open_person(*NORA)
    return window


def shown(window: MainWindow) -> tuple[str, str]:
    person = window.workspace.person
    assert person is not None
    return person.catalogue, person.id


def rated_today(window: MainWindow) -> bool:
    ratings = window.workspace.store.ratings(*LIN)
    return any((rating.on, rating.skill) == (TODAY, SKILL) for rating in ratings)


@pytest.mark.parametrize("language", WORDS)
def test_undo_and_redo_elsewhere_name_the_person(left: MainWindow, language: Language) -> None:
    left.workspace.set_language(language)
    words, undo, redo = WORDS[language], left.actions_by_key["undo"], left.actions_by_key["redo"]
    assert words.edit in undo.text()
    assert words.edit in undo.toolTip()
    undo.trigger()
    assert not rated_today(left)
    assert shown(left) == NORA
    assert (left.notices.isVisible(), left.notices.text) == (True, words.undone)
    assert words.edit in redo.text()
    redo.trigger()
    assert rated_today(left)
    assert left.notices.text == words.redone
    buttons = left.notices.findChildren(QPushButton)
    assert [button.text() for button in buttons] == [words.way]
    left.notices.act()
    assert shown(left) == LIN
    assert not left.notices.isVisible()


def test_of_the_person_in_sight_nothing_is_added(left: MainWindow) -> None:
    left.workspace.open_person(*LIN)
    assert left.actions_by_key["undo"].text() == "&Undo: Rate Financial budgeting 3"
    left.actions_by_key["undo"].trigger()
    assert not left.notices.isVisible()


def test_the_notice_goes_with_the_next_change_and_with_the_person(left: MainWindow) -> None:
    undo, redo = left.actions_by_key["undo"], left.actions_by_key["redo"]
    undo.trigger()
    left.workspace.open_person(*LIN)
    assert not left.notices.isVisible()
    left.workspace.open_person(*NORA)
    redo.trigger()
    assert left.notices.isVisible()
    nora = left.workspace.person
    assert nora is not None
    left.workspace.do(rename_person(nora, "Nora"))
    assert not left.notices.isVisible()


def test_words_that_name_the_person_do_so_once(left: MainWindow) -> None:
    nora = left.workspace.person
    assert nora is not None
    left.workspace.do(rename_person(nora, "Eleanora"))
    left.workspace.do(rename_person(left.workspace.store.person(*NORA), "Nora Fieldgate"))
    left.workspace.open_person(*LIN)
    undo = left.actions_by_key["undo"]
    assert undo.text() == "&Undo: Rename Eleanora to Nora Fieldgate"


def test_whoever_an_undo_takes_away_elsewhere_can_be_had_back(left: MainWindow) -> None:
    nora = left.workspace.person
    assert nora is not None
    new = Person(id="new", name="Somebody New", catalogue="am-lm", role=nora.role, since=nora.since)
    left.workspace.do(add_person(new))
    left.actions_by_key["undo"].trigger()
    assert left.notices.text == "Undone: Add Somebody New"
    assert shown(left) == NORA
    left.notices.act()
    assert shown(left) == ("am-lm", "new")


def test_what_concerns_several_elsewhere_is_told_with_the_way_back(left: MainWindow) -> None:
    nora = left.workspace.person
    assert nora is not None
    new = [
        Person(id=name, name=name, catalogue="am-lm", role=nora.role, since=nora.since)
        for name in ("one", "two")
    ]
    changes = tuple(change for person in new for change in add_person(person).changes)
    left.workspace.do(Edit(message("Add both"), changes))
    left.actions_by_key["undo"].trigger()
    assert left.notices.text == "Undone: Add both"
    left.notices.act()
    there = {person.id for person in left.workspace.store.people()}
    assert there >= {"one", "two"}
    assert left.notices.text == "Done again: Add both"
