"""The one function that paints a drawing, on the screen, in the preview and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from planner.gui.fonts import FAMILY
from planner.gui.theme import Theme
from planner.report.drawing import (
    Arc,
    Curve,
    Polygon,
    Rectangle,
    Shape,
    Stroke,
    Words,
)

_SIXTEENTHS_OF_A_TURN = 16 * 360
_TWELVE_O_CLOCK = 16 * 90
# Qt's pixel sizes are whole numbers: other sizes are painted from a font so many times larger.
_FINER = 8


class Fonts:
    """The fonts of a drawing at any size, unhinted so that widths grow in step with the zoom."""

    def __init__(self, family: str = FAMILY) -> None:
        self._family = family
        self._fonts: dict[tuple[float, bool], tuple[QFont, float]] = {}
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}

    def font(self, size: float, bold: bool) -> tuple[QFont, float]:
        """Return a font and the factor that brings it to `size` units an em."""
        known = self._fonts.get((size, bold))
        if known is None:
            is_whole = float(size).is_integer() and size >= 1
            factor = 1.0 if is_whole else 1.0 / _FINER
            font = QFont(self._family)
            font.setPixelSize(max(1, round(size / factor)))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            known = self._fonts[size, bold] = (font, factor)
        return known

    def width(self, text: str, size: float, bold: bool) -> float:
        """Return the width in scene units of `text` at `size` units an em."""
        width = self._widths.get((text, size, bold))
        if width is None:
            font, factor = self.font(size, bold)
            metrics = self._metrics.get((size, bold))
            if metrics is None:
                metrics = self._metrics[size, bold] = QFontMetricsF(font)
            width = self._widths[text, size, bold] = metrics.horizontalAdvance(text) * factor
        return width


class _Rectangles(NamedTuple):
    """Rectangles alike in everything but their place."""

    pen: QPen
    brush: QBrush
    radius: float
    places: list[QRectF]


class _Path(NamedTuple):
    """Lines of one stroke, or one filled shape."""

    pen: QPen
    brush: QBrush
    path: QPainterPath


class _Arc(NamedTuple):
    """A part of a circle."""

    pen: QPen
    place: QRectF
    start: int
    span: int


class _Line(NamedTuple):
    """A line of text; `transform` is None where it is plain."""

    pen: QPen
    font: QFont
    place: QPointF
    text: str
    transform: QTransform | None


_Step = _Rectangles | _Path | _Arc | _Line


class Inks:
    """The pens and brushes of a theme.

    With `hairlines` each line is one device pixel wide; with `kept_at` each is as wide at any scale
    as it would be at that one.
    """

    def __init__(
        self, theme: Theme, *, hairlines: bool = False, kept_at: float | None = None
    ) -> None:
        self._theme = theme
        self._hairlines = hairlines
        self._kept_at = kept_at
        self._pens: dict[Stroke | None, QPen] = {None: QPen(Qt.PenStyle.NoPen)}
        self._brushes: dict[str, QBrush] = {"": QBrush()}

    def pen(self, stroke: Stroke | None) -> QPen:
        """Return the pen of a stroke; Qt's own pen would make every PDF several times larger."""
        pen = self._pens.get(stroke)
        if pen is None and stroke is not None:
            pen = QPen(
                self.brush(stroke.colour),
                stroke.width,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.FlatCap,
                Qt.PenJoinStyle.RoundJoin,
            )
            if stroke.dash:
                pen.setDashPattern(list(stroke.dash))
            if self._hairlines or self._kept_at is not None:
                pen.setWidthF(1.0 if self._kept_at is None else stroke.width * self._kept_at)
                pen.setCosmetic(True)
            self._pens[stroke] = pen
        return self._pens[stroke]

    def brush(self, fill: str) -> QBrush:
        """Return the brush of a colour role; an empty one fills nothing."""
        if fill not in self._brushes:
            # Not made of the colour: Python would look at all else that a brush is made of.
            brush = self._brushes[fill] = QBrush()
            brush.setStyle(Qt.BrushStyle.SolidPattern)
            brush.setColor(self._theme.colour(fill))
        return self._brushes[fill]


