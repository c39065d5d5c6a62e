"""What the inspector says of a role, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.core.graph import PromotionGraph
from planner.core.text import Source, Texts
from planner.report.map.state import map_state
from planner.report.roles.card import RoleCard, Way, role_card, sources_line
from tests.catalogues import TODAY, small_catalogue, small_gaps, small_person

GRAPH = PromotionGraph(small_catalogue())


def card(role: str, texts: Texts, *, target: str | None = "cto", present: str = "") -> RoleCard:
    person = small_person(target)
    if present:
        person = replace(person, role=present)
    gaps = small_gaps(GRAPH, person)
    return role_card(GRAPH, gaps[role], map_state(GRAPH, person, gaps, TODAY), role, texts)


def test_a_next_role(english: Texts) -> None:
    said = card("director", english)
    assert said.place == "Client track · Rank 3"
    assert said.name == "Regional client director"
    assert said.purpose == "Regional client directors do it."
    assert said.verdict == "60–80 % ready"
    assert said.is_open
    assert said.open_line == "1 essential open · 1 unrated"
    # Served: 730 days of 3 years; 1095.75 - 730 days are a year to the first decimal.
    assert said.conditions == (
        "1 year still to serve as Account manager",
        "No role held yet in Line track",
    )
    assert [skill.skill for skill in said.missing] == ["negotiation", "law"]
    assert said.ways_heading == "How you get there"
    assert said.ways == (Way("directly", ("promotion · 3–5\u00a0y · article §4",)),)
    assert said.sources == "Move: article §4.\nRole: article §4.\nLevels: editorial."


def test_the_same_in_chinese(chinese: Texts) -> None:
    said = card("director", chinese)
    assert said.place == "客户序列 · 第 3 级"
    assert said.open_line == "1 项必备未达 · 1 项未评"
    assert said.ways[0].lines == ("晋升 · 3–5\u00a0年 · 原文 §4",)


def test_a_role_without_requirements_is_told_in_chinese(chinese: Texts) -> None:
    assert card("cto", chinese).open_line == "该职位没有列出要求，因此就绪度未知。"


def test_a_target_further_away_is_told_step_by_step(english: Texts) -> None:
    said = card("cto", english)
    assert said.verdict == "Readiness unknown"
    assert said.open_line == "This role names no requirements, so readiness is unknown."
    assert said.nothing_missing == "Nothing can be compared."
    assert said.ways == (
        Way(
            "via Line manager",
            (
                "2 moves",
                "to Line manager: change of track · 2\u00a0y · editorial",
                "to Chief technology officer: dual ladder · 4–6.5\u00a0y · editorial",
            ),
            is_on_route=True,
        ),
    )
    assert said.sources == "Moves: editorial.\nRole: editorial."


def test_the_present_role_tells_where_it_leads(english: Texts) -> None:
    said = card("manager", english)
    assert said.ways_heading == "Where it leads"
    assert [(way.heading, way.is_on_route) for way in said.ways] == [
        ("Regional client director", False),
        ("Line manager", True),
    ]
    assert said.nothing_missing == "Nothing is missing: every required level is held."
    assert said.missing == ()


def test_a_role_that_no_move_leads_to(english: Texts) -> None:
    said = card("lead", english)
    assert said.ways == ()
    assert said.conditions == ("Ready: nothing essential is open, and the usual time is served",)
    assert not said.is_open


def test_a_precondition_is_said(english: Texts) -> None:
    said = card("manager", english, present="line-manager", target=None)
    assert said.ways == (Way("directly", ("return · editorial", "Commercial sense.")),)


def test_nothing_is_said_where_nothing_is_given(english: Texts) -> None:
    catalogue = small_catalogue()
    unsaid = replace(
        catalogue,
        roles=tuple(
            replace(
                role,
                source=Source(""),
                requires=tuple(replace(one, source=Source("")) for one in role.requires),
            )
            for role in catalogue.roles
        ),
        moves=tuple(replace(move, source=Source(""), years=None) for move in catalogue.moves),
    )
    graph = PromotionGraph(unsaid)
    person = small_person("cto")
    gaps = small_gaps(graph, person)
    state = map_state(graph, person, gaps, TODAY)
    said = role_card(graph, gaps["director"], state, "director", english)
    assert said.ways == (Way("directly", ("promotion",)),)
    assert said.sources == ""
    assert "not given" not in str(role_card(graph, gaps["cto"], state, "cto", english).ways)


def test_a_source_that_only_some_give_is_said(english: Texts) -> None:
    role = GRAPH.catalogue.role("director")
    first, *others = role.requires
    mixed = replace(role, requires=(replace(first, source=Source("")), *others), source=Source(""))
    assert sources_line(mixed, (), english) == "Levels: source not given, editorial."


def test_somebody_in_an_unknown_role_sees_the_ways_from_everywhere(english: Texts) -> None:
    said = card("director", english, present="gone")
    assert [way.heading for way in said.ways] == [
        "from Account manager",
        "from Junior account manager",
    ]


def test_nobody_is_told_of_no_readiness(english: Texts) -> None:
    said = role_card(GRAPH, None, map_state(GRAPH, None, {}, TODAY), "director", english)
    assert (said.verdict, said.open_line, said.missing, said.nothing_missing) == ("", "", (), "")
    with pytest.raises(KeyError):
        role_card(GRAPH, None, map_state(GRAPH, None, {}, TODAY), "gone", english)
