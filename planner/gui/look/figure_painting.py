"""The one way in which a matplotlib figure gets onto the screen, the preview and paper.

Each path and each text is handed to a QPainter, so that it stays a vector and the text searchable,
in the fonts of the window.
"""

from __future__ import annotations

from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
)

POINTS_AN_INCH = 72
_HATCH_TILE = 72.0

_CAPS = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "projecting": Qt.PenCapStyle.SquareCap,
}
_JOINS = {
    "miter": Qt.PenJoinStyle.MiterJoin,
    "round": Qt.PenJoinStyle.RoundJoin,
    "bevel": Qt.PenJoinStyle.BevelJoin,
}
_NORMAL = 400
_WEIGHTS = {"medium": 500, "semibold": 600, "demibold": 600, "bold": 700}
# Qt's pixel sizes are whole numbers: other sizes are painted from a font so many times larger.
_FINER = 8


def paint_figure(figure: Figure, painter: QPainter, target: QRectF) -> None:
    """Paint a figure into `target`, in the painter's units, keeping its proportions."""
    width, height = figure.bbox.width, figure.bbox.height
    scale = min(target.width() / width, target.height() / height)
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(
            target.x() + (target.width() - width * scale) / 2,
            target.y() + (target.height() - height * scale) / 2,
        )
        painter.scale(scale, scale)
        figure.draw(QPainterRenderer(painter, width, height, figure.dpi))
    finally:
        painter.restore()


