"""The ways to the states of another industry, of the tracks asked for, and of the traps."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from planner.core.keeping.person_edits import add_person
from planner.core.people import Person
from planner.gui.pages.industry.page import IndustryPage
from planner.gui.pages.map.onward_section import OnwardSection
from tests.screens.stage import TODAY, Stage, State, require


def _page(stage: Stage) -> IndustryPage:
    stage.window.actions_by_key["industry"].trigger()
    page = stage.window.workbench.covering
    assert isinstance(page, IndustryPage)
    stage.settle()
    return page


def another(stage: Stage) -> None:
    """What is kept in an industry that is named."""
    page = _page(stage)
    page.ask("banking")
    stage.settle()
    require(page.found and page.found.industry == "banking", "no answer")


def own(stage: Stage) -> None:
    """The person's own industry keeps all."""
    page = _page(stage)
    person = stage.workspace.person
    assert person is not None
    page.ask(person.industry)
    stage.settle()
    require(page.found and not page.found.is_move, "a move")


def unrated(stage: Stage) -> None:
    """Somebody new, of no industry and with no ratings."""
    new = Person(id="new", name="Ada", catalogue="am-lm", role="line-manager", since=TODAY)
    stage.workspace.do(add_person(new))
    stage.open_person(("am-lm", "new"))
    require(not _page(stage).skills.bars.bars, "a skill")


def asked(stage: Stage) -> None:
    """The executive asks for both experiences."""
    stage.workspace.select_role("general-executive")
    stage.settle()
    (section,) = stage.map.inspector().findChildren(OnwardSection)
    require(len(section.words) == 4, "no tracks, or no way")
    stage.come_to_rest()
    area = section.parentWidget().parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    area.ensureWidgetVisible(section, 0, 24)


def traps(stage: Stage) -> None:
    """The one-way doors of the shipped catalogue."""
    stage.window.actions_by_key["traps"].trigger()
    stage.settle()


def industry_states() -> tuple[State, ...]:
    """Return the states of this module."""
    return (
        State("industry", "sample", another),
        State("industry-own", "sample", own),
        State("industry-unrated", "sample", unrated),
        State("map-both-experiences", "sample", asked),
        State("map-traps", "sample", traps),
        State("large-industry", "framework", _large),
        State("large-traps", "framework", traps),
    )


def _large(stage: Stage) -> None:
    require(_page(stage).roles.bars.bars, "no roles")
