"""The right of the Plan page: the plan over time, or the rule by which it is worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Catalogue
from planner.core.planning.plan import Plan, PlannedAction
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.models.rows_table import Told
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.charts.card import ChartCard
from planner.gui.widgets.charts.view import ChartLoader, ChartStyles
from planner.gui.widgets.display.focus_ring import stop_where_it_scrolls
from planner.gui.widgets.display.labels import plain_label
from planner.report.copies.chart_copies import timeline_copy
from planner.report.map.words import DOT
from planner.report.plan.words import (
    hours_sentence,
    plan_rule,
    state_name,
    timeline_words,
    when_lines,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.charts.style import ChartStyle

_LEAST = QSize(300, 300)
_COLUMNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The actions of somebody's plan that a timeline shows, and how the day is called."""

    name: str
    catalogue: Catalogue
    plan: Plan
    shown: Sequence[PlannedAction]
    texts: Texts
    theme: Theme
    track: int
    now: str


class PlanAside(QStackedWidget):
    """Shows the timeline, once what draws it has been loaded off the GUI thread, or the rule.

    `rule_closed` when the person wants the timeline back.
    """

    rule_closed = Signal()

    def __init__(
        self, tasks: Tasks, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._styles = ChartStyles()
        self._loader = ChartLoader(tasks, self)
        self._loader.loaded.connect(self._show_loaded)
        self._view: TimelineView | None = None
        self.card = ChartCard(_COLUMNS, icons, theme, least=_LEAST)
        self.timeline = self.card.chart
        self.rule = _Rule()
        self.rule.closed.connect(self.rule_closed)
        self.addWidget(self.card)
        self.addWidget(self.rule)

    @property
    def is_rule_open(self) -> bool:
        """Whether the rule is shown."""
        return self.currentWidget() is self.rule

    def open_rule(self, is_open: bool) -> None:
        """Show the rule, or the timeline again."""
        self.setCurrentIndex(1 if is_open else 0)
        if is_open:
            self.rule.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self, texts: Texts) -> None:
        """Word the titles in another language; `show_plan` follows."""
        self.card.show_title(texts.tr("Timeline"))
        self.card.retranslate(texts)
        self.rule.retranslate(texts)

    def show_plan(self, view: TimelineView) -> None:
        """Show actions over time in the colour of the role's track."""
        self.rule.show_rule(view.plan.hours_a_week, view.texts, self._icons)
        self._view = view
        self.card.apply_theme(view.theme)
        headings, rows = _rows(view)
        self.card.show_rows(headings, rows)
        self._loader.load()
        if self._loader.is_loaded:
            self._show_loaded()

    def _show_loaded(self) -> None:
        view = self._view
        if view is not None:
            words = timeline_words(view.plan, len(view.shown), view.texts)
            style = self._styles.style(view.theme, view.track)
            copy = timeline_copy(
                view.shown,
                view.catalogue,
                view.name,
                view.texts,
                as_of=view.plan.as_of,
                now=view.now,
                track=view.track,
            )
            self.card.show_chart(
                partial(_timeline, view, style), words, copy if view.shown else None
            )


class _Rule(QFrame):
    """Says by which rule a plan is ordered and timed; `closed` on Escape."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._heading = plain_label(strong=True, wraps=True)
        self._rule = plain_label(wraps=True)
        self._hint = plain_label(tone="quiet", size="small", wraps=True)
        self.close_button = QToolButton()
        self.close_button.clicked.connect(self.closed)
        for label in (self._rule, self._hint):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QWidget()
        words.setObjectName("details")
        below = QVBoxLayout(words)
        below.setContentsMargins(0, 0, 8, 0)
        below.setSpacing(12)
        below.addWidget(self._rule)
        below.addWidget(self._hint)
        below.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(words)
        stop_where_it_scrolls(area)
        for part in (words, area.viewport()):
            part.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addWidget(area, 1)

    @property
    def words(self) -> str:
        """The rule as it is said."""
        return self._rule.text()

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language."""
        self._heading.setText(texts.tr("How the plan is worked out"))
        self._hint.setText(
            texts.tr("The hours a week are set in the details of the person (Ctrl+I).")
        )
        self.close_button.setAccessibleName(texts.tr("Close the rule"))
        self.close_button.setToolTip(texts.tr("Close the rule (Esc)"))

    def show_rule(self, hours_a_week: float, texts: Texts, icons: Icons) -> None:
        """Say the rule for so many hours a week."""
        self._rule.setText(plan_rule(hours_a_week, texts))
        self.close_button.setIcon(icons.icon("close"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _rows(view: TimelineView) -> tuple[tuple[str, ...], list[tuple[Told, ...]]]:
    """Return the timeline in words: two columns, for it stands narrow."""
    headings = (view.texts.tr("Action"), view.texts.tr("When"))
    return headings, [_row(one, view.texts) for one in view.shown]


def _row(one: PlannedAction, texts: Texts) -> tuple[Told, ...]:
    facts = (state_name(one.action.state, texts), hours_sentence(one, texts))
    worked_on, due = when_lines(one, texts)
    is_late = one.is_overdue or one.fits is False
    return (
        Told(" ".join(one.action.title.split()), DOT.join(fact for fact in facts if fact)),
        Told(worked_on or "–", due, "warning" if is_late else "text-quiet"),
    )


def _timeline(view: TimelineView, style: ChartStyle, width: float, height: float) -> Figure:
    from planner.charts.plan import timeline_figure

    return timeline_figure(
        view.shown,
        view.plan.as_of,
        view.texts,
        style,
        now=view.now,
        late=view.theme.hex("warning"),
        width=width,
        height=height,
    )
