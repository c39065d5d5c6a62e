"""What people write never reaches the log or the settings."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from planner.core.keeping.person_edits import checked_rating, rate, rename_person
from planner.core.people import Rater
from planner.gui.main_window import MainWindow
from planner.logging_setup import close_log, set_up_log
from planner.store.store import Store

MARKER = "Zyxwv"
SAMPLE = ("am-lm", "sample-am")


def test_a_name_a_rating_and_a_note_are_in_no_log_and_no_settings(
    open_window: Callable[..., MainWindow],
    store: Store,
    tmp_path: Path,
    qapp: QApplication,
) -> None:
    file = tmp_path / "planner.log"
    logger = set_up_log(file)
    window = open_window(store)
    workspace = window.workspace
    workspace.open_person(*SAMPLE)
    person, catalogue = workspace.person, workspace.catalogue
    assert person is not None
    assert catalogue is not None
    workspace.do(rename_person(person, f"{MARKER} Name"))
    rating = checked_rating(
        catalogue,
        entry=store.next_entry(),
        skill="contract-law",
        level=4.25,
        by=Rater.SELF,
        on=date(2026, 11, 1),
        today=date(2026, 11, 23),
        comment=f"{MARKER} comment",
        evidence=f"{MARKER} evidence",
    )
    workspace.do(rate(workspace.store.person(*SAMPLE), rating, catalogue))
    workspace.undo()
    window.new_person()
    window.editor.form.name.setText(f"{MARKER} New")
    window.editor.form.role.choose("line-manager")
    window.editor.done.click()
    window.open_find()
    window.finder.field.setText(MARKER)
    window.close()
    qapp.processEvents()
    written = file.read_text(encoding="utf-8")
    close_log(logger)
    logging.getLogger("planner").propagate = True
    assert "applied: " in written
    assert MARKER not in written
    assert "4.25" not in written
    # An id out of a file may be made of a name.
    assert SAMPLE[1] not in written
    settings = window.parts.settings.file.read_text(encoding="utf-8")
    assert "person-" in settings
    assert MARKER not in settings
