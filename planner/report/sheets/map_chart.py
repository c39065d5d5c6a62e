"""The map as a chart that makes room for the seams of a poster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from planner.core.boxes import Band, Box, Layout
from planner.core.layout import layout
from planner.report.drawing import Area, Words, area_of
from planner.report.map.map_drawing import LEFT, MapDrawing, map_drawing
from planner.report.map.roles import BODY, Detail, box_size
from planner.report.map.words import state_line
from planner.report.pages import PageContext, Press
from planner.report.paper.chart_options import ChartOptions
from planner.report.sheets.chart_notes import (
    chart_notes,
    cut_names,
    cut_names_words,
    moves_on_paper,
)
from planner.report.sheets.chart_subject import Subject
from planner.report.sheets.picture import Item, clear_of, whole_items
from planner.report.sheets.poster import Cuts

# Marks at the corners of a box reach so far beyond it.
_BADGE = 7.0
# How wide a seam is for the years that keep clear of it.
_SEAM = 8.0


@dataclass(kw_only=True)
class MapChart:
    """A map, laid out once, and drawn for the seams that were found for it."""

    subject: Subject
    context: PageContext
    options: ChartOptions
    press: Press
    placed: Layout

    @cached_property
    def _flat(self) -> MapDrawing:
        """The map without any moves, which is enough to know its measures."""
        return map_drawing(
            self.subject.part,
            self.placed,
            self.subject.state,
            self.context.texts,
            self.press.measure,
            moves=(),
        )

    @property
    def width(self) -> float:
        """Its width as it is without seams."""
        return self._flat.width

    @property
    def height(self) -> float:
        """Its height as it is without seams."""
        return self._flat.height

    @cached_property
    def boxes(self) -> Sequence[Area]:
        """The roles with their marks, and the names of ranks."""
        roles = [
            Area(
                box.x - box.width / 2 - _BADGE,
                box.y - box.height / 2 - _BADGE,
                box.width + 2 * _BADGE,
                box.height + 2 * _BADGE,
            )
            for box in self._flat.boxes.values()
        ]
        ranks = [area_of([name], self.press.measure) for name in self._flat.rank_names]
        # The name of a track is fitted in width.
        tracks = [
            area_of(lines, self.press.measure)._replace(x=0.0, width=0.0)
            for lines in self._flat.headings
        ]
        return [*roles, *ranks, *tracks]

    @cached_property
    def sizes(self) -> tuple[float, float]:
        """The sizes of the smallest name and of the smallest text, in units."""
        words = [
            shape
            for role in self._flat.boxes
            for shape in self._flat.role(role, Detail.FULL)
            if isinstance(shape, Words)
        ]
        # The number in a ring is centred, and no name.
        names = [shape.size for shape in words if shape.bold and shape.align == "left"]
        around = (*words, *chain.from_iterable(self._flat.headings), *self._flat.rank_names)
        least = min((shape.size for shape in around), default=BODY)
        return min(names, default=BODY), least

    def drawn(self, across: Cuts, down: Cuts, top: float) -> tuple[Sequence[Item], float]:
        """Return the map with its roles moved as the cuts ask, and the height of its legend."""
        made = self._drawing(across, down, top)
        right = across.seams[0] if across.seams else across.length
        # The legend follows the last rank wherever that went.
        legend, height = made.legend(made.height, right - _BADGE)
        groups = [*made.groups(), (legend, True)]
        items = [
            clear_of(item, across, down) if item.is_whole else item
            for item in whole_items(
                [group for group in groups if group[0]], self.press.measure, top
            )
        ]
        return items, height

    def legend_height(self, width: float) -> float:
        """Return the height of its legend in a column of this width."""
        return self._legend_drawing.legend(0.0, width - _BADGE)[1]

    def notes(self) -> list[str]:
        """Return what stands below it."""
        subject, context = self.subject, self.context
        moves = moves_on_paper(subject.part.moves, subject.state)
        notes = chart_notes(
            subject.part, moves, context, is_brief=False, is_blank=self.options.is_blank
        )
        return [*notes, *cut_names_words(cut_names(self._flat), context)]

    @cached_property
    def _legend_drawing(self) -> MapDrawing:
        """The map with one move of each kind, which is enough to know the legend."""
        kinds = {move.kind: move for move in self.subject.part.moves}
        return map_drawing(
            self.subject.part,
            self.placed,
            self.subject.state,
            self.context.texts,
            self.press.measure,
            moves=tuple(kinds.values()),
        )

    def _drawing(self, across: Cuts, down: Cuts, top: float) -> MapDrawing:
        part, state = self.subject.part, self.subject.state
        seams = [
            *(Box(seam, down.length / 2, _SEAM, 2 * down.length) for seam in across.seams),
            *(Box(across.length / 2, seam - top, 2 * across.length, _SEAM) for seam in down.seams),
        ]
        return map_drawing(
            part,
            _moved(self.placed, across, down, self._flat.top, top),
            state,
            self.context.texts,
            self.press.measure,
            moves=moves_on_paper(part.moves, state),
            seams=seams,
            top=self._flat.top,
        )


def map_chart(
    subject: Subject, context: PageContext, options: ChartOptions, press: Press
) -> MapChart:
    """Return the map of a subject, its boxes wide enough for all that stands in them."""
    lines = [state_line(subject.state.roles[role.id], context.texts) for role in subject.part.roles]
    size = box_size(subject.part, press.measure, lines)
    return MapChart(
        subject=subject,
        context=context,
        options=options,
        press=press,
        placed=layout(subject.part, size, within=context.catalogue),
    )


def _moved(placed: Layout, across: Cuts, down: Cuts, begins: float, top: float) -> Layout:
    """Return a layout with everything moved as the cuts of its picture ask.

    The layout `begins` so far below the drawing's top, the drawing at the `top` of the picture.
    """

    def right(x: float) -> float:
        return x + across.moved(x + LEFT)

    def below(y: float) -> float:
        return y + down.moved(y + begins + top)

    def banded(band: Band, moved: Callable[[float], float]) -> Band:
        return Band(band.id, moved(band.start), moved(band.end))

    return Layout(
        boxes={
            role: Box(right(box.x), below(box.y), box.width, box.height)
            for role, box in placed.boxes.items()
        },
        tracks=tuple(banded(band, right) for band in placed.tracks),
        ranks=tuple(banded(band, below) for band in placed.ranks),
        width=right(placed.width),
        height=below(placed.height),
    )
