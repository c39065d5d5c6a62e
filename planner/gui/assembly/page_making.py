"""Makes the pages when they are first shown, and leads from one to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from planner.core.text import message
from planner.files.layout_cache import LayoutCache
from planner.gui.assembly.covers import Covers
from planner.gui.assembly.late_doors import Keeping
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.pages.page import Page
from planner.gui.painting import Fonts
from planner.gui.parts import Surroundings
from planner.gui.state.ways import Ways
from planner.gui.tasks import Tasks
from planner.gui.workspace import Workspace

if TYPE_CHECKING:
    # Made when they are first shown; the start does without them.
    from planner.gui.evidence_door import EvidenceDoor
    from planner.gui.pages.gaps.page import GapsPage
    from planner.gui.pages.map.page import MapPage
    from planner.gui.paper.chart_door import ChartDoor
    from planner.report.copies.chart_copy import ChartCopy


class _AfterPaint(QObject):
    """Does something once the map or its table has been painted: no start waits for it."""

    def __init__(self, page: MapPage, do: Callable[[], None]) -> None:
        super().__init__(page)
        self._do = do
        self._watched = (page.view.viewport(), page.table)
        self._page = page
        self._is_due = False
        for part in self._watched:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first time that something is seen."""
        is_seen = watched is self._watched[1] or self._page.view.map is not None
        if event.type() == QEvent.Type.Paint and is_seen and not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self._finish)
        return False

    def _finish(self) -> None:
        self._is_due = False
        if not self._page.isVisible():
            # The window may have been closed, and the store with it.
            return
        for part in self._watched:
            part.removeEventFilter(self)
        self._do()
        self.deleteLater()


