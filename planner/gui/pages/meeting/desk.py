"""What is done on the One-on-one page, made into edits of the workspace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from planner.core.career import Action, ActionState, Career, Meeting, Owner
from planner.core.edits import Edit
from planner.core.errors import PlannerError
from planner.core.gaps import Basis, first_role_to_open, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.keeping.career_edits import (
    change_action,
    correct_meeting,
    in_state,
    meeting_faults,
    remove_meeting,
)
from planner.core.meeting.edits import (
    add_point,
    agree_level,
    begin_meeting,
    choose_agenda,
    close_held,
    correction_fault,
    hold_on,
    move_point,
    plan_next,
    point_fault,
    promise,
    promise_faults,
    promise_of,
    remove_point,
    tick_point,
    write_private,
    write_shared,
)
from planner.core.meeting.meetings import career_as_of, open_meeting
from planner.core.meeting.one_on_one import OneOnOne, one_on_one
from planner.core.model import Agenda
from planner.core.text import Message
from planner.gui.workspace import Workspace

Notes = Literal["shared", "private"]
# So many days chosen by hand are remembered for one-on-ones that are still open.
_MOST_DAYS = 50


class MeetingDesk:
    """Holds the one-on-one at hand as it was last read, and makes every change to it.

    `career` is as of the day looked at; `talk` is None where no one-on-one is open.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        # The templates that come with the planner, once they are read.
        self.shipped: tuple[Agenda, ...] | None = None
        self._store = workspace.store
        # The days on which one-on-ones that are not closed were held.
        self._days: dict[str, str] = {}
        self.career: Career | None = None
        self.graph: PromotionGraph | None = None
        self.role = ""
        self.talk: OneOnOne | None = None

    @property
    def today(self) -> date:
        """The present day."""
        return self._workspace.today()

    def read(self) -> None:
        """Read everything again."""
        workspace = self._workspace
        self.career, self.talk, self.role = None, None, ""
        self._store, self.graph = workspace.store, workspace.graph
        if workspace.person is None or self.graph is None or not self.graph.catalogue.roles:
            return
        career = workspace.career()
        if workspace.is_past:
            career = career_as_of(career, workspace.as_of)
        self.career = career
        self.role = self._role_compared(self.graph, career)
        meeting = open_meeting(career.meetings)
        if meeting is not None:
            self.talk = one_on_one(
                self.graph,
                career,
                meeting,
                role=self.role,
                today=workspace.today(),
                is_day_chosen=self._days.get(self._key(meeting)) == meeting.on.isoformat(),
            )

    def agendas(self) -> tuple[Agenda, ...]:
        """Return the templates of the catalogue, else those that come with the planner."""
        catalogue = self._workspace.catalogue
        return (catalogue.head.agendas if catalogue else ()) or self.shipped or ()

    @property
    def lacks_agendas(self) -> bool:
        """Whether the catalogue has no templates, and those of the planner are not read yet."""
        catalogue = self._workspace.catalogue
        return catalogue is not None and not catalogue.head.agendas and self.shipped is None

    def days(self) -> Mapping[str, str]:
        """Return the days chosen for open one-on-ones, to be remembered."""
        return self._days

    def remember_days(self, days: Mapping[str, str]) -> None:
        """Take up the days that were remembered."""
        self._days = dict(days)

    # before it

    def begin(self, agenda: str) -> bool:
        """Begin to prepare a one-on-one from a template."""
        if self.career is None:
            return False
        edit = begin_meeting(self.career, self._agenda(agenda), self._workspace.today())
        return self._workspace.do(edit)

    def remove(self) -> None:
        """Give up the one-on-one that is being prepared."""
        if self.career is not None and self.talk is not None:
            edit = remove_meeting(self.career.person, self.talk.meeting, self.career.actions)
            self._workspace.do(edit)

    def choose_agenda(self, agenda: str) -> None:
        """Take another template."""
        if self.career is not None and self.talk is not None:
            chosen = self._agenda(agenda)
            self._workspace.do(choose_agenda(self.career, self.talk.meeting, chosen))

    def add_point(self, text: str, by: Owner) -> Message | None:
        """Put a point on the agenda; return what is wrong with it."""
        fault = point_fault(text)
        if fault is None:
            self._on_meeting(lambda person, meeting: add_point(person, meeting, text, by))
        return fault

    def tick_point(self, place: int, is_done: bool) -> None:
        """Tick a point off, or open it again."""
        self._on_meeting(
            lambda person, meeting: tick_point(person, meeting, place, is_done=is_done)
        )

    def move_point(self, place: int, to: int) -> None:
        """Move a point."""
        self._on_meeting(lambda person, meeting: move_point(person, meeting, place, to))

    def remove_point(self, place: int) -> None:
        """Take a point off the agenda."""
        self._on_meeting(lambda person, meeting: remove_point(person, meeting, place))

    # in it

    def write(self, notes: Notes, text: str) -> None:
        """Set down notes that were written; they belong to the one-on-one that was last read.

        That one is read afresh, as others may have changed by now: words are never lost to that.
        """
        if self.talk is None or self.career is None or self._store is not self._workspace.store:
            return
        person = self.career.person
        try:
            career = self._store.career(person.catalogue, person.id)
        except KeyError:
            return
        wanted = self.talk.meeting.id
        meeting = next((one for one in career.meetings if one.id == wanted), None)
        if meeting is not None and not meeting.is_closed and getattr(meeting, notes) != text:
            write = {"shared": write_shared, "private": write_private}[notes]
            self._workspace.do(write(career.person, meeting, text))

    def agree(self, skill: str, level: float | None) -> bool:
        """Agree a level of a skill; one that is agreed already changes nothing."""
        talk, career, graph = self.talk, self.career, self.graph
        if talk is None or career is None or graph is None:
            return False
        row = next((row for row in talk.rows if row.skill == skill), None)
        if row is not None and row.agreed is not None and row.agreed.level == level:
            return True
        workspace = self._workspace
        try:
            edit = agree_level(
                career,
                talk.meeting,
                graph.catalogue,
                skill=skill,
                level=level,
                day=talk.day,
                entry=self._next_entry(),
                today=workspace.today(),
            )
        except PlannerError as error:
            workspace.failed.emit(error)
            return False
        self._choose_day(talk.meeting, talk.day)
        return workspace.do(edit)

    def promise(self, title: str, owner: Owner, due: date | None) -> dict[str, Message]:
        """Add a promise to the plan; return what is wrong with it, by field."""
        talk, career, graph = self.talk, self.career, self.graph
        if talk is None or career is None or graph is None:
            return {}
        action = promise_of(career, talk.meeting, title, owner, due, talk.day)
        faults = promise_faults(action, graph.catalogue, self._workspace.today())
        if not faults:
            self._choose_day(talk.meeting, talk.day)
            self._workspace.do(promise(career, talk.meeting, action, talk.day, self._next_entry()))
        return faults

    def finish(self, action_id: str, is_done: bool) -> None:
        """Say that an action is done, or that it is not after all."""
        career = self.career
        action = self._action(action_id)
        if career is None or action is None:
            return
        state = ActionState.DONE if is_done else ActionState.PLANNED
        after = in_state(action, state, self._workspace.today())
        self._workspace.do(change_action(career.person, action, after))

    # at its end

    def set_day(self, day: date) -> Message | None:
        """Set the day on which it is held; return what is wrong with it."""
        if self.talk is None or self.career is None:
            return None
        meeting = self.talk.meeting
        today = self._workspace.today()
        fault = meeting_faults(replace(meeting, on=day, next_on=None), today).get("on")
        if fault is None and day != self.talk.day:
            edit = hold_on(self.career, meeting, day, self._next_entry())
            self._choose_day(meeting, day)
            self._workspace.do(edit)
        return fault

    def set_next(self, day: date | None) -> Message | None:
        """Fix the day of the next one, or leave it open; return what is wrong with it."""
        if self.talk is None:
            return None
        meeting = replace(self.talk.meeting, on=self.talk.day, next_on=day)
        fault = meeting_faults(meeting, self._workspace.today()).get("next_on")
        if fault is None and day != self.talk.meeting.next_on:
            self._on_meeting(lambda person, open_one: plan_next(person, open_one, day))
        return fault

    def close(self) -> dict[str, Message]:
        """Close it; return what is wrong with it, by field, and then leave it open."""
        talk, career = self.talk, self.career
        if talk is None or career is None:
            return {}
        today = self._workspace.today()
        faults = meeting_faults(replace(talk.meeting, on=talk.day), today)
        if not faults:
            self._workspace.do(
                close_held(career, talk.meeting, talk.day, today, self._next_entry())
            )
        return faults

    def correct(self, meeting: Meeting, text: str) -> Message | None:
        """Add a correction to a record; return what is wrong with it."""
        fault = correction_fault(text)
        if fault is None and self.career is not None:
            today = self._workspace.today()
            self._workspace.do(correct_meeting(self.career.person, meeting, text.strip(), today))
        return fault

    def _next_entry(self) -> int:
        return self._workspace.store.next_entry()

    def _on_meeting(self, edit_of: Callable[..., Edit]) -> None:
        if self.career is not None and self.talk is not None:
            self._workspace.do(edit_of(self.career.person, self.talk.meeting))

    def _action(self, action_id: str) -> Action | None:
        actions = self.career.actions if self.career else ()
        return next((action for action in actions if action.id == action_id), None)

    def _agenda(self, agenda_id: str) -> Agenda | None:
        return next((agenda for agenda in self.agendas() if agenda.id == agenda_id), None)

    def _role_compared(self, graph: PromotionGraph, career: Career) -> str:
        workspace = self._workspace
        gaps = workspace.gaps()
        # A one-on-one is about what is so.
        if workspace.basis is not Basis.AGREED or workspace.what_if is not None:
            gaps = gaps_to_every_role(
                graph,
                career.person,
                career.ratings,
                basis=Basis.AGREED,
                as_of=workspace.as_of,
            )
        return first_role_to_open(graph, career.person, gaps)

    def _key(self, meeting: Meeting) -> str:
        person = self.career.person if self.career else None
        return f"{person.catalogue}/{person.id}/{meeting.id}" if person else ""

    def _choose_day(self, meeting: Meeting, day: date) -> None:
        key = self._key(meeting)
        self._days.pop(key, None)
        self._days[key] = day.isoformat()
        for oldest in list(self._days)[:-_MOST_DAYS]:
            del self._days[oldest]
