"""The timeline of a plan: when each action would be worked on, and the day it is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import inf

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from planner.charts.elements.canvas import add_bar, add_ground, add_line, add_words, blank_figure
from planner.charts.elements.plan_legend import (
    BAR,
    EDGE,
    Entry,
    add_due,
    add_legend,
    legend_entries,
    legend_height,
    mark_words,
)
from planner.charts.elements.time_axis import TimeAxis, axis_around
from planner.charts.elements.wrapping import wrapped
from planner.charts.style import HAIR, MARK, OVERDUE, THIN, ChartStyle
from planner.core.planning.plan import PlannedAction
from planner.core.text import Texts

_ROW_GAP = 9.0
# Between a mark and its word.
_GAP = 6.0
_MOST_LINES = 3
# Heights that were added up in another order may differ by this.
_ROUNDING = 1e-6
# The height of the axis above the rows, in lines.
_TOP = 2.6
# How much wider bold words may be.
_BOLD = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    one: PlannedAction
    lines: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Beside:
    """Words in a lane, from `x` on."""

    words: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What there is room for, and the height that it takes."""

    axis: TimeAxis
    rows: Sequence[_Row]
    words: Sequence[tuple[_Row, str, _Beside]]
    legend: Sequence[Entry]
    height: float


def timeline_figure(
    actions: Sequence[PlannedAction],
    as_of: date,
    texts: Texts,
    style: ChartStyle,
    *,
    now: str,
    late: str,
    width: float = 400.0,
    height: float = 480.0,
) -> Figure:
    """Return the actions over time, a row each, in `width` by `height` figure units.

    `now` names the day looked at. The part of a bar after the due day is hollow and has the colour
    `late` (`#rrggbb`). As many rows are drawn as fit, and a line says how many more there are.
    """
    figure, axes = blank_figure(width, height)
    if not actions:
        nothing = texts.tr("No action to show. Add one to the plan to see it over time.")
        lines = wrapped(nothing, width * 0.8, _width_of(style))
        add_words(axes, (width / 2, height / 2), lines, style, colour=style.quiet, align="center")
        return figure
    shown = _shown(actions, as_of, texts, style, width, height)
    axis, rows, words, legend = shown.axis, shown.rows, shown.words, shown.legend
    top = _TOP * style.line_height
    bottom = top + sum(row.height for row in rows)
    _add_axis(axes, axis, as_of, now, top, bottom, texts, style)
    y = top
    for row in rows:
        _add_row(axes, axis, row, y, as_of, style, late)
        lane = y + _lane_of(row, style)
        for one, _, said in words:
            if one is row:
                _add_beside(axes, said, lane, style)
        y += row.height
    if len(rows) < len(actions):
        more = texts.ntr(
            "and {count} more in the list",
            "and {count} more in the list",
            len(actions) - len(rows),
        )
        bottom += _more_height(style)
        at = (EDGE, bottom - style.line_height * 0.7)
        add_words(axes, at, (more,), style, colour=style.quiet)
    add_legend(axes, legend, width, bottom, style, late)
    return figure


def timeline_height(
    actions: Sequence[PlannedAction],
    as_of: date,
    texts: Texts,
    style: ChartStyle,
    width: float,
    most: float = inf,
) -> float:
    """Return the height in figure units that a timeline of `width` takes of `most`.

    Without `most` it shows every action.
    """
    if not actions:
        return min(most, 6 * style.line_height)
    return _shown(actions, as_of, texts, style, width, most).height


def _shown(
    actions: Sequence[PlannedAction],
    as_of: date,
    texts: Texts,
    style: ChartStyle,
    width: float,
    height: float,
) -> _Shown:
    """Return as many rows as fit, with the words at their marks and what these leave to tell."""
    axis = axis_around(_days(actions), as_of, EDGE, width - EDGE)
    top, every = _TOP * style.line_height, legend_entries(actions, texts, style)
    rows = _rows_that_fit(actions, width, height - top, style)
    while True:
        words = _words_at_marks(rows, axis, as_of, texts, style)
        told = {mark for _, mark, _ in words}
        # What is named at a mark needs no legend.
        legend = [entry for entry in every if entry[0] not in told]
        used = top + sum(row.height for row in rows) + legend_height(legend, width, style)
        if len(rows) < len(actions):
            used += _more_height(style)
        if used <= height + _ROUNDING or len(rows) == 1:
            return _Shown(axis=axis, rows=rows, words=words, legend=legend, height=used)
        rows = rows[:-1]


