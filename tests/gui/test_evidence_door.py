"""Evidence in the window: looked for off the GUI thread, opened on a press, never run."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.core.errors import PlannerError
from planner.core.skills.evidence import Evidence, evidence_of
from planner.core.text import Texts
from planner.files.evidence_files import FileState
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.tasks import Tasks
from planner.gui.widgets.display.evidence_view import EvidenceView
from planner.gui.widgets.inputs.evidence_field import EvidenceField
from tests.gui.answers import Answers


class Desktop:
    """Notes what would be opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.refuses = False

    def open(self, address: QUrl) -> bool:
        self.opened.append(address.toString())
        return not self.refuses


class Clock:
    """A clock that the test winds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        return self.seconds


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(tasks: Tasks, answers: Answers, desktop: Desktop, clock: Clock) -> EvidenceDoor:
    return EvidenceDoor(tasks, answers, tasks, open_address=desktop.open, now=clock.now)


def told(words: str) -> Evidence:
    found = evidence_of(words)
    assert found is not None
    return found


def known(qtbot: QtBot, door: EvidenceDoor, evidence: Evidence) -> FileState:
    """What is known of a file once the disk has answered."""
    door.state(evidence)
    qtbot.waitUntil(lambda: door.state(evidence) is not FileState.UNKNOWN)
    return door.state(evidence)


def test_a_file_is_looked_for_and_its_loss_noticed(
    qtbot: QtBot, door: EvidenceDoor, clock: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "minutes.pdf"
    file.write_bytes(b"x")
    evidence = told(str(file))
    assert door.state(evidence) is FileState.UNKNOWN
    assert known(qtbot, door, evidence) is FileState.THERE
    file.unlink()
    # What was seen a moment ago is believed, and after half a minute looked at again.
    assert door.state(evidence) is FileState.THERE
    clock.seconds = 31
    with qtbot.waitSignal(door.looked):
        door.state(evidence)
    assert door.state(evidence) is FileState.GONE


def test_a_slow_disk_holds_nothing_up_and_is_asked_once(
    qtbot: QtBot, door: EvidenceDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_answer, asked = threading.Event(), []

    def slow(path: str) -> FileState:
        asked.append((path, threading.current_thread() is threading.main_thread()))
        may_answer.wait(20)
        return FileState.THERE

    monkeypatch.setattr("planner.gui.evidence_door.state_of", slow)
    evidence = told("/slow/minutes.pdf")
    for _ in range(3):
        assert door.state(evidence) is FileState.UNKNOWN
    with qtbot.waitSignal(door.looked):
        may_answer.set()
    assert door.state(evidence) is FileState.THERE
    assert asked == [("/slow/minutes.pdf", False)]


@pytest.mark.parametrize(
    "words",
    [
        "Minutes 2026-10",
        "https://example.org/x",
        "//server/share/a.pdf",
        "\\\\server\\share\\a.pdf",
    ],
)
def test_texts_links_and_other_computers_are_never_looked_for(
    door: EvidenceDoor, words: str, tasks: Tasks
) -> None:
    assert door.state(told(words)) is FileState.UNKNOWN
    assert not tasks.is_busy


def test_a_link_opens_as_it_is(door: EvidenceDoor, desktop: Desktop) -> None:
    door.open(told("https://example.org/a?b=c#d"))
    assert desktop.opened == ["https://example.org/a?b=c#d"]


def test_a_text_opens_nothing(door: EvidenceDoor, desktop: Desktop, tasks: Tasks) -> None:
    for words in ("Minutes", "javascript:alert(1)", "mailto:a@example.org", "ftp://example.org"):
        door.open(told(words))
    assert desktop.opened == []
    assert not tasks.is_busy


def test_a_document_opens_and_a_program_shows_its_folder(
    qtbot: QtBot, door: EvidenceDoor, desktop: Desktop, tmp_path: Path
) -> None:
    for name in ("minutes #1.pdf", "run.sh"):
        (tmp_path / name).write_bytes(b"x")
    door.open(told(str(tmp_path / "minutes #1.pdf")))
    qtbot.waitUntil(lambda: len(desktop.opened) == 1)
    with qtbot.waitSignal(door.said) as said:
        door.open(told(str(tmp_path / "run.sh")))
    opened = [QUrl(address).toLocalFile() for address in desktop.opened]
    assert opened == [str(tmp_path / "minutes #1.pdf"), str(tmp_path)]
    assert said.args[1] == "warning"


def test_what_has_gone_says_so_and_is_known_to_be_gone(
    qtbot: QtBot, door: EvidenceDoor, desktop: Desktop, tmp_path: Path
) -> None:
    evidence = told(str(tmp_path / "gone.pdf"))
    with qtbot.waitSignal(door.failed) as failed:
        door.open(evidence)
    assert isinstance(failed.args[0], PlannerError)
    assert "not on this computer any more" in failed.args[0].happened.text
    assert desktop.opened == []
    assert door.state(evidence) is FileState.GONE


def test_where_nothing_can_open_it_that_is_said(
    qtbot: QtBot, door: EvidenceDoor, desktop: Desktop
) -> None:
    desktop.refuses = True
    with qtbot.waitSignal(door.failed) as failed:
        door.open(told("https://example.org/x"))
    assert failed.args[0].happened.text == "No program of this computer opens “{what}”."


# the view


def words_of(view: EvidenceView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.text()]


def test_a_text_is_shown_without_a_button(
    qtbot: QtBot, door: EvidenceDoor, icons: Icons, texts: Texts
) -> None:
    view = EvidenceView(told("<b>Minutes</b> 🎉"), door, icons, texts)
    qtbot.addWidget(view)
    assert words_of(view) == ["Evidence: <b>Minutes</b> 🎉"]
    assert {label.textFormat() for label in view.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert view.button is None


def test_a_link_has_a_button_and_opens_only_by_it(
    qtbot: QtBot, door: EvidenceDoor, icons: Icons, texts: Texts, desktop: Desktop
) -> None:
    view = EvidenceView(told("https://example.org/x"), door, icons, texts)
    qtbot.addWidget(view)
    assert desktop.opened == []
    assert view.button is not None
    assert view.button.accessibleName() == "Open https://example.org/x"
    view.button.click()
    assert desktop.opened == ["https://example.org/x"]


def test_a_file_that_has_gone_is_shown_as_gone(
    qtbot: QtBot, door: EvidenceDoor, icons: Icons, texts: Texts, tmp_path: Path
) -> None:
    evidence = told(str(tmp_path / "gone.pdf"))
    assert known(qtbot, door, evidence) is FileState.GONE
    view = EvidenceView(evidence, door, icons, texts)
    qtbot.addWidget(view)
    assert words_of(view)[-1] == "gone: not on this computer"
    assert view.button is None


# the field


@pytest.fixture
def field(
    qtbot: QtBot, door: EvidenceDoor, icons: Icons, texts_in: Callable[..., Texts]
) -> EvidenceField:
    made = EvidenceField(door, icons, 2000)
    made.retranslate(texts_in("en"))
    qtbot.addWidget(made)
    return made


def test_a_file_can_be_chosen_for_it(
    field: EvidenceField, answers: Answers, tmp_path: Path
) -> None:
    file = tmp_path / "纪要.pdf"
    answers.files.append((file,))
    field.button.click()
    assert field.text() == str(file)
    assert answers.titles == ["Choose the file that is the evidence"]
    answers.files.append(())
    field.button.click()
    assert field.text() == str(file)


def test_no_more_is_written_than_can_be_kept(field: EvidenceField) -> None:
    field.setText("x" * 10_000)
    assert len(field.text()) == 2000
    assert field.button.accessibleName() == "Choose a file…"
