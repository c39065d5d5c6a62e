"""The list of a plan: a row an action, worded, sorted by value, filtered by state and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from planner.core.career import Action, ActionState
from planner.core.gaps import SkillGap
from planner.core.model import Catalogue
from planner.core.planning.plan import Plan, PlannedAction
from planner.core.searching import has_words, in_both_languages, words_of
from planner.core.text import Texts
from planner.gui.models.row_order import ROW_ROLE, SORT_ROLE, Index, RowOrder
from planner.report.plan.words import (
    action_facts,
    due_note,
    finish_words,
    hours_words,
    skill_name,
    step_gap,
    step_words,
)


class PlanColumn(IntEnum):
    """The columns, from left to right."""

    ACTION = 0
    STEP = 1
    DUE = 2
    HOURS = 3
    DONE_BY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One action of a plan in the words of one language.

    `place` is where the plan has it, `said` what it is looked for by.
    """

    planned: PlannedAction
    place: int
    facts: str
    skill: str
    step: str
    gap: SkillGap | None
    due: str
    due_note: str
    hours: str
    finish: str
    finish_note: str
    said: str
    sort_title: Any

    @property
    def id(self) -> str:
        """The action's id."""
        return self.planned.id

    @property
    def action(self) -> Action:
        """The action as it was on the day looked at."""
        return self.planned.action


def plan_rows(plan: Plan, catalogue: Catalogue, texts: Texts) -> tuple[PlanRow, ...]:
    """Return a row an action: the overdue ones first, then in the plan's order."""
    rows = []
    for place, one in enumerate(plan.overdue_first):
        action = one.action
        facts = action_facts(action, texts)
        finish, finish_note = finish_words(one, texts)
        rows.append(
            PlanRow(
                planned=one,
                place=place,
                facts=facts,
                skill=skill_name(action, catalogue, texts),
                step=step_words(action, texts),
                gap=step_gap(action, catalogue.scale),
                due=texts.date(action.due) if action.due else "",
                due_note=due_note(one, texts),
                hours=hours_words(one, texts),
                finish=finish,
                finish_note=finish_note,
                said=_said(action, facts, catalogue),
                sort_title=texts.sort_key(action.title),
            )
        )
    return tuple(rows)


def _said(action: Action, facts: str, catalogue: Catalogue) -> str:
    skill = action.skill or ""
    if catalogue.has_skill(skill):
        skill = in_both_languages(catalogue.skill(skill).name)
    return "\n".join((action.title, facts, skill, action.notes, action.evidence))


class PlanTableModel(QAbstractTableModel):
    """The rows of the moment; it holds words and values, no rule."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PlanRow, ...] = ()
        self._headings: tuple[str, ...] = ("",) * len(PlanColumn)

    def show(self, rows: Sequence[PlanRow], *, holds_order: bool = False) -> None:
        """Show other rows; with `holds_order` those that were there keep their places.

        A row that comes, or comes back by undo, stands below the one that it follows.
        """
        new = {row.id: row for row in rows}
        order = [row.id for row in rows]
        before = [row.id for row in self._rows]
        if holds_order:
            order = _joined([id_ for id_ in before if id_ in new], order)
        if order == before:
            self._rows = tuple(new[id_] for id_ in order)
            if order:
                last = self.index(len(order) - 1, len(PlanColumn) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = tuple(new[id_] for id_ in order)
        self.endResetModel()

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        """All rows, whatever is filtered."""
        return self._rows

    def set_headings(self, texts: Texts) -> None:
        """Word the headings."""
        self._headings = (
            texts.tr("Action"),
            texts.tr("Step"),
            texts.tr("Due"),
            texts.tr("Hours"),
            texts.tr("Done by"),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(PlanColumn) - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of actions."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(PlanColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, the sort value or the whole row of a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = PlanColumn(index.column())
        if role == ROW_ROLE:
            return row
        if role == SORT_ROLE:
            return _sort_value(row, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell_words(row, column, is_whole=role != Qt.ItemDataRole.DisplayRole)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is PlanColumn.HOURS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = section == PlanColumn.HOURS
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def _joined(kept: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return what is kept in its order, and after what it follows in `wanted` what is new."""
    follows: dict[str, list[str]] = {}
    known, last = set(kept), ""
    for id_ in wanted:
        if id_ in known:
            last = id_
        else:
            follows.setdefault(last, []).append(id_)
    joined = follows.get("", [])
    for id_ in kept:
        joined += [id_, *follows.get(id_, ())]
    return joined


def _cell_words(row: PlanRow, column: PlanColumn, *, is_whole: bool) -> str:
    words, more = {
        PlanColumn.ACTION: (row.action.title, row.facts),
        PlanColumn.STEP: (row.step, row.skill),
        PlanColumn.DUE: (row.due, row.due_note),
        PlanColumn.HOURS: (row.hours, ""),
        PlanColumn.DONE_BY: (row.finish, row.finish_note),
    }[column]
    return f"{words}, {more}" if is_whole and more else words


def _sort_value(row: PlanRow, column: PlanColumn) -> Any:
    action, planned = row.action, row.planned
    # What has no value stands last.
    return {
        PlanColumn.ACTION: row.sort_title,
        PlanColumn.STEP: (not row.skill, row.skill, action.from_level or 0.0),
        PlanColumn.DUE: (action.due is None, action.due.toordinal() if action.due else 0),
        PlanColumn.HOURS: (planned.hours is None, planned.hours or 0.0),
        PlanColumn.DONE_BY: row.place,
    }[column]


class PlanTableOrder(RowOrder):
    """The choice and the order of rows that the person asked for; unsorted it is the plan's.

    What was just changed stays in sight until another choice is made.
    """

    def __init__(self, model: PlanTableModel, parent: QObject | None = None) -> None:
        super().__init__(model, parent)
        self._model = model
        self._states: frozenset[ActionState] = frozenset(ActionState)
        self._skill = ""
        self._words: tuple[str, ...] = ()
        self._kept: frozenset[str] = frozenset()

    def choose(self, states: frozenset[ActionState], skill: str, text: str) -> None:
        """Show only actions in a state, in a skill (empty for any) and with every word of `text`.

        What was kept in sight no longer is.
        """
        self._states, self._skill = states, skill
        self._words = words_of(text)
        self._kept = frozenset()
        self.invalidate()

    def keep(self, id_: str) -> None:
        """Keep an action in sight in whatever state it is, until another choice is made."""
        self._kept |= {id_}

    def read_again(self) -> None:
        """Choose among the rows of now, as the model has changed; their order stays."""
        self.beginFilterChange()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def plan_row(self, index: Index) -> PlanRow | None:
        """Return the row of an index of this order."""
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, PlanRow) else None

    @property
    def all_rows(self) -> tuple[PlanRow, ...]:
        """All rows, whatever is filtered."""
        return self._model.rows

    @property
    def shown(self) -> tuple[PlanRow, ...]:
        """The rows that are shown, from top to bottom."""
        rows = (self.plan_row(self.index(number, 0)) for number in range(self.rowCount()))
        return tuple(row for row in rows if row is not None)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether the row was chosen."""
        row = self.sourceModel().index(source_row, 0, source_parent).data(ROW_ROLE)
        action = row.action
        if row.id not in self._kept and action.state not in self._states:
            return False
        if self._skill and action.skill != self._skill:
            return False
        return has_words(row.said, self._words)
