"""What a person keeps of their career beside the ratings: actions, one-on-ones, results."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from planner.core.model import PracticeKind
from planner.core.people import Person, Rating
from planner.core.text import Text

# A year, half a year, a quarter or a month, such as 2026, 2026-H1, 2026-Q3 or 2026-09.
_PERIOD = re.compile(r"([0-9]{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?")


class Owner(StrEnum):
    """Who does an action, or brought something up: the person or the manager."""

    EMPLOYEE = "employee"
    MANAGER = "manager"


class ActionState(StrEnum):
    """How far an action is."""

    PLANNED = "planned"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do for a person's development, or a promise made in a one-on-one.

    `from_level` and `to_level` are the step in `skill` that it serves, all None for a free one;
    `kind` is None where it is not for learning. `hours` None stands for the effort of the step.
    `meeting` names the one-on-one in which it was promised.
    """

    id: str
    title: str
    made: date
    kind: PracticeKind | None = None
    skill: str | None = None
    from_level: float | None = None
    to_level: float | None = None
    start: date | None = None
    due: date | None = None
    hours: float | None = None
    owner: Owner = Owner.EMPLOYEE
    state: ActionState = ActionState.PLANNED
    finished: date | None = None
    meeting: str | None = None
    notes: str = ""
    evidence: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in (ActionState.PLANNED, ActionState.DOING)

    def is_overdue(self, day: date) -> bool:
        """Whether it is still to be done on `day`, after the day it was due."""
        return self.is_open and self.due is not None and self.due < day


class Origin(StrEnum):
    """Where a point of an agenda comes from."""

    TEMPLATE = "template"
    CARRIED = "carried"
    EMPLOYEE = "employee"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A point to talk about; `origin` says whose it is, or that it was left open last time."""

    text: Text
    done: bool = False
    origin: Origin = Origin.TEMPLATE


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLevel:
    """A skill's level as it was agreed in a one-on-one; None means not applicable."""

    skill: str
    level: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An action as it was promised in a one-on-one, whatever becomes of it later."""

    action: str
    title: str
    owner: Owner
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was found wrong in the record of a closed one-on-one, and when."""

    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A one-on-one: prepared and held while `closed` is None, a fixed record from that day on.

    `agenda` names the template that it began with. `private` is the manager's and is never
    printed. `agreed`, `promised` and `target`, the role aimed for, are filled in when it is closed;
    after that only `corrections` grows. `next_on` is the day of the next one.
    """

    id: str
    on: date
    agenda: str = ""
    items: tuple[AgendaItem, ...] = ()
    shared: str = ""
    # No log and no report of a fault may show it.
    private: str = field(default="", repr=False)
    closed: date | None = None
    next_on: date | None = None
    agreed: tuple[AgreedLevel, ...] = ()
    promised: tuple[Promise, ...] = ()
    corrections: tuple[Correction, ...] = ()
    target: str | None = None

    @property
    def is_closed(self) -> bool:
        """Whether it is a record that no longer changes."""
        return self.closed is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiResult:
    """How far a KPI of a role was reached in a period, in per cent of its goal (100 is all).

    `period` is a year, half, quarter or month, such as `2026-Q3`; `on` the day it was entered.
    """

    role: str
    kpi: str
    period: str
    reached: float
    on: date
    note: str = ""

    @property
    def id(self) -> str:
        """The name of the result within its person's: each KPI has one a period."""
        return f"{self.role}/{self.kpi}/{self.period}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackChoice:
    """The answers that somebody gave to a questionnaire: pairs of question and answer, by id.

    `on` is the day of the last answer. It is the person's own until it `is_shared`: only then it
    is shown in a one-on-one and printed with its pages.
    """

    id: str
    questionnaire: str
    on: date
    # No log and no report of a fault may show them.
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)
    is_shared: bool = False

    def answer_to(self, question: str) -> str | None:
        """Return the id of the answer to a question, None where it was left open."""
        return dict(self.answers).get(question)


def period_start(period: str) -> date | None:
    """Return the first day of a period, None where it is not written as one."""
    found = _PERIOD.fullmatch(period)
    if found is None or int(found[1]) == 0:
        return None
    year, half, quarter, month = found.groups()
    first = 1
    if half:
        first = 6 * int(half) - 5
    elif quarter:
        first = 3 * int(quarter) - 2
    elif month:
        first = int(month)
    return date(int(year), first, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """Everything that is kept about one person.

    Ratings by day and entry, actions by the day they were made, meetings by day, results by period,
    choices by day.
    """

    person: Person
    ratings: tuple[Rating, ...] = ()
    actions: tuple[Action, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    kpi_results: tuple[KpiResult, ...] = ()
    track_choices: tuple[TrackChoice, ...] = ()

    @property
    def action_ids(self) -> frozenset[str]:
        """Return the ids that a new action must not bear: a record keeps those promised in it."""
        promised = (promise.action for meeting in self.meetings for promise in meeting.promised)
        return frozenset((*(action.id for action in self.actions), *promised))
