"""Choosing a track: to which side answers lean and why, and what the ratings say of both sides.

The rules, printed wherever a result stands:

- Of the answers given, the weights are added up for each track; a track's share is its sum over
  all of them. The answers lean to the track with the largest sum if its share is at least
  `LEAST_LEAD` above every other one. They lean to none where the shares lie nearer together, and
  where fewer than `LEAST_ANSWERED` of the questions were answered.
- The ratings: of each track the roles that a move leads to from the present role or that stand on
  its rank, the present role among them; where there are none, the roles on the nearest rank, the
  lower one where two are as near. The most ready one comes first, by the low end of its readiness.

It is a leaning, never advice: nothing here says what anybody should do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from planner.core.career import TrackChoice
from planner.core.edits import Change, Edit
from planner.core.gaps import Gap
from planner.core.graph import PromotionGraph
from planner.core.keeping.career_edits import next_id, part_key
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Message, message

# Parts of one: of the sum of all weights, and of the questions.
LEAST_LEAD = 0.2
LEAST_ANSWERED = 0.5
# Weights such as 0.1 do not add up exactly.
_TOLERANCE = 1e-9


class Verdict(StrEnum):
    """What answers come to: they lean to a track, or to none for one of two reasons."""

    LEANS = "leans"
    NEAR_MIDDLE = "near-middle"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackSum:
    """What the answers weigh for a track, and its share of all weights, 0 where there are none."""

    track: str
    weight: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A question with the answer given, the track that it pulls to and how far.

    `pull` is the answer's largest weight less its next one, 0 where `track` is None: it weighs
    alike for several, or for none.
    """

    question: Question
    answer: Answer
    track: str | None
    pull: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """What answers come to: `track` is None unless they lean to one.

    `sums` stand in the questionnaire's order, `reasons` by falling pull, then in its order; `open`
    are the questions that were not answered. `lead` is the lead of the largest share.
    """

    verdict: Verdict
    track: str | None
    sums: tuple[TrackSum, ...]
    lead: float
    reasons: tuple[Reason, ...]
    open: tuple[Question, ...]

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return len(self.reasons)

    @property
    def asked(self) -> int:
        """How many questions there are."""
        return len(self.reasons) + len(self.open)


def leaning(asked: Questionnaire, choice: TrackChoice) -> Leaning:
    """Return what answers to a questionnaire come to, by the rules of this module.

    Answers to questions that are not in it, or that it does not offer, count for nothing.
    """
    found = [(one, one.answer(choice.answer_to(one.id))) for one in asked.questions]
    reasons = [_reason(asked, one, answer) for one, answer in found if answer is not None]
    weights = {
        track: sum(reason.answer.weight(track) for reason in reasons) for track in asked.tracks
    }
    whole = sum(weights.values())
    first, second, *_ = (*sorted(weights.values(), reverse=True), 0.0, 0.0)
    lead = (first - second) / whole if whole > 0 else 0.0
    verdict = Verdict.LEANS
    if len(reasons) < LEAST_ANSWERED * len(found) or not found:
        verdict = Verdict.TOO_FEW
    elif lead < LEAST_LEAD - _TOLERANCE:
        verdict = Verdict.NEAR_MIDDLE
    heaviest = max(weights, key=weights.__getitem__, default=None)
    return Leaning(
        verdict=verdict,
        track=heaviest if verdict is Verdict.LEANS else None,
        sums=tuple(
            TrackSum(track=track, weight=weight, share=weight / whole if whole > 0 else 0.0)
            for track, weight in weights.items()
        ),
        lead=lead,
        reasons=tuple(sorted(reasons, key=lambda reason: -reason.pull)),
        open=tuple(one for one, answer in found if answer is None),
    )


def _reason(asked: Questionnaire, question: Question, answer: Answer) -> Reason:
    heaviest, *others = sorted(asked.tracks, key=answer.weight, reverse=True)
    pull = answer.weight(heaviest) - max(map(answer.weight, others), default=0.0)
    return Reason(question=question, answer=answer, track=heaviest if pull > 0 else None, pull=pull)


def offered(catalogue: Catalogue, shipped: Sequence[Questionnaire]) -> Questionnaire | None:
    """Return what is asked in a catalogue: its own first one, else a shipped one that fits it."""
    if catalogue.head.questionnaires:
        return catalogue.head.questionnaires[0]
    tracks = [track.id for track in catalogue.tracks]
    return next((asked for asked in shipped if asked.fits(tracks)), None)


