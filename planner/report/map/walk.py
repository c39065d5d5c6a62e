"""Walking over the map by arrow keys: along the moves where there are some, else to the nearest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from planner.core.boxes import Box

Direction = Literal["up", "down", "left", "right"]

# Boxes whose centres differ less in height stand in one row.
_LEVEL = 4.0


def step(
    boxes: Mapping[str, Box],
    linked: Collection[str],
    role: str,
    direction: Direction,
    preferred: Collection[str] = (),
) -> str:
    """Return the role reached from `role` by one arrow key.

    Up and down follow the moves to or from the `linked` roles, to the nearest row, there to one of
    the `preferred` roles or else the least aside; where no move leads that way they go to the
    nearest role there, and stay where there is none. Left and right go through all roles in reading
    order, round the ends, so that every role can be reached.
    """
    here = boxes[role]
    if direction in ("left", "right"):
        order = reading_order(boxes)
        forward = 1 if direction == "right" else -1
        return order[(order.index(role) + forward) % len(order)]
    sense = -1 if direction == "up" else 1
    ahead = [other for other in boxes if (boxes[other].y - here.y) * sense > _LEVEL]
    along = [other for other in ahead if other in linked]
    if along:
        return min(along, key=lambda other: (*_away(here, boxes[other], other in preferred), other))
    return min(ahead, key=lambda other: (*_away(here, boxes[other]), other), default=role)


def reading_order(boxes: Mapping[str, Box]) -> list[str]:
    """Return the roles row by row from the top, each row from left to right."""
    by_height = sorted(boxes, key=lambda role: (boxes[role].y, boxes[role].x, role))
    order: list[str] = []
    row: list[str] = []
    for role in by_height:
        if row and boxes[role].y - boxes[row[0]].y > _LEVEL:
            order += sorted(row, key=lambda other: (boxes[other].x, other))
            row = []
        row.append(role)
    return order + sorted(row, key=lambda other: (boxes[other].x, other))


def _away(here: Box, there: Box, is_preferred: bool = False) -> tuple[int, bool, float]:
    """Return how far up or down, then how far aside, so that the nearest row comes first."""
    return round(abs(there.y - here.y) / _LEVEL), not is_preferred, abs(there.x - here.x)
