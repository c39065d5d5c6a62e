"""Sheets of shapes written as a PDF without Qt, read again by poppler and pypdf."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.gui.fonts import font_files
from planner.gui.paper.pdf_sheets import can_write, pdf_of
from planner.gui.paper.sheet_painter import SheetPainter
from planner.report.drawing import (
    Arc,
    Curve,
    Drawing,
    Polygon,
    Rectangle,
    Shape,
    Stroke,
    Words,
)
from planner.report.paper.flow import PlacedDrawing, Sheet
from tests.gui.paper.test_charts import ink
from tests.gui.paper.test_sheet_painter import (
    has_only_vectors_and_embedded_fonts,
    pictures_of,
    squeezed,
    text_of,
    tool,
)

NOW = datetime(2026, 11, 27, 9, 30, 15)
COLOURS = {"text": "#101820", "accent": "#1f49c1", "grey": "#808080"}
LINE, DASHES = Stroke("accent", 2.0), Stroke("text", 1.5, (3, 2))
# One of each, filled and not, dashed and not, and text aligned and turned each way.
SHAPES: tuple[Shape, ...] = (
    Rectangle(10, 10, 120, 60, "accent-soft", LINE, 12),
    Rectangle(150, 10, 80, 60, "", DASHES),
    Rectangle(250, 10, 40, 10, "accent"),
    Curve(((10, 100), (60, 80), (60, 140), (110, 120), (110, 120), (150, 120), (150, 120)), LINE),
    Polygon(((180, 90), (220, 130), (170, 130)), "accent", DASHES),
    Polygon(((230, 90), (270, 130), (230, 130)), "", LINE),
    Arc(40, 180, 20, 0, 1, Stroke("ring", 4)),
    Arc(40, 180, 20, 0, 0.3, Stroke("accent", 4)),
    Arc(110, 180, 20, 0.5, 0.5, LINE),
    Arc(170, 180, 20, 0.9, 0.25, DASHES),
    Words(150, 230, "AV To “left” 经理", 14, "text"),
    Words(150, 250, "centre 水直线", 14, "text", True, "centre"),
    Words(150, 270, "right WAVE", 14, "accent", False, "right"),
    Words(290, 300, "turned 上", 12, "text", True, "left", True),
    Words(320, 300, "turned centre", 12, "text", False, "centre", True),
    Words(340, 300, "turned right", 12, "accent", False, "right", True),
)


@pytest.fixture
def fonts(resources: Path) -> tuple[Path, Path]:
    return font_files(resources / "fonts")


def half_an_em(text: str, size: float, bold: bool) -> float:
    return 0.5 * size * len(text)


def sheet_of(*shapes: Shape, title: str = "Map", language: str = "") -> Sheet:
    return Sheet(width=595.28, height=841.89, shapes=shapes, title=title, language=language)


def written(fonts: tuple[Path, Path], *sheets: Sheet, now: datetime = NOW) -> bytes:
    return pdf_of(sheets, lambda _: COLOURS.__getitem__, fonts, half_an_em, "planner 1", now)


def operators_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return "\n".join(page.get_contents().get_data().decode("ascii") for page in pages)


def words_of(text: str) -> Words:
    return Words(50, 60, text, 12, "text")


def test_each_shape_looks_as_qt_paints_it(
    painter: SheetPainter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = Sheet(
        width=841.89,
        height=595.28,
        shapes=SHAPES,
        title="Shapes",
        drawings=(
            # Enlarged and cut at all four sides; made smaller.
            PlacedDrawing(Drawing(200, 150, SHAPES), 400, 50, 1.8, 20, 5),
            PlacedDrawing(Drawing(350, 310, SHAPES), 420, 350, 0.7),
        ),
    )
    ours, theirs = tmp_path / "ours.pdf", tmp_path / "theirs.pdf"
    painter.write([sheet], ours)
    with monkeypatch.context() as patch:
        patch.setattr("planner.gui.paper.sheet_painter.can_write", lambda *_: False)
        painter.write([sheet], theirs)
    assert b"ReportLab" in ours.read_bytes()
    assert b"Qt" in theirs.read_bytes()
    assert squeezed(tool("pdftotext", "-raw", ours, "-").decode()) == squeezed(
        tool("pdftotext", "-raw", theirs, "-").decode()
    )
    (one,), (other,) = pictures_of(ours), pictures_of(theirs)
    assert ink(one) == pytest.approx(ink(other), abs=6)


def test_a_text_is_as_wide_as_it_was_measured(painter: SheetPainter, tmp_path: Path) -> None:
    file, size = tmp_path / "wide.pdf", 40.0
    painter.write([sheet_of(Words(50, 60, "AVAVATAVAY", size, "text"))], file)
    told = tool("pdftotext", "-bbox", file, "-").decode()
    left, right = (float(re.search(rf'{key}="([\d.]+)"', told)[1]) for key in ("xMin", "xMax"))
    measured = painter.press().measure
    # Kerned, it is narrower than its letters one by one.
    assert sum(measured(letter, size, False) for letter in "AVAVATAVAY") > right - left + 5
    assert right - left == pytest.approx(measured("AVAVATAVAY", size, False), abs=0.1)


def test_hundreds_of_letters_are_drawn_and_found(painter: SheetPainter, tmp_path: Path) -> None:
    letters = "".join(chr(code) for code in range(0x4E00, 0x9FA5))
    letters = "".join(filter(lambda c: c.encode("gb2312", "ignore"), letters))[:900]
    file = tmp_path / "letters.pdf"
    lines = [letters[start : start + 30] for start in range(0, 900, 30)]
    shapes = [Words(40, 60 + 20 * n, line, 12, "text") for n, line in enumerate(lines)]
    painter.write([sheet_of(*shapes, Words(40, 700, "and 经理 (again)", 12, "text"))], file)
    assert b"ReportLab" in file.read_bytes()
    assert text_of(file) == squeezed(letters + "and 经理 (again)")
    assert has_only_vectors_and_embedded_fonts(file)


def test_it_says_what_it_is(fonts: tuple[Path, Path], tmp_path: Path) -> None:
    title = "客户 (经理\\ é)"
    first, other = (
        sheet_of(words_of("one"), title=title, language="zh-CN"),
        Sheet(width=800.5, height=600.25, shapes=()),
    )
    pdf = PdfReader(BytesIO(written(fonts, first, other)))
    assert pdf.metadata.title == title
    assert pdf.metadata.creator == "planner 1"
    assert pdf.metadata.creation_date == NOW
    assert not pdf.metadata.author
    assert not pdf.metadata.subject
    assert pdf.root_object["/Lang"] == "zh-CN"
    assert pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    boxes = [tuple(map(float, page.mediabox)) for page in pdf.pages]
    assert boxes == [(0, 0, 595.28, 841.89), (0, 0, 800.5, 600.25)]
    assert "/Lang" not in PdfReader(BytesIO(written(fonts, other))).root_object


def test_greys_are_greys(fonts: tuple[Path, Path]) -> None:
    grey, colour = Rectangle(5, 5, 9, 9, "grey", Stroke("grey")), Rectangle(5, 5, 9, 9, "accent")
    told = operators_of(written(fonts, sheet_of(grey)))
    # 128 of 255.
    assert "0.502 g" in told
    assert "0.502 G" in told
    assert not re.search(r"\b(rg|RG|k|K|cs|CS|sc|SC|scn|SCN)\b", told)
    # 31, 73 and 193 of 255.
    assert "0.122 0.286 0.757 rg" in operators_of(written(fonts, sheet_of(colour)))


def test_black_and_white_sheets_have_no_colours(painter: SheetPainter) -> None:
    colours = (Rectangle(5, 5, 9, 9, "text", Stroke("line")), Words(9, 9, "Ann", 12, "text-quiet"))
    sheet = Sheet(width=100, height=100, shapes=colours, title="Ann", theme="paper-bw")
    told = operators_of(painter.pdf([sheet]))
    assert re.search(r" g\b", told)
    assert not re.search(r"\b(rg|RG|k|K|cs|CS|sc|SC|scn|SCN)\b", told)


def test_the_same_sheets_make_the_same_file(fonts: tuple[Path, Path]) -> None:
    sheet = sheet_of(words_of("Ann 经理"))
    once = written(fonts, sheet)
    assert written(fonts, sheet) == once
    assert written(fonts, sheet, now=NOW.replace(day=28)) != once
    numbers = {
        PdfReader(BytesIO(pdf)).trailer["/ID"][0].original_bytes
        for pdf in (once, written(fonts, sheet_of(words_of("Bob"))))
    }
    assert len(numbers) == 2


def test_files_are_written_side_by_side(fonts: tuple[Path, Path]) -> None:
    texts = [f"Nr {number} {chr(0x4E00 + number)}" for number in (0, 1, 3, 7)] * 4
    alone = [written(fonts, sheet_of(words_of(text))) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        beside = list(pool.map(lambda text: written(fonts, sheet_of(words_of(text))), texts))
    assert beside == alone


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("Ann Li – 经理 ½ \u00a0", True),
        ("Ann ก", False),  # no such letter in the fonts
        ("e\u0301", False),  # joined
        ("\U0002cb5a", True),  # beyond the first plane of Unicode
    ],
)
def test_what_can_be_written(fonts: tuple[Path, Path], text: str, is_ours: bool) -> None:
    placed = PlacedDrawing(Drawing(99, 99, (words_of(text),)), 0, 0, 1)
    assert can_write([sheet_of(words_of(text))], fonts) == is_ours
    assert can_write([Sheet(width=99, height=99, shapes=(), drawings=(placed,))], fonts) == is_ours
