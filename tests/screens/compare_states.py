"""The ways to the states of two roles side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from planner.gui.pages.compare.page import ComparePage
from planner.gui.pages.map.role_menu import RoleMenu
from planner.gui.paper.preview import Preview
from tests.screens.stage import Stage, State, require


def _page(
    stage: Stage, first: str = "account-manager", second: str = "line-manager"
) -> ComparePage:
    stage.window.actions_by_key["compare"].trigger()
    page = stage.window.workbench.covering
    assert isinstance(page, ComparePage)
    page.compare(first, second)
    stage.settle()
    require(page.roles == (first, second), "other roles are compared")
    return page


def article(stage: Stage) -> None:
    """The two roles of the article, for somebody who holds one of them."""
    _page(stage)


def skills(stage: Stage) -> None:
    """The competencies of both, one of them with what its levels look like."""
    page = _page(stage, "line-manager", "senior-line-manager")
    (row,) = (n for n, one in enumerate(page.model.rows) if one.head == page.model.rows[7].head)
    page.view.selectRow(row)
    page.view.setCurrentIndex(page.model.index(row, 0))
    page.view.describe_current()
    stage.come_to_rest()
    page.view.verticalScrollBar().setValue(330)


def moves(stage: Stage) -> None:
    """The end of the page."""
    page = _page(stage)
    stage.come_to_rest()
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())


def same(stage: Stage) -> None:
    """The same role on both sides."""
    page = _page(stage, "line-manager", "line-manager")
    require(page.said, "nothing is said")


def bare(stage: Stage) -> None:
    """A role of a foreign framework without requirements beside one with many."""
    catalogue = stage.workspace.catalogue
    assert catalogue is not None
    rich = max(catalogue.roles, key=lambda role: len(role.requires))
    _page(stage, stage.role_without_requirements(), rich.id)


def long(stage: Stage) -> None:
    """Two roles of a foreign framework."""
    catalogue = stage.workspace.catalogue
    assert catalogue is not None
    first, second = sorted(catalogue.roles, key=lambda role: -len(role.requires))[:2]
    _page(stage, first.id, second.id)


def chooser(stage: Stage) -> None:
    """The second role is chosen from the list."""
    _page(stage).choosers[1].open()


def menu(stage: Stage) -> None:
    """The menu of a role on the map."""
    stage.workspace.select_role("line-manager")
    stage.settle()
    made = stage.map.findChild(RoleMenu)
    assert isinstance(made, RoleMenu)
    shown: QMenu = made.menu("line-manager")
    view = stage.map.view
    assert view.map is not None
    at = view.mapFromScene(view.map.box_of("line-manager").center())
    shown.popup(view.viewport().mapToGlobal(at + QPoint(0, 4)))


def find(stage: Stage) -> None:
    """Roles are found with what they can be compared with."""
    stage.window.open_find()
    words = {"en": "compare manager", "zh_CN": "对比 经理"}[stage.workspace.texts.language]
    stage.window.finder.field.setText(words)


def preview(stage: Stage) -> Preview:
    """What would be printed."""
    _page(stage)
    stage.window.actions_by_key["print"].trigger()
    stage.settle()
    shown = stage.shown(Preview)
    assert isinstance(shown, Preview)
    return shown


def compare_states() -> tuple[State, ...]:
    """Return every state of it."""
    sample = {
        "article": article,
        "skills": skills,
        "moves": moves,
        "same": same,
        "chooser": chooser,
        "menu": menu,
        "find": find,
        "preview": preview,
    }
    foreign = {"bare": bare, "long": long}
    return (
        *(State(f"compare-{key}", "sample", partial(do)) for key, do in sample.items()),
        *(State(f"compare-{key}", "framework", partial(do)) for key, do in foreign.items()),
    )
