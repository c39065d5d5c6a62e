"""Figures are painted as they are drawn: clipped, dashed, turned, hatched, and as vectors."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from planner.charts.gaps import bars_figure, radar_figure
from planner.charts.style import chart_style
from planner.files.texts import load_texts
from planner.gui.fonts import FAMILY
from planner.gui.look.figure_painting import paint_figure
from planner.gui.painting import Fonts
from planner.gui.theme import load_theme
from tests.gap_sample import sample_catalogue, sample_gap

pytestmark = pytest.mark.usefixtures("qapp")
WHITE, RED = (255, 255, 255), (255, 0, 0)


def blank(width: int = 100, height: int = 100) -> tuple[Figure, Axes]:
    """A figure whose data coordinates are its pixels, y downward."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=72)
    figure.patch.set_visible(False)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return figure, axes


def painted(figure: Figure, scale: int = 1) -> np.ndarray:
    """The pixels of a figure on white, as rows of (red, green, blue)."""
    width, height = (round(side * scale) for side in (figure.bbox.width, figure.bbox.height))
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_figure(figure, painter, QRectF(0, 0, width, height))
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return rows[:, : 3 * width].reshape(height, width, 3).copy()


def at(pixels: np.ndarray, x: int, y: int) -> tuple[int, ...]:
    return tuple(int(part) for part in pixels[y, x])


def ink(pixels: np.ndarray) -> tuple[int, int, int, int]:
    """The left, top, right and bottom of whatever is not white."""
    rows, columns = np.nonzero((pixels < 200).any(axis=2))
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())


def test_a_clip_rectangle_holds_back_what_lies_outside() -> None:
    figure = Figure(figsize=(100 / 72, 100 / 72), dpi=72)
    axes = figure.add_axes((0.25, 0.25, 0.5, 0.5))
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.plot([-1, 2], [0.5, 0.5], color="red", linewidth=10)
    pixels = painted(figure)
    assert at(pixels, 50, 50) == RED
    assert at(pixels, 20, 50) == WHITE
    assert at(pixels, 80, 50) == WHITE


def test_a_clip_path_holds_back_what_lies_outside() -> None:
    figure, axes = blank()
    square = axes.add_patch(Rectangle((0, 0), 100, 100, facecolor="red", edgecolor="none"))
    square.set_clip_path(Circle((50, 50), 30, transform=axes.transData))
    pixels = painted(figure)
    assert at(pixels, 50, 50) == RED
    assert at(pixels, 50, 78) == RED
    assert at(pixels, 50, 83) == WHITE
    assert at(pixels, 10, 10) == WHITE


def test_dashes_have_their_lengths() -> None:
    figure, axes = blank()
    # Lengths in widths of the line: 4 · 5 = 20 drawn, 2 · 5 = 10 left out.
    axes.plot([0, 90], [50, 50], color="red", linewidth=5, linestyle=(0, (4, 2)),
              dash_capstyle="butt")  # fmt: skip
    row = [at(painted(figure), x, 50) == RED for x in range(90)]
    assert row == [x % 30 < 20 for x in range(90)]


def test_y_rises_as_matplotlib_has_it() -> None:
    figure = Figure(figsize=(100 / 72, 100 / 72), dpi=72)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.add_patch(Rectangle((0, 0.5), 1, 0.5, facecolor="red", edgecolor="none"))
    pixels = painted(figure)
    assert at(pixels, 50, 20) == RED
    assert at(pixels, 50, 80) == WHITE


@pytest.mark.parametrize("look", [{"alpha": 0.5}, {"facecolor": (1, 0, 0, 0.5)}])
def test_what_is_see_through_mixes_with_the_ground(look: dict[str, object]) -> None:
    figure, axes = blank()
    axes.add_patch(Rectangle((0, 0), 100, 100, **{"facecolor": "red", "edgecolor": "none"} | look))
    red, green, blue = at(painted(figure), 50, 50)
    assert (red, green, blue) == pytest.approx((255, 127, 127), abs=2)


