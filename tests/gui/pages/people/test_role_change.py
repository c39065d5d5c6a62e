"""Taking up a role: from the map, the gaps and the menu, by keyboard alone, and back by undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.core.keeping.career_edits import set_wish
from planner.core.keeping.person_edits import correct_person
from planner.core.people import Person, Position, Stance, Wish
from planner.gui.main_window import MainWindow
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.map.person_section import PersonSection
from planner.gui.pages.people.role_change import RoleChangePanel
from planner.store.store import Store

TODAY = date(2026, 11, 23)
SAMPLE = ("am-lm", "sample-am")
NEXT, TARGET = "regional-client-director", "chief-customer-officer"


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on the sample person, its map drawn."""
    window.workspace.open_person(*SAMPLE)
    settle(window, qtbot)
    return window


def settle(window: MainWindow, qtbot: QtBot) -> None:
    page = window.workbench.page_of("map")
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy and page.view.map is not None)
    qtbot.waitUntil(lambda: window.findChild(PersonSection) is not None)


def begin(window: MainWindow) -> RoleChangePanel:
    window.actions_by_key["take-role"].trigger()
    return panel_of(window)


def panel_of(window: MainWindow) -> RoleChangePanel:
    panel = window.findChild(RoleChangePanel)
    assert isinstance(panel, RoleChangePanel)
    return panel


def person_of(window: MainWindow) -> Person:
    person = window.workspace.person
    assert person is not None
    return person


