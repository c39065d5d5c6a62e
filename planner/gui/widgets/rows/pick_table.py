"""A table of painted rows of which one is picked, with columns as wide as the person wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QWidget,
)

from planner.core.model import Scale
from planner.gui.models.row_order import RowOrder
from planner.gui.theme import Theme
from planner.gui.widgets.rows.row_painting import SIDE_MARGIN
from planner.gui.widgets.rows.row_table import RowTable

_WIDEST = 600
_LEAST_SECTION = 40
_SHEET = f"""
QTableView {{ selection-background-color: transparent; }}
QHeaderView::section:first {{ padding-left: {SIDE_MARGIN}px; }}
"""


class RowLook(Protocol):
    """What a delegate paints rows with; `colour` is the role of colour of a level."""

    theme: Theme
    scale: Scale | None
    colour: str


class PickTable(RowTable):
    """Shows rows; `picked` (id, empty for none), `edit_requested` (id) on a double click.

    The first column stretches; `least` are the least widths of the others. A subclass gives them
    their usual widths.
    """

    picked = Signal(str)
    edit_requested = Signal(str)

    def __init__(
        self, order: RowOrder, least: Mapping[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(order, parent)
        self._rows = order
        self._least = least
        self._wanted: dict[int, int] = {}
        self._brings_into_sight = False
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_LEAST_SECTION)
        # The delegate paints the ground of the picked row, and the first heading stands above it.
        self.setStyleSheet(_SHEET)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._on_section_resized)
        for changed in (order.modelReset, order.layoutChanged, order.dataChanged):
            changed.connect(self.fit_soon)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def pick(self, id_: str) -> bool:
        """Make a row the current one by its id; return whether it is shown."""
        index = self._rows.index_of(id_)
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        self._brings_into_sight = True
        self.fit_soon()
        return True

    def pick_row(self, number: int) -> None:
        """Make the row of a number the current one, or the nearest that there is."""
        rows = self._rows.rowCount()
        if rows:
            place = max(0, min(number, rows - 1))
            self.pick(self._rows.id_at(self._rows.index(place, 0)))

    def widths(self) -> dict[str, int]:
        """Return the widths that the person gave to columns, by the column's number."""
        return {str(int(column)): width for column, width in self._wanted.items()}

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Give columns the widths that the person once gave them."""
        self._wanted = {
            column: max(least, min(_WIDEST, widths[str(int(column))]))
            for column, least in self._least.items()
            if str(int(column)) in widths
        }
        self._set_usual_widths()

    def _dress(self, delegate: RowLook, theme: Theme, scale: Scale | None, colour: str) -> None:
        delegate.theme, delegate.scale, delegate.colour = theme, scale, colour
        self._set_usual_widths()
        self.fit_soon()
        self.viewport().update()

    def _set_usual_widths(self) -> None:
        raise NotImplementedError

    def _take_widths(self, usual: Mapping[int, int]) -> None:
        """Make columns as wide as the person wants, else as usual."""
        header = self.horizontalHeader()
        header.blockSignals(True)
        for column, width in usual.items():
            header.resizeSection(column, self._wanted.get(column, width))
        header.blockSignals(False)
        self.updateGeometries()

    def _on_section_resized(self, column: int, _before: int, width: int) -> None:
        if column in self._least and self.isVisible():
            self._wanted[column] = width
        self.fit_soon()

    def fit(self) -> None:
        """Make rows as high as their words, and bring the picked one into sight where it was."""
        self.resizeRowsToContents()
        if self._brings_into_sight:
            # Where a row stands is known only now.
            self._brings_into_sight = False
            self.updateGeometries()
            self.scrollTo(self.currentIndex())

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(self._rows.id_at(current))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        id_ = self._rows.id_at(index)
        if id_:
            self.edit_requested.emit(id_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap words anew at another width, and keep the picked row in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_usual_widths()
        self._brings_into_sight = True
        self.fit_soon()
