"""What stands above and below every sheet, and what of it has no room there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from planner.report.drawing import Measure, Rectangle, Shape, Words
from planner.report.paper.line_setting import as_far_as_fits, at_most
from planner.report.paper.papers import Paper

# The part of the width that a line may take beside the page's number, and beside the date; the room
# that the number needs at most, in sizes of text.
_FOOT_SHARE, _HEAD_SHARE = 0.82, 0.74
_NUMBER = 10.0
# A longer notice is left out at the foot of each sheet, on one of little height sooner.
_MOST_FOOT_LINES, _MOST_FOOT_LINES_OF_LOW, _LOW = 4, 1, 360.0
_LEAST_FOOT_LINES = 2
# Between the title and the mark beside it, in sizes of text, and below the rule at the foot.
_GAP, _BELOW_RULE = 1.2, 3.0


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every sheet: a line above, and one below that ends beside the page's number.

    Where it `warns`, the line above stands out; a `mark` stands out beside it. Where there is no
    room for all that stands below, `brief` stands there and says `where` its `rest` is told.
    """

    above: tuple[str, str]
    below: str
    page: Callable[[int, int], str]
    warns: bool = False
    mark: str = ""
    brief: str = ""
    where: str = ""
    rest: str = ""


class RunningLines:
    """The lines of a document, set in `size` and `leading` points; `lines` breaks text for them.

    `untold` is what the foot leaves out, empty where it tells all.
    """

    def __init__(
        self,
        running: Running,
        paper: Paper,
        measure: Measure,
        lines: Callable[[str, float], tuple[str, ...]],
        *,
        size: float,
        leading: float,
    ) -> None:
        self._running = running
        self._paper = paper
        self._measure = measure
        self._lines = lines
        self._size = size
        self._leading = leading
        self._foot, self.untold = self._set_foot()

    @cached_property
    def foot_top(self) -> float:
        """How far below the top of a sheet the foot begins."""
        last = self._paper.height - self._paper.margin + 12
        return last - (len(self._foot) - 1) * self._leading - self._size - _BELOW_RULE

    def shapes(self, number: int, count: int) -> tuple[Shape, ...]:
        """Return the lines above and below a sheet, and the rule between them and the rest."""
        size, measure, running = self._size, self._measure, self._running
        left, right = self._paper.margin, self._paper.width - self._paper.margin
        top = self._paper.margin - 6
        first = self.foot_top + size + _BELOW_RULE
        last = first + (len(self._foot) - 1) * self._leading
        title, day = running.above
        room = self._paper.inner_width * _HEAD_SHARE
        mark, warns = running.mark, running.warns
        if mark:
            day = f" · {day}"
            beside = right - measure(day, size, False)
            room = beside - measure(mark, size, True) - left - _GAP * size
        # The first sheet says the whole of it.
        title = as_far_as_fits(title, lambda words: measure(words, size, False) <= room)
        page = running.page(number, count)
        return (
            Words(left, top, title, size, "warning" if warns else "text-quiet", warns),
            Words(right, top, day, size, "text-quiet", align="right"),
            *([Words(beside, top, mark, size, "warning", True, "right")] if mark else ()),
            Rectangle(left, self.foot_top, self._paper.inner_width, 0.5, "line"),
            *(
                Words(left, first + place * self._leading, line, size, "text-quiet")
                for place, line in enumerate(self._foot)
            ),
            Words(right, last, page, size, "text-quiet", align="right"),
        )

    def _set_foot(self) -> tuple[tuple[str, ...], str]:
        """Return the lines of the foot, and what they leave out."""
        running = self._running
        most = _MOST_FOOT_LINES if self._paper.inner_height > _LOW else _MOST_FOOT_LINES_OF_LOW
        whole = self._beside_number(running.below)
        if len(whole) <= most:
            return whole, ""
        if not running.brief:
            return at_most(self._lines(running.below, self._beside), most), running.below
        most = max(most, _LEAST_FOOT_LINES)

        def lines(brief: str) -> tuple[str, ...]:
            return self._beside_number(" · ".join(filter(None, (brief, running.where))))

        kept = as_far_as_fits(running.brief, lambda brief: len(lines(brief)) <= most)
        return lines(kept), running.rest if kept == running.brief else running.below

    @property
    def _beside(self) -> float:
        """The width of a line beside the page's number."""
        width = self._paper.inner_width
        return max(_FOOT_SHARE * width, width - _NUMBER * self._size)

    def _beside_number(self, text: str) -> tuple[str, ...]:
        """Return the lines of a text, the last of which leaves room for the page's number."""
        lines = self._lines(text, self._paper.inner_width)
        if self._measure(lines[-1], self._size, False) <= self._beside:
            return lines
        return self._lines(text, self._beside)
