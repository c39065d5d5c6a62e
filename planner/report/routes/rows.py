"""Routes and their steps as rows of words, for the terminal and for paper."""

from __future__ import annotations

from datetime import date

from planner.core.model import Catalogue
from planner.core.planning.route_times import stays
from planner.core.routes import Route, Routes
from planner.core.routing.standing import Standing
from planner.core.text import Texts
from planner.report.map.words import DOT, kind_words
from planner.report.routes.words import (
    arrival_words,
    arrival_years,
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


def stay_rows(route: Route, standing: Standing, catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row a role under a heading row: when it is entered and left, and at what cost."""
    tr = texts.tr
    rows = [[tr("Role"), tr("Entered"), tr("Left"), tr("Left between"), tr("Hours")]]
    found = stays(route, standing)
    for stay in found:
        is_target = stay is found[-1]
        entered = hours_words(stay.hours, texts) if stay is not found[0] else "–"
        rows.append(
            [
                role_name(stay.role, catalogue, texts),
                texts.month(stay.begin),
                "–" if is_target else texts.month(stay.end),
                "–" if is_target else _months_between(stay.earliest, stay.latest, texts),
                entered,
            ]
        )
    return rows


def route_chart_words(route: Route, standing: Standing, catalogue: Catalogue, texts: Texts) -> str:
    """Return what a route over the years shows, for those who cannot see it."""
    parts = [
        texts.tr(
            "{role} until {month}",
            role=role_name(stay.role, catalogue, texts),
            month=texts.month(stay.end),
        )
        for stay in stays(route, standing)[:-1]
    ]
    target = role_name(route.roles[-1], catalogue, texts)
    return texts.tr(
        "{stays}; then {target}. {arrival}. The table tells the same in words.",
        stays=texts.tr("; ").join(parts),
        target=target,
        arrival=arrival_words(route, texts).rstrip("。."),
    )


def _months_between(earliest: date, latest: date, texts: Texts) -> str:
    first, last = texts.month(earliest), texts.month(latest)
    return first if first == last else texts.tr("{first} – {last}", first=first, last=last)
