"""One question of a questionnaire, its answers to choose from by number, arrows or a click."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.core.questionnaire import Question
from planner.core.text import Texts
from planner.gui.contents import press_focused_button
from planner.gui.theme import Theme
from planner.gui.widgets.labels import breakable, plain_label
from planner.gui.widgets.level_choice import LevelChoice, LevelEntry
from planner.report.map_words import source_words

_BAR_WIDTH = 240
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


class ChoiceQuestion(QWidget):
    """Asks one question. Signals: `answered` (its id), `skipped`, `stepped_back`, `stopped`."""

    answered = Signal(str)
    skipped = Signal()
    stepped_back = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked: Asked | None = None
        self._texts: Texts | None = None
        self.heading = plain_label(size="title", wraps=True)
        self._place = plain_label(strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._intro = plain_label(tone="quiet", wraps=True)
        self.words = plain_label(size="title", wraps=True)
        self._source = plain_label(size="small", tone="quiet", wraps=True)
        self.answers = LevelChoice(theme)
        self._fault = plain_label(tone="danger", wraps=True)
        self._keys = plain_label(size="small", tone="quiet", wraps=True)
        self.back, self.skip, self.stop, self.save = (QPushButton() for _ in range(4))
        self.save.setProperty("kind", "primary")
        self._lay_out()
        self.answers.confirmed.connect(self._on_save)
        self.answers.skipped.connect(self.skipped)
        self.answers.stepped_back.connect(self.stepped_back)
        self.answers.missed.connect(self._on_missed)
        self.answers.itemSelectionChanged.connect(self._forget_fault)
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
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 20, 24, 16)
        inner.setSpacing(4)
        inner.addWidget(self.words)
        inner.addWidget(self._source)
        inner.addSpacing(10)
        inner.addWidget(self.answers, 1)
        inner.addWidget(self._fault)
        inner.addWidget(self._keys)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.save)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 8, 0, 8)
        middle.setSpacing(12)
        middle.addWidget(self._intro)
        middle.addWidget(card)
        middle.addLayout(foot)
        middle.addStretch(1)
        contents = QWidget()
        row = QHBoxLayout(contents)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._middle, _MIDDLE_SHARE)
        row.addStretch(1)
        area = _QuietArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(contents)
        for part in (contents, area.viewport()):
            part.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(area, 1)

    @property
    def fault(self) -> str:
        """What is wrong with the answer, empty while nothing is."""
        return self._fault.text()

    @property
    def place_words(self) -> str:
        """Which of how many questions this is."""
        return self._place.text()

    @property
    def intro_words(self) -> str:
        """What stands above the question, empty for nothing."""
        return self._intro.text()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `ask` follows."""
        self._texts = texts
        tr = texts.tr
        self.back.setText(tr("Back"))
        self.back.setToolTip(tr("Back (Backspace or Page Up)"))
        self.skip.setText(tr("Skip"))
        self.skip.setToolTip(tr("Skip this question (S or Page Down)"))
        self.stop.setText(tr("Stop"))
        self.stop.setToolTip(tr("Stop here; you can go on later (Esc)"))
        self.save.setText(tr("Save and go on"))
        self.save.setToolTip(tr("Save and go on (Enter)"))
        self._bar.setAccessibleName(tr("Progress"))
        self.answers.setAccessibleName(tr("Answers"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.answers.apply_theme(theme)
        self._middle.setMaximumWidth(round(_WIDTH * max(1.0, theme.text_factor)))
        self._make_room()

    def ask(self, asked: Asked, texts: Texts) -> None:
        """Ask a question; an answer that was chosen for the same one already stays chosen."""
        is_same = self._asked is not None and self._asked.question.id == asked.question.id
        chosen = self.answers.entry.level if is_same and self.answers.entry else None
        if self._asked is not None and self._asked.answer != asked.answer:
            chosen = None
        self._asked = asked
        question = asked.question
        self.heading.setText(breakable(asked.title))
        self._intro.setText(breakable(asked.intro))
        self._intro.setVisible(bool(asked.intro))
        self.words.setText(breakable(texts.pick(question.text)))
        self._source.setText(
            texts.tr("The contrast: {source}", source=source_words(question.source, texts))
        )
        self.answers.offer(
            [
                LevelEntry(float(place), str(place), texts.pick(answer.text), "")
                for place, answer in enumerate(question.answers, start=1)
            ]
        )
        self.answers.setAccessibleName(texts.pick(question.text))
        last = len(question.answers)
        self._keys.setText(
            texts.tr("1 to {last} choose · Enter saves · S skips · Backspace goes back", last=last)
        )
        self.answers.setAccessibleDescription(self._keys.text())
        known = [answer.id for answer in question.answers]
        if chosen is None and asked.answer in known:
            chosen = 1.0 + known.index(asked.answer)
        if chosen is not None:
            self.answers.choose(chosen)
        self._forget_fault()
        self._place.setText(texts.tr("{number} of {all}", number=asked.number, all=asked.count))
        self._bar.setRange(0, asked.count)
        self._bar.setValue(asked.done)
        self._bar.setAccessibleDescription(
            texts.tr("{done} of {all} done", done=asked.done, all=asked.count)
        )
        self.back.setEnabled(asked.number > 1)
        self._make_room()
        if not is_same:
            self.answers.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Forget what was asked."""
        self._asked = None

    def _on_save(self) -> None:
        entry, asked, texts = self.answers.entry, self._asked, self._texts
        if asked is None or texts is None:
            return
        if entry is None or entry.level is None:
            self._say(texts.tr("Choose an answer, or skip this question with S."))
            self.answers.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.answered.emit(asked.question.answers[round(entry.level) - 1].id)

    def _on_missed(self, key: str) -> None:
        if self._texts is not None:
            self._say(self._texts.tr("There is no answer {number}.", number=key))

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.show()

    def _forget_fault(self) -> None:
        self._fault.setText("")
        self._fault.hide()

    def _make_room(self) -> None:
        """Show every answer whole: the list grows with them, and the page scrolls."""
        rows = range(self.answers.count())
        height = sum(self.answers.sizeHintForRow(row) + 2 for row in rows) + 8
        least = round(_LEAST_ANSWERS * self._theme.text_factor)
        self.answers.setFixedHeight(max(least, height))

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


class _QuietArea(QScrollArea):
    """Leaves Page Up and Page Down to the page, where they go back and skip."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no key."""
        event.ignore()
