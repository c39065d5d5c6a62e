"""The picture of the map that is kept between frames: what is painted of it, when, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.core.gaps import Interval
from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.gui.pages.map.canvas.kept_view import KeptView
from planner.gui.pages.map.canvas.scene import MapScene
from planner.gui.pages.map.canvas.view import MapView
from planner.gui.painting import Fonts
from planner.gui.theme import Theme, load_theme
from planner.report.map.state import RoleState
from tests.generated import career_catalogue
from tests.gui.pages.map.drawings import drawing_of


class Painted(NamedTuple):
    """One time that the map at rest was painted: what, in units of the scene, and how."""

    exposed: tuple[QRectF, ...]
    seen: QRectF
    is_fine: bool


class Watched(MapScene):
    """A scene that remembers what was painted of it."""

    def paint_at_rest(
        self, painter: QPainter, seen: QRectF, exposed: Sequence[QRectF], *, is_fine: bool = True
    ) -> None:
        self.__dict__.setdefault("painted", []).append(Painted(tuple(exposed), seen, is_fine))
        super().paint_at_rest(painter, seen, exposed, is_fine=is_fine)

    def told(self) -> list[Painted]:
        """Return what was painted since it was last asked."""
        painted: list[Painted] = self.__dict__.pop("painted", [])
        return painted


Open = Callable[[Catalogue], MapView]


@pytest.fixture
def open_view(qtbot: QtBot, theme: Theme, texts: Texts) -> Iterator[Open]:
    """A function that shows the map of a catalogue, whole and settled."""
    views: list[MapView] = []

    def show(catalogue: Catalogue) -> MapView:
        fonts = Fonts()
        drawing = drawing_of(catalogue, texts, fonts)
        view = MapView(theme, fonts)
        views.append(view)
        view.resize(800, 600)
        view.show()
        view.show_map(Watched(drawing, theme, fonts, (), view), {}, opens=True)
        settle(view, qtbot)
        return view

    yield show
    for view in views:
        view.close()
        view.deleteLater()


def settle(view: MapView, qtbot: QtBot) -> None:
    """Wait until the map has been painted at rest, and forget what was painted."""
    qtbot.waitUntil(lambda: not view._settling.isActive())
    view.viewport().repaint()
    scene_of(view).told()


def scene_of(view: MapView) -> Watched:
    scene = view.map
    assert isinstance(scene, Watched)
    return scene


def pan(view: MapView, across: int, down: int) -> list[Painted]:
    """Return what was painted of the map as it was moved."""
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + across)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + down)
    view.viewport().repaint()
    return scene_of(view).told()


def picture(view: MapView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def largest_difference(one: QImage, other: QImage) -> int:
    """Return by how much (0..255) the most different channel of two pictures differs."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.fixture(scope="module")
def dense() -> Catalogue:
    return career_catalogue(120, 5, 6, seed=2, moves_a_role=12, skills=10, requirements=4)


def test_of_a_map_that_is_moved_only_what_comes_into_sight_is_painted(
    open_view: Open, shipped: Catalogue
) -> None:
    view = open_view(shipped)
    (painted,) = pan(view, 30, 0)
    (strip,) = painted.exposed

    assert strip.right() >= painted.seen.right()
    # The strip, and two pixels around it.
    assert strip.width() * view.scale_now == pytest.approx(34)


def test_what_comes_into_sight_at_two_edges_is_painted_as_two_strips(
    open_view: Open, shipped: Catalogue
) -> None:
    view = open_view(shipped)
    (painted,) = pan(view, -20, 10)
    area = sum(strip.width() * strip.height() for strip in painted.exposed)

    assert len(painted.exposed) == 2
    assert area < 0.1 * painted.seen.width() * painted.seen.height()


def test_nothing_at_rest_is_painted_for_a_role_under_the_mouse(
    open_view: Open, shipped: Catalogue
) -> None:
    view = open_view(shipped)
    scene_of(view).hover("account-manager")
    view.viewport().repaint()

    assert scene_of(view).told() == []


def test_a_map_that_was_moved_looks_like_one_painted_there(
    open_view: Open, shipped: Catalogue
) -> None:
    # Without moves: where strips meet, the dashes of a line may not until the map has settled.
    view = open_view(replace(shipped, moves=()))
    view.zoom(1.3)
    for step in range(12):
        pan(view, 7 * step % 23 - 11, 5 * step % 17 - 4)
    moved = picture(view)
    view.resetCachedContent()

    assert largest_difference(moved, picture(view)) <= 3


def test_a_map_that_has_settled_looks_like_one_painted_there(
    open_view: Open, qtbot: QtBot, dense: Catalogue
) -> None:
    view = open_view(dense)
    view.zoom(1.3)
    for step in range(12):
        pan(view, 7 * step % 23 - 11, 5 * step % 17 - 4)
    settle(view, qtbot)
    moved = picture(view)
    view.resetCachedContent()

    assert moved == picture(view)


