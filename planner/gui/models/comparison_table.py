"""The rows of two roles side by side as a table: a heading, and what each role says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.report.compare.sides import CompareRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
DESCRIBED_ROLE = Qt.ItemDataRole.UserRole + 1
_COLUMNS = 3


class ComparisonModel(QAbstractTableModel):
    """The rows of the moment; of some skills it is told what their levels look like."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, str, str] = ("", "", "")
        self._rows: tuple[CompareRow, ...] = ()
        self._described: set[int] = set()

    @property
    def rows(self) -> tuple[CompareRow, ...]:
        """What is shown."""
        return self._rows

    def show(self, headings: tuple[str, str, str], rows: Sequence[CompareRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._headings = headings
        self._rows = tuple(rows)
        self._described = set()
        self.endResetModel()

    def can_describe(self, row: int) -> bool:
        """Whether there are words for the levels of a row."""
        return any(side.description for side in self._rows[row].sides)

    def describe(self, row: int) -> None:
        """Tell what the levels of a row look like, or no longer."""
        if self.can_describe(row):
            self._described ^= {row}
            self.dataChanged.emit(self.index(row, 0), self.index(row, _COLUMNS - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words or the whole of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        is_described = index.row() in self._described
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if not index.column():
                return ", ".join(filter(None, (row.head, row.note)))
            side = row.sides[index.column() - 1]
            below = side.description if is_described else ""
            return "\n".join(filter(None, (side.words, below)))
        if role == DESCRIBED_ROLE:
            return is_described
        return row if role == ROW_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section]
