"""A chart as a picture, a drawing or its figures: made anew in the colours of paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from planner import __version__
from planner.charts.style import chart_style
from planner.gui.fonts import FAMILY
from planner.gui.painting import Fonts
from planner.gui.theme import load_theme
from planner.report.copies.chart_copy import ChartCopy
from planner.report.copies.chart_table import csv_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.charts.style import ChartStyle

ENDINGS = ("svg", "png", "csv")
_CREATOR = f"Career Planner {__version__}"
# The width in figure units that a chart has where nothing on a page says another one.
_WIDTH = 640.0
_SCALE = 2.0
# Where our font is not installed, another one may have the letters.
_FAMILIES = (
    FAMILY,
    *("Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "sans-serif"),
)
_METRES_A_UNIT = 0.0254 / 72


def chart_file(chart: ChartCopy, ending: str, resources: Path) -> bytes:
    """Return a chart as a file; raise KeyError for an ending that is none of `ENDINGS`."""
    return {"svg": chart_svg, "png": chart_png, "csv": _csv}[ending](chart, resources)


def chart_svg(chart: ChartCopy, resources: Path) -> bytes:
    """Return a chart as an SVG with its words as text."""
    from planner.charts.elements.svg import svg_of

    figure, style = _figure(chart, resources)
    return svg_of(figure, chart.title, _CREATOR, style)


def chart_png(chart: ChartCopy, resources: Path) -> bytes:
    """Return a chart as a PNG, twice as sharp as the window of a usual screen."""
    image = chart_image(chart, resources)
    image.setText("Title", chart.title)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def chart_image(chart: ChartCopy, resources: Path) -> QImage:
    """Return a chart as a picture, twice as sharp as the window of a usual screen."""
    from planner.gui.look.figure_painting import paint_figure

    figure, _ = _figure(chart, resources)
    width, height = figure.bbox.width, figure.bbox.height
    image = QImage(round(width * _SCALE), round(height * _SCALE), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_SCALE / _METRES_A_UNIT))
    image.setDotsPerMeterY(round(_SCALE / _METRES_A_UNIT))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(_SCALE, _SCALE)
    paint_figure(figure, painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def _figure(chart: ChartCopy, resources: Path) -> tuple[Figure, ChartStyle]:
    from planner.charts.elements.heading import add_heading

    theme = load_theme(resources / "themes", "paper")
    style = chart_style(theme.hex, chart.track, _FAMILIES, width_of=Fonts().width)
    width, height = chart.size(style, _WIDTH)
    figure = chart.draw(style, theme.hex, width, height)
    add_heading(figure, chart.title, chart.note, style)
    return figure, style


def _csv(chart: ChartCopy, _resources: Path) -> bytes:
    return csv_of(chart.table())
