"""The sentences of a leaning to a track: what the answers come to, why, and by which rules."""

from __future__ import annotations

from planner.core.career import TrackChoice
from planner.core.gaps import Gap
from planner.core.model import Catalogue
from planner.core.questionnaire import Question, Questionnaire
from planner.core.roles.track_choice import (
    LEAST_ANSWERED,
    LEAST_LEAD,
    Leaning,
    Reason,
    TrackReadiness,
    Verdict,
)
from planner.core.text import Texts, in_line
from planner.report.map.words import DOT, essentials_words, readiness_words, source_words


def track_name(track: str, catalogue: Catalogue, texts: Texts) -> str:
    """Return what a track is called, its id where the catalogue has it no more."""
    known = next((one for one in catalogue.tracks if one.id == track), None)
    return texts.pick(known.name) if known else track


def leaning_title(found: Leaning, catalogue: Catalogue, texts: Texts) -> str:
    """Return what the answers come to, in one sentence."""
    match found.verdict:
        case Verdict.LEANS:
            name = track_name(found.track or "", catalogue, texts)
            return texts.tr("The answers lean to “{track}”", track=name)
        case Verdict.NEAR_MIDDLE:
            return texts.tr("The answers lean to no track")
        case Verdict.TOO_FEW:
            return texts.tr("Too few answers for a leaning")


def leaning_short(found: Leaning, catalogue: Catalogue, texts: Texts) -> str:
    """Return the same in as few words as a list has room for, such as `Line track · 62 %`."""
    match found.verdict:
        case Verdict.LEANS:
            share = next(one.share for one in found.sums if one.track == found.track)
            name = track_name(found.track or "", catalogue, texts)
            return DOT.join([name, texts.percent(share)])
        case Verdict.NEAR_MIDDLE:
            return texts.tr("no leaning")
        case Verdict.TOO_FEW:
            return texts.tr("too few answers")


def shares_words(found: Leaning, catalogue: Catalogue, texts: Texts) -> str:
    """Return each track's sum and share; empty where nothing weighs anything."""
    if not any(one.weight for one in found.sums):
        return ""
    return DOT.join(
        texts.tr(
            "{track}: {weight}, {share}",
            track=track_name(one.track, catalogue, texts),
            weight=texts.number(one.weight),
            share=texts.percent(one.share),
        )
        for one in found.sums
    )


def answered_words(found: Leaning, texts: Texts) -> str:
    """Return how many of the questions were answered."""
    return texts.tr("{done} of {all} answered", done=found.answered, all=found.asked)


def leaning_rule(texts: Texts) -> str:
    """Return the rule of a leaning, as it is printed beside it."""
    return texts.tr(
        "Each answer weighs for one track, for several or for none. A share is the sum of a track "
        "over the sum of all. A leaning needs a lead of {lead} percentage points over every other "
        "track, and answers to {part} of the questions. It is no advice: it says what these "
        "answers weigh today, and may change as things change.",
        lead=texts.number(100 * LEAST_LEAD),
        part=texts.percent(LEAST_ANSWERED),
    )


def ratings_rule(texts: Texts) -> str:
    """Return which roles stand for a track, as it is printed beside them."""
    return texts.tr(
        "Of each track: the roles that a move leads to from the present role, or that stand on its "
        "rank; where there are none, those on the nearest rank. The most ready one comes first, by "
        "the low end of its readiness."
    )


def pull_words(reason: Reason, catalogue: Catalogue, texts: Texts) -> str:
    """Return to which track an answer pulls and how far, such as `Line track +2`."""
    if reason.track is None:
        if reason.answer.weights and any(weight for _, weight in reason.answer.weights):
            return texts.tr("evenly for several tracks")
        return texts.tr("for no track")
    name = track_name(reason.track, catalogue, texts)
    return texts.tr("{track} +{pull}", track=name, pull=texts.number(reason.pull))


def reason_facts(reason: Reason, catalogue: Catalogue, texts: Texts) -> str:
    """Return to which track an answer pulls, and where the question comes from."""
    pull = pull_words(reason, catalogue, texts)
    return DOT.join([pull, source_words(reason.question.source, texts)])


def then_words(question: Question, now: TrackChoice, then: TrackChoice | None, texts: Texts) -> str:
    """Return what was answered the time before where it was something else; else nothing."""
    if then is None or then.answer_to(question.id) == now.answer_to(question.id):
        return ""
    answer = question.answer(then.answer_to(question.id))
    day = texts.date(then.on)
    if answer is None:
        return texts.tr("On {day}: left open", day=day)
    return texts.tr("On {day}: {answer}", day=day, answer=texts.pick(answer.text))


def compared_words(
    asked: Questionnaire,
    now: TrackChoice,
    then: TrackChoice,
    leaning_then: Leaning,
    catalogue: Catalogue,
    texts: Texts,
) -> str:
    """Return what came out the time before, and how many answers differ."""
    differing = [one for one in asked.questions if now.answer_to(one.id) != then.answer_to(one.id)]
    before = texts.tr(
        "On {day}: {leaning}",
        day=texts.date(then.on),
        leaning=leaning_short(leaning_then, catalogue, texts),
    )
    changed = texts.ntr("{count} answer differs", "{count} answers differ", len(differing))
    return DOT.join([before, changed])


def open_words(found: Leaning, texts: Texts) -> str:
    """Return which questions were left open; empty where all were answered."""
    if not found.open:
        return ""
    names = [texts.pick(question.text) for question in found.open]
    return texts.tr("Left open: {questions}", questions=in_line(names, texts))


def readiness_line(gap: Gap, texts: Texts) -> str:
    """Return a readiness with the open essentials beside it."""
    if gap.is_unrated:
        return texts.tr("nothing rated yet")
    words = readiness_words(gap.readiness, texts)
    if gap.readiness is None:
        return words
    return DOT.join([words, essentials_words(len(gap.open_essentials), texts)])


def nearness_words(found: TrackReadiness, texts: Texts) -> str:
    """Return why these roles stand for the track where none lies near; else nothing."""
    if not found.gaps:
        return texts.tr("The catalogue has no roles in this track.")
    if found.is_near:
        return ""
    return texts.tr("No move leads there from the present role; the nearest rank is shown.")


def source_line(asked: Questionnaire, texts: Texts) -> str:
    """Return who wrote the questions and weighed the answers."""
    if asked.source.is_editorial:
        return texts.tr(
            "Wording, weights and reasons are editorial: added by the catalogue's makers. Each "
            "question names the source of the contrast that it rests on."
        )
    return texts.tr(
        "Wording, weights and reasons: {source}.", source=source_words(asked.source, texts)
    )
