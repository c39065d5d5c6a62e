"""Looking back: the line that says of which day the window is, and the popovers that ask for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from planner.gui.parts import Parts
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.gui.window.actions import Actions
from planner.gui.window.header import Header

if TYPE_CHECKING:
    # Made when they are first shown; the start does without them.
    from planner.gui.popovers.day import DayPopover
    from planner.gui.popovers.stale import StalePopover

_LATER = ("days", "staleness")
_MINUTE = 60_000


class PastDays(QObject):
    """Lets the person look at a past day, and says so on every page while they do.

    It also holds the months after which ratings go stale, for both say how old is old. A window
    that is left open notices a new day within a minute, and at once when one comes back to it: what
    is rated then must not get the day before.
    """

    def __init__(self, window: QWidget, parts: Parts, actions: Actions, header: Header) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._workspace = parts.workspace
        self._actions = actions
        self._header = header
        self.line = plain_label(wraps=True)
        self.line.setObjectName("day-line")
        actions.on("look-at-day", self.open_days)
        actions.on("look-at-today", self.back_to_today)
        actions.on("stale", self.open_staleness)
        header.today_requested.connect(self.back_to_today)
        self._workspace.day_changed.connect(self.refresh)
        self._workspace.what_if_changed.connect(self.refresh)
        self._workspace.person_changed.connect(self.refresh)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._workspace.notice_day)
        self._watch.start(_MINUTE)
        window.installEventFilter(self)
        self.refresh()

    @cached_property
    def days(self) -> DayPopover:
        """The past days to choose from."""
        from planner.gui.popovers import day as day_popover

        theme, icons = self._parts.appearance.theme, self._parts.icons
        return day_popover.DayPopover(self._workspace, icons, theme, self._window)

    @cached_property
    def staleness(self) -> StalePopover:
        """The months after which ratings go stale."""
        from planner.gui.popovers import stale as stale_popover

        theme, settings = self._parts.appearance.theme, self._parts.settings
        return stale_popover.StalePopover(self._workspace, settings, theme, self._window)

    def open_days(self) -> None:
        """Ask for the day to look at."""
        if self._workspace.person is not None:
            self.days.open_below(self._header.day_anchor)

    def open_staleness(self) -> None:
        """Ask after how many months ratings go stale."""
        if self._workspace.person is not None:
            self.staleness.open_below(self._header.menu)

    def back_to_today(self) -> None:
        """Look at today again."""
        self._workspace.look_at(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a new day when one comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            self._workspace.notice_day()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Say of which day everything is, where that is not today."""
        workspace, texts = self._workspace, self._workspace.texts
        is_past = workspace.is_past and workspace.person is not None
        self.line.setVisible(is_past)
        if is_past:
            self.line.setText(
                texts.tr(
                    "You look at {day}: the role held that day, ratings up to it, requirements of "
                    "today. What is rated now gets that day.",
                    day=texts.date(workspace.as_of),
                )
            )
        self._actions.enable("stale", workspace.person is not None)
        is_real = workspace.person is not None and workspace.what_if is None
        self._actions.enable("look-at-day", is_real)
        self._actions.enable("look-at-today", is_past)

    def retranslate(self) -> None:
        """Word everything in the present language."""
        for name in _LATER:
            if name in self.__dict__:
                self.__dict__[name].retranslate()
        self.refresh()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        for name in _LATER:
            if name in self.__dict__:
                self.__dict__[name].apply_theme(theme)
