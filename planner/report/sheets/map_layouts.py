"""The ways to lay out a map for one sheet, in the order in which they are tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from planner.core.boxes import Layout, Size
from planner.core.layout import gathered, layouts
from planner.core.model import Catalogue
from planner.report.map.map_drawing import LEFT
from planner.report.map.moves import pill_width
from planner.report.map.part import MOST_ROLES
from planner.report.map.roles import SMALL, box_size, one_line_width, roomy_size
from planner.report.map.words import state_line, years_words
from planner.report.pages import PageContext, Press
from planner.report.paper.chart_options import ChartOptions
from planner.report.sheets.chart_page import can_be_read
from planner.report.sheets.chart_subject import Part, Subject, parts_to_try
from planner.report.sheets.sheet_ways import sheet_ways

# How many roles may stand side by side where they do so across the tracks, and in boxes how wide
# where these are not as wide as the longest name.
_ROWS = (2, 3, 4, 5, 6, 8)
_WIDTHS = (176.0, 208.0)
# Between such boxes, so that a move from one to the next has a shaft, and around its years there.
_BETWEEN, _AROUND_YEARS = 44.0, 8.0
# So many of these, the largest ones, are tried.
_MOST_TRIED = 3
# A map so many times as wide as high is a strip, and one so many times larger is worth its rows.
_STRIP, _MUCH_LARGER = 2.5, 1.4
# What the words around a map take of the height of a sheet, in points, and what it has itself
# around its roles, in units.
_AROUND_CHART, _AROUND_ROLES = 130.0, 60.0
# So much larger than is likely a map may get where its notes stand elsewhere.
_SPARE = 1.3


def layouts_to_try(
    context: PageContext,
    subject: Subject,
    options: ChartOptions,
    press: Press,
    whole: Layout | None,
) -> Iterator[tuple[Part, Layout]]:
    """Yield ever smaller parts of the map, each first with its tracks side by side.

    Then its roles are gathered in common rows, which take less width; where the tracks would be a
    strip across an empty sheet, that comes first. `whole` is the layout of all
    roles where that is known. Left out is what could not be read in any case.
    """
    for part in parts_to_try(context, subject):
        beside = list(_side_by_side(part.catalogue, context, subject, options, press, whole))
        rows = _in_rows(part.catalogue, context, subject, options, press)
        if beside and beside[0].width > _STRIP * beside[0].height:
            tried = list(rows)
            scale = _likely_scale(beside[0], context, options)
            if tried and _likely_scale(tried[0], context, options) > _MUCH_LARGER * scale:
                beside, rows = tried, iter(beside)
        for placed in chain(beside, rows):
            yield part, placed


def scale_at_best(placed: Layout, context: PageContext, options: ChartOptions) -> float:
    """Return a scale that no arrangement of this layout can exceed."""
    return max(
        min(sheet.width / placed.width, sheet.height / placed.height)
        for sheet in sheet_ways(context.paper, options)
    )


def _side_by_side(
    part: Catalogue,
    context: PageContext,
    subject: Subject,
    options: ChartOptions,
    press: Press,
    whole: Layout | None,
) -> Iterator[Layout]:
    """Yield the layout with the usual boxes, those as wide as their words, and as high as these."""
    lines, names = _lines(part, context, subject), _names(part, context, with_tracks=False)
    usual = box_size(part, press.measure)
    least = usual.width * len({role.track for role in part.roles})
    widest = max(sheet.width for sheet in sheet_ways(context.paper, options))
    if least and not can_be_read(SMALL * widest / least, options):
        return
    wide = box_size(part, press.measure, lines)
    roomy = roomy_size(names, press.measure, lines, usual.width)
    sizes = list(dict.fromkeys((usual, wide, roomy)))
    first, *others = layouts(part, sizes, within=context.catalogue)
    yield whole if whole is not None and part is context.catalogue else first
    yield from others


def _in_rows(
    part: Catalogue, context: PageContext, subject: Subject, options: ChartOptions, press: Press
) -> Iterator[Layout]:
    """Yield the layouts with roles of all tracks in common rows that look largest on the sheet."""
    tracks = {role.track for role in part.roles}
    count = len(part.roles)
    if not 1 < count <= MOST_ROLES:
        return
    lines = _lines(part, context, subject)
    names = _names(part, context, with_tracks=len(tracks) > 1)
    widths = (*_WIDTHS, one_line_width((name for name, _ in names), press.measure))
    sizes = [roomy_size(names, press.measure, lines, width) for width in widths]
    ranks = {role.id: role.rank for role in part.roles}
    years = [
        pill_width(years_words(move.years, context.texts), press.measure) + _AROUND_YEARS
        for move in part.moves
        if move.years is not None and ranks[move.from_role] == ranks[move.to_role]
    ]
    between = max([_BETWEEN, *years])
    rows = [longest for longest in _ROWS if longest < count] or [count]
    found: list[tuple[Layout, ...]] = []
    for longest in rows:
        fitting = [
            size for size in dict.fromkeys(sizes) if _may_fit(size, longest, part, context, options)
        ]
        if fitting:
            found += gathered(part, fitting, longest, between=between)
    likely = [(_likely_scale(ways[-1], context, options), ways) for ways in found]
    likely = [pair for pair in likely if can_be_read(_SPARE * SMALL * pair[0], options)]
    likely.sort(key=lambda pair: pair[0], reverse=True)
    yield from chain.from_iterable(ways for _, ways in likely[:_MOST_TRIED])


def _may_fit(
    size: Size, longest: int, part: Catalogue, context: PageContext, options: ChartOptions
) -> bool:
    """Whether rows of so many boxes could lie on the sheet at a scale at which they are read."""
    by_rank = Counter(role.rank for role in part.roles)
    side_by_side = max(-(-count // -(-count // longest)) for count in by_rank.values())
    on_another = sum(-(-count // longest) for count in by_rank.values())
    return any(
        can_be_read(
            SMALL
            * min(
                sheet.width / (side_by_side * size.width), sheet.height / (on_another * size.height)
            ),
            options,
        )
        for sheet in sheet_ways(context.paper, options)
    )


def _likely_scale(placed: Layout, context: PageContext, options: ChartOptions) -> float:
    """Return about the scale at which a layout fits beside its words."""
    return max(
        min(
            sheet.inner_width / (placed.width + LEFT),
            (sheet.inner_height - _AROUND_CHART) / (placed.height + _AROUND_ROLES),
        )
        for sheet in sheet_ways(context.paper, options)
    )


def _lines(part: Catalogue, context: PageContext, subject: Subject) -> list[str]:
    return [state_line(subject.state.roles[role.id], context.texts) for role in part.roles]


def _names(part: Catalogue, context: PageContext, *, with_tracks: bool) -> list[tuple[str, str]]:
    """Return the name of each role, and that of its track or nothing."""
    pick = context.texts.pick
    tracks = {track.id: pick(track.name) if with_tracks else "" for track in part.tracks}
    return [(pick(role.name), tracks[role.track]) for role in part.roles]
