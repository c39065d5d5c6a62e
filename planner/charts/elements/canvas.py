"""A figure whose coordinates are figure units from its top left corner, and marks upon it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, nan
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Polygon, Rectangle

from planner.charts.style import ChartStyle

UNITS_AN_INCH = 72
# What every chart is, for those who pass it on without drawing.
Chart = Figure
Point = tuple[float, float]


def blank_figure(width: float, height: float) -> tuple[Figure, Axes]:
    """Return a figure of `width` by `height` figure units with axes over all of it, y downward."""
    figure = Figure(figsize=(width / UNITS_AN_INCH, height / UNITS_AN_INCH), dpi=UNITS_AN_INCH)
    figure.patch.set_visible(False)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return figure, axes


def add_polygon(axes: Axes, points: Sequence[Point], **look: Any) -> None:
    """Add a closed shape; `look` holds the properties of a patch."""
    axes.add_patch(Polygon(list(points), closed=True, **look))


def add_line(axes: Axes, points: Sequence[Point], **look: Any) -> None:
    """Add a run of straight lines; `look` holds the properties of a line."""
    axes.plot([x for x, _ in points], [y for _, y in points], **look)


def add_bar(axes: Axes, corner: Point, size: Point, radius: float, **look: Any) -> None:
    """Add a rounded bar from its top left corner, no rounder than it is wide or high."""
    rounding = min(radius, size[0] / 2, size[1] / 2)
    axes.add_patch(
        FancyBboxPatch(
            corner,
            size[0],
            size[1],
            boxstyle=f"round,pad=0,rounding_size={rounding}",
            mutation_aspect=1,
            **look,
        )
    )


def add_hatching(axes: Axes, corner: Point, size: Point, step: float, **look: Any) -> None:
    """Hatch a box, given by its top left corner, with lines that rise to the right.

    The lines of neighbouring boxes meet. They are drawn as lines, so that they stay sharp whatever
    draws the figure.
    """
    (left, top), (width, height) = corner, size
    right, bottom = left + width, top + height
    xs: list[float] = []
    ys: list[float] = []
    for number in range(ceil((left + top) / step), int((right + bottom) // step) + 1):
        # Along such a line x + y is the same everywhere.
        total = number * step
        start, end = max(left, total - bottom), min(right, total - top)
        if end > start:
            xs += [start, end, nan]
            ys += [total - start, total - end, nan]
    if xs:
        axes.plot(xs, ys, **look)


def add_ground(axes: Axes, middle: Point, size: Point, style: ChartStyle) -> None:
    """Clear the ground for words that stand upon lines."""
    corner = (middle[0] - size[0] / 2, middle[1] - size[1] / 2)
    axes.add_artist(
        Rectangle(corner, size[0], size[1], color=style.ground, alpha=0.85, linewidth=0, zorder=2.5)
    )


def add_words(
    axes: Axes,
    at: Point,
    lines: Sequence[str],
    style: ChartStyle,
    *,
    colour: str = "",
    align: str = "left",
    size: float = 0.0,
    bold: bool = False,
    zorder: float = 3.0,
) -> None:
    """Add lines of text whose block is centred on the height of `at`."""
    size = size or style.small
    first = at[1] - style.line_height * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        axes.text(
            at[0],
            # Centred on the height of capitals, which is the same for every line.
            first + number * style.line_height + size * 0.36,
            line,
            color=colour or style.text,
            family=list(style.families),
            size=size,
            weight="semibold" if bold else "normal",
            ha=align,
            va="baseline",
            parse_math=False,
            zorder=zorder,
        )
