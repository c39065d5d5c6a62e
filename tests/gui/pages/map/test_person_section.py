"""Stances and KPIs in the map's inspector: by keyboard, saved when made, undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.core.keeping.career_edits import set_wish
from planner.core.keeping.person_edits import checked_rating, rate
from planner.core.people import Rater, Stance, Wish
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.map.person_section import PersonSection
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from planner.report.map.words import gap_in_one_line
from planner.store.store import Store

TODAY = date(2026, 11, 23)
SAMPLE = ("am-lm", "sample-am")
# A next role to which the sample has noted no stance.
NEXT = "senior-account-manager"


@pytest.fixture
def section(workspace: Workspace, icons: Icons, theme: Theme, qtbot: QtBot) -> PersonSection:
    made = PersonSection(workspace, icons, theme, Fonts())
    qtbot.addWidget(made)
    made.resize(320, 800)
    made.show_role(NEXT, theme)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    workspace.edited.connect(lambda _touched: made.show_role(made._role, theme))
    return made


def wish_of(store: Store, role: str = NEXT) -> Wish | None:
    return store.person(*SAMPLE).wish_for(role)


def test_a_stance_is_noted_changed_and_cleared_by_keyboard(
    section: PersonSection, workspace: Workspace, store: Store
) -> None:
    combo, note = section.stance.stance, section.stance.note
    assert combo.currentText() == "nothing noted"
    assert not note.isVisible()
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    wanted = Wish(role=NEXT, stance=Stance.WANTED, on=TODAY)
    assert wish_of(store) == wanted
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert wish_of(store) == Wish(role=NEXT, stance=Stance.NO_OPENING, on=TODAY)
    assert note.isVisible()
    note.setFocus()
    QTest.keyClicks(note, "  Until the spring ")
    QTest.keyClick(note, Qt.Key.Key_Return)
    noted = Wish(role=NEXT, stance=Stance.NO_OPENING, on=TODAY, note="Until the spring")
    assert wish_of(store) == noted
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    assert wish_of(store) is None
    assert not note.isVisible()
    for before in (noted, Wish(role=NEXT, stance=Stance.NO_OPENING, on=TODAY), wanted, None):
        workspace.undo()
        assert wish_of(store) == before
        assert combo.currentData() == (before.stance.value if before else "")
    assert workspace.history.next_undo is None


def test_a_note_alone_keeps_the_day_and_another_stance_begins_anew(
    section: PersonSection, workspace: Workspace, store: Store
) -> None:
    person, catalogue = workspace.person, workspace.catalogue
    assert person is not None
    assert catalogue is not None
    old = Wish(role=NEXT, stance=Stance.NO_OPENING, on=date(2026, 1, 1))
    workspace.do(set_wish(person, old, catalogue))
    assert "1 Jan 2026" in section.stance._since.text()
    section.stance.note.setFocus()
    QTest.keyClicks(section.stance.note, "x")
    QTest.keyClick(section.stance.note, Qt.Key.Key_Return)
    noted = wish_of(store)
    assert noted is not None
    assert (noted.on, noted.note) == (old.on, "x")
    section.stance.stance.setCurrentIndex(1)
    section.stance.stance.activated.emit(1)
    wanted = wish_of(store)
    assert wanted is not None
    assert (wanted.stance, wanted.on, wanted.note) == (Stance.WANTED, TODAY, "x")


def test_a_long_and_hostile_note_is_kept_as_it_is(
    section: PersonSection, workspace: Workspace, store: Store, theme: Theme
) -> None:
    note = "<b>no</b> " + "🚀" * 10_000
    section.stance.chosen.emit(Stance.WANTED, note)
    kept = wish_of(store)
    assert kept is not None
    assert kept.note == note
    assert section.stance.note.text() == note
    # One that is too long is said at its field, and nothing of it is lost.
    section.stance.note.setFocus()
    section.stance.note.insert("x" * 20_000)
    section.stance.note.editingFinished.emit()
    assert wish_of(store) == kept
    assert "longer than" in section.stance._note_field.fault
    assert len(section.stance.note.text()) == len(note) + 20_000


def test_a_note_that_nobody_touched_stays_as_it_is(
    section: PersonSection, workspace: Workspace, store: Store
) -> None:
    """A note from a file may have lines, which a field of one line cannot show."""
    section.stance.chosen.emit(Stance.WANTED, "one\ntwo")
    section.stance.note.setFocus()
    section.stance.stance.setFocus()
    section.stance.stance.setCurrentIndex(2)
    section.stance.stance.activated.emit(2)
    kept = wish_of(store)
    assert kept is not None
    assert (kept.stance, kept.note) == (Stance.NO_OPENING, "one\ntwo")


def test_on_a_past_day_a_later_stance_is_not_there_yet(
    section: PersonSection, workspace: Workspace, store: Store, theme: Theme
) -> None:
    section.stance.chosen.emit(Stance.WANTED, "")
    workspace.look_at(date(2026, 11, 22))
    section.show_role(NEXT, theme)
    assert section.stance.stance.currentText() == "nothing noted"
    section.stance.chosen.emit(Stance.NO_OPENING, "")
    said = wish_of(store)
    assert said is not None
    assert said.on == date(2026, 11, 22)


def test_the_own_role_shows_its_kpis_and_no_stance(section: PersonSection, theme: Theme) -> None:
    section.show_role("account-manager", theme)
    assert section.kpis.isVisible()
    assert not section.stance.isVisible()
    assert section.take.text() == "Take up another role…"
    section.show_role(NEXT, theme)
    assert not section.kpis.isVisible()
    assert section.stance.isVisible()


def test_the_role_of_the_day_looked_at_counts(
    section: PersonSection, workspace: Workspace, theme: Theme
) -> None:
    workspace.look_at(date(2023, 1, 1))
    section.show_role("junior-account-manager", theme)
    assert section.kpis.isVisible()
    section.show_role("account-manager", theme)
    assert not section.kpis.isVisible()


def test_without_anybody_there_is_nothing(
    section: PersonSection, workspace: Workspace, theme: Theme
) -> None:
    workspace.close_person()
    section.show_role(NEXT, theme)
    assert not section.isVisible()


def test_other_languages_and_themes(
    section: PersonSection, workspace: Workspace, themes: dict[str, Theme]
) -> None:
    section.stance.chosen.emit(Stance.NO_OPENING, "")
    workspace.set_language("zh_CN")
    section.show_role(NEXT, themes["dark"])
    assert section.stance.stance.currentText() == "暂无空缺"
    assert section.take.text() == "就任此职位…"
    assert section.stance.stance.accessibleName() == "对“高级客户经理”的意愿"
    icon = section.stance.stance.itemIcon(2)
    assert not icon.isNull()


def say(window: MainWindow) -> str:
    page = window.workbench.page_of("map")
    assert isinstance(page, MapPage)
    inspector = page.inspector()
    return "\n".join(
        label.text() for label in inspector.findChildren(QLabel) if label.isVisibleTo(inspector)
    )


def test_ready_and_no_opening_is_said_on_the_map_in_the_table_and_at_the_gaps(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    """Every skill that the next role asks for is held, and the years are served from 2021 on."""
    workspace = window.workspace
    workspace.open_person(*SAMPLE)
    catalogue, person = workspace.catalogue, workspace.person
    assert catalogue is not None
    assert person is not None
    role = catalogue.role("senior-account-manager")
    for needed in role.requires:
        rating = checked_rating(
            catalogue,
            entry=store.next_entry(),
            skill=needed.skill,
            level=5.0,
            by=Rater.AGREED,
            on=TODAY,
            today=TODAY,
        )
        workspace.do(rate(person, rating, catalogue))
    assert workspace.gaps()[role.id].ready
    wish = Wish(role=role.id, stance=Stance.NO_OPENING, on=TODAY, note="Next year")
    workspace.do(set_wish(person, wish, catalogue))
    page = window.workbench.page_of("map")
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy and page.view.map is not None)
    workspace.select_role(role.id)
    qtbot.waitUntil(lambda: "ready · no opening · since 23 Nov 2026" in say(window))
    assert "Next year" in say(window)
    state = page._state.roles[role.id]
    assert "ready · no opening" in gap_in_one_line("x", state, workspace.texts)
    model = page.table.pane.model
    row = model.row_of(role.id)
    words = [model.index(row, column).data() for column in range(model.columnCount())]
    assert "next role · ready · no opening" in words
    window.show_page("gaps")
    gaps = window.workbench.page
    assert isinstance(gaps, GapsPage)
    gaps.show_role(role.id)
    assert gaps.header.rule_button.text().startswith("ready · no opening · ")
    assert gaps.header._tone == "success"


def test_not_ready_and_not_wanted_is_said_too(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    workspace.open_person(*SAMPLE)
    catalogue, person = workspace.catalogue, workspace.person
    assert catalogue is not None
    assert person is not None
    wish = Wish(role=NEXT, stance=Stance.NOT_WANTED, on=TODAY)
    workspace.do(set_wish(person, wish, catalogue))
    window.show_page("gaps")
    gaps = window.workbench.page
    assert isinstance(gaps, GapsPage)
    gaps.show_role(NEXT)
    assert gaps.header.readiness_text.endswith(" · does not want it")


def test_the_legend_explains_just_the_signs_that_are_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = window.workspace
    workspace.open_person(*SAMPLE)
    page = window.workbench.page_of("map")
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy and page.view.map is not None)

    def legend() -> str:
        return " ".join(getattr(shape, "text", "") for shape in page.foot._drawn)

    # The sample wants a role, and another one not.
    assert "wants it" in legend()
    assert "does not want it" in legend()
    assert "opening" not in legend()
    catalogue, person = workspace.catalogue, workspace.person
    assert catalogue is not None
    assert person is not None
    workspace.do(set_wish(person, Wish(role=NEXT, stance=Stance.NO_OPENING, on=TODAY), catalogue))
    assert "no opening" in legend()
    assert "stepping back" not in legend()
    workspace.undo()
    assert "opening" not in legend()
