"""The One-on-one page in the window: F8, undo, paper, closing, and nothing private anywhere."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.core.career import Meeting
from planner.gui.main_window import MainWindow
from planner.gui.pages.meeting.header import Stage
from planner.gui.pages.meeting.page import MeetingPage
from planner.gui.pages.page import Page
from planner.gui.paper.page_document import document_of
from planner.gui.paper.preview import Preview
from planner.gui.window.help import HelpWindow
from planner.logging_setup import close_log, set_up_log
from planner.store.store import Store
from tests.gui.pages.meeting.stage import catalogue_with_agendas, put, said_by
from tests.meeting_sample import OPEN, sample_career

MARKER = "Zyxwv"
LIN = ("sample", "lin-wei")


def open_page(qtbot: QtBot, window: MainWindow) -> MeetingPage:
    """Show the page for somebody whose one-on-one is open."""
    put(window.workspace.store, catalogue_with_agendas(), sample_career())
    window.workspace.open_person(*LIN)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page("meeting")
    page = window.workbench.page
    assert isinstance(page, MeetingPage)
    return page


def keys(qtbot: QtBot, keys: str, on: QWidget | None = None) -> None:
    """Press keys where the focus is."""
    target = on or QApplication.focusWidget()
    assert target is not None
    qtbot.keySequence(target, QKeySequence(keys))


def open_one(store: Store) -> Meeting:
    (found,) = [one for one in store.career(*LIN).meetings if not one.is_closed]
    return found


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> MeetingPage:
    return open_page(qtbot, window)


def test_it_is_a_page_of_the_window_with_help_of_its_own(
    qtbot: QtBot, window: MainWindow, page: MeetingPage
) -> None:
    window.show_page("map")
    number = [spec.key for spec in window.workbench.specs].index("meeting") + 1
    keys(qtbot, f"Ctrl+{number}", window)
    assert window.workbench.page is page
    keys(qtbot, "F1", window)
    found = window.findChild(HelpWindow)
    assert isinstance(found, HelpWindow)
    assert found.topic == "meeting"
    assert "hidden, not encrypted" in found.text.toPlainText()
    window.workspace.set_language("zh_CN")
    assert "并未加密" in found.text.toPlainText()


def test_f8_hides_on_this_page_alone_and_the_menu_says_so(
    qtbot: QtBot, window: MainWindow, page: MeetingPage
) -> None:
    action = window.actions_by_key["private-notes"]
    page.show_stage(Stage.HOLD)
    page.hold.private.edit.setFocus()
    qtbot.keyClicks(page.hold.private.edit, MARKER)
    keys(qtbot, "F8")
    assert page.is_private_hidden
    assert action.isChecked()
    assert open_one(window.workspace.store).private == MARKER
    assert MARKER not in "\n".join(said_by(window))
    # The cursor comes back to where it was, and Tab goes on from there.
    keys(qtbot, "F8")
    assert page.hold.private.edit.hasFocus()
    keys(qtbot, "F8")
    keys(qtbot, "Tab")
    assert page.hold.promise_line.title.hasFocus()
    keys(qtbot, "F8", window)
    assert not page.is_private_hidden
    assert not action.isChecked()
    qtbot.mouseClick(page.header.hide_button, Qt.MouseButton.LeftButton)
    assert page.is_private_hidden
    assert action.isChecked()
    window.show_page("gaps")
    assert not action.isEnabled()
    keys(qtbot, "F8", window)
    window.show_page("meeting")
    assert page.is_private_hidden


def test_ctrl_z_in_the_notes_undoes_what_was_just_written(
    qtbot: QtBot, window: MainWindow, page: MeetingPage
) -> None:
    page.show_stage(Stage.HOLD)
    edit = page.hold.shared.edit
    qtbot.keyClicks(edit, "First.")
    edit.flush()
    qtbot.keyClicks(edit, " Second.")
    keys(qtbot, "Ctrl+Z")
    assert edit.toPlainText() == "First."
    assert open_one(window.workspace.store).shared == "First."
    keys(qtbot, "Ctrl+Z")
    assert edit.toPlainText() == ""
    keys(qtbot, "Ctrl+Shift+Z")
    assert edit.toPlainText() == "First."
    keys(qtbot, "Ctrl+Y")
    assert edit.toPlainText() == "First. Second."
    assert edit.hasFocus()


def test_what_was_written_is_saved_when_the_window_is_closed(
    qtbot: QtBot, window: MainWindow, page: MeetingPage
) -> None:
    page.show_stage(Stage.HOLD)
    qtbot.keyClicks(page.hold.shared.edit, "In haste")
    window.close()
    assert open_one(window.workspace.store).shared == "In haste"


def test_what_was_written_for_one_store_is_not_written_into_another(
    qtbot: QtBot, window: MainWindow, page: MeetingPage, open_window: Callable[..., MainWindow]
) -> None:
    page.show_stage(Stage.HOLD)
    edit = page.hold.shared.edit
    qtbot.keyClicks(edit, "Here")
    other = open_window(None).workspace.store
    put(other, catalogue_with_agendas(), sample_career())
    before = other.career(*LIN)
    window.workspace.replace_store(other)
    assert other.career(*LIN) == before


def test_hiding_is_remembered_from_one_start_to_the_next(
    qtbot: QtBot,
    window: MainWindow,
    page: MeetingPage,
    open_window: Callable[..., MainWindow],
) -> None:
    page.toggle_private()
    window.close()
    window.parts.settings.save()
    again = open_window(window.workspace.store)
    again.show_page("meeting")
    shown: Page = again.workbench.page
    assert isinstance(shown, MeetingPage)
    assert shown.is_private_hidden


def test_the_pages_are_seen_before_they_are_printed(
    qtbot: QtBot, window: MainWindow, page: MeetingPage
) -> None:
    page.show_stage(Stage.HOLD)
    page.hold.print_button.click()

    def shown() -> list[Preview]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, Preview)]

    qtbot.waitUntil(lambda: bool(shown()) and shown()[0].isVisible())
    document = document_of(page, "a4")
    assert document is not None
    assert (document.what, document.subject) == ("meeting", "meeting-2")
    shown()[0].close()


def test_what_is_private_is_in_no_log_no_settings_no_pdf_and_is_not_found(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    store: Store,
    tmp_path: Path,
    qapp: QApplication,
    resources: Path,
) -> None:
    from planner.gui.printing import write_pages

    log = tmp_path / "planner.log"
    logger = set_up_log(log)
    window = open_window(store)
    page = open_page(qtbot, window)
    page.show_stage(Stage.HOLD)
    page.hold.private.edit.setFocus()
    qtbot.keyClicks(page.hold.private.edit, f"{MARKER} is tired")
    page.show_stage(Stage.CLOSE)
    assert open_one(store).private == f"{MARKER} is tired"
    document = document_of(page, "a4")
    assert document is not None
    pdf = tmp_path / "pages.pdf"
    write_pages(document, pdf, resources)
    page.close_stage.close_button.click()
    window.open_find()
    window.finder.field.setText(MARKER)
    assert window.finder.list.entries() == ()
    window.finder.dismiss()
    page.past.field.setText(MARKER)
    assert page.past.list.entries() == ()
    page.past.field.clear()
    record = document_of(page, "a4")
    assert record is not None
    assert record.context.career is not None
    assert all(not meeting.private for meeting in record.context.career.meetings)
    assert MARKER not in window.windowTitle()
    for edit in (window.workspace.history.next_undo, window.workspace.history.next_redo):
        assert MARKER not in repr(edit)
    window.close()
    qapp.processEvents()
    written = log.read_text(encoding="utf-8")
    close_log(logger)
    logging.getLogger("planner").propagate = True
    assert "applied: meeting 1" in written
    assert MARKER not in written
    assert MARKER not in window.parts.settings.file.read_text(encoding="utf-8")
    text = subprocess.run(
        ["pdftotext", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert "Lin Wei" in text
    assert MARKER not in text
    assert MARKER.encode() not in pdf.read_bytes()


def test_a_removed_person_leaves_no_note_behind(
    qtbot: QtBot, window: MainWindow, page: MeetingPage
) -> None:
    page.desk.write("private", MARKER)
    page.show_stage(Stage.HOLD)
    assert MARKER in "\n".join(said_by(window))
    window.commands.remove_person()
    assert MARKER not in "\n".join(said_by(window))
    assert window.workspace.undo()
    assert open_one(window.workspace.store) == replace(OPEN, private=MARKER)
