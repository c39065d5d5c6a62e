"""The window as a whole: pages, find, undo, language, look, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.core.errors import PlannerError
from planner.core.keeping.person_edits import clear_target
from planner.core.text import Language, Texts, message
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.pages.gaps.page import GapsPage
from planner.gui.pages.map.page import MapPage
from planner.gui.pages.page import Page
from planner.gui.settings import Settings
from planner.gui.window.actions import SPECS, Actions, menus
from planner.store.store import Store
from tests.gui.conftest import TODAY

SAMPLE = ("am-lm", "sample-am")


def press(qtbot: QtBot, window: QWidget, keys: str) -> None:
    qtbot.keySequence(window, QKeySequence(keys))


def titles(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def all_actions(menu: QMenu) -> list[str]:
    """The keys of all actions of a menu and of the menus in it."""
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += all_actions(inner)
        elif not action.isSeparator():
            found.append(action.objectName())
    return found


class Printer:
    """Notes what would be put out."""

    def __init__(self) -> None:
        self.put: list[tuple[str, str]] = []

    def put_out(self, how: str, page: Page, window: QWidget) -> None:
        self.put.append((how, page.key))


def test_the_window_opens_on_the_map_of_somebody(window: MainWindow) -> None:
    person = window.workspace.person
    assert person is not None
    assert window.workbench.page.key == "map"
    assert window.workbench.page.isVisible()
    assert window.windowTitle() == f"{person.name} – Career Planner"


def test_the_header_says_who_stands_where(window: MainWindow) -> None:
    window.workspace.open_person(*SAMPLE)
    # In the role since 1 August 2024, seen on 23 November 2026.
    assert (
        "Lin Wei, Account manager · 2\u00a0y\u00a03\u00a0m" in window.header.person.accessibleName()
    )


def test_pages_are_one_key_away(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "Ctrl+2")
    assert window.workbench.page.key == "gaps"
    assert window.workbench.page.isVisible()
    press(qtbot, window, "Ctrl+1")
    assert window.workbench.page.key == "map"


def test_the_page_left_is_the_page_come_back_to(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("gaps")
    window.edit_person()
    assert window.editor.isVisible()
    qtbot.keyClick(window.editor.form.name, Qt.Key.Key_Escape)
    assert window.workbench.page.key == "gaps"
    assert window.workbench.page.isVisible()


def test_what_the_keyboard_goes_to_in_the_inspector_comes_into_sight(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.workspace.select_role("account-manager")
    window.resize(1100, 420)
    QApplication.processEvents()
    page = window.workbench.page
    assert isinstance(page, MapPage)
    button = page.inspector().gaps_button
    assert button.visibleRegion().isEmpty()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())


def test_the_details_of_each_role_begin_at_the_top(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 420)
    window.workspace.select_role("account-manager")
    page = window.workbench.page
    assert isinstance(page, MapPage)
    area = page.inspector().parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    window.workspace.select_role("line-manager")
    assert bar.value() == 0
    # The focus that leaves a hidden page does not scroll them.
    page.view.setFocus()
    press(qtbot, window, "Ctrl+2")
    press(qtbot, window, "Ctrl+1")
    QApplication.processEvents()
    assert (page.inspector().role, bar.value()) == ("line-manager", 0)


def test_the_inspector_folds_away(window: MainWindow, qtbot: QtBot) -> None:
    inspector = window.workbench.inspector
    assert inspector.isVisible()
    press(qtbot, window, "F9")
    assert not inspector.isVisible()
    assert not window.actions_by_key["panel"].isChecked()
    window.show_page("gaps")
    window.show_page("map")
    assert not inspector.isVisible()
    press(qtbot, window, "F9")
    assert inspector.isVisible()


def test_find_leads_to_a_role_on_the_map(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.show_page("gaps")
    press(qtbot, window, "Ctrl+K")
    assert window.finder.isVisible()
    qtbot.keyClicks(window.finder.field, "operations dir")
    assert [(entry.text, entry.detail) for entry in window.finder.list.entries()] == [
        ("Operations director", "Role · Line track"),
        ("Compare Operations director with Account manager", ""),
    ]
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)
    page = window.workbench.page
    assert isinstance(page, MapPage)
    assert window.workspace.selected_role == "operations-director"
    assert window.finder.isHidden()
    qtbot.waitUntil(lambda: page.view.map is not None)
    assert page.view.hasFocus()


def test_find_works_in_the_other_language(window: MainWindow, qtbot: QtBot) -> None:
    window.open_find()
    window.finder.field.setText("运营总监")
    assert [entry.text for entry in window.finder.list.entries()] == [
        "Operations director",
        "Compare Operations director with Account manager",
    ]


def test_find_leads_to_a_skill_on_the_gaps_page(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "Ctrl+K")
    window.finder.field.setText("contract law")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)
    page = window.workbench.page
    assert isinstance(page, GapsPage)
    assert page.pane.table.picked_skill == "contract-law"


def test_a_skill_found_a_second_time_is_rated_by_its_keys(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.show_page("gaps")
    page = window.workbench.page
    assert isinstance(page, GapsPage)
    page.header.rule_button.setFocus()
    window.show_page("map")
    press(qtbot, window, "Ctrl+K")
    qtbot.keyClicks(window.finder.field, "negot")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)
    assert page.pane.table.picked_skill == "negotiation"
    assert QApplication.focusWidget() is page.pane.table
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    rated = [one for one in store.ratings(*SAMPLE) if one.skill == "negotiation"]
    assert rated[-1].level == 4
    assert rated[-1].on == TODAY


def test_a_page_takes_the_focus_back_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    press(qtbot, window, "Ctrl+2")
    page = window.workbench.page
    assert isinstance(page, GapsPage)
    assert page.pane.table.hasFocus()
    page.header.rule_button.setFocus()
    sidebar = window.workbench.sidebar.findChildren(QToolButton)
    qtbot.mouseClick(sidebar[0], Qt.MouseButton.LeftButton)
    assert window.workbench.page.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, "Ctrl+2")
    assert page.header.rule_button.hasFocus()


def test_whoever_walks_the_sidebar_by_keyboard_stays_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    gaps = window.workbench.sidebar.findChildren(QToolButton)[1]
    gaps.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(gaps, Qt.Key.Key_Space)
    assert window.workbench.page.key == "gaps"
    assert gaps.hasFocus()


def test_a_skill_that_the_role_does_not_ask_for_is_shown_with_one_that_does(
    window: MainWindow, store: Store
) -> None:
    window.workspace.open_person(*SAMPLE)
    window.show_page("gaps")
    page = window.workbench.page
    assert isinstance(page, GapsPage)
    catalogue = store.catalogue("am-lm")
    asked = {requirement.skill for requirement in catalogue.role(page.role_id).requires}
    other = next(skill.id for skill in catalogue.skills if skill.id not in asked)
    window.skill_found.emit(other)
    assert page.pane.table.picked_skill == other
    assert other in {requirement.skill for requirement in catalogue.role(page.role_id).requires}


def test_find_leads_to_a_person(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    press(qtbot, window, "Ctrl+K")
    window.finder.field.setText("nora")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)
    assert window.workspace.person is not None
    assert window.workspace.person.name == "Nora Fieldgate"


@pytest.mark.parametrize("percent", [100, 150])
def test_the_person_menu_has_room_for_rows_that_wrap(
    window: MainWindow, qtbot: QtBot, percent: int
) -> None:
    window.parts.appearance.set_text_percent(percent)
    window.resize(1280, 1400)
    window.activateWindow()
    press(qtbot, window, "Ctrl+E")
    rows = window.people.list
    assert len(rows.entries()) == 8
    for _ in range(2):  # the first time, and once it has been laid out
        last = rows.visualRect(rows.model().index(7, 0))
        assert rows.verticalScrollBar().maximum() == 0
        assert 0 <= rows.viewport().height() - last.bottom() <= 4
        window.people.dismiss()
        window.open_people()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_icons_and_fields_grow_with_the_text(window: MainWindow, language: Language) -> None:
    window.workspace.set_language(language)
    header, sidebar = window.header, window.workbench.sidebar.findChildren(QToolButton)[0]
    page = window.workbench.page
    assert isinstance(page, MapPage)

    def sides() -> list[int]:
        return [
            header.target.button.iconSize().width(),
            header.target.findChildren(QLabel)[0].pixmap().width(),
            sidebar.iconSize().width(),
            page.bar.what_if.iconSize().width(),
        ]

    assert sides() == [14, 16, 22, 16]
    window.parts.appearance.set_text_percent(150)
    assert sides() == [21, 24, 33, 24]
    search = page.bar.search
    words = QFontMetrics(window.parts.appearance.theme.font()).horizontalAdvance(
        search.placeholderText()
    )
    assert search.width() >= words + 2 * 9 + 4


@pytest.mark.parametrize("part", ["button", "tool"])
def test_the_focus_is_shown_by_one_ring(window: MainWindow, part: str) -> None:
    window.activateWindow()
    window.show_page("gaps")
    page = window.workbench.page
    assert isinstance(page, GapsPage)
    button = page.header.rule_button if part == "button" else window.header.menu
    button.setFocus()
    assert button.hasFocus()
    rings = []
    for by_keyboard in (False, True):
        # Qt draws a rectangle of its own only for those who walk by keyboard.
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_keyboard)
        rings.append(button.grab().toImage())
    assert rings[0] == rings[1]


def test_find_says_when_there_is_nothing(window: MainWindow) -> None:
    window.open_find()
    hint = window.finder.hint
    assert hint == "Type a part of a name, in English or Chinese."
    window.finder.field.setText("zzzz")
    assert window.finder.list.entries() == ()
    assert window.finder.hint != hint


def test_three_changes_are_undone_in_words_and_done_again(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    window.workspace.open_person(*SAMPLE)
    before = store.person(*SAMPLE)
    window.commands.clear_target()
    window.edit_person()
    window.editor.form.industry.setText("health")
    window.editor.form.industry.editingFinished.emit()
    window.editor.form.name.setText("Lin & Wei")
    window.editor.form.name.editingFinished.emit()
    window.workbench.leave_editor()
    after = store.person(*SAMPLE)
    undo, redo = window.actions_by_key["undo"], window.actions_by_key["redo"]
    assert undo.text() == "&Undo: Rename Lin Wei to Lin && Wei"
    press(qtbot, window, "Ctrl+Z")
    assert undo.toolTip() == "Undo: Correct the details of Lin Wei (Ctrl+Z)"
    press(qtbot, window, "Ctrl+Z")
    assert undo.toolTip() == "Undo: Clear the target (Ctrl+Z)"
    press(qtbot, window, "Ctrl+Z")
    assert store.person(*SAMPLE) == before
    assert not undo.isEnabled()
    assert undo.text() == "&Undo"
    press(qtbot, window, "Ctrl+Shift+Z")
    press(qtbot, window, "Ctrl+Y")
    press(qtbot, window, "Ctrl+Y")
    assert store.person(*SAMPLE) == after
    assert not redo.isEnabled()


def test_an_error_is_said_in_one_place_until_the_next_change(
    window: MainWindow, store: Store
) -> None:
    window.workspace.open_person(*SAMPLE)
    stale = window.workspace.person
    assert stale is not None
    store.apply(clear_target(stale))
    assert not window.notices.isVisible()
    window.commands.clear_target()
    assert window.notices.isVisible()
    assert window.notices.tone == "error"
    assert "Not saved: Clear the target." in window.notices.text
    window.workspace.open_person(*SAMPLE)
    window.commands.remove_person()
    assert window.notices.tone == "done"
    assert window.notices.text == "Lin Wei was removed."


def test_the_language_is_switched_while_running(window: MainWindow) -> None:
    window.workspace.open_person(*SAMPLE)
    window.commands.clear_target()
    window.workspace.set_language("zh_CN")
    assert window.windowTitle().endswith("职业规划")
    assert window.actions_by_key["undo"].text().startswith("撤销(&U)：")
    assert window.actions_by_key["page-map"].text() == "地图"
    assert "客户经理" in window.header.person.accessibleName()
    assert titles(window.commands.menu()) == ["文件(&F)", "编辑(&E)", "查看(&V)", "帮助(&H)"]
    assert QLocale().language() == QLocale.Language.Chinese
    # Qt's own words: what a dialog's button says.
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
    window.workspace.set_language("en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert window.actions_by_key["page-map"].text() == "Map"


def test_nothing_stays_english_in_chinese(window: MainWindow) -> None:
    """Labels and buttons in sight have Chinese letters, unless they are names, numbers or keys."""
    window.workspace.open_person(*SAMPLE)
    window.workspace.set_language("zh_CN")
    window.edit_person()
    parts: list[QLabel | QAbstractButton] = [
        *window.editor.findChildren(QLabel),
        *window.editor.findChildren(QAbstractButton),
        *window.workbench.sidebar.findChildren(QAbstractButton),
    ]
    said = {part.text() for part in parts if part.isVisible()}
    english = {
        text
        for text in said
        if any(letter.isascii() and letter.isalpha() for letter in text)
        and not any("\u4e00" <= letter <= "\u9fff" for letter in text)
    }
    assert english == {"Lin Wei"}


def test_the_look_is_switched_while_running(window: MainWindow, settings: Settings) -> None:
    light = window.palette().color(QPalette.ColorRole.Window).name()
    window.actions_by_key["theme-dark"].trigger()
    assert window.palette().color(QPalette.ColorRole.Window).name() != light
    assert window.workbench.page_of("gaps").theme.is_dark
    assert window.workbench.page_of("map").theme.is_dark
    assert settings.text("look/theme") == "dark"
    window.actions_by_key["theme-light"].trigger()
    assert window.palette().color(QPalette.ColorRole.Window).name() == light
    assert window.actions_by_key["theme-light"].isChecked()
    assert not window.actions_by_key["theme-dark"].isChecked()


def test_the_text_grows_and_shrinks(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    press(qtbot, window, "Ctrl++")
    press(qtbot, window, "Ctrl+=")
    assert window.parts.appearance.text_percent == 120
    assert settings.text("look/text") == "120"
    assert window.workbench.page.theme.text_factor == 1.2
    assert window.workbench.page_of("gaps").theme.text_factor == 1.2
    press(qtbot, window, "Ctrl+-")
    assert window.parts.appearance.text_percent == 110
    press(qtbot, window, "Ctrl+0")
    assert window.parts.appearance.text_percent == 100


def test_everything_is_there_again_at_the_next_start(
    open_window: Callable[..., MainWindow], store: Store
) -> None:
    first = open_window(store)
    third = store.people()[2]
    first.workspace.open_person(third.catalogue, third.id)
    first.show_page("gaps")
    first.workspace.set_language("zh_CN")
    first.resize(first.width(), 701)  # the screen of the tests is 800 high
    first.workbench.fold_inspector()
    states = [first.workbench.page_of(key).state() for key in ("map", "gaps")]
    first.close()
    again = open_window(store, language="zh_CN")
    assert again.workspace.person == third
    assert again.workbench.page.key == "gaps"
    assert again.height() == 701
    again.show_page("map")
    assert not again.workbench.inspector.isVisible()
    assert [again.workbench.page_of(key).state() for key in ("map", "gaps")] == states
    assert Settings(again.parts.settings.file).text("look/language") == "zh_CN"


def test_at_first_the_title_bar_has_room_on_the_screen_too(window: MainWindow) -> None:
    # The screen of the tests is 800 high, and so would the window be.
    assert 700 < window.height() < 800 - 16


@pytest.mark.parametrize("said", ["", "x", "[]", "{", '{"a": [1, 2', "-5", "99999999999"])
def test_bad_settings_do_no_harm(
    said: str, open_window: Callable[..., MainWindow], store: Store, settings: Settings
) -> None:
    keys = ["window/geometry", "inspector/width", "inspector/open", "page/front", "look/language"]
    for key in (*keys, "pages/map", "pages/gaps", "map/twin", "map/columns"):
        settings.set_text(key, said)
    window = open_window(store)
    assert window.workbench.page.key == "map"
    assert window.workspace.person is not None


def test_a_remembered_person_who_is_gone_is_passed_over(
    open_window: Callable[..., MainWindow], store: Store
) -> None:
    first = open_window(store)
    first.workspace.open_person(*SAMPLE)
    first.commands.remove_person()
    first.close()
    again = open_window(store)
    assert again.workspace.person is not None


def test_an_action_without_a_collaborator_is_absent(
    qapp: QApplication, icons: Icons, texts: Texts, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    absent = ("print", "export-pdf", "export-svg", "export-png", "export-calendar")
    actions = Actions(window, icons, texts, absent)
    assert not actions.has("print")
    menu = QMenu(window)
    actions.fill(menu, menus(()))
    assert "print" not in all_actions(menu)
    assert {"export-pdf", "export-svg", "export-png"}.isdisjoint(all_actions(menu))
    # Without what there is for paper, no line stands before the first entry of the menu.
    (export,) = (a for a in menu.actions()[0].menu().actions() if a.text() == "&Export")
    assert not export.menu().actions()[0].isSeparator()


def test_the_page_in_front_is_what_is_printed(
    open_window: Callable[..., MainWindow], store: Store
) -> None:
    printer = Printer()
    window = open_window(store, printing=printer)
    for key in ("print", "export-pdf", "export-svg", "export-png"):
        window.actions_by_key[key].trigger()
    window.show_page("gaps")
    window.actions_by_key["print"].trigger()
    assert printer.put == [
        ("preview", "map"),
        ("pdf", "map"),
        ("svg", "map"),
        ("png", "map"),
        ("preview", "gaps"),
    ]


def test_every_action_is_in_a_menu(open_window: Callable[..., MainWindow], store: Store) -> None:
    window = open_window(store, printing=Printer())
    menu = window.commands.menu()
    shown = all_actions(menu)
    assert len(shown) == len(set(shown))
    assert set(shown) == set(window.actions_by_key.keys) - {"menu"}


def test_no_two_actions_share_a_shortcut(window: MainWindow) -> None:
    keys = [
        shortcut.toString()
        for key in window.actions_by_key.keys
        for shortcut in window.actions_by_key[key].shortcuts()
    ]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_menu_uses_a_mnemonic_twice(
    language: str, open_window: Callable[..., MainWindow], store: Store
) -> None:
    window = open_window(store, language=language, printing=Printer())

    def check(menu: QMenu) -> None:
        letters = []
        for action in menu.actions():
            text = action.text().replace("&&", "")
            if "&" in text:
                letters.append(text[text.index("&") + 1].upper())
            if isinstance(inner := action.menu(), QMenu):
                check(inner)
        assert sorted(letters) == sorted(set(letters)), titles(menu)

    check(window.commands.menu())


def nameless(top: QWidget) -> list[str]:
    """The controls in sight that a screen reader could not name, with what they lie in."""
    return [
        f"{widget.metaObject().className()} in {widget.parent().metaObject().className()}"
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget.parent(), QAbstractScrollArea | QAbstractSpinBox)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]


def test_every_control_has_a_name(window: MainWindow) -> None:
    window.workspace.open_person(*SAMPLE)
    assert nameless(window) == []
    window.show_page("gaps")
    assert nameless(window) == []
    window.edit_person()
    assert nameless(window) == []
    window.open_people()
    assert nameless(window.people) == []
    window.open_find()
    window.notices.say(message("Done."), action=(message("Undo"), window.workspace.undo))
    assert nameless(window) == []


def test_the_menu_opens_by_key(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert titles(menu) == ["&File", "&Edit", "&View", "&Help"]
    menu.close()


def test_a_persons_error_from_anywhere_is_said(window: MainWindow) -> None:
    window.workspace.failed.emit(
        PlannerError(message("It broke."), effect=message("All is well."), remedy=message("Go on."))
    )
    assert window.notices.text == "It broke. All is well. Go on."
    window.notices.dismiss()
    assert window.notices.text == ""


def test_specs_are_unique() -> None:
    assert len({spec.key for spec in SPECS}) == len(SPECS)
