"""Who could take over each role: who is ready, who is nearest, and roles with no successor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from planner.core.gaps import Interval
from planner.core.people import Person, Wish
from planner.core.team.against_roles import Standing, Standings, Team
from planner.core.team.levels import Flags

# Whoever is at least so ready, though not ready yet, counts as a successor to be; in per cent.
WITHIN_REACH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who is not ready for a role: the readiness, and what keeps them from being ready."""

    person: Person
    readiness: Interval
    open_essentials: int
    lacks_track: bool
    years_to_serve: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One role: how many hold it, who else is ready for it, and who of the rest is nearest.

    `ready` holds everybody not in the role who is ready, whatever their wish, in the team's order.
    `nearest` has the highest low readiness among the others, of equals the first id; it is None
    where nobody is left or nobody's readiness is known.
    """

    role: str
    holders: int
    ready: tuple[Person, ...]
    nearest: Candidate | None

    @property
    def has_successor(self) -> bool:
        """Whether somebody is ready, or the nearest one is within reach, in whole per cent."""
        return bool(self.ready) or (
            # As it is shown: nobody is to read 60 % and “nobody within 60 %” beside each other.
            self.nearest is not None and round(100 * self.nearest.readiness.low) >= WITHIN_REACH
        )


def succession(
    team: Team, standings: Standings, is_wanted: Callable[[], bool] = lambda: True
) -> tuple[Succession, ...]:
    """Return the succession of every role in the catalogue's order.

    It stops early, with the roles so far, once `is_wanted` says that nobody wants it any more.
    """
    roles = np.array(standings.roles, np.object_)
    by_id = np.argsort(np.argsort(np.array([person.id for person in team.people], np.object_)))
    found = []
    for role in team.catalogue.roles:
        if not is_wanted():
            break
        standing = standings.to_role(role.id)
        holds: Flags = np.asarray(roles == role.id, np.bool_)
        ready = np.flatnonzero(standing.ready & ~holds)
        rest = np.flatnonzero(standing.is_known & ~standing.ready & ~holds)
        nearest = None
        if len(rest):
            low = standing.low[rest]
            equals = rest[low == low.max()]
            nearest = _candidate(team, standing, int(equals[by_id[equals].argmin()]))
        found.append(
            Succession(
                role=role.id,
                holders=int(np.count_nonzero(holds)),
                ready=tuple(team.people[row] for row in ready),
                nearest=nearest,
            )
        )
    return tuple(found)


def wish_on(person: Person, role: str, day: date) -> Wish | None:
    """Return a person's stance to a role as it is known on a day, None where nothing was said."""
    wish = person.wish_for(role)
    return wish if wish is not None and wish.on <= day else None


def _candidate(team: Team, standing: Standing, row: int) -> Candidate:
    return Candidate(
        person=team.people[row],
        readiness=Interval(float(standing.low[row]), float(standing.high[row])),
        open_essentials=int(standing.open_essentials[row]),
        lacks_track=bool(standing.lacks_track[row]),
        years_to_serve=float(standing.years_to_serve[row]),
    )
