"""Offers the best next step where nothing is planned yet."""

from __future__ import annotations

from PySide6.QtCore import QObject

from planner.core.planning.next_steps import NextStep, NextSteps
from planner.gui.pages.plan.parts import EmptyPlan
from planner.gui.state.step_finder import StepFinder
from planner.gui.tasks import Tasks
from planner.gui.workspace import Workspace
from planner.report.plan.next_steps_rows import best_step_words


class FirstStep(QObject):
    """Finds the step, words it in the empty plan, and adds it when that is asked for."""

    def __init__(self, workspace: Workspace, empty: EmptyPlan, tasks: Tasks) -> None:
        super().__init__(empty)
        self._workspace = workspace
        self._empty = empty
        self._step: NextStep | None = None
        self._finder = StepFinder(workspace, tasks, self)
        self._finder.found.connect(self._show)
        empty.step_requested.connect(self._add)

    def show_for(self, role: str, *, is_empty: bool) -> None:
        """Offer a step where the plan is empty and what is looked at is real and of today.

        The one that is the best for the role, or where none adds to it, over all within reach.
        """
        workspace = self._workspace
        self._step = None
        self._empty.offer_step("", None)
        if is_empty and not workspace.is_past and workspace.what_if is None:
            self._finder.find(role or None)
        else:
            self._finder.cancel()

    def _show(self, found: NextSteps) -> None:
        catalogue, texts = self._workspace.catalogue, self._workspace.texts
        self._step = next((step for step in found.steps if step.adds), None)
        if catalogue is None:
            return
        if self._step is not None:
            self._empty.offer_step(best_step_words(self._step, found, catalogue, texts), texts)
        elif found.role is not None:
            self._finder.find()

    def _add(self) -> None:
        if self._step is not None:
            self._finder.add_to_plan(self._step)