class Painting:
    """Shapes made ready for Qt once, to be painted many times."""

    def __init__(self, shapes: Iterable[Shape], inks: Inks, fonts: Fonts) -> None:
        self._inks = inks
        self._fonts = fonts
        self._steps: list[_Step] = []
        for shape in shapes:
            self._add(shape)

    def paint(self, painter: QPainter) -> None:
        """Paint every shape in the painter's own coordinates."""
        for step in self._steps:
            match step:
                case _Rectangles(pen, brush, radius, places):
                    painter.setPen(pen)
                    painter.setBrush(brush)
                    if radius:
                        for place in places:
                            painter.drawRoundedRect(place, radius, radius)
                    else:
                        painter.drawRects(places)
                case _Path(pen, brush, path):
                    painter.setPen(pen)
                    painter.setBrush(brush)
                    painter.drawPath(path)
                case _Arc(pen, place, start, span):
                    painter.setPen(pen)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawArc(place, start, span)
                case _Line(pen, font, place, text, transform):
                    painter.setPen(pen)
                    painter.setFont(font)
                    if transform is None:
                        painter.drawText(place, text)
                    else:
                        painter.save()
                        painter.setWorldTransform(transform, True)
                        painter.drawText(QPointF(), text)
                        painter.restore()

    def _add(self, shape: Shape) -> None:
        match shape:
            case Rectangle():
                self._add_rectangle(shape)
            case Curve(points, stroke):
                self._add_curve(points, self._inks.pen(stroke))
            case Polygon(points, fill, line):
                path = QPainterPath()
                path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
                path.closeSubpath()
                self._steps.append(_Path(self._inks.pen(line), self._inks.brush(fill), path))
            case Arc(x, y, radius, start, span, stroke):
                place = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
                first = _TWELVE_O_CLOCK - round(start * _SIXTEENTHS_OF_A_TURN)
                turn = -round(span * _SIXTEENTHS_OF_A_TURN)
                self._steps.append(_Arc(self._inks.pen(stroke), place, first, turn))
            case Words():
                self._add_words(shape)

    def _add_rectangle(self, shape: Rectangle) -> None:
        pen, brush = self._inks.pen(shape.stroke), self._inks.brush(shape.fill)
        place = QRectF(shape.x, shape.y, shape.width, shape.height)
        last = self._steps[-1] if self._steps else None
        if (
            isinstance(last, _Rectangles)
            and last.pen is pen
            and last.brush is brush
            and last.radius == shape.radius
        ):
            last.places.append(place)
        else:
            self._steps.append(_Rectangles(pen, brush, shape.radius, [place]))

    def _add_curve(self, points: tuple[tuple[float, float], ...], pen: QPen) -> None:
        last = self._steps[-1] if self._steps else None
        if isinstance(last, _Path) and last.pen is pen and last.brush is self._inks.brush(""):
            path = last.path
        else:
            path = QPainterPath()
            self._steps.append(_Path(pen, self._inks.brush(""), path))
        path.moveTo(*points[0])
        for number in range(1, len(points) - 2, 3):
            first, second, end = points[number : number + 3]
            path.cubicTo(*first, *second, *end)

    def _add_words(self, words: Words) -> None:
        font, factor = self._fonts.font(words.size, words.bold)
        shift = 0.0
        if words.align != "left":
            width = self._fonts.width(words.text, words.size, words.bold)
            shift = width / 2 if words.align == "centre" else width
        pen = self._inks.pen(Stroke(words.colour))
        if factor == 1.0 and not words.turned:
            place = QPointF(words.x - shift, words.y)
            self._steps.append(_Line(pen, font, place, words.text, None))
            return
        transform = QTransform.fromTranslate(words.x, words.y)
        if words.turned:
            transform.rotate(-90)
        transform.translate(-shift, 0)
        transform.scale(factor, factor)
        self._steps.append(_Line(pen, font, QPointF(), words.text, transform))


def paint(painter: QPainter, shapes: Iterable[Shape], theme: Theme, fonts: Fonts) -> None:
    """Paint shapes with a painter whose unit is the scene's, in the colours of `theme`."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    Painting(shapes, Inks(theme), fonts).paint(painter)
