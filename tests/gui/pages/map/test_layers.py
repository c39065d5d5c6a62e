"""The layers of the map as they are really painted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.gui.pages.map.canvas.layers import MovesLayer, detail_at
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.report.map.part import MOST_AT_REST
from tests.generated import career_catalogue
from tests.gui.pages.map.drawings import drawing_of


def without_years(catalogue: Catalogue) -> Catalogue:
    """Return the same without the years on the moves: their pills are always smooth."""
    moves = tuple(replace(move, years=None) for move in catalogue.moves)
    return replace(catalogue, moves=moves)


def painted(
    catalogue: Catalogue,
    theme: Theme,
    texts: Texts,
    scale: float | None,
    *,
    is_fine: bool = False,
) -> QImage:
    """Return the moves at rest in a view of 1000×700 about the map's middle, whole for None."""
    fonts = Fonts()
    drawing = drawing_of(catalogue, texts, fonts)
    layer = MovesLayer(drawing, theme, fonts)
    if scale is None:
        scale = min(1000 / drawing.width, 700 / drawing.height)
    image = QImage(1000, 700, QImage.Format.Format_ARGB32)
    image.fill(0)
    across, down = 1000 / scale, 700 / scale
    sight = QRectF((drawing.width - across) / 2, (drawing.height - down) / 2, across, down)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-sight.topLeft())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    layer.paint(painter, detail_at(scale), sight, [sight], is_fine=is_fine)
    painter.end()
    return image


def shades(image: QImage) -> tuple[int, int]:
    """Return how many pixels are covered in full, and how many in part."""
    alphas = bytes(image.constBits())[3::4]
    full = alphas.count(255)
    return full, len(alphas) - alphas.count(0) - full


@pytest.mark.parametrize("scale", [None, 0.3, 0.5, 0.8, 1.0])
def test_the_shipped_moves_are_smooth(
    shipped: Catalogue, theme: Theme, texts: Texts, scale: float | None
) -> None:
    _, in_part = shades(painted(without_years(shipped), theme, texts, scale))

    assert in_part > 500


@pytest.mark.parametrize("scale", [None, 0.3, 0.5, 1.0])
def test_as_many_moves_as_are_ever_shown_at_rest_are_smooth(
    theme: Theme, texts: Texts, scale: float | None
) -> None:
    catalogue = career_catalogue(
        100, 8, 6, seed=1, moves_a_role=MOST_AT_REST / 100, skills=10, requirements=4
    )
    _, in_part = shades(painted(without_years(catalogue), theme, texts, scale))

    assert len(catalogue.moves) >= MOST_AT_REST
    assert in_part > 500


@pytest.mark.parametrize("scale", [None, 0.5, 1.0])
def test_very_many_moves_are_smooth_once_the_map_rests(
    theme: Theme, texts: Texts, scale: float | None
) -> None:
    catalogue = career_catalogue(400, 10, 8, seed=1, moves_a_role=2.8, skills=10, requirements=4)
    bare = without_years(catalogue)
    _, in_part = shades(painted(bare, theme, texts, scale, is_fine=True))

    assert in_part > 500


def test_very_many_moves_are_plain_while_the_map_moves(theme: Theme, texts: Texts) -> None:
    catalogue = career_catalogue(400, 10, 8, seed=1, moves_a_role=5, skills=10, requirements=4)
    full, in_part = shades(painted(without_years(catalogue), theme, texts, 0.4))

    assert full > 500
    assert in_part == 0
