"""Where the parts of a document begin on its sheets, and what on a sheet leads there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The beginning of a part on a sheet, `y` points from its top.

    `key` is its name among all anchors of a document; `path` are the names of the parts that it
    lies in, the outermost first and its own last.
    """

    key: str
    path: tuple[str, ...]
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A rectangle on a sheet, in points from its top left, that leads to the anchor of a key."""

    key: str
    x: float
    y: float
    width: float
    height: float
