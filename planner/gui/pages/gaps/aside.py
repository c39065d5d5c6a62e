"""What stands beside the table of a gap: its charts, its history, next steps, or its rule."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.pages.gaps.charts import GapsCharts
from planner.gui.pages.gaps.history import GapsHistory, GapView
from planner.gui.pages.gaps.rule import GapsRule
from planner.gui.pages.gaps.steps import GapsSteps
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.least_box import OneAtATime, least_column
from planner.gui.widgets.charts.card import ChartCard, turn_tables
from planner.gui.widgets.charts.view import ChartLoader
from planner.gui.widgets.choices.segments import Segments
from planner.gui.workspace import Workspace

CHARTS, HISTORY, STEPS = "charts", "history", "steps"


class GapsAside(QWidget):
    """Shows charts, history or next steps as chosen, and over them the rule while it is open.

    Signals: `turned` to the other, which is to be shown then; `rule_closed`.
    """

    turned = Signal()
    rule_closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        evidence: EvidenceDoor,
        icons: Icons,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        loader = ChartLoader(tasks, self)
        self.charts = GapsCharts(loader, icons, theme)
        self.history = GapsHistory(loader, evidence, icons, theme)
        self.steps = GapsSteps(workspace, tasks, icons, theme)
        self.rule = GapsRule(icons)
        self.rule.closed.connect(self.rule_closed)
        self.choice = Segments((CHARTS, HISTORY, STEPS), theme)
        self.choice.show_key(CHARTS)
        self.choice.chosen.connect(self.turn_to)
        self._turn = QWidget()
        turn = QHBoxLayout(self._turn)
        turn.setContentsMargins(0, 0, 0, 0)
        turn.addWidget(self.choice)
        turn.addStretch(1)
        self._stack = OneAtATime(self.charts, self.history, self.steps, self.rule)
        column = least_column(self, 10)
        column.addWidget(self._turn)
        column.addWidget(self._stack, 1)
        self._view: GapView | None = None
        self._shown = CHARTS

    @property
    def shown(self) -> str:
        """What the person chose: charts, history or next steps."""
        return self._shown

    @property
    def is_rule_open(self) -> bool:
        """Whether the rule is shown."""
        return self._stack.part is self.rule

    @property
    def shows_history(self) -> bool:
        """Whether the person chose the history."""
        return self._shown == HISTORY

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """Every chart, whether or not it is in front."""
        return *self.charts.cards, *self.history.cards

    def turn_tables(self) -> None:
        """Turn the charts in front into tables, or back."""
        turn_tables(self.cards)

    def show_gap(self, view: GapView) -> None:
        """Show a gap in whatever is in front."""
        self._view = view
        self._show()

    def open_rule(self, is_open: bool) -> None:
        """Show the rule, or what was shown before it."""
        self._stack.show_part(self.rule if is_open else self._chosen())
        self._turn.setVisible(not is_open)
        self._show()

    def turn_to(self, key: str) -> None:
        """Show the charts, the history or the next steps from now on; another key is the charts."""
        self._shown = key if key in (HISTORY, STEPS) else CHARTS
        self.choice.show_key(self._shown)
        if not self.is_rule_open:
            self._stack.show_part(self._chosen())
        self.turned.emit()

    def open_steps(self) -> None:
        """Show the next steps with the cursor in them."""
        self.turn_to(STEPS)
        self.steps.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self) -> None:
        """Show the history in place of the charts, or the charts again."""
        self.turn_to(CHARTS if self.shows_history else HISTORY)

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language; `show_gap` follows."""
        tr = texts.tr
        self.choice.say(CHARTS, tr("Charts"), tr("Show the charts (H)"))
        self.choice.say(HISTORY, tr("History"), tr("Show the history (H)"))
        self.choice.say(STEPS, tr("Next steps"), tr("Show the next best steps (S)"))
        for part in (self.charts, self.history, self.steps, self.rule):
            part.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours; `show_gap` follows."""
        self.choice.apply_theme(theme)
        self.steps.apply_theme(theme)

    def _chosen(self) -> QWidget:
        return {CHARTS: self.charts, HISTORY: self.history, STEPS: self.steps}[self._shown]

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        if self.is_rule_open:
            self.rule.show_gap(view.gap, view.graph.catalogue, view.texts, view.theme)
        elif self.shows_history:
            self.history.show_gap(view)
        elif self._shown == STEPS:
            self.steps.show_for(view.gap.role, view.person.target)
        else:
            self.charts.show_gap(view)
