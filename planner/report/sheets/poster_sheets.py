"""A picture on as many sheets as it takes, with marks and labels, and how they go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from math import floor

from planner.core.errors import PlannerError
from planner.core.text import Texts, message
from planner.report.drawing import Curve, Drawing, Polygon, Rectangle, Shape, Stroke, Words
from planner.report.pages import PageContext, Press
from planner.report.paper.black_and_white import in_black_and_white
from planner.report.paper.chart_options import POINTS_A_MM, ChartOptions
from planner.report.paper.flow import SMALL, Flow, PlacedDrawing, Sheet
from planner.report.paper.papers import PAPERS, Paper
from planner.report.paper.running_lines import Running
from planner.report.sheets.chart_page import chart_running, in_style
from planner.report.sheets.picture import Board, Item, Plan
from planner.report.sheets.poster import Tile, balanced, largest_scale, row_letters, tiles

# In points: the margin of a poster's sheets, also in large print, and how far from the picture
# its marks begin and end.
MARGIN, LARGER_MARGIN = 40.0, 48.0
_MARK_FROM, _MARK_TO = 4.0, 13.0
_HAIR = 0.4
_LABEL = 8.0
# No chart is drawn larger than this, in points a unit, nor smaller when a poster is tried.
_MOST_SCALE, _LEAST_SCALE = 6.0, 0.02
_CENTIMETRE = 10 * POINTS_A_MM
# Of a label in a tile of the sheet map, as a part of the tile.
_MOST_OF_TILE, _LARGEST_LABEL, _LEAST_LABEL = 0.42, 26.0, 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """A board with its plan on one kind of sheet."""

    board: Board
    plan: Plan
    paper: Paper
    context: PageContext
    options: ChartOptions
    document: str
    name: str

    @property
    def overlap(self) -> float:
        """The strip of neighbouring sheets in units of the picture."""
        return self.options.overlap_points / self.plan.scale

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What each sheet shows."""
        return tuple(tiles(self.plan.across, self.plan.down, self.overlap))

    @property
    def is_one_sheet(self) -> bool:
        """Whether it all goes on one sheet, which needs no marks."""
        return self.plan.across.sheets * self.plan.down.sheets == 1


def poster_of(
    board: Board,
    sizes: tuple[float, float],
    context: PageContext,
    options: ChartOptions,
    *,
    document: str,
    name: str,
) -> Poster:
    """Return the poster that the options ask for, on the paper held the better way.

    `sizes` are those of the smallest name and of the smallest text in units. Raise PlannerError
    where text would be too small, or something is larger than a sheet.
    """
    margin = MARGIN if options.larger == 1 else LARGER_MARGIN
    upright = replace(PAPERS[context.paper], margin=margin)
    ways = {"portrait": (upright,), "landscape": (upright.turned(),)}
    papers = ways.get(options.orientation, (upright, upright.turned()))
    found = [
        (paper, plan)
        for paper in papers
        if (plan := _plan(board, paper, sizes, options)) is not None
    ]
    if not found:
        raise _larger_than_a_sheet(context, options)
    paper, plan = max(found, key=lambda pair: merit(pair[1], options))
    size = plan.scale * sizes[1]
    if size < options.least_text - 1e-6:
        raise _too_small(board, size, paper, sizes, options)
    return Poster(
        board=board,
        plan=plan,
        paper=paper,
        context=context,
        options=options,
        document=document,
        name=name,
    )


def poster_sheets(poster: Poster, press: Press) -> tuple[Sheet, ...]:
    """Return the sheets of a poster, and where there are several one that says how they join."""
    items = poster.board.items(poster.plan)
    sheets = tuple(_sheet(tile, items, poster, press) for tile in poster.tiles)
    if poster.is_one_sheet:
        return sheets
    return (*sheets, *_sheet_map(items, poster, press))


def _plan(
    board: Board, paper: Paper, sizes: tuple[float, float], options: ChartOptions
) -> Plan | None:
    """Return the plan on one kind of sheet; None where something would be cut."""
    width, height, overlap = paper.inner_width, paper.inner_height, options.overlap_points
    if options.fit == "true":
        name, text = sizes
        true = max(options.least_name / name, options.least_text / text)
        return _evened(board, true, paper, options)
    columns, rows = (1, 0) if options.fit == "width" else (options.columns, options.rows)

    def is_enough(scale: float) -> bool:
        plan = board.plan(scale, width, height, overlap, columns=columns)
        return plan is not None and (not rows or plan.down.sheets <= rows)

    most = (columns * width - (columns - 1) * overlap) / board.chart.width
    if rows:
        most = min(most, (rows * height - (rows - 1) * overlap) / board.chart.height)
    scale = largest_scale(min(most, _MOST_SCALE), is_enough, _LEAST_SCALE)
    readable = options.least_text / sizes[1]
    if scale is not None and scale < readable <= most and is_enough(readable):
        # Between two scales that are tried lies one at which all can just be read.
        scale = readable
    return None if scale is None else _evened(board, scale, paper, options)


