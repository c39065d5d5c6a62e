"""The charts beside the table of a gap: held and required levels, and the weighted gaps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from planner.charts.descriptions import bars_words, radar_words
from planner.charts.style import ChartStyle
from planner.core.gaps import Gap
from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.gui.widgets.chart_view import ChartLoader, ChartStyles, ChartView
from planner.gui.widgets.labels import plain_label

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_RADAR = QSize(280, 250)
_BARS = QSize(280, 150)


class GapsCharts(QWidget):
    """Shows one gap as two charts, once what draws them has been loaded off the GUI thread."""

    def __init__(self, loader: ChartLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._styles = ChartStyles()
        self._show: Callable[[], None] | None = None
        loader.loaded.connect(self._on_loaded)
        self.radar, self._radar_title = ChartView(_RADAR), plain_label(strong=True)
        self.bars, self._bars_title = ChartView(_BARS), plain_label(strong=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_card(self._radar_title, self.radar), 58)
        column.addWidget(_card(self._bars_title, self.bars), 42)

    def retranslate(self, texts: Texts) -> None:
        """Word the titles in another language; `show_gap` follows."""
        self._radar_title.setText(texts.tr("Held and required"))
        self._bars_title.setText(texts.tr("Weighted gap"))
        self.radar.setAccessibleName(self._radar_title.text())
        self.bars.setAccessibleName(self._bars_title.text())

    def show_gap(
        self, gap: Gap, catalogue: Catalogue, texts: Texts, theme: Theme, track: int
    ) -> None:
        """Show a gap in the colour of the role's track."""
        style = self._styles.style(theme, track)
        self._show = partial(self._show_loaded, gap, catalogue, texts, style)
        if self._loader.is_loaded:
            self._show()
        self._loader.load()

    def _show_loaded(self, gap: Gap, catalogue: Catalogue, texts: Texts, style: ChartStyle) -> None:
        from planner.charts.gaps import bars_figure, radar_figure

        what = (gap, catalogue, texts, style)
        self.radar.show_figure(
            partial(_made, radar_figure, what), radar_words(gap, catalogue, texts)
        )
        self.bars.show_figure(partial(_made, bars_figure, what), bars_words(gap, catalogue, texts))

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


def _card(title: QLabel, chart: ChartView) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 14, 20, 14)
    column.setSpacing(6)
    column.addWidget(title)
    column.addWidget(chart, 1)
    return card
