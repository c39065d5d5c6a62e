"""One question of a questionnaire, its answers to choose from by number, arrows or a click."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from planner.core.questionnaire import Question
from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.gui.widgets.choices.level_choice import LevelEntry
from planner.gui.widgets.choices.question_pane import QuestionPane, QuietArea
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.report.map.words import source_words

_WIDTH, _MIDDLE_SHARE = 760, 100
_LEAST_ANSWERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, the how-manieth of how many, how many are answered, and its answer so far."""

    question: Question
    number: int
    count: int
    done: int
    answer: str | None
    title: str
    intro: str = ""


class ChoiceQuestion(QuestionPane):
    """Asks one question; `answered` (the id of the answer)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._asked: Asked | None = None
        self._intro = plain_label(tone="quiet", wraps=True)
        self.words = plain_label(size="title", wraps=True)
        self._source = plain_label(size="small", tone="quiet", wraps=True)
        self._lay_out()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 20, 24, 16)
        inner.setSpacing(4)
        inner.addWidget(self.words)
        inner.addWidget(self._source)
        inner.addSpacing(10)
        inner.addWidget(self.choice, 1)
        inner.addWidget(self._fault)
        inner.addWidget(self._keys)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 8, 0, 8)
        middle.setSpacing(12)
        middle.addWidget(self._intro)
        middle.addWidget(card)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        middle.addLayout(foot)
        foot.addWidget(self.back)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.save)
        middle.addStretch(1)
        contents = QWidget()
        row = QHBoxLayout(contents)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._middle, _MIDDLE_SHARE)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.add_head(column)
        column.addWidget(QuietArea(contents), 1)

    @property
    def intro_words(self) -> str:
        """What stands above the question, empty for nothing."""
        return self._intro.text()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `ask` follows."""
        super().retranslate(texts)
        self.skip.setToolTip(texts.tr("Skip this question (S or Page Down)"))
        self.choice.setAccessibleName(texts.tr("Answers"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.choice.apply_theme(theme)
        self._middle.setMaximumWidth(round(_WIDTH * max(1.0, theme.text_factor)))
        self._make_room()

    def ask(self, asked: Asked, texts: Texts) -> None:
        """Ask a question; an answer that was chosen for the same one already stays chosen."""
        is_same = self._asked is not None and self._asked.question.id == asked.question.id
        chosen = self.choice.entry.level if is_same and self.choice.entry else None
        if self._asked is not None and self._asked.answer != asked.answer:
            chosen = None
        self._asked = asked
        question = asked.question
        self._intro.setText(breakable(asked.intro))
        self._intro.setVisible(bool(asked.intro))
        self.words.setText(breakable(texts.pick(question.text)))
        self._source.setText(
            texts.tr("The contrast: {source}", source=source_words(question.source, texts))
        )
        self.choice.offer(
            [
                LevelEntry(float(place), str(place), texts.pick(answer.text), "")
                for place, answer in enumerate(question.answers, start=1)
            ]
        )
        self.choice.setAccessibleName(texts.pick(question.text))
        last = len(question.answers)
        self.show_keys(
            texts.tr("1 to {last} choose · Enter saves · S skips · Backspace goes back", last=last)
        )
        known = [answer.id for answer in question.answers]
        if chosen is None and asked.answer in known:
            chosen = 1.0 + known.index(asked.answer)
        if chosen is not None:
            self.choice.choose(chosen)
        self.forget_fault()
        self.show_place(asked.title, asked.number, asked.count, asked.done, texts)
        self._make_room()
        if not is_same:
            self.focus_choice()

    def end(self) -> None:
        """Forget what was asked."""
        self._asked = None

    def save_answer(self) -> None:
        """Say which answer was chosen."""
        entry, asked, texts = self.choice.entry, self._asked, self._texts
        if asked is None or texts is None:
            return
        if entry is None or entry.level is None:
            self.say(texts.tr("Choose an answer, or skip this question with S."))
            self.focus_choice()
            return
        self.answered.emit(asked.question.answers[round(entry.level) - 1].id)

    def missed_words(self, key: str, texts: Texts) -> str:
        """Return that there is no such answer."""
        return texts.tr("There is no answer {number}.", number=key)

    def _make_room(self) -> None:
        """Show every answer whole: the list grows with them, and the page scrolls."""
        rows = range(self.choice.count())
        height = sum(self.choice.sizeHintForRow(row) + 2 for row in rows) + 8
        least = round(_LEAST_ANSWERS * self._theme.text_factor)
        self.choice.setFixedHeight(max(least, height))
