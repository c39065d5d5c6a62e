"""The charts of a history: a skill's ratings over time, and the readiness for a role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.descriptions import no_requirements_words
from planner.charts.elements.canvas import (
    Point,
    add_hatching,
    add_line,
    add_polygon,
    add_words,
    blank_figure,
)
from planner.charts.elements.legend import Entry
from planner.charts.elements.raters import (
    OFF_LEVEL,
    cross_look,
    rater_end,
    rater_look,
    rater_word,
    required_look,
    stale_look,
)
from planner.charts.elements.time_plot import End, TimeChart, TimePlot, add_nothing
from planner.charts.elements.wrapping import balanced, widest_piece
from planner.charts.style import (
    HAIR,
    HATCH_STEP,
    LINE,
    PALE,
    ChartStyle,
)
from planner.core.gaps import Interval
from planner.core.model import Catalogue, Scale
from planner.core.people import MONTHS_UNTIL_STALE, Position, Rater, Rating
from planner.core.skills.history import ReadinessHistory, by_rater
from planner.core.text import Texts

_MOST_LEVELS = 8
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_MOST_NAME_LINES = 2
_NAME_PAD = 5.0


def skill_history_figure(
    history: Sequence[Rating],
    required: float | None,
    scale: Scale,
    texts: Texts,
    style: ChartStyle,
    *,
    as_of: date,
    months: int = MONTHS_UNTIL_STALE,
    width: float = 400.0,
    height: float = 240.0,
) -> Figure:
    """Return a skill's ratings as steps, a line a rater, in `width` by `height` figure units.

    A level holds until the rater's next answer; once it is older than so many months its line is
    dotted. *Not applicable* ends a line with a cross. `required` is dashed across, None for none.
    """
    figure, axes = blank_figure(width, height)
    lines = by_rater(history)
    if not lines:
        words = texts.tr("Nobody has rated this skill yet. Rate it to see its levels over time.")
        add_nothing(axes, words, (width, height), style)
        return figure
    pieces = {rater: tuple(_pieces(line, as_of, months)) for rater, line in lines.items()}
    ends = [
        rater_end(rater, line, texts, style, as_of=as_of, months=months, lowest=scale.lowest)
        for rater, line in lines.items()
    ]
    otherwise: list[Entry] = [
        (rater_word(rater, texts), rater_look(rater, style)) for rater in lines
    ]
    if required is not None:
        words = texts.tr("required {level}", level=texts.number(required))
        ends.append(End(words=words, day=as_of, value=required, colour=style.quiet))
        otherwise.append((words, required_look(style)))
    entries: list[Entry] = []
    # What is so at the end of a line is told there.
    if any(piece.is_stale and piece.until < as_of for line in pieces.values() for piece in line):
        entries.append((texts.tr("stale"), stale_look(style.quiet)))
    elif any(piece.is_stale for line in pieces.values() for piece in line):
        otherwise.append((texts.tr("stale"), stale_look(style.quiet)))
    if any(rating.level is None for line in lines.values() for rating in line[:-1]):
        entries.append((texts.tr("not applicable"), cross_look(style.quiet)))
    elif any(rating.level is None for rating in history):
        otherwise.append((texts.tr("not applicable"), cross_look(style.quiet)))
    chart = TimeChart(
        axes,
        (width, height),
        texts,
        style,
        days=[rating.on for rating in history],
        until=as_of,
        labels={level: texts.number(level) for level in _levels(scale)},
        ends=ends,
        entries=entries,
        otherwise=otherwise,
    )
    chart.add_frame()
    plot = chart.plot
    if required is not None:
        y = plot.y(required)
        add_line(axes, ((plot.axis.left, y), (plot.axis.right, y)), **required_look(style))
    for rater, line in lines.items():
        _add_rater(axes, plot, rater, line, pieces[rater], style)
    return figure


def readiness_history_figure(
    history: ReadinessHistory,
    positions: Sequence[Position],
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    *,
    width: float = 400.0,
    height: float = 240.0,
) -> Figure:
    """Return readiness as steps from 0 to 100 %, in `width` by `height` figure units.

    The certain part is filled below its line; what is unrated makes a pale band above it. Where a
    position began a line stands, with the role's name beside it where there is room.
    """
    figure, axes = blank_figure(width, height)
    if not history.changes:
        words = texts.tr(
            "Nothing that counts was rated up to this day. Rate a skill to see readiness over time."
        )
        if not catalogue.role(history.role).requires:
            words = no_requirements_words(texts)
        add_nothing(axes, words, (width, height), style)
        return figure
    has_band = any(change.readiness and not change.readiness.is_exact for change in history.changes)
    last = history.changes[-1].readiness
    band: Entry = (texts.tr("if what is unrated is held"), _band_sample(style))
    otherwise: list[Entry] = [(texts.tr("at least"), _sure_look(style))]
    if has_band:
        otherwise.append(band)
    ends = _readiness_ends(last, history.as_of, texts, style)
    # A band that has closed by now has no end to be named at.
    is_told = not has_band or (last is not None and not last.is_exact)
    entries: list[Entry] = [] if is_told else [band]
    chart = TimeChart(
        axes,
        (width, height),
        texts,
        style,
        days=[change.on for change in history.changes],
        until=history.as_of,
        labels={part: texts.percent(part) for part in _QUARTERS},
        ends=ends,
        entries=entries,
        otherwise=[one for one in otherwise if one not in entries],
        above=style.line_height * _MOST_NAME_LINES,
    )
    chart.add_frame()
    _add_positions(axes, chart, positions, catalogue, texts, style)
    spans = tuple(_spans(history))
    for span in spans:
        _add_span(axes, chart.plot, span, style)
    for before, after in pairwise(spans):
        _add_rise(axes, chart.plot, before, after, style)
    return figure


def _readiness_ends(
    last: Interval | None, as_of: date, texts: Texts, style: ChartStyle
) -> Sequence[End]:
    """Return the newest readiness in words, at its certain part and at the end of its band."""
    if last is None:
        return ()
    low = texts.percent(last.low)
    if last.is_exact:
        return (End(words=low, day=as_of, value=last.low, colour=style.held),)
    high = texts.percent(last.high)
    least = texts.tr("at least {percentage}", percentage=low)
    most = texts.tr("at most {percentage}", percentage=high)
    return (
        End(words=least, day=as_of, value=last.low, colour=style.held),
        End(words=most, day=as_of, value=last.high, colour=style.quiet),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a rater's line at one level."""

    since: date
    until: date
    level: float
    is_stale: bool


