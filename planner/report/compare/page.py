"""Two roles side by side on paper: one sheet, held and set so that its letters are largest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from planner.core.model import Scale
from planner.core.roles.comparison import RoleComparison, compare_roles
from planner.report.compare.setting import Block, Setting, set_side
from planner.report.compare.sides import CompareRow, Line, Side
from planner.report.compare.words import (
    carry_over_rule,
    compare_rows,
    comparison_title,
)
from planner.report.drawing import Rectangle, Words
from planner.report.gaps.words import readiness_rule
from planner.report.pages import (
    PageContext,
    Press,
    day_words,
    running,
    standing_words,
)
from planner.report.paper.fewest_sheets import flow_on_fewest_sheets
from planner.report.paper.flow import ASCENT, LEADING, SMALL, Flow, Sheet
from planner.report.paper.papers import Paper
from planner.report.paper.spread import USUAL, Spread

# In points: the largest at which everything stands on one sheet; smaller letters are not read.
SIZES = (6.0, 6.25, 6.5, 6.75, 7.0, 7.25, 7.5, 7.75, 8.0, 8.25, 8.5, 9.0, 9.5)
_TITLE = 15.0
# What does not fit on one sheet even so goes on, in letters of this size.
_LONG_SIZE = 8.0
_HEAD_SHARE, _GAP = 0.155, 12.0
_RULE, _PAD, _MARGIN = 2.0, 2.6, 36.0
# A row that takes more of a sheet's height is split, and one that would leave so much of a sheet
# empty; then so many lines stand together at least.
_WHOLE_SHARE, _MOST_EMPTY, _FEW_LINES = 0.6, 0.3, 4
_MOST_NAME_LINES = 3
_MOST_STANDING_LINES = 3
# Between the names of the two roles in what a document is about.
BETWEEN = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where the three columns of a sheet begin, and how wide they are."""

    left: float
    head: float
    side: float

    @property
    def sides(self) -> tuple[float, float]:
        """Where both roles begin."""
        first = self.left + self.head + _GAP
        return first, first + self.side + _GAP


@dataclass(frozen=True, slots=True)
class _Printed:
    """A row on a sheet; where it `starts` something new, a line and a bold heading say so."""

    row: CompareRow
    starts: bool
    # Skills that stand in one list with those of the row, each side by itself.
    more: tuple[CompareRow, ...] = ()


def roles_compared(subject: str, context: PageContext) -> tuple[str, str]:
    """Return the two roles that a document is about: where one is named, it and the present one."""
    first, between, second = subject.partition(BETWEEN)
    if between:
        return first, second
    return context.person.position_on(context.as_of).role, subject


def compare_page(
    context: PageContext, subject: str, press: Press, ways: Sequence[Paper] = (), larger: float = 1
) -> tuple[Sheet, ...]:
    """Return the sheet of two roles, several where one cannot hold them; raise KeyError.

    It is held one of the `ways`, either way where none are given. Of what is printed so many times
    `larger` the letters are never made smaller.
    """
    first, second = roles_compared(subject, context)
    comparison = compare_roles(context.graph, first, second, context.gaps)
    rows = compare_rows(comparison, context.graph, context.texts, name=context.person.name)
    upright = context.sheet
    papers = [replace(way, margin=_MARGIN / larger) for way in ways or (upright, upright.turned())]
    sizes, long_size = (SIZES, _LONG_SIZE) if larger == 1 else (SIZES[-1:], SIZES[-1])

    def fitting(size: float) -> Flow | None:
        for paper in papers:
            flow = _composed(comparison, rows, context, press, paper, size, most_pages=1)
            if flow.page_count == 1:
                return flow
        return None

    def several(spread: Spread) -> Flow:
        return _composed(comparison, rows, context, press, papers[0], long_size, spread=spread)

    # From the smallest upward by halves: most that fits is found in few trials.
    best, low, high = fitting(sizes[0]), 1, len(sizes)
    if best is None:
        return flow_on_fewest_sheets(several).sheets()
    while low < high:
        middle = (low + high) // 2
        if (flow := fitting(sizes[middle])) is not None:
            best, low = flow, middle + 1
        else:
            high = middle
    return best.sheets()


def _composed(
    comparison: RoleComparison,
    rows: Sequence[CompareRow],
    context: PageContext,
    press: Press,
    paper: Paper,
    size: float,
    most_pages: int | None = None,
    spread: Spread = USUAL,
) -> Flow:
    """Return everything set in a size; what is on more than `most_pages` may end early."""
    title = comparison_title(comparison, context.texts)
    flow = Flow(paper, press.measure, running(title, context), spread)
    flow.text(title, size=_TITLE, bold=True, most=_MOST_NAME_LINES)
    flow.text(standing_words(context), size=SMALL, colour="text-quiet", most=_MOST_STANDING_LINES)
    flow.space(6)
    return _Composing(flow, comparison, context, size).composed(rows, most_pages)


