"""One question of an assessment: a skill with its levels in words, and what was said before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Requirement, Scale, Skill
from planner.core.people import Rater
from planner.core.text import Texts
from planner.gui.contents import press_focused_button
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.icons import Icons
from planner.gui.models.gap_table import kind_name
from planner.gui.pages.assessment_said import AnswersSeen, SaidBefore
from planner.gui.rating import LONGEST_WORDS, Draft
from planner.gui.theme import Theme
from planner.gui.widgets.evidence_field import EvidenceField
from planner.gui.widgets.fields import Field
from planner.gui.widgets.labels import breakable, plain_label
from planner.gui.widgets.level_choice import NOT_APPLICABLE, LevelChoice, LevelEntry
from planner.report.gap_words import digit_keys, level_name
from planner.report.map_words import DOT

_LEVELS_SHARE, _SAID_SHARE = 64, 36
_LEAST_WIDTH = 900
_LEAST_LEVELS = 320
_BAR_WIDTH = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, the how-manieth of how many, and how many are done.

    `answer` is what was answered in this round already; `saved` says what was saved last.
    """

    skill: Skill
    requirement: Requirement | None
    scale: Scale
    by: Rater
    on: date
    number: int
    count: int
    done: int
    answers: AnswersSeen
    answer: Draft | None = None
    saved: str = ""


