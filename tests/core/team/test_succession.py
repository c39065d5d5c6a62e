"""Who could take over which role, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.people import Rater, Rating, Stance
from planner.core.team.against_roles import Standings, Team
from planner.core.team.succession import Succession, succession, wish_on
from tests.team_sample import TODAY, crew, crew_catalogue, crew_ratings, crew_team, team_of


def found(team: Team | None = None) -> dict[str, Succession]:
    team = team or crew_team()
    return {one.role: one for one in succession(team, Standings(team))}


def nearest(role: Succession) -> tuple[str, float] | None:
    return (role.nearest.person.id, role.nearest.readiness.low) if role.nearest else None


def test_who_is_ready_and_who_is_nearest() -> None:
    """Ann was a clerk and holds what one needs. Of the coach Ann and Cyd hold 3 of 4.

    Ben's talk is not applicable, so his readiness for the coach is unknown.
    """
    roles = found()
    assert [person.id for person in roles["clerk"].ready] == ["ann"]
    assert [one.role for one in roles.values() if one.ready] == ["clerk"]
    assert nearest(roles["clerk"]) == ("dan", pytest.approx(3 / 7))
    assert nearest(roles["lead"]) == ("cyd", pytest.approx(12 / 19))
    assert nearest(roles["coach"]) == ("ann", pytest.approx(6 / 8))
    assert nearest(roles["host"]) is None
    assert nearest(roles["chief"]) == ("ann", pytest.approx(1 / 5))
    assert [one.holders for one in roles.values()] == [2, 1, 1, 0, 0]


def test_what_the_nearest_lack() -> None:
    lead, chief = found()["lead"].nearest, found()["chief"].nearest
    assert lead is not None
    assert chief is not None
    assert (lead.open_essentials, lead.lacks_track, lead.years_to_serve) == (1, False, 0)
    assert (chief.open_essentials, chief.lacks_track) == (1, True)


def test_equals_stand_by_id_whatever_their_order() -> None:
    people = crew()[::-1]
    team = team_of(crew_catalogue(), people, {one.id: crew_ratings(one.id) for one in people})
    assert nearest(found(team)["coach"]) == ("ann", pytest.approx(6 / 8))


def test_roles_without_a_successor() -> None:
    """The nearest one must be at 60 % at least: 12/19 is, 1/5 is not; the host asks nothing."""
    assert [one.role for one in found().values() if not one.has_successor] == ["host", "chief"]


def test_years_still_to_serve_keep_one_from_being_ready() -> None:
    """Ben holds all that a lead needs, but is a clerk for less than two years."""
    levels = (("law", 4.0), ("talk", 3.0), ("money", 2.0))
    ratings = [
        Rating(entry=entry, skill=skill, level=level, by=Rater.AGREED, on=TODAY)
        for entry, (skill, level) in enumerate(levels)
    ]
    team = team_of(crew_catalogue(), crew(), {"ben": ratings, "cyd": ratings})
    lead = found(team)["lead"]
    assert [person.id for person in lead.ready] == ["cyd"]
    assert nearest(lead) == ("ben", 1.0)
    assert lead.nearest is not None
    assert lead.nearest.years_to_serve == pytest.approx(2 - 691 / 365.25)


def test_a_wish_keeps_nobody_from_being_ready_and_is_known_from_its_day_on() -> None:
    ann = crew()[0]
    wish = wish_on(ann, "clerk", TODAY)
    assert wish is not None
    assert wish.stance is Stance.NOT_WANTED
    assert wish_on(ann, "clerk", date(2025, 12, 31)) is None
    assert wish_on(ann, "lead", TODAY) is None


def test_nobody_succeeds_in_a_team_of_nobody() -> None:
    roles = found(replace(team_of(crew_catalogue(), (), {})))
    assert all(not one.ready and one.nearest is None for one in roles.values())


def test_it_stops_once_nobody_wants_it() -> None:
    team = crew_team()
    answers = iter([True, True, False])
    stopped = succession(team, Standings(team), lambda: next(answers))
    assert [one.role for one in stopped] == ["clerk", "lead"]
