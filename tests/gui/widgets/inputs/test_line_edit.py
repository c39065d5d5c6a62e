"""A field of one line takes what is pasted into it in one line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.gui.main_window import MainWindow
from planner.gui.widgets.inputs.line_edit import LineEdit

SAMPLE = ("am-lm", "sample-am")


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[LineEdit]:
    made = LineEdit()
    made.show()
    yield made
    made.deleteLater()


def paste(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_breaks_tabs_and_control_characters_become_blanks(qtbot: QtBot, line: LineEdit) -> None:
    paste(qtbot, line, "Line one\n\tLine two\r\n三\u2028x\x07y")
    assert line.text() == "Line one Line two 三 x y"


def test_whoever_listens_hears_of_the_one_line_alone(qtbot: QtBot, line: LineEdit) -> None:
    edited: list[str] = []
    changed: list[str] = []
    line.textEdited.connect(edited.append)
    line.textChanged.connect(changed.append)
    paste(qtbot, line, "a\nb")
    assert (edited, changed) == (["a b"], ["a b"])


def test_the_cursor_stands_behind_what_was_pasted(qtbot: QtBot, line: LineEdit) -> None:
    line.setText("<>")
    line.setCursorPosition(1)
    paste(qtbot, line, "𠮷\n\n𠮷")
    qtbot.keyClicks(line, "!")
    assert line.text() == "<𠮷 𠮷!>"


def test_a_note_that_had_lines_keeps_them(qtbot: QtBot, line: LineEdit) -> None:
    line.setText("one\ntwo")
    assert line.text() == "one\ntwo"
    qtbot.keyClick(line, Qt.Key.Key_End)
    paste(qtbot, line, "\nthree")
    assert line.text() == "one\ntwo three"


def test_what_fits_on_a_line_is_pasted_as_it_is(qtbot: QtBot, line: LineEdit) -> None:
    paste(qtbot, line, "  two  blanks\u00a0%\u3000 ")
    assert line.text() == "  two  blanks\u00a0%\u3000 "
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""


@pytest.mark.parametrize("field", ["name", "industry"])
def test_a_pasted_detail_of_a_person_is_kept_in_one_line(
    window: MainWindow, qtbot: QtBot, field: str
) -> None:
    window.workspace.open_person(*SAMPLE)
    window.activateWindow()
    window.edit_person()
    line = window.editor.form.name if field == "name" else window.editor.form.industry
    line.setFocus()
    line.selectAll()
    paste(qtbot, line, "Line one\n\tLine two\n")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    person = window.workspace.store.person(*SAMPLE)
    assert getattr(person, field) == "Line one Line two"
    assert line.text().strip() == "Line one Line two"
