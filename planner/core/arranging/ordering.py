"""The order of the roles within each cell of track and rank, each track for itself.

Springs give an order that one role more or less shifts but a little. From there the roles are
annealed: exchanged with their neighbours, more and more only where that saves crossings. A pair
turned against the springs has its price, so that the order found stays near theirs, and a new role
turns few pairs. As tracks do not heed each other here, it can only reorder its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from planner.core.arranging.frame import Frame, Indices, Reals
from planner.core.arranging.lines import crossing_in_pairs

# The price, in crossings, of two roles of a cell that stand against the order of the springs.
# It is less in a cell of few roles, and in one of less than a share of its rank's pairs, as it can
# turn but few of them.
_TURNED, _CROWDED, _SHARE = 0.3, 10, 0.1
# How strongly the order of the ids holds a role back, against a move that pulls with 1.
_HOLD = 0.05
# How strongly a move to another track pulls, and where to, from 0 (left) to 1 (right) in the track.
_ACROSS, _LEFT, _RIGHT = 0.3, -0.5, 1.5
_SPRING_ROUNDS = 200
# Up to so many ways at once are annealed in so many steps; the heat, in crossings, falls from the
# first to the second. Last come steps that only improve.
_CHAINS, _STEPS, _HEAT, _QUENCH = 24, 48, (1.0, 0.15), 6
# So many neighbours may be compared in all: it limits the chains.
_WORK = 60_000_000
# So many neighbours of a role below, and above, are enough to place it.
_NEIGHBOURS = 48
# More pairs of lines are not compared: the first chain then has to do.
_PAIRS = 3_000_000


def springs(frame: Frame, place: Indices) -> Indices:
    """Return the number of each role in the order in which springs along the moves hold them.

    `place` tells the place of each track from the left. The ids of a track hold its roles.
    """
    wish = np.round(_rest(frame, place), 9)
    number = np.empty(len(wish), dtype=np.intp)
    number[np.lexsort((np.arange(len(wish)), wish))] = np.arange(len(wish))
    return number


def wished_places(frame: Frame, place: Indices, held: Indices, check: Callable[[], None]) -> Reals:
    """Return a place for each role, from 0 (left) to 1 (right) in its track, none twice in a cell.

    `place` tells the place of each track from the left, `held` is the order of the springs; `check`
    may raise to stop.
    """
    annealing = _Annealing(frame, place, held)
    first, last = _HEAT
    for step in range(_STEPS):
        check()
        annealing.step(step, first * (last / first) ** (step / (_STEPS - 1)))
    for step in range(_QUENCH):
        check()
        annealing.step(step, 0.0)
    return annealing.best()


def prices(frame: Frame) -> Reals:
    """Return for each role the price, in crossings, of standing on the wrong side of a fellow."""
    in_rank = np.bincount(frame.rank)
    price = np.zeros(len(frame.roles))
    for (_, rank), roles in frame.cells().items():
        share = len(roles) * (len(roles) - 1) / max(1, in_rank[rank] * (in_rank[rank] - 1))
        price[roles] = _TURNED * min(1.0, share / _SHARE) * min(1.0, len(roles) / _CROWDED)
    return price


def fellows(frame: Frame, held: Indices) -> tuple[Indices, Indices]:
    """Return the pairs of roles that share a cell, of each the one first that is held left."""
    ones, twos = [np.zeros(0, dtype=np.intp)], [np.zeros(0, dtype=np.intp)]
    for roles in frame.cells().values():
        in_line = np.array(roles)[np.argsort(held[roles])]
        first, second = np.triu_indices(len(roles), 1)
        ones.append(in_line[first])
        twos.append(in_line[second])
    return np.concatenate(ones), np.concatenate(twos)


def _rest(frame: Frame, place: Indices) -> Reals:
    """Return where the springs come to rest."""
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


@dataclass(frozen=True, slots=True)
class _Row:
    """The roles of a rank from left to right, in each chain, and the places they stand at.

    `pairs` are the places whose role and the next one share a cell, even places and odd ones;
    `neighbours` has what each role of the catalogue is joined to, as far as this rank needs it.
    """

    roles: Indices
    x: Reals
    pairs: tuple[Indices, Indices]
    neighbours: tuple[Indices, ...]


class _Annealing:
    """The places of the roles in some chains of steps, each with chances of its own."""

    def __init__(self, frame: Frame, place: Indices, held: Indices) -> None:
        count, ranks = len(frame.roles), len(frame.ranks)
        self._frame = frame
        self._held = held
        self._price = prices(frame)
        cell = frame.rank * len(frame.tracks) + place[frame.track]
        sizes = np.bincount(cell, minlength=ranks * len(frame.tracks))
        self._columns = sizes.reshape(ranks, -1).max(axis=0)[place[frame.track]]
        ends = frame.ends()
        side = np.sign(place[frame.track[ends[:, 1]]] - place[frame.track[ends[:, 0]]])
        other = np.where(side == 0, ends[:, 1], np.where(side < 0, count, count + 1))
        step = np.sign(frame.rank[ends[:, 1]] - frame.rank[ends[:, 0]])
        # What each role is joined to below, and above.
        self._neighbours = [
            _table(ends[pick, 0], other[pick], count, nothing=count + 2)
            for pick in (step < 0, step > 0)
        ]
        # A move to another track counts in each of the two as a line to its side.
        drawn = (np.arange(len(ends)) < len(frame.joins)) | (side != 0)
        self._ends, self._others, self._tos = ends[drawn, 0], other[drawn], ends[drawn, 1]
        work = _STEPS * count * sum(len(table) ** 2 for table in self._neighbours)
        chains = min(_CHAINS, max(1, _WORK // work))
        self._seeds = np.array([crc32(role.encode()) for role in frame.roles], dtype=np.uint64)
        self._chains = np.arange(1, chains + 1, dtype=np.uint64)[:, None]
        # Behind the roles come the left and the right of the track, and what compares with nothing.
        self._x = np.tile(
            np.concatenate([np.zeros(count), [_LEFT, _RIGHT, np.nan]]).astype(np.float32),
            (chains, 1),
        )
        self._first = (np.arange(chains) * self._x.shape[1])[:, None]
        self._rows = [
            self._row(np.flatnonzero(frame.rank == rank), cell, sizes[cell])
            for rank in range(ranks)
        ]

    def step(self, number: int, heat: float) -> None:
        """Exchange neighbours, up or down the ranks: where it gains, or loses little for the heat.

        The heat is in crossings.
        """
        for row in self._rows if number % 2 == 0 else self._rows[::-1]:
            for parity in (0, 1):
                self._exchange(row, parity, 2 * number + parity, heat)

    def best(self) -> Reals:
        """Return the places of each track in the chain where they cost least."""
        frame, columns = self._frame, self._columns
        tracks, rank = frame.track, frame.rank
        one, two = fellows(frame, self._held)
        ones, twos = self._pairs_within_tracks().T
        least = np.full(len(frame.tracks), np.inf)
        best = np.zeros(len(tracks))
        for x in self._x:
            places = x[: len(best)]
            start, end = x[self._ends], x[self._others]
            width = columns[self._ends]
            lines = np.stack(
                [start * width, rank[self._ends], end * width, rank[self._tos]], axis=1
            ).astype(np.float32)
            crossed = crossing_in_pairs(lines[ones], lines[twos])
            turned = self._price[one] * (places[one] > places[two])
            cost = np.zeros(len(least))
            cost = cost + np.bincount(tracks[one], weights=turned, minlength=len(least))
            cost = cost + np.bincount(
                tracks[self._ends[ones]], weights=crossed, minlength=len(least)
            )
            best = np.where((cost < least - 1e-6)[tracks], places, best)
            least = np.minimum(cost, least)
        return best

    def _row(self, row: Indices, cell: Indices, size: Indices) -> _Row:
        """Set the roles of a rank evenly about the middles of their cells, as the springs do."""
        roles = row[np.lexsort((self._held[row], cell[row]))]
        cells = cell[roles]
        first = np.flatnonzero(np.diff(cells, prepend=-1))
        number = np.arange(len(roles)) - np.repeat(first, np.diff(first, append=len(roles)))
        x = 0.5 + (number - (size[roles] - 1) / 2) / self._columns[roles]
        self._x[:, roles] = x
        pairs = np.flatnonzero(cells[:-1] == cells[1:])
        halves = (pairs[pairs % 2 == 0], pairs[pairs % 2 == 1])
        paired, nothing = roles[np.union1d(pairs, pairs + 1)], self._x.shape[1] - 1
        widths = ((table[:, paired] != nothing).any(axis=1).sum() for table in self._neighbours)
        neighbours = zip(self._neighbours, widths, strict=True)
        return _Row(
            np.tile(roles, (len(self._x), 1)),
            x,
            halves,
            tuple(table[:width] for table, width in neighbours if width),
        )

    def _exchange(self, row: _Row, parity: int, number: int, heat: float) -> None:
        left = row.pairs[parity]
        if not len(left):
            return
        one, two = row.roles[:, left], row.roles[:, left + 1]
        gain = self._price[one] * np.where(self._held[two] < self._held[one], 1, -1)
        flat = self._x.reshape(-1)
        for table in row.neighbours:
            first = flat[table[:, one] + self._first][:, None]
            second = flat[table[:, two] + self._first][None]
            apart = (first > second).view(np.int8) - (first < second).view(np.int8)
            gain += np.add.reduce(apart.reshape(-1, *one.shape), axis=0, dtype=np.int16)
        least = heat * np.log(self._chances(one, two, number)) if heat else 1e-6
        better = gain >= least
        row.roles[:, left] = np.where(better, two, one)
        row.roles[:, left + 1] = np.where(better, one, two)
        flat[row.roles[:, left] + self._first] = row.x[left]
        flat[row.roles[:, left + 1] + self._first] = row.x[left + 1]

    def _chances(self, one: Indices, two: Indices, number: int) -> Reals:
        """Return numbers in 0..1 that look like chance but hang on two roles' ids alone."""
        mixed = self._seeds[one] ^ (self._seeds[two] * np.uint64(31))
        mixed = mixed * np.uint64(2 * number + 1)
        mixed += self._chains * np.uint64(0x9E3779B1) * np.uint64(number + 7)
        mixed = (mixed ^ (mixed >> np.uint64(13))) * np.uint64(0x9E3779B97F4A7C15)
        return np.asarray(((mixed >> np.uint64(40)) + 0.5) / 2**24)

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
    """Return a column of neighbours for each role, filled up with `nothing`, cut off at many."""
    order = np.argsort(role, kind="stable")
    role, other = role[order], other[order]
    many = np.bincount(role, minlength=count)
    number = np.arange(len(role)) - np.repeat(np.cumsum(many) - many, many)
    width = min(_NEIGHBOURS, max(1, int(many.max(initial=0))))
    table = np.full((width, count), nothing, dtype=np.intp)
    kept = number < width
    table[number[kept], role[kept]] = other[kept]
    return table
