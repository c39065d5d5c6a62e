"""The sheets that are printed on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet's size and margin in points (1/72 inch)."""

    width: float
    height: float
    margin: float = 45.0

    def turned(self) -> Paper:
        """Return the sheet with its long side the other way."""
        return Paper(width=self.height, height=self.width, margin=self.margin)

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def inner_height(self) -> float:
        """The height between the margins."""
        return self.height - 2 * self.margin


# A5 has narrower margins, as it has little room within them.
PAPERS = {
    "a5": Paper(width=419.528, height=595.276, margin=32.0),
    "a4": Paper(width=595.276, height=841.89),
    "a3": Paper(width=841.89, height=1190.551),
    "a2": Paper(width=1190.551, height=1683.78),
    "a1": Paper(width=1683.78, height=2383.937),
    "a0": Paper(width=2383.937, height=3370.394),
    "letter": Paper(width=612.0, height=792.0),
    "legal": Paper(width=612.0, height=1008.0),
    "tabloid": Paper(width=792.0, height=1224.0),
}
