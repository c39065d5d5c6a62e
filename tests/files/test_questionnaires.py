"""Questionnaires and the answers to them: what is read, what is refused, what comes with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.core.career import TrackChoice
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Source, Text, same_text
from planner.files.agendas import read_questionnaires
from planner.files.documents import read_files
from tests.files.samples import (
    CAREER,
    CATALOGUE,
    PEOPLE,
    QUESTIONNAIRES,
    TWO_TRACKS,
    errors_of,
    read_text,
    told,
    worded,
)

WHOLE = TWO_TRACKS + PEOPLE + CAREER + QUESTIONNAIRES
BOTH = (
    Questionnaire(
        id="which-way",
        title=Text(en="Which way?", zh="往哪边？"),
        source=Source("editorial"),
        tracks=("client", "line"),
        intro=Text(en="Answer.", zh="请作答。"),
        questions=(
            Question(
                id="pull",
                text=Text(en="Where?", zh="在哪儿？"),
                source=Source("article §1"),
                answers=(
                    Answer(
                        id="out",
                        text=Text(en="Out", zh="外面"),
                        weights=(("client", 2.0), ("line", 0.5)),
                        reason=Text(en="Air", zh="空气"),
                    ),
                    Answer(id="in", text=same_text("In"), weights=(("line", 2.0),)),
                    Answer(id="neither", text=same_text("Neither")),
                ),
            ),
        ),
    ),
    Questionnaire(id="bare", title=same_text("Bare"), tracks=("line", "client")),
)


def test_questionnaires_belong_to_the_catalogue(tmp_path: Path) -> None:
    (catalogue,) = read_text(tmp_path, TWO_TRACKS + QUESTIONNAIRES).catalogues
    assert catalogue.head.questionnaires == BOTH
    alone = tmp_path / "alone"
    alone.mkdir()
    assert told(errors_of(alone, QUESTIONNAIRES))[0] == (
        "1 the document: the key “catalogue” is missing"
    )


def test_answers_belong_to_the_person_whatever_they_answer(tmp_path: Path) -> None:
    """An earlier questionnaire may have gone, and so may a question."""
    (career,) = read_text(tmp_path, WHOLE).people
    assert career.track_choices == (
        TrackChoice(
            id="choice-1",
            questionnaire="which-way",
            on=date(2026, 5, 3),
            answers=(("pull", "out"), ("gone", "x")),
            note="Not sure yet.",
            is_shared=True,
        ),
        TrackChoice(id="choice-2", questionnaire="gone", on=date(2026, 5, 4)),
    )


ASKED, PULL = "questionnaire “which-way”", "questionnaire “which-way”, question “pull”"
FIRST = "person “lin-wei”, choice of a track “choice-1”"
LIST = """          - id: out
            text: {en: Out, zh: 外面}
            weights: {client: 2, line: 0.5}
            reason: {en: Air, zh: 空气}
          - {id: in, text: In, weights: {line: 2}}
          - {id: neither, text: Neither}
