"""Puts the window together with its pages, and lets the pages speak to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from planner.core.text import Language, Message, Texts, message
from planner.files.layout_cache import LayoutCache
from planner.gui.appearance import THEME_CHOICES, Appearance
from planner.gui.dialogs import Dialogs
from planner.gui.fonts import register_fonts
from planner.gui.icons import Icons
from planner.gui.language import QtLanguage
from planner.gui.main_window import MainWindow
from planner.gui.notices import NoticeBar, NoticeTone
from planner.gui.pages.gaps_page import GapsPage
from planner.gui.pages.map_page import MapPage
from planner.gui.painting import Fonts
from planner.gui.parts import Parts
from planner.gui.parts import Printing as Prints
from planner.gui.printing import Printing
from planner.gui.session import Session
from planner.gui.settings import Settings
from planner.gui.tasks import Tasks
from planner.gui.widgets.map_layouts import MapLayouts
from planner.gui.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the window needs from outside: its store, its words, its files and its doors."""

    session: Session
    texts_in: Callable[[Language], Texts]
    language: Language
    settings: Settings
    resources: Path
    layouts: Path
    dialogs: Dialogs
    printing: Prints | None = None
    today: Callable[[], date] = date.today


def dress(
    application: QApplication, resources: Path, settings: Settings, *, is_styled: bool = True
) -> Appearance:
    """Give the application its style, its typeface, its theme and its text size.

    Without `is_styled` the style sheet is left until the window is built, for a quicker start.
    """
    application.setStyle("Fusion")
    register_fonts(resources / "fonts")
    return Appearance(
        application,
        resources,
        choice=settings.word("look/theme", THEME_CHOICES, "system"),
        text_percent=settings.number("look/text", 0, 1000, 100),
        is_styled=is_styled,
    )


def build_window(
    application: QApplication, appearance: Appearance, around: Surroundings
) -> MainWindow:
    """Return the window with the pages that exist; everything in it goes when it goes."""
    # Everything that lives as long as the window hangs on this, which the window takes over.
    owner = QObject()
    theme = appearance.theme
    tasks = Tasks(owner)
    icons = Icons(around.resources / "icons", theme)
    workspace = Workspace(
        around.session.store, around.texts_in, around.language, around.today, owner
    )
    map_page = MapPage(
        workspace,
        theme,
        icons=icons,
        layouts=MapLayouts(tasks, LayoutCache(around.layouts)),
        settings=around.settings,
        fonts=Fonts(),
    )
    gaps_page = GapsPage(workspace, theme, icons, tasks)
    printing = Printing(around.dialogs, tasks, around.settings, around.resources, owner)
    window = MainWindow(
        Parts(
            workspace=workspace,
            session=around.session,
            appearance=appearance,
            icons=icons,
            qt_language=QtLanguage(application, owner),
            settings=around.settings,
            dialogs=around.dialogs,
            tasks=tasks,
            pages=(map_page, gaps_page),
            help_folder=around.resources / "help",
            printing=around.printing or printing,
        )
    )
    owner.setParent(window)
    printing.said.connect(partial(_say, window.notices))
    printing.failed.connect(window.notices.say_error)
    _Crossings(window, map_page, gaps_page)
    appearance.put_on_style()
    return window


def _say(notices: NoticeBar, sentences: tuple[Message, ...], tone: NoticeTone) -> None:
    notices.say(*sentences, tone=tone)


class _Crossings(QObject):
    """The ways from one page to another."""

    def __init__(self, window: MainWindow, map_page: MapPage, gaps_page: GapsPage) -> None:
        super().__init__(window)
        self._window = window
        self._gaps_page = gaps_page
        map_page.gaps_requested.connect(self._show_gap)
        window.role_found.connect(self._show_role)
        window.skill_found.connect(self._show_skill)

    def _show_gap(self, role: str) -> None:
        self._window.show_page("gaps")
        self._gaps_page.show_role(role)

    def _show_role(self, role: str) -> None:
        self._window.show_page("map")
        self._window.workspace.select_role(role)

    def _show_skill(self, skill: str) -> None:
        """Pick a skill against the role shown, else against the first one that asks for it."""
        self._window.show_page("gaps")
        if self._gaps_page.show_skill(skill):
            return
        workspace = self._window.workspace
        graph, person, gaps = workspace.graph, workspace.person, workspace.gaps()
        if graph is None or person is None:
            return
        roles = [role.id for role in (*graph.next_roles(person.role), *graph.catalogue.roles)]
        for role in roles:
            if any(gap.skill == skill for gap in gaps[role].skills):
                self._gaps_page.show_role(role)
                self._gaps_page.show_skill(skill)
                return
        self._window.notices.say(
            message("No role asks for “{skill}”.", skill=graph.catalogue.skill(skill).name),
            tone="warning",
        )
