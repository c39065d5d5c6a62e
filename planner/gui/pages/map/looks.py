"""Which part of a map is shown first and where it is looked at: as it was left, else by rule."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from planner.core.graph import PromotionGraph
from planner.gui.pages.map.canvas.view import MapView
from planner.gui.pages.map.memory import Look, MapMemory
from planner.report.map.part import Scope, first_scope, scope_of


class Looks:
    """Keeps how the map of the person looked at last was seen; nobody's (None) is not kept."""

    def __init__(self, memory: MapMemory, view: MapView) -> None:
        self._memory = memory
        self._view = view

    def first_scope(
        self, whose: tuple[str, str] | None, graph: PromotionGraph, present: str
    ) -> Scope:
        """Return the part of a person's map that is shown first."""
        look = self._memory.look_of(whose) if whose else None
        if look is not None:
            return scope_of(graph.catalogue, look.scope.moves, look.scope.around)
        return first_scope(graph.catalogue, present)

    def recall(self, whose: tuple[str, str] | None, scope: Scope) -> None:
        """Bring this part of the map to where it was left."""
        look = self._memory.look_of(whose) if whose else None
        if look is not None and look.scope == scope:
            self._view.recall(look.scale, QPointF(look.x, look.y), look.placed)

    def remember(self, whose: tuple[str, str] | None, scope: Scope) -> None:
        """Note what of this part is in sight now."""
        view = self._view
        if whose is not None and view.is_opened:
            at = view.centre_now
            look = Look(whose, scope, view.scale_now, at.x(), at.y(), view.placed)
            self._memory.keep_look(look)
