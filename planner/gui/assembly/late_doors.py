"""Paper, role changes, exports and erasing: made when they are first asked for."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.core.text import Message, message
from planner.gui.look.appearance import Appearance
from planner.gui.main_window import MainWindow
from planner.gui.pages.page import Page
from planner.gui.parts import Surroundings
from planner.gui.tasks import Tasks
from planner.gui.workspace import Workspace

if TYPE_CHECKING:
    # Made when they are first shown; the start does without them.
    from planner.gui.assembly.keeping_commands import KeepingCommands
    from planner.gui.dossiers.door import TeamDossiersDoor
    from planner.gui.pages.people.role_change import RoleChangePanel
    from planner.gui.printing import Printing


class Paper(QObject):
    """The printing, made when it is first asked for: no start of the window needs it."""

    said = Signal(object, str)
    wrote = Signal(object, str, object)
    failed = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        appearance: Appearance,
        tasks: Tasks,
        around: Surroundings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._appearance = appearance
        self._tasks = tasks
        self._around = around

    def put_out(self, how: str, page: Page, window: QWidget) -> None:
        """Put a page out, or a dossier, or those of a team."""
        if how == "team-dossiers":
            self._team.open(page, self._appearance.theme, window)
        else:
            self._pages.put_out(how, page, window)

    @cached_property
    def _pages(self) -> Printing:
        from planner.gui.printing import Printing

        around = self._around
        made = Printing(
            around.dialogs,
            self._tasks,
            around.settings,
            around.resources,
            around.texts_in,
            self._appearance.theme,
            self,
        )
        made.said.connect(self.said)
        made.failed.connect(self.failed)
        self._workspace.language_changed.connect(self._speak)
        self._appearance.changed.connect(made.apply_theme)
        return made

    @cached_property
    def _team(self) -> TeamDossiersDoor:
        from planner.gui.dossiers.door import TeamDossiersDoor

        around = self._around
        made = TeamDossiersDoor(
            around.dialogs,
            self._tasks,
            around.settings,
            around.resources,
            around.texts_in,
            self,
        )
        made.wrote.connect(self.wrote)
        made.failed.connect(self.failed)
        self._appearance.changed.connect(made.apply_theme)
        return made

    def _speak(self) -> None:
        self._pages.retranslate(self._workspace.texts)


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
        from planner.gui.assembly.keeping_commands import KeepingCommands

        made = KeepingCommands(self._window)
        made.locked.connect(self._window.store_commands.locked)
        return made

    @cached_property
    def _panel(self) -> RoleChangePanel:
        from planner.gui.pages.people.role_change import RoleChangePanel

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
