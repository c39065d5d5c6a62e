"""The One-on-one page: prepared, held and closed in three stages, and read again later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from planner.core.career import Career, Meeting
from planner.core.meeting.meetings import closed_before
from planner.core.meeting.one_on_one import OneOnOne
from planner.core.model import Agenda, Catalogue
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.close import CloseStage
from planner.gui.pages.meeting.desk import MeetingDesk
from planner.gui.pages.meeting.empty import MeetingEmpty
from planner.gui.pages.meeting.header import MeetingHeader, Stage
from planner.gui.pages.meeting.hold import HoldStage
from planner.gui.pages.meeting.past import PastStage, PastView
from planner.gui.pages.meeting.prepare import PrepareStage
from planner.gui.pages.meeting.view import MeetingView
from planner.gui.pages.page import Page
from planner.gui.painting import Fonts
from planner.gui.state.shipped_questions import ShippedQuestions
from planner.gui.tasks import Task, Tasks
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import stop_of
from planner.gui.widgets.arrangement.tab_order import tab_as_laid_out
from planner.gui.widgets.inputs.kpi_panel import KpiPanel
from planner.gui.workspace import Workspace
from planner.report.map.words import DOT
from planner.report.meeting.words import agenda_name

if TYPE_CHECKING:
    from planner.report.document import What

_MARGIN = 16


class MeetingPage(Page):
    """Shows the open one-on-one, else the closed ones, else what a one-on-one is.

    `print_requested` when its two pages are to be seen before they are printed, `hiding_changed`
    when private notes were hidden or shown again, `track_choice_requested` for the questionnaire.
    `shipped` reads the templates that come with the planner, in the background; `questions` holds
    the questionnaires that do.
    """

    key = icon = "meeting"
    paper = "meeting"

    print_requested = Signal()
    hiding_changed = Signal()
    track_choice_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        icons: Icons,
        tasks: Tasks,
        shipped: Callable[[], tuple[Agenda, ...]],
        questions: ShippedQuestions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, theme, parent)
        texts = workspace.texts
        self._stage = Stage.PREPARE
        self._is_private_hidden = False
        self._shown_person: tuple[str, str] | None = None
        self._tasks = tasks
        self._shipped = shipped
        self._questions = questions
        self._is_reading = False
        fonts = Fonts()
        self.kpis = KpiPanel(icons, theme, fonts)
        self.desk = MeetingDesk(workspace)
        self.header = MeetingHeader(texts, theme)
        self.empty = MeetingEmpty(icons, theme)
        self.prepare = PrepareStage(self.desk, icons, theme)
        self.hold = HoldStage(self.desk, icons, theme, fonts)
        self.close_stage = CloseStage(self.desk, icons, theme)
        self.past = PastStage(icons, theme)
        self._stack = QStackedWidget()
        for part in (self.empty, self.prepare, self.hold, self.close_stage, self.past):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN + 8, 10, _MARGIN + 8, _MARGIN)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.hold.foot)
        self.hold.put_below(self.kpis)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.kpis.edit_made.connect(self.workspace.do)
        self.kpis.chart_wanted.connect(self.chart_wanted)
        self.turn_charts_on("T", self.kpis.turn)
        self.header.stage_wanted.connect(self.show_stage)
        self.header.hiding_wanted.connect(self.toggle_private)
        self.empty.begun.connect(self._on_begin)
        self.prepare.choice.opened.connect(self.track_choice_requested)
        self._questions.read.connect(self._mark_stale)
        self.header.next_wanted.connect(self._on_begin)
        for part in (self.hold, self.close_stage, self.past):
            part.print_wanted.connect(self.print_requested)
        self.hold.close_wanted.connect(partial(self.show_stage, Stage.CLOSE))
        self.hold.next_day_wanted.connect(self._on_next_day)
        self.close_stage.close_wanted.connect(self._on_close)
        self.past.corrected.connect(self._on_corrected)
        for number, stage in enumerate(Stage, 1):
            keys = QKeySequence(f"Alt+{number}")
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_key, stage))

    @property
    def stage(self) -> Stage:
        """The stage shown; PAST where no one-on-one is open."""
        return self._stage if self.desk.talk is not None else Stage.PAST

    @property
    def is_private_hidden(self) -> bool:
        """Whether private notes are hidden."""
        return self._is_private_hidden

    @property
    def meeting(self) -> Meeting | None:
        """The one-on-one shown, None for none."""
        if self.stage is Stage.PAST:
            return self.past.shown
        return self.desk.talk.meeting if self.desk.talk else None

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("One-on-one")

    def show_stage(self, stage: Stage) -> None:
        """Show another stage; everything that was begun stays."""
        self._flush()
        self._stage = stage
        self.refresh()
        self.focus_first()

    def toggle_private(self) -> None:
        """Hide the private notes, or show them again; that is remembered."""
        self._flush()
        self._is_private_hidden = not self._is_private_hidden
        self._mark_stale()
        self.hiding_changed.emit()

    def focus_first(self) -> None:
        """Put the focus where this stage begins."""
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        """Return where this stage begins."""
        shown = self._stack.currentWidget()
        if shown is self.prepare:
            rows = self.prepare.agenda.rows
            return stop_of(rows[0]) if rows else self.prepare.point_line.words
        if shown is self.hold:
            return self.hold.shared.edit
        if shown is self.close_stage:
            return self.close_stage.day
        return self.past.list if shown is self.past else self.empty.button

    def _parts(
        self,
    ) -> tuple[
        MeetingHeader | MeetingEmpty | PrepareStage | HoldStage | CloseStage | PastStage, ...
    ]:
        stages = (self.prepare, self.hold, self.close_stage, self.past)
        return (self.header, self.empty, *stages)

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        texts = self.workspace.texts
        self._flush()
        for part in self._parts():
            part.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.kpis.apply_theme(theme)
        for part in self._parts():
            part.apply_theme(theme)
        super().apply_theme(theme)

    def focus_filter(self) -> None:
        """Search the closed ones."""
        career = self.desk.career
        if career is not None and closed_before(career.meetings, None) is not None:
            if self.stage is not Stage.PAST:
                self.show_stage(Stage.PAST)
            self.past.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.past.field.selectAll()

    def on_paper(self) -> tuple[What | Literal[""], str]:
        """Return the one-on-one shown."""
        self._flush()
        return (self.paper, self.meeting.id) if self.meeting else ("", "")

    def state(self) -> dict[str, object]:
        """Return whether private notes are hidden, and the days chosen for open one-on-ones."""
        return {"private_hidden": self._is_private_hidden, "days": dict(self.desk.days())}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take back what `state` returned; whatever is none counts as missing."""
        self._is_private_hidden = state.get("private_hidden") is True
        days = state.get("days")
        if isinstance(days, dict):
            self.desk.remember_days({str(key): str(day) for key, day in days.items()})

    def refresh(self) -> None:
        """Read and show everything again."""
        # What was written belongs to the one-on-one that was read last.
        self._flush()
        self.desk.read()
        self._read_shipped()
        self._leave_others()
        self._show()
        self.hold.foot.setVisible(self._stack.currentWidget() is self.hold)
        self._drop_private()
        tab_as_laid_out(self)

    def _read_shipped(self) -> None:
        """Read the templates that come with the planner where the catalogue has none."""
        if self.desk.lacks_agendas and not self._is_reading:
            self._is_reading = True
            self._tasks.run(self._read, self._on_read, self.workspace.failed.emit)

    def _read(self, _task: Task) -> tuple[Agenda, ...]:
        return self._shipped()

    def _on_read(self, agendas: tuple[Agenda, ...]) -> None:
        self.desk.shipped = agendas
        self._mark_stale()

    def _flush(self) -> None:
        """Save what was written in any of the notes."""
        self.hold.flush()
        self.prepare.private.flush()

    def _drop_private(self) -> None:
        """Keep private notes nowhere but where they are shown."""
        shown = self._stack.currentWidget()
        for stage, box in ((self.prepare, self.prepare.private), (self.hold, self.hold.private)):
            if shown is not stage:
                box.show_text("", is_hidden=self._is_private_hidden)
        if shown is not self.past:
            self.past.record.drop_private()

    def _show(self) -> None:
        career, catalogue = self.desk.career, self.workspace.catalogue
        has_closed = career is not None and closed_before(career.meetings, None) is not None
        self._show_header(career)
        if career is None or catalogue is None or not (self.desk.talk or has_closed):
            self.empty.show_state(self.workspace)
            self._stack.setCurrentWidget(self.empty)
            return
        if self._stage is Stage.PAST and not has_closed:
            self._stage = Stage.PREPARE
        if self.stage is Stage.PAST:
            self._show_past(career, catalogue)
        else:
            self._show_open(career, catalogue)

    def _show_open(self, career: Career, catalogue: Catalogue) -> None:
        talk, texts = self.desk.talk, self.workspace.texts
        assert talk is not None, "only an open one-on-one has stages"
        tracks = [track.id for track in catalogue.tracks]
        view = MeetingView(
            talk=talk,
            career=career,
            catalogue=catalogue,
            agendas=self.desk.agendas(),
            texts=texts,
            theme=self.theme,
            colour=f"track-{tracks.index(catalogue.role(talk.role).track)}",
            is_private_hidden=self._is_private_hidden,
            questionnaires=self._questions.beside(catalogue),
        )
        stages: dict[Stage, PrepareStage | HoldStage | CloseStage] = {
            Stage.PREPARE: self.prepare,
            Stage.HOLD: self.hold,
            Stage.CLOSE: self.close_stage,
        }
        shown = stages[self.stage]
        shown.show_view(view)
        if self.stage is Stage.HOLD:
            self.kpis.show_career(career, catalogue, texts, self.workspace.today())
        self._stack.setCurrentWidget(shown)

    def _show_past(self, career: Career, catalogue: Catalogue) -> None:
        workspace = self.workspace
        view = PastView(
            career=career,
            catalogue=catalogue,
            agendas=self.desk.agendas(),
            texts=workspace.texts,
            theme=self.theme,
            day=workspace.as_of,
            is_private_hidden=self._is_private_hidden,
            can_correct=not workspace.is_past,
        )
        self.past.show_view(view)
        self._stack.setCurrentWidget(self.past)

    def _show_header(self, career: Career | None) -> None:
        talk, texts = self.desk.talk, self.workspace.texts
        closed = sum(meeting.is_closed for meeting in career.meetings) if career else 0
        parts: list[str] = []
        if talk is not None and self.stage is not Stage.PAST:
            parts.append(self._day_words(talk))
            parts.append(agenda_name(talk.meeting, self.desk.agendas(), texts))
            if talk.last is not None:
                parts.append(texts.tr("last met {day}", day=texts.date(talk.last.on)))
        elif self.workspace.is_past:
            day = texts.date(self.workspace.as_of)
            parts.append(texts.tr("as of {day}, to be read only", day=day))
        self.header.show_state(
            self.stage,
            DOT.join(part for part in parts if part),
            texts,
            has_open=talk is not None,
            closed=closed,
            is_hidden=self._is_private_hidden,
            can_begin=talk is None and closed > 0 and not self.workspace.is_past,
        )

    def _day_words(self, talk: OneOnOne) -> str:
        """Return the day it is held; while it is prepared, the one fixed last time if to come."""
        texts, fixed = self.workspace.texts, talk.last.next_on if talk.last else None
        if self.stage is Stage.PREPARE and fixed is not None and fixed > talk.day:
            return texts.tr("planned for {day}", day=texts.date(fixed))
        return texts.date(talk.day)

    def _on_key(self, stage: Stage) -> None:
        career = self.desk.career
        if stage is Stage.PAST and (career is None or closed_before(career.meetings, None) is None):
            return
        if self.desk.talk is not None:
            self.show_stage(stage)

    def _on_begin(self) -> None:
        agendas = self.desk.agendas()
        career = self.desk.career
        last = closed_before(career.meetings, None) if career else None
        known = [agenda.id for agenda in agendas]
        # The template of last time, else the first there is.
        wanted = last.agenda if last is not None and last.agenda in known else ""
        self._stage = Stage.PREPARE
        if self.desk.begin(wanted or (known[0] if known else "")):
            self.focus_first()

    def _on_close(self) -> None:
        meeting = self.desk.talk.meeting if self.desk.talk else None
        self._flush()
        faults = self.desk.close()
        self.close_stage.show_faults(faults)
        if meeting is not None and not faults:
            self.past.choose(meeting.id)
            self.focus_first()

    def _on_corrected(self, meeting: Meeting, text: str) -> None:
        self.past.show_fault(self.desk.correct(meeting, text))

    def _on_next_day(self) -> None:
        self.show_stage(Stage.CLOSE)
        self.close_stage.focus_next_day()

    def _leave_others(self) -> None:
        """Forget what was chosen and begun with somebody else."""
        person = self.workspace.person
        key = (person.catalogue, person.id) if person else None
        if key != self._shown_person:
            self._shown_person = key
            self._stage = Stage.PREPARE
            self.prepare.changes.forget()
            self.hold.forget()
            self.past.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the stage begins, so that its keys work at once."""
        super().showEvent(event)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.focus_first()