def test_turned_text_stands_upright() -> None:
    figure, axes = blank()
    axes.text(50, 50, "MMMMMMMM", rotation=90, ha="center", va="center", size=10, parse_math=False)
    left, top, right, bottom = ink(painted(figure))
    assert bottom - top > 3 * (right - left)
    assert (left + right) / 2 == pytest.approx(50, abs=4)
    assert (top + bottom) / 2 == pytest.approx(50, abs=4)


def test_text_is_as_wide_as_it_is_measured() -> None:
    text, size = "Financial budgeting", 11.5
    figure, axes = blank(200, 40)
    axes.text(10, 25, text, family=[FAMILY], size=size, parse_math=False)
    left, _, right, _ = ink(painted(figure, 4))
    assert (right - left) / 4 == pytest.approx(Fonts().width(text, size, False), abs=2)


def test_a_hatch_fills_its_shape_in_part_and_nothing_else() -> None:
    figure, axes = blank()
    axes.add_patch(
        Rectangle((20, 20), 60, 60, facecolor="none", edgecolor="black", hatch="//", linewidth=0)
    )
    pixels = painted(figure)
    inside = (pixels[22:78, 22:78] < 128).any(axis=2).mean()
    assert 0.02 < inside < 0.8
    left, top, right, bottom = ink(pixels)
    assert (left, top) >= (19, 19)
    assert (right, bottom) <= (81, 81)


def test_an_image_stands_the_right_way_up() -> None:
    figure, axes = blank()
    quarters = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [0, 0, 0]]], np.uint8)
    axes.imshow(quarters, extent=(0, 100, 100, 0), interpolation="nearest", aspect="auto")
    pixels = painted(figure)
    assert [at(pixels, x, y) for x, y in ((25, 25), (75, 25), (25, 75), (75, 75))] == [
        (255, 0, 0),
        (0, 255, 0),
        (0, 0, 255),
        (0, 0, 0),
    ]


def test_a_figure_fits_its_place_in_its_proportions() -> None:
    figure, axes = blank(100, 50)
    axes.add_patch(Rectangle((0, 0), 100, 50, facecolor="black", edgecolor="none"))
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_figure(figure, painter, QRectF(0, 0, 200, 200))
    painter.end()
    assert image.pixelColor(100, 48).name() == "#ffffff"
    assert image.pixelColor(100, 52).name() == "#000000"
    assert image.pixelColor(100, 147).name() == "#000000"
    assert image.pixelColor(100, 152).name() == "#ffffff"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_charts_stay_vectors_on_paper(language: str, root: Path, tmp_path: Path) -> None:
    texts = load_texts(language, root / "resources" / "i18n", None)  # type: ignore[arg-type]
    theme = load_theme(root / "resources" / "themes", "paper")
    style = chart_style(theme.hex, 0, (FAMILY,), width_of=Fonts().width)
    target = tmp_path / "charts.pdf"
    writer = QPdfWriter(str(target))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    scale = writer.resolution() / 72
    for draw, top in ((radar_figure, 40), (bars_figure, 400)):
        figure = draw(sample_gap(), sample_catalogue(), texts, style, width=400, height=330)
        paint_figure(figure, painter, QRectF(60 * scale, top * scale, 400 * scale, 330 * scale))
    painter.end()
    page = PdfReader(target).pages[0]
    read = "".join(unicodedata.normalize("NFKC", page.extract_text()).split())
    for skill in sample_catalogue().skills:
        assert "".join(texts.pick(skill.name).split()) in read
    assert list(page.images) == []
    fonts = page["/Resources"]["/Font"]
    assert len(fonts) >= 1
    for name in fonts:
        descendant = fonts[name]["/DescendantFonts"][0].get_object()
        assert descendant["/Subtype"] == "/CIDFontType2"
        assert "/FontFile2" in descendant["/FontDescriptor"]


def test_no_font_is_looked_up_in_matplotlibs_own_list(caplog: pytest.LogCaptureFixture) -> None:
    assert isinstance(QGuiApplication.instance(), QGuiApplication)
    figure, axes = blank()
    axes.text(50, 50, "words", family=["No Such Family"], parse_math=False)
    painted(figure)
    assert [record for record in caplog.records if "font" in record.name] == []
