"""The order of the roles within each cell of track and rank, each track for itself.

Springs give a start that one role more or less shifts but a little; sweeps up and down the ranks
improve on it. As tracks do not heed each other here, a new role can only reorder its own track.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.core.layout_frame import Frame, Indices, Reals
from planner.core.layout_lines import crossing_in_pairs

# How strongly the order of the ids holds a role back, against a move that pulls with 1: the starts
# that are tried.
_HOLDS = (0.01, 0.2)
# How strongly a move to another track pulls, and where to, from 0 (left) to 1 (right) in the track.
_ACROSS, _LEFT, _RIGHT = 0.3, -0.5, 1.5
_SPRING_ROUNDS = 200
_SWEEPS = 12
_EXCHANGES = 3
# More pairs of lines are not compared: the sweeps then have to do without a measure.
_PAIRS = 3_000_000


def wished_places(frame: Frame, place: Indices, check: Callable[[], None]) -> Reals:
    """Return a place for each role, from 0 (left) to 1 (right) in its track, none twice in a cell.

    `place` tells the place of each track from the left; `check` may raise to stop.
    """
    sweeps = _Sweeps(frame, place)
    for hold in _HOLDS:
        sweeps.start(_springs(frame, place, hold))
        for number in range(_SWEEPS):
            check()
            sweeps.sweep(upward=number % 2 == 0, equal=number % 4 < 2)
    return sweeps.best


def _springs(frame: Frame, place: Indices, hold: float) -> Reals:
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
    fixed = hold * held + _ACROSS * right
    stiffness = hold + _ACROSS * (left + right) + np.bincount(near[:, 0], minlength=count)
    wish = held
    for _ in range(_SPRING_ROUNDS):
        pulled = np.bincount(near[:, 0], weights=wish[near[:, 1]], minlength=count)
        wish = (fixed + pulled) / stiffness
    return np.asarray(wish)


@dataclass(frozen=True, slots=True)
class _Pull:
    """The joins of one rank's roles to lower or to higher ranks: role, other end and weight."""

    role: Indices
    other: Indices
    weight: Reals


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
        weight = np.where(side == 0, 1.0, _ACROSS)
        step = np.sign(frame.rank[ends[:, 1]] - frame.rank[ends[:, 0]])
        self._pulls: dict[tuple[int, bool], _Pull] = {}
        self._neighbours: dict[bool, Indices] = {}
        for upward in (True, False):
            # A sweep upward heeds what lies below, and moves within the rank.
            heeded = step <= 0 if upward else step >= 0
            for rank in range(ranks):
                pick = heeded & (frame.rank[ends[:, 0]] == rank)
                self._pulls[rank, upward] = _Pull(ends[pick, 0], other[pick], weight[pick])
            pick = step < 0 if upward else step > 0
            self._neighbours[upward] = _table(ends[pick, 0], other[pick], count, count + 2)
        # A move to another track counts in each of the two as a line to its side.
        drawn = (np.arange(len(ends)) < len(frame.joins)) | (side != 0)
        self._ends, self._others, self._tos = ends[drawn, 0], other[drawn], ends[drawn, 1]
        self._pairs = self._pairs_within_tracks()
        self._least = np.full(len(frame.tracks), np.inf)
        self.best = np.zeros(count)

    def start(self, wish: Reals) -> None:
        """Begin anew with the roles of each cell in the order of `wish`."""
        for row in self._rows:
            self._spread(row, wish[row])
        self._keep_best()

    def sweep(self, *, upward: bool, equal: bool) -> None:
        """Order each rank by what its roles are joined to below (or above), then exchange pairs."""
        rows = list(enumerate(self._rows))
        for rank, row in rows if upward else reversed(rows):
            pull = self._pulls[rank, upward]
            count = len(self._frame.roles)
            total = np.bincount(pull.role, pull.weight * self._x[pull.other], minlength=count)
            weight = np.bincount(pull.role, pull.weight, minlength=count)
            free = weight[row] == 0
            middle = total[row] / np.where(free, 1.0, weight[row])
            self._spread(row, np.where(free, self._x[row], middle))
        for _, row in rows:
            self._exchange(row, equal=equal)
        self._keep_best()

    def _spread(self, row: Indices, wish: Reals) -> None:
        """Set the roles of a rank evenly about the middles of their cells, in the wished order."""
        # The present order decides between equal wishes.
        ordered = row[np.lexsort((row, self._x[row], np.round(wish, 9), self._cell[row]))]
        cell = self._cell[ordered]
        first = np.flatnonzero(np.diff(cell, prepend=-1))
        number = np.arange(len(ordered)) - np.repeat(first, np.diff(first, append=len(ordered)))
        offset = number - (self._size[ordered] - 1) / 2
        self._x[ordered] = 0.5 + offset / self._columns[ordered]

    def _exchange(self, row: Indices, *, equal: bool) -> None:
        """Exchange neighbours in the cells of a rank wherever their lines then cross less."""
        for number in range(2 * _EXCHANGES):
            ordered = row[np.lexsort((self._x[row], self._cell[row]))]
            one, two = ordered[:-1], ordered[1:]
            joined = self._cell[one] == self._cell[two]
            joined &= np.arange(len(one)) % 2 == number % 2
            one, two = one[joined], two[joined]
            gain = np.zeros(len(one))
            for table in self._neighbours.values():
                first, second = self._x[table[one]][:, :, None], self._x[table[two]][:, None, :]
                gain += np.count_nonzero(first > second, axis=(1, 2))
                gain -= np.count_nonzero(first < second, axis=(1, 2))
            better = gain > (-0.5 if equal and number < 2 else 0.5)
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


def _table(role: Indices, other: Indices, count: int, nothing: int) -> Indices:
    """Return a row of neighbours for each role, filled up with `nothing`."""
    order = np.argsort(role, kind="stable")
    role, other = role[order], other[order]
    many = np.bincount(role, minlength=count)
    number = np.arange(len(role)) - np.repeat(np.cumsum(many) - many, many)
    table = np.full((count, max(1, int(many.max(initial=0)))), nothing, dtype=np.intp)
    table[role, number] = other
    return table
