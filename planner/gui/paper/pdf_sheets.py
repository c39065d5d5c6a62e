"""Sheets of shapes as a PDF by reportlab, in a fraction of the time and the bytes that Qt takes.

reportlab makes the document and embeds of the fonts the letters that are used. Paths and texts are
given to it as operators: relative paths of few digits take a quarter of the bytes of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from planner.gui.paper.wide_marks import runs_of
from planner.report.drawing import Arc, Curve, Measure, Polygon, Rectangle, Shape, Stroke, Words
from planner.report.paper.about_sheets import about
from planner.report.paper.flow import PlacedDrawing, Sheet

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

# Letters whose place depends on those beside them, which only a shaper of text knows.
_JOINED = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
# A letter beyond the first plane of Unicode in the table that reportlab makes for readers.
_BEYOND = re.compile(r"(?<=> <)[0-9A-F]{5,6}(?=>)")
# Text whose width is as measured to this part of an em needs no other spacing.
_SAME_WIDTH = 0.002
# Up to this many points a unit a tenth of a unit is too little to be seen.
_COARSE = 1.2
# Fonts of reportlab hold the place at which they read their file, for all documents.
_WRITING = Lock()


def can_write(sheets: Sequence[Sheet], fonts: Sequence[Path]) -> bool:
    """Whether sheets hold nothing but shapes, without anchors, and letters that the fonts have."""
    if any(sheet.charts or sheet.anchors for sheet in sheets):
        return False
    letters = {
        letter
        for sheet in sheets
        for shapes in (sheet.shapes, *(placed.drawing.shapes for placed in sheet.drawings))
        for shape in shapes
        if isinstance(shape, Words)
        for letter in shape.text
    }
    with _WRITING:
        known = [_font(path).face.charToGlyph for path in fonts]
    return all(
        unicodedata.category(letter) not in _JOINED
        and all(ord(letter) in glyphs for glyphs in known)
        for letter in letters
    )


def pdf_of(
    sheets: Sequence[Sheet],
    colours: Callable[[str], Callable[[str], str]],
    fonts: tuple[Path, Path],
    measure: Measure,
    creator: str,
    now: datetime,
) -> bytes:
    """Return sheets as a PDF, the same for the same sheets and `now`.

    `fonts` are the regular and the bold one. `colours` gives for the name of a theme what says its
    colours as `#rrggbb`.
    """
    # Imported here: most of what the planner does writes no PDF.
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    told = about(sheets)
    with _WRITING:
        rl_config.useA85 = 0
        regular, _ = faces = tuple(map(_font, fonts))
        file = BytesIO()
        canvas = Canvas(
            file,
            bottomup=0,
            pageCompression=1,
            # Else the file's number comes of the time.
            invariant=1,
            pdfVersion=(1, 4),
            # Else every page begins with a font that is not embedded.
            initialFontName=regular.fontName,
            lang=told.language or None,
        )
        canvas.setTitle(told.title)
        canvas.setCreator(creator)
        canvas.setAuthor(told.author)
        canvas.setSubject("")
        canvas.setDateFormatter(lambda *_: f"D:{now:%Y%m%d%H%M%S}")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        for sheet in sheets:
            canvas.setPageSize((sheet.width, sheet.height))
            for placed in sheet.drawings:
                _place(canvas, placed)
                pen = _Pen(canvas, colours(sheet.theme), faces, measure)
                pen.draw(placed.drawing.shapes, 1 if placed.scale <= _COARSE else 2)
                canvas.restoreState()
            _Pen(canvas, colours(sheet.theme), faces, measure).draw(sheet.shapes)
            canvas.showPage()
        canvas.save()
    return file.getvalue()


@lru_cache
def _font(path: Path) -> TTFont:
    """Return a font, read and made known once."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    class SearchableFont(TTFont):  # type: ignore[misc]
        """A font whose letters beyond the first plane a reader of the PDF finds too."""

        def addObjects(self, document: PDFDocument) -> None:
            super().addObjects(document)
            for name, table in document.idToObject.items():
                if name.startswith("toUnicodeCMap:"):
                    table.content = _BEYOND.sub(_as_surrogates, table.content)

    font = SearchableFont(path.stem, str(path), asciiReadable=False)
    # Readers of a PDF need neither, and both would go with each subset.
    del font.face.table["name"], font.face.table["OS/2"]
    # Else megabytes of outlines are copied for each subset.
    font.face.get_table = lru_cache(font.face.get_table)
    registerFont(font)
    return font


