"""A letter pressed alone: what it does on a page, and that an open menu or list has it first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.core.text import Language
from planner.gui.main_window import MainWindow
from planner.gui.widgets.choices.plain_keys import on_letter
from planner.gui.widgets.inputs.search_combo import SearchCombo
from planner.gui.window.actions import without_mnemonic
from planner.store.store import Store
from tests.gui.by_hand import Hands

PAGES = ("map", "gaps", "plan", "meeting", "team")


def open_menus() -> list[QMenu]:
    """The menus that are open, the innermost last."""
    menu = QApplication.activePopupWidget()
    found: list[QMenu] = []
    while isinstance(menu, QMenu) and menu.isVisible():
        found.insert(0, menu)
        menu = menu.parentWidget()
    return found


def close_menus() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_underlined_letters_of_an_open_menu_choose(
    page: str,
    language: Language,
    open_window: Callable[..., MainWindow],
    store: Store,
    qtbot: QtBot,
) -> None:
    window = open_window(store, language=language)
    hands = Hands(window, qtbot)
    hands.come_back()
    window.workspace.open_person("am-lm", "sample-am")
    window.show_page(page)
    window.workbench.page.setFocus()
    hands.keys("F10")
    hands.press(Qt.Key.Key_V, Qt.Key.Key_T)
    titles = [without_mnemonic(menu.title()) for menu in open_menus()]
    close_menus()
    texts = window.workspace.texts
    assert titles[-1] == without_mnemonic(texts.tr("&Text size"))


class Card(QWidget):
    """A widget in which T turns something, with what wants letters for itself."""

    def __init__(self) -> None:
        super().__init__()
        self.turned = 0
        self.button = QPushButton("Turn")
        self.line = QLineEdit()
        self.list = QComboBox()
        self.list.addItems(["Agreed", "Manager", "Team"])
        self.search = SearchCombo()
        for name in ("Letter", "Stretch", "Total"):
            self.search.add(name, name.lower())
        self.search.choose("letter")
        column = QVBoxLayout(self)
        for part in (self.button, self.line, self.list, self.search):
            column.addWidget(part)
        on_letter(self, "T", self._turn)

    def _turn(self) -> None:
        self.turned += 1


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    made = Card()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_letter_acts_wherever_the_focus_is(card: Card) -> None:
    card.button.setFocus()
    QTest.keyClick(card.button, Qt.Key.Key_T)
    card.list.setFocus()
    card.button.setFocus()
    QTest.keyClick(card.button, Qt.Key.Key_T)
    assert card.turned == 2


def test_a_menu_takes_the_letter(card: Card) -> None:
    taken = []
    menu = QMenu(card)
    menu.addAction("&Take").triggered.connect(lambda: taken.append("take"))
    menu.popup(card.pos())
    card.button.setFocus()
    QTest.keyClick(menu, Qt.Key.Key_T)
    assert (taken, menu.isVisible(), card.turned) == (["take"], False, 0)


def test_a_closed_list_takes_the_letter(card: Card) -> None:
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_T)
    assert (card.list.currentText(), card.turned) == ("Team", 0)


def test_an_open_list_takes_the_letter(card: Card) -> None:
    card.list.setFocus()
    view = card.list.view()
    card.list.showPopup()
    QTest.keyClick(view, Qt.Key.Key_T)
    assert (view.currentIndex().data(), card.turned) == ("Team", 0)
    card.list.hidePopup()


def test_what_is_typed_is_typed(card: Card) -> None:
    card.line.setFocus()
    QTest.keyClicks(card.line, "tt")
    assert (card.line.text(), card.turned) == ("tt", 0)


def test_a_list_that_opened_while_typing_leaves_the_letters_to_the_field(card: Card) -> None:
    card.search.setFocus()
    line = card.search.lineEdit()
    assert line is not None
    line.selectAll()
    for letter in "tot":
        QTest.keyClicks(QApplication.activePopupWidget() or card.search, letter)
    assert (card.search.currentText(), card.turned) == ("tot", 0)
    close_menus()
