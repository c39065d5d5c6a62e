"""The traps of the catalogue, each of which leads to its role on the map."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.core.checking.traps import Trap, TrapKind, traps
from planner.core.errors import PlannerError
from planner.core.graph import PromotionGraph
from planner.gui.look.icons import Icons
from planner.gui.tasks import Task, Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.choices.entry_list import Entry, EntryList
from planner.gui.widgets.choices.popover import Popover
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace
from planner.report.roles.trap_words import trap_words, traps_words

_WIDTH = 460
# A framework of a thousand roles has thousands of doors; nobody reads on so far.
_MOST = 200


class TrapsPopover(Popover):
    """Lists the graver traps first; `role_chosen` (role id) when one is to be seen."""

    role_chosen = Signal(str)

    def __init__(
        self, workspace: Workspace, icons: Icons, tasks: Tasks, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._icons = icons
        self._tasks = tasks
        self._theme = theme
        self._task: Task | None = None
        self._title = plain_label(strong=True, wraps=True)
        self._hint = plain_label(size="small", tone="quiet", wraps=True)
        self.list = EntryList(theme)
        self.list.chosen.connect(self._choose)
        self.contents.setContentsMargins(8, 12, 8, 8)
        for label in (self._title, self._hint):
            label.setContentsMargins(8, 0, 8, 0)
            self.contents.addWidget(label)
        self.contents.addWidget(self.list)

    @property
    def hint(self) -> str:
        """What is said above the list."""
        return self._hint.text()

    def open_below(self, anchor: QWidget, theme: Theme) -> None:
        """Open below `anchor`, and look for the traps of the catalogue looked at."""
        graph, texts = self._workspace.graph, self._workspace.texts
        if graph is None:
            return
        self._theme = theme
        self.list.apply_theme(theme)
        self._title.setText(texts.tr("Traps on the map"))
        self._hint.setText(texts.tr("Looking for them…"))
        self.list.setAccessibleName(texts.tr("Traps on the map"))
        self.list.show_entries(())
        self.list.hide()
        self.open_at(anchor, round(_WIDTH * max(1.0, theme.text_factor)), self)
        if self._task is not None:
            self._task.cancel()

        def look(_task: Task) -> tuple[PromotionGraph, tuple[Trap, ...]]:
            return graph, traps(graph)

        self._task = self._tasks.run(look, self._show, self._on_failed)

    def _show(self, found: tuple[PromotionGraph, tuple[Trap, ...]]) -> None:
        self._task = None
        (graph, told), texts = found, self._workspace.texts
        if self.isHidden():
            return
        words = traps_words(told, texts)
        if len(told) > _MOST:
            words = texts.tr("{summary}. The first {most} are listed.", summary=words, most=_MOST)
        self._hint.setText(words)
        self.list.show_entries(
            [
                Entry(
                    thing=trap.role,
                    text=texts.pick(graph.catalogue.role(trap.role).name),
                    icon=self._icons.icon(
                        "door" if trap.kind is TrapKind.ONE_WAY else "warning",
                        "text-quiet" if trap.kind is TrapKind.ONE_WAY else "warning",
                    ),
                    below=trap_words(trap, graph.catalogue, texts),
                )
                for trap in told[:_MOST]
            ]
        )
        self.list.setVisible(bool(told))
        self.place()
        if told:
            self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, role: object) -> None:
        self.dismiss()
        self.role_chosen.emit(str(role))

    def _on_failed(self, error: PlannerError) -> None:
        self._task = None
        self._workspace.failed.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.choose_current()
        else:
            super().keyPressEvent(event)
