"""Level squares in a table: held filled, missing outlined, unrated dashed, surplus grey."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.core.gaps import SkillGap
from planner.core.model import Scale
from planner.gui.painting import Fonts, paint
from planner.gui.theme import Theme
from planner.report.gaps.level_marks import GAP_PART, level_marks, level_marks_width

SIDE = 16.0
# Smaller squares cannot be counted at a glance: then the numbers beside them stand alone.
_LEAST_SIDE = 5.0


def squares_side(scale: Scale, width: float, side: float = SIDE) -> float:
    """Return the side, at most `side`, at which a scale's squares fit into `width`; 0 for none."""
    count = len(scale.levels) - 1
    if count < 1:
        return 0.0
    fitting = min(side, width / (count * (1 + GAP_PART) - GAP_PART))
    return fitting if fitting >= _LEAST_SIDE else 0.0


def paint_level_squares(
    painter: QPainter,
    target: QRectF,
    skill: SkillGap,
    scale: Scale,
    *,
    colour: str,
    theme: Theme,
    fonts: Fonts,
    side: float = SIDE,
) -> float:
    """Paint a skill's squares at the left of `target`, in its middle; return their width.

    `colour` is the role of colour of what is held. A scale of too many levels gets no squares.
    """
    side = squares_side(scale, target.width(), side)
    if not side:
        return 0.0
    top = target.center().y() - side / 2
    painter.save()
    paint(painter, level_marks(skill, scale, target.left(), top, side, colour), theme, fonts)
    painter.restore()
    return level_marks_width(scale, side)
