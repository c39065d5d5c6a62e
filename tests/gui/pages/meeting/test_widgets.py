"""The parts of the One-on-one page by themselves: rows that are kept, Tab's way, days to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.core.gaps import Basis
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.agenda_list import AgendaList, Point
from planner.gui.pages.meeting.coming_day import ComingDay
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.arrangement.tab_order import tab_as_laid_out
from planner.gui.widgets.choices.basis_switch import BasisSwitch
from planner.gui.widgets.choices.entry_list import Entry, EntryList
from planner.gui.widgets.choices.segments import Segments
from planner.gui.widgets.choices.tick_box import TickBox
from planner.gui.widgets.inputs.notes_edit import NotesEdit

NEAR = date(2026, 11, 23)
Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[Show]:
    """A function that shows widgets one below the other, in a window that is active."""
    kept = []

    def shown(*parts: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        qtbot.addWidget(window)
        kept.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return shown  # type: ignore[return-value]


@pytest.fixture
def day(show: Show) -> ComingDay:
    """An open day with a field before and after it."""
    field = ComingDay()
    field.setSpecialValueText("no date")
    field.begin_at(NEAR)
    field.show_day(None)
    show(QLineEdit(), field, QLineEdit())
    field.setFocus()
    return field


@pytest.mark.parametrize("typed", ["2026-12-07", "20261207"])
def test_an_open_day_is_typed(qtbot: QtBot, day: ComingDay, typed: str) -> None:
    qtbot.keyClicks(day, typed)
    assert day.day() == date(2026, 12, 7)


def test_an_open_day_begins_near_and_is_opened_again(qtbot: QtBot, day: ComingDay) -> None:
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.day() == NEAR
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.day() == date(2027, 11, 23)
    qtbot.keyClick(day, Qt.Key.Key_Delete)
    assert (day.day(), day.text()) == (None, "no date")


def test_tab_leaves_an_open_day_at_once(qtbot: QtBot, day: ComingDay) -> None:
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert not day.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert day.hasFocus()
    qtbot.keyClick(day, Qt.Key.Key_Backtab)
    assert not day.hasFocus()


class _Row(QWidget):
    """A row with two fields."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.first, self.second = QLineEdit(), QLineEdit()
        for field in (self.first, self.second):
            row.addWidget(field)


def test_rows_are_kept_and_the_focus_with_them(qtbot: QtBot, show: Show) -> None:
    rows: KeptRows[_Row] = KeptRows(_Row, 4)
    show(rows)
    first, second, third = rows.keep(3)
    second.second.setFocus()
    assert rows.place() == 1
    assert rows.keep(4)[:3] == (first, second, third)
    assert second.second.hasFocus()
    assert rows.keep(2) == (first, second)
    assert second.second.hasFocus()
    # Where the row with the focus goes, the last one takes it.
    rows.keep(1)
    assert first.first.hasFocus()
    rows.keep(0)
    assert not rows.isVisible()


def test_tab_goes_as_things_are_laid_out_whenever_they_were_made(qtbot: QtBot, show: Show) -> None:
    before, after = QLineEdit(), QLineEdit()
    rows: KeptRows[_Row] = KeptRows(_Row, 4)
    window = show(before, rows, after)
    made = rows.keep(2)
    qtbot.waitUntil(made[1].second.isVisible)
    tab_as_laid_out(window)
    before.setFocus()
    way = []
    for _ in range(6):
        way.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert way == [
        before,
        made[0].first,
        made[0].second,
        made[1].first,
        made[1].second,
        after,
    ]


@pytest.fixture
def agenda(show: Show, icons: Icons, theme: Theme, texts: Texts) -> AgendaList:
    """Three points."""
    made = AgendaList(icons, theme, can_arrange=True)
    show(made)
    points = [Point(words="a & b", origin="left open"), Point(words="c"), Point(words="d")]
    made.show_points(points, theme, texts)
    return made


def test_the_buttons_of_a_point_come_up_under_the_mouse(qtbot: QtBot, agenda: AgendaList) -> None:
    row = agenda.rows[1]
    assert not row.up.isVisible()
    at = QPointF(2, 2)
    QApplication.sendEvent(row, QEnterEvent(at, at, at))
    assert row.up.isVisible()
    with qtbot.waitSignal(agenda.moved) as moved:
        row.up.click()
    assert moved.args == [1, 0]
    with qtbot.waitSignal(agenda.removed) as removed:
        row.remove.click()
    assert removed.args == [1]
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not row.up.isVisible()


