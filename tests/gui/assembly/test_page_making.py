"""What waits until the map has been painted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.gui.assembly.page_making import _AfterPaint
from planner.gui.main_window import MainWindow
from planner.gui.pages.map.page import MapPage


def test_what_waits_for_the_map_is_not_done_once_it_is_gone(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.workbench.page
    assert isinstance(page, MapPage)
    qtbot.waitUntil(lambda: page.view.map is not None)
    done: list[str] = []
    _AfterPaint(page, lambda: done.append("done"))
    page.view.viewport().repaint()
    page.hide()
    for _ in range(3):
        QApplication.processEvents()
    assert done == []

    page.show()
    page.view.viewport().repaint()
    qtbot.waitUntil(lambda: done == ["done"])
