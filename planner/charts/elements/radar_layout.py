"""Where the labels of a radar stand and how large it can be, so that no label is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin

from planner.charts.elements.wrapping import balanced, widest_piece
from planner.charts.style import ChartStyle

LEAST_RADIUS = 56.0
_MARGIN = 4.0
_PAD = 8.0
_LABEL_SHARES = (0.2, 0.24, 0.28, 0.32, 0.36, 0.42)
_HEIGHTS = tuple(step / 40 for step in range(14, 27))


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a label and the middle of their block, in figure units."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Label) -> bool:
        """Whether two blocks share any ground."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )


@dataclass(frozen=True, slots=True)
class RadarLayout:
    """The middle and radius of a radar in figure units, with one label an axis."""

    x: float
    y: float
    radius: float
    labels: tuple[Label, ...]

    @property
    def is_readable(self) -> bool:
        """Whether no label covers another one and the radar is not a mere dot."""
        return self.radius >= LEAST_RADIUS and not _has_overlap(self.labels)

    def at(self, turn: float, part: float) -> tuple[float, float]:
        """Return the point at `part` of the radius, `turn` (0..1) clockwise from the top."""
        across, down = direction(turn)
        return self.x + across * part * self.radius, self.y + down * part * self.radius


def direction(turn: float) -> tuple[float, float]:
    """Return the unit vector of a turn (0..1) clockwise from the top, y downward."""
    return sin(2 * pi * turn), -cos(2 * pi * turn)


def radar_layout(
    names: Sequence[str], width: float, height: float, style: ChartStyle
) -> RadarLayout:
    """Return the largest radar whose labels fit into `width` by `height` and do not overlap."""
    best: tuple[tuple[bool, float], RadarLayout] | None = None
    for share in _LABEL_SHARES:
        blocks = [_block(name, share * width, style) for name in names]
        for part in _HEIGHTS:
            made = _with_blocks(blocks, width, height, part * height)
            rank = (not _has_overlap(made.labels), made.radius)
            if best is None or rank > best[0]:
                best = rank, made
    assert best is not None
    return best[1]


def _block(name: str, width: float, style: ChartStyle) -> tuple[tuple[str, ...], float, float]:
    def width_of(text: str) -> float:
        return style.width_of(text, style.small, False)

    room = max(width, min(widest_piece(name, width_of), 2 * width))
    lines = balanced(name, room, width_of)
    return lines, max(map(width_of, lines)), style.line_height * len(lines)


def _with_blocks(
    blocks: Sequence[tuple[tuple[str, ...], float, float]],
    width: float,
    height: float,
    middle: float,
) -> RadarLayout:
    x = width / 2
    offsets = []
    limits = [x - _MARGIN, middle - _MARGIN, height - middle - _MARGIN]
    for axis, (_, wide, high) in enumerate(blocks):
        across, down = direction(axis / len(blocks))
        # A label leans away from the radar: wholly at the sides, by half at the top and bottom.
        beside = max(-1.0, min(1.0, 2.5 * across)) * wide / 2 + across * _PAD
        below = down * (high / 2 + _PAD)
        offsets.append((beside, below))
        room_across = x - _MARGIN - abs(beside) - wide / 2
        room_down = (height - middle if down > 0 else middle) - _MARGIN - abs(below) - high / 2
        if abs(across) > 1e-9:
            limits.append(room_across / abs(across))
        if abs(down) > 1e-9:
            limits.append(room_down / abs(down))
    radius = max(1.0, min(limits))
    labels = []
    for axis, ((lines, wide, high), (beside, below)) in enumerate(
        zip(blocks, offsets, strict=True)
    ):
        across, down = direction(axis / len(blocks))
        labels.append(
            Label(lines, x + across * radius + beside, middle + down * radius + below, wide, high)
        )
    return RadarLayout(x, middle, radius, tuple(labels))


def _has_overlap(labels: Sequence[Label]) -> bool:
    return any(one.overlaps(other) for one, other in combinations(labels, 2))
