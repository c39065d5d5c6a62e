"""How a person and the firm stand to a role, in words and as a sign; none of it is a failure."""

from __future__ import annotations

from math import cos, pi, sin

from planner.core.people import Stance, Wish
from planner.core.text import Texts
from planner.report.drawing import Polygon, Rectangle, Shape, Stroke

_INK = "text-quiet"


def stance_words(stance: Stance, texts: Texts, *, is_ready: bool = False) -> str:
    """Return a stance in words, such as `no opening`, or for who is ready `ready · no opening`."""
    words = {
        Stance.WANTED: texts.tr("wants it"),
        Stance.NO_OPENING: texts.tr("no opening"),
        Stance.NOT_WANTED: texts.tr("does not want it"),
        Stance.STEPPING_BACK: texts.tr("stepping back"),
    }[stance]
    return texts.tr("ready · {stance}", stance=words) if is_ready else words


def stance_title(stance: Stance, texts: Texts) -> str:
    """Return a stance as one of the choices that there are."""
    return {
        Stance.WANTED: texts.tr("Wants it"),
        Stance.NO_OPENING: texts.tr("No opening"),
        Stance.NOT_WANTED: texts.tr("Does not want it"),
        Stance.STEPPING_BACK: texts.tr("Stepping back"),
    }[stance]


def wish_line(wish: Wish, texts: Texts, *, is_ready: bool = False) -> str:
    """Return a stance with the day since which it holds."""
    return texts.tr(
        "{stance} · since {day}",
        stance=stance_words(wish.stance, texts, is_ready=is_ready),
        day=texts.date(wish.on),
    )


def stance_sign(stance: Stance, x: float, y: float, radius: float = 8.0) -> tuple[Shape, ...]:
    """Return the sign of a stance on a disc around a point.

    A heart for what is wanted, a pause where there is no opening, a stroke for what is not wanted,
    an arrow down for a step back.
    """
    disc = Rectangle(
        x - radius,
        y - radius,
        2 * radius,
        2 * radius,
        "surface",
        Stroke("line-strong", 1.2),
        radius,
    )
    unit = radius / 8
    match stance:
        case Stance.WANTED:
            return disc, _heart(x, y, 4.4 * unit)
        case Stance.NO_OPENING:
            bars = (_bar(x + side * 1.9 * unit, y, 1.5 * unit, 6.4 * unit) for side in (-1, 1))
            return disc, *bars
        case Stance.NOT_WANTED:
            return disc, _bar(x, y, 7.4 * unit, 1.6 * unit)
        case Stance.STEPPING_BACK:
            reach, half = 3.6 * unit, 3.0 * unit
            head = ((x - half, y + 0.4 * unit), (x + half, y + 0.4 * unit), (x, y + reach + unit))
            return disc, _bar(x, y - 1.4 * unit, 1.6 * unit, 4.6 * unit), Polygon(head, _INK)


def _bar(x: float, y: float, width: float, height: float) -> Rectangle:
    thin = min(width, height) / 2
    return Rectangle(x - width / 2, y - height / 2, width, height, _INK, None, thin)


def _heart(x: float, y: float, reach: float) -> Polygon:
    """Return a heart by its well-known curve, its widest point `reach` from the middle."""
    points = []
    for number in range(24):
        turn = 2 * pi * number / 24
        across = 16 * sin(turn) ** 3
        up = 13 * cos(turn) - 5 * cos(2 * turn) - 2 * cos(3 * turn) - cos(4 * turn)
        points.append((x + across * reach / 16, y - (up + 1.5) * reach / 16))
    return Polygon(tuple(points), _INK)
