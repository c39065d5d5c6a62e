"""The one door to work off the GUI thread; results are delivered in the GUI thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from planner.core.errors import PlannerError

Result = TypeVar("Result")

# In seconds. One repaint asks Python a dozen things, and each may have to wait so long for work
# that is under way; at the 5 ms that are usual this is felt.
_WAIT_FOR_WORK = 0.001


def favour_gui_thread() -> None:
    """Let Python change sooner from work to the GUI thread, in the whole process."""
    sys.setswitchinterval(_WAIT_FOR_WORK)


class Task:
    """One piece of work under way: its work asks it whether to stop and tells it how far it is.

    `label` names it to the person in words; work without a label is too short to be shown. Work
    that must not be left half done does not offer to be stopped.
    """

    def __init__(
        self,
        number: int,
        label: str,
        told: Callable[[int, float], None],
        *,
        can_stop: bool,
        may_hang: bool,
    ) -> None:
        self.number = number
        self.label = label
        self.can_stop = can_stop
        self.may_hang = may_hang
        self._told = told
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; its result is thrown away whether or not it does."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._cancelled.is_set()

    def report(self, fraction: float) -> None:
        """Say from within the work how much of it is done, in 0..1."""
        self._told(self.number, fraction)


class _Running:
    """Work off the GUI thread with what came of it; it touches no widget."""

    def __init__(
        self, task: Task, work: Callable[[Task], Any], ended: Callable[[int], None]
    ) -> None:
        self.task = task
        self.result: Any = None
        self.error: Exception | None = None
        self._work: Callable[[Task], Any] | None = work
        self._ended = ended
        self._telling = threading.Lock()
        self._is_left = False

    def run(self) -> None:
        """Do the work and keep its result or its error."""
        try:
            if self._work is not None and not self.task.is_cancelled():
                self.result = self._work(self.task)
        except Exception as error:
            self.error = error
        with self._telling:
            if not self._is_left:
                self._ended(self.task.number)

    def take(self) -> tuple[Any, Exception | None]:
        """Hand out what came of the work, for the thread that lets go last must hold no widget."""
        result, error = self.result, self.error
        self._work = self.result = self.error = None
        return result, error

    def leave(self) -> None:
        """Let the work end some day without a word; whom it would tell may be gone by then."""
        with self._telling:
            self._is_left = True


class Tasks(QObject):
    """Runs work in a pool; `begun`, `progressed` (fraction) and `ended` tell of labelled tasks."""

    begun = Signal(object)
    progressed = Signal(object, float)
    ended = Signal(object)
    _work_ended = Signal(int)
    _work_told = Signal(int, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._numbers = 0
        self._running: dict[int, _Running] = {}
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[PlannerError], None]]] = {}
        queued = Qt.ConnectionType.QueuedConnection
        self._work_ended.connect(self._deliver, queued)
        self._work_told.connect(self._tell, queued)

    @property
    def is_busy(self) -> bool:
        """Whether any work is still under way."""
        return bool(self._running)

    def run(
        self,
        work: Callable[[Task], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[PlannerError], None],
        *,
        label: str = "",
        can_stop: bool = True,
        may_hang: bool = False,
    ) -> Task:
        """Run `work` off the GUI thread, then call `on_done` or `on_failed` in the GUI thread.

        Work that `may_hang`, as a question to a disk that is away does, has a thread of its own: it
        holds up neither other work nor closing, which leaves it behind. It must only look.

        A cancelled task calls neither. An error that is not a PlannerError is a fault of the
        program and is raised in the GUI thread, where the exception hook meets it.
        """
        self._numbers += 1
        told = self._work_told.emit
        task = Task(self._numbers, label, told, can_stop=can_stop, may_hang=may_hang)
        running = _Running(task, work, self._work_ended.emit)
        self._running[task.number] = running
        self._waiting[task.number] = (on_done, on_failed)
        if label:
            self.begun.emit(task)
        if may_hang:
            threading.Thread(target=running.run, name=f"look-{task.number}", daemon=True).start()
        else:
            self._pool.start(running.run)
        return task

    def close(self) -> None:
        """Cancel everything and wait until no work is left but what may hang."""
        for running in self._running.values():
            running.task.cancel()
            if running.task.may_hang:
                running.leave()
        self._pool.waitForDone()
        self._running.clear()
        self._waiting.clear()

    @Slot(int, float)
    def _tell(self, number: int, fraction: float) -> None:
        running = self._running.get(number)
        if running is not None and running.task.label:
            self.progressed.emit(running.task, fraction)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        running = self._running.pop(number, None)
        if running is None:
            return
        on_done, on_failed = self._waiting.pop(number)
        result, error = running.take()
        if running.task.label:
            self.ended.emit(running.task)
        if running.task.is_cancelled():
            return
        if isinstance(error, PlannerError):
            on_failed(error)
        elif error is not None:
            raise error
        else:
            on_done(result)
