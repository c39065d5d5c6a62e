"""Whether the file behind a path is there, and how it can be opened without running it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

# What opens as something to look at; whatever may be a program is shown in its folder instead.
_DOCUMENT = re.compile(
    r"\.(?:pdf|txt|md|rtf|csv|tsv|log|ics|eml|epub|od[tspg]|docx?|xlsx?|pptx?|pages|numbers|key"
    r"|png|jpe?g|gif|webp|bmp|tiff?|heic|mp3|m4a|ogg|wav|flac|mp4|m4v|mov|webm|mkv|avi)",
    re.IGNORECASE,
)


class FileState(StrEnum):
    """What is known of a file: that it is there, that it has gone, or neither."""

    THERE = "there"
    GONE = "gone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class WayIn:
    """What to open for a path: the file, or in its place the folder that it lies in."""

    path: Path
    is_folder_instead: bool


def state_of(path: str) -> FileState:
    """Return what is known of a file or folder; it may take as long as a slow disk does.

    A path of another system cannot be there. Where one may not look, nothing is known.
    """
    place = _place(path)
    if place is None:
        return FileState.GONE
    try:
        place.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return FileState.GONE
    except OSError:
        return FileState.UNKNOWN
    return FileState.THERE


def way_into(path: str) -> WayIn | None:
    """Return what to open for a path, None where there is nothing (any more).

    A link on the disk is followed first: what counts is what it leads to. A folder with an ending
    may be a program too.
    """
    place = _place(path)
    if place is None:
        return None
    try:
        real = place.resolve(strict=True)
        is_folder = real.is_dir()
    except (OSError, ValueError, RuntimeError):
        return None
    is_safe = not real.suffix if is_folder else bool(_DOCUMENT.fullmatch(real.suffix))
    return WayIn(real, False) if is_safe else WayIn(real.parent, True)


def _place(path: str) -> Path | None:
    """Return a path with its home folder put in; None for one that this system does not have."""
    expanded = os.path.expanduser(path)
    return Path(expanded) if os.path.isabs(expanded) else None
