"""The search for routes: every way to the target that no other one beats in each respect.

Ways are grown move by move, all of one length at once. One is given up where it is certain that no
end of it can be better than what is known:

- its least possible years, hours and moves are all reached by a route that was found already;
- another way has visited the same roles in another order, and took fewer years;
- another way has visited the same roles but one, has met the same tracks, and is not later even
  after it has made up for the hours of practice that it has saved so far.

The hours of a way hang on the set of its roles alone, as a level once reached is held: so fewer
roles never cost more hours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]
Truths = npt.NDArray[np.bool_]

# What lies nearer together counts as the same; far below what tells two routes apart.
_NOISE = 1e-9
# So many ways of each length are followed for a first picture of what can be reached.
_NARROW = 48
# So many moves are weighed at once: their numbers fit into the processor's cache.
_AT_ONCE = 16_384
# So many ways are grown by a move together.
_TOGETHER = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The moves among which routes are searched, roles and gates by number.

    `ends` are the ends of the moves out of each role, of role r from `first[r]` up to
    `first[r + 1]`; `stay` are the years to be spent before each. `hours` are those of practice up
    to what each role asks, by role and skill, `held` those of what is held at the start. Each
    column of `met` and `asked` is a track: whether a role meets it, and whether one asks for it;
    `met_before` are those met at the start. `through` are roles that a route has to visit.
    """

    start: int
    target: int
    first: Indices
    ends: Indices
    stay: Reals
    hours: Reals
    held: Reals
    met: Truths
    asked: Truths
    met_before: Truths
    through: tuple[int, ...]
    most_moves: int
    hours_a_year: float

    @property
    def roles(self) -> int:
        """How many roles there are."""
        return len(self.first) - 1


@dataclass(frozen=True, slots=True)
class _Layer:
    """Ways of one length: a row each. `path` are the roles, the last one being where it stands."""

    path: Indices
    years: Reals
    hours: Reals
    reached: Reals
    met: Truths

    def only(self, kept: Any) -> _Layer:
        return _Layer(
            self.path[kept],
            self.years[kept],
            self.hours[kept],
            self.reached[kept],
            self.met[kept],
        )


def best_ways(ways: Ways, check: Callable[[float], None]) -> list[tuple[int, ...]]:
    """Return the roles of each route that no other one beats in years, hours and moves at once.

    Of routes that are equal in all three one is kept; a few that are beaten may be among them.
    `check` is told the part of the search that is done, 0..1, and may raise to stop it.
    """
    search = _Search(ways, check)
    search.run(narrow=True)
    search.run(narrow=False)
    return search.found


