"""Punctuation beside Chinese in a PDF stands where whatever shapes the text puts it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from planner.gui.paper.sheet_painter import SheetPainter
from planner.gui.paper.wide_marks import Run, runs_of
from planner.report.drawing import Words
from planner.report.paper.anchors import Anchor
from planner.report.paper.flow import Sheet
from tests.pdf_checks import pictures_of, squeezed, text_of

SIZE = 10.0


def width_of(text: str) -> float:
    """Half an em a letter, a whole one for marks at a Chinese character, as that is."""
    total = 0.0
    for place, letter in enumerate(text):
        before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        beside = after if letter == "“" else before
        total += SIZE if letter > "\u3000" or beside > "\u3000" else SIZE / 2
    return total


def test_a_mark_gets_its_gap_on_the_side_away_from_what_it_holds() -> None:
    assert runs_of("从“谈判”起", width_of, SIZE) == [
        Run("从"),
        Run("“", 5.0),
        Run("谈判"),
        Run("”"),
        Run("起", 5.0),
    ]
    # At the end of a line its gap is there too, for the line is as wide as that.
    assert runs_of("谈判”", width_of, SIZE)[-1] == Run("", 5.0)


@pytest.mark.parametrize("text", ["“a” b’s … · c", "谈判", "", "a · b"])
def test_without_chinese_beside_it_no_mark_is_moved(text: str) -> None:
    assert runs_of(text, width_of, SIZE) == [Run(text)]


@pytest.mark.parametrize(
    "text", ["从“区域客户总监”没有路径通往此处。", "编者·补充 好……”完", "a “b” ‘中’ c"]
)
@pytest.mark.parametrize("bold", [False, True])
def test_it_looks_the_same_as_shaped_by_qt(
    painter: SheetPainter, tmp_path: Path, text: str, bold: bool
) -> None:
    words = Words(40, 100, text, 24, "text", bold)
    ours = Sheet(width=595.0, height=200.0, shapes=(words,))
    # What has anchors is left to Qt.
    qts = replace(ours, anchors=(Anchor(key="a", path=("A",), y=0.0),))
    inked = {}
    for name, sheet in (("ours", ours), ("qts", qts)):
        file = tmp_path / f"{name}.pdf"
        painter.write([sheet], file)
        assert text_of(file) == squeezed(text)
        (picture,) = pictures_of(file, 144)
        inked[name] = picture < 128
    assert b"ReportLab" in (tmp_path / "ours.pdf").read_bytes()
    assert b"ReportLab" not in (tmp_path / "qts.pdf").read_bytes()
    for one, other in (("ours", "qts"), ("qts", "ours")):
        # Two dots are a point, a 24th of an em.
        near = np.zeros_like(inked[other])
        for down in (-2, -1, 0, 1, 2):
            for right in (-2, -1, 0, 1, 2):
                near |= np.roll(inked[other], (down, right), (0, 1))
        assert np.count_nonzero(inked[one] & ~near) <= 0.01 * np.count_nonzero(inked[one])
