"""The search for the slots on the grid in which the straight lines between boxes cross least."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from planner.core.arranging.frame import Frame, Indices, Reals
from planner.core.arranging.grid import SLOT, Grid, Row
from planner.core.arranging.lines import Crossings
from planner.core.arranging.ordering import fellows, prices

Coordinates = NDArray[np.float32]  # whole numbers, and small enough that no product is rounded

# The rounds of a search; of a large catalogue the later ones take long and gain next to nothing.
_ROUNDS, _ROUNDS_OF_MANY = 6, 3
# A catalogue of up to so many roles is shaken, the smaller the more often: in so many rounds each
# place gets a price by chance, in crossings. Nor is it shaken once so many pairs are compared.
_SHAKEN_PAIRS = 8_000_000
_SHAKEN_ROLES, _MOST_SHAKES, _SHAKES = 400, 10, (1.0, 0.5)
# As many neighbours are tried in all their orders at once.
_WINDOW = 6
# As many placements of a row are tried at once.
_PLACEMENTS = 3000
# A step that compares more pairs of lines is left out, and the search ends after so many in all:
# a budget of work, not of seconds, so that the outcome is the same on every machine.
_STEP_PAIRS = 2_000_000
_ALL_PAIRS = 600_000_000
# The price of length, in crossings a slot: upright within a track, near across tracks, and the
# middle of the column for what nothing pulls.
_LEAN, _BEND, _ACROSS, _ASIDE = 0.0015, 0.0008, 0.0006, 0.0001
# What is all the same otherwise stands in the order of the ids, so that it stays so.
_BY_ID = 0.0005
_ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the roles of one step may stand, and the placements to try: a place for each role."""

    x: Coordinates
    y: Coordinates
    tried: Indices


@dataclass(frozen=True, slots=True)
class _Pulls:
    """The joins of the roles of one step: to roles outside it (by owner, rising) and inside.

    `firsts` are the numbers of the first joins of each owner.
    """

    owners: Indices
    firsts: Indices
    others: Indices
    inner: tuple[tuple[int, int], ...]
    joins: Indices


