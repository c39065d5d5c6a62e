"""The Plan page: shown, added to, edited, finished and rated, by keyboard alone, both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import planner.gui.look.figure_painting  # noqa: F401 - matplotlib starts a thread while it lists fonts
from planner.core.career import Action, ActionState, Owner
from planner.core.keeping.career_edits import add_actions, remove_action
from planner.core.keeping.person_edits import rate
from planner.core.model import PracticeKind
from planner.core.people import Rater, Rating
from planner.gui.look.icons import Icons
from planner.gui.pages.plan.page import PlanPage
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from tests.plan_sample import plan_actions, plan_career, plan_catalogue
from tests.stored import put_career

TODAY = date(2026, 11, 23)
OPEN = [4, 7, 2, 1, 3, 5, 6]


@pytest.fixture
def planned(workspace: Workspace) -> Workspace:
    """A workspace that looks at the person with the sample plan."""
    put_career(workspace.store, plan_catalogue(), plan_career())
    workspace.open_person("sample", "lin-wei")
    return workspace


@pytest.fixture
def page(
    qtbot: QtBot, planned: Workspace, theme: Theme, icons: Icons, tasks: Tasks
) -> Iterator[PlanPage]:
    """The page on the sample plan, shown."""
    made = PlanPage(planned, theme, icons, tasks)
    made.resize(1184, 744)
    made.show()
    qtbot.waitUntil(lambda: made.aside.timeline.has_figure)
    yield made
    made.close()
    made.deleteLater()


def shown(page: PlanPage) -> list[int]:
    """The numbers of the actions from top to bottom."""
    return [int(row.id.removeprefix("action-")) for row in page.pane.order.shown]


def stored(workspace: Workspace, id_: str) -> Action:
    return next(action for action in workspace.career().actions if action.id == id_)


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def write(qtbot: QtBot, widget: QWidget, words: str) -> None:
    widget.setFocus()
    qtbot.keyClicks(widget, words)


def test_it_says_when_the_plan_would_be_done(page: PlanPage) -> None:
    # 95 h at 3 h a week are 222 days.
    assert page.header.words == (
        "95 h left: done by 3 Jul 2027 at 3 h a week\n"
        "2 overdue · 2 do not fit before they are due · 1 without an estimate · see the rule"
    )
    assert page.header.chooser.text() == "to Regional client director"
    assert page.title() == "Plan"


def test_the_overdue_stand_first_and_the_closed_are_not_shown(page: PlanPage) -> None:
    assert shown(page) == OPEN
    assert page.pane.table.picked_action == "action-4"
    switch = page.pane.states
    assert [switch.button(key).text() for key in ("open", "done", "dropped", "all")] == [
        "Open 7",
        "Done 1",
        "Dropped 1",
        "All 9",
    ]


def test_the_picked_action_is_told_in_words(page: PlanPage) -> None:
    page.pane.table.pick("action-2")
    words = page.pane.details.words
    assert "Contract law: from Aware (1) to Working (2)" in words
    assert "Reads a standard contract and marks the risks alone." in words
    assert "7 Dec 2026 – 4 Jan 2027 · due 15 Dec 2026 · after it is due" in words
    assert "≈ 12\u00a0h, the effort of the step" in words
    page.pane.table.pick("action-6")
    assert "in the one-on-one of 9 Nov 2026" in page.pane.details.words
    assert "no estimate" in page.pane.details.words


def test_a_finished_action_tells_what_it_moved(page: PlanPage) -> None:
    page.pane.states.button("done").click()
    assert shown(page) == [8]
    words = page.pane.details.words
    assert "Since then: Business negotiation – → 3 (manager, 4 May 2026)" in words
    assert "Minutes of 20 April" in words
    assert "done on 20 Apr 2026" in words


def test_a_story_by_keyboard_alone(qtbot: QtBot, page: PlanPage, planned: Workspace) -> None:
    table = page.pane.table
    table.setFocus()
    # A new action.
    press(qtbot, table, Qt.Key.Key_N)
    form = page.pane.editor.form
    assert form.title.hasFocus()
    qtbot.keyClicks(form.title, "Read three framework contracts")
    press(qtbot, form.title, Qt.Key.Key_Tab)
    assert form.skill.hasFocus()
    qtbot.keyClicks(form.skill, "contract")
    press(qtbot, form.skill.completer().popup(), Qt.Key.Key_Tab)
    # The step that is missing is proposed.
    assert (form.low.level(), form.high.level()) == (1, 3)
    assert form.low.hasFocus()
    press(qtbot, form.low, Qt.Key.Key_Tab)
    assert form.high.hasFocus()
    qtbot.keyClicks(form.high, "2")
    press(qtbot, form.high.completer().popup(), Qt.Key.Key_Tab)
    press(qtbot, form, Qt.Key.Key_Return)
    assert not page.pane.is_editing
    assert table.hasFocus()
    made = stored(planned, "action-10")
    assert made == Action(
        id="action-10",
        title="Read three framework contracts",
        made=TODAY,
        skill="contract-law",
        from_level=1.0,
        to_level=2.0,
    )
    assert table.picked_action == "action-10"
    # Under way, then done: its level is offered.
    press(qtbot, table, Qt.Key.Key_Space)
    assert stored(planned, "action-10").state is ActionState.DOING
    press(qtbot, table, Qt.Key.Key_Space)
    done = stored(planned, "action-10")
    assert (done.state, done.finished) == (ActionState.DONE, TODAY)
    assert page.pane.offer.words == (
        "“Read three framework contracts” is done. Earned: Contract law 2."
    )
    assert table.picked_action == "action-10"
    # The rating opens with the level filled in, as one's own; nothing is rated yet.
    before = planned.ratings()
    press(qtbot, table, Qt.Key.Key_R)
    rating = page.pane.rating
    assert rating.levels.hasFocus()
    draft = rating.draft()
    assert (draft.skill, draft.level, draft.by, draft.on) == (
        "contract-law",
        2,
        Rater.SELF,
        TODAY,
    )
    assert draft.evidence == "Read three framework contracts"
    assert planned.ratings() == before
    press(qtbot, rating.levels, Qt.Key.Key_Return)
    newest = max(planned.ratings(), key=lambda one: one.entry)
    assert (newest.skill, newest.level, newest.by) == ("contract-law", 2, Rater.SELF)
    assert page.pane.offer.words == ""
    assert table.hasFocus()
    # Dropped, and removed.
    table.pick("action-3")
    press(qtbot, table, Qt.Key.Key_X)
    assert stored(planned, "action-3").state is ActionState.DROPPED
    press(qtbot, table, Qt.Key.Key_Delete)
    assert "action-3" not in {action.id for action in planned.career().actions}


def test_undo_takes_changes_back_three_times(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    table = page.pane.table
    before = page.header.words, planned.career()
    for id_, key in (
        ("action-1", Qt.Key.Key_D),
        ("action-3", Qt.Key.Key_Delete),
        ("action-5", Qt.Key.Key_X),
    ):
        table.pick(id_)
        press(qtbot, table, key)
    after = page.header.words, planned.career()
    assert after != before
    for _ in range(3):
        assert planned.undo()
    assert (page.header.words, planned.career()) == before
    assert page.pane.offer.words == ""
    for _ in range(3):
        assert planned.redo()
    assert (page.header.words, planned.career()) == after
    for _ in range(3):
        assert planned.undo()
    assert (page.header.words, planned.career()) == before


def test_what_was_changed_stays_in_sight_until_another_choice(qtbot: QtBot, page: PlanPage) -> None:
    table = page.pane.table
    table.pick("action-2")
    press(qtbot, table, Qt.Key.Key_D)
    assert shown(page) == OPEN
    assert table.picked_action == "action-2"
    page.pane.states.button("open").click()
    assert shown(page) == [4, 7, 1, 3, 5, 6]
    page.hide()
    page.show()
    assert shown(page) == [4, 7, 1, 3, 5, 6]


def test_a_click_on_the_mark_goes_on_to_the_next_state(page: PlanPage, planned: Workspace) -> None:
    table = page.pane.table
    row = table.visualRect(page.pane.order.index_of("action-3"))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, row.center().y()))
    assert stored(planned, "action-3").state is ActionState.DOING
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, row.center().y()))
    assert stored(planned, "action-3").state is ActionState.DOING


def test_a_field_is_saved_when_it_is_left(qtbot: QtBot, page: PlanPage, planned: Workspace) -> None:
    table = page.pane.table
    table.pick("action-2")
    press(qtbot, table, Qt.Key.Key_Return)
    form = page.pane.editor.form
    form.title.selectAll()
    write(qtbot, form.title, "Take a course")
    form.hours.setFocus()
    assert stored(planned, "action-2").title == "Take a course"
    form.hours.selectAll()
    qtbot.keyClicks(form.hours, "8.5")
    form.notes.setFocus()
    assert stored(planned, "action-2").hours == 8.5
    qtbot.keyClicks(form.notes, "Two days")
    press(qtbot, form.notes, Qt.Key.Key_Return)
    qtbot.keyClicks(form.notes, "in spring")
    form.evidence.setFocus()
    assert stored(planned, "action-2").notes == "Two days\nin spring"
    form.kind.setCurrentIndex(form.kind.findData("exposure"))
    form.kind.activated.emit(0)
    form.owner.setCurrentIndex(form.owner.findData("manager"))
    form.owner.activated.emit(0)
    changed = stored(planned, "action-2")
    assert (changed.kind, changed.owner) == (PracticeKind.EXPOSURE, Owner.MANAGER)
    edit = planned.history.next_undo
    assert edit is not None
    assert planned.texts.word(edit.label) == "Change the action “Take a course”"
    press(qtbot, form.title, Qt.Key.Key_Escape)
    assert not page.pane.is_editing
    assert table.hasFocus()


def test_emptied_hours_are_those_of_the_step(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    page.edits.edit("action-1")
    form = page.pane.editor.form
    form.hours.setFocus()
    form.hours.selectAll()
    press(qtbot, form.hours, Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    assert stored(planned, "action-1").hours is None
    # Contract law from 1 to 3: 40 − 10.
    assert form.hours.text() == "≈ 30"


def test_days_are_typed_and_emptied(qtbot: QtBot, page: PlanPage, planned: Workspace) -> None:
    page.edits.edit("action-3")
    form = page.pane.editor.form
    form.due.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(form.due, "20270301")
    form.notes.setFocus()
    assert stored(planned, "action-3").due == date(2027, 3, 1)
    form.due.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, form.due, Qt.Key.Key_Delete)
    form.notes.setFocus()
    assert stored(planned, "action-3").due is None


def test_a_level_between_two_names_is_typed_as_a_number(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    page.edits.edit("action-2")
    form = page.pane.editor.form
    form.high.lineEdit().selectAll()
    write(qtbot, form.high, "2.5")
    form.notes.setFocus()
    assert stored(planned, "action-2").to_level == 2.5


def test_a_step_needs_its_skill(page: PlanPage, planned: Workspace) -> None:
    page.edits.edit("action-2")
    form = page.pane.editor.form
    form.skill.choose("")
    form.low.activated.emit(0)
    assert form.fields["skill"].fault == "Choose the skill that the step is in."
    # Choosing none by oneself takes the step away.
    form.skill.activated.emit(0)
    changed = stored(planned, "action-2")
    assert (changed.skill, changed.from_level, changed.to_level) == (None, None, None)


def test_faults_are_told_at_their_fields_and_nothing_is_lost(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    page.edits.edit("action-1")
    before = stored(planned, "action-1")
    form = page.pane.editor.form
    form.title.selectAll()
    write(qtbot, form.title, " ")
    form.start.setFocus()
    form.start.show_day(date(2027, 5, 1))
    form.hours.setFocus()
    form.hours.selectAll()
    qtbot.keyClicks(form.hours, "20000")
    form.high.setFocus()
    form.high.lineEdit().selectAll()
    qtbot.keyClicks(form.high, "9")
    form.notes.setFocus()
    assert {name: field.fault for name, field in form.fields.items() if field.fault} == {
        "title": "Say what is to be done.",
        "to_level": "The level 9 is not on the scale.",
        "hours": "Enter from 0 to 10,000 hours.",
        "due": "The action is due before it starts. Choose a later day.",
    }
    assert stored(planned, "action-1") == before
    assert form.hours.value() == 20000
    # The editor does not close on them, nor does it follow to another action.
    press(qtbot, form.title, Qt.Key.Key_Return)
    assert page.pane.is_editing
    assert form.title.hasFocus()
    page.pane.table.pick("action-3")
    assert page.pane.table.picked_action == "action-1"
    # Mended, all of it is saved together.
    write(qtbot, form.title, "Mark up two")
    form.hours.show_hours(20.0)
    form.high.choose_level(3.0)
    form.start.show_day(None)
    form.notes.setFocus()
    changed = stored(planned, "action-1")
    assert (changed.title, changed.hours, changed.start) == ("Mark up two", 20.0, None)
    assert not form.has_fault


def test_a_finish_in_the_future_is_refused(page: PlanPage, planned: Workspace) -> None:
    page.edits.edit("action-1")
    form = page.pane.editor.form
    assert form.fields["finished"].isHidden()
    form.state.setCurrentIndex(form.state.findData("done"))
    form.state.activated.emit(0)
    assert not form.fields["finished"].isHidden()
    assert stored(planned, "action-1").finished == TODAY
    form.closed_on.show_day(date(2027, 1, 1))
    form.closed_on.editingFinished.emit()
    assert form.fields["finished"].fault == (
        "The day lies in the future. Choose today or an earlier day."
    )
    assert stored(planned, "action-1").finished == TODAY
    form.closed_on.show_day(date(2026, 11, 20))
    form.closed_on.editingFinished.emit()
    assert stored(planned, "action-1").finished == date(2026, 11, 20)


def test_the_editor_follows_the_picked_action(qtbot: QtBot, page: PlanPage) -> None:
    page.edits.edit("action-1")
    page.pane.table.pick("action-2")
    assert page.pane.editor.action_id == "action-2"
    assert page.pane.editor.form.title.text() == "Take the course on contract basics"


def test_a_draft_is_nothing_until_it_is_added(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    before = planned.career()
    page.pane.new_button.click()
    form = page.pane.editor.form
    write(qtbot, form.title, "Half a")
    form.notes.setFocus()
    page.pane.table.pick("action-3")
    assert page.pane.editor.is_new
    assert form.title.text() == "Half a"
    press(qtbot, form.title, Qt.Key.Key_Escape)
    assert not page.pane.is_editing
    assert planned.career() == before
    page.edits.add()
    assert form.title.text() == ""
    press(qtbot, form.title, Qt.Key.Key_Return)
    assert form.fields["title"].fault == "Say what is to be done."
    assert planned.career() == before


def test_what_is_filled_in_stays_while_the_page_is_read_again(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    page.edits.add()
    form = page.pane.editor.form
    write(qtbot, form.title, "Half a sentence")
    form.skill.choose("crm")
    form.due.show_day(date(2027, 2, 1))
    planned.set_language("zh_CN")
    assert form.title.text() == "Half a sentence"
    assert (form.skill.chosen_id(), form.due.day()) == ("crm", date(2027, 2, 1))
    assert form.skill.currentText() == "CRM 数据解读"
    planned.set_language("en")
    person = planned.person
    assert person is not None
    extra = Action(id="action-20", title="From elsewhere", made=TODAY)
    planned.do(add_actions(person, [extra]))
    assert page.pane.editor.is_new
    assert form.title.text() == "Half a sentence"


def test_an_action_that_goes_takes_its_editor_along(page: PlanPage, planned: Workspace) -> None:
    page.edits.edit("action-1")
    person = planned.person
    assert person is not None
    planned.do(remove_action(person, stored(planned, "action-1")))
    assert not page.pane.is_editing
    assert 1 not in shown(page)


def test_undo_while_editing_shows_what_is_by_then(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    page.edits.edit("action-1")
    form = page.pane.editor.form
    form.hours.setFocus()
    form.hours.selectAll()
    qtbot.keyClicks(form.hours, "99")
    form.notes.setFocus()
    assert stored(planned, "action-1").hours == 99
    planned.undo()
    assert form.hours.hours() == 15


def test_the_offer_is_declined_and_can_be_taken_later(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    table = page.pane.table
    table.pick("action-4")
    press(qtbot, table, Qt.Key.Key_D)
    assert page.pane.offer.words == (
        "“Shadow a senior negotiator through one tender” is done. Earned: Business negotiation 4."
    )
    page.pane.offer.decline_button.click()
    assert page.pane.offer.words == ""
    before = planned.ratings()
    page.pane.table.pick("action-4")
    assert "Business negotiation 4" in page.pane.details.words
    press(qtbot, table, Qt.Key.Key_R)
    assert page.pane.rating.draft().level == 4
    press(qtbot, page.pane.rating.levels, Qt.Key.Key_Escape)
    assert not page.pane.is_editing
    assert planned.ratings() == before


def test_nothing_is_offered_that_is_held_already(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    person, catalogue = planned.person, planned.catalogue
    assert person is not None
    assert catalogue is not None
    rating = Rating(
        entry=planned.store.next_entry(),
        skill="negotiation",
        level=4.0,
        by=Rater.AGREED,
        on=date(2026, 11, 1),
    )
    planned.do(rate(person, rating, catalogue))
    page.pane.table.pick("action-4")
    press(qtbot, page.pane.table, Qt.Key.Key_D, Qt.Key.Key_R)
    assert page.pane.offer.words == ""
    assert not page.pane.is_editing


def test_undo_of_the_finish_withdraws_the_offer_and_the_rating(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    page.pane.table.pick("action-4")
    press(qtbot, page.pane.table, Qt.Key.Key_D, Qt.Key.Key_R)
    assert page.pane.is_editing
    planned.undo()
    assert not page.pane.is_editing
    assert page.pane.offer.words == ""


def test_the_list_is_filtered(qtbot: QtBot, page: PlanPage) -> None:
    page.focus_filter()
    field = page.pane.filter
    assert field.hasFocus()
    qtbot.keyClicks(field, "contract")
    assert shown(page) == [7, 2, 1]
    assert len(page.aside.timeline.accessibleDescription().split("3 actions")) == 2
    press(qtbot, field, Qt.Key.Key_Escape)
    assert page.pane.table.hasFocus()
    assert shown(page) == OPEN
    skills = page.pane.skills
    assert [skills.itemText(place) for place in range(skills.count())] == [
        "All skills",
        "Business negotiation",
        "Contract law",
        "Financial budgeting",
        "Talent development",
    ]
    skills.setCurrentIndex(1)
    skills.activated.emit(1)
    assert shown(page) == [4]
    page.pane.states.button("all").click()
    assert shown(page) == [4, 8]


def test_no_hits_say_so_and_show_the_way_back(qtbot: QtBot, page: PlanPage) -> None:
    page.focus_filter()
    qtbot.keyClicks(page.pane.filter, "zzz")
    assert page.pane.no_hits.words.text() == "No action fits “zzz”."
    assert page.pane.details.action_id == ""
    page.pane.no_hits.button.click()
    assert len(shown(page)) == 9
    assert page.pane.choice == "all"


def test_an_empty_plan_says_what_to_do(qtbot: QtBot, page: PlanPage, planned: Workspace) -> None:
    person = planned.person
    assert person is not None
    for action in planned.career().actions:
        planned.do(remove_action(person, action))
    empty = page.pane.empty
    assert empty.isVisible()
    assert "On the Gaps page pick a skill and press P" in empty.words
    assert page.aside.isHidden()
    with qtbot.waitSignal(page.gaps_requested):
        empty.gaps_button.click()
    page.focus_filter()
    assert page.pane.filter.isHidden()
    empty.new_button.click()
    assert page.pane.editor.is_new
    write(qtbot, page.pane.editor.form.title, "The first")
    press(qtbot, page.pane.editor.form.title, Qt.Key.Key_Return)
    assert [row.action.title for row in page.pane.order.shown] == ["The first"]
    assert not page.aside.isHidden()


def test_nobody_says_so(page: PlanPage, planned: Workspace) -> None:
    planned.close_person()
    assert page.plan is None
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Nobody is chosen yet. Choose or add a person at the top left." in words
    assert page.on_paper() == ("", "")


def test_another_role_orders_anew(page: PlanPage) -> None:
    page.show_role("account-manager")
    # It asks for negotiation alone; what is overdue stands first as ever, then by due day.
    assert page.header.chooser.text() == "to Account manager"
    assert shown(page) == [4, 7, 6, 2, 1, 5, 3]
    assert page.on_paper() == ("plan", "account-manager")


def test_the_rule_is_told_and_closed_again(qtbot: QtBot, page: PlanPage) -> None:
    page.header.rule_button.click()
    assert page.aside.is_rule_open
    assert "one after the other at 3 h a week" in page.aside.rule.words
    press(qtbot, page.aside.rule.close_button, Qt.Key.Key_Escape)
    assert not page.aside.is_rule_open
    assert page.header.rule_button.hasFocus()


def test_a_past_day_shows_the_plan_of_then_and_changes_nothing(
    qtbot: QtBot, page: PlanPage, planned: Workspace
) -> None:
    page.edits.edit("action-1")
    before = planned.career()
    planned.look_at(date(2026, 2, 10))
    assert not page.pane.is_editing
    assert shown(page) == [8]
    assert "As of 10 Feb 2026" in page.pane.past.text()
    assert page.pane.new_button.isHidden()
    table = page.pane.table
    table.setFocus()
    keys = (Qt.Key.Key_N, Qt.Key.Key_Space, Qt.Key.Key_D, Qt.Key.Key_X, Qt.Key.Key_R)
    press(qtbot, table, *keys, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert not page.pane.is_editing
    assert planned.career() == before
    planned.look_at(date(2026, 1, 1))
    assert page.pane.empty.isVisible()
    assert page.pane.empty.new_button.isHidden()
    planned.look_at(None)
    assert shown(page) == OPEN
    assert page.pane.past.isHidden()


def test_chinese(page: PlanPage, planned: Workspace) -> None:
    planned.set_language("zh_CN")
    assert page.header.words.splitlines()[0] == "还需 95 小时：按每周 3 小时，2027年7月3日完成"
    assert page.pane.states.button("open").text() == "未完成 7"
    assert page.pane.order.shown[0].due_note == "逾期 13 天"
    assert page.pane.skills.itemText(1)
    planned.set_language("en")
    assert page.pane.states.button("open").text() == "Open 7"


def test_another_theme(page: PlanPage, themes: dict[str, Theme]) -> None:
    table = page.pane.table
    mark = table.visualRect(page.pane.order.index_of("action-1"))
    colours = set()
    for name in ("light", "dark"):
        page.apply_theme(themes[name])
        picture = table.viewport().grab(mark).toImage()
        pixels = {
            picture.pixelColor(x, y).name() for x in range(24, 42) for y in range(mark.height())
        }
        # The half disc of what is under way.
        assert themes[name].hex("accent") in pixels
        colours.add(themes[name].hex("accent"))
    assert len(colours) == 2
    page.apply_theme(replace(themes["light"], text_factor=1.5))
    assert page._body.is_stacked


def test_everything_has_a_name(page: PlanPage) -> None:
    page.edits.edit("action-1")
    nameless = [
        widget.metaObject().className()
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and widget.focusProxy() is None
        and widget.parentWidget().focusProxy() is not widget
    ]
    assert nameless == []


def test_hostile_titles_are_plain_text(qtbot: QtBot, page: PlanPage, planned: Workspace) -> None:
    person = planned.person
    assert person is not None
    hostile = [
        Action(id=f"action-{number}", title=title, made=TODAY, notes=title, evidence=title)
        for number, title in enumerate(
            ("<b>x</b><img src='file:///etc/passwd'>", "x" * 10_000, "😀" * 200, "{day} %s $x$"), 30
        )
    ]
    planned.do(add_actions(person, hostile))
    for action in hostile:
        page.show_action(action.id)
        assert page.pane.details.action_id == action.id
        page.grab()
    labels = page.findChildren(QLabel)
    assert {label.textFormat() for label in labels if label.text()} == {Qt.TextFormat.PlainText}


def test_it_remembers_its_look(
    page: PlanPage, planned: Workspace, theme: Theme, icons: Icons, tasks: Tasks
) -> None:
    page.pane.states.button("all").click()
    page.pane.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    state = page.state()
    again = PlanPage(planned, theme, icons, tasks)
    again.restore_state(state)
    assert again.pane.choice == "all"
    assert again.pane.table.horizontalHeader().sortIndicatorSection() == 2
    again.restore_state({"widths": 3, "states": "unicorn", "sort": "x", "heights": [1]})
    assert again.pane.choice == "all"
    again.deleteLater()


def test_somebody_else_ends_what_was_begun(page: PlanPage, planned: Workspace) -> None:
    page.edits.edit("action-1")
    page.show_role("account-manager")
    planned.open_person("am-lm", "sample-am")
    assert not page.pane.is_editing
    assert page.plan is not None
    assert page.plan.role != "account-manager"
    planned.open_person("sample", "lin-wei")
    assert page.header.chooser.text() == "to Regional client director"


def test_a_hundred_actions_are_quick_enough(page: PlanPage, planned: Workspace) -> None:
    person = planned.person
    assert person is not None
    first = plan_actions()[0]
    many = [replace(first, id=f"action-{number}") for number in range(100, 400)]
    planned.do(add_actions(person, many))
    assert len(shown(page)) == 307
    page.grab()
