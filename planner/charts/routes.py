"""The chart of a route: how long each of its roles is held, with the learning for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.elements.canvas import add_bar, add_line, add_words, blank_figure
from planner.charts.elements.time_axis import TimeAxis
from planner.charts.elements.wrapping import wrapped
from planner.charts.style import HAIR, STRONG, ChartStyle
from planner.core.planning.route_times import Stay
from planner.core.text import Texts

_EDGE, _GAP = 12.0, 8.0
_BAR, _LEAST_BAR = 20.0, 4.0
_INTERVAL, _ROW_GAP = 7.0, 10.0
_SWATCH, _LEGEND_GAP = 22.0, 18.0
# The target is held on from the arrival for this part of the whole, and so many days at least.
_AFTER, _LEAST_DAYS = 0.12, 180
# What lies later than that stands at the right edge; the axis ends before the calendar does.
_MOST_DAYS = 80 * 366
_LAST_DAY = date(9999, 1, 1).toordinal()
_BOLD = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteBar:
    """One role of a route: its words, and the colours of its stay, its learning and its edge."""

    stay: Stay
    words: str
    ground: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    bar: RouteBar
    lines: tuple[str, ...]
    # Where the words begin, above the bar where there is no room after or before it.
    x: float
    height: float
    is_above: bool = False
    is_before: bool = False


def route_figure(
    bars: Sequence[RouteBar],
    texts: Texts,
    style: ChartStyle,
    *,
    width: float = 640.0,
    height: float = 280.0,
) -> Figure:
    """Return a route over the years, a row a role, in `width` by `height` figure units.

    The last bar is the target, from the arrival on. Rows stand closer where there is less room;
    where there is enough, words that would stand now left, now right of a bar are above all bars.
    """
    figure, axes = blank_figure(width, height)
    axis = _axis(bars, width)
    foot = _foot(bars, axis, width, texts, style)
    rows = _rows(bars, axis, width, style)
    if len({row.is_before for row in rows}) > 1:
        above = _rows(bars, axis, width, style, are_above=True)
        rows = above if sum(row.height for row in above) <= height - foot else rows
    said = _words_within(rows, axis, texts, style)
    needed = sum(row.height for row in rows)
    room = height - foot
    squeeze = min(1.4, room / needed) if needed else 1.0
    bottom = min(room, needed * squeeze)
    _add_years(axes, axis, bottom, texts, style)
    y = 0.0
    for row in rows:
        _add_row(axes, axis, row, y, row.height * squeeze, style, is_last=row is rows[-1])
        for one, _, words, middle in said:
            if one is row:
                ink = style.ground if words.is_full else style.text
                at = (middle, _bar_top(row, y, row.height * squeeze, style) + _BAR / 2)
                lines = (words.words,)
                add_words(axes, at, lines, style, colour=ink, align="center", zorder=4)
        y += row.height * squeeze
    told = {mark for _, mark, _, _ in said}
    legend = [entry for entry in _shown(bars, axis, texts) if entry[0] not in told]
    top = bottom + 1.9 * style.line_height
    _add_legend(axes, top, _legend_lines(legend, width, style), bars[0], style)
    return figure


def route_height(bars: Sequence[RouteBar], texts: Texts, style: ChartStyle, width: float) -> float:
    """Return the height in figure units at which a route of `width` has the room it wants."""
    axis = _axis(bars, width)
    rows = _rows(bars, axis, width, style)
    return sum(row.height for row in rows) + _foot(bars, axis, width, texts, style)


def _axis(bars: Sequence[RouteBar], width: float) -> TimeAxis:
    first = bars[0].stay.begin
    reached = max(bars[-1].stay.end, *(bar.stay.latest for bar in bars))
    last = min(reached.toordinal(), first.toordinal() + _MOST_DAYS)
    after = max(_LEAST_DAYS, round((last - first.toordinal()) * _AFTER))
    end = date.fromordinal(min(_LAST_DAY, last + after))
    if end <= first:
        first = end - timedelta(days=_LEAST_DAYS)
    return TimeAxis(first, end, _EDGE, width - _EDGE)


def _rows(
    bars: Sequence[RouteBar],
    axis: TimeAxis,
    width: float,
    style: ChartStyle,
    *,
    are_above: bool = False,
) -> Sequence[_Row]:
    return [
        _row(bar, axis, width, style, is_last=bar is bars[-1], is_above=are_above) for bar in bars
    ]


def _row(
    bar: RouteBar,
    axis: TimeAxis,
    width: float,
    style: ChartStyle,
    *,
    is_last: bool,
    is_above: bool,
) -> _Row:
    def width_of(text: str) -> float:
        return style.width_of(text, style.small, True) * _BOLD

    left, right = _ends(bar, axis, is_last=is_last)
    wide = width_of(bar.words)
    height = _BAR + _INTERVAL + _ROW_GAP
    one = (bar.words,)
    if not is_above and wide <= width - _EDGE - right - _GAP:
        return _Row(bar=bar, lines=one, x=right + _GAP, height=height)
    if not is_above and wide <= left - _GAP - _EDGE:
        return _Row(bar=bar, lines=one, x=left - _GAP - wide, height=height, is_before=True)
    lines = wrapped(bar.words, width - 2 * _EDGE, width_of)
    widest = max(width_of(line) for line in lines)
    x = max(_EDGE, min(left, width - _EDGE - widest))
    height += len(lines) * style.line_height
    return _Row(bar=bar, lines=lines, x=x, is_above=True, height=height)


def _ends(bar: RouteBar, axis: TimeAxis, *, is_last: bool) -> tuple[float, float]:
    left = axis.at(bar.stay.begin)
    right = axis.right if is_last else axis.at(bar.stay.end)
    return left, max(right, left + _LEAST_BAR)


def _add_years(axes: Axes, axis: TimeAxis, bottom: float, texts: Texts, style: ChartStyle) -> None:
    def width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    for tick in axis.ticks(texts, width_of):
        add_line(axes, ((tick.x, 0), (tick.x, bottom)), color=style.line, linewidth=HAIR)
        half = width_of(tick.words) / 2
        x = min(max(tick.x, half), axis.right + _EDGE - half)
        at = (x, bottom + style.line_height * 0.8)
        add_words(axes, at, (tick.words,), style, colour=style.quiet, align="center")


def _add_row(
    axes: Axes,
    axis: TimeAxis,
    row: _Row,
    y: float,
    height: float,
    style: ChartStyle,
    *,
    is_last: bool,
) -> None:
    bar, stay = row.bar, row.bar.stay
    words = len(row.lines) * style.line_height if row.is_above else 0.0
    left, right = _ends(bar, axis, is_last=is_last)
    top = _bar_top(row, y, height, style)
    middle = top + _BAR / 2
    at = (row.x, top - 2 - words / 2 if row.is_above else middle)
    add_words(axes, at, row.lines, style, bold=True)
    corner, size = (left + 0.6, top), (right - left - 1.2, _BAR)
    # What is learnt has the full colour, and so has the target: the way is behind one there.
    is_full = is_last
    fill = bar.colour if is_full else bar.ground
    look = {"facecolor": fill, "edgecolor": bar.colour, "linewidth": 1.2}
    add_bar(axes, corner, size, 5.0, zorder=3, **look)
    learnt = min(right, axis.at(stay.learnt))
    if not is_last and learnt - left > 1:
        size = (learnt - left - 1.2, _BAR)
        add_bar(axes, corner, size, 5.0, facecolor=bar.colour, edgecolor="none", zorder=3)
    earliest, latest = axis.at(stay.earliest), axis.at(stay.latest)
    if latest - earliest > 1:
        _add_interval(axes, earliest, latest, top + _BAR + _INTERVAL / 2 + 1, style)


def _bar_top(row: _Row, y: float, height: float, style: ChartStyle) -> float:
    """Return where the bar of a row that begins at `y` begins."""
    words = len(row.lines) * style.line_height if row.is_above else 0.0
    return y + max(0.0, (height - row.height) / 2) + words + 2


@dataclass(frozen=True, slots=True)
class _Within:
    """Words within a bar, and whether they stand on its full colour."""

    words: str
    is_full: bool


def _words_within(
    rows: Sequence[_Row], axis: TimeAxis, texts: Texts, style: ChartStyle
) -> list[tuple[_Row, str, _Within, float]]:
    """Return what the parts of a bar are called, and in the middle of which part it is said."""
    said: list[tuple[_Row, str, _Within, float]] = []
    words = dict(_entries(texts))
    for row in rows[:-1]:
        left, right = _ends(row.bar, axis, is_last=False)
        learnt = min(right, axis.at(row.bar.stay.learnt))
        for mark, start, end in (("learning", left, learnt), ("stay", learnt, right)):
            wide = style.width_of(words[mark], style.small, False) + 2 * _GAP
            if mark not in {one for _, one, _, _ in said} and end - start >= wide:
                within = _Within(words[mark], is_full=mark == "learning")
                said.append((row, mark, within, (start + end) / 2))
    return said


def _add_interval(axes: Axes, left: float, right: float, y: float, style: ChartStyle) -> None:
    add_line(axes, ((left, y), (right, y)), color=style.quiet, linewidth=STRONG, zorder=3)


def _entries(texts: Texts) -> tuple[tuple[str, str], ...]:
    return (
        ("stay", texts.tr("in the role")),
        ("learning", texts.tr("learning for the next role")),
        ("interval", texts.tr("leaving: earliest to latest")),
    )


def _shown(bars: Sequence[RouteBar], axis: TimeAxis, texts: Texts) -> list[tuple[str, str]]:
    """Return the entries of what there is to be seen of a route."""
    marks = set()
    for bar in bars:
        learnt, end = axis.at(bar.stay.learnt), axis.at(bar.stay.end)
        if bar is not bars[-1]:
            marks |= {"learning"} if learnt - axis.at(bar.stay.begin) > 1 else set()
            marks |= {"stay"} if end - learnt > 1 else set()
        if axis.at(bar.stay.latest) - axis.at(bar.stay.earliest) > 1:
            marks.add("interval")
    return [entry for entry in _entries(texts) if entry[0] in marks]


def _legend_lines(
    entries: Sequence[tuple[str, str]], width: float, style: ChartStyle
) -> list[list[tuple[str, str, float]]]:
    lines: list[list[tuple[str, str, float]]] = [[]]
    used = 0.0
    for mark, words in entries:
        wide = _SWATCH + 6 + style.width_of(words, style.small, False)
        if lines[-1] and used + wide > width - 2 * _EDGE:
            lines.append([])
            used = 0.0
        lines[-1].append((mark, words, wide))
        used += wide + _LEGEND_GAP
    return lines


def _foot(
    bars: Sequence[RouteBar], axis: TimeAxis, width: float, texts: Texts, style: ChartStyle
) -> float:
    lines = _legend_lines(_shown(bars, axis, texts), width, style)
    return style.line_height * (1.6 + 1.35 * len(lines))


def _add_legend(
    axes: Axes,
    y: float,
    lines: Sequence[Sequence[tuple[str, str, float]]],
    bar: RouteBar,
    style: ChartStyle,
) -> None:
    for line in lines:
        x = _EDGE
        for mark, words, wide in line:
            if mark == "interval":
                _add_interval(axes, x, x + _SWATCH, y, style)
            else:
                fill = bar.colour if mark == "learning" else bar.ground
                look = {"facecolor": fill, "edgecolor": bar.colour, "linewidth": 1.2}
                add_bar(axes, (x, y - 5), (_SWATCH, 10), 3.0, **look)
            add_words(axes, (x + _SWATCH + 6, y), (words,), style, colour=style.quiet)
            x += wide + _LEGEND_GAP
        y += style.line_height * 1.35
