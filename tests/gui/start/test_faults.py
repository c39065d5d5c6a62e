"""Faults of the program: logged without a person's data, and reported on request."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.core.errors import PlannerError
from planner.core.text import Texts, message
from planner.gui.dialogs import Question
from planner.gui.start.faults import Faults, report_of
from tests.gui.answers import Answers

SECRET = "Lin Wei rated 3"


@pytest.fixture
def told() -> list[PlannerError]:
    return []


@pytest.fixture
def faults(answers: Answers, texts: Texts, told: list[PlannerError]) -> Iterator[Faults]:
    made = Faults(answers, logging.getLogger("planner.test"))
    before = (sys.excepthook, threading.excepthook)
    made.install(told.append, lambda: texts)
    yield made
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before
    made.deleteLater()


def fail(error: BaseException) -> None:
    """Let an exception reach the hook, as one in a slot does."""
    try:
        raise error
    except BaseException:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def test_a_fault_is_logged_by_its_places_and_never_by_its_words(
    faults: Faults, answers: Answers, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    answers.choices.append("go on")
    with caplog.at_level(logging.INFO):
        fail(KeyError(SECRET))
    qtbot.waitUntil(lambda: bool(answers.asked))
    assert "KeyError" in caplog.text
    assert "tests/gui/start/test_faults.py" in caplog.text
    assert SECRET not in caplog.text
    (question,) = answers.asked
    assert SECRET not in question.details
    assert "KeyError" in question.details


def test_the_report_is_copied_on_request(faults: Faults, answers: Answers, qtbot: QtBot) -> None:
    answers.choices.append("copy")
    fail(ZeroDivisionError())
    qtbot.waitUntil(lambda: not answers.choices)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_the_persons_error_is_no_fault(
    faults: Faults, told: list[PlannerError], answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    error = PlannerError(message("The disk is full."))
    fail(error)
    assert told == [error]
    assert answers.asked == []
    assert caplog.text == ""


def test_a_fault_in_a_thread_is_met_too(faults: Faults, answers: Answers, qtbot: QtBot) -> None:
    answers.choices.append("go on")
    thread = threading.Thread(target=fail_there)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: not answers.choices)
    assert "RecursionError" in answers.asked[0].details


def fail_there() -> None:
    raise RecursionError(SECRET)


def test_only_one_dialog_stands_at_a_time_and_each_fault_is_asked_about_once(
    faults: Faults, answers: Answers, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget | None, question: Question) -> str:
        asked.append(question.details)
        fail(ValueError())
        qapp.processEvents()
        return "go on"

    monkeypatch.setattr(answers, "ask", ask)
    fail(TypeError())
    qapp.processEvents()
    assert [details.splitlines()[1] for details in asked] == ["TypeError"]
    fail(TypeError())
    qapp.processEvents()
    assert len(asked) == 1


def test_ctrl_c_is_no_fault(faults: Faults, answers: Answers) -> None:
    fail(KeyboardInterrupt())
    assert answers.asked == []


def test_the_report_names_the_place_last() -> None:
    try:
        raise LookupError(SECRET)
    except LookupError as error:
        report = report_of(type(error), error.__traceback__)
    assert report.splitlines()[1] == "LookupError"
    assert report.splitlines()[-1].endswith("test_the_report_names_the_place_last")
