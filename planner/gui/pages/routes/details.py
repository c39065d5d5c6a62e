"""One route in full: its years as a chart or a table, and what each step does to the skills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Catalogue
from planner.core.planning.route_levels import StepSkill, StepSkills, step_skills
from planner.core.routes import Route, Routes
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.models.rows_table import Told
from planner.gui.pages.routes.step_columns import SkillLine, StepColumns
from planner.gui.theme import Theme
from planner.gui.widgets.charts.card import ChartCard
from planner.gui.widgets.charts.view import ChartLoader, ChartStyles
from planner.gui.widgets.display.focus_ring import stop_where_it_scrolls
from planner.gui.widgets.display.labels import breakable, hairline, plain_label
from planner.report.copies.chart_copies import route_copy
from planner.report.map.words import DOT
from planner.report.routes.chart import route_chart
from planner.report.routes.rows import route_chart_words, stay_rows
from planner.report.routes.words import (
    arrival_words,
    caveats,
    keep_words,
    learn_words,
    leave_words,
    level_words,
    middle_words,
    raise_words,
    route_title,
    skill_note,
    skill_words,
    step_facts,
    step_heading,
)

_COLUMNS = 5
_CHART_SHARE, _STEP_SHARE = 46, 54


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteView:
    """The route that is shown, among which, and how; `can_plan` where it may become the plan.

    `name` is whose route it is.
    """

    name: str
    routes: Routes
    route: Route
    catalogue: Catalogue
    texts: Texts
    theme: Theme
    can_plan: bool


class StepCard(QFrame):
    """Shows one step of a route, with all its skills, and what can be done with the route.

    Signals: `stepped` (-1 or 1), `map_requested`, `plan_requested`, `print_requested`.
    """

    stepped = Signal(int)
    map_requested = Signal()
    plan_requested = Signal()
    print_requested = Signal()

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icons = icons
        self.heading = plain_label(strong=True, wraps=True)
        self.facts = plain_label(size="small", tone="quiet", wraps=True)
        self.back, self.on = QToolButton(), QToolButton()
        self.back.clicked.connect(partial(self.stepped.emit, -1))
        self.on.clicked.connect(partial(self.stepped.emit, 1))
        self.columns = StepColumns(theme)
        self.caveats = plain_label(size="small", tone="warning", wraps=True)
        self.print_button, self.map_button = QPushButton(), QPushButton()
        self.plan_button = QPushButton()
        self.plan_button.setProperty("kind", "primary")
        self.print_button.clicked.connect(self.print_requested)
        self.map_button.clicked.connect(self.map_requested)
        self.plan_button.clicked.connect(self.plan_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 12, 12)
        column.setSpacing(8)
        self._add_head(column)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(hairline())
        self._add_foot(column)

    def _add_head(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        column.addLayout(head)
        words = QVBoxLayout()
        words.setSpacing(1)
        head.addLayout(words, 1)
        words.addWidget(self.heading)
        words.addWidget(self.facts)
        for button in (self.back, self.on):
            head.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)

    def _scrolled(self) -> QScrollArea:
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.columns)
        stop_where_it_scrolls(self.area)
        for ground in (self.columns, self.area.viewport()):
            ground.setAutoFillBackground(False)
        return self.area

    def _add_foot(self, column: QVBoxLayout) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        column.addLayout(foot)
        foot.addWidget(self.caveats, 1)
        for button in (self.print_button, self.map_button, self.plan_button):
            foot.addWidget(button)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_step` follows."""
        self.print_button.setText(texts.tr("Print"))
        self.print_button.setAccessibleName(texts.tr("Print this route"))
        self.print_button.setToolTip(texts.tr("Show the pages as they are printed"))
        self.map_button.setText(texts.tr("Show on map"))
        self.map_button.setToolTip(texts.tr("Draw this route on the map (Enter)"))
        self.plan_button.setText(texts.tr("Make it the plan"))
        self.plan_button.setToolTip(
            texts.tr(
                "Put what the first move requires into the plan, and set the target; "
                "undo takes it back"
            )
        )
        self.area.setAccessibleName(texts.tr("What becomes of each skill in this step"))
        for button, words in (
            (self.back, texts.tr("The step before (←)")),
            (self.on, texts.tr("The next step (→)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def show_step(
        self, view: RouteView, number: int, skills: Sequence[StepSkills], *, is_new: bool
    ) -> None:
        """Show a step by its number from 0; `is_new` where another one was shown before."""
        texts, catalogue, route = view.texts, view.catalogue, view.route
        self.back.setIcon(self._icons.icon("chevron-left"))
        self.on.setIcon(self._icons.icon("chevron-right"))
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number + 1 < route.moves)
        step, becomes = route.steps[number], skills[number]
        self.heading.setText(breakable(step_heading(number + 1, step, catalogue, texts)))
        self.facts.setText(step_facts(step, becomes, texts))
        self.columns.show_theme(view.theme)
        for column, words, lines, has_levels in (
            (self.columns.keep, keep_words(len(becomes.keep), texts), becomes.keep, False),
            (self.columns.raised, raise_words(len(becomes.raised), texts), becomes.raised, True),
            (self.columns.learn, learn_words(len(becomes.learn), texts), becomes.learn, True),
            (self.columns.leave, leave_words(len(becomes.leave), texts), becomes.leave, False),
        ):
            told = [_skill_line(one, catalogue, texts, levels=has_levels) for one in lines]
            column.show_lines(words, told, view.theme)
        if is_new:
            self.area.verticalScrollBar().setValue(0)
        self.caveats.setText("\n".join(caveats(route, skills, catalogue, texts)))
        self.plan_button.setEnabled(view.can_plan)


class RouteDetails(QWidget):
    """Shows a route over the years, and below it one of its steps."""

    def __init__(
        self, loader: ChartLoader, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._styles = ChartStyles()
        self._view: RouteView | None = None
        self._skills: tuple[StepSkills, ...] = ()
        self._number = 0
        self.chart = ChartCard(_COLUMNS, icons, theme)
        self.step = StepCard(icons, theme)
        self.step.stepped.connect(self.go)
        self.chart.opened.connect(self._open_row)
        loader.loaded.connect(self._show_chart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.chart, _CHART_SHARE)
        column.addWidget(self.step, _STEP_SHARE)

    @property
    def number(self) -> int:
        """The step shown, from 0."""
        return self._number

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_route` follows."""
        self.chart.retranslate(texts)
        self.step.retranslate(texts)

    def show_route(self, view: RouteView) -> None:
        """Show a route of one move or more; of another route its first step."""
        if self._view is None or self._view.route.roles != view.route.roles:
            self._number = 0
        self._view = view
        routes, route, texts = view.routes, view.route, view.texts
        self._skills = step_skills(view.catalogue, routes.standing, route)
        self.chart.apply_theme(view.theme)
        title = route_title(route, routes, texts)
        note = DOT.join(
            (
                arrival_words(route, texts),
                texts.tr(
                    "{years} by the middle of the usual years", years=middle_words(route, texts)
                ),
            )
        )
        self.chart.show_title(texts.tr("{route}, over the years", route=title), note)
        headings, *rows = stay_rows(route, routes.standing, view.catalogue, texts)
        cells = [[Told(words) for words in row] for row in rows]
        # The hours come last.
        self.chart.show_rows(headings, cells, numbers={len(headings) - 1})
        self._show_chart()
        self._loader.load()
        self._show_step(is_new=True)

    def go(self, by: int) -> None:
        """Show a step before or after this one, where there is one."""
        self._open_row(self._number + by)

    def _open_row(self, number: int) -> None:
        if self._view is not None and 0 <= number < self._view.route.moves:
            self._number = number
            self._show_step(is_new=True)

    def _show_step(self, *, is_new: bool) -> None:
        if self._view is not None:
            self._number = min(self._number, self._view.route.moves - 1)
            self.step.show_step(self._view, self._number, self._skills, is_new=is_new)

    def _show_chart(self) -> None:
        view = self._view
        if view is None or not self._loader.is_loaded:
            return
        style = self._styles.style(view.theme, 0)
        words = route_chart_words(view.route, view.routes.standing, view.catalogue, view.texts)
        drawn = partial(
            route_chart,
            view.route,
            view.routes.standing,
            view.catalogue,
            view.texts,
            style,
            view.theme.hex,
        )
        copy = route_copy(
            view.route,
            view.routes.standing,
            view.catalogue,
            view.name,
            route_title(view.route, view.routes, view.texts),
            view.texts,
        )
        self.chart.show_chart(drawn, words, copy)


def _skill_line(one: StepSkill, catalogue: Catalogue, texts: Texts, *, levels: bool) -> SkillLine:
    words = skill_words(one, catalogue, texts, levels=False)
    if levels:
        # A step stays in one line: a dash would break even before a no-break space.
        step = level_words(one, texts).replace(" ", "\u2060\u00a0")
        words = texts.tr("{skill} {level}", skill=words, level=step)
    # What is kept or left costs nothing, so there is nothing to note.
    return SkillLine(words=words, note=skill_note(one, texts) if levels else "")