def test_a_map_is_painted_soon_while_it_moves_and_finely_once_it_rests(
    open_view: Open, qtbot: QtBot, dense: Catalogue
) -> None:
    view = open_view(dense)
    view.zoom(1.5)
    view.viewport().repaint()
    moving = scene_of(view).told()
    qtbot.waitUntil(lambda: not view._settling.isActive())
    view.viewport().repaint()
    resting = scene_of(view).told()

    assert [painted.is_fine for painted in moving] == [False]
    assert [painted.is_fine for painted in resting] == [True]
    assert resting[0].exposed[0].contains(resting[0].seen)


def test_small_strips_are_painted_finely_while_the_map_moves(
    open_view: Open, dense: Catalogue
) -> None:
    view = open_view(dense)

    assert [painted.is_fine for painted in pan(view, 20, 0)] == [True]
    assert [painted.is_fine for painted in pan(view, 300, 0)] == [False]


def test_another_readiness_is_painted_at_once(open_view: Open, shipped: Catalogue) -> None:
    view = open_view(shipped)
    scene = scene_of(view)
    before = picture(view)
    known = RoleState(is_compared=True, readiness=Interval(50.0, 50.0))
    roles = dict.fromkeys(scene.drawing.state.roles, known)
    state = replace(scene.drawing.state, roles=roles)

    assert scene.show_state(state, scene.drawing.texts, scene.theme)
    assert picture(view) != before


def test_another_state_of_a_large_map_is_painted_only_where_it_is_seen(
    open_view: Open, dense: Catalogue, qtbot: QtBot
) -> None:
    view = open_view(dense)
    view.zoom(1 / view.scale_now)
    settle(view, qtbot)
    scene = scene_of(view)
    assert scene.extent.width() > 2 * view.width()
    assert scene.show_state(replace(scene.drawing.state), scene.drawing.texts, scene.theme)
    view.viewport().repaint()
    (painted,) = scene.told()
    (whole,) = painted.exposed

    # The part in sight, and two pixels around it.
    assert painted.seen.adjusted(-3, -3, 3, 3).contains(whole)


def test_another_map_a_resized_one_and_other_colours_are_painted_whole(
    open_view: Open, shipped: Catalogue, resources: Path
) -> None:
    view = open_view(shipped)
    scene = scene_of(view)
    dark = load_theme(resources / "themes", "dark")
    view.show_map(Watched(scene.drawing, scene.theme, Fonts(), (), view), {}, opens=False)
    view.viewport().repaint()
    (other,) = scene_of(view).told()
    view.resize(view.width() + 40, view.height())
    view.viewport().repaint()
    resized = scene_of(view).told()[-1]
    view.set_theme(dark)
    view.viewport().repaint()
    coloured = scene_of(view).told()[-1]

    assert other.exposed[0].contains(other.seen)
    assert resized.exposed[0].contains(resized.seen)
    assert coloured.exposed[0].contains(coloured.seen)


@pytest.mark.parametrize(
    ("ratio", "way", "whole"),
    [
        (1.0, QPoint(3, -5), QPoint(3, -5)),
        (2.0, QPoint(3, -5), QPoint(3, -5)),
        # Two steps of a window are three pixels of the screen, four are five.
        (1.5, QPoint(3, -5), QPoint(2, -4)),
        (1.25, QPoint(3, -5), QPoint(0, -4)),
        (1.1, QPoint(25, -9), QPoint(20, 0)),
        # No few steps are whole pixels: such a map is painted whole each time.
        (1.37, QPoint(3, -5), QPoint(3, -5)),
    ],
)
def test_a_picture_is_moved_by_whole_pixels_of_the_screen(
    open_view: Open,
    shipped: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    ratio: float,
    way: QPoint,
    whole: QPoint,
) -> None:
    view = open_view(shipped)
    monkeypatch.setattr(KeptView, "devicePixelRatioF", lambda _: ratio)

    assert view.whole_pixels(way) == whole


@pytest.mark.parametrize("ratio", [1.5, 1.37])
def test_a_map_moved_by_parts_of_a_pixel_is_painted_whole(
    open_view: Open, shipped: Catalogue, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    view = open_view(shipped)
    monkeypatch.setattr(KeptView, "devicePixelRatioF", lambda _: ratio)
    (painted,) = pan(view, 3, 0)

    assert painted.exposed[0].contains(painted.seen)


def test_a_drag_by_parts_of_a_pixel_loses_nothing_on_its_way(
    open_view: Open, shipped: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_view(shipped)
    monkeypatch.setattr(KeptView, "devicePixelRatioF", lambda _: 1.5)
    held = view.mapToScene(QPoint(400, 300))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    for step in range(1, 42):
        QTest.mouseMove(view.viewport(), QPoint(400 + step, 300 - step))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(441, 259))

    assert view.mapFromScene(QPointF(held)) == QPoint(440, 260)


def test_a_map_whose_selected_role_changed_looks_like_one_opened_with_it(
    open_view: Open, shipped: Catalogue
) -> None:
    view = open_view(shipped)
    scene = scene_of(view)
    scene.select("line-manager", has_focus=False)
    view.viewport().repaint()
    scene.select("account-manager", has_focus=False)
    changed = picture(view)
    view.resetCachedContent()

    assert changed == picture(view)
