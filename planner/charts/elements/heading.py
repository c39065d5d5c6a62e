"""A heading above a finished figure, for a chart that leaves the window and its page."""

from __future__ import annotations

from matplotlib.figure import Figure

from planner.charts.elements.canvas import UNITS_AN_INCH
from planner.charts.elements.wrapping import balanced
from planner.charts.style import ChartStyle

_EDGE, _FOOT = 12.0, 8.0
_LEADING = 1.35
# How much wider bold words may be.
_BOLD = 1.06


def add_heading(figure: Figure, title: str, note: str, style: ChartStyle) -> None:
    """Make a figure larger, with a margin all round, and say above it what it shows.

    It gets the ground of its style, for what it is put on may have another colour.
    """
    width, height = figure.bbox.width, figure.bbox.height

    def width_of(text: str) -> float:
        return style.width_of(text, style.body, True) * _BOLD

    def note_width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    titles = balanced(title, width, width_of)
    notes = balanced(note, width, note_width_of) if note else ()
    head = _EDGE + style.body * _LEADING * len(titles) + style.line_height * len(notes) + _FOOT
    whole_width, whole_height = width + 2 * _EDGE, height + head + _EDGE
    figure.set_size_inches(whole_width / UNITS_AN_INCH, whole_height / UNITS_AN_INCH)
    (axes,) = figure.axes
    axes.set_position(
        (_EDGE / whole_width, _EDGE / whole_height, width / whole_width, height / whole_height)
    )
    figure.patch.set_visible(True)
    figure.patch.set_facecolor(style.ground)
    y = _EDGE
    for line, size, weight, colour in (
        *((line, style.body, "semibold", style.text) for line in titles),
        *((line, style.small, "normal", style.quiet) for line in notes),
    ):
        y += size * _LEADING
        figure.text(
            _EDGE / whole_width,
            1 - (y - size * 0.3) / whole_height,
            line,
            color=colour,
            family=list(style.families),
            size=size,
            weight=weight,
            parse_math=False,
        )
