"""The questionnaires that come with the planner, read off the GUI thread when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.core.model import Catalogue
from planner.gui.tasks import Task, Tasks

if TYPE_CHECKING:
    from planner.core.questionnaire import Questionnaire


class ShippedQuestions(QObject):
    """Holds them once they are read; `read` then, `failed` (PlannerError) where that fails."""

    read = Signal()
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        reader: Callable[[], tuple[Questionnaire, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._reader = reader
        self._found: tuple[Questionnaire, ...] | None = None
        self._is_reading = False

    def beside(self, catalogue: Catalogue) -> tuple[Questionnaire, ...]:
        """Return those that there are beside a catalogue's own; none while they are not read."""
        if self._found is None and not catalogue.head.questionnaires and not self._is_reading:
            self._is_reading = True
            self._tasks.run(self._read, self._on_read, self.failed.emit)
        return self._found or ()

    def is_known(self, catalogue: Catalogue) -> bool:
        """Whether it is known by now what is asked in a catalogue."""
        return bool(catalogue.head.questionnaires) or self._found is not None

    def _read(self, _task: Task) -> tuple[Questionnaire, ...]:
        return self._reader()

    def _on_read(self, found: tuple[Questionnaire, ...]) -> None:
        self._found = found
        self.read.emit()
