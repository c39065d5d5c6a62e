"""The chart of one cell of the capability matrix: a skill's ratings over time, a line a rater."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.canvas import add_line, add_words, blank_figure
from planner.charts.style import ChartStyle
from planner.charts.wrapping import wrapped
from planner.core.model import Scale
from planner.core.people import Rater, Rating
from planner.core.text import Texts

_DASHED = (0, (4.0, 3.0))
_LONG_DASHED = (0, (7.0, 3.0))
_MOST_LEVELS = 8
_GAP = 8.0
# Lines that stand at one level would hide each other: each rater keeps a little off it.
_OFF_LEVEL = {Rater.AGREED: 0.0, Rater.MANAGER: -2.5, Rater.SELF: 2.5}


def cell_history_figure(
    ratings: Sequence[Rating],
    required: float | None,
    scale: Scale,
    texts: Texts,
    style: ChartStyle,
    *,
    as_of: date,
    width: float = 300.0,
    height: float = 200.0,
) -> Figure:
    """Return ratings of one skill up to a day as steps, in `width` by `height` figure units.

    `ratings` come by day and entry. A level holds until the rater's next one; *not applicable* ends
    a line. What is required is dashed across, None for nothing.
    """
    figure, axes = blank_figure(width, height)
    lines = _lines(ratings, as_of)
    if not lines:
        words = wrapped(
            texts.tr("Nobody has rated this yet."),
            width * 0.8,
            lambda text: style.width_of(text, style.small, False),
        )
        at = (width / 2, height / 2)
        add_words(axes, at, words, style, colour=style.quiet, align="center")
        return figure
    ends = _end_labels(lines, required, texts)
    plot = _Plot(lines, scale, as_of, texts, style, (width, height), [word for word, *_ in ends])
    plot.add_frame(axes)
    if required is not None:
        y = plot.y(required)
        look = {"color": style.quiet, "linewidth": 1.4, "linestyle": _DASHED}
        add_line(axes, ((plot.left, y), (plot.right, y)), **look)
    for rater, line in lines.items():
        _add_rater(axes, plot, rater, line, style)
    places = _spread([plot.y(level) for _, level, _ in ends], style.line_height, height)
    for (word, _, whose), y in zip(ends, places, strict=True):
        colour = style.quiet if whose is None else str(_look(whose, style)["color"])
        at = (plot.right + _GAP, y)
        add_words(axes, at, (word,), style, colour=colour, bold=True)
    return figure


class _Plot:
    """Where days and levels stand in the figure."""

    def __init__(
        self,
        lines: dict[Rater, list[Rating]],
        scale: Scale,
        as_of: date,
        texts: Texts,
        style: ChartStyle,
        size: tuple[float, float],
        ends: Sequence[str],
    ) -> None:
        self._scale, self._texts, self._style = scale, texts, style
        self._as_of = as_of
        self._first = min(line[0].on for line in lines.values())
        self._days = max(1, (as_of - self._first).days)
        widest = max(self._width(self._number(level)) for level in self._levels)
        self.left = widest + _GAP
        self.right = size[0] - max(self._width(word, bold=True) for word in ends) - _GAP - 2
        self._top = style.line_height * 0.6
        self.bottom = size[1] - style.line_height * 1.6

    @property
    def _levels(self) -> list[float]:
        numbers = [level.number for level in self._scale.levels]
        if len(numbers) <= _MOST_LEVELS:
            return numbers
        step = (len(numbers) - 1) / 5
        return [numbers[round(step * place)] for place in range(6)]

    def x(self, day: date) -> float:
        """Return the place of a day."""
        return self.left + (day - self._first).days / self._days * (self.right - self.left)

    def y(self, level: float) -> float:
        """Return the height of a level."""
        span = self._scale.highest - self._scale.lowest
        part = (level - self._scale.lowest) / span if span else 0.0
        return self.bottom - part * (self.bottom - self._top)

    def add_frame(self, axes: Axes) -> None:
        """Add the levels with their lines, and the first and the last day."""
        style = self._style
        for level in self._levels:
            y = self.y(level)
            add_line(axes, ((self.left, y), (self.right, y)), color=style.line, linewidth=1.0)
            at = (self.left - _GAP, y)
            add_words(axes, at, (self._number(level),), style, colour=style.quiet, align="right")
        y = self.bottom + style.line_height
        first, last = self._texts.month(self._first), self._texts.month(self._as_of)
        add_words(axes, (self.left, y), (first,), style, colour=style.quiet)
        if last != first:
            add_words(axes, (self.right, y), (last,), style, colour=style.quiet, align="right")

    def _number(self, level: float) -> str:
        return self._texts.number(level)

    def _width(self, word: str, *, bold: bool = False) -> float:
        return self._style.width_of(word, self._style.small, bold)


def _lines(ratings: Sequence[Rating], as_of: date) -> dict[Rater, list[Rating]]:
    """Return each rater's ratings up to a day; of several on one day the last one stands."""
    lines: dict[Rater, list[Rating]] = {}
    for rating in ratings:
        if rating.on > as_of:
            continue
        line = lines.setdefault(rating.by, [])
        if line and line[-1].on == rating.on:
            line.pop()
        line.append(rating)
    return lines