def focused() -> QWidget:
    """What gets the keys: the list of what fits while one types, else what has the focus."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def test_the_whole_story_by_keyboard(opened: MainWindow, store: Store) -> None:
    """Open it, type the role and the day, read what changes, press the button, take it back."""
    before = person_of(opened)
    panel = begin(opened)
    assert panel.isVisible()
    assert panel.role.hasFocus()
    panel.role.lineEdit().selectAll()
    QTest.keyClicks(panel.role, "Senior account")
    press(Qt.Key.Key_Tab)
    assert panel.role.role() == "senior-account-manager"
    assert panel.day.hasFocus()
    QTest.keyClicks(panel.day, "2026-11-02")
    assert panel.day.day() == date(2026, 11, 2)
    assert panel.kind == "Promotion: from Account manager to Senior account manager"
    said = " ".join(panel.words).replace("\u00a0", " ")
    # From 1 Aug 2024 to 1 Nov 2026 it is 2 years and 3 months.
    assert "1 Aug 2024 – 1 Nov 2026 (2 y 3 m) becomes a past position" in said
    assert "counts from 2 Nov 2026" in said
    assert "The target Chief customer officer stays." in said
    assert "Next step: " in said
    press(Qt.Key.Key_Tab)
    assert focused() is panel.take
    assert panel.take.accessibleDescription().startswith("Promotion: from Account manager")
    press(Qt.Key.Key_Return)
    assert not panel.isVisible()
    left = Position(role="account-manager", since=before.since, until=date(2026, 11, 1))
    after = replace(
        before,
        role="senior-account-manager",
        since=date(2026, 11, 2),
        positions=(*before.positions, left),
    )
    assert store.person(*SAMPLE) == after
    assert opened.notices.text == "Lin Wei: Senior account manager since 2 Nov 2026."
    assert (
        opened.actions_by_key["undo"]
        .toolTip()
        .startswith("Undo: Promotion to Senior account manager")
    )
    assert "Senior account manager" in opened.header.person.accessibleName()
    opened.actions_by_key["undo"].trigger()
    assert store.person(*SAMPLE) == before
    opened.actions_by_key["redo"].trigger()
    assert store.person(*SAMPLE) == after


def test_undo_three_times_leaves_nothing_of_three_steps(opened: MainWindow, store: Store) -> None:
    before = person_of(opened)
    for role, day in (
        ("senior-account-manager", date(2025, 3, 1)),
        ("line-manager", date(2026, 2, 1)),
        ("account-manager", date(2026, 6, 1)),
    ):
        panel = begin(opened)
        panel.role.choose(role)
        panel.day.show_day(day)
        panel.take.click()
    now = person_of(opened)
    assert [held.role for held in now.history][-4:] == [
        "account-manager",
        "senior-account-manager",
        "line-manager",
        "account-manager",
    ]
    labels = []
    for _ in range(3):
        edit = opened.workspace.history.next_undo
        assert edit is not None
        labels.append(opened.workspace.texts.word(edit.label))
        opened.workspace.undo()
    assert labels == [
        # The article itself calls the way from line to account manager a change of track.
        "Change of track to Account manager",
        # No move leads there, and its rank is lower.
        "Step back to Line manager",
        "Promotion to Senior account manager",
    ]
    assert store.person(*SAMPLE) == before


def test_the_target_and_the_stance_that_are_reached_are_cleared(
    opened: MainWindow, store: Store
) -> None:
    workspace = opened.workspace
    catalogue = workspace.catalogue
    assert catalogue is not None
    others = person_of(opened).wishes
    wish = Wish(role=TARGET, stance=Stance.WANTED, on=date(2026, 1, 1))
    workspace.do(set_wish(person_of(opened), wish, catalogue))
    workspace.select_role(TARGET)
    panel = begin(opened)
    assert panel.role.role() == TARGET
    assert "The target is reached, and cleared." in panel.words
    assert "The stance “wants it” is cleared." in panel.words
    panel.take.click()
    now = store.person(*SAMPLE)
    assert (now.role, now.target, now.wishes) == (TARGET, None, others)
    workspace.undo()
    assert store.person(*SAMPLE).target == TARGET
    assert store.person(*SAMPLE).wishes == (*others, wish)


def test_faults_stand_at_their_fields_and_nothing_is_lost(opened: MainWindow, store: Store) -> None:
    before = person_of(opened)
    panel = begin(opened)
    panel.day.show_day(date(2026, 11, 24))
    assert "future" in panel.day_field.fault
    assert not panel.take.isEnabled()
    assert panel.words == ()
    panel.day.show_day(before.since)
    assert "begins on that very day" in panel.day_field.fault
    panel.day.show_day(TODAY)
    panel.role.choose(before.role)
    panel.role.activated.emit(0)
    assert "held on that day already" in panel.role_field.fault
    panel.role.choose("line-manager")
    panel.role.activated.emit(0)
    assert (panel.role_field.fault, panel.day_field.fault) == ("", "")
    assert panel.take.isEnabled()
    assert store.person(*SAMPLE) == before


def test_a_past_day_corrects_the_history(opened: MainWindow, store: Store) -> None:
    """The junior position, 1 Mar 2021 to 31 Jul 2024, is parted on the day looked at."""
    before = person_of(opened)
    opened.workspace.look_at(date(2023, 3, 1))
    panel = begin(opened)
    assert panel.day.day() == date(2023, 3, 1)
    panel.role.choose("line-manager")
    panel.role.activated.emit(0)
    assert panel.kind == "The past is corrected: Line manager"
    assert "Account manager stays the present role." in panel.words
    panel.take.click()
    now = store.person(*SAMPLE)
    assert now.positions == (
        Position(role="junior-account-manager", since=date(2021, 3, 1), until=date(2023, 2, 28)),
        Position(role="line-manager", since=date(2023, 3, 1), until=date(2024, 7, 31)),
    )
    assert (now.role, now.since, now.target) == (before.role, before.since, before.target)
    assert "from 1 Mar 2023 to 31 Jul 2024" in opened.notices.text
    opened.notices.act()
    assert store.person(*SAMPLE) == before


def test_from_the_map_the_role_is_chosen_already(opened: MainWindow) -> None:
    opened.workspace.select_role(NEXT)
    section = opened.findChild(PersonSection)
    assert section is not None
    assert section.take.text() == "Take up this role…"
    assert section.take.accessibleName() == "Take up this role…: Regional client director"
    section.take.setFocus()
    press(Qt.Key.Key_Return)
    panel = panel_of(opened)
    assert panel.role.role() == NEXT
    assert panel.day.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert section.isVisible()


def test_from_the_own_role_another_one_is_chosen(opened: MainWindow) -> None:
    opened.workspace.select_role("account-manager")
    section = opened.findChild(PersonSection)
    assert section is not None
    assert section.take.text() == "Take up another role…"
    section.take.click()
    panel = panel_of(opened)
    # The first step towards the target, by the map's own rule.
    assert panel.role.role() == NEXT
    panel.cancel.click()
    assert not panel.isVisible()


def test_from_the_gaps_beside_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    opened.show_page("gaps")
    page = opened.workbench.page
    assert isinstance(page, GapsPage)
    assert not opened.workbench.inspector.isVisible()
    page.show_role("line-manager")
    page.header.take_button.click()
    panel = panel_of(opened)
    assert panel.isVisible()
    assert panel.role.role() == "line-manager"
    assert opened.width() <= 1280, "the window does not grow"
    panel.cancel.click()
    assert not opened.workbench.inspector.isVisible()
    page.show_role("account-manager")
    assert not page.header.take_button.isVisible(), "it is held already"


def test_it_closes_when_somebody_else_is_looked_at(opened: MainWindow, store: Store) -> None:
    panel = begin(opened)
    other = next(person for person in store.people() if person.id != SAMPLE[1])
    opened.workspace.open_person(other.catalogue, other.id)
    assert not panel.isVisible()
    again = begin(opened)
    assert again is panel
    assert other.name in " ".join(label.text() for label in panel.findChildren(type(panel._kind)))


def test_it_is_for_somebody_only(opened: MainWindow, store: Store) -> None:
    opened.workspace.close_person()
    assert not opened.actions_by_key["take-role"].isEnabled()


def test_it_speaks_the_language_and_wears_the_theme_of_the_window(opened: MainWindow) -> None:
    panel = begin(opened)
    panel.day.show_day(date(2026, 11, 2))
    opened.workspace.set_language("zh_CN")
    assert panel.take.text() == "就任"
    assert panel.kind.startswith("晋升：从客户经理到")
    assert panel.day.day() == date(2026, 11, 2), "what was filled in stays"
    opened.actions_by_key["theme-dark"].trigger()
    assert panel.theme.is_dark
    assert panel.isVisible()
    panel.cancel.click()
    opened.actions_by_key["theme-light"].trigger()
    assert not panel.theme.is_dark, "also while it is closed"


def test_details_and_pages_leave_it_open_until_it_is_closed(opened: MainWindow) -> None:
    panel = begin(opened)
    opened.show_page("gaps")
    assert panel.isVisible()
    opened.edit_person()
    assert not panel.isVisible(), "the details have the place for themselves"
    opened.workbench.leave_editor()
    assert panel.isVisible()
    opened.show_page("map")
    opened.actions_by_key["panel"].trigger()
    assert not panel.isVisible()
    assert opened.workbench.inspector.isVisible(), "folding closes what stood in its place first"


def test_what_cannot_be_saved_stays_to_be_tried_again(
    opened: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = begin(opened)
    panel.role.choose("line-manager")
    panel.role.activated.emit(0)
    monkeypatch.setattr(store, "is_read_only", True)
    panel.take.click()
    assert panel.isVisible()
    assert opened.notices.tone == "error"
    assert panel.role.role() == "line-manager"
    monkeypatch.setattr(store, "is_read_only", False)
    panel.take.click()
    assert person_of(opened).role == "line-manager"


def test_hostile_names_are_plain_text(
    opened: MainWindow, store: Store, open_window: Callable[..., MainWindow]
) -> None:
    person = person_of(opened)
    name = "<b>x</b><img src='file:///etc/passwd'>" + "🚀" * 20
    opened.workspace.do(correct_person(person, replace(person, name=name)))
    panel = begin(opened)
    shown = panel._standing
    assert name[:8] in shown.text()
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert all(
        button.accessibleName() or button.text() for button in panel.findChildren(QPushButton)
    )
