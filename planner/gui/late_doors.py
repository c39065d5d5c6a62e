"""Paper, role changes, exports and erasing: made when they are first asked for."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.core.text import Message, message
from planner.gui.main_window import MainWindow
from planner.gui.pages.page import Page
from planner.gui.parts import Printing, Surroundings
from planner.gui.tasks import Tasks

if TYPE_CHECKING:
    # Made when they are first shown; the start does without them.
    from planner.gui.keeping_commands import KeepingCommands
    from planner.gui.role_change_panel import RoleChangePanel


class Paper(QObject):
    """The printing, made when it is first asked for: no start of the window needs it."""

    said = Signal(object, str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._around = around
        self._printing: Printing | None = None

    def put_out(self, how: str, page: Page, window: QWidget) -> None:
        """Put a page out."""
        from planner.gui.printing import Printing as Printer

        if self._printing is None:
            around = self._around
            made = Printer(around.dialogs, self._tasks, around.settings, around.resources, self)
            made.said.connect(self.said)
            made.failed.connect(self.failed)
            self._printing = made
        self._printing.put_out(how, page, window)


class Keeping(QObject):
    """Handing out and erasing people, and taking up roles: made when they are first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        on = window.actions_by_key.on
        on("take-role", self._take_role)
        on("erase-person", self._erase)
        for key, everybody in (("export-person", False), ("export-people", True)):
            on(key, partial(self._export, everybody, False))
            on(f"{key}-private", partial(self._export, everybody, True))

    @cached_property
    def _commands(self) -> KeepingCommands:
        from planner.gui.keeping_commands import KeepingCommands

        made = KeepingCommands(self._window)
        made.locked.connect(self._window.store_commands.locked)
        return made

    @cached_property
    def _panel(self) -> RoleChangePanel:
        from planner.gui.role_change_panel import RoleChangePanel

        window = self._window
        made = RoleChangePanel(window.workspace, window.parts.appearance.theme, window.parts.icons)
        made.closed.connect(window.workbench.close_aside)
        made.taken_up.connect(self._say_taken_up)
        return made

    def take_role(self, role: str) -> None:
        """Ask in its place beside the page from when on a role is taken up."""
        workspace = self._window.workspace
        if workspace.person is not None and workspace.what_if is None:
            self._panel.begin(role)
            self._window.workbench.open_aside(self._panel)
            self._panel.focus_first()

    def _take_role(self) -> None:
        self.take_role("")

    def _erase(self) -> None:
        self._commands.erase()

    def _export(self, everybody: bool, private: bool) -> None:
        self._commands.export(everybody=everybody, private=private)

    def _say_taken_up(self, said: Message) -> None:
        self._window.notices.say(said, action=(message("Undo"), self._undo))

    def _undo(self) -> None:
        self._window.workspace.undo()
