"""Panning and zooming a map of 1,000 roles and 2,800 moves: the time of a full repaint."""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from planner.core.gaps import Basis, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.layout import layout
from planner.core.people import Person, Rater, Rating
from planner.files.texts import load_texts
from planner.gui.fonts import register_fonts
from planner.gui.pages.map.canvas.scene import MapScene
from planner.gui.pages.map.canvas.view import MapView
from planner.gui.painting import Fonts
from planner.gui.theme import load_theme
from planner.places import places, shipped_folder
from planner.report.map.map_drawing import MapDrawing, map_drawing
from planner.report.map.part import Scope, linked_roles, moves_at_rest
from planner.report.map.roles import box_size
from planner.report.map.state import map_state
from tests.bench.rows import Row
from tests.generated import career_catalogue

_ROLES, _MOVES, _TRACKS, _RANKS = 1000, 2800, 22, 9
_WIDTH, _HEIGHT = 1000, 700
_FRAMES = 120
_ZOOM_STEPS = 60
_GOAL = 16.0
_TODAY = date(2026, 6, 1)


def measure() -> Sequence[Row]:
    """Return the 95th percentile of a frame at three scales, as the map is and with all moves."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    register_fonts(shipped_folder("resources") / "fonts")
    rows: list[Row] = []
    for what, drawing in _drawings().items():
        view = _view(drawing)
        scene = view.map
        assert scene is not None
        for name, scale in (("at fit", None), ("at half scale", 0.5), ("at full scale", 1.0)):
            view.fit()
            if scale is not None:
                view.zoom(scale / view.scale_now)
            times = _frames(view, application)
            rows.append(
                Row(what=f"repaint {name}, {what}", ours=_percentile(times), unit="ms", goal=_GOAL)
            )
        times = _zoom_frames(view, application)
        rows.append(
            Row(
                what=f"repaint while zooming, {what}",
                ours=_percentile(times),
                unit="ms",
                goal=_GOAL,
            )
        )
        view.close()
        view.deleteLater()
        application.processEvents()
    return rows


def _drawings() -> dict[str, MapDrawing]:
    catalogue = career_catalogue(
        _ROLES, _TRACKS, _RANKS, seed=1, moves_a_role=_MOVES / _ROLES, skills=40, requirements=8
    )
    graph = PromotionGraph(catalogue)
    busiest = max(catalogue.roles, key=lambda role: len(graph.moves_out(role.id)))
    person = Person(
        id="p", name="P", catalogue=catalogue.id, role=busiest.id, since=date(2024, 1, 1)
    )
    ratings = [
        Rating(entry=entry, skill=skill.id, level=float(entry % 5), by=Rater.AGREED, on=_TODAY)
        for entry, skill in enumerate(catalogue.skills[::2])
    ]
    gaps = gaps_to_every_role(graph, person, ratings, basis=Basis.AGREED, as_of=_TODAY)
    state = map_state(graph, person, gaps, _TODAY)
    fonts = Fonts()
    placed = layout(catalogue, box_size(catalogue, fonts.width))
    texts = load_texts("en", shipped_folder("resources") / "i18n", places().cache)
    at_rest = moves_at_rest(catalogue, Scope(), state)
    return {
        "a role's moves": map_drawing(catalogue, placed, state, texts, fonts.width, moves=at_rest),
        f"all {len(catalogue.moves):,} moves": map_drawing(
            catalogue, placed, state, texts, fonts.width
        ),
    }


def _view(drawing: MapDrawing) -> MapView:
    theme = load_theme(shipped_folder("resources") / "themes", "light")
    view = MapView(theme, Fonts())
    view.resize(_WIDTH, _HEIGHT)
    view.show()
    part = drawing.catalogue
    scene = MapScene(drawing, theme, Fonts(), part.moves, view)
    scene.select(drawing.state.present, has_focus=True)
    view.show_map(scene, linked_roles(part), opens=True)
    return view


def _frames(view: MapView, application: QCoreApplication) -> list[float]:
    """Return the milliseconds of each full repaint along a way over the whole map."""
    scene = view.map
    assert scene is not None
    extent = scene.extent
    times = []
    for frame in range(_FRAMES):
        turn = 2 * math.pi * frame / _FRAMES
        view.centerOn(
            extent.center().x() + 0.4 * extent.width() * math.sin(turn),
            extent.center().y() + 0.4 * extent.height() * math.sin(2 * turn + 1),
        )
        times.append(_repaint(view))
        application.processEvents()
    return times


def _zoom_frames(view: MapView, application: QCoreApplication) -> list[float]:
    """Return the milliseconds of each full repaint between the whole map and full scale."""
    view.fit()
    factor = (1.0 / view.scale_now) ** (1 / _ZOOM_STEPS)
    times = []
    for step in [factor] * _ZOOM_STEPS + [1 / factor] * _ZOOM_STEPS:
        view.zoom(step)
        times.append(_repaint(view))
        application.processEvents()
    return times


def _repaint(view: MapView) -> float:
    """Return the milliseconds of a full repaint, before any event could have painted it."""
    start = time.perf_counter()
    view.viewport().repaint()
    return (time.perf_counter() - start) * 1000


def _percentile(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    for row in measure():
        sys.stdout.write(f"{row.what}: {row.ours:.1f} {row.unit} (goal {row.goal:g})\n")
