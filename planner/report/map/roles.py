"""How a role looks on the map, in three levels of detail."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import partial
from itertools import product
from math import cos, pi, sin

from planner.charts.elements.wrapping import cut, wrapped
from planner.core.boxes import Box, Size
from planner.core.model import Catalogue
from planner.core.text import LANGUAGES, Texts
from planner.report.drawing import Arc, Measure, Polygon, Rectangle, Shape, Stroke, Words
from planner.report.map.state import RoleState
from planner.report.map.wish_words import stance_sign
from planner.report.map.words import ring_number, state_line

BODY, SMALL = 13.0, 12.0
_LINE, _SMALL_LINE = 16.0, 16.0
# Above and below the words; a name that needs a line more may take a part of it.
_PADDING, _LEAST_PADDING = 11.0, 4.0
# With less room than this above and below, lines stand closer, but no closer than so many ems.
_CLOSE_PADDING, _CLOSEST, _CAPITALS = 7.0, 1.1, 0.7
_BAR = 3.5
RADIUS = 9.0
# Where the words begin beside the ring, and where they must end.
_RING_X, _WORDS_X, _RIGHT = 25.0, 46.0, 6.0
_RING, _RING_WIDTH = 15.0, 4.0
# A box as wide as its words is wider by so much: what just fits is not lost by a rounding.
_ROUNDING = 0.1
# How far the middle of a sign lies from the side of a box and from its upper or lower edge, so that
# it touches no letter.
_BESIDE, _BEYOND = 4.0, 1.5
# A map is limited by its width sooner than by its height: boxes are no wider than most names need
# for two lines, then higher; the text of the others shrinks.
_MOST_NAMES = 0.9
_WIDTHS = (150.0, 156.0, 164.0, 176.0, 192.0, 208.0, 224.0)
_WIDEST = 250.0
_LEAST_LINES, _MOST_LINES = 2, 4
_SMALLEST = 7.0
# In a box that is as high as its names need: the most lines of a name and of that of a track, and
# the room in ems for the number that a track has in black and white.
_MOST_ROOMY, _MOST_TRACK_LINES = 7, 3
_NUMBER = 1.5
# No box holds more letters of a name.
_MOST_LETTERS = 500


class Detail(IntEnum):
    """How much of a role is drawn."""

    MINIMAL = 0
    REDUCED = 1
    FULL = 2


def box_size(catalogue: Catalogue, measure: Measure, lines_below: Iterable[str] = ()) -> Size:
    """Return the size of box in which nearly all names fit, in both languages.

    Each of `lines_below` fits under a name too, as far as a box may be that wide.
    """
    names = {
        role.name.in_language(language) for role, language in product(catalogue.roles, LANGUAGES)
    }
    below = max((measure(line, SMALL, False) for line in lines_below), default=0.0)
    least = min(below + _ROUNDING + _WORDS_X + _RIGHT, _WIDEST)
    width, lines = _WIDTHS[0], _LEAST_LINES
    for width in (max(width, least) for width in _WIDTHS):
        room = width - _WORDS_X - _RIGHT
        needed = sorted(_lines_needed(name, room, measure) for name in names) or [1]
        lines = needed[int(_MOST_NAMES * (len(needed) - 1))]
        if lines <= _LEAST_LINES:
            break
    lines = min(max(lines, _LEAST_LINES), _MOST_LINES)
    return Size(width, 2 * _PADDING + lines * _LINE + _SMALL_LINE - 4)


def one_line_width(names: Iterable[str], measure: Measure) -> float:
    """Return how wide a box is in which every name stands in one line, but not too wide."""
    widest = max((measure(name[:_MOST_LETTERS], BODY, True) for name in names), default=0.0)
    return max(_WIDTHS[0], min(widest + _ROUNDING + _WORDS_X + _RIGHT, _WIDEST))


def roomy_size(
    roles: Iterable[tuple[str, str]], measure: Measure, lines_below: Iterable[str], width: float
) -> Size:
    """Return the size of box so wide at least in which every name has its full size.

    With each name of a role comes that of its track where it stands in the box, else an empty one.
    """
    below = max((measure(line, SMALL, False) for line in lines_below), default=0.0)
    width = max(width, min(below + _ROUNDING + _WORDS_X + _RIGHT, _WIDEST))
    room = width - _WORDS_X - _RIGHT
    height = max(
        (
            min(_lines_needed(name, room, measure), _MOST_ROOMY) * _LINE
            + len(_track_lines(track, room, measure)) * _SMALL_LINE
            for name, track in roles
        ),
        default=_LINE,
    )
    return Size(width, 2 * _PADDING + height + _SMALL_LINE - 4)


def role_shapes(
    name: str,
    track: int,
    state: RoleState,
    box: Box,
    detail: Detail,
    texts: Texts,
    measure: Measure,
    track_name: str = "",
) -> tuple[Shape, ...]:
    """Return the shapes of one role; `track` is the number of its track, for its colour.

    In full detail the name of the track stands below its own where one is given.
    """
    if detail is Detail.MINIMAL:
        return minimal_shapes([(track, state, box)])
    left, top = box.x - box.width / 2, box.y - box.height / 2
    colour = f"track-{track}"
    shapes: list[Shape] = [_frame(state, left, top, box)]
    if not state.is_present:
        shapes.append(_bar(left, top, box, colour))
    if detail is Detail.FULL:
        shapes += _full(name, track_name, colour, state, box, texts, measure)
    else:
        shapes += _reduced(name, colour, state, box, measure)
    if state.is_target:
        shapes += star_badge(left + box.width - _BESIDE, top + _BEYOND)
    if state.stance is not None and detail is Detail.FULL:
        shapes += stance_sign(state.stance, left + box.width - _BESIDE, top + box.height - _BEYOND)
    return tuple(shapes)


def minimal_shapes(roles: Iterable[tuple[int, RoleState, Box]]) -> tuple[Shape, ...]:
    """Return roles as coloured boxes, filled as high as readiness is certain, alike ones joined."""
    layers: dict[tuple[int, str], list[Shape]] = {}
    for track, state, box in roles:
        left, top = box.x - box.width / 2, box.y - box.height / 2
        fill = "accent" if state.is_present else "surface"
        border = Stroke("accent", 6.0) if state.is_target else Stroke(f"track-{track}", 2.0)
        layers.setdefault((0, fill + border.colour), []).append(
            Rectangle(left, top, box.width, box.height, fill, border)
        )
        if state.readiness and not state.is_present:
            height = box.height * state.readiness.low
            layers.setdefault((1, border.colour), []).append(
                Rectangle(left, top + box.height - height, box.width, height, f"track-{track}")
            )
    return tuple(shape for _, layer in sorted(layers.items()) for shape in layer)


def ring_shapes(
    state: RoleState, x: float, y: float, radius: float, width: float, colour: str, size: float
) -> list[Shape]:
    """Return a readiness ring with its number inside; what may be there beyond is paler."""
    if state.readiness is None:
        dash = (1.5, 1.5)
        ring: list[Shape] = [Arc(x, y, radius, 0, 1, Stroke("line-strong", width / 2, dash))]
    else:
        low, high = state.readiness.low, state.readiness.high
        ring = [Arc(x, y, radius, 0, 1, Stroke("ring", width))]
        if high > low:
            ring.append(Arc(x, y, radius, low, high - low, Stroke(colour, width * 0.3)))
        if low > 0:
            ring.append(Arc(x, y, radius, 0, low, Stroke(colour, width)))
    number = ring_number(state)
    ring.append(Words(x, y + size * 0.36, number, size, "text", bold=True, align="centre"))
    return ring


def star_badge(x: float, y: float, radius: float = 10.0) -> list[Shape]:
    """Return the mark of the target: a star on a disc."""
    points = []
    for number in range(10):
        reach = radius * (0.66 if number % 2 == 0 else 0.27)
        turn = number * pi / 5
        points.append((x + reach * sin(turn), y - reach * cos(turn)))
    disc = Rectangle(
        x - radius, y - radius, 2 * radius, 2 * radius, "accent", Stroke("surface", 2.0), radius
    )
    return [disc, Polygon(tuple(points), "on-accent")]


def _frame(state: RoleState, left: float, top: float, box: Box) -> Rectangle:
    if state.is_present:
        border = Stroke("accent-soft", 5.0)
        return Rectangle(left, top, box.width, box.height, "accent", border, RADIUS)
    strong = state.is_target or state.is_on_route
    border = Stroke("accent", 2.0) if strong else Stroke("line", 1.2)
    return Rectangle(left, top, box.width, box.height, "surface", border, RADIUS)


def _bar(left: float, top: float, box: Box, colour: str) -> Rectangle:
    inset = 0.2 * box.height
    return Rectangle(left + 1, top + inset, _BAR, box.height - 2 * inset, colour, None, _BAR / 2)


def _full(
    name: str,
    track_name: str,
    colour: str,
    state: RoleState,
    box: Box,
    texts: Texts,
    measure: Measure,
) -> list[Shape]:
    left = box.x - box.width / 2
    shapes: list[Shape] = []
    has_ring = state.is_compared and not state.is_present
    words_x = left + (_WORDS_X if has_ring else 18)
    if has_ring:
        shapes += ring_shapes(state, left + _RING_X, box.y, _RING, _RING_WIDTH, colour, 12.0)
    room = left + box.width - _RIGHT - words_x
    line = state_line(state, texts)
    small = _fitting(line, SMALL, False, room, measure)
    track_lines = _track_lines(track_name, left + box.width - _RIGHT - words_x, measure)
    below = _SMALL_LINE * (len(track_lines) + bool(line))
    height = box.height - 2 * _LEAST_PADDING + 4 - below
    # With its track's name a box is for paper, where no letters are smaller than that.
    least = SMALL if track_name else _SMALLEST
    lines, size = _name_lines(name, BODY, room, height, measure, least)
    step = _LINE * size / BODY
    y = box.y - (step * len(lines) + below) / 2 + step * 0.76
    spare = box.height - step * len(lines) - below
    if below and spare < 2 * _CLOSE_PADDING:
        # Many lines stand closer, and evenly between the edges from capitals to the last baseline.
        step = max(_CLOSEST * size, step - (2 * _CLOSE_PADDING - spare) / len(lines))
        y = box.y - (step * len(lines) + below - _SMALL_LINE + 0.5 - _CAPITALS * size) / 2
    ink = "on-accent" if state.is_present else "text"
    for part in lines:
        shapes.append(Words(words_x, y, part, size, ink, bold=True))
        y += step
    for part in track_lines:
        shade = "on-accent" if state.is_present else colour
        shapes.append(Words(words_x, y + 0.5, part, SMALL, shade))
        y += _SMALL_LINE
    if line:
        quiet = "text-quiet"
        if state.is_present:
            quiet = "on-accent"
        elif state.is_ready and not state.held:
            quiet = "success"
        shapes.append(Words(words_x, y + 0.5, line, small, quiet))
    return shapes


def _reduced(name: str, colour: str, state: RoleState, box: Box, measure: Measure) -> list[Shape]:
    left, right = box.x - box.width / 2 + 10, box.x + box.width / 2 - 6
    ink = "on-accent" if state.is_present else "text"
    shapes: list[Shape] = []
    if state.is_compared and not state.is_present:
        number = ring_number(state)
        shapes.append(Words(left, box.y + 8, number, 23.0, colour, bold=True))
        left += measure("00", 23.0, True) + 8
    lines, size = _name_lines(name, 19.0, right - left, box.height - 6, measure)
    step = 1.15 * size
    y = box.y - step * len(lines) / 2 + step * 0.78
    for number_of_line, part in enumerate(lines):
        shapes.append(Words(left, y + step * number_of_line, part, size, ink, bold=True))
    return shapes


def _track_lines(name: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Return the name of a track in lines, with room for its number."""
    if not name:
        return ()
    width_of = partial(measure, size=SMALL, bold=False)
    return cut(wrapped(name, width - _NUMBER * SMALL, width_of), _MOST_TRACK_LINES)


def _name_lines(
    name: str,
    size: float,
    width: float,
    height: float,
    measure: Measure,
    least: float = _SMALLEST,
) -> tuple[tuple[str, ...], float]:
    """Return a name in lines and the largest size, not above `size`, at which they fit.

    What does not fit at the smallest size is cut.
    """
    if len(name) > _MOST_LETTERS:
        name = name[:_MOST_LETTERS] + "…"
    while True:
        lines = wrapped(name, width, partial(measure, size=size, bold=True))
        room = max(1, int((height + 1) * BODY / (_LINE * size)))
        if len(lines) <= room:
            return lines, size
        if size <= least:
            return (*lines[: room - 1], lines[room - 1][:-1].rstrip() + "…"), size
        size -= 1


def _fitting(text: str, size: float, bold: bool, width: float, measure: Measure) -> float:
    while size > _SMALLEST and measure(text, size, bold) > width:
        size -= 1
    return size


def _lines_needed(name: str, width: float, measure: Measure) -> int:
    return len(wrapped(name[:_MOST_LETTERS], width, partial(measure, size=BODY, bold=True)))