class Pages(QObject):
    """Makes the pages when they are first shown, and leads from one to another."""

    said = Signal(object, str)

    def __init__(
        self,
        workspace: Workspace,
        appearance: Appearance,
        icons: Icons,
        tasks: Tasks,
        around: Surroundings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._appearance = appearance
        self._icons = icons
        self._tasks = tasks
        self._around = around
        self._window: MainWindow | None = None
        self._keeping: Keeping | None = None
        self._door: EvidenceDoor | None = None
        self._chart_door: ChartDoor | None = None
        self._ways = Ways(workspace, tasks, self)
        self.covers = Covers(workspace, appearance, icons, tasks, around, self._ways, self)
        self.covers.chart_wanted.connect(self._take_chart)
        self.covers.role_requested.connect(self._show_role)
        self.covers.skill_requested.connect(self._show_skill)

    def join(self, window: MainWindow, keeping: Keeping) -> None:
        """Lead to the pages of a window from now on."""
        self._window, self._keeping = window, keeping
        window.role_found.connect(self._show_role)
        window.skill_found.connect(self._show_skill)
        window.actions_by_key.on("export-calendar", self._export_calendar)
        self.covers.join(window, self._evidence)

    def make_map(self) -> Page:
        """Make the Map page."""
        from planner.gui.pages.map.canvas.layouts import MapLayouts
        from planner.gui.pages.map.page import MapPage

        page = MapPage(
            self._workspace,
            self._appearance.theme,
            icons=self._icons,
            layouts=MapLayouts(self._tasks, LayoutCache(self._around.layouts)),
            settings=self._around.settings,
            fonts=Fonts(),
            ways=self._ways,
        )
        page.gaps_requested.connect(self._show_gap)
        page.routes_requested.connect(self.covers.show_routes)
        page.bar.what_if_requested.connect(self._imagine)
        _AfterPaint(page, partial(self._add_person_section, page))
        page.assess_requested.connect(self.covers.assess)
        page.bar.traps_wished.connect(self.covers.show_traps)
        page.inspector().compare_requested.connect(self.covers.compare)
        return page

    def _add_person_section(self, page: MapPage) -> None:
        from planner.gui.pages.map.onward_section import OnwardSection
        from planner.gui.pages.map.person_section import PersonSection
        from planner.gui.pages.map.role_menu import RoleMenu

        section = PersonSection(self._workspace, self._icons, self._appearance.theme, Fonts())
        section.role_change_requested.connect(self._take_role)
        section.routes_requested.connect(self.covers.show_routes)
        section.track_choice_requested.connect(self.covers.choose_track)
        section.chart_wanted.connect(self._take_chart)
        page.turn_charts_on("T", section.kpis.turn)
        onward = OnwardSection(self._workspace, self._icons, self._tasks)
        onward.industry_requested.connect(self.covers.ask_industry)
        for one in (onward, section):
            page.inspector().add_section(one)
        menu = RoleMenu(page, self._icons)
        menu.compare_requested.connect(self.covers.compare)
        menu.routes_requested.connect(self.covers.show_routes)

    def make_gaps(self) -> Page:
        """Make the Gaps page."""
        from planner.gui.pages.gaps import page as gaps_page

        page = gaps_page.GapsPage(
            self._workspace, self._appearance.theme, self._icons, self._tasks, self._evidence()
        )
        page.chart_wanted.connect(self._take_chart)
        page.assess_requested.connect(self.covers.assess)
        page.header.role_change_requested.connect(self._take_role)
        page.header.routes_requested.connect(self.covers.show_routes)
        page.header.what_if_requested.connect(self._imagine)
        return page

    def _imagine(self) -> None:
        """Ask beside the page for what is imagined."""
        if self._window is not None:
            self._window.what_if.open()

    def _take_role(self, role: str) -> None:
        if self._keeping is not None:
            self._keeping.take_role(role)

    def _take_chart(self, how: str, chart: ChartCopy) -> None:
        """Copy or save a chart through a door that is made when the first one is taken."""
        from planner.gui.paper.chart_door import ChartDoor

        if self._window is None:
            return
        if self._chart_door is None:
            around = self._around
            self._chart_door = ChartDoor(
                self._tasks,
                around.dialogs,
                around.settings,
                around.resources,
                lambda: self._workspace.texts,
                self,
            )
            self._chart_door.failed.connect(self._workspace.failed)
            self._chart_door.said.connect(self.said)
        self._chart_door.take(how, chart, self._window)

    def _evidence(self) -> EvidenceDoor:
        """Return the door to files and links, made when the first page wants it."""
        from planner.gui.evidence_door import EvidenceDoor

        if self._door is None:
            self._door = EvidenceDoor(self._tasks, self._around.dialogs, self)
            self._door.failed.connect(self._workspace.failed)
            self._door.said.connect(self.said)
        return self._door

    def make_plan(self) -> Page:
        """Make the Plan page."""
        from planner.gui.pages.plan.page import PlanPage

        page = PlanPage(
            self._workspace, self._appearance.theme, self._icons, self._tasks, self._evidence()
        )
        page.chart_wanted.connect(self._take_chart)
        page.gaps_requested.connect(self._gaps)
        return page

    def make_team(self) -> Page:
        """Make the Team page."""
        from planner.gui.pages.team import page as team_page

        page = team_page.TeamPage(self._workspace, self._appearance.theme, self._icons, self._tasks)
        page.chart_wanted.connect(self._take_chart)
        page.person_requested.connect(self._show_member)
        if self._window is not None:
            page.add_requested.connect(self._window.new_person)
            dossiers = self._window.actions_by_key["team-dossiers"]
            page.header.dossiers_button.clicked.connect(dossiers.trigger)
        return page

    def _show_member(self, person: str, role: str) -> None:
        """Open somebody of the team, against the role that the team is compared with."""
        if self._workspace.person is None:
            return
        self._workspace.open_person(self._workspace.person.catalogue, person)
        if (page := self._gaps()) is not None and role:
            page.show_role(role)

    def make_meeting(self) -> Page:
        """Make the One-on-one page."""
        from planner.files.agendas import read_agendas
        from planner.gui.pages.meeting.page import MeetingPage

        page = MeetingPage(
            self._workspace,
            self._appearance.theme,
            self._icons,
            self._tasks,
            partial(read_agendas, self._around.data / "agendas.yaml"),
            self.covers.shipped_questions(),
        )
        page.chart_wanted.connect(self._take_chart)
        page.print_requested.connect(self.covers.preview)
        page.hiding_changed.connect(self._on_hiding_changed)
        page.track_choice_requested.connect(self.covers.choose_track)
        return page

    def _on_hiding_changed(self) -> None:
        if self._window is not None:
            self._window.commands.refresh()

    def _gaps(self) -> GapsPage | None:
        """Bring the Gaps page to the front, the focus in its table."""
        if self._window is None:
            return None
        self._window.show_page("gaps")
        page = cast("GapsPage", self._window.workbench.page)
        page.setFocus()
        return page

    def _export_calendar(self) -> None:
        if self._window is not None:
            from planner.gui.assembly.calendar_export import export_calendar

            export_calendar(self._window)

    def _show_gap(self, role: str) -> None:
        if (page := self._gaps()) is not None:
            page.show_role(role)

    def _show_role(self, role: str) -> None:
        if self._window is not None:
            self._window.show_page("map")
            self._workspace.select_role(role)
            cast("MapPage", self._window.workbench.page).focus_first()

    def _show_skill(self, skill: str) -> None:
        """Pick a skill against the role shown, else against the first one that asks for it."""
        page, workspace = self._gaps(), self._workspace
        graph, person, gaps = workspace.graph, workspace.seen_person, workspace.gaps()
        if page is None or graph is None or person is None or page.show_skill(skill):
            return
        present = person.position_on(workspace.as_of).role
        following = graph.next_roles(present) if graph.catalogue.has_role(present) else ()
        for role in (*following, *graph.catalogue.roles):
            if any(gap.skill == skill for gap in gaps[role.id].skills):
                page.show_role(role.id)
                page.show_skill(skill)
                return
        if self._window is not None:
            name = graph.catalogue.skill(skill).name
            said = message("No role asks for “{skill}”.", skill=name)
            self._window.notices.say(said, tone="warning")
