"""Sidebar, pages and inspector: what fills the window while somebody is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget

from planner.core.text import Texts
from planner.gui.inspector import Inspector
from planner.gui.look.icons import Icons
from planner.gui.look.restyling import plainly_made
from planner.gui.navigation import Sidebar
from planner.gui.pages.page import Page
from planner.gui.parts import PageSpec
from planner.gui.theme import Theme
from planner.gui.window.memory import WindowMemory
from planner.gui.window.page_area import PageArea, PageStack

if TYPE_CHECKING:
    # Made when it is first shown; the start does without it.
    from planner.gui.pages.people.editor import PersonEditor


class Workbench(QWidget):
    """Shows one page at a time, or the person's details over it; `page_shown` after each change.

    Pages and details are made when they are first asked for.
    """

    page_shown = Signal()

    def __init__(
        self,
        pages: Sequence[PageSpec],
        make_editor: Callable[[], PersonEditor],
        icons: Icons,
        texts: Texts,
        theme: Theme,
        memory: WindowMemory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.specs = tuple(pages)
        self._make_editor = make_editor
        self._memory = memory
        self._pages: dict[str, Page] = {}
        self._shown: set[str] = set()
        self._key = pages[0].key
        self._editor: PersonEditor | None = None
        self._covers: list[Page] = []
        self._is_inspector_open = memory.is_inspector_open
        self._aside: Page | None = None
        self._asides: list[Page] = []
        self.sidebar = Sidebar(pages, icons, texts, theme)
        self.inspector = Inspector()
        self._stack = PageStack()
        self._stack.setObjectName("pages")
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(PageArea(self._stack))
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._splitter, 1)
        self.sidebar.page_requested.connect(self.show_page)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)

    @property
    def page(self) -> Page:
        """The page in front, or the one behind the person's details."""
        return self.page_of(self._key)

    @property
    def editor(self) -> PersonEditor:
        """The person's details."""
        if self._editor is None:
            self._editor = self._make_editor()
            self._editor.closed.connect(self.leave_editor)
        return self._editor

    @property
    def made_editor(self) -> PersonEditor | None:
        """The person's details, None where nobody has asked for them yet."""
        return self._editor

    @property
    def covering(self) -> Page | None:
        """What lies over the page in front, such as the person's details; None for nothing."""
        widget = self._stack.currentWidget()
        return next((cover for cover in self._covers if cover is widget), None)

    @property
    def is_editing(self) -> bool:
        """Whether the person's details are in front."""
        return self._editor is not None and self._stack.currentWidget() is self._editor

    @property
    def made_pages(self) -> tuple[Page, ...]:
        """The pages that have been made."""
        return tuple(self._pages.values())

    @property
    def shown_pages(self) -> tuple[Page, ...]:
        """The pages that have been shown once, which alone have something to remember."""
        return tuple(page for key, page in self._pages.items() if key in self._shown)

    def page_of(self, key: str) -> Page:
        """Return a page, made now if it was not; raise KeyError for an unknown one."""
        if key not in self._pages:
            with plainly_made():
                page = {spec.key: spec for spec in self.specs}[key].make()
                self._memory.restore_page(page)
                self._stack.addWidget(page)
            self._pages[key] = page
            if (widget := page.inspector()) is not None:
                self.inspector.add(key, widget)
        return self._pages[key]

    @property
    def has_inspector(self) -> bool:
        """Whether what is in front tells of its selection at the right."""
        return self.covering is None and self.inspector.has(self._key)

    @property
    def _leaves_room(self) -> bool:
        """Whether something else may stand beside what is in front."""
        return self.covering is None or self.covering.leaves_room

    def open_aside(self, aside: Page) -> None:
        """Show something beside the page, in the inspector's place, until `close_aside`."""
        if not self._leaves_room:
            self.uncover()
        if not self.inspector.has(aside.key):
            self.inspector.add(aside.key, aside)
            self._asides.append(aside)
        self._aside = aside
        self._show_inspector()

    def close_aside(self) -> None:
        """Go back to what was beside the page."""
        if self._aside is not None:
            self._aside = None
            self._show_inspector()
            (self.covering or self.page).setFocus()

    def show_page(self, key: str) -> None:
        """Bring a page to the front, the focus in it; raise KeyError for an unknown one.

        Whoever walks the sidebar by keyboard stays there. The page in front begins anew.
        """
        page = self.page_of(key)
        self._shown.add(key)
        self._key = key
        before, focused = self._stack.currentWidget(), QApplication.focusWidget()
        # Left to Qt, the focus would go from a hidden page to whatever comes next.
        last = cast("QWidget | None", page.focusWidget())
        self._stack.setCurrentWidget(page)
        if not (focused and self.sidebar.isAncestorOf(focused)):
            _focus(page, None if page is before or page.begins_anew else last)
        self.sidebar.show_page(key)
        self._memory.set_page(key)
        self._show_inspector()

    def show_editor(self) -> None:
        """Bring the person's details to the front."""
        self.cover(self.editor)

    def leave_editor(self) -> None:
        """Go back to the page that was in front before the details."""
        if self.is_editing:
            self.uncover()

    def cover(self, page: Page) -> None:
        """Lay something over the page in front."""
        if page not in self._covers:
            self._covers.append(page)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_inspector()

    def uncover(self) -> None:
        """Go back to the page that was in front."""
        if self.covering is not None:
            self.show_page(self._key)
            self.page.setFocus()

    def fold_inspector(self) -> None:
        """Fold the inspector away, or open it again; what was opened in its place is closed."""
        if self._aside is not None:
            self.close_aside()
            return
        self._is_inspector_open = not self._is_inspector_open
        self._memory.is_inspector_open = self._is_inspector_open
        self._show_inspector()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self.sidebar.apply_theme(theme)
        for page in (*self.made_pages, *self._covers):
            page.apply_theme(theme)
        for aside in self._asides:
            aside.apply_theme(theme)

    def _show_inspector(self) -> None:
        aside = self._aside if self._leaves_room else None
        if aside is not None:
            self.inspector.show_page(aside.key)
        elif self.has_inspector:
            self.inspector.show_page(self._key)
        is_open = self.has_inspector and self._is_inspector_open
        self.inspector.setVisible(aside is not None or is_open)
        self.page_shown.emit()

    def _on_splitter_moved(self) -> None:
        self._memory.inspector_width = self.inspector.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the inspector keep its width, whatever the window's."""
        super().resizeEvent(event)
        width = self._memory.inspector_width
        self._splitter.setSizes([max(1, self._splitter.width() - width), width])


def _focus(page: Page, last: QWidget | None) -> None:
    """Put the focus where it was `last` in a page, else where the page begins."""
    if last is not None and last.isVisible() and last.isEnabled():
        last.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        page.setFocus()
