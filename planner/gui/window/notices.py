"""The one place on the page where errors, results and long work are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.errors import PlannerError
from planner.core.text import Message, Texts, in_line, message
from planner.gui.look.icons import Icons
from planner.gui.tasks import Task, Tasks
from planner.gui.widgets.display.labels import breakable, plain_label, set_tone

NoticeTone = Literal["error", "warning", "done"]
_ICONS = {
    "error": ("warning", "danger"),
    "warning": ("warning", "warning"),
    "done": ("check", "success"),
}
_PERCENT = 100


class NoticeBar(QFrame):
    """Says one thing at a time, in words of the present language, until it is dismissed."""

    def __init__(self, icons: Icons, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._icons = icons
        self._texts = texts
        self._said: tuple[Message, ...] = ()
        self._tone: NoticeTone = "done"
        self._action: tuple[Message, Callable[[], None]] | None = None
        self._picture = plain_label()
        self._first = plain_label(strong=True, wraps=True)
        self._rest = plain_label(tone="quiet", wraps=True)
        self._button = QPushButton()
        self._close = QToolButton()
        for label in (self._first, self._rest):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        row.addLayout(words, 1)
        words.addWidget(self._first)
        words.addWidget(self._rest)
        row.addWidget(self._button)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        self._button.clicked.connect(self.act)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said, empty while nothing is."""
        return in_line(self._said, self._texts)

    @property
    def said(self) -> tuple[Message, ...]:
        """The sentences being said, none while nothing is."""
        return self._said

    @property
    def tone(self) -> NoticeTone:
        """Whether an error, a warning or a result is being said."""
        return self._tone

    @property
    def offers_undo(self) -> bool:
        """Whether it offers to undo the newest change."""
        return self._action is not None and self._action[0] == message("Undo")

    def say_error(self, error: PlannerError) -> None:
        """Say what happened, what it means for the data, and what to do."""
        self.say(*error.sentences, tone="error")

    def say(
        self,
        *sentences: Message,
        tone: NoticeTone = "done",
        action: tuple[Message, Callable[[], None]] | None = None,
    ) -> None:
        """Say something, with one thing to do about it where there is one."""
        # Imported here: the names of all that assistive technology knows are many.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        self._said = sentences
        self._tone = tone
        self._action = action
        set_tone(self, tone)
        self._word()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Say no more."""
        self._said = ()
        self._action = None
        self.hide()

    def retranslate(self, texts: Texts) -> None:
        """Say the same in another language, or in other colours."""
        self._texts = texts
        self._word()

    def _word(self) -> None:
        worded = [breakable(self._texts.word(part)) for part in self._said]
        self._first.setText("".join(worded[:1]))
        self._rest.setText(in_line(worded[1:], self._texts))
        self._rest.setVisible(len(worded) > 1)
        icon, role = _ICONS[self._tone]
        self._picture.setPixmap(self._icons.picture(icon, role, 20))
        self._close.setIcon(self._icons.icon("close"))
        self._close.setAccessibleName(self._texts.tr("Dismiss this notice"))
        self._close.setToolTip(self._texts.tr("Dismiss this notice"))
        self._button.setVisible(self._action is not None)
        if self._action is not None:
            self._button.setText(self._texts.word(self._action[0]))
        self.setAccessibleName(self.text)

    def act(self) -> None:
        """Do the one thing that the notice offers."""
        if self._action is not None:
            action = self._action[1]
            self.dismiss()
            action()


class ProgressBar(QFrame):
    """Shows the newest labelled task with how far it is, and stops it on request."""

    def __init__(self, tasks: Tasks, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "done")
        self._shown: list[Task] = []
        self._label = plain_label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        tasks.begun.connect(self._on_begun)
        tasks.progressed.connect(self._on_progressed)
        tasks.ended.connect(self._on_ended)
        self.stop.clicked.connect(self._on_stop)
        self.retranslate(texts)
        self.hide()

    @property
    def fraction(self) -> float | None:
        """How much of the work is done, in 0..1; None while that is not known."""
        return self._bar.value() / _PERCENT if self._bar.maximum() else None

    def retranslate(self, texts: Texts) -> None:
        """Word the button in another language."""
        self.stop.setText(texts.tr("Stop"))
        self._bar.setAccessibleName(texts.tr("Progress"))

    def _on_begun(self, task: Task) -> None:
        self._shown.append(task)
        self._show_newest()

    def _on_progressed(self, task: Task, fraction: float) -> None:
        if self._shown and task is self._shown[-1]:
            self._bar.setRange(0, _PERCENT)
            self._bar.setValue(round(fraction * _PERCENT))

    def _on_ended(self, task: Task) -> None:
        self._shown.remove(task)
        self._show_newest()

    def _on_stop(self) -> None:
        if self._shown:
            self._shown[-1].cancel()
            self.stop.setEnabled(False)

    def _show_newest(self) -> None:
        self.setVisible(bool(self._shown))
        if self._shown:
            self._label.setText(self._shown[-1].label)
            self._bar.setRange(0, 0)
            self.stop.setVisible(self._shown[-1].can_stop)
            self.stop.setEnabled(not self._shown[-1].is_cancelled())
