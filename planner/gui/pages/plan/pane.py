"""The left of the Plan page: the choice, the list, and below it the picked action or its editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.core.career import ActionState
from planner.core.model import Scale
from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.models.plan_table import PlanColumn, PlanRow, PlanTableModel, PlanTableOrder
from planner.gui.pages.gaps.editor import GapsEditor
from planner.gui.pages.plan.details import PlanDetails
from planner.gui.pages.plan.editor import PlanEditor
from planner.gui.pages.plan.parts import EarnedOffer, EmptyPlan
from planner.gui.pages.plan.table_view import PlanTableView
from planner.gui.theme import Theme
from planner.gui.widgets.choices.segments import Segments
from planner.gui.widgets.display.labels import hairline, plain_label
from planner.gui.widgets.display.no_hits import NoHits
from planner.gui.widgets.rows.filter_field import FilterField

_TABLE_SHARE, _BELOW_SHARE = 70, 30
_LEAST_TABLE, _LEAST_BELOW = 120, 120
CHOICES: Mapping[str, frozenset[ActionState]] = {
    "open": frozenset({ActionState.PLANNED, ActionState.DOING}),
    "done": frozenset({ActionState.DONE}),
    "dropped": frozenset({ActionState.DROPPED}),
    "all": frozenset(ActionState),
}


class PlanPane(QFrame):
    """Shows rows and what is told of the picked one.

    `chosen_again` after another choice, `opened` when an editor was opened below the list.
    """

    chosen_again = Signal()
    opened = Signal()

    def __init__(
        self,
        icons: Icons,
        texts: Texts,
        theme: Theme,
        evidence: EvidenceDoor,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icons = icons
        self._texts = texts
        self._sizes_before: list[int] = []
        self.model = PlanTableModel(self)
        self.order = PlanTableOrder(self.model, self)
        self.table = PlanTableView(self.order, theme)
        self.offer = EarnedOffer()
        self.past = plain_label(wraps=True, tone="warning")
        self.past.setContentsMargins(24, 8, 24, 8)
        self.states = Segments(tuple(CHOICES), theme)
        self._choice = "open"
        self.skills = QComboBox()
        self.skills.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.skills.setMinimumContentsLength(12)
        self.new_button = QPushButton()
        self.filter = FilterField()
        self.no_hits = NoHits()
        self.empty = EmptyPlan(icons)
        self.details = PlanDetails(evidence, icons)
        self.editor = PlanEditor(evidence, icons)
        self.rating = GapsEditor(evidence, icons)
        self.below = QStackedWidget()
        for part in (self.details, self.editor, self.rating):
            self.below.addWidget(part)
        self._lay_out()
        self.states.chosen.connect(self._on_states)
        self.skills.activated.connect(self._choose)
        self.filter.textChanged.connect(self._choose)
        self.filter.left.connect(self._on_filter_left)
        self.no_hits.all_requested.connect(self.show_all)
        self._take_choice("open")
        self._choose()

    def _lay_out(self) -> None:
        above = QWidget()
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.past)
        upper.addWidget(self.offer)
        choice = QHBoxLayout()
        choice.setContentsMargins(18, 6, 18, 6)
        choice.setSpacing(12)
        upper.addLayout(choice)
        choice.addWidget(self.states)
        choice.addWidget(self.skills, 1)
        choice.addStretch(1)
        choice.addWidget(self.new_button)
        field = QHBoxLayout()
        field.setContentsMargins(18, 0, 18, 4)
        upper.addLayout(field)
        field.addWidget(self.filter)
        upper.addWidget(self.table, 1)
        within = QVBoxLayout(self.table.viewport())
        within.addWidget(self.no_hits)
        self._lower = QWidget()
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(0)
        lower.addWidget(hairline())
        lower.addWidget(self.below, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(above)
        self.splitter.addWidget(self._lower)
        self.splitter.setStretchFactor(0, _TABLE_SHARE)
        self.splitter.setStretchFactor(1, _BELOW_SHARE)
        self.splitter.setSizes([_TABLE_SHARE * 10, _BELOW_SHARE * 10])
        self._above = above
        above.setMinimumHeight(_LEAST_TABLE)
        self._lower.setMinimumHeight(_LEAST_BELOW)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self.empty)
        column.addWidget(self.splitter)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_rows` follows."""
        self._texts = texts
        tr = texts.tr
        self.model.set_headings(texts)
        self.rating.retranslate(texts)
        self.filter.setPlaceholderText(tr("Filter the actions"))
        self.filter.setAccessibleName(tr("Filter the actions"))
        self.skills.setAccessibleName(tr("Skill of the actions shown"))
        self.new_button.setText(tr("New action"))
        self.new_button.setToolTip(tr("Add an action of your own (N)"))
        self.new_button.setAccessibleName(tr("New action"))
        self.table.setAccessibleName(tr("Actions of the plan"))
        self.table.setAccessibleDescription(
            tr(
                "N adds an action, Enter edits, Space goes on to the next state, D says done, X "
                "drops, R rates what was earned, Delete removes"
            )
        )

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.states.apply_theme(theme)
        self.editor.apply_theme(theme)
        self.offer.apply_theme(theme)
        self.rating.evidence.dress()

    def show_rows(
        self,
        rows: Sequence[PlanRow],
        scale: Scale,
        *,
        theme: Theme,
        colour: str,
        past: str,
        holds_order: bool,
    ) -> None:
        """Show rows, with what is to be said of a past day (empty for today).

        With `holds_order` the rows stay in their places, and what was changed stays in sight.
        """
        picked, number = self.table.picked_action, self.table.currentIndex().row()
        self.model.show(rows, holds_order=holds_order)
        self._offer_skills(rows)
        self._word_states(rows)
        if holds_order:
            self.order.read_again()
        else:
            self._refilter()
        self.table.set_look(theme, scale, colour)
        if not (picked and self.table.pick(picked)):
            self.table.pick_row(max(0, number))
        self.past.setText(past)
        self.past.setVisible(bool(past))
        self.new_button.setVisible(not past)
        self.new_button.setIcon(self._icons.icon("plus", "text"))
        self.empty.show_words(self._texts, theme, is_past=bool(past))
        self._show_what_there_is()

    def keep_and_pick(self, id_: str) -> None:
        """Keep an action in sight whatever is chosen, and pick it if it is there."""
        self.order.keep(id_)
        self.order.read_again()
        self.table.pick(id_)
        self._show_what_there_is()

    def show_all(self) -> None:
        """Show every action, with the cursor in the list."""
        self._take_choice("all")
        self.skills.setCurrentIndex(0)
        self.filter.clear()
        self._choose()
        self._on_filter_left()

    def open_below(self, part: QWidget) -> None:
        """Show an editor below the list, with room for it."""
        was_open = self.is_editing
        self.below.setCurrentWidget(part)
        self._show_what_there_is()
        if not was_open:
            self._sizes_before = self.splitter.sizes()
        inner = part.contents if isinstance(part, PlanEditor) else part
        wanted = inner.sizeHint().height() + 8
        whole = sum(self.splitter.sizes())
        if self.splitter.sizes()[1] < wanted:
            self.splitter.setSizes([max(_LEAST_TABLE, whole - wanted), wanted])
        self.opened.emit()

    def close_below(self) -> None:
        """Show the picked action again with the cursor in the list."""
        was_here = any(child.hasFocus() for child in self.below.findChildren(QWidget))
        self.editor.end()
        self.rating.end()
        self.below.setCurrentWidget(self.details)
        if self._sizes_before:
            self.splitter.setSizes(self._sizes_before)
            self._sizes_before = []
        self._show_what_there_is()
        if was_here:
            self.focus_list()

    @property
    def is_editing(self) -> bool:
        """Whether an editor is shown."""
        return self.below.currentWidget() is not self.details

    def focus_list(self) -> None:
        """Put the cursor into the list, or where there is none onto what to do first."""
        if self.empty.isVisible():
            self.empty.gaps_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def sort_again(self) -> None:
        """Put the rows into the order that their values ask for by now."""
        picked = self.table.picked_action
        self.order.sort(self.order.sortColumn(), self.order.sortOrder())
        self.table.pick(picked)

    def state(self) -> dict[str, object]:
        """Return widths, choice, order and heights, for the next start."""
        header = self.table.horizontalHeader()
        return {
            "widths": self.table.widths(),
            "states": self._choice,
            "sort": header.sortIndicatorSection(),
            "falling": header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
            "heights": self._sizes_before or self.splitter.sizes(),
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take back what `state` returned; whatever is none counts as missing."""
        widths, states = state.get("widths"), state.get("states")
        if isinstance(widths, dict):
            self.table.set_widths(
                {str(key): width for key, width in widths.items() if type(width) is int}
            )
        if isinstance(states, str) and states in CHOICES:
            self._take_choice(states)
            self._choose()
        column = state.get("sort")
        if type(column) is int and column in range(len(PlanColumn)):
            falling = state.get("falling") is True
            order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
            self.table.sortByColumn(column, order)
        heights = state.get("heights")
        if (
            isinstance(heights, list)
            and [type(height) for height in heights] == [int, int]
            and min(heights) > 0
        ):
            self.splitter.setSizes(heights)

    @property
    def choice(self) -> str:
        """Which states are shown: open, done, dropped or all."""
        return self._choice

    def _take_choice(self, choice: str) -> None:
        self._choice = choice
        self.states.show_key(choice)

    def _on_states(self, choice: object) -> None:
        self._choice = str(choice)
        self._choose()

    def _choose(self) -> None:
        picked = self.table.picked_action
        self._refilter()
        if not (picked and self.table.pick(picked)):
            self.table.pick_row(0)
        self._show_what_there_is()
        self.chosen_again.emit()

    def _refilter(self) -> None:
        skill = str(self.skills.currentData() or "")
        self.order.choose(CHOICES[self._choice], skill, self.filter.text())

    def _offer_skills(self, rows: Sequence[PlanRow]) -> None:
        chosen = self.skills.currentData()
        skills = {row.action.skill: row.skill for row in rows if row.action.skill}
        self.skills.blockSignals(True)
        self.skills.clear()
        self.skills.addItem(self._texts.tr("All skills"), "")
        for id_, name in sorted(skills.items(), key=self._skill_order):
            self.skills.addItem(name, id_)
        self.skills.setCurrentIndex(max(0, self.skills.findData(chosen)))
        self.skills.blockSignals(False)
        self.skills.setVisible(bool(skills))

    def _skill_order(self, skill: tuple[str, str]) -> Any:
        return self._texts.sort_key(skill[1])

    def _word_states(self, rows: Sequence[PlanRow]) -> None:
        tr = self._texts.tr
        names = {
            "open": tr("Open"),
            "done": tr("Done"),
            "dropped": tr("Dropped"),
            "all": tr("All"),
        }
        counts = {
            key: sum(1 for row in rows if row.action.state in states)
            for key, states in CHOICES.items()
        }
        for key, name in names.items():
            words = tr("{name} {count}", name=name, count=counts[key])
            self.states.say(key, words, "", tr("Show: {name}", name=words))

    def _show_what_there_is(self) -> None:
        has_rows, has_hits = bool(self.model.rowCount()), bool(self.order.rowCount())
        is_empty = not has_rows and not self.is_editing
        self.empty.setVisible(is_empty)
        self.splitter.setVisible(not is_empty)
        self.no_hits.setVisible(has_rows and not has_hits)
        said, tr = self.filter.text().strip(), self._texts.tr
        none = (
            tr("No action fits “{words}”.", words=said)
            if said
            else tr("No action is in this state.")
        )
        self.no_hits.show_words(none, tr("Show all actions"))
        if not has_hits:
            self.details.clear()
        self._lower.setVisible(has_hits or self.is_editing)

    def _on_filter_left(self) -> None:
        if not self.filter.text():
            self.filter.hide()
        self.focus_list()
