"""The newest rating of one skill by each rater, to be set side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from planner.core.people import Rater, Rating


def newest_by_rater(ratings: Iterable[Rating], skill: str, as_of: date) -> Mapping[Rater, Rating]:
    """Return each rater's newest rating of a skill: by day up to `as_of`, then by entry."""
    newest: dict[Rater, Rating] = {}
    for rating in ratings:
        if rating.skill != skill or rating.on > as_of:
            continue
        known = newest.get(rating.by)
        if known is None or (known.on, known.entry) < (rating.on, rating.entry):
            newest[rating.by] = rating
    return newest
