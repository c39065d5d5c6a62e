"""Small parts of the Plan page: the offer of an earned rating, and the empty plan."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable, plain_label

_GROUND = "#offer {{ background: {ground}; border-radius: 8px; margin: 2px 12px 6px 12px; }}"
_ICON = 32
_WIDEST = 460


class EarnedOffer(QFrame):
    """Offers in its place to rate what a finished action has earned; `taken` or `declined`."""

    taken = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self._words = plain_label(wraps=True)
        self.rate_button, self.decline_button = QPushButton(), QPushButton()
        self.rate_button.setProperty("kind", "primary")
        self.rate_button.clicked.connect(self.taken)
        self.decline_button.clicked.connect(self.declined)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 20, 12)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.decline_button)
        row.addWidget(self.rate_button)
        self.hide()

    @property
    def words(self) -> str:
        """What is offered, empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def show_offer(self, title: str, earned: str, texts: Texts) -> None:
        """Offer the rating that an action of this title has earned."""
        words = texts.tr("“{title}” is done. Earned: {earned}.", title=title, earned=earned)
        self._words.setText(breakable(words))
        self.rate_button.setText(texts.tr("Rate it"))
        self.rate_button.setToolTip(texts.tr("Rate what it earned (R)"))
        self.rate_button.setAccessibleName(words)
        self.decline_button.setText(texts.tr("Not now"))
        self.decline_button.setAccessibleName(texts.tr("Not now"))
        self.show()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(_GROUND.format(ground=theme.hex("accent-soft")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decline on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        else:
            super().keyPressEvent(event)


class EmptyPlan(QWidget):
    """Says what to do while nothing is planned.

    Signals: `gaps_requested`, `new_requested`, and `step_requested` for the best next step.
    """

    gaps_requested = Signal()
    new_requested = Signal()
    step_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._picture = QLabel()
        self._heading = plain_label(size="title", wraps=True)
        self._words = plain_label(tone="quiet", wraps=True)
        self._words.setMaximumWidth(_WIDEST)
        self._words.setMinimumWidth(_WIDEST // 2)
        for label in (self._picture, self._heading, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.gaps_button, self.new_button = QPushButton(), QPushButton()
        self.gaps_button.setProperty("kind", "primary")
        self.gaps_button.clicked.connect(self.gaps_requested)
        self.new_button.clicked.connect(self.new_requested)
        self.step = plain_label(tone="success", strong=True, wraps=True)
        self.step.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.step_button = QPushButton()
        self.step_button.clicked.connect(self.step_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self._heading)
        words = QHBoxLayout()
        column.addLayout(words)
        words.addStretch(1)
        words.addWidget(self._words, 100)
        words.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        column.addLayout(buttons)
        buttons.addStretch(1)
        buttons.addWidget(self.gaps_button)
        buttons.addWidget(self.new_button)
        buttons.addStretch(1)
        column.addSpacing(8)
        column.addWidget(self.step)
        column.addWidget(self.step_button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.offer_step("", None)

    def offer_step(self, words: str, texts: Texts | None) -> None:
        """Offer the best next step in words, or with none of them nothing."""
        for part in (self.step, self.step_button):
            part.setVisible(bool(words))
        if texts is not None:
            self.step.setText(breakable(words))
            self.step_button.setText(texts.tr("Add it to the plan"))
            self.step_button.setAccessibleName(self.step_button.text())
            self.step_button.setAccessibleDescription(words)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_words(self, texts: Texts, theme: Theme, *, is_past: bool) -> None:
        """Say what to do first, of a past day only that nothing was planned."""
        side = round(_ICON * max(1.0, theme.text_factor))
        self._picture.setPixmap(self._icons.icon("plan").pixmap(QSize(side, side)))
        self._heading.setText(texts.tr("Nothing is planned yet."))
        self._words.setText(
            texts.tr("On the day looked at there was no action. Go back to today to add one.")
            if is_past
            else texts.tr(
                "On the Gaps page pick a skill and press P: the catalogue's ways to gain it become "
                "actions. Or press N here and write down an action of your own."
            )
        )
        self._words.setMaximumWidth(round(_WIDEST * max(1.0, theme.text_factor)))
        self.gaps_button.setText(texts.tr("Go to the gaps"))
        self.new_button.setText(texts.tr("New action"))
        for button in (self.gaps_button, self.new_button):
            button.setVisible(not is_past)
            button.setAccessibleName(button.text())
