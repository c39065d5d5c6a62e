"""The places of a map: boxes of roles, and the bands of tracks and ranks, in scene units.

Apart from the search for them, so that a known layout is read and drawn without numpy. What is only
numbers in a fixed order, here and in drawings, is a named tuple: a start that makes a frozen data
class waits seven times as long for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Size(NamedTuple):
    """The width and height of a box, in scene units."""

    width: float
    height: float


class Box(NamedTuple):
    """A placed role: its centre and its size; y grows downward."""

    x: float
    y: float
    width: float
    height: float


class Band(NamedTuple):
    """The room of one track (left to right) or of one rank (top to bottom)."""

    id: str | int
    start: float
    end: float


class Layout(NamedTuple):
    """The boxes by role, the tracks from left to right and the ranks from the top."""

    boxes: Mapping[str, Box]
    tracks: tuple[Band, ...]
    ranks: tuple[Band, ...]
    width: float
    height: float
