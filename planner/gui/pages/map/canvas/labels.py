"""The names of tracks and ranks beside the map, which stay in sight however it is moved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from planner.charts.elements.wrapping import cut, widest_piece, wrapped
from planner.gui.pages.map.canvas.layers import detail_at
from planner.gui.painting import Fonts
from planner.report.drawing import Rectangle, Shape, Stroke, Words
from planner.report.map.map_drawing import HEADER, MapDrawing
from planner.report.map.roles import Detail, star_badge

# The room of a name at the edge, at the usual text size.
STRIP = 28.0
_LARGEST, _USUAL, _LEAST = 12.0, 11.0, 8.0
# Baselines in parts of the strip, by how many there are, and the size of letters in two lines.
_BASELINES = ((), (0.66,), (0.42, 0.82))
_OF_TWO = 10 / 28
# The radius in pixels of what marks a role whose box is too small to be told from others.
_YOU, _TARGET, _CHOSEN = 6.0, 8.0, 10.0
# Between a column's sides and its name.
_BEFORE, _AFTER = 8.0, 4.0
# So many letters of a name say nothing.
_LEAST_SAID = 6


def pinned_labels(
    drawing: MapDrawing,
    to_view: QTransform,
    size: tuple[float, float],
    text_factor: float,
    fonts: Fonts,
) -> list[Shape]:
    """Return the names in pixels of the view, which has a `size`.

    A name stands by its column or rank as in the drawing; where that would be out of sight it is
    pinned to the edge, on a strip, as far as its column or rank reaches. What is said of a track
    does not depend on how much of its column is seen. A name without legible room is left out.
    """
    strip = STRIP * text_factor
    label = text_factor * max(_USUAL, min(_LARGEST, _LARGEST * to_view.m11() / text_factor))
    tracks = _tracks(drawing, to_view, size[0], strip, label, fonts)
    ranks = _ranks(drawing, to_view, size[1], strip, label, fonts)
    # The strip of the ranks covers the corner.
    return [*tracks, *ranks]


def far_marks(drawing: MapDrawing, to_view: QTransform, selected: str) -> list[Shape]:
    """Return the marks of you, the target and the selected role, seen from far, in pixels."""
    if detail_at(to_view.m11()) is not Detail.MINIMAL:
        return []
    state = drawing.state
    shapes: list[Shape] = []
    for role in dict.fromkeys((state.present, state.target, selected)):
        box = drawing.boxes.get(role)
        if box is None:
            continue
        at = to_view.map(QPointF(box.x, box.y))
        if role == state.present:
            shapes.append(_disc(at, _YOU, "accent", Stroke("surface", 2.0)))
        elif role == state.target:
            shapes += star_badge(at.x(), at.y(), _TARGET)
        if role == selected:
            shapes.append(_disc(at, _CHOSEN, "", Stroke("text", 2.0)))
    return shapes


def _disc(at: QPointF, radius: float, fill: str, stroke: Stroke) -> Rectangle:
    return Rectangle(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius, fill, stroke, radius)


def _tracks(
    drawing: MapDrawing,
    to_view: QTransform,
    width: float,
    strip: float,
    label: float,
    fonts: Fonts,
) -> list[Shape]:
    top = to_view.map(QPointF(0, drawing.columns_top)).y()
    if to_view.m11() * HEADER < strip:
        # No room within the columns: the names stand above them.
        top -= strip
    shapes: list[Shape] = [Rectangle(0, 0, width, strip, "canvas")] if top < 0 else []
    names = {track.id: drawing.texts.pick(track.name) for track in drawing.catalogue.tracks}
    for band, heading in zip(drawing.tracks, drawing.headings, strict=True):
        name, colour = names[str(band.id)].upper(), heading[0].colour
        left = to_view.map(QPointF(band.start, 0)).x()
        right = to_view.map(QPointF(band.end, 0)).x()
        if right < strip or left > width:
            continue
        if top < 0:
            tint = f"{colour}-tint"
            shapes.append(Rectangle(left, 0, right - left, strip, tint))
        room = right - left - _BEFORE - _AFTER
        lines, size = _in_lines(name, label, strip, room, fonts)
        widest = max((fonts.width(line, size, True) for line in lines), default=0.0)
        # A name stays in sight until the end of its column pushes it out, whole as it is.
        start = max(left, min(max(left, strip), right - _AFTER - widest - _BEFORE)) + _BEFORE
        for line, part in zip(lines, _BASELINES[len(lines)], strict=True):
            y = max(top, 0.0) + strip * part
            shapes.append(Words(start, y, line, size, colour, bold=True))
    return shapes


def _ranks(
    drawing: MapDrawing,
    to_view: QTransform,
    height: float,
    strip: float,
    label: float,
    fonts: Fonts,
) -> list[Shape]:
    if not drawing.tracks:
        return []
    edge = to_view.map(QPointF(drawing.tracks[0].start, 0)).x()
    top = to_view.map(QPointF(0, drawing.columns_top)).y()
    is_pinned = edge < strip
    shapes: list[Shape] = [Rectangle(0, 0, strip, height, "canvas")] if is_pinned else []
    middle = max(0.0, edge - strip) + strip * 0.62
    for band, name in zip(drawing.rank_bands, drawing.rank_names, strict=True):
        start = max(to_view.map(QPointF(0, band.start)).y(), strip if top < 0 else 0.0)
        end = min(to_view.map(QPointF(0, band.end)).y(), height)
        size = _fitted(name.text, label, end - start - 4, fonts)
        if size:
            words = Words(
                middle, (start + end) / 2, name.text, size, "text-quiet", False, "centre", True
            )
            shapes.append(words)
    return shapes


def _in_lines(
    name: str, label: float, strip: float, room: float, fonts: Fonts
) -> tuple[tuple[str, ...], float]:
    """Return a name in up to two lines and their size: whole where that is legible, or cut."""
    smaller = max(_LEAST, strip * _OF_TWO)
    size = _fitted(name, label, room, fonts, smaller)
    if size:
        return (name,), size
    size = float(round(smaller))
    while size >= _LEAST:
        # What is too long for two lines need not be broken to know it.
        if fonts.width(name, size, True) <= 2 * room:
            width_of = partial(fonts.width, size=size, bold=True)
            lines = wrapped(name, room, width_of)
            if len(lines) == 2 and widest_piece(name, width_of) <= room:
                return lines, size
        size -= 1
    size = float(round(smaller))
    if fonts.width(name[:_LEAST_SAID], size, True) <= room:
        width_of = partial(fonts.width, size=size, bold=True)
        if widest_piece(name, width_of) <= room:
            return cut(wrapped(name, room, width_of), 2), size
    beginning = _cut(name, room, fonts)
    return ((beginning,) if beginning else ()), _LEAST


def _fitted(text: str, size: float, room: float, fonts: Fonts, least: float = _LEAST) -> float:
    """Return the size at which a name fits in one line, 0 where that is under `least`."""
    size = round(size)
    while size >= least and fonts.width(text, size, True) > room:
        size -= 1
    return float(size) if size >= least else 0.0


def _cut(text: str, room: float, fonts: Fonts) -> str:
    """Return the beginning of a name for which there is room, empty where that says nothing."""
    while len(text) > _LEAST_SAID and fonts.width(text, _LEAST, True) > room:
        text = text[:-2].rstrip() + "…"
    return text if len(text) > _LEAST_SAID else ""
