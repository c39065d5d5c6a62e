"""Which straight lines cross: the measure that the layout is searched by.

Lines are rows of x, y, x, y. Those that share an end, touch or lie on each other do not cross.
Whole numbers up to a few thousand are compared exactly.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Lines = NDArray[np.float32]
Truths = NDArray[np.bool_]

# Pairs compared at once: few enough to stay in the processor's cache.
_AT_ONCE = 1 << 15


class Crossings:
    """Compares many lines with many; keeps its arrays, as new ones cost more than the sums."""

    def __init__(self) -> None:
        self._arrays = np.empty((4, _AT_ONCE), dtype=np.float32)

    def between(self, some: Lines, others: Lines) -> Truths:
        """Tell for each of some lines (first axis) which of the others (second axis) it crosses."""
        ax, ay, bx, by = some.T
        cx, cy, dx, dy = others.T
        ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
        # Twice the area of a triangle of points is a product of matrices: for the two directions,
        # for the first end of each other line and for the first end of each of some.
        some_turn = np.array((ux, -uy)).T
        other_turn = np.array((vy, vx))
        some_side = np.array((ux, -uy, uy * ax - ux * ay)).T
        other_end = np.array((cy, cx, np.ones_like(cx)))
        some_end = np.array((ay, -ax, np.ones_like(ax))).T
        other_side = np.array((vx, vy, vy * cx - vx * cy))
        width = len(others)
        found = np.empty((len(some), width), dtype=np.bool_)
        step = max(1, _AT_ONCE // max(1, width))
        if width > _AT_ONCE:
            self._arrays = np.empty((4, width), dtype=np.float32)
        for first in range(0, len(some), step):
            rows = slice(first, min(first + step, len(some)))
            many = rows.stop - rows.start
            turn, c, a, d = self._arrays[:, : many * width].reshape(4, many, width)
            np.matmul(some_turn[rows], other_turn, out=turn)
            np.matmul(some_side[rows], other_end, out=c)
            np.matmul(some_end[rows], other_side, out=a)
            # The ends of a line lie on both sides of the other where the product is negative.
            np.add(c, turn, out=d)
            np.multiply(c, d, out=c)
            np.subtract(a, turn, out=d)
            np.multiply(a, d, out=a)
            np.maximum(a, c, out=a)
            np.less(a, 0, out=found[rows])
        return found


def crossing_in_pairs(ones: Lines, twos: Lines) -> Truths:
    """Tell for each line whether it crosses the one of the same number."""
    ax, ay, bx, by = ones.T
    cx, cy, dx, dy = twos.T
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    turn = ux * vy - uy * vx
    c_side = ux * (cy - ay) - uy * (cx - ax)
    a_side = vx * (ay - cy) - vy * (ax - cx)
    return np.asarray((c_side * (c_side + turn) < 0) & (a_side * (a_side - turn) < 0))
