"""The marks of a radar: rings, what is held and required, and the words beside the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import hypot

from matplotlib.axes import Axes

from planner.charts.elements.canvas import (
    Point,
    add_ground,
    add_line,
    add_polygon,
    add_words,
)
from planner.charts.elements.radar_layout import Label, RadarLayout
from planner.charts.style import DOT, HAIR, LINE, PALE, REQUIRED, THIN, UNRATED, ChartStyle
from planner.core.gaps import SkillGap
from planner.core.model import Scale
from planner.core.text import Texts

_MOST_RINGS = 10
# Where along a line its word may stand, and how far from it.
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)
_AWAY = (3.0, 7.0, 12.0)

Segment = tuple[Point, Point]


def add_radar(
    axes: Axes,
    layout: RadarLayout,
    skills: Sequence[SkillGap],
    scale: Scale,
    texts: Texts,
    style: ChartStyle,
) -> None:
    """Add rings, levels, the names of the skills, and the word of each line beside it."""

    def part(level: float) -> float:
        span = scale.highest - scale.lowest
        return (level - scale.lowest) / span if span else 0.0

    count = len(skills)
    held = [
        layout.at(axis / count, part(scale.lowest if skill.held is None else skill.held))
        for axis, skill in enumerate(skills)
    ]
    required = [layout.at(axis / count, part(skill.required)) for axis, skill in enumerate(skills)]
    _add_rings(axes, layout, scale, part, style)
    _add_levels(axes, layout, skills, held, required, style)
    for label in layout.labels:
        at = (label.x, label.y)
        add_words(axes, at, label.lines, style, colour=style.quiet, align="center")
    _add_line_words(axes, layout, skills, held, required, texts, style)


def _add_rings(
    axes: Axes,
    layout: RadarLayout,
    scale: Scale,
    part: Callable[[float], float],
    style: ChartStyle,
) -> None:
    levels = [level.number for level in scale.levels[1:]]
    if len(levels) > _MOST_RINGS:
        levels = [scale.lowest + (scale.highest - scale.lowest) * n / 5 for n in range(1, 6)]
    count = len(layout.labels)
    for level in levels:
        ring = [layout.at(corner / count, part(level)) for corner in range(count)]
        add_polygon(axes, ring, facecolor="none", edgecolor=style.line, linewidth=HAIR)
    for axis in range(count):
        spoke = (layout.at(0, 0), layout.at(axis / count, 1))
        add_line(axes, spoke, color=style.line, linewidth=HAIR)


def _add_levels(
    axes: Axes,
    layout: RadarLayout,
    skills: Sequence[SkillGap],
    held: Sequence[Point],
    required: Sequence[Point],
    style: ChartStyle,
) -> None:
    add_polygon(axes, held, facecolor=style.held, edgecolor="none", alpha=PALE)
    look = {"edgecolor": style.quiet, "linewidth": THIN, "linestyle": REQUIRED}
    add_polygon(axes, required, facecolor="none", **look)
    for start, end in _held_lines(skills, held):
        add_line(axes, (start, end), color=style.held, linewidth=LINE)
    for axis, skill in enumerate(skills):
        if skill.is_unrated:
            open_part = (layout.at(0, 0), required[axis])
            add_line(axes, open_part, color=style.held, linewidth=THIN, linestyle=UNRATED)
        add_line(
            axes,
            (required[axis] if skill.is_unrated else held[axis],),
            marker="o",
            markersize=DOT,
            markerfacecolor=style.ground if skill.is_unrated else style.held,
            markeredgecolor=style.held,
            markeredgewidth=THIN,
        )


def _held_lines(skills: Sequence[SkillGap], held: Sequence[Point]) -> Iterator[Segment]:
    """Yield the lines between neighbours that are both rated."""
    places = [*range(len(skills)), 0]
    for axis, after in pairwise(places):
        if not skills[axis].is_unrated and not skills[after].is_unrated:
            yield held[axis], held[after]


def _add_line_words(
    axes: Axes,
    layout: RadarLayout,
    skills: Sequence[SkillGap],
    held: Sequence[Point],
    required: Sequence[Point],
    texts: Texts,
    style: ChartStyle,
) -> None:
    """Name what is required, held and unrated beside one line of each."""
    middle = layout.at(0, 0)
    unrated = [(middle, required[n]) for n, skill in enumerate(skills) if skill.is_unrated]
    rated = [held[n] for n, skill in enumerate(skills) if not skill.is_unrated]
    lines = {
        "required": list(pairwise([*required, required[0]])),
        "held": list(_held_lines(skills, held)) or [(point, point) for point in rated],
        "unrated": unrated,
    }
    words = {
        "required": (texts.tr("required"), style.quiet),
        "held": (texts.tr("held"), style.held),
        "unrated": (texts.tr("unrated"), style.held),
    }
    blocked = [segment for segments in lines.values() for segment in segments]
    blocked += [(point, point) for point in (*rated, *required)]
    taken = list(layout.labels)
    for key, (word, colour) in words.items():
        size = (style.width_of(word, style.small, False), style.small * 1.1)
        spot = _spot(lines[key], size, layout, blocked, taken)
        if spot is not None:
            add_ground(axes, spot, (size[0] + 2, size[1]), style)
            add_words(axes, spot, (word,), style, colour=colour, align="center")
            taken.append(Label((word,), *spot, *size))


def _spot(
    lines: Sequence[Segment],
    size: Point,
    layout: RadarLayout,
    blocked: Sequence[Segment],
    taken: Sequence[Label],
) -> Point | None:
    """Return where a word stands free close to one of its lines; the outside of a line is tried
    first, the lines farthest from the middle before others. If nothing is free, the least bad.
    """
    if not lines:
        return None
    centre = layout.at(0, 0)
    best: tuple[tuple[int, int], Point] | None = None
    far = sorted(lines, key=lambda line: -_length(centre, _between(line[0], line[1], 0.5)))
    for place, spot in enumerate(_candidates(far, size, centre)):
        box = Label(("",), *spot, *size)
        if any(box.overlaps(other) for other in taken):
            continue
        crossed = sum(_crosses(line, box) for line in blocked)
        if best is None or (crossed, place) < best[0]:
            best = (crossed, place), spot
        if not crossed:
            break
    return best[1] if best else None


def _candidates(lines: Sequence[Segment], size: Point, centre: Point) -> Iterator[Point]:
    for away in _AWAY:
        for outward in (1.0, -1.0):
            for line in lines:
                for along in _ALONG:
                    x, y = _between(line[0], line[1], along)
                    across, down = _away_from(line, (x, y), centre)
                    reach = abs(across) * size[0] / 2 + abs(down) * size[1] / 2 + away
                    yield x + outward * across * reach, y + outward * down * reach


def _away_from(line: Segment, point: Point, centre: Point) -> Point:
    """Return the direction across a line that leads away from the middle."""
    across, down = line[1][1] - line[0][1], line[0][0] - line[1][0]
    if hypot(across, down) < 1e-9:
        across, down = point[0] - centre[0], point[1] - centre[1]
    length = hypot(across, down)
    if length < 1e-9:
        return 0.0, -1.0
    if across * (point[0] - centre[0]) + down * (point[1] - centre[1]) < 0:
        length = -length
    return across / length, down / length


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _length(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _crosses(line: Segment, box: Label) -> bool:
    """Whether a line, or the mark at a point, comes into a box; by its clipping to the box."""
    (x1, y1), (x2, y2) = line
    pad = 2.0
    low, high = 0.0, 1.0
    for start, way, middle, half in (
        (x1, x2 - x1, box.x, box.width / 2 + pad),
        (y1, y2 - y1, box.y, box.height / 2 + pad),
    ):
        if abs(way) < 1e-9:
            if abs(start - middle) > half:
                return False
            continue
        ends = sorted(((middle - half - start) / way, (middle + half - start) / way))
        low, high = max(low, ends[0]), min(high, ends[1])
    return low <= high
