"""The charts of one gap: held and required levels as radar or bars, and the weighted gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import inf
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planner.charts.descriptions import (
    FEWEST_CORNERS,
    MOST_CORNERS,
    bar_skills,
    bars_note,
    heaviest_first,
    levels_words,
    nothing_words,
)
from planner.charts.elements.bar_rows import EDGE, BarRow, Part, add_bar_rows, bar_rows_height
from planner.charts.elements.canvas import add_words, blank_figure
from planner.charts.elements.radar import add_radar
from planner.charts.elements.radar_layout import RadarLayout, radar_layout
from planner.charts.elements.wrapping import balanced, wrapped
from planner.charts.style import HAIR, THIN, UNRATED, ChartStyle
from planner.core.gaps import Gap, SkillGap
from planner.core.model import Catalogue, Scale
from planner.core.text import Texts

# The line that stands where a level is required, of the length of a bar.
_TICK = 0.012


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

    The line of held levels breaks at an unrated skill, for that is not 0. Fewer than three skills
    are bars, and so are more than twelve, or any whose names leave no room for a radar; of bars as
    many are drawn as fit, those that weigh most, and a line says so.
    """
    figure, axes = blank_figure(width, height)
    if not gap.skills:
        _add_nothing(axes, nothing_words(gap, catalogue, texts), width, height, style)
        return figure
    note = _unrated_note(gap, texts)
    foot = _foot(note, width, style)
    layout = _radar(gap, catalogue, texts, style, width, height - foot)
    # Below a radar in its middle, below bars where the word on those left out begins.
    at, align = EDGE, "left"
    if layout is not None:
        at, align = width / 2, "center"
        add_radar(axes, layout, gap.skills, catalogue.scale, texts, style)
    else:
        note = "\n".join(filter(None, (bars_note(gap, texts), note)))
        foot = _foot(note, width, style)
        _add_level_bars(axes, gap, catalogue, texts, style, (width, height - foot))
    lines = _note_lines(note, width, style)
    if lines:
        middle = at, height - style.line_height * (len(lines) / 2 + 0.05)
        add_words(axes, middle, lines, style, colour=style.quiet, align=align)
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
    rows = _weighted_rows(gap, catalogue, texts, style)
    if not rows:
        words = (
            texts.tr("No gap: every required level is held.")
            if gap.skills
            else nothing_words(gap, catalogue, texts)
        )
        _add_nothing(axes, words, width, height, style)
        return figure

    def more(count: int) -> str:
        return texts.ntr(
            "and {count} more with no larger gap", "and {count} more with no larger gaps", count
        )

    add_bar_rows(axes, rows, (width, height), more, style)
    return figure


def radar_height(
    gap: Gap,
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    width: float,
    most: float = inf,
) -> float:
    """Return the height in figure units that held and required levels take, bars at most `most`."""
    note = _unrated_note(gap, texts)
    square = width * 0.8 + _foot(note, width, style)
    if not gap.skills or _radar(gap, catalogue, texts, style, width, width * 0.8) is not None:
        return square
    note = "\n".join(filter(None, (bars_note(gap, texts), note)))
    around = style.line_height * 1.4 + _foot(note, width, style)
    rows = _level_rows(gap, catalogue, texts, style)
    return bar_rows_height(rows, width, style, most - around) + around


def bars_height(
    gap: Gap,
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    width: float,
    most: float = inf,
) -> float:
    """Return the height in figure units that the bars of every weighted gap take, or `most`."""
    rows = _weighted_rows(gap, catalogue, texts, style)
    return bar_rows_height(rows, width, style, most) if rows else 6 * style.line_height


def _radar(
    gap: Gap, catalogue: Catalogue, texts: Texts, style: ChartStyle, width: float, height: float
) -> RadarLayout | None:
    """Return the layout of a radar, None where bars are the better chart."""
    if not FEWEST_CORNERS <= len(gap.skills) <= MOST_CORNERS:
        return None
    names = [texts.pick(catalogue.skill(skill.skill).name) for skill in gap.skills]
    layout = radar_layout(names, width, height, style)
    return layout if layout.is_readable else None


