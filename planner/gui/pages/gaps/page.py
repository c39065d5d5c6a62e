"""The Gaps page: a person against one role, skill by skill, rated in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.core.gaps import Gap, SkillGap, first_role_to_open
from planner.core.model import Catalogue
from planner.gui.dialogs import Dialogs
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.models.gap_table import gap_rows, what_may_come
from planner.gui.pages.gaps.aside import GapsAside
from planner.gui.pages.gaps.details import SkillView
from planner.gui.pages.gaps.header import GapsHeader
from planner.gui.pages.gaps.history import GapView
from planner.gui.pages.gaps.plan import GapsPlan
from planner.gui.pages.gaps.table_pane import GapsTablePane, hint_words, note_words
from planner.gui.pages.page import Page
from planner.gui.state.imagining import imagine_level, imagine_step
from planner.gui.state.rating import Draft, first_draft, rater_at_work, save_rating
from planner.gui.tasks import Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.side_by_side import SideBySide
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace

if TYPE_CHECKING:
    from planner.report.document import What

_MARGIN = 16
_TABLE_SHARE, _CHARTS_SHARE, _RULE_SHARE = 64, 36, 52


class GapsPage(Page):
    """Shows the gap to one role: the first that matters, until the person chooses another.

    `assess_requested` (role id) when its skills are to be asked for one by one.
    """

    key = icon = "gaps"
    assess_requested = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        evidence: EvidenceDoor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        texts = workspace.texts
        evidence = evidence or EvidenceDoor(tasks, Dialogs(), self)
        self._chosen_role = ""
        self._shown_person: tuple[str, str] | None = None
        self._gap: Gap | None = None
        self._ordered_for: tuple[object, ...] = ()
        self.header = GapsHeader(icons, texts, theme)
        self.pane = GapsTablePane(theme, evidence, icons)
        self.aside = GapsAside(workspace, tasks, evidence, icons, theme)
        self.charts, self.rule = self.aside.charts, self.aside.rule
        self._nobody = plain_label(wraps=True, tone="quiet")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._contents = QWidget()
        self._lay_out()
        bring = self._body.bring_into_sight
        self.plan = GapsPlan(workspace, self.pane, self._skill_gap, bring, theme)
        self.header.chooser.chosen.connect(self.show_role)
        self.header.basis.chosen.connect(workspace.set_basis)
        self.header.rule_requested.connect(self._toggle_rule)
        self.header.assess_requested.connect(self._request_assessment)
        self.aside.rule_closed.connect(self.close_rule)
        self.aside.turned.connect(self._on_turned)
        for card in self.aside.cards:
            card.chart_actions.wanted.connect(self.chart_wanted)
        self.turn_charts_on("T", self.aside.turn_tables)
        evidence.looked.connect(self._on_looked)
        self.pane.table.assess_requested.connect(self._request_assessment)
        self.pane.table.history_requested.connect(self.aside.turn)
        self.pane.table.steps_requested.connect(self.aside.open_steps)
        self.pane.table.picked.connect(self._on_picked)
        self.pane.table.rated.connect(self._on_rated)
        self.pane.table.stepped.connect(self._on_stepped)
        self.pane.table.edit_requested.connect(self.edit_rating)
        self.pane.details.rate_requested.connect(self.edit_rating)
        self.pane.skill_wanted.connect(self.edit_rating)
        self.pane.editor.saved.connect(self._on_saved)
        self.pane.editor.closed.connect(self._on_editor_closed)
        self.retranslate()

    def _lay_out(self) -> None:
        self._body = SideBySide(self.pane, self.aside, (_TABLE_SHARE, _CHARTS_SHARE))
        contents = QVBoxLayout(self._contents)
        contents.setContentsMargins(0, 0, 0, 0)
        contents.setSpacing(12)
        contents.addWidget(self.header)
        contents.addWidget(self._body, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._contents)
        self._stack.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN + 8, 10, _MARGIN + 8, _MARGIN)
        column.addWidget(self._stack)

    @property
    def role_id(self) -> str:
        """The role compared with, empty where there is nobody to compare."""
        return self._gap.role if self._gap else ""

    @property
    def gap(self) -> Gap | None:
        """The gap shown."""
        return self._gap

    @property
    def is_rule_open(self) -> bool:
        """Whether the readiness is opened into its terms and its rule."""
        return self.aside.is_rule_open

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Gaps")

    def show_role(self, role_id: str) -> None:
        """Compare with another role from now on."""
        self._leave_others()
        if role_id != self.role_id or role_id != self._chosen_role:
            self._chosen_role = role_id
            self.pane.end_editing()
            self._mark_stale()

    def show_skill(self, skill_id: str) -> bool:
        """Pick a skill; return False where the role does not ask for it."""
        self.refresh_if_stale()
        return self.pane.table.pick(skill_id)

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        texts = self.workspace.texts
        self._nobody.setText(
            texts.tr("Nobody is chosen yet. Choose or add a person at the top left.")
        )
        self.header.retranslate(texts)
        self.pane.retranslate(texts)
        self.aside.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.header.apply_theme(theme)
        self.aside.apply_theme(theme)
        self.pane.editor.evidence.dress()
        self.plan.apply_theme(theme)
        super().apply_theme(theme)
        self._body.arrange(self.width(), self.theme.text_factor)

    def focus_first(self) -> None:
        """Put the focus into the table."""
        self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the table."""
        if self._gap is not None:
            self.pane.focus_filter()

    def on_paper(self) -> tuple[What | Literal[""], str]:
        """Return the report of the gap shown."""
        return ("gap", self.role_id) if self.role_id else ("", "")

    def state(self) -> dict[str, object]:
        """Return widths, order, heights and what stands beside them, for the next start."""
        steps = self.aside.steps.counted
        return {**self.pane.state(), "aside": self.aside.shown, "steps": steps}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take back what `state` returned."""
        self.pane.restore_state(state)
        self.aside.steps.count_for(str(state.get("steps")))
        self.aside.turn_to(str(state.get("aside")))

    def refresh(self) -> None:
        """Read and show the gap again."""
        self._leave_others()
        person, graph = self.workspace.seen_person, self.workspace.graph
        if person is None or graph is None or not graph.catalogue.roles:
            self._gap = None
            self._stack.setCurrentWidget(self._nobody)
            return
        self._stack.setCurrentWidget(self._contents)
        gaps = self.workspace.gaps()
        if not graph.catalogue.has_role(self._chosen_role):
            self._chosen_role = ""
        role = self._chosen_role or first_role_to_open(graph, person, gaps)
        if role not in gaps:
            role = graph.catalogue.roles[0].id
        self._gap = gap = gaps[role]
        present = person.position_on(gap.as_of).role
        self.header.show_gap(
            graph,
            gap,
            present=present,
            target=person.target,
            colour=self._colour(),
            wish=person.wish_for(role, gap.as_of),
        )
        imagines = self.workspace.what_if is not None
        self.header.show_imagined(imagines)
        self.pane.show_imagined(imagines)
        self._show_table(gap, graph.catalogue)
        self._show_aside()
        if self.pane.is_editing:
            self.edit_rating(self.pane.editor.skill)
        self.plan.show_again()

    def edit_rating(self, skill_id: str) -> None:
        """Open the editor for a skill, filled with the rating that counts."""
        catalogue = self.workspace.catalogue
        if self._gap is None or catalogue is None or not catalogue.has_skill(skill_id):
            self._on_editor_closed()
            return
        was_editing = self.pane.is_editing
        self.pane.editor.show_skill(
            catalogue.skill(skill_id),
            catalogue.scale,
            self.workspace.texts,
            first_draft(self.workspace, self._gap, skill_id),
            self.workspace.today(),
            imagines=self.workspace.what_if is not None,
        )
        if not was_editing:
            self.pane.begin_editing()
            self._body.bring_into_sight(self.pane.editor, self.pane.editor.save_button)

    def close_rule(self) -> None:
        """Show the charts again."""
        self._open_rule(False)
        self.header.rule_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_rule(self) -> None:
        self._open_rule(not self.is_rule_open)

    def _open_rule(self, is_open: bool) -> None:
        self._body.share(_RULE_SHARE if is_open else _CHARTS_SHARE)
        self.header.rule_button.setChecked(is_open)
        self.aside.open_rule(is_open)
        if is_open:
            self._body.bring_into_sight(self.aside)
            self.rule.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_aside(self) -> None:
        person, graph = self.workspace.person, self.workspace.graph
        if self._gap is None or person is None or graph is None:
            return
        self.aside.show_gap(
            GapView(
                gap=self._gap,
                graph=graph,
                person=person,
                ratings=self.workspace.ratings(),
                texts=self.workspace.texts,
                theme=self.theme,
                track=self._track(),
                months=self.workspace.stale_months,
                skill=self.pane.table.picked_skill,
            )
        )

    def _show_table(self, gap: Gap, catalogue: Catalogue) -> None:
        texts = self.workspace.texts
        shown = {skill.skill for skill in gap.skills}
        not_applicable = [
            (required.skill, texts.pick(catalogue.skill(required.skill).name))
            for required in catalogue.role(gap.role).requires
            if required.skill not in shown
        ]
        ordered_for = (gap.catalogue, gap.person, gap.role, gap.basis, texts.language)
        holds_order, self._ordered_for = ordered_for == self._ordered_for, ordered_for
        self.pane.show_rows(
            gap_rows(
                gap,
                catalogue,
                texts,
                gap.as_of,
                self.workspace.stale_months,
                self.plan.planned,
            ),
            catalogue.scale,
            theme=self.theme,
            colour=self._colour(),
            hint=hint_words(gap, catalogue, texts),
            note=note_words(gap, catalogue, texts),
            not_applicable=not_applicable,
            may_come=what_may_come(gap, catalogue, texts, gap.as_of),
            holds_order=holds_order,
        )
        self._on_picked(self.pane.table.picked_skill)

    def _track(self) -> int:
        catalogue = self.workspace.catalogue
        if catalogue is None or self._gap is None:
            return 0
        tracks = [track.id for track in catalogue.tracks]
        return tracks.index(catalogue.role(self._gap.role).track)

    def _colour(self) -> str:
        return f"track-{self._track()}"

    def _skill_gap(self, skill_id: str) -> SkillGap | None:
        skills = self._gap.skills if self._gap else ()
        return next((skill for skill in skills if skill.skill == skill_id), None)

    def _on_picked(self, skill_id: str) -> None:
        skill, catalogue = self._skill_gap(skill_id), self.workspace.catalogue
        if skill is None or catalogue is None or self._gap is None:
            self.pane.details.clear()
            return
        self.pane.details.show_skill(
            SkillView(
                gap=skill,
                catalogue=catalogue,
                ratings=self.workspace.ratings(),
                as_of=self._gap.as_of,
                texts=self.workspace.texts,
                theme=self.theme,
                colour=self._colour(),
                months=self.workspace.stale_months,
                imagines=self.workspace.what_if is not None,
            )
        )
        if self.aside.shows_history:
            self._show_aside()
        if self.pane.is_editing and self.pane.editor.skill != skill_id:
            self.edit_rating(skill_id)

    def _on_rated(self, skill_id: str, level: float | None) -> None:
        if self.workspace.what_if is not None:
            imagine_level(self.workspace, skill_id, level)
            return
        by, day = rater_at_work(self.workspace), self.workspace.as_of
        save_rating(self.workspace, Draft(skill=skill_id, level=level, by=by, on=day))

    def _on_stepped(self, skill_id: str, up: bool) -> None:
        if not self.workspace.is_past:
            imagine_step(self.workspace, skill_id, up=up)

    def _on_saved(self, draft: Draft) -> None:
        if self.workspace.what_if is not None:
            imagine_level(self.workspace, draft.skill, draft.level)
            self._on_editor_closed()
        elif save_rating(self.workspace, draft):
            self._on_editor_closed()

    def _on_editor_closed(self) -> None:
        self.pane.end_editing()

    def _on_looked(self) -> None:
        """Say of a file that has gone that it has, as soon as that is known."""
        if self._gap is not None and self.isVisible():
            self._on_picked(self.pane.table.picked_skill)

    def _on_turned(self) -> None:
        self._show_aside()
        if self._body.is_stacked and self.isVisible():
            self._body.bring_into_sight(self.aside)

    def _request_assessment(self) -> None:
        if self._gap is not None and self.workspace.what_if is None:
            self.assess_requested.emit(self._gap.role)

    def _leave_others(self) -> None:
        """Forget what was chosen and begun for somebody else."""
        person = self.workspace.person
        key = (person.catalogue, person.id) if person else None
        if key != self._shown_person:
            self._shown_person = key
            self._chosen_role = ""
            self.pane.end_editing()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the table, in the order of now, so that its keys work at once."""
        super().showEvent(event)
        if not event.spontaneous():
            self.pane.sort_again()
        if self.window().focusWidget() is None:
            self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew at another width."""
        super().resizeEvent(event)
        self._body.arrange(self.width(), self.theme.text_factor)
