"""How paper is held, how large all is on it, and which is wide enough for a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planner.core.errors import PlannerError
from planner.core.text import Message, message
from planner.report.paper.chart_options import PAPER_NAMES, ChartOptions
from planner.report.paper.papers import PAPERS, Paper

if TYPE_CHECKING:
    from planner.report.pages import PageContext

# In points: the width that tables of five columns need, and the one that paragraphs need.
_LEAST_OF_TABLES, _LEAST = 420.0, 300.0
# Paper that is hardly larger is set like A4.
_LIKE_A4 = 1.1
_WITHOUT_TABLES = frozenset({"plan", "meeting"})


def sheet_ways(paper: str, options: ChartOptions) -> tuple[Paper, ...]:
    """Return the paper as it may be held, magnified paper being smaller by that."""
    upright = PAPERS[paper]
    if options.larger != 1:
        upright = Paper(
            width=upright.width / options.larger,
            height=upright.height / options.larger,
            # It grows with the words, but not with large print, which needs the room.
            margin=upright.margin * options.enlargement / options.larger,
        )
    ways = {"portrait": (upright,), "landscape": (upright.turned(),)}
    return ways.get(options.orientation, (upright, upright.turned()))


def times_a4(paper: str) -> float:
    """Return how many times as wide and high as A4 a paper is at least, 1 for what is smaller."""
    sheet, usual = PAPERS[paper], PAPERS["a4"]
    times = min(sheet.width / usual.width, sheet.height / usual.height)
    return times if times > _LIKE_A4 else 1.0


def on_one_sheet(paper: str, options: ChartOptions) -> ChartOptions:
    """Return how a chart is put on a single sheet: on large paper all of it grows."""
    return replace(options, times_a4=times_a4(paper))


def report_papers(what: str, context: PageContext, options: ChartOptions) -> tuple[Paper, ...]:
    """Return the paper as a report may be held on it; raise PlannerError where it is too narrow."""
    fitting = _fitting(what, context.paper, options)
    if fitting:
        return fitting
    raise PlannerError(
        message("{paper} is too narrow for the tables of a report.", paper=context.paper.upper())
        if options.larger == 1
        else message(
            "{paper} is too narrow for the tables of a report in large print.",
            paper=context.paper.upper(),
        ),
        effect=message("Nothing was written."),
        remedy=_remedy(what, context.paper, options),
    )


def _fitting(what: str, paper: str, options: ChartOptions) -> tuple[Paper, ...]:
    least = _LEAST if what in _WITHOUT_TABLES else _LEAST_OF_TABLES
    return tuple(way for way in sheet_ways(paper, options) if way.inner_width >= least)


def _remedy(what: str, paper: str, options: ChartOptions) -> Message:
    """Return which paper does it, of the same kind, and whether holding it otherwise does."""
    kind = [name for name in PAPER_NAMES if name.startswith("a") == paper.startswith("a")]
    larger = next(
        name.upper()
        for name in kind
        if PAPERS[name].width > PAPERS[paper].width and _fitting(what, name, options)
    )
    turned = replace(options, orientation="landscape")
    if _fitting(what, paper, turned):
        return message("Hold the sheets in landscape, or choose {paper} or larger.", paper=larger)
    return message("Choose {paper} or larger.", paper=larger)
