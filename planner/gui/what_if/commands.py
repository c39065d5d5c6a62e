"""What-if in the window: begun and left by its actions, said on every page, kept or dropped."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.core.text import message
from planner.gui.parts import Parts
from planner.gui.theme import Theme
from planner.gui.what_if.bar import WhatIfBar
from planner.gui.window.actions import Actions
from planner.gui.window.notices import NoticeBar
from planner.gui.window.workbench import Workbench

if TYPE_CHECKING:
    # Made when it is first shown; the start does without it.
    from planner.gui.what_if.panel import WhatIfPanel

# What writes down what is so: nobody shall take for real what is imagined.
_REAL_ALONE = ("assess", "take-role")


class WhatIfCommands(QObject):
    """Lets the person imagine something, and says so on every page while they do."""

    def __init__(
        self,
        window: QWidget,
        parts: Parts,
        actions: Actions,
        workbench: Workbench,
        notices: NoticeBar,
    ) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._notices = notices
        self._parts = parts
        self._workspace = parts.workspace
        self._actions = actions
        self.bar = WhatIfBar(parts.workspace, parts.icons, parts.appearance.theme)
        self.bar.panel_requested.connect(self.open)
        self.bar.dropped.connect(self.drop)
        actions.on("what-if", self.open)
        actions.on("drop-what-if", self.drop)
        self._workspace.what_if_changed.connect(self._on_changed)

    @cached_property
    def panel(self) -> WhatIfPanel:
        """The panel beside the page."""
        from planner.gui.what_if.panel import WhatIfPanel

        made = WhatIfPanel(self._workspace, self._parts.appearance.theme, self._parts.icons)
        made.closed.connect(self._workbench.close_aside)
        made.dropped.connect(self.drop)
        made.kept.connect(self._say_kept)
        return made

    def open(self) -> None:
        """Imagine something from now on, and ask for what beside the page."""
        if self._workspace.person is None:
            return
        from planner.gui.state.imagining import begin

        begin(self._workspace)
        self._workbench.open_aside(self.panel)
        self.panel.focus_first()

    def drop(self) -> None:
        """Look at what is real again."""
        self._workspace.imagine(None)

    def refresh(self) -> None:
        """Say what is imagined, and allow what can be done now."""
        has_person, is_on = self._workspace.person is not None, self._workspace.what_if is not None
        self.bar.refresh()
        self._actions.enable("what-if", has_person)
        self._actions.enable("drop-what-if", is_on)
        for key in _REAL_ALONE:
            self._actions.enable(key, has_person and not is_on)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self.bar.apply_theme(theme)

    def _on_changed(self) -> None:
        if self._workspace.what_if is None and "panel" in self.__dict__ and self.panel.isVisible():
            self._workbench.close_aside()

    def _say_kept(self, count: int, as_plan: bool) -> None:
        said = (
            message("Kept in the plan, actions: {count}.", count=count)
            if as_plan
            else message("Kept as ratings of today: {count}.", count=count)
        )
        self._notices.say(said, action=(message("Undo"), self._undo))

    def _undo(self) -> None:
        self._workspace.undo()
