"""The ways to the states of stances, KPIs, taking up a role, and erasing."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QScrollArea, QWidget

from planner.core.keeping.career_edits import set_wish
from planner.core.people import Stance, Wish
from planner.gui.pages.people.role_change import RoleChangePanel
from planner.gui.paper.preview import Preview
from planner.gui.widgets.inputs.kpi_panel import KpiPanel
from planner.gui.window.text_window import TextWindow
from tests.screens.stage import HEIGHT, TODAY, WIDTH, Stage, require

OWN, NEXT = "account-manager", "regional-client-director"


def _keep(stage: Stage) -> None:
    """Give the sample person a stance of each kind; results it has."""
    workspace = stage.workspace
    for role_id, stance_to_it in (
        (NEXT, Stance.NO_OPENING),
        ("operations-director", Stance.NOT_WANTED),
        ("line-manager", Stance.WANTED),
        ("junior-account-manager", Stance.STEPPING_BACK),
    ):
        person, catalogue = workspace.person, workspace.catalogue
        assert person is not None
        assert catalogue is not None
        wish = Wish(role=role_id, stance=stance_to_it, on=TODAY)
        workspace.do(set_wish(person, wish, catalogue))


def role(role_id: str, stage: Stage) -> None:
    """A role is selected on a map with signs."""
    _keep(stage)
    stage.workspace.select_role(role_id)
    stage.wait("the section", lambda: stage.map.inspector().findChild(KpiPanel) is not None)


def table(stage: Stage) -> None:
    """The table says the signs in words."""
    role("line-manager", stage)
    stage.map.bar.twin_button("table").click()
    require(stage.map.table.isVisible(), "no table")


def preview(stage: Stage) -> QWidget:
    """The signs and their legend on paper."""
    _keep(stage)
    stage.window.actions_by_key["print"].trigger()
    shown = stage.shown(Preview)
    shown.resize(WIDTH, HEIGHT)
    return shown


def _show_below(stage: Stage) -> None:
    stage.come_to_rest()
    area = stage.map.inspector().parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def stance(stage: Stage) -> None:
    """The stance to the next role."""
    role(NEXT, stage)
    _show_below(stage)


def kpis(stage: Stage) -> None:
    """The KPIs of the own role."""
    role(OWN, stage)
    _show_below(stage)


def kpi_table(stage: Stage) -> None:
    """The results of the own role's KPIs as a table."""
    role(OWN, stage)
    panel = stage.map.inspector().findChild(KpiPanel)
    assert panel is not None
    panel.turn()
    require(panel.table.isVisible(), "no table")
    _show_below(stage)


def kpi_entry(stage: Stage) -> None:
    """A result is entered that is no number."""
    role(OWN, stage)
    stage.come_to_rest()
    panel = stage.map.inspector().findChild(KpiPanel)
    assert panel is not None
    panel.rows[0].enter.click()
    panel.entry.reached.setText("many")
    panel.entry.save.click()
    require(panel.entry.fields["reached"].fault, "no fault at the number")


def take_role(page: str, role_id: str, stage: Stage) -> None:
    """What it changes to take up a role, beside a page."""
    stage.window.show_page(page)
    stage.settle()
    _keep(stage)
    stage.workspace.select_role(role_id)
    stage.window.actions_by_key["take-role"].trigger()
    panel = stage.window.findChild(RoleChangePanel)
    assert panel is not None
    require(panel.isVisible() and panel.words, "nothing is said to change")


def step_back(stage: Stage) -> None:
    """A step back, worded as such."""
    take_role("map", "junior-account-manager", stage)


def past(stage: Stage) -> None:
    """The past is corrected."""
    stage.workspace.look_at(date(2023, 3, 1))
    take_role("map", "line-manager", stage)


def erased(stage: Stage) -> None:
    """Somebody was erased, and somebody else is looked at."""
    stage.workspace.store.back_up()
    stage.answers.choices.append("erase")
    stage.window.actions_by_key["erase-person"].trigger()
    stage.settle()
    require("sample-am" not in [one.id for one in stage.workspace.store.people()], "still there")


def copies(stage: Stage) -> QWidget:
    """Where copies may remain."""
    erased(stage)
    stage.window.notices.act()
    return stage.shown(TextWindow)
