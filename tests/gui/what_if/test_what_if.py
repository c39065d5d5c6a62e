"""What-if in the window: by keyboard and mouse, on every page, kept, undone, dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.core.people import Rater
from planner.core.planning.what_if import WhatIf
from planner.gui.main_window import MainWindow
from planner.gui.models.gap_table import GapColumn
from planner.gui.pages.gaps.aside import STEPS
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.gaps.steps import ALL, ROLE, TARGET
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.plan.page import PlanPage
from planner.gui.paper.page_document import document_of
from planner.gui.state.rating import Draft, save_rating
from planner.gui.what_if.panel import WhatIfPanel

SAMPLE = ("am-lm", "sample-am")
TODAY = date(2026, 11, 23)
NEXT = "regional-client-director"


@pytest.fixture
def looking(window: MainWindow) -> MainWindow:
    """The window on the sample person: negotiation 3, contract law 1, three hours a week."""
    window.workspace.open_person(*SAMPLE)
    return window


def press(qtbot: QtBot, window: QWidget, keys: str) -> None:
    qtbot.keySequence(window, QKeySequence(keys))


def gaps(window: MainWindow) -> GapsPage:
    window.show_page("gaps")
    page = window.workbench.page_of("gaps")
    assert isinstance(page, GapsPage)
    return page


def panel(window: MainWindow) -> WhatIfPanel:
    window.what_if.open()
    return window.what_if.panel


def held(page: GapsPage, skill: str) -> float | None:
    assert page.gap is not None
    return next(one.held for one in page.gap.skills if one.skill == skill)


def count_of_ratings(window: MainWindow) -> int:
    return len(window.workspace.store.ratings(*SAMPLE))


# said


def test_the_bar_says_on_every_page_what_is_imagined_and_that_it_is_not_real(
    looking: MainWindow,
) -> None:
    bar = looking.what_if.bar
    assert bar.isHidden()
    looking.workspace.imagine(WhatIf(levels={"negotiation": 4.0}, hours_a_week=5.0))
    for key in ("map", "gaps", "plan", "meeting", "team"):
        looking.show_page(key)
        assert bar.isVisible()
        assert bar.chip.label.text() == "What if: Business negotiation 4, 5 h a week"
        assert bar.words.text() == "Imagined, not real: nothing of it is saved."
        assert bar.accessibleName() == bar.chip.label.text()
    looking.workspace.set_language("zh_CN")
    assert bar.chip.label.text() == "假设：商务谈判 4、每周 5 小时"
    looking.actions_by_key["theme-dark"].trigger()
    assert bar.isVisible()
    bar.chip.button.click()
    assert looking.workspace.what_if is None
    assert bar.isHidden()


def test_what_writes_down_what_is_so_waits_until_nothing_is_imagined(looking: MainWindow) -> None:
    page = gaps(looking)
    keys = ("assess", "take-role", "look-at-day")
    assert all(looking.actions_by_key[key].isEnabled() for key in keys)
    looking.workspace.imagine(WhatIf())
    assert not any(looking.actions_by_key[key].isEnabled() for key in keys)
    assert not page.header.assess_button.isEnabled()
    assert looking.actions_by_key["drop-what-if"].isEnabled()
    looking.actions_by_key["drop-what-if"].trigger()
    assert looking.workspace.what_if is None
    assert all(looking.actions_by_key[key].isEnabled() for key in keys)
    assert not looking.actions_by_key["drop-what-if"].isEnabled()


def test_with_nobody_there_is_nothing_to_imagine(window: MainWindow) -> None:
    window.workspace.close_person()
    window.what_if.open()
    assert window.workspace.what_if is None
    assert not window.actions_by_key["what-if"].isEnabled()
    assert window.what_if.bar.isHidden()


def test_a_past_day_is_left_and_another_person_is_real(looking: MainWindow) -> None:
    looking.workspace.look_at(date(2026, 1, 1))
    looking.what_if.open()
    assert not looking.workspace.is_past
    assert looking.workspace.what_if == WhatIf()
    looking.workspace.look_at(date(2026, 1, 1))
    assert looking.workspace.what_if is None
    looking.workspace.imagine(WhatIf(hours_a_week=9.0))
    looking.workspace.open_person("am-lm", "mi-duo")
    assert looking.workspace.what_if is None


# on the gaps


def test_a_skill_is_raised_and_lowered_by_keys_and_nothing_is_saved(
    looking: MainWindow, qtbot: QtBot
) -> None:
    page = gaps(looking)
    page.show_role(NEXT)
    before, ratings = page.gap, count_of_ratings(looking)
    table = page.pane.table
    table.pick("negotiation")
    qtbot.keyClick(table, Qt.Key.Key_Plus)
    assert looking.workspace.what_if == WhatIf(levels={"negotiation": 4.0})
    assert held(page, "negotiation") == 4.0
    row = next(row for row in page.pane.model.rows if row.id == "negotiation")
    assert row.rated == "what if"
    assert page.pane.model.headerData(GapColumn.PLAN, Qt.Orientation.Horizontal) == "What if"
    qtbot.keyClick(table, Qt.Key.Key_Minus)
    assert looking.workspace.what_if == WhatIf()
    qtbot.keyClick(table, Qt.Key.Key_2)
    assert held(page, "negotiation") == 2.0
    qtbot.keyClick(table, Qt.Key.Key_9)
    assert held(page, "negotiation") == 2.0
    qtbot.keyClick(table, Qt.Key.Key_P)
    assert not page.plan.is_open
    qtbot.keyClick(table, Qt.Key.Key_N)
    assert page.gap is not None
    assert "negotiation" not in {one.skill for one in page.gap.skills}
    assert count_of_ratings(looking) == ratings
    assert looking.workspace.history.next_undo is None
    looking.what_if.drop()
    assert page.gap == before
    assert page.pane.model.headerData(GapColumn.PLAN, Qt.Orientation.Horizontal) == "In plan"


def test_the_editor_changes_what_is_imagined(looking: MainWindow, qtbot: QtBot) -> None:
    page, ratings = gaps(looking), count_of_ratings(looking)
    page.show_role(NEXT)
    looking.workspace.imagine(WhatIf(levels={"negotiation": 4.0}))
    page.pane.table.pick("negotiation")
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Return)
    editor = page.pane.editor
    assert page.pane.is_editing
    assert editor.draft().level == 4.0
    assert editor.rater.isHidden()
    assert editor.comment.isHidden()
    editor.number.setValue(5.0)
    qtbot.keyClick(editor.levels, Qt.Key.Key_Return)
    assert looking.workspace.what_if == WhatIf(levels={"negotiation": 5.0})
    assert not page.pane.is_editing
    assert count_of_ratings(looking) == ratings
    looking.what_if.drop()
    page.edit_rating("negotiation")
    assert not editor.rater.isHidden()


def test_each_row_has_a_minus_and_a_plus_for_the_mouse(looking: MainWindow, qtbot: QtBot) -> None:
    page = gaps(looking)
    page.show_role(NEXT)
    looking.workspace.imagine(WhatIf())
    table = page.pane.table
    index = page.pane.order.index_of("contract-law")
    cell = table.visualRect(index.siblingAtColumn(GapColumn.PLAN))
    plus = QPoint(cell.right() - 30, cell.center().y())
    minus = QPoint(cell.right() - 60, cell.center().y())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(table.viewport(), left, none, plus)
    qtbot.mouseClick(table.viewport(), left, none, plus)
    assert looking.workspace.what_if == WhatIf(levels={"contract-law": 3.0})
    qtbot.mouseClick(table.viewport(), left, none, minus)
    assert looking.workspace.what_if == WhatIf(levels={"contract-law": 2.0})
    assert table.picked_skill == "contract-law"
    # A double click in haste is two steps, and opens nothing.
    qtbot.mouseDClick(table.viewport(), left, none, plus)
    assert not page.pane.is_editing
    assert looking.workspace.what_if.levels["contract-law"] > 2.0


# on the map


def test_the_map_answers_at_once_and_keeps_its_lines(looking: MainWindow, qtbot: QtBot) -> None:
    looking.show_page("map")
    page = looking.workbench.page_of("map")
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: page.view.map is not None)
    scene = page.view.map
    assert scene is not None
    before = scene.drawing.state.roles[NEXT].readiness
    looking.workspace.imagine(WhatIf(levels={"contract-law": 3.0}))
    after = scene.drawing.state.roles[NEXT].readiness
    assert page.view.map is scene
    assert before is not None
    assert after is not None
    assert after.low > before.low
    looking.workspace.imagine(None)
    assert scene.drawing.state.roles[NEXT].readiness == before
    looking.workspace.imagine(WhatIf(role="line-manager"))
    assert page.view.map is not scene
    assert page.view.map is not None
    assert page.view.map.drawing.state.present == "line-manager"
    assert "Line manager · under a month" in looking.header.person.accessibleName()


# the panel


def test_a_whole_what_if_by_keyboard_alone(looking: MainWindow, qtbot: QtBot) -> None:
    looking.show_page("map")
    press(qtbot, looking, "Ctrl+Shift+W")
    shown = looking.what_if.panel
    assert shown.isVisible()
    assert shown.skill.hasFocus() or shown.skill.lineEdit().hasFocus()
    shown.skill.choose("contract-law")
    shown.skill.activated.emit(shown.skill.currentIndex())
    assert looking.workspace.what_if == WhatIf(levels={"contract-law": 2.0})
    (row,) = shown.rows.rows
    assert row.plus.hasFocus()
    assert row.words.text() == "Contract law 1 → 2"
    qtbot.keyClick(row.plus, Qt.Key.Key_Plus)
    assert row.words.text() == "Contract law 1 → 3"
    qtbot.keyClick(row.plus, Qt.Key.Key_Minus)
    assert looking.workspace.what_if.levels == {"contract-law": 2.0}
    shown.hours.setValue(5.0)
    shown.role.choose("line-manager")
    shown.role.activated.emit(shown.role.currentIndex())
    shown.industry.setFocus()
    qtbot.keyClicks(shown.industry, "retail")
    qtbot.keyClick(shown.industry, Qt.Key.Key_Return)
    assert looking.workspace.what_if == WhatIf(
        levels={"contract-law": 2.0}, hours_a_week=5.0, industry="retail", role="line-manager"
    )
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert shown.rows.rows == ()
    shown.hours.setValue(3.0)
    assert looking.workspace.what_if.hours_a_week is None
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert looking.workspace.what_if is None
    assert not shown.isVisible()
    assert looking.header.person.accessibleName().startswith("Lin Wei, Account manager")


def test_closing_the_panel_goes_on_imagining(looking: MainWindow) -> None:
    shown = panel(looking)
    shown.hours.setValue(4.0)
    shown.close_button.click()
    assert not shown.isVisible()
    assert looking.workspace.what_if == WhatIf(hours_a_week=4.0)
    looking.what_if.bar.change.click()
    assert shown.isVisible()
    assert shown.hours.value() == 4.0
    looking.workspace.set_language("zh_CN")
    assert shown.keep_plan.text() == "保留为计划"
    looking.actions_by_key["theme-dark"].trigger()
    shown.drop_button.click()
    assert looking.workspace.what_if is None


def test_kept_as_a_plan_and_undone(looking: MainWindow, qtbot: QtBot) -> None:
    workspace = looking.workspace
    before = workspace.career()
    workspace.imagine(WhatIf(levels={"contract-law": 3.0}, hours_a_week=5.0))
    qtbot.mouseClick(panel(looking).keep_plan, Qt.MouseButton.LeftButton)
    assert workspace.what_if is None
    kept = [one for one in workspace.career().actions if one not in before.actions]
    assert kept
    assert {one.skill for one in kept} == {"contract-law"}
    assert (kept[0].from_level, kept[-1].to_level) == (1.0, 3.0)
    assert workspace.career().person.hours_a_week == 5.0
    assert workspace.ratings() == before.ratings
    assert looking.notices.isVisible()
    press(qtbot, looking, "Ctrl+Z")
    assert workspace.career() == before
    press(qtbot, looking, "Ctrl+Shift+Z")
    assert workspace.career().person.hours_a_week == 5.0
    press(qtbot, looking, "Ctrl+Z")
    assert workspace.career() == before


def test_kept_as_ratings_and_undone(looking: MainWindow, qtbot: QtBot) -> None:
    workspace = looking.workspace
    before = workspace.career()
    workspace.imagine(WhatIf(levels={"contract-law": 3.0, "negotiation": None}))
    shown = panel(looking)
    assert shown.rater.currentText() == "Agreed"
    shown.rater.setCurrentIndex(1)
    shown.keep_ratings.click()
    added = [one for one in workspace.ratings() if one not in before.ratings]
    assert [(one.skill, one.level, one.by, one.on) for one in added] == [
        ("contract-law", 3.0, Rater.MANAGER, TODAY),
        ("negotiation", None, Rater.MANAGER, TODAY),
    ]
    assert workspace.what_if is None
    workspace.undo()
    assert workspace.career() == before


def test_three_kept_changes_are_undone_one_by_one(looking: MainWindow) -> None:
    workspace = looking.workspace
    before = workspace.career()
    for level in (2.0, 3.0):
        workspace.imagine(WhatIf(levels={"contract-law": level}))
        panel(looking).keep_ratings.click()
    workspace.imagine(WhatIf(levels={"contract-law": 5.0}))
    panel(looking).keep_plan.click()
    for _ in range(3):
        assert workspace.undo()
    assert workspace.career() == before
    assert not workspace.undo()


def test_an_edit_while_imagining_goes_to_what_is_real(looking: MainWindow) -> None:
    workspace = looking.workspace
    workspace.imagine(WhatIf(hours_a_week=5.0, role="line-manager"))
    from planner.core.keeping.person_edits import rename_person

    person = workspace.person
    assert person is not None
    assert workspace.do(rename_person(person, "Wei Lin"))
    stored = workspace.store.person(*SAMPLE)
    assert stored == replace(person, name="Wei Lin")
    assert workspace.what_if == WhatIf(hours_a_week=5.0, role="line-manager")
    seen = workspace.seen_person
    assert seen is not None
    assert (seen.name, seen.role, seen.hours_a_week) == ("Wei Lin", "line-manager", 5.0)


# on paper


def test_every_sheet_says_that_it_is_not_real(looking: MainWindow) -> None:
    page = gaps(looking)
    looking.workspace.imagine(WhatIf(levels={"negotiation": 4.0}))
    document = document_of(page, "a4")
    assert document is not None
    assert document.context.what_if == looking.workspace.what_if
    assert document.name().endswith("what if")
    looking.show_page("meeting")
    meeting = document_of(looking.workbench.page_of("meeting"), "a4")
    assert meeting is None or meeting.context.what_if is None


# the next best step


def test_the_best_step_is_added_by_one_key(looking: MainWindow, qtbot: QtBot) -> None:
    page, workspace = gaps(looking), looking.workspace
    before = workspace.career()
    qtbot.keyClick(page.pane.table, Qt.Key.Key_S)
    steps = page.aside.steps
    assert page.aside.shown == STEPS
    assert steps.list.hasFocus()
    best = steps.steps[0]
    assert steps.list.step == best
    assert all(
        (one.per_hour or 0) >= (other.per_hour or 0)
        for one, other in zip(steps.steps, steps.steps[1:], strict=False)
    )
    assert steps.title == "The next best steps to Regional client director"
    assert page.gap is not None
    asked = {skill.skill for skill in page.gap.skills}
    assert {step.skill for step in steps.steps} <= asked
    qtbot.keyClick(steps.list, Qt.Key.Key_P)
    added = [one for one in workspace.career().actions if one not in before.actions]
    assert {one.skill for one in added} == {best.skill}
    held = best.from_level if best.is_rated else None
    assert (added[0].from_level, added[-1].to_level) == (held, best.to_level)
    workspace.undo()
    assert workspace.career() == before


def test_steps_are_counted_for_the_role_the_target_or_all(looking: MainWindow) -> None:
    page, workspace = gaps(looking), looking.workspace
    page.aside.open_steps()
    steps = page.aside.steps
    assert steps.key_skill.isHidden()
    steps.choice.button(TARGET).click()
    assert steps.title == "The next best steps to Chief customer officer"
    assert page.state()["steps"] == TARGET
    steps.choice.button(ALL).click()
    assert steps.title == "The next best steps over all roles within reach"
    assert "keeps most doors open" in steps.key_skill.text()
    assert steps.list.accessibleName() == steps.title
    page.restore_state({"aside": STEPS, "steps": TARGET})
    page.show_role("chief-customer-officer")
    page.refresh_if_stale()
    # The target is the role itself now, and no choice of its own.
    assert steps.choice.button(TARGET).isHidden()
    assert steps.choice.button(ROLE).isChecked()
    workspace.set_language("zh_CN")
    assert steps.title == "面向首席客户官，下一步最值得做的"


def test_a_step_is_tried_as_a_what_if(looking: MainWindow, qtbot: QtBot) -> None:
    page, workspace = gaps(looking), looking.workspace
    page.aside.open_steps()
    steps = page.aside.steps
    best = steps.steps[0]
    qtbot.keyClick(steps.list, Qt.Key.Key_Plus)
    assert workspace.what_if == WhatIf(levels={best.skill: best.to_level})
    assert not steps.add_button.isEnabled()
    assert steps.finder.add_to_plan(best) is False
    # The steps are those from where one would stand then.
    assert all(one.from_level == best.to_level for one in steps.steps if one.skill == best.skill)
    workspace.set_language("zh_CN")
    assert steps.try_button.text() == "试一试"
    steps.try_button.click()
    assert workspace.what_if is not None
    looking.what_if.drop()
    workspace.look_at(date(2026, 10, 1))
    assert not steps.try_button.isEnabled()


def test_no_step_where_no_move_leads_on(looking: MainWindow) -> None:
    page = gaps(looking)
    page.aside.open_steps()
    page.aside.steps.count_for(ALL)
    looking.workspace.imagine(WhatIf(role="chief-customer-officer"))
    assert page.aside.steps.nothing.text() == "No move leads on from this role."
    assert page.aside.steps.add_button.isHidden()


def test_an_empty_plan_offers_the_best_step(looking: MainWindow) -> None:
    looking.workspace.open_person("am-lm", "zhou-xiaozhou")
    from planner.core.keeping.career_edits import remove_action

    for action in looking.workspace.career().actions:
        person = looking.workspace.person
        assert person is not None
        looking.workspace.do(remove_action(person, action))
    looking.show_page("plan")
    page = looking.workbench.page_of("plan")
    assert isinstance(page, PlanPage)
    empty = page.pane.empty
    assert empty.step.text().startswith("Best next step to Account manager: ")
    empty.step_button.click()
    added = looking.workspace.career().actions[0].skill
    catalogue = looking.workspace.catalogue
    assert catalogue is not None
    assert added in {one.skill for one in catalogue.role("account-manager").requires}
    assert looking.workspace.career().actions
    looking.workspace.undo()
    # A role for which one is ready has no step: the best one over the whole map is offered.
    page.show_role("junior-account-manager")
    for skill in catalogue.role("junior-account-manager").requires:
        draft = Draft(skill=skill.skill, level=5.0, by=Rater.AGREED, on=looking.workspace.as_of)
        save_rating(looking.workspace, draft)
    page.refresh_if_stale()
    assert empty.step.text().startswith("Best next step over the whole map: ")
    looking.workspace.imagine(WhatIf(hours_a_week=5.0))
    assert empty.step_button.isHidden()
