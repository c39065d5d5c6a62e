"""What the Map page remembers: map or table, the columns, and where each was looked at last."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QByteArray

from planner.gui.pages.map.bar import FARTHEST, TWINS, Twin
from planner.gui.pages.map.canvas.placing import Placed
from planner.gui.settings import Settings
from planner.report.map.part import Scope

_PLACED: tuple[Placed, ...] = ("opened", "fitted", "")


class Look(NamedTuple):
    """What part of whose map was in sight: a scale, around a point in scene units.

    Where it was `placed` by the view rather than by hand, the view places it again.
    """

    person: tuple[str, str]
    scope: Scope
    scale: float
    x: float
    y: float
    placed: Placed = ""


class MapMemory:
    """Reads and writes these in the settings; bad values count as missing."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def twin(self) -> Twin:
        """Whether the map or its table is shown."""
        return self._settings.word("map/twin", TWINS, "map")

    def keep_twin(self, twin: Twin) -> None:
        """Remember whether the map or its table is shown."""
        self._settings.set_text("map/twin", twin)

    @property
    def columns(self) -> QByteArray:
        """The widths and the order of the table's columns, empty where unknown."""
        return self._settings.bytes("map/columns")

    def keep_columns(self, state: QByteArray) -> None:
        """Remember the table's columns."""
        self._settings.set_bytes("map/columns", state)

    def look_of(self, person: tuple[str, str]) -> Look | None:
        """Return how a person's map was looked at, if it was the last one."""
        said = self._settings.record("map/view")
        moves, around = said.get("moves"), said.get("around")
        place = [said.get(name) for name in ("scale", "x", "y")]
        numbers = [float(value) for value in place if isinstance(value, int | float)]
        if (
            said.get("person") != list(person)
            or not isinstance(moves, int)
            or not isinstance(around, str)
            or not 0 <= moves <= FARTHEST
            or len(numbers) != len(place)
        ):
            return None
        scale, x, y = numbers
        placed = next((way for way in _PLACED if way == said.get("placed")), _PLACED[-1])
        return Look(person, Scope(moves, around), scale, x, y, placed)

    def keep_look(self, look: Look) -> None:
        """Remember how a person's map is looked at."""
        self._settings.set_json(
            "map/view",
            {
                "person": list(look.person),
                "moves": look.scope.moves,
                "around": look.scope.around,
                "scale": look.scale,
                "x": look.x,
                "y": look.y,
                "placed": look.placed,
            },
        )
