"""How a chart is put on paper: how large, which way, in which style, and how much of the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Orientation = Literal["best", "portrait", "landscape"]
Fit = Literal["page", "width", "true", "poster"]
Style = Literal["colour", "bw", "large"]
# The kinds of paper, from the smallest of each family.
PAPER_NAMES = ("a5", "a4", "a3", "a2", "a1", "a0", "letter", "legal", "tabloid")
ORIENTATIONS: tuple[Orientation, ...] = get_args(Orientation)
FITS: tuple[Fit, ...] = get_args(Fit)
STYLES: tuple[Style, ...] = get_args(Style)

POINTS_A_MM = 72 / 25.4
# No text on paper is smaller, in points, and a name at true scale is no smaller.
LEAST_TEXT, _LEAST_NAME = 6.0, 9.0
# How much larger all is in the large-print style.
_LARGER = 1.6
# With the sheet the words around a chart grow by this power: from a wall they are read from further
# away than from a desk, yet the room that they leave to the chart grows faster than they do.
_GROWTH = 0.75
# More sheets a side are no poster but a mistake in typing, and a wider strip is more than a hand
# needs for gluing; both that and the usual one in millimetres.
MOST_SHEETS = 25
MOST_OVERLAP, USUAL_OVERLAP = 50, 10
MOST_NEAR = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartOptions:
    """What a chart shows and how; of `track`, `near` and `roles` one at most is set.

    `fit` page is one sheet, width as many sheets one below the other as it takes, true the size at
    which names are 9 points, poster `columns` by `rows` sheets (1 to 25). `overlap` of neighbouring
    sheets in millimetres (0 to 50). `is_blank` leaves the person out. `near` is so many moves
    around the present role, 0 for the whole map; `roles` are those along one way. `times_a4` is
    how many times as wide and high as A4 the sheet is that all of a chart stands on.
    """

    orientation: Orientation = "best"
    fit: Fit = "page"
    columns: int = 2
    rows: int = 2
    overlap: float = USUAL_OVERLAP
    style: Style = "colour"
    is_blank: bool = False
    track: str = ""
    near: int = 0
    roles: tuple[str, ...] = ()
    times_a4: float = 1.0

    @property
    def may_take_several(self) -> bool:
        """Whether a chart may be on several sheets that are glued together."""
        return self.fit != "page"

    @property
    def overlap_points(self) -> float:
        """The overlap of neighbouring sheets in points."""
        return self.overlap * POINTS_A_MM

    @property
    def larger(self) -> float:
        """How many times larger than usual everything is printed."""
        return self._large_print * self.enlargement

    @property
    def enlargement(self) -> float:
        """How many times larger than on A4 title, notes and legend are set."""
        return float(self.times_a4**_GROWTH)

    @property
    def growth(self) -> float:
        """How many times more than these the drawing may grow."""
        return self.times_a4 / self.enlargement

    @property
    def _large_print(self) -> float:
        return _LARGER if self.style == "large" else 1.0

    @property
    def least_text(self) -> float:
        """The size in points below which there is no text."""
        return LEAST_TEXT * self._large_print

    @property
    def least_name(self) -> float:
        """The size in points of the smallest name at true scale."""
        return _LEAST_NAME * self._large_print

    @property
    def theme(self) -> str:
        """The name of the colours."""
        return "paper-bw" if self.style == "bw" else "paper"
