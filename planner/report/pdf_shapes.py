"""Shapes as the operators of a PDF page: as few and as short as show the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import cos, pi, sin, tan

from planner.report.drawing import (
    Arc,
    Curve,
    Measure,
    Polygon,
    Rectangle,
    Shape,
    Stroke,
    Words,
)
from planner.report.truetype import FontFile

# How far the controls of a quarter of a circle lie from its ends, in radii.
_QUARTER = 0.5523
# Text whose width is as measured to this part of an em needs no other spacing.
_SAME_WIDTH = 0.002
# Up to this many points a unit a tenth of a unit is too little to be seen.
_COARSE = 1.2

_Point = tuple[float, float]


class Lettering:
    """The letters used of one font, numbered from 1 as they come."""

    def __init__(self, font: FontFile) -> None:
        self.font = font
        self.numbers: dict[str, int] = {}
        self._widths: dict[str, float] = {}

    def code(self, text: str) -> str:
        """Return a text in hexadecimal numbers of its letters."""
        numbers = self.numbers
        for letter in text:
            if letter not in numbers:
                numbers[letter] = len(numbers) + 1
                self._widths[letter] = self.font.advance(self.font.glyph(letter)) / self.font.units
        return "".join([f"{numbers[letter]:04X}" for letter in text])

    def width(self, text: str) -> float:
        """Return the width of a text that was coded, in ems, without kerning."""
        return sum([self._widths[letter] for letter in text])


class PageWriter:
    """Writes shapes with y growing downward; colours come from `colour` as `#rrggbb`."""

    def __init__(
        self, colour: Callable[[str], str], regular: Lettering, bold: Lettering, measure: Measure
    ) -> None:
        self.parts: list[str] = []
        self._colour = colour
        self._letterings = (regular, bold)
        self._measure = measure
        self._inks: dict[str, str] = {}
        self._forget()

    def _forget(self) -> None:
        """Take nothing of what was set before for granted."""
        self._fill = self._font = ""
        self._stroke: Stroke | None = None
        self._spacing = 0.0

    def place(
        self,
        shapes: Iterable[Shape],
        matrix: tuple[float, float, float],
        clip: tuple[float, float, float, float],
    ) -> None:
        """Write shapes scaled and moved by `(scale, x, y)`, and nothing of them beyond `clip`."""
        scale, x, y = matrix
        self.parts.append(f"q {_n(scale, 5)} 0 0 {_n(scale, 5)} {_n(x, 2)} {_n(y, 2)} cm")
        self.parts.append(" ".join(_n(length, 2) for length in clip) + " re W n")
        self._forget()
        self.write(shapes, 1 if scale <= _COARSE else 2)
        self.parts.append("Q")
        self._forget()

    def write(self, shapes: Iterable[Shape], digits: int = 2) -> None:
        """Write shapes, their lengths with so many digits."""
        for shape in shapes:
            match shape:
                case Words():
                    self._words(shape, digits)
                case Rectangle(x, y, width, height, fill, stroke, radius):
                    self._ink(fill, stroke)
                    path = _box(width, height, radius)
                    self._at(x, y, digits, path + _painted(fill, stroke))
                case Curve(points, stroke):
                    self._ink("", stroke)
                    self._at(*points[0], digits, _run(points, digits) + "S")
                case Polygon(points, fill, stroke):
                    self._ink(fill, stroke)
                    x, y = points[0]
                    lines = "".join(f"{_n(px - x, 2)} {_n(py - y, 2)} l " for px, py in points[1:])
                    self._at(x, y, digits, f"0 0 m {lines}h " + _painted(fill, stroke))
                case Arc(x, y, radius, start, span, stroke):
                    self._ink("", stroke)
                    self._at(x, y, digits, _arc(radius, start, span) + "S")

    def _at(self, x: float, y: float, digits: int, operators: str) -> None:
        """Write a path that begins at a place; paths of one form compress to next to nothing."""
        self.parts.append(f"q 1 0 0 1 {_n(x, digits)} {_n(y, digits)} cm {operators} Q")

    def _ink(self, fill: str, stroke: Stroke | None) -> None:
        """Set the colours and the line where they are others than before."""
        if fill and fill != self._fill:
            self._fill = fill
            self.parts.append(self._operands(fill) + ("g" if self._is_grey(fill) else "rg"))
        if stroke is None or stroke == self._stroke:
            return
        before, self._stroke = self._stroke, stroke
        if before is None:
            self.parts.append("1 j")
        if before is None or before.colour != stroke.colour:
            operator = "G" if self._is_grey(stroke.colour) else "RG"
            self.parts.append(self._operands(stroke.colour) + operator)
        if before is None or before[1:] != stroke[1:]:
            dash = " ".join(_n(part * stroke.width, 2) for part in stroke.dash)
            self.parts.append(f"{_n(stroke.width, 2)} w [{dash}] 0 d")

    def _operands(self, role: str) -> str:
        """Return a colour as three numbers, or as one where it is a grey."""
        if role not in self._inks:
            code = self._colour(role).removeprefix("#")
            parts = [int(code[place : place + 2], 16) / 255 for place in (0, 2, 4)]
            kept = parts[:1] if parts[0] == parts[1] == parts[2] else parts
            self._inks[role] = "".join(f"{_n(part, 3)} " for part in kept)
        return self._inks[role]

    def _is_grey(self, role: str) -> bool:
        return self._operands(role).count(" ") == 1

    def _words(self, words: Words, digits: int) -> None:
        x, y, text, size, colour, bold, align, turned = words
        if not text:
            return
        lettering = self._letterings[bold]
        code = lettering.code(text)
        self._ink(colour, None)
        sets = ""
        font = f"/F{int(bold)} {_n(size, 3)} Tf "
        if font != self._font:
            self._font = sets = font
        width = self._measure(text, size, bold)
        # Kerning is spread over the letters, so that the text is as wide as it was measured.
        spacing = (width - lettering.width(text) * size) / len(text)
        spacing = round(spacing, 3) if abs(spacing) > _SAME_WIDTH * size else 0.0
        if spacing != self._spacing:
            self._spacing = spacing
            sets += f"{_n(spacing, 3)} Tc "
        shift = {"left": 0.0, "centre": width / 2, "right": width}[align]
        if turned:
            matrix = f"0 -1 -1 0 {_n(x, digits)} {_n(y + shift, digits)}"
        else:
            matrix = f"1 0 0 -1 {_n(x - shift, digits)} {_n(y, digits)}"
        self.parts.append(f"BT {sets}{matrix} Tm <{code}> Tj ET")


def _n(length: float, digits: int) -> str:
    """Return a number as short as it goes."""
    written = f"{length:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def _painted(fill: str, stroke: Stroke | None) -> str:
    if fill:
        return "B" if stroke is not None else "f"
    return "S" if stroke is not None else "n"


@lru_cache(maxsize=4096)
def _box(width: float, height: float, radius: float) -> str:
    """Return a rectangle from 0 0, its corners rounded as far as there is room."""
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        return f"0 0 {_n(width, 2)} {_n(height, 2)} re "
    k = r * (1 - _QUARTER)
    runs: tuple[tuple[tuple[float, ...], str], ...] = (
        ((r, 0), "m"),
        ((width - r, 0), "l"),
        ((width - k, 0, width, k, width, r), "c"),
        ((width, height - r), "l"),
        ((width, height - k, width - k, height, width - r, height), "c"),
        ((r, height), "l"),
        ((k, height, 0, height - k, 0, height - r), "c"),
        ((0, r), "l"),
        ((0, k, k, 0, r, 0), "c"),
    )
    return "".join(" ".join(_n(n, 2) for n in numbers) + f" {op} " for numbers, op in runs) + "h "


def _run(points: tuple[_Point, ...], digits: int) -> str:
    """Return a run of curves relative to its first point; what is straight as a line."""
    x0, y0 = points[0]
    parts = ["0 0 m "]
    last = points[0]
    for number in range(1, len(points) - 2, 3):
        first, second, end = points[number : number + 3]
        if not _is_straight(last, first, second, end):
            for x, y in (first, second):
                parts.append(f"{_n(x - x0, digits)} {_n(y - y0, digits)} ")
            parts.append(f"{_n(end[0] - x0, digits)} {_n(end[1] - y0, digits)} c ")
        else:
            parts.append(f"{_n(end[0] - x0, digits)} {_n(end[1] - y0, digits)} l ")
        last = end
    return "".join(parts)


def _is_straight(start: _Point, first: _Point, second: _Point, end: _Point) -> bool:
    if first == start and second == end:
        return True
    return any(start[axis] == first[axis] == second[axis] == end[axis] for axis in (0, 1))


@lru_cache(maxsize=4096)
def _arc(radius: float, start: float, span: float) -> str:
    """Return a part of a circle around 0 0, in turns from 12 o'clock, clockwise."""
    pieces = max(1, int(abs(span) * 4 + 0.999))
    step = 2 * pi * span / pieces
    angle = 2 * pi * start
    reach = 4 / 3 * radius * tan(step / 4)
    parts = [f"{_n(radius * sin(angle), 2)} {_n(-radius * cos(angle), 2)} m "]
    for _ in range(pieces):
        end = angle + step
        numbers = (
            radius * sin(angle) + reach * cos(angle),
            -radius * cos(angle) + reach * sin(angle),
            radius * sin(end) - reach * cos(end),
            -radius * cos(end) - reach * sin(end),
            radius * sin(end),
            -radius * cos(end),
        )
        parts.append(" ".join(_n(number, 2) for number in numbers) + " c ")
        angle = end
    return "".join(parts)
