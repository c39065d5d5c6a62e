"""What the questionnaire is about, shown before it is taken, or why there is none to take."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.core.questionnaire import Questionnaire
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.workspace import Workspace

_ICON = 40
_WIDTH = 560


class ChoiceEmpty(QWidget):
    """Says what it is. Signals: `begun` when it is to be taken, `left` when not."""

    begun = Signal()
    left = Signal()

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._width = _WIDTH
        self._picture = QLabel()
        self._title = plain_label(size="title", wraps=True)
        self._words = plain_label(tone="quiet", wraps=True)
        self._more = plain_label(size="small", tone="quiet", wraps=True)
        self.begin, self.leave = QPushButton(), QPushButton()
        self.begin.setProperty("kind", "primary")
        self.begin.clicked.connect(self.begun)
        self.leave.clicked.connect(self.left)
        centre = Qt.AlignmentFlag.AlignHCenter
        for label in (self._picture, self._title, self._words, self._more):
            label.setAlignment(centre)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        for part in (self._picture, self._title, self._words, self._more):
            column.addWidget(part, alignment=centre)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        column.addLayout(buttons)
        for button in (self.leave, self.begin):
            buttons.addWidget(button)
        column.setAlignment(buttons, centre)
        column.addStretch(3)
        self.apply_theme(theme)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, line by line."""
        labels = (self._title, self._words, self._more)
        return tuple(label.text() for label in labels if not label.isHidden())

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_state` follows."""
        self.begin.setText(texts.tr("Begin"))
        self.leave.setText(texts.tr("Close"))
        self._more.setText(
            texts.tr(
                "Each answer is saved as it is given. The result is the person's own: it is shown "
                "in the one-on-one and printed with its pages only once it is shared."
            )
        )

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._picture.setPixmap(self._icons.picture("fork", "accent", _ICON))
        self._width = round(_WIDTH * max(1.0, theme.text_factor))
        self._fit()

    def show_state(
        self, workspace: Workspace, asked: Questionnaire | None, *, is_known: bool
    ) -> None:
        """Say what is asked, or why nothing is; `is_known` is False while that is being read."""
        texts = workspace.texts
        tr = texts.tr
        can_begin = asked is not None and bool(asked.questions) and not workspace.is_past
        self._title.setText(tr("Choosing a track"))
        if asked is not None:
            self._title.setText(breakable(texts.pick(asked.title)))
            self._words.setText(breakable(texts.pick(asked.intro)))
            if not asked.questions:
                self._words.setText(tr("The questionnaire of this catalogue has no questions."))
            elif workspace.is_past:
                day = texts.date(workspace.as_of)
                self._words.setText(tr("Nothing was answered by {day}.", day=day))
        elif is_known:
            self._words.setText(
                tr(
                    "This catalogue has no questionnaire of its own. The one that comes with the "
                    "planner chooses between the tracks “client” and “line”, and this catalogue "
                    "does not have both."
                )
            )
        else:
            self._words.setText("")
        self._more.setVisible(can_begin)
        self.begin.setVisible(can_begin)
        self._fit()

    def focus_first(self) -> None:
        """Put the cursor on the first button."""
        button = self.leave if self.begin.isHidden() else self.begin
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Give the words the room that their lines take."""
        for label in (self._title, self._words, self._more):
            label.setFixedSize(self._width, max(0, label.heightForWidth(self._width)))

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not press_focused_button(event):
            super().keyPressEvent(event)
