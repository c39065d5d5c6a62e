"""What a result of a questionnaire shows, worked out from a career and its catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.core.career import TrackChoice
from planner.core.gaps import Basis, Gap
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.questionnaire import Questionnaire
from planner.core.roles.track_choice import (
    Leaning,
    TrackReadiness,
    before,
    leaning,
    questionnaire_of,
    track_readiness,
)
from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.report.map.words import DOT
from planner.report.meeting.choice_words import leaning_short


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """One result, the others beside it, and the words and colours to show it in.

    `choices` are all that the person gave by the day looked at, the oldest first; `shipped` the
    questionnaires that come with the planner.
    """

    choice: TrackChoice
    asked: Questionnaire
    choices: Sequence[TrackChoice]
    shipped: Sequence[Questionnaire]
    graph: PromotionGraph
    present: str
    gaps: Mapping[str, Gap]
    basis: Basis
    texts: Texts
    theme: Theme
    can_change: bool

    @property
    def catalogue(self) -> Catalogue:
        """The framework that the person stands in."""
        return self.graph.catalogue

    @property
    def leaning(self) -> Leaning:
        """What the answers come to."""
        return leaning(self.asked, self.choice)

    @property
    def then(self) -> TrackChoice | None:
        """The result before this one, to the same questionnaire."""
        return before(self.choice, self.choices)

    def colour(self, track: str | None) -> str:
        """Return the role of colour of a track, a quiet one for none."""
        tracks = [known.id for known in self.catalogue.tracks]
        return f"track-{tracks.index(track)}" if track in tracks else "line-strong"

    def readiness(self) -> list[TrackReadiness]:
        """Return what the ratings say of each track."""
        return [
            track_readiness(self.graph, self.present, self.gaps, track)
            for track in self.asked.tracks
        ]

    def result_words(self, choice: TrackChoice) -> str:
        """Return a result in a line: its day, what came out, and whether it is shared."""
        asked = questionnaire_of(choice, self.catalogue, self.shipped)
        texts = self.texts
        words = texts.tr("its questions are gone")
        if asked is not None:
            words = leaning_short(leaning(asked, choice), self.catalogue, texts)
        parts = [texts.date(choice.on), words]
        if choice.is_shared:
            parts.append(texts.tr("shared"))
        return DOT.join(parts)
