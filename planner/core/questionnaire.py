"""A questionnaire that leans to a track: its questions, their answers, and what each weighs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from planner.core.text import Source, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to choose: what it weighs for each track (≥ 0), and why, for the result.

    One without weights leans nowhere. `weights` pairs tracks with numbers, in the file's order.
    """

    id: str
    text: Text
    weights: tuple[tuple[str, float], ...] = ()
    reason: Text = field(default_factory=Text)

    def weight(self, track: str) -> float:
        """Return what the answer weighs for a track, 0 where it says nothing of it."""
        return dict(self.weights).get(track, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, of whose answers one is chosen."""

    id: str
    text: Text
    answers: tuple[Answer, ...] = ()
    source: Source = field(default_factory=Source)

    def answer(self, answer_id: str | None) -> Answer | None:
        """Return an answer, None for one that is not, or no longer, among them."""
        return next((answer for answer in self.answers if answer.id == answer_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """Questions that help to choose between `tracks`: ids of the catalogue's, two or more."""

    id: str
    title: Text
    tracks: tuple[str, ...]
    intro: Text = field(default_factory=Text)
    questions: tuple[Question, ...] = ()
    source: Source = field(default_factory=Source)

    def fits(self, tracks: Iterable[str]) -> bool:
        """Whether every track that it is about is one of these."""
        return set(self.tracks) <= set(tracks)
