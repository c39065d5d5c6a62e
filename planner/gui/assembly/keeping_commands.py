"""What the menu does with everything about people: hand it out, or erase it for ever."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.core.edits import Touched
from planner.core.errors import PlannerError
from planner.core.keeping.disclosure import Counts, counts_of
from planner.core.people import Person
from planner.core.text import message
from planner.files.exporting import ENDINGS, export_people
from planner.gui.dialogs import Choice, Question
from planner.gui.file_to_write import file_to_write
from planner.gui.main_window import MainWindow
from planner.gui.tasks import Task
from planner.gui.window.text_window import TextWindow
from planner.report.document import file_name
from planner.report.keeping.erase_words import (
    Copies,
    copies_text,
    copies_words,
    elsewhere_words,
    lost_words,
)
from planner.report.keeping.export_words import discreet_words, export_words
from planner.store.store import Store


class KeepingCommands(QObject):
    """Asks where it is needed, works off the GUI thread and says what came of it.

    `locked` (yes or no) while nothing may be changed.
    """

    locked = Signal(bool)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._parts = window.parts

    def export(self, *, everybody: bool, private: bool) -> None:
        """Write everything about the person looked at, or about everybody, to a file."""
        texts, person = self._workspace.texts, self._workspace.person
        if person is None:
            return
        people = self._workspace.store.people() if everybody else (person,)
        name = texts.tr("Everybody – careers")
        if not everybody:
            name = texts.tr("{name} – career", name=person.name)
        to = file_to_write(
            self._parts.dialogs,
            self._parts.settings,
            self._window,
            texts.tr("Export with private notes") if private else texts.tr("Export"),
            file_name(name) or "career",
            texts.tr("YAML documents (*.yaml *.yml)") + ";;" + texts.tr("JSON documents (*.json)"),
            tuple(ENDINGS),
        )
        if to is None:
            return
        self._parts.tasks.run(
            partial(_exported, self._workspace.store, people, to, private),
            partial(self._on_exported, to, private),
            self._window.notices.say_error,
            label=texts.tr("Exporting…"),
            can_stop=False,
        )

    def erase(self) -> None:
        """Erase the person looked at, if the answer to the question is yes."""
        person = self._workspace.person
        if person is None or not self._wants_to_erase(person):
            return
        self.locked.emit(True)
        self._parts.tasks.run(
            partial(_erased, self._workspace.store, person),
            partial(self._on_erased, person),
            self._on_failed,
            label=self._workspace.texts.tr("Erasing…"),
            can_stop=False,
        )

    def _wants_to_erase(self, person: Person) -> bool:
        texts = self._workspace.texts
        copies = self._workspace.store.copies()
        counts = counts_of((self._workspace.career(),))
        told = (
            lost_words(counts),
            message("What this window could undo is forgotten too."),
            copies_words(copies),
            elsewhere_words(),
        )
        question = Question(
            title=texts.tr("Erase every trace"),
            text=texts.tr("Erase every trace of “{name}”?", name=person.name),
            more="\n\n".join(texts.word(part) for part in told),
            details=copies_text(copies, texts) if copies else "",
            choices=(
                Choice(key="keep", text=texts.tr("Keep the person")),
                Choice(key="erase", text=texts.tr("Erase every trace")),
            ),
            otherwise="keep",
        )
        return self._parts.dialogs.ask(self._window, question) == "erase"

    def _on_exported(self, to: Path, private: bool, counts: Counts) -> None:
        self._window.notices.say(
            export_words(counts, str(to)),
            discreet_words(private=private),
            tone="warning" if private else "done",
        )

    def _on_erased(self, person: Person, touched: Touched) -> None:
        self.locked.emit(False)
        self._workspace.erased(touched)
        # What a page still knows of the person it may remember on the way to another one.
        for page in self._window.workbench.shown_pages:
            page.refresh_if_stale()
        self._parts.settings.forget(person.id)
        self._parts.settings.save()
        copies = self._workspace.store.copies()
        self._window.notices.say(
            message("Every trace of “{name}” was erased from this file.", name=person.name),
            copies_words(copies),
            action=(message("Where copies may remain"), partial(self._show_copies, copies)),
        )

    def _show_copies(self, copies: Copies) -> None:
        texts = self._workspace.texts
        said = "\n\n".join((copies_text(copies, texts), texts.word(elsewhere_words())))
        TextWindow(texts.tr("Where copies may remain"), said, texts, self._window).show()

    def _on_failed(self, error: PlannerError) -> None:
        self.locked.emit(False)
        self._window.notices.say_error(error)


def _exported(
    store: Store, people: tuple[Person, ...], to: Path, private: bool, _task: Task
) -> Counts:
    return export_people(store.careers_of(people), to, private=private, store=store.path)


def _erased(store: Store, person: Person, _task: Task) -> Touched:
    return store.erase(person.catalogue, person.id)
