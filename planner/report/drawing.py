"""A drawing as a value: shapes in scene units, coloured by roles of colour, without Qt.

One function paints it on the screen, in the preview and on paper. y grows downward.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

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


class Drawing(NamedTuple):
    """Shapes from the lowest to the topmost, within `width` by `height`."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
