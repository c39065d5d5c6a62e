"""Writes the dossiers of a team off the GUI thread, and says what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.core.errors import PlannerError
from planner.core.layout import Cancelled
from planner.core.people import Person
from planner.core.text import Message, Texts, message, message_n
from planner.gui.paper.sheet_painter import Written
from planner.gui.paper.team_dossiers import DossierOrder, is_one_file, write_dossiers
from planner.gui.tasks import Task, Tasks
from planner.report.keeping.export_words import discreet_words
from planner.store.store import Store


class DossierWriter(QObject):
    """Writes one team at a time, and goes on when the window that asked for it is closed.

    `begun`; `progressed` (0..1); then one of `wrote` (messages, tone, folder), `stopped`, with
    nothing written, and `failed` (PlannerError).
    """

    begun = Signal()
    progressed = Signal(float)
    wrote = Signal(object, str, object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._resources = resources
        self._task: Task | None = None
        self._done: list[Written] = []
        self._told: tuple[DossierOrder, Path] | None = None
        tasks.progressed.connect(self._on_progressed)
        tasks.ended.connect(self._on_ended)

    @property
    def is_writing(self) -> bool:
        """Whether dossiers are being written."""
        return self._task is not None

    def write(
        self, order: DossierOrder, store: Store, people: list[Person], to: Path, texts: Texts
    ) -> None:
        """Write the dossiers of people; what is under way already is let be."""
        if self._task is not None:
            return
        self._done = []
        self._told = (order, to)
        self._task = self._tasks.run(
            partial(_write, order, store, people, to, self._resources, self._done),
            self._on_written,
            self._on_failed,
            label=texts.tr("Writing the dossiers…"),
        )
        self.begun.emit()

    def stop(self) -> None:
        """Write nothing, unless the files are being put in their places already."""
        if self._task is not None:
            self._task.cancel()

    def _on_progressed(self, task: Task, fraction: float) -> None:
        if task is self._task:
            self.progressed.emit(fraction)

    def _on_ended(self, task: Task) -> None:
        if task is not self._task or not task.is_cancelled():
            return
        self._task = None
        if self._done:
            self._tell(self._done[0], message("It was too late to stop."))
        else:
            self.stopped.emit()

    def _on_written(self, written: Written) -> None:
        self._task = None
        self._tell(written)

    def _on_failed(self, error: PlannerError) -> None:
        self._task = None
        self.failed.emit(error)

    def _tell(self, written: Written, *more: Message) -> None:
        from planner.gui.printing import missing_letters

        assert self._told is not None
        order, to = self._told
        said = message_n(
            "{count} dossier written to {folder}",
            "{count} dossiers written to {folder}",
            len(written.files),
            folder=str(to),
        )
        if is_one_file(to):
            said = message("Written to {file}", file=str(to))
        if order.with_private:
            more += (discreet_words(private=True),)
        if written.missing_letters:
            more += (missing_letters(written.missing_letters),)
        self.wrote.emit((said, *more), "warning" if more else "done", written.files[0].parent)


def _write(
    order: DossierOrder,
    store: Store,
    people: list[Person],
    to: Path,
    resources: Path,
    done: list[Written],
    task: Task,
) -> Written:
    def check(part: float) -> None:
        if task.is_cancelled():
            raise Cancelled
        task.report(part)

    written = write_dossiers(order, store, people, to, resources, check)
    done.append(written)
    return written