def _evened(board: Board, scale: float, paper: Paper, options: ChartOptions) -> Plan | None:
    """Return the plan with sheets as nearly of one size as that costs no sheet more."""
    room = paper.inner_width, paper.inner_height
    found = board.plan(scale, *room, options.overlap_points)
    even = board.plan(scale, *room, options.overlap_points, parted=balanced)
    if found is None or even is None or even.down.sheets > found.down.sheets:
        return found
    return even


def merit(plan: Plan, options: ChartOptions) -> tuple[float, float]:
    """Return what makes one plan better than another: fewer sheets at true scale, else larger."""
    sheets = plan.across.sheets * plan.down.sheets
    return (-sheets, plan.scale) if options.fit == "true" else (plan.scale, -sheets)


def _larger_than_a_sheet(context: PageContext, options: ChartOptions) -> PlannerError:
    remedy = message("Choose larger paper, or a smaller style or fit.")
    return PlannerError(
        message(
            "A role or a name would be larger than a sheet of {paper}, and so be cut.",
            paper=context.paper.upper() if len(context.paper) == 2 else context.paper.title(),
        ),
        effect=message("Nothing was written."),
        remedy=remedy,
    )


def _too_small(
    board: Board,
    size: float,
    paper: Paper,
    sizes: tuple[float, float],
    options: ChartOptions,
) -> PlannerError:
    """Return the error for text that cannot be read, with the sheets that would be enough."""
    scale = options.least_text / sizes[1]
    enough = board.plan(scale, paper.inner_width, paper.inner_height, options.overlap_points)
    happened = message(
        "At this size the smallest text would be {size} points; less than {least} is not read.",
        # Rounded down, as it is less than the other.
        size=floor(10 * size) / 10,
        least=round(options.least_text, 1),
    )
    if enough is None:
        remedy = message("Choose larger paper.")
    else:
        remedy = message(
            "Choose larger paper, or a poster of {columns} × {rows} sheets.",
            columns=enough.across.sheets,
            rows=enough.down.sheets,
        )
    return PlannerError(happened, effect=message("Nothing was written."), remedy=remedy)


def _sheet(tile: Tile, items: Sequence[Item], poster: Poster, press: Press) -> Sheet:
    paper, scale, options = poster.paper, poster.plan.scale, poster.options
    shapes = [
        shape
        for item in items
        if (tile.holds(*item.area) if item.is_whole else tile.touches(*item.area))
        for shape in item.shapes
    ]
    drawing = Drawing(tile.width, tile.height, tuple(shapes))
    if options.style == "bw":
        drawing = in_black_and_white(drawing)
    x, y = paper.margin, paper.margin
    if poster.is_one_sheet:
        x += (paper.inner_width - tile.width * scale) / 2
        y += (paper.inner_height - tile.height * scale) / 2
    placed = PlacedDrawing(drawing, x, y, scale, tile.x, tile.y)
    return Sheet(
        width=paper.width,
        height=paper.height,
        shapes=(*_furniture(tile, poster, press),),
        title=poster.document,
        drawings=(placed,),
        theme=options.theme,
    )


def _furniture(tile: Tile, poster: Poster, press: Press) -> Iterator[Shape]:
    """Yield the label of a sheet, what it belongs to, and its crop marks."""
    context, paper = poster.context, poster.paper
    texts, plan = context.texts, poster.plan
    size = _LABEL * (1.5 if poster.options.larger > 1 else 1)
    y = paper.margin - _MARK_TO - 4
    label = ""
    if not poster.is_one_sheet:
        label = texts.tr(
            "row {row}, column {column} of {count}",
            row=row_letters(tile.row),
            column=tile.column + 1,
            count=plan.across.sheets,
        )
        yield Words(paper.margin, y, label, size, "text", bold=True)
    day = texts.date(context.today)
    room = paper.inner_width - press.measure(label, size, True) - 20
    for words in (
        texts.tr("{title} · {name}", title=poster.name, name=day),
        texts.tr("printed on {day}", day=day),
    ):
        if press.measure(words, size, False) <= room:
            x = paper.width - paper.margin
            yield Words(x, y, words, size, "text-quiet", align="right")
            break
    if not poster.is_one_sheet:
        yield from _marks(tile, poster)


def _marks(tile: Tile, poster: Poster) -> Iterator[Shape]:
    """Yield hairlines outside the picture where this sheet, or the next one, begins."""
    paper, plan = poster.paper, poster.plan
    left = top = paper.margin
    right, bottom = left + tile.width * plan.scale, top + tile.height * plan.scale
    seams_x = [left] if tile.column else []
    seams_y = [top] if tile.row else []
    if tile.column < plan.across.sheets - 1:
        seams_x.append(left + (plan.across.seams[tile.column] - tile.x) * plan.scale)
    if tile.row < plan.down.sheets - 1:
        seams_y.append(top + (plan.down.seams[tile.row] - tile.y) * plan.scale)
    for x in seams_x:
        yield _line(x, top - _MARK_TO, x, top - _MARK_FROM)
        yield _line(x, bottom + _MARK_FROM, x, bottom + _MARK_TO)
    for y in seams_y:
        yield _line(left - _MARK_TO, y, left - _MARK_FROM, y)
        yield _line(right + _MARK_FROM, y, right + _MARK_TO, y)


