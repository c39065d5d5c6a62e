"""What the map says of each role for one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.gaps import Basis, Interval, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.report.map.state import MapState, Relation, RoleState, map_state
from tests.catalogues import TODAY, small_catalogue, small_gaps, small_person

GRAPH = PromotionGraph(small_catalogue())


def state(target: str | None = "cto") -> MapState:
    person = small_person(target)
    return map_state(GRAPH, person, small_gaps(GRAPH, person), TODAY)


def test_the_strongest_relation_of_each_role() -> None:
    relations = {role: shown.relation for role, shown in state().roles.items()}
    assert relations == {
        "junior": Relation.HELD,
        "manager": Relation.YOU,
        "director": Relation.NEXT,
        "lead": Relation.NONE,
        "line-manager": Relation.ROUTE,
        "cto": Relation.TARGET,
    }


def test_the_route_leads_from_the_present_role_to_the_target() -> None:
    shown = state()
    assert shown.route == ("manager", "line-manager", "cto")
    assert shown.is_step_of_route("line-manager", "cto")
    assert not shown.is_step_of_route("cto", "line-manager")
    assert not shown.is_step_of_route("manager", "cto")


@pytest.mark.parametrize("target", [None, "lead", "gone"])
def test_without_a_way_to_a_target_there_is_no_route(target: str | None) -> None:
    assert state(target).route == ()


def test_readiness_is_the_interval_of_the_gap() -> None:
    # Negotiation 3 of 4 weighs 2, contract law up to 2 is unrated: 6/10 to 8/10.
    shown = state().roles["director"]
    assert shown.readiness is not None
    assert (shown.readiness.low, shown.readiness.high) == (0.6, 0.8)
    assert (shown.open_essentials, shown.unrated, shown.is_ready) == (1, 1, False)


def test_a_role_is_unrated_only_where_none_of_its_skills_is_rated() -> None:
    person = small_person("cto")
    nothing_rated = gaps_to_every_role(GRAPH, person, (), basis=Basis.AGREED, as_of=TODAY)
    shown = map_state(GRAPH, person, nothing_rated, TODAY).roles
    assert shown["director"].is_unrated
    assert shown["director"].readiness == Interval(0.0, 1.0)
    assert not shown["cto"].is_unrated
    assert not state().roles["director"].is_unrated


def test_a_role_without_requirements_has_no_readiness() -> None:
    shown = state().roles["cto"]
    assert shown.is_compared
    assert shown.readiness is None
    assert not shown.is_ready


def test_past_positions_have_their_first_and_last_day() -> None:
    assert state().roles["junior"].held == (date(2021, 3, 1), date(2024, 5, 31))
    assert state().roles["manager"].held is None


def test_a_past_position_without_an_end_lasts_until_the_next_one() -> None:
    person = small_person()
    person = replace(person, positions=(replace(person.positions[0], until=None),))
    shown = map_state(GRAPH, person, small_gaps(GRAPH, person), TODAY)
    assert shown.roles["junior"].held == (date(2021, 3, 1), date(2024, 6, 1))


def test_on_a_past_day_the_position_of_that_day_is_the_present_one() -> None:
    person = small_person(None)
    shown = map_state(GRAPH, person, small_gaps(GRAPH, person), date(2022, 1, 1))
    assert shown.present == "junior"
    assert shown.roles["junior"].since == date(2021, 3, 1)
    assert shown.roles["manager"].relation is Relation.NEXT


def test_before_the_first_position_the_first_one_is_the_present_one() -> None:
    person = small_person(None)
    shown = map_state(GRAPH, person, small_gaps(GRAPH, person), date(1990, 1, 1))
    assert shown.present == "junior"
    assert not any(role.held for role in shown.roles.values())


def test_nobody_is_compared_with_nothing() -> None:
    shown = map_state(GRAPH, None, {}, TODAY)
    assert set(shown.roles.values()) == {RoleState()}
    assert (shown.present, shown.target, shown.route) == ("", "", ())


def test_a_present_role_that_the_catalogue_lacks_is_nowhere() -> None:
    person = replace(small_person(), role="gone")
    shown = map_state(GRAPH, person, small_gaps(GRAPH, person), TODAY)
    assert shown.present == ""
    assert shown.target == "cto"
    assert shown.route == ()
    assert not any(role.is_present or role.is_next for role in shown.roles.values())
