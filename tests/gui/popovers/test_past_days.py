"""A past day in the window: chosen by key, said on every page and on paper, and left again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.people import Rater
from planner.gui.main_window import MainWindow
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.map.page import MapPage
from planner.gui.paper.page_document import document_of
from planner.gui.settings import Settings
from planner.store.store import Store

SAMPLE = ("am-lm", "sample-am")
TODAY = date(2026, 11, 23)
# The sample person was a junior account manager from 1 March 2021 to 31 July 2024.
JUNIOR_DAY = date(2024, 6, 30)


@pytest.fixture
def looking(window: MainWindow) -> MainWindow:
    """The window on the sample person."""
    window.workspace.open_person(*SAMPLE)
    return window


def press(qtbot: QtBot, window: QWidget, keys: str) -> None:
    qtbot.keySequence(window, QKeySequence(keys))


def gaps(window: MainWindow) -> GapsPage:
    page = window.workbench.page_of("gaps")
    assert isinstance(page, GapsPage)
    return page


# said and left


def test_the_header_says_the_day_the_role_and_the_time_in_it(looking: MainWindow) -> None:
    assert looking.header.day.isHidden()
    assert looking.past_days.line.isHidden()
    looking.workspace.look_at(JUNIOR_DAY)
    assert looking.header.day.label.text() == "As of 30 Jun 2024"
    # From 1 March 2021: three years, and 121 days.
    assert "Lin Wei, Junior account manager · 3\u00a0y" in looking.header.person.accessibleName()
    assert looking.past_days.line.text().startswith("You look at 30 Jun 2024: the role held that")
    assert looking.past_days.line.isVisible()


def test_the_cross_and_a_key_lead_back_to_today(looking: MainWindow, qtbot: QtBot) -> None:
    for leave in (
        lambda: qtbot.mouseClick(looking.header.day.button, Qt.MouseButton.LeftButton),
        lambda: press(qtbot, looking, "Ctrl+Shift+D"),
        looking.actions_by_key["look-at-today"].trigger,
    ):
        looking.workspace.look_at(JUNIOR_DAY)
        assert looking.actions_by_key["look-at-today"].isEnabled()
        leave()
        assert not looking.workspace.is_past
        assert looking.header.day.isHidden()
        assert looking.past_days.line.isHidden()
        assert "Account manager · 2\u00a0y\u00a03\u00a0m" in looking.header.person.accessibleName()
        assert not looking.actions_by_key["look-at-today"].isEnabled()


def test_the_next_start_is_today_again(
    open_window: Callable[..., MainWindow], store: Store
) -> None:
    first = open_window(store)
    first.workspace.open_person(*SAMPLE)
    first.workspace.look_at(JUNIOR_DAY)
    first.close()
    assert not open_window(store).workspace.is_past


# chosen


def test_a_day_is_typed_and_looked_at_by_keyboard_alone(looking: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, looking, "Ctrl+D")
    popover = looking.past_days.days
    assert popover.isVisible()
    assert popover.day.hasFocus()
    for key in "20240630":
        qtbot.keyClick(popover.day, key)
    qtbot.keyClick(popover.day, Qt.Key.Key_Return)
    assert popover.isHidden()
    assert looking.workspace.as_of == JUNIOR_DAY


def test_a_day_in_the_future_is_refused_at_its_field(looking: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, looking, "Ctrl+D")
    popover = looking.past_days.days
    popover.day.setDate(QDate(2026, 11, 24))
    qtbot.keyClick(popover.day, Qt.Key.Key_Return)
    assert popover.field.fault == ("The day lies in the future. Choose today or an earlier day.")
    assert popover.isVisible()
    assert not looking.workspace.is_past
    popover.day.setDate(QDate(2026, 11, 22))
    assert popover.field.fault == ""
    popover.look.click()
    assert looking.workspace.as_of == date(2026, 11, 22)


def test_the_days_one_looks_back_at_are_offered(looking: MainWindow, qtbot: QtBot) -> None:
    # The sample person's newest one-on-one that was closed; another is being prepared.
    press(qtbot, looking, "Ctrl+D")
    days = looking.past_days.days
    assert [(entry.text, entry.detail) for entry in days.list.entries()] == [
        ("A year ago", "23 Nov 2025"),
        ("Before the last change of role", "31 Jul 2024"),
        ("The last one-on-one", "6 Nov 2026"),
    ]
    days.list.setFocus()
    qtbot.keyClick(days.list, Qt.Key.Key_Down)
    qtbot.keyClick(days.list, Qt.Key.Key_Return)
    assert looking.workspace.as_of == date(2024, 7, 31)
    assert "Junior account manager" in looking.header.person.accessibleName()
    press(qtbot, looking, "Ctrl+D")
    first = days.list.entries()[0]
    assert (first.text, first.detail) == ("Back to today", "23 Nov 2026")
    days.list.setFocus()
    qtbot.keyClick(days.list, Qt.Key.Key_Return)
    assert not looking.workspace.is_past


def test_escape_leaves_the_day_as_it_was(looking: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, looking, "Ctrl+D")
    popover = looking.past_days.days
    popover.day.setDate(QDate(2020, 1, 1))
    qtbot.keyClick(popover.day, Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert not looking.workspace.is_past


# every page answers


def test_the_map_shows_you_where_you_stood(looking: MainWindow, qtbot: QtBot) -> None:
    page = looking.workbench.page_of("map")
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: page.view.map is not None)
    looking.workspace.look_at(JUNIOR_DAY)
    qtbot.waitUntil(lambda: not looking.parts.tasks.is_busy)
    assert page._state.present == "junior-account-manager"
    assert page._state.roles["account-manager"].since is None
    said = "\n".join(label.text() for label in page.inspector().findChildren(QLabel))
    assert "Junior account manager" in said


def test_the_gaps_page_answers_for_the_day(looking: MainWindow) -> None:
    looking.show_page("gaps")
    page = gaps(looking)
    today = page.header.readiness_text
    looking.workspace.look_at(date(2024, 11, 11))
    assert page.gap is not None
    assert page.gap.as_of == date(2024, 11, 11)
    # Nothing was rated before 12 November 2024.
    assert page.header.readiness_text.startswith("0–100 % ready")
    assert page.header.readiness_text != today
    looking.workspace.look_at(JUNIOR_DAY)
    details = [entry.detail for entry in page.header.chooser.entries("")]
    assert "Client track · present role" in details
    named = page.header.chooser.entries("junior")
    assert [entry.detail for entry in named] == ["Client track · present role"]


def test_what_is_rated_then_gets_that_day(looking: MainWindow, qtbot: QtBot) -> None:
    looking.show_page("gaps")
    looking.workspace.look_at(date(2025, 3, 1))
    page = gaps(looking)
    page.pane.table.pick("contract-law")
    qtbot.keyClick(page.pane.table, Qt.Key.Key_3)
    newest = max(looking.workspace.ratings(), key=lambda rating: rating.entry)
    assert (newest.skill, newest.on, newest.by) == (
        "contract-law",
        date(2025, 3, 1),
        Rater.AGREED,
    )
    page.edit_rating("contract-law")
    assert page.pane.editor.draft().on == date(2025, 3, 1)


def test_people_and_find_tell_the_role_of_that_day(looking: MainWindow) -> None:
    looking.workspace.look_at(JUNIOR_DAY)
    looking.open_people()
    mine = next(entry for entry in looking.people.list.entries() if entry.text == "Lin Wei")
    assert mine.detail == "Junior account manager · shown now"
    looking.people.dismiss()
    looking.open_find()
    looking.finder.field.setText("lin wei")
    (found,) = looking.finder.list.entries()
    assert found.detail == "Person · Junior account manager"


def test_a_skill_is_found_among_the_next_roles_of_that_day(looking: MainWindow) -> None:
    looking.workspace.look_at(JUNIOR_DAY)
    looking.show_page("gaps")
    page = gaps(looking)
    asked = {one.skill for one in looking.workspace.catalogue.role(page.role_id).requires}  # type: ignore[union-attr]
    other = next(
        one.skill
        for one in looking.workspace.catalogue.role("account-manager").requires  # type: ignore[union-attr]
        if one.skill not in asked
    )
    looking.skill_found.emit(other)
    assert page.pane.table.picked_skill == other
    assert page.role_id == "account-manager"


def test_todays_role_can_be_no_target_whatever_day_is_looked_at(
    looking: MainWindow, store: Store
) -> None:
    looking.workspace.look_at(JUNIOR_DAY)
    looking.workspace.select_role("account-manager")
    page = looking.workbench.page_of("map")
    assert isinstance(page, MapPage)
    page._inspector.target_button.click()
    assert looking.notices.tone == "error"
    assert "The role Account manager is held today" in looking.notices.text
    assert store.person(*SAMPLE).target == "chief-customer-officer"


def test_the_details_say_that_they_are_todays(looking: MainWindow) -> None:
    looking.workspace.look_at(JUNIOR_DAY)
    looking.edit_person()
    said = [label.text() for label in looking.editor.findChildren(QLabel)]
    assert "These are the details of today, whatever day is looked at." in said
    assert looking.editor.form.role.role() == "account-manager"
    looking.workspace.look_at(None)
    said = [label.text() for label in looking.editor.findChildren(QLabel)]
    assert "Each change is saved when you leave the field; undo takes it back." in said


def test_paper_is_of_the_day_and_of_the_months(looking: MainWindow) -> None:
    looking.workspace.look_at(JUNIOR_DAY)
    looking.workspace.set_stale_months(7)
    for key in ("map", "gaps"):
        looking.show_page(key)
        document = document_of(looking.workbench.page, "a4")
        assert document is not None
        assert document.context.as_of == JUNIOR_DAY
        assert document.context.today == TODAY
        assert document.context.stale_months == 7


def test_another_person_is_seen_on_the_same_day(looking: MainWindow) -> None:
    looking.workspace.look_at(JUNIOR_DAY)
    looking.workspace.open_person("am-lm", "zhou-xiaozhou")
    assert looking.workspace.as_of == JUNIOR_DAY
    assert looking.header.day.isVisible()
    # Before the first position, in September 2025, the first one counts.
    assert "Junior account manager" in looking.header.person.accessibleName()
    for key in ("map", "gaps"):
        looking.show_page(key)
        looking.grab()


def test_another_store_is_seen_today(looking: MainWindow) -> None:
    looking.workspace.look_at(JUNIOR_DAY)
    looking.workspace.replace_store(looking.workspace.store)
    assert not looking.workspace.is_past


def test_it_speaks_chinese_and_wears_the_dark(looking: MainWindow) -> None:
    looking.workspace.look_at(JUNIOR_DAY)
    looking.past_days.open_days()
    looking.workspace.set_language("zh_CN")
    assert looking.header.day.label.text() == "截至2024年6月30日"
    assert looking.past_days.line.text().startswith("正在查看2024年6月30日")
    assert looking.past_days.days.look.text() == "查看"
    looking.actions_by_key["theme-dark"].trigger()
    dark = looking.parts.appearance.theme.colour("warning").name()
    picture = looking.past_days.line.grab().toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    assert any(picture.pixelColor(x, y).name() == dark for x, y in points)


def test_undo_goes_on_working_on_a_past_day(looking: MainWindow, qtbot: QtBot) -> None:
    looking.show_page("gaps")
    looking.workspace.look_at(date(2025, 3, 1))
    page, before = gaps(looking), looking.workspace.ratings()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(page.pane.table, key)
    for _ in range(3):
        press(qtbot, looking, "Ctrl+Z")
    assert looking.workspace.ratings() == before
    assert looking.workspace.is_past


# what is stale


def test_the_months_are_set_at_once_and_remembered(
    looking: MainWindow,
    settings: Settings,
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    store: Store,
) -> None:
    looking.show_page("gaps")
    page = gaps(looking)
    table = page.pane.order

    def stale() -> int:
        return sum("stale" in str(table.index(row, 3).data()) for row in range(table.rowCount()))

    counting = [gap.rating for gap in page.gap.skills if gap.rating]  # type: ignore[union-attr]
    assert stale() == sum(rating.on < date(2025, 11, 23) for rating in counting) > 0
    looking.actions_by_key["stale"].trigger()
    popover = looking.past_days.staleness
    assert popover.months.hasFocus()
    assert popover.months.value() == 12
    qtbot.keyClicks(popover.months, "6")
    assert looking.workspace.stale_months == 6
    assert stale() == sum(rating.on < date(2026, 5, 23) for rating in counting)
    qtbot.keyClick(popover.months, Qt.Key.Key_Return)
    assert popover.isHidden()
    assert settings.text("ratings/stale_months") == "6"
    looking.close()
    assert open_window(store).workspace.stale_months == 6


def test_how_many_are_stale_is_said_while_one_chooses(looking: MainWindow) -> None:
    looking.actions_by_key["stale"].trigger()
    popover = looking.past_days.staleness
    popover.months.setValue(120)
    assert popover.count_words.startswith("0 of the ")
    popover.months.setValue(1)
    first = int(popover.count_words.split()[0])
    popover.months.setValue(24)
    assert int(popover.count_words.split()[0]) < first
    looking.workspace.set_language("zh_CN")
    assert "过期" in popover.count_words


@pytest.mark.parametrize("said", ["0", "121", "-3", "many", ""])
def test_bad_months_count_as_the_usual(
    said: str, settings: Settings, open_window: Callable[..., MainWindow], store: Store
) -> None:
    settings.set_text("ratings/stale_months", said)
    assert open_window(store).workspace.stale_months == 12


def test_every_control_of_the_popovers_has_a_name(looking: MainWindow) -> None:
    looking.past_days.open_days()
    looking.past_days.days.list.setFocus()
    QApplication.processEvents()
    for popover in (looking.past_days.days, looking.past_days.staleness):
        nameless = [
            type(widget).__name__
            for widget in popover.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (widget.accessibleName() or getattr(widget, "text", str)())
            and not widget.objectName().startswith("qt_")
        ]
        assert nameless == []


def test_nobody_has_no_past(window: MainWindow, store: Store) -> None:
    window.workspace.close_person()
    for key in ("look-at-day", "stale", "look-at-today", "assess"):
        assert not window.actions_by_key[key].isEnabled()
    window.past_days.open_days()
    window.past_days.open_staleness()
    assert window.header.day.isHidden()
