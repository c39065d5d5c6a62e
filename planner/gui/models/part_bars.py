"""Rows with a bar of which a part is kept; the model holds words and lengths, no rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.report.industry.bars import PartBar

Index = QModelIndex | QPersistentModelIndex
BAR_ROLE = Qt.ItemDataRole.UserRole


class PartBarsModel(QAbstractListModel):
    """The bars of the moment; headings between them cannot be picked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[PartBar, ...] = ()

    @property
    def bars(self) -> tuple[PartBar, ...]:
        """Every row, headings included."""
        return self._bars

    def show(self, bars: Sequence[PartBar]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._bars = tuple(bars)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the spoken words or the whole of a row."""
        if not index.isValid() or index.row() >= len(self._bars):
            return None
        bar = self._bars[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return bar.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return bar.spoken or bar.name
        return bar if role == BAR_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings are passed over."""
        bar = index.data(BAR_ROLE)
        if bar is None or not bar.thing:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