def _as_surrogates(found: re.Match[str]) -> str:
    """Return the number of a letter as the two of UTF-16, which PDF asks for."""
    return chr(int(found[0], 16)).encode("utf-16-be").hex().upper()


def _place(canvas: Canvas, placed: PlacedDrawing) -> None:
    """Move and scale what follows as a drawing is placed, and show nothing beyond it."""
    scale, drawing = placed.scale, placed.drawing
    canvas.saveState()
    canvas.translate(placed.x, placed.y)
    canvas.scale(scale, scale)
    canvas.translate(-placed.left, -placed.top)
    clip = canvas.beginPath()
    clip.rect(placed.left, placed.top, drawing.width, drawing.height)
    canvas.clipPath(clip, stroke=0, fill=0)


class _Pen:
    """Draws shapes with y growing downward; colours come from `colour` as `#rrggbb`.

    What it set last it takes for granted, and at first what a page has to begin with.
    """

    def __init__(
        self,
        canvas: Canvas,
        colour: Callable[[str], str],
        fonts: Sequence[TTFont],
        measure: Measure,
    ) -> None:
        self._canvas = canvas
        self._colour = colour
        self._fonts = fonts
        self._measure = measure
        self._fill = self._font = ""
        self._stroke: Stroke | None = None
        self._spacing = 0.0
        self._operators = ["1 j"]

    def draw(self, shapes: Iterable[Shape], digits: int = 2) -> None:
        """Draw shapes, their places with so many digits."""
        for shape in shapes:
            match shape:
                case Words():
                    self._words(shape, digits)
                case Rectangle(x, y, width, height, fill, stroke, radius):
                    self._path(x, y, digits, _box(width, height, radius), fill, stroke)
                case Curve(points, stroke):
                    self._path(*points[0], digits, _run(points, digits), "", stroke)
                case Polygon(points, fill, stroke):
                    x, y = points[0]
                    lines = [f"{_n(px - x, 2)} {_n(py - y, 2)} l" for px, py in points[1:]]
                    self._path(x, y, digits, f"0 0 m {' '.join(lines)} h", fill, stroke)
                case Arc(x, y, radius, start, span, stroke):
                    self._path(x, y, digits, _arc(radius, start, span), "", stroke)
        operators = "\n".join(self._operators)
        self._canvas.addLiteral(operators)
        # The file's number comes of what it holds.
        self._canvas._doc.updateSignature(operators)

    def _path(
        self, x: float, y: float, digits: int, path: str, fill: str, stroke: Stroke | None
    ) -> None:
        """Draw a path that begins at a place; those of one form compress to next to nothing."""
        self._ink(fill)
        if stroke is not None and stroke != self._stroke:
            self._stroke = stroke
            dash = " ".join(_n(part * stroke.width, 2) for part in stroke.dash)
            colour = _colour(self._colour(stroke.colour)).upper()
            self._operators.append(f"{colour} {_n(stroke.width, 2)} w [{dash}] 0 d")
        painted = ("B" if fill else "S") if stroke is not None else ("f" if fill else "n")
        self._operators.append(f"q 1 0 0 1 {_n(x, digits)} {_n(y, digits)} cm {path} {painted} Q")

    def _ink(self, fill: str) -> None:
        if fill and fill != self._fill:
            self._fill = fill
            self._operators.append(_colour(self._colour(fill)))

    def _words(self, words: Words, digits: int) -> None:
        x, y, text, size, colour, is_bold, align, is_turned = words
        if not text:
            return
        self._ink(colour)
        font, document = self._fonts[is_bold], self._canvas._doc
        width = self._measure(text, size, is_bold)
        runs = runs_of(text, lambda part: self._measure(part, size, is_bold), size)
        gaps = sum(run.before for run in runs)
        # Other kerning is spread between the letters, so that the text is as wide as measured.
        spacing = (width - gaps - font.stringWidth(text, size)) / max(1, len(text) - 1)
        spacing = round(spacing, 3) if abs(spacing) > _SAME_WIDTH * size else 0.0
        shift = {"left": 0.0, "centre": width / 2, "right": width}[align]
        if is_turned:
            shown = f"BT 0 -1 -1 0 {_n(x, digits)} {_n(y + shift, digits)} Tm"
        else:
            shown = f"BT 1 0 0 -1 {_n(x - shift, digits)} {_n(y, digits)} Tm"
        if spacing != self._spacing:
            self._spacing = spacing
            shown += f" {_n(spacing, 3)} Tc"
        for run in runs:
            gap = f" [{_n(-1000 * run.before / size, 1)}] TJ" if run.before else ""
            # Of more than 256 letters reportlab makes several fonts.
            for part, codes in font.splitString(run.text, document):
                named = f"{font.getSubsetInternalName(part, document)} {_n(size, 3)} Tf"
                if named != self._font:
                    self._font = named
                    shown += f" {named}"
                shown += f"{gap} {_raised(f'<{codes.hex()}> Tj', run.rise)}"
                gap = ""
        self._operators.append(f"{shown} ET")


