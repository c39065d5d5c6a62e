"""Rows of widgets one below the other that are kept from one showing to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from planner.gui.widgets.arrangement.tab_order import tab_as_laid_out, tab_in_its_place

Row = TypeVar("Row", bound=QWidget)


class KeptRows(QWidget, Generic[Row]):
    """Makes rows and lets go of them as their number changes, so that the focus stays in its row.

    The arrow keys walk from row to row.
    """

    def __init__(
        self, make: Callable[[], Row], spacing: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows there are."""
        return tuple(self._rows)

    def keep(self, count: int) -> Sequence[Row]:
        """Return so many rows, the first of them those that were there before."""
        before = len(self._rows)
        while len(self._rows) < count:
            row = self._make()
            self._rows.append(row)
            self._column.addWidget(row)
        if before and count > before:
            tab_as_laid_out(self)
        elif count > before:
            tab_in_its_place(self)
        focused = QApplication.focusWidget()
        has_lost = False
        while len(self._rows) > count:
            row = self._rows.pop()
            has_lost = has_lost or (
                focused is not None and (row is focused or row.isAncestorOf(focused))
            )
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        if has_lost:
            self.focus(len(self._rows) - 1)
        self.setVisible(bool(self._rows))
        return self.rows

    def place(self) -> int:
        """Return the place of the row with the focus, -1 for none."""
        focused = QApplication.focusWidget()
        return next(
            (
                place
                for place, row in enumerate(self._rows)
                if focused is not None and (row is focused or row.isAncestorOf(focused))
            ),
            -1,
        )

    def focus(self, place: int) -> None:
        """Put the focus into the row at a place, or the nearest there is."""
        if self._rows:
            stop = stop_of(self._rows[max(0, min(place, len(self._rows) - 1))])
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_below(self, place: int, widget: QWidget) -> None:
        """Put something that is no row below the row at a place."""
        self._column.removeWidget(widget)
        self._column.insertWidget(self._column.indexOf(self._rows[place]) + 1, widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from row to row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        place = self.place()
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() or not 0 <= place + step < len(self._rows):
            super().keyPressEvent(event)
            return
        self.focus(place + step)


def stop_of(row: QWidget) -> QWidget:
    """Return where Tab stops in a row: at the row itself, else at the first part of it.

    It is no focus proxy of the row, as Qt would stop at the row too, wherever it was made.
    """
    parts = (row, *row.findChildren(QWidget))
    stops = (part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((part for part in stops if part.isVisibleTo(row) or part is row), row)
