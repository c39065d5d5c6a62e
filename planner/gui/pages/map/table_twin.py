"""The map's table twin as the Map page has it: made when it is first shown, no map waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.graph import PromotionGraph
from planner.core.model import Role
from planner.core.text import Texts
from planner.gui.pages.map.memory import MapMemory
from planner.gui.theme import Theme
from planner.report.map.state import MapState

if TYPE_CHECKING:
    from planner.gui.pages.map.table_pane import MapTablePane


class TableTwin(QWidget):
    """Notes what the table is to show, and hands it on once there is one.

    Tab leads from `before` to the table, whenever that is made.

    Signals: `role_picked` (role id), `target_wished` (role id), and `all_requested` where a search
    lets no role through.
    """

    role_picked = Signal(str)
    target_wished = Signal(str)
    all_requested = Signal()

    def __init__(
        self, memory: MapMemory, theme: Theme, before: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before = before
        self._memory = memory
        self._theme = theme
        self._shown: tuple[PromotionGraph, Sequence[Role], MapState, Texts] | None = None
        self._role = ""
        self._words = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def pane(self) -> MapTablePane:
        """The table and what is told below it."""
        from planner.gui.pages.map.table_pane import MapTablePane

        made = MapTablePane()
        made.set_text_factor(self._theme.text_factor)
        made.table.horizontalHeader().restoreState(self._memory.columns)
        made.table.role_picked.connect(self.role_picked)
        made.table.target_wished.connect(self.target_wished)
        made.all_requested.connect(self.all_requested)
        self._column.addWidget(made)
        self.setFocusProxy(made)
        made.come_after(self._before)
        if self._shown is not None:
            made.show_roles(*self._shown)
        made.look_for(self._words)
        made.table.show_role(self._role)
        # At once, and not with the next event as the layout would.
        made.show()
        return made

    def show_roles(
        self, graph: PromotionGraph, roles: Sequence[Role], state: MapState, texts: Texts
    ) -> None:
        """Show other roles, or the same in another state or language."""
        self._shown = (graph, roles, state, texts)
        if self._is_made:
            self.pane.show_roles(*self._shown)

    def show_role(self, role: str) -> None:
        """Select a role's row and bring it into sight; nothing for a role not shown."""
        self._role = role
        if self._is_made:
            self.pane.table.show_role(role)

    def look_for(self, words: str) -> None:
        """Keep the roles whose name contains `words`, whatever the case."""
        self._words = words
        if self._is_made:
            self.pane.look_for(words)

    def apply_theme(self, theme: Theme) -> None:
        """Take another text size."""
        is_same = theme.text_factor == self._theme.text_factor
        self._theme = theme
        if self._is_made and not is_same:
            self.pane.set_text_factor(theme.text_factor)

    def keep_columns(self) -> None:
        """Remember the widths and the order of the columns, if they have been shown."""
        if self._is_made:
            self._memory.keep_columns(self.pane.table.horizontalHeader().saveState())

    @property
    def _is_made(self) -> bool:
        return "pane" in self.__dict__

    def showEvent(self, event: QShowEvent) -> None:
        """Make the table, if that is still to do."""
        super().showEvent(event)
        _ = self.pane
