"""Blocks of text side by side, where paper is wide enough for two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planner.report.paper.flow import Flow

# In points: lines of text that are shorter than this are broken too often.
_LEAST_COLUMN, _GAP = 320.0, 28.0
# Heights that were added up in another order may differ by this.
_HAIR = 0.01
_HALVINGS = 12
_CLOSER = 0.6


@dataclass(frozen=True, slots=True)
class Block:
    """What is not parted: `add` sets it, and `space` points stand above where it is not first."""

    space: float
    add: Callable[[Flow], None]


def add_blocks(flow: Flow, blocks: Sequence[Block]) -> None:
    """Set blocks one below the other, in two columns of like height where these are wide enough.

    What is higher than a sheet is parted, and then all stands in one column. Rather than begin a
    sheet for the last ones, they stand a little closer.
    """
    column = (flow.paper.inner_width - flow.indent - _GAP) / 2
    heights = _heights(flow, blocks, column) if column >= _LEAST_COLUMN else None
    if heights is None:
        for block in blocks:
            flow.space(block.space)
            block.add(flow)
        return
    left = _Left(blocks, heights)
    while left.blocks:
        closer = next((one for one in (1.0, _CLOSER) if left.fit(flow.room, one)), None)
        ends = left.filled(flow.room) if closer is None else left.balanced(flow.room, closer)
        _set(flow, left.blocks, (0, *ends), column, closer or 1.0)
        left = _Left(left.blocks[ends[-1] :], left.heights[ends[-1] :])
        if left.blocks:
            flow.need(flow.room + 1)


def _heights(flow: Flow, blocks: Sequence[Block], column: float) -> list[float] | None:
    """Return how high each block is in a column, None where one is higher than a sheet."""
    trial = flow.trial(column)
    found = []
    for block in blocks:
        before = trial.y
        block.add(trial)
        found.append(trial.y - before)
    return found if max(found, default=0.0) <= flow.whole_room else None


@dataclass(frozen=True, slots=True)
class _Left:
    """The blocks that are not set yet, with their heights in a column."""

    blocks: Sequence[Block]
    heights: Sequence[float]

    def filled(self, room: float, closer: float = 1.0) -> tuple[int, int]:
        """Return after which block either column ends that is filled up to `room`."""
        ends, end = [], 0
        for _ in range(2):
            taken, first = 0.0, end
            while end < len(self.blocks):
                space = self.blocks[end].space * closer if end > first else 0.0
                taken += space + self.heights[end]
                if taken > room + _HAIR:
                    break
                end += 1
            ends.append(end)
        return ends[0], ends[1]

    def fit(self, room: float, closer: float) -> bool:
        """Whether all have room in two columns, their spaces being `closer` times as large."""
        return self.filled(room, closer)[-1] == len(self.blocks)

    def balanced(self, room: float, closer: float) -> tuple[int, int]:
        """Return after which block either column ends if the higher one is as low as it can be."""
        low, high = 0.0, room
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (low, middle) if self.fit(middle, closer) else (middle, high)
        return self.filled(high, closer)


def _set(
    flow: Flow, blocks: Sequence[Block], ends: Sequence[int], column: float, closer: float
) -> None:
    top, lowest, indent = flow.y, flow.y, flow.indent
    flow.is_measured = True
    for place, (first, end) in enumerate(pairwise(ends)):
        flow.y = top
        flow.indent, flow.inset = indent + place * (column + _GAP), (1 - place) * (column + _GAP)
        for number in range(first, end):
            flow.space(blocks[number].space * closer if number > first else 0.0)
            blocks[number].add(flow)
        lowest = max(lowest, flow.y)
    flow.y, flow.indent, flow.inset, flow.is_measured = lowest, indent, 0.0, False
