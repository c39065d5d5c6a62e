"""The grid that the boxes stand on: slots of half a box in each track, rows in each rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.core.arranging.frame import Frame, Indices, Reals

# A cell of rank and track with more roles than a row holds is wrapped into sub-rows. Few tracks may
# be wider than many; and where moves are so many a role that no eye follows their lines, rows are
# short, so that the map is no ribbon.
ROW, _LONGEST_ROW, _ALL_COLUMNS = 8, 12, 40
_DENSE, _DENSE_ROW = 4, 4
# Across, in eighths of the distance between the centres of two boxes side by side: half a box, and
# what two tracks stand further apart.
SLOT, TRACK_GAP = 4, 1
# Down, in thirds of the distance between two ranks.
RANK_STEP, SUB_ROW_STEP = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of boxes in one track and rank: its roles from left to right, and its height."""

    track: int
    rank: int
    roles: tuple[int, ...]
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The rows of all cells, by rank and then from left to right; y grows with the rank.

    `left` is the centre of the leftmost box of each track and `columns` its number of boxes side by
    side; `bottom` and `top` are the heights of the lowest and highest row of each rank.
    """

    rows: tuple[Row, ...]
    left: Indices
    columns: Indices
    bottom: Indices
    top: Indices

    def cells(self) -> Iterator[tuple[Row, ...]]:
        """Yield the rows of each cell."""
        first = 0
        for index in range(1, len(self.rows) + 1):
            if index == len(self.rows) or not _same_cell(self.rows[first], self.rows[index]):
                yield self.rows[first:index]
                first = index


def grid_of(frame: Frame, order: list[int], wish: Reals, longest: int = 0) -> Grid:
    """Return the grid for the tracks in `order`, the roles of a cell in the order of `wish`.

    A row holds `longest` roles at most, for 0 as many as suit the catalogue.
    """
    cells = frame.cells()
    longest = longest or _longest_row(frame)
    lines = {cell: -(-len(roles) // longest) for cell, roles in cells.items()}
    columns = np.ones(len(frame.tracks), dtype=np.intp)
    most = np.ones(len(frame.ranks), dtype=np.intp)
    for (track, rank), roles in cells.items():
        columns[track] = max(columns[track], -(-len(roles) // lines[track, rank]))
        most[rank] = max(most[rank], lines[track, rank])
    bottom = np.zeros(len(frame.ranks), dtype=np.intp)
    bottom[1:] = np.cumsum((most[:-1] - 1) * SUB_ROW_STEP + RANK_STEP)
    left = np.zeros(len(frame.tracks), dtype=np.intp)
    left[order[1:]] = np.cumsum(2 * SLOT * columns[order[:-1]] + TRACK_GAP)
    rows = []
    for rank in range(len(frame.ranks)):
        for track in order:
            if (track, rank) not in cells:
                continue
            roles = sorted(cells[track, rank], key=lambda role: (round(float(wish[role]), 9), role))
            count = lines[track, rank]
            first = bottom[rank] + SUB_ROW_STEP * ((most[rank] - count) // 2)
            rows += [
                Row(
                    track=track,
                    rank=rank,
                    # Dealt out in turns, so that the order from left to right stays the wished one.
                    roles=tuple(roles[line::count]),
                    y=int(first + SUB_ROW_STEP * line),
                )
                for line in range(count)
            ]
    return Grid(
        rows=tuple(rows),
        left=left,
        columns=columns,
        bottom=bottom,
        top=bottom + (most - 1) * SUB_ROW_STEP,
    )


def _same_cell(one: Row, two: Row) -> bool:
    return one.track == two.track and one.rank == two.rank


def _longest_row(frame: Frame) -> int:
    if len(frame.joins) > _DENSE * len(frame.roles):
        return _DENSE_ROW
    return max(ROW, min(_LONGEST_ROW, _ALL_COLUMNS // len(frame.tracks)))
