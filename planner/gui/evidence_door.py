"""The one door to what evidence points at: asks the disk off the GUI thread, opens on request."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from planner.core.errors import PlannerError
from planner.core.skills.evidence import Evidence, EvidenceKind
from planner.core.text import Message, Texts, message
from planner.files.evidence_files import FileState, WayIn, state_of, way_into
from planner.gui.dialogs import Dialogs
from planner.gui.tasks import Task, Tasks

# For so many seconds what was seen on the disk is believed.
_BELIEVED = 30.0


class EvidenceDoor(QObject):
    """Says whether a file has gone, opens files and links, and lets a file be chosen.

    Signals: `looked` when something new is known; `said` (sentences, tone) when something else was
    opened than was asked for; `failed` (PlannerError).
    """

    looked = Signal()
    said = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        dialogs: Dialogs,
        parent: QObject | None = None,
        *,
        open_address: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._dialogs = dialogs
        self._open_address = open_address
        self._now = now
        self._seen: dict[str, tuple[FileState, float]] = {}
        self._looking: set[str] = set()
        self._folder = Path.home()

    def state(self, evidence: Evidence) -> FileState:
        """Return what is known of a file by now; where that is old, the disk is asked again.

        Links and files on other computers are never looked for: nothing is known of them.
        """
        path = evidence.target
        if evidence.kind is not EvidenceKind.FILE or evidence.is_remote:
            return FileState.UNKNOWN
        state, since = self._seen.get(path, (FileState.UNKNOWN, float("-inf")))
        if self._now() - since > _BELIEVED and path not in self._looking:
            self._looking.add(path)
            self._tasks.run(
                partial(_look, path),
                partial(self._on_looked, path),
                partial(self._let_be, path),
                may_hang=True,
            )
        return state

    def open(self, evidence: Evidence) -> None:
        """Open a link, or a file that is there; what may be a program is shown in its folder."""
        if evidence.kind is EvidenceKind.LINK:
            self._open(QUrl(evidence.target), evidence)
        elif evidence.kind is EvidenceKind.FILE:
            self._tasks.run(
                partial(_find, evidence.target),
                partial(self._on_found, evidence),
                self.failed.emit,
                may_hang=True,
            )

    def choose_file(self, parent: QWidget, texts: Texts) -> str:
        """Return the path of a file that the person chooses, empty for none."""
        title = texts.tr("Choose the file that is the evidence")
        chosen = self._dialogs.files_to_open(parent, title, self._folder, "")
        if not chosen:
            return ""
        self._folder = chosen[0].parent
        return str(chosen[0])

    def _on_looked(self, path: str, state: FileState) -> None:
        self._looking.discard(path)
        before = self._seen.get(path, (FileState.UNKNOWN, 0.0))[0]
        self._seen[path] = (state, self._now())
        if state is not before:
            self.looked.emit()

    def _let_be(self, path: str, _error: PlannerError) -> None:
        self._looking.discard(path)

    def _on_found(self, evidence: Evidence, way: WayIn | None) -> None:
        if way is None:
            self._on_looked(evidence.target, FileState.GONE)
            self.failed.emit(
                PlannerError(
                    message("“{file}” is not on this computer any more.", file=evidence.words),
                    remedy=message("Look where it was moved to, and rate again with its new path."),
                )
            )
            return
        is_open = self._open(QUrl.fromLocalFile(str(way.path)), evidence)
        if is_open and way.is_folder_instead:
            told: tuple[Message, ...] = (
                message("“{file}” may be a program, so it was not started.", file=evidence.words),
                message("Its folder was opened instead."),
            )
            self.said.emit(told, "warning")

    def _open(self, address: QUrl, evidence: Evidence) -> bool:
        is_open = address.isValid() and self._open_address(address)
        if not is_open:
            self.failed.emit(
                PlannerError(
                    message("No program of this computer opens “{what}”.", what=evidence.words),
                    remedy=message("Copy it, and open it in the program that can."),
                )
            )
        return is_open


def _look(path: str, _task: Task) -> FileState:
    return state_of(path)


def _find(path: str, _task: Task) -> WayIn | None:
    return way_into(path)