"""
ONE_ERROR = [
    ("    intro: {en", "    intr: {en", f"{ASKED}: the key “intr” is unknown"),
    ("    title: {en: Which way?, zh: 往哪边？}\n", "", f"{ASKED}: the key “title” is missing"),
    ("    tracks: [client, line]\n", "", f"{ASKED}: the key “tracks” is missing"),
    ("tracks: [client, line]", "tracks: client", f"{ASKED}: “tracks” is not a list"),
    ("tracks: [client, line]", "tracks: [client, lien]", f"{ASKED}: there is no track “lien”"),
    ("tracks: [line, client]", "tracks: [line]",
     "questionnaire “bare”: it leans to fewer than two tracks"),
    ("tracks: [line, client]", "tracks: [line, client, line]",
     "questionnaire “bare”: “line” stands twice"),
    ("{id: bare, title", "{id: which-way, title", f"{ASKED}: “which-way” stands twice"),
    ("id: pull\n", "id: a pull\n",
     "questionnaire “which-way”, question “a pull”: “a pull” is not an id"),
    ("        text: {en: Where?, zh: 在哪儿？}\n", "", f"{PULL}: the key “text” is missing"),
    ("            text: {en: Out, zh: 外面}\n", "", f"{PULL}: the key “text” is missing"),
    ("{id: in, text: In", "{text: In", f"{PULL}: the key “id” is missing"),
    ("{id: in,", "{id: out,", f"{PULL}: “out” stands twice"),
    ("weights: {line: 2}", "weights: {line: -1}", f"{PULL}: “weights” is -1, which is too small"),
    ("weights: {line: 2}", "weights: {line: much}",
     f"{PULL}: “weights” is much, which is not a number"),
    ("weights: {line: 2}", "weights: [line]", f"{PULL}: “weights” is not a mapping"),
    ("weights: {line: 2}", "weights: {craft: 2}",
     f"{PULL}: an answer weighs for “craft”, to which nothing leans here"),
    (LIST, "          - {id: in, text: In}\n", f"{PULL}: the question has fewer than two answers"),
    ("        answers:\n" + LIST, "", f"{PULL}: the question has fewer than two answers"),
    ("    questions:\n      - id: pull", "    questions:\n        id: pull",
     f"{ASKED}: “questions” is not a list"),
    # The answers of a person.
    ("{pull: out, gone: x}", "[pull, out]", f"{FIRST}: “answers” is not a mapping"),
    ("{pull: out, gone: x}", "{pull: [out]}", f"{FIRST}: “answers” is ['out'], which is not text"),
    ("        questionnaire: which-way\n", "", f"{FIRST}: the key “questionnaire” is missing"),
    ("        on: 2026-05-03\n        answers", "        answers",
     f"{FIRST}: the key “on” is missing"),
    ("on: 2026-05-03\n        answers", "on: 2026-11-24\n        answers",
     f"{FIRST}: the day 24 Nov 2026 lies in the future"),
    ("shared: true", "shared: yes", f"{FIRST}: “shared” is yes, neither true nor false"),
    ("{id: choice-2", "{id: choice-1", f"{FIRST}: “choice-1” stands twice"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"), ONE_ERROR, ids=[f"{new!s:.40}" for _, new, _ in ONE_ERROR]
)
def test_one_error_is_told_with_line_record_and_remedy(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert WHOLE.count(old) == 1
    (error,) = errors_of(tmp_path, WHOLE.replace(old, new))
    assert f"{worded(error.record)}: {worded(error.message)}" == expected
    assert worded(error.remedy)
    assert error.line is not None
    assert error.line > (WHOLE.count("\n", 0, WHOLE.index("people:")))


def test_the_line_is_that_of_the_weight(tmp_path: Path) -> None:
    wrong = WHOLE.replace("weights: {client: 2, line: 0.5}", "weights:\n              craft: 1")
    (error,) = errors_of(tmp_path, wrong)
    assert error.line == 1 + wrong.count("\n", 0, wrong.index("craft"))


def test_a_track_of_another_document_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(QUESTIONNAIRES, encoding="utf-8")
    read = read_text(tmp_path, TWO_TRACKS, "b.yaml")
    assert read.catalogues[0].head.questionnaires == ()
    (catalogue,) = read_files([tmp_path], today=date(2026, 11, 23)).catalogues
    assert catalogue.head.questionnaires == BOTH


def test_without_its_tracks_a_questionnaire_is_refused(tmp_path: Path) -> None:
    said = told(errors_of(tmp_path, CATALOGUE + QUESTIONNAIRES))
    assert [words.partition(" ")[2] for words in said] == [
        f"{ASKED}: there is no track “line”",
        "questionnaire “bare”: there is no track “line”",
    ]


def test_without_the_file_there_is_none(tmp_path: Path) -> None:
    assert read_questionnaires(tmp_path / "questionnaire.yaml") == ()


def test_the_shipped_one_is_fair_and_complete(root: Path) -> None:
    """Neither track is favoured: what one side can gain, the other can as well."""
    (asked,) = read_questionnaires(root / "data" / "questionnaire.yaml")
    assert asked.tracks == ("client", "line")
    assert asked.title.is_complete
    assert asked.intro.is_complete
    assert not asked.source.is_article
    assert 8 <= len(asked.questions) <= 12
    for question in asked.questions:
        assert question.text.is_complete
        assert question.source.section in (1, 2, 6) or question.source.is_editorial
        assert 2 <= len(question.answers) <= 4
        assert all(answer.text.is_complete for answer in question.answers)
        assert all(answer.reason.is_complete for answer in question.answers)
        most = [max(answer.weight(track) for answer in question.answers) for track in asked.tracks]
        assert most[0] == most[1] > 0
        whole = [sum(answer.weight(track) for answer in question.answers) for track in asked.tracks]
        assert whole[0] == whole[1]
    assert {question.source.section for question in asked.questions} == {1, 2, 6, None}
