"""Layouts of the map kept on disk, so that the next start paints it at once."""

from __future__ import annotations

import hashlib
import json
import math
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from planner.core import boxes
from planner.core.boxes import Band, Box, Layout, Size
from planner.core.model import Catalogue

_KEPT = 40


class LayoutCache:
    """A folder with one file a layout; whatever is missing, damaged or foreign in it is ignored."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str, catalogue: Catalogue) -> Layout | None:
        """Return the layout kept under a `layout_key`, if it fits the catalogue."""
        try:
            text = self._file(key).read_text(encoding="utf-8")
            found = _layout(json.loads(text))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        return found if _fits(found, catalogue) else None

    def write(self, key: str, layout: Layout) -> None:
        """Keep a layout; where that cannot be done it is let be."""
        file = self._file(key)
        draft = file.with_suffix(f".{os.getpid()}")
        text = json.dumps(
            {
                "boxes": dict(layout.boxes),
                "tracks": layout.tracks,
                "ranks": layout.ranks,
                "width": layout.width,
                "height": layout.height,
            }
        )
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_text(text, encoding="utf-8")
            draft.chmod(0o600)
            draft.replace(file)
            self._thin()
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.json"

    def _thin(self) -> None:
        files = sorted(self._folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
        for file in files[:-_KEPT]:
            file.unlink(missing_ok=True)


def layout_key(catalogue: Catalogue, size: Size, within: Catalogue | None = None) -> str:
    """Return a name for everything that a layout depends on, the same whatever the order.

    `within` is the whole where the catalogue is a part of one.
    """
    of_whole = _drawn_of(within) if within is not None and within is not catalogue else None
    said = json.dumps([_algorithm(), size, _drawn_of(catalogue), of_whole])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _drawn_of(catalogue: Catalogue) -> list[Any]:
    return [
        sorted(track.id for track in catalogue.tracks),
        sorted((role.id, role.track, role.rank) for role in catalogue.roles),
        sorted((move.from_role, move.to_role, move.kind) for move in catalogue.moves),
    ]


@cache
def _algorithm() -> list[str]:
    """Return what names the layout's own code, so that another version of it lays out anew."""
    folder = Path(boxes.__file__).parent
    modules = [folder / "layout.py", *sorted((folder / "arranging").glob("*.py"))]
    return [hashlib.sha256(module.read_bytes()).hexdigest() for module in modules]


def _layout(read: Any) -> Layout:
    return Layout(
        boxes={role: Box(*map(float, place)) for role, place in read["boxes"].items()},
        tracks=tuple(_band(str, values) for values in read["tracks"]),
        ranks=tuple(_band(int, values) for values in read["ranks"]),
        width=float(read["width"]),
        height=float(read["height"]),
    )


def _band(kind: type[int] | type[str], values: Any) -> Band:
    name, start, end = values
    return Band(kind(name), float(start), float(end))


def _fits(layout: Layout, catalogue: Catalogue) -> bool:
    numbers = [layout.width, layout.height]
    numbers += [number for box in layout.boxes.values() for number in box]
    numbers += [end for band in (*layout.tracks, *layout.ranks) for end in (band.start, band.end)]
    return (
        layout.boxes.keys() == {role.id for role in catalogue.roles}
        and {band.id for band in layout.tracks} == {role.track for role in catalogue.roles}
        and {band.id for band in layout.ranks} == {role.rank for role in catalogue.roles}
        and all(math.isfinite(number) for number in numbers)
    )
