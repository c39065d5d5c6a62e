"""The exception hook: a fault reaches the log and a dialog that offers the report."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication

from planner import __version__
from planner.core.errors import PlannerError
from planner.core.text import Texts
from planner.gui.dialogs import Choice, Dialogs, Question

_PACKAGE = Path(__file__).resolve().parents[3]


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what is known of a fault: its kind and its places in the code.

    The message of an exception may quote a person's data, so it is left out.
    """
    lines = [
        f"Career Planner {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}",
        kind.__qualname__,
    ]
    for frame in traceback.extract_tb(trace):
        file = Path(frame.filename)
        place = file.relative_to(_PACKAGE) if file.is_relative_to(_PACKAGE) else Path(file.name)
        lines.append(f"  {place.as_posix()}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class Faults(QObject):
    """Takes over the exception hooks; one dialog at a time, and each fault asked about once."""

    _met = Signal(str)

    def __init__(
        self,
        dialogs: Dialogs,
        log: logging.Logger,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._log = log
        self._is_asking = False
        self._asked: set[str] = set()
        self._tell_person: Callable[[PlannerError], None] | None = None
        self._texts: Callable[[], Texts] | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._met.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    def install(
        self, tell_person: Callable[[PlannerError], None], texts: Callable[[], Texts]
    ) -> None:
        """Meet every exception that nobody caught; a PlannerError is told to the person."""
        self._texts = texts
        self._tell_person = tell_person
        sys.excepthook = self.meet
        threading.excepthook = self._meet_in_thread

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        self._tell_person = None

    def meet(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell the person of their error; log a fault and offer its report."""
        if isinstance(error, PlannerError) and self._tell_person is not None:
            self._tell_person(error)
        elif issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
        else:
            report = report_of(kind, trace)
            self._log.error("fault: %s", report)
            self._met.emit(report)

    def _meet_in_thread(self, met: threading.ExceptHookArgs) -> None:
        if met.exc_value is not None:
            self.meet(met.exc_type, met.exc_value, met.exc_traceback)

    @Slot(str)
    def _ask(self, report: str) -> None:
        if self._is_asking or report in self._asked or self._texts is None:
            return
        self._is_asking = True
        self._asked.add(report)
        tr = self._texts().tr
        try:
            answer = self._dialogs.ask(
                None,
                Question(
                    title=tr("A fault in the program"),
                    text=tr("Something went wrong that should not have."),
                    more=tr(
                        "What you changed before is saved. The report names places in the program, "
                        "and nothing of your data."
                    ),
                    details=report,
                    choices=(
                        Choice(key="go on", text=tr("Go on")),
                        Choice(key="copy", text=tr("Copy the report")),
                    ),
                    otherwise="go on",
                ),
            )
        finally:
            self._is_asking = False
        if answer == "copy":
            QGuiApplication.clipboard().setText(report)
