"""The left of the Team page: filter, matrix, coverage and legend."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Catalogue, Scale
from planner.core.searching import has_words, in_both_languages, words_of
from planner.core.team.coverage import asked_skills
from planner.core.team.levels import Floats
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.models.rows_table import RowsModel, Told
from planner.gui.models.team_coverage import TeamCoverageModel
from planner.gui.models.team_matrix import (
    BY_NAME,
    BY_READINESS,
    BY_ROLE,
    Order,
    TeamMatrixModel,
    by_skill,
)
from planner.gui.pages.team.coverage_view import TeamCoverageView
from planner.gui.pages.team.headings import NARROWEST, USUAL_WIDTH, WIDEST
from planner.gui.pages.team.legend import TeamLegend
from planner.gui.pages.team.matrix_view import TeamMatrixView
from planner.gui.pages.team.sort_bar import TeamSortBar
from planner.gui.theme import Theme
from planner.gui.widgets.charts.actions import ChartActions
from planner.gui.widgets.display.labels import hairline, plain_label
from planner.gui.widgets.display.no_hits import NoHits
from planner.gui.widgets.rows.rows_view import RowsView
from planner.report.copies.chart_table import ChartTable

_COVER_COLUMNS = 6
# What is most wanted stands first at the first press: the readiest, the highest level.
_FALLS_FIRST = {BY_NAME: False, BY_ROLE: False, BY_READINESS: True}


class TeamPane(QFrame):
    """Shows the matrix; `filtered` when other skills are asked for, `add_requested` for people."""

    filtered = Signal()
    add_requested = Signal()
    reread_requested = Signal()

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._texts: Texts | None = None
        self.model = TeamMatrixModel(self)
        self.matrix = TeamMatrixView(self.model, theme)
        self.sorting = TeamSortBar(icons, theme, self.matrix)
        self.matrix.corner = self.sorting
        self.coverage_model = TeamCoverageModel(self.model, self)
        self.coverage = TeamCoverageView(self.coverage_model, self.matrix, theme)
        self.legend = TeamLegend(theme)
        self.twin = QToolButton()
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._on_twin)
        self.covers = RowsModel(_COVER_COLUMNS, self)
        self.cover_table = RowsView(self.covers, theme)
        self.chart_actions = ChartActions(
            self.matrix, icons, self.coverage, self.cover_table, twin=self.twin
        )
        self._icons = icons
        self.people_filter, self.skill_filter = _FilterField(), _FilterField()
        self.hint, self.hint_button = plain_label(wraps=True), QPushButton()
        self.no_hits = NoHits()
        self._lay_out()
        self.sorting.chosen.connect(self.order_by)
        self.matrix.sort_wanted.connect(self._on_sort_wanted)
        self.matrix.width_changed.connect(self._on_width_changed)
        self.people_filter.textChanged.connect(self._on_people_said)
        self.skill_filter.textChanged.connect(self._on_skills_said)
        for field in (self.people_filter, self.skill_filter):
            field.left.connect(self._leave_filter)
            field.dropped.connect(self.clear_filter)
        self.no_hits.all_requested.connect(self.clear_filter)

    def _lay_out(self) -> None:
        self._filters = QWidget()
        fields = QHBoxLayout(self._filters)
        fields.setContentsMargins(24, 8, 24, 0)
        fields.setSpacing(8)
        fields.addWidget(self.people_filter)
        fields.addWidget(self.skill_filter)
        self._filters.hide()
        self._hints = QFrame()
        self._hints.setObjectName("tip")
        hints = QHBoxLayout(self._hints)
        hints.setContentsMargins(8, 2, 2, 2)
        hints.setSpacing(12)
        hints.addWidget(self.hint, 1)
        hints.addWidget(self.hint_button)
        self._around = QWidget()
        around = QVBoxLayout(self._around)
        around.setContentsMargins(12, 8, 12, 4)
        around.addWidget(self._hints)
        self._around.hide()
        within = QVBoxLayout(self.matrix.viewport())
        within.addWidget(self.no_hits)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(24, 0, 24, 4)
        line.addWidget(hairline())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 12)
        column.setSpacing(0)
        column.addWidget(self._around)
        column.addWidget(self._filters)
        column.addWidget(self.matrix, 1)
        column.addWidget(self._line)
        column.addWidget(self.coverage)
        column.addWidget(self.cover_table, 1)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 12, 0)
        foot.setSpacing(2)
        column.addLayout(foot)
        foot.addWidget(self.legend, 100)
        # In the place of the legend where that is hidden.
        foot.addStretch(1)
        for button in (self.twin, self.chart_actions.button):
            foot.addWidget(button, alignment=Qt.AlignmentFlag.AlignBottom)
        self.cover_table.hide()

    def show_covers(self, table: ChartTable, texts: Texts) -> None:
        """Fill the table that says what the bars of the coverage say."""
        rows = [[Told(word) for word in row] for row in table.words(texts)]
        self.covers.show(table.headings, rows, table)
        self.twin.setEnabled(bool(rows))

    def _on_twin(self, is_table: bool) -> None:
        """Show the coverage as a table instead of the matrix with its bars, or these again."""
        parts: tuple[QWidget, ...] = (self.matrix, self.coverage, self.cover_table)
        had_focus = any(part.hasFocus() for part in parts)
        for part in (self.matrix, self._line, self.coverage, self.legend):
            part.setVisible(not is_table)
        self.cover_table.setVisible(is_table)
        if had_focus:
            shown = self.cover_table if is_table else self.matrix
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language."""
        tr = texts.tr
        self._texts = texts
        self.sorting.retranslate(texts)
        self.legend.retranslate(texts)
        self.people_filter.setPlaceholderText(tr("Filter people and roles"))
        self.people_filter.setAccessibleName(tr("Filter people and roles"))
        self.skill_filter.setPlaceholderText(tr("Filter the skills"))
        self.skill_filter.setAccessibleName(tr("Filter the skills"))
        self.matrix.setAccessibleName(tr("Levels of the team, a row a person, a column a skill"))
        self.matrix.setAccessibleDescription(
            tr("Arrows walk, Enter opens the person, S orders by the skill")
        )
        self.coverage.setAccessibleName(tr("Coverage of the skills"))
        self.cover_table.setAccessibleName(tr("Coverage of the skills"))
        self.twin.setToolTip(tr("Show the coverage as a table (T)"))
        self.twin.setAccessibleName(tr("Show the coverage as a table"))
        self.chart_actions.retranslate(texts)
        self.show_hits()

    def apply_theme(self, theme: Theme, scale: Scale | None) -> None:
        """Take colours, the text size and the scale of the levels."""
        self.matrix.apply_theme(theme, scale)
        self.sorting.apply_theme(theme)
        self.coverage.apply_theme(theme)
        self.legend.apply_theme(theme)
        self.cover_table.apply_theme(theme)
        self.chart_actions.apply_theme(theme)

    def say_of(self, people: int, texts: Texts) -> None:
        """Say above the matrix that one person is no team, and what to do then."""
        if people == 1:
            self.say(
                texts.tr("One person is no team yet. Add the others, or import them."),
                texts.tr("Add a person"),
            )
        else:
            self.say("")

    def say(self, words: str, button: str = "") -> None:
        """Say above the matrix what to do, with a button for it; nothing for empty words."""
        self.hint.setText(words)
        self.hint_button.setText(button)
        self.hint_button.setVisible(bool(button))
        self._around.setVisible(bool(words))

    def order_by(self, by: str) -> None:
        """Order by something; again, and the order turns round."""
        now = self.model.order
        falls = not now.falls if now.by == by else _FALLS_FIRST.get(by, True)
        self.set_order(Order(by, falls))

    def set_order(self, order: Order) -> None:
        """Put the people into an order."""
        self.model.order_by(order)
        self.sorting.show_order(order)

    def columns_of(
        self, catalogue: Catalogue, required: Floats, *, shows_all: bool
    ) -> tuple[int, ...]:
        """Return the places of the skills to show: those required, or all, that fit the filter."""
        words = words_of(self.skill_filter.text())
        places = range(len(catalogue.skills)) if shows_all else asked_skills(required)
        names = {place: in_both_languages(catalogue.skills[place].name) for place in places}
        return tuple(place for place, name in names.items() if has_words(name, words))

    def focus_filter(self) -> None:
        """Show the filters with the cursor in the first one."""
        self._filters.show()
        self.people_filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.people_filter.selectAll()

    def clear_filter(self) -> None:
        """Show everything again."""
        self.people_filter.clear()
        self.skill_filter.clear()
        self._leave_filter()

    def show_hits(self) -> None:
        """Say so where nobody, or no skill, fits the filters."""
        texts, model = self._texts, self.model
        if texts is None:
            return
        words = ""
        if model.roster is not None and model.roster.people and not model.rowCount():
            said = self.people_filter.text()
            words = texts.tr("Nobody fits “{words}”.", words=said)
        elif model.roster is not None and not model.columnCount():
            said = self.skill_filter.text()
            words = (
                texts.tr("No skill fits “{words}”.", words=said)
                if said.strip()
                else texts.tr("The roles compared with require no skill.")
            )
        self.no_hits.show_words(words, texts.tr("Clear the filter"))
        self.no_hits.button.setVisible(bool(self._said()))
        self.no_hits.setVisible(bool(words))

    def _said(self) -> str:
        return f"{self.people_filter.text()}{self.skill_filter.text()}".strip()

    def state(self) -> dict[str, object]:
        """Return order, filters and width, for the next start."""
        return {
            "sort": self.model.order.by,
            "falling": self.model.order.falls,
            "people": self.people_filter.text(),
            "skills": self.skill_filter.text(),
            "names": self.matrix.people.names_width,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take back what `state` returned; whatever is none counts as missing."""
        by = state.get("sort")
        if isinstance(by, str) and (by in _FALLS_FIRST or by.startswith(by_skill(""))):
            self.set_order(Order(by, state.get("falling") is True))
        for key, field in (("people", self.people_filter), ("skills", self.skill_filter)):
            said = state.get(key)
            if isinstance(said, str):
                field.setText(said)
        self._filters.setVisible(bool(self._said()))
        width = state.get("names", USUAL_WIDTH)
        if type(width) is int and NARROWEST <= width <= WIDEST:
            self._on_width_changed(width)

    def _on_sort_wanted(self, skill: str) -> None:
        self.order_by(by_skill(skill))

    def _on_width_changed(self, width: int) -> None:
        self.matrix.set_names_width(width)
        self.coverage.fit()

    def _on_people_said(self, said: str) -> None:
        self.model.set_words(said)
        self.show_hits()

    def _on_skills_said(self, _said: str) -> None:
        self.filtered.emit()
        self.show_hits()

    def _leave_filter(self) -> None:
        if not self._said():
            self._filters.hide()
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)


class _FilterField(QLineEdit):
    """A field that one leaves with Enter or Down (`left`) or gives up with Escape (`dropped`)."""

    left = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape, Enter and Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
