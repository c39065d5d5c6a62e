"""The menu's way to a calendar: where to write it, off the GUI thread, and what came of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from planner.core.career import Career
from planner.core.model import Catalogue
from planner.core.text import Texts, message
from planner.gui.file_to_write import file_to_write
from planner.gui.main_window import MainWindow
from planner.gui.tasks import Task
from planner.report.document import file_name


def export_calendar(window: MainWindow) -> None:
    """Write the plan and the one-on-ones of the person looked at where they choose."""
    workspace, parts = window.workspace, window.parts
    person, catalogue, texts = workspace.person, workspace.catalogue, workspace.texts
    if person is None or catalogue is None:
        return
    to = file_to_write(
        parts.dialogs,
        parts.settings,
        window,
        texts.tr("Export"),
        file_name(texts.tr("{name} – development plan", name=person.name)) or "plan",
        texts.tr("Calendars (*.ics)"),
        (".ics",),
    )
    if to is None:
        return
    work = partial(_write, workspace.career(), catalogue, texts, to, workspace.today())
    parts.tasks.run(
        work, partial(_say, window, to), window.notices.say_error, label=texts.tr("Exporting…")
    )


def _write(
    career: Career, catalogue: Catalogue, texts: Texts, to: Path, today: date, _task: Task
) -> None:
    from planner.files.calendar import write_calendar

    write_calendar(career, catalogue, texts, today, to)


def _say(window: MainWindow, to: Path, _nothing: None) -> None:
    window.notices.say(
        message("Written to {file}", file=str(to)),
        message("Notes, evidence and what was said in one-on-ones are not in it."),
    )