def _unrated_note(gap: Gap, texts: Texts) -> str:
    if all(skill.is_unrated for skill in gap.skills):
        return texts.tr("Nothing is rated yet. Rate the skills to see here what is held.")
    return ""


def _add_level_bars(
    axes: Axes,
    gap: Gap,
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    size: tuple[float, float],
) -> None:
    """Add a bar a skill: what is held filled, what is missing hollow up to the required level."""
    heading = texts.tr("held → required")
    at = (size[0] - 2, style.line_height * 0.6)
    add_words(axes, at, (heading,), style, colour=style.quiet, align="right")

    def more(count: int) -> str:
        return texts.ntr(
            "and {count} more that weighs less; all in the table",
            "and {count} more that weigh less; all in the table",
            count,
        )

    rows = _level_rows(gap, catalogue, texts, style)
    add_bar_rows(axes, rows, size, more, style, top=style.line_height * 1.4)


def _level_rows(
    gap: Gap, catalogue: Catalogue, texts: Texts, style: ChartStyle
) -> Sequence[BarRow]:
    scale = catalogue.scale
    return [
        BarRow(
            name=texts.pick(catalogue.skill(skill.skill).name),
            parts=_level_parts(skill, scale, style),
            words=levels_words(skill, texts),
            note=texts.tr("unrated") if skill.is_unrated else "",
        )
        for skill in heaviest_first(gap, catalogue)
    ]


def _level_parts(skill: SkillGap, scale: Scale, style: ChartStyle) -> Sequence[Part]:
    span = scale.highest - scale.lowest

    def part(level: float) -> float:
        return (level - scale.lowest) / span if span else 0.0

    required = part(skill.required)
    if skill.held is None:
        return (Part(start=0.0, end=required, look=_unrated_look(style)),)
    held = part(skill.held)
    # Where more is held than required the line stands within the bar.
    ink = style.ground if held > required else style.text
    tick = {"facecolor": ink, "edgecolor": ink, "linewidth": HAIR, "zorder": 3}
    return (
        Part(start=0.0, end=max(held, required), look=_hollow_look(style)),
        Part(start=0.0, end=held, look=_held_look(style)),
        Part(start=max(0.0, required - _TICK), end=required, look=tick),
    )


def _weighted_rows(
    gap: Gap, catalogue: Catalogue, texts: Texts, style: ChartStyle
) -> Sequence[BarRow]:
    skills = bar_skills(gap)
    return [
        BarRow(
            name=texts.pick(catalogue.skill(skill.skill).name),
            parts=(
                Part(
                    start=0.0,
                    end=skill.weighted_gap / skills[0].weighted_gap,
                    look=_unrated_look(style) if skill.is_unrated else _held_look(style),
                ),
            ),
            words=texts.number(skill.weighted_gap),
            note=texts.tr("unrated") if skill.is_unrated else "",
        )
        for skill in skills
    ]


def _held_look(style: ChartStyle) -> dict[str, Any]:
    return {"facecolor": style.held, "edgecolor": "none"}


def _hollow_look(style: ChartStyle) -> dict[str, Any]:
    return {"facecolor": style.ground, "edgecolor": style.held, "linewidth": THIN}


def _unrated_look(style: ChartStyle) -> dict[str, Any]:
    return {"facecolor": "none", "edgecolor": style.held, "linestyle": UNRATED, "linewidth": THIN}


def _width_of(style: ChartStyle) -> Callable[[str], float]:
    return partial(style.width_of, size=style.small, bold=False)


def _add_nothing(axes: Axes, words: str, width: float, height: float, style: ChartStyle) -> None:
    lines = wrapped(words, width * 0.8, _width_of(style))
    add_words(axes, (width / 2, height / 2), lines, style, colour=style.quiet, align="center")


def _note_lines(note: str, width: float, style: ChartStyle) -> tuple[str, ...]:
    lines: list[str] = []
    for sentence in filter(None, note.split("\n")):
        lines += balanced(sentence, width - 8, _width_of(style))
    return tuple(lines)


def _foot(note: str, width: float, style: ChartStyle) -> float:
    lines = _note_lines(note, width, style)
    return style.line_height * (len(lines) + 0.4) if lines else 0.0
