"""Where the whole map lies in a view, beside the names at its edges."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QSize

from planner.gui.pages.map.canvas.labels import STRIP
from planner.report.map.map_drawing import HEADER, MapDrawing

# How a map came to its place: whole or around you at first, whole on demand, or by hand.
Placed = Literal["opened", "fitted", ""]


class Placing(NamedTuple):
    """How many pixels a scene unit takes, and the point of the map in the view's middle."""

    scale: float
    centre: QPointF


def whole(drawing: MapDrawing, size: QSize, text_factor: float, most: float) -> Placing:
    """Return the largest placing, up to a scale of `most`, that shows all of the map.

    The names of ranks and tracks have room of their own at the edges where they need more than the
    drawing leaves them.
    """
    strip = STRIP * text_factor
    left = drawing.tracks[0].start if drawing.tracks else 0.0
    top = drawing.columns_top
    width, height = max(1.0, drawing.width), max(1.0, drawing.height)
    scale = min(
        most,
        size.width() / width,
        size.height() / height,
        (size.width() - strip) / max(1.0, width - left),
    )
    above = scale * top
    if scale * HEADER < strip:
        # The names of the tracks stand above the columns.
        scale = min(scale, (size.height() - strip) / max(1.0, height - top))
        above = max(strip, scale * top)
    if scale <= 0:
        return Placing(0.0, QPointF(width / 2, height / 2))
    beside = max(strip, scale * left)
    return Placing(
        scale, QPointF((left - beside / scale + width) / 2, (top - above / scale + height) / 2)
    )
