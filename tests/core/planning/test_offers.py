"""Suggestions for a step, and what a finished action has earned and moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import Action, ActionState
from planner.core.gaps import Basis
from planner.core.keeping.career_edits import LONGEST_TITLE
from planner.core.model import Practice, PracticeKind
from planner.core.people import Rater, Rating
from planner.core.planning.offers import Earned, earned, moved, numbered, suggested_actions
from planner.core.text import Texts, same_text
from tests.plan_sample import DAY, plan_actions, plan_career, plan_catalogue

CATALOGUE = plan_catalogue()
FINISHED = date(2026, 10, 1)


def done(**more: object) -> Action:
    known = {"skill": "contract-law", "from_level": 1.0, "to_level": 2.0}
    return Action(
        id="action-1",
        title="Mark up two contracts",
        made=date(2026, 9, 1),
        state=ActionState.DONE,
        finished=FINISHED,
        **(known | more),  # type: ignore[arg-type]
    )


def rated(level: float | None, on: date, by: Rater = Rater.AGREED, entry: int = 1) -> Rating:
    return Rating(entry=entry, skill="contract-law", level=level, by=by, on=on)


BEFORE, AFTER = date(2026, 9, 30), date(2026, 10, 2)


def steps(held: float | None, required: float, texts: Texts) -> list[tuple[object, ...]]:
    made = suggested_actions(CATALOGUE, "contract-law", held, required, texts)
    return [(one.kind, one.from_level, one.to_level, one.hours) for one in made]


def test_suggestions_lead_beyond_what_is_held_and_no_further_than_required(english: Texts) -> None:
    # The catalogue has practice up to level 3 (30 h) and a course up to level 2 (12 h).
    practice, course = PracticeKind.EXPERIENCE, PracticeKind.EDUCATION
    assert steps(1.0, 3.0, english) == [(practice, 1.0, 3.0, 30.0), (course, 1.0, 2.0, 12.0)]
    assert steps(None, 2.0, english) == [(practice, None, 2.0, 30.0), (course, None, 2.0, 12.0)]
    assert steps(2.0, 3.0, english) == [(practice, 2.0, 3.0, 30.0)]
    assert steps(3.0, 4.0, english) == []


def test_a_suggestion_that_does_not_say_how_far_leads_all_the_way(english: Texts) -> None:
    law, *others = CATALOGUE.skills
    open_end = Practice(kind=PracticeKind.EXPOSURE, text=same_text("x" * 400))
    catalogue = replace(CATALOGUE, skills=(replace(law, practice=(open_end,)), *others))
    (made,) = suggested_actions(catalogue, "contract-law", 3.5, 4.0, english)
    assert (made.from_level, made.to_level, made.hours) == (3.5, 4.0, None)
    # A title has its limit; the whole is kept in the notes.
    assert made.title == "x" * (LONGEST_TITLE - 1) + "…"
    assert made.notes == "x" * 400


def test_suggestions_speak_the_language(chinese: Texts) -> None:
    first = suggested_actions(CATALOGUE, "contract-law", 1.0, 3.0, chinese)[0]
    assert first.title == "在律师指导下批注两份真实合同。"


def test_drafts_get_ids_of_their_own(english: Texts) -> None:
    drafts = suggested_actions(CATALOGUE, "contract-law", 1.0, 3.0, english)
    made = numbered(drafts, plan_career(), DAY)
    assert [(one.id, one.made) for one in made] == [("action-10", DAY), ("action-11", DAY)]


def test_a_finished_action_has_earned_its_level() -> None:
    assert earned(done(), [rated(1.0, BEFORE)], Basis.AGREED, DAY) == Earned(
        action="action-1",
        skill="contract-law",
        level=2.0,
        evidence="Mark up two contracts",
    )
    with_evidence = earned(done(evidence="Minutes"), [], Basis.AGREED, DAY)
    assert with_evidence is not None
    assert with_evidence.evidence == "Minutes"


@pytest.mark.parametrize(
    "action",
    [
        done(skill=None, from_level=None, to_level=None),
        done(to_level=None),
        replace(done(), state=ActionState.DROPPED),
        replace(done(), state=ActionState.DOING, finished=None),
    ],
)
def test_only_what_is_done_and_leads_to_a_level_has_earned_one(action: Action) -> None:
    assert earned(action, [rated(1.0, BEFORE)], Basis.AGREED, DAY) is None


@pytest.mark.parametrize(
    ("ratings", "is_offered"),
    [
        ([rated(2.0, BEFORE)], False),
        ([rated(2.5, BEFORE)], False),
        ([rated(None, BEFORE)], False),
        ([rated(1.5, BEFORE)], True),
        # The person has rated it since, though the agreed rating of before still counts.
        ([rated(1.0, BEFORE), rated(2.0, AFTER, Rater.SELF, 2)], False),
        ([rated(1.0, BEFORE), rated(2.0, FINISHED, Rater.SELF, 2)], False),
        ([rated(1.0, BEFORE), rated(2.0, BEFORE, Rater.SELF, 2)], True),
        ([rated(1.0, BEFORE), rated(1.5, AFTER, Rater.SELF, 2)], True),
    ],
)
def test_it_is_offered_where_it_lies_above_what_counts_and_is_not_rated_yet(
    ratings: list[Rating], is_offered: bool
) -> None:
    assert (earned(done(), ratings, Basis.AGREED, DAY) is not None) == is_offered


def test_what_a_finished_action_has_moved() -> None:
    before, after = rated(1.0, BEFORE), rated(2.0, AFTER, entry=2)
    found = moved(done(), [before, after], Basis.AGREED, DAY)
    assert found is not None
    assert (found.skill, found.before, found.after) == ("contract-law", before, after)
    # A rating of the day of the finish is one since.
    on_the_day = rated(2.0, FINISHED, entry=2)
    found = moved(done(), [before, on_the_day], Basis.AGREED, DAY)
    assert found is not None
    assert (found.before, found.after) == (before, on_the_day)


def test_what_nobody_has_rated_since_has_not_moved() -> None:
    before = rated(1.0, BEFORE)
    found = moved(done(), [before, rated(2.0, AFTER, Rater.SELF, 2)], Basis.AGREED, DAY)
    assert found is not None
    assert (found.before, found.after) == (before, None)
    found = moved(done(), [before, rated(2.0, AFTER, entry=2)], Basis.AGREED, FINISHED)
    assert found is not None
    assert found.after is None
    assert moved(done(skill=None, to_level=None), [], Basis.AGREED, DAY) is None
    assert moved(plan_actions()[0], [], Basis.AGREED, DAY) is None
