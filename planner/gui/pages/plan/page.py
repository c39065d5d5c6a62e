"""The Plan page: what a person is going to do, in which order, and when it would be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.core.gaps import first_role_to_open
from planner.core.planning.plan import Plan, PlannedAction, plan_of
from planner.gui.dialogs import Dialogs
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.models.plan_table import plan_rows
from planner.gui.pages.page import Page
from planner.gui.pages.plan.aside import PlanAside, TimelineView
from planner.gui.pages.plan.details import ActionView
from planner.gui.pages.plan.edits import PlanEdits
from planner.gui.pages.plan.first_step import FirstStep
from planner.gui.pages.plan.header import PlanHeader
from planner.gui.pages.plan.pane import PlanPane
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.side_by_side import SideBySide
from planner.gui.widgets.charts.card import turn_tables
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace
from planner.report.plan.words import past_words

if TYPE_CHECKING:
    from planner.core.graph import PromotionGraph
    from planner.report.document import What

_MARGIN = 16
_LIST_SHARE, _ASIDE_SHARE = 66, 34


class PlanPage(Page):
    """Shows the plan, ordered for the first role that matters until the person chooses another.

    `gaps_requested` when the person wants to pick gaps for it.
    """

    key = icon = "plan"
    gaps_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        evidence: EvidenceDoor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        texts = workspace.texts
        evidence = evidence or EvidenceDoor(tasks, Dialogs(), self)
        self._chosen_role = ""
        self._shown_person: tuple[str, str] | None = None
        self._ordered_for: tuple[object, ...] = ()
        self._plan: Plan | None = None
        self._is_reading = False
        self.header = PlanHeader(icons, texts, theme)
        self.pane = PlanPane(icons, texts, theme, evidence)
        self.aside = PlanAside(tasks, icons, theme)
        self.edits = PlanEdits(workspace, self.pane, self.view_of, self.step_in)
        self._nobody = plain_label(wraps=True, tone="quiet")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._contents = QWidget()
        self._lay_out()
        self.header.chooser.chosen.connect(self.show_role)
        self.header.rule_requested.connect(self._toggle_rule)
        self.aside.rule_closed.connect(self.close_rule)
        self.aside.card.chart_actions.wanted.connect(self.chart_wanted)
        self.turn_charts_on("T", partial(turn_tables, (self.aside.card,)))
        self.pane.table.picked.connect(self._on_picked)
        self.pane.chosen_again.connect(self._show_aside)
        self.pane.opened.connect(self._on_opened)
        evidence.looked.connect(self._on_looked)
        self.pane.empty.gaps_requested.connect(self.gaps_requested)
        self._first_step = FirstStep(workspace, self.pane.empty, tasks)
        self.pane.apply_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        self._body = SideBySide(self.pane, self.aside, (_LIST_SHARE, _ASIDE_SHARE))
        contents = QVBoxLayout(self._contents)
        contents.setContentsMargins(0, 0, 0, 0)
        contents.setSpacing(12)
        contents.addWidget(self.header)
        contents.addWidget(self._body, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._contents)
        self._stack.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN + 8, 10, _MARGIN + 8, _MARGIN)
        column.addWidget(self._stack)

    @property
    def plan(self) -> Plan | None:
        """The plan shown, None where there is nobody."""
        return self._plan

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Plan")

    def show_role(self, role_id: str) -> None:
        """Let the gaps to another role come first from now on."""
        self._leave_others()
        if role_id != self._chosen_role:
            self._chosen_role = role_id
            self._mark_stale()

    def show_action(self, id_: str) -> None:
        """Pick an action, whatever is filtered."""
        self.refresh_if_stale()
        self.pane.keep_and_pick(id_)

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        texts = self.workspace.texts
        self._nobody.setText(
            texts.tr("Nobody is chosen yet. Choose or add a person at the top left.")
        )
        self.header.retranslate(texts)
        self.pane.retranslate(texts)
        self.aside.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.header.apply_theme(theme)
        self.pane.apply_theme(theme)
        super().apply_theme(theme)
        self._body.arrange(self.width(), self.theme.text_factor)

    def focus_first(self) -> None:
        """Put the focus into the table, or onto what to do first where there is none."""
        self.pane.focus_list()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the list."""
        if self._plan is not None and self._plan.actions:
            self.pane.filter.open()

    def on_paper(self) -> tuple[What | Literal[""], str]:
        """Return the plan, ordered for the role shown."""
        return ("plan", self._plan.role) if self._plan is not None else ("", "")

    def state(self) -> dict[str, object]:
        """Return widths, choice, order and heights, for the next start."""
        return self.pane.state()

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take back what `state` returned."""
        self.pane.restore_state(state)

    def refresh(self) -> None:
        """Read and show the plan again."""
        self._leave_others()
        workspace = self.workspace
        person, graph = workspace.seen_person, workspace.graph
        if person is None or graph is None:
            self._plan = None
            self._stack.setCurrentWidget(self._nobody)
            return
        self._stack.setCurrentWidget(self._contents)
        gaps = workspace.gaps()
        if self._chosen_role not in gaps:
            self._chosen_role = ""
        role = self._chosen_role or (first_role_to_open(graph, person, gaps) if gaps else "")
        career = replace(workspace.career(), person=person)
        self._plan = plan_of(career, graph.catalogue, gaps.get(role), workspace.as_of)
        present = person.position_on(workspace.as_of).role
        self.header.show_plan(graph, self._plan, present=present, target=person.target)
        self._show_list(self._plan, graph)
        self._first_step.show_for(role, is_empty=not self._plan.actions)
        self.edits.show_again()
        self._show_aside()

    def planned(self, id_: str) -> PlannedAction | None:
        """Return an action as the plan has it, None for one that is not in it."""
        actions = self._plan.actions if self._plan else ()
        return next((one for one in actions if one.id == id_), None)

    def view_of(self, id_: str) -> ActionView | None:
        """Return all that is told of an action, None for one that is not in the plan."""
        one, catalogue = self.planned(id_), self.workspace.catalogue
        if one is None or catalogue is None:
            return None
        meetings = {meeting.id: meeting.on for meeting in self.workspace.career().meetings}
        return ActionView(
            planned=one,
            catalogue=catalogue,
            ratings=self.workspace.ratings(),
            basis=self.workspace.basis,
            meeting_on=meetings.get(one.action.meeting or ""),
            texts=self.workspace.texts,
            can_change=not self.workspace.is_past,
        )

    def step_in(self, skill: str) -> tuple[float | None, float | None]:
        """Return the step that is missing in a skill for the role shown; None for what is not."""
        gaps = self.workspace.gaps()
        found = gaps.get(self._plan.role) if self._plan else None
        catalogue = self.workspace.catalogue
        if found is None or catalogue is None:
            return None, None
        for gap in found.skills:
            if gap.skill == skill:
                low = catalogue.scale.lowest if gap.held is None else gap.held
                return low, gap.required if gap.required > low else None
        return None, None

    def close_rule(self) -> None:
        """Show the timeline again."""
        self._open_rule(False)
        self.header.rule_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_rule(self) -> None:
        self._open_rule(not self.aside.is_rule_open)

    def _open_rule(self, is_open: bool) -> None:
        self.header.rule_button.setChecked(is_open)
        self.aside.open_rule(is_open)
        self._show_aside()
        if is_open:
            self._body.bring_into_sight(self.aside)

    def _on_opened(self) -> None:
        self._body.bring_into_sight(self.pane.below)

    def _show_list(self, plan: Plan, graph: PromotionGraph) -> None:
        texts, workspace = self.workspace.texts, self.workspace
        ordered_for = (self._shown_person, plan.role, plan.as_of, workspace.basis, texts.language)
        holds_order, self._ordered_for = ordered_for == self._ordered_for, ordered_for
        self._is_reading = True
        self.pane.show_rows(
            plan_rows(plan, graph.catalogue, texts),
            graph.catalogue.scale,
            theme=self.theme,
            colour=f"track-{self._track()}",
            past=past_words(plan.as_of, texts) if workspace.is_past else "",
            holds_order=holds_order,
        )
        self._is_reading = False
        self._tell_of(self.pane.table.picked_action)

    def _show_aside(self) -> None:
        plan = self._plan
        self.aside.setVisible(bool(plan and plan.actions) or self.aside.is_rule_open)
        person, catalogue = self.workspace.person, self.workspace.catalogue
        if plan is None or person is None or catalogue is None:
            return
        texts = self.workspace.texts
        now = texts.date(plan.as_of) if self.workspace.is_past else texts.tr("today")
        shown = tuple(row.planned for row in self.pane.order.shown)
        self.aside.show_plan(
            TimelineView(
                name=person.name,
                catalogue=catalogue,
                plan=plan,
                shown=shown,
                texts=texts,
                theme=self.theme,
                track=self._track(),
                now=now,
            )
        )

    def _track(self) -> int:
        catalogue = self.workspace.catalogue
        if catalogue is None or self._plan is None or not self._plan.role:
            return 0
        tracks = [track.id for track in catalogue.tracks]
        return tracks.index(catalogue.role(self._plan.role).track)

    def _on_picked(self, id_: str) -> None:
        # While the list is read again nobody has picked anything.
        if not self._is_reading:
            self._tell_of(id_)
            self.edits.follow(id_)

    def _on_looked(self) -> None:
        self._tell_of(self.pane.table.picked_action)

    def _tell_of(self, id_: str) -> None:
        view = self.view_of(id_)
        if view is None:
            self.pane.details.clear()
        else:
            self.pane.details.show_action(view)

    def _leave_others(self) -> None:
        """Forget what was chosen and begun for somebody else."""
        person = self.workspace.person
        key = (person.catalogue, person.id) if person else None
        if key != self._shown_person:
            self._shown_person = key
            self._chosen_role = ""
            self.edits.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list, in the order of now, so that its keys work at once."""
        if not event.spontaneous():
            self._ordered_for = ()
        super().showEvent(event)
        if not event.spontaneous():
            self._show_in_order()
        if self.window().focusWidget() is None:
            self.pane.focus_list()

    def _show_in_order(self) -> None:
        if self._plan is not None and self.workspace.graph is not None:
            self._ordered_for = ()
            self._show_list(self._plan, self.workspace.graph)
            self.pane.sort_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._body.arrange(self.width(), self.theme.text_factor)
