"""The way to a folder: the program of the desktop that shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from planner.core.errors import PlannerError
from planner.core.text import message


def open_folder(folder: Path, on_failed: Callable[[PlannerError], None]) -> None:
    """Show a folder; say so where no program of this computer does."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        on_failed(
            PlannerError(
                message("No program of this computer opens “{what}”.", what=str(folder)),
                remedy=message("Open it in the program in which you look at files."),
            )
        )
