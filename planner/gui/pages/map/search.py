"""The search of the Map page: it selects the roles whose name fits, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from planner.core.model import Catalogue
from planner.gui.pages.map.bar import MapBar
from planner.gui.pages.map.table_twin import TableTwin
from planner.gui.workspace import Workspace
from planner.report.map.part import roles_named


class MapSearch(QObject):
    """Looks among the roles of `part`, those on the map; `left` when the search is over."""

    left = Signal()

    def __init__(
        self,
        workspace: Workspace,
        bar: MapBar,
        table: TableTwin,
        part: Callable[[], Catalogue | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._bar = bar
        self._table = table
        self._part = part
        bar.searched.connect(self._search)
        bar.search_stepped.connect(self._step)
        bar.search_left.connect(self._leave)
        table.all_requested.connect(self._leave)

    def forget(self) -> None:
        """Look for nothing: what was looked for was of somebody else's map."""
        self._bar.search.clear()
        self._table.look_for("")

    def _matches(self) -> list[str]:
        graph, part = self._workspace.graph, self._part()
        if graph is None or part is None:
            return []
        return roles_named(graph.catalogue, part, self._bar.search.text())

    def _search(self, words: str) -> None:
        self._table.look_for(words)
        matches = self._matches()
        if matches and self._workspace.selected_role not in matches:
            self._workspace.select_role(matches[0])

    def _step(self, by: int) -> None:
        matches = self._matches()
        if not matches:
            return
        selected = self._workspace.selected_role
        at = matches.index(selected) + by if selected in matches else 0
        self._workspace.select_role(matches[at % len(matches)])

    def _leave(self) -> None:
        self.forget()
        self.left.emit()
