"""Where a picture larger than a sheet is parted, so that nothing on it is cut; no Qt.

Lengths are in the picture's units. A sheet shows the picture up to its seam, and a strip beyond it
on which the next sheet is laid; the next sheet begins at the seam.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

# Lengths that differ by less are the same.
_SAME = 1e-6
# From one scale that is tried to the next smaller one.
_SMALLER = 0.985
_MOST_TRIALS = 400
_HALVINGS = 14


class Span(NamedTuple):
    """What must not be cut, along one side of the picture."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        """Its centre."""
        return (self.start + self.end) / 2


class Cuts(NamedTuple):
    """The seams along one side of a picture of `length`, and what is moved to make room for them.

    Of a shift `(at, by)` everything whose centre lies beyond `at` in the picture as it was is moved
    on by `by`; seams and length are those of the picture with everything moved.
    """

    seams: tuple[float, ...]
    shifts: tuple[tuple[float, float], ...]
    length: float

    @property
    def sheets(self) -> int:
        """How many sheets there are."""
        return len(self.seams) + 1

    def moved(self, middle: float) -> float:
        """Return how far something with this centre is moved."""
        return sum(by for at, by in self.shifts if middle > at)

    def stretches(self, overlap: float) -> tuple[Span, ...]:
        """Return what each sheet shows, its strip included."""
        starts = (0.0, *self.seams)
        ends = (*(seam + overlap for seam in self.seams), self.length)
        return tuple(
            Span(start, min(end, self.length)) for start, end in zip(starts, ends, strict=True)
        )


class Tile(NamedTuple):
    """What one sheet of a poster shows; rows and columns count from 0."""

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float, width: float, height: float) -> bool:
        """Whether a rectangle lies whole upon it."""
        return (
            self.x - _SAME <= x
            and self.y - _SAME <= y
            and x + width <= self.x + self.width + _SAME
            and y + height <= self.y + self.height + _SAME
        )

    def touches(self, x: float, y: float, width: float, height: float) -> bool:
        """Whether any part of a rectangle lies upon it."""
        return (
            x <= self.x + self.width
            and self.x <= x + width
            and y <= self.y + self.height
            and self.y <= y + height
        )


def cuts(
    spans: Sequence[Span], length: float, reach: float, overlap: float, gap: float = 0.0
) -> Cuts | None:
    """Return the fewest sheets of `reach` that show `length`, with seams that cut no span.

    A seam keeps half a `gap` off the spans at both sides; where there is no such gap what lies
    beyond is moved on. None where a span is longer than a sheet less its strip.
    """
    ordered = sorted(spans, key=lambda span: (span.middle, span))
    starts = list(accumulate((span.start for span in reversed(ordered)), min))[::-1]
    seams: list[float] = []
    shifts: list[tuple[float, float]] = []
    at, moved, first = 0.0, 0.0, 0
    while length + moved - at > reach + _SAME:
        limit = at + reach - overlap
        best: tuple[float, float, float, int] | None = None
        left = at
        for split in range(first, len(ordered) + 1):
            if split > first:
                left = max(left, ordered[split - 1].end + moved)
            if left > limit + _SAME:
                break
            if _is_one_place(ordered, split):
                continue
            if split == len(ordered):
                seam, by = limit, 0.0
            else:
                right = starts[split] + moved
                if split > first and left + gap > right:
                    seam, by = min(limit, left + gap / 2), left + gap - right
                else:
                    seam, by = min(limit, max(right - gap / 2, at)), 0.0
            found = (seam - by, seam, by, split)
            if seam > at + _SAME and (best is None or found > best):
                best = found
        if best is None or best[0] <= at + _SAME:
            return None
        _, at, by, first = best
        if by:
            shifts.append((_between(ordered, first), by))
            moved += by
        seams.append(at)
    return Cuts(tuple(seams), tuple(shifts), length + moved)


def balanced(
    spans: Sequence[Span], length: float, reach: float, overlap: float, gap: float = 0.0
) -> Cuts | None:
    """Return the same number of sheets as `cuts` does, as nearly of one size as nothing is cut."""
    found = cuts(spans, length, reach, overlap, gap)
    if found is None or found.sheets == 1:
        return found
    low, high = 0.0, reach
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tried = cuts(spans, length, middle, overlap, gap)
        if (
            tried is not None
            and tried.sheets == found.sheets
            and tried.length <= found.length + _SAME
        ):
            found, high = tried, middle
        else:
            low = middle
    return found


def tiles(across: Cuts, down: Cuts, overlap: float) -> Iterator[Tile]:
    """Yield what the sheets of a poster show, row by row."""
    columns = across.stretches(overlap)
    for row, tall in enumerate(down.stretches(overlap)):
        for column, wide in enumerate(columns):
            yield Tile(
                row, column, wide.start, tall.start, wide.end - wide.start, tall.end - tall.start
            )


def largest_scale(
    most: float, is_enough: Callable[[float], bool], least: float = 0.0
) -> float | None:
    """Return the largest scale up to `most` for which the sheets are enough.

    It is found to 1.5 %; None where no scale down to `least` is small enough.
    """
    scale = most
    for _ in range(_MOST_TRIALS):
        if scale < least or scale <= 0:
            return None
        if is_enough(scale):
            return scale
        scale *= _SMALLER
    return None


def row_letters(row: int) -> str:
    """Return what a row of sheets is called: A to Z, then AA, AB and so on."""
    letters, number = "", row + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _is_one_place(ordered: Sequence[Span], split: int) -> bool:
    """Whether the spans before and after a split have one centre, so that none parts them."""
    return 0 < split < len(ordered) and ordered[split - 1].middle == ordered[split].middle


def _between(ordered: Sequence[Span], split: int) -> float:
    """Return a place after the centres of the spans before `split`, before those from it on."""
    return (ordered[split - 1].middle + ordered[split].middle) / 2
