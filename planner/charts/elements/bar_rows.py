"""Rows of bars: names that wrap at the left, bars, and at the end of each its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from matplotlib.axes import Axes

from planner.charts.elements.canvas import add_bar, add_words
from planner.charts.elements.wrapping import balanced, cut
from planner.charts.style import ChartStyle

_SHARES = (0.42, 0.5)
# Distances of the rows with the heights of the bars in them: the first that lets every row fit.
_DISTANCES = ((16.0, 18.0), (12.0, 18.0), (8.0, 18.0), (5.0, 14.0), (3.0, 11.0))
_LABEL_GAP, _WORDS_GAP, _NOTE_GAP = 10.0, 6.0, 5.0
EDGE, _ROUND, _LEAST = 2.0, 4.0, 3.0
# How much wider bold words may be.
_BOLD = 1.06
# Heights that were added up in another order may differ by this.
_HAIR = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a bar, from and to in 0..1 of the longest one, with the look of a patch."""

    start: float
    end: float
    look: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """A row: its name, the stretches of its bar, its figures, and a quiet word after them."""

    name: str
    parts: Sequence[Part]
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Layout:
    names: Sequence[tuple[str, ...]]
    heights: Sequence[float]
    bar: float
    start: float
    fitting: int


def add_bar_rows(
    axes: Axes,
    rows: Sequence[BarRow],
    size: tuple[float, float],
    more: Callable[[int], str],
    style: ChartStyle,
    *,
    top: float = 0.0,
) -> int:
    """Add as many rows as fit into a figure of `size` below `top`; return how many there are.

    What `more` returns for the number of those left out stands below them.
    """
    width, height = size

    def width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    # As many lines as the largest number needs.
    foot = style.line_height * (len(balanced(more(len(rows)), width - 2 * EDGE, width_of)) + 0.2)
    layout = _layout(rows, width, height - top, foot, style)
    full = max(1.0, width - layout.start - _figures_width(rows, style) - EDGE)
    y = top
    for row, lines, high in zip(rows, layout.names, layout.heights, strict=True):
        if y - top >= sum(layout.heights[: layout.fitting]) - 0.1:
            break
        middle = y + high / 2
        add_words(axes, (layout.start - _LABEL_GAP, middle), lines, style, align="right")
        end = 0.0
        for part in row.parts:
            wide = max(_LEAST, full * (part.end - part.start))
            corner = (layout.start + full * part.start, middle - layout.bar / 2)
            add_bar(axes, corner, (wide, layout.bar), _ROUND, **part.look)
            end = max(end, full * part.start + wide)
        after = layout.start + end + _WORDS_GAP
        add_words(axes, (after, middle), (row.words,), style, bold=True)
        if row.note:
            after += style.width_of(row.words, style.small, True) * _BOLD + _NOTE_GAP
            add_words(axes, (after, middle), (row.note,), style, colour=style.quiet)
        y += high
    if layout.fitting < len(rows):
        lines = balanced(more(len(rows) - layout.fitting), width - 2 * EDGE, width_of)
        at = (EDGE, height - style.line_height * (len(lines) / 2 + 0.1))
        add_words(axes, at, lines, style, colour=style.quiet)
    return layout.fitting


def bar_rows_height(
    rows: Sequence[BarRow], width: float, style: ChartStyle, most: float = inf
) -> float:
    """Return the height in figure units that every row of a chart so wide takes, or `most`.

    Where they fit into `most` by standing closer, they take what that needs.
    """
    layout = _layout(rows, width, most, 0.0, style)
    return sum(layout.heights) if layout.fitting == len(rows) else most


def _layout(
    rows: Sequence[BarRow], width: float, height: float, foot: float, style: ChartStyle
) -> _Layout:
    def width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    best: _Layout | None = None
    for share in _SHARES:
        room = width * share - _LABEL_GAP - EDGE
        # Once for all distances: to break the names takes longest.
        names = [balanced(row.name, room, width_of) for row in rows]
        for distance in _DISTANCES:
            made = _with_names(names, distance, height, foot, style)
            if best is None or made.fitting > best.fitting:
                best = made
            if best.fitting == len(rows):
                return best
    assert best is not None
    return best


def _with_names(
    names: Sequence[tuple[str, ...]],
    distance: tuple[float, float],
    height: float,
    foot: float,
    style: ChartStyle,
) -> _Layout:
    def width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    gap, bar = distance
    if sum(max(bar, style.line_height * len(lines)) + gap for lines in names) > height + _HAIR:
        # A name that would fill the whole figure is cut; the table has it in full.
        most = max(1, int((height - foot - gap) // style.line_height))
        names = [cut(lines, most) for lines in names]
    heights = [max(bar, style.line_height * len(lines)) + gap for lines in names]
    start = EDGE + max(width_of(line) for lines in names for line in lines) + _LABEL_GAP
    return _Layout(names, heights, bar, start, _that_fit(heights, height, foot))


def _that_fit(heights: Sequence[float], height: float, foot: float) -> int:
    if sum(heights) <= height + _HAIR:
        return len(heights)
    room = height - foot
    fit = 0
    while fit < len(heights) and sum(heights[: fit + 1]) <= room:
        fit += 1
    return max(1, fit)


def _figures_width(rows: Sequence[BarRow], style: ChartStyle) -> float:
    def width(row: BarRow) -> float:
        note = _NOTE_GAP + style.width_of(row.note, style.small, False) if row.note else 0.0
        return style.width_of(row.words, style.small, True) * _BOLD + note

    return _WORDS_GAP + max(map(width, rows))
