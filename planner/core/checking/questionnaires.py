"""What makes a well-formed questionnaire a poor one: it says nothing, or nothing leans anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from planner.core.checking.problem import CheckedRecord, Problem
from planner.core.edits import Key
from planner.core.model import Catalogue
from planner.core.questionnaire import Question, Questionnaire
from planner.core.text import message


def questionnaire_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the problems of a catalogue's questionnaires, each with those of its questions."""
    key = Key("catalogue", catalogue.id)
    for asked in catalogue.head.questionnaires:
        words = message("questionnaire “{questionnaire}”", questionnaire=asked.id)
        yield from _whole_problems(CheckedRecord(key, words), asked)
        for question in asked.questions:
            words = message(
                "questionnaire “{questionnaire}”, question “{question}”",
                questionnaire=asked.id,
                question=question.id,
            )
            yield from _question_problems(CheckedRecord(key, words), question)


def _whole_problems(record: CheckedRecord, asked: Questionnaire) -> Iterator[Problem]:
    if not asked.source.text:
        yield record.without_source()
    yield from record.without_language((("title", asked.title), ("intro", asked.intro)))
    if not asked.questions:
        yield record.problem(
            message("the questionnaire has no questions"),
            message("Add “questions”: what is asked, or remove the questionnaire."),
        )
        return
    answers = [answer for question in asked.questions for answer in question.answers]
    for track in asked.tracks:
        if not any(answer.weight(track) for answer in answers):
            yield record.problem(
                message("no answer weighs for the track “{track}”", track=track),
                message("Give answers that speak for it a weight, or take it out of “tracks”."),
            )


def _question_problems(record: CheckedRecord, question: Question) -> Iterator[Problem]:
    if not question.source.text:
        yield record.without_source()
    texts = [("text", question.text)]
    for answer in question.answers:
        texts += [("answers", answer.text), ("reason", answer.reason)]
    yield from record.without_language(texts)
    if any(
        answer.weights and not (answer.reason.en or answer.reason.zh) for answer in question.answers
    ):
        yield record.problem(
            message("an answer weighs for a track and gives no reason"),
            message("Add “reason”: what in the answer speaks for the track."),
        )
