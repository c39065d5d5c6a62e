"""The years of a route as a chart, for the window and for paper; what draws it is loaded here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from planner.charts.style import ChartStyle
from planner.core.model import Catalogue
from planner.core.planning.route_times import stays
from planner.core.routes import Route
from planner.core.routing.standing import Standing
from planner.core.text import Texts
from planner.report.map.words import DOT
from planner.report.routes.words import hours_words, role_name

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart
    from planner.charts.routes import RouteBar


def route_chart(
    route: Route,
    standing: Standing,
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    colour: Callable[[str], str],
    width: float,
    height: float,
) -> Chart:
    """Return the chart in `width` by `height` figure units; `colour` says a role of colour."""
    from planner.charts.routes import route_figure

    bars = _bars(route, standing, catalogue, texts, colour)
    return route_figure(bars, texts, style, width=width, height=height)


def route_chart_height(
    route: Route,
    standing: Standing,
    catalogue: Catalogue,
    texts: Texts,
    style: ChartStyle,
    colour: Callable[[str], str],
    width: float,
) -> float:
    """Return the height in figure units that such a chart wants at a width."""
    from planner.charts.routes import route_height

    return route_height(_bars(route, standing, catalogue, texts, colour), texts, style, width)


def _bars(
    route: Route,
    standing: Standing,
    catalogue: Catalogue,
    texts: Texts,
    colour: Callable[[str], str],
) -> Sequence[RouteBar]:
    from planner.charts.routes import RouteBar

    tracks = [track.id for track in catalogue.tracks]
    held = stays(route, standing)
    bars = []
    for stay in held:
        known = catalogue.has_role(stay.role)
        number = tracks.index(catalogue.role(stay.role).track) if known else 0
        words = role_name(stay.role, catalogue, texts)
        if stay is not held[0]:
            words += DOT + hours_words(stay.hours, texts)
        bars.append(
            RouteBar(
                stay=stay,
                words=words,
                ground=colour(f"track-{number}-tint"),
                colour=colour("accent" if stay is held[-1] else f"track-{number}"),
            )
        )
    return bars