def test_a_point_at_the_edge_is_not_moved_over_it(qtbot: QtBot, agenda: AgendaList) -> None:
    with qtbot.assertNotEmitted(agenda.moved):
        agenda.rows[0].up.click()
        agenda.rows[2].down.click()


def test_a_point_tells_readers_where_it_comes_from(agenda: AgendaList) -> None:
    assert agenda.rows[0].box.accessibleName() == "a & b, left open"
    assert "Alt+Up" in agenda.rows[0].box.accessibleDescription()


def test_a_box_is_ticked_by_a_click_anywhere_on_it_and_by_space(
    qtbot: QtBot, show: Show, theme: Theme
) -> None:
    box = TickBox(theme)
    show(box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    colours = set()
    for is_checked in (True, False):
        box.setChecked(is_checked)
        picture = box.grab().toImage()
        # Within the box, beside the tick.
        colours.add(picture.pixelColor(7, 7).name())
    assert colours == {theme.hex("accent"), theme.hex("surface")}


def test_a_switch_has_one_button_down_or_none(qtbot: QtBot, show: Show, theme: Theme) -> None:
    switch = Segments(("a", "b"), theme)
    show(switch)
    switch.show_key("b")
    assert [switch.button(key).isChecked() for key in ("a", "b")] == [False, True]
    switch.show_key(None)
    assert [switch.button(key).isChecked() for key in ("a", "b")] == [False, False]
    with qtbot.waitSignal(switch.chosen) as chosen:
        switch.button("a").click()
    assert chosen.args == ["a"]
    with pytest.raises(KeyError):
        switch.show_key("c")


def test_the_basis_is_chosen_as_it_is(qtbot: QtBot, show: Show, texts: Texts, theme: Theme) -> None:
    switch = BasisSwitch(texts, theme)
    show(switch)
    with qtbot.waitSignal(switch.chosen) as chosen:
        switch.button(Basis.SELF).click()
    assert chosen.args[0] is Basis.SELF


def test_an_entry_with_words_below_is_higher_and_tells_them(show: Show, theme: Theme) -> None:
    entries = EntryList(theme)
    show(entries)
    entries.show_entries([Entry(1, "Day"), Entry(2, "Day", below="About a renewal")])
    model = entries.model()
    plain, higher = (entries.sizeHintForIndex(model.index(row, 0)).height() for row in (0, 1))
    assert higher > plain
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(role) == "Day, About a renewal"


def test_words_below_an_entry_that_fit_on_a_line_take_one(show: Show, theme: Theme) -> None:
    entries = EntryList(theme)
    show(entries)
    below = "About a renewal and a promise"
    words = QFontMetrics(theme.font("small")).horizontalAdvance(below)
    # Beside the icon, with the margins at both ends of the row and between.
    whole = words + round(18 * theme.text_factor) + 3 * 8 + 2

    def height(said: str, width: int) -> int:
        entries.show_entries([Entry(1, "Day", below=said)])
        entries.fit_width(width)
        return entries.sizeHint().height()

    one_line = height("About", whole)
    assert height(below, whole) == one_line
    assert height(below, whole - words // 4) == height("one\ntwo", whole) > one_line


def test_notes_grow_with_what_is_written_up_to_a_bound(show: Show, qtbot: QtBot) -> None:
    edit = NotesEdit(1000)
    show(edit)
    heights = []
    for lines in (1, 3, 6, 14, 60):
        edit.show_text("\n".join("x" * lines))
        heights.append(edit.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]
    assert not edit.is_pending


def test_notes_show_what_is_newer_without_moving_the_cursor(show: Show, qtbot: QtBot) -> None:
    edit = NotesEdit(1000)
    show(edit)
    edit.show_text("One two three")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    edit.show_text("One and two")
    assert edit.textCursor().position() == 4
    edit.show_text("On")
    assert edit.textCursor().position() == 2
    # Whoever comes to notes, or was at their end, goes on writing there.
    edit.show_text("On and on")
    assert edit.textCursor().atEnd()
    with qtbot.assertNotEmitted(edit.written):
        edit.flush()
