"""Whether there is a display that a window can open on."""

from __future__ import annotations

import os
import sys

from planner.core.errors import PlannerError
from planner.core.text import message


def require_display() -> None:
    """Raise PlannerError where there is no display; Qt would end the process."""
    has_display = any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    if sys.platform.startswith("linux") and not has_display:
        raise PlannerError(
            message("There is no display to open a window on."),
            remedy=message(
                "This makes the pages without a window: "
                "career-planner --sample print sample-am --what map --to map.pdf"
            ),
        )
