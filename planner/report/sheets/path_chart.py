"""A person's path drawn as stops in reading order, each with its days, joined by the moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from planner.charts.elements.wrapping import wrapped
from planner.core.model import Move, MoveKind
from planner.report.drawing import (
    Area,
    Drawing,
    Rectangle,
    Shape,
    Stroke,
    Words,
)
from planner.report.map.map_drawing import legend_shapes
from planner.report.map.move_curves import MoveCurve
from planner.report.map.moves import Emphasis, Pill, line_shapes, pill_shapes
from planner.report.map.roles import ring_shapes, star_badge
from planner.report.map.state import MapState, RoleState
from planner.report.map.streets import rounded
from planner.report.map.words import readiness_words, years_words
from planner.report.pages import PageContext, Press
from planner.report.paper.chart_options import ChartOptions
from planner.report.sheets.career_path import Stop, When, joins
from planner.report.sheets.picture import Item, clear_of, whole_items
from planner.report.sheets.poster import Cuts

# In units: a stop's box, the room between two in a row and between rows, and around it all.
_WIDTH, _HEIGHT, _BETWEEN, _ROWS, _AROUND = 210.0, 96.0, 96.0, 92.0, 16.0
# The days stand above the box, and a move from the row before arrives so far along it.
_DAYS, _INTO = 26.0, 184.0
_NAME, _SMALLEST_NAME, _SMALL, _DAY = 16.0, 9.0, 12.5, 15.0
_RADIUS, _BAR = 10.0, 4.0
_RING, _RING_WIDTH = 17.0, 4.5
_PILL_SIZE, _PILL_SIDE = 12.0, 8.0
_STROKE = 1.3
_MOST_LETTERS = 500


@dataclass(kw_only=True)
class PathChart:
    """The stops of a path, `per_row` in each row."""

    stops: tuple[Stop, ...]
    state: MapState
    context: PageContext
    options: ChartOptions
    press: Press
    per_row: int

    @property
    def width(self) -> float:
        """Its width as it is without seams."""
        columns = min(self.per_row, len(self.stops))
        return 2 * _AROUND + columns * _WIDTH + (columns - 1) * _BETWEEN

    @property
    def height(self) -> float:
        """Its height as it is without seams, the legend left out."""
        rows = -(-len(self.stops) // self.per_row)
        return 2 * _AROUND + rows * (_DAYS + _HEIGHT) + (rows - 1) * _ROWS

    @cached_property
    def boxes(self) -> Sequence[Area]:
        """The stops with their days."""
        return [Area(x - 6, y - _DAYS, _WIDTH + 12, _DAYS + _HEIGHT + 8) for x, y in self._places()]

    @cached_property
    def sizes(self) -> tuple[float, float]:
        """The sizes of the smallest name and of the smallest text, in units."""
        words = [
            shape
            for number, (x, y) in enumerate(self._places())
            for shape in self._stop(number, x, y)
            if isinstance(shape, Words)
        ]
        names = [shape.size for shape in words if shape.bold and shape.size <= _NAME]
        return min(names), min(shape.size for shape in words)

    @property
    def cut_names(self) -> tuple[str, ...]:
        """The names that are too long for their boxes."""
        return tuple(name for stop in self.stops if self._name_lines(name := self._name(stop))[2])

    def whole(self) -> Drawing:
        """Return it as one drawing with its legend below."""
        flat = Cuts((), (), self.width)
        shapes = [shape for group, _ in self._groups(flat, flat, 0.0) for shape in group]
        legend, height = self._legend(self.height, self.width)
        return Drawing(self.width, self.height + height, (*shapes, *legend))

    def drawn(self, across: Cuts, down: Cuts, top: float) -> tuple[Sequence[Item], float]:
        """Return it with the stops moved as the cuts ask, and the height of its legend."""
        right = across.seams[0] if across.seams else across.length
        y = self.height + down.moved(self.height + top)
        legend, height = self._legend(y, right)
        groups = [*self._groups(across, down, top), *([(legend, True)] if legend else [])]
        items = [
            clear_of(item, across, down) if item.is_whole else item
            for item in whole_items(groups, self.press.measure, top)
        ]
        return items, height

    def legend_height(self, width: float) -> float:
        """Return the height of its legend in a column of this width."""
        return self._legend(0.0, width)[1]

    def notes(self) -> Sequence[str]:
        """Return nothing: whoever shows it knows more of it."""
        return ()

    def _legend(self, y: float, right: float) -> tuple[tuple[Shape, ...], float]:
        kinds = {stop.move.kind for stop in self.stops if stop.move is not None}
        if not kinds:
            return (), 0.0
        return legend_shapes(
            [kind for kind in MoveKind if kind in kinds],
            self.context.texts,
            self.press.measure,
            x=_AROUND,
            y=y,
            width=right - 2 * _AROUND,
            has_ring=not self.options.is_blank
            and any(stop.when is When.AHEAD for stop in self.stops),
        )

    def _places(self) -> Iterator[tuple[float, float]]:
        """Yield the top left corner of each box."""
        for number in range(len(self.stops)):
            row, column = divmod(number, self.per_row)
            yield (
                _AROUND + column * (_WIDTH + _BETWEEN),
                _AROUND + _DAYS + row * (_DAYS + _HEIGHT + _ROWS),
            )

    def _groups(
        self, across: Cuts, down: Cuts, top: float
    ) -> Iterator[tuple[tuple[Shape, ...], bool]]:
        places = [
            (x + across.moved(x + _WIDTH / 2), y + down.moved(y + top + (_HEIGHT - _DAYS + 8) / 2))
            for x, y in self._places()
        ]
        pills: list[tuple[tuple[Shape, ...], bool]] = []
        for number, (_, stop) in enumerate(joins(self.stops), start=1):
            points = _way(places[number - 1], places[number])
            emphasis = Emphasis.ROUTE if stop.when is When.AHEAD else Emphasis.QUIET
            move = stop.move or Move(
                from_role=self.stops[number - 1].role, to_role=stop.role, kind=MoveKind.PROMOTION
            )
            yield line_shapes(MoveCurve(move, points), emphasis), False
            if stop.move is not None and stop.move.years and stop.when is When.AHEAD:
                pills.append((self._pill(stop.move, places[number - 1], places[number]), True))
        yield from pills
        for number, (x, y) in enumerate(places):
            yield tuple(self._stop(number, x, y)), True

    def _pill(
        self, move: Move, before: tuple[float, float], after: tuple[float, float]
    ) -> tuple[Shape, ...]:
        words = years_words(move.years or (0.0, 0.0), self.context.texts)
        width = self.press.measure(words, _PILL_SIZE, True) + 2 * _PILL_SIDE
        if before[1] == after[1]:
            x, y = (before[0] + _WIDTH + after[0]) / 2 - 3, before[1] + _HEIGHT / 2
        else:
            x = (before[0] + _WIDTH / 2 + after[0] + _INTO) / 2
            y = before[1] + _HEIGHT + _ROWS / 2 - 8
        return pill_shapes(Pill(x, y, width, words), Emphasis.ROUTE)

    def _stop(self, number: int, x: float, y: float) -> Iterator[Shape]:
        """Yield one stop, its box beginning at a place."""
        stop = self.stops[number]
        measure = self.press.measure
        is_now = stop.when is When.NOW and not self.options.is_blank
        ink, quiet = ("on-accent", "on-accent") if is_now else ("text", "text-quiet")
        if is_now:
            border: Stroke = Stroke("accent-soft", 5.0)
        elif stop.is_target:
            border = Stroke("accent", 2.2)
        else:
            dash = (5.0, 3.0) if stop.when is When.AHEAD else ()
            border = Stroke("line-strong", _STROKE, dash)
        fill = "accent" if is_now else "surface"
        yield Rectangle(x, y, _WIDTH, _HEIGHT, fill, border, _RADIUS)
        track = self._track(stop)
        if not is_now and track >= 0:
            inset = 0.2 * _HEIGHT
            yield Rectangle(
                x + 1, y + inset, _BAR, _HEIGHT - 2 * inset, f"track-{track}", None, _BAR / 2
            )
        days = self._days(stop)
        if days:
            colour = "accent" if stop.when is When.NOW else "text-quiet"
            yield Words(x + 2, y - 10, days, _DAY, colour, bold=True)
        left = x + 18
        state = self._state(stop)
        if state is not None:
            yield from ring_shapes(
                state, x + 30, y + _HEIGHT / 2, _RING, _RING_WIDTH, f"track-{track}", 13.0
            )
            left = x + 56
        name, size, _ = self._name_lines(self._name(stop))
        below = self._below(stop)
        step = 1.24 * size
        at = y + _HEIGHT / 2 - (step * len(name) + (18 if below else 0)) / 2 + 0.82 * step
        for line in name:
            yield Words(left, at, line, size, ink, bold=True)
            at += step
        if below:
            small = _SMALL
            while small > _SMALLEST_NAME and measure(below, small, False) > x + _WIDTH - 8 - left:
                small -= 0.5
            yield Words(left, at + 2, below, small, quiet)
        if stop.is_target:
            yield from star_badge(x + _WIDTH - 5, y + 5)

    def _name(self, stop: Stop) -> str:
        """Return what a role is called, its id where the catalogue has it no longer."""
        catalogue = self.context.catalogue
        if not catalogue.has_role(stop.role):
            return stop.role
        return self.context.texts.pick(catalogue.role(stop.role).name)

    def _name_lines(self, name: str) -> tuple[tuple[str, ...], float, bool]:
        """Return a name in lines, their size, and whether it was cut."""
        if len(name) > _MOST_LETTERS:
            name = name[:_MOST_LETTERS] + "…"
        width, size = _WIDTH - 56 - 8, _NAME
        while True:
            lines = wrapped(name, width, partial(self.press.measure, size=size, bold=True))
            most = int((_HEIGHT - 30) / (1.24 * size))
            if len(lines) <= most:
                return lines, size, False
            if size <= _SMALLEST_NAME:
                last = lines[most - 1][:-1].rstrip() + "…"
                return (*lines[: most - 1], last), size, True
            size -= 1

    def _track(self, stop: Stop) -> int:
        """Return the number of a role's track, -1 where the catalogue has the role no longer."""
        catalogue = self.context.catalogue
        if not catalogue.has_role(stop.role):
            return -1
        return [track.id for track in catalogue.tracks].index(catalogue.role(stop.role).track)

    def _state(self, stop: Stop) -> RoleState | None:
        if stop.when is not When.AHEAD or self.options.is_blank:
            return None
        state = self.state.roles.get(stop.role)
        return state if state is not None and state.is_compared else None

    def _days(self, stop: Stop) -> str:
        """Return when a role was held, or when it may be reached."""
        texts = self.context.texts
        if stop.since is None:
            return ""
        if stop.when is When.NOW:
            return texts.tr("since {month}", month=texts.month(stop.since))
        if stop.until is None:
            return texts.tr("from {year} on", year=str(stop.since.year))
        if stop.when is When.PAST:
            return texts.tr(
                "{first} – {last}", first=texts.month(stop.since), last=texts.month(stop.until)
            )
        first, last = stop.since.year, stop.until.year
        if first == last:
            return texts.tr("about {year}", year=str(first))
        return texts.tr("about {first}–{last}", first=str(first), last=str(last))

    def _below(self, stop: Stop) -> str:
        """Return the line under a name: the time in the role, or how ready the person is."""
        texts = self.context.texts
        if stop.when is When.NOW and not self.options.is_blank:
            return texts.tr("You are here")
        if stop.when is When.PAST and stop.since and stop.until:
            return texts.duration((stop.until - stop.since).days)
        state = self._state(stop)
        if state is not None:
            if state.is_unrated:
                return texts.tr("unrated")
            words = readiness_words(state.readiness, texts)
            return texts.tr("{percentage} ready", percentage=words) if state.readiness else words
        track = self._track(stop)
        return texts.pick(self.context.catalogue.tracks[track].name) if track >= 0 else ""


def _way(
    before: tuple[float, float], after: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """Return the way of a move: straight on in a row, else down and round to the next row."""
    (x0, y0), (x1, y1) = before, after
    if y0 == y1:
        return rounded([(x0 + _WIDTH, y0 + _HEIGHT / 2), (x1 - 3, y1 + _HEIGHT / 2)])
    middle = y0 + _HEIGHT + _ROWS / 2 - 8
    # It arrives beside the days, which stand at the left.
    out, into = x0 + _WIDTH / 2, x1 + _INTO
    return rounded([(out, y0 + _HEIGHT), (out, middle), (into, middle), (into, y1 - 3)])
