"""The capability matrix as a table: a row a person, a column a skill, ordered and filtered.

It holds arrays and words; a cell is made when it is looked at. Orders are worked out by numpy over
all rows, so that thousands are sorted at once.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.searching import has_words, words_of
from planner.core.team.figures import Comparison
from planner.core.team.levels import Flags, Floats, Numbers, TeamLevels, no_levels
from planner.core.text import Texts
from planner.gui.models.team_roster import Roster
from planner.gui.models.team_still import Member, Still
from planner.report.map.words import readiness_words
from planner.report.team.words import cell_words

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole
_READ_ALOUD = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_UNRATED = "–"

BY_NAME, BY_ROLE, BY_READINESS = "name", "role", "readiness"
_SKILL = "skill:"


def by_skill(skill: str) -> str:
    """Return the name of the order by a skill's level."""
    return _SKILL + skill


@dataclass(frozen=True, slots=True)
class Order:
    """What the rows are ordered by, and whether it falls."""

    by: str = BY_NAME
    falls: bool = False

    @property
    def skill(self) -> str:
        """The skill whose levels order the rows, empty for none."""
        return self.by.removeprefix(_SKILL) if self.by.startswith(_SKILL) else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `level` is None where there is no number, `required` where nothing is asked."""

    words: str
    level: float | None
    required: float | None
    is_applicable: bool
    is_stale: bool
    is_read: bool

    @property
    def is_below(self) -> bool:
        """Whether the level is below what is required."""
        return self.level is not None and self.required is not None and self.level < self.required

    @property
    def is_missing(self) -> bool:
        """Whether something is required of which nothing is known."""
        return self.level is None and self.required is not None and self.is_applicable


class TeamMatrixModel(QAbstractTableModel):
    """The matrix of the moment; it holds words and values, no rule."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roster: Roster | None = None
        self._catalogue: Catalogue | None = None
        self._texts: Texts | None = None
        self._levels: TeamLevels = no_levels((), ())
        self._stale: Flags = np.zeros((0, 0), np.bool_)
        self._required: Floats = np.zeros((0, 0))
        self._is_read: Flags = np.zeros(0, np.bool_)
        self._comparison: Comparison | None = None
        self._places: dict[str, int] = {}
        # The places of the people shown, from top to bottom, and the row of each place.
        self._rows: Numbers = np.zeros(0, np.int64)
        self._row_of: Numbers = np.zeros(0, np.int64)
        self._columns: tuple[int, ...] = ()
        self._words: tuple[str, ...] = ()
        self._order = Order()
        self._numbers: dict[float, str] = {}

    # what is shown

    def show_roster(
        self,
        shown: Roster,
        catalogue: Catalogue,
        required: Floats,
        columns: Sequence[int],
        texts: Texts,
    ) -> None:
        """Show people whose levels are still to be read, and those skills."""
        self.beginResetModel()
        self._word(shown, catalogue, texts)
        self._levels = no_levels(shown.ids, [skill.id for skill in catalogue.skills])
        shape = (len(shown.people), len(catalogue.skills))
        self._stale = np.zeros(shape, np.bool_)
        self._is_read = np.zeros(shape[0], np.bool_)
        self._required = required
        self._comparison = None
        self._columns = tuple(columns)
        self._arrange()
        self.endResetModel()

    def put(self, part: TeamLevels, as_of: date, months: int) -> None:
        """Show the levels of some people that have just been read."""
        rows = [self._places[person] for person in part.people if person in self._places]
        if len(rows) != len(part.people) or part.skills != self._levels.skills:
            return
        whole = self._levels
        for name in ("level", "is_applicable", "rater", "day"):
            getattr(whole, name)[rows] = getattr(part, name)
        self._stale[rows] = part.is_stale(as_of, months)
        self._is_read[rows] = True
        if len(self._rows) and self._columns:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def show_figures(
        self,
        shown: Roster,
        levels: TeamLevels,
        stale: Flags,
        comparison: Comparison,
        columns: Sequence[int],
        catalogue: Catalogue,
        texts: Texts,
    ) -> None:
        """Show everything: levels, what is required, and each one's readiness."""
        self.beginResetModel()
        self._word(shown, catalogue, texts)
        self._levels, self._stale = levels, stale
        self._is_read = np.ones(len(shown.people), np.bool_)
        self._required = comparison.required
        self._comparison = comparison
        self._columns = tuple(columns)
        self._arrange()
        self.endResetModel()

    def clear(self) -> None:
        """Show nobody."""
        self.beginResetModel()
        self._roster, self._comparison, self._places = None, None, {}
        self._rows, self._columns = np.zeros(0, np.int64), ()
        self.endResetModel()

    def set_words(self, text: str) -> None:
        """Show only the people whose name or role has every word of `text`."""
        self._words = words_of(text)
        self._rearrange()

    def set_columns(self, columns: Sequence[int]) -> None:
        """Show these skills, as places in the catalogue's list."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def order_by(self, order: Order) -> None:
        """Put the rows into another order; what is unknown stands last, equals stand by name."""
        self._order = order
        self._rearrange()

    @property
    def order(self) -> Order:
        """The order of the rows."""
        return self._order

    @property
    def roster(self) -> Roster | None:
        """Everybody, whoever is shown; None for nobody."""
        return self._roster

    @property
    def is_complete(self) -> bool:
        """Whether everybody has been read and compared."""
        return self._comparison is not None

    def _word(self, shown: Roster, catalogue: Catalogue, texts: Texts) -> None:
        self._roster, self._catalogue, self._texts = shown, catalogue, texts
        self._places = {person.id: row for row, person in enumerate(shown.people)}
        self._numbers = {}

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        shown = self._roster
        if shown is None:
            return
        keys = self._keys(shown)
        unknown = np.isnan(keys)
        falling = np.where(unknown, 0.0, -keys if self._order.falls else keys)
        rows = np.lexsort((shown.name_rank, falling, unknown))
        if self._words:
            fits = [has_words(said, self._words) for said in shown.said]
            rows = rows[np.array(fits, np.bool_)[rows]]
        self._rows = rows
        self._row_of = np.full(len(shown.people), -1, np.int64)
        self._row_of[rows] = np.arange(len(rows))

    def _keys(self, shown: Roster) -> Floats:
        by = self._order.by
        if by == BY_ROLE:
            return shown.role_rank.astype(np.float64)
        if by == BY_READINESS and self._comparison is not None:
            standing = self._comparison.standing
            # The high end tells apart whoever has the same low one.
            keys: Floats = standing.low + standing.high * 1e-9
            return keys
        if self._order.skill in self._levels.skills:
            column: Floats = self._levels.level[:, self._levels.skills.index(self._order.skill)]
            return column
        return shown.name_rank.astype(np.float64)

    # what is where

    def person_at(self, row: int) -> Person | None:
        """Return whose row it is, None for a row that is not shown."""
        if self._roster is None or not 0 <= row < len(self._rows):
            return None
        return self._roster.people[int(self._rows[row])]

    def filtered_people(self) -> frozenset[str] | None:
        """Return the ids of those that fit the filter, None where that is everybody or nobody."""
        shown = self._roster
        if shown is None or len(self._rows) in (0, len(shown.people)):
            return None
        return frozenset(shown.ids[place] for place in self._rows)

    def skill_at(self, column: int) -> str:
        """Return the skill of a column, empty for one that is not shown."""
        if self._catalogue is None or not 0 <= column < len(self._columns):
            return ""
        return self._catalogue.skills[self._columns[column]].id

    def row_of(self, person: str) -> int:
        """Return the row of a person, -1 where it is not shown."""
        place = self._places.get(person)
        return -1 if place is None else int(self._row_of[place])

    def column_of(self, skill: str) -> int:
        """Return the column of a skill, -1 where it is not shown."""
        shown = [self.skill_at(column) for column in range(len(self._columns))]
        return shown.index(skill) if skill in shown else -1

    @property
    def columns(self) -> tuple[int, ...]:
        """The skills shown, as places in the catalogue's list."""
        return self._columns

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell of those shown."""
        at = self._rows[row], self._columns[column]
        level, required = float(self._levels.level[at]), float(self._required[at])
        is_applicable = bool(self._levels.is_applicable[at])
        has_level = level == level  # noqa: PLR0124 - NaN alone is not equal to itself
        return Cell(
            words=self._number(level) if has_level else self._no_number(is_applicable),
            level=level if has_level else None,
            required=required if required == required else None,  # noqa: PLR0124
            is_applicable=is_applicable,
            is_stale=has_level and bool(self._stale[at]),
            is_read=bool(self._is_read[at[0]]),
        )

    def still(self) -> Still:
        """Return what is shown now, for work off the GUI thread: later changes do not touch it."""
        members = tuple(self._member(int(place)) for place in self._rows)
        at = np.ix_(self._rows, np.array(self._columns, np.int64))
        return Still(
            members=members,
            columns=self._columns,
            level=self._levels.level[at],
            required=self._required[at],
            is_applicable=self._levels.is_applicable[at],
            is_stale=self._stale[at],
        )

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Yield everybody's slug, name and role in words, whoever is shown."""
        if self._roster is not None:
            for person, role in zip(self._roster.people, self._roster.roles, strict=True):
                yield person.id, person.name, role

    def member(self, row: int) -> Member | None:
        """Return who stands at the head of a row, None for a row that is not shown."""
        if self._roster is None or not 0 <= row < len(self._rows):
            return None
        return self._member(int(self._rows[row]))

    def _member(self, place: int) -> Member:
        assert self._roster is not None
        return Member(self._roster.people[place], self._roster.roles[place], self._readiness(place))

    def _readiness(self, place: int) -> str:
        if self._comparison is None or self._texts is None:
            return ""
        readiness = self._comparison.standing.readiness(place)
        return "?" if readiness is None else readiness_words(readiness, self._texts)

    def _number(self, level: float) -> str:
        if level not in self._numbers:
            self._numbers[level] = self._texts.number(level) if self._texts else str(level)
        return self._numbers[level]

    def _no_number(self, is_applicable: bool) -> str:
        return _UNRATED if is_applicable or self._texts is None else self._texts.tr("n/a")

    def words_of(self, row: int, column: int) -> str:
        """Return a cell in words, such as `Lin Wei, Contract law: 3, required 4, stale`."""
        texts, cell, person = self._texts, self.cell(row, column), self.person_at(row)
        if texts is None or self._catalogue is None or person is None:
            return ""
        state = texts.tr("not read yet")
        if cell.is_read:
            state = cell_words(
                cell.level,
                cell.required,
                texts,
                is_applicable=cell.is_applicable,
                is_stale=cell.is_stale,
            )
        return texts.tr(
            "{name}, {skill}: {state}",
            name=person.name,
            skill=texts.pick(self._catalogue.skills[self._columns[column]].name),
            state=state,
        )

    # the contract of Qt

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of people shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of skills shown."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell, its number, or what is read aloud of it."""
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).words
        if role in _READ_ALOUD:
            words = self.words_of(index.row(), index.column())
            # Qt would take a name with markup in it for rich text.
            is_tip = role == Qt.ItemDataRole.ToolTipRole
            return f"<p>{html.escape(words)}</p>" if is_tip else words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a person or of a skill."""
        if orientation == Qt.Orientation.Horizontal:
            return self._heading(section) if role == Qt.ItemDataRole.DisplayRole else None
        member = self.member(section)
        if member is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return member.person.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (member.person.name, member.role, member.readiness)
            return ", ".join(part for part in parts if part)
        return None

    def _heading(self, section: int) -> str | None:
        if self._texts is None or self._catalogue is None or not 0 <= section < len(self._columns):
            return None
        return self._texts.pick(self._catalogue.skills[self._columns[section]].name)
