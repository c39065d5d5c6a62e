"""What the window finds again at the next start: its place, its person, its pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from planner.core.people import Person
from planner.gui.inspector import NARROWEST, USUAL_WIDTH, WIDEST
from planner.gui.pages.page import Page
from planner.gui.settings import Settings

_FIRST_SIZE = (1280, 800)
# Half a screen of the commonest width: every page can do with it at the usual text size.
_LEAST_SIZE = (960, 440)
MOST_RECENT = 5


class WindowMemory:
    """Reads and writes the settings of one window on one store."""

    def __init__(self, settings: Settings, store: Path) -> None:
        self._settings = settings
        self._store = store

    def restore_place(self, window: QWidget) -> None:
        """Put the window where it was; at first in the middle of the screen, frame and all."""
        screen = window.screen().availableSize()
        window.setMinimumSize(screen.boundedTo(QSize(*_LEAST_SIZE)))
        if not window.restoreGeometry(self._settings.bytes("window/geometry")):
            # Imported here: Python learns the 566 names of the style with it.
            from PySide6.QtWidgets import QStyle

            # How high its title bar is a window knows only once it is shown.
            title_bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
            width, height = _FIRST_SIZE
            window.resize(min(width, screen.width()), min(height, screen.height() - title_bar))

    def save_place(self, window: QWidget) -> None:
        """Remember where the window is; full screen is not remembered."""
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._settings.set_bytes("window/geometry", window.saveGeometry())

    @property
    def inspector_width(self) -> int:
        """How wide the inspector was, in pixels."""
        return self._settings.number("inspector/width", NARROWEST, WIDEST, USUAL_WIDTH)

    @inspector_width.setter
    def inspector_width(self, width: int) -> None:
        self._settings.set_number("inspector/width", width)

    @property
    def is_inspector_open(self) -> bool:
        """Whether the inspector was open."""
        return self._settings.flag("inspector/open", True)

    @is_inspector_open.setter
    def is_inspector_open(self, is_open: bool) -> None:
        self._settings.set_flag("inspector/open", is_open)

    def page(self, keys: tuple[str, ...]) -> str:
        """Return the page that was in front, the first one at first."""
        return self._settings.word("page/front", keys, keys[0])

    def set_page(self, key: str) -> None:
        """Remember the page in front."""
        self._settings.set_text("page/front", key)

    def restore_page(self, page: Page) -> None:
        """Give a page its state."""
        page.restore_state(self._settings.record(f"pages/{page.key}"))

    def save_pages(self, pages: Iterable[Page]) -> None:
        """Remember the state of these pages."""
        for page in pages:
            self._settings.set_json(f"pages/{page.key}", page.state())

    @property
    def recent_people(self) -> tuple[tuple[str, str], ...]:
        """The people last looked at in this store (catalogue, id), the newest first."""
        return self._settings.pairs(self._people_key)[:MOST_RECENT]

    def add_recent(self, person: Person) -> None:
        """Remember who is looked at."""
        key = (person.catalogue, person.id)
        others = [other for other in self.recent_people if other != key]
        self._settings.set_json(self._people_key, [key, *others][:MOST_RECENT])

    @property
    def _people_key(self) -> str:
        digest = hashlib.sha256(str(self._store).encode()).hexdigest()[:12]
        return f"people/{digest}"
