"""Blocks set one below the other on sheets of paper, as shapes in points; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from planner.report.drawing import Align, Drawing, Measure, Rectangle, Shape, Stroke, Words
from planner.report.paper.anchors import Anchor, Link
from planner.report.paper.line_setting import at_most, set_in_lines
from planner.report.paper.papers import Paper
from planner.report.paper.running_lines import Running, RunningLines
from planner.report.paper.spread import USUAL, Spread

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart
    from planner.core.text import Message

BODY, SMALL, HEADING, TITLE = 9.5, 8.0, 12.0, 19.0
LEADING = 1.38
# The baseline stands this far below the top of a line, in ems.
ASCENT = 0.98
# Rather than leave more of a sheet empty, a chart is set lower.
_MUCH = 0.4
_ENDLESS = 1e6
_BELOW_CHART, _BETWEEN_CHARTS = 12.0, 18.0
# What the heading of a chart takes.
CHART_HEADING = BODY * LEADING + 3.0
# A long title is set smaller, down to this size, so that it takes no more lines.
_LEAST_TITLE, _TITLE_LINES, _MOST_TITLE_LINES = 12.0, 3, 14
# What `Sheet.language` is for each language of the program.
LANGUAGE_TAGS = {"en": "en", "zh_CN": "zh-CN"}


@dataclass(frozen=True, slots=True)
class PlacedDrawing:
    """A drawing on a sheet: its top left corner, and points a scene unit.

    Shown is what begins `left` and `top` units into the drawing's coordinates.
    """

    drawing: Drawing
    x: float
    y: float
    scale: float
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart on a sheet; `figure(width, height)` makes it when it is painted."""

    x: float
    y: float
    width: float
    height: float
    figure: Callable[[float, float], Chart]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One side of paper, in points from the top left; `title` names its document.

    `theme` names the colours: paper, or paper-bw for shades of grey. `language` is that of its
    texts, such as `zh-CN`, empty where it is not known; `author` is whom its document names. Who
    looks at it before it is printed is told the `remark`: what it does not show of what was chosen.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str = ""
    drawings: tuple[PlacedDrawing, ...] = ()
    charts: tuple[PlacedChart, ...] = ()
    theme: str = "paper"
    anchors: tuple[Anchor, ...] = ()
    links: tuple[Link, ...] = ()
    language: str = ""
    author: str = ""
    remark: Message | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table's cell: lines of text, or shapes made for its top left corner."""

    text: str = ""
    note: str = ""
    bold: bool = False
    colour: str = "text"
    shapes: Callable[[float, float], Sequence[Shape]] | None = None
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its width and indent in points, and how its cells align."""

    heading: str
    width: float
    align: Align = "left"
    indent: float = 0.0

    @property
    def room(self) -> float:
        """The width of its text."""
        return self.width - self.indent - 6


class Flow:
    """Sets blocks from the top down and begins a new sheet where one no longer fits.

    Paragraphs begin `indent` points from the left margin, and end `inset` from the right one.
    The `closeness` of its `spread` holds between blocks and between rows.
    """

    def __init__(
        self, paper: Paper, measure: Measure, running: Running, spread: Spread = USUAL
    ) -> None:
        self.paper = paper
        self.measure = measure
        self.closeness = spread.closeness
        self._spread = spread
        self.indent = self.inset = 0.0
        self.is_measured = False
        self._running = running
        self._lines = RunningLines(
            running,
            paper,
            measure,
            partial(self.lines, size=SMALL),
            size=SMALL,
            leading=SMALL * LEADING,
        )
        self._pages: list[tuple[list[Shape], list[PlacedChart]]] = []
        self._waiting: Callable[[], None] | None = None
        self._begin_page()

    @property
    def room(self) -> float:
        """The height left on the sheet."""
        return self._bottom - self._kept_free - self.y

    @property
    def whole_room(self) -> float:
        """The height that a sheet has from its top."""
        return self._bottom - self._top

    @property
    def width(self) -> float:
        """The width of a paragraph."""
        return self.paper.inner_width - self.indent - self.inset

    def trial(self, width: float) -> Flow:
        """Return a flow for paragraphs so wide, without an end, on which their height is tried."""
        margin = self.paper.margin
        endless = Paper(width=width + 2 * margin, height=_ENDLESS, margin=margin)
        return Flow(endless, self.measure, self._running, Spread(closeness=self.closeness))

    @property
    def page_count(self) -> int:
        """How many sheets were begun."""
        return len(self._pages)

    @property
    def untold(self) -> str:
        """What the foot of the sheets leaves out, empty where it tells all."""
        return self._lines.untold

    def lines(self, text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
        """Return `text` broken into lines of at most `width`."""
        width_of = partial(self.measure, size=size, bold=bold)
        return tuple(
            line
            for part in text.splitlines() or [""]
            for line in set_in_lines(part, width, width_of)
        )

    def title(self, text: str) -> None:
        """Set a title, smaller where it is long."""
        size = TITLE
        while (
            size > _LEAST_TITLE
            and len(self.lines(text, self.width, size, bold=True)) > _TITLE_LINES
        ):
            size -= 1
        self.text(text, size=size, bold=True, most=_MOST_TITLE_LINES)

    def need(self, height: float) -> None:
        """Begin a new sheet unless `height` is left on this one, or all has been measured."""
        while not self.is_measured and height > self.room and self.y > self._top:
            self._begin_page()

    def space(self, height: float) -> None:
        """Leave a gap."""
        self.y += height * self.closeness

    def add(self, *shapes: Shape) -> None:
        """Put shapes where they say, on this sheet."""
        self._pages[-1][0].extend(shapes)

    def text(
        self,
        text: str,
        *,
        size: float = BODY,
        bold: bool = False,
        colour: str = "text",
        indent: float = 0.0,
        keep: float = 0.0,
        most: int | None = None,
        box: bool = False,
    ) -> None:
        """Set a paragraph of at most `most` lines, with a box to tick before it where `box`.

        `keep` is the height of what must follow on the same sheet.
        """
        x = self.paper.margin + self.indent + indent
        width = self.width - indent
        lines = self.lines(text, width, size, bold=bold)
        lines = lines if most is None else at_most(lines, most)
        self.need(size * LEADING * min(len(lines), 3) + keep)
        if box:
            side = size * 0.8
            frame = Stroke("line-strong", size * 0.09)
            y = self.y + size * (ASCENT - 0.74)
            self.add(Rectangle(x - size * 1.5, y, side, side, "", frame, size * 0.12))
        for line in lines:
            self.need(size * LEADING)
            self.add(Words(x, self.y + size * ASCENT, line, size, colour, bold))
            self.y += size * LEADING

    def charts(
        self,
        figures: Sequence[Callable[[float, float], Chart]],
        height: float,
        gap: float = _BETWEEN_CHARTS,
        *,
        least: float = inf,
        used: Callable[[float], float] = float,
        floats: bool = False,
        headings: Sequence[str] = (),
    ) -> None:
        """Set charts side by side, lower where a sheet is, or where `least` is left on this one.

        The height is that with the headings, one of each chart where there are any. `used` says
        how much of it they take. Where they do not fit and `floats`, what comes
        after them goes on here, and they stand at the top of the next sheet; see `set_waiting`.
        """
        height = used(min(height, self.whole_room))
        if least <= self.room < height:
            height = used(self.room)
        if floats and height > self.room and self.y > self._top:
            self._waiting = partial(self.charts, figures, height, gap, headings=headings)
            return
        self.need(height)
        width = self.width_of_chart(len(figures), gap)
        for place, figure in enumerate(figures):
            x, above = self.paper.margin + place * (width + gap), 0.0
            if headings:
                self.add(Words(x, self.y + BODY * ASCENT, headings[place], BODY, "text", True))
                above = CHART_HEADING
            chart = PlacedChart(x, self.y + above, width, height - above, figure)
            self._pages[-1][1].append(chart)
        self.y += height

    def width_of_chart(self, count: int, gap: float = _BETWEEN_CHARTS) -> float:
        """Return the width of each of so many charts side by side."""
        return (self.paper.inner_width - gap * (count - 1)) / count

    def least_of_chart(self, least: float) -> float:
        """Return how low a chart may be: `least`, where much of the sheet would be left empty."""
        return least if self.room > _MUCH * self.whole_room else inf

    def set_waiting(self) -> None:
        """Set charts that wait for the next sheet on one."""
        if self._waiting is not None:
            self._begin_page()

    def table(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], keep: float = 0.0
    ) -> None:
        """Set a table, its heading on each sheet, no row split, the last with `keep` below it."""
        heights = [self._row_height(columns, row) for row in rows]
        self.need(self._heading_height(columns) + sum(heights[:2]) + (len(rows) < 3) * keep)
        self._heading(columns)
        for number, (row, height) in enumerate(zip(rows, heights, strict=True), start=1):
            if height + (number == len(rows)) * keep > self.room:
                self._begin_page()
                self.need(self._heading_height(columns) + height)
                self._heading(columns)
            self._row(columns, row, height)

    def tell_rest(self, *, size: float = SMALL, gap: float = 14.0) -> None:
        """Set what the foot of the sheets leaves out, where it does."""
        if self.untold:
            self.space(gap)
            self.text(self.untold, size=size, colour="text-quiet")

    def height_of_rest(self, *, gap: float = 14.0) -> float:
        """Return the height that `tell_rest` takes."""
        lines = self.lines(self.untold, self.width, SMALL)
        return gap + len(lines) * SMALL * LEADING if self.untold else 0.0

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the sheets, each with its running lines."""
        count = len(self._pages)
        return tuple(
            Sheet(
                width=self.paper.width,
                height=self.paper.height,
                shapes=(*shapes, *self._lines.shapes(number, count)),
                title=self._running.above[0],
                charts=tuple(charts),
            )
            for number, (shapes, charts) in enumerate(self._pages, start=1)
        )

    def _begin_page(self) -> None:
        self._pages.append(([], []))
        self._top = self.paper.margin + 18
        self._bottom = self._lines.foot_top - 10
        self._kept_free = self._spread.by if self.page_count == self._spread.early else 0.0
        self.y = self._top
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
            self.space(_BELOW_CHART)

    def _heading_height(self, columns: Sequence[Column]) -> float:
        most = max(
            len(self.lines(column.heading, column.room, SMALL, bold=True)) for column in columns
        )
        return most * SMALL * LEADING + 6

    def _heading(self, columns: Sequence[Column]) -> None:
        height = self._heading_height(columns)
        x = self.paper.margin
        for column in columns:
            y = self.y
            for line in self.lines(column.heading, column.room, SMALL, bold=True):
                at, align = _aligned(x, column)
                self.add(Words(at, y + SMALL * ASCENT, line, SMALL, "text-quiet", True, align))
                y += SMALL * LEADING
            x += column.width
        self.y += height
        self._rule("line-strong")
        self.y += 5

    def _row_height(self, columns: Sequence[Column], row: Sequence[Cell]) -> float:
        return 9 * self.closeness + max(
            self._cell_height(cell, column.room) for cell, column in zip(row, columns, strict=True)
        )

    def _cell_lines(self, cell: Cell, width: float) -> Iterator[tuple[str, float, bool, str]]:
        """Yield the lines of a cell with size, weight and colour; a sheet's height is the most."""
        room = self.whole_room / 2
        for text, size, bold, colour in (
            (cell.text, BODY, cell.bold, cell.colour),
            (cell.note, SMALL, False, "text-quiet"),
        ):
            lines = self.lines(text, width, size, bold=bold) if text else ()
            for line in at_most(lines, int(room / (size * LEADING)) - 2):
                yield line, size, bold, colour

    def _cell_height(self, cell: Cell, width: float) -> float:
        text = sum(size * LEADING for _, size, _, _ in self._cell_lines(cell, width))
        return max(cell.height, text)

    def _row(self, columns: Sequence[Column], row: Sequence[Cell], height: float) -> None:
        x = self.paper.margin
        for cell, column in zip(row, columns, strict=True):
            y = self.y
            at, align = _aligned(x, column)
            for line, size, bold, colour in self._cell_lines(cell, column.room):
                self.add(Words(at, y + size * ASCENT, line, size, colour, bold, align))
                y += size * LEADING
            if cell.shapes is not None:
                self.add(*cell.shapes(x + column.indent, self.y + 1.5))
            x += column.width
        below = 4 * self.closeness
        self.y += height - below
        self._rule("line")
        self.y += below

    def _rule(self, colour: str) -> None:
        self.add(Rectangle(self.paper.margin, self.y, self.paper.inner_width, 0.6, colour))


def _aligned(x: float, column: Column) -> tuple[float, Align]:
    if column.align == "right":
        return x + column.indent + column.room, "right"
    if column.align == "centre":
        return x + column.indent + column.room / 2, "centre"
    return x + column.indent, "left"
