"""A guided assessment: what it asks for, what has been answered, and what it makes of readiness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.gaps import Basis, Interval
from planner.core.graph import PromotionGraph
from planner.core.people import Rater, Rating
from planner.core.skills.assessment import (
    Assessment,
    gaps_around,
    raters_in_sight,
    skills_to_assess,
)
from tests.gap_sample import sample_catalogue, sample_person, sample_ratings

TODAY = date(2026, 11, 23)
CATALOGUE = sample_catalogue()
GRAPH = PromotionGraph(CATALOGUE)
# By weight 3, 2 and 1, equals in the catalogue's order.
BY_WEIGHT = (
    "contract-law", "negotiation",
    "budgeting", "crm", "strategy", "packaging",
    "talent", "cross-cultural", "emotional",
)  # fmt: skip
ROUND = Assessment(
    by=Rater.SELF, role="director", only_due=False, skills=("a", "b", "c", "d"), begun=10
)


def rated(entry: int, skill: str, level: float | None = 3.0, by: Rater = Rater.SELF) -> Rating:
    return Rating(entry=entry, skill=skill, level=level, by=by, on=TODAY)


def asked(by: Rater, role: str = "director", **how: object) -> tuple[str, ...]:
    return skills_to_assess(
        CATALOGUE,
        sample_ratings(),
        by=by,
        role=role,
        only_due=bool(how.get("only_due", False)),
        as_of=TODAY,
        months=int(str(how.get("months", 12))),
    )


def test_the_heaviest_skills_come_first() -> None:
    assert asked(Rater.SELF) == BY_WEIGHT


def test_a_role_is_asked_about_its_own_skills() -> None:
    assert asked(Rater.SELF, "account-manager") == ("negotiation",)
    assert asked(Rater.SELF, "host") == ()


def test_all_skills_go_by_the_most_that_a_role_gives() -> None:
    bare = replace(
        CATALOGUE,
        roles=(
            replace(
                CATALOGUE.role("account-manager"),
                requires=(replace(CATALOGUE.role("director").requires[2], weight=9.0),),
            ),
            CATALOGUE.role("host"),
        ),
    )
    found = skills_to_assess(bare, (), by=Rater.SELF, role="", only_due=False, as_of=TODAY)
    assert found[0] == "negotiation"
    assert found[1:] == tuple(skill.id for skill in CATALOGUE.skills if skill.id != "negotiation")


def test_what_is_due_has_no_rating_of_this_rater_or_a_stale_one() -> None:
    # Own: CRM alone, in January 2025; agreed: five skills in March 2026.
    assert asked(Rater.SELF, only_due=True) == BY_WEIGHT
    assert asked(Rater.AGREED, only_due=True) == ("negotiation", "crm", "talent", "emotional")
    assert asked(Rater.AGREED, only_due=True, months=6) == BY_WEIGHT
    assert asked(Rater.SELF, only_due=True, months=24) == tuple(
        skill for skill in BY_WEIGHT if skill != "crm"
    )


def test_an_answer_is_a_rating_of_this_rater_since_the_round_began() -> None:
    ratings = (
        rated(9, "a"),
        rated(10, "b"),
        rated(11, "c", by=Rater.MANAGER),
        rated(12, "b", 4.0),
        rated(13, "elsewhere"),
    )
    assert {skill: one.entry for skill, one in ROUND.answers(ratings).items()} == {"b": 12}
    assert ROUND.open_skills(ROUND.answers(ratings)) == ("a", "c", "d")


def test_one_goes_on_to_the_next_open_skill_and_round_to_the_first() -> None:
    assert ROUND.following("a", ()) == "b"
    assert ROUND.following("a", ("b",)) == "c"
    assert ROUND.following("d", ("d",)) == "a"
    assert ROUND.following("d", ("a", "b", "c", "d")) is None
    assert ROUND.before("c") == "b"
    assert ROUND.before("a") is None


def test_what_is_skipped_is_asked_for_again_on_request() -> None:
    skipped = ROUND.skip("b").skip("a").skip("b")
    assert skipped.skipped == ("a", "b")
    assert skipped.open_skills(()) == ("c", "d")
    assert skipped.passed_over(("b",)) == ("a",)
    assert skipped.following("d", ("c", "d")) is None
    assert skipped.take_up_skipped().open_skills(("c", "d")) == ("a", "b")


@given(st.permutations("abcd"), st.sets(st.sampled_from("abcd")))
def test_answering_or_skipping_always_comes_to_an_end(order: list[str], skips: set[str]) -> None:
    now, answered = replace(ROUND, skills=tuple(order)), set[str]()
    skill: str | None = order[0]
    steps = 0
    while skill is not None:
        if skill in skips:
            now = now.skip(skill)
        else:
            answered.add(skill)
        skill = now.following(skill, answered)
        steps += 1
    assert steps == len(order)
    assert set(now.passed_over(answered)) == skips


@pytest.mark.parametrize("by", [Rater.SELF, Rater.MANAGER])
def test_until_one_has_answered_one_sees_ones_own_answers_alone(by: Rater) -> None:
    assert raters_in_sight(by, has_answered=False) == {by}
    assert raters_in_sight(by, has_answered=True) == set(Rater)


def test_those_who_agree_see_everything() -> None:
    assert raters_in_sight(Rater.AGREED, has_answered=False) == set(Rater)


def test_the_readiness_before_and_after_a_round() -> None:
    made = replace(ROUND, by=Rater.AGREED, begun=100, skills=BY_WEIGHT)
    answers = (
        rated(100, "contract-law", 2.0, Rater.AGREED),
        rated(101, "talent", 3.0, Rater.AGREED),
        rated(102, "contract-law", 3.0, Rater.AGREED),
    )
    before, after = gaps_around(
        GRAPH,
        sample_person(),
        (*sample_ratings(), *answers),
        made,
        "director",
        basis=Basis.AGREED,
        as_of=TODAY,
    )
    # 42 to 45 of 61; contract law 1 → 3 adds 3·2, talent 3 of 3 closes the interval: 42 + 6 + 3.
    assert before.readiness == Interval(42 / 61, 45 / 61)
    assert after.readiness == Interval(51 / 61, 51 / 61)


def test_answers_of_another_rater_do_not_move_the_basis() -> None:
    made = replace(ROUND, begun=100, skills=BY_WEIGHT)
    ratings = (*sample_ratings(), rated(100, "contract-law", 3.0))
    before, after = gaps_around(
        GRAPH, sample_person(), ratings, made, "director", basis=Basis.AGREED, as_of=TODAY
    )
    assert before.readiness == after.readiness