def _more_height(style: ChartStyle) -> float:
    """Return the height of the line that says how many more there are."""
    return style.line_height * 1.4


def _width_of(style: ChartStyle) -> Callable[[str], float]:
    return partial(style.width_of, size=style.small, bold=False)


def _days(actions: Sequence[PlannedAction]) -> list[date]:
    known = []
    for one in actions:
        action = one.action
        days = (one.begin, one.finish, action.due if action.is_open else None, action.finished)
        known += [day for day in days if day is not None]
    return known


def _row(one: PlannedAction, width: float, style: ChartStyle) -> _Row:
    def width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    lines = wrapped(one.action.title, width - 2 * EDGE, width_of)
    if len(lines) > _MOST_LINES:
        lines = (*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1].rstrip()[:-2] + "…")
    return _Row(one=one, lines=lines, height=len(lines) * style.line_height + BAR + _ROW_GAP)


def _rows_that_fit(
    actions: Sequence[PlannedAction], width: float, room: float, style: ChartStyle
) -> Sequence[_Row]:
    """Return at least one row; what comes after the last that fits is not even measured."""
    rows: list[_Row] = []
    for one in actions:
        row = _row(one, width, style)
        room -= row.height
        rows.append(row)
        if room < -_ROUNDING:
            break
    else:
        return rows
    room -= _more_height(style)
    while room < -_ROUNDING and len(rows) > 1:
        room += rows.pop().height
    return rows


def _add_axis(
    axes: Axes,
    axis: TimeAxis,
    as_of: date,
    now: str,
    top: float,
    bottom: float,
    texts: Texts,
    style: ChartStyle,
) -> None:
    today = axis.at(as_of)
    width_of = _width_of(style)
    for tick in axis.ticks(texts, width_of):
        add_line(axes, ((tick.x, top - 2), (tick.x, bottom)), color=style.line, linewidth=HAIR)
        # At the edges a line stands without its words rather than beside cut ones.
        if _within(tick.x, tick.words, axis, width_of) == tick.x:
            at = (tick.x, style.line_height * 0.7)
            add_words(axes, at, (tick.words,), style, colour=style.quiet, align="center")
    add_line(axes, ((today, top - 4), (today, bottom)), color=style.text, linewidth=1.2)
    at = (_within(today, now, axis, width_of), style.line_height * 1.8)
    add_words(axes, at, (now,), style, align="center", bold=True)


def _within(x: float, words: str, axis: TimeAxis, width_of: Callable[[str], float]) -> float:
    """Return where to centre words near `x` so that they stay within the figure."""
    half = width_of(words) * _BOLD / 2
    return max(axis.left - EDGE + half, min(axis.right + EDGE - half, x))


def _add_row(
    axes: Axes, axis: TimeAxis, row: _Row, y: float, as_of: date, style: ChartStyle, late: str
) -> None:
    one, action = row.one, row.one.action
    height = len(row.lines) * style.line_height
    middle = y + height / 2
    colour = style.text if action.is_open else style.quiet
    for number, line in enumerate(row.lines):
        # The lines of the days pass behind the words.
        wide = style.width_of(line, style.small, False) + 6
        corner = (EDGE - 2, y + number * style.line_height)
        ground = Rectangle(corner, wide, style.line_height, color=style.ground, zorder=2.5)
        axes.add_artist(ground)
    add_words(axes, (EDGE, middle), row.lines, style, colour=colour)
    lane = y + _lane_of(row, style)
    if one.begin is not None and one.finish is not None:
        _add_work(axes, axis, one, lane, style, late)
    if action.is_open and action.due is not None:
        if one.is_overdue:
            ends = ((axis.at(action.due), lane), (axis.at(as_of), lane))
            add_line(axes, ends, color=late, linewidth=THIN, linestyle=OVERDUE, zorder=3)
        add_due(axes, axis.at(action.due), lane, late if one.fits is False else style.text, style)
    if not action.is_open and action.finished is not None:
        at = (axis.at(action.finished), lane)
        add_line(axes, (at,), marker="o", markersize=MARK, color=style.quiet, zorder=3)


