"""Pages that are made before they are asked for: when, and what they leave alone."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.gui import main_window
from planner.gui.main_window import MainWindow
from planner.gui.settings import Settings
from planner.gui.widgets.charts import view as chart_view
from planner.gui.window import early_making
from planner.gui.window.early_making import EarlyPages

EVERY_PAGE = ["map", "gaps", "plan", "meeting", "team"]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_window, "_BEFORE_PAGES", 0)
    monkeypatch.setattr(early_making, "_PAUSE", 0)


def _made(window: MainWindow) -> list[str]:
    return [page.key for page in window.workbench.made_pages]


def test_every_page_is_made_before_it_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    assert _made(window) == ["map"]
    window.make_pages()
    qtbot.waitUntil(lambda: _made(window) == EVERY_PAGE)
    qtbot.waitUntil(lambda: not window.findChildren(EarlyPages))
    assert window.workbench.page.key == "map"
    assert "planner.gui.look.figure_painting" in sys.modules


def test_nothing_is_made_while_something_is_dragged(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[Qt.MouseButton] = [Qt.MouseButton.LeftButton]
    monkeypatch.setattr(
        QApplication, "mouseButtons", lambda: held[0] if held else Qt.MouseButton.NoButton
    )
    window.make_pages()
    qtbot.waitUntil(lambda: bool(window.findChildren(EarlyPages)))
    early = window.findChild(EarlyPages)
    assert isinstance(early, EarlyPages)
    with qtbot.waitSignals([early.timeout] * 3):
        pass
    assert _made(window) == ["map"]
    held.clear()
    qtbot.waitUntil(lambda: _made(window) == EVERY_PAGE)


def test_a_page_that_was_not_shown_leaves_what_is_remembered_of_it(
    window: MainWindow, qtbot: QtBot, settings: Settings
) -> None:
    settings.set_json("pages/gaps", {"kept": 1})
    window.make_pages()
    qtbot.waitUntil(lambda: _made(window) == EVERY_PAGE)
    window.show_page("plan")
    window.close()
    assert settings.text("pages/gaps") == '{"kept": 1}'
    assert settings.text("pages/plan")


def test_what_cannot_be_imported_is_left_to_the_one_who_asks_for_it(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.core.errors import PlannerError
    from planner.core.text import message

    def fail() -> None:
        raise PlannerError(message("Nothing is here."))

    monkeypatch.setattr(early_making, "load_charts", fail)
    assert chart_view.load_charts is not fail
    window.make_pages()
    qtbot.waitUntil(lambda: _made(window) == EVERY_PAGE)
    qtbot.waitUntil(lambda: not window.findChildren(EarlyPages))
    assert window.notices.isHidden()


def test_a_page_that_cannot_be_made_is_tried_once(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.core.errors import PlannerError
    from planner.core.text import message

    tried: list[str] = []

    def fail(key: str) -> None:
        tried.append(key)
        raise PlannerError(message("Nothing is here."))

    monkeypatch.setattr(window.workbench, "page_of", fail)
    window.make_pages()
    qtbot.waitUntil(lambda: tried == ["gaps"])
    qtbot.waitUntil(lambda: not window.findChildren(EarlyPages))
    assert tried == ["gaps"]
    assert window.notices.isHidden()
