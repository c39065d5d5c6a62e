"""What is handed out about people: with the manager's private notes or without, and counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from planner.core.career import Career


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much is kept about people; `private_notes` are the one-on-ones that have one."""

    people: int = 0
    ratings: int = 0
    actions: int = 0
    meetings: int = 0
    kpi_results: int = 0
    positions: int = 0
    wishes: int = 0
    private_notes: int = 0


def without_private(career: Career) -> Career:
    """Return a career as its employee gets it: without the manager's private notes."""
    meetings = tuple(replace(meeting, private="") for meeting in career.meetings)
    return replace(career, meetings=meetings)


def counts_of(careers: Iterable[Career]) -> Counts:
    """Return how much is kept about some people; past positions alone are counted."""
    some = tuple(careers)
    return Counts(
        people=len(some),
        ratings=sum(len(career.ratings) for career in some),
        actions=sum(len(career.actions) for career in some),
        meetings=sum(len(career.meetings) for career in some),
        kpi_results=sum(len(career.kpi_results) for career in some),
        positions=sum(len(career.person.positions) for career in some),
        wishes=sum(len(career.person.wishes) for career in some),
        private_notes=sum(bool(meeting.private) for career in some for meeting in career.meetings),
    )
