"""The right of the Team page: who is ready for what, and the history of the cell picked."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.charts.style import chart_style
from planner.core.people import Person, Rating
from planner.core.team.coverage import sole_holder
from planner.core.team.requirement_change import raise_requirement
from planner.core.text import Texts
from planner.gui.fonts import FAMILY
from planner.gui.look.icons import Icons
from planner.gui.models.team_matrix import Cell
from planner.gui.models.team_roles import TeamRolesModel
from planner.gui.pages.team.headings import shortened
from planner.gui.pages.team.reader import TeamRead
from planner.gui.pages.team.roles_view import TeamRolesView
from planner.gui.painting import Fonts
from planner.gui.tasks import Task, Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.least_box import least_column
from planner.gui.widgets.charts.card import ChartCard
from planner.gui.widgets.charts.view import load_charts
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.report.copies.chart_copies import ratings_copy
from planner.report.copies.chart_copy import ChartCopy
from planner.report.copies.chart_tables import ratings_table
from planner.report.gaps.history_words import skill_history_words
from planner.report.map.words import DOT
from planner.report.rows import rater_name
from planner.report.team.requirement_words import raised_words
from planner.report.team.words import cell_words, coverage_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_CHART = QSize(240, 150)
_COLUMNS = 3
_ROLES_SHARE, _CELL_SHARE = 58, 42
# Whoever walks on with the arrows sees each cell in words, and the chart where they rest.
_REST = 120
# So many people are named who would lose readiness, and so many in the tip.
_NAMED, _ALL_NAMED = 2, 20


class TeamRolesCard(QFrame):
    """Who is ready for what; `role_wanted` (role) to compare the team with it."""

    role_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = plain_label(strong=True, wraps=True)
        self.summary = plain_label(tone="quiet", size="small", wraps=True)
        self.model = TeamRolesModel(self)
        self.list = TeamRolesView(self.model, theme)
        column = least_column(self)
        column.setContentsMargins(1, 14, 1, 8)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 4)
        head.setSpacing(2)
        column.addLayout(head)
        head.addWidget(self.title)
        head.addWidget(self.summary)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self.role_wanted)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_team` follows."""
        self.title.setText(texts.tr("Who is ready for what"))
        self.list.setAccessibleName(self.title.text())
        hint = texts.tr("Enter or a double click compares the team with the role")
        self.list.setAccessibleDescription(hint)
        self.list.setToolTip(hint)

    def show_team(self, read: TeamRead | None, texts: Texts) -> None:
        """Show the roles of a team, or none while it is read."""
        if read is None:
            self.model.show(())
            self.summary.setText("")
            return
        roles = read.figures.roles
        self.model.show(read.roles)
        ready = sum(bool(one.ready) for one in roles)
        without = sum(not one.has_successor for one in roles)
        words = [
            texts.ntr("somebody ready for {count} role", "somebody ready for {count} roles", ready)
            if ready
            else texts.tr("nobody ready for any role"),
            texts.ntr("{count} without a successor", "{count} without a successor", without),
        ]
        self.summary.setText(DOT.join(words))


