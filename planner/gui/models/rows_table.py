"""A plain table of words: the twin of a chart, row by row, with headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.report.copies.chart_table import ChartTable

Index = QModelIndex | QPersistentModelIndex
TOLD_ROLE = Qt.ItemDataRole.UserRole
_HEADING = Qt.AlignmentFlag.AlignBottom.value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class Told:
    """A cell: its words, and a small note below them in a role of colour.

    Where it `is_stale` a clock stands before the note.
    """

    words: str
    note: str = ""
    colour: str = "text-quiet"
    is_stale: bool = False
    is_bold: bool = False


class RowsModel(QAbstractTableModel):
    """The cells of the moment; it holds words, no rule."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ("",) * columns
        self._rows: tuple[tuple[Told, ...], ...] = ()
        self._numbers: frozenset[int] = frozenset()
        self._figures: ChartTable | None = None

    def show(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[Told]],
        figures: ChartTable | None = None,
        *,
        numbers: Collection[int] = (),
    ) -> None:
        """Show other rows, each as wide as the headings; `figures` are what they say, row by row.

        Without figures, what is copied are the words. Columns of `numbers`, else those of the
        figures, end at the right.
        """
        self.beginResetModel()
        self._headings = tuple(headings)
        self._rows = tuple(tuple(row) for row in rows)
        self._figures = figures
        self._numbers = frozenset(numbers or (figures.numbers if figures else ()))
        self.endResetModel()

    def figures(self, rows: Sequence[int]) -> ChartTable:
        """Return what some of the rows say, to be copied."""
        told = self._figures or ChartTable(
            headings=self._headings,
            rows=tuple(tuple(_said(cell) for cell in row) for row in self._rows),
        )
        return replace(told, rows=tuple(told.rows[row] for row in rows))

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of every row, each cell with its note in a second line."""
        return tuple(
            tuple(f"{cell.words}\n{cell.note}" if cell.note else cell.words for cell in row)
            for row in self._rows
        )

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words or the whole of a cell."""
        if not index.isValid():
            return None
        told = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return told.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _said(told)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column()) | Qt.AlignmentFlag.AlignTop.value
        return told if role == TOLD_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section) | _HEADING
        return None

    def _side(self, column: int) -> int:
        is_number = column in self._numbers
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side.value


def _said(told: Told) -> str:
    return ", ".join(filter(None, (told.words, told.note)))
