"""How charts look: fonts, sizes, widths, dashes, and the colours that whoever draws hands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from unicodedata import east_asian_width

# Widths of lines and sizes of marks, in figure units. What a line means is told by its dashes too.
HAIR, THIN, LINE, STRONG = 1.0, 1.5, 2.0, 2.5
DOT, MARK = 5.0, 7.0
Dashes = tuple[int, tuple[float, float]]
REQUIRED: Dashes = (0, (4.0, 3.0))
UNRATED: Dashes = (0, (2.0, 2.0))
STALE: Dashes = (0, (1.5, 2.5))
MANAGER: Dashes = (0, (7.0, 3.0))
OVERDUE: Dashes = (0, (3.0, 2.0))
# Of a filled ground, and the distance of the lines that hatch what is not certain.
PALE = 0.18
HATCH_STEP = 6.0

# Parts of an em that a letter takes on average, on the wide side so that an estimate never cuts.
_WIDE_EM = 1.0
_NARROW_EM = 0.6
_BOLD = 1.06
# The smallest text of the window, in parts of its body text.
_SMALL = 11.5 / 13


class TextWidth(Protocol):
    """How wide a line of text is in the font that the chart will be drawn with."""

    def __call__(self, text: str, size: float, bold: bool) -> float:
        """Return the width in figure units of `text` at `size` units an em."""
        ...


def estimated_width(text: str, size: float, bold: bool) -> float:
    """Return about how wide a line is in figure units, where no font can be asked."""
    ems = sum(_WIDE_EM if east_asian_width(letter) in "WF" else _NARROW_EM for letter in text)
    return ems * size * (_BOLD if bold else 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """Colours as `#rrggbb`, font families by preference, and text sizes in figure units.

    A figure unit is a pixel of the window, and a point (1/72 inch) on paper.
    """

    text: str
    quiet: str
    line: str
    ground: str
    held: str
    families: tuple[str, ...]
    body: float = 13.0
    width_of: TextWidth = estimated_width

    @property
    def small(self) -> float:
        """The size of labels."""
        return self.body * _SMALL

    @property
    def line_height(self) -> float:
        """The distance of two lines of labels."""
        return self.small * 1.35


def chart_style(
    colour: Callable[[str], str],
    track: int,
    families: tuple[str, ...],
    *,
    body: float = 13.0,
    width_of: TextWidth = estimated_width,
) -> ChartStyle:
    """Return the style of a theme's roles of colour, with the colour of the role's track."""
    return ChartStyle(
        text=colour("text"),
        quiet=colour("text-quiet"),
        line=colour("line"),
        ground=colour("surface"),
        held=colour(f"track-{track}"),
        families=families,
        body=body,
        width_of=width_of,
    )
