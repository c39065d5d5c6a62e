"""Each chart of the window as it is copied or saved: with whose it is, and everything in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from planner.charts.style import ChartStyle
from planner.core.gaps import Gap
from planner.core.model import Catalogue
from planner.core.people import Position, Rating
from planner.core.planning.plan import PlannedAction
from planner.core.routes import Route
from planner.core.routing.standing import Standing
from planner.core.skills.history import ReadinessHistory
from planner.core.text import Texts
from planner.report.copies.chart_copy import ChartCopy, Colour
from planner.report.copies.chart_table import ChartTable
from planner.report.copies.chart_tables import (
    levels_table,
    ratings_table,
    readiness_table,
    stays_table,
    timeline_table,
    weighted_table,
)
from planner.report.industry.bars import PartBar
from planner.report.map.words import DOT
from planner.report.pages import basis_words

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart
    from planner.charts.team import HeatMap

_TIME_HEIGHT = 300.0


def levels_copy(gap: Gap, catalogue: Catalogue, name: str, texts: Texts, track: int) -> ChartCopy:
    """Return held and required levels of everything a role asks for."""
    role = _role(gap.role, catalogue, texts)
    return ChartCopy(
        title=texts.tr("{name} – held and required for {role}", name=name, role=role),
        note=_as_of(gap, texts),
        draw=partial(_draw_gap, "levels", gap, catalogue, texts),
        size=partial(_gap_size, "levels", gap, catalogue, texts),
        table=partial(levels_table, gap, catalogue, texts),
        track=track,
    )


def weighted_copy(gap: Gap, catalogue: Catalogue, name: str, texts: Texts, track: int) -> ChartCopy:
    """Return the weighted gaps to a role."""
    role = _role(gap.role, catalogue, texts)
    return ChartCopy(
        title=texts.tr("{name} – weighted gaps to {role}", name=name, role=role),
        note=_as_of(gap, texts),
        draw=partial(_draw_gap, "weighted", gap, catalogue, texts),
        size=partial(_gap_size, "weighted", gap, catalogue, texts),
        table=partial(weighted_table, gap, catalogue, texts),
        track=track,
    )


def ratings_copy(
    history: Sequence[Rating],
    required: float | None,
    skill: str,
    catalogue: Catalogue,
    name: str,
    texts: Texts,
    *,
    as_of: date,
    months: int,
    track: int = 0,
) -> ChartCopy:
    """Return the ratings of a skill, which is a slug, over time; `history` is by day."""
    words = texts.pick(catalogue.skill(skill).name)

    def draw(style: ChartStyle, _colour: Colour, width: float, height: float) -> Chart:
        from planner.charts.history import skill_history_figure

        return skill_history_figure(
            history,
            required,
            catalogue.scale,
            texts,
            style,
            as_of=as_of,
            months=months,
            width=width,
            height=height,
        )

    return ChartCopy(
        title=texts.tr("{name} – {skill} over time", name=name, skill=words),
        note=texts.tr("as of {day}", day=texts.date(as_of)),
        draw=draw,
        size=_time_size,
        table=partial(ratings_table, history, texts),
        track=track,
    )


def readiness_copy(
    history: ReadinessHistory,
    positions: Sequence[Position],
    catalogue: Catalogue,
    name: str,
    texts: Texts,
    track: int,
) -> ChartCopy:
    """Return the readiness for a role over time."""
    role = _role(history.role, catalogue, texts)

    def draw(style: ChartStyle, _colour: Colour, width: float, height: float) -> Chart:
        from planner.charts.history import readiness_history_figure

        return readiness_history_figure(
            history, positions, catalogue, texts, style, width=width, height=height
        )

    return ChartCopy(
        title=texts.tr("{name} – readiness for {role} over time", name=name, role=role),
        note=DOT.join(
            (
                texts.tr("as of {day}", day=texts.date(history.as_of)),
                texts.word(basis_words(history.basis)),
            )
        ),
        draw=draw,
        size=_time_size,
        table=partial(readiness_table, history, catalogue, texts),
        track=track,
    )


def timeline_copy(
    actions: Sequence[PlannedAction],
    catalogue: Catalogue,
    name: str,
    texts: Texts,
    *,
    as_of: date,
    now: str,
    track: int,
) -> ChartCopy:
    """Return actions over time, each of them, in their order."""

    def draw(style: ChartStyle, colour: Colour, width: float, height: float) -> Chart:
        from planner.charts.plan import timeline_figure

        late = colour("warning")
        return timeline_figure(
            actions, as_of, texts, style, now=now, late=late, width=width, height=height
        )

    def size(style: ChartStyle, width: float) -> tuple[float, float]:
        from planner.charts.plan import timeline_height

        return width, max(100.0, timeline_height(actions, as_of, texts, style, width))

    return ChartCopy(
        title=texts.tr("{name} – timeline of the plan", name=name),
        note=texts.tr("as of {day}", day=texts.date(as_of)),
        draw=draw,
        size=size,
        table=partial(timeline_table, actions, catalogue, texts),
        track=track,
    )


def route_copy(
    route: Route, standing: Standing, catalogue: Catalogue, name: str, title: str, texts: Texts
) -> ChartCopy:
    """Return a route over the years; `title` is what it is called among the others."""

    def draw(style: ChartStyle, colour: Colour, width: float, height: float) -> Chart:
        from planner.report.routes.chart import route_chart

        return route_chart(route, standing, catalogue, texts, style, colour, width, height)

    def size(style: ChartStyle, width: float) -> tuple[float, float]:
        from planner.report.routes.chart import route_chart_height

        def colour(_role: str) -> str:
            # How high it is has nothing to do with its colours.
            return style.text

        return width, route_chart_height(route, standing, catalogue, texts, style, colour, width)

    target = _role(route.roles[-1], catalogue, texts)
    return ChartCopy(
        title=texts.tr("{name} – a way to {role} over the years", name=name, role=target),
        note=DOT.join((title, texts.tr("as of {day}", day=texts.date(standing.day)))),
        draw=draw,
        size=size,
        table=partial(stays_table, route, standing, catalogue, texts),
    )


def heat_map_copy(
    heat: Callable[[], HeatMap],
    table: Callable[[], ChartTable],
    title: str,
    texts: Texts,
    *,
    as_of: date,
) -> ChartCopy:
    """Return the heat map of a team, which is made when it is asked for."""

    def draw(style: ChartStyle, _colour: Colour, width: float, height: float) -> Chart:
        from planner.charts.team import heat_map_figure

        return heat_map_figure(heat(), texts, style, width=width, height=height)

    def size(style: ChartStyle, _width: float) -> tuple[float, float]:
        from planner.charts.team import heat_map_size

        return heat_map_size(heat(), texts, style)

    return ChartCopy(
        title=title,
        note=texts.tr("as of {day}", day=texts.date(as_of)),
        draw=draw,
        size=size,
        table=table,
    )


def kept_copy(
    bars: Sequence[PartBar], table: Callable[[], ChartTable], title: str, note: str, texts: Texts
) -> ChartCopy:
    """Return bars of what is kept in another industry."""

    def kept_bars() -> Any:
        from planner.charts.parts import KeptBar

        return [
            KeptBar(
                name=bar.name,
                kept=bar.kept,
                at_most=bar.at_most,
                before=bar.before,
                words=bar.words,
                note=bar.note,
            )
            for bar in bars
            if bar.thing
        ]

    def draw(style: ChartStyle, _colour: Colour, width: float, height: float) -> Chart:
        from planner.charts.parts import kept_figure

        return kept_figure(kept_bars(), texts, style, width=width, height=height)

    def size(style: ChartStyle, width: float) -> tuple[float, float]:
        from planner.charts.parts import kept_height

        return width, kept_height(kept_bars(), style, width)

    return ChartCopy(title=title, note=note, draw=draw, size=size, table=table)


def _draw_gap(
    kind: str,
    gap: Gap,
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    _colour: Colour,
    width: float,
    height: float,
) -> Chart:
    from planner.charts.gaps import bars_figure, radar_figure

    draw = radar_figure if kind == "levels" else bars_figure
    return draw(gap, catalogue, texts, style, width=width, height=height)


def _gap_size(
    kind: str, gap: Gap, catalogue: Catalogue, texts: Texts, style: ChartStyle, width: float
) -> tuple[float, float]:
    from planner.charts.gaps import bars_height, radar_height

    height = radar_height if kind == "levels" else bars_height
    return width, height(gap, catalogue, texts, style, width)


def _time_size(_style: ChartStyle, width: float) -> tuple[float, float]:
    return width, _TIME_HEIGHT


def _as_of(gap: Gap, texts: Texts) -> str:
    return texts.tr(
        "as of {day}, by {basis}",
        day=texts.date(gap.as_of),
        basis=texts.word(basis_words(gap.basis)),
    )


def _role(role: str, catalogue: Catalogue, texts: Texts) -> str:
    return texts.pick(catalogue.role(role).name) if catalogue.has_role(role) else role
