"""A poster's sheets laid upon each other: the whole picture, every role whole on one of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.gui.paper.sheet_painter import SheetPainter
from planner.report.drawing import Curve, Rectangle, Shape
from planner.report.map.roles import RADIUS
from planner.report.paper.flow import PlacedDrawing, Sheet
from tests.gui.paper.test_charts import lin_wei, sheets_of
from tests.pdf_checks import pictures_of

# A dot a point.
DPI = 72


def tiles_of(sheets: tuple[Sheet, ...]) -> list[tuple[Sheet, PlacedDrawing]]:
    """Return the sheets to be glued, without the one that shows how, each with its picture."""
    return [(sheet, sheet.drawings[0]) for sheet in sheets[:-1]]


def whole_of(sheets: tuple[Sheet, ...]) -> tuple[Shape, ...]:
    """Return everything that stands on any of the sheets once, from the lowest to the topmost."""
    below: dict[Shape, set[Shape]] = defaultdict(set)
    for _, tile in tiles_of(sheets):
        for lower, upper in pairwise(dict.fromkeys(tile.drawing.shapes)):
            below[upper].add(lower)
    return tuple(TopologicalSorter(below).static_order())


def own_parts(sheets: tuple[Sheet, ...]) -> list[tuple[int, int, int, int]]:
    """Return what each sheet shows up to its seams, in dots of the sheet: left, top, right, bottom.

    The strips beyond the seams are the neighbours'; all these parts together are the whole.
    """
    tiles = [tile for _, tile in tiles_of(sheets)]
    parts = []
    for tile in tiles:
        right, bottom = tile.left + tile.drawing.width, tile.top + tile.drawing.height
        end = min([other.left for other in tiles if other.left > tile.left], default=right)
        foot = min([other.top for other in tiles if other.top > tile.top], default=bottom)
        assert end <= right
        assert foot <= bottom
        across, down = (end - tile.left) * tile.scale, (foot - tile.top) * tile.scale
        parts.append(
            (round(tile.x) + 1, round(tile.y) + 1, int(tile.x + across), int(tile.y + down))
        )
    return parts


@pytest.mark.parametrize(
    "options",
    [
        {"fit": "poster", "columns": 3, "rows": 2},
        {"fit": "poster", "columns": 2, "rows": 3, "style": "bw"},
        {"fit": "true"},
        {"fit": "poster", "columns": 3, "rows": 2, "overlap": 0.0},
        {"fit": "poster", "columns": 3, "rows": 2, "overlap": 50.0},
    ],
    ids=["colour", "bw", "true", "no strip", "widest strip"],
)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_sheets_together_show_the_whole(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    tmp_path: Path,
    options: dict[str, Any],
    language: str,
) -> None:
    page = lin_wei(shipped, texts_of[language])
    sheets = sheets_of(painter, page, **options)
    painter.write(sheets, tmp_path / "poster.pdf")
    *pictures, _ = pictures_of(tmp_path / "poster.pdf", DPI)
    # The same sheets, each showing the part of a whole on which everything stands.
    shapes = whole_of(sheets)
    wholes = [
        replace(
            sheet,
            shapes=(),
            drawings=(replace(tile, drawing=tile.drawing._replace(shapes=shapes)),),
        )
        for sheet, tile in tiles_of(sheets)
    ]
    painter.write(wholes, tmp_path / "whole.pdf")
    for one, other, (left, top, right, bottom) in zip(
        pictures, pictures_of(tmp_path / "whole.pdf", DPI), own_parts(sheets), strict=True
    ):
        shown, wanted = (each[top:bottom, left:right].astype(int) for each in (one, other))
        assert wanted.min() < 160
        assert np.abs(shown - wanted).max() <= 2


@pytest.mark.parametrize("overlap", [0.0, 12.5, 50.0])
@pytest.mark.parametrize("style", ["colour", "large"])
def test_neighbours_share_the_strip_asked_for_and_the_marks_say_where_it_begins(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    overlap: float,
    style: str,
) -> None:
    page = lin_wei(shipped, texts_of["en"], paper="a3")
    sheets = sheets_of(painter, page, fit="poster", columns=2, rows=2, overlap=overlap, style=style)
    (first, a1), (_, a2), (below, b1), (last, b2) = tiles_of(sheets)
    strip = overlap / 25.4 * 72
    assert (a1.left + a1.drawing.width - a2.left) * a1.scale == pytest.approx(strip)
    assert (a1.top + a1.drawing.height - b1.top) * a1.scale == pytest.approx(strip)
    right, bottom = a1.x + a1.drawing.width * a1.scale, a1.y + a1.drawing.height * a1.scale
    assert marks_of(first) == (
        [pytest.approx(right - strip)],
        [pytest.approx(bottom - strip)],
    )
    right = b1.x + b1.drawing.width * b1.scale
    assert marks_of(below) == ([pytest.approx(right - strip)], [pytest.approx(b1.y)])
    assert marks_of(last) == ([pytest.approx(b2.x)], [pytest.approx(b2.y)])


def marks_of(sheet: Sheet) -> tuple[list[float], list[float]]:
    """Return where the crop marks of a sheet stand: across, and down."""
    across, down = set(), set()
    for shape in sheet.shapes:
        if isinstance(shape, Curve):
            (x0, y0), *_, (x1, y1) = shape.points
            if x0 == x1:
                across.add(x0)
            else:
                assert y0 == y1
                down.add(y0)
    return sorted(across), sorted(down)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("overlap", [0.0, 10.0, 50.0])
@pytest.mark.parametrize(("columns", "rows"), [(2, 2), (3, 2), (4, 3)])
def test_every_role_is_whole_on_a_sheet(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    language: str,
    overlap: float,
    columns: int,
    rows: int,
) -> None:
    page = lin_wei(shipped, texts_of[language])
    sheets = sheets_of(painter, page, fit="poster", columns=columns, rows=rows, overlap=overlap)
    whole_on: set[Rectangle] = set()
    frames: set[Rectangle] = set()
    for _, tile in tiles_of(sheets):
        right, bottom = tile.left + tile.drawing.width, tile.top + tile.drawing.height
        for shape in tile.drawing.shapes:
            if isinstance(shape, Rectangle) and shape.radius == RADIUS and shape.stroke:
                frames.add(shape)
                if (
                    shape.x >= tile.left
                    and shape.y >= tile.top
                    and shape.x + shape.width <= right
                    and shape.y + shape.height <= bottom
                ):
                    whole_on.add(shape)
    assert whole_on == frames
    assert len(frames) >= len(shipped.roles)