def _lane_of(row: _Row, style: ChartStyle) -> float:
    return len(row.lines) * style.line_height + 2 + BAR / 2


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in a lane, from where to where it goes."""

    kind: str
    left: float
    right: float


def _words_at_marks(
    rows: Sequence[_Row], axis: TimeAxis, as_of: date, texts: Texts, style: ChartStyle
) -> list[tuple[_Row, str, _Beside]]:
    """Return each kind of mark with its word beside one of them, where a row has room for it.

    A row without a mark says why.
    """
    said: list[tuple[_Row, str, _Beside]] = []
    words = mark_words(texts)
    for row in rows:
        marks = sorted(_marks(row.one, axis, as_of), key=lambda mark: mark.left)
        if not marks:
            why = texts.tr("no hours and no day yet")
            said.append((row, "", _Beside(why, EDGE, style.width_of(why, style.small, False))))
            continue
        free = {"left": marks[0].left - _GAP, "right": axis.right + EDGE - 2}
        for side, mark in (("right", max(marks, key=lambda mark: mark.right)), ("left", marks[0])):
            if mark.kind in {kind for _, kind, _ in said}:
                continue
            wide = style.width_of(words[mark.kind], style.small, False)
            x = mark.right + _GAP if side == "right" else free["left"] - wide
            if x >= 0 and x + wide <= free["right"]:
                said.append((row, mark.kind, _Beside(words[mark.kind], x, wide)))
    return said


def _marks(one: PlannedAction, axis: TimeAxis, as_of: date) -> list[_Mark]:
    action, found = one.action, []
    if one.begin is not None and one.finish is not None:
        start, end = axis.at(one.begin), max(axis.at(one.finish), axis.at(one.begin) + 3)
        turn = end if action.due is None else min(end, max(start, axis.at(action.due)))
        if turn - start > 1:
            found.append(_Mark("work", start, turn))
        if end - turn > 1:
            found.append(_Mark("late", turn, end))
    if action.is_open and action.due is not None:
        x = axis.at(action.due)
        # A line joins what is overdue to the day looked at.
        right = max(x + MARK / 2, axis.at(as_of) if one.is_overdue else x)
        found.append(_Mark("due", x - MARK / 2, right))
    if not action.is_open and action.finished is not None:
        x = axis.at(action.finished)
        found.append(_Mark("done", x - MARK / 2, x + MARK / 2))
    return found


def _add_beside(axes: Axes, said: _Beside, lane: float, style: ChartStyle) -> None:
    middle = (said.x + said.width / 2, lane)
    add_ground(axes, middle, (said.width + 4, style.small * 1.1), style)
    add_words(axes, (said.x, lane), (said.words,), style, colour=style.quiet)


def _add_work(
    axes: Axes, axis: TimeAxis, one: PlannedAction, lane: float, style: ChartStyle, late: str
) -> None:
    assert one.begin is not None
    assert one.finish is not None
    start, end = axis.at(one.begin), max(axis.at(one.finish), axis.at(one.begin) + 3)
    due = one.action.due
    turn = end if due is None else min(end, max(start, axis.at(due)))
    if turn - start > 1:
        size = (turn - start, BAR)
        corner = (start, lane - BAR / 2)
        add_bar(axes, corner, size, 3.0, facecolor=style.held, edgecolor="none", zorder=3)
    if end - turn > 1:
        corner, size = (turn + 0.75, lane - BAR / 2 + 0.75), (end - turn - 1.5, BAR - 1.5)
        look = {"facecolor": style.ground, "edgecolor": late, "linewidth": THIN}
        add_bar(axes, corner, size, 3.0, linestyle="-", zorder=3, **look)
