"""The Map page: the promotion graph with the person on it, its table twin, the role inspector."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.core.boxes import Layout, Size
from planner.core.errors import PlannerError
from planner.core.graph import PromotionGraph
from planner.core.keeping import person_edits
from planner.core.model import Catalogue
from planner.core.text import in_line
from planner.gui.look.icons import Icons
from planner.gui.pages.map.bar import MapBar, Twin
from planner.gui.pages.map.canvas.foot import MapFoot
from planner.gui.pages.map.canvas.layouts import MapLayouts
from planner.gui.pages.map.canvas.scene import MapScene
from planner.gui.pages.map.canvas.view import MapView
from planner.gui.pages.map.inspector import MapInspector
from planner.gui.pages.map.memory import MapMemory
from planner.gui.pages.map.routes import MapRoutes
from planner.gui.pages.map.search import MapSearch
from planner.gui.pages.map.sight import MapSight
from planner.gui.pages.map.table_twin import TableTwin
from planner.gui.pages.page import Page
from planner.gui.painting import Fonts
from planner.gui.settings import Settings
from planner.gui.state.ways import Ways
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace
from planner.report.map.map_drawing import map_drawing
from planner.report.map.part import (
    Scope,
    kinds_of,
    linked_roles,
    moves_at_rest,
    part_in_scope,
    scope_of,
)
from planner.report.map.roles import box_size
from planner.report.map.state import MapState, map_state
from planner.report.map.words import notice_words
from planner.report.roles.card import role_card


class MapPage(Page):
    """The page; its signals (role id) ask for what lies elsewhere, `routes_requested` also without.

    While ways to a target are kept, the chosen one is drawn and the others faintly beside it.
    """

    gaps_requested = Signal(str)
    assess_requested = Signal(str)
    routes_requested = Signal(str)
    key = icon = paper = "map"
    begins_anew = True

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        *,
        icons: Icons,
        layouts: MapLayouts,
        settings: Settings,
        fonts: Fonts,
        ways: Ways,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._layouts = layouts
        self._memory = MapMemory(settings)
        self._fonts = fonts
        self._scope = Scope()
        self._state = MapState(roles={})
        self._part: Catalogue | None = None
        self._size: tuple[Catalogue, Size] | None = None
        self._is_opening = True
        self._drawn_for: tuple[PromotionGraph | None, Scope, bool] | None = None

        self.bar = MapBar(theme)
        self.view = MapView(theme, fonts)
        self._sight = MapSight(self._memory, self.view)
        self.table = TableTwin(self._memory, theme, self.bar.search)
        self._search = MapSearch(workspace, self.bar, self.table, lambda: self._part, self)
        self.foot = MapFoot(icons, theme, fonts)
        self._inspector = MapInspector(theme, fonts)
        self._notice = plain_label(tone="warning", wraps=True)
        self._notice.setContentsMargins(16, 0, 16, 8)
        self._words = plain_label(tone="quiet", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMargin(48)
        self._stack = QStackedWidget()
        for widget in (self.view, self.table, self._words):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self.routes = MapRoutes(ways, workspace, icons, column, self)
        self._twin: Twin = self._memory.twin
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Map")

    def inspector(self) -> MapInspector:
        """Return what tells of the selected role."""
        return self._inspector

    def zoom_in(self) -> None:
        """Show less of the map, larger."""
        self.view.zoom_in()

    def zoom_out(self) -> None:
        """Show more of the map, smaller."""
        self.view.zoom_out()

    def fit(self) -> None:
        """Show the whole map."""
        self.view.fit()

    def focus_filter(self) -> None:
        """Put the cursor into the search."""
        self.bar.begin_search()

    def whole_layout(self) -> Layout | None:
        """Return the layout of the whole where it is known, as for printing."""
        catalogue = self.workspace.catalogue
        return self._layouts.known(catalogue, self._size_for(catalogue)) if catalogue else None

    def refresh(self) -> None:
        """Show the person's map as it is now."""
        person, graph = self.workspace.person, self.workspace.graph
        if person is None or graph is None:
            self._show_nobody()
            return
        before, seen = self._state, self.workspace.seen_person
        state = map_state(graph, seen, self.workspace.gaps(), self.workspace.as_of)
        self._state = self.routes.drawn(state)
        if not self._sight.is_of((person.catalogue, person.id)):
            self._sight.keep(self._scope)
            self._sight.turn_to((person.catalogue, person.id))
            self._search.forget()
            self._is_opening = True
            self._scope = self._sight.first_scope(graph, self._state.present)
        elif self._scope.moves and (
            self._scope.around == before.present or not graph.catalogue.has_role(self._scope.around)
        ):
            self._scope = scope_of(graph.catalogue, self._scope.moves, self._state.present)
        self._show_notice(graph)
        self._show_part(graph)
        self._show_selected()

    def retranslate(self) -> None:
        """Word the fixed texts."""
        texts = self.workspace.texts
        self.bar.retranslate(texts)
        self.foot.retranslate(texts)
        self.view.setAccessibleName(texts.tr("Map of the roles"))
        self.view.viewport().setAccessibleName(texts.tr("Map of the roles"))
        self.view.setAccessibleDescription(
            texts.tr(
                "Arrow keys walk from role to role, Enter sets the target, Home finds you. "
                "The table says the same in words."
            )
        )
        self._inspector.setAccessibleName(texts.tr("The selected role"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.bar.apply_theme(theme)
        self.foot.apply_theme(theme)
        self.view.set_theme(theme)
        self.table.apply_theme(theme)
        self.routes.apply_theme()
        super().apply_theme(theme)

    def _connect(self) -> None:
        self.bar.twin_chosen.connect(self._choose_twin)
        self.bar.scope_chosen.connect(self._choose_scope)
        self._search.left.connect(self.focus_first)
        self.view.role_picked.connect(self.workspace.select_role)
        self.view.target_wished.connect(self._set_target)
        self.view.typed.connect(self.bar.begin_search)
        self.table.role_picked.connect(self.workspace.select_role)
        self.table.target_wished.connect(self._set_target)
        self.foot.zoomed_in.connect(self.view.zoom_in)
        self.foot.zoomed_out.connect(self.view.zoom_out)
        self.foot.fitted.connect(self.view.fit)
        self._inspector.target_wished.connect(self._set_target)
        self._inspector.role_wished.connect(self.workspace.select_role)
        self._inspector.gaps_requested.connect(self.gaps_requested)
        self._inspector.assess_requested.connect(self.assess_requested)
        self.workspace.role_selected.connect(self._on_role_selected)
        self.routes.changed.connect(self._mark_stale)
        self.routes.opened.connect(self.routes_requested)

    def _show_nobody(self) -> None:
        texts = self.workspace.texts
        self._sight.keep(self._scope)
        self._sight.turn_to(None)
        self._search.forget()
        self._part = None
        self._layouts.cancel()
        self._say(
            texts.tr(
                "Nobody is open yet. Add a person or open one from the menu at the top left; "
                "then the roles, and what is missing for each, are shown here."
            )
        )
        self.bar.hide()
        self._notice.hide()
        self._inspector.show_nothing(texts.tr("Nobody is open."), self.theme)

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._stack.setCurrentWidget(self._words)
        self.foot.hide()

    def _show_notice(self, graph: PromotionGraph) -> None:
        person, texts = self.workspace.person, self.workspace.texts
        words = notice_words(graph.catalogue, person, self._state, texts, self.workspace.as_of)
        self._notice.setText(words)
        self._notice.setVisible(bool(words))

    def _show_part(self, graph: PromotionGraph) -> None:
        texts = self.workspace.texts
        is_same = self._drawn_for == (graph, self._scope, self._is_opening)
        scene, self._drawn_for = self.view.map if is_same else None, None
        if scene and scene.show_state(self._state, texts, self.theme):
            self.table.show_roles(graph, scene.drawing.catalogue.roles, self._state, texts)
            self._drawn_for = (graph, self._scope, False)
            return
        self._part = part = part_in_scope(graph, self._scope)
        around = self._scope.around
        name = texts.pick(graph.catalogue.role(around).name) if self._scope.moves else ""
        self.bar.show()
        self.bar.show_twin(self._twin)
        self.bar.show_scope(self._scope, self._state.present, name, texts)
        self.table.show_roles(graph, part.roles, self._state, texts)
        self._layouts.cancel()
        size = self._size_for(graph.catalogue)
        found = self._layouts.known(part, size, graph.catalogue)
        if found is not None:
            self._show_layout(part, found)
            return
        if self._twin == "map":
            self._say(texts.tr("Arranging the map…"))
        self._layouts.work_out(
            part,
            size,
            graph.catalogue,
            texts.tr("Arranging the map"),
            partial(self._show_layout, part),
            self._on_failed,
        )

    def _show_layout(self, part: Catalogue, found: Layout) -> None:
        texts = self.workspace.texts
        drawing = map_drawing(
            part,
            found,
            self._state,
            texts,
            self._fonts.width,
            moves=moves_at_rest(part, self._scope, self._state),
        )
        self._drawn_for = (self.workspace.graph, self._scope, False)
        scene = MapScene(drawing, self.theme, self._fonts, part.moves, self)
        scene.select(self.workspace.selected_role, has_focus=self.view.hasFocus())
        self.view.show_map(scene, linked_roles(part), opens=self._is_opening)
        if self._is_opening:
            self._sight.recall(self._scope)
        self._is_opening = False
        self.foot.show_legend(kinds_of(part), self._state, texts)
        self._show_twin()

    def _show_twin(self) -> None:
        is_map = self._twin == "map"
        self._stack.setCurrentWidget(self.view if is_map else self.table)
        self.foot.setVisible(is_map)
        self.bar.show_twin(self._twin)

    def _show_selected(self) -> None:
        """Mark the selected role in the map and the table, and tell of it in the inspector."""
        role, graph = self.workspace.selected_role, self.workspace.graph
        if self.view.map is not None:
            self.view.map.select(role, has_focus=self.view.hasFocus())
        self.table.show_role(role)
        if graph is None:
            return
        texts = self.workspace.texts
        told = role if graph.catalogue.has_role(role) else self._state.present
        if not told:
            self._inspector.show_nothing(texts.tr("Choose a role on the map."), self.theme)
            return
        card = role_card(graph, self.workspace.gaps().get(told), self._state, told, texts)
        self._inspector.show_card(card, self._state, graph.catalogue, texts, self.theme)

    def show_ways(self) -> None:
        """Draw the ways looked at; on the whole map where the part shown lacks a role of theirs."""
        self.routes.show()
        self.refresh_if_stale()
        graph, part = self.workspace.graph, self._part
        if graph is not None and part is not None and not self.routes.are_on(part):
            self._scope, self._is_opening = Scope(), True
            self._show_part(graph)
        self._choose_twin("map")
        self.view.setFocus()

    def _on_role_selected(self, role: str) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._bring_into_scope(role)
        self._show_selected()
        self.view.show_role(role)

    def _bring_into_scope(self, role: str) -> None:
        graph, part = self.workspace.graph, self._part
        if graph is None or part is None or part.has_role(role):
            return
        if graph.catalogue.has_role(role):
            self._scope = Scope(self._scope.moves or 1, role)
            self._is_opening = True
            self._show_part(graph)

    def _choose_twin(self, twin: str) -> None:
        self._twin = "table" if twin == "table" else "map"
        self._memory.keep_twin(self._twin)
        if self._part is not None:
            if self._twin == "map" and self.view.map is None:
                self.refresh()
            else:
                self._show_twin()
        self._show_selected()

    def _choose_scope(self, moves: int, around_selected: bool) -> None:
        graph, around = self.workspace.graph, self._state.present
        if graph is None:
            return
        if around_selected:
            around = self.workspace.selected_role or self._scope.around or around
        self._scope = scope_of(graph.catalogue, moves, around)
        self._is_opening = True
        self._show_part(graph)
        self._show_selected()

    def _set_target(self, role: str) -> None:
        person, catalogue = self.workspace.person, self.workspace.catalogue
        if person is None or catalogue is None or role in (self._state.present, person.target):
            return
        if role == person.role:
            self.workspace.failed.emit(person_edits.held_today(catalogue.role(role)))
        elif role:
            self.workspace.do(person_edits.set_target(person, role, catalogue))
        elif person.target is not None:
            self.workspace.do(person_edits.clear_target(person))

    def focus_first(self) -> None:
        """Put the focus into the map or its table; words while one is arranged hand it on."""
        (self._stack.currentWidget() or self.view).setFocus()

    def _on_failed(self, error: PlannerError) -> None:
        self._say(in_line(error.sentences, self.workspace.texts))

    def _size_for(self, catalogue: Catalogue) -> Size:
        if self._size is None or self._size[0] is not catalogue:
            self._size = (catalogue, box_size(catalogue, self._fonts.width))
        return self._size[1]

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember what was in sight."""
        super().hideEvent(event)
        self._sight.keep(self._scope)
        self.table.keep_columns()
