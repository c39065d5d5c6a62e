"""The next best steps beside the table of a gap: what each takes, adds and opens."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from planner.core.planning.next_steps import NextStep, NextSteps
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.state.imagining import imagine_step
from planner.gui.state.step_finder import StepFinder
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.least_box import least_column
from planner.gui.widgets.choices.entry_list import ENTRY_ROLE, Entry, EntryList
from planner.gui.widgets.choices.segments import Segments
from planner.gui.widgets.display.labels import breakable, hairline, plain_label
from planner.gui.workspace import Workspace
from planner.report.map.words import DOT
from planner.report.plan.next_steps_rows import (
    key_skill_words,
    next_steps_rule,
    next_steps_title,
    no_step_words,
    opens_words,
    step_facts,
    step_title,
)

ROLE, TARGET, ALL = "role", "target", "all"
_LEAST_LIST = 160


class StepList(EntryList):
    """The steps: Enter or P adds one to the plan (`chosen`), + tries it (`tried`)."""

    tried = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        # A click only selects; what it changes must be asked for.
        self.clicked.disconnect(self._choose)

    @property
    def step(self) -> NextStep | None:
        """The step selected."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        thing = entry.thing if isinstance(entry, Entry) else None
        return thing if isinstance(thing, NextStep) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on P, try on plus."""
        if event.key() == Qt.Key.Key_P:
            self.choose_current()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            if self.step is not None:
                self.tried.emit(self.step)
        else:
            super().keyPressEvent(event)


class GapsSteps(QFrame):
    """Shows the steps of the person looked at, or imagined, and for what they are counted.

    For the role compared with, until the person chooses the target or all roles within reach.
    """

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        icons: Icons,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._workspace = workspace
        self._icons = icons
        self._found: NextSteps | None = None
        self._counted, self._role, self._target = ROLE, "", ""
        self.choice = Segments((ROLE, TARGET, ALL), theme)
        self.choice.show_key(ROLE)
        self.finder = StepFinder(workspace, tasks, self)
        self._title = plain_label(strong=True, wraps=True)
        self.key_skill = plain_label(wraps=True)
        self.nothing = plain_label(tone="quiet", wraps=True)
        self.list = StepList(theme)
        # It takes what room there is, however many steps it holds.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setMinimumHeight(_LEAST_LIST)
        self.add_button, self.try_button = QPushButton(), QPushButton()
        self.add_button.setProperty("kind", "primary")
        self._rule = plain_label(size="small", tone="quiet", wraps=True)
        column = least_column(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.choice, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        column.addLayout(buttons)
        buttons.addWidget(self.add_button, 1)
        buttons.addWidget(self.try_button, 1)
        column.addWidget(hairline())
        column.addWidget(self.key_skill)
        column.addWidget(self._rule)
        self.choice.chosen.connect(self.count_for)
        self.finder.found.connect(self._show)
        self.list.chosen.connect(self.finder.add_to_plan)
        self.list.tried.connect(self._try)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.add_button.clicked.connect(self.list.choose_current)
        self.try_button.clicked.connect(self._try_current)

    @property
    def steps(self) -> tuple[NextStep, ...]:
        """The steps shown, those that add something."""
        return tuple(step for step in self._found.steps if step.adds) if self._found else ()

    @property
    def title(self) -> str:
        """What the steps are said to be the best for."""
        return self._title.text()

    @property
    def counted(self) -> str:
        """For what the steps are counted by choice: the role, the target or all within reach."""
        return self._counted

    def show_for(self, role: str, target: str | None) -> None:
        """Find the steps of now to a role compared with, to a target, or over all."""
        self._role = role
        self._target = target if target and target != role else ""
        self.choice.button(TARGET).setVisible(bool(self._target))
        self._find()

    def count_for(self, key: str) -> None:
        """Count for the role, the target or all from now on; another key is the role."""
        self._counted = key if key in (TARGET, ALL) else ROLE
        self._find()

    def _find(self) -> None:
        shown = self._counted if self._counted != TARGET or self._target else ROLE
        self.choice.show_key(shown)
        if self._role:
            self.finder.find({ROLE: self._role, TARGET: self._target, ALL: None}[shown])

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language."""
        tr = texts.tr
        self.choice.say(ROLE, tr("This role"), tr("The best steps to the role compared with"))
        self.choice.say(TARGET, tr("Target"), tr("The best steps to the target"))
        self.choice.say(ALL, tr("All"), tr("The best steps over all roles within reach"))
        self.list.setAccessibleDescription(
            texts.tr("Enter or P adds a step to the plan, + tries it as a what-if")
        )
        self.add_button.setText(texts.tr("Add to plan"))
        self.add_button.setToolTip(texts.tr("Add this step to the plan (P)"))
        self.try_button.setText(texts.tr("Try it"))
        self.try_button.setToolTip(texts.tr("Imagine this step taken (+)"))
        if self._found is not None:
            self._show(self._found)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.choice.apply_theme(theme)
        self.list.apply_theme(theme)

    def _show(self, found: NextSteps) -> None:
        workspace = self._workspace
        catalogue, texts, selected = workspace.catalogue, workspace.texts, self.list.step
        self._found = found
        if catalogue is None or any(not catalogue.has_skill(step.skill) for step in found.steps):
            return
        self._title.setText(breakable(next_steps_title(found, catalogue, texts)))
        self.list.setAccessibleName(self._title.text())
        self._rule.setText(next_steps_rule(found, texts))
        icon = self._icons.icon("skill", "accent")
        entries = [
            Entry(
                step,
                step_title(step, catalogue, texts),
                icon=icon,
                below=DOT.join(
                    filter(
                        None,
                        (step_facts(step, found, texts), opens_words(step, catalogue, texts)),
                    )
                ),
            )
            for step in self.steps
        ]
        self.list.show_entries(entries)
        for row, step in enumerate(self.steps):
            if selected is not None and step.skill == selected.skill:
                self.list.setCurrentIndex(self.list.model().index(row, 0))
        for part in (self.list, self.add_button, self.try_button):
            part.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
        self.nothing.setText(no_step_words(found, texts))
        words = key_skill_words(found.key_skill, found, catalogue, texts)
        self.key_skill.setText(breakable(words))
        self.key_skill.setVisible(bool(words))
        self._allow()

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._allow()

    def _allow(self) -> None:
        workspace, has_step = self._workspace, self.list.step is not None
        is_real = not workspace.is_past and workspace.what_if is None
        self.add_button.setEnabled(has_step and is_real)
        self.try_button.setEnabled(has_step and not workspace.is_past)

    def _try_current(self) -> None:
        if self.list.step is not None:
            self._try(self.list.step)

    def _try(self, step: NextStep) -> None:
        if not self._workspace.is_past:
            imagine_step(self._workspace, step.skill, up=True)
