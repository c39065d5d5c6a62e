"""The end of an assessment: what was answered and skipped, and what it makes of the readiness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.gaps import Gap
from planner.core.model import Catalogue
from planner.core.people import Rater, Rating
from planner.core.skills.assessment import Assessment
from planner.core.skills.ratings import newest_by_rater
from planner.core.text import Message, Texts
from planner.gui.models.rows_table import RowsModel, Told
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.display.readiness_ring import ReadinessRing
from planner.gui.widgets.rows.rows_view import RowsView
from planner.report.gaps.history_rows import rated_level
from planner.report.map.words import DOT, essentials_words, readiness_words
from planner.report.pages import basis_words
from planner.report.rows import rater_name

_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A finished round; `moves` are the gaps before and after, by what counts and by the rater."""

    assessment: Assessment
    ratings: Sequence[Rating]
    catalogue: Catalogue
    as_of: date
    moves: Sequence[tuple[Gap, Gap]]
    track: int


class AssessmentSummary(QWidget):
    """Tells how a round went. Signals: `skipped_wanted`, `stepped_back`, `left`."""

    skipped_wanted = Signal()
    stepped_back = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = plain_label(size="title", wraps=True)
        self._counts = plain_label(tone="quiet", wraps=True)
        self.ring = ReadinessRing(theme)
        self._move = plain_label(strong=True, wraps=True)
        self._essentials = plain_label(tone="quiet", wraps=True)
        self._own = plain_label(tone="quiet", wraps=True)
        self.model = RowsModel(_COLUMNS, self)
        self.table = RowsView(self.model, theme)
        self.back, self.take_up, self.done = (QPushButton() for _ in range(3))
        self.done.setProperty("kind", "primary")
        self._lay_out()
        self.back.clicked.connect(self.stepped_back)
        self.take_up.clicked.connect(self.skipped_wanted)
        self.done.clicked.connect(self.left)

    def _lay_out(self) -> None:
        self._moved = QWidget()
        moved = QHBoxLayout(self._moved)
        moved.setContentsMargins(0, 6, 0, 6)
        moved.setSpacing(14)
        moved.addWidget(self.ring, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        moved.addLayout(words, 1)
        for label in (self._move, self._essentials, self._own):
            words.addWidget(label)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 18, 16, 16)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._counts)
        column.addWidget(self._moved)
        column.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(card, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        whole.addLayout(foot)
        foot.addWidget(self.back)
        foot.addWidget(self.take_up)
        foot.addStretch(1)
        foot.addWidget(self.done)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said above the table, line by line."""
        labels = (self._title, self._counts, self._move, self._essentials, self._own)
        return tuple(label.text() for label in labels if not label.isHidden())

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_outcome` follows."""
        self.back.setText(texts.tr("Back"))
        self.back.setToolTip(texts.tr("Back (Backspace or Page Up)"))
        self.done.setText(texts.tr("Done"))
        self.table.setAccessibleName(texts.tr("What was answered"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.ring.apply_theme(theme)
        self.table.apply_theme(theme)

    def show_outcome(self, outcome: Outcome, texts: Texts) -> None:
        """Show how a round went; the cursor stands on the button that ends it."""
        assessment = outcome.assessment
        answers = assessment.answers(outcome.ratings)
        skipped = assessment.passed_over(answers)
        self._title.setText(texts.tr("That was all"))
        self._counts.setText(_counts_words(len(answers), len(skipped), texts))
        self.take_up.setText(
            texts.ntr("Ask the skipped one", "Ask the {count} skipped ones", len(skipped))
        )
        self.take_up.setVisible(bool(skipped))
        self._show_moves(outcome, texts)
        is_agreed = assessment.by is Rater.AGREED
        self.model.show(
            [
                texts.tr("Skill"),
                texts.tr("Agreed") if is_agreed else texts.tr("Your answer"),
                texts.tr("Before"),
                texts.tr("Self and manager") if is_agreed else texts.tr("The others"),
            ],
            [_row(skill, outcome, texts) for skill in assessment.skills],
        )
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_moves(self, outcome: Outcome, texts: Texts) -> None:
        self._moved.setVisible(bool(outcome.moves))
        if not outcome.moves:
            return
        (before, after), *own = outcome.moves
        role = texts.pick(outcome.catalogue.role(after.role).name)
        self.ring.show_readiness(
            after.readiness, f"track-{outcome.track}", is_unrated=after.is_unrated
        )
        self._move.setText(
            breakable(
                texts.tr(
                    "Readiness for {role}: {change}", role=role, change=change(before, after, texts)
                )
            )
        )
        self.ring.setAccessibleName(self._move.text())
        self._essentials.setText(
            DOT.join(
                [
                    essentials_words(len(after.open_essentials), texts),
                    texts.word(basis_words(after.basis)),
                ]
            )
        )
        self._own.setVisible(bool(own))
        for first, last in own:
            self._own.setText(
                texts.tr(
                    "By {basis}: {change}",
                    basis=texts.word(basis_words(last.basis)),
                    change=change(first, last, texts),
                )
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Backspace or Page Up; Enter and Escape end the round."""
        key = event.key()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_PageUp):
            self.stepped_back.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif press_focused_button(event):
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def change(before: Gap, after: Gap, texts: Texts) -> str:
    """Return what became of a readiness, such as `60–73 % → 64–75 %`."""
    first, last = (readiness_words(gap.readiness, texts) for gap in (before, after))
    if before.readiness == after.readiness:
        return texts.tr("{readiness}, unchanged", readiness=last)
    return texts.tr("{before} → {after}", before=first, after=last)


def _counts_words(answered: int, skipped: int, texts: Texts) -> str:
    parts: list[str] = []
    if answered:
        parts.append(texts.ntr("{count} skill rated", "{count} skills rated", answered))
    if skipped:
        parts.append(texts.ntr("{count} skipped", "{count} skipped", skipped))
    return DOT.join(parts)


def _row(skill: str, outcome: Outcome, texts: Texts) -> list[Told]:
    scale, by = outcome.catalogue.scale, outcome.assessment.by
    answer = outcome.assessment.answers(outcome.ratings).get(skill)
    earlier = [rating for rating in outcome.ratings if rating.entry < outcome.assessment.begun]
    before = newest_by_rater(earlier, skill, outcome.as_of).get(by)
    newest = newest_by_rater(outcome.ratings, skill, outcome.as_of)
    others = [
        texts.tr(
            "{rater}: {level}",
            rater=texts.word(rater_name(rater)),
            level=rated_level(newest[rater], scale, texts),
        )
        for rater in Rater
        if rater in newest and rater is not by
    ]
    said: Message | str = texts.tr("skipped") if answer is None else ""
    return [
        Told(texts.pick(outcome.catalogue.skill(skill).name)),
        Told(rated_level(answer, scale, texts), is_bold=True) if answer else Told("", str(said)),
        Told(rated_level(before, scale, texts), texts.date(before.on))
        if before
        else Told("", texts.tr("unrated")),
        # What others said is told of what was answered alone.
        Told("\n".join(others)) if answer else Told(""),
    ]
