"""Tells of what changed of people who are not in sight, each time with the way to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.core.edits import Edit, Touched
from planner.core.people import Person
from planner.core.text import Message, message
from planner.gui.dialogs import Choice, Question
from planner.gui.parts import Parts
from planner.gui.state.whose_edit import edit_words, is_elsewhere, one_elsewhere
from planner.gui.window.notices import NoticeBar
from planner.gui.window.workbench import Workbench
from planner.gui.workspace import Workspace


class PeopleTold(QObject):
    """Says what became of people, and leads back to a person or to their details."""

    def __init__(
        self, window: QWidget, parts: Parts, workbench: Workbench, notices: NoticeBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace: Workspace = parts.workspace
        self._dialogs = parts.dialogs
        self._workbench = workbench
        self._notices = notices
        self._undone: tuple[Message, ...] = ()

    @property
    def tells_undone(self) -> bool:
        """Whether it is being said that something was undone, or done again, elsewhere."""
        return bool(self._undone) and self._notices.said == self._undone

    def undo(self) -> None:
        """Take the newest change back, and look at the person whom that brings back."""
        edit = self._workspace.history.next_undo
        if edit is None:
            return
        said = message("Undone: {edit}", edit=edit_words(edit, self._workspace))
        if self._workspace.undo():
            self._look_at_added(edit.inverse())
            self._tell_elsewhere(edit.inverse(), said, (message("Redo"), self.redo))

    def redo(self) -> None:
        """Do the newest undone change again, and look at the person whom that brings back."""
        edit = self._workspace.history.next_redo
        if edit is None:
            return
        said = message("Done again: {edit}", edit=edit_words(edit, self._workspace))
        if self._workspace.redo():
            self._look_at_added(edit)
            self._tell_elsewhere(edit, said, (message("Undo"), self.undo))

    def tell_removed(self, touched: Touched) -> None:
        """Say that somebody was removed, if that is what was done."""
        edit = self._workspace.history.next_undo
        removed = [
            change.before
            for change in (edit.changes if edit else ())
            if change.after is None and change.key in touched.keys
        ]
        people = [record for record in removed if isinstance(record, Person)]
        if len(people) == 1:
            said = message("{name} was removed.", name=people[0].name)
            self._notices.say(said, action=(message("Undo"), self.undo))

    def tell_left(self, said: tuple[Message, ...], whose: tuple[str, str]) -> None:
        """Say that details were left unsaved; `whose` is empty for a new person."""
        way = (message("Go on"), partial(self._go_back, whose))
        self._notices.say(*said, tone="warning", action=way)

    def may_close(self) -> bool:
        """Whether the window may close: nothing is unsaved, or the person lets go of it."""
        editor = self._workbench.made_editor
        if editor is None or editor.save_all():
            return True
        tr = self._workspace.texts.tr
        question = Question(
            title=tr("Close"),
            text=tr("Some details of a person are not saved."),
            more=tr("They are lost when the program closes."),
            choices=(
                Choice(key="back", text=tr("Back to the details")),
                Choice(key="close", text=tr("Close without saving")),
            ),
            otherwise="back",
        )
        if self._dialogs.ask(self._window, question) == "close":
            return True
        self._go_back(editor.left_by)
        return False

    def _tell_elsewhere(
        self, edit: Edit, said: Message, back: tuple[Message, Callable[[], None]]
    ) -> None:
        """Say what was changed where nobody looks, with the way there, else the way back."""
        # That somebody was removed has been said by now.
        if self._notices.offers_undo or not is_elsewhere(edit, self._workspace):
            return
        person, way = one_elsewhere(edit, self._workspace), back
        if person is not None:
            show = partial(self._workspace.open_person, person.catalogue, person.id)
            way = (message("Show the person"), show)
        self._undone = (said,)
        self._notices.say(said, action=way)

    def _look_at_added(self, edit: Edit) -> None:
        added = [change.after for change in edit.changes if change.before is None]
        people = [record for record in added if isinstance(record, Person)]
        if len(people) == 1 and people[0] != self._workspace.person:
            self._workspace.open_person(people[0].catalogue, people[0].id)

    def _go_back(self, whose: tuple[str, str]) -> None:
        """Show the details where they were left, unless the person is gone."""
        workspace, editor = self._workspace, self._workbench.editor
        there = {(person.catalogue, person.id) for person in workspace.store.people()}
        if workspace.person is None or (any(whose) and whose not in there):
            return
        if any(whose) and whose != (workspace.person.catalogue, workspace.person.id):
            workspace.open_person(*whose)
        self._workbench.show_editor()
        if any(whose):
            editor.begin_edit()
        else:
            editor.begin_new()
