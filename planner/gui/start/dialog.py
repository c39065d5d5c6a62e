"""What is asked when the store cannot be opened: restore a backup, open another file, or quit."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from planner.core.errors import PlannerError
from planner.core.text import Texts, in_line
from planner.gui.dialogs import Choice, Dialogs, Question
from planner.store.backup import Backup, list_backups
from planner.store.identity import examine

StartChoice = Literal["restore", "open", "quit"]
_CHOICES: tuple[StartChoice, ...] = ("restore", "open", "quit")
_MEGABYTE = 1_000_000


def newest_good_backup(backups: Path, store: Path) -> Backup | None:
    """Return the newest backup of a store that proves whole, if there is one."""
    for backup in list_backups(backups):
        if backup.store == store.name:
            try:
                examine(backup.path)
            except PlannerError:
                continue
            return backup
    return None


def ask_about_store(
    dialogs: Dialogs, texts: Texts, error: PlannerError, backup: Backup | None
) -> StartChoice:
    """Say why the store was not opened, and return what to do."""
    tr = texts.tr
    choices = [
        Choice(key="open", text=tr("Open another file…")),
        Choice(key="quit", text=tr("Quit")),
    ]
    more = [texts.word(part) for part in error.sentences[1:]]
    if backup is not None:
        choices.insert(0, Choice(key="restore", text=tr("Restore the backup")))
        more.append(
            tr(
                "The newest good backup is of {day}, {time}, {size} MB.",
                day=backup.made.date(),
                time=f"{backup.made:%H:%M}",
                size=backup.size / _MEGABYTE,
            )
        )
    answer = dialogs.ask(
        None,
        Question(
            title=tr("The data cannot be opened"),
            text=texts.word(error.happened),
            more=in_line(more, texts),
            choices=tuple(choices),
            otherwise="quit",
        ),
    )
    return next((choice for choice in _CHOICES if choice == answer), "quit")


def another_file(dialogs: Dialogs, texts: Texts, folder: Path) -> Path | None:
    """Ask for another store to open."""
    tr = texts.tr
    kinds = ";;".join((tr("Planner files (*.db *.backup)"), tr("All files (*)")))
    files = dialogs.files_to_open(None, tr("Open another file"), folder, kinds)
    return next(iter(files), None)


def say_already_open(dialogs: Dialogs, texts: Texts) -> None:
    """Say that another window has the store and does not answer."""
    tr = texts.tr
    dialogs.ask(
        None,
        Question(
            title=tr("Already open"),
            text=tr("The planner is already open on this file, but does not answer."),
            more=tr("Wait a little, or end the other one first. Nothing was opened or changed."),
            choices=(Choice(key="close", text=tr("Close")),),
            otherwise="close",
        ),
    )
