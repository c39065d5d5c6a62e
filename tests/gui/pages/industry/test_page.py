"""Another industry, the tracks that a role asks for, and the traps, as they are used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.core.keeping.person_edits import add_person, correct_person
from planner.core.people import Person
from planner.gui.main_window import MainWindow
from planner.gui.pages.industry.page import IndustryPage
from planner.gui.pages.map.onward_section import OnwardSection
from planner.gui.pages.map.page import MapPage
from planner.gui.popovers.traps import TrapsPopover
from planner.store.store import Store
from tests.gui.conftest import TODAY


@pytest.fixture
def settled(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """A function that waits until nothing is being worked out."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
        QApplication.processEvents()

    return wait


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, settled: Callable[[], None]) -> IndustryPage:
    """The page over the map, opened by its shortcut."""
    qtbot.waitExposed(window)
    settled()
    qtbot.keySequence(window, QKeySequence("Ctrl+Shift+I"))
    found = window.workbench.covering
    assert isinstance(found, IndustryPage)
    settled()
    return found


def type_industry(page: IndustryPage, qtbot: QtBot, name: str) -> None:
    page.field.selectAll()
    qtbot.keyClicks(page.field, name)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)


def test_without_a_name_any_other_industry_is_answered_for(page: IndustryPage) -> None:
    assert page.words[0] == "Lin Wei: from software to another industry"
    assert "98 % now, 83 % there" in page.words[1]
    assert "as of 23 Nov 2026" in page.words[1]
    assert page.found is not None
    assert page.found.is_move
    assert page.field.hasFocus()


