"""Routes and their steps as rows of words, for the terminal and for paper."""

from __future__ import annotations

from datetime import date

from planner.core.model import Catalogue
from planner.core.routes import Route, Routes
from planner.core.text import Texts
from planner.report.map_words import DOT, kind_words
from planner.report.route_words import (
    distinctions,
    hours_words,
    interval_words,
    role_name,
    way_words,
)
from planner.report.rows import Rows


def route_rows(routes: Routes, catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row a route under a heading row: names, years, hours, moves, arrival, roles."""
    tr = texts.tr
    rows = [[tr("Route"), tr("Years"), tr("Hours"), tr("Moves"), tr("Arrival"), tr("Roles")]]
    for route in routes.routes:
        rows.append(
            [
                DOT.join(distinctions(route, routes, texts)) or "–",
                interval_words(route, texts),
                hours_words(route.hours, texts),
                texts.number(route.moves, 0),
                arrival_years(route.earliest, route.latest, texts),
                way_words(route, catalogue, texts),
            ]
        )
    return rows


def step_rows(route: Route, catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row a step under a heading row: its role, figures, counts of skills."""
    tr = texts.tr
    rows = [
        [tr("No."), tr("Role"), tr("Kind"), tr("Years"), tr("Hours")],
    ]
    rows[0] += [tr("Keep"), tr("Raise"), tr("Learn"), tr("Leave behind")]
    for number, step in enumerate(route.steps, start=1):
        becomes = (step.keep, step.raised, step.learn, step.leave)
        rows.append(
            [
                texts.number(number),
                role_name(step.move.to_role, catalogue, texts),
                kind_words(step.move.kind, texts),
                interval_words(step, texts),
                hours_words(step.hours, texts),
                *(texts.number(len(skills)) for skills in becomes),
            ]
        )
    return rows


def arrival_years(earliest: date | None, latest: date | None, texts: Texts) -> str:
    """Return an arrival as years alone, such as `2031–2035`."""
    if earliest is None:
        return "–"
    if latest is None:
        return texts.tr("from {year}", year=str(earliest.year))
    if latest.year == earliest.year:
        return str(earliest.year)
    return texts.tr("{low}–{high}", low=str(earliest.year), high=str(latest.year))
