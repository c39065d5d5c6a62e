"""Questionnaires and the answers to them to rows and back, as `records` does for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from planner.core.model import CatalogueHead
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Source, Text
from planner.store.rows.records import Numbers, Row, Values, json_of, listed, text_in, text_of

if TYPE_CHECKING:
    from planner.core.career import TrackChoice


def questionnaire_values(head: CatalogueHead, number: int) -> Iterable[Values]:
    """Yield the rows of a catalogue's questionnaires."""
    for place, asked in enumerate(head.questionnaires):
        yield (
            number,
            place,
            asked.id,
            asked.title.en,
            asked.title.zh,
            asked.intro.en,
            asked.intro.zh,
            json_of(asked.tracks),
            json_of([_question(question) for question in asked.questions]),
            asked.source.text,
        )


def questionnaire_of(row: Row) -> Questionnaire:
    """Return the questionnaire of a row: slug, title … as in the table."""
    slug, title_en, title_zh, intro_en, intro_zh, tracks, questions, source = row
    return Questionnaire(
        id=slug,
        title=Text(en=title_en, zh=title_zh),
        intro=Text(en=intro_en, zh=intro_zh),
        tracks=listed(tracks, str),
        questions=listed(questions, _question_of),
        source=Source(source),
    )


def choice_values(choice: TrackChoice, person: int, _roles: Numbers, _skills: Numbers) -> Values:
    """Return the row of the answers to a questionnaire."""
    return (
        person,
        choice.id,
        choice.questionnaire,
        choice.on.toordinal(),
        json_of(choice.answers),
        choice.note,
        int(choice.is_shared),
    )


def choice_of(row: Row) -> TrackChoice:
    """Return the answers of a row, without the person's number."""
    from planner.core.career import TrackChoice

    slug, questionnaire, day, answers, note, is_shared = row
    return TrackChoice(
        id=slug,
        questionnaire=questionnaire,
        on=date.fromordinal(day),
        answers=listed(answers, _pair),
        note=note,
        is_shared=bool(is_shared),
    )


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "source": question.source.text,
        "answers": [_answer(answer) for answer in question.answers],
        **text_in(question.text),
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "weights": answer.weights,
        "reason": text_in(answer.reason),
        **text_in(answer.text),
    }


def _question_of(part: Mapping[str, Any]) -> Question:
    return Question(
        id=part["id"],
        text=text_of(part),
        answers=tuple(_answer_of(answer) for answer in part["answers"]),
        source=Source(part["source"]),
    )


def _answer_of(part: Mapping[str, Any]) -> Answer:
    return Answer(
        id=part["id"],
        text=text_of(part),
        weights=tuple((track, float(weight)) for track, weight in part["weights"]),
        reason=text_of(part["reason"]),
    )


def _pair(part: Any) -> tuple[str, str]:
    question, answer = part
    return str(question), str(answer)
