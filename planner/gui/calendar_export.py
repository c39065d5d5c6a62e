"""The menu's way to a calendar: where to write it, off the GUI thread, and what came of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from planner.core.career import Career
from planner.core.model import Catalogue
from planner.core.text import Texts, message
from planner.gui.main_window import MainWindow
from planner.gui.tasks import Task
from planner.report.document import file_name

_ENDING = ".ics"


def export_calendar(window: MainWindow) -> None:
    """Write the plan and the one-on-ones of the person looked at where they choose."""
    workspace, parts = window.workspace, window.parts
    person, catalogue, texts = workspace.person, workspace.catalogue, workspace.texts
    if person is None or catalogue is None:
        return
    folder = Path(parts.settings.text("paper/folder") or Path.home())
    if not folder.is_dir():
        folder = Path.home()
    name = file_name(texts.tr("{name} – development plan", name=person.name)) or "plan"
    to = parts.dialogs.file_to_save(
        window, texts.tr("Export"), folder / f"{name}{_ENDING}", texts.tr("Calendars (*.ics)")
    )
    if to is None:
        return
    if to.suffix.lower() != _ENDING:
        to = to.with_name(f"{to.name}{_ENDING}")
    parts.settings.set_text("paper/folder", str(to.parent))
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
