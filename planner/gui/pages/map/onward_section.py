"""What the map's inspector tells of the tracks that a role asks for, and leads to an industry."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.core.model import Catalogue
from planner.core.roles.experience import asks_for_both, shortest_route, tracks_asked
from planner.core.routes import Route
from planner.gui.look.icons import Icons
from planner.gui.pages.map.inspector import RoleSection
from planner.gui.tasks import Task, Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import Tone, breakable, hairline, plain_label
from planner.gui.workspace import Workspace
from planner.report.roles.experience_words import asked_words, track_words, way_words


class OnwardSection(RoleSection):
    """A part of the inspector for one role; `industry_requested` when another one is asked for."""

    industry_requested = Signal()

    def __init__(
        self, workspace: Workspace, icons: Icons, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._icons = icons
        self._tasks = tasks
        self._task: Task | None = None
        self._asked: QWidget | None = None
        self._line = hairline()
        self._way = plain_label(size="small", tone="quiet", wraps=True)
        self.industry = QPushButton()
        self.industry.setProperty("kind", "link")
        self.industry.clicked.connect(self.industry_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._line)
        self._column.addWidget(self._way)
        self._column.addWidget(self.industry, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said of the tracks asked for, then of the way; empty where none is asked for."""
        if self._asked is None:
            return ()
        said = [label.text() for label in self._asked.findChildren(QLabel) if label.text()]
        return (*said, *([self._way.text()] if not self._way.isHidden() else []))

    def show_role(self, role_id: str, theme: Theme) -> None:
        """Tell of the person looked at and a role."""
        workspace, texts = self._workspace, self._workspace.texts
        graph = workspace.graph
        self._forget()
        if graph is None or not graph.catalogue.has_role(role_id):
            self.hide()
            return
        self.show()
        self.industry.setText(texts.tr("Another industry…"))
        self.industry.setAccessibleName(texts.tr("What is kept in another industry"))
        catalogue = graph.catalogue
        # Most roles ask for no track: those cost a start of the window nothing.
        standing = workspace.standing() if catalogue.role(role_id).after else None
        if standing is None:
            return
        asked = tracks_asked(catalogue, role_id, standing)
        self._asked = QWidget()
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for_both = asks_for_both(catalogue, role_id)
        heading = asked_words(for_both=for_both, texts=texts)
        column.addWidget(plain_label(heading, strong=True, wraps=True))
        for track in asked:
            words = breakable(track_words(track, catalogue, texts))
            self._add_line(column, words, theme, is_held=track.is_held)
        self._column.insertWidget(1, self._asked)
        if all(track.is_held for track in asked) or standing.role == role_id:
            return
        self._way.setText(texts.tr("Looking for the shortest way…"))
        self._way.show()
        self._task = self._tasks.run(
            lambda _task: shortest_route(graph, standing, role_id),
            partial(self._show_way, catalogue),
            self._on_failed,
        )

    def _add_line(self, column: QVBoxLayout, words: str, theme: Theme, *, is_held: bool) -> None:
        tone: Tone = "success" if is_held else "warning"
        side = round(16 * theme.text_factor)
        sign = QLabel()
        sign.setPixmap(self._icons.icon("check" if is_held else "close", tone).pixmap(side))
        sign.setFixedSize(QSize(side, side))
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(words, tone=tone, wraps=True), 1)

    def _show_way(self, catalogue: Catalogue, route: Route | None) -> None:
        self._task = None
        self._way.setText(breakable(way_words(route, catalogue, self._workspace.texts)))

    def _on_failed(self, error: PlannerError) -> None:
        self._task = None
        self._way.hide()
        self._workspace.failed.emit(error)

    def _forget(self) -> None:
        """Let go of what was told of another role."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._way.hide()
        if self._asked is not None:
            self._column.removeWidget(self._asked)
            self._asked.hide()
            self._asked.deleteLater()
            self._asked = None
