"""What the menu does with whole files: import, back up, restore, and the sample team."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.core.edits import Edit, Touched
from planner.core.errors import PlannerError
from planner.core.people import Person
from planner.core.text import Language, Message, message
from planner.gui.dialogs import Dialogs
from planner.gui.state.session import Brought, Restored, Session
from planner.gui.tasks import Task, Tasks
from planner.gui.window.notices import NoticeBar
from planner.gui.workspace import Workspace
from planner.store.store import Store

_OTHER_LANGUAGE = message("The sample team still speaks the language that it was opened in.")


class StoreCommands(QObject):
    """Asks for files, works off the GUI thread and says what came of it.

    `store_changed` when the window works on another store; `locked` (yes or no) while nothing may
    be changed; `filled` when the shipped catalogue is there.
    """

    store_changed = Signal()
    locked = Signal(bool)
    filled = Signal()

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        session: Session,
        dialogs: Dialogs,
        tasks: Tasks,
        notices: NoticeBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._session = session
        self._dialogs = dialogs
        self._tasks = tasks
        self._notices = notices
        # In which the people of the sample write, while it is worked on.
        self._sample_language = workspace.texts.language
        workspace.language_changed.connect(self._tell_language)

    def say_at_start(self) -> None:
        """Fill an empty store, and say what did not go well when it was opened."""
        store = self._workspace.store
        if store.is_read_only:
            self._notices.say(
                message("This file can only be read."),
                message("You can look round and print, but no change will be saved."),
                tone="warning",
            )
        elif self._workspace.person is None and not store.catalogue_heads():
            self.fill()
        if store.warnings:
            self._notices.say(*store.warnings, tone="warning")

    def fill(self) -> None:
        """Put the shipped catalogue into a new store."""
        tr = self._workspace.texts.tr
        self._tasks.run(
            self._session.fill,
            self._on_filled,
            self._on_failed,
            label=tr("Preparing the catalogue…"),
            can_stop=False,
        )

    def import_files(self) -> None:
        """Import catalogues and people from files."""
        tr = self._workspace.texts.tr
        files = self._dialogs.files_to_open(
            self._window,
            tr("Import catalogues or people"),
            Path.home(),
            tr("Catalogues and people (*.yaml *.yml *.json)"),
            several=True,
        )
        if files:
            self._tasks.run(
                partial(self._session.read_files, files),
                self._on_read,
                self._on_failed,
                label=tr("Reading the files…"),
            )

    def back_up(self) -> None:
        """Back the store up to a file."""
        tr = self._workspace.texts.tr
        to = self._dialogs.file_to_save(
            self._window,
            tr("Back up"),
            self._session.suggested_backup(datetime.now()),
            tr("Backups (*.backup *.db)"),
        )
        if to is not None:
            self._tasks.run(
                partial(self._session.back_up, to),
                self._on_backed_up,
                self._on_failed,
                label=tr("Backing up…"),
                can_stop=False,
            )

    def restore(self) -> None:
        """Put a backup in the store's place."""
        tr = self._workspace.texts.tr
        files = self._dialogs.files_to_open(
            self._window,
            tr("Restore a backup"),
            self._session.where.backups,
            tr("Backups (*.backup *.db)"),
        )
        for file in files:
            self.locked.emit(True)
            self._tasks.run(
                partial(self._session.restore, file),
                self._on_restored,
                self._on_restore_failed,
                label=tr("Restoring…"),
                can_stop=False,
            )

    def open_sample(self) -> None:
        """Look round with the sample team, in the present language."""
        texts = self._workspace.texts
        self.locked.emit(True)
        self._tasks.run(
            partial(self._session.make_sample, texts.language),
            partial(self._on_sample, texts.language),
            self._on_restore_failed,
            label=texts.tr("Preparing the sample team…"),
            can_stop=False,
        )

    def leave_sample(self) -> None:
        """Go back to one's own people; what was done to the sample is gone."""
        try:
            self._session.open_own()
        except PlannerError as error:
            self._notices.say_error(error)
            return
        self._workspace.close_person()
        self._switch_to(self._session.leave_sample())
        if not self._workspace.store.catalogue_heads():
            self.fill()

    def _on_filled(self, _nothing: None) -> None:
        self.filled.emit()

    def _on_read(self, brought: Brought) -> None:
        if not brought.edit.changes:
            self._notices.say(
                message("Everything in these files is already there; nothing was changed.")
            )
            return
        self._tasks.run(
            partial(_apply, self._workspace.store, brought.edit),
            partial(self._on_imported, brought),
            self._on_failed,
            label=self._workspace.texts.tr("Importing…"),
            can_stop=False,
        )

    def _on_imported(self, brought: Brought, touched: Touched) -> None:
        from planner.report.keeping.import_words import import_words

        self._workspace.applied(brought.edit, touched)
        self._notices.say(
            import_words(
                catalogues=brought.catalogues, people=brought.people, ratings=brought.ratings
            ),
            *self._next_steps(brought.edit),
            action=(message("Undo"), self._undo),
        )
        self.filled.emit()

    def _next_steps(self, edit: Edit) -> tuple[Message, ...]:
        """Return what to do next: how to look at whom the files brought, if anybody is there."""
        shown = self._workspace.person
        if shown is None:
            return (message("Add a person to see their map."),)
        brought = [change.after for change in edit.changes if isinstance(change.after, Person)]
        others = [
            person
            for person in brought
            if (person.catalogue, person.id) != (shown.catalogue, shown.id)
        ]
        if not others:
            return ()
        if len(others) == 1:
            return (message("Open “{name}” from the person menu.", name=others[0].name),)
        return (message("Open any of them from the person menu."),)

    def _undo(self) -> None:
        self._workspace.undo()

    def _on_backed_up(self, to: Path) -> None:
        self._notices.say(message("Backed up to {file}", file=str(to)))

    def _on_restored(self, restored: Restored) -> None:
        self.locked.emit(False)
        self._switch_to(restored.store)
        kept = message("The state before it is kept in {file}", file=str(restored.before))
        self._notices.say(
            message("The backup was restored."), *((kept,) if restored.before else ())
        )
        if not restored.store.catalogue_heads():
            self.fill()

    def _on_sample(self, language: Language, store: Store) -> None:
        shown = self._workspace.person if self._session.is_sample else None
        self.locked.emit(False)
        self._session.enter_sample(store)
        self._sample_language = language
        self._switch_to(store)
        with suppress(KeyError):
            if shown is not None:
                self._workspace.open_person(shown.catalogue, shown.id)
        self._tell_language()

    def _tell_language(self) -> None:
        """Say that the sample does not follow to another language, and offer one that does."""
        if not self._session.is_sample:
            return
        if self._workspace.texts.language != self._sample_language:
            self._notices.say(
                _OTHER_LANGUAGE,
                message("Opened again it speaks this one; what was changed in it is lost."),
                action=(message("Open again"), self.open_sample),
            )
        elif self._notices.said[:1] == (_OTHER_LANGUAGE,):
            self._notices.dismiss()

    def _switch_to(self, store: Store) -> None:
        self._notices.dismiss()
        self._workspace.replace_store(store)
        self.store_changed.emit()

    def _on_restore_failed(self, error: PlannerError) -> None:
        self.locked.emit(False)
        self._on_failed(error)

    def _on_failed(self, error: PlannerError) -> None:
        self._notices.say_error(error)


def _apply(store: Store, edit: Edit, _task: Task) -> Touched:
    return store.apply(edit)
