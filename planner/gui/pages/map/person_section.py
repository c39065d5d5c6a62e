"""What the map's inspector tells of a person and a role: the stance, taking it up, the KPIs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.core.keeping.career_edits import clear_wish, set_wish, wish_faults
from planner.core.people import Stance, Wish
from planner.gui.look.icons import Icons
from planner.gui.pages.map.inspector import RoleSection
from planner.gui.pages.map.stance_field import StanceField
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.choices.plain_keys import on_letter
from planner.gui.widgets.display.labels import hairline
from planner.gui.widgets.inputs.kpi_panel import KpiPanel
from planner.gui.workspace import Workspace


class PersonSection(RoleSection):
    """A part of the inspector for one role.

    Signals: `role_change_requested` (role id, empty for any), `routes_requested` (role id),
    `track_choice_requested`, and `chart_wanted` (how, ChartCopy) as `ChartActions.wanted`.
    """

    role_change_requested = Signal(str)
    routes_requested = Signal(str)
    track_choice_requested = Signal()
    chart_wanted = Signal(str, object)

    def __init__(
        self,
        workspace: Workspace,
        icons: Icons,
        theme: Theme,
        fonts: Fonts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._role = ""
        self._is_present = False
        self.ways = QPushButton()
        self.take = QPushButton()
        self.choose = QPushButton()
        self.choose.setProperty("kind", "link")
        self.stance = StanceField(fonts)
        self.kpis = KpiPanel(icons, theme, fonts)
        self._line = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.ways)
        column.addWidget(self.take)
        column.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._line)
        column.addWidget(self.stance)
        column.addWidget(self.kpis)
        self.ways.clicked.connect(self._request_routes)
        self.take.clicked.connect(self._request)
        self.choose.clicked.connect(self.track_choice_requested)
        self.stance.chosen.connect(self._on_chosen)
        self.kpis.edit_made.connect(workspace.do)
        self.kpis.chart_wanted.connect(self.chart_wanted)
        on_letter(self, "T", self.kpis.turn)

    def show_role(self, role_id: str, theme: Theme) -> None:
        """Tell of the person looked at and a role."""
        workspace = self._workspace
        person, catalogue, texts = workspace.person, workspace.catalogue, workspace.texts
        if person is None or catalogue is None or not catalogue.has_role(role_id):
            self.hide()
            return
        self._role = role_id
        self._is_present = person.position_on(workspace.as_of).role == role_id
        name = texts.pick(catalogue.role(role_id).name)
        self.take.setText(
            texts.tr("Take up another role…")
            if self._is_present
            else texts.tr("Take up this role…")
        )
        self.take.setAccessibleName(
            texts.tr("{action}: {role}", action=self.take.text(), role=name)
        )
        self.ways.setText(texts.tr("Ways to this role…"))
        self.ways.setAccessibleName(
            texts.tr("{action}: {role}", action=self.ways.text(), role=name)
        )
        self.ways.setVisible(not self._is_present)
        self.choose.setText(texts.tr("Which track? Some questions that help"))
        self.choose.setVisible(self._is_present and person.target is None)
        # Nobody takes up a role in what is only imagined.
        self.take.setEnabled(workspace.what_if is None)
        self.stance.setVisible(not self._is_present)
        self.kpis.setVisible(self._is_present)
        if self._is_present:
            self.kpis.apply_theme(theme)
            self.kpis.show_career(
                workspace.career(), catalogue, texts, workspace.today(), workspace.as_of
            )
        else:
            wish = person.wish_for(role_id, workspace.as_of)
            self.stance.show_wish(wish, name, texts, theme)
        self.show()

    def _request_routes(self) -> None:
        self.routes_requested.emit(self._role)

    def _request(self) -> None:
        self.role_change_requested.emit("" if self._is_present else self._role)

    def _on_chosen(self, stance: Stance | None, note: str) -> None:
        workspace = self._workspace
        person, catalogue = workspace.person, workspace.catalogue
        if person is None or catalogue is None:
            return
        if stance is None:
            workspace.do(clear_wish(person, self._role, catalogue))
            return
        before = person.wish_for(self._role)
        on = workspace.as_of
        if before is not None and before.stance is stance:
            # A note alone does not make it a stance of another day.
            on = min(before.on, on)
        wish = Wish(role=self._role, stance=stance, on=on, note=note)
        faults = wish_faults(wish, catalogue, workspace.today())
        self.stance.show_faults(faults, workspace.texts)
        if not faults:
            workspace.do(set_wish(person, wish, catalogue))
