"""The one door to colours, fonts and icons: themes as data, chosen by the system or the person."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QColor, QFont

from planner.gui import fonts

TextSize = Literal["title", "body", "small"]
_PIXELS: dict[TextSize, float] = {"title": 17, "body": 13, "small": 11.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Roles of colour, a colour and a tint for each track, and the text-size factor (0.8 to 2)."""

    name: str
    is_dark: bool
    colours: dict[str, str]
    track_colours: tuple[str, ...]
    track_tints: tuple[str, ...]
    text_factor: float = 1.0

    def pixels(self, size: TextSize) -> int:
        """Return the height of one of the three text sizes in pixels."""
        return round(_PIXELS[size] * self.text_factor)

    def font(self, size: TextSize = "body", *, bold: bool = False) -> QFont:
        """Return the planner's font in one of the three text sizes."""
        return fonts.font(self.pixels(size), bold=bold)

    def hex(self, role: str) -> str:
        """Return the colour of a role as `#rrggbb`.

        `track-N` and `track-N-tint` name the colours of the Nth track. Raise KeyError for others.
        """
        if role.startswith("track-"):
            number, _, tint = role.removeprefix("track-").partition("-")
            among = self.track_tints if tint else self.track_colours
            return among[int(number) % len(among)]
        return self.colours[role]

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return QColor(self.hex(role))


def load_theme(folder: Path, name: str) -> Theme:
    """Return the theme `name` (light, dark or paper) of the folder of themes."""
    with (folder / f"{name}.toml").open("rb") as file:
        read = tomllib.load(file)
    return Theme(
        name=name,
        is_dark=read["is_dark"],
        colours=read["colours"],
        track_colours=tuple(read["tracks"]["colours"]),
        track_tints=tuple(read["tracks"]["tints"]),
    )