class _Search:
    """What is known of the best routes while they are searched."""

    def __init__(self, ways: Ways, check: Callable[[float], None]) -> None:
        self._ways = ways
        self._check = check
        self._moves_left, self._years_left = _bounds(ways)
        # What has to be reached in any case, and with each of the roles that lead to the target.
        # Nothing is learnt for the start, even where a route is asked for through it.
        ahead = [ways.target, *(role for role in ways.through if role != ways.start)]
        self._goal = ways.hours[ahead].max(axis=0)
        before = np.repeat(np.arange(ways.roles), np.diff(ways.first))[ways.ends == ways.target]
        self._last_goals = np.maximum(ways.hours[before], self._goal)
        self._is_through = np.zeros(ways.roles, dtype=bool)
        self._is_through[list(ways.through)] = True
        # A number for each role, so that the sum over a way stands for the set of its roles.
        self._mark = np.random.default_rng(20260601).integers(
            1 << 63, size=ways.roles, dtype=np.uint64
        )
        self.found: list[tuple[int, ...]] = []
        self._best = np.zeros((0, 3))

    def run(self, *, narrow: bool) -> None:
        """Grow the ways to the end; a narrow run follows only the most promising of them.

        Where ways of one length are many, some of them are followed to the end before the others:
        so the memory that they take stays within bounds.
        """
        waiting = [(self._beginning(), 1, 0.0, 1.0)]
        while waiting:
            layer, moves, done, then_done = waiting.pop()
            if not narrow:
                self._check(done)
            longer = _joined(list(self._grown(layer, moves)))
            if longer is None:
                continue
            longer = longer.only(self._quickest_of_each_set(longer))
            if narrow:
                longer = longer.only(self._promising(longer, moves))
            else:
                longer = longer.only(~self._is_detour(longer, layer))
            # Routes found meanwhile may have settled what was grown before them.
            longer = longer.only(~self._is_settled(longer, moves))
            if not len(longer.path) or moves == self._ways.most_moves:
                continue
            parts = np.array_split(np.arange(len(longer.path)), -(-len(longer.path) // _TOGETHER))
            ends = np.linspace(done, then_done, len(parts) + 1)
            waiting += [
                (longer.only(part), moves + 1, float(ends[at]), float(ends[at + 1]))
                for at, part in reversed(list(enumerate(parts)))
            ]

    def _beginning(self) -> _Layer:
        """Return the way that has not left the start."""
        ways = self._ways
        return _Layer(
            np.array([[ways.start]], dtype=np.intp),
            np.zeros(1),
            np.zeros(1),
            ways.held[None, :],
            ways.met_before[None, :],
        )

    def _grown(self, layer: _Layer, moves: int) -> Iterator[_Layer]:
        """Yield the ways with one move more, those that may still become a best route."""
        ways = self._ways
        at = layer.path[:, -1]
        many = ways.first[at + 1] - ways.first[at]
        row = np.repeat(np.arange(len(at)), many)
        move = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many) + ways.first[at][row]
        to = ways.ends[move]
        near = self._moves_left[to] <= ways.most_moves - moves
        row, move, to = row[near], move[near], to[near]
        fits = ~np.any(layer.path[row] == to[:, None], axis=1)
        fits &= ~np.any(ways.asked[to] & ~layer.met[row], axis=1)
        row, move = row[fits], move[fits]
        for begin in range(0, len(row), _AT_ONCE):
            part = slice(begin, begin + _AT_ONCE)
            longer = self._moved(layer, row[part], move[part])
            longer = longer.only(~self._is_settled(longer, moves))
            there = longer.path[:, -1] == ways.target
            self._finish(longer.only(there), moves)
            further = longer.only(~there)
            if len(further.path):
                yield further

    def _moved(self, layer: _Layer, row: Indices, move: Indices) -> _Layer:
        ways = self._ways
        to = ways.ends[move]
        reached = np.maximum(layer.reached[row], ways.hours[to])
        practice = (reached - layer.reached[row]).sum(axis=1)
        return _Layer(
            np.concatenate([layer.path[row], to[:, None]], axis=1),
            layer.years[row] + np.maximum(ways.stay[move], practice / ways.hours_a_year),
            layer.hours[row] + practice,
            reached,
            layer.met[row] | ways.met[to],
        )

    def _is_settled(self, layer: _Layer, moves: int) -> Truths:
        """Tell which ways cannot end better than a route that was found already."""
        settled = np.zeros(len(layer.path), dtype=bool)
        if not len(self._best) or not len(settled):
            return settled
        settled = self._is_beaten(layer, moves, self._practice(layer, self._goal))
        # The last role before the target asks for something too: dearer to ask, it settles more.
        open_ = np.flatnonzero(~settled)
        rest = layer.only(open_)
        practice = np.full(len(open_), np.inf)
        for goal in self._last_goals:
            practice = np.minimum(practice, self._practice(rest, goal))
        settled[open_] = self._is_beaten(rest, moves, practice)
        return settled

    def _is_beaten(self, layer: _Layer, moves: int, practice: Reals) -> Truths:
        """Tell which ways, with so much practice still to come, a known route beats."""
        beaten = np.zeros(len(layer.path), dtype=bool)
        least = self._least(layer, moves, practice)
        for best in self._best:
            beaten |= np.all(best <= least + _NOISE, axis=1)
        return beaten

    def _practice(self, layer: _Layer, goal: Reals) -> Reals:
        """Return the hours from what each way has reached up to a goal."""
        return np.asarray(np.maximum(goal - layer.reached, 0.0).sum(axis=1))

    def _least(self, layer: _Layer, moves: int, practice: Reals) -> Reals:
        """Return the least years, hours and moves that each way may end with."""
        at = layer.path[:, -1]
        years = np.maximum(self._years_left[at], practice / self._ways.hours_a_year)
        return np.stack(
            [layer.years + years, layer.hours + practice, moves + self._moves_left[at]], axis=1
        )

    def _finish(self, layer: _Layer, moves: int) -> None:
        """Keep the routes that have arrived, and let go of those that they beat."""
        through = list(self._ways.through)
        for path, years, hours in zip(layer.path, layer.years, layer.hours, strict=True):
            if through and not np.all(np.isin(through, path)):
                continue
            new = np.array([years, hours, float(moves)])
            if np.any(np.all(self._best <= new + _NOISE, axis=1)):
                continue
            stays = ~np.all(new <= self._best + _NOISE, axis=1)
            self.found = [route for route, kept in zip(self.found, stays, strict=True) if kept]
            self.found.append(tuple(int(role) for role in path))
            self._best = np.concatenate([self._best[stays], new[None, :]])

    def _promising(self, layer: _Layer, moves: int) -> Indices:
        """Return the ways that may end soonest, and those that may end with the fewest hours."""
        if len(layer.path) <= 2 * _NARROW:
            return np.arange(len(layer.path))
        least = self._least(layer, moves, self._practice(layer, self._goal))
        soonest = np.argsort(least[:, 0], kind="stable")[:_NARROW]
        lightest = np.argsort(least[:, 1], kind="stable")[:_NARROW]
        return np.union1d(soonest, lightest)

    def _quickest_of_each_set(self, layer: _Layer) -> Indices:
        """Return, of the ways that visit the same roles and end alike, the quickest."""
        path = layer.path
        visited = np.concatenate([np.sort(path[:, :-1], axis=1), path[:, -1:]], axis=1)
        order = np.lexsort((layer.years, self._marks(path), path[:, -1]))
        same = np.all(visited[order[1:]] == visited[order[:-1]], axis=1)
        first = order[np.concatenate([[True], ~same])] if len(order) else order
        return np.sort(first)

    def _is_detour(self, longer: _Layer, shorter: _Layer) -> Truths:
        """Tell which ways only add a role to a shorter one without being the sooner for it."""
        ways = self._ways
        path = longer.path
        detour = np.zeros(len(path), dtype=bool)
        if not len(path) or path.shape[1] < 3:
            return detour
        shorter_marks = self._marks(shorter.path)
        order = np.argsort(shorter_marks, kind="stable")
        in_line = shorter_marks[order]
        marks = self._marks(path)
        for left_out in range(1, path.shape[1] - 1):
            place = np.searchsorted(in_line, marks - self._mark[path[:, left_out]])
            for more in range(2):
                # The same roles may end in several ways: look at the first two of them.
                at = np.minimum(place + more, len(order) - 1)
                other = order[at]
                rest = np.delete(path, left_out, axis=1)
                is_same = shorter.path[other, -1] == rest[:, -1]
                is_same &= np.all(
                    np.sort(rest, axis=1) == np.sort(shorter.path[other], axis=1), axis=1
                )
                is_same &= ~self._is_through[path[:, left_out]]
                is_same &= np.all(shorter.met[other] == longer.met, axis=1)
                saved = (longer.hours - shorter.hours[other]) / ways.hours_a_year
                is_same &= shorter.years[other] + np.maximum(saved, 0.0) <= longer.years + _NOISE
                detour |= is_same
        return detour

    def _marks(self, path: Indices) -> npt.NDArray[np.uint64]:
        return np.asarray(self._mark[path].sum(axis=1, dtype=np.uint64))


def _joined(parts: list[_Layer]) -> _Layer | None:
    if not parts:
        return None
    return _Layer(
        np.concatenate([part.path for part in parts]),
        np.concatenate([part.years for part in parts]),
        np.concatenate([part.hours for part in parts]),
        np.concatenate([part.reached for part in parts]),
        np.concatenate([part.met for part in parts]),
    )


def _bounds(ways: Ways) -> tuple[Indices, Reals]:
    """Return from each role the fewest moves to the target, and the least years of staying.

    Where the target cannot be reached the moves are more than any route may have.
    """
    starts = np.repeat(np.arange(ways.roles), np.diff(ways.first))
    beyond = ways.roles + 1
    moves = np.full(ways.roles, beyond, dtype=np.intp)
    years = np.full(ways.roles, np.inf)
    moves[ways.target], years[ways.target] = 0, 0.0
    for _ in range(ways.roles):
        nearer, sooner = moves.copy(), years.copy()
        np.minimum.at(nearer, starts, np.minimum(moves[ways.ends] + 1, beyond))
        np.minimum.at(sooner, starts, years[ways.ends] + ways.stay)
        if np.array_equal(nearer, moves) and np.array_equal(sooner, years):
            break
        moves, years = nearer, sooner
    return moves, years
