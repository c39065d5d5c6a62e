"""The capability matrix at one moment: who stood in it, and every level shown."""

from __future__ import annotations

from dataclasses import dataclass

from planner.core.people import Person
from planner.core.team.levels import Flags, Floats


@dataclass(frozen=True, slots=True)
class Member:
    """A person as the head of a row tells of them."""

    person: Person
    role: str
    readiness: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Still:
    """The matrix as it was shown at one moment: people, and an entry a row and a column shown."""

    members: tuple[Member, ...]
    columns: tuple[int, ...]
    level: Floats
    required: Floats
    is_applicable: Flags
    is_stale: Flags