def _pieces(line: Sequence[Rating], as_of: date, months: int) -> Iterator[_Piece]:
    """Yield the stretches of a line; each rating holds until the next one, then until `as_of`."""
    ends = [rating.on for rating in line[1:]]
    for rating, end in zip(line, [*ends, as_of], strict=True):
        if rating.level is None:
            continue
        fresh = min(end, rating.fresh_until(months))
        yield _Piece(rating.on, fresh, rating.level, is_stale=False)
        if fresh < end:
            yield _Piece(fresh, end, rating.level, is_stale=True)


def _add_rater(
    axes: Axes,
    plot: TimePlot,
    rater: Rater,
    line: Sequence[Rating],
    pieces: Sequence[_Piece],
    style: ChartStyle,
) -> None:
    look = rater_look(rater, style)
    plain = {key: value for key, value in look.items() if not key.startswith("marker")}
    marks = {**look, "linestyle": "none"}

    def at(day: date, level: float) -> Point:
        x, y = plot.at(day, level)
        return x, y + OFF_LEVEL[rater]

    for piece in pieces:
        stretch = (at(piece.since, piece.level), at(piece.until, piece.level))
        add_line(axes, stretch, **(stale_look(look["color"]) if piece.is_stale else plain))
    for before, after in pairwise(line):
        if before.level is not None and after.level is not None:
            rise = (at(after.on, before.level), at(after.on, after.level))
            add_line(axes, rise, color=look["color"], linewidth=1.2)
    level = plot.lowest
    for rating in line:
        if rating.level is None:
            add_line(axes, (at(rating.on, level),), **cross_look(look["color"]))
        else:
            level = rating.level
            add_line(axes, (at(rating.on, level),), **marks)