def questionnaire_of(
    choice: TrackChoice, catalogue: Catalogue, shipped: Sequence[Questionnaire]
) -> Questionnaire | None:
    """Return the questionnaire that was answered, None where it has gone."""
    known = (*catalogue.head.questionnaires, *shipped)
    tracks = [track.id for track in catalogue.tracks]
    return next((one for one in known if one.id == choice.questionnaire and one.fits(tracks)), None)


def in_order(choices: Iterable[TrackChoice]) -> tuple[TrackChoice, ...]:
    """Return answers by day; of one day, those that were begun first."""
    return tuple(sorted(choices, key=_place))


def newest(choices: Iterable[TrackChoice]) -> TrackChoice | None:
    """Return the answers given last, None where there are none."""
    return max(choices, key=_place, default=None)


def before(choice: TrackChoice, choices: Iterable[TrackChoice]) -> TrackChoice | None:
    """Return the last answers before these to the same questionnaire, None where there are none."""
    return newest(
        one
        for one in choices
        if one.questionnaire == choice.questionnaire and _place(one) < _place(choice)
    )


def _place(choice: TrackChoice) -> tuple[date, int, str]:
    number = choice.id.rpartition("-")[2]
    return choice.on, int(number) if number.isdecimal() else 0, choice.id


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackReadiness:
    """The gaps to the roles of a track that lie near, the most ready one first.

    `is_near` is False where no move leads there and none stands on the rank of the present role.
    """

    track: str
    gaps: tuple[Gap, ...]
    is_near: bool


def track_readiness(
    graph: PromotionGraph, present: str, gaps: Mapping[str, Gap], track: str
) -> TrackReadiness:
    """Return what the ratings say of a track, seen from the present role; see the module's rules.

    `gaps` are those to every role. Where the present role is unknown, nothing is near and the
    lowest rank is taken.
    """
    roles = [role for role in graph.catalogue.roles if role.track == track]
    near, rank = [], 0
    if graph.catalogue.has_role(present):
        rank = graph.catalogue.role(present).rank
        onward = {role.id for role in graph.next_roles(present)}
        near = [role for role in roles if role.id in onward or role.rank == rank]
    if not near and roles:
        nearest = min((abs(role.rank - rank), role.rank) for role in roles)[1]
        taken = [role for role in roles if role.rank == nearest]
    else:
        taken = near
    found = [gaps[role.id] for role in taken]
    return TrackReadiness(
        track=track, gaps=tuple(sorted(found, key=_by_readiness)), is_near=bool(near)
    )


def _by_readiness(gap: Gap) -> tuple[float, float]:
    readiness = gap.readiness
    return (-readiness.low, -readiness.high) if readiness else (1.0, 1.0)


# The edits


def begun(choices: Iterable[TrackChoice], asked: Questionnaire, on: date) -> TrackChoice:
    """Return answers to a questionnaire before the first one is given; they are not kept yet."""
    known = [choice.id for choice in choices]
    return TrackChoice(id=next_id("choice", known), questionnaire=asked.id, on=on)


def answer_question(
    person: Person,
    known: TrackChoice | None,
    choice: TrackChoice,
    question: Question,
    answer: str,
    on: date,
) -> Edit:
    """Return the edit that answers a question, on a day; `known` is what is kept of the answers.

    It is None for the first answer, which makes them a record.
    """
    answers = {**dict(choice.answers), question.id: answer}
    after = replace(choice, answers=tuple(answers.items()), on=max(choice.on, on))
    words = message("Answer “{question}”", question=question.text)
    return _edit(person, known, after, words)


def share(person: Person, choice: TrackChoice, *, is_shared: bool) -> Edit:
    """Return the edit that shares a result in the one-on-one, or keeps it to oneself again."""
    words = message("Keep the leaning of {day} to oneself", day=choice.on)
    if is_shared:
        words = message("Share the leaning of {day} in the one-on-one", day=choice.on)
    return _edit(person, choice, replace(choice, is_shared=is_shared), words)


def write_note(person: Person, choice: TrackChoice, note: str) -> Edit:
    """Return the edit that writes a note to a result, in one's own words."""
    words = message("Write to the leaning of {day}", day=choice.on)
    return _edit(person, choice, replace(choice, note=note), words)


def remove_choice(person: Person, choice: TrackChoice) -> Edit:
    """Return the edit that removes answers to a questionnaire."""
    words = message("Remove the leaning of {day}", day=choice.on)
    return Edit(words, (Change(part_key("track-choice", person, choice.id), choice, None),))


def _edit(person: Person, known: TrackChoice | None, after: TrackChoice, words: Message) -> Edit:
    return Edit(words, (Change(part_key("track-choice", person, after.id), known, after),))
