"""Where each role stands on the map: rank gives the height, tracks stand side by side."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from planner.core.arranging.frame import Frame, frame_of
from planner.core.arranging.grid import RANK_STEP, SLOT, SUB_ROW_STEP, TRACK_GAP, Grid, grid_of
from planner.core.arranging.lines import Crossings
from planner.core.arranging.ordering import springs, wished_places
from planner.core.arranging.placing import Placing
from planner.core.arranging.tracks import order_of_tracks
from planner.core.boxes import Band, Box, Layout, Size
from planner.core.model import Catalogue

# In scene units: between boxes side by side, between ranks (room for the words on an edge), at
# least between the sub-rows of a rank.
_SIDE, _ABOVE, _SUB_ROW = 24.0, 70.0, 24.0
# Between ranks where roles of all tracks stand in common rows.
_ABOVE_GATHERED = 46.0
# Up to so many roles of a part the search takes little enough to be made twice.
_TRIED_TWICE = 150


class Cancelled(Exception):
    """Raised out of a layout that was told to stop."""


def layout(
    catalogue: Catalogue,
    size: Size,
    *,
    within: Catalogue | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Layout:
    """Return the places of the catalogue's roles, every box being of one size.

    It depends on the ids, ranks, tracks and moves alone, whatever their order, and only a little on
    any one role. Tracks and ranks without roles have no band. Of a part of a catalogue, the whole
    of which is `within`, the tracks stand in the order of the whole where no more lines cross for
    it. Raise Cancelled once `is_cancelled` says so.
    """
    (found,) = layouts(catalogue, [size], within=within, is_cancelled=is_cancelled)
    return found


def layouts(
    catalogue: Catalogue,
    sizes: Sequence[Size],
    *,
    within: Catalogue | None = None,
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
    grid, placing = _searched(frame, order, check)
    whole = within or catalogue
    if whole is not catalogue and len(frame.roles) <= _TRIED_TWICE:
        known = _order_in(whole, frame, check)
        if known != order:
            other = _searched(frame, known, check)
            if _crossings(frame, other[1]) <= _crossings(frame, placing):
                order, (grid, placing) = known, other
    return tuple(_drawn(frame, order, grid, placing, size) for size in sizes)


def gathered(
    catalogue: Catalogue, sizes: Sequence[Size], longest: int, *, between: float = _SIDE
) -> tuple[tuple[Layout, ...], ...]:
    """Return the roles of all tracks in common rows of at most `longest`, with boxes of each size.

    So they take far less width where they are few of many tracks; of several tracks there is no
    band. Where a move joins two that stand side by side there are two layouts for each size: before
    the one with the usual room there, one with room `between` them for its words.
    """
    first, *others = {role.track for role in catalogue.roles}
    roles = tuple(replace(role, track=first) for role in catalogue.roles)
    frame = frame_of(replace(catalogue, roles=roles))
    grid, placing = _searched(frame, [0], lambda: None, longest)
    has_words = between > _SIDE and _joins_neighbours(frame, placing)

    def drawn(size: Size, side: float) -> Layout:
        placed = _drawn(frame, [0], grid, placing, size, _ABOVE_GATHERED, side)
        return placed._replace(tracks=()) if others else placed

    sides = (between, _SIDE) if has_words else (_SIDE,)
    return tuple(tuple(drawn(size, side) for side in sides) for size in sizes)


def _joins_neighbours(frame: Frame, placing: Placing) -> bool:
    """Whether a move joins two roles that stand side by side."""
    one, other = frame.joins.T
    is_level = placing.y[one] == placing.y[other]
    is_near = np.abs(placing.x[one] - placing.x[other]) <= 2 * SLOT
    return bool(np.any(is_level & is_near))


def _searched(
    frame: Frame, order: list[int], check: Callable[[], None], longest: int = 0
) -> tuple[Grid, Placing]:
    """Return the grid for an order of the tracks, and the roles upon it."""
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    held = springs(frame, place)
    grid = grid_of(frame, order, wished_places(frame, place, held, check), longest)
    placing = Placing(frame, grid, held)
    placing.search(check)
    return grid, placing


def _order_in(whole: Catalogue, frame: Frame, check: Callable[[], None]) -> list[int]:
    """Return the tracks of a part in the order in which they stand in the whole."""
    all_of_it = frame_of(whole)
    numbers = enumerate(order_of_tracks(all_of_it, check))
    places = {all_of_it.tracks[track]: place for place, track in numbers}
    return sorted(range(len(frame.tracks)), key=lambda track: places[frame.tracks[track]])


def _crossings(frame: Frame, placing: Placing) -> int:
    """Return how many pairs of straight lines between the roles cross."""
    ends = np.stack([placing.x, placing.y], axis=1)[frame.joins].reshape(-1, 4)
    lines = ends.astype(np.float32)
    return int(np.count_nonzero(Crossings().between(lines, lines))) // 2


def _drawn(
    frame: Frame,
    order: list[int],
    grid: Grid,
    placing: Placing,
    size: Size,
    above: float = _ABOVE,
    side: float = _SIDE,
) -> Layout:
    across = (size.width + side) / (2 * SLOT)
    down = (size.height + above) / RANK_STEP
    if above == _ABOVE or np.any(grid.top > grid.bottom):
        down = max(down, (size.height + _SUB_ROW) / SUB_ROW_STEP)
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
