"""Who loses readiness where a requirement rises, by hand on the small team."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.core.gaps import Interval
from planner.core.model import Requirement
from planner.core.team.requirement_change import raise_requirement
from tests.team_sample import crew, crew_catalogue, crew_ratings, crew_team, team_of


def test_who_is_in_the_role_loses() -> None:
    found = raise_requirement(crew_team(), "clerk", "law")
    assert found is not None
    assert (found.from_level, found.to_level, found.compared) == (2.0, 3.0, 2)
    # Ben holds law 2, and talk does not apply: 4 of 4, then 4 of 6. Cyd holds law 3: all of 9.
    (ben,) = found.losses
    assert (ben.person, ben.is_in_role) == ("ben", True)
    assert ben.before == Interval(1.0, 1.0)
    assert ben.after == Interval(4 / 6, 4 / 6)
    assert (ben.was_ready, ben.is_ready, ben.is_ready_no_longer) == (True, False, True)


def test_everybody_is_compared() -> None:
    found = raise_requirement(crew_team(), "clerk", "law", everybody=True)
    assert found is not None
    assert found.compared == 4
    # Dan's law is unrated, his talk 3: from 3 to 7 of 7, then from 3 to 9 of 9.
    ben, dan = found.losses
    assert (dan.person, dan.is_in_role, dan.is_ready_no_longer) == ("dan", False, False)
    assert (dan.before, dan.after) == (Interval(3 / 7, 1.0), Interval(3 / 9, 1.0))
    assert ben.person == "ben"


def test_where_nothing_can_rise() -> None:
    # The host asks for nothing, and the chief for the highest level.
    assert raise_requirement(crew_team(), "host", "law") is None
    assert raise_requirement(crew_team(), "chief", "money") is None
    with pytest.raises(KeyError):
        raise_requirement(crew_team(), "nobody", "law")


def test_what_was_unknown_is_no_loss() -> None:
    catalogue = crew_catalogue()
    bare = tuple(
        replace(role, requires=(Requirement(skill="law", level=0.0),))
        if role.id == "clerk"
        else role
        for role in catalogue.roles
    )
    people = crew()
    ratings = {person.id: crew_ratings(person.id) for person in people}
    found = raise_requirement(
        team_of(replace(catalogue, roles=bare), people, ratings), "clerk", "law"
    )
    assert found is not None
    assert (found.to_level, found.losses) == (1.0, ())
