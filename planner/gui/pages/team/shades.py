"""The shades and marks of the capability matrix, the same in its cells and in its legend."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.gui.painting import Fonts, Inks, Painting
from planner.gui.theme import Theme
from planner.report.gaps.stale_mark import stale_mark

RADIUS = 5.0
_PALEST = 0.1
_LEAST_CONTRAST = 4.5
# The strongest shade is this colour, brought a little nearer to that of the text.
_SHADE, _STRONGER = "track-0", 0.15
_MARK, _CLOCK = 0.26, 0.3
# What lies between the clock and the edges of its cell, and a number above it, in pixels.
_BESIDE_CLOCK, _ABOVE_CLOCK = 1.5, 3.0
# The only role of colour of a sign that is painted in a colour of its own.
_INK = "ink"


def shade(theme: Theme, part: float) -> tuple[QColor, QColor]:
    """Return the ground of a level, as a part of the scale (0..1), and the colour of its number."""
    roles = (theme.hex(role) for role in ("surface", _SHADE, "text"))
    ground, ink = _shade(*roles, round(part, 4))
    # Copies: whoever paints may change a colour.
    return QColor(ground), QColor(ink)


@lru_cache(maxsize=256)
def _shade(surface: str, strongest: str, text: str, part: float) -> tuple[QColor, QColor]:
    strength = _PALEST + (1 - _PALEST) * min(1.0, max(0.0, part))
    darkest = _mixed(QColor(strongest), QColor(text), _STRONGER)
    ground = _mixed(QColor(surface), darkest, strength)
    for ink in (QColor(text), QColor(surface)):
        if contrast(ink, ground) >= _LEAST_CONTRAST:
            return ground, ink
    return ground, max(QColor("#000000"), QColor("#ffffff"), key=lambda ink: contrast(ink, ground))


def paint_level(painter: QPainter, rect: QRectF, theme: Theme, part: float) -> QColor:
    """Paint the ground of a level; return the colour for what stands on it."""
    ground, ink = shade(theme, part)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    return ink


def paint_outline(painter: QPainter, rect: QRectF, theme: Theme, *, dashed: bool) -> QColor:
    """Paint the frame of what has no number; return the colour for what stands in it."""
    pen = QPen(theme.colour("text-quiet" if dashed else "line-strong"), 1.0)
    if dashed:
        pen.setDashPattern([3.0, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    return theme.colour("text-quiet")


def paint_below_mark(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint the corner that says that a level is below what is required."""
    side = round(min(rect.width(), rect.height()) * _MARK) + 1.0
    corner = QPointF(rect.right(), rect.top())
    for reach, role in ((side + 1.5, "surface"), (side, "warning")):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(role))
        painter.drawPolygon(
            QPolygonF([corner, corner - QPointF(reach, 0), corner + QPointF(0, reach)])
        )


def paint_stale_mark(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    """Paint the clock, at the lower left, that says that a rating is stale."""
    side = _clock_side(rect)
    corner = QPointF(rect.left() + _BESIDE_CLOCK, rect.bottom() - side - _BESIDE_CLOCK)
    painter.translate(corner)
    _clock(side, ink.name()).paint(painter)
    painter.translate(-corner)


def above_clock(rect: QRectF, metrics: QFontMetricsF) -> QRectF:
    """Return where a number is centred that stands above the clock, stale or not, in a cell."""
    clock = rect.bottom() - _clock_side(rect) - _BESIDE_CLOCK
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    return rect.translated(0, -max(0.0, baseline + _ABOVE_CLOCK - clock))


def _clock_side(rect: QRectF) -> int:
    return round(min(rect.width(), rect.height()) * _CLOCK)


@lru_cache(maxsize=64)
def _clock(side: float, ink: str) -> Painting:
    """Return the sign of every page, in a colour that is legible on a shade."""
    alone = Theme(name=_INK, is_dark=False, colours={_INK: ink}, track_colours=(), track_tints=())
    inks = Inks(alone)
    return Painting(stale_mark(0.0, 0.0, side, _INK), inks, Fonts())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    red, green, blue = (a + (b - a) * part for a, b in zip(_parts(one), _parts(other), strict=True))
    return QColor.fromRgbF(red, green, blue)


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _luminance(colour: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
