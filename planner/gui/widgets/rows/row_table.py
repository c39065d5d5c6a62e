"""A table of rows without grid and frame, laid out once after whatever changes its room."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from planner.gui.widgets.display.focus_ring import ring_where_no_row_is_picked
from planner.gui.widgets.rows.sort_header import SortHeader


class RowTable(QTableView):
    """One row at a time is picked; nothing is edited in it, and it scrolls up and down alone.

    The delegate rings the picked row; while there is none, the focus is seen round the whole.

    A subclass implements `fit`, which `fit_soon` calls once control is back in the event loop.
    """

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(SortHeader(self))
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        ring_where_no_row_is_picked(self)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.fit)

    def fit(self) -> None:
        """Give columns and rows their sizes."""
        raise NotImplementedError

    def fit_soon(self) -> None:
        """Let `fit` be called, once however often this is."""
        self._fitting.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what changed while it was hidden."""
        super().showEvent(event)
        self.fit_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_soon()
