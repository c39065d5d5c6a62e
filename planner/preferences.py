"""What the window's settings say that the terminal goes by too."""

from __future__ import annotations

from configparser import ConfigParser, Error
from pathlib import Path

from planner.core.people import MONTHS_UNTIL_STALE

# The key under which the window keeps it, as `section/name`, and the months that it may be.
STALE_MONTHS = "ratings/stale_months"
FEWEST_MONTHS, MOST_MONTHS = 1, 120


def stale_months(settings: Path) -> int:
    """Return after how many months a rating is stale; what is missing or wrong counts as usual."""
    section, name = STALE_MONTHS.split("/")
    parser = ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(settings, encoding="utf-8")
        months = parser.getint(section, name)
    except (Error, OSError, ValueError):
        return MONTHS_UNTIL_STALE
    return months if FEWEST_MONTHS <= months <= MOST_MONTHS else MONTHS_UNTIL_STALE
