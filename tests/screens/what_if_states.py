"""The states of what is imagined that have a picture, and the way to each."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from planner.core.planning.what_if import WhatIf
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.paper.preview import Preview
from tests.screens.stage import HEIGHT, WIDTH, Stage, State, require

_IMAGINED = WhatIf(levels={"negotiation": 4.0, "contract-law": 3.0}, hours_a_week=5.0)


def _map(stage: Stage) -> None:
    stage.workspace.imagine(_IMAGINED)
    stage.window.show_page("map")
    require(stage.window.what_if.bar.isVisible(), "no bar")


def _role(stage: Stage) -> None:
    stage.workspace.imagine(WhatIf(role="line-manager", industry="retail"))
    stage.window.show_page("map")
    require(stage.window.what_if.bar.isVisible(), "no bar")


def _panel(stage: Stage) -> None:
    stage.workspace.imagine(_IMAGINED)
    stage.window.show_page("map")
    stage.window.what_if.open()
    require(stage.window.what_if.panel.isVisible(), "no panel")


def _gaps(stage: Stage) -> None:
    stage.workspace.imagine(_IMAGINED)
    stage.window.show_page("gaps")
    require(stage.window.what_if.bar.isVisible(), "no bar")


def _paper(stage: Stage) -> QWidget:
    _gaps(stage)
    stage.window.actions_by_key["print"].trigger()
    shown = stage.shown(Preview)
    shown.resize(WIDTH, HEIGHT)
    return shown


def _steps(stage: Stage) -> None:
    stage.window.show_page("gaps")
    page = cast("GapsPage", stage.window.workbench.page)
    page.aside.turn_to("steps")
    require(page.aside.shown == "steps", "no steps")


def what_if_states() -> tuple[State, ...]:
    """Return the states in the order of their pictures."""
    return tuple(
        State(key, "sample", reach)
        for key, reach in (
            ("what-if-map", _map),
            ("what-if-role", _role),
            ("what-if-panel", _panel),
            ("what-if-gaps", _gaps),
            ("what-if-paper", _paper),
            ("what-if-steps", _steps),
        )
    )
