"""From a gap to the plan: offered with one key, chosen ones added in one change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import planner.gui.look.figure_painting  # noqa: F401 - matplotlib starts a thread while it lists fonts
from planner.core.career import Action
from planner.core.model import PracticeKind
from planner.gui.look.icons import Icons
from planner.gui.models.gap_table import GapColumn
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from tests.plan_sample import plan_actions, plan_career, plan_catalogue
from tests.stored import put_career

TODAY = date(2026, 11, 23)


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """A workspace that looks at the person of the small framework, with two actions."""
    career = replace(plan_career(), actions=plan_actions()[2:4], meetings=())
    put_career(workspace.store, plan_catalogue(), career)
    workspace.open_person("sample", "lin-wei")
    return workspace


@pytest.fixture
def page(
    qtbot: QtBot, small: Workspace, theme: Theme, icons: Icons, tasks: Tasks
) -> Iterator[GapsPage]:
    """The page on the small framework, shown."""
    made = GapsPage(small, theme, icons, tasks)
    made.resize(1184, 744)
    made.show()
    qtbot.waitUntil(lambda: made.charts.radar.has_figure)
    yield made
    made.close()
    made.deleteLater()


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def in_plan(page: GapsPage) -> dict[str, str]:
    """What stands in the column of the plan, by skill."""
    order = page.pane.order
    rows = (order.gap_row(order.index(number, 0)) for number in range(order.rowCount()))
    return {row.id: row.plan for row in rows if row is not None}


def added(small: Workspace) -> list[Action]:
    """The actions beyond the two that there were."""
    known = {action.id for action in plan_actions()[2:4]}
    return [action for action in small.career().actions if action.id not in known]


def test_the_table_tells_what_is_planned(page: GapsPage) -> None:
    told = in_plan(page)
    assert (told["budgeting"], told["negotiation"]) == ("1 action", "1 action")
    assert told["contract-law"] == "nothing planned"
    assert told["strategy"] == "reached"


def test_a_story_by_keyboard_alone(qtbot: QtBot, page: GapsPage, small: Workspace) -> None:
    table, panel = page.pane.table, page.plan.panel
    table.setFocus()
    assert table.picked_skill == "contract-law"
    press(qtbot, table, Qt.Key.Key_P)
    assert page.plan.is_open
    assert panel.list.hasFocus()
    assert panel.heading == "Add to the plan: Contract law 1 → 3"
    words = [label.text() for label in panel.findChildren(QLabel)]
    # Contract law from 1 to 3: 40 − 10.
    assert "The whole step: about 30 h." in words
    assert [(panel.list.item(row).text(), panel.list.more(row)) for row in range(2)] == [
        (
            "Mark up two live contracts with a lawyer beside you.",
            "Experience · up to level 3 · 30\u00a0h",
        ),
        ("Take the course on contract basics.", "Education · up to level 2 · 12\u00a0h"),
    ]
    # The first is ticked; the second is too now, and something of one's own.
    assert panel.add_button.text() == "Add 1 action"
    press(qtbot, panel.list, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert panel.add_button.text() == "Add 2 actions"
    press(qtbot, panel.list, Qt.Key.Key_Tab)
    assert panel.own.hasFocus()
    qtbot.keyClicks(panel.own, "Ask legal for their checklist")
    assert panel.add_button.text() == "Add 3 actions"
    before = small.history.next_undo
    press(qtbot, panel.own, Qt.Key.Key_Return)
    assert not page.plan.is_open
    assert table.hasFocus()
    assert [(one.id, one.title, one.kind, one.hours) for one in added(small)] == [
        (
            "action-5",
            "Mark up two live contracts with a lawyer beside you.",
            PracticeKind.EXPERIENCE,
            30.0,
        ),
        ("action-6", "Take the course on contract basics.", PracticeKind.EDUCATION, 12.0),
        ("action-7", "Ask legal for their checklist", None, None),
    ]
    steps = [(one.skill, one.from_level, one.to_level, one.made) for one in added(small)]
    assert steps == [
        ("contract-law", 1.0, 3.0, TODAY),
        ("contract-law", 1.0, 2.0, TODAY),
        ("contract-law", 1.0, 3.0, TODAY),
    ]
    assert in_plan(page)["contract-law"] == "3 actions"
    # It was one change.
    assert small.undo()
    assert small.history.next_undo == before
    assert added(small) == []
    assert in_plan(page)["contract-law"] == "nothing planned"


def test_undo_three_times(qtbot: QtBot, page: GapsPage, small: Workspace) -> None:
    before = small.career()
    for skill in ("contract-law", "talent", "budgeting"):
        page.pane.table.pick(skill)
        press(qtbot, page.pane.table, Qt.Key.Key_P)
        press(qtbot, page.plan.panel.list, Qt.Key.Key_Return)
    after = small.career()
    assert len(added(small)) == 3
    for _ in range(3):
        assert small.undo()
    assert small.career() == before
    for _ in range(3):
        assert small.redo()
    assert small.career() == after


def test_an_unrated_skill_begins_at_nothing_held(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    page.pane.table.pick("talent")
    press(qtbot, page.pane.table, Qt.Key.Key_P)
    assert page.plan.panel.heading == "Add to the plan: Talent development – → 3"
    press(qtbot, page.plan.panel.list, Qt.Key.Key_Return)
    (made,) = added(small)
    assert (made.from_level, made.to_level) == (None, 3.0)


def test_what_is_planned_already_is_marked_and_not_ticked(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    table, panel = page.pane.table, page.plan.panel
    for _ in range(2):
        press(qtbot, table, Qt.Key.Key_P)
        press(qtbot, panel.list, Qt.Key.Key_Return)
    assert [one.kind for one in added(small)] == [PracticeKind.EXPERIENCE, PracticeKind.EDUCATION]
    press(qtbot, table, Qt.Key.Key_P)
    assert all(
        panel.list.more(row).endswith("in the plan already") for row in range(panel.list.count())
    )
    assert panel.drafts == ()
    assert not panel.add_button.isEnabled()
    press(qtbot, panel.list, Qt.Key.Key_Return)
    assert len(added(small)) == 2


def test_where_the_catalogue_suggests_nothing_ones_own_is_asked_for(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    # All practice leads to level 3 at most, and 3 of 4 is held.
    page.pane.table.pick("negotiation")
    press(qtbot, page.pane.table, Qt.Key.Key_P)
    panel = page.plan.panel
    assert panel.list.isHidden()
    assert panel.own.hasFocus()
    qtbot.keyClicks(panel.own, "x" * 301)
    press(qtbot, panel.own, Qt.Key.Key_Return)
    assert panel.own_field.fault == "The text is longer than 300 characters."
    assert added(small) == []
    panel.own.setText("Lead a tender")
    press(qtbot, panel.own, Qt.Key.Key_Return)
    assert [one.title for one in added(small)] == ["Lead a tender"]


def test_a_click_ticks_and_unticks(page: GapsPage) -> None:
    page.plan.open("contract-law")
    listed = page.plan.panel.list
    place = listed.visualItemRect(listed.item(1)).center()
    for expected in ((0, 1), (0,)):
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert listed.ticked == expected
    assert listed.height() >= 2 * listed.sizeHintForRow(0)


def test_escape_and_cancel_add_nothing(qtbot: QtBot, page: GapsPage, small: Workspace) -> None:
    table, panel = page.pane.table, page.plan.panel
    press(qtbot, table, Qt.Key.Key_P)
    press(qtbot, panel.list, Qt.Key.Key_Escape)
    assert not page.plan.is_open
    assert table.hasFocus()
    press(qtbot, table, Qt.Key.Key_P)
    panel.cancel_button.setFocus()
    press(qtbot, panel.cancel_button, Qt.Key.Key_Return)
    assert not page.plan.is_open
    assert added(small) == []


def test_the_button_of_the_details_and_a_click_on_the_plus_offer_too(
    page: GapsPage, small: Workspace
) -> None:
    button = next(
        button
        for button in page.pane.details.findChildren(QWidget)
        if getattr(button, "text", str)() == "Add to plan"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.plan.is_open
    page.plan.close()
    table = page.pane.table
    index = page.pane.order.index_of("crm").siblingAtColumn(GapColumn.PLAN)
    place = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.plan.is_open
    assert page.plan.panel.skill == "crm"


def test_a_reached_skill_offers_nothing(qtbot: QtBot, page: GapsPage) -> None:
    page.pane.table.pick("strategy")
    press(qtbot, page.pane.table, Qt.Key.Key_P)
    assert not page.plan.is_open
    texts = [getattr(part, "text", str)() for part in page.pane.details.findChildren(QWidget)]
    assert "Add to plan" not in texts


def test_another_skill_is_offered_when_it_is_picked(qtbot: QtBot, page: GapsPage) -> None:
    press(qtbot, page.pane.table, Qt.Key.Key_P)
    page.pane.table.pick("crm")
    assert page.plan.panel.heading == "Add to the plan: CRM data reading 3 → 4"
    page.pane.table.pick("strategy")
    assert not page.plan.is_open


def test_what_is_ticked_and_written_stays_in_another_language(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    panel = page.plan.panel
    press(qtbot, page.pane.table, Qt.Key.Key_P)
    press(qtbot, panel.list, Qt.Key.Key_Down, Qt.Key.Key_Space)
    panel.own.setText("Mine")
    small.set_language("zh_CN")
    assert panel.heading == "加入计划：合同法务知识 1 → 3"
    assert len(panel.drafts) == 2
    assert panel.own_title == "Mine"
    assert panel.add_button.text() == "添加 3 项行动"
    assert panel.drafts[0].title == "在律师指导下批注两份真实合同。"


def test_a_rating_that_closes_the_gap_ends_the_offer(
    qtbot: QtBot, page: GapsPage, small: Workspace
) -> None:
    press(qtbot, page.pane.table, Qt.Key.Key_P, Qt.Key.Key_3)
    assert not page.plan.is_open


def test_rating_and_planning_take_turns(qtbot: QtBot, page: GapsPage) -> None:
    table = page.pane.table
    press(qtbot, table, Qt.Key.Key_Return)
    assert page.pane.is_editing
    press(qtbot, table, Qt.Key.Key_P)
    assert page.plan.is_open
    assert not page.pane.is_editing
    press(qtbot, table, Qt.Key.Key_Return)
    assert page.pane.is_editing
    assert not page.plan.is_open
    press(qtbot, page.pane.editor.levels, Qt.Key.Key_Escape)
    assert page.pane.below.currentWidget() is page.pane.details


def test_on_a_past_day_nothing_is_added(qtbot: QtBot, page: GapsPage, small: Workspace) -> None:
    small.look_at(date(2026, 9, 10))
    # The budget was planned on the 14th only.
    assert in_plan(page)["budgeting"] == "nothing planned"
    press(qtbot, page.pane.table, Qt.Key.Key_P)
    assert not page.plan.is_open


def test_another_theme(qtbot: QtBot, page: GapsPage, themes: dict[str, Theme]) -> None:
    press(qtbot, page.pane.table, Qt.Key.Key_P)
    for name in ("dark", "light"):
        page.apply_theme(themes[name])
        page.grab()
        assert page.plan.is_open
