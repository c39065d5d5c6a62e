"""The scene of the map: how the moves of the selected role look over those at rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from planner.core.layout import layout
from planner.core.model import Catalogue, Move, MoveKind
from planner.core.text import Texts
from planner.gui.pages.map.canvas.scene import MapScene
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.report.map.map_drawing import map_drawing
from planner.report.map.roles import box_size
from planner.report.map.state import MapState, RoleState

# Far out, where roles are plain, and legibly.
SCALES = (0.2, 0.5, 1.0)


def one_move(shipped: Catalogue, kind: MoveKind) -> Catalogue:
    """Return two roles of the shipped catalogue with a move of a kind between them."""
    pair = ("junior-account-manager", "regional-client-director")
    move = next(move for move in shipped.moves if move.kind is MoveKind.PROMOTION)
    return replace(
        shipped,
        roles=tuple(role for role in shipped.roles if role.id in pair),
        moves=(replace(move, from_role=pair[0], to_role=pair[1], kind=kind, years=None),),
    )


def scene_of(
    catalogue: Catalogue,
    at_rest: Iterable[Move],
    theme: Theme,
    texts: Texts,
    others: tuple[tuple[str, ...], ...] = (),
) -> MapScene:
    """Return a scene of these moves at rest, of which all else is drawn for the selected role."""
    fonts = Fonts()
    state = MapState(roles={role.id: RoleState() for role in catalogue.roles}, others=others)
    drawing = map_drawing(
        catalogue,
        layout(catalogue, box_size(catalogue, fonts.width)),
        state,
        texts,
        fonts.width,
        moves=at_rest,
    )
    return MapScene(drawing, theme, fonts, catalogue.moves)


def picture(scene: MapScene, scale: float) -> QImage:
    extent = scene.extent
    image = QImage(
        round(extent.width() * scale), round(extent.height() * scale), QImage.Format.Format_RGB32
    )
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), extent)
    painter.end()
    return image


def without(place: QRectF, image: QImage, scale: float) -> QImage:
    """Return the picture with a place of the scene painted over."""
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.fillRect(place, QColor(0, 0, 0))
    painter.end()
    return image


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("kind", MoveKind)
def test_a_selected_roles_move_looks_as_if_it_were_drawn_for_that_role_alone(
    shipped: Catalogue, theme: Theme, texts: Texts, kind: MoveKind, scale: float
) -> None:
    catalogue = one_move(shipped, kind)
    over_rest = scene_of(catalogue, catalogue.moves, theme, texts)
    alone = scene_of(catalogue, (), theme, texts)
    for scene in (over_rest, alone):
        scene.select("junior-account-manager", has_focus=False)

    assert picture(over_rest, scale) == picture(alone, scale)


@pytest.mark.parametrize("scale", SCALES)
def test_a_move_is_at_rest_again_once_its_role_is_left(
    shipped: Catalogue, theme: Theme, texts: Texts, scale: float
) -> None:
    scene = scene_of(shipped, shipped.moves, theme, texts)
    before = picture(scene, scale)
    scene.select("account-manager", has_focus=False)
    selected = picture(scene, scale)
    scene.select("", has_focus=False)

    assert selected != before
    assert picture(scene, scale) == before


@pytest.mark.parametrize("scale", SCALES)
def test_a_move_of_another_way_is_drawn_once_where_its_role_is_selected(
    shipped: Catalogue, theme: Theme, texts: Texts, scale: float
) -> None:
    catalogue = one_move(shipped, MoveKind.CAREER_CHANGE)
    way = tuple(role.id for role in catalogue.roles)
    scene = scene_of(catalogue, catalogue.moves, theme, texts, others=(way, way[::-1]))
    before = picture(scene, scale)
    scene.select(way[0], has_focus=False)
    selected = picture(scene, scale)
    ringed = scene.box_of(way[0]).adjusted(-12, -12, 12, 12)

    # Nothing differs but the ring around the role.
    assert selected != before
    assert without(ringed, selected, scale) == without(ringed, before, scale)