class AssessmentQuestion(QWidget):
    """Asks for one level. Signals: `answered` (Draft), `skipped`, `stepped_back`, `stopped`."""

    answered = Signal(object)
    skipped = Signal()
    stepped_back = Signal()
    stopped = Signal()

    def __init__(
        self, evidence: EvidenceDoor, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question: Question | None = None
        self._texts: Texts | None = None
        self.title = plain_label(size="title", wraps=True)
        self._facts = plain_label(tone="quiet", wraps=True)
        self.levels = LevelChoice(theme)
        self._fault = plain_label(tone="danger", wraps=True)
        self.said = SaidBefore(evidence, icons)
        self.comment = QLineEdit()
        self.comment.setMaxLength(LONGEST_WORDS)
        self._comment_field = Field(self.comment)
        self.evidence = EvidenceField(evidence, icons, LONGEST_WORDS)
        self._evidence_field = Field(self.evidence)
        self.heading = plain_label(size="title", wraps=True)
        self._keys = plain_label(size="small", tone="quiet", wraps=True)
        self._place = plain_label(strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._saved = plain_label(tone="success", wraps=True)
        self.back, self.skip, self.stop, self.save = (QPushButton() for _ in range(4))
        self.save.setProperty("kind", "primary")
        self._lay_out()
        self.levels.confirmed.connect(self._on_save)
        self.levels.skipped.connect(self.skipped)
        self.levels.stepped_back.connect(self.stepped_back)
        self.levels.missed.connect(self._on_missed)
        self.levels.itemSelectionChanged.connect(self._on_chosen)
        self.back.clicked.connect(self.stepped_back)
        self.skip.clicked.connect(self.skipped)
        self.stop.clicked.connect(self.stopped)
        self.save.clicked.connect(self._on_save)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading, 1)
        head.addWidget(self._place)
        head.addWidget(self._bar)
        head.addWidget(self.stop)
        card = QFrame()
        card.setObjectName("card")
        left = QVBoxLayout(card)
        left.setContentsMargins(24, 16, 16, 16)
        left.setSpacing(4)
        left.addWidget(self.title)
        left.addWidget(self._facts)
        left.addSpacing(6)
        left.addWidget(self.levels, 1)
        left.addWidget(self._fault)
        left.addWidget(self._keys)
        beside = QFrame()
        beside.setObjectName("card")
        right = QVBoxLayout(beside)
        right.setContentsMargins(20, 16, 20, 16)
        right.setSpacing(12)
        right.addWidget(self.said, 1)
        right.addWidget(self._comment_field)
        right.addWidget(self._evidence_field)
        self._within = body = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)
        self._body.addWidget(card, _LEVELS_SHARE)
        self._body.addWidget(beside, _SAID_SHARE)
        self._area = area = _QuietArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(body)
        for part in (body, area.viewport()):
            part.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addWidget(self.skip)
        foot.addWidget(self._saved, 1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addLayout(foot)

    @property
    def skill(self) -> str:
        """The skill asked for, empty for none."""
        return self._question.skill.id if self._question else ""

    @property
    def fault(self) -> str:
        """What is wrong with the answer, empty while nothing is."""
        return self._fault.text()

    @property
    def place_words(self) -> str:
        """Which of how many questions this is."""
        return self._place.text()

    @property
    def saved_words(self) -> str:
        """What is said to have been saved last."""
        return self._saved.text()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `ask` follows."""
        self._texts = texts
        tr = texts.tr
        self.back.setText(tr("Back"))
        self.back.setToolTip(tr("Back (Backspace or Page Up)"))
        self.skip.setText(tr("Skip"))
        self.skip.setToolTip(tr("Skip this skill (S or Page Down)"))
        self.stop.setText(tr("Stop"))
        self.stop.setToolTip(tr("Stop here; you can go on later (Esc)"))
        self.save.setText(tr("Save and go on"))
        self.save.setToolTip(tr("Save and go on (Enter)"))
        self._comment_field.name(tr("Comment"))
        self._evidence_field.name(tr("Evidence"))
        self.evidence.retranslate(texts)
        self._bar.setAccessibleName(tr("Progress"))
        self.levels.setAccessibleName(tr("Levels"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.levels.apply_theme(theme)
        self.evidence.dress()
        self._arrange()

    def ask(self, question: Question, heading: str, texts: Texts) -> None:
        """Ask for a skill; what was filled in for the same one already stays."""
        self.heading.setText(breakable(heading))
        is_same = question.skill.id == self.skill and not self._is_another_answer(question)
        draft = self.draft() if is_same else question.answer
        has_said = is_same and self.levels.entry is not None
        self._question = question
        self.title.setText(breakable(texts.pick(question.skill.name)))
        self._facts.setText(_facts_words(question, texts))
        self._facts.setVisible(bool(self._facts.text()))
        self.levels.offer(_entries(question, texts))
        self._show_keys(question.scale, texts)
        self._fault.hide()
        self._fault.setText("")
        self.comment.setText(draft.comment if draft else "")
        self.evidence.setText(draft.evidence if draft else "")
        if draft is not None and (has_said or not is_same):
            self.levels.choose(draft.level)
        self._place.setText(
            texts.tr("{number} of {all}", number=question.number, all=question.count)
        )
        self._bar.setRange(0, question.count)
        self._bar.setValue(question.done)
        self._bar.setAccessibleDescription(
            texts.tr("{done} of {all} done", done=question.done, all=question.count)
        )
        self.back.setEnabled(question.number > 1)
        self._saved.setText(breakable(question.saved))
        self.said.show_answers(question.answers, texts, self._theme)
        if not is_same:
            self.levels.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> Draft | None:
        """Return the rating as it is filled in, None while nothing is asked."""
        question, entry = self._question, self.levels.entry
        if question is None:
            return None
        return Draft(
            skill=question.skill.id,
            level=entry.level if entry else None,
            by=question.by,
            on=question.on,
            comment=self.comment.text().strip(),
            evidence=self.evidence.text().strip(),
        )

    def end(self) -> None:
        """Forget what was asked and filled in."""
        self._question = None

    def _show_keys(self, scale: Scale, texts: Texts) -> None:
        first, last = digit_keys(scale)
        keys = texts.tr(
            "{first} to {last} choose · N not applicable · Enter saves · S skips · "
            "Backspace goes back",
            first=first,
            last=last,
        )
        self._keys.setText(keys)
        self.levels.setAccessibleDescription(keys)

    def _is_another_answer(self, question: Question) -> bool:
        return self._question is not None and question.answer != self._question.answer

    def _on_save(self) -> None:
        draft, texts = self.draft(), self._texts
        if draft is None or texts is None:
            return
        if self.levels.entry is None:
            self._say(texts.tr("Choose a level, or skip this skill with S."))
            self.levels.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.answered.emit(draft)

    def _on_missed(self, key: str) -> None:
        if self._texts is not None:
            self._say(self._texts.tr("The scale has no level {level}.", level=key))

    def _on_chosen(self) -> None:
        self._fault.hide()
        self._fault.setText("")
        items = self.levels.selectedItems()
        if items:
            # The list may be higher than the page: what a key has chosen is to be seen.
            rect = self.levels.visualItemRect(items[0])
            at = self.levels.viewport().mapTo(self._within, rect.center())
            self._area.ensureVisible(at.x(), at.y(), 0, rect.height())

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.show()

    def _arrange(self) -> None:
        is_narrow = self.width() / self._theme.text_factor < _LEAST_WIDTH
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self.levels.setMinimumHeight(round(_LEAST_LEVELS * self._theme.text_factor))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, skip and go back by Page Down and Page Up, stop on Escape."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.stopped.emit()
        elif key == Qt.Key.Key_PageDown:
            self.skipped.emit()
        elif key == Qt.Key.Key_PageUp:
            self.stepped_back.emit()
        elif press_focused_button(event):
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards one below the other in a narrow window."""
        super().resizeEvent(event)
        self._arrange()


class _QuietArea(QScrollArea):
    """Leaves Page Up and Page Down to the page, where they go back and skip."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no key."""
        event.ignore()


def _entries(question: Question, texts: Texts) -> list[LevelEntry]:
    described = dict(question.skill.levels)
    entries = [
        LevelEntry(
            level.number,
            texts.number(level.number),
            texts.pick(level.name),
            texts.pick(described[level.number]) if level.number in described else "",
        )
        for level in question.scale.levels
    ]
    return [*entries, LevelEntry(None, NOT_APPLICABLE, texts.tr("Not applicable to this person"))]


def _facts_words(question: Question, texts: Texts) -> str:
    """Return what the role makes of the skill; what it requires only to those who agree."""
    parts, requirement = [], question.requirement
    if requirement is not None:
        parts.append(texts.tr("essential") if requirement.essential else texts.tr("desirable"))
    if question.skill.kind:
        parts.append(kind_name(question.skill.kind, texts))
    if requirement is not None:
        parts.append(texts.tr("weight {weight}", weight=texts.number(requirement.weight)))
        if question.by is Rater.AGREED:
            level = level_name(requirement.level, question.scale, texts)
            parts.append(texts.tr("required {level}", level=level))
    return DOT.join(parts)
