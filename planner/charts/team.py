"""The heat map of a team: a row a person, a column a skill, and below them how each is covered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.elements.canvas import (
    Point,
    add_bar,
    add_line,
    add_polygon,
    add_words,
    blank_figure,
)
from planner.charts.elements.wrapping import balanced, cut, wrapped
from planner.charts.style import HAIR, STRONG, THIN, UNRATED, ChartStyle
from planner.core.text import Texts

# A picture of more people than this is no picture; the table has everybody.
MOST_PEOPLE = 120
_EDGE, _GAP, _PAD = 4.0, 4.0, 10.0
_ROUND = 4.0
_NAMES, _FIGURES = 190.0, 64.0
_HEADING, _HEADING_LINES = 190.0, 2
_COVER, _SIGN = 34.0, 16.0
# How strong the shade of the lowest and of the highest level is, and from where words are light.
_PALEST, _FULLEST, _LIGHT = 0.1, 0.85, 0.6
_MARK = 0.28
_LEGEND_GAP = 18.0

State = Literal["level", "missing", "not applicable", "nothing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """A cell: its words, and its level as a part of the scale; `missing` where one is required."""

    words: str
    part: float = 0.0
    state: State = "level"
    is_below: bool = False
    is_stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """A person with their role, their readiness in words, and a cell a skill."""

    name: str
    role: str
    figure: str
    cells: Sequence[HeatCell]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatColumn:
    """A skill: its name, and how many cover it, in words and as a part of the most that do."""

    name: str
    cover: str
    part: float
    is_single_point: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A team as it is drawn."""

    rows: Sequence[HeatRow]
    columns: Sequence[HeatColumn]


def heat_map_figure(
    heat: HeatMap, texts: Texts, style: ChartStyle, *, width: float, height: float
) -> Figure:
    """Return the heat map with its coverage in `width` by `height` figure units.

    It takes the size that `heat_map_size` returns; of a large team the first people are drawn, and
    a line says how many more there are.
    """
    figure, axes = blank_figure(width, height)
    if not heat.rows or not heat.columns:
        words = texts.tr("Nobody to show. Add people, or clear the filters, to see their levels.")
        lines = wrapped(words, width * 0.8, _width_of(style))
        add_words(axes, (width / 2, height / 2), lines, style, colour=style.quiet, align="center")
        return figure
    side, head = _side(style), _head(heat, style)
    left = _EDGE + _NAMES + _FIGURES
    for number, column in enumerate(heat.columns):
        x = left + (number + 0.5) * side
        _add_heading(axes, column.name, (x, head - 6), style)
    y = head
    for row in heat.rows[:MOST_PEOPLE]:
        _add_row(axes, row, (left, y), side, style)
        y += side
    if more := len(heat.rows) - MOST_PEOPLE:
        y += _add_more(axes, more, y, texts, style) if more > 0 else 0.0
    y = _add_coverage(axes, heat.columns, (left, y + _PAD), side, texts, style)
    _add_legend(axes, y + _PAD + style.line_height, width, side, texts, style)
    return figure


def heat_map_size(heat: HeatMap, texts: Texts, style: ChartStyle) -> Point:
    """Return the width and height in figure units at which nothing covers anything else."""
    if not heat.rows or not heat.columns:
        return 420.0, 120.0
    side = _side(style)
    width = max(420.0, 2 * _EDGE + _NAMES + _FIGURES + side * len(heat.columns))
    rows = min(MOST_PEOPLE, len(heat.rows))
    more = style.line_height * 1.4 if len(heat.rows) > MOST_PEOPLE else 0.0
    legend = len(_legend_lines(width, texts, style)) * (side * 0.7)
    height = _head(heat, style) + rows * side + more + _PAD + _SIGN + _COVER
    return width, height + style.line_height * 1.6 + _PAD + legend + style.line_height


def _side(style: ChartStyle) -> float:
    # Two lines of a role below a name, and two digits with a mark beside them, fit into it.
    return style.line_height * 2 + _GAP + 2


