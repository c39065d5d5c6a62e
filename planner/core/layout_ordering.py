"""The order of the roles within each cell of track and rank, each track for itself.

Springs give a start that one role more or less shifts but a little; sweeps up and down the ranks
improve on it. As tracks do not heed each other here, a new role can only reorder its own track.
"""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

import numpy as np

from planner.core.layout_frame import Frame, Indices, Reals
from planner.core.layout_lines import crossing_in_pairs

# How strongly the order of the ids holds a role back, against a move that pulls with 1.
_HOLD = 0.05
# How strongly a move to another track pulls, and where to, from 0 (left) to 1 (right) in the track.
_ACROSS, _LEFT, _RIGHT = 0.3, -0.5, 1.5
_SPRING_ROUNDS = 200
# Sweeps from the start; then so many times from the best so far, shaken by so many columns.
_SWEEPS, _SHAKES, _SHAKE = 6, 12, 1.0
_EXCHANGES = 3
# So many neighbours of a role below, and above, are enough to place it.
_NEIGHBOURS = 48
# More pairs of lines are not compared: the sweeps then have to do without a measure.
_PAIRS = 3_000_000


def wished_places(frame: Frame, place: Indices, check: Callable[[], None]) -> Reals:
    """Return a place for each role, from 0 (left) to 1 (right) in its track, none twice in a cell.

    `place` tells the place of each track from the left; `check` may raise to stop.
    """
    sweeps = _Sweeps(frame, place)
    sweeps.start(_springs(frame, place))
    for number in range(_SWEEPS):
        check()
        sweeps.sweep(upward=number % 2 == 0, equal=number % 4 < 2)
    for number in range(_SHAKES):
        check()
        upward = number % 2 == 0
        sweeps.sweep(upward=upward, equal=True, shake=number + 1)
        sweeps.sweep(upward=not upward, equal=False)
        sweeps.sweep(upward=upward, equal=True)
    return sweeps.best


def _springs(frame: Frame, place: Indices) -> Reals:
    """Return where springs along the moves come to rest, the ids of a track holding its roles."""
    count = len(frame.roles)
    held = np.zeros(count)
    for track in range(len(frame.tracks)):
        members = np.flatnonzero(frame.track == track)
        held[members] = (np.arange(len(members)) + 0.5) / len(members)
    ends = frame.ends()
    at, to = place[frame.track[ends[:, 0]]], place[frame.track[ends[:, 1]]]
    left = np.bincount(ends[to < at, 0], minlength=count)
    right = np.bincount(ends[to > at, 0], minlength=count)
    near = ends[to == at]
    fixed = _HOLD * held + _ACROSS * right
    stiffness = _HOLD + _ACROSS * (left + right) + np.bincount(near[:, 0], minlength=count)
    wish = held
    for _ in range(_SPRING_ROUNDS):
        pulled = np.bincount(near[:, 0], weights=wish[near[:, 1]], minlength=count)
        wish = (fixed + pulled) / stiffness
    return np.asarray(wish)


