"""The completeness of the capability matrix opened into its terms and its rule."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.team.coverage import Completeness
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.widgets.display.labels import hairline, plain_label
from planner.report.team.words import completeness_rule

_HUNDRED = 100


class TeamRule(QFrame):
    """Shows how the completeness comes about; `closed` on Escape."""

    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icons = icons
        self.title = plain_label(strong=True, wraps=True)
        self.close_button = QToolButton()
        self.close_button.clicked.connect(self.closed)
        self._rule = plain_label(tone="quiet", wraps=True)
        self._terms: list[tuple[QLabel, QLabel]] = []
        self._sum = plain_label(strong=True, wraps=True)
        self._source = plain_label(tone="quiet", size="small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._rule)
        column.addWidget(hairline())
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        for row in range(5):
            words, number = plain_label(wraps=True), plain_label(strong=True)
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(words, row, 0)
            grid.addWidget(number, row, 1)
            self._terms.append((words, number))
        column.addWidget(hairline())
        column.addWidget(self._sum)
        column.addWidget(self._source)
        column.addStretch(1)
        for label in self.findChildren(QLabel):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_rule` follows."""
        tr = texts.tr
        self.title.setText(tr("How complete the capability matrix is"))
        self.close_button.setAccessibleName(tr("Close the rule"))
        self.close_button.setToolTip(tr("Close the rule (Esc)"))
        self._source.setText(
            tr("The article names this among the measures of a line manager (article §3).")
        )

    def show_rule(self, found: Completeness, months: int, texts: Texts) -> None:
        """Show the rule with the figures that it makes here."""
        tr = texts.tr
        self.close_button.setIcon(self._icons.icon("close"))
        self._rule.setText(completeness_rule(months, texts))
        rows = (
            (tr("required cells"), found.required),
            (tr("unrated among them"), found.unrated),
            (tr("stale among them"), found.stale),
            (tr("rated and not stale"), found.complete),
            (tr("left out as not applicable"), found.not_applicable),
        )
        for (words, number), (what, count) in zip(self._terms, rows, strict=True):
            words.setText(what)
            number.setText(texts.number(count, 0))
        self._sum.setText(self._sum_words(found, texts))

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that is said, from top to bottom."""
        terms = (f"{words.text()}: {number.text()}" for words, number in self._terms)
        return self._rule.text(), *terms, self._sum.text()

    def _sum_words(self, found: Completeness, texts: Texts) -> str:
        if found.fraction is None:
            return texts.tr("No cell is required, so there is nothing to be complete.")
        return texts.tr(
            "{sum} ÷ {whole} = {percent} %",
            sum=texts.number(found.complete, 0),
            whole=texts.number(found.required, 0),
            percent=texts.number(_HUNDRED * found.fraction, 1),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
