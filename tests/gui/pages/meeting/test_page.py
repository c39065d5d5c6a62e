"""The One-on-one page: prepared, held, closed and read, by keyboard alone, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.career import (
    ActionState,
    AgendaItem,
    AgreedLevel,
    Career,
    Correction,
    Meeting,
    Origin,
    Owner,
    Promise,
)
from planner.core.edits import Edit
from planner.core.gaps import Basis
from planner.core.keeping.person_edits import rename_person
from planner.core.keeping.plain_text import LONGEST_NOTE
from planner.core.model import Agenda, Catalogue, Level, Scale
from planner.core.people import Rater
from planner.core.text import Texts, same_text
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.header import Stage
from planner.gui.pages.meeting.page import MeetingPage
from planner.gui.state.shipped_questions import ShippedQuestions
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from tests.gap_sample import sample_catalogue
from tests.gui.pages.meeting.stage import catalogue_with_agendas, put, said_by
from tests.meeting_sample import (
    GROWTH,
    LAST,
    LAST_DAY,
    OPEN,
    RENEWAL,
    TODAY,
    WORKLOAD,
    sample_career,
)

SHIPPED = (Agenda(id="shipped", name=same_text("Shipped"), items=(GROWTH,)),)


def shipped() -> tuple[Agenda, ...]:
    return SHIPPED


def look_at(workspace: Workspace, career: Career, catalogue: Catalogue | None = None) -> None:
    """Put somebody into the store and look at them."""
    put(workspace.store, catalogue or catalogue_with_agendas(), career)
    workspace.open_person("sample", "lin-wei")


@pytest.fixture
def prepared(workspace: Workspace) -> Workspace:
    """A workspace that looks at somebody whose one-on-one of today is open."""
    look_at(workspace, sample_career())
    return workspace


@pytest.fixture
def show(
    qtbot: QtBot, workspace: Workspace, theme: Theme, icons: Icons, tasks: Tasks
) -> Iterator[object]:
    """A function that shows the page; each is closed with the test."""
    made: list[MeetingPage] = []

    def shown() -> MeetingPage:
        page = MeetingPage(workspace, theme, icons, tasks, shipped, ShippedQuestions(tasks, tuple))
        page.resize(1184, 744)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        made.append(page)
        return page

    yield shown
    for page in made:
        page.close()
        page.deleteLater()


@pytest.fixture
def page(prepared: Workspace, show) -> MeetingPage:  # type: ignore[no-untyped-def]
    """The page on a one-on-one that is open."""
    made: MeetingPage = show()
    return made


def press(qtbot: QtBot, *keys: Qt.Key, alt: bool = False) -> None:
    """Press keys where the focus is."""
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key, modifier)


def typed(qtbot: QtBot, words: str) -> None:
    """Type where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, words)


