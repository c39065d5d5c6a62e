"""A drawing as a value: shapes in scene units, coloured by roles of colour, without Qt.

One function paints it on the screen, in the preview and on paper. y grows downward.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, Protocol

# How far letters reach above and below their baseline, in ems; accents and Chinese included.
_ABOVE, _BELOW = 0.95, 0.27

Align = Literal["left", "centre", "right"]


class Measure(Protocol):
    """How wide a line of text is in the font that the drawing will be painted with."""

    def __call__(self, text: str, size: float, bold: bool) -> float:
        """Return the width in scene units of `text` at `size` units an em."""
        ...


class Stroke(NamedTuple):
    """A line's colour role, width in scene units, and dashes as lengths in widths."""

    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


class Rectangle(NamedTuple):
    """A rectangle from its top left corner; `fill` is a colour role, empty for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: Stroke | None = None
    radius: float = 0.0


class Curve(NamedTuple):
    """A run of cubic Bézier curves: the start, then two controls and an end for each curve."""

    points: tuple[tuple[float, float], ...]
    stroke: Stroke


class Polygon(NamedTuple):
    """A closed shape of straight lines."""

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    stroke: Stroke | None = None


class Arc(NamedTuple):
    """A part of a circle from 12 o'clock, clockwise; `start` and `span` in turns."""

    x: float
    y: float
    radius: float
    start: float
    span: float
    stroke: Stroke


class Words(NamedTuple):
    """One line of text at its baseline; `turned` reads upward, from the bottom."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    align: Align = "left"
    turned: bool = False


Shape = Rectangle | Curve | Polygon | Arc | Words


class Area(NamedTuple):
    """A rectangle from its top left corner."""

    x: float
    y: float
    width: float
    height: float


class Drawing(NamedTuple):
    """Shapes from the lowest to the topmost, within `width` by `height`."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def shifted(shape: Shape, x: float, y: float) -> Shape:
    """Return a shape moved by so much."""
    match shape:
        case Curve(points=points) | Polygon(points=points):
            return shape._replace(points=tuple((px + x, py + y) for px, py in points))
        case _:
            return shape._replace(x=shape.x + x, y=shape.y + y)


def area_of(shapes: Iterable[Shape], measure: Measure) -> Area:
    """Return the rectangle that shapes lie in; raise ValueError where there are none."""
    corners = [corner for shape in shapes for corner in _corners(shape, measure)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return Area(left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top)


def _corners(shape: Shape, measure: Measure) -> Iterable[tuple[float, float]]:
    match shape:
        case Curve(points, stroke):
            around = stroke.width / 2
            return [(x + d, y + d) for x, y in points for d in (-around, around)]
        case Polygon(points):
            return points
        case Rectangle(x, y, width, height, _, stroke):
            around = stroke.width / 2 if stroke else 0.0
            return ((x - around, y - around), (x + width + around, y + height + around))
        case Arc(x, y, radius, _, _, stroke):
            reach = radius + stroke.width / 2
            return ((x - reach, y - reach), (x + reach, y + reach))
        case Words(x, y, text, size, _, bold, align, turned):
            width = measure(text, size, bold)
            start = {"left": 0.0, "centre": -width / 2, "right": -width}[align]
            above, below = _ABOVE * size, _BELOW * size
            if turned:
                return ((x - above, y - start), (x + below, y - start - width))
            return ((x + start, y - above), (x + start + width, y + below))
