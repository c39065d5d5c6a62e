"""Makes the pages before they are first asked for, bit by bit while nothing else goes on."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner.core.errors import PlannerError
from planner.gui.tasks import Task, Tasks
from planner.gui.widgets.charts.view import load_charts
from planner.gui.window.workbench import Workbench

# In the order of the sidebar.
_MODULES = (
    "planner.gui.pages.gaps.page",
    "planner.gui.pages.plan.page",
    "planner.files.agendas",
    "planner.gui.pages.meeting.page",
    "planner.gui.pages.team.page",
)
# In milliseconds: so long the window is free between two pages.
_PAUSE = 200


class EarlyPages(QTimer):
    """Imports what the pages need off the GUI thread, then makes one page after the other.

    It waits while other work is under way; what is asked for meanwhile is made at once, as ever.
    """

    def __init__(self, workbench: Workbench, tasks: Tasks) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._tasks = tasks
        self._is_imported = False
        self.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin at the next chance."""
        self.start(_PAUSE)

    def _go_on(self) -> None:
        # Whoever drags something feels the shortest wait.
        if self._tasks.is_busy or QApplication.mouseButtons():
            return
        if not self._is_imported:
            self.stop()
            self._tasks.run(_import_pages, self._on_imported, self._on_failed)
        elif key := next(self._missing(), None):
            self._make(key)
        else:
            self.stop()
            self._tasks.run(_import_charts, self._on_ended, self._on_failed)

    def _make(self, key: str) -> None:
        # Stopped meanwhile: what goes wrong must not go wrong again and again.
        self.stop()
        try:
            self._workbench.page_of(key)
        except PlannerError as error:
            self._on_failed(error)
        else:
            self.start(_PAUSE)

    def _on_imported(self, _nothing: None) -> None:
        self._is_imported = True
        self.start(_PAUSE)

    def _on_ended(self, _nothing: None) -> None:
        self.deleteLater()

    def _on_failed(self, _error: PlannerError) -> None:
        """Leave it to the one who asks for a page to be told what is wrong."""
        self.deleteLater()

    def _missing(self) -> Iterator[str]:
        made = {page.key for page in self._workbench.made_pages}
        return (spec.key for spec in self._workbench.specs if spec.key not in made)


def _import_pages(_task: Task) -> None:
    for name in _MODULES:
        import_module(name)


def _import_charts(_task: Task) -> None:
    load_charts()
