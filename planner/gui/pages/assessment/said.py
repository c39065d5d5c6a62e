"""What was said of a skill before: the answers in sight, and that others are hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from planner.core.model import Scale
from planner.core.people import Rater, Rating
from planner.core.skills.evidence import evidence_of
from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.pages.gaps.details import rater_title
from planner.gui.theme import Theme
from planner.gui.widgets.display.age_label import AgeLabel
from planner.gui.widgets.display.evidence_view import EvidenceView
from planner.gui.widgets.display.labels import Tone, breakable, plain_label
from planner.report.gaps.history_rows import rated_level
from planner.report.map.words import DOT
from planner.report.rows import rater_name


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersSeen:
    """The newest answer of each rater, whose the rater may see, and which one counts."""

    newest: Mapping[Rater, Rating]
    in_sight: frozenset[Rater]
    counting: Rating | None
    scale: Scale
    as_of: date
    months: int


class SaidBefore(QScrollArea):
    """Tells the answers in sight; of those out of sight only that and when they were given."""

    def __init__(self, evidence: EvidenceDoor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self._icons = icons
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def words(self) -> str:
        """All that is told, a line a label."""
        return "\n".join(label.text() for label in self.findChildren(QLabel) if label.text())

    def show_answers(self, answers: AnswersSeen, texts: Texts, theme: Theme) -> None:
        """Tell what was said, up to the day looked at."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(texts.tr("What was said before"), strong=True))
        column.addSpacing(4)
        seen = [rater for rater in Rater if rater in answers.in_sight and rater in answers.newest]
        for rater in seen:
            self._add(column, rater, answers, texts, theme)
        if not answers.newest:
            words = texts.tr("Nobody has rated this skill yet.")
            column.addWidget(plain_label(words, tone="quiet", wraps=True))
        elif not seen:
            words = texts.tr("You have not rated this skill yet.")
            column.addWidget(plain_label(words, tone="quiet", wraps=True))
        hidden = _hidden_words(answers, texts)
        if hidden:
            column.addSpacing(6)
            column.addWidget(plain_label(hidden, size="small", tone="quiet", wraps=True))
        column.addStretch(1)
        self._put(column)

    def _add(
        self, column: QVBoxLayout, rater: Rater, answers: AnswersSeen, texts: Texts, theme: Theme
    ) -> None:
        rating = answers.newest[rater]
        counts = rating == answers.counting
        name = rater_title(rater, texts)
        if counts:
            name += DOT + texts.tr("counts")
        tone: Tone = "accent" if counts else "quiet"
        column.addWidget(plain_label(name, size="small", tone=tone, strong=counts))
        words = breakable(rated_level(rating, answers.scale, texts))
        column.addWidget(plain_label(words, strong=True, wraps=True))
        is_stale = rating.is_stale(answers.as_of, answers.months)
        column.addWidget(AgeLabel(rating.on, texts, theme, is_stale=is_stale))
        if rating.comment:
            comment = breakable(texts.tr("“{comment}”", comment=rating.comment))
            column.addWidget(plain_label(comment, size="small", tone="quiet", wraps=True))
        evidence = evidence_of(rating.evidence)
        if evidence is not None:
            column.addWidget(EvidenceView(evidence, self._evidence, self._icons, texts))
        column.addSpacing(10)

    def _put(self, layout: QLayout) -> None:
        contents = QWidget()
        contents.setLayout(layout)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(contents)
        contents.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)


def _hidden_words(answers: AnswersSeen, texts: Texts) -> str:
    """Return who else has answered and when, without the levels; empty where nothing is hidden."""
    parts = []
    for rater, rating in answers.newest.items():
        if rater in answers.in_sight:
            continue
        words = texts.tr(
            "{rater}, {day}", rater=texts.word(rater_name(rater)), day=texts.date(rating.on)
        )
        if rating == answers.counting:
            words = texts.tr("{rating} (counts)", rating=words)
        parts.append(words)
    if not parts:
        return ""
    return texts.tr("Hidden until you have answered: {answers}", answers=texts.tr("; ").join(parts))
