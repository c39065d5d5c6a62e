"""What charts over time share: the room between their labels, its lines, and the legend below."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import ceil

from matplotlib.axes import Axes

from planner.charts.canvas import Point, add_line, add_words
from planner.charts.legend import Entry, add_legend_row, legend_rows
from planner.charts.style import ChartStyle
from planner.charts.time_axis import TimeAxis, time_axis
from planner.charts.wrapping import wrapped
from planner.core.text import Texts

EDGE, PAD = 2.0, 8.0
_LEGEND_LINE = 1.3


class TimePlot:
    """The part of a figure in which time goes to the right and values go up."""

    def __init__(
        self, axis: TimeAxis, top: float, bottom: float, span: tuple[float, float]
    ) -> None:
        self.axis = axis
        self.top = top
        self.bottom = bottom
        self.lowest, self._highest = span

    def y(self, value: float) -> float:
        """Return the height of a value."""
        span = self._highest - self.lowest
        part = (value - self.lowest) / span if span else 0.0
        return self.bottom - part * (self.bottom - self.top)

    def at(self, day: date, value: float) -> Point:
        """Return the place of a value on a day."""
        return self.axis.at(day), self.y(value)


class TimeChart:
    """Lays a chart over time out in `width` by `height` figure units, then draws its frame.

    `labels` are the words at the values to the left, `entries` the legend; `above` is what the
    lines of words above the plot take, in figure units.
    """

    def __init__(
        self,
        axes: Axes,
        size: tuple[float, float],
        texts: Texts,
        style: ChartStyle,
        *,
        days: Iterable[date],
        until: date,
        labels: Mapping[float, str],
        entries: Sequence[Entry],
        above: float = 0.0,
    ) -> None:
        self._axes = axes
        self._size = size
        self._texts = texts
        self._style = style
        self._labels = labels
        width, height = size
        self._rows = legend_rows(entries, width - 2 * EDGE, style)
        left = EDGE + _widest(labels.values(), style) + PAD
        right = width - EDGE - PAD
        bottom = height - style.line_height * (1.6 + _LEGEND_LINE * len(self._rows)) - 4
        top = style.line_height * 0.6 + above
        axis = time_axis(days, until, left, right)
        self.plot = TimePlot(axis, top, bottom, (min(labels), max(labels)))

    def add_frame(self) -> None:
        """Draw the lines of the values, the marks of the time and the legend."""
        axes, plot, style = self._axes, self.plot, self._style
        left, right = plot.axis.left, plot.axis.right
        for place, (value, words) in enumerate(self._labels.items()):
            y = plot.y(value)
            add_line(axes, ((left, y), (right, y)), color=style.line, linewidth=1.0)
            if place % self._every():
                continue
            add_words(axes, (left - PAD, y), (words,), style, colour=style.quiet, align="right")
        below = plot.bottom + style.line_height * 1.05
        for tick in plot.axis.ticks(self._texts, self.width_of):
            stem = ((tick.x, plot.bottom), (tick.x, plot.bottom + 4))
            add_line(axes, stem, color=style.quiet, linewidth=1.0)
            half = self.width_of(tick.words) / 2
            x = min(max(tick.x, EDGE + half), self._size[0] - EDGE - half)
            add_words(axes, (x, below), (tick.words,), style, colour=style.quiet, align="center")
        first = self._size[1] - style.line_height * (_LEGEND_LINE * len(self._rows) - 0.6)
        for number, row in enumerate(self._rows):
            y = first + number * style.line_height * _LEGEND_LINE
            add_legend_row(axes, row, self._size[0] / 2, y, style)

    def _every(self) -> int:
        """Return which labels there is room for: each, each second one, and so on."""
        room = (self.plot.bottom - self.plot.top) / max(1, len(self._labels) - 1)
        return max(1, ceil(self._style.line_height / max(room, 0.1)))

    def width_of(self, text: str) -> float:
        """Return the width of a label in figure units."""
        return self._style.width_of(text, self._style.small, False)


def add_nothing(axes: Axes, words: str, size: tuple[float, float], style: ChartStyle) -> None:
    """Say in the middle of a figure why there is nothing to see."""

    def width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    lines = wrapped(words, size[0] * 0.8, width_of)
    middle = (size[0] / 2, size[1] / 2)
    add_words(axes, middle, lines, style, colour=style.quiet, align="center")


def _widest(words: Collection[str], style: ChartStyle) -> float:
    return max(style.width_of(word, style.small, False) for word in words)
