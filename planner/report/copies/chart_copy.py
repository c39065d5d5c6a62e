"""A chart as it leaves the window: what it is called, how it is drawn, and from what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.charts.style import ChartStyle
from planner.report.copies.chart_table import ChartTable
from planner.report.document import file_name

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart

Colour = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartCopy:
    """One chart, to be drawn anew on its own ground and at its own size.

    `title` says whose and what, `note` for what and when. `draw` takes the style, the roles of
    colour, the width and the height in figure units; `size` says from the style and the width
    wished how large a figure leaves nothing out. `table` makes what it is drawn from.
    """

    title: str
    note: str
    draw: Callable[[ChartStyle, Colour, float, float], Chart]
    size: Callable[[ChartStyle, float], tuple[float, float]]
    table: Callable[[], ChartTable]
    track: int = 0

    @property
    def file_name(self) -> str:
        """What it is called as a file on any system, without an ending."""
        return file_name(self.title) or "chart"
