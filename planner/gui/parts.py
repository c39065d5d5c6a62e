"""What the window is made of: everything comes to it from outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from planner.core.text import Language, Message, Texts
from planner.gui.dialogs import Dialogs
from planner.gui.look.appearance import Appearance
from planner.gui.look.icons import Icons
from planner.gui.look.language import QtLanguage
from planner.gui.pages.page import Page
from planner.gui.settings import Settings
from planner.gui.state.session import Session
from planner.gui.tasks import Tasks
from planner.gui.workspace import Workspace


class PageSpec(NamedTuple):
    """A page of the sidebar; it is made when it is first shown."""

    key: str
    icon: str
    title: Message
    make: Callable[[], Page]


class Printing(Protocol):
    """Puts a page on paper or into a file; `how` is preview (which prints), pdf, svg or png.

    With dossier it is the dossier of the person looked at, with team-dossiers those of a team.
    """

    def put_out(self, how: str, page: Page, window: QWidget) -> None:
        """Put a page out."""


class Surroundings(NamedTuple):
    """What the window needs from outside: its store, its words, its files and its doors."""

    session: Session
    texts_in: Callable[[Language], Texts]
    language: Language
    settings: Settings
    resources: Path
    data: Path
    layouts: Path
    dialogs: Dialogs
    printing: Printing | None = None
    today: Callable[[], date] = date.today


class Parts(NamedTuple):
    """What the window is made of; without `printing` nothing of it offers paper."""

    workspace: Workspace
    session: Session
    appearance: Appearance
    icons: Icons
    qt_language: QtLanguage
    settings: Settings
    dialogs: Dialogs
    tasks: Tasks
    pages: tuple[PageSpec, ...]
    help_folder: Path
    printing: Printing | None = None
