"""The charts of one gap: a radar of held and required levels, and bars of the weighted gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.canvas import add_bar, add_line, add_polygon, add_words, blank_figure
from planner.charts.descriptions import (
    MOST_RADAR_SKILLS,
    bar_skills,
    nothing_words,
    radar_note,
    radar_skills,
)
from planner.charts.legend import add_legend_row
from planner.charts.radar_layout import RadarLayout, radar_layout
from planner.charts.style import ChartStyle
from planner.charts.wrapping import balanced, wrapped
from planner.core.gaps import Gap, SkillGap
from planner.core.model import Catalogue, Scale
from planner.core.text import Texts

_DASHED = (0, (4.0, 3.0))
_DOTTED = (0, (2.0, 2.0))
_MOST_RINGS = 10
_FEWEST_CORNERS = 3
_ROUND = 72
_BAR_HEIGHT = 18.0
_ROW_GAPS = (16.0, 12.0, 8.0)
_LABEL_SHARE = 0.42
_LABEL_GAP = 10.0
_EDGE = 2.0


def radar_figure(
    gap: Gap,
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    *,
    width: float = 400.0,
    height: float = 320.0,
) -> Figure:
    """Return held against required levels, an axis a skill, in `width` by `height` figure units.

    The line of held levels breaks at an unrated skill, for that is not 0. Of many skills those that
    weigh most are drawn, and a line says so.
    """
    figure, axes = blank_figure(width, height)
    if not gap.skills:
        _add_nothing(axes, nothing_words(gap, catalogue, texts), width, height, style)
        return figure
    for most in range(MOST_RADAR_SKILLS, _FEWEST_CORNERS - 1, -1):
        skills = radar_skills(gap, catalogue, most)
        note = radar_note(len(skills), gap, texts)
        notes = balanced(note, width - 8, _width_of(style)) if note else ()
        foot = style.line_height * (1.6 + len(notes))
        names = [texts.pick(catalogue.skill(skill.skill).name) for skill in skills]
        layout = radar_layout(names, width, height - foot, style)
        if layout.is_readable:
            break
    _add_rings(axes, layout, catalogue.scale, style)
    _add_levels(axes, layout, skills, catalogue.scale, style)
    for label in layout.labels:
        at = (label.x, label.y)
        add_words(axes, at, label.lines, style, colour=style.quiet, align="center")
    _add_legend(axes, skills, width / 2, height - foot + style.line_height, texts, style)
    if notes:
        at = (width / 2, height - style.line_height * (len(notes) / 2 + 0.05))
        add_words(axes, at, notes, style, colour=style.quiet, align="center")
    return figure


def bars_figure(
    gap: Gap,
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    *,
    width: float = 400.0,
    height: float = 260.0,
) -> Figure:
    """Return the weighted gaps as bars, the largest first, in `width` by `height` figure units.

    The bar of an unrated skill is dashed. As many are drawn as fit, and a line says how many more
    there are.
    """
    figure, axes = blank_figure(width, height)
    skills = bar_skills(gap)
    if not skills:
        words = (
            texts.tr("No gap: every required level is held.")
            if gap.skills
            else nothing_words(gap, catalogue, texts)
        )
        _add_nothing(axes, words, width, height, style)
        return figure
    names = [
        balanced(
            texts.pick(catalogue.skill(skill.skill).name),
            width * _LABEL_SHARE - _LABEL_GAP,
            _width_of(style),
        )
        for skill in skills
    ]
    numbers = [texts.number(skill.weighted_gap) for skill in skills]
    widest_name = max(style.width_of(line, style.small, False) for name in names for line in name)
    widest_number = max(style.width_of(number, style.small, True) for number in numbers)
    name_end = _EDGE + widest_name
    start = name_end + _LABEL_GAP
    full = max(1.0, width - start - widest_number - 10)
    for row_gap in _ROW_GAPS:
        heights = [_row_height(lines, row_gap, style) for lines in names]
        rows = _rows_that_fit(heights, height, style)
        if rows == len(skills):
            break
    top = 0.0
    for row in range(rows):
        middle = top + heights[row] / 2
        add_words(axes, (name_end, middle), names[row], style, align="right")
        long = max(3.0, full * skills[row].weighted_gap / skills[0].weighted_gap)
        corner = (start, middle - _BAR_HEIGHT / 2)
        add_bar(axes, corner, (long, _BAR_HEIGHT), 4.0, **_bar_look(skills[row], style))
        add_words(axes, (start + long + 6, middle), (numbers[row],), style, bold=True)
        top += heights[row]
    if rows < len(skills):
        more = texts.ntr(
            "and {count} more with no larger gap",
            "and {count} more with no larger gaps",
            len(skills) - rows,
        )
        at = (_EDGE, height - style.line_height * 0.6)
        add_words(axes, at, (more,), style, colour=style.quiet)
    return figure


def _width_of(style: ChartStyle) -> Callable[[str], float]:
    def width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    return width_of


def _add_nothing(axes: Axes, words: str, width: float, height: float, style: ChartStyle) -> None:
    lines = wrapped(words, width * 0.8, _width_of(style))
    add_words(axes, (width / 2, height / 2), lines, style, colour=style.quiet, align="center")


def _part(level: float, scale: Scale) -> float:
    span = scale.highest - scale.lowest
    return (level - scale.lowest) / span if span else 0.0


def _add_rings(axes: Axes, layout: RadarLayout, scale: Scale, style: ChartStyle) -> None:
    levels = [level.number for level in scale.levels[1:]]
    if len(levels) > _MOST_RINGS:
        levels = [scale.lowest + (scale.highest - scale.lowest) * n / 5 for n in range(1, 6)]
    count = len(layout.labels)
    # With one or two axes a ring has no corners to stand on, so it is round.
    corners = count if count >= _FEWEST_CORNERS else _ROUND
    for level in levels:
        ring = [layout.at(corner / corners, _part(level, scale)) for corner in range(corners)]
        add_polygon(axes, ring, facecolor="none", edgecolor=style.line, linewidth=1.0)
    for axis in range(count):
        spoke = (layout.at(0, 0), layout.at(axis / count, 1))
        add_line(axes, spoke, color=style.line, linewidth=1.0)


def _add_levels(
    axes: Axes,
    layout: RadarLayout,
    skills: Sequence[SkillGap],
    scale: Scale,
    style: ChartStyle,
) -> None:
    count = len(skills)
    held = [
        layout.at(axis / count, _part(skill.held or scale.lowest, scale))
        for axis, skill in enumerate(skills)
    ]
    required = [
        layout.at(axis / count, _part(skill.required, scale)) for axis, skill in enumerate(skills)
    ]
    add_polygon(axes, held, facecolor=style.held, edgecolor="none", alpha=0.2)
    add_polygon(
        axes, required, facecolor="none", edgecolor=style.quiet, linewidth=1.5, linestyle=_DASHED
    )
    for axis, skill in enumerate(skills):
        after = (axis + 1) % count
        if not skill.is_unrated and not skills[after].is_unrated:
            add_line(axes, (held[axis], held[after]), color=style.held, linewidth=2.0)
        if skill.is_unrated:
            open_part = (layout.at(0, 0), required[axis])
            add_line(axes, open_part, color=style.held, linewidth=1.5, linestyle=_DOTTED)
        if count < _FEWEST_CORNERS:
            look = {"marker": "D", "markersize": 7, "markeredgecolor": style.quiet}
            add_line(axes, (required[axis],), markerfacecolor="none", **look)
        add_line(
            axes,
            (required[axis] if skill.is_unrated else held[axis],),
            marker="o",
            markersize=5,
            markerfacecolor=style.ground if skill.is_unrated else style.held,
            markeredgecolor=style.held,
            markeredgewidth=1.5,
        )


def _add_legend(
    axes: Axes,
    skills: Sequence[SkillGap],
    middle: float,
    y: float,
    texts: Texts,
    style: ChartStyle,
) -> None:
    held: dict[str, Any] = {"color": style.held, "linewidth": 2.0}
    required: dict[str, Any] = {"color": style.quiet, "linewidth": 1.5, "linestyle": _DASHED}
    if len(skills) < _FEWEST_CORNERS:
        held |= {"marker": "o", "markersize": 5}
        required |= {"marker": "D", "markersize": 7, "markerfacecolor": style.ground}
    entries = [(texts.tr("held"), held), (texts.tr("required"), required)]
    if any(skill.is_unrated for skill in skills):
        look = {"color": style.held, "linewidth": 1.5, "linestyle": _DOTTED}
        entries.append((texts.tr("unrated"), look))
    add_legend_row(axes, entries, middle, y, style)


def _row_height(lines: Sequence[str], row_gap: float, style: ChartStyle) -> float:
    return max(_BAR_HEIGHT, style.line_height * len(lines)) + row_gap


def _rows_that_fit(heights: Sequence[float], height: float, style: ChartStyle) -> int:
    if sum(heights) <= height:
        return len(heights)
    room = height - style.line_height * 1.2
    fit = 0
    while fit < len(heights) and sum(heights[: fit + 1]) <= room:
        fit += 1
    return max(1, fit)


def _bar_look(skill: SkillGap, style: ChartStyle) -> dict[str, Any]:
    if skill.is_unrated:
        return {
            "facecolor": "none",
            "edgecolor": style.held,
            "linestyle": _DOTTED,
            "linewidth": 1.5,
        }
    return {"facecolor": style.held, "edgecolor": "none"}
