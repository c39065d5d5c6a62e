"""Sheets looked at as shapes: where their words lie, and what they say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations
from unicodedata import east_asian_width

from planner.report.drawing import Words
from planner.report.pages import Press
from planner.report.paper.flow import Sheet

Place = tuple[float, float, float, float]


def measured(text: str, size: float, bold: bool) -> float:
    """Return a width as a typeface would have it: Chinese letters a whole em, others half a one."""
    ems = sum(1.0 if east_asian_width(letter) in "WF" else 0.52 for letter in text)
    return ems * size * (1.04 if bold else 1.0)


def press() -> Press:
    """Return what the makers of sheets must know, without Qt."""
    return Press(
        measure=measured, colours=lambda _theme: lambda _role: "#000000", families=("sans-serif",)
    )


def words_of(sheet: Sheet) -> list[Words]:
    """Return the lines of text that a sheet itself holds."""
    return [shape for shape in sheet.shapes if isinstance(shape, Words)]


def said(sheets: Sequence[Sheet]) -> str:
    """Return everything that sheets say, drawings included, without the spaces at line ends."""
    texts = [
        shape.text
        for sheet in sheets
        for shape in (*(s for d in sheet.drawings for s in d.drawing.shapes), *sheet.shapes)
        if isinstance(shape, Words)
    ]
    return squeezed("".join(texts))


def squeezed(text: str) -> str:
    """Return a text without white space, and with one form for each letter."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def place_of(words: Words) -> Place:
    """Return left, top, right and bottom of the ink of a line of text."""
    width = measured(words.text, words.size, words.bold)
    left = words.x - {"left": 0.0, "centre": width / 2, "right": width}[words.align]
    return left, words.y - 0.72 * words.size, left + width, words.y + 0.2 * words.size


def collisions(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the pairs of texts that lie upon each other, or upon a chart."""
    placed = [(words.text, place_of(words)) for words in words_of(sheet) if words.text.strip()]
    placed += [
        ("a chart", (chart.x, chart.y, chart.x + chart.width, chart.y + chart.height))
        for chart in sheet.charts
    ]
    placed += [
        ("a drawing", (d.x, d.y, d.x + d.drawing.width * d.scale, d.y + d.drawing.height * d.scale))
        for d in sheet.drawings
    ]
    for (text, one), (other_text, other) in combinations(placed, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        if across > 0.5 and down > 0.5:
            yield text, other_text


def outside(sheet: Sheet, margin: float) -> Iterator[str]:
    """Yield what lies beyond the margins; running lines may use a part of two."""
    for words in words_of(sheet):
        left, top, right, bottom = place_of(words)
        if (
            left < margin - 0.5
            or right > sheet.width - margin + 0.5
            or top < margin - 16
            or bottom > sheet.height - margin + 16
        ):
            yield words.text
    for drawing in sheet.drawings:
        right = drawing.x + drawing.drawing.width * drawing.scale
        bottom = drawing.y + drawing.drawing.height * drawing.scale
        if (
            drawing.x < margin - 0.5
            or right > sheet.width - margin + 0.5
            or bottom > sheet.height - margin
        ):
            yield "a drawing"
