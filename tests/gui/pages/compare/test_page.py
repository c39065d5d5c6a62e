"""Two roles side by side in the window: opened, chosen, swapped, walked, printed and left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from planner.core.keeping.person_edits import rename_person
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.models.comparison_table import ComparisonModel
from planner.gui.pages.compare.page import ComparePage
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.map.role_menu import RoleMenu
from planner.gui.theme import Theme
from planner.gui.workspace import Workspace
from planner.store.store import Store
from tests.catalogues import small_catalogue, small_person, small_ratings
from tests.gui.answers import Answers
from tests.gui.pages.gaps.test_page import put
from tests.gui.test_printing import text_of

DAY = date(2026, 6, 1)


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """A workspace that looks at the person of the small framework."""
    put(workspace.store, small_catalogue(), small_person(), small_ratings())
    workspace.open_person("small", "lin")
    workspace.look_at(DAY)
    return workspace


@pytest.fixture
def page(small: Workspace, theme: Theme, icons: Icons) -> Iterator[ComparePage]:
    """The page on the director's role, in a window of its own."""
    made = ComparePage(small, theme, icons)
    made.resize(1184, 744)
    made.compare("director")
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


def told(page: ComparePage, head: str) -> tuple[str, ...]:
    """What both roles say beside a heading."""
    for row in range(page.model.rowCount()):
        if page.model.rows[row].head == head:
            return tuple(page.model.index(row, column).data() for column in (1, 2))
    return ()


def row_of(page: ComparePage, head: str) -> int:
    return [row.head for row in page.model.rows].index(head)


def test_it_opens_on_the_present_role_and_the_one_asked_for(page: ComparePage) -> None:
    assert page.roles == ("manager", "director")
    assert [chooser.text() for chooser in page.choosers] == [
        "Account manager",
        "Regional client director",
    ]
    assert page.choosers[1].accessibleName() == "Second role: Regional client director"
    assert told(page, "Carries over") == (
        "100 % from Regional client director",
        "40 % from Account manager",
    )
    # Negotiation is held at 3 of 4 with weight 2, contract law unrated: 6 to 8 of 10.
    assert told(page, "Readiness of Lin")[1].startswith("60–80 % 1 essential skill open")
    assert told(page, "Negotiation") == (
        "2 L2 · essential · weight 1",
        "4 L4 · 2 higher · essential · weight 2",
    )
    headings = [page.model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert headings == ["", "Account manager", "Regional client director"]
    assert "Account manager compared with Regional client director" in page.view.accessibleName()


def test_without_a_role_it_opens_on_the_one_that_matters(page: ComparePage) -> None:
    # The way to the target, the technology officer, leads by the line manager.
    for asked in ("", "manager"):
        page.compare(asked)
        assert page.roles == ("manager", "line-manager")
    page.compare("lead", "junior")
    assert page.roles == ("lead", "junior")


def test_a_story_by_keyboard_alone(qtbot: QtBot, page: ComparePage) -> None:
    page.choosers[1].setFocus()
    qtbot.keyClick(page.choosers[1], Qt.Key.Key_Space)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "line man")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.roles == ("manager", "line-manager")
    page.swap_button.setFocus()
    qtbot.keyClick(page.swap_button, Qt.Key.Key_Space)
    assert page.roles == ("line-manager", "manager")
    assert told(page, "Negotiation")[0] == "4 L4 · 2 higher · essential · weight 2"
    page.view.setFocus()
    for _ in range(row_of(page, "Negotiation")):
        qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert page.view.currentIndex().row() == row_of(page, "Negotiation")
    assert page.view.selectionModel().isRowSelected(row_of(page, "Negotiation"))
    left: list[bool] = []
    page.closed.connect(lambda: left.append(True))
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert left == [True]