class QPainterRenderer(RendererBase):  # type: ignore[misc,no-any-unimported,unused-ignore]
    """Draws what a figure asks for with a QPainter whose unit is one pixel of the figure."""

    def __init__(self, painter: QPainter, width: float, height: float, dpi: float) -> None:
        super().__init__()
        self._painter = painter
        self._width = width
        self._height = height
        self._dpi = dpi
        self._flip = Affine2D().scale(1, -1).translate(0, height)

    def draw_path(
        self, gc: GraphicsContextBase, path: Path, transform: Transform, rgbFace: Any = None
    ) -> None:
        """Fill, hatch and stroke a path."""
        outline = _painter_path(path, transform + self._flip)
        painter = self._painter
        painter.save()
        self._clip(gc)
        if rgbFace is not None:
            painter.fillPath(outline, _colour(rgbFace, gc))
        if gc.get_hatch() is not None:
            self._hatch(gc, outline)
        pen = self._pen(gc)
        if pen is not None:
            painter.strokePath(outline, pen)
        painter.restore()

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Any = None,
    ) -> None:
        """Write a line of text with its baseline at (x, y), turned by `angle` degrees."""
        painter = self._painter
        painter.save()
        self._clip(gc)
        font, factor = self._font(prop)
        painter.setFont(font)
        painter.setPen(_colour(gc.get_rgb(), gc))
        painter.translate(x, y)
        painter.rotate(-angle)
        painter.scale(factor, factor)
        painter.drawText(QPointF(0, 0), s)
        painter.restore()

    def draw_image(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        im: Any,
        transform: Transform | None = None,
    ) -> None:
        """Draw an image of RGBA bytes with its lower left corner at (x, y)."""
        height, width = im.shape[:2]
        image = QImage(im.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888)
        painter = self._painter
        painter.save()
        self._clip(gc)
        painter.setOpacity(gc.get_alpha())
        painter.drawImage(QPointF(x, self._height - y - height), image.flipped())
        painter.restore()

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | str
    ) -> tuple[float, float, float]:
        """Return a line's width, height and depth below the baseline in pixels of the figure."""
        font, factor = self._font(prop)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(s)
        return width * factor, metrics.height() * factor, metrics.descent() * factor

    # WORKAROUND: without this matplotlib 3.11 looks every font up in its own list of fonts, warns
    # that ours is not in it and spaces lines by another one
    # (https://github.com/matplotlib/matplotlib/blob/v3.11.0/lib/matplotlib/text.py).
    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        font, factor = self._font(prop)
        metrics = QFontMetricsF(font)
        return metrics.ascent() * factor, metrics.descent() * factor, metrics.leading() * factor

    def flipy(self) -> bool:
        """Whether y grows downward."""
        return True

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the figure in its pixels."""
        return self._width, self._height

    def points_to_pixels(self, points: Any) -> Any:
        """Return a length in points (1/72 inch) in pixels of the figure."""
        return points * self._dpi / POINTS_AN_INCH

    def _font(self, prop: FontProperties) -> tuple[QFont, float]:
        """Return a font and the factor that brings it to the size asked for."""
        size = self.points_to_pixels(prop.get_size_in_points())
        factor = 1.0 if float(size).is_integer() and size >= 1 else 1.0 / _FINER
        font = QFont()
        font.setFamilies([str(family) for family in list(prop.get_family())])
        font.setPixelSize(max(1, round(size / factor)))
        # Unhinted, so that widths grow in step with the scale of the painter.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        weight = prop.get_weight()
        number = weight if isinstance(weight, int) else _WEIGHTS.get(str(weight), _NORMAL)
        font.setWeight(QFont.Weight(number))
        font.setItalic(prop.get_style() != "normal")
        return font, factor

    def _pen(self, gc: GraphicsContextBase) -> QPen | None:
        width = self.points_to_pixels(gc.get_linewidth())
        if width <= 0:
            return None
        colour = _colour(gc.get_rgb(), gc)
        if colour.alpha() == 0:
            return None
        cap, join = _CAPS[gc.get_capstyle()], _JOINS[gc.get_joinstyle()]
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)
        offset, pattern = gc.get_dashes()
        if pattern is not None:
            dashes: Any = pattern
            # Qt counts dashes in widths of the pen, matplotlib in points.
            pen.setDashPattern([self.points_to_pixels(length) / width for length in dashes])
            pen.setDashOffset(self.points_to_pixels(offset) / width)
        return pen

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is not None:
            top = self._height - box.y1
            self._painter.setClipRect(
                QRectF(box.x0, top, box.width, box.height), Qt.ClipOperation.IntersectClip
            )
        path, transform = gc.get_clip_path()
        if path is not None and transform is not None:
            outline = _painter_path(path, transform + self._flip)
            self._painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)

    def _hatch(self, gc: GraphicsContextBase, outline: QPainterPath) -> None:
        """Fill an outline with tiles of the hatch, each an inch of the figure wide."""
        tile_side = self.points_to_pixels(_HATCH_TILE)
        hatch: Any = gc.get_hatch_path()
        tile = _painter_path(hatch, Affine2D().scale(tile_side))
        colour = _colour(gc.get_hatch_color(), gc)
        pen = QPen(colour, self.points_to_pixels(gc.get_hatch_linewidth()))
        painter = self._painter
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        bounds = outline.boundingRect()
        for column in range(int(bounds.left() // tile_side), int(bounds.right() // tile_side) + 1):
            for row in range(int(bounds.top() // tile_side), int(bounds.bottom() // tile_side) + 1):
                moved = tile.translated(column * tile_side, row * tile_side)
                painter.strokePath(moved, pen)
                painter.fillPath(moved, colour)
        painter.restore()


def _painter_path(path: Any, transform: Transform) -> QPainterPath:
    outline = QPainterPath()
    for points, code in path.iter_segments(transform, simplify=False):
        if code == Path.MOVETO:
            outline.moveTo(*points)
        elif code == Path.LINETO:
            outline.lineTo(*points)
        elif code == Path.CURVE3:
            outline.quadTo(*points)
        elif code == Path.CURVE4:
            outline.cubicTo(*points)
        elif code == Path.CLOSEPOLY:
            outline.closeSubpath()
    return outline


def _colour(rgb: Any, gc: GraphicsContextBase) -> QColor:
    """Return a colour with its own alpha, or the context's where that is forced."""
    red, green, blue = rgb[:3]
    alpha = rgb[3] if len(rgb) > 3 and not gc.get_forced_alpha() else gc.get_alpha()
    return QColor.fromRgbF(red, green, blue, alpha)
