"""Puts ways onto the map where they are asked for: the chosen one, the others, a line of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from planner.core.model import Catalogue
from planner.gui.look.icons import Icons
from planner.gui.state.ways import Ways
from planner.gui.workspace import Workspace
from planner.report.map.state import MapState

if TYPE_CHECKING:
    # Made when it is first shown; the start does without it.
    from planner.gui.pages.map.ways import MapWays


class MapRoutes(QObject):
    """Adds the ways to what the map says, and their line to the page's `column`.

    From `show` on until they are dropped, or until ways to another role are looked at.

    Signals: `changed` when the map is to be drawn anew; with a role's id `opened` to see the ways
    to it in full.
    """

    changed = Signal()
    opened = Signal(str)

    def __init__(
        self,
        ways: Ways,
        workspace: Workspace,
        icons: Icons,
        column: QVBoxLayout,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ways = ways
        self._workspace = workspace
        self._icons = icons
        self._column = column
        self.line: MapWays | None = None
        self._shown_to = ""
        ways.changed.connect(self._on_changed)

    def show(self) -> None:
        """Draw the ways that are looked at from now on."""
        query = self._ways.query
        self._shown_to = query.target if query is not None else ""
        self.changed.emit()

    def drawn(self, state: MapState) -> MapState:
        """Return a state with the routes that are shown; the line that names them follows."""
        if not self._is_shown:
            if self.line is not None:
                self.line.hide()
            return state
        self._ways.look_again()
        found, route = self._ways.routes, self._ways.route
        if self.line is None and route is not None:
            self.line = self._make_line()
        if self.line is not None:
            self.line.refresh()
        if found is None or route is None or not route.moves:
            return state
        others = tuple(one.roles for one in found.routes if one is not route)
        return state.with_routes(route.roles, others)

    def are_on(self, part: Catalogue) -> bool:
        """Whether a part of the map has every role of the chosen route."""
        route = self._ways.route if self._is_shown else None
        return route is None or all(map(part.has_role, route.roles))

    def apply_theme(self) -> None:
        """Take other colours."""
        if self.line is not None:
            self.line.apply_theme()

    def _make_line(self) -> MapWays:
        from planner.gui.pages.map.ways import MapWays

        made = MapWays(self._ways, self._workspace, self._icons)
        made.opened.connect(self._open)
        self._column.insertWidget(1, made)
        return made

    def _open(self) -> None:
        query = self._ways.query
        self.opened.emit(query.target if query is not None else "")

    @property
    def _is_shown(self) -> bool:
        query = self._ways.query
        return query is not None and query.target == self._shown_to

    def _on_changed(self) -> None:
        if not self._is_shown:
            self._shown_to = ""
        if self._ways.done is None:
            self.changed.emit()
