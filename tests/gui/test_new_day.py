"""A window that is left open: it goes on with the new day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from planner.gui.main_window import MainWindow
from planner.gui.pages.gaps.page import GapsPage
from planner.store.store import Store

SAMPLE = ("am-lm", "sample-am")
TODAY = date(2026, 11, 23)
JUNIOR_DAY = date(2024, 6, 30)


def test_a_new_day_is_noticed_by_the_clock_and_by_coming_back(
    open_window: Callable[..., MainWindow], store: Store
) -> None:
    clock = [TODAY]
    window = open_window(store, today=lambda: clock[0])
    window.workspace.open_person(*SAMPLE)
    window.show_page("gaps")
    for day, notice in (
        (date(2026, 11, 24), window.past_days._watch.timeout.emit),
        (
            date(2026, 11, 25),
            lambda: QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate)),
        ),
    ):
        clock[0] = day
        notice()
        page = window.workbench.page
        assert isinstance(page, GapsPage)
        assert page.gap is not None
        assert page.gap.as_of == day
        page.edit_rating("contract-law")
        assert page.pane.editor.draft().on == day
        page.pane.editor.closed.emit()


def test_a_new_day_leaves_the_past_day_looked_at(
    open_window: Callable[..., MainWindow], store: Store
) -> None:
    clock = [TODAY]
    window = open_window(store, today=lambda: clock[0])
    window.workspace.open_person(*SAMPLE)
    window.workspace.look_at(JUNIOR_DAY)
    clock[0] = date(2026, 11, 24)
    window.workspace.notice_day()
    assert window.workspace.as_of == JUNIOR_DAY
