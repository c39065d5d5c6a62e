"""Another industry: what a person keeps there, and which roles and tracks carry over best."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.edits import Touched
from planner.core.errors import PlannerError
from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.keeping.person_edits import LONGEST_NAME
from planner.core.people import Person, Rating
from planner.core.roles.transfer import Transfer, tracks_by_portability, transfer
from planner.gui.look.icons import Icons
from planner.gui.pages.industry.charts import KeptChart
from planner.gui.pages.industry.part_bars_view import PartBarsView
from planner.gui.pages.page import Page
from planner.gui.tasks import Task, Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.side_by_side import SideBySide
from planner.gui.widgets.display.card import Card
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.gui.workspace import Workspace
from planner.report.copies.chart_tables import kept_table, role_transfer_table, tracks_table
from planner.report.industry.bars import role_bars, skill_bars, track_bars
from planner.report.industry.words import (
    industries_words,
    portability_rule,
    present_words,
    tracks_words,
    transfer_rule,
    unrated_note,
    why_words,
)
from planner.report.pages import basis_words

_MARGIN = 24
_FIELD = 240
# Where there are many tracks their list scrolls.
_MOST_TRACKS = 156
_SHARES, _LEAST = (45, 55), (420, 640)


class IndustryPage(Page):
    """Answers for one industry at a time, over the page in front; it changes nothing.

    `closed` when it is over, `role_requested` (role id) and `skill_requested` (skill id) when one
    is to be seen.
    """

    key = "industry"
    icon = "industry"
    has_paper = False
    closed = Signal()
    role_requested = Signal(str)
    skill_requested = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._icons = icons
        self._tasks = tasks
        self._task: Task | None = None
        self._industry = ""
        self._found: Transfer | None = None
        self._heading = plain_label(size="title", wraps=True)
        self._field_name = plain_label(tone="quiet")
        self.industry = QComboBox()
        self.field = LineEdit()
        self.field.setMaxLength(LONGEST_NAME)
        self.industry.setLineEdit(self.field)
        self.industry.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._field_name.setBuddy(self.industry)
        self.close_button = QToolButton()
        self._present = plain_label(strong=True, wraps=True)
        self._why = plain_label(tone="quiet", wraps=True)
        self.skills = PartBarsView(theme)
        self.roles = PartBarsView(theme)
        self.tracks = PartBarsView(theme)
        self._unrated = plain_label(size="small", tone="quiet", wraps=True)
        self._rule = plain_label(size="small", tone="quiet", wraps=True)
        self._compared = plain_label(wraps=True)
        self._tracks_rule = plain_label(size="small", tone="quiet", wraps=True)
        self._lay_out()
        self.industry.activated.connect(self._on_entered)
        self.field.editingFinished.connect(self._on_entered)
        self.close_button.clicked.connect(self.closed)
        self.roles.opened.connect(self.role_requested)
        self.skills.opened.connect(self.skill_requested)
        self.apply_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        self._skills_card, self._roles_card, self._tracks_card = Card(), Card(), Card()
        icons, theme = self._icons, self.theme
        self.charts = (
            KeptChart(self.skills, self._skills_card, 4, icons, theme),
            KeptChart(self.roles, self._roles_card, 5, icons, theme),
            KeptChart(self.tracks, self._tracks_card, 2, icons, theme),
        )
        kept_skills, kept_roles, kept_tracks = self.charts
        for card, parts in (
            (self._skills_card, (kept_skills, self._unrated, self._rule)),
            (self._roles_card, (kept_roles,)),
            (self._tracks_card, (kept_tracks, self._compared, self._tracks_rule)),
        ):
            for part in parts:
                card.body.addWidget(part, 1 if part in (kept_skills, kept_roles) else 0)
        for chart in self.charts:
            chart.chart_actions.wanted.connect(self.chart_wanted)
        self.turn_charts_on("T", self._turn_tables)
        self._no_skills = plain_label(tone="quiet", wraps=True)
        self._no_skills.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._skills_stack = QStackedWidget()
        self._skills_card.body.replaceWidget(kept_skills, self._skills_stack)
        self._skills_card.body.setStretchFactor(self._skills_stack, 1)
        for widget in (kept_skills, self._no_skills):
            self._skills_stack.addWidget(widget)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._roles_card, 1)
        column.addWidget(self._tracks_card)
        self._body = SideBySide(self._skills_card, right, shares=_SHARES, least=_LEAST)
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        page.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        page.addLayout(head)
        head.addWidget(self._heading, 1)
        head.addWidget(self._field_name)
        head.addWidget(self.industry)
        head.addWidget(self.close_button)
        page.addWidget(self._present)
        page.addWidget(self._why)
        page.addWidget(self._body, 1)

    @property
    def found(self) -> Transfer | None:
        """The answer shown, None before the first one."""
        return self._found

    @property
    def words(self) -> tuple[str, ...]:
        """The sentences shown, from top to bottom; empty ones say nothing."""
        labels = (self._heading, self._present, self._why, self._unrated, self._compared)
        return tuple(label.text() for label in labels)

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Another industry")

    def ask(self, industry: str) -> None:
        """Answer for an industry; an empty one stands for any other than the person's."""
        industry = " ".join(industry.split())
        self.industry.setEditText(industry)
        if industry != self._industry:
            self._industry = industry
            self.refresh()

    def is_touched(self, touched: Touched) -> bool:
        """Whether an edit changed what is shown, or which industries are known."""
        return super().is_touched(touched) or any(key.kind == "person" for key in touched.keys)

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        texts = self.workspace.texts
        self._field_name.setText(texts.tr("Industry"))
        self.industry.setAccessibleName(texts.tr("The industry to move to"))
        self.field.setPlaceholderText(texts.tr("any other"))
        self.close_button.setToolTip(texts.tr("Close (Esc)"))
        self.close_button.setAccessibleName(texts.tr("Close the other industry"))
        self._no_skills.setText(
            texts.tr(
                "Nothing is rated yet. Rate some skills, and what is kept of them stands here."
            )
        )
        for chart in self.charts:
            chart.retranslate(texts)
        self._rule.setText(transfer_rule(texts))
        self._tracks_rule.setText(portability_rule(texts))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        for chart in self.charts:
            chart.apply_theme(theme)
        self.close_button.setIcon(self._icons.icon("close"))
        self.industry.setMinimumWidth(round(_FIELD * theme.text_factor))
        super().apply_theme(theme)
        self._arrange()

    def refresh(self) -> None:
        """Work out the answer anew, off the GUI thread: a framework may have a thousand roles."""
        workspace = self.workspace
        person, graph = workspace.person, workspace.graph
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if person is None or graph is None:
            return
        self._offer(person)
        work = partial(
            _worked_out,
            graph,
            person,
            workspace.ratings(),
            self._industry,
            workspace.basis,
        )
        self._task = self._tasks.run(partial(work, workspace.as_of), self._show, self._on_failed)

    def _offer(self, person: Person) -> None:
        """Offer the industries of everybody in the store but the person's own."""
        known: dict[str, str] = {}
        for one in self.workspace.store.people():
            name = one.industry.strip()
            if name:
                known.setdefault(name.casefold(), name)
        known.pop(person.industry.strip().casefold(), None)
        sort_key: Callable[[str], Any] = self.workspace.texts.sort_key
        names = sorted(known.values(), key=sort_key)
        said = self.industry.currentText()
        if names != [self.industry.itemText(row) for row in range(self.industry.count())]:
            self.industry.clear()
            self.industry.addItems(names)
            self.industry.setCurrentIndex(-1)
            self.industry.setEditText(said)

    def _show(self, found: Transfer) -> None:
        self._task = None
        workspace, texts = self.workspace, self.workspace.texts
        person, graph = workspace.person, workspace.graph
        if person is None or graph is None:
            return
        self._found = found
        catalogue = graph.catalogue
        tracks = tracks_by_portability(catalogue)
        self._heading.setText(breakable(industries_words(found, person.name, texts)))
        present = present_words(found, catalogue, texts)
        day = texts.tr(
            "as of {day}, by {basis}",
            day=texts.date(found.as_of),
            basis=texts.word(basis_words(found.basis)),
        )
        self._present.setText(breakable(" · ".join(filter(None, (present, day)))))
        self._why.setText(why_words(found, texts))
        self._why.setVisible(bool(self._why.text()))
        self._unrated.setText(unrated_note(found, texts))
        self._unrated.setVisible(bool(self._unrated.text()))
        self._compared.setText(tracks_words(tracks, catalogue, texts))
        self._compared.setVisible(bool(self._compared.text()))
        self._skills_card.name(texts.tr("What is kept of each skill"), texts.tr("held → kept"))
        self._roles_card.name(texts.tr("Readiness"), texts.tr("now → there"))
        self._tracks_card.name(texts.tr("How easily a track moves"))
        for view, card in (
            (self.skills, self._skills_card),
            (self.roles, self._roles_card),
            (self.tracks, self._tracks_card),
        ):
            view.setAccessibleName(card.heading.title)
        kept_skills, kept_roles, kept_tracks = self.charts
        for chart, card, bars, table in (
            (
                kept_skills,
                self._skills_card,
                skill_bars(found, catalogue, texts),
                kept_table(found, catalogue, texts),
            ),
            (
                kept_roles,
                self._roles_card,
                role_bars(found, graph, person, texts),
                role_transfer_table(found, graph, texts),
            ),
            (
                kept_tracks,
                self._tracks_card,
                track_bars(tracks, catalogue, texts),
                tracks_table(tracks, catalogue, texts),
            ),
        ):
            title = texts.tr(
                "{name} – {title}",
                name=industries_words(found, person.name, texts),
                title=card.heading.title,
            )
            chart.show_parts(bars, table, title, day, texts)
        shown = kept_skills if found.skills else self._no_skills
        self._skills_stack.setCurrentWidget(shown)
        self._tracks_card.setVisible(bool(tracks))
        self._fit_tracks()

    def _turn_tables(self) -> None:
        """Turn all lists of bars into tables, or back."""
        is_table = not all(chart.twin.isChecked() for chart in self.charts)
        for chart in self.charts:
            chart.twin.setChecked(is_table)

    def _fit_tracks(self) -> None:
        most = round(_MOST_TRACKS * self.theme.text_factor)
        self.charts[-1].setFixedHeight(min(most, self.tracks.natural_height()))

    def _on_entered(self, _row: int = -1) -> None:
        self.ask(self.industry.currentText())

    def _on_failed(self, error: PlannerError) -> None:
        self._task = None
        self.workspace.failed.emit(error)

    def _arrange(self) -> None:
        self._body.arrange(self.width(), self.theme.text_factor)
        self._fit_tracks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where an industry is entered."""
        super().showEvent(event)
        self.industry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()


def _worked_out(
    graph: PromotionGraph,
    person: Person,
    ratings: tuple[Rating, ...],
    industry: str,
    basis: Basis,
    as_of: date,
    _task: Task,
) -> Transfer:
    return transfer(graph, person, ratings, industry, basis=basis, as_of=as_of)
