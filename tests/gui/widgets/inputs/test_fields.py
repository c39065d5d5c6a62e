"""The fields of the forms: a day is what was typed, and a role is found by a part of its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.core.text import LANGUAGES, Language, Text, Texts
from planner.gui.theme import Theme
from planner.gui.widgets.inputs.fields import DayField, Field
from planner.gui.widgets.inputs.search_combo import RoleCombo
from planner.store.store import Store

Row = Callable[[QWidget], tuple[QLineEdit, QLineEdit]]


@pytest.fixture
def between(qtbot: QtBot, theme: Theme) -> Row:
    """A function that shows a field between two others."""

    kept = []

    def show(field: QWidget) -> tuple[QLineEdit, QLineEdit]:
        window, before, after = QWidget(), QLineEdit(), QLineEdit()
        row = QHBoxLayout(window)
        for part in (before, field, after):
            row.addWidget(part)
        qtbot.addWidget(window)
        kept.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return before, after

    return show


@pytest.mark.parametrize("arrived", ["by Tab", "by Shift+Tab", "and selected all"])
@pytest.mark.parametrize("typed", ["2022-03-01", "20220301", "2022/03/01", "2022-3-1", "2022.3.01"])
def test_a_day_is_what_was_typed(qtbot: QtBot, between: Row, arrived: str, typed: str) -> None:
    field = DayField()
    before, after = between(field)
    field.show_day(date(2026, 11, 23))
    if arrived == "by Shift+Tab":
        after.setFocus()
        qtbot.keyClick(after, Qt.Key.Key_Backtab)
    else:
        before.setFocus()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
    if arrived == "and selected all":
        qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, typed)
    after.setFocus()
    assert field.day() == date(2022, 3, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_shown_as_everywhere_and_typed_in_one_way(
    between: Row, texts_in: Callable[[Language], Texts], language: Language
) -> None:
    field = DayField()
    before, _ = between(field)
    before.setFocus()
    field.window().setLocale(
        QLocale(QLocale.Language.Chinese if language == "zh_CN" else QLocale.Language.English)
    )
    day = date(2024, 8, 1)
    field.show_day(day)
    shown, room = texts_in(language).date(day), field.sizeHint()
    assert field.text() == shown
    field.setFocus()
    assert (field.text(), field.sizeHint()) == ("2024-08-01", room)
    before.setFocus()
    assert (field.text(), field.sizeHint(), field.day()) == (shown, room, day)


def test_an_open_day_stays_open_through_the_focus(between: Row) -> None:
    field = DayField(open_word="–")
    before, _ = between(field)
    field.show_day(None)
    field.setFocus()
    before.setFocus()
    assert (field.text(), field.day()) == ("–", None)


def test_an_open_day_is_typed_and_emptied_again(qtbot: QtBot, between: Row) -> None:
    field = DayField(open_word="–")
    before, after = between(field)
    field.show_day(None)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    qtbot.keyClicks(field, "20220301")
    after.setFocus()
    assert field.day() == date(2022, 3, 1)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.is_open
    # From the arrow keys it begins with today, not with the first day there is.
    qtbot.keyClick(field, Qt.Key.Key_Up)
    day = field.day()
    assert day is not None
    assert abs(day.year - date.today().year) <= 1


@pytest.fixture
def roles(store: Store, texts: Texts, between: Row) -> RoleCombo:
    """The roles of the shipped catalogue, one of them chosen."""
    combo = RoleCombo()
    between(combo)
    combo.offer(store.catalogue("am-lm"), texts)
    combo.choose("team-lead")
    combo.setFocus()
    return combo


def test_a_role_is_found_by_a_part_of_its_name(qtbot: QtBot, roles: RoleCombo) -> None:
    line = roles.lineEdit()
    line.selectAll()
    with qtbot.waitSignal(roles.activated):
        qtbot.keyClicks(line, "client dir")
        popup = roles.completer().popup()
        qtbot.waitUntil(popup.isVisible)
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert roles.role() == "regional-client-director"


def test_what_is_no_role_stays_and_is_told_at_the_field(
    qtbot: QtBot, store: Store, texts: Texts, between: Row
) -> None:
    combo = RoleCombo()
    field = Field(combo)
    _, after = between(field)
    combo.offer(store.catalogue("am-lm"), texts)
    line = combo.lineEdit()
    combo.setFocus()
    qtbot.keyClicks(line, "zzz")
    assert not field.fault
    after.setFocus()
    told = "Nothing has this name. Try a part of it, in either language."
    assert (line.text(), combo.role(), combo.unknown, field.fault) == ("zzz", "", "zzz", told)
    # Whatever else is found out about the form, and in whichever language it is worded anew.
    field.show_fault("")
    combo.offer(store.catalogue("am-lm"), texts)
    assert (line.text(), field.fault) == ("zzz", told)
    combo.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "team")
    assert not field.fault
    qtbot.keyClick(combo.completer().popup(), Qt.Key.Key_Tab)
    assert (line.text(), combo.role(), combo.unknown) == ("Team lead", "team-lead", "")


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [("zh_CN", "line m", "直线经理"), ("en", "直线经", "Line manager")],
)
def test_a_role_is_found_by_its_name_in_the_other_language(
    qtbot: QtBot,
    store: Store,
    texts_in: Callable[[Language], Texts],
    between: Row,
    language: Language,
    typed: str,
    shown: str,
) -> None:
    combo = RoleCombo()
    _, after = between(combo)
    combo.offer(store.catalogue("am-lm"), texts_in(language))
    combo.setFocus()
    said = QInputMethodEvent()
    said.setCommitString(typed)
    QApplication.sendEvent(combo.lineEdit(), said)
    popup = combo.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    model = popup.model()
    assert shown in [model.index(row, 0).data() for row in range(model.rowCount())]
    popup.hide()
    after.setFocus()
    assert (combo.lineEdit().text(), combo.role()) == (shown, "line-manager")


def test_the_beginning_of_a_name_is_enough(qtbot: QtBot, roles: RoleCombo) -> None:
    line = roles.lineEdit()
    line.selectAll()
    with qtbot.waitSignal(roles.activated):
        qtbot.keyClicks(line, "line m")
        qtbot.keyClick(roles.completer().popup(), Qt.Key.Key_Tab)
    assert (roles.role(), line.text()) == ("line-manager", "Line manager")


def offered(combo: RoleCombo) -> list[str]:
    """What the list below the field shows, empty while it is closed."""
    popup = combo.completer().popup()
    model = popup.model()
    return [model.index(row, 0).data() for row in range(model.rowCount()) if popup.isVisible()]


def test_words_in_any_order_find_a_role_while_they_are_typed(
    qtbot: QtBot, roles: RoleCombo
) -> None:
    line = roles.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "manager senior")
    assert sorted(offered(roles)) == ["Senior account manager", "Senior line manager"]
    qtbot.keyClicks(roles.completer().popup(), " acc")
    assert offered(roles) == ["Senior account manager"]
    qtbot.keyClick(roles.completer().popup(), Qt.Key.Key_Tab)
    assert (roles.role(), line.text()) == ("senior-account-manager", "Senior account manager")


def test_what_is_chosen_on_leaving_leads_the_list(qtbot: QtBot, roles: RoleCombo) -> None:
    line = roles.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "account")
    # The junior one, of a lower rank, would else stand before it.
    assert offered(roles)[:2] == ["Account manager", "Junior account manager"]
    qtbot.keyClick(roles.completer().popup(), Qt.Key.Key_Tab)
    assert line.text() == "Account manager"


def test_an_arrow_from_words_opens_what_fits_and_chooses_nothing(
    qtbot: QtBot, roles: RoleCombo
) -> None:
    line = roles.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "senior account")
    roles.completer().popup().hide()
    qtbot.keyClick(roles, Qt.Key.Key_Down)
    assert (roles.role(), line.text()) == ("team-lead", "senior account")
    assert offered(roles) == ["Senior account manager"]
    roles.completer().popup().hide()


def test_an_arrow_from_words_that_fit_nothing_says_so(
    qtbot: QtBot, store: Store, texts: Texts, between: Row
) -> None:
    combo = RoleCombo()
    field = Field(combo)
    between(field)
    combo.offer(store.catalogue("am-lm"), texts)
    combo.setFocus()
    qtbot.keyClicks(combo.lineEdit(), "account zzz")
    assert offered(combo) == []
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert (combo.role(), combo.currentIndex()) == ("", -1)
    assert field.fault == "Nothing has this name. Try a part of it, in either language."


def test_an_arrow_steps_on_from_what_is_chosen(qtbot: QtBot, roles: RoleCombo) -> None:
    before = roles.currentIndex()
    qtbot.keyClick(roles, Qt.Key.Key_Down)
    assert roles.currentIndex() == before + 1


def test_the_lists_are_as_wide_as_their_names(qtbot: QtBot, roles: RoleCombo, texts: Texts) -> None:
    name = "Senior rail-track laying and maintenance equipment operators 316"
    roles.add_named(Text(en=name), "rail", texts)
    roles.setFixedWidth(120)
    line = roles.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "316 rail")
    popup = roles.completer().popup()
    needed = popup.fontMetrics().horizontalAdvance(name)
    assert popup.viewport().width() > needed
    assert popup.geometry().right() <= popup.screen().availableGeometry().right()
    popup.hide()
    roles.showPopup()
    view = roles.view()
    assert view.viewport().width() > needed
    assert view.window().geometry().right() <= view.screen().availableGeometry().right()
    roles.hidePopup()
