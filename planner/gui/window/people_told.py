"""Tells of people removed, with the way back to them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.core.edits import Edit, Touched
from planner.core.people import Person
from planner.core.text import message
from planner.gui.parts import Parts
from planner.gui.window.notices import NoticeBar
from planner.gui.workspace import Workspace


class PeopleTold(QObject):
    """Says what became of people, and leads back to them."""

    def __init__(self, window: QWidget, parts: Parts, notices: NoticeBar) -> None:
        super().__init__(window)
        self._workspace: Workspace = parts.workspace
        self._notices = notices

    def undo(self) -> None:
        """Take the newest change back, and look at the person whom that brings back."""
        edit = self._workspace.history.next_undo
        if self._workspace.undo() and edit is not None:
            self._look_at_added(edit.inverse())

    def redo(self) -> None:
        """Do the newest undone change again, and look at the person whom that brings back."""
        edit = self._workspace.history.next_redo
        if self._workspace.redo() and edit is not None:
            self._look_at_added(edit)

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

    def _look_at_added(self, edit: Edit) -> None:
        added = [change.after for change in edit.changes if change.before is None]
        people = [record for record in added if isinstance(record, Person)]
        if len(people) == 1 and people[0] != self._workspace.person:
            self._workspace.open_person(people[0].catalogue, people[0].id)
