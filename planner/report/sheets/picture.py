"""A picture for the wall: a chart with its title, legend and notes, laid out around the seams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, Protocol

from planner.charts.elements.wrapping import wrapped
from planner.report.drawing import Area, Measure, Shape, Words, area_of, shifted
from planner.report.sheets.poster import Cuts, Span, cuts

# Of the title, of the line below it and of the notes, in units of the map.
_TITLE, _BELOW, _NOTE = 34.0, 17.0, 13.0
_LEADING, _ASCENT = 1.36, 1.0
_QUIET = (False, "text-quiet")
# Around the title and the notes, and between paragraphs.
_AROUND, _BETWEEN = 10.0, 7.0
# The widest column of notes.
_MOST_COLUMN = 760.0
# Between a seam and what lies beside it.
GAP = 16.0


Parting = Callable[[Sequence[Span], float, float, float, float], Cuts | None]


class Item(NamedTuple):
    """Shapes that belong together, and where they lie; `is_whole` where no edge may cut them."""

    shapes: tuple[Shape, ...]
    area: Area
    is_whole: bool


class Chart(Protocol):
    """What can be drawn around seams: a map, or a path."""

    @property
    def width(self) -> float:
        """Its width as it is without seams."""
        ...

    @property
    def height(self) -> float:
        """Its height as it is without seams."""
        ...

    @property
    def boxes(self) -> Sequence[Area]:
        """What must not be cut, as it is without seams."""
        ...

    def drawn(self, across: Cuts, down: Cuts, top: float) -> tuple[Sequence[Item], float]:
        """Return it with everything moved as the cuts ask, and the height of its legend.

        The cuts are those of a picture on which it begins at `top`.
        """
        ...

    def legend_height(self, width: float) -> float:
        """Return the height of its legend in a column of this width."""
        ...

    def notes(self) -> Sequence[str]:
        """Return what stands below it."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """The seams of a picture at one scale, and where the parts around the chart lie."""

    scale: float
    across: Cuts
    down: Cuts
    top: float
    heading: tuple[Item, ...]
    notes: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What is to be laid out: the chart and the words around it."""

    chart: Chart
    title: str
    below: Sequence[str]
    notes: Sequence[str]
    measure: Measure

    def plan(
        self,
        scale: float,
        width: float,
        height: float,
        overlap: float,
        *,
        columns: int = 0,
        parted: Parting = cuts,
    ) -> Plan | None:
        """Return the seams for sheets with this room in points; None where they cut something.

        Where there are `columns`, more than these are too many and None as well.
        """
        reach, strip = width / scale, overlap / scale
        chart = self.chart
        boxes = chart.boxes
        across = parted(
            [Span(box.x, box.x + box.width) for box in boxes], chart.width, reach, strip, GAP
        )
        if across is None or (columns and across.sheets > columns):
            return None
        first = across.seams[0] - _AROUND if across.seams else across.length
        heading, top = self._heading(min(first, across.length) - 2 * _AROUND)
        bottom = top + chart.height
        notes, end = self._notes(across, bottom, strip)
        rows = [
            *(item.area for item in (*heading, *notes)),
            *(box._replace(y=box.y + top) for box in boxes),
            Area(0, bottom, 1, chart.legend_height(first)),
        ]
        down = parted(
            [Span(area.y, area.y + area.height) for area in rows],
            end,
            height / scale,
            strip,
            2.0,
        )
        if down is None:
            return None
        return Plan(scale, across, down, top, heading, notes)

    def items(self, plan: Plan) -> tuple[Item, ...]:
        """Return everything that lies on the picture, from the lowest to the topmost."""
        chart, _ = self.chart.drawn(plan.across, plan.down, plan.top)
        around = [_moved_down(item, plan.down) for item in (*plan.heading, *plan.notes)]
        return (*chart, *around)

    def _heading(self, width: float) -> tuple[tuple[Item, ...], float]:
        items: list[Item] = []
        y = _AROUND / 2
        for text, size, bold, colour in (
            (self.title, _TITLE, True, "text"),
            *((line, _BELOW, False, "text-quiet") for line in self.below),
        ):
            lines = _lines(text, _AROUND, y, width, size, bold, colour, self.measure)
            items += lines
            y += len(lines) * size * _LEADING
        return tuple(items), y + _AROUND

    def _notes(self, across: Cuts, bottom: float, strip: float) -> tuple[tuple[Item, ...], float]:
        """Return the notes, beside the legend where there is a second sheet, and the lower end."""
        legend = self.chart.legend_height(
            across.seams[0] - _AROUND if across.seams else across.length
        )
        # The legend has the first sheet to itself where there are others.
        places = across.stretches(0.0)
        first = bottom + _AROUND + (0.0 if places[1:] else legend)
        places = places[1:] or places
        # A column begins beyond the strip that the sheet before it shows too.
        before = _AROUND + (strip if across.seams else 0.0)
        narrowest = min(place.end - place.start for place in places)
        width = min(_MOST_COLUMN, narrowest - before - _AROUND)
        paragraphs = [
            _lines(note, 0.0, 0.0, width, _NOTE, *_QUIET, self.measure) for note in self.notes
        ]
        heights = [len(lines) * _NOTE * _LEADING + _BETWEEN for lines in paragraphs]
        share = sum(heights) / len(places)
        items: list[Item] = []
        done = 0.0
        ends = [first] * len(places)
        for lines, height in zip(paragraphs, heights, strict=True):
            column = min(len(places) - 1, int((done + height / 2) / share))
            x = places[column].start + before
            items += [_moved(line, x, ends[column]) for line in lines]
            ends[column] += height
            done += height
        y = max(ends)
        return tuple(items), max(y, bottom + legend) + _AROUND


def whole_items(
    groups: Iterable[tuple[tuple[Shape, ...], bool]], measure: Measure, down: float
) -> Iterator[Item]:
    """Yield groups of shapes as items, so much further down."""
    for shapes, is_whole in groups:
        moved = tuple(shifted(shape, 0.0, down) for shape in shapes)
        yield Item(moved, area_of(moved, measure), is_whole)


def clear_of(item: Item, across: Cuts, down: Cuts) -> Item:
    """Return an item moved aside where a seam would go through it."""
    area = item.area
    x = _aside(area.x, area.width, across.seams)
    y = _aside(area.y, area.height, down.seams)
    return _moved(item, x, y) if x or y else item


def _aside(start: float, length: float, seams: Sequence[float]) -> float:
    for seam in seams:
        if start < seam < start + length:
            before, after = seam - length - start, seam - start
            return before - 1 if -before < after else after + 1
    return 0.0


def _moved_down(item: Item, down: Cuts) -> Item:
    by = down.moved(item.area.y + item.area.height / 2)
    return _moved(item, 0.0, by) if by else item


def _moved(item: Item, x: float, y: float) -> Item:
    area = item.area
    shapes = tuple(shifted(shape, x, y) for shape in item.shapes)
    return Item(shapes, area._replace(x=area.x + x, y=area.y + y), item.is_whole)


def _lines(
    text: str,
    x: float,
    y: float,
    width: float,
    size: float,
    bold: bool,
    colour: str,
    measure: Measure,
) -> list[Item]:
    width_of: Callable[[str], float] = partial(measure, size=size, bold=bold)
    items = []
    for number, line in enumerate(wrapped(text, width, width_of)):
        at = y + number * size * _LEADING
        words = Words(x, at + size * _ASCENT, line, size, colour, bold)
        area = area_of([words], measure)
        items.append(Item((words,), area, True))
    return items
