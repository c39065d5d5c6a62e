"""One window on a copy of a store, and what every state needs of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDeadlineTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.core.people import Rater, Rating
from planner.gui.main_window import MainWindow
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.plan.page import PlanPage
from planner.gui.pages.team.page import TeamPage
from planner.gui.tasks import Task
from tests.gui.answers import Answers

Stored = Literal["empty", "sample", "framework"]
TODAY = date(2026, 11, 23)
WIDTH, HEIGHT = 1280, 800
PATIENCE = 60_000


class Unreachable(Exception):
    """A state could not be reached."""


def require(holds: object, what: str) -> None:
    """Raise Unreachable where something that a picture claims to show is not so."""
    if not holds:
        raise Unreachable(what)


def rated(entry: int, skill: str, level: float) -> Rating:
    """Return an agreed rating of today."""
    return Rating(entry=entry, skill=skill, level=level, by=Rater.AGREED, on=TODAY)


@dataclass(frozen=True, slots=True)
class State:
    """One picture: the store that the window opens on, and the way from its start.

    `reach` returns the window of its own that is to be pictured, where there is one.
    """

    key: str
    stored: Stored
    reach: Callable[[Stage], QWidget | None]


class Stage:
    """The window, its pages, and the ways about in it."""

    def __init__(
        self,
        window: MainWindow,
        application: QApplication,
        answers: Answers,
        framework_file: Path,
    ) -> None:
        self.window = window
        self.workspace = window.workspace
        self.answers = answers
        self.framework_file = framework_file
        self._application = application
        self._curtain = threading.Event()

    @property
    def map(self) -> MapPage:
        """The Map page."""
        page = self.window.workbench.page_of("map")
        assert isinstance(page, MapPage)
        return page

    @property
    def gaps(self) -> GapsPage:
        """The Gaps page."""
        page = self.window.workbench.page_of("gaps")
        assert isinstance(page, GapsPage)
        return page

    @property
    def plan(self) -> PlanPage:
        """The Plan page."""
        page = self.window.workbench.page_of("plan")
        assert isinstance(page, PlanPage)
        return page

    @property
    def team(self) -> TeamPage:
        """The Team page."""
        page = self.window.workbench.page_of("team")
        assert isinstance(page, TeamPage)
        return page

    def wait(self, what: str, is_so: Callable[[], object]) -> None:
        """Let the program work until something is so."""
        deadline = QDeadlineTimer(PATIENCE)
        while not is_so():
            require(not deadline.hasExpired(), f"waited in vain for {what}")
            self._application.processEvents()
        self._application.processEvents()

    def settle(self) -> None:
        """Wait until nothing is being worked out."""
        self.wait("the end of the work", lambda: not self.window.parts.tasks.is_busy)

    def come_to_rest(self) -> None:
        """Let layouts within layouts take their final sizes."""
        for _ in range(6):
            QCoreApplication.sendPostedEvents()
            self._application.processEvents()

    def open_person(self, key: tuple[str, str]) -> None:
        """Look at somebody, with the map drawn."""
        self.workspace.open_person(*key)
        self.settle()
        self.wait("the map", lambda: self.map.view.map is not None)

    def show_gap(self, role: str) -> GapsPage:
        """Show the gap to a role, with its charts."""
        self.window.show_page("gaps")
        self.gaps.show_role(role)
        self.settle()
        require(self.gaps.role_id == role, f"the gap to {role} is not shown")
        return self.gaps

    def shown(self, kind: type[QWidget]) -> QWidget:
        """Return the visible window of a kind."""
        self.wait(kind.__name__, lambda: self._visible(kind))
        return self._visible(kind)[0]

    def role_without_requirements(self) -> str:
        """Return the first role that asks for nothing."""
        catalogue = self.workspace.catalogue
        assert catalogue is not None
        return next(role.id for role in catalogue.roles if not role.requires)

    def work_on(self, task: Task) -> None:
        """Be busy, four tenths of it done, until the curtain falls."""
        task.report(0.4)
        self._curtain.wait(PATIENCE / 1000)

    def ignore(self, _result: object) -> None:
        """Take no notice."""

    def let_fall(self) -> None:
        """End what goes on, and close the window."""
        self._curtain.set()
        self.settle()
        if (editor := self.window.workbench.made_editor) is not None:
            # Else the window would ask.
            editor.cancel.click()
        self.window.close()
        self.window.deleteLater()

    def _visible(self, kind: type[QWidget]) -> list[QWidget]:
        windows = QApplication.topLevelWidgets()
        return [one for one in windows if isinstance(one, kind) and one.isVisible()]
