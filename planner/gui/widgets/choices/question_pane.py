"""The frame of one question among several: its place, what is chosen, back, skip, stop and save."""

from __future__ import annotations

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

from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.choices.level_choice import LevelChoice
from planner.gui.widgets.display.labels import breakable, plain_label

_BAR_WIDTH = 240


class QuestionPane(QWidget):
    """Signals: `answered` (with what), `skipped`, `stepped_back`, `stopped`.

    One that asks lays the buttons out and calls `add_head` there, calls `show_place`, and
    implements `save_answer` and `missed_words`.
    """

    answered = Signal(object)
    skipped = Signal()
    stepped_back = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: Texts | None = None
        self.heading = plain_label(size="title", wraps=True)
        self.choice = LevelChoice(theme)
        self._place = plain_label(strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._fault = plain_label(tone="danger", wraps=True)
        self._keys = plain_label(size="small", tone="quiet", wraps=True)
        self.back, self.skip, self.stop, self.save = (QPushButton() for _ in range(4))
        self.save.setProperty("kind", "primary")
        self.choice.confirmed.connect(self.save_answer)
        self.choice.skipped.connect(self.skipped)
        self.choice.stepped_back.connect(self.stepped_back)
        self.choice.missed.connect(self._on_missed)
        self.choice.itemSelectionChanged.connect(self.forget_fault)
        self.back.clicked.connect(self.stepped_back)
        self.skip.clicked.connect(self.skipped)
        self.stop.clicked.connect(self.stopped)
        self.save.clicked.connect(self.save_answer)

    @property
    def fault(self) -> str:
        """What is wrong with the answer, empty while nothing is."""
        return self._fault.text()

    @property
    def place_words(self) -> str:
        """Which of how many questions this is."""
        return self._place.text()

    def add_head(self, column: QVBoxLayout) -> None:
        """Add to a column which question it is and how many there are, with the way out."""
        head = QHBoxLayout()
        head.setSpacing(12)
        column.addLayout(head)
        head.addWidget(self.heading, 1)
        for part in (self._place, self._bar, self.stop):
            head.addWidget(part)

    def save_answer(self) -> None:
        """Say what was answered, or that nothing was chosen."""
        raise NotImplementedError

    def missed_words(self, key: str, texts: Texts) -> str:
        """Return that the key of a digit chooses nothing."""
        raise NotImplementedError

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language."""
        self._texts = texts
        tr = texts.tr
        self.back.setText(tr("Back"))
        self.back.setToolTip(tr("Back (Backspace or Page Up)"))
        self.skip.setText(tr("Skip"))
        self.stop.setText(tr("Stop"))
        self.stop.setToolTip(tr("Stop here; you can go on later (Esc)"))
        self.save.setText(tr("Save and go on"))
        self.save.setToolTip(tr("Save and go on (Enter)"))
        self._bar.setAccessibleName(tr("Progress"))

    def show_place(self, heading: str, number: int, count: int, done: int, texts: Texts) -> None:
        """Say which of how many questions it is, from 1, and how many are done."""
        self.heading.setText(breakable(heading))
        self._place.setText(texts.tr("{number} of {all}", number=number, all=count))
        self._bar.setRange(0, count)
        self._bar.setValue(done)
        self._bar.setAccessibleDescription(texts.tr("{done} of {all} done", done=done, all=count))
        self.back.setEnabled(number > 1)

    def show_keys(self, words: str) -> None:
        """Say what the keys do."""
        self._keys.setText(words)
        self.choice.setAccessibleDescription(words)

    def say(self, words: str) -> None:
        """Say what is wrong with the answer."""
        self._fault.setText(words)
        self._fault.show()

    def forget_fault(self) -> None:
        """Say no longer what was wrong."""
        self._fault.setText("")
        self._fault.hide()

    def focus_choice(self) -> None:
        """Let the keys choose."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_missed(self, key: str) -> None:
        if self._texts is not None:
            self.say(self.missed_words(key, self._texts))

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
            self.save_answer()
        else:
            super().keyPressEvent(event)


class QuietArea(QScrollArea):
    """Scrolls what is asked, but leaves Page Up and Page Down to the pane: back, and skip."""

    def __init__(self, contents: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(contents)
        for part in (contents, self.viewport()):
            part.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no key."""
        event.ignore()
