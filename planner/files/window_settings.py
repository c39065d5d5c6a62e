"""What the window's settings say that the terminal goes by too."""

from __future__ import annotations

from pathlib import Path

from planner.core.people import FEWEST_MONTHS, MONTHS_UNTIL_STALE, MOST_MONTHS

# The key under which the window keeps it, as `section/name`.
STALE_MONTHS = "ratings/stale_months"


def stale_months(settings: Path) -> int:
    """Return after how many months a rating is stale; what is missing or wrong counts as usual."""
    # Imported here: the window reads its settings by itself, and starts without this.
    from configparser import ConfigParser, Error

    section, name = STALE_MONTHS.split("/")
    parser = ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(settings, encoding="utf-8")
        months = parser.getint(section, name)
    except (Error, OSError, ValueError):
        return MONTHS_UNTIL_STALE
    return months if FEWEST_MONTHS <= months <= MOST_MONTHS else MONTHS_UNTIL_STALE
