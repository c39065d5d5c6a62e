"""Held and required levels as a row of squares, legible without colour."""

from __future__ import annotations

from planner.core.gaps import SkillGap
from planner.core.model import Scale
from planner.report.drawing import Rectangle, Shape, Stroke

GAP_PART = 0.28
_DASH = (2.0, 1.6)
_DOT_PART = 0.25


def level_marks_width(scale: Scale, side: float) -> float:
    """Return the width of a row of squares of `side`, one a level above the lowest."""
    count = len(scale.levels) - 1
    return max(0.0, count * side * (1 + GAP_PART) - side * GAP_PART)


def level_marks(
    skill: SkillGap, scale: Scale, x: float, y: float, side: float, colour: str
) -> tuple[Shape, ...]:
    """Return one square a level above the lowest, from the top left corner `x`, `y`.

    A square is filled as far as its level is held, outlined where it is required and missing,
    dashed where it is required and unrated, and grey where more is held than is required. A level
    that is neither is a dot. A level between two named ones fills a part of its square.
    """
    shapes: list[Shape] = []
    radius = side * 0.2
    for below, level in zip(scale.levels, scale.levels[1:], strict=False):
        span = level.number - below.number
        required = _part(skill.required - below.number, span)
        held = _part((skill.held or scale.lowest) - below.number, span)
        if required <= 0 and held <= 0:
            dot, inset = side * _DOT_PART, side * (1 - _DOT_PART) / 2
            shapes.append(Rectangle(x + inset, y + inset, dot, dot, "edge", None, dot / 2))
        if held > 0:
            fill = colour if required > 0 else "edge"
            shapes.append(Rectangle(x, y, side * held, side, fill, None, radius))
        if required > 0 and held < 1:
            dash = _DASH if skill.is_unrated else ()
            outlined = Stroke("text-quiet" if skill.is_unrated else colour, side * 0.12, dash)
            shapes.append(Rectangle(x, y, side, side, "", outlined, radius))
        x += side * (1 + GAP_PART)
    return tuple(shapes)


def held_marks(
    level: float | None, scale: Scale, x: float, y: float, side: float, colour: str
) -> tuple[Shape, ...]:
    """Return one square a level above the lowest, filled as far as `level` is held.

    What is not held is outlined. All are dashed where nobody has rated, which is None.
    """
    shapes: list[Shape] = []
    radius = side * 0.2
    for below, above in zip(scale.levels, scale.levels[1:], strict=False):
        held = 0.0 if level is None else _part(level - below.number, above.number - below.number)
        if held < 1:
            thick = side * 0.1
            inset, within = thick / 2, side - thick
            outlined = Stroke("edge", thick, _DASH if level is None else ())
            shapes.append(
                Rectangle(x + inset, y + inset, within, within, "", outlined, radius - inset)
            )
        if held > 0:
            shapes.append(Rectangle(x, y, side * held, side, colour, None, radius))
        x += side * (1 + GAP_PART)
    return tuple(shapes)


def _part(amount: float, span: float) -> float:
    return min(1.0, max(0.0, amount / span)) if span > 0 else 0.0
