"""The sign of a stale rating, on the screen and on paper: a clock beside the word."""

from __future__ import annotations

from planner.report.drawing import Arc, Curve, Shape, Stroke

_RIM = 0.42
_PEN = 0.1


def stale_mark(x: float, y: float, side: float, colour: str) -> tuple[Shape, ...]:
    """Return a clock in a square of `side` from its top left corner, in a role of colour."""
    pen = Stroke(colour, side * _PEN)
    middle_x, middle_y = x + side / 2, y + side / 2
    top = (middle_x, y + side * 0.24)
    middle = (middle_x, middle_y)
    end = (middle_x + side * 0.17, middle_y + side * 0.12)
    return (
        Arc(middle_x, middle_y, side * _RIM, 0.0, 1.0, pen),
        Curve((top, top, middle, middle, middle, end, end), pen),
    )
