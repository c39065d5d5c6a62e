"""What lies over the page in front until it is closed: the assessment, ways, a comparison …"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from planner.core.text import Message, message
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.main_window import MainWindow
from planner.gui.parts import Surroundings
from planner.gui.tasks import Tasks
from planner.gui.workspace import Workspace

if TYPE_CHECKING:
    # Made when they are first shown; the start does without them.
    from planner.gui.evidence_door import EvidenceDoor
    from planner.gui.pages.assessment.page import AssessmentPage
    from planner.gui.pages.choice.page import ChoicePage
    from planner.gui.pages.compare.page import ComparePage
    from planner.gui.pages.gaps.page import GapsPage
    from planner.gui.pages.industry.page import IndustryPage
    from planner.gui.pages.map.page import MapPage
    from planner.gui.pages.routes.page import RoutesPage
    from planner.gui.popovers.traps import TrapsPopover
    from planner.gui.state.shipped_questions import ShippedQuestions
    from planner.gui.state.ways import Ways


class Covers(QObject):
    """Makes each of them when it is first shown; `role_requested`, `skill_requested` lead on.

    `chart_wanted` (how, ChartCopy) when a chart of one is to be copied or saved.
    """

    chart_wanted = Signal(str, object)
    role_requested = Signal(str)
    skill_requested = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        appearance: Appearance,
        icons: Icons,
        tasks: Tasks,
        around: Surroundings,
        ways: Ways,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._appearance = appearance
        self._icons = icons
        self._tasks = tasks
        self._around = around
        self._ways = ways
        self._window: MainWindow | None = None
        self._evidence: Callable[[], EvidenceDoor] | None = None
        self._assessment: AssessmentPage | None = None
        self._routes: RoutesPage | None = None
        self._comparison: ComparePage | None = None
        self._industry: IndustryPage | None = None
        self._choice: ChoicePage | None = None
        self._questions: ShippedQuestions | None = None
        self._traps: TrapsPopover | None = None

    def join(self, window: MainWindow, evidence: Callable[[], EvidenceDoor]) -> None:
        """Cover the pages of a window from now on; `evidence` gives the door to files and links."""
        self._window, self._evidence = window, evidence
        window.comparison_found.connect(self.compare)
        for key, show in (
            ("assess", self._assess_in_front),
            ("routes", self._routes_to_target),
            ("compare", self._compare_in_front),
            ("industry", self.ask_industry),
            ("choose-track", self.choose_track),
            ("traps", self.show_traps),
        ):
            window.actions_by_key.on(key, show)

    def assess(self, role: str) -> None:
        """Begin to assess the skills of a role."""
        from planner.gui.pages.assessment.page import AssessmentPage

        if (window := self._window_of_somebody()) is None or self._evidence is None:
            return
        # What is rated is real, so it is not asked for while something is imagined.
        if self._workspace.what_if is not None:
            return
        if self._assessment is None:
            self._assessment = AssessmentPage(
                self._workspace,
                self._appearance.theme,
                self._icons,
                self._evidence(),
                self._around.settings,
            )
            self._assessment.closed.connect(window.workbench.uncover)
        self._assessment.offer(role)
        window.workbench.cover(self._assessment)

    def _assess_in_front(self) -> None:
        self.assess(self._role_in_front())

    def show_routes(self, role: str) -> None:
        """Show the ways to a role, empty for the target."""
        from planner.gui.pages.routes.page import RoutesPage

        if (window := self._window_of_somebody()) is None:
            return
        if self._routes is None:
            self._routes = RoutesPage(
                self._workspace, self._appearance.theme, self._icons, self._tasks, self._ways
            )
            self._routes.chart_wanted.connect(self.chart_wanted)
            self._routes.closed.connect(window.workbench.uncover)
            self._routes.map_requested.connect(self._show_ways_on_map)
            self._routes.print_requested.connect(self.preview)
            self._routes.planned.connect(self._say_planned)
        self._routes.offer(role)
        window.workbench.cover(self._routes)

    def _routes_to_target(self) -> None:
        self.show_routes("")

    def _show_ways_on_map(self) -> None:
        if self._window is not None:
            self._window.show_page("map")
            cast("MapPage", self._window.workbench.page).show_ways()

    def _say_planned(self, said: tuple[Message, ...], can_undo: bool) -> None:
        if self._window is not None:
            undo = (message("Undo"), self._undo) if can_undo else None
            self._window.notices.say(*said, action=undo)

    def _undo(self) -> None:
        self._workspace.undo()

    def compare(self, role: str) -> None:
        """Show a role beside the present one."""
        from planner.gui.pages.compare.page import ComparePage

        if (window := self._window_of_somebody()) is None:
            return
        if self._comparison is None:
            self._comparison = ComparePage(self._workspace, self._appearance.theme, self._icons)
            self._comparison.closed.connect(window.workbench.uncover)
            self._comparison.compared.connect(window.commands.refresh)
        self._comparison.compare(role)
        window.workbench.cover(self._comparison)
        self._comparison.view.setFocus()

    def _compare_in_front(self) -> None:
        self.compare(self._role_in_front())

    def ask_industry(self) -> None:
        """Ask what is kept in another industry."""
        from planner.gui.pages.industry.page import IndustryPage

        if (window := self._window_of_somebody()) is None:
            return
        if self._industry is None:
            self._industry = IndustryPage(
                self._workspace, self._appearance.theme, self._icons, self._tasks
            )
            self._industry.chart_wanted.connect(self.chart_wanted)
            self._industry.closed.connect(window.workbench.uncover)
            self._industry.role_requested.connect(self.role_requested)
            self._industry.skill_requested.connect(self.skill_requested)
        window.workbench.cover(self._industry)

    def choose_track(self) -> None:
        """Show the questionnaire on tracks."""
        from planner.gui.pages.choice.page import ChoicePage

        if (window := self._window_of_somebody()) is None:
            return
        if self._choice is None:
            self._choice = ChoicePage(
                self._workspace, self._appearance.theme, self._icons, self.shipped_questions()
            )
            self._choice.closed.connect(window.workbench.uncover)
        self._choice.offer()
        window.workbench.cover(self._choice)

    def shipped_questions(self) -> ShippedQuestions:
        """Return the questionnaires for catalogues that have none."""
        from planner.files.agendas import read_questionnaires
        from planner.gui.state.shipped_questions import ShippedQuestions

        if self._questions is None:
            reader = partial(read_questionnaires, self._around.data / "questionnaire.yaml")
            self._questions = ShippedQuestions(self._tasks, reader, self)
            self._questions.failed.connect(self._workspace.failed)
        return self._questions

    def show_traps(self) -> None:
        """List the traps of the catalogue on the Map page."""
        from planner.gui.popovers.traps import TrapsPopover

        if (window := self._window_of_somebody()) is None:
            return
        window.show_page("map")
        if self._traps is None:
            self._traps = TrapsPopover(
                self._workspace, self._icons, self._tasks, self._appearance.theme, window
            )
            self._traps.role_chosen.connect(self.role_requested)
        page = cast("MapPage", window.workbench.page)
        self._traps.open_below(page.bar.traps, self._appearance.theme)

    def preview(self) -> None:
        """Show what is in front as it would be printed."""
        if self._window is not None and self._window.actions_by_key.has("print"):
            self._window.actions_by_key["print"].trigger()

    def _window_of_somebody(self) -> MainWindow | None:
        """Return the window while somebody is looked at."""
        return self._window if self._workspace.person is not None else None

    def _role_in_front(self) -> str:
        """Return the role that the page in front is about."""
        page = self._window.workbench.page if self._window is not None else None
        if page is not None and page.key == "gaps":
            return cast("GapsPage", page).role_id
        return self._workspace.selected_role
