"""Where each role stands on the map: rank gives the height, tracks stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.core.model import Catalogue


@dataclass(frozen=True, slots=True)
class Size:
    """The width and height of a box, in scene units."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A placed role: its centre and its size; y grows downward."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """The room of one track (left to right) or of one rank (top to bottom)."""

    id: str | int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes by role, the columns of the tracks from left to right and the ranks from the top."""

    boxes: Mapping[str, Box]
    tracks: tuple[Band, ...]
    ranks: tuple[Band, ...]
    width: float
    height: float


class Cancelled(Exception):
    """Raised out of a layout that was told to stop."""


def layout(
    catalogue: Catalogue, size: Size, *, is_cancelled: Callable[[], bool] = lambda: False
) -> Layout:
    """Return the places of the catalogue's roles, every box being of one size."""
    raise NotImplementedError
