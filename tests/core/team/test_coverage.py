"""How a team covers its skills, and how complete its matrix is, worked out by hand."""

from __future__ import annotations

from datetime import date
from math import isnan

import pytest

from planner.core.people import Person
from planner.core.team.against_roles import Team
from planner.core.team.coverage import (
    asked_skills,
    completeness,
    coverage,
    required_levels,
    sole_holder,
)
from tests.team_sample import crew_catalogue, crew_team, team_of

# The columns are law, money, talk and code.


def required(team: Team, role: str | None = None) -> list[list[float | None]]:
    rows = required_levels(team.catalogue, [role or own for own in team.roles()]).tolist()
    return [[None if isnan(level) else level for level in row] for row in rows]


def test_what_each_ones_role_requires() -> None:
    assert required(crew_team()) == [
        [4, 2, 3, None],
        [2, None, 3, None],
        [2, None, 3, None],
        [None, None, 4, None],
    ]
    assert required(crew_team(), "coach") == [[None, None, 4, None]] * 4
    assert required(crew_team(), "gone") == [[None] * 4] * 4


def test_the_skills_that_somebody_is_asked_for() -> None:
    assert asked_skills(required_levels(crew_catalogue(), ["coach", "host", "clerk"])) == (0, 2)
    assert asked_skills(required_levels(crew_catalogue(), ["host"])) == ()


def test_coverage_against_each_ones_present_role() -> None:
    """Law: Ann 4 of 4, Ben 2 of 2, Cyd 3 of 2. Talk: Ann and Cyd 3 of 3, Dan 3 of 4, Ben none.

    Three hold the 2 in law that a clerk needs, so nobody is a single point of failure there; the
    2 in money is held by nobody: that is a gap.
    """
    team = crew_team()
    found = coverage(team, required_levels(team.catalogue, team.roles()))
    assert found.rated.tolist() == [3, 1, 3, 1]
    assert found.required.tolist() == [3, 1, 3, 0]
    assert found.at_required.tolist() == [3, 0, 2, 0]
    assert found.is_single_point.tolist() == [False, False, False, False]
    assert found.stale.tolist() == [0, 1, 1, 0]
    assert [found.stale_share(skill) for skill in range(4)] == [0, 1, 1 / 3, 0]


def test_coverage_against_one_role() -> None:
    """Of the lead, Ann alone holds law; Cyd and Dan hold talk; money is held by nobody."""
    team = crew_team()
    asked = required_levels(team.catalogue, ["lead"] * 4)
    found = coverage(team, asked)
    assert found.at_required.tolist() == [1, 0, 3, 0]
    assert found.is_single_point.tolist() == [True, False, False, False]
    assert [sole_holder(team, asked, skill) for skill in range(4)] == [0, None, None, None]


def test_who_alone_holds_it_need_not_be_asked_for_it() -> None:
    """Only Dan can review code; once Ann's role asks for it, he is the single point of failure.

    Nor need anybody hold all that is asked: with 1 and 3 asked for in money, Ann holds the 1.
    """
    team = crew_team()
    asked = required_levels(team.catalogue, team.roles())
    asked[0, 3] = 2.0
    asked[:2, 1] = 3.0, 1.0
    found = coverage(team, asked)
    assert found.is_single_point.tolist() == [False, True, False, True]
    assert found.at_required.tolist() == [3, 0, 2, 0]
    assert sole_holder(team, asked, 3) == 3


def test_completeness_of_the_matrix() -> None:
    """Seven cells are required, without Ben's talk; Ann's money and Dan's talk are stale."""
    team = crew_team()
    found = completeness(team, required_levels(team.catalogue, team.roles()))
    assert (found.required, found.unrated, found.stale, found.not_applicable) == (7, 0, 2, 1)
    assert (found.complete, found.fraction) == (5, pytest.approx(5 / 7))


def test_completeness_counts_the_unrated() -> None:
    """Against the lead: money of Ben, Cyd and Dan and the law of Dan; Ben's talk is none."""
    team = crew_team()
    found = completeness(team, required_levels(team.catalogue, ["lead"] * 4))
    assert (found.required, found.unrated, found.stale, found.not_applicable) == (11, 4, 2, 1)


def test_nothing_required_has_no_completeness() -> None:
    host = Person(id="h", name="H", catalogue="crew", role="host", since=date(2020, 1, 1))
    team = team_of(crew_catalogue(), [host], {})
    assert completeness(team, required_levels(team.catalogue, team.roles())).fraction is None
    nobody = team_of(crew_catalogue(), (), {})
    found = coverage(nobody, required_levels(nobody.catalogue, ()))
    assert found.rated.tolist() == [0, 0, 0, 0]
    assert found.stale_share(0) is None
    assert not found.is_single_point.any()
