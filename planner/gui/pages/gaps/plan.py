"""From a gap to the plan: the catalogue's ways to gain a skill become actions of the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.career import Action
from planner.core.gaps import SkillGap
from planner.core.keeping.career_edits import LONGEST_TITLE, action_faults, add_actions
from planner.core.planning.offers import numbered, suggested_actions
from planner.core.planning.plan import actions_on
from planner.core.skills.effort import effort_in
from planner.core.text import Texts
from planner.gui.pages.gaps.table_pane import GapsTablePane
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.inputs.fields import Field
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.gui.widgets.rows.tick_list import TickList
from planner.gui.workspace import Workspace
from planner.report.map.words import DOT
from planner.report.plan.words import draft_facts, step_words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AddToPlan(QWidget):
    """Offers actions for one step; `chosen` when the ticked ones are to be added, `closed`."""

    chosen = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: tuple[Action, ...] = ()
        self._texts: Texts | None = None
        self.skill = ""
        self._heading = plain_label(strong=True, wraps=True)
        self._effort = plain_label(size="small", tone="quiet", wraps=True)
        self.list = TickList(theme)
        self.own = LineEdit()
        self.own.setMaxLength(4 * LONGEST_TITLE)
        self.own_field = Field(self.own)
        self.add_button, self.cancel_button = QPushButton(), QPushButton()
        self.add_button.setProperty("kind", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 14)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.list)
        column.addWidget(self.own_field)
        column.addStretch(1)
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.addWidget(self._effort, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        self.list.itemChanged.connect(self._word_button)
        self.own.textChanged.connect(self._word_button)
        self.add_button.clicked.connect(self.chosen)
        self.cancel_button.clicked.connect(self.closed)

    @property
    def drafts(self) -> tuple[Action, ...]:
        """The suggestions that are ticked, from the top."""
        return tuple(self._drafts[place] for place in self.list.ticked)

    @property
    def own_title(self) -> str:
        """What the person wrote down, empty for nothing."""
        return self.own.text().strip()

    @property
    def heading(self) -> str:
        """What the actions are for."""
        return self._heading.text()

    def offer(
        self,
        skill: str,
        heading: str,
        effort: str,
        drafts: Sequence[Action],
        planned: frozenset[str],
        texts: Texts,
    ) -> None:
        """Offer drafts for a skill, the first that is not `planned` (titles) ticked.

        What has been ticked and written already for this skill stays.
        """
        first = next((n for n, one in enumerate(drafts) if one.title not in planned), None)
        is_same = skill == self.skill and len(drafts) == len(self._drafts)
        ticked = self.list.ticked if is_same else (first,)
        self.skill, self._texts = skill, texts
        self._heading.setText(breakable(heading))
        self._effort.setText(effort)
        self._drafts = tuple(drafts)
        things = []
        for draft in drafts:
            facts = draft_facts(draft, texts)
            if draft.title in planned:
                facts += DOT + texts.tr("in the plan already")
            things.append((draft.title, facts))
        self.list.offer(things, [place for place in ticked if place is not None])
        self.list.setVisible(bool(drafts))
        if not is_same:
            self.list.setCurrentRow(first or 0)
            self.own.clear()
            self.own_field.show_fault("")
        self._word_button()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `offer` follows."""
        self._texts = texts
        tr = texts.tr
        self.list.setAccessibleName(tr("Ways to gain it"))
        self.own_field.name(tr("An action of your own"))
        self.own.setPlaceholderText(tr("What is to be done"))
        self.cancel_button.setText(tr("Cancel"))
        self.cancel_button.setToolTip(tr("Close without saving (Esc)"))
        self._word_button()

    def focus_first(self) -> None:
        """Put the cursor onto the first suggestion, or where there is none into one's own."""
        first = self.list if self._drafts else self.own
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Forget what was ticked and written."""
        self.skill, self._drafts = "", ()
        self.list.offer((), ())
        self.own.clear()

    def _word_button(self) -> None:
        if self._texts is None:
            return
        count = len(self.drafts) + bool(self.own_title)
        words = self._texts.ntr("Add {count} action", "Add {count} actions", count)
        self.add_button.setText(words)
        self.add_button.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Enter, close on Escape."""
        if event.key() in _ENTER:
            (self.closed if self.focusWidget() is self.cancel_button else self.chosen).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class GapsPlan(QObject):
    """Opens what is offered for a gap below the table, and adds what is chosen to the plan."""

    def __init__(
        self,
        workspace: Workspace,
        pane: GapsTablePane,
        gap_of: Callable[[str], SkillGap | None],
        bring_into_sight: Callable[..., None],
        theme: Theme,
    ) -> None:
        super().__init__(pane)
        self._workspace = workspace
        self._pane = pane
        self._gap_of = gap_of
        self._bring_into_sight = bring_into_sight
        self.panel = AddToPlan(theme)
        pane.below.addWidget(self.panel)
        for requested in (pane.table.plan_requested, pane.details.plan_requested):
            requested.connect(self.open)
        pane.table.picked.connect(self._on_picked)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.closed.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether actions are offered."""
        return self._pane.below.currentWidget() is self.panel

    @property
    def planned(self) -> Mapping[str, int]:
        """How many open actions each skill has in the plan, on the day looked at."""
        if self._workspace.person is None:
            return {}
        return Counter(action.skill for action in self._open() if action.skill)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.panel.list.apply_theme(theme)

    def open(self, skill: str) -> None:
        """Offer actions for a gap; nothing where there is none, on a past day, or imagined."""
        gap = self._gap_of(skill)
        if gap is None or not gap.is_open or not self._is_real:
            return
        was_open = self.is_open
        self._pane.table.pick(skill)
        self.panel.retranslate(self._workspace.texts)
        self._offer(gap)
        if not was_open:
            self._pane.open_below(self.panel)
            self._bring_into_sight(self.panel, self.panel.add_button)
        self.panel.focus_first()

    def close(self) -> None:
        """Show the picked skill again."""
        if self.is_open:
            self.panel.end()
            self._pane.end_editing()
            self._pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self) -> None:
        """Offer what there is by now, if anything is offered."""
        if not self.is_open:
            return
        gap = self._gap_of(self.panel.skill)
        if gap is None or not gap.is_open or not self._is_real:
            self.close()
        else:
            self.panel.retranslate(self._workspace.texts)
            self._offer(gap)

    @property
    def _is_real(self) -> bool:
        return not self._workspace.is_past and self._workspace.what_if is None

    def _open(self) -> Sequence[Action]:
        actions = actions_on(self._workspace.career().actions, self._workspace.as_of)
        return [action for action in actions if action.is_open]

    def _offer(self, gap: SkillGap) -> None:
        catalogue, texts = self._workspace.catalogue, self._workspace.texts
        if catalogue is None:
            return
        drafts = suggested_actions(catalogue, gap.skill, gap.held, gap.required, texts)
        hours = effort_in(catalogue, gap.skill, gap.held, gap.required)
        effort = ""
        if hours is not None:
            effort = texts.tr("The whole step: about {hours} h.", hours=texts.number(hours, 0))
        step = step_words(_whole_step(gap), texts)
        name = texts.pick(catalogue.skill(gap.skill).name)
        heading = texts.tr("Add to the plan: {skill} {step}", skill=name, step=step)
        planned = frozenset(one.title for one in self._open() if one.skill == gap.skill)
        self.panel.offer(gap.skill, heading, effort, drafts, planned, texts)

    def _on_picked(self, skill: str) -> None:
        if self.is_open and skill and skill != self.panel.skill:
            gap = self._gap_of(skill)
            if gap is not None and gap.is_open:
                self._offer(gap)
            else:
                self.close()

    def _on_chosen(self) -> None:
        """Add what was chosen as one change, unless something is wrong with it."""
        person, catalogue = self._workspace.person, self._workspace.catalogue
        gap, panel = self._gap_of(self.panel.skill), self.panel
        if person is None or catalogue is None or gap is None:
            return
        drafts = [*panel.drafts]
        if panel.own_title:
            drafts.append(replace(_whole_step(gap, catalogue.scale.lowest), title=panel.own_title))
        if not drafts:
            return
        today = self._workspace.today()
        made = numbered(drafts, self._workspace.career(), today)
        for action in made:
            for fault in action_faults(action, catalogue, today).values():
                panel.own_field.show_fault(self._workspace.texts.word(fault))
                panel.own.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.close()
        self._workspace.do(add_actions(person, made))


def _whole_step(gap: SkillGap, lowest: float | None = None) -> Action:
    """Return a draft for all that is missing of a skill; unrated it begins at `lowest`."""
    held = lowest if gap.held is None else gap.held
    return Action(
        id="",
        title="",
        made=date.min,
        skill=gap.skill,
        from_level=held,
        to_level=gap.required,
    )
