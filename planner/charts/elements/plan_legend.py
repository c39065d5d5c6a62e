"""The legend of a plan's timeline: what its marks mean, in as many lines as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from planner.charts.elements.canvas import add_bar, add_line, add_words
from planner.charts.style import MARK, THIN, ChartStyle
from planner.core.planning.plan import PlannedAction
from planner.core.text import Texts

EDGE, BAR = 6.0, 9.0
_SWATCH = 16.0
_LEGEND_GAP = 14.0

# Which mark, its word, and the width of both.
Entry = tuple[str, str, float]


def legend_entries(
    actions: Sequence[PlannedAction], texts: Texts, style: ChartStyle
) -> list[Entry]:
    """Return what is drawn: which mark, its word, and the width of both."""
    words, marks = mark_words(texts), []
    if any(one.finish is not None for one in actions):
        marks.append("work")
    if any(one.fits is False and one.finish is not None for one in actions):
        marks.append("late")
    if any(one.action.is_open and one.action.due is not None for one in actions):
        marks.append("due")
    if any(one.action.finished is not None for one in actions):
        marks.append("done")
    return [
        (mark, words[mark], _SWATCH + 6 + style.width_of(words[mark], style.small, False))
        for mark in marks
    ]


def mark_words(texts: Texts) -> dict[str, str]:
    """Return what each mark means."""
    return {
        "work": texts.tr("period of work"),
        "late": texts.tr("after it is due"),
        "due": texts.tr("due"),
        "done": texts.tr("day done or dropped"),
    }


def legend_height(legend: Sequence[Entry], width: float, style: ChartStyle) -> float:
    """Return the height in figure units of a legend of a width."""
    return style.line_height * (1.5 * len(_legend_lines(legend, width, style)) + 0.2)


def _legend_lines(legend: Sequence[Entry], width: float, style: ChartStyle) -> list[list[Entry]]:
    lines: list[list[Entry]] = [[]] if legend else []
    used = 0.0
    for entry in legend:
        if lines[-1] and used + entry[2] > width - 2 * EDGE:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += entry[2] + _LEGEND_GAP
    return lines


def add_legend(
    axes: Axes,
    legend: Sequence[Entry],
    width: float,
    top: float,
    style: ChartStyle,
    late: str,
) -> None:
    """Draw the legend from `top` down, what is late in the colour `late` (`#rrggbb`)."""
    y = top + style.line_height
    for line in _legend_lines(legend, width, style):
        x = EDGE
        for mark, word, room in line:
            _add_mark(axes, mark, x, y, style, late)
            add_words(axes, (x + _SWATCH + 6, y), (word,), style, colour=style.quiet)
            x += room + _LEGEND_GAP
        y += style.line_height * 1.5


def _add_mark(axes: Axes, mark: str, x: float, y: float, style: ChartStyle, late: str) -> None:
    middle = x + _SWATCH / 2
    if mark == "work":
        corner, size = (x, y - BAR / 2), (_SWATCH, BAR)
        add_bar(axes, corner, size, 3.0, facecolor=style.held, edgecolor="none")
    elif mark == "late":
        corner, size = (x + 0.75, y - BAR / 2 + 0.75), (_SWATCH - 1.5, BAR - 1.5)
        look = {"facecolor": style.ground, "edgecolor": late, "linewidth": THIN}
        add_bar(axes, corner, size, 3.0, **look)
    elif mark == "due":
        add_due(axes, middle, y, style.text, style)
    else:
        add_line(axes, ((middle, y),), marker="o", markersize=MARK, color=style.quiet)


def add_due(axes: Axes, x: float, lane: float, colour: str, style: ChartStyle) -> None:
    """Draw the mark of the day on which something is due."""
    look = {"markerfacecolor": colour, "markeredgecolor": style.ground, "markeredgewidth": 1.0}
    add_line(axes, ((x, lane),), marker="D", markersize=7.5, zorder=4, **look)
