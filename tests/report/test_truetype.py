"""Fonts cut down to a few letters, read again by fontTools."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from planner.report.truetype import FontFile, font_file

LETTERS = "Aé–„ÅǕg水直線經理😀①½"


@pytest.fixture(params=["Regular", "SemiBold"])
def path(root: Path, request: pytest.FixtureRequest) -> Path:
    return root / "resources" / "fonts" / f"PlannerSansSC-{request.param}.ttf"


def outline(font: Any, glyph: str) -> list[Any]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return list(pen.value)


def test_glyphs_and_advances_are_those_of_the_font(path: Path) -> None:
    ours, known = font_file(path), TTFont(path)
    best = known.getBestCmap()
    for letter in LETTERS + "\u0378":
        name = best.get(ord(letter))
        assert ours.glyph(letter) == (known.getGlyphID(name) if name else 0)
        if name:
            assert ours.advance(ours.glyph(letter)) == known["hmtx"][name][0]
    assert ours.units == known["head"].unitsPerEm


def test_a_subset_has_the_same_outlines_in_the_order_asked_for(path: Path) -> None:
    ours, known = font_file(path), TTFont(path)
    glyphs = [ours.glyph(letter) for letter in LETTERS if ours.glyph(letter)]
    # One glyph may be asked for twice, for two letters.
    glyphs.append(glyphs[0])
    data = ours.subset(glyphs)
    cut = TTFont(BytesIO(data), checkChecksums=2)
    order = cut.getGlyphOrder()
    assert len(data) < path.stat().st_size / 100
    for number, glyph in enumerate([0, *glyphs]):
        assert outline(cut, order[number]) == outline(known, known.getGlyphName(glyph))
        assert cut["hmtx"][order[number]] == known["hmtx"][known.getGlyphName(glyph)]


def test_composites_bring_what_they_are_made_of(path: Path) -> None:
    known = TTFont(path)
    glyf = known["glyf"]
    composites = [name for name in known.getGlyphOrder() if glyf[name].isComposite()][:20]
    data = FontFile(path.read_bytes()).subset([known.getGlyphID(name) for name in composites])
    cut = TTFont(BytesIO(data))
    order = cut.getGlyphOrder()
    for number, name in enumerate(composites, start=1):
        assert outline(cut, order[number]) == outline(known, name)


def test_a_font_of_thousands_of_letters_is_whole(path: Path) -> None:
    cut = TTFont(BytesIO(font_file(path).subset(range(1, 3000))))
    known = TTFont(path)
    last = known.getGlyphName(2999)
    assert outline(cut, cut.getGlyphOrder()[2999]) == outline(known, last)
