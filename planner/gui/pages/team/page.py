"""The Team page: the capability matrix, its coverage, and who is ready for what."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.core.edits import OF_A_PERSON, Touched
from planner.core.errors import PlannerError
from planner.core.graph import PromotionGraph
from planner.core.model import Scale
from planner.core.skills.history import skill_history
from planner.core.team.coverage import required_levels
from planner.core.team.levels import Floats, TeamLevels
from planner.gui.look.icons import Icons
from planner.gui.models.team_matrix import BY_READINESS, Order
from planner.gui.models.team_roster import Roster
from planner.gui.pages.page import Page
from planner.gui.pages.team.aside import TeamAside
from planner.gui.pages.team.charts import TeamCharts
from planner.gui.pages.team.header import TeamHeader
from planner.gui.pages.team.pane import TeamPane
from planner.gui.pages.team.reader import TeamRead, TeamReader, Wanted
from planner.gui.pages.team.rule import TeamRule
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.least_box import OneAtATime
from planner.gui.widgets.arrangement.side_by_side import SideBySide
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace

_MARGIN = 16
_LEAST_HEIGHT, _LEAST_ASIDE = 460, 420
_MATRIX_SHARE, _ASIDE_SHARE = 70, 30


class TeamPage(Page):
    """Shows everybody in the catalogue of the person looked at.

    `person_requested` (person, role or empty) when somebody is to be opened, `add_requested` when
    people are to be added.
    """

    key = icon = "team"
    has_paper = False

    person_requested = Signal(str, str)
    add_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._role = ""
        self._read: TeamRead | None = None
        self._is_outdated = True
        self._changed: set[str] = set()
        self._dressed: tuple[Theme, Scale] | None = None
        self.reader = TeamReader(tasks, self)
        self.header = TeamHeader(icons, workspace.texts, theme)
        self.pane = TeamPane(icons, theme)
        self.aside = TeamAside(tasks, icons, theme)
        self.charts = TeamCharts(self.pane, self.aside.cell)
        self.rule = TeamRule(icons)
        self._right = OneAtATime(self.aside, self.rule)
        self._nobody = plain_label(wraps=True, tone="quiet")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._body = SideBySide(
            self.pane,
            self._right,
            shares=(_MATRIX_SHARE, _ASIDE_SHARE),
            least=(_LEAST_HEIGHT, _LEAST_ASIDE),
        )
        self._contents = QWidget()
        contents = QVBoxLayout(self._contents)
        contents.setContentsMargins(0, 0, 0, 0)
        contents.setSpacing(12)
        contents.addWidget(self.header)
        contents.addWidget(self._body, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._contents)
        self._stack.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN + 8, 10, _MARGIN + 8, _MARGIN)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self.charts.wanted.connect(self.chart_wanted)
        self.turn_charts_on("T", self.charts.turn_tables)
        self.header.against.chosen.connect(self.compare_with)
        self.header.basis.chosen.connect(self.workspace.set_basis)
        self.header.skills.chosen.connect(self._show_columns)
        self.header.rule_requested.connect(self._toggle_rule)
        self.rule.closed.connect(self.close_rule)
        self.pane.filtered.connect(self._show_columns)
        self.pane.hint_button.clicked.connect(self._on_hint)
        self.pane.matrix.picked.connect(self._on_picked)
        self.pane.matrix.opened.connect(self._on_opened)
        self.aside.roles.role_wanted.connect(self._on_role_wanted)
        # They come from another thread, and must not run there.
        queued = Qt.ConnectionType.QueuedConnection
        self.reader.begun.connect(self._on_begun, queued)
        self.reader.part_read.connect(self._on_part_read, queued)
        self.reader.done.connect(self._on_done)
        self.reader.stopped.connect(self._on_stopped)
        self.reader.failed.connect(self._on_failed)

    @property
    def role_id(self) -> str:
        """The role compared with, empty for each one's present role."""
        return self._role

    @property
    def read(self) -> TeamRead | None:
        """The team shown, None while it is read for the first time."""
        return self._read

    @property
    def is_rule_open(self) -> bool:
        """Whether the completeness is opened into its terms and its rule."""
        return self._right.part is self.rule

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Team")

    def compare_with(self, role: str) -> None:
        """Compare with a role from now on, or, where it is empty, with each one's own."""
        if role != self._role:
            self._role = role
            self._mark_stale()

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        texts = self.workspace.texts
        self._nobody.setText(
            texts.tr("Nobody is chosen yet. Choose or add a person at the top left.")
        )
        self.header.retranslate(texts)
        self.pane.retranslate(texts)
        self.aside.roles.retranslate(texts)
        self.rule.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.header.apply_theme(theme)
        self.aside.roles.list.apply_theme(theme)
        super().apply_theme(theme)
        self._arrange()

    def focus_first(self) -> None:
        """Put the focus into the table."""
        self.pane.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Put the cursor into the filters of the matrix."""
        if self._stack.currentWidget() is self._contents:
            self.pane.focus_filter()

    def state(self) -> dict[str, object]:
        """Return order, filters, width, and what is compared, for the next start."""
        return {
            **self.pane.state(),
            "against": self._role,
            "all": self.header.skills.shows_all,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take back what `state` returned."""
        role = state.get("against")
        self._role = role if isinstance(role, str) else ""
        self.header.skills.show_all(state.get("all") is True)
        self.pane.restore_state(state)

    def refresh(self) -> None:
        """Read what has changed, and show the team again."""
        graph = self.workspace.graph
        if graph is None:
            self.reader.drop()
            self._read = None
            self.pane.model.clear()
            self._stack.setCurrentWidget(self._nobody)
            return
        self._stack.setCurrentWidget(self._contents)
        if not graph.catalogue.has_role(self._role):
            self._role = ""
        self._dress(graph.catalogue.scale)
        self.header.show_choice(graph, self._role, self.workspace.basis)
        wanted = self._wanted(graph)
        read = self._read
        if read is None or not wanted.reads_as(read.wanted):
            self._forget()
            self.reader.read(wanted)
        elif self._is_outdated:
            self.reader.read(wanted, read.levels, self._changed)
        elif wanted.role != read.comparison.role or wanted.texts is not read.wanted.texts:
            self.reader.compare(read, wanted)
        else:
            self._show(read)

    def _dress(self, scale: Scale) -> None:
        if self._dressed != (self.theme, scale):
            self._dressed = (self.theme, scale)
            self.pane.apply_theme(self.theme, scale)

    def close_rule(self) -> None:
        """Show who is ready for what again."""
        self._open_rule(False)
        self.header.rule_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_touched(self, touched: Touched) -> bool:
        """Whether an edit changed anybody in the catalogue, or the catalogue."""
        graph = self.workspace.graph
        return graph is not None and any(
            key.catalogue == graph.catalogue.id for key in touched.keys
        )

    def _on_edited(self, touched: Touched) -> None:
        if self.is_touched(touched):
            # What is being read may be from before the edit.
            self.reader.drop()
            self._is_outdated = True
            self._changed |= {key.id for key in touched.keys if key.kind in OF_A_PERSON}
        super()._on_edited(touched)

    def _wanted(self, graph: PromotionGraph) -> Wanted:
        return Wanted(
            store=self.workspace.store,
            graph=graph,
            basis=self.workspace.basis,
            as_of=self.workspace.as_of,
            texts=self.workspace.texts,
            role=self._role or None,
            months=self.workspace.stale_months,
        )

    def _forget(self) -> None:
        """Let go of a team that is not the one wanted; it stays in sight until that is read."""
        self._read = None
        self._changed.clear()

    def _on_begun(self, wanted: Wanted, roster: Roster) -> None:
        """Show who is in a large team; their levels follow."""
        if self._read is not None or not self.reader.is_reading:
            return
        catalogue = wanted.graph.catalogue
        held = roster.held if wanted.role is None else (wanted.role,) * len(roster.people)
        required = required_levels(catalogue, held)
        columns = self._columns(wanted, required)
        self.pane.model.show_roster(roster, catalogue, required, columns, wanted.texts)
        self.header.show_team(None, 0, is_past=False)
        self.aside.roles.show_team(None, wanted.texts)
        self.pane.say("")
        self._pick_somebody()

    def _pick_somebody(self) -> None:
        """Begin at the person looked at."""
        person = self.workspace.person
        if not self.pane.matrix.has_been_picked and person is not None:
            self.pane.matrix.pick(person.id, "")

    def _on_part_read(self, wanted: Wanted, part: TeamLevels) -> None:
        if self.reader.is_reading and self._read is None:
            self.pane.model.put(part, wanted.as_of, wanted.months)

    def _on_done(self, read: TeamRead) -> None:
        self._read = read
        self._is_outdated = False
        self._changed.clear()
        self._show(read)

    def _on_stopped(self) -> None:
        """Say that not everybody is there, and offer to read on."""
        texts = self.workspace.texts
        self.pane.say(
            texts.tr("Reading was stopped; not everybody's levels are shown."),
            texts.tr("Read again"),
        )

    def _on_failed(self, error: PlannerError) -> None:
        self.workspace.failed.emit(error)

    def _show(self, read: TeamRead) -> None:
        wanted = read.wanted
        self.pane.model.show_figures(
            read.roster,
            read.levels,
            read.stale,
            read.comparison,
            self._columns(wanted, read.comparison.required),
            wanted.graph.catalogue,
            wanted.texts,
        )
        self._show_around(read)
        self.aside.roles.show_team(read, wanted.texts)
        self.rule.show_rule(read.comparison.completeness, wanted.months, wanted.texts)
        self.pane.say_of(len(read.roster.people), wanted.texts)
        self._pick_somebody()
        self._on_picked(*self.pane.matrix.picked_cell)

    def _show_columns(self) -> None:
        """Show the skills that are asked for and that fit the filter."""
        read = self._read
        if read is not None:
            self.pane.model.set_columns(self._columns(read.wanted, read.comparison.required))
            self._show_around(read)

    def _show_around(self, read: TeamRead) -> None:
        texts, catalogue = read.wanted.texts, read.wanted.graph.catalogue
        columns = len(self.pane.model.columns)
        self.pane.coverage_model.show_coverage(read.comparison.coverage, catalogue, texts)
        self.header.show_team(read, columns, is_past=self.workspace.is_past)
        self.charts.show_team(read)
        self.pane.show_hits()

    def _columns(self, wanted: Wanted, required: Floats) -> tuple[int, ...]:
        shows_all = self.header.skills.shows_all
        catalogue = wanted.graph.catalogue
        return self.pane.columns_of(catalogue, required, shows_all=shows_all)

    def _on_hint(self) -> None:
        if self._read is None:
            self._mark_stale()
        else:
            self.add_requested.emit()

    def _on_picked(self, person: str, skill: str) -> None:
        read, texts = self._read, self.workspace.texts
        model, card = self.pane.model, self.aside.cell
        row, column = model.row_of(person), model.column_of(skill)
        if read is None or row < 0 or column < 0:
            card.clear(texts.tr("Pick a cell to see its ratings over time."))
            return
        shown = model.person_at(row)
        assert shown is not None
        try:
            ratings = self.workspace.store.ratings_of_skill(shown.catalogue, person, skill)
        except KeyError:
            # Removed just now; the team without them is being read.
            return
        except PlannerError as error:
            self._on_failed(error)
            return
        history = skill_history(ratings, skill, read.wanted.as_of)
        place = model.columns[column]
        cell = model.cell(row, column)
        card.show_cell(read, shown, place, cell, history, self.theme, texts)

    def _on_opened(self, person: str) -> None:
        self.person_requested.emit(person, self._role)

    def _on_role_wanted(self, role: str) -> None:
        self.compare_with(role)
        self.pane.set_order(Order(BY_READINESS, falls=True))

    def _toggle_rule(self) -> None:
        self._open_rule(not self.is_rule_open)

    def _open_rule(self, is_open: bool) -> None:
        self._right.show_part(self.rule if is_open else self.aside)
        self.header.rule_button.setChecked(is_open)
        if is_open:
            self.rule.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            # On a small page it stands below the matrix.
            self._body.bring_into_sight(self.rule, self.rule.close_button)

    def _arrange(self) -> None:
        self._body.arrange(self.width(), self.theme.text_factor)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the matrix, so that its keys work at once."""
        super().showEvent(event)
        if self.window().focusWidget() is None:
            self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._arrange()
