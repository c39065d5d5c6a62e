"""The table of a gap: a row a skill, worded, sorted by value and filtered by words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)

from planner.core.gaps import Gap, SkillGap
from planner.core.model import Catalogue
from planner.core.people import MONTHS_UNTIL_STALE, Rater
from planner.core.searching import has_words, in_both_languages, words_of
from planner.core.text import Texts
from planner.gui.models.row_order import ROW_ROLE, SORT_ROLE, Index, RowOrder
from planner.report.gaps.words import step_between, step_words
from planner.report.rows import aligned_numbers, rater_name


class GapColumn(IntEnum):
    """The columns, from left to right."""

    SKILL = 0
    LEVELS = 1
    WEIGHT = 2
    RATED = 3
    PLAN = 4


_AT_RIGHT = (GapColumn.WEIGHT, GapColumn.PLAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """One skill of a gap in the words of one language.

    `plan` says how many actions it has, `said` what it is looked for by.
    """

    skill: SkillGap
    name: str
    kind: str
    step: str
    weight: str
    rated: str
    is_stale: bool
    actions: int
    plan: str
    said: str
    sort_name: Any

    @property
    def id(self) -> str:
        """The skill's slug."""
        return self.skill.skill


def gap_rows(
    gap: Gap,
    catalogue: Catalogue,
    texts: Texts,
    today: date,
    months: int = MONTHS_UNTIL_STALE,
    planned: Mapping[str, int] = MappingProxyType({}),
) -> tuple[GapRow, ...]:
    """Return a row a skill in the gap's order, the largest weighted gap first.

    A rating that is older on `today` than so many months is stale. `planned` says how many open
    actions of the plan are for a skill.
    """
    rows = []
    weights = aligned_numbers([skill.weight for skill in gap.skills], texts)
    for skill, weight in zip(gap.skills, weights, strict=True):
        known = catalogue.skill(skill.skill)
        name = texts.pick(known.name)
        rating = skill.rating
        is_stale = rating is not None and rating.is_stale(today, months)
        kind = _kind_words(skill, known.kind, texts)
        rows.append(
            GapRow(
                skill=skill,
                name=name,
                kind=kind,
                step=step_words(skill, texts),
                weight=weight,
                rated=_rated_words(skill, is_stale, texts),
                is_stale=is_stale,
                actions=planned.get(skill.skill, 0),
                plan=_plan_words(skill, planned.get(skill.skill, 0), texts),
                said=f"{in_both_languages(known.name)}\n{kind}",
                sort_name=texts.sort_key(name),
            )
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class MayCome:
    """Words that work on a gap may bring into its columns, for which these keep room."""

    steps: tuple[str, ...]
    rated: tuple[str, ...]
    plan: tuple[str, ...]


def what_may_come(gap: Gap, catalogue: Catalogue, texts: Texts, today: date) -> MayCome:
    """Return the words that a rating of `today` or a first action may bring into a gap's table."""
    levels = (None, *(level.number for level in catalogue.scale.levels))
    needed = sorted({skill.required for skill in gap.skills})
    month = texts.month(today)
    return MayCome(
        steps=tuple(step_between(held, to, texts) for held in levels for to in needed),
        rated=(
            texts.tr("unrated"),
            *(
                texts.tr("{rater} · {month}", rater=texts.word(rater_name(rater)), month=month)
                for rater in Rater
            ),
        ),
        plan=(texts.ntr("{count} action", "{count} actions", 1),),
    )


def kind_name(kind: str, texts: Texts) -> str:
    """Return the name of a kind of skill; an unknown kind is named as it is."""
    known = {
        "hard": texts.tr("hard"),
        "soft": texts.tr("soft"),
        "strategic": texts.tr("strategic"),
        "digital": texts.tr("digital"),
    }
    return known.get(kind, kind)


def _kind_words(skill: SkillGap, kind: str, texts: Texts) -> str:
    need = texts.tr("essential") if skill.essential else texts.tr("desirable")
    if not kind:
        return need
    return texts.tr("{need} · {kind}", need=need, kind=kind_name(kind, texts))


def _rated_words(skill: SkillGap, is_stale: bool, texts: Texts) -> str:
    if skill.rating is None:
        return texts.tr("unrated")
    if skill.rating.is_imagined:
        return texts.tr("what if")
    rater = texts.word(rater_name(skill.rating.by))
    month = texts.month(skill.rating.on)
    if is_stale:
        return texts.tr("{rater} · {month} · stale", rater=rater, month=month)
    return texts.tr("{rater} · {month}", rater=rater, month=month)


def _plan_words(skill: SkillGap, actions: int, texts: Texts) -> str:
    if actions:
        return texts.ntr("{count} action", "{count} actions", actions)
    return texts.tr("nothing planned") if skill.is_open else texts.tr("reached")


class GapTableModel(QAbstractTableModel):
    """The rows of the moment; it holds words and values, no rule."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[GapRow, ...] = ()
        # The rows as they were when they were put into their order.
        self._ordered: dict[str, GapRow] = {}
        self._headings: tuple[str, ...] = ("",) * len(GapColumn)

    def show(self, rows: Sequence[GapRow], *, holds_order: bool = False) -> None:
        """Show other rows; with `holds_order` each keeps the place that its old values gave it."""
        if not holds_order:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.order_by_now()
            self.endResetModel()
            return
        new = {row.id: row for row in rows}
        for number in reversed(range(len(self._rows))):
            if self._rows[number].id not in new:
                self.beginRemoveRows(QModelIndex(), number, number)
                self._rows = self._rows[:number] + self._rows[number + 1 :]
                self.endRemoveRows()
        shown = {row.id for row in self._rows}
        for at, row in enumerate(rows):
            if row.id not in shown:
                number = self._old_place(row.id, at)
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows = (*self._rows[:number], row, *self._rows[number:])
                self.endInsertRows()
        self._rows = tuple(new[row.id] for row in self._rows)
        if rows:
            last = self.index(len(rows) - 1, len(GapColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _old_place(self, skill: str, otherwise: int) -> int:
        """Return where a row that comes back stood among those shown, else another place."""
        before = list(self._ordered)
        if skill not in before:
            return otherwise
        above = set(before[: before.index(skill)])
        return sum(row.id in above for row in self._rows)

    def order_by_now(self) -> None:
        """Let the values of now say the order, from the next sorting on."""
        self._ordered = {row.id: row for row in self._rows}

    @property
    def rows(self) -> tuple[GapRow, ...]:
        """All rows, whatever is filtered."""
        return self._rows

    def set_headings(self, texts: Texts, *, imagines: bool = False) -> None:
        """Word the headings; while something is imagined the last column raises and lowers."""
        self._headings = (
            texts.tr("Skill"),
            texts.tr("Held → required"),
            texts.tr("Weight"),
            texts.tr("Rated"),
            texts.tr("What if") if imagines else texts.tr("In plan"),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(GapColumn) - 1)

    def row(self, index: Index) -> GapRow:
        """Return the row of a valid index."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of skills."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(GapColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, the sort value or the whole row of a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = GapColumn(index.column())
        if role == ROW_ROLE:
            return row
        if role == SORT_ROLE:
            return _sort_value(self._ordered.get(row.id, row), column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell_words(row, column, with_kind=role != Qt.ItemDataRole.DisplayRole)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _AT_RIGHT:
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
            side = (
                Qt.AlignmentFlag.AlignRight if section in _AT_RIGHT else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def _cell_words(row: GapRow, column: GapColumn, *, with_kind: bool) -> str:
    if column is GapColumn.SKILL:
        return f"{row.name}, {row.kind}" if with_kind else row.name
    return {
        GapColumn.LEVELS: row.step,
        GapColumn.WEIGHT: row.weight,
        GapColumn.RATED: row.rated,
        GapColumn.PLAN: row.plan,
    }[column]


def _sort_value(row: GapRow, column: GapColumn) -> Any:
    rating = row.skill.rating
    return {
        GapColumn.SKILL: row.sort_name,
        GapColumn.LEVELS: row.skill.weighted_gap,
        GapColumn.WEIGHT: row.skill.weight,
        GapColumn.RATED: rating.on.toordinal() if rating else 0,
        GapColumn.PLAN: row.actions,
    }[column]


class GapTableOrder(RowOrder):
    """The order and the choice of rows that the person asked for; equals keep the gap's order.

    A row stays where it is while its values change, so that one can rate down the list.
    """

    def __init__(self, model: GapTableModel, parent: QObject | None = None) -> None:
        super().__init__(model, parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        # Where a row comes back to, Qt works out only while it sorts by itself.
        model.rowsInserted.connect(self.invalidate)

    def set_words(self, text: str) -> None:
        """Show only the rows whose name or kind has every word of `text`."""
        self._words = words_of(text)
        self.invalidate()

    def gap_row(self, index: Index) -> GapRow | None:
        """Return the row of an index of this order."""
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, GapRow) else None

    @property
    def all_rows(self) -> tuple[GapRow, ...]:
        """All rows, whatever is filtered."""
        return self._model.rows

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the values of now."""
        self._model.order_by_now()
        super().sort(column, order)
        # Qt sorts on from the order before, in which equals may stand the other way round.
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether the row has every word."""
        row = self.sourceModel().index(source_row, 0, source_parent).data(ROW_ROLE)
        return has_words(row.said, self._words)
