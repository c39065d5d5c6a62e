"""The sentences of a leaning to a track, in both languages."""

from __future__ import annotations

from planner.core.career import TrackChoice
from planner.core.model import Catalogue
from planner.core.roles.track_choice import leaning
from planner.core.text import Texts
from planner.report.meeting.choice_words import open_words
from tests.meeting_sample import LAST_DAY


def test_questions_left_open_follow_each_other_as_a_language_sets_them(
    shipped: Catalogue, english: Texts, chinese: Texts
) -> None:
    (asked,) = shipped.head.questionnaires
    answers = tuple((one.id, one.answers[0].id) for one in asked.questions[2:])
    choice = TrackChoice(id="choice-1", questionnaire=asked.id, on=LAST_DAY, answers=answers)
    first, second = asked.questions[:2]
    found = leaning(asked, choice)
    assert open_words(found, english) == f"Left open: {first.text.en} {second.text.en}"
    assert open_words(found, chinese) == f"未作答：{first.text.zh}{second.text.zh}"
