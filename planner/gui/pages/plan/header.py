"""The head of the Plan page: whose gaps come first, and when the plan would be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.graph import PromotionGraph
from planner.core.planning.plan import Plan
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.choices.role_chooser import RoleChooser
from planner.gui.widgets.display.labels import plain_label
from planner.report.map.words import DOT
from planner.report.plan.words import plan_line, trouble_words

# The link stands flush with the line above it.
_LINK = """
QPushButton {{ padding: 1px 4px 1px 0; color: {colour}; }}
QPushButton:focus {{ padding: 0 3px 0 0; }}
"""


class PlanHeader(QWidget):
    """Says when the plan would be done; `rule_requested` when the person wants to see its rule."""

    rule_requested = Signal()

    def __init__(
        self, icons: Icons, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._theme = theme
        self._tone = "accent"
        self.title = plain_label(size="title")
        self.chooser = RoleChooser(icons, texts, theme)
        self._line = plain_label(strong=True)
        self.rule_button = QPushButton()
        self.rule_button.setProperty("kind", "link")
        self.rule_button.setCheckable(True)
        self.rule_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.rule_button.clicked.connect(self.rule_requested)
        self._choice = QWidget()
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(16)
        choice.addWidget(self.title)
        choice.addWidget(self.chooser)
        choice.addStretch(1)
        self._summary = QWidget()
        words = QVBoxLayout(self._summary)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._line)
        words.addWidget(self.rule_button, alignment=Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._is_stacked: bool | None = None
        self._arrange()

    @property
    def words(self) -> str:
        """What is said of the plan, a line each."""
        return f"{self._line.text()}\n{self.rule_button.text()}"

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language; `show_plan` follows."""
        self._texts = texts
        self.title.setText(texts.tr("Plan"))
        self.chooser.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.chooser.apply_theme(theme)
        self._dress()

    def show_plan(
        self, graph: PromotionGraph, plan: Plan, *, present: str, target: str | None
    ) -> None:
        """Say when a plan would be done, and what does not fit."""
        self.chooser.setVisible(bool(plan.role))
        if plan.role:
            self.chooser.show_role(graph, plan.role, present=present, target=target)
        self._summary.setVisible(bool(plan.actions))
        line = plan_line(plan, self._texts)
        self._line.setText(line)
        trouble = DOT.join(trouble_words(plan, self._texts))
        self._tone = "warning" if plan.overdue or plan.too_late else "accent"
        rule = self._texts.tr("see the rule")
        self.rule_button.setText(trouble + DOT + rule if trouble else rule)
        said = f"{line} {trouble}".strip()
        self.rule_button.setAccessibleName(self._texts.tr("{plan}: see the rule", plan=said))
        self._dress()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentence below the choice where both do not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _dress(self) -> None:
        self.rule_button.setStyleSheet(_LINK.format(colour=self._theme.hex(self._tone)))

    def _arrange(self) -> None:
        wanted = self._choice.sizeHint().width() + self._summary.sizeHint().width()
        is_stacked = wanted + self._grid.horizontalSpacing() > self.width()
        if is_stacked is self._is_stacked:
            return
        self._is_stacked = is_stacked
        self._grid.removeWidget(self._choice)
        self._grid.removeWidget(self._summary)
        self._grid.addWidget(self._choice, 0, 0)
        self._grid.addWidget(self._summary, *((1, 0) if is_stacked else (0, 1)))
        self._grid.setColumnStretch(0, 1)