def _levels(scale: Scale) -> list[float]:
    """Return the levels that get a line and a number: of many about five, the ends always."""
    numbers = [level.number for level in scale.levels]
    if len(numbers) <= _MOST_LEVELS:
        return numbers
    step = (len(numbers) - 1) / 5
    return [numbers[round(step * place)] for place in range(6)]


@dataclass(frozen=True, slots=True)
class _Span:
    """How long a readiness lasted; None where it is unknown."""

    readiness: Interval | None
    since: date
    until: date


def _spans(history: ReadinessHistory) -> Iterator[_Span]:
    ends = [change.on for change in history.changes[1:]]
    for change, end in zip(history.changes, [*ends, history.as_of], strict=True):
        yield _Span(change.readiness, change.on, end)


def _add_span(axes: Axes, plot: TimePlot, span: _Span, style: ChartStyle) -> None:
    if span.readiness is None:
        return
    low, high = span.readiness.low, span.readiness.high
    ground = (plot.at(span.since, 0.0), plot.at(span.until, 0.0))
    sure = (plot.at(span.since, low), plot.at(span.until, low))
    most = (plot.at(span.since, high), plot.at(span.until, high))
    look = {"facecolor": style.held, "edgecolor": "none", "linewidth": 0.0, "alpha": PALE}
    add_polygon(axes, (*ground, *reversed(sure)), **look)
    if high > low:
        (left, top), (right, bottom) = most[0], sure[1]
        size = (right - left, bottom - top)
        add_hatching(axes, most[0], size, HATCH_STEP, color=style.held, linewidth=0.8, alpha=0.5)
        add_line(axes, most, color=style.held, linewidth=HAIR)
    add_line(axes, sure, **_sure_look(style))
    if span.since == span.until:
        # A day alone has no width: its interval is a line upward, its certain part a point.
        add_line(axes, (sure[0], most[0]), color=style.held, linewidth=1.0)
        add_line(axes, (sure[0],), linestyle="none", marker="o", markersize=5, color=style.held)


def _add_rise(axes: Axes, plot: TimePlot, before: _Span, after: _Span, style: ChartStyle) -> None:
    if before.readiness is not None and after.readiness is not None:
        ends = (
            plot.at(after.since, before.readiness.low),
            plot.at(after.since, after.readiness.low),
        )
        add_line(axes, ends, **_sure_look(style))


def _sure_look(style: ChartStyle) -> dict[str, Any]:
    return {"color": style.held, "linewidth": LINE}


def _band_sample(style: ChartStyle) -> dict[str, Any]:
    return {"color": style.held, "linewidth": HAIR}


def _add_positions(
    axes: Axes,
    chart: TimeChart,
    positions: Sequence[Position],
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
) -> None:
    plot = chart.plot
    shown = [position for position in positions if position.since <= plot.axis.last]
    starts = [plot.axis.at(position.since) for position in shown]
    for position, x, end in zip(shown, starts, [*starts[1:], plot.axis.right], strict=False):
        if end <= plot.axis.left:
            continue
        if x > plot.axis.left:
            stem = ((x, plot.bottom), (x, style.line_height * 0.2))
            add_line(axes, stem, color=style.quiet, linewidth=1.0)
        name = position.role
        if catalogue.has_role(position.role):
            name = texts.pick(catalogue.role(position.role).name)
        room = end - x - 2 * _NAME_PAD
        lines = balanced(name, max(1.0, room), chart.width_of)
        if len(lines) <= _MOST_NAME_LINES and widest_piece(name, chart.width_of) <= room:
            middle = plot.top - style.line_height * (0.4 + len(lines) / 2)
            add_words(axes, (x + _NAME_PAD, middle), lines, style, colour=style.quiet)