class _Composing:
    """Sets the rows one below the other; on each further sheet both names stand again."""

    def __init__(
        self, flow: Flow, comparison: RoleComparison, context: PageContext, size: float
    ) -> None:
        self._flow = flow
        self._comparison = comparison
        self._context = context
        self._texts = context.texts
        tracks = [track.id for track in context.catalogue.tracks]
        self._tracks = tuple(f"track-{tracks.index(role.track)}" for role in comparison.roles)
        inner = flow.paper.inner_width
        head = inner * _HEAD_SHARE
        self._columns = _Columns(
            left=flow.paper.margin, head=head, side=(inner - head - 2 * _GAP) / 2
        )
        self._setting = Setting(size=size, measure=flow.measure, scale=self._scale)
        self._pages = flow.page_count

    @property
    def _scale(self) -> Scale:
        return self._context.catalogue.scale

    def composed(self, rows: Sequence[CompareRow], most_pages: int | None) -> Flow:
        """Return the flow with every row, and the rules below them."""
        self._names(is_first=True)
        printed = tuple(_condensed(rows))
        for row, following in zip_longest(printed, printed[1:]):
            if most_pages is not None and self._flow.page_count > most_pages:
                return self._flow
            if row.starts and row is not printed[0]:
                self._rule()
            keep = 0.0
            if row.row.kind == "part" and following is not None:
                keep = max(map(_height, self._blocks(following)))
            self._row(row, keep)
        self._rule()
        self._flow.space(4)
        for rule in (carry_over_rule, readiness_rule):
            self._flow.text(rule(self._texts), size=self._small, colour="text-quiet")
        self._flow.text(day_words(self._context), size=self._small, colour="text-quiet")
        self._flow.tell_rest(size=self._small, gap=4)
        return self._flow

    @property
    def _small(self) -> float:
        return self._setting.small

    def _names(self, *, is_first: bool) -> None:
        """Set both names, each over a rule in the colour of its track."""
        flow, size = self._flow, self._setting.size + 1
        names = [self._texts.pick(role.name) for role in self._comparison.roles]
        if not is_first:
            names = [self._texts.tr("{role}, continued", role=name) for name in names]
        side, most = self._columns.side, _MOST_NAME_LINES
        lines = [self._setting.lines(name, side, size, is_bold=True, most=most) for name in names]
        for x, said, colour in zip(self._columns.sides, lines, self._tracks, strict=True):
            for place, line in enumerate(said):
                y = flow.y + (place * LEADING + ASCENT) * size
                flow.add(Words(x, y, line, size, "text", True))
            y = flow.y + max(map(len, lines)) * size * LEADING
            flow.add(Rectangle(x, y, self._columns.side, _RULE, colour))
        flow.y += max(map(len, lines)) * size * LEADING + _RULE + _PAD

    def _need(self, height: float) -> None:
        """Go on with a new sheet where this one has no room, and say so."""
        self._flow.need(height)
        if self._flow.page_count > self._pages:
            self._pages = self._flow.page_count
            self._names(is_first=False)

    def _row(self, printed: _Printed, keep: float) -> None:
        """Set a row; one that is taller than a sheet goes on, block by block, on the next.

        `keep` is the height of what must follow on the same sheet.
        """
        flow = self._flow
        columns = [list(blocks) for blocks in self._blocks(printed)]
        head = tuple(columns[0])
        while any(columns):
            height = max(map(_height, columns)) + _PAD
            is_short = height <= flow.paper.height * _WHOLE_SHARE
            is_whole = is_short and not height + keep > flow.room > _MOST_EMPTY * flow.whole_room
            begins = max(blocks[0].height for blocks in columns if blocks) + _PAD
            few = max(begins, _FEW_LINES * self._setting.size * LEADING)
            self._need(height + keep if is_whole else few)
            bottom, tallest = flow.y + flow.room - _PAD, 0.0
            for x, blocks in zip((self._columns.left, *self._columns.sides), columns, strict=True):
                y = flow.y
                while blocks and y + blocks[0].height <= bottom:
                    block = blocks.pop(0)
                    flow.add(*block.shapes(x, y))
                    y += block.height
                tallest = max(tallest, y - flow.y)
            flow.y += tallest
            if any(columns) and not columns[0]:
                # The row goes on under its heading.
                columns[0] = list(head)

    def _blocks(self, printed: _Printed) -> Iterator[Sequence[Block]]:
        """Yield the lines of the heading and of both sides."""
        setting, row, width = self._setting, printed.row, self._columns.head
        head = setting.heading(row.head, width, is_bold=printed.starts)
        note = setting.lines(row.note, width, setting.small)
        yield (
            *head,
            *(setting.line(line, setting.small, colour="text-quiet") for line in note),
        )
        lists = zip(*(one.sides for one in (row, *printed.more)), strict=True)
        for sides, colour in zip(lists, self._tracks, strict=True):
            yield [
                block
                for side in sides
                for block in set_side(side, self._columns.side, colour, setting)
            ]

    def _rule(self) -> None:
        flow = self._flow
        flow.space(_PAD / 2)
        flow.add(Rectangle(flow.paper.margin, flow.y, flow.paper.inner_width, 0.5, "line"))
        flow.y += 0.5
        flow.space(_PAD / 2)


def _condensed(rows: Iterable[CompareRow]) -> Iterator[_Printed]:
    """Yield the rows as a sheet has them: the heading of a part stands beside its first skill."""
    left = list(rows)
    while left:
        row = left.pop(0)
        if row.kind != "part":
            yield _Printed(row, row.kind == "text")
            continue
        listed = list(takewhile(lambda one: one.kind == "skill" and not one.head, left))
        if listed:
            del left[: len(listed)]
            yield _Printed(replace(listed[0], head=row.head), True, tuple(listed[1:]))
        elif left and left[0].kind == "skill":
            yield _Printed(row, True)
        else:
            said = Side(lines=(Line(words=row.note, colour="text-quiet"),))
            yield _Printed(replace(row, note="", first=said), True)


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)
