"""Asks where something is written: in the folder written to last, with an ending that fits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from planner.gui.dialogs import Dialogs
    from planner.gui.settings import Settings


def last_folder(settings: Settings) -> Path:
    """Return the folder into which something was written last, else that of the person."""
    folder = Path(settings.text("paper/folder") or Path.home())
    return folder if folder.is_dir() else Path.home()


def file_to_write(
    dialogs: Dialogs,
    settings: Settings,
    window: QWidget,
    title: str,
    suggested: str,
    kinds: str,
    endings: tuple[str, ...],
) -> Path | None:
    """Return the file chosen, None where the person thought better of it; remember its folder.

    The name has one of `endings`, such as `.yaml`: `suggested` is given the first of them, and so
    is what the person writes without any.
    """
    suggestion = last_folder(settings) / f"{suggested}{endings[0]}"
    to = dialogs.file_to_save(window, title, suggestion, kinds)
    if to is None:
        return None
    if to.suffix.lower() not in endings:
        to = to.with_name(f"{to.name}{endings[0]}")
    settings.set_text("paper/folder", str(to.parent))
    return to
