"""Setting a paragraph in lines: no lone last word, and dots where lines are left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from planner.charts.elements.wrapping import wrapped

ELLIPSIS = "…"
# A last line shorter than this part of the width is filled up from the lines above it.
_WIDOW = 0.2
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85)
# No line of a sheet holds more letters.
_MOST_IN_A_LINE = 400


def set_in_lines(text: str, width: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """Return a paragraph in lines of which the last is not a mere word or letter."""
    lines = wrapped(text, width, width_of)
    for share in _NARROWER:
        if len(lines) == 1 or width_of(lines[-1]) >= width * _WIDOW:
            break
        narrower = wrapped(text, width * share, width_of)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def at_most(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Return so many lines at most, the last of them ending in dots where others follow."""
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], lines[most - 1].rstrip()[:-2] + ELLIPSIS)


def as_far_as_fits(text: str, fits: Callable[[str], bool]) -> str:
    """Return a text as far as it fits with dots behind it, without them where all of it does."""
    kept = text[:_MOST_IN_A_LINE]
    if kept == text and fits(text):
        return text
    # What is shorter than a fitting text fits.
    count = bisect_right(
        range(1, len(kept) + 1), False, key=lambda count: not fits(kept[:count] + ELLIPSIS)
    )
    return kept[:count].rstrip() + ELLIPSIS