def _head(heat: HeatMap, style: ChartStyle) -> float:
    names = [_heading_lines(column.name, style) for column in heat.columns]
    widest = max(_width_of(style)(line) for lines in names for line in lines)
    return _EDGE + widest + 10


def _heading_lines(name: str, style: ChartStyle) -> tuple[str, ...]:
    return cut(balanced(name, _HEADING, _width_of(style)), _HEADING_LINES)


def _add_heading(axes: Axes, name: str, foot: Point, style: ChartStyle) -> None:
    """Add the name of a skill, reading upward from its foot."""
    lines = _heading_lines(name, style)
    first = foot[0] - style.line_height * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        x = first + number * style.line_height + style.small * 0.36
        axes.text(
            x,
            foot[1],
            line,
            color=style.text,
            family=list(style.families),
            size=style.small,
            rotation=90,
            rotation_mode="anchor",
            ha="left",
            va="baseline",
            parse_math=False,
        )


def _add_row(axes: Axes, row: HeatRow, corner: Point, side: float, style: ChartStyle) -> None:
    left, top = corner
    width_of = _width_of(style)
    room = _NAMES - _PAD
    name = cut(wrapped(row.name, room * 0.94, width_of), 1 if row.role else 2)
    role = cut(wrapped(row.role, room, width_of), 1)
    half = style.line_height / 2 if row.role else 0.0
    middle = top + side / 2
    add_words(axes, (_EDGE, middle - half), name, style, bold=True)
    if row.role:
        add_words(axes, (_EDGE, middle + half), role, style, colour=style.quiet)
    at = (left - _PAD, middle)
    add_words(axes, at, (row.figure,), style, colour=style.quiet, align="right")
    for number, cell in enumerate(row.cells):
        _add_cell(axes, cell, (left + number * side, top), side, style)


def _add_cell(axes: Axes, cell: HeatCell, corner: Point, side: float, style: ChartStyle) -> None:
    left, top = corner[0] + _GAP / 2, corner[1] + _GAP / 2
    size = side - _GAP
    middle = (left + size / 2, top + size / 2)
    at, square = (left, top), (size, size)
    ink = style.quiet
    if cell.state == "nothing":
        add_line(axes, (middle,), marker="o", markersize=2.0, color=style.line)
        return
    if cell.state == "level":
        strength = _PALEST + (_FULLEST - _PALEST) * cell.part
        add_bar(axes, at, square, _ROUND, facecolor=style.held, edgecolor="none", alpha=strength)
        ink = style.ground if strength > _LIGHT else style.text
    else:
        dashes = UNRATED if cell.state == "missing" else "solid"
        outline: dict[str, Any] = {"facecolor": "none", "edgecolor": style.quiet, "linewidth": HAIR}
        add_bar(axes, at, square, _ROUND, linestyle=dashes, **outline)
    if cell.is_below:
        _add_corner(axes, (left, top), size, style)
    if cell.is_stale:
        _add_clock(axes, (left + size * 0.2, top + size * 0.8), ink, style)
    bold = cell.state == "level"
    add_words(axes, middle, (cell.words,), style, colour=ink, align="center", bold=bold)


def _add_corner(axes: Axes, corner: Point, size: float, style: ChartStyle) -> None:
    """Add the corner that says that a level is below what is required."""
    right, top = corner[0] + size, corner[1]
    for reach, colour in ((size * _MARK + 1.5, style.ground), (size * _MARK, style.text)):
        points = ((right, top), (right - reach, top), (right, top + reach))
        add_polygon(axes, points, facecolor=colour, edgecolor="none")


def _add_clock(axes: Axes, middle: Point, ink: str, style: ChartStyle) -> None:
    """Add the clock that says that a rating is stale."""
    look = {"markerfacecolor": "none", "markeredgecolor": ink, "markeredgewidth": HAIR}
    add_line(axes, (middle,), marker="o", markersize=7.0, **look)
    x, y = middle
    add_line(axes, ((x, y - 2.5), (x, y), (x + 2.0, y)), color=ink, linewidth=HAIR)


