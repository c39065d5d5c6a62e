"""What of whose map was in sight last: where the page opens, and what it keeps for next time."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from planner.core.graph import PromotionGraph
from planner.gui.pages.map.canvas.view import MapView
from planner.gui.pages.map.memory import Look, MapMemory
from planner.report.map.part import Scope, first_scope, scope_of


class MapSight:
    """Recalls and keeps how `view` looks at the map of one person after the other."""

    def __init__(self, memory: MapMemory, view: MapView) -> None:
        self._memory = memory
        self._view = view
        self._person: tuple[str, str] | None = None

    def is_of(self, person: tuple[str, str]) -> bool:
        """Whether the map of a person (catalogue and person id) is the one looked at."""
        return self._person == person

    def turn_to(self, person: tuple[str, str] | None) -> None:
        """Look at another person's map, or at nobody's."""
        self._person = person

    def first_scope(self, graph: PromotionGraph, present: str) -> Scope:
        """Return the part that was in sight last, else the one to begin with."""
        look = self._last()
        if look is not None:
            return scope_of(graph.catalogue, look.scope.moves, look.scope.around)
        return first_scope(graph.catalogue, present)

    def recall(self, scope: Scope) -> None:
        """Look as last time at the same part of the map."""
        look = self._last()
        if look is not None and look.scope == scope:
            self._view.recall(look.scale, QPointF(look.x, look.y), look.placed)

    def keep(self, scope: Scope) -> None:
        """Remember how the part in sight is looked at, where somebody's is."""
        if self._person is not None and self._view.is_opened:
            view = self._view
            at, scale, placed = view.centre_now, view.scale_now, view.placed
            self._memory.keep_look(Look(self._person, scope, scale, at.x(), at.y(), placed))

    def _last(self) -> Look | None:
        return self._memory.look_of(self._person) if self._person else None
