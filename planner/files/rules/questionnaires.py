"""What must hold of the questionnaires of one catalogue, over all the documents that it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.core.questionnaire import Question, Questionnaire
from planner.core.text import message
from planner.files.errors import Flaw, shown
from planner.files.forms import UNFIT
from planner.files.mending import Mended, Path
from planner.files.records import original
from planner.files.rules.catalogues import Known, add_repeated, dangling

_FEWEST_TRACKS, _FEWEST_ANSWERS = 2, 2


def check_questionnaires(documents: Sequence[Mended], known: Known) -> None:
    """Add what is wrong with questionnaires to their documents."""
    add_repeated(documents, "questionnaires", "id")
    for document in documents:
        # What is unfit in itself, or in a part of it, has been told.
        told = {
            placed.flaw.path[:length]
            for placed in document.flaws
            if placed.flaw.path[:1] == ("questionnaires",)
            for length in range(1, len(placed.flaw.path) + 1)
        }
        for index, asked in enumerate(document.value.questionnaires):
            path: Path = ("questionnaires", index)
            for flaw in (
                *_track_flaws((*path, "tracks"), asked, known),
                *_repeated((*path, "questions"), [one.id for one in asked.questions]),
                *(
                    flaw
                    for place, question in enumerate(asked.questions)
                    for flaw in _question_flaws((*path, "questions", place), question, asked, known)
                ),
            ):
                if original(document.raw, flaw.path) not in told:
                    document.add(flaw)


def _track_flaws(path: Path, asked: Questionnaire, known: Known) -> Iterator[Flaw]:
    if UNFIT in asked.tracks:
        return
    if len(set(asked.tracks)) < _FEWEST_TRACKS:
        yield Flaw(
            path=path,
            message=message("it leans to fewer than two tracks"),
            remedy=message("Name the tracks to choose between, each once."),
        )
    seen: set[str] = set()
    for place, track in enumerate(asked.tracks):
        if known.tracks is not None and track not in known.tracks:
            said = message("there is no track “{track}”", track=shown(track))
            yield dangling((*path, place), said, known.nearest(track, known.tracks))
        if track in seen:
            yield _twice((*path, place), track)
        seen.add(track)


def _question_flaws(
    path: Path, question: Question, asked: Questionnaire, known: Known
) -> Iterator[Flaw]:
    yield from _repeated((*path, "answers"), [answer.id for answer in question.answers])
    if len(question.answers) < _FEWEST_ANSWERS:
        yield Flaw(
            path=(*path, "answers"),
            message=message("the question has fewer than two answers"),
            remedy=message("Add the answers to choose from, or remove the question."),
        )
    if UNFIT in asked.tracks or not asked.fits(known.tracks or asked.tracks):
        return
    for place, answer in enumerate(question.answers):
        for track, _ in answer.weights:
            if track not in asked.tracks:
                yield Flaw(
                    path=(*path, "answers", place, "weights", track),
                    message=message(
                        "an answer weighs for “{track}”, to which nothing leans here",
                        track=shown(track),
                    ),
                    remedy=message(
                        "Write one of: {words}.", words=", ".join(map(shown, asked.tracks))
                    ),
                )


def _repeated(path: Path, names: Sequence[str]) -> Iterator[Flaw]:
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen and name != UNFIT:
            yield _twice((*path, place, "id"), name)
        seen.add(name)


def _twice(path: Path, name: str) -> Flaw:
    return Flaw(
        path=path,
        message=message("“{id}” stands twice", id=shown(name)),
        remedy=message("Give each its own, or remove one of them."),
    )
