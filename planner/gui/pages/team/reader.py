"""Reads a team off the GUI thread: first who is in it, then the levels, block by block."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from planner.core.errors import PlannerError
from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.people import MONTHS_UNTIL_STALE
from planner.core.team.against_roles import Team
from planner.core.team.figures import Comparison, TeamFigures, team_figures
from planner.core.team.levels import Flags, TeamLevels, joined, levels_in
from planner.core.text import Texts
from planner.gui.models.team_roles import RoleRow, role_rows
from planner.gui.models.team_roster import Roster, roster
from planner.gui.tasks import Task, Tasks
from planner.store.store import Store

# From so many cells on, reading takes long enough to be seen and stopped.
_MANY_CELLS = 40_000
# What the levels take of the whole work.
_LEVELS_SHARE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wanted:
    """Which team is read, from where, and in which words; `role` is what it is compared with."""

    store: Store
    graph: PromotionGraph
    basis: Basis
    as_of: date
    texts: Texts
    role: str | None = None
    months: int = MONTHS_UNTIL_STALE

    def reads_as(self, other: Wanted | None) -> bool:
        """Whether the same people and ratings are read, whatever the words and the role."""
        return other is not None and (
            self.store is other.store
            and self.graph is other.graph
            and (self.basis, self.as_of, self.months) == (other.basis, other.as_of, other.months)
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TeamRead:
    """A team that has been read and compared, in the words of one language."""

    wanted: Wanted
    roster: Roster
    figures: TeamFigures
    comparison: Comparison
    roles: tuple[RoleRow, ...]
    stale: Flags

    @property
    def levels(self) -> TeamLevels:
        """The levels of everybody."""
        return self.figures.team.levels


class TeamReader(QObject):
    """Reads one team at a time; what is begun anew drops what was under way.

    `begun` (Wanted, Roster) when it is known who is in a large team, `part_read` (Wanted,
    TeamLevels) after each block of it, then `done` (TeamRead); `stopped` where the person stopped
    it, `failed` (PlannerError) where it could not be read.
    """

    begun = Signal(object, object)
    part_read = Signal(object, object)
    done = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        tasks.ended.connect(self._on_ended)

    @property
    def is_reading(self) -> bool:
        """Whether a team is being read."""
        return self._task is not None

    def read(
        self, wanted: Wanted, known: TeamLevels | None = None, changed: Collection[str] = ()
    ) -> None:
        """Read a team; levels that are `known` are read again only of those who have `changed`."""
        self.drop()

        def work(_task: Task) -> Roster:
            people = wanted.store.people(wanted.graph.catalogue.id)
            return roster(people, wanted.graph.catalogue, wanted.as_of, wanted.texts)

        def on_done(found: Roster) -> None:
            self._read_levels(wanted, found, known, frozenset(changed))

        self._task = self._tasks.run(work, on_done, self._on_failed)

    def compare(self, read: TeamRead, wanted: Wanted) -> None:
        """Compare a team that has been read with another role, or word it anew."""
        self.drop()

        def work(_task: Task) -> TeamRead:
            team, found, roles = read.figures.team, read.roster, read.roles
            if wanted.texts is not read.wanted.texts:
                found = roster(team.people, team.catalogue, wanted.as_of, wanted.texts)
                roles = role_rows(read.figures.roles, team, wanted.texts)
            return replace(
                read,
                wanted=wanted,
                roster=found,
                comparison=read.figures.against(wanted.role),
                roles=roles,
            )

        self._task = self._tasks.run(work, self._on_done, self._on_failed)

    def drop(self) -> None:
        """Read no further."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _read_levels(
        self, wanted: Wanted, found: Roster, known: TeamLevels | None, changed: frozenset[str]
    ) -> None:
        old = set(known.people) if known is not None else set()
        ids = found.ids
        order = (ids[place] for place in found.by_name())
        to_read = [person for person in order if person not in old or person in changed]
        is_large = len(to_read) * len(wanted.graph.catalogue.skills) >= _MANY_CELLS
        kept = known.of([one for one in ids if one in old]) if known is not None else None

        def work(task: Task) -> TeamRead | None:
            parts = self._parts(task, wanted, to_read, found if is_large else None)
            if kept is not None:
                parts.insert(0, kept)
            return _compared(task, wanted, found, parts)

        label = wanted.texts.tr("Reading the team…") if is_large else ""
        self._task = self._tasks.run(work, self._on_done, self._on_failed, label=label)

    def _parts(
        self, task: Task, wanted: Wanted, people: list[str], shown: Roster | None
    ) -> list[TeamLevels]:
        """Read levels within the task, and tell of each block of a team that is `shown` meanwhile.

        Names are shown with the first levels, which takes hardly longer than the names alone.
        """
        catalogue = wanted.graph.catalogue
        skills = [skill.id for skill in catalogue.skills]
        parts: list[TeamLevels] = []
        count = 0
        blocks = wanted.store.levels(
            catalogue.id, people, skills, basis=wanted.basis, as_of=wanted.as_of
        )
        with closing(blocks):
            for block in blocks:
                if task.is_cancelled():
                    break
                part = levels_in(block, skills)
                parts.append(part)
                count += len(part.people)
                task.report(_LEVELS_SHARE * count / len(people))
                if shown is not None:
                    if len(parts) == 1:
                        self.begun.emit(wanted, shown)
                    self.part_read.emit(wanted, part)
        return parts

    def _on_done(self, read: TeamRead | None) -> None:
        self._task = None
        if read is not None:
            self.done.emit(read)

    def _on_failed(self, error: PlannerError) -> None:
        self._task = None
        self.failed.emit(error)

    def _on_ended(self, task: Task) -> None:
        # Dropped by us it would not be ours any more: so the person stopped it.
        if task is self._task and task.is_cancelled():
            self._task = None
            self.stopped.emit()


def _compared(
    task: Task, wanted: Wanted, found: Roster, parts: list[TeamLevels]
) -> TeamRead | None:
    """Return the whole team with its figures, None where nobody wants them any more."""
    catalogue = wanted.graph.catalogue
    levels = joined(found.ids, [skill.id for skill in catalogue.skills], parts)
    team = Team(
        graph=wanted.graph,
        people=found.people,
        levels=levels,
        basis=wanted.basis,
        as_of=wanted.as_of,
        months=wanted.months,
    )
    figures = team_figures(team, lambda: not task.is_cancelled())
    if task.is_cancelled():
        return None
    role = wanted.role if wanted.role and catalogue.has_role(wanted.role) else None
    return TeamRead(
        wanted=wanted,
        roster=found,
        figures=figures,
        comparison=figures.against(role),
        roles=role_rows(figures.roles, team, wanted.texts),
        stale=levels.is_stale(wanted.as_of, wanted.months),
    )
