"""The order and the choice of rows that a person asked for, over a table whose rows have an id."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1


class RowOrder(QSortFilterProxyModel):
    """Orders by `SORT_ROLE`, and only when asked to: a row stays where it is while it changes.

    The `ROW_ROLE` of every cell is its whole row, which has an `id`.
    """

    def __init__(self, model: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(False)

    def id_at(self, index: Index) -> str:
        """Return the id of the row of an index of this order, empty for none."""
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row.id if row is not None else ""

    def index_of(self, id_: str) -> QModelIndex:
        """Return where a row stands, an invalid index where it is not shown."""
        for number in range(self.rowCount()):
            index = self.index(number, 0)
            if self.id_at(index) == id_:
                return index
        return QModelIndex()

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two cells by their values."""
        return bool(left.data(SORT_ROLE) < right.data(SORT_ROLE))
