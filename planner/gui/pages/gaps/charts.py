"""The charts beside the table of a gap: held and required levels, and the weighted gaps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from planner.charts.descriptions import bars_words, radar_words
from planner.charts.style import ChartStyle
from planner.core.gaps import Gap
from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.least_box import least_column
from planner.gui.widgets.charts.card import ChartCard
from planner.gui.widgets.charts.view import ChartLoader, ChartStyles
from planner.report.copies.chart_copies import levels_copy, weighted_copy
from planner.report.copies.chart_tables import levels_table, weighted_table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.gui.pages.gaps.history import GapView

_RADAR = QSize(280, 190)
_BARS = QSize(280, 150)
_LEVELS_COLUMNS, _WEIGHTED_COLUMNS = 4, 5


class GapsCharts(QWidget):
    """Shows one gap as two charts, once what draws them has been loaded off the GUI thread."""

    def __init__(
        self, loader: ChartLoader, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._styles = ChartStyles()
        self._show: Callable[[], None] | None = None
        loader.loaded.connect(self._on_loaded)
        self.levels = ChartCard(_LEVELS_COLUMNS, icons, theme, least=_RADAR)
        self.weighted = ChartCard(_WEIGHTED_COLUMNS, icons, theme, least=_BARS)
        self.radar, self.bars = self.levels.chart, self.weighted.chart
        column = least_column(self, 16)
        column.addWidget(self.levels, 58)
        column.addWidget(self.weighted, 42)

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """The charts, from top to bottom."""
        return self.levels, self.weighted

    def retranslate(self, texts: Texts) -> None:
        """Word the titles in another language; `show_gap` follows."""
        self.levels.show_title(texts.tr("Held and required"))
        self.weighted.show_title(texts.tr("Weighted gap"))
        for card in self.cards:
            card.retranslate(texts)

    def show_gap(self, view: GapView) -> None:
        """Show a gap in the colour of the role's track."""
        texts, catalogue = view.texts, view.graph.catalogue
        for card in self.cards:
            card.apply_theme(view.theme)
        self.levels.show_table(levels_table(view.gap, catalogue, texts), texts)
        self.weighted.show_table(weighted_table(view.gap, catalogue, texts), texts)
        style = self._styles.style(view.theme, view.track)
        self._show = partial(self._show_loaded, view, style)
        if self._loader.is_loaded:
            self._show()
        self._loader.load()

    def _show_loaded(self, view: GapView, style: ChartStyle) -> None:
        from planner.charts.gaps import bars_figure, radar_figure

        gap, catalogue, texts = view.gap, view.graph.catalogue, view.texts
        name, what = view.person.name, (gap, catalogue, texts, style)
        self.levels.show_chart(
            partial(_made, radar_figure, what),
            radar_words(gap, catalogue, texts),
            levels_copy(gap, catalogue, name, texts, view.track) if gap.skills else None,
        )
        self.weighted.show_chart(
            partial(_made, bars_figure, what),
            bars_words(gap, catalogue, texts),
            weighted_copy(gap, catalogue, name, texts, view.track) if gap.skills else None,
        )

    def _on_loaded(self) -> None:
        if self._show is not None:
            self._show()


def _made(
    draw: Callable[..., Figure],
    what: tuple[Gap, Catalogue, Texts, ChartStyle],
    width: float,
    height: float,
) -> Figure:
    return draw(*what, width=width, height=height)