def tab_to(qtbot: QtBot, wanted: QWidget, *, back: bool = False) -> None:
    """Go from control to control by Tab, or back by Shift+Tab."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    for _ in range(60):
        if QApplication.focusWidget() is wanted:
            return
        press(qtbot, key)
    raise AssertionError(f"Tab does not lead to {wanted}")


def shortcut(qtbot: QtBot, page: QWidget, keys: str) -> None:
    qtbot.keySequence(page, QKeySequence(keys))


def open_one(workspace: Workspace) -> Meeting:
    (found,) = [one for one in workspace.career().meetings if not one.is_closed]
    return found


def labels(page: QWidget) -> str:
    """Return what is seen of all labels."""
    seen = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    return "\n".join(seen).replace("\u200b", "")


# what is shown


def test_without_any_it_says_what_a_one_on_one_is_and_prepares_the_first(
    qtbot: QtBot,
    workspace: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    look_at(workspace, replace(sample_career(), meetings=(), actions=()))
    page = show()
    assert "No one-on-one yet" in labels(page)
    assert page.empty.button.hasFocus()
    assert page.on_paper() == ("", "")
    press(qtbot, Qt.Key.Key_Space)
    assert page.stage is Stage.PREPARE
    assert open_one(workspace) == Meeting(
        id="meeting-1",
        on=TODAY,
        agenda="regular",
        items=(AgendaItem(text=WORKLOAD), AgendaItem(text=GROWTH)),
    )
    assert "This is the first one-on-one." in labels(page)
    assert not page.prepare.changes.isVisible()
    assert workspace.undo()
    assert page.empty.button.isVisible()


def test_with_nobody_chosen_it_says_so(workspace: Workspace, show) -> None:  # type: ignore[no-untyped-def]
    workspace.close_person()
    page = show()
    assert "Nobody is chosen yet" in labels(page)
    assert not page.empty.button.isVisible()


def test_a_catalogue_without_templates_gets_those_that_come_with_the_planner(
    qtbot: QtBot,
    workspace: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    look_at(workspace, replace(sample_career(), meetings=(), actions=()), sample_catalogue())
    page = show()
    qtbot.waitUntil(lambda: page.desk.agendas() == SHIPPED)
    page.empty.button.click()
    assert open_one(workspace).agenda == "shipped"
    assert page.prepare.template.currentText() == "Shipped"


def test_it_is_prepared_with_what_there_is_to_talk_about(page: MeetingPage) -> None:
    assert page.header.facts.text() == "23 Nov 2026 · Regular · last met 9 Nov 2026"
    said = labels(page.prepare)
    for words in (
        "Review the standard contract with legal",
        "due 12 Dec 2026",
        "no longer in the plan",
        "overdue 4 days",
        # 1 to 23 November.
        "Build a forecast",
        "overdue 22 days",
        "Contract law, self: first rated 2",
        "Done: Shadow a contract review",
        "Evidence for Contract law: Signed renewal",
        "New target: Regional client director",
        "self not applicable, manager 3, required 4",
    ):
        assert words in said, words
    assert "by weight for Regional client director" in said


def test_it_is_held_with_the_ratings_that_differ_first(page: MeetingPage) -> None:
    page.show_stage(Stage.HOLD)
    names = [row.skill for row in page.hold.ratings.rows.rows]
    assert names == ["cross-cultural", "contract-law", "negotiation", "crm", "talent", "emotional"]
    assert page.hold.ratings.more.text() == "Everything else is agreed: 3 skills"
    page.hold.ratings.more.click()
    assert len(page.hold.ratings.rows.rows) == 9
    assert "agreed Mar 2026" in labels(page.hold.ratings)
    page.hold.ratings.more.click()
    assert len(page.hold.ratings.rows.rows) == 6


def test_every_label_is_plain_text(page: MeetingPage) -> None:
    for stage in Stage:
        page.show_stage(stage)
        formats = {
            label.textFormat()
            for label in page.findChildren(QLabel)
            if label.text() and label.objectName() != "qt_spinbox_lineedit"
        }
        assert formats == {Qt.TextFormat.PlainText}


def test_every_control_has_a_name(page: MeetingPage) -> None:
    for stage in Stage:
        page.show_stage(stage)
        for widget in page.findChildren(QWidget):
            is_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            if is_reached and widget.focusProxy() is None:
                name = widget.accessibleName() or getattr(widget, "text", str)()
                assert name, (stage, widget)


# by keyboard


def prepare_by_keys(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    """Begin the next one-on-one, and tick, move, take off and add points."""
    tab_to(qtbot, page.header.begin_button, back=True)
    press(qtbot, Qt.Key.Key_Space)
    assert [item.text for item in open_one(workspace).items] == [RENEWAL, WORKLOAD, GROWTH]
    assert page.prepare.agenda.rows[0].box.hasFocus()
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Down)
    assert page.prepare.agenda.rows[1].box.hasFocus()
    press(qtbot, Qt.Key.Key_Down, alt=True)
    assert page.prepare.agenda.rows[2].box.hasFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert page.prepare.agenda.rows[1].box.hasFocus()
    tab_to(qtbot, page.prepare.point_line.words)
    typed(qtbot, "The new region")
    press(qtbot, Qt.Key.Key_Return)
    items = open_one(workspace).items
    assert [(item.text, item.done, item.origin) for item in items] == [
        (RENEWAL, True, Origin.CARRIED),
        (GROWTH, False, Origin.TEMPLATE),
        (same_text("The new region"), False, Origin.EMPLOYEE),
    ]


def hold_by_keys(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    """Write both notes, take a promise of each, and agree a level."""
    shortcut(qtbot, page, "Alt+2")
    assert page.stage is Stage.HOLD
    assert page.hold.shared.edit.hasFocus()
    typed(qtbot, "Two accounts go.")
    press(qtbot, Qt.Key.Key_Tab)
    assert page.hold.private.edit.hasFocus()
    typed(qtbot, "Praise her.")
    press(qtbot, Qt.Key.Key_Tab)
    assert page.hold.promise_line.title.hasFocus()
    typed(qtbot, "Hand over two accounts")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    typed(qtbot, "2026-12-18")
    press(qtbot, Qt.Key.Key_Return)
    assert page.hold.promise_line.title.hasFocus()
    typed(qtbot, "Find a mentor")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return)
    meeting = open_one(workspace)
    assert (meeting.shared, meeting.private) == ("Two accounts go.", "Praise her.")
    made = [one for one in workspace.career().actions if one.meeting == meeting.id]
    assert [(one.title, one.owner, one.due) for one in made] == [
        ("Hand over two accounts", Owner.EMPLOYEE, date(2026, 12, 18)),
        ("Find a mentor", Owner.MANAGER, None),
    ]
    rows = page.hold.ratings.rows
    tab_to(qtbot, rows.rows[0])
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert rows.rows[2].hasFocus()
    press(qtbot, Qt.Key.Key_4)
    # 46 of 61 before, 49 of 61 after.
    told = page.hold.ratings.effect.text()
    assert told == "Agreed at 4: 75 % → 80 % ready, essentials open 3 → 2"
    assert rows.rows[2].skill == "negotiation"
    assert rows.rows[2].hasFocus()


def close_by_keys(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> Meeting:
    """Fix the next day and close; return the record."""
    meeting = open_one(workspace)
    shortcut(qtbot, page, "Alt+3")
    assert page.close_stage.day.hasFocus()
    tab_to(qtbot, page.close_stage.next_day)
    typed(qtbot, "2026-12-07")
    tab_to(qtbot, page.close_stage.close_button)
    press(qtbot, Qt.Key.Key_Space)
    closed = workspace.career().meetings[-1]
    assert closed == replace(
        meeting,
        closed=TODAY,
        next_on=date(2026, 12, 7),
        agreed=(AgreedLevel(skill="negotiation", level=4.0),),
        promised=tuple(
            Promise(action=one.id, title=one.title, owner=one.owner, due=one.due)
            for one in workspace.career().actions
            if one.meeting == meeting.id
        ),
        target="director",
    )
    return closed


def correct_by_keys(qtbot: QtBot, page: MeetingPage, workspace: Workspace) -> None:
    """Read the record and the one before it, and correct the newer."""
    closed = workspace.career().meetings[-1]
    assert page.stage is Stage.PAST
    assert page.past.shown == closed
    assert page.past.list.hasFocus()
    said = labels(page.past.record)
    for words in ("Two accounts go.", "Business negotiation: 4 Expert", "Find a mentor"):
        assert words in said
    press(qtbot, Qt.Key.Key_Down)
    assert page.past.shown == LAST
    press(qtbot, Qt.Key.Key_Up)
    tab_to(qtbot, page.past.record.correct_button)
    press(qtbot, Qt.Key.Key_Space)
    field = page.past.record.correction
    assert field.hasFocus()
    typed(qtbot, "It was three accounts.")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    correction = Correction(on=TODAY, text="It was three accounts.")
    assert workspace.career().meetings[-1] == replace(closed, corrections=(correction,))
    assert "It was three accounts." in labels(page.past.record)


def test_the_whole_story_by_keyboard_alone(
    qtbot: QtBot,
    workspace: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    look_at(workspace, sample_career(is_prepared=False))
    start = workspace.career()
    page = show()
    assert page.stage is Stage.PAST
    prepare_by_keys(qtbot, page, workspace)
    hold_by_keys(qtbot, page, workspace)
    close_by_keys(qtbot, page, workspace)
    correct_by_keys(qtbot, page, workspace)
    end = workspace.career()
    while workspace.history.next_undo is not None:
        assert workspace.undo()
    assert workspace.career() == start
    assert page.stage is Stage.PAST
    assert page.past.shown == LAST
    while workspace.history.next_redo is not None:
        assert workspace.redo()
    assert workspace.career() == end


def test_undo_and_redo_three_times(qtbot: QtBot, page: MeetingPage, prepared: Workspace) -> None:
    before = prepared.career()
    page.show_stage(Stage.HOLD)
    page.desk.promise("One", Owner.EMPLOYEE, None)
    page.desk.agree("crm", 4.0)
    page.desk.add_point("Two", Owner.MANAGER)
    after = prepared.career()
    for _ in range(2):
        for _ in range(3):
            assert prepared.undo()
        assert prepared.career() == before
        assert len(page.hold.agenda.rows) == 0
        for _ in range(3):
            assert prepared.redo()
        assert prepared.career() == after
        assert len(page.hold.agenda.rows) == 1


def test_each_change_is_labelled_in_words(page: MeetingPage, prepared: Workspace) -> None:
    page.desk.add_point("Two", Owner.MANAGER)
    edit = prepared.history.next_undo
    assert edit is not None
    assert prepared.texts.word(edit.label) == "Put “Two” on the agenda"


# notes


def write(page: MeetingPage, words: str) -> None:
    """Write as a key does, without waiting for the pause."""
    cursor = page.hold.shared.edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    page.hold.shared.edit.setTextCursor(cursor)
    page.hold.shared.edit.insertPlainText(words)


@pytest.fixture
def held(page: MeetingPage) -> MeetingPage:
    """The page in the stage in which notes are written."""
    page.show_stage(Stage.HOLD)
    return page


def test_what_is_written_is_saved_after_a_pause_as_one_step(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    edit = held.hold.shared.edit
    typed(qtbot, "Three words here")
    assert edit.is_pending
    assert open_one(prepared).shared == ""
    with qtbot.waitSignal(prepared.edited, timeout=5_000):
        pass
    assert open_one(prepared).shared == "Three words here"
    typed(qtbot, " and more")
    edit.flush()
    assert open_one(prepared).shared == "Three words here and more"
    assert edit.textCursor().position() == len("Three words here and more")
    assert prepared.undo()
    assert edit.toPlainText() == "Three words here"
    assert prepared.undo()
    assert edit.toPlainText() == ""
    assert prepared.history.next_undo is None


def test_ctrl_z_in_the_notes_takes_back_what_was_just_written(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    write(held, "First. ")
    held.hold.shared.flush()
    write(held, "Second.")
    shortcut(qtbot, held.hold.shared.edit, "Ctrl+Z")
    # The page alone has no action for it; the words were handed on for the window to undo.
    assert open_one(prepared).shared == "First. Second."
    assert prepared.undo()
    assert held.hold.shared.edit.toPlainText() == "First. "


@pytest.mark.parametrize("way", ["stage", "hidden", "person", "print", "other edit", "focus"])
def test_what_was_written_is_never_lost(way: str, held: MeetingPage, prepared: Workspace) -> None:
    write(held, "In haste")
    if way == "stage":
        held.show_stage(Stage.CLOSE)
    elif way == "hidden":
        held.hide()
    elif way == "person":
        prepared.open_person("am-lm", "sample-am")
    elif way == "print":
        assert held.on_paper() == ("meeting", "meeting-2")
    elif way == "other edit":
        held.desk.add_point("Two", Owner.MANAGER)
    else:
        held.hold.promise_line.title.setFocus()
    career = prepared.store.career("sample", "lin-wei")
    assert [one.shared for one in career.meetings if not one.is_closed] == ["In haste"]


def test_a_note_being_written_stays_through_language_and_theme(
    held: MeetingPage, prepared: Workspace, themes: dict[str, Theme], qtbot: QtBot
) -> None:
    edit = held.hold.shared.edit
    typed(qtbot, "Half a sen")
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Left)
    prepared.set_language("zh_CN")
    assert edit.toPlainText() == "Half a sen"
    assert edit.textCursor().position() == len("Half a ")
    assert edit.accessibleName() == "共同笔记"
    assert edit.hasFocus()
    held.apply_theme(themes["dark"])
    typed(qtbot, "X")
    assert edit.toPlainText() == "Half a Xsen"
    assert edit.hasFocus()
    edit.flush()
    assert open_one(prepared).shared == "Half a Xsen"


NOTE = ("<b>bold</b> & <img src='file:///etc/passwd'> 🙂 名字 $x_1$ %s {name}\n" * 200)[:10_000]


def test_ten_thousand_characters_of_anything_are_kept_as_they_are(
    qtbot: QtBot,
    held: MeetingPage,
    prepared: Workspace,
) -> None:
    for box, part in ((held.hold.shared, "shared"), (held.hold.private, "private")):
        box.edit.insertPlainText(NOTE)
        box.flush()
        assert getattr(open_one(prepared), part) == NOTE
        assert not box.fault
        # It scrolls within itself rather than push everything away.
        assert box.edit.height() < 400
    held.show_stage(Stage.CLOSE)
    assert "<b>bold</b> & <img" in labels(held.close_stage)
    held.close_stage.close_button.click()
    assert "<b>bold</b> & <img" in labels(held.past.record)
    assert prepared.career().meetings[-1].shared == NOTE


def test_what_goes_beyond_is_left_out_and_said(held: MeetingPage, prepared: Workspace) -> None:
    edit = held.hold.shared.edit
    edit.insertPlainText("a" * (LONGEST_NOTE - 2) + "zz")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.insertPlainText("🙂new")
    held.hold.shared.flush()
    kept = open_one(prepared).shared
    # What was there stays whole, to its end.
    assert kept == "a" * (LONGEST_NOTE - 2) + "zz"
    assert "20,000" in held.hold.shared.fault
    edit.setPlainText("short")
    edit.flush()
    assert not held.hold.shared.fault


def test_control_characters_are_not_kept(held: MeetingPage, prepared: Workspace) -> None:
    held.hold.shared.edit.insertPlainText("a\x00b\x07c")
    held.hold.shared.flush()
    assert open_one(prepared).shared == "abc"


def test_a_slash_on_an_empty_line_offers_what_it_stands_for(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    edit = held.hold.shared.edit
    typed(qtbot, "/")
    menu = held.hold.menu
    qtbot.waitUntil(menu.isVisible)
    assert edit.toPlainText() == ""
    texts = [action.text() for action in menu.actions()]
    assert texts == ["Promise something", "Agree a level", "Fix the next date", "Write a slash"]
    menu.actions()[0].trigger()
    menu.close()
    assert held.hold.promise_line.title.hasFocus()
    edit.setFocus()
    menu.actions()[3].trigger()
    assert edit.toPlainText() == "/"
    typed(qtbot, "a/b")
    assert edit.toPlainText() == "/a/b"
    menu.actions()[2].trigger()
    assert held.stage is Stage.CLOSE
    assert held.close_stage.next_day.hasFocus()


# private


def test_hidden_private_notes_are_nowhere(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    held.hold.private.edit.insertPlainText("Zyxwv")
    held.toggle_private()
    assert open_one(prepared).private == "Zyxwv"
    assert held.state()["private_hidden"] is True
    for stage in Stage:
        held.show_stage(stage)
        said = "\n".join(said_by(held))
        assert "Zyxwv" not in said
        assert "escalations" not in said
    held.show_stage(Stage.HOLD)
    assert "Private notes are hidden. F8 shows them." in labels(held)
    assert not held.hold.private.edit.isVisible()
    assert not held.hold.private.edit.isEnabled()
    held.toggle_private()
    assert held.hold.private.edit.toPlainText() == "Zyxwv"
    # Shown, they stand in one place alone.
    assert "\n".join(said_by(held)).count("Zyxwv") == 1


def test_hidden_says_the_same_whether_there_are_private_notes_or_not(
    held: MeetingPage,
) -> None:
    held.toggle_private()
    without = sorted(said_by(held.hold.private))
    held.desk.write("private", "Zyxwv")
    assert sorted(said_by(held.hold.private)) == without
    held.show_stage(Stage.PAST)
    with_notes = labels(held.past.record).count("Private notes are hidden")
    assert with_notes == 1


def test_hidden_is_remembered(
    held: MeetingPage,
    prepared: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    held.toggle_private()
    remembered = held.state()
    again = show()
    again.restore_state(remembered)
    again.show_stage(Stage.HOLD)
    assert again.is_private_hidden
    assert again.hold.private.edit.toPlainText() == ""


@pytest.mark.parametrize("state", [{}, {"private_hidden": 1, "days": [1]}, {"days": {"a": 1}}])
def test_a_strange_remembered_state_is_passed_over(
    page: MeetingPage, state: dict[str, object]
) -> None:
    page.restore_state(state)
    assert not page.is_private_hidden


def test_private_notes_of_one_are_not_kept_behind_another(
    held: MeetingPage, prepared: Workspace
) -> None:
    held.desk.write("private", "Zyxwv")
    assert "Zyxwv" in "\n".join(said_by(held))
    prepared.open_person("am-lm", "sample-am")
    assert "Zyxwv" not in "\n".join(said_by(held))


# ratings


def test_a_level_is_agreed_by_mouse_and_any_level_by_number(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    card = held.hold.ratings
    row = card.rows.row_of("contract-law")
    assert [button.text() for button in row.buttons] == ["1", "2", "3", "4", "5"]
    qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
    newest = max(prepared.ratings(), key=lambda rating: rating.entry)
    assert (newest.skill, newest.level, newest.by, newest.on) == (
        "contract-law",
        2.0,
        Rater.AGREED,
        TODAY,
    )
    assert [button.isChecked() for button in row.buttons] == [False, True, False, False, False]
    # The same again changes nothing.
    before = prepared.ratings()
    qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
    assert prepared.ratings() == before
    assert row.buttons[1].isChecked()
    row.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert card.number.hasFocus()
    assert card.number.text() == "2"
    typed(qtbot, "2.5")
    press(qtbot, Qt.Key.Key_Return)
    assert row.hasFocus()
    newest = max(prepared.ratings(), key=lambda rating: rating.entry)
    assert newest.level == 2.5
    assert "2.5, at least Working" in labels(row)
    press(qtbot, Qt.Key.Key_N)
    newest = max(prepared.ratings(), key=lambda rating: rating.entry)
    assert newest.level is None
    assert "Agreed as not applicable" in card.effect.text()


def test_a_level_off_the_scale_is_no_key(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    before = prepared.ratings()
    held.hold.ratings.rows.rows[0].setFocus()
    press(qtbot, Qt.Key.Key_9)
    assert prepared.ratings() == before
    press(qtbot, Qt.Key.Key_0)
    newest = max(prepared.ratings(), key=lambda rating: rating.entry)
    assert newest.level == 0


def test_a_scale_of_many_levels_has_a_number_instead_of_buttons(
    qtbot: QtBot,
    workspace: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    catalogue = catalogue_with_agendas()
    levels = tuple(
        Level(number=float(number), name=same_text(f"Grade {number}")) for number in range(13)
    )
    head = replace(catalogue.head, scale=Scale(levels=levels))
    look_at(workspace, sample_career(), replace(catalogue, head=head))
    page = show()
    page.show_stage(Stage.HOLD)
    row = page.hold.ratings.rows.rows[0]
    assert row.buttons == []
    assert page.hold.ratings.number.isVisible()
    row.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    typed(qtbot, "11")
    press(qtbot, Qt.Key.Key_Return)
    newest = max(workspace.ratings(), key=lambda rating: rating.entry)
    assert newest.level == 11
    assert "11 Grade 11" in labels(row)
    # Squares could not be counted: both sides stand as numbers.
    assert "3" in labels(page.hold.ratings.rows.row_of("negotiation"))


def test_the_effect_is_that_on_agreed_ratings_whatever_counts_elsewhere(
    held: MeetingPage, prepared: Workspace
) -> None:
    prepared.set_basis(Basis.SELF)
    held.desk.agree("negotiation", 4.0)
    held.hold.ratings.rows.row_of("negotiation").setFocus()
    assert "75 % → 80 %" in held.hold.ratings.effect.text()


# promises and actions


def test_a_promise_that_cannot_be_says_why_at_its_field(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    before = prepared.career()
    line = held.hold.promise_line
    line.title.setText("  ")
    line.due.show_day(date(2026, 11, 1))
    line.button.click()
    assert line.fields["title"].fault == "Say what is to be done."
    assert line.fields["due"].fault.startswith("The day lies before the one-on-one.")
    assert prepared.career() == before
    assert line.due.day() == date(2026, 11, 1)
    line.title.setText("x" * 301)
    line.due.show_day(None)
    line.button.click()
    assert "300" in line.fields["title"].fault
    assert line.title.text() == "x" * 301
    line.title.setText("x")
    line.button.click()
    assert not line.fields["title"].fault
    assert prepared.career() != before


def test_a_day_that_cannot_be_is_typed_anew_in_one_go(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    line = held.hold.promise_line
    line.title.setFocus()
    typed(qtbot, "Call Pell")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    typed(qtbot, "2026-11-01")
    press(qtbot, Qt.Key.Key_Return)
    assert line.fields["due"].fault
    assert line.due.hasFocus()
    typed(qtbot, "2026-12-24")
    press(qtbot, Qt.Key.Key_Return)
    assert not line.fields["due"].fault
    assert prepared.career().actions[-1].due == date(2026, 12, 24)


def test_a_point_that_cannot_be_says_why(page: MeetingPage, prepared: Workspace) -> None:
    line = page.prepare.point_line
    line.button.click()
    assert line.fault == "Say what there is to talk about."
    line.words.setText("x" * 301)
    line.button.click()
    assert "300" in line.fault
    assert open_one(prepared).items == ()


def test_what_is_kept_is_ticked_and_can_be_opened_again(
    qtbot: QtBot, held: MeetingPage, prepared: Workspace
) -> None:
    held.desk.promise("Call", Owner.EMPLOYEE, None)
    box = held.hold.promises.rows[0].box
    box.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    (action,) = [one for one in prepared.career().actions if one.title == "Call"]
    assert (action.state, action.finished) == (ActionState.DONE, TODAY)
    assert box.isChecked()
    press(qtbot, Qt.Key.Key_Space)
    (action,) = [one for one in prepared.career().actions if one.title == "Call"]
    assert (action.state, action.finished) == (ActionState.PLANNED, None)


def test_a_fact_is_put_on_the_agenda(page: MeetingPage, prepared: Workspace) -> None:
    page.prepare.differing.rows[0].button.click()
    assert [item.text for item in open_one(prepared).items] == [
        same_text("Cross-cultural communication")
    ]


def test_another_template_is_taken_and_a_one_on_one_given_up(
    page: MeetingPage, prepared: Workspace
) -> None:
    page.prepare.template.setCurrentIndex(2)
    page.prepare.template.activated.emit(2)
    assert open_one(prepared).agenda == "career"
    assert len(open_one(prepared).items) == 2
    page.prepare.remove_button.click()
    assert page.stage is Stage.PAST
    assert prepared.undo()
    assert page.stage is Stage.PREPARE


def test_a_long_list_of_changes_is_shown_in_part_at_first(
    workspace: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    # Last met long ago: everything since then is told.
    last = replace(LAST, on=date(2024, 1, 1), closed=date(2024, 1, 1), next_on=None)
    look_at(workspace, replace(sample_career(), meetings=(last, OPEN)))
    page = show()
    changes = page.prepare.changes
    assert len(changes.rows.rows) == 8
    changes.more.click()
    assert len(changes.rows.rows) > 8
    assert changes.more.text() == "Show fewer"
    changes.more.click()
    assert len(changes.rows.rows) == 8


# the day, and closing


def test_it_is_held_on_another_day_and_what_was_agreed_goes_along(
    held: MeetingPage,
    prepared: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    yesterday = TODAY - timedelta(days=1)
    held.desk.agree("crm", 4.0)
    held.show_stage(Stage.CLOSE)
    held.close_stage.day.show_day(yesterday)
    held.close_stage.day.editingFinished.emit()
    assert open_one(prepared).on == yesterday
    assert held.header.facts.text().startswith("22 Nov 2026")
    newest = max(prepared.ratings(), key=lambda rating: rating.entry)
    assert (newest.level, newest.on) == (4.0, yesterday)
    # That it was held then is remembered.
    again = show()
    again.restore_state(held.state())
    again.refresh()
    assert again.desk.talk is not None
    assert again.desk.talk.day == yesterday
    held.close_stage.close_button.click()
    record = prepared.career().meetings[-1]
    assert (record.on, record.closed) == (yesterday, TODAY)
    assert record.agreed == (AgreedLevel(skill="crm", level=4.0),)


def test_a_day_in_the_future_cannot_be_chosen(held: MeetingPage) -> None:
    held.show_stage(Stage.CLOSE)
    held.close_stage.day.show_day(TODAY + timedelta(days=1))
    assert held.close_stage.day.day() == TODAY
    fault = held.desk.set_day(TODAY + timedelta(days=1))
    assert fault is not None


def test_the_next_one_does_not_lie_before_this_one(held: MeetingPage, prepared: Workspace) -> None:
    held.show_stage(Stage.CLOSE)
    held.close_stage.next_day.show_day(TODAY - timedelta(days=3))
    held.close_stage.next_day.editingFinished.emit()
    assert held.close_stage.fields["next_on"].fault
    assert open_one(prepared).next_on is None
    held.close_stage.usual.click()
    # 9 to 23 November is a fortnight.
    assert open_one(prepared).next_on == date(2026, 12, 7)
    held.close_stage.weeks[0].click()
    assert open_one(prepared).next_on == date(2026, 11, 30)


def test_closing_with_a_next_day_before_it_says_so_and_stays_open(
    workspace: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    begun = replace(OPEN, on=LAST_DAY, next_on=date(2026, 11, 16))
    look_at(workspace, replace(sample_career(), meetings=(LAST, begun)))
    page = show()
    page.show_stage(Stage.CLOSE)
    page.close_stage.close_button.click()
    assert page.close_stage.fields["next_on"].fault
    assert not open_one(workspace).is_closed


def test_reopening_is_undo_alone(held: MeetingPage, prepared: Workspace) -> None:
    before = open_one(prepared)
    held.show_stage(Stage.CLOSE)
    held.close_stage.close_button.click()
    assert held.stage is Stage.PAST
    assert prepared.undo()
    assert open_one(prepared) == before
    assert held.stage is Stage.CLOSE


def test_a_correction_needs_words(held: MeetingPage, prepared: Workspace) -> None:
    held.show_stage(Stage.PAST)
    record = held.past.record
    record.correct_button.click()
    record.add_button.click()
    assert record.correction_fault.isVisible()
    record.cancel_button.click()
    assert not record.correction.isVisible()
    assert prepared.career().meetings[0] == LAST


# the past


def test_past_ones_are_searched_and_read(
    qtbot: QtBot,
    workspace: Workspace,
    show,  # type: ignore[no-untyped-def]
) -> None:
    earlier = replace(
        LAST, id="meeting-0", on=date(2026, 10, 12), shared="About <b>Kestrel</b>.", promised=()
    )
    look_at(workspace, replace(sample_career(), meetings=(earlier, LAST, OPEN)))
    page = show()
    page.focus_filter()
    assert page.stage is Stage.PAST
    assert page.past.field.hasFocus()
    assert [entry.text for entry in page.past.list.entries()] == ["9 Nov 2026", "12 Oct 2026"]
    typed(qtbot, "kestrel")
    assert [entry.below for entry in page.past.list.entries()] == ["About <b>Kestrel</b>."]
    assert page.past.shown == earlier
    assert "About <b>Kestrel</b>." in labels(page.past.record)
    assert page.on_paper() == ("meeting", "meeting-0")
    press(qtbot, Qt.Key.Key_Return)
    assert page.past.list.hasFocus()
    page.focus_filter()
    typed(qtbot, "unicorn")
    assert "No one-on-one has “unicorn”." in labels(page.past)
    assert not page.past.record.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert len(page.past.list.entries()) == 2
    # What is private is never found.
    page.past.field.setText("escalations")
    assert page.past.list.entries() == ()


def test_a_past_day_shows_what_was_closed_by_then_to_be_read_only(
    held: MeetingPage, prepared: Workspace
) -> None:
    prepared.look_at(date(2026, 11, 10))
    assert held.stage is Stage.PAST
    assert held.past.shown == LAST
    assert "as of 10 Nov 2026" in held.header.facts.text()
    for button in (
        held.past.record.correct_button,
        held.header.begin_button,
        held.header.stages,
    ):
        assert not button.isVisible()
    # Overdue only since the 20th.
    assert "due 19 Nov 2026" in labels(held.past.record)
    prepared.look_at(date(2026, 11, 8))
    assert "No one-on-one was closed by 8 Nov 2026." in labels(held)
    assert not held.empty.button.isVisible()
    prepared.look_at(None)
    assert held.stage is Stage.HOLD


# beside it


def test_it_speaks_chinese_in_every_stage(page: MeetingPage, prepared: Workspace) -> None:
    prepared.set_language("zh_CN")
    for stage, words in (
        (Stage.PREPARE, "上次的承诺"),
        (Stage.HOLD, "有分歧的评定"),
        (Stage.CLOSE, "将存档的内容"),
        (Stage.PAST, "过去的面谈"),
    ):
        page.show_stage(stage)
        assert words in labels(page)
    prepared.set_language("en")
    assert "Past one-on-ones" in labels(page)


def test_another_theme_is_taken_everywhere(page: MeetingPage, themes: dict[str, Theme]) -> None:
    for stage in Stage:
        page.show_stage(stage)
        page.apply_theme(themes["dark"])
        page.apply_theme(replace(themes["light"], text_factor=1.5))
        assert page.isVisible()
    page.show_stage(Stage.HOLD)
    # The box is 17 pixels with 3 around it: 17 × 1.5 + 6 = 31.5.
    assert page.hold.promises.rows[0].box.sizeHint().width() == 32


def test_an_edit_of_somebody_else_is_passed_over(
    held: MeetingPage, prepared: Workspace, texts: Texts
) -> None:
    other = prepared.store.person("am-lm", "sample-am")
    write(held, "Half")
    prepared.do(rename_person(other, "Nobody"))
    assert held.hold.shared.edit.is_pending
    assert held.hold.shared.edit.toPlainText() == "Half"


def test_the_results_of_the_kpis_stand_below_the_ratings_and_are_saved(
    page: MeetingPage, prepared: Workspace
) -> None:
    assert not page.kpis.isVisible()
    page.show_stage(Stage.HOLD)
    assert page.kpis.isVisible()
    person = prepared.person
    assert person is not None
    edit: Edit = rename_person(person, "Lin")
    page.kpis.edit_made.emit(edit)
    assert prepared.person is not None
    assert prepared.person.name == "Lin"


def test_the_day_fixed_last_time_is_told_until_it_comes(workspace: Workspace, show) -> None:  # type: ignore[no-untyped-def]
    career = sample_career()
    fixed = date(2026, 12, 7)
    meetings = tuple(
        replace(one, next_on=fixed) if one.is_closed else one for one in career.meetings
    )
    look_at(workspace, replace(career, meetings=meetings))
    page = show()
    assert page.header.facts.text() == "planned for 7 Dec 2026 · Regular · last met 9 Nov 2026"
    # It is held today, whatever was planned.
    page.show_stage(Stage.HOLD)
    assert page.header.facts.text().startswith("23 Nov 2026 · ")
    page.show_stage(Stage.PREPARE)
    workspace.set_language("zh_CN")
    assert page.header.facts.text().startswith("定于 2026年12月7日")
