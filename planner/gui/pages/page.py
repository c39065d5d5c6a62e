"""What every page of the window is: it shows the workspace and reads again only when it must."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from planner.core.edits import Touched
from planner.gui.look.restyling import LateStyled
from planner.gui.theme import Theme
from planner.gui.widgets.choices.plain_keys import on_letter
from planner.gui.workspace import Workspace

if TYPE_CHECKING:
    from planner.core.routes import Route, Routes
    from planner.report.document import What


class Page(LateStyled):
    """A page: `key` names it in settings and help, `icon` its picture in the sidebar.

    `paper` is what it puts on paper, as `Document` calls it, empty for nothing. `chart_wanted`
    (how, ChartCopy) when a chart of it is to be copied or saved, as `ChartDoor.take` says.

    A page implements `title`, `refresh` (read and show everything again), `retranslate`, and where
    it needs them `is_touched`, `apply_theme`, `inspector`, `on_paper`, `focus_filter` and
    `focus_first`.
    """

    chart_wanted = Signal(str, object)

    key = ""
    icon = ""
    paper: What | Literal[""] = ""
    # False for a page that never puts anything on paper.
    has_paper = True
    # True for a page whose keys work where it begins, wherever the focus was when it was left.
    begins_anew = False
    # True for what lies over a page and may have something beside it, such as a what-if.
    leaves_room = False

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.theme = theme
        self._is_stale = True
        workspace.edited.connect(self._on_edited)
        workspace.person_changed.connect(self._mark_stale)
        workspace.basis_changed.connect(self._mark_stale)
        workspace.day_changed.connect(self._mark_stale)
        workspace.staleness_changed.connect(self._mark_stale)
        workspace.what_if_changed.connect(self._mark_stale)
        workspace.language_changed.connect(self._on_language_changed)

    def title(self) -> str:
        """Return the page's name in the present language."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read and show everything again."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Word the fixed texts in the present language; `refresh` follows."""

    def is_touched(self, touched: Touched) -> bool:
        """Whether an edit changed what this page shows."""
        person = self.workspace.person
        return person is not None and (
            touched.has_person(person.catalogue, person.id)
            or touched.has_catalogue(person.catalogue)
        )

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours; `refresh` follows."""
        self.theme = theme
        self._mark_stale()

    def inspector(self) -> QWidget | None:
        """Return the widget that tells of the page's selection at the right, if it has one."""
        return None

    def on_paper(self) -> tuple[What | Literal[""], str]:
        """Return what the page puts on paper now, and the id of which; empty words for nothing."""
        return self.paper, ""

    def routes_on_paper(self) -> tuple[Routes, Route] | None:
        """Return the routes found and the chosen one, where the page puts these on paper."""
        return None

    def state(self) -> dict[str, object]:
        """Return what is remembered until the next start, as values that JSON can hold."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take up a remembered state; whatever is missing or wrong in it is passed over."""

    def turn_charts_on(self, key: str, turn: Callable[[], object]) -> None:
        """Let a key, wherever the focus is in the page, turn charts into tables and back."""
        on_letter(self, key, turn)

    def focus_filter(self) -> None:
        """Put the cursor into the page's own filter (Ctrl+F), if it has one."""

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        super().setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_if_stale(self) -> None:
        """Show what changed while the page was hidden."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _on_edited(self, touched: Touched) -> None:
        if self.is_touched(touched):
            self._mark_stale()

    def _on_language_changed(self) -> None:
        self.retranslate()
        self._mark_stale()

    def _mark_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the newest state when the page comes to the front."""
        super().showEvent(event)
        self.refresh_if_stale()

    def setFocus(self, *reason: Qt.FocusReason) -> None:
        """Put the focus where the page begins.

        A focus proxy would let Tab pass over the head of the page.
        """
        self.focus_first()
