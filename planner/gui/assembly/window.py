"""Puts the window together with its pages, and lets the pages speak to each other."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from planner.core.people import FEWEST_MONTHS, MONTHS_UNTIL_STALE, MOST_MONTHS
from planner.core.text import Message, message
from planner.files.window_settings import STALE_MONTHS
from planner.gui.assembly.late_doors import Keeping, Paper
from planner.gui.assembly.page_making import Pages
from planner.gui.fonts import register_fonts
from planner.gui.look.appearance import THEME_CHOICES, Appearance
from planner.gui.look.icons import Icons
from planner.gui.look.language import QtLanguage
from planner.gui.main_window import MainWindow
from planner.gui.parts import PageSpec, Parts, Surroundings
from planner.gui.settings import Settings
from planner.gui.tasks import Tasks
from planner.gui.window.notices import NoticeBar, NoticeTone
from planner.gui.workspace import Workspace


def dress(
    application: QApplication, resources: Path, settings: Settings, *, is_styled: bool = True
) -> Appearance:
    """Give an application made with `STYLE` its typeface, its theme and its text size.

    Without `is_styled` the style sheet is left until the window is built, for a quicker start.
    """
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
    tasks = Tasks(owner)
    icons = around.dialogs.icons = Icons(around.resources / "icons", appearance.theme)
    workspace = Workspace(
        around.session.store,
        around.texts_in,
        around.language,
        around.today,
        owner,
        stale_months=around.settings.number(
            STALE_MONTHS, FEWEST_MONTHS, MOST_MONTHS, MONTHS_UNTIL_STALE
        ),
    )
    pages = Pages(workspace, appearance, icons, tasks, around, owner)
    paper = Paper(workspace, appearance, tasks, around, owner)
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
            pages=(
                PageSpec(key="map", icon="map", title=message("Map"), make=pages.make_map),
                PageSpec(key="gaps", icon="gaps", title=message("Gaps"), make=pages.make_gaps),
                PageSpec(key="plan", icon="plan", title=message("Plan"), make=pages.make_plan),
                PageSpec(
                    key="meeting",
                    icon="meeting",
                    title=message("One-on-one"),
                    make=pages.make_meeting,
                ),
                PageSpec(key="team", icon="team", title=message("Team"), make=pages.make_team),
            ),
            help_folder=around.resources / "help",
            printing=around.printing or paper,
        )
    )
    owner.setParent(window)
    for said in (paper.said, pages.said):
        said.connect(partial(_say, window.notices))
    paper.wrote.connect(partial(_say_where, window.notices))
    paper.failed.connect(window.notices.say_error)
    pages.join(window, Keeping(window))
    appearance.put_on_style()
    return window


def _say(notices: NoticeBar, sentences: tuple[Message, ...], tone: NoticeTone) -> None:
    notices.say(*sentences, tone=tone)


def _say_where(
    notices: NoticeBar, sentences: tuple[Message, ...], tone: NoticeTone, folder: Path
) -> None:
    """Say what was written, with a way to the folder."""
    from planner.gui.folder_door import open_folder

    way = (message("Open the folder"), partial(open_folder, folder, notices.say_error))
    notices.say(*sentences, tone=tone, action=way)
