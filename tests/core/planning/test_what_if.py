"""What is imagined, against figures worked out by hand and against the same thing made real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.errors import PlannerError
from planner.core.gaps import Basis, Gap, gaps_with
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Requirement
from planner.core.people import Person, Position, Rater, Rating
from planner.core.planning.what_if import (
    WhatIf,
    check_what_if,
    imagined_person,
    imagined_ratings,
    without_effect,
)
from planner.core.routing.standing import standing
from tests.route_sample import DAY, catalogue_of, move, role

_PORTABLE = {"talk": 0.5, "law": 1.0, "tact": 0.8}


def _catalogue() -> Catalogue:
    plain = catalogue_of(
        [
            role("a", requires=(Requirement(skill="talk", level=1),)),
            role(
                "b",
                "line",
                requires=(
                    Requirement(skill="talk", level=2),
                    Requirement(skill="law", level=3, weight=2, essential=False),
                ),
            ),
            role("c", after=("line",), requires=(Requirement(skill="talk", level=2),)),
        ],
        [move("a", "b", (1, 2)), move("b", "c", (2, 3)), move("a", "c")],
    )
    skills = tuple(replace(skill, portability=_PORTABLE[skill.id]) for skill in plain.skills)
    return replace(plain, skills=skills)


GRAPH = PromotionGraph(_catalogue())
PERSON = Person(
    id="p", name="P", catalogue="c", role="a", since=date(2024, 11, 26), industry="banking"
)


def rated(**levels: float | None) -> dict[str, Rating]:
    """Return ratings that count."""
    return {
        skill: Rating(entry=entry, skill=skill, level=level, by=Rater.AGREED, on=DAY)
        for entry, (skill, level) in enumerate(levels.items(), start=1)
    }


def gaps_of(what_if: WhatIf, person: Person = PERSON, **levels: float | None) -> dict[str, Gap]:
    """Return the gaps of the imagined person."""
    counting = imagined_ratings(rated(**levels), what_if, DAY)
    seen = imagined_person(person, what_if, DAY)
    found = gaps_with(
        GRAPH, seen, counting, basis=Basis.AGREED, as_of=DAY, industry=what_if.industry
    )
    return dict(found)


def test_a_level_stands_in_the_place_of_the_rating() -> None:
    # Talk 1 of 2 and law unrated of 3 at weight 2: 1/8 to 7/8. Talk 2, law 3: all of it.
    found = gaps_of(WhatIf(), talk=1.0)["b"]
    assert found.readiness is not None
    assert (found.readiness.low, found.readiness.high) == (1 / 8, 7 / 8)
    imagined = gaps_of(WhatIf(levels={"talk": 2.0, "law": 3.0}), talk=1.0)["b"]
    assert imagined.readiness is not None
    assert imagined.readiness.low == 1.0
    assert imagined.ready
    assert [skill.rating.is_imagined for skill in imagined.skills if skill.rating] == [True, True]
    # What does not apply leaves the sum: talk 1 of 2 is half.
    without = gaps_of(WhatIf(levels={"law": None}), talk=1.0)["b"]
    assert without.readiness is not None
    assert (without.readiness.low, without.readiness.high) == (0.5, 0.5)


def test_in_another_industry_each_level_counts_in_part() -> None:
    found = gaps_of(WhatIf(industry="retail", levels={"law": 3.0}), talk=2.0)["b"]
    # Talk 2 × 0.5 is 1 of 2; law 3 × 1: (1 + 6) / 8.
    assert found.readiness is not None
    assert found.readiness.low == 7 / 8
    assert gaps_of(WhatIf(industry="banking"), talk=2.0) == gaps_of(WhatIf(), talk=2.0)


def test_a_role_is_taken_up_today_and_those_before_it_were_held() -> None:
    seen = imagined_person(PERSON, WhatIf(role="b"), DAY)
    assert (seen.role, seen.since) == ("b", DAY)
    assert seen.positions == (
        Position(role="a", since=date(2024, 11, 26), until=DAY - timedelta(days=1)),
    )
    # Nothing of the two years that a move out of b usually waits for is served.
    assert gaps_of(WhatIf(role="b"), talk=2.0)["c"].years_to_serve == 2.0
    assert gaps_of(WhatIf(role="b"), talk=2.0)["c"].missing_tracks == ()
    assert gaps_of(WhatIf(), talk=2.0)["c"].missing_tracks == ("line",)
    here = standing(GRAPH.catalogue, seen, rated(), DAY)
    assert (here.role, here.years_served, here.tracks) == ("b", 0.0, {"client", "line"})


def test_the_role_that_is_held_changes_nothing() -> None:
    assert imagined_person(PERSON, WhatIf(role="a"), DAY) == PERSON


def test_a_role_on_a_past_day_forgets_what_came_later() -> None:
    person = replace(
        PERSON,
        role="c",
        since=date(2026, 1, 1),
        positions=(Position(role="b", since=date(2020, 1, 1), until=date(2022, 1, 1)),),
    )
    day = date(2021, 6, 1)
    seen = imagined_person(person, WhatIf(role="a"), day)
    assert seen.positions == (Position(role="b", since=date(2020, 1, 1), until=date(2021, 5, 31)),)
    assert seen.position_on(day) == Position(role="a", since=day)
    # Before the first position that one is held; so it is here a past one.
    early = imagined_person(person, WhatIf(role="a"), date(2019, 1, 1))
    assert set(early.roles_held(date(2019, 1, 1))) == {"a", "b"}


def test_hours_a_week() -> None:
    seen = imagined_person(PERSON, WhatIf(hours_a_week=5.0), DAY)
    assert standing(GRAPH.catalogue, seen, rated(), DAY).hours_a_week == 5.0
    assert replace(seen, hours_a_week=PERSON.hours_a_week) == PERSON


def test_levels_come_and_go() -> None:
    what_if = WhatIf().with_level("talk", 2.0).with_level("law", None)
    assert what_if.levels == {"talk": 2.0, "law": None}
    assert what_if.without_level("talk").levels == {"law": None}
    assert what_if.without_level("talk").without_level("law").is_empty
    assert not WhatIf(role="b").is_empty


def test_what_is_so_anyway_has_no_effect() -> None:
    counting = rated(talk=2.0, law=None)
    same = WhatIf(levels={"talk": 2.0, "law": None}, hours_a_week=3.0, industry="banking", role="a")
    assert without_effect(same, PERSON, counting, DAY).is_empty
    other = WhatIf(levels={"talk": 1.0, "tact": 0.0}, hours_a_week=4.0, industry="x", role="b")
    assert without_effect(other, PERSON, counting, DAY) == other
    # Whoever has no industry is in another one anywhere.
    nowhere = replace(PERSON, industry="")
    assert without_effect(WhatIf(industry="x"), nowhere, counting, DAY) == WhatIf(industry="x")


@pytest.mark.parametrize(
    ("what_if", "said"),
    [
        (WhatIf(levels={"talk": 3.5}), "level"),
        (WhatIf(levels={"talk": float("nan")}), "level"),
        (WhatIf(hours_a_week=0.0), "hours"),
        (WhatIf(hours_a_week=169.0), "hours"),
        (WhatIf(industry=" "), "industry"),
        (WhatIf(industry="a\x00b"), "control"),
        (WhatIf(industry="x" * 201), "longer"),
    ],
)
def test_what_cannot_be_imagined(what_if: WhatIf, said: str) -> None:
    with pytest.raises(PlannerError) as raised:
        check_what_if(what_if, GRAPH.catalogue)
    assert said in raised.value.happened.text


def test_what_can_be_imagined() -> None:
    what_if = WhatIf(levels={"talk": 2.5, "law": None}, hours_a_week=168.0, industry="X", role="b")
    check_what_if(what_if, GRAPH.catalogue)
    check_what_if(WhatIf(), GRAPH.catalogue)
    with pytest.raises(KeyError):
        check_what_if(WhatIf(role="nowhere"), GRAPH.catalogue)


LEVELS = st.dictionaries(
    st.sampled_from(["talk", "law", "tact"]),
    st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.0, 2.5, 3.0]),
)


@given(levels=LEVELS)
def test_nothing_imagined_is_identity(levels: dict[str, float | None]) -> None:
    assert imagined_person(PERSON, WhatIf(), DAY) is PERSON
    assert imagined_ratings(rated(**levels), WhatIf(), DAY) == rated(**levels)
    assert gaps_of(WhatIf(), **levels) == gaps_of(
        WhatIf(levels={}).with_level("talk", 1.0).without_level("talk"), **levels
    )


@given(levels=LEVELS, imagined=LEVELS, role_id=st.none() | st.sampled_from(["a", "b", "c"]))
def test_it_is_as_if_it_were_so(
    levels: dict[str, float | None], imagined: dict[str, float | None], role_id: str | None
) -> None:
    found = gaps_of(WhatIf(levels=imagined, role=role_id), **levels)
    person = PERSON
    if role_id not in (None, "a"):
        past = Position(role="a", since=PERSON.since, until=DAY - timedelta(days=1))
        person = replace(PERSON, role=role_id, since=DAY, positions=(past,))
    real = gaps_of(WhatIf(), person, **{**levels, **imagined})
    for id_, gap in real.items():
        assert (found[id_].readiness, found[id_].ready) == (gap.readiness, gap.ready)
        assert found[id_].open_essentials == gap.open_essentials


@given(
    levels=LEVELS,
    skill=st.sampled_from(["talk", "law", "tact"]),
    low=st.floats(0, 3),
    high=st.floats(0, 3),
)
def test_readiness_never_falls_as_a_level_rises(
    levels: dict[str, float | None], skill: str, low: float, high: float
) -> None:
    lower, higher = sorted((low, high))
    before = gaps_of(WhatIf(levels={skill: lower}), **levels)
    after = gaps_of(WhatIf(levels={skill: higher}), **levels)
    for id_, gap in before.items():
        then = after[id_].readiness
        if gap.readiness is not None and then is not None:
            assert then.low >= gap.readiness.low
            assert then.high >= gap.readiness.high
        assert after[id_].ready or not gap.ready
