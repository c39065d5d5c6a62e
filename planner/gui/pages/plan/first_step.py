"""Offers the best next step where nothing is planned yet."""

from __future__ import annotations

from PySide6.QtCore import QObject

from planner.core.planning.next_steps import NextStep, NextSteps
from planner.gui.pages.plan.parts import EmptyPlan
from planner.gui.state.step_finder import StepFinder
from planner.gui.tasks import Tasks
from planner.gui.workspace import Workspace
from planner.report.map.words import DOT
from planner.report.plan.next_steps_rows import opens_words, step_facts, step_title


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

    def show_for(self, is_empty: bool) -> None:
        """Offer a step where the plan is empty and what is looked at is real and of today."""
        workspace = self._workspace
        self._step = None
        self._empty.offer_step("", "", None)
        if is_empty and not workspace.is_past and workspace.what_if is None:
            self._finder.find()
        else:
            self._finder.cancel()

    def _show(self, found: NextSteps) -> None:
        catalogue, texts = self._workspace.catalogue, self._workspace.texts
        self._step = next((step for step in found.steps if step.adds), None)
        if catalogue is None or self._step is None:
            return
        facts = (step_facts(self._step, found, texts), opens_words(self._step, catalogue, texts))
        title = step_title(self._step, catalogue, texts)
        self._empty.offer_step(title, DOT.join(filter(None, facts)), texts)

    def _add(self) -> None:
        if self._step is not None:
            self._finder.add_to_plan(self._step)
