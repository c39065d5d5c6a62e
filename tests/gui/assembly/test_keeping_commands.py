"""Everything about people out of the menu: handed out to a file, or erased for ever."""

from __future__ import annotations

import json
import sqlite3
import stat
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import yaml
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.core.career import Meeting
from planner.core.keeping.career_edits import add_meeting
from planner.core.keeping.person_edits import rename_person
from planner.gui.main_window import MainWindow
from planner.gui.settings import Settings
from planner.gui.window.commands import OF_A_PERSON
from planner.gui.window.text_window import TextWindow
from planner.places import Places
from planner.store.connecting import companions
from planner.store.store import Store
from tests.gui.answers import Answers

SAMPLE = ("am-lm", "sample-am")
NAME, SECRET = "Lin Wei", "Xanadu is mine alone"


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on the sample person, of whom there is a private note."""
    window.workspace.open_person(*SAMPLE)
    person = window.workspace.person
    assert person is not None
    met = Meeting(id="meeting-77", on=date(2026, 5, 1), shared="For both", private=SECRET)
    window.workspace.do(add_meeting(person, met))
    idle(window, qtbot)
    return window


def idle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)


def trigger(window: MainWindow, key: str, qtbot: QtBot) -> None:
    window.actions_by_key[key].trigger()
    idle(window, qtbot)


# Export


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("everybody", [False, True])
def test_each_entry_of_the_menu_writes_what_it_says(
    opened: MainWindow,
    store: Store,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    private: bool,
    everybody: bool,
) -> None:
    to = tmp_path / "out.yaml"
    answers.files.append((to,))
    key = "export-people" if everybody else "export-person"
    trigger(opened, f"{key}-private" if private else key, qtbot)
    written = to.read_text(encoding="utf-8")
    people = [person["name"] for person in yaml.safe_load(written)["people"]]
    assert people == ([person.name for person in store.people()] if everybody else [NAME])
    assert (SECRET in written) is private
    assert "For both" in written
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    said = opened.notices.text
    assert said.startswith(f"{len(people)} people, " if everybody else "1 person, ")
    assert str(to) in said
    assert ("are in the file" in said) is private
    # Whether there are private notes is not told on the screen.
    assert ("not in the file" in said) is not private
    assert opened.notices.tone == ("warning" if private else "done")


def test_json_by_the_ending_and_yaml_without_one(
    opened: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.files += [(tmp_path / "a.json",), (tmp_path / "b",)]
    trigger(opened, "export-person", qtbot)
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["people"][0]["name"] == NAME
    trigger(opened, "export-person", qtbot)
    assert yaml.safe_load((tmp_path / "b.yaml").read_text("utf-8"))["people"][0]["name"] == NAME


def test_thinking_better_of_an_export_writes_nothing(
    opened: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    answers.files.append(())
    trigger(opened, "export-people", qtbot)
    assert opened.notices.text == ""
    assert answers.titles == ["Export"]


def test_a_folder_that_is_not_there_is_told(
    opened: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.files.append((tmp_path / "no" / "such.yaml",))
    trigger(opened, "export-person", qtbot)
    assert opened.notices.tone == "error"
    assert "cannot be written" in opened.notices.text


def test_without_anybody_nothing_of_it_can_be_done(opened: MainWindow) -> None:
    opened.workspace.close_person()
    assert not any(opened.actions_by_key[key].isEnabled() for key in OF_A_PERSON)


# Erase


def erase(window: MainWindow, answers: Answers, qtbot: QtBot, answer: str = "erase") -> None:
    answers.choices.append(answer)
    trigger(window, "erase-person", qtbot)


def test_it_asks_first_and_says_what_is_lost_and_what_remains(
    opened: MainWindow, store: Store, answers: Answers, qtbot: QtBot
) -> None:
    backup = store.back_up()
    before = store.career(*SAMPLE)
    erase(opened, answers, qtbot, "keep")
    (question,) = answers.asked
    assert question.text == f"Erase every trace of “{NAME}”?"
    assert f"{len(before.ratings)} ratings" in question.more
    assert "undo cannot bring them back" in question.more
    assert "What this window could undo is forgotten too." in question.more
    assert "exported, printed" in question.more
    assert str(backup) in question.details
    assert question.choices[0].key == question.otherwise == "keep", "Enter and Esc keep"
    assert store.career(*SAMPLE) == before
    assert opened.workspace.history.next_undo is not None


def test_nothing_is_left_in_the_store_in_the_settings_or_to_be_undone(
    opened: MainWindow, store: Store, answers: Answers, here: Places, qtbot: QtBot
) -> None:
    others = [store.career(p.catalogue, p.id) for p in store.people() if p.id != SAMPLE[1]]
    opened.show_page("gaps")
    opened.show_page("map")
    opened.parts.settings.save()
    assert SAMPLE[1] in here.settings.read_text(encoding="utf-8")
    erase(opened, answers, qtbot)
    assert opened.workspace.person is not None, "somebody else is looked at"
    assert opened.workspace.person.id != SAMPLE[1]
    assert opened.workspace.history.next_undo is None
    assert not opened.actions_by_key["undo"].isEnabled()
    assert [store.career(p.catalogue, p.id) for p in store.people()] == others
    for file in (here.store, *companions(here.store)):
        if file.exists():
            for word in (NAME, SAMPLE[1], SECRET):
                assert word.encode() not in file.read_bytes(), (file.name, word)
    assert SAMPLE[1] not in here.settings.read_text(encoding="utf-8")
    assert opened.header.isEnabled()
    # Nor does it come back by what the pages remember on the way out.
    opened.show_page("gaps")
    opened.show_page("map")
    opened.close()
    QApplication.processEvents()
    written = here.settings.read_text(encoding="utf-8")
    assert SAMPLE[1] not in written
    assert "people" in written


def test_where_copies_may_remain_can_be_read_and_copied(
    opened: MainWindow, store: Store, answers: Answers, qtbot: QtBot
) -> None:
    backup = store.back_up()
    erase(opened, answers, qtbot)
    assert f"Every trace of “{NAME}” was erased" in opened.notices.text
    opened.notices.act()
    shown = opened.findChild(TextWindow)
    assert isinstance(shown, TextWindow)
    said = shown.text.toPlainText()
    assert str(backup) in said
    assert "\nrm " in said
    assert "exported, printed" in said
    assert backup.exists()
    shown.copy.click()
    assert QApplication.clipboard().text() == said
    shown.close()


def test_the_last_person_leads_back_to_the_first_start(
    opened: MainWindow, store: Store, answers: Answers, qtbot: QtBot
) -> None:
    while opened.workspace.person is not None:
        erase(opened, answers, qtbot)
    assert store.people() == ()
    assert opened.welcome.isVisible()


def test_another_reader_keeps_it_from_being_done_and_that_is_told(
    opened: MainWindow, store: Store, answers: Answers, here: Places, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(here.store, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchall()
        person = store.person(*SAMPLE)
        opened.workspace.do(rename_person(person, "Somebody"))
        erase(opened, answers, qtbot)
        assert opened.notices.tone == "error"
        assert "is using" in opened.notices.text
        assert opened.workspace.person == store.person(*SAMPLE)
        assert opened.workspace.history.next_undo is not None
        assert opened.header.isEnabled()


def test_it_speaks_chinese_too(opened: MainWindow, answers: Answers, qtbot: QtBot) -> None:
    opened.workspace.set_language("zh_CN")
    erase(opened, answers, qtbot)
    (question,) = answers.asked
    assert question.text == f"彻底清除“{NAME}”的全部数据？"
    assert "彻底清除" in opened.notices.text


# What the settings forget


def test_settings_forget_a_person_and_nothing_else(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.set_json("people/abc", [["c", "lin"], ["c", "bo"], ["lin", "lina"]])
    settings.set_json("map/view", {"person": ["c", "lin"], "scale": 2.0})
    settings.set_json("pages/plan", {"lin": {"x": 1}, "open": {"c/lin": 1}, "order": [1, 2]})
    settings.set_json("assess/c/lin", {"at": 3})
    begun = [{"person": "lin", "by": "self"}, {"person": "bo", "by": "self"}]
    settings.set_json("assessments", {"begun": begun})
    settings.set_text("page/last", "lin")
    settings.set_text("look/language", "en")
    settings.set_text("notes", "linen")
    settings.set_json("plan/whose", "c/lin")
    settings.forget("lin")
    assert settings.pairs("people/abc") == (("c", "bo"),)
    assert settings.record("map/view") == {"scale": 2.0}
    assert settings.record("pages/plan") == {"open": {}, "order": [1, 2]}
    assert settings.record("assess/c/lin") == {}
    assert settings.record("assessments") == {"begun": begun[1:]}
    for key in ("page/last", "assess/c/lin", "plan/whose"):
        assert settings.text(key) == ""
    assert settings.text("look/language") == "en"
    assert settings.text("notes") == "linen"
