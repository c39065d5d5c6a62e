"""The window as a whole: pages, people, undo, language and theme, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.core.person_edits import rename_person
from planner.gui.main_window import MainWindow
from planner.store.store import Store


def test_the_window_opens_on_the_map_of_somebody(window: MainWindow) -> None:
    assert window.workspace.person is not None
    assert window.workbench.page.key == "map"
    assert window.windowTitle() == f"{window.workspace.person.name} – Career Planner"
