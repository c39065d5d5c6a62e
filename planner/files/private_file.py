"""Writing a text to a file that only its owner can read: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from planner.core.errors import PlannerError
from planner.core.text import message


def write_private(text: str, to: Path) -> None:
    """Write a text to a file, in the place of what is there; raise PlannerError where it fails."""
    to = Path(os.path.realpath(to))
    try:
        # Made for the owner alone, whatever the person's usual rights for new files are.
        descriptor, name = tempfile.mkstemp(".tmp", f".{to.name[:40]}.", to.parent)
        unfinished = Path(name)
        try:
            with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(to)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PlannerError(
            message("“{file}” cannot be written.", file=str(to)),
            effect=message("Nothing was written."),
            remedy=message(
                "Make room on the disk, check your rights to the folder, or choose another."
            ),
        ) from error
    _sync(to.parent)


def _sync(folder: Path) -> None:
    """Wait until a file's new name is on the disk; where folders cannot be synced, do not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
