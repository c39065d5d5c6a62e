"""The legend below a chart: a sample of each line with its word, in rows that fit the width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes

from planner.charts.elements.canvas import add_line, add_words
from planner.charts.style import ChartStyle

SWATCH = 18.0
_PAD, _GAP = 6.0, 16.0

Entry = tuple[str, Mapping[str, Any]]


def legend_rows(
    entries: Sequence[Entry], width: float, style: ChartStyle
) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries in as few rows as fit `width`."""
    rows: list[list[Entry]] = [[]]
    for entry in entries:
        if rows[-1] and _row_width([*rows[-1], entry], style) > width:
            rows.append([])
        rows[-1].append(entry)
    return tuple(tuple(row) for row in rows)


def add_legend_row(
    axes: Axes, row: Sequence[Entry], middle: float, y: float, style: ChartStyle
) -> None:
    """Add one row of a legend, its middle at (`middle`, `y`)."""
    x = middle - _row_width(row, style) / 2
    for word, look in row:
        _add_sample(axes, x, y, look)
        add_words(axes, (x + SWATCH + _PAD, y), (word,), style, colour=style.quiet)
        x += _entry_width(word, style) + _GAP


def _add_sample(axes: Axes, x: float, y: float, look: Mapping[str, Any]) -> None:
    """Add a line with its mark, if it has one, in the middle."""
    plain = {key: value for key, value in look.items() if not key.startswith("marker")}
    if look.get("linestyle") != "none":
        add_line(axes, ((x, y), (x + SWATCH, y)), **plain)
    if "marker" in look:
        add_line(axes, ((x + SWATCH / 2, y),), **{**look, "linestyle": "none"})


def _row_width(row: Sequence[Entry], style: ChartStyle) -> float:
    return sum(_entry_width(word, style) for word, _ in row) + _GAP * (len(row) - 1)


def _entry_width(word: str, style: ChartStyle) -> float:
    return SWATCH + _PAD + style.width_of(word, style.small, False)
