"""The map as one value without Qt: columns of tracks, ranks, moves, roles and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from planner.core.boxes import Band, Box, Layout
from planner.core.gaps import Interval
from planner.core.model import Catalogue, Move, MoveKind
from planner.core.people import Stance
from planner.core.text import Texts
from planner.report.drawing import Drawing, Measure, Rectangle, Shape, Words
from planner.report.map.headings import aligned, heading_of, height_needed
from planner.report.map.move_curves import MoveCurve, move_curves
from planner.report.map.moves import (
    Emphasis,
    Pill,
    legend_words,
    line_shapes,
    pill_shapes,
    pills,
    sample_line,
)
from planner.report.map.roles import SMALL, Detail, ring_shapes, role_shapes
from planner.report.map.state import MapState, RoleState
from planner.report.map.walk import reading_order
from planner.report.map.wish_words import stance_sign, stance_words

# Room for the names of the ranks at the left, of the tracks above, and around it all.
_RANKS, _TRACKS, _AROUND = 30.0, 14.0, 10.0
# Where the layout begins on the drawing.
LEFT, _TOP = _RANKS + _AROUND, _TRACKS + _AROUND
_LEGEND_ROW = 26.0
# The room for the name at the top of a column; more lies between it and the first boxes.
HEADER = 44.0
_COLUMN_RADIUS = 12.0
_SAMPLE = 26.0
# Above so many moves only those of the present and the selected role and the route are drawn.
MOST_MOVES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDrawing:
    """The map of one layout for one person in one language; all in scene units.

    `curves` and `pills` are those of the moves drawn at rest, the route last; `columns` and `ranks`
    lie under everything. `headings` are the names of the tracks, in lines; `top` is the height at
    which the layout begins.
    """

    catalogue: Catalogue
    state: MapState
    texts: Texts
    measure: Measure
    width: float
    height: float
    top: float
    boxes: Mapping[str, Box]
    tracks: tuple[Band, ...]
    rank_bands: tuple[Band, ...]
    columns: tuple[Shape, ...]
    headings: tuple[tuple[Words, ...], ...]
    rank_names: tuple[Words, ...]
    curves: tuple[MoveCurve, ...]
    pills: Mapping[str, Pill]
    track_numbers: Mapping[str, int]

    def emphasis(self, move: Move) -> Emphasis:
        """Return how strongly a move is drawn at rest."""
        if self.state.is_step_of_route(move.from_role, move.to_role):
            return Emphasis.ROUTE
        is_other = self.state.is_step_of_others(move.from_role, move.to_role)
        return Emphasis.OTHER_ROUTE if is_other else Emphasis.QUIET

    def role(self, role_id: str, detail: Detail) -> tuple[Shape, ...]:
        """Return the shapes of one role."""
        role = self.catalogue.role(role_id)
        # Where the tracks have no columns, each role says its own.
        track = self.track_numbers[role.track]
        name = self.catalogue.tracks[track].name
        return role_shapes(
            self.texts.pick(role.name),
            track,
            self.state.roles[role_id],
            self.boxes[role_id],
            detail,
            self.texts,
            self.measure,
            "" if self.tracks else self.texts.pick(name),
        )

    def lines(self, emphasis: Emphasis) -> tuple[Shape, ...]:
        """Return the lines of the moves that are drawn so at rest, without their years."""
        return tuple(
            chain.from_iterable(
                line_shapes(curve, emphasis)
                for curve in self.curves
                if self.emphasis(curve.move) is emphasis
            )
        )

    def years(self, emphasis: Emphasis) -> tuple[Shape, ...]:
        """Return the years on the moves that are drawn so at rest."""
        return tuple(
            chain.from_iterable(
                pill_shapes(self.pills[curve.move.id], emphasis)
                for curve in self.curves
                if curve.move.id in self.pills and self.emphasis(curve.move) is emphasis
            )
        )

    @property
    def columns_top(self) -> float:
        """Where the columns of the tracks begin."""
        return _AROUND

    @property
    def kinds(self) -> tuple[MoveKind, ...]:
        """The kinds of move drawn, in the order of the legend."""
        drawn = {curve.move.kind for curve in self.curves}
        return tuple(kind for kind in MoveKind if kind in drawn)

    def groups(self, detail: Detail = Detail.FULL) -> Iterator[tuple[tuple[Shape, ...], bool]]:
        """Yield what belongs together, from the lowest to the topmost, without the legend.

        True with each that is to be seen whole or not at all: roles, names and years.
        """
        for column in self.columns:
            yield (column,), False
        yield from ((lines, True) for lines in self.headings)
        yield from (((name,), True) for name in self.rank_names)
        yield from self._moves(Emphasis.QUIET)
        # In reading order, which is that of the text in a PDF.
        for role_id in reading_order(self.boxes):
            yield self.role(role_id, detail), True
        yield from self._moves(Emphasis.OTHER_ROUTE)
        yield from self._moves(Emphasis.ROUTE)

    def _moves(self, emphasis: Emphasis) -> Iterator[tuple[tuple[Shape, ...], bool]]:
        curves = [curve for curve in self.curves if self.emphasis(curve.move) is emphasis]
        for curve in curves:
            yield line_shapes(curve, emphasis), False
        for curve in curves:
            if curve.move.id in self.pills:
                yield pill_shapes(self.pills[curve.move.id], emphasis), True

    def whole(self, detail: Detail = Detail.FULL) -> Drawing:
        """Return everything as one drawing with its legend below, as on paper."""
        shapes = list(chain.from_iterable(group for group, _ in self.groups(detail)))
        legend, height = self.legend(self.height, self.width)
        return Drawing(self.width, self.height + height, (*shapes, *legend))

    def legend(self, y: float, right: float) -> tuple[tuple[Shape, ...], float]:
        """Return the legend from the height `y` down, up to `right`, and its own height."""
        drawn = [self.state.roles[role] for role in self.boxes]
        stances = {state.stance for state in drawn}
        return legend_shapes(
            self.kinds,
            self.texts,
            self.measure,
            x=_RANKS + _AROUND,
            y=y,
            width=right - _RANKS - _AROUND,
            has_ring=any(state.is_compared for state in drawn),
            stances=[stance for stance in self.state.stances if stance in stances],
        )


def map_drawing(
    catalogue: Catalogue,
    layout: Layout,
    state: MapState,
    texts: Texts,
    measure: Measure,
    *,
    moves: Iterable[Move] | None = None,
    seams: Sequence[Box] = (),
    top: float | None = None,
) -> MapDrawing:
    """Return the map of the placed roles; `moves` are those drawn at rest, all where None.

    Names of tracks stay between the `seams`, which years keep clear of where they can. The layout
    begins at `top`, where that is None as high as the names of the tracks allow.
    """
    tracks = tuple(Band(band.id, band.start + LEFT, band.end + LEFT) for band in layout.tracks)
    numbers = {track.id: number for number, track in enumerate(catalogue.tracks)}
    headings = _headings(tracks, catalogue, texts, measure, seams)
    if top is None:
        top = _top(headings, layout)
    drawn_moves = catalogue.moves if moves is None else tuple(moves)
    boxes = _boxes(layout, LEFT, top)
    drawn = move_curves(boxes, drawn_moves)
    left, right = _reach(drawn)
    if not tracks and left < LEFT:
        # Where no column pads the roles, ways round their outside need room of their own.
        boxes = _boxes(layout, 2 * LEFT - left, top)
        drawn = move_curves(boxes, drawn_moves)
        left, right = _reach(drawn)
    ranks = tuple(Band(band.id, band.start + top, band.end + top) for band in layout.ranks)
    bottom = top + layout.height
    # The route has the first choice of places for its years.
    in_order = sorted(
        drawn,
        key=lambda curve: not state.is_step_of_route(curve.move.from_role, curve.move.to_role),
    )
    years = pills(in_order, boxes, texts, measure, seams)
    right = max([right, *(pill.x + pill.width / 2 for pill in years.values())])
    return MapDrawing(
        catalogue=catalogue,
        state=state,
        texts=texts,
        measure=measure,
        width=max(LEFT + layout.width, right) + _AROUND,
        height=bottom + _AROUND,
        top=top,
        boxes=boxes,
        tracks=tracks,
        rank_bands=ranks,
        columns=tuple(
            Rectangle(
                band.start,
                _AROUND,
                band.end - band.start,
                bottom - _AROUND,
                f"track-{numbers[str(band.id)]}-tint",
                None,
                _COLUMN_RADIUS,
            )
            for band in tracks
        ),
        headings=headings,
        rank_names=tuple(_rank_name(band, catalogue, texts) for band in ranks),
        curves=drawn,
        pills=years,
        track_numbers=numbers,
    )


def legend_shapes(
    kinds: Iterable[MoveKind],
    texts: Texts,
    measure: Measure,
    *,
    x: float,
    y: float,
    width: float,
    has_ring: bool,
    stances: Iterable[Stance] = (),
) -> tuple[tuple[Shape, ...], float]:
    """Return the legend from its top left corner in rows of at most `width`, and its height."""
    shapes: list[Shape] = []
    at, row = x, y + _LEGEND_ROW / 2
    entries: list[tuple[MoveKind | Stance | None, str]] = [
        (kind, legend_words(kind, texts)) for kind in kinds
    ]
    if has_ring:
        entries.append((None, texts.tr("readiness")))
    entries += [(stance, stance_words(stance, texts)) for stance in stances]
    for kind, words in entries:
        sample = _SAMPLE if isinstance(kind, MoveKind) else 20.0
        needed = sample + 8 + measure(words, SMALL, False)
        if at > x and at + needed > x + width:
            at, row = x, row + _LEGEND_ROW
        if isinstance(kind, MoveKind):
            shapes.append(sample_line(kind, at, row, sample))
        elif kind is not None:
            shapes += stance_sign(kind, at + 10, row)
        else:
            ring = RoleState(is_compared=True, readiness=Interval(0.7, 0.7))
            shapes += ring_shapes(ring, at + 10, row, 7.5, 3.0, "text-quiet", 1.0)[:-1]
        shapes.append(Words(at + sample + 8, row + 4.3, words, SMALL, "text-quiet"))
        at += needed + 16
    return tuple(shapes), row + _LEGEND_ROW / 2 - y


def _boxes(layout: Layout, left: float, top: float) -> dict[str, Box]:
    return {
        role: Box(box.x + left, box.y + top, box.width, box.height)
        for role, box in layout.boxes.items()
    }


def _reach(curves: Iterable[MoveCurve]) -> tuple[float, float]:
    """Return how far ways go to the left and to the right at most."""
    across = [x for curve in curves for x, _ in curve.points]
    return min(across, default=LEFT), max(across, default=0.0)


def _headings(
    tracks: Iterable[Band],
    catalogue: Catalogue,
    texts: Texts,
    measure: Measure,
    seams: Sequence[Box],
) -> tuple[tuple[Words, ...], ...]:
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    numbers = {track.id: number for number, track in enumerate(catalogue.tracks)}
    found = [
        heading_of(
            band,
            names[str(band.id)],
            f"track-{numbers[str(band.id)]}",
            _AROUND,
            measure,
            seams,
        )
        for band in tracks
    ]
    return aligned(found, _AROUND)


def _top(headings: Sequence[tuple[Words, ...]], layout: Layout) -> float:
    """Return where the layout begins, so that the headings have room above its first boxes."""
    first = min((box.y - box.height / 2 for box in layout.boxes.values()), default=0.0)
    return max(_TOP, _AROUND + height_needed(headings) - first)


def _rank_name(band: Band, catalogue: Catalogue, texts: Texts) -> Words:
    named = {rank.rank: texts.pick(rank.name) for rank in catalogue.head.ranks}
    words = named.get(int(band.id)) or texts.tr("Rank {number}", number=band.id)
    return Words(
        _AROUND + 12, (band.start + band.end) / 2, words, SMALL, "text-quiet", False, "centre", True
    )
