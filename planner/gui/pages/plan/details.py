"""The picked action in words: its step, days and hours, notes and evidence, what it moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.gaps import Basis
from planner.core.model import Catalogue
from planner.core.people import Rating
from planner.core.planning.offers import Earned, earned, moved
from planner.core.planning.plan import PlannedAction
from planner.core.skills.evidence import evidence_of
from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.widgets.display.evidence_view import EvidenceView
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.rows.told_area import ToldArea
from planner.report.plan.words import (
    earned_words,
    hours_sentence,
    moved_words,
    step_sentence,
    when_sentence,
)

_NAME_SHARE, _TEXT_SHARE = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """One action and all that is told of it; without `can_change` nothing is offered to do."""

    planned: PlannedAction
    catalogue: Catalogue
    ratings: Sequence[Rating]
    basis: Basis
    meeting_on: date | None
    texts: Texts
    can_change: bool

    @property
    def earned(self) -> Earned | None:
        """The rating that the action has earned, if there is one to offer."""
        if not self.can_change:
            return None
        return earned(self.planned.action, self.ratings, self.basis, self.planned.as_of)


class PlanDetails(ToldArea):
    """Tells of one action; `edit_requested`, `done_requested` and `rate_requested` (id)."""

    edit_requested = Signal(str)
    done_requested = Signal(str)
    rate_requested = Signal(str)

    def __init__(self, evidence: EvidenceDoor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self._icons = icons

    @property
    def action_id(self) -> str:
        """The id of the action told of, empty for none."""
        return self.told_of

    def show_action(self, view: ActionView) -> None:
        """Tell of one action."""
        column = QVBoxLayout()
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        self._add_heading(column, view)
        _add_facts(column, view)
        evidence = evidence_of(view.planned.action.evidence)
        if evidence is not None:
            column.addWidget(EvidenceView(evidence, self._evidence, self._icons, view.texts))
        column.addStretch(1)
        self._tell(view.planned.id, column)
        self.setAccessibleName(view.planned.action.title)

    def _add_heading(self, column: QVBoxLayout, view: ActionView) -> None:
        tr = view.texts.tr
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        title = plain_label(breakable(view.planned.action.title), strong=True, wraps=True)
        row.addWidget(title, 1)
        if not view.can_change:
            return
        if view.earned is not None:
            rate = _button(tr("Rate it"), tr("Rate what it earned (R)"))
            rate.clicked.connect(self._on_rate)
            row.addWidget(rate, alignment=Qt.AlignmentFlag.AlignTop)
        if view.planned.action.is_open:
            done = _button(tr("Done"), tr("The action is done (D)"))
            done.clicked.connect(self._on_done)
            row.addWidget(done, alignment=Qt.AlignmentFlag.AlignTop)
        edit = _button(tr("Edit"), tr("Edit the action (Enter)"))
        edit.clicked.connect(self._on_edit)
        row.addWidget(edit, alignment=Qt.AlignmentFlag.AlignTop)

    def _on_rate(self) -> None:
        self.rate_requested.emit(self.told_of)

    def _on_done(self) -> None:
        self.done_requested.emit(self.told_of)

    def _on_edit(self) -> None:
        self.edit_requested.emit(self.told_of)


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def _add_facts(column: QVBoxLayout, view: ActionView) -> None:
    tr, action = view.texts.tr, view.planned.action
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, _NAME_SHARE)
    grid.setColumnStretch(1, _TEXT_SHARE)
    column.addLayout(grid)
    promised = ""
    if view.meeting_on is not None:
        promised = tr("in the one-on-one of {day}", day=view.meeting_on)
    offer = view.earned
    has_moved = None
    if offer is None:
        has_moved = moved(action, view.ratings, view.basis, view.planned.as_of)
    rows = [
        (tr("Earned"), earned_words(offer, view.catalogue, view.texts) if offer else ""),
        (tr("Moved"), moved_words(has_moved, view.catalogue, view.texts) if has_moved else ""),
        (tr("Step"), step_sentence(action, view.catalogue, view.texts)),
        (tr("When"), when_sentence(view.planned, view.texts)),
        (tr("Hours"), hours_sentence(view.planned, view.texts)),
        (tr("Promised"), promised),
        (tr("Notes"), action.notes),
    ]
    for place, (name, words) in enumerate(row for row in rows if row[1]):
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(plain_label(name, tone="quiet", wraps=True), place, 0, top)
        label = plain_label(breakable(words), wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label, place, 1, top)