class _Sweeps:
    """The places of the roles while the sweeps go on, and the best ones of each track so far."""

    def __init__(self, frame: Frame, place: Indices) -> None:
        count, ranks = len(frame.roles), len(frame.ranks)
        self._frame = frame
        self._cell = frame.rank * len(frame.tracks) + place[frame.track]
        sizes = np.bincount(self._cell, minlength=ranks * len(frame.tracks))
        self._size = sizes[self._cell]
        self._columns = sizes.reshape(ranks, -1).max(axis=0)[place[frame.track]]
        self._rows = [np.flatnonzero(frame.rank == rank) for rank in range(ranks)]
        # Behind the roles come the left and the right of the track, and what compares with nothing.
        self._x = np.concatenate([np.zeros(count), [_LEFT, _RIGHT, np.nan]])
        ends = frame.ends()
        side = np.sign(place[frame.track[ends[:, 1]]] - place[frame.track[ends[:, 0]]])
        other = np.where(side == 0, ends[:, 1], np.where(side < 0, count, count + 1))
        step = np.sign(frame.rank[ends[:, 1]] - frame.rank[ends[:, 0]])
        # What each role is joined to below (heeded on the way up) and above.
        self._neighbours = {
            upward: _table(ends[pick, 0], other[pick], count, nothing=count + 2)
            for upward, pick in ((True, step < 0), (False, step > 0))
        }
        # A move to another track counts in each of the two as a line to its side.
        drawn = (np.arange(len(ends)) < len(frame.joins)) | (side != 0)
        self._ends, self._others, self._tos = ends[drawn, 0], other[drawn], ends[drawn, 1]
        self._pairs = self._pairs_within_tracks()
        self._seeds = np.array([crc32(role.encode()) for role in frame.roles], dtype=np.int64)
        self._least = np.full(len(frame.tracks), np.inf)
        self.best = np.zeros(count)

    def start(self, wish: Reals) -> None:
        """Begin anew with the roles of each cell in the order of `wish`."""
        for row in self._rows:
            self._spread(row, wish[row])
        self._keep_best()

    def sweep(self, *, upward: bool, equal: bool, shake: int = 0) -> None:
        """Order each rank by what its roles are joined to below (or above), then exchange pairs.

        With `equal`, pairs are exchanged even where it changes nothing. A `shake` other than 0
        begins at the best places so far and disturbs the order, each number in its own way.
        """
        if shake:
            self._x[: len(self.best)] = self.best
        rows = self._rows if upward else self._rows[::-1]
        for row in rows:
            near = self._x[self._neighbours[upward][row]]
            joined = np.count_nonzero(~np.isnan(near), axis=1)
            middle = np.nansum(near, axis=1) / np.maximum(joined, 1)
            wish = np.where(joined > 0, middle, self._x[row])
            if shake:
                wish = wish + _SHAKE * self._chances(row, shake) / self._columns[row]
            self._spread(row, wish)
        for number in range(2 * _EXCHANGES):
            for row in self._rows:
                self._exchange(row, parity=number % 2, equal=equal and number < 2)
        self._keep_best()

    def _chances(self, row: Indices, shake: int) -> Reals:
        """Return numbers in -1..1 that look like chance but hang on a role's id alone."""
        return (self._seeds[row] * (2 * shake + 1) % 2**32) / 2**31 - 1

    def _spread(self, row: Indices, wish: Reals) -> None:
        """Set the roles of a rank evenly about the middles of their cells, in the wished order."""
        # The present order decides between equal wishes.
        ordered = row[np.lexsort((row, self._x[row], np.round(wish, 9), self._cell[row]))]
        cell = self._cell[ordered]
        first = np.flatnonzero(np.diff(cell, prepend=-1))
        number = np.arange(len(ordered)) - np.repeat(first, np.diff(first, append=len(ordered)))
        offset = number - (self._size[ordered] - 1) / 2
        self._x[ordered] = 0.5 + offset / self._columns[ordered]

    def _exchange(self, row: Indices, *, parity: int, equal: bool) -> None:
        """Exchange every other pair of neighbours in a rank where their lines then cross less."""
        ordered = row[np.lexsort((self._x[row], self._cell[row]))]
        one, two = ordered[:-1], ordered[1:]
        pairs = self._cell[one] == self._cell[two]
        pairs[1 - parity :: 2] = False
        one, two = one[pairs], two[pairs]
        gain = np.zeros(len(one))
        for table in self._neighbours.values():
            first, second = self._x[table[one]][:, :, None], self._x[table[two]][:, None, :]
            gain += np.count_nonzero(first > second, axis=(1, 2))
            gain -= np.count_nonzero(first < second, axis=(1, 2))
        better = gain >= 0 if equal else gain > 0
        one, two = one[better], two[better]
        self._x[one], self._x[two] = self._x[two], self._x[one]

    def _keep_best(self) -> None:
        """Keep the places of those tracks whose lines cross less than ever."""
        frame, x = self._frame, self._x[: len(self._frame.roles)]
        width, rank = self._columns[self._ends], frame.rank
        lines = np.stack(
            [
                x[self._ends] * width,
                rank[self._ends],
                self._x[self._others] * width,
                rank[self._tos],
            ],
            axis=1,
        ).astype(np.float32)
        ones, twos = self._pairs.T
        crossed = crossing_in_pairs(lines[ones], lines[twos])
        track = frame.track[self._ends[ones]]
        count = np.bincount(track, weights=crossed, minlength=len(frame.tracks))
        better = (count < self._least)[frame.track]
        self._least = np.minimum(count, self._least)
        self.best = np.where(better, x, self.best)

    def _pairs_within_tracks(self) -> Indices:
        """Return the pairs of lines that may cross in a track; none where they are too many."""
        track, rank = self._frame.track[self._ends], self._frame.rank
        low = np.minimum(rank[self._ends], rank[self._tos])
        high = np.maximum(rank[self._ends], rank[self._tos])
        pairs = [np.zeros((0, 2), dtype=np.intp)]
        if np.sum(np.bincount(track) ** 2) <= _PAIRS:
            for number in range(len(self._frame.tracks)):
                lines = np.flatnonzero(track == number)
                first, second = np.triu_indices(len(lines), 1)
                first, second = lines[first], lines[second]
                meet = (low[first] < high[second]) & (low[second] < high[first])
                pairs.append(np.stack([first[meet], second[meet]], axis=1))
        return np.concatenate(pairs)


def _table(role: Indices, other: Indices, count: int, *, nothing: int) -> Indices:
    """Return a row of neighbours for each role, filled up with `nothing`, cut off at many."""
    order = np.argsort(role, kind="stable")
    role, other = role[order], other[order]
    many = np.bincount(role, minlength=count)
    number = np.arange(len(role)) - np.repeat(np.cumsum(many) - many, many)
    width = min(_NEIGHBOURS, max(1, int(many.max(initial=0))))
    table = np.full((count, width), nothing, dtype=np.intp)
    kept = number < width
    table[role[kept], number[kept]] = other[kept]
    return table