class TeamCellCard(QFrame):
    """One cell in words, its skill's coverage, and its ratings over time.

    For the owners of a catalogue it says what a requirement one level higher would cost the team.
    """

    def __init__(
        self, tasks: Tasks, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._tasks = tasks
        self._fonts = Fonts()
        self._is_loading = self._is_loaded = False
        self._draw: Callable[[], None] | None = None
        self._shown: tuple[str, int] | None = None
        self.title = plain_label(strong=True, wraps=True)
        self.state = plain_label(tone="quiet", size="small", wraps=True)
        self.skill = plain_label(tone="quiet", size="small", wraps=True)
        self.raised = plain_label(tone="quiet", size="small", wraps=True)
        self.twin = ChartCard(_COLUMNS, icons, theme, least=_CHART, is_bare=True)
        self.chart = self.twin.chart
        column = least_column(self)
        column.setContentsMargins(20, 14, 12, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(2)
        column.addLayout(head)
        head.addWidget(self.title, 1)
        for button in (self.twin.twin, self.twin.chart_actions.button):
            head.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        for part in (self.state, self.skill):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(self.twin, 1)
        column.addWidget(self.raised)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self._show_chart)

    def clear(self, words: str) -> None:
        """Show no cell, and say what to do."""
        self._draw = self._shown = None
        self._resting.stop()
        self.title.setText(words)
        self.state.hide()
        self.skill.hide()
        self.raised.hide()
        self._drop_chart()

    def _drop_chart(self) -> None:
        self.twin.show_rows(("",) * _COLUMNS, ())
        self.twin.show_chart(None, "")

    def show_cell(
        self,
        read: TeamRead,
        person: Person,
        column: int,
        cell: Cell,
        history: tuple[Rating, ...],
        theme: Theme,
        texts: Texts,
    ) -> None:
        """Show the cell of a person and a skill, which is a place in the catalogue's list.

        `history` is what was rated up to the day looked at.
        """
        skill = texts.pick(read.wanted.graph.catalogue.skills[column].name)
        title = DOT.join(shortened(name) for name in (skill, person.name))
        self.title.setText(breakable(title))
        self.state.setText(_state_words(read, person, column, cell, texts))
        self.state.show()
        self.skill.setText(breakable(_skill_words(read, column, texts)))
        self.skill.show()
        words = _raised_words(read, person, column, texts, _NAMED)
        self.raised.setText(breakable(words))
        self.raised.setVisible(bool(words))
        everybody = _raised_words(read, person, column, texts, _ALL_NAMED)
        self.raised.setToolTip(html.escape(everybody))
        self.raised.setAccessibleDescription(everybody)
        if self._shown != (person.id, column):
            # Not even for a moment the history of another cell.
            self._shown = (person.id, column)
            self._drop_chart()
        self.twin.retranslate(texts)
        self.twin.apply_theme(theme)
        copy = self._copy_of(read, person, column, cell, history)
        self._draw = partial(self._show_loaded, read, cell, history, theme, texts, copy)
        if self.isVisible():
            self._resting.start()

    def _show_chart(self) -> None:
        if self._is_loaded and self._draw is not None:
            self._draw()
        elif not self._is_loaded and not self._is_loading:
            self._is_loading = True
            self._tasks.run(_load, self._on_loaded, self._on_failed)

    def _show_loaded(
        self,
        read: TeamRead,
        cell: Cell,
        history: tuple[Rating, ...],
        theme: Theme,
        texts: Texts,
        copy: ChartCopy | None,
    ) -> None:
        from planner.charts.history import skill_history_figure

        wanted = read.wanted
        scale = wanted.graph.catalogue.scale
        style = chart_style(
            theme.hex, 0, (FAMILY,), body=theme.pixels("body"), width_of=self._fonts.width
        )

        def make(width: float, height: float) -> Figure:
            return skill_history_figure(
                history,
                cell.required,
                scale,
                texts,
                style,
                as_of=wanted.as_of,
                months=wanted.months,
                width=width,
                height=height,
            )

        self.twin.show_title(texts.tr("Ratings over time"))
        self.twin.show_table(ratings_table(history[::-1], texts), texts)
        self.twin.show_chart(make, skill_history_words(history, scale, texts), copy)

    def _copy_of(
        self,
        read: TeamRead,
        person: Person,
        column: int,
        cell: Cell,
        history: tuple[Rating, ...],
    ) -> ChartCopy | None:
        wanted = read.wanted
        catalogue = wanted.graph.catalogue
        if not history:
            return None
        return ratings_copy(
            history,
            cell.required,
            catalogue.skills[column].id,
            catalogue,
            person.name,
            wanted.texts,
            as_of=wanted.as_of,
            months=wanted.months,
        )

    def _on_loaded(self, _nothing: None) -> None:
        self._is_loaded = True
        self._show_chart()

    def _on_failed(self, _error: Exception) -> None:
        self._is_loading = False

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was picked while nobody looked."""
        super().showEvent(event)
        if self._draw is not None:
            self._resting.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that nobody looks at."""
        super().hideEvent(event)
        self._resting.stop()


class TeamAside(QWidget):
    """Both cards, one above the other."""

    def __init__(
        self, tasks: Tasks, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.roles = TeamRolesCard(theme)
        self.cell = TeamCellCard(tasks, icons, theme)
        column = least_column(self)
        column.setSpacing(16)
        column.addWidget(self.roles, _ROLES_SHARE)
        column.addWidget(self.cell, _CELL_SHARE)


def _load(_task: Task) -> None:
    load_charts()
    import planner.charts.history  # noqa: F401


def _state_words(read: TeamRead, person: Person, column: int, cell: Cell, texts: Texts) -> str:
    """Return a cell with who rated it when, such as `3, required 4 · agreed, 1 Mar 2026`."""
    words = cell_words(
        cell.level,
        cell.required,
        texts,
        is_applicable=cell.is_applicable,
        is_stale=cell.is_stale,
    )
    rated = read.levels.rated(person.id, column)
    if rated is None:
        return words
    rater, day = rated
    said = texts.tr("{rater}, {day}", rater=texts.word(rater_name(rater)), day=texts.date(day))
    return words + DOT + said


def _skill_words(read: TeamRead, column: int, texts: Texts) -> str:
    """Return the coverage of a skill, and who alone holds what is required."""
    words = coverage_words(read.comparison.coverage, column, texts)
    row = sole_holder(read.figures.team, read.comparison.required, column)
    if row is not None:
        name = shortened(read.roster.people[row].name)
        words += texts.tr(": only {name} holds what is required", name=name)
    return words


def _raised_words(read: TeamRead, person: Person, column: int, texts: Texts, most: int) -> str:
    """Return who would lose readiness if the role compared with asked for one level more."""
    figures, compared = read.figures, read.comparison.role
    team = figures.team
    role = compared or person.position_on(team.as_of).role
    if not team.catalogue.has_role(role):
        return ""
    raised = raise_requirement(
        team,
        role,
        team.catalogue.skills[column].id,
        everybody=compared is not None,
        standings=figures.standings,
    )
    return raised_words(raised, team, texts, most=most)
