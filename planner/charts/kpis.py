"""The results of KPIs over time: a line a KPI, one below the other, with one axis for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.elements.canvas import Point, add_line, add_words, blank_figure
from planner.charts.elements.legend import add_legend_row
from planner.charts.elements.wrapping import balanced
from planner.charts.style import DOT, LINE, REQUIRED, THIN, ChartStyle
from planner.core.roles.kpis import FULL
from planner.core.text import Texts

EDGE = 2.0
_NAME_SHARE, _NAME_GAP, _NEWEST_GAP, _MARK_GAP = 0.34, 16.0, 10.0, 8.0
# How high a line may go, and what parts two rows.
_LINE_HEIGHT, _BETWEEN = 44.0, 22.0
_BOLD = 1.06


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """A KPI: its name, the facts below it, and its results by time.

    `results` hold the first day of a period, what was reached in per cent of the goal, and that in
    words; `span` is what the height of the line stands for, in per cent.
    """

    name: str
    facts: str
    results: Sequence[tuple[date, float, str]]
    span: tuple[float, float]


def results_figure(
    lines: Sequence[ResultLine],
    periods: Sequence[tuple[date, str]],
    texts: Texts,
    style: ChartStyle,
    *,
    width: float,
    height: float,
) -> Figure:
    """Return the results in `width` by `height` figure units; `periods` are written at the foot.

    The goal is dashed across each row, and as many results are named at their points as have room.
    """
    figure, axes = blank_figure(width, height)
    left, right = _plot(lines, periods, width, style)
    days = [day for day, _ in periods]
    first, last = min(days), max(days)

    def x_of(day: date) -> float:
        part = (day - first).days / (last - first).days if last > first else 1.0
        return left + part * (right - left)

    # A figure above the first line has room too.
    y = style.line_height
    for line in lines:
        high = _row_height(line, width, style)
        words = _words(line, width, style)
        _add_words(axes, words, y + high / 2, style)
        xs = [x_of(day) for day, *_ in line.results]
        _add_line(axes, line, y + high / 2, (left, right), xs, style)
        y += high + _BETWEEN
    foot = y - _BETWEEN + style.line_height
    marks = [(x_of(day), words) for day, words in periods]
    for x, mark in _with_room(marks, style, width - EDGE):
        add_words(axes, (x, foot), (mark,), style, colour=style.quiet, align="center")
    goal = (texts.tr("the goal, 100 %"), {**_goal_look(style)})
    add_legend_row(axes, (goal,), (left + right) / 2, foot + 1.5 * style.line_height, style)
    return figure


def results_height(lines: Sequence[ResultLine], style: ChartStyle, width: float) -> float:
    """Return the height in figure units at which every KPI is seen."""
    rows = sum(_row_height(line, width, style) + _BETWEEN for line in lines)
    return rows - _BETWEEN + 4.5 * style.line_height


def _add_words(
    axes: Axes, words: tuple[Sequence[str], Sequence[str]], middle: float, style: ChartStyle
) -> None:
    """Write the name of a KPI and the facts below it."""
    names, facts = words
    first = middle - style.line_height * (len(names) + len(facts)) / 2
    add_words(axes, (EDGE, first + style.line_height * len(names) / 2), names, style, bold=True)
    at = first + style.line_height * (len(names) + len(facts) / 2)
    add_words(axes, (EDGE, at), facts, style, colour=style.quiet)


def _add_line(
    axes: Axes,
    line: ResultLine,
    middle: float,
    sides: tuple[float, float],
    xs: Sequence[float],
    style: ChartStyle,
) -> None:
    low, most = line.span
    bottom = middle + _LINE_HEIGHT / 2

    def y_of(reached: float) -> float:
        return bottom - (reached - low) / (most - low) * _LINE_HEIGHT

    goal = y_of(FULL)
    add_line(axes, ((sides[0], goal), (sides[1], goal)), **_goal_look(style))
    points: list[Point] = [
        (x, y_of(reached)) for x, (_, reached, _) in zip(xs, line.results, strict=True)
    ]
    if points:
        look = {"marker": "o", "markersize": DOT, "color": style.held, "linewidth": LINE}
        add_line(axes, points, **look)
    heights = dict(points)
    named = [(x, words) for x, (*_, words) in zip(xs[:-1], line.results, strict=False)]
    for x, words in _with_room(named, style, max(xs, default=0.0)):
        # Away from the dashes of the goal.
        side = 0.75 if heights[x] > goal else -0.75
        at = (x, heights[x] + side * style.line_height)
        add_words(axes, at, (words,), style, colour=style.quiet, align="center")
    if points:
        end = (points[-1][0] + _NEWEST_GAP, points[-1][1])
        add_words(axes, end, (line.results[-1][2],), style, bold=True)


def _with_room(
    marks: Sequence[tuple[float, str]], style: ChartStyle, right: float
) -> Iterator[tuple[float, str]]:
    """Yield words centred at their places that leave room for one another; the last ones win."""
    limit = right
    for x, words in sorted(marks, reverse=True):
        half = _width(words, style) / 2
        if x + half <= limit:
            yield x, words
            limit = x - half - _MARK_GAP


def _plot(
    lines: Sequence[ResultLine],
    periods: Sequence[tuple[date, str]],
    width: float,
    style: ChartStyle,
) -> tuple[float, float]:
    """Return where the lines begin and end."""
    said = [words for line in lines for part in _words(line, width, style) for words in part]
    left = EDGE + max(_width(words, style) * _BOLD for words in said) + _NAME_GAP
    newest = _NEWEST_GAP + _BOLD * max(
        _width(words, style) for line in lines for *_, words in line.results
    )
    half = max(_width(words, style) for _, words in periods) / 2
    return left + half - _NAME_GAP / 2, width - EDGE - max(newest, half)


def _row_height(line: ResultLine, width: float, style: ChartStyle) -> float:
    said = sum(map(len, _words(line, width, style)))
    return max(_LINE_HEIGHT + style.line_height, style.line_height * said)


def _words(
    line: ResultLine, width: float, style: ChartStyle
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = width * _NAME_SHARE

    def bold_width(text: str) -> float:
        return _width(text, style) * _BOLD

    def width_of(text: str) -> float:
        return _width(text, style)

    return balanced(line.name, room, bold_width), balanced(line.facts, room, width_of)


def _goal_look(style: ChartStyle) -> dict[str, object]:
    return {"color": style.quiet, "linewidth": THIN, "linestyle": REQUIRED}


def _width(text: str, style: ChartStyle) -> float:
    return style.width_of(text, style.small, False)
