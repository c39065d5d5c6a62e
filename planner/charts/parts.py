"""Bars of which a part is kept: what there was hollow, what is kept for sure filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from planner.charts.elements.bar_rows import BarRow, Part, add_bar_rows, bar_rows_height
from planner.charts.elements.canvas import add_words, blank_figure
from planner.charts.elements.wrapping import wrapped
from planner.charts.style import HAIR, THIN, UNRATED, ChartStyle
from planner.core.text import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBar:
    """A bar, its parts in 0..1: kept for sure, at most, and what there was before."""

    name: str
    kept: float
    at_most: float
    before: float
    words: str
    note: str = ""


def kept_figure(
    bars: Sequence[KeptBar], texts: Texts, style: ChartStyle, *, width: float, height: float
) -> Figure:
    """Return the bars in `width` by `height` figure units, as many as fit."""
    figure, axes = blank_figure(width, height)
    if not bars:
        words = texts.tr("Nothing is rated yet, so nothing can be said of what is kept.")
        lines = wrapped(words, width * 0.8, lambda line: style.width_of(line, style.small, False))
        add_words(axes, (width / 2, height / 2), lines, style, colour=style.quiet, align="center")
        return figure

    def more(count: int) -> str:
        return texts.ntr("and {count} more in the list", "and {count} more in the list", count)

    add_bar_rows(axes, _rows(bars, style), (width, height), more, style)
    return figure


def kept_height(bars: Sequence[KeptBar], style: ChartStyle, width: float) -> float:
    """Return the height in figure units at which every bar is seen."""
    return bar_rows_height(_rows(bars, style), width, style) if bars else 6 * style.line_height


def _rows(bars: Sequence[KeptBar], style: ChartStyle) -> Sequence[BarRow]:
    return [
        BarRow(name=bar.name, parts=_parts(bar, style), words=bar.words, note=bar.note)
        for bar in bars
    ]


def _parts(bar: KeptBar, style: ChartStyle) -> Sequence[Part]:
    outline = {"facecolor": "none", "edgecolor": style.held}
    parts = [
        Part(start=0.0, end=bar.before, look={**outline, "linewidth": HAIR}),
        Part(start=0.0, end=bar.kept, look={"facecolor": style.held, "edgecolor": "none"}),
    ]
    if bar.at_most > bar.kept:
        # What is kept only if all that is unrated is held has the dashes of what is unrated.
        look = {**outline, "linestyle": UNRATED, "linewidth": THIN}
        parts.append(Part(start=bar.kept, end=bar.at_most, look=look))
    return [part for part in parts if part.end > part.start]
