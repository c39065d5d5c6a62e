"""Finds the next best steps of the person looked at; in a large framework off the GUI thread."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from planner.core.gaps import Gap
from planner.core.graph import PromotionGraph
from planner.core.planning.next_steps import NextStep, NextSteps, next_steps
from planner.core.planning.what_if_edits import plan_step
from planner.core.routing.standing import Standing
from planner.gui.tasks import Task, Tasks
from planner.gui.workspace import Workspace

# With no more roles than these all are counted in a few milliseconds.
_FEW_ROLES = 150


class StepFinder(QObject):
    """`found` (NextSteps) for the newest question alone."""

    found = Signal(object)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._task: Task | None = None

    def find(self, role: str | None = None) -> None:
        """Find the steps of now, of what is imagined where something is.

        They are counted for a role, or with None over all within reach that are wanted.
        """
        self.cancel()
        workspace = self._workspace
        graph, standing, gaps = workspace.graph, workspace.standing(), workspace.gaps()
        person = workspace.seen_person
        if graph is None or standing is None or person is None:
            return
        unwanted = person.unwanted(workspace.as_of)
        if role is not None or len(graph.catalogue.roles) <= _FEW_ROLES:
            self.found.emit(next_steps(graph, standing, gaps, role=role, unwanted=unwanted))
            return
        work = partial(_work, graph, standing, gaps, unwanted)
        self._task = self._tasks.run(work, self._on_found, workspace.failed.emit)

    def cancel(self) -> None:
        """Want nothing any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def add_to_plan(self, step: NextStep) -> bool:
        """Put a step into the plan as one change, where what is looked at is real and today."""
        workspace = self._workspace
        catalogue = workspace.catalogue
        if catalogue is None or workspace.person is None:
            return False
        if workspace.is_past or workspace.what_if is not None:
            return False
        career, texts, today = workspace.career(), workspace.texts, workspace.today()
        return workspace.do(plan_step(career, catalogue, step, texts, today))

    def _on_found(self, steps: NextSteps) -> None:
        self._task = None
        self.found.emit(steps)


def _work(
    graph: PromotionGraph,
    standing: Standing,
    gaps: Mapping[str, Gap],
    unwanted: Collection[str],
    _task: Task,
) -> NextSteps:
    return next_steps(graph, standing, gaps, unwanted=unwanted)
