"""The names of the tracks at the top of their columns: in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from planner.charts.elements.wrapping import cut, widest_piece, wrapped
from planner.core.boxes import Band, Box
from planner.report.drawing import Measure, Words
from planner.report.map.roles import SMALL

# From the top of a column to the first baseline, where every name has one line and where not.
_ONE, _SEVERAL = 24.0, 20.0
STEP = 15.0
# From the last baseline to what lies below, the mark of a role's target included.
_BELOW = 14.0
# A name in a column: from the left side, and up to the right one.
_LEFT, _RIGHT = 14.0, 10.0
# Only where a single word is wider than its column letters get smaller, down to this size.
_LEAST = 10.0
_MOST_LINES = 7
# In ems: room for the number that stands before a name in black and white.
_NUMBER = 1.5


def heading_of(
    band: Band, name: str, colour: str, top: float, measure: Measure, seams: Sequence[Box]
) -> tuple[Words, ...]:
    """Return the lines of a name at the head of its column, which begins at `top`.

    No seam of a poster goes through them.
    """
    whole = name.upper()
    left, room = _widest_part(band, [seam.x for seam in seams if seam.height > seam.width])
    if measure(whole, SMALL, True) <= room:
        return (Words(left, top + _ONE, whole, SMALL, colour, bold=True),)
    size = SMALL
    room -= _NUMBER * SMALL
    while size > _LEAST and widest_piece(whole, partial(measure, size=size, bold=True)) > room:
        size -= 1
    lines = cut(wrapped(whole, room, partial(measure, size=size, bold=True)), _MOST_LINES)
    return tuple(
        Words(left, top + _SEVERAL + STEP * number, line, size, colour, bold=True)
        for number, line in enumerate(lines)
    )


def aligned(headings: Sequence[tuple[Words, ...]], top: float) -> tuple[tuple[Words, ...], ...]:
    """Return headings of which all begin at one height, where any has several lines."""
    if all(len(lines) == 1 for lines in headings):
        return tuple(headings)
    return tuple(
        tuple(line._replace(y=top + _SEVERAL + STEP * number) for number, line in enumerate(lines))
        for lines in headings
    )


def height_needed(headings: Sequence[tuple[Words, ...]]) -> float:
    """Return how far below the top of the columns what follows the headings begins at least."""
    most = max(map(len, headings), default=0)
    return _SEVERAL + STEP * (most - 1) + _BELOW if most > 1 else 0.0


def _widest_part(band: Band, seams: Sequence[float]) -> tuple[float, float]:
    """Return where the name of a column begins and how wide it may be, so that no seam cuts it."""
    within = [seam for seam in sorted(seams) if band.start < seam < band.end]
    parts = pairwise([band.start + _LEFT, *within, band.end - _RIGHT])
    left, right = max(parts, key=lambda part: part[1] - part[0])
    is_first = left == band.start + _LEFT
    return (left, right - left) if is_first else (left + 4, right - left - 8)
