"""The head of the One-on-one page: which one it is, its stages, and the key that hides."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.gui.widgets.choices.segments import Segments
from planner.gui.widgets.display.labels import breakable, plain_label


class Stage(StrEnum):
    """What the page shows: one of the three stages, or the closed ones."""

    PREPARE = "prepare"
    HOLD = "hold"
    CLOSE = "close"
    PAST = "past"


class MeetingHeader(QWidget):
    """Says which one-on-one is shown; `stage_wanted` (Stage), `hiding_wanted`, `next_wanted`."""

    stage_wanted = Signal(object)
    hiding_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(size="title")
        self.facts = plain_label(tone="quiet", wraps=True)
        self.stages = Segments((Stage.PREPARE, Stage.HOLD, Stage.CLOSE), theme)
        self.past_button, self.hide_button = QPushButton(), QPushButton()
        self.begin_button = QPushButton()
        self.begin_button.setProperty("kind", "primary")
        self.past_button.setCheckable(True)
        self.past_button.setProperty("kind", "option")
        self.stages.chosen.connect(self.stage_wanted)
        self.past_button.clicked.connect(self._on_past)
        self.hide_button.clicked.connect(self.hiding_wanted)
        self.begin_button.clicked.connect(self.next_wanted)
        self._words, self._choice = QWidget(), QWidget()
        words = QHBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(12)
        words.addWidget(self.title)
        words.addWidget(self.facts, 1)
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(12)
        choice.addWidget(self.stages)
        choice.addWidget(self.past_button)
        choice.addWidget(self.begin_button)
        choice.addStretch(1)
        choice.addWidget(self.hide_button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._is_stacked: bool | None = None
        self.retranslate(texts)
        self._arrange()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_state` follows."""
        tr = texts.tr
        self.title.setText(tr("One-on-one"))
        words = {
            Stage.PREPARE: (tr("Prepare"), tr("Agenda, promises and differences (Alt+1)")),
            Stage.HOLD: (tr("Hold"), tr("Notes, promises and agreed levels (Alt+2)")),
            # Apart from “Close” of a window, which is another word in Chinese.
            Stage.CLOSE: (tr("Close{talk}", talk=""), tr("The record and the next day (Alt+3)")),
        }
        for stage, (name, more) in words.items():
            self.stages.say(stage, name, more)
        self.begin_button.setText(tr("Prepare the next one"))
        self.past_button.setToolTip(tr("Read and search closed one-on-ones (Alt+4)"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.stages.apply_theme(theme)
        self._is_stacked = None
        self._arrange()

    def show_state(
        self,
        stage: Stage,
        facts: str,
        texts: Texts,
        *,
        has_open: bool,
        closed: int,
        is_hidden: bool,
        can_begin: bool,
    ) -> None:
        """Show a stage of a one-on-one; `closed` is how many there are of the closed ones."""
        self.begin_button.setVisible(can_begin)
        self.facts.setText(breakable(facts))
        self.stages.setVisible(has_open)
        self.stages.show_key(None if stage is Stage.PAST else stage)
        self.past_button.setVisible(has_open and closed > 0)
        self.past_button.setChecked(stage is Stage.PAST)
        self.past_button.setText(texts.tr("Past ({count})", count=closed))
        self.past_button.setAccessibleName(
            texts.ntr("{count} past one-on-one", "{count} past one-on-ones", closed)
        )
        words = texts.tr("Show private F8") if is_hidden else texts.tr("Hide private F8")
        self.hide_button.setText(words)
        self.hide_button.setAccessibleName(
            texts.tr("Show the private notes") if is_hidden else texts.tr("Hide the private notes")
        )
        self.hide_button.setVisible(has_open or closed > 0)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice below the words where both do not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _on_past(self) -> None:
        self.past_button.setChecked(True)
        self.stage_wanted.emit(Stage.PAST)

    def _arrange(self) -> None:
        facts = self.facts.fontMetrics().horizontalAdvance(self.facts.text())
        words = self.title.sizeHint().width() + 12 + facts
        wanted = words + self._grid.horizontalSpacing() + self._choice.sizeHint().width()
        is_stacked = wanted > self.width()
        self.facts.setMinimumWidth(0 if is_stacked else facts + 2)
        if is_stacked is self._is_stacked:
            return
        self._is_stacked = is_stacked
        for part in (self._words, self._choice):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self._choice, *((1, 0) if is_stacked else (0, 1)))
        self._grid.setColumnStretch(0, 1 if is_stacked else 0)
        self._grid.setColumnStretch(1, 0 if is_stacked else 1)
