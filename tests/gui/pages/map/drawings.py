"""Drawings of a map for nobody, to look at how they are painted."""

from __future__ import annotations

from planner.core.layout import layout
from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.gui.painting import Fonts
from planner.report.map.map_drawing import MapDrawing, map_drawing
from planner.report.map.roles import box_size
from planner.report.map.state import MapState, RoleState


def drawing_of(catalogue: Catalogue, texts: Texts, fonts: Fonts) -> MapDrawing:
    """Return the whole map of a catalogue, with nobody on it."""
    return map_drawing(
        catalogue,
        layout(catalogue, box_size(catalogue, fonts.width)),
        MapState(roles={role.id: RoleState() for role in catalogue.roles}),
        texts,
        fonts.width,
    )
