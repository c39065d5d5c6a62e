"""What stands in the place of routes: why there are none, a search under way, how they count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.rows.line_rows import FactLine, FactRows

_WIDEST = 720
_PERCENT = 100


class RoutesNotice(QFrame):
    """Says something in the middle, with reasons below it and one thing to do; `acted` for that."""

    acted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = plain_label(size="title", wraps=True)
        self.words = plain_label(tone="quiet", wraps=True)
        self.reasons = FactRows(icons)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = QPushButton()
        self.button.clicked.connect(self.acted)
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for part in (self.title, self.words, self.reasons, self.bar):
            inner.addWidget(part)
        inner.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 28, 32, 24)
        row.addWidget(self._inner, 1)
        row.addStretch(0)

    def say(
        self,
        title: str,
        words: str,
        theme: Theme,
        texts: Texts,
        *,
        reasons: Sequence[tuple[str, str]] = (),
        action: str = "",
        has_progress: bool = False,
    ) -> None:
        """Say something else; `reasons` are each followed by what one can do about it."""
        self._inner.setMaximumWidth(round(_WIDEST * max(1.0, theme.text_factor)))
        self.title.setText(breakable(title))
        self.words.setText(breakable(words))
        self.words.setVisible(bool(words))
        lines = [
            FactLine(icon="warning", colour="warning", words=why, more=what)
            for why, what in reasons
        ]
        self.reasons.show_lines(lines, theme, texts)
        self.bar.setVisible(has_progress)
        self.bar.setAccessibleName(texts.tr("Progress"))
        if has_progress:
            self.bar.setRange(0, 0)
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def show_done(self, done: float) -> None:
        """Show how much of the search is done, in 0..1."""
        self.bar.setRange(0, _PERCENT)
        self.bar.setValue(round(done * _PERCENT))

    @property
    def said(self) -> str:
        """All that is said, for those who look at it from without."""
        labels = (label for label in self.findChildren(QLabel) if not label.isHidden())
        return "\n".join(label.text() for label in labels if label.text())


class RoutesRule(QFrame):
    """Shows how routes are counted, in paragraphs; `closed` on Escape."""

    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icons = icons
        self._title = plain_label(strong=True, wraps=True)
        self.close_button = QToolButton()
        self.close_button.clicked.connect(self.closed)
        self.rule = plain_label(wraps=True)
        self.rule.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.rule.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.rule)
        for ground in (self.rule, area.viewport()):
            ground.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addWidget(area, 1)

    def show_rule(self, paragraphs: Sequence[str], texts: Texts) -> None:
        """Show the rule in words."""
        self._title.setText(texts.tr("How routes are counted"))
        self.close_button.setIcon(self._icons.icon("close"))
        self.close_button.setAccessibleName(texts.tr("Close the rule"))
        self.close_button.setToolTip(texts.tr("Close the rule (Esc)"))
        self.rule.setText("\n\n".join(paragraphs))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