def _add_rater(
    axes: Axes, plot: _Plot, rater: Rater, line: Sequence[Rating], style: ChartStyle
) -> None:
    look, off = _look(rater, style), _OFF_LEVEL[rater]
    plain = {key: value for key, value in look.items() if not key.startswith("marker")}
    ends = [*(plot.x(rating.on) for rating in line[1:]), plot.right]
    for rating, end in zip(line, ends, strict=True):
        if rating.level is not None:
            y = plot.y(rating.level) + off
            add_line(axes, ((plot.x(rating.on), y), (end, y)), **plain)
            add_line(axes, ((plot.x(rating.on), y),), **{**look, "linestyle": "none"})
    for before, after in pairwise(line):
        if before.level is not None and after.level is not None:
            x = plot.x(after.on)
            rise = ((x, plot.y(before.level) + off), (x, plot.y(after.level) + off))
            add_line(axes, rise, color=look["color"], linewidth=1.2)


def _look(rater: Rater, style: ChartStyle) -> dict[str, Any]:
    """Return a rater's line and marks, told apart by form as well as by colour."""
    colours = {Rater.AGREED: style.held, Rater.MANAGER: style.text, Rater.SELF: style.quiet}
    colour = colours[rater]
    return {
        "color": colour,
        "linewidth": 2.5 if rater is Rater.AGREED else 1.5,
        "linestyle": _LONG_DASHED if rater is Rater.MANAGER else "solid",
        "marker": {Rater.AGREED: "D", Rater.MANAGER: "s", Rater.SELF: "o"}[rater],
        "markersize": 4.0,
        "markerfacecolor": style.ground if rater is Rater.SELF else colour,
        "markeredgecolor": colour,
        "markeredgewidth": 1.5,
    }


def _end_labels(
    lines: dict[Rater, list[Rating]], required: float | None, texts: Texts
) -> list[tuple[str, float, Rater | None]]:
    """Return what stands at the right end of each line, with its level, from the highest down."""
    names = {
        Rater.SELF: texts.tr("self"),
        Rater.MANAGER: texts.tr("manager"),
        Rater.AGREED: texts.tr("agreed"),
    }
    ends: list[tuple[str, float, Rater | None]] = []
    if required is not None:
        ends.append((texts.tr("required {level}", level=texts.number(required)), required, None))
    for rater, line in lines.items():
        level = line[-1].level
        word = names[rater]
        if level is None:
            known = [rating.level for rating in line if rating.level is not None]
            word = texts.tr("{rater}: n/a", rater=word)
            level = known[-1] if known else 0.0
        ends.append((word, level, rater))
    return sorted(ends, key=lambda end: -end[1])


def _spread(heights: Sequence[float], step: float, height: float) -> list[float]:
    """Return the same heights, falling, at least `step` apart and within the figure."""
    places: list[float] = []
    for y in heights:
        places.append(max(y, places[-1] + step) if places else y)
    limit = height - step / 2
    for number in reversed(range(len(places))):
        places[number] = min(places[number], limit)
        limit = places[number] - step
    return places
