"""How the team covers the skills of the matrix: two rows below it, a column a skill."""

from __future__ import annotations

import html
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.core.model import Catalogue
from planner.core.team.coverage import Coverage
from planner.core.text import Texts
from planner.gui.models.team_matrix import TeamMatrixModel
from planner.report.team.words import coverage_words, percent_words, stale_words

Index = QModelIndex | QPersistentModelIndex
COVER_ROLE = Qt.ItemDataRole.UserRole
HINT_ROLE = Qt.ItemDataRole.UserRole + 1


class CoverageRow(IntEnum):
    """The rows, from top to bottom."""

    COVERAGE = 0
    STALE = 1


@dataclass(frozen=True, slots=True)
class Cover:
    """One skill: how many hold what is required of them, as a part of the most that do."""

    words: str
    part: float
    is_single_point: bool


class TeamCoverageModel(QAbstractTableModel):
    """Follows the columns of the matrix; empty until everybody has been read."""

    def __init__(self, matrix: TeamMatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self._coverage: Coverage | None = None
        self._catalogue: Catalogue | None = None
        self._texts: Texts | None = None
        self._columns: tuple[int, ...] = ()
        self._most = 1

    def show_coverage(
        self, coverage: Coverage | None, catalogue: Catalogue | None, texts: Texts
    ) -> None:
        """Show another coverage for the columns that the matrix shows now."""
        self.beginResetModel()
        self._coverage, self._catalogue, self._texts = coverage, catalogue, texts
        self._columns = self._matrix.columns
        counts = [] if coverage is None else [int(coverage.at_required[c]) for c in self._columns]
        self._most = max(1, *counts, 1)
        self.endResetModel()

    def cover(self, column: int) -> Cover:
        """Return the coverage of a column that is shown."""
        if self._coverage is None:
            return Cover("", 0.0, False)
        skill = self._columns[column]
        count = int(self._coverage.at_required[skill])
        is_required = int(self._coverage.required[skill]) > 0
        return Cover(
            str(count) if is_required else "–",
            count / self._most,
            bool(self._coverage.is_single_point[skill]),
        )

    def words_of(self, row: int, column: int) -> str:
        """Return what a cell tells in a sentence."""
        if self._coverage is None or self._texts is None or self._catalogue is None:
            return ""
        skill = self._columns[column]
        words = coverage_words if row == CoverageRow.COVERAGE else stale_words
        return self._texts.tr(
            "{skill}: {state}",
            skill=self._texts.pick(self._catalogue.skills[skill].name),
            state=words(self._coverage, skill, self._texts),
        )

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(CoverageRow)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of skills shown."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a number, what is painted, or what is read aloud."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == COVER_ROLE:
            return self.cover(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._number(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words_of(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            # Qt would take a name with markup in it for rich text.
            return f"<p>{html.escape(self.words_of(row, column))}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a row tells, with a word of explanation, or the skill of a column."""
        if self._texts is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._matrix.headerData(section, orientation, role)
        texts = self._texts
        if role == Qt.ItemDataRole.DisplayRole:
            return (texts.tr("Coverage"), texts.tr("Stale ratings"))[section]
        if role == HINT_ROLE:
            return (texts.tr("people at the required level"), "")[section]
        return None

    def _number(self, row: int, column: int) -> str:
        if row == CoverageRow.COVERAGE:
            return self.cover(column).words
        if self._coverage is None or self._texts is None:
            return ""
        return percent_words(self._coverage.stale_share(self._columns[column]), self._texts)
