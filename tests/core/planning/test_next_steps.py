"""The next best step, by hand and by trying each step out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.gaps import Basis, Gap, gaps_with
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Requirement
from planner.core.people import Person, Rater, Rating, Stance, Wish
from planner.core.planning.next_steps import KeySkill, NextSteps, next_steps, roles_within_reach
from planner.core.planning.what_if import WhatIf, imagined_ratings
from planner.core.routing.standing import standing
from tests.core.routing.test_by_force import frameworks
from tests.route_sample import DAY, catalogue_of, move, role


def _asks(skill: str, level: float, weight: float = 1.0, *, essential: bool = True) -> Requirement:
    return Requirement(skill=skill, level=level, weight=weight, essential=essential)


#   d ──▶ a ──▶ b ──▶ c      talk and law: 52 hours to 1, 156 to 2, 312 to 3; tact: nobody says
ROW = catalogue_of(
    [
        role("a", requires=(_asks("tact", 3),)),
        role("b", requires=(_asks("talk", 2), _asks("law", 1, 2))),
        role("c", requires=(_asks("talk", 3),)),
        role("d", requires=(_asks("law", 3, 9), _asks("tact", 1, 9))),
    ],
    [move("a", "b"), move("b", "c"), move("d", "a")],
)


def person_in(role_id: str) -> Person:
    """Return somebody who has held one role for a year."""
    return Person(id="p", name="P", catalogue="c", role=role_id, since=date(2025, 11, 26))


def ratings(levels: dict[str, float | None]) -> dict[str, Rating]:
    """Return ratings that count."""
    return {
        skill: Rating(entry=1, skill=skill, level=level, by=Rater.SELF, on=DAY)
        for skill, level in levels.items()
    }


def gaps_of(catalogue: Catalogue, person: Person, counting: dict[str, Rating]) -> dict[str, Gap]:
    """Return the gaps to every role."""
    graph = PromotionGraph(catalogue)
    return dict(gaps_with(graph, person, counting, basis=Basis.AGREED, as_of=DAY))


def steps_of(catalogue: Catalogue, role_id: str, levels: dict[str, float | None]) -> NextSteps:
    """Return the steps of somebody."""
    person, counting = person_in(role_id), ratings(levels)
    here = standing(catalogue, person, counting, DAY)
    return next_steps(PromotionGraph(catalogue), here, gaps_of(catalogue, person, counting))


def test_steps_by_hand() -> None:
    found = steps_of(ROW, "a", {"talk": 1.0})
    assert found.within_reach == ("b", "c")
    law, talk, tact = found.steps
    # Law from nothing to 1: in b 2 × 1 of 2 + 2. It takes 52 hours.
    assert (law.skill, law.from_level, law.to_level, law.hours) == ("law", 0.0, 1.0, 52.0)
    assert law.readiness_added == pytest.approx(1 / 2)
    assert law.per_hour == pytest.approx(1 / 104)
    # Talk 1 → 2: in b 1 of 4, in c 1 of 3. It takes 104 hours.
    assert (talk.skill, talk.from_level, talk.to_level, talk.hours) == ("talk", 1.0, 2.0, 104.0)
    assert talk.readiness_added == pytest.approx(1 / 4 + 1 / 3)
    # Nobody within reach asks for tact: a is where one is, d lies behind.
    assert (tact.skill, tact.hours, tact.per_hour) == ("tact", None, None)
    assert tact.readiness_added == 0.0
    assert not tact.adds
    assert found.key_skill == KeySkill(skill="talk", essential_in=2, open_in=2)


def test_the_last_essential_skill_makes_ready() -> None:
    found = steps_of(ROW, "a", {"talk": 2.0})
    assert {step.skill: step.makes_ready for step in found.steps} == {
        "law": ("b",),
        "talk": ("c",),
        "tact": (),
    }
    assert found.key_skill == KeySkill(skill="talk", essential_in=2, open_in=1)


def test_for_one_role_only_what_it_asks_for_adds() -> None:
    person, counting = person_in("a"), ratings({"talk": 1.0})
    here = standing(ROW, person, counting, DAY)
    gaps = gaps_of(ROW, person, counting)
    found = next_steps(PromotionGraph(ROW), here, gaps, role="c")
    # Law adds most by hour over b and c; c asks for talk alone, of which 1 → 2 is a third.
    assert [step.skill for step in found.steps if step.adds] == ["talk"]
    assert found.steps[0].readiness_added == pytest.approx(1 / 3)
    assert found.steps[0].essential_in == 1
    assert (found.role, found.key_skill) == ("c", None)
    # A role that no move leads to has its steps, too.
    behind = next_steps(PromotionGraph(ROW), here, gaps, role="d")
    assert {step.skill for step in behind.steps if step.adds} == {"law", "tact"}


def test_a_role_that_is_not_wanted_does_not_count() -> None:
    wishes = (
        Wish(role="b", stance=Stance.NOT_WANTED, on=DAY),
        Wish(role="c", stance=Stance.NOT_WANTED, on=DAY + timedelta(days=1)),
        Wish(role="c", stance=Stance.NO_OPENING, on=DAY),
    )
    person, counting = replace(person_in("a"), wishes=wishes), ratings({"talk": 1.0})
    assert person.unwanted(DAY) == {"b"}
    here = standing(ROW, person, counting, DAY)
    found = next_steps(
        PromotionGraph(ROW), here, gaps_of(ROW, person, counting), unwanted=person.unwanted(DAY)
    )
    assert (found.within_reach, found.unwanted) == (("c",), 1)
    assert [step.skill for step in found.steps if step.adds] == ["talk"]
    assert found.key_skill == KeySkill(skill="talk", essential_in=1, open_in=1)


def test_a_role_whose_years_or_tracks_are_missing_is_not_made_ready() -> None:
    gated = replace(
        ROW,
        roles=tuple(replace(one, after=("line",)) if one.id == "c" else one for one in ROW.roles),
        moves=(replace(ROW.moves[0], years=(2.0, 3.0)), *ROW.moves[1:]),
    )
    assert not any(step.makes_ready for step in steps_of(gated, "a", {"talk": 2.0}).steps)


def test_no_step_at_the_top_nor_for_what_does_not_apply() -> None:
    found = steps_of(ROW, "a", {"talk": 3.0, "law": None})
    assert [step.skill for step in found.steps] == ["tact"]
    between = steps_of(ROW, "a", {"talk": 1.25}).steps
    assert [(step.from_level, step.to_level) for step in between if step.skill == "talk"] == [
        (1.25, 2.0)
    ]


def test_a_step_without_hours_is_last_and_one_that_costs_nothing_first() -> None:
    free = tuple(
        replace(skill, hours=((1.0, 0.0), (2.0, 0.0), (3.0, 0.0))) if skill.id == "law" else skill
        for skill in ROW.skills
    )
    asking = tuple(
        replace(one, requires=(*one.requires, _asks("tact", 1, 90))) if one.id == "b" else one
        for one in ROW.roles
    )
    found = steps_of(replace(ROW, skills=free, roles=asking), "a", {"talk": 1.0})
    assert [step.skill for step in found.steps] == ["law", "talk", "tact"]
    assert found.steps[0].per_hour is None
    assert found.steps[2].readiness_added > found.steps[0].readiness_added
    useless = steps_of(replace(ROW, skills=free), "a", {"law": 1.0, "talk": 1.0})
    assert [step.skill for step in useless.steps] == ["talk", "law", "tact"]


def test_where_nothing_is_within_reach() -> None:
    found = steps_of(ROW, "c", {})
    assert (found.within_reach, found.key_skill) == ((), None)
    assert not any(step.adds for step in found.steps)
    assert roles_within_reach(PromotionGraph(ROW), "unknown") == ()
    assert steps_of(replace(ROW, skills=(), roles=(), moves=()), "x", {}).key_skill is None


@given(
    catalogue=frameworks(),
    levels=st.dictionaries(
        st.sampled_from(["talk", "law", "tact"]), st.none() | st.sampled_from([0.0, 0.5, 1.0, 3.0])
    ),
)
@settings(max_examples=150, deadline=None)
def test_equal_to_trying_each_step(catalogue: Catalogue, levels: dict[str, float | None]) -> None:
    person, counting = person_in("r0"), ratings(levels)
    found = steps_of(catalogue, "r0", levels)
    reach = {"r0"}
    for _ in catalogue.roles:
        reach |= {one.to_role for one in catalogue.moves if one.from_role in reach}
    assert set(found.within_reach) == reach - {"r0"}
    before = gaps_of(catalogue, person, counting)
    for step in found.steps:
        imagined = WhatIf(levels={step.skill: step.to_level})
        after = gaps_of(catalogue, person, dict(imagined_ratings(counting, imagined, DAY)))
        added = sum(
            (after[role].readiness.low if after[role].readiness else 0.0)
            - (before[role].readiness.low if before[role].readiness else 0.0)
            for role in found.within_reach
        )
        assert step.readiness_added == pytest.approx(added, abs=1e-9)
        assert step.makes_ready == tuple(
            role for role in found.within_reach if after[role].ready and not before[role].ready
        )
    estimated = [step.per_hour for step in found.steps if step.per_hour is not None]
    assert estimated == sorted(estimated, reverse=True)
