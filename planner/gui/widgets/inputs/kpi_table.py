"""The results of KPIs as a table that stands among other parts of a column."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from planner.core.text import Texts
from planner.gui.models.rows_table import RowsModel, Told
from planner.gui.theme import Theme
from planner.gui.widgets.rows.rows_view import RowsView
from planner.report.copies.chart_table import ChartTable

_COLUMNS = 2
# A Chinese name may be broken anywhere, so that large text needs no more width than there is.
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
# What lies beyond this, at the usual text size, is scrolled to.
_HIGHEST = 360


class KpiTable(RowsView):
    """As high as its rows, up to a limit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._figures_model = RowsModel(_COLUMNS)
        super().__init__(self._figures_model, theme, parent)
        self._figures_model.setParent(self)
        self._factor = theme.text_factor

    def show_figures(self, figures: ChartTable, texts: Texts) -> None:
        """Show other results; the period stands below the KPI, as a column has little width."""
        kpi, _, reached, _ = figures.headings
        rows = [
            (Told(_BETWEEN_CHINESE.sub("\u200b", name), period), Told(part))
            for name, period, part, _ in figures.words(texts)
        ]
        self._figures_model.show((kpi, reached), rows, figures, numbers=(1,))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._factor = theme.text_factor
        super().apply_theme(theme)

    def fit(self) -> None:
        """Make columns and rows as large as their words, and the table as high as its rows."""
        super().fit()
        bar = self.horizontalScrollBar()
        height = self.horizontalHeader().height() + self.verticalHeader().length()
        height += bar.sizeHint().height() if bar.maximum() else 0
        self.setFixedHeight(min(height + 2, round(_HIGHEST * self._factor)))