def _line(x0: float, y0: float, x1: float, y1: float) -> Curve:
    return Curve(((x0, y0), (x0, y0), (x1, y1), (x1, y1)), Stroke("text", _HAIR))


def _sheet_map(items: Sequence[Item], poster: Poster, press: Press) -> tuple[Sheet, ...]:
    """Return the sheet that shows how the others go together."""
    context, plan, options = poster.context, poster.plan, poster.options
    texts = context.texts
    paper = poster.paper
    if options.larger > 1:
        paper = Paper(
            width=paper.width / options.larger,
            height=paper.height / options.larger,
            margin=paper.margin / options.larger,
        )
    columns, rows = plan.across.sheets, plan.down.sheets
    lines = chart_running(poster.document, context)
    flow = Flow(paper, press.measure, replace(lines, page=partial(_page, lines, columns * rows)))
    flow.title(texts.tr("How the sheets go together"))
    for words in (
        texts.tr(
            "{columns} columns and {rows} rows, {sheets} sheets; the picture is {width} × {height} "
            "cm large.",
            columns=columns,
            rows=rows,
            sheets=columns * rows,
            width=round(plan.across.length * plan.scale / _CENTIMETRE),
            height=round(plan.down.length * plan.scale / _CENTIMETRE),
        ),
        _gluing_words(options, texts),
    ):
        flow.text(words, colour="text-quiet")
        flow.space(3)
    if options.fit == "poster" and (columns < options.columns or rows < options.rows):
        flow.text(
            texts.tr(
                "Fewer sheets than asked for: any larger, more would be needed to keep every role "
                "and name whole."
            ),
            size=SMALL,
        )
    flow.space(8)
    small = tuple(_without_words(items))
    drawing = Drawing(plan.across.length, plan.down.length, small)
    if options.style == "bw":
        drawing = in_black_and_white(drawing)
    scale = min(paper.inner_width / drawing.width, flow.room / drawing.height)
    left = paper.margin + (paper.inner_width - drawing.width * scale) / 2
    flow.add(*_outlines(poster, left, flow.y, scale))
    first, *others = flow.sheets()
    placed = PlacedDrawing(drawing, left, flow.y, scale)
    sheets = (replace(first, drawings=(placed,)), *others)
    return tuple(in_style(sheet, options) for sheet in sheets)


def _gluing_words(options: ChartOptions, texts: Texts) -> str:
    if not options.overlap:
        return texts.tr(
            "Neighbouring sheets share no strip. Cut each sheet along the marks at its left and at "
            "its top, and lay it on the margin of the sheet before it, up to its marks: first the "
            "columns of a row, then the rows. Print at 100 %, not fitted to the page."
        )
    return texts.tr(
        "Neighbouring sheets share a strip of {overlap} mm. Cut each sheet along the marks at "
        "its left and at its top, and lay it on the strip of the sheet before it: first the "
        "columns of a row, then the rows. Print at 100 %, not fitted to the page.",
        overlap=texts.number(options.overlap, 1),
    )


def _page(lines: Running, before: int, number: int, count: int) -> str:
    return lines.page(before + number, before + count)


def _without_words(items: Sequence[Item]) -> Iterator[Shape]:
    """Yield the shapes of a picture that can be seen when it is very small."""
    for item in items:
        for shape in item.shapes:
            if isinstance(shape, Rectangle | Curve | Polygon):
                yield shape


def _outlines(poster: Poster, left: float, top: float, scale: float) -> Iterator[Shape]:
    """Yield the outlines of the sheets, each with its row and column."""
    plan = poster.plan
    xs = (0.0, *plan.across.seams, plan.across.length)
    ys = (0.0, *plan.down.seams, plan.down.length)
    least = min(b - a for edges in (xs, ys) for a, b in pairwise(edges))
    size = min(_LARGEST_LABEL, max(_LEAST_LABEL, least * scale * _MOST_OF_TILE))
    for row, (y0, y1) in enumerate(pairwise(ys)):
        for column, (x0, x1) in enumerate(pairwise(xs)):
            x, y = left + x0 * scale, top + y0 * scale
            width, height = (x1 - x0) * scale, (y1 - y0) * scale
            yield Rectangle(x, y, width, height, "", Stroke("text", 0.9))
            label = f"{row_letters(row)}{column + 1}"
            middle = x + width / 2, y + height / 2
            half = 0.62 * size * max(1, len(label) / 2)
            yield Rectangle(
                middle[0] - half,
                middle[1] - 0.62 * size,
                2 * half,
                1.24 * size,
                "surface",
                Stroke("line-strong", 0.6),
                0.3 * size,
            )
            yield Words(
                middle[0], middle[1] + 0.35 * size, label, size, "text", bold=True, align="centre"
            )
