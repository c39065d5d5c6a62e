"""Where each role stands on the map: rank gives the height, tracks stand side by side."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from planner.core.boxes import Band, Box, Layout, Size
from planner.core.layout_frame import Frame, frame_of
from planner.core.layout_grid import RANK_STEP, SLOT, SUB_ROW_STEP, TRACK_GAP, Grid, grid_of
from planner.core.layout_ordering import springs, wished_places
from planner.core.layout_placing import Placing
from planner.core.layout_tracks import order_of_tracks
from planner.core.model import Catalogue

# In scene units: between boxes side by side, between ranks (room for the words on an edge), at
# least between the sub-rows of a rank.
_SIDE, _ABOVE, _SUB_ROW = 24.0, 70.0, 24.0


class Cancelled(Exception):
    """Raised out of a layout that was told to stop."""


def layout(
    catalogue: Catalogue, size: Size, *, is_cancelled: Callable[[], bool] = lambda: False
) -> Layout:
    """Return the places of the catalogue's roles, every box being of one size.

    It depends on the ids, ranks, tracks and moves alone, whatever their order, and only a little on
    any one role. Tracks and ranks without roles have no band. Raise Cancelled once `is_cancelled`
    says so.
    """
    (found,) = layouts(catalogue, [size], is_cancelled=is_cancelled)
    return found


def layouts(
    catalogue: Catalogue,
    sizes: Sequence[Size],
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Layout, ...]:
    """Return the same layout with boxes of several sizes, for one search of the places."""

    def check() -> None:
        if is_cancelled():
            raise Cancelled

    check()
    frame = frame_of(catalogue)
    if not frame.roles:
        empty = Layout(boxes={}, tracks=(), ranks=(), width=0.0, height=0.0)
        return tuple(empty for _ in sizes)
    order = order_of_tracks(frame, check)
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    held = springs(frame, place)
    grid = grid_of(frame, order, wished_places(frame, place, held, check))
    placing = Placing(frame, grid, held)
    placing.search(check)
    return tuple(_drawn(frame, order, grid, placing, size) for size in sizes)


def _drawn(frame: Frame, order: list[int], grid: Grid, placing: Placing, size: Size) -> Layout:
    across = (size.width + _SIDE) / (2 * SLOT)
    down = max((size.height + _ABOVE) / RANK_STEP, (size.height + _SUB_ROW) / SUB_ROW_STEP)
    # In whole quarters, so that what only touches on the grid does not cross by a rounding here.
    down = math.ceil(4 * down) / 4
    # Two tracks leave the room of a side and of a track gap between their boxes: a third of it
    # pads each of them, a third lies between.
    padding = math.floor(4 * (_SIDE + TRACK_GAP * across) / 3) / 4
    margin = (RANK_STEP * down - size.height) / 2
    ground = margin + size.height / 2 + down * float(grid.top[-1])
    edge = padding + size.width / 2
    boxes = {
        role: Box(
            x=edge + across * float(placing.x[number]),
            y=ground - down * float(placing.y[number]),
            width=size.width,
            height=size.height,
        )
        for number, role in enumerate(frame.roles)
    }
    tracks = []
    for track in order:
        first = edge + across * float(grid.left[track])
        last = first + across * 2 * SLOT * float(grid.columns[track] - 1)
        tracks.append(Band(frame.tracks[track], first - edge, last + edge))
    reach = size.height / 2 + margin
    ranks = tuple(
        Band(rank, ground - down * float(top) - reach, ground - down * float(bottom) + reach)
        for rank, top, bottom in zip(frame.ranks, grid.top, grid.bottom, strict=True)
    )
    return Layout(
        boxes=boxes,
        tracks=tuple(tracks),
        ranks=ranks[::-1],
        width=tracks[-1].end,
        height=ranks[0].end,
    )
