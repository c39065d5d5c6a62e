"""Opens the window of the team's dossiers, and tells what was written when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.core.errors import PlannerError
from planner.core.text import Language, Message, Texts
from planner.gui.dialogs import Dialogs
from planner.gui.dossiers.window import TeamDossiers
from planner.gui.dossiers.writing import DossierWriter
from planner.gui.pages.page import Page
from planner.gui.paper.dossier_choices import remembered_choice
from planner.gui.printing import usual_paper
from planner.gui.settings import Settings
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme

if TYPE_CHECKING:
    from planner.gui.pages.team.page import TeamPage


class TeamDossiersDoor(QObject):
    """Keeps one such window, and what writes for it.

    What comes of it after the window was closed: `wrote` (messages, tone, folder) and `failed`
    (PlannerError).
    """

    wrote = Signal(object, str, object)
    failed = Signal(object)

    def __init__(
        self,
        dialogs: Dialogs,
        tasks: Tasks,
        settings: Settings,
        resources: Path,
        texts_in: Callable[[Language], Texts],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._tasks = tasks
        self._settings = settings
        self._texts_in = cache(texts_in)
        self._writer = DossierWriter(tasks, resources, self)
        self._writer.wrote.connect(self._on_wrote)
        self._writer.failed.connect(self._on_failed)
        self._window: TeamDossiers | None = None

    def open(self, page: Page, theme: Theme, window: QWidget) -> None:
        """Ask for the dossiers of the people that the page shows, else of the whole team."""
        workspace = page.workspace
        if workspace.graph is None:
            return
        if (opened := self._opened()) is None:
            shown = None
            if page.key == "team":
                shown = cast("TeamPage", page).pane.model.filtered_people()
            paper = usual_paper(QLocale.system())
            self._window = opened = TeamDossiers(
                workspace,
                self._dialogs,
                self._tasks,
                self._settings,
                self._writer,
                self._texts_in,
                theme,
                choice=remembered_choice(self._settings, paper),
                shown=shown,
                parent=window,
            )
        opened.show()
        opened.raise_()
        opened.activateWindow()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        if (opened := self._opened()) is not None:
            opened.apply_theme(theme)

    def _opened(self) -> TeamDossiers | None:
        """Return the window while it is open."""
        opened = self._window
        if opened is None or not isValid(opened) or not opened.isVisible():
            return None
        return opened

    def _on_wrote(self, said: tuple[Message, ...], tone: str, folder: Path) -> None:
        if self._opened() is None:
            self.wrote.emit(said, tone, folder)

    def _on_failed(self, error: PlannerError) -> None:
        if self._opened() is None:
            self.failed.emit(error)
