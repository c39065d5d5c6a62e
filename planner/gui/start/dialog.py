"""What is asked when the store cannot be opened: restore a backup, open another file, or quit."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from planner.core.errors import PlannerError
from planner.core.text import Texts, in_line
from planner.gui.dialogs import Choice, Dialogs, Question
from planner.store.backup import Backup, list_backups, restore
from planner.store.identity import examine

StartChoice = Literal["restore", "choose", "open", "quit"]
_CHOICES: tuple[StartChoice, ...] = ("restore", "choose", "open", "quit")
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
    """Say why the store was not opened, and return what to do.

    Without a good backup at its usual place, one can be chosen from elsewhere.
    """
    tr = texts.tr
    choices = [
        Choice(key="open", text=tr("Open another file…")),
        Choice(key="quit", text=tr("Quit")),
    ]
    more = [texts.word(part) for part in error.sentences[1:]]
    if backup is None:
        choices.insert(0, Choice(key="choose", text=tr("Restore a backup…")))
    else:
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


def a_backup(dialogs: Dialogs, texts: Texts, folder: Path) -> Path | None:
    """Ask for a backup to restore."""
    tr = texts.tr
    kinds = ";;".join((tr("Backups (*.backup *.db)"), tr("All files (*)")))
    files = dialogs.files_to_open(None, tr("Restore a backup"), folder, kinds)
    return next(iter(files), None)


def another_file(dialogs: Dialogs, texts: Texts, folder: Path) -> Path | None:
    """Ask for another store to open."""
    tr = texts.tr
    kinds = ";;".join((tr("Planner files (*.db *.backup)"), tr("All files (*)")))
    files = dialogs.files_to_open(None, tr("Open another file"), folder, kinds)
    return next(iter(files), None)


def store_to_open(
    dialogs: Dialogs, texts: Texts, error: PlannerError, store: Path, backups: Path
) -> Path | None:
    """Ask what to do about a store that cannot be opened.

    Return which one to open then, the same where a backup took its place; None to quit.
    """
    backup = newest_good_backup(backups, store)
    while True:
        choice = ask_about_store(dialogs, texts, error, backup)
        if choice == "quit":
            return None
        if choice == "open":
            other = another_file(dialogs, texts, store.parent)
            if other is not None:
                return other
            continue
        folder = backups if backups.is_dir() else Path.home()
        chosen = backup.path if backup else a_backup(dialogs, texts, folder)
        if chosen is None:
            continue
        try:
            restore(store, chosen, backups=backups)
        except PlannerError as failed:
            error = failed
        else:
            return store


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
