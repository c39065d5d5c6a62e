"""A card with a chart over time and its twin, a table that says the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.icons import Icons
from planner.gui.models.rows_table import RowsModel, Told
from planner.gui.theme import Theme
from planner.gui.widgets.chart_view import ChartView, FigureMaker
from planner.gui.widgets.labels import breakable, plain_label
from planner.gui.widgets.rows_view import RowsView

_LEAST = QSize(280, 150)


class HistoryCard(QFrame):
    """Shows a chart or its table; `opened` (row) when a row of the table is opened."""

    opened = Signal(int)

    def __init__(
        self, columns: int, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icons = icons
        self._title = plain_label(strong=True, wraps=True)
        self._note = plain_label(size="small", tone="quiet", wraps=True)
        self.twin = QToolButton()
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._on_toggled)
        self.chart = ChartView(_LEAST)
        self.model = RowsModel(columns, self)
        self.table = RowsView(self.model, theme)
        self.table.opened.connect(self.opened)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.twin, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.apply_theme(theme)

    @property
    def title(self) -> str:
        """Whose history it is."""
        return self._title.text()

    @property
    def note(self) -> str:
        """What is said below the title, empty for nothing."""
        return self._note.text()

    def show_title(self, title: str, note: str = "") -> None:
        """Say whose history it is."""
        self._title.setText(breakable(title))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.chart.setAccessibleName(title)
        self.table.setAccessibleName(title)

    def show_chart(self, make: FigureMaker | None, description: str) -> None:
        """Show a chart, None as long as charts are not loaded."""
        self.chart.show_figure(make, description)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[Told]]) -> None:
        """Fill the table; without a row there is nothing to turn to."""
        self.model.show(headings, rows)
        self.twin.setVisible(bool(rows))
        if not rows:
            self._stack.setCurrentWidget(self.chart)
        else:
            self._on_toggled(self.twin.isChecked())

    def retranslate(self, texts: Texts) -> None:
        """Word the button in another language."""
        self.twin.setToolTip(texts.tr("Show the chart as a table"))
        self.twin.setAccessibleName(texts.tr("Show the chart as a table"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.twin.setIcon(self._icons.icon("table"))
        self.table.apply_theme(theme)

    def _on_toggled(self, is_table: bool) -> None:
        self._stack.setCurrentWidget(self.table if is_table else self.chart)