def test_the_whole_story_by_keyboard(
    page: IndustryPage, window: MainWindow, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    type_industry(page, qtbot, "banking")
    settled()
    assert page.words[0] == "Lin Wei: from software to banking"
    # Solution packaging 4 × 0.45, the largest loss.
    assert page.skills.picked == "solution-packaging"
    assert page.skills.bars.bars[0].words == "4 → 1.8"
    assert page.roles.bars.bars[1].note == "present role"
    page.roles.setFocus()
    qtbot.keyClick(page.roles, Qt.Key.Key_Down)
    wanted = page.roles.picked
    assert wanted
    assert wanted != "account-manager"
    qtbot.keyClick(page.roles, Qt.Key.Key_Return)
    assert window.workbench.covering is None
    assert window.workspace.selected_role == wanted


def test_headings_are_passed_over_by_the_arrows(page: IndustryPage, qtbot: QtBot) -> None:
    page.roles.setFocus()
    things = []
    for _ in range(len(page.roles.bars.bars)):
        things.append(page.roles.picked)
        qtbot.keyClick(page.roles, Qt.Key.Key_Down)
    assert "" not in things
    assert len(set(things)) == 24


def test_the_own_industry_keeps_all(
    page: IndustryPage, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    type_industry(page, qtbot, " Software  ")
    settled()
    assert page.words[0] == "Lin Wei: in Software"
    assert page.words[2].startswith("This is the person's own industry")
    assert all(bar.kept == bar.before for bar in page.skills.bars.bars)


def test_the_industries_of_others_are_offered(
    page: IndustryPage, settled: Callable[[], None]
) -> None:
    offered = [page.industry.itemText(row) for row in range(page.industry.count())]
    # Of the eight in the sample, Lin Wei and three others are in software.
    assert offered == ["financial services", "healthcare", "manufacturing", "retail"]
    page.industry.setCurrentIndex(3)
    page.industry.activated.emit(3)
    settled()
    assert page.found is not None
    assert page.found.industry == "retail"


def test_a_skill_is_opened_on_the_gaps_page(
    page: IndustryPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.skills.setFocus()
    qtbot.keyClick(page.skills, Qt.Key.Key_Return)
    assert window.workbench.covering is None
    assert window.workbench.page.key == "gaps"


def test_escape_and_the_cross_lead_back(
    page: IndustryPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.skills, Qt.Key.Key_Escape)
    assert window.workbench.covering is None
    window.actions_by_key["industry"].trigger()
    assert window.workbench.covering is page
    page.close_button.click()
    assert window.workbench.covering is None


def test_it_changes_nothing_and_follows_what_is_changed(
    page: IndustryPage, window: MainWindow, settled: Callable[[], None]
) -> None:
    workspace = window.workspace
    assert workspace.history.next_undo is None
    person = workspace.person
    assert person is not None
    workspace.do(correct_person(person, replace(person, industry="")))
    settled()
    assert page.words[0] == "Lin Wei: to another industry"
    assert page.words[2].startswith("No industry is entered")
    # Nobody else's is lost: now software is one of the others'.
    assert page.industry.findText("software") >= 0
    workspace.undo()
    settled()
    assert page.words[0] == "Lin Wei: from software to another industry"


def test_another_language_and_another_theme(
    page: IndustryPage, window: MainWindow, settled: Callable[[], None]
) -> None:
    page.ask("banking")
    window.workspace.set_language("zh_CN")
    window.parts.appearance.choose("dark")
    settled()
    assert page.words[0] == "Lin Wei：从 software 换到 banking"
    assert page.field.text() == "banking"
    assert page.skills.bars.bars[0].name == "行业解决方案包装"
    assert page.skills.accessibleName() == "各项技能保留多少"


def test_somebody_new_is_told_what_comes_next(
    page: IndustryPage, window: MainWindow, settled: Callable[[], None]
) -> None:
    new = Person(id="new", name="Ada", catalogue="am-lm", role="line-manager", since=TODAY)
    window.workspace.do(add_person(new))
    window.workspace.open_person("am-lm", "new")
    settled()
    assert page.words[0] == "Ada: to another industry"
    assert page.skills.bars.bars == ()
    assert not page.skills.isVisible()


def test_it_follows_whom_one_looks_at(
    page: IndustryPage, window: MainWindow, settled: Callable[[], None]
) -> None:
    window.workspace.close_person()
    assert not page.isVisible()
    window.workspace.open_person("am-lm", "zhou-xiaozhou")
    settled()
    assert page.found is not None
    assert page.found.person == "zhou-xiaozhou"
    assert page.words[0].endswith("from retail to another industry")


def test_f1_tells_of_it(page: IndustryPage, window: MainWindow) -> None:
    window.actions_by_key["help"].trigger()
    help_window = window.commands._help
    assert help_window is not None
    assert help_window.topic == "industry"
    help_window.close()


# the tracks asked for


def test_the_inspector_says_which_experience_is_missing(
    window: MainWindow, settled: Callable[[], None], qtbot: QtBot
) -> None:
    settled()
    page = window.workbench.page
    assert isinstance(page, MapPage)
    # It is added after the first paint.
    qtbot.waitUntil(lambda: bool(page.inspector().findChildren(OnwardSection)))
    (section,) = page.inspector().findChildren(OnwardSection)
    assert section.words == ()
    window.workspace.select_role("general-executive")
    assert section.words[-1] == "Looking for the shortest way…"
    settled()
    assert section.words[:3] == (
        "Asks for both experiences: a role held before in",
        "Client track: held",
        "Line track: not yet",
    )
    assert section.words[3].startswith(
        "Shortest way that does: Line manager → General executive (2 moves, "
    )
    window.workspace.select_role("line-manager")
    settled()
    assert section.words == ()
    section.industry.click()
    assert isinstance(window.workbench.covering, IndustryPage)
    settled()


# traps


def popover(window: MainWindow) -> TrapsPopover:
    (found,) = window.findChildren(TrapsPopover)
    return found


def test_the_traps_lead_to_their_roles_by_keyboard(
    window: MainWindow, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    qtbot.waitExposed(window)
    settled()
    window.show_page("team")
    settled()
    qtbot.keySequence(window, QKeySequence("Ctrl+Shift+T"))
    settled()
    assert window.workbench.page.key == "map"
    traps = popover(window)
    assert traps.isVisible()
    assert traps.hint.startswith("39 one-way doors, which are no fault")
    entries = traps.list.entries()
    assert len(entries) == 39
    assert entries[0].text == "Account manager"
    assert entries[0].below == "One-way door to Solutions architect (change of career)"
    assert traps.list.hasFocus()
    for _ in range(3):
        qtbot.keyClick(traps.list, Qt.Key.Key_Down)
    qtbot.keyClick(traps.list, Qt.Key.Key_Return)
    assert not traps.isVisible()
    assert window.workspace.selected_role == "line-manager"


def test_the_bar_of_the_map_opens_the_traps_and_escape_closes_them(
    window: MainWindow, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    qtbot.waitExposed(window)
    settled()
    page = window.workbench.page
    assert isinstance(page, MapPage)
    page.bar.traps.click()
    traps = popover(window)
    qtbot.keyClick(traps, Qt.Key.Key_Escape)
    settled()
    assert not traps.isVisible()
    window.workspace.set_language("zh_CN")
    page.bar.traps.click()
    settled()
    assert traps.list.entries()[0].below == "通往“解决方案架构师”的单向门（转职业）"
    traps.dismiss()


def test_without_anybody_neither_can_be_opened(
    open_window: Callable[..., MainWindow], empty_store: Store
) -> None:
    window = open_window(empty_store)
    for key in ("industry", "traps"):
        assert not window.actions_by_key[key].isEnabled()
