"""Whole files: import, back up, restore, the sample, and what is said when they fail."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.core.keeping.person_edits import add_person, rename_person
from planner.core.people import Person
from planner.gui.main_window import MainWindow
from planner.places import Places
from planner.store.backup import list_backups
from planner.store.database import open_store
from planner.store.store import Store
from tests.gui.answers import Answers

SAMPLE = ("am-lm", "sample-am")
PEOPLE = """\
people:
  - id: newcomer
    name: New Comer
    catalogue: am-lm
    role: account-manager
    since: 2025-01-01
    ratings:
      - {skill: contract-law, level: 2, by: self, on: 2026-01-01}
"""


def idle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until no work is under way."""
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)


def names(store: Store) -> list[str]:
    return [person.name for person in store.people()]


def test_people_are_imported_and_the_import_is_undone(
    window: MainWindow, store: Store, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "people.yaml"
    file.write_text(PEOPLE, encoding="utf-8")
    before = names(store)
    answers.files.append((file,))
    window.actions_by_key["import"].trigger()
    idle(window, qtbot)
    assert names(store) == [*before, "New Comer"]
    assert window.notices.text == (
        "1 person and 1 rating imported. Open “New Comer” from the person menu."
    )
    window.notices.act()
    assert names(store) == before
    window.actions_by_key["redo"].trigger()
    assert names(store) == [*before, "New Comer"]


def test_an_import_of_a_catalogue_alone_says_what_to_do_next(
    open_window: Callable[..., MainWindow],
    empty_store: Store,
    answers: Answers,
    root: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    window = open_window(empty_store)
    folder = tmp_path / "catalogue"
    shutil.copytree(root / "data", folder, ignore=shutil.ignore_patterns("sample-team.yaml"))
    answers.files.append((folder,))
    window.actions_by_key["import"].trigger()
    idle(window, qtbot)
    assert window.notices.text == "1 catalogue imported. Add a person to see their map."


def test_what_is_there_already_changes_nothing(
    window: MainWindow, store: Store, answers: Answers, root: Path, qtbot: QtBot
) -> None:
    answers.files.append((root / "data",))
    window.actions_by_key["import"].trigger()
    idle(window, qtbot)
    assert "already there" in window.notices.text
    assert window.workspace.history.next_undo is None


def test_a_bad_file_changes_nothing_and_is_told(
    window: MainWindow, store: Store, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(PEOPLE.replace("role: account-manager", "role: astronaut"), encoding="utf-8")
    before = names(store)
    answers.files.append((file,))
    window.actions_by_key["import"].trigger()
    idle(window, qtbot)
    assert names(store) == before
    assert window.notices.tone == "error"
    assert "astronaut" in window.notices.text


def test_thinking_better_of_it_does_nothing(
    window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    idle(window, qtbot)
    answers.files += [(), (), ()]
    for key in ("import", "back-up", "restore"):
        window.actions_by_key[key].trigger()
    assert not window.parts.tasks.is_busy
    assert window.notices.text == ""
    assert len(answers.titles) == 3


def test_a_backup_is_restored_and_the_restore_undone_by_another(
    window: MainWindow,
    store: Store,
    answers: Answers,
    here: Places,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    to = tmp_path / "mine.backup"
    answers.files.append((to,))
    window.actions_by_key["back-up"].trigger()
    idle(window, qtbot)
    assert to.exists()
    assert str(to) in window.notices.text
    person = store.person(*SAMPLE)
    window.workspace.do(rename_person(person, "Somebody Else"))
    answers.files.append((to,))
    window.actions_by_key["restore"].trigger()
    assert not window.header.isEnabled()
    idle(window, qtbot)
    assert window.header.isEnabled()
    assert window.workspace.store is window.parts.session.store
    assert window.workspace.store.person(*SAMPLE).name == "Lin Wei"
    assert window.workspace.history.next_undo is None
    (kept,) = [backup for backup in list_backups(here.backups) if backup.reason == "restore"]
    assert str(kept.path) in window.notices.text
    answers.files.append((kept.path,))
    window.actions_by_key["restore"].trigger()
    idle(window, qtbot)
    assert window.workspace.store.person(*SAMPLE).name == "Somebody Else"


def test_a_file_that_is_no_backup_is_refused_and_the_work_goes_on(
    window: MainWindow, answers: Answers, here: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "wrong.backup"
    wrong.write_bytes(b"nothing of the kind" * 100)
    answers.files.append((wrong,))
    window.actions_by_key["restore"].trigger()
    idle(window, qtbot)
    assert window.notices.tone == "error"
    assert window.header.isEnabled()
    window.workspace.open_person(*SAMPLE)
    person = window.workspace.person
    assert person is not None
    assert window.workspace.do(rename_person(person, "Still Here"))
    assert window.workspace.store.person(*SAMPLE).name == "Still Here"


def test_a_backup_to_where_nothing_can_be_written_is_told(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answers.files.append((tmp_path / "file" / "x.backup",))
    window.actions_by_key["back-up"].trigger()
    idle(window, qtbot)
    assert window.notices.tone == "error"
    assert "No backup was made." in window.notices.text


def test_a_store_that_can_only_be_read_says_so_at_once(
    store: Store,
    open_window: Callable[..., MainWindow],
    here: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.close()
    before = hashlib.sha256(here.store.read_bytes()).hexdigest()
    here.store.chmod(0o400)
    monkeypatch.setattr("planner.store.database.may_write", lambda _path: False)
    read_only = open_store(here.store, backups=here.backups)
    window = open_window(read_only)
    window.store_commands.say_at_start()
    assert window.notices.tone == "warning"
    assert "only be read" in window.notices.text
    window.workspace.open_person(*SAMPLE)
    window.commands.clear_target()
    assert window.notices.tone == "error"
    assert "Not saved: Clear the target." in window.notices.text
    assert hashlib.sha256(here.store.read_bytes()).hexdigest() == before


def test_the_sample_is_entered_and_left_from_the_menu(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    window.workspace.open_person("am-lm", store.people()[4].id)
    own = window.workspace.person
    assert not window.actions_by_key["leave-sample"].isVisible()
    window.actions_by_key["open-sample"].trigger()
    idle(window, qtbot)
    assert window.parts.session.is_sample
    assert window.workspace.store is not store
    window.commands.remove_person()
    window.actions_by_key["leave-sample"].trigger()
    assert window.workspace.store is store
    assert window.workspace.person == own
    assert len(store.people()) == 8
    assert not window.header.sample.isVisible()


OTHER_LANGUAGE = "The sample team still speaks the language that it was opened in."


def first_notes(window: MainWindow) -> str:
    """What the person who is looked at noted down first in a one-on-one."""
    return window.workspace.career().meetings[0].shared


def test_in_another_language_the_sample_is_opened_again_on_request(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(None)
    window.workspace.open_person("am-lm", "nora-fieldgate")
    before = window.workspace.store
    assert first_notes(window).startswith("The region stands.")
    window.actions_by_key["language-zh_CN"].trigger()
    assert window.notices.text.startswith("示例团队的内容仍是打开时的语言。")
    assert first_notes(window).startswith("The region stands.")
    # Back in its language there is nothing to say.
    window.actions_by_key["language-en"].trigger()
    assert window.notices.text == ""
    window.actions_by_key["language-zh_CN"].trigger()
    window.notices.act()
    idle(window, qtbot)
    assert window.workspace.store is not before
    assert window.workspace.person is not None
    assert window.workspace.person.id == "nora-fieldgate"
    assert first_notes(window).startswith("区域已经站稳。")
    assert window.notices.text == ""
    window.actions_by_key["language-en"].trigger()
    assert window.notices.text.startswith(OTHER_LANGUAGE)


def test_a_sample_that_is_ready_after_the_language_has_changed_says_so(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(None)
    window.commands.remove_person()
    window.store_commands.open_sample()
    window.workspace.set_language("zh_CN")
    idle(window, qtbot)
    assert len(window.workspace.store.people()) == 8
    assert window.notices.text.startswith("示例团队的内容仍是打开时的语言。")


def test_ones_own_people_write_as_they_do_in_any_language(window: MainWindow) -> None:
    window.actions_by_key["language-zh_CN"].trigger()
    assert window.notices.text == ""


def test_opened_again_without_the_person_who_was_added_it_shows_another(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(None)
    new = Person(id="new", name="New", catalogue="am-lm", role="engineer", since=date(2026, 1, 1))
    window.workspace.do(add_person(new))
    window.workspace.open_person("am-lm", "new")
    window.store_commands.open_sample()
    idle(window, qtbot)
    assert window.workspace.person is not None
    assert window.workspace.person.id == "sample-am"


def test_what_went_wrong_at_opening_is_said(
    open_window: Callable[..., MainWindow], store: Store
) -> None:
    from planner.core.text import message

    store.warnings = (message("No backup was made today."),)
    window = open_window(store)
    window.store_commands.say_at_start()
    assert window.notices.text == "No backup was made today."
