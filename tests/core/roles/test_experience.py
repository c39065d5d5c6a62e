"""The tracks that a role asks for, and the shortest way that fulfils them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person, Position
from planner.core.roles.experience import TrackAsked, asks_for_both, shortest_route, tracks_asked
from planner.core.routing.standing import Standing, standing
from tests.catalogues import TODAY, small_catalogue, small_person


def stands(catalogue: Catalogue, person: Person) -> Standing:
    return standing(catalogue, person, {}, TODAY)


def test_which_tracks_are_asked_for_and_held() -> None:
    # The director asks for the line track; the manager has been in the client track alone.
    small, person = small_catalogue(), small_person()
    assert tracks_asked(small, "director", stands(small, person)) == (
        TrackAsked(track="line", is_held=False),
    )
    led = Position(role="lead", since=date(2020, 1, 1), until=date(2021, 2, 28))
    been = replace(person, positions=(led, *person.positions))
    assert tracks_asked(small, "director", stands(small, been)) == (
        TrackAsked(track="line", is_held=True),
    )
    assert tracks_asked(small, "manager", stands(small, person)) == ()


def test_the_way_goes_round_by_the_track_that_is_missing() -> None:
    # The direct move is barred: manager → line manager, and back to the manager is no way, for
    # no role is held twice; so nothing leads on to the director.
    small = small_catalogue()
    graph = PromotionGraph(small)
    assert shortest_route(graph, stands(small, small_person()), "director") is None
    lead = replace(small_person(), role="lead", positions=())
    route = shortest_route(graph, stands(small, lead), "director")
    assert route is not None
    assert route.roles == ("lead", "line-manager", "manager", "director")
    assert route.both_experiences


@pytest.mark.parametrize("role", ["general-executive", "community-operator"])
def test_the_executive_and_the_fused_role_ask_for_both_experiences(
    shipped: Catalogue, role: str
) -> None:
    assert asks_for_both(shipped, role)
    assert not asks_for_both(shipped, "account-manager")
    person = Person(
        id="p", name="P", catalogue="am-lm", role="account-manager", since=date(2024, 1, 1)
    )
    where = stands(shipped, person)
    asked = {track.track: track.is_held for track in tracks_asked(shipped, role, where)}
    assert asked == {"client": True, "line": False}
    route = shortest_route(PromotionGraph(shipped), where, role)
    assert route is not None
    assert route.roles == ("account-manager", "line-manager", role)
    assert route.both_experiences
