"""The ways to a target that are looked at: what is asked for, what was found, what is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.core.errors import PlannerError
from planner.core.graph import PromotionGraph
from planner.gui.tasks import Task, Tasks
from planner.gui.workspace import Workspace

if TYPE_CHECKING:
    # Searched for off the GUI thread, by what a start does without.
    from planner.core.routes import Route, Routes
    from planner.core.routing.moves import RouteQuery
    from planner.core.routing.standing import Standing


class _Stopped(Exception):
    """The search was stopped."""


class _Search:
    """A search under way; the part that is done is written by its thread and read by the page."""

    def __init__(self, graph: PromotionGraph, standing: Standing, query: RouteQuery) -> None:
        self.graph = graph
        self.standing = standing
        self.query = query
        self.done = 0.0
        self.task: Task | None = None

    def is_for(self, graph: PromotionGraph, standing: Standing, query: RouteQuery) -> bool:
        """Whether it answers this very question."""
        return graph is self.graph and query == self.query and standing == self.standing

    def run(self, task: Task) -> Routes:
        """Search; raise _Stopped where it is no longer wanted."""
        from planner.core.routes import find_routes

        def check(done: float) -> None:
            self.done = done
            if task.is_cancelled():
                raise _Stopped

        return find_routes(self.graph, self.standing, self.query, check=check)


class Ways(QObject):
    """Searches off the GUI thread for what is asked, and again when the start of the way changes.

    `changed` when something was begun, found, chosen, stopped or let go of. They are kept until
    `drop`, or until somebody else is looked at.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._query: RouteQuery | None = None
        self._search: _Search | None = None
        self._routes: Routes | None = None
        self._graph: PromotionGraph | None = None
        self._chosen: tuple[str, ...] = ()
        self._person: tuple[str, str] | None = None
        self._is_stopped = False
        workspace.person_changed.connect(self._on_person_changed)

    @property
    def query(self) -> RouteQuery | None:
        """What is asked for, None for nothing."""
        return self._query

    @property
    def routes(self) -> Routes | None:
        """What was found, None before that and where the search was stopped."""
        return self._routes

    @property
    def route(self) -> Route | None:
        """The chosen one among them, None where there is none."""
        if self._routes is None:
            return None
        found = self._routes.routes
        return next((one for one in found if one.roles == self._chosen), next(iter(found), None))

    @property
    def done(self) -> float | None:
        """The part of the search that is done, in 0..1; None where nothing is searched for."""
        return self._search.done if self._search is not None else None

    @property
    def is_stopped(self) -> bool:
        """Whether the search was stopped before it found anything."""
        return self._is_stopped

    def ask(self, query: RouteQuery) -> None:
        """Search for other routes, unless they are there already."""
        person = self._workspace.person
        self._person = (person.catalogue, person.id) if person else None
        if self._query is None or query.target != self._query.target:
            self._routes, self._chosen = None, ()
        self._query = query
        self._is_stopped = False
        self.look_again()

    def look_again(self) -> None:
        """Search again where what is known of the person or the roles has changed since."""
        query = self._query
        if query is None or self._is_stopped:
            return
        graph, standing = self._workspace.graph, self._workspace.standing()
        if graph is None or standing is None:
            return
        if not graph.catalogue.has_role(query.target):
            self.drop()
            return
        if self._search is not None:
            if self._search.is_for(graph, standing, query):
                return
            self._cancel()
        elif self._is_known(graph, standing, query):
            return
        search = _Search(graph, standing, query)
        self._search = search
        self._graph = graph
        search.task = self._tasks.run(
            search.run, partial(self._on_found, search), partial(self._on_failed, search)
        )
        self.changed.emit()

    def choose(self, roles: tuple[str, ...]) -> None:
        """Choose a route by its roles."""
        if roles != self._chosen:
            self._chosen = roles
            self.changed.emit()

    def stop(self) -> None:
        """Search no more, until something else is asked for."""
        if self._search is not None:
            self._cancel()
            self._is_stopped = True
            self._routes = None
            self.changed.emit()

    def search_again(self) -> None:
        """Search after all."""
        self._is_stopped = False
        self.look_again()

    def drop(self) -> None:
        """Let go of everything."""
        if self._query is not None:
            self._cancel()
            self._query = self._routes = None
            self._chosen = ()
            self._is_stopped = False
            self.changed.emit()

    def _is_known(self, graph: PromotionGraph, standing: Standing, query: RouteQuery) -> bool:
        found = self._routes
        return (
            found is not None
            and graph is self._graph
            and found.query == query
            and found.standing == standing
        )

    def _cancel(self) -> None:
        if self._search is not None and self._search.task is not None:
            self._search.task.cancel()
        self._search = None

    def _on_found(self, search: _Search, routes: Routes) -> None:
        if search is self._search:
            self._search = None
            self._routes = routes
            self.changed.emit()

    def _on_failed(self, search: _Search, error: PlannerError) -> None:
        if search is self._search:
            self._search = None
            self._is_stopped = True
            self._workspace.failed.emit(error)
            self.changed.emit()

    def _on_person_changed(self) -> None:
        person = self._workspace.person
        if self._person != ((person.catalogue, person.id) if person else None):
            self.drop()
