"""The ways to a target, over whatever page they were asked for on: routes, years and steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.core.model import Catalogue
from planner.core.routes import Route, Routes
from planner.gui.look.icons import Icons
from planner.gui.pages.page import Page
from planner.gui.pages.routes.body import RoutesBody
from planner.gui.pages.routes.header import RoutesHeader
from planner.gui.pages.routes.notice import RoutesNotice
from planner.gui.pages.routes.plan import planned_route
from planner.gui.state.ways import Ways
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.charts.card import turn_tables
from planner.gui.widgets.charts.view import ChartLoader
from planner.gui.workspace import Workspace
from planner.report.map.words import DOT
from planner.report.routes.obstacle_words import obstacle_remedy, obstacle_words, query_words
from planner.report.routes.words import arrival_rule, role_name, route_rule

if TYPE_CHECKING:
    from planner.report.document import What

_MARGIN = 24
# After so many milliseconds the search shows how far it is, and so often it does.
_UNTIL_SHOWN, _EVERY = 300, 100


class RoutesPage(Page):
    """Shows the best routes to a role: the person's target, until another one is chosen.

    Signals: `closed`; `map_requested` to see the chosen route on the map; `print_requested`;
    `planned` (sentences, whether there is something to undo) once a route was made the plan.
    """

    key = icon = "routes"
    paper = "route"
    leaves_room = True
    closed = Signal()
    map_requested = Signal()
    print_requested = Signal()
    planned = Signal(object, bool)

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        ways: Ways,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        self.ways = ways
        self._target = ""
        self._shown_person: tuple[str, str] | None = None
        self._action: Literal["", "reset", "search", "stop"] = ""
        self._wants_focus = False
        self._progress = QTimer(self)
        self._progress.timeout.connect(self._show_progress)
        self.header = RoutesHeader(icons, workspace.texts, theme)
        self.body = RoutesBody(ChartLoader(tasks, self), icons, theme)
        self.notice = RoutesNotice(icons)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.body)
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 10, _MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.header.left.connect(self.closed)
        self.header.chooser.chosen.connect(self.offer)
        self.header.rule_requested.connect(self._toggle_rule)
        self.header.filters.changed.connect(self._ask)
        self.body.rule.closed.connect(self.close_rule)
        self.notice.acted.connect(self._act)
        self.body.cards.picked.connect(self.ways.choose)
        self.body.cards.opened.connect(self.map_requested)
        step = self.body.details.step
        step.map_requested.connect(self.map_requested)
        step.print_requested.connect(self.print_requested)
        step.plan_requested.connect(self.make_plan)
        self.ways.changed.connect(self._on_ways_changed)
        chart = self.body.details.chart
        chart.chart_actions.wanted.connect(self.chart_wanted)
        self.turn_charts_on("T", partial(turn_tables, (chart,)))

    @property
    def target(self) -> str:
        """The role to which ways are shown, empty as long as none is chosen."""
        graph, person = self.workspace.graph, self.workspace.person
        if graph is None or person is None:
            return ""
        wanted = (self._target, person.target or "")
        return next((role for role in wanted if graph.catalogue.has_role(role)), "")

    @property
    def shows_routes(self) -> bool:
        """Whether there are routes to be seen."""
        return self._stack.currentWidget() is self.body

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Ways")

    def offer(self, role: str) -> None:
        """Show the ways to a role from now on, to the person's target where it is empty."""
        self._target = role
        self._wants_focus = True
        self._mark_stale()

    def on_paper(self) -> tuple[What | Literal[""], str]:
        """Return the report of the routes to the target."""
        return ("route", self.target) if self.shows_routes else ("", "")

    def routes_on_paper(self) -> tuple[Routes, Route] | None:
        """Return the routes found, and the chosen one."""
        route = self.ways.route
        return (self.ways.routes, route) if self.ways.routes and route else None

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        self.header.retranslate(self.workspace.texts)
        self.body.retranslate(self.workspace.texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.header.apply_theme(theme)
        super().apply_theme(theme)
        self.body.arrange(self.width(), self.theme.text_factor)

    def refresh(self) -> None:
        """Ask for what the workspace knows now, and show what there is."""
        person, graph, texts = self.workspace.person, self.workspace.graph, self.workspace.texts
        key = (person.catalogue, person.id) if person else None
        if key != self._shown_person:
            if self._shown_person is not None:
                self._target = ""
                self.header.filters.forget()
            self._shown_person = key
        standing = self.workspace.standing()
        if person is None or graph is None or standing is None:
            self.header.hide()
            self._say(texts.tr("Nobody is open."), texts.tr("Choose or add a person first."))
            return
        self.header.show()
        self.header.show_target(graph, self.target, start=standing.role, wanted=person.target)
        rule = (*route_rule(standing.hours_a_week, texts), arrival_rule(standing, texts))
        self.body.rule.show_rule(rule, texts)
        self._ask()

    def make_plan(self) -> None:
        """Put what the first move requires into the plan, and set the target."""
        route = self.ways.route
        made = planned_route(self.workspace, route) if route is not None else None
        if made is not None:
            edit, said = made
            if self.workspace.do(edit):
                self.planned.emit(said, bool(edit.changes))

    def close_rule(self) -> None:
        """Show the route again."""
        if self.body.is_rule_open:
            self._toggle_rule()
            self.header.rule_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_rule(self) -> None:
        is_open = not self.body.is_rule_open
        self.header.rule_button.setChecked(is_open)
        self.body.open_rule(is_open)

    def _ask(self) -> None:
        if self.target:
            self.ways.ask(self.header.filters.query(self.target))
        self._show()

    def _on_ways_changed(self) -> None:
        if self.isVisible():
            self._show()
        else:
            self._is_stale = True

    def _show(self) -> None:
        """Show the routes that are known, or say why there are none."""
        catalogue, texts = self.workspace.catalogue, self.workspace.texts
        if catalogue is None:
            return
        found, is_searching = self.ways.routes, self.ways.done is not None
        if not self.target:
            self._progress.stop()
            self._say(
                texts.tr("Where do you want to go?"),
                texts.tr("Choose a role above; the ways that lead there are then shown here."),
            )
            self.header.chooser.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not is_searching:
            self._progress.stop()
        elif self._action == "stop" and self._progress.isActive():
            return
        elif not self._progress.isActive():
            self._progress.start(_UNTIL_SHOWN)
        if found is not None and found.query.target == self.target:
            self._show_found(catalogue, found)
        elif self.ways.is_stopped:
            self._say(texts.tr("The search was stopped."), action="search")
        else:
            self._say("")

    def _show_found(self, catalogue: Catalogue, found: Routes) -> None:
        texts, route = self.workspace.texts, self.ways.route
        if route is None:
            self._say_none(catalogue, found)
            return
        if not route.moves:
            name = role_name(self.target, catalogue, texts)
            self._say(
                texts.tr("{role} is the present role.", role=name),
                texts.tr("Choose another role above to see the ways that lead there."),
            )
            return
        hours = texts.number(found.standing.hours_a_week)
        parts = (
            texts.tr("every way that no other one beats in years, hours and moves"),
            texts.tr("at {hours} h a week", hours=hours),
            *query_words(found.query, catalogue, texts),
        )
        self.header.show_subtitle(DOT.join(parts), has_rule=True)
        can_plan = not self.workspace.is_past
        person = self.workspace.person
        name = person.name if person is not None else ""
        self.body.show_routes(
            found, route, catalogue, texts, self.theme, name=name, can_plan=can_plan
        )
        self._action = ""
        self._stack.setCurrentWidget(self.body)
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            self.body.cards.focus_chosen()

    def _say_none(self, catalogue: Catalogue, found: Routes) -> None:
        texts = self.workspace.texts
        self._say(
            texts.tr("There is no way to {role}.", role=role_name(self.target, catalogue, texts)),
            DOT.join(query_words(found.query, catalogue, texts)),
            reasons=[
                (obstacle_words(one, catalogue, texts), obstacle_remedy(one, texts))
                for one in found.obstacles
            ],
            action="reset" if self.header.filters.is_restricted else "",
        )

    def _say(
        self,
        title: str,
        words: str = "",
        *,
        reasons: list[tuple[str, str]] | None = None,
        action: Literal["", "reset", "search", "stop"] = "",
    ) -> None:
        """Say something instead of showing routes, with one thing to do about it."""
        texts = self.workspace.texts
        self._action = action
        offered = {
            "": "",
            "reset": texts.tr("Remove the filters"),
            "search": texts.tr("Search again"),
            "stop": texts.tr("Stop"),
        }
        self.notice.say(
            title,
            words,
            self.theme,
            texts,
            reasons=reasons or (),
            action=offered[action],
            has_progress=action == "stop",
        )
        self.header.show_subtitle("", has_rule=False)
        self._stack.setCurrentWidget(self.notice)

    def _show_progress(self) -> None:
        done = self.ways.done
        if done is None:
            self._progress.stop()
            return
        if self._action != "stop":
            self._progress.start(_EVERY)
            self._say(self.workspace.texts.tr("Looking for every way…"), action="stop")
        self.notice.show_done(done)

    def _act(self) -> None:
        if self._action == "reset":
            self.header.filters.reset()
        elif self._action == "search":
            self.ways.search_again()
        elif self._action == "stop":
            self.ways.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            if self.body.is_rule_open:
                self.close_rule()
            else:
                self.closed.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the chosen route, so that its keys work at once."""
        super().showEvent(event)
        self.body.arrange(self.width(), self.theme.text_factor)
        if not event.spontaneous() and self.shows_routes:
            self.body.cards.focus_chosen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing more of the progress."""
        super().hideEvent(event)
        self._progress.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self.body.arrange(self.width(), self.theme.text_factor)
