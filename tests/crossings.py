"""How many pairs of straight lines cross: the measure of a drawn graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from planner.core.model import Catalogue

# Pairs of lines compared at once; more only costs memory.
_AT_ONCE = 2_000_000


def joined(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the pairs of roles that any moves join, each once, whichever way they lead."""
    pairs = {
        (min(move.from_role, move.to_role), max(move.from_role, move.to_role))
        for move in catalogue.moves
        if move.from_role != move.to_role
    }
    return sorted(pairs)


def crossings(places: Mapping[str, tuple[float, float]], pairs: Iterable[tuple[str, str]]) -> int:
    """Count the pairs of lines that cross at one point inside both.

    Lines that share an end, touch or lie on each other do not count. Exact for coordinates whose
    products a float holds exactly.
    """
    ends = np.array([[*places[a], *places[b]] for a, b in pairs], dtype=float).reshape(-1, 4)
    ends = ends[np.argsort(np.minimum(ends[:, 1], ends[:, 3]), kind="stable")]
    top = np.minimum(ends[:, 1], ends[:, 3])
    bottom = np.maximum(ends[:, 1], ends[:, 3])
    # Line i can only meet the lines i + 1 … last[i], which begin above its lower end.
    last = np.searchsorted(top, bottom, side="right")
    total, first = 0, 0
    while first < len(ends):
        reach = np.cumsum(last[first:] - np.arange(first, len(ends)))
        stop = first + max(1, int(np.searchsorted(reach, _AT_ONCE)))
        number = np.arange(first, min(stop, len(ends)))
        many = last[number] - number - 1
        i = np.repeat(number, many)
        j = i + 1 + np.arange(len(i)) - np.repeat(np.cumsum(many) - many, many)
        total += int(np.count_nonzero(_cross(ends[i], ends[j])))
        first = stop
    return total


def _cross(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    ax, ay, bx, by = one.T
    cx, cy, dx, dy = two.T
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    c_side = ux * (cy - ay) - uy * (cx - ax)
    d_side = ux * (dy - ay) - uy * (dx - ax)
    a_side = vx * (ay - cy) - vy * (ax - cx)
    b_side = vx * (by - cy) - vy * (bx - cx)
    apart = (np.sign(c_side) * np.sign(d_side) < 0) & (np.sign(a_side) * np.sign(b_side) < 0)
    return np.asarray(apart)
