"""The small line of a KPI's results over time, as shapes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planner.core.career import KpiResult, period_start
from planner.core.roles.kpis import FULL
from planner.report.drawing import Curve, Rectangle, Shape, Stroke

# The least range of the height, in points: a change of a point or two must not look like a leap.
_LEAST_RANGE = 40.0
_DOT, _LINE = 2.6, 1.6
_DASH = (2.0, 2.0)


def kpi_line(
    results: Sequence[KpiResult], width: float, height: float, colour: str
) -> tuple[Shape, ...]:
    """Return results by time within `width` by `height`, the goal as dashes; nothing for none.

    Time runs to the right by the first days of the periods; the newest result ends in a dot.
    """
    dated = [
        (start.toordinal(), result.reached)
        for result in results
        if (start := period_start(result.period)) is not None
    ]
    if not dated:
        return ()
    low, high = line_span([reached for _, reached in dated])
    first, last = dated[0][0], dated[-1][0]

    def at(day: int, reached: float) -> tuple[float, float]:
        part = (day - first) / (last - first) if last > first else 1.0
        return (
            _DOT + part * (width - 2 * _DOT),
            _DOT + (high - reached) / (high - low) * (height - 2 * _DOT),
        )

    points = [at(*one) for one in dated]
    goal = at(last, FULL)[1]
    shapes: list[Shape] = [
        _straight([(0.0, goal), (width, goal)], Stroke("line-strong", 1.0, _DASH))
    ]
    if len(points) > 1:
        shapes.append(_straight(points, Stroke(colour, _LINE)))
    x, y = points[-1]
    shapes.append(Rectangle(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT, colour, None, _DOT))
    return tuple(shapes)


def line_span(reached: Sequence[float]) -> tuple[float, float]:
    """Return what the height of a line stands for: all results and the goal, in per cent."""
    low, high = min((FULL, *reached)), max((FULL, *reached))
    missing = max(0.0, _LEAST_RANGE - (high - low)) / 2
    return low - missing, high + missing


def _straight(points: Sequence[tuple[float, float]], stroke: Stroke) -> Curve:
    """Return straight lines from point to point, as curves whose controls lie on them."""
    path = [points[0]]
    for start, end in pairwise(points):
        path += [start, end, end]
    return Curve(tuple(path), stroke)
