"""The one family for screen and paper, registered from the shipped files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Planner Sans SC"
_FORMATS = (".otf", ".ttf")


def register_fonts(folder: Path) -> tuple[str, ...]:
    """Make the shipped fonts known to Qt; return the names of the files that it refused."""
    files = sorted(file for file in folder.iterdir() if file.suffix in _FORMATS)
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


def font_files(folder: Path) -> tuple[Path, Path]:
    """Return the shipped files of the regular and of the bold weight."""
    return folder / "PlannerSansSC-Regular.ttf", folder / "PlannerSansSC-SemiBold.ttf"


def font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the planner's font at a height in pixels; the system's own fills in what it lacks."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made
