"""The menu of a role on the map: a right click, or the menu key for the selected role."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from planner.gui.look.icons import Icons
from planner.gui.pages.map.page import MapPage


class RoleMenu(QObject):
    """Opens over a role of the map or of its table; its signals carry the id of the role."""

    compare_requested = Signal(str)
    routes_requested = Signal(str)

    def __init__(self, page: MapPage, icons: Icons) -> None:
        super().__init__(page)
        self._page = page
        self._icons = icons
        for part in (page.view, page.view.viewport(), page.table):
            part.installEventFilter(self)

    def menu(self, role: str) -> QMenu:
        """Return the menu of a role; it is gone once it is closed."""
        page, workspace = self._page, self._page.workspace
        texts, graph, person = workspace.texts, workspace.graph, workspace.person
        made = QMenu(page)
        made.aboutToHide.connect(made.deleteLater)
        if graph is None or person is None:
            return made
        present = person.position_on(workspace.as_of).role
        add = made.addAction
        words = texts.tr("Compare with another role…")
        if role != present and graph.catalogue.has_role(present):
            name = texts.pick(graph.catalogue.role(present).name)
            words = texts.tr("Compare with {role}", role=name.replace("&", "&&"))
        add(self._icons.icon("compare"), words).triggered.connect(
            partial(self.compare_requested.emit, role)
        )
        if role != present:
            add(self._icons.icon("routes"), texts.tr("&Ways to this role…")).triggered.connect(
                partial(self.routes_requested.emit, role)
            )
        add(self._icons.icon("gaps"), texts.tr("Open &gaps")).triggered.connect(
            partial(page.gaps_requested.emit, role)
        )
        if role not in (present, person.target):
            add(self._icons.icon("target"), texts.tr("Set as &target")).triggered.connect(
                partial(page.view.target_wished.emit, role)
            )
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu where it is asked for over a role."""
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        page = self._page
        role, at = page.workspace.selected_role, event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self._below_selected(role)
        elif watched in (page.view, page.view.viewport()):
            scene = page.view.map
            role = scene.role_at(page.view.mapToScene(event.pos())) if scene is not None else ""
        if not role:
            return False
        if role != page.workspace.selected_role:
            page.workspace.select_role(role)
        self.menu(role).popup(at)
        return True

    def _below_selected(self, role: str) -> QPoint:
        view, page = self._page.view, self._page
        if not view.isVisible() or view.map is None or not role:
            middle: QWidget = page
            return middle.mapToGlobal(middle.rect().center())
        return view.viewport().mapToGlobal(view.mapFromScene(view.map.box_of(role).center()))