class Placing:
    """The places of the roles on a grid, and the steps that improve them."""

    def __init__(self, frame: Frame, grid: Grid, held: Indices) -> None:
        self._frame = frame
        self._held = held
        self._price = prices(frame)
        self._grid = grid
        self._crossings = Crossings()
        self._pairs_left = _ALL_PAIRS
        self._shake = 0.0, 0
        # What was found to gain nothing: a cell, with all that its steps look at.
        self._settled: set[tuple[int, bytes, bytes, bytes]] = set()
        self._placements: dict[tuple[int, int], Indices] = {}
        self._is_own = np.zeros(len(frame.joins), dtype=np.bool_)
        self.x = np.zeros(len(frame.roles), dtype=np.float32)
        self.y = np.zeros(len(frame.roles), dtype=np.float32)
        for row in grid.rows:
            spare = int(grid.columns[row.track]) - len(row.roles)
            for number, role in enumerate(row.roles):
                self.x[role] = grid.left[row.track] + SLOT * (2 * number + spare)
                self.y[role] = row.y
        self._pairs = fellows(frame, held)
        self._fellows = {role: roles for roles in frame.cells().values() for role in roles}
        self._joins: list[list[int]] = [[] for _ in frame.roles]
        for join, pair in enumerate(frame.joins.tolist()):
            for role in pair:
                self._joins[role].append(join)
        self._lines = np.stack(
            [coordinate[frame.joins[:, end]] for end in (0, 1) for coordinate in (self.x, self.y)],
            axis=1,
        )

    def search(self, check: Callable[[], None]) -> None:
        """Improve the places until nothing changes; `check` may raise to stop.

        A small catalogue is then shaken a few times, as a picture that one takes in at a glance
        must not show a crossing that could be spared.
        """
        cells = [(cell, self._joins_near(cell)) for cell in self._grid.cells()]
        self._settle(cells, check)
        shakes = min(_MOST_SHAKES, _SHAKEN_ROLES // len(self._frame.roles))
        if shakes == 0 or len(self._lines) ** 2 > _SHAKEN_PAIRS:
            return
        least = self._cost()
        tracks = len(self._frame.tracks) if 2 * len(self._frame.tracks) <= shakes else 0
        for number in range(shakes):
            if _ALL_PAIRS - self._pairs_left > _SHAKEN_PAIRS:
                return
            kept = self.x.copy(), self.y.copy(), self._lines.copy()
            if number < tracks:
                self._mirror(number)
            else:
                for round_, shake in enumerate(_SHAKES):
                    self._shake = shake, number * len(_SHAKES) + round_
                    for cell, near in cells:
                        check()
                        self._improve_cell(cell, near)
                self._shake = 0.0, 0
            self._settle(cells, check)
            cost = self._cost()
            if cost < least - _ENOUGH:
                least = cost
            else:
                self.x, self.y, self._lines = kept

    def _settle(
        self, cells: Sequence[tuple[Sequence[Row], Indices]], check: Callable[[], None]
    ) -> None:
        """Improve cell by cell, up and down the ranks."""
        is_large = len(self._frame.roles) > _SHAKEN_ROLES
        for number in range(_ROUNDS_OF_MANY if is_large else _ROUNDS):
            changed = False
            for cell, near in cells if number % 2 == 0 else reversed(cells):
                check()
                changed |= self._improve_cell(cell, near)
            if not changed:
                return

    def _mirror(self, track: int) -> None:
        """Exchange left and right in a track."""
        right = float(self._grid.left[track] + 2 * SLOT * (self._grid.columns[track] - 1))
        for role in np.flatnonzero(self._frame.track == track).tolist():
            mirrored = float(self._grid.left[track]) + right - float(self.x[role])
            self._move(role, mirrored, float(self.y[role]))

    def _cost(self) -> float:
        """Return the price of all places: crossings, length, and pairs turned."""
        track = self._frame.track[self._frame.joins]
        length = self._lengths(self._lines[:, None], track[:, 0] == track[:, 1]).sum()
        crossed = np.count_nonzero(self._crossings.between(self._lines, self._lines)) / 2
        one, two = self._pairs
        turned = self._price[one[self.x[one] > self.x[two]]].sum()
        return crossed + float(length + turned)

    def _improve_cell(self, cell: Sequence[Row], near: Indices) -> bool:
        """Improve the places of a cell's roles; return whether any changed."""
        roles = [role for row in cell for role in row.roles]
        x, y, lines = self.x[roles], self.y[roles], self._lines[near]
        state = roles[0], x.tobytes(), y.tobytes(), lines.tobytes()
        is_shaken = bool(self._shake[0])
        if state in self._settled and not is_shaken:
            return False
        changed = self._improve_roles(roles, cell, near)
        if not changed and not is_shaken:
            self._settled.add(state)
        return changed

    def _improve_roles(self, roles: Sequence[int], cell: Sequence[Row], near: Indices) -> bool:
        changed = False
        for row in cell:
            there = [role for role in roles if self.y[role] == row.y]
            changed |= self._improve_row(there, row, near)
        if len(cell) == 1 and len(roles) <= _WINDOW:
            return changed
        orders = _orders_of(min(_WINDOW, len(roles)))
        last = max(0, len(roles) - _WINDOW)
        for first in (*range(0, last, _WINDOW // 2), last):
            in_line = sorted(roles, key=lambda role: (self.x[role], self.y[role]))
            window = sorted(in_line[first : first + _WINDOW])
            places = _Places(self.x[window], self.y[window], orders)
            changed |= self._improve(window, places, near)
        return changed

    def _improve_row(self, there: list[int], row: Row, near: Indices) -> bool:
        roles = sorted(there, key=lambda role: float(self.x[role]))
        columns = int(self._grid.columns[row.track])
        tried = self._placements_of(len(roles), columns)
        x = np.arange(2 * columns - 1) * SLOT + self._grid.left[row.track]
        places = _Places(x.astype(np.float32), np.full(len(x), row.y, dtype=np.float32), tried)
        return self._improve(roles, places, near)

    def _placements_of(self, count: int, columns: int) -> Indices:
        """Return the ways to set `count` boxes in a row of so many columns, a slot for each.

        Where there are too many, the boxes keep their order, and then stand in whole columns.
        """
        if (count, columns) not in self._placements:
            spare = 2 * (columns - count)
            if math.comb(spare + count, count) <= _PLACEMENTS:
                steps = list(itertools.combinations(range(spare + count), count))
                slots = np.array(steps) + np.arange(count)
            else:
                slots = 2 * np.array(list(itertools.combinations(range(columns), count)))
            if len(slots) * math.factorial(count) <= _PLACEMENTS:
                slots = np.concatenate([slots[:, order] for order in _orders_of(count)])
            self._placements[count, columns] = slots
        return self._placements[count, columns]

    def _improve(self, roles: list[int], places: _Places, near: Indices) -> bool:
        """Move the roles to the best of the placements, if it is better than the present one."""
        pulls = self._pulls(roles)
        self._is_own[pulls.joins] = True
        near = near[~self._is_own[near]]
        self._is_own[pulls.joins] = False
        moved = len(pulls.others) * len(places.x)
        pairs = moved * (len(near) + moved)
        if len(places.tried) == 1 or pairs > min(_STEP_PAIRS, self._pairs_left):
            return False
        self._pairs_left -= pairs
        spots = zip(places.x.tolist(), places.y.tolist(), strict=True)
        numbers = {spot: number for number, spot in enumerate(spots)}
        now = [numbers[float(self.x[role]), float(self.y[role])] for role in roles]
        tried = np.concatenate([[now], places.tried])
        cost = self._costs(roles, pulls, places, near, tried)
        best = int(np.argmin(cost))
        if cost[best] >= cost[0] - _ENOUGH:
            return False
        for role, place in zip(roles, tried[best].tolist(), strict=True):
            self._move(role, float(places.x[place]), float(places.y[place]))
        return True

    def _costs(
        self, roles: list[int], pulls: _Pulls, places: _Places, near: Indices, tried: Indices
    ) -> Reals:
        """Return the price of each placement: crossings, length, and pairs turned."""
        width = len(places.x)
        track = int(self._frame.track[roles[0]])
        middle = float(self._grid.left[track] + SLOT * (self._grid.columns[track] - 1))
        aside = (places.x - middle) / SLOT
        by_id = np.array(roles) / len(self._frame.roles)
        alone = _ASIDE * np.abs(aside) - _BY_ID * by_id[:, None] * aside
        cost = np.zeros(len(tried))
        if self._shake[0]:
            alone += self._shake[0] * self._chances(roles, width)
        if len(pulls.others):
            ends = np.empty((len(pulls.others), width, 4), dtype=np.float32)
            ends[:, :, 0], ends[:, :, 1] = places.x, places.y
            ends[:, :, 2], ends[:, :, 3] = self.x[pulls.others, None], self.y[pulls.others, None]
            lines = ends.reshape(-1, 4)
            crossed = self._crossings.between(lines, np.concatenate([self._lines[near], lines]))
            alone_crossed = np.count_nonzero(crossed[:, : len(near)], axis=1)
            lengths = self._lengths(ends, self._frame.track[pulls.others] == track)
            firsts = pulls.firsts
            owned = np.add.reduceat(alone_crossed.reshape(-1, width) + lengths, firsts, axis=0)
            alone[pulls.owners[firsts]] += owned
            owners = pulls.owners[firsts].tolist()
            # Summed by owner at either end: as products of matrices that is several times faster.
            is_of = (pulls.owners == np.array(owners)[:, None]).astype(np.float32)
            both = crossed[:, len(near) :].astype(np.float32).reshape(len(pulls.others), -1)
            both = (is_of @ both).reshape(len(owners), width, len(pulls.others), width)
            both = is_of @ both
            for i, j in itertools.combinations(range(len(owners)), 2):
                cost += both[i, :, j][tried[:, owners[i]], tried[:, owners[j]]]
        price = float(self._price[roles[0]])
        inside = set(roles)
        outside = [role for role in self._fellows[roles[0]] if role not in inside]
        for number, role in enumerate(roles):
            for fellow in outside:
                if self._held[role] < self._held[fellow]:
                    alone[number] += price * (places.x > self.x[fellow])
                else:
                    alone[number] += price * (places.x < self.x[fellow])
            cost += alone[number][tried[:, number]]
        in_line = sorted(range(len(roles)), key=lambda number: int(self._held[roles[number]]))
        x = places.x[tried[:, in_line]]
        for number in range(len(roles) - 1):
            turned = np.count_nonzero(x[:, number + 1 :] < x[:, number, None], axis=1)
            cost += price * turned
        for one, two in pulls.inner:
            cost += _LEAN * np.abs(places.x[tried[:, one]] - places.x[tried[:, two]]) / SLOT
        return cost

    def _chances(self, roles: list[int], width: int) -> Reals:
        """Return numbers of mean 1 that look like chance but hang on a role's id alone."""
        seeds = [crc32(f"{self._shake[1]} {self._frame.roles[role]}".encode()) for role in roles]
        mixed = np.array(seeds)[:, None] * (2 * np.arange(width) + 1) * 2_654_435_761
        return np.asarray(-np.log((mixed % 2**32 + 1) / 2**32))

    def _lengths(self, ends: Coordinates, upright: NDArray[np.bool_]) -> Reals:
        aside = np.abs(ends[:, :, 0] - ends[:, :, 2]) / SLOT
        length = np.where(upright[:, None], (_LEAN + _BEND * aside) * aside, _ACROSS * aside)
        return np.asarray(length, dtype=np.float64)

    def _pulls(self, roles: list[int]) -> _Pulls:
        index = {role: number for number, role in enumerate(roles)}
        owners: list[int] = []
        firsts, others, inner, joins = [], [], [], []
        for role in roles:
            begun = len(owners)
            for join in self._joins[role]:
                a, b = self._frame.joins[join].tolist()
                other = b if role == a else a
                joins.append(join)
                if other not in index:
                    owners.append(index[role])
                    others.append(other)
                elif role == a:
                    inner.append((index[a], index[b]))
            if len(owners) > begun:
                firsts.append(begun)
        return _Pulls(
            np.array(owners, dtype=np.intp),
            np.array(firsts, dtype=np.intp),
            np.array(others, dtype=np.intp),
            tuple(inner),
            np.array(joins, dtype=np.intp),
        )

    def _move(self, role: int, x: float, y: float) -> None:
        self.x[role], self.y[role] = x, y
        for join in self._joins[role]:
            end = 0 if self._frame.joins[join, 0] == role else 2
            self._lines[join, end : end + 2] = x, y

    def _joins_near(self, cell: Sequence[Row]) -> Indices:
        """Return the joins whose lines could ever cross a line of the cell's roles."""
        joins = [join for row in cell for role in row.roles for join in self._joins[role]]
        if not joins:
            return np.zeros(0, dtype=np.intp)
        ends = self._frame.joins
        # In ranks and in places of tracks, which hold wherever in its cell a role stands.
        near = np.ones(len(ends), dtype=np.bool_)
        for spot in (self._frame.rank, self._grid.left[self._frame.track]):
            low = np.minimum(spot[ends[:, 0]], spot[ends[:, 1]])
            high = np.maximum(spot[ends[:, 0]], spot[ends[:, 1]])
            near &= (low <= high[joins].max()) & (high >= low[joins].min())
        return np.flatnonzero(near)


def _orders_of(count: int) -> Indices:
    """Return every order of so many roles."""
    return np.array(list(itertools.permutations(range(count))), dtype=np.intp)
