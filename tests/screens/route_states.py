"""The states of the ways to a target that have a picture, and the way to each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.core.keeping.person_edits import clear_target
from planner.core.planning.what_if import WhatIf
from planner.gui.pages.routes.page import RoutesPage
from planner.gui.paper.preview import Preview
from tests.screens.stage import Stage, State, require


def _page(stage: Stage, role: str = "") -> RoutesPage:
    if role:
        stage.show_gap(role)
        stage.gaps.header.ways_button.click()
    else:
        stage.window.actions_by_key["routes"].trigger()
    stage.settle()
    page = stage.window.workbench.covering
    assert isinstance(page, RoutesPage)
    return page


def _shown(stage: Stage, role: str = "") -> RoutesPage:
    page = _page(stage, role)
    require(page.shows_routes, "no routes")
    require(page.body.details.chart.chart.has_figure, "no chart")
    return page


def _routes(stage: Stage) -> None:
    """The ways to the target, the first step of the fastest."""
    _shown(stage)


def _second(stage: Stage) -> None:
    """Another route, its second step."""
    page = _shown(stage, "strategic-account-manager")
    page.body.cards.focus(1)
    page.body.details.go(1)
    stage.settle()


def _imagined(stage: Stage) -> None:
    """The ways as they would be, with what is imagined beside them."""
    _shown(stage, "strategic-account-manager")
    stage.window.workspace.imagine(WhatIf(levels={"negotiation": 4.0}, hours_a_week=5.0))
    stage.window.what_if.open()
    stage.settle()
    require(stage.window.workbench.covering is not None, "the ways are gone")


def _table(stage: Stage) -> None:
    """The years as a table."""
    page = _shown(stage)
    page.body.details.chart.twin.toggle()
    require(page.body.details.chart.table.isVisible(), "no table")


def _rule(stage: Stage) -> None:
    """How routes are counted."""
    page = _shown(stage)
    page.header.rule_button.click()
    require(page.body.is_rule_open, "no rule")


def _filtered(stage: Stage) -> None:
    """Only routes through a role, by some kinds of move."""
    page = _shown(stage)
    page.header.filters.through.chosen.emit("line-manager")
    stage.settle()
    page.header.filters.open_kinds()


def _none(stage: Stage) -> None:
    """No route, with the reason."""
    page = _shown(stage)
    page.header.filters.avoid.chosen.emit("regional-client-director")
    page.header.filters.allow_moves(1)
    stage.settle()
    require(not page.shows_routes, "there are routes")


def _untargeted(stage: Stage) -> None:
    """Nobody said where to go."""
    person = stage.workspace.person
    assert person is not None
    require(stage.workspace.do(clear_target(person)), "not cleared")
    page = _page(stage)
    require(page.header.chooser.hasFocus(), "nothing is asked for")


def _planned(stage: Stage) -> None:
    """The fastest route was made the plan."""
    page = _shown(stage)
    page.body.details.step.plan_button.click()
    require(stage.window.notices.isVisible(), "nothing is said")


def _map(stage: Stage) -> None:
    """The chosen route on the map, the others faint."""
    page = _shown(stage, "strategic-account-manager")
    page.body.details.step.map_button.click()
    stage.settle()
    line = stage.map.routes.line
    require(line is not None and line.isVisible(), "no line of ways")


def _preview(stage: Stage) -> QWidget:
    """The routes as they are printed."""
    page = _shown(stage)
    page.body.details.step.print_button.click()
    return stage.shown(Preview)


def route_states() -> tuple[State, ...]:
    """Return all of them."""
    return (
        State("routes", "sample", _routes),
        State("routes-second", "sample", _second),
        State("routes-what-if", "sample", _imagined),
        State("routes-table", "sample", _table),
        State("routes-rule", "sample", _rule),
        State("routes-filtered", "sample", _filtered),
        State("routes-none", "sample", _none),
        State("routes-untargeted", "sample", _untargeted),
        State("routes-planned", "sample", _planned),
        State("routes-map", "sample", _map),
        State("preview-routes", "sample", _preview),
        State("large-routes", "framework", _routes),
    )
