"""One list of kept parts on the industry's page, with its table twin and its ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.models.rows_table import RowsModel, Told
from planner.gui.pages.industry.part_bars_view import PartBarsView
from planner.gui.theme import Theme
from planner.gui.widgets.charts.actions import ChartActions
from planner.gui.widgets.display.card import Card
from planner.gui.widgets.rows.rows_view import RowsView
from planner.report.copies.chart_copies import kept_copy
from planner.report.copies.chart_table import ChartTable
from planner.report.industry.bars import PartBar


class KeptChart(QStackedWidget):
    """Shows bars, or the table that says the same; its buttons stand in the head of a card."""

    def __init__(
        self, bars: PartBarsView, card: Card, columns: int, icons: Icons, theme: Theme
    ) -> None:
        super().__init__()
        self.bars = bars
        self.model = RowsModel(columns, self)
        self.table = RowsView(self.model, theme)
        self.twin = QToolButton()
        self.chart_actions = ChartActions(bars, icons, self.table, twin=self.twin)
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._on_twin)
        for part in (self.bars, self.table):
            self.addWidget(part)
        for button in (self.twin, self.chart_actions.button):
            card.heading.add_button(button)

    def show_parts(
        self, bars: tuple[PartBar, ...], table: ChartTable, title: str, note: str, texts: Texts
    ) -> None:
        """Show other bars, with their figures and what they are called outside the window."""
        self.bars.show_bars(bars)
        rows = [[Told(word) for word in row] for row in table.words(texts)]
        self.model.show(table.headings, rows, table)
        self.twin.setEnabled(bool(rows))
        copy = kept_copy(bars, lambda: table, title, note, texts) if rows else None
        self.chart_actions.show_chart(copy)

    def retranslate(self, texts: Texts) -> None:
        """Word the buttons in another language."""
        self.twin.setToolTip(texts.tr("Show the chart as a table (T)"))
        self.twin.setAccessibleName(texts.tr("Show the chart as a table"))
        self.chart_actions.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.bars.apply_theme(theme)
        self.table.apply_theme(theme)
        self.chart_actions.apply_theme(theme)

    def _on_twin(self, is_table: bool) -> None:
        had_focus = self.bars.hasFocus() or self.table.hasFocus()
        shown: QWidget = self.table if is_table else self.bars
        self.setCurrentWidget(shown)
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
