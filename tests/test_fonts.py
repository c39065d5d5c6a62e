"""The shipped typeface covers what the planner writes, and says whose it is."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

STYLES = {"Regular": 400, "SemiBold": 600}


@pytest.fixture(scope="module", params=STYLES)
def style(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def font(style: str, root: Path) -> TTFont:
    return TTFont(root / "resources" / "fonts" / f"PlannerSansSC-{style}.ttf")


def missing(font: TTFont, texts: set[str]) -> str:
    """The characters that a person sees and the font lacks."""
    seen = {
        sign
        for sign in texts
        if unicodedata.category(sign) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Mn")
    }
    return "".join(sorted(sign for sign in seen if ord(sign) not in font.getBestCmap()))


def test_it_has_a_name_of_its_own(font: TTFont, style: str) -> None:
    names = font["name"]
    assert names.getBestFamilyName() == "Planner Sans SC"
    assert names.getBestSubFamilyName() == style
    assert font["OS/2"].usWeightClass == STYLES[style]
    # Reserved by the licence of the source, so no name of ours may hold it.
    own = [str(names.getName(number, 3, 1, 0x409)) for number in (1, 2, 3, 4, 6, 16, 17)]
    assert not [name for name in own if "Source" in name or "Noto" in name]


def test_it_says_whose_it_is(font: TTFont, root: Path) -> None:
    names = font["name"]
    assert "2014-2021 Adobe" in str(names.getName(0, 3, 1, 0x409))
    assert "SIL Open Font License, Version 1.1" in str(names.getName(13, 3, 1, 0x409))
    licence = (root / "resources" / "fonts" / "OFL.txt").read_text("utf-8")
    assert "2014-2021 Adobe" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_it_covers_gb_2312(font: TTFont) -> None:
    # Row 16 to 87 are the characters; rows 1 to 9 the symbols, letters and kana.
    cells = [
        bytes((0xA0 + row, 0xA0 + cell))
        for row in (*range(1, 10), *range(16, 88))
        for cell in range(1, 95)
    ]
    covered = {sign for cell in cells for sign in cell.decode("gb2312", "ignore")}
    assert len(covered) == 7445
    assert missing(font, covered) == ""


def test_what_is_written_is_found_again_in_a_pdf(font: TTFont) -> None:
    """Qt names each glyph of a PDF by the lowest character that it stands for."""
    glyphs = font.getBestCmap()
    for sign in "–—～／・｀\u3000-①":
        alike = [code for code, glyph in glyphs.items() if glyph == glyphs[ord(sign)]]
        assert chr(min(alike)) == sign


@pytest.mark.parametrize("style", STYLES)
def test_no_glyph_is_drawn_that_stands_for_no_character(root: Path, style: str) -> None:
    """Text drawn by the other form of a glyph is neither found in a PDF nor copied out of it."""
    file = TTFont(root / "resources" / "fonts" / f"PlannerSansSC-{style}.ttf")
    assert "GSUB" not in file
    parts = {part for name in file.getGlyphOrder() for part in components(file, name)}
    named = {*file.getBestCmap().values(), ".notdef"}
    assert set(file.getGlyphOrder()) - named - parts == set()


def components(font: TTFont, name: str) -> list[str]:
    return list(font["glyf"][name].getComponentNames(font["glyf"]))


def test_it_covers_the_shipped_texts(font: TTFont, root: Path) -> None:
    files = [
        path
        for folder, pattern in (
            ("data", "*.yaml"),
            *(("resources", f"*.{suffix}") for suffix in ("po", "md", "yaml")),
        )
        for path in (root / folder).rglob(pattern)
    ]
    assert missing(font, {sign for path in files for sign in path.read_text("utf-8")}) == ""


def test_it_covers_the_texts_in_the_code(font: TTFont, root: Path) -> None:
    literals = [
        node.value
        for path in (root / "planner").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert missing(font, set("".join(literals))) == ""


def test_its_digits_stand_in_columns(font: TTFont) -> None:
    names = [font.getBestCmap()[ord(digit)] for digit in "0123456789−"]
    assert len({font["hmtx"][name][0] for name in names}) == 1


def test_qt_knows_it_with_both_weights(root: Path, qapp: object) -> None:
    from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

    for style in STYLES:
        file = root / "resources" / "fonts" / f"PlannerSansSC-{style}.ttf"
        number = QFontDatabase.addApplicationFont(str(file))
        assert QFontDatabase.applicationFontFamilies(number) == ["Planner Sans SC"]
    for weight, style in ((400, "Regular"), (600, "SemiBold"), (700, "SemiBold")):
        font = QFont("Planner Sans SC")
        font.setWeight(QFont.Weight(weight))
        assert QFontInfo(font).exactMatch()
        assert QFontInfo(font).styleName() == style


def test_quotation_marks_are_wide_beside_chinese_only(root: Path, qapp: object) -> None:
    from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

    QFontDatabase.addApplicationFont(str(root / "resources/fonts/PlannerSansSC-Regular.ttf"))
    font = QFont("Planner Sans SC")
    font.setPixelSize(100)
    width = QFontMetricsF(font).horizontalAdvance
    assert width("“谈判”") == pytest.approx(400, abs=1)
    assert width("“a”") < width("a") + 100
    assert width("好……”") == pytest.approx(400, abs=1)
    assert width("……") < 220