# The same sizes and distances come again and again.
@lru_cache(maxsize=8192)
def _n(length: float, digits: int) -> str:
    """Return a number as short as it goes."""
    written = f"{length:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def _raised(shown: str, rise: float) -> str:
    """Return what shows a text so much above its line."""
    return f"{_n(rise, 3)} Ts {shown} 0 Ts" if rise else shown


@lru_cache
def _colour(code: str) -> str:
    """Return what sets a colour `#rrggbb`, a grey as one number."""
    red, green, blue = (_n(part / 255, 3) for part in bytes.fromhex(code.removeprefix("#")))
    return f"{red} g" if red == green == blue else f"{red} {green} {blue} rg"


@lru_cache(maxsize=4096)
def _box(width: float, height: float, radius: float) -> str:
    """Return a rectangle from 0 0, its corners rounded as far as there is room."""
    from reportlab.pdfgen.pathobject import PDFPathObject

    path = PDFPathObject()
    if radius > 0 and width > 0 and height > 0:
        path.roundRect(0, 0, width, height, min(radius, width / 2, height / 2))
    else:
        path.rect(0, 0, width, height)
    code: str = path.getCode()
    return code


@lru_cache(maxsize=4096)
def _arc(radius: float, start: float, span: float) -> str:
    """Return a part of a circle around 0 0, in turns from 12 o'clock, clockwise."""
    from reportlab.pdfgen.pathobject import PDFPathObject

    path = PDFPathObject()
    path.arc(-radius, -radius, radius, radius, 360 * start - 90, 360 * span)
    code: str = path.getCode()
    return code


def _run(points: tuple[tuple[float, float], ...], digits: int) -> str:
    """Return a run of curves relative to its first point; what is straight as a line."""
    x0, y0 = last = points[0]
    parts = ["0 0 m"]
    for number in range(1, len(points) - 2, 3):
        first, second, end = points[number : number + 3]
        is_line = (first, second) == (last, end) or any(
            last[axis] == first[axis] == second[axis] == end[axis] for axis in (0, 1)
        )
        for x, y in (end,) if is_line else (first, second, end):
            parts.append(f"{_n(x - x0, digits)} {_n(y - y0, digits)}")
        parts.append("l" if is_line else "c")
        last = end
    return " ".join(parts)
