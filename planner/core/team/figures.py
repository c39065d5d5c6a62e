"""Everything that is told of a team, worked out once, and its comparison with roles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planner.core.team.against_roles import Standing, Standings, Team
from planner.core.team.coverage import (
    Completeness,
    Coverage,
    completeness,
    coverage,
    required_levels,
)
from planner.core.team.levels import Floats
from planner.core.team.succession import Succession, succession


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """A team against one role, or against each one's own where `role` is None.

    `required` has a row a person and a column a skill, NaN where nothing is required.
    """

    role: str | None
    required: Floats
    standing: Standing
    coverage: Coverage
    completeness: Completeness


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TeamFigures:
    """A team with the role that each one held on the day, and the succession of every role."""

    team: Team
    standings: Standings
    roles: tuple[Succession, ...]

    @property
    def held(self) -> tuple[str, ...]:
        """The role of each person on the day."""
        return self.standings.roles

    def against(self, role: str | None) -> Comparison:
        """Compare with a role, or with each one's own; raise KeyError for an unknown one."""
        team = self.team
        compared = self.held if role is None else (role,) * len(team.people)
        required = required_levels(team.catalogue, compared)
        return Comparison(
            role=role,
            required=required,
            standing=self.standings.against(role),
            coverage=coverage(team, required),
            completeness=completeness(team, required),
        )


def team_figures(team: Team, is_wanted: Callable[[], bool] = lambda: True) -> TeamFigures:
    """Work out what is told of a team, until `is_wanted` says that nobody wants it any more."""
    standings = Standings(team)
    return TeamFigures(team=team, standings=standings, roles=succession(team, standings, is_wanted))