def test_a_skill_tells_what_its_levels_look_like(
    qtbot: QtBot, workspace: Workspace, theme: Theme, icons: Icons
) -> None:
    page = ComparePage(workspace, theme, icons)
    qtbot.addWidget(page)
    page.resize(1184, 744)
    page.compare("line-manager", "senior-line-manager")
    page.show()
    QApplication.processEvents()
    row = row_of(page, "Talent development")
    before, height = told(page, "Talent development"), page.view.rowHeight(row)
    skill = workspace.catalogue.skill("talent-development") if workspace.catalogue else None
    assert skill is not None
    page.view.setCurrentIndex(page.model.index(row, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    for said, level in zip(told(page, "Talent development"), (3, 4), strict=True):
        description = skill.description(level)
        assert description is not None
        assert said.endswith(description.en)
    assert page.view.rowHeight(row) > height
    # The other key takes it back.
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert told(page, "Talent development") == before
    assert page.view.rowHeight(row) == height
    # A text has no levels.
    page.view.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert told(page, "Talent development") == before


def test_every_column_stands_below_its_chooser(page: ComparePage) -> None:
    for size in ((1184, 744), (900, 600)):
        page.resize(*size)
        QApplication.processEvents()
        for column, chooser in enumerate(page.choosers, start=1):
            words = page.view.viewport().mapTo(
                page, QPoint(page.view.columnViewportPosition(column) + 16, 0)
            )
            assert chooser.mapTo(page, QPoint()).x() == words.x()
            assert chooser.geometry().right() <= chooser.parentWidget().width()
    assert page.view.horizontalScrollBar().maximum() == 0


def test_the_same_role_twice_says_what_to_do(page: ComparePage) -> None:
    assert page.has_paper
    page.choosers[1].chosen.emit("manager")
    assert page.said.startswith("Both sides show the same role.")
    assert page.model.rowCount() == 0
    assert not page.has_paper
    page.choosers[0].chosen.emit("lead")
    assert page.said == ""
    assert page.model.rowCount() > 0
    assert page.has_paper


def test_a_role_without_requirements_is_said_to_have_none(page: ComparePage) -> None:
    page.compare("cto", "director")
    assert told(page, "Readiness of Lin")[0] == (
        "This role names no requirements, so readiness is unknown."
    )
    assert told(page, "Carries over") == (
        "Nothing is required here, so what carries over is unknown.",
        "0 % from Chief technology officer",
    )
    assert told(page, "Competencies in one alone") == ("", "2 only here")


def test_another_language_another_theme_and_larger_text(
    page: ComparePage, small: Workspace, appearance: Appearance, themes: dict[str, Theme]
) -> None:
    page.view.selectRow(2)
    small.set_language("zh_CN")
    assert page.title() == "对比"
    assert page.choosers[1].text() == "区域客户总监"
    assert told(page, "可沿用")[1] == "40 % 来自客户经理"
    assert page.view.currentIndex().row() == 2
    assert page.close_button.text() == "关闭"
    page.apply_theme(themes["dark"])
    appearance.set_text_percent(150)
    page.apply_theme(appearance.theme)
    QApplication.processEvents()
    assert page.view.rowHeight(0) > 40
    small.set_language("en")
    assert page.choosers[0].text() == "Account manager"


def test_an_edit_and_its_undo_are_followed(page: ComparePage, small: Workspace) -> None:
    person = small.person
    assert person is not None
    for name in ("Ann", "Bea", "Cid"):
        assert small.person is not None
        assert small.do(rename_person(small.person, name))
        assert told(page, f"Readiness of {name}")
    for name in ("Bea", "Ann", "Lin"):
        small.undo()
        assert told(page, f"Readiness of {name}")


def test_on_a_past_day_it_stands_beside_the_role_held_then(
    page: ComparePage, small: Workspace
) -> None:
    small.look_at(date(2023, 1, 1))
    page.compare("director")
    assert page.roles == ("junior", "director")
    # Nothing was rated by then.
    assert told(page, "Readiness of Lin")[1].startswith("0–100 %")


def test_somebody_of_another_framework_gets_roles_of_theirs(
    page: ComparePage, small: Workspace
) -> None:
    small.open_person("am-lm", "sample-am")
    assert page.roles[0] == "account-manager"
    assert small.catalogue is not None
    assert small.catalogue.has_role(page.roles[1])
    left: list[bool] = []
    page.closed.connect(lambda: left.append(True))
    small.close_person()
    assert left == [True]
    assert not page.has_paper


def test_the_model_keeps_the_rules_of_models(page: ComparePage) -> None:
    QAbstractItemModelTester(
        page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page.model
    )
    page.swap()
    page.compare("lead", "cto")
    assert page.model.columnCount() == 3
    assert page.model.rowCount(page.model.index(0, 0)) == 0
    empty = ComparisonModel(page)
    assert empty.rowCount() == 0
    assert empty.data(empty.index(0, 0)) is None


# in the window


def compare_page(window: MainWindow) -> ComparePage:
    page = window.workbench.covering
    assert isinstance(page, ComparePage)
    return page


def test_it_is_opened_by_its_key_and_left_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.select_role("line-manager")
    qtbot.keyClick(
        window,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    page = compare_page(window)
    assert page.roles == ("account-manager", "line-manager")
    assert page.view.hasFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert window.workbench.covering is None
    assert window.workbench.page.key == "map"


def test_on_the_gaps_page_it_is_about_the_role_shown_there(window: MainWindow) -> None:
    window.show_page("gaps")
    window.workbench.page.show_role("operations-director")
    window.actions_by_key["compare"].trigger()
    assert compare_page(window).roles == ("account-manager", "operations-director")
    compare_page(window).close_button.click()
    assert window.workbench.covering is None
    assert window.workbench.page.key == "gaps"


def test_it_is_opened_from_the_details_of_a_role(window: MainWindow) -> None:
    window.show_page("map")
    window.workspace.select_role("chief-engineer")
    inspector = window.workbench.page.inspector()
    assert inspector is not None
    button = next(one for one in inspector.findChildren(QPushButton) if one.text() == "Compare…")
    assert button.accessibleName() == "Compare Chief engineer with another role"
    button.click()
    assert compare_page(window).roles == ("account-manager", "chief-engineer")


def role_menu(window: MainWindow, qtbot: QtBot) -> RoleMenu:
    window.show_page("map")
    page = window.workbench.page
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: page.view.map is not None)
    qtbot.waitUntil(lambda: page.findChild(RoleMenu) is not None)
    return page.findChild(RoleMenu)


def test_the_menu_of_a_role_offers_it(window: MainWindow, qtbot: QtBot) -> None:
    menu = role_menu(window, qtbot).menu("line-manager")
    assert [action.text() for action in menu.actions()] == [
        "Compare with Account manager",
        "&Ways to this role…",
        "Open &gaps",
        "Set as &target",
    ]
    menu.actions()[0].trigger()
    assert compare_page(window).roles == ("account-manager", "line-manager")
    menu.deleteLater()
    own = role_menu(window, qtbot).menu("account-manager")
    assert [action.text() for action in own.actions()] == [
        "Compare with another role…",
        "Open &gaps",
    ]
    own.deleteLater()


def test_the_menu_key_and_a_right_click_open_it(window: MainWindow, qtbot: QtBot) -> None:
    role_menu(window, qtbot)
    page = window.workbench.page
    assert isinstance(page, MapPage)
    scene = page.view.map
    assert scene is not None
    window.workspace.select_role("line-manager")
    keyed = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(page.view, keyed)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Compare with Account manager"
    menu.close()
    page.view.fit()
    at = page.view.mapFromScene(scene.box_of("chief-engineer").center())
    clicked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, page.view.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(page.view.viewport(), clicked)
    assert window.workspace.selected_role == "chief-engineer"
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_find_offers_it(window: MainWindow, qtbot: QtBot) -> None:
    window.open_find()
    window.finder.field.setText("line manager")
    words = [entry.text for entry in window.finder.list.entries()]
    assert words[0] == "Line manager"
    assert words[-1] == "Compare Line manager with Account manager"
    window.finder.field.setText("compare chief")
    words = [entry.text for entry in window.finder.list.entries()]
    assert sorted(words) == [
        f"Compare Chief {role} with Account manager"
        for role in ("customer officer", "engineer", "technology officer")
    ]
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)
    assert compare_page(window).roles[0] == "account-manager"
    assert compare_page(window).roles[1].startswith("chief-")


def test_it_is_printed_and_nothing_else_that_covers_a_page_is(
    window: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    window.actions_by_key["compare"].trigger()
    page = compare_page(window)
    page.compare("team-lead", "chief-engineer")
    assert window.actions_by_key["print"].isEnabled()
    answers.files.append((tmp_path / "two.pdf",))
    window.actions_by_key["export-pdf"].trigger()
    qtbot.waitUntil((tmp_path / "two.pdf").exists)
    qtbot.waitUntil(lambda: not window.parts.tasks.is_busy)
    assert "Team lead compared with Chief engineer" in text_of(tmp_path / "two.pdf")
    page.compare("team-lead", "team-lead")
    assert not window.actions_by_key["print"].isEnabled()
    window.actions_by_key["assess"].trigger()
    assert not window.actions_by_key["print"].isEnabled()
    window.edit_person()
    assert not window.actions_by_key["print"].isEnabled()


def test_help_tells_of_it(window: MainWindow) -> None:
    window.actions_by_key["compare"].trigger()
    window.actions_by_key["help"].trigger()
    help_window = window.commands._help
    assert help_window is not None
    assert help_window.topic == "compare"


def test_without_anybody_there_is_nothing_to_compare(
    open_window: Callable[..., MainWindow], empty_store: Store
) -> None:
    window = open_window(empty_store)
    assert not window.actions_by_key["compare"].isEnabled()
