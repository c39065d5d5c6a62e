"""One question of an assessment: a skill with its levels in words, and what was said before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Requirement, Scale, Skill
from planner.core.people import Rater
from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.models.gap_table import kind_name
from planner.gui.pages.assessment.said import AnswersSeen, SaidBefore
from planner.gui.state.rating import LONGEST_WORDS, Draft
from planner.gui.theme import Theme
from planner.gui.widgets.choices.level_choice import NOT_APPLICABLE, LevelEntry
from planner.gui.widgets.choices.question_pane import QuestionPane, QuietArea
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.inputs.evidence_field import EvidenceField
from planner.gui.widgets.inputs.fields import Field
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.report.gaps.words import digit_keys, level_name
from planner.report.map.words import DOT

_LEVELS_SHARE, _SAID_SHARE = 64, 36
_LEAST_WIDTH = 900
_LEAST_LEVELS = 320


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


class AssessmentQuestion(QuestionPane):
    """Asks for one level; `answered` (Draft)."""

    def __init__(
        self, evidence: EvidenceDoor, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._question: Question | None = None
        self.title = plain_label(size="title", wraps=True)
        self._facts = plain_label(tone="quiet", wraps=True)
        self.said = SaidBefore(evidence, icons)
        self.comment = LineEdit()
        self.comment.setMaxLength(LONGEST_WORDS)
        self._comment_field = Field(self.comment)
        self.evidence = EvidenceField(evidence, icons, LONGEST_WORDS)
        self._evidence_field = Field(self.evidence)
        self._saved = plain_label(tone="success", wraps=True)
        self._lay_out()
        self.choice.itemSelectionChanged.connect(self._show_chosen)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        left = QVBoxLayout(card)
        left.setContentsMargins(24, 16, 16, 16)
        left.setSpacing(4)
        left.addWidget(self.title)
        left.addWidget(self._facts)
        left.addSpacing(6)
        left.addWidget(self.choice, 1)
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
        self._area = QuietArea(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.add_head(column)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        column.addLayout(foot)
        foot.addWidget(self.back)
        foot.addWidget(self.skip)
        foot.addWidget(self._saved, 1)
        foot.addWidget(self.save)

    @property
    def skill(self) -> str:
        """The skill asked for, empty for none."""
        return self._question.skill.id if self._question else ""

    @property
    def saved_words(self) -> str:
        """What is said to have been saved last."""
        return self._saved.text()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `ask` follows."""
        super().retranslate(texts)
        self.skip.setToolTip(texts.tr("Skip this skill (S or Page Down)"))
        self._comment_field.name(texts.tr("Comment"))
        self._evidence_field.name(texts.tr("Evidence"))
        self.evidence.retranslate(texts)
        self.choice.setAccessibleName(texts.tr("Levels"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.choice.apply_theme(theme)
        self.evidence.dress()
        self._arrange()

    def ask(self, question: Question, heading: str, texts: Texts) -> None:
        """Ask for a skill; what was filled in for the same one already stays."""
        is_same = question.skill.id == self.skill and not self._is_another_answer(question)
        draft = self.draft() if is_same else question.answer
        has_said = is_same and self.choice.entry is not None
        self._question = question
        self.title.setText(breakable(texts.pick(question.skill.name)))
        self._facts.setText(_facts_words(question, texts))
        self._facts.setVisible(bool(self._facts.text()))
        self.choice.offer(_entries(question, texts))
        self._show_keys(question.scale, texts)
        self.forget_fault()
        self.comment.setText(draft.comment if draft else "")
        self.evidence.setText(draft.evidence if draft else "")
        if draft is not None and (has_said or not is_same):
            self.choice.choose(draft.level)
        self.show_place(heading, question.number, question.count, question.done, texts)
        self._saved.setText(breakable(question.saved))
        self.said.show_answers(question.answers, texts, self._theme)
        if not is_same:
            self.focus_choice()

    def draft(self) -> Draft | None:
        """Return the rating as it is filled in, None while nothing is asked."""
        question, entry = self._question, self.choice.entry
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
        self.show_keys(
            texts.tr(
                "{first} to {last} choose · N not applicable · Enter saves · S skips · "
                "Backspace goes back",
                first=first,
                last=last,
            )
        )

    def _is_another_answer(self, question: Question) -> bool:
        return self._question is not None and question.answer != self._question.answer

    def save_answer(self) -> None:
        """Say which level was chosen, and what goes with it."""
        draft, texts = self.draft(), self._texts
        if draft is None or texts is None:
            return
        if self.choice.entry is None:
            self.say(texts.tr("Choose a level, or skip this skill with S."))
            self.focus_choice()
            return
        self.answered.emit(draft)

    def missed_words(self, key: str, texts: Texts) -> str:
        """Return that there is no such level."""
        return texts.tr("The scale has no level {level}.", level=key)

    def _show_chosen(self) -> None:
        items = self.choice.selectedItems()
        if items:
            # The list may be higher than the page: what a key has chosen is to be seen.
            rect = self.choice.visualItemRect(items[0])
            at = self.choice.viewport().mapTo(self._within, rect.center())
            self._area.ensureVisible(at.x(), at.y(), 0, rect.height())

    def _arrange(self) -> None:
        is_narrow = self.width() / self._theme.text_factor < _LEAST_WIDTH
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self.choice.setMinimumHeight(round(_LEAST_LEVELS * self._theme.text_factor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards one below the other in a narrow window."""
        super().resizeEvent(event)
        self._arrange()


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
