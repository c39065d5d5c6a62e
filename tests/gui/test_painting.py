"""The one function that paints a drawing: right places, right colours, searchable and small PDF."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from planner.gui.painting import Fonts, Inks, Painting, paint
from planner.gui.theme import Theme
from planner.report.drawing import Arc, Curve, Polygon, Rectangle, Shape, Stroke, Words


def painted(theme: Theme, *shapes: Shape, scale: float = 1.0) -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter, shapes, theme, Fonts())
    painter.end()
    return image


def at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def ink(image: QImage) -> list[tuple[int, int]]:
    """Return where something dark is."""
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 128
    ]


def test_a_rectangle_fills_its_place_in_the_colour_of_its_role(theme: Theme) -> None:
    image = painted(theme, Rectangle(20, 10, 50, 30, "accent"))
    assert at(image, 21, 11) == at(image, 69, 39) == theme.hex("accent")
    assert at(image, 18, 11) == at(image, 71, 39) == at(image, 21, 8) == "#ffffff"


def test_a_rounded_corner_is_left_out(theme: Theme) -> None:
    image = painted(theme, Rectangle(20, 10, 50, 30, "accent", None, 12.0))
    assert at(image, 20, 10) == "#ffffff"
    assert at(image, 45, 25) == theme.hex("accent")


def test_shapes_lie_in_their_order(theme: Theme) -> None:
    under, over = Rectangle(0, 0, 50, 50, "accent"), Rectangle(0, 0, 50, 50, "warning")
    assert at(painted(theme, under, over), 25, 25) == theme.hex("warning")
    assert at(painted(theme, over, under), 25, 25) == theme.hex("accent")


def test_a_curve_follows_its_points_and_its_dashes(theme: Theme) -> None:
    points = ((10.0, 50.0), (70.0, 50.0), (130.0, 50.0), (190.0, 50.0))
    solid = painted(theme, Curve(points, Stroke("text", 4.0)))
    dashed = painted(theme, Curve(points, Stroke("text", 4.0, (3.0, 3.0))))
    assert {y for _, y in ink(solid)} == {48, 49, 50, 51}
    assert 0.4 < len(ink(dashed)) / len(ink(solid)) < 0.6


def test_a_polygon_is_filled_and_an_arc_goes_clockwise_from_twelve(theme: Theme) -> None:
    image = painted(theme, Polygon(((10, 10), (60, 10), (10, 60)), "text"))
    assert at(image, 15, 15) == theme.hex("text")
    assert at(image, 55, 55) == "#ffffff"
    quarter = painted(theme, Arc(100, 50, 40, 0.0, 0.25, Stroke("text", 4.0)))
    assert all(x >= 99 and y <= 51 for x, y in ink(quarter))
    last = painted(theme, Arc(100, 50, 40, 0.75, 0.25, Stroke("text", 4.0)))
    assert all(x <= 101 and y <= 51 for x, y in ink(last))


@pytest.mark.parametrize("size", [13.0, 11.5])
def test_words_start_end_or_centre_where_they_should(theme: Theme, size: float) -> None:
    width = Fonts().width("Handle", size, True)
    spans = {}
    for align in ("left", "centre", "right"):
        image = painted(theme, Words(100, 50, "Handle", size, "text", True, align))  # type: ignore[arg-type]
        across = [x for x, _ in ink(image)]
        spans[align] = (min(across), max(across))
        assert max(y for _, y in ink(image)) <= 51
    assert spans["left"][0] == pytest.approx(100, abs=2)
    assert spans["right"][1] == pytest.approx(100, abs=2)
    assert sum(spans["centre"]) / 2 == pytest.approx(100, abs=2)
    assert spans["left"][1] - spans["left"][0] == pytest.approx(width, abs=4)


def test_turned_words_read_upward(theme: Theme) -> None:
    image = painted(theme, Words(100, 90, "iiiiiiiiiM", 13.0, "text", turned=True))
    across, down = zip(*ink(image), strict=True)
    assert max(across) - min(across) < max(down) - min(down)
    # The wide letter stands last, so at the top.
    top = [x for x, y in ink(image) if y < min(down) + 8]
    bottom = [x for x, y in ink(image) if y > max(down) - 8]
    assert len(top) > len(bottom)


def test_widths_grow_in_step_with_the_size(qapp: QApplication) -> None:
    fonts = Fonts()
    assert fonts.width("Regional client director", 26.0, False) == pytest.approx(
        2 * fonts.width("Regional client director", 13.0, False), rel=0.01
    )
    assert fonts.width("总监", 12.0, False) == pytest.approx(24.0, rel=0.1)


def test_hairlines_stay_one_pixel_wide_far_out(theme: Theme) -> None:
    curve = Curve(((0, 500), (600, 500), (1200, 500), (1900, 500)), Stroke("text", 2.0))
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    Painting([curve], Inks(theme, hairlines=True), Fonts()).paint(painter)
    painter.end()
    assert len({y for _, y in ink(image)}) == 1


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
def test_a_pdf_holds_the_words_as_text_and_lines_as_lines(theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QSizeF(200, 100), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(writer.resolution() / 72, writer.resolution() / 72)
    curve = Curve(((0, 5), (10, 90), (190, 5), (200, 90)), Stroke("edge", 1.4, (6.0, 4.0)))
    words = (
        Words(20, 30, "Regional 区域客户总监", 12.0, "text"),
        Words(20, 60, "half size", 11.5, "text"),
        Words(12, 80, "upward", 12.0, "text", turned=True),
    )
    paint(painter, (curve, *words), theme, Fonts())
    painter.end()
    said = subprocess.run(
        ["pdftotext", str(file), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Regional 区域客户总监" in said
    assert "half size" in said
    assert "upward" in said
    images = subprocess.run(
        ["pdfimages", "-list", str(file)], check=True, capture_output=True, text=True
    ).stdout
    assert len(images.splitlines()) == 2
