"""Everything of one one-on-one, worked out of a career at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.core.graph import PromotionGraph
from planner.core.meeting.changes import LevelChanged
from planner.core.meeting.one_on_one import one_on_one
from planner.core.people import Rater, Rating
from tests.gap_sample import sample_catalogue
from tests.meeting_sample import COURSE, FORECAST, LAST, OPEN, REVIEW, TODAY, sample_career

GRAPH = PromotionGraph(sample_catalogue())


def test_it_is_prepared_with_promises_overdue_changes_and_differences() -> None:
    talk = one_on_one(GRAPH, sample_career(), OPEN, role="director", today=TODAY)
    assert (talk.day, talk.last) == (TODAY, LAST)
    assert [one.promise.action for one in talk.outcomes] == ["action-1", "action-99", "action-2"]
    # The course is overdue too, but stands among the promises of last time.
    assert talk.overdue == (FORECAST,)
    assert talk.promises == (COURSE, REVIEW)
    assert talk.actions == (FORECAST,)
    assert len(talk.changes) == 6
    assert [row.skill for row in talk.differing] == [
        "cross-cultural",
        "contract-law",
        "negotiation",
        "crm",
        "talent",
        "emotional",
    ]
    assert (talk.settled_count, talk.unrated_count) == (3, 0)
    assert talk.effect.is_none


def test_what_is_agreed_in_it_stands_in_its_row_and_nowhere_else() -> None:
    career = sample_career()
    agreed = Rating(entry=99, skill="negotiation", level=4.0, by=Rater.AGREED, on=TODAY)
    career = replace(career, ratings=(*career.ratings, agreed))
    talk = one_on_one(GRAPH, career, OPEN, role="director", today=TODAY)
    assert talk.agreed == (agreed,)
    assert [row.agreed for row in talk.differing if row.skill == "negotiation"] == [agreed]
    assert not [
        one for one in talk.changes if isinstance(one, LevelChanged) and one.after == agreed
    ]
    assert talk.effect.after.open_essentials == ("contract-law", "budgeting")


def test_a_skill_that_nobody_had_rated_counts_as_agreed_once_it_is() -> None:
    career = replace(sample_career(), ratings=())
    talk = one_on_one(GRAPH, career, OPEN, role="director", today=TODAY)
    assert (len(talk.differing), talk.settled_count, talk.unrated_count) == (0, 0, 9)
    agreed = Rating(entry=1, skill="talent", level=3.0, by=Rater.AGREED, on=TODAY)
    talk = one_on_one(GRAPH, replace(career, ratings=(agreed,)), OPEN, role="director", today=TODAY)
    assert (talk.settled_count, talk.unrated_count) == (1, 8)


def test_one_begun_last_week_is_prepared_for_today() -> None:
    begun = replace(OPEN, on=date(2026, 11, 18))
    career = sample_career()
    # Agreed on the Gaps page on the day it was begun: not in this one-on-one.
    agreed = Rating(
        entry=99, skill="negotiation", level=4.0, by=Rater.AGREED, on=date(2026, 11, 18)
    )
    career = replace(career, meetings=(LAST, begun), ratings=(*career.ratings, agreed))
    talk = one_on_one(GRAPH, career, begun, role="director", today=TODAY)
    assert (talk.day, talk.agreed) == (TODAY, ())
    held = one_on_one(GRAPH, career, begun, role="director", today=TODAY, is_day_chosen=True)
    assert (held.day, held.agreed) == (date(2026, 11, 18), (agreed,))
