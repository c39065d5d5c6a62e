"""What charts over time share: the room between their labels, its lines, and words at the data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from matplotlib.axes import Axes

from planner.charts.elements.canvas import Point, add_line, add_words
from planner.charts.elements.legend import Entry, add_legend_row, legend_rows
from planner.charts.elements.time_axis import TimeAxis, time_axis
from planner.charts.elements.wrapping import balanced, wrapped
from planner.charts.style import HAIR, ChartStyle
from planner.core.text import Texts

EDGE, PAD = 2.0, 8.0
_LEGEND_LINE = 1.3
# Words at the ends of the lines take at most this part of the width.
_END_SHARE = 0.34
_END_GAP = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """What a line is called where it ends: its last day and value, and how far that is moved."""

    words: str
    day: date
    value: float
    colour: str
    moved: float = 0.0


@dataclass(frozen=True, slots=True)
class _PlacedEnd:
    end: End
    lines: tuple[str, ...]
    y: float


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

    `labels` are the words at the values to the left, `ends` those at the lines to the right, and
    `entries` the legend of what has none; `above` is what the lines of words above the plot take,
    in figure units. Where there is no room for every one of `ends`, all of `otherwise` join the
    legend.
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
        ends: Sequence[End] = (),
        entries: Sequence[Entry] = (),
        otherwise: Sequence[Entry] = (),
        above: float = 0.0,
    ) -> None:
        self._axes = axes
        self._size = size
        self._texts = texts
        self._style = style
        self._labels = labels
        self._days, self._until, self._above = list(days), until, above
        self._ends: Sequence[_PlacedEnd] = ()
        self._rows: Sequence[Sequence[Entry]] = ()
        worded = self._wrapped(ends)
        self._lay_out(entries, worded)
        placed = self._placed(worded)
        if placed is None:
            # Few words beside so many lines would hide one another.
            self._lay_out([*otherwise, *entries], ())
        else:
            self._ends = placed

    def _lay_out(
        self, entries: Sequence[Entry], ends: Sequence[tuple[End, tuple[str, ...]]]
    ) -> None:
        style, (width, height) = self._style, self._size
        self._rows = legend_rows(entries, width - 2 * EDGE, style) if entries else ()
        left = EDGE + _widest(self._labels.values(), style) + PAD
        right = width - EDGE - PAD
        if ends:
            right -= _widest([line for _, lines in ends for line in lines], style) + 2
        bottom = height - style.line_height * (1.6 + _LEGEND_LINE * len(self._rows)) - 4
        top = style.line_height * 0.6 + self._above
        axis = time_axis(self._days, self._until, left, right)
        self.plot = TimePlot(axis, top, bottom, (min(self._labels), max(self._labels)))

    def _wrapped(self, ends: Sequence[End]) -> list[tuple[End, tuple[str, ...]]]:
        room = self._size[0] * _END_SHARE
        return [(end, balanced(end.words, room, self.width_of)) for end in ends]

    def _placed(self, worded: Sequence[tuple[End, tuple[str, ...]]]) -> Sequence[_PlacedEnd] | None:
        """Return where the words stand, as near to their lines as they can; None for no room."""
        high = self._style.line_height
        top, bottom = self.plot.top - high * 0.5, self.plot.bottom + high * 0.5
        if sum(len(lines) for _, lines in worded) * high > bottom - top:
            return None
        wanted = sorted(worded, key=lambda one: (self._wanted_y(one[0]), -one[0].value))
        ys: list[float] = []
        free = top
        for end, lines in wanted:
            half = len(lines) * high / 2
            ys.append(max(free + half, self._wanted_y(end)))
            free = ys[-1] + half
        limit = bottom
        for place in range(len(ys) - 1, -1, -1):
            half = len(wanted[place][1]) * high / 2
            ys[place] = min(ys[place], limit - half)
            limit = ys[place] - half
        return [_PlacedEnd(end, lines, y) for (end, lines), y in zip(wanted, ys, strict=True)]

    def _wanted_y(self, end: End) -> float:
        return self.plot.y(end.value) + end.moved

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
        for placed in self._ends:
            self._add_end(placed)

    def _add_end(self, placed: _PlacedEnd) -> None:
        """Write the words of a line, joined to it where they could not stand beside it."""
        axes, plot, end = self._axes, self.plot, placed.end
        x, y = plot.axis.at(end.day), self._wanted_y(end)
        at = plot.axis.right + _END_GAP
        if abs(placed.y - y) > 2.0 or plot.axis.right - x > 1.0:
            elbow = plot.axis.right + 1.0
            way = ((x + 5.0, y), (elbow, y)) if plot.axis.right - x > 8.0 else ((elbow, y),)
            path = (*way, (at - 2.0, placed.y))
            add_line(axes, path, color=self._style.line, linewidth=HAIR, zorder=1.5)
        add_words(axes, (at, placed.y), placed.lines, self._style, colour=end.colour)

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