def _add_more(axes: Axes, more: int, y: float, texts: Texts, style: ChartStyle) -> float:
    words = texts.ntr(
        "and {count} more person in the table", "and {count} more people in the table", more
    )
    at = (_EDGE, y + style.line_height * 0.7)
    add_words(axes, at, (words,), style, colour=style.quiet)
    return style.line_height * 1.4


def _add_coverage(
    axes: Axes,
    columns: Sequence[HeatColumn],
    corner: Point,
    side: float,
    texts: Texts,
    style: ChartStyle,
) -> float:
    """Add a bar a skill on its number; return where they end."""
    left, top = corner
    foot = top + _SIGN + _COVER
    middle = foot - _COVER / 2
    half = style.line_height / 2
    add_words(axes, (_EDGE, middle - half), (texts.tr("Coverage"),), style, bold=True)
    said = texts.tr("people at the required level")
    hint = cut(wrapped(said, left - _EDGE - _PAD, _width_of(style)), 1)
    add_words(axes, (_EDGE, middle + half), hint, style, colour=style.quiet)
    for number, column in enumerate(columns):
        x = left + (number + 0.5) * side
        high = max(3.0, _COVER * column.part) if column.part else 0.0
        if high:
            look: dict[str, Any] = {"facecolor": style.held, "edgecolor": "none"}
            if column.is_single_point:
                look = {"facecolor": style.ground, "edgecolor": style.held, "linewidth": THIN}
            add_bar(axes, (x - 5, foot - high), (10, high), 2.0, **look)
        if column.is_single_point:
            _add_sign(axes, x, foot - high - 4, style)
        at = (x, foot + style.line_height * 0.7)
        bold = column.is_single_point
        add_words(axes, at, (column.cover,), style, align="center", bold=bold)
    return foot + style.line_height * 1.6


def _add_sign(axes: Axes, x: float, foot: float, style: ChartStyle) -> None:
    """Add the sign of a single point of failure, standing on `foot`."""
    add_line(axes, ((x, foot - 9), (x, foot - 4)), color=style.text, linewidth=STRONG)
    add_line(axes, ((x, foot),), marker="o", markersize=2.5, color=style.text)


def _legend(texts: Texts) -> tuple[tuple[str, str], ...]:
    return (
        ("low", texts.tr("lowest level")),
        ("high", texts.tr("highest level")),
        ("below", texts.tr("below required")),
        ("missing", texts.tr("required, unrated")),
        ("stale", texts.tr("stale")),
        ("single", texts.tr("single point of failure")),
    )


def _legend_lines(
    width: float, texts: Texts, style: ChartStyle
) -> list[list[tuple[str, str, float]]]:
    lines: list[list[tuple[str, str, float]]] = [[]]
    used, sample = 0.0, _side(style) * 0.6
    for mark, words in _legend(texts):
        wide = sample + 6 + style.width_of(words, style.small, False)
        if lines[-1] and used + wide > width - 2 * _EDGE:
            lines.append([])
            used = 0.0
        lines[-1].append((mark, words, wide))
        used += wide + _LEGEND_GAP
    return lines


def _add_legend(
    axes: Axes, y: float, width: float, side: float, texts: Texts, style: ChartStyle
) -> None:
    sample = side * 0.6
    cells = {
        "low": HeatCell(words="", part=0.0),
        "high": HeatCell(words="", part=1.0),
        "below": HeatCell(words="", part=0.4, is_below=True),
        "missing": HeatCell(words="–", state="missing"),
        "stale": HeatCell(words="", part=0.4, is_stale=True),
    }
    for line in _legend_lines(width, texts, style):
        x = _EDGE
        for mark, words, wide in line:
            if mark == "single":
                _add_sign(axes, x + sample / 2, y + 4, style)
            else:
                _add_cell(axes, cells[mark], (x, y - sample / 2), sample, style)
            at = (x + sample + 6, y)
            add_words(axes, at, (words,), style, colour=style.quiet)
            x += wide + _LEGEND_GAP
        y += side * 0.7


def _width_of(style: ChartStyle) -> Callable[[str], float]:
    return partial(style.width_of, size=style.small, bold=False)
