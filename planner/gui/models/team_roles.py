"""Who is ready for what: a row a role, with the people who are ready or the nearest one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.core.team.against_roles import Team
from planner.core.team.succession import Succession
from planner.core.text import Texts
from planner.report.team.words import by_eagerness, nearest_words, nobody_words, ready_words

Index = QModelIndex | QPersistentModelIndex
ROLE_ROLE = Qt.ItemDataRole.UserRole
_MOST_PEOPLE = 3
State = Literal["ready", "near", "none"]


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody, or nobody, and how they stand to the role."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role: its name, and a line for each of the first people who are ready or near."""

    id: str
    name: str
    state: State
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """Everything in a line, for those who cannot see it."""
        said = "; ".join(", ".join(part for part in (x.name, x.words) if part) for x in self.lines)
        return f"{self.name}: {said}"


def role_rows(roles: Sequence[Succession], team: Team, texts: Texts) -> tuple[RoleRow, ...]:
    """Return roles somebody is ready for, then those within reach, the nearest first, then others.

    Within each part equals stand in the catalogue's order.
    """

    def place(one: Succession) -> tuple[int, float]:
        if one.ready:
            return 0, 0.0
        return 2 - one.has_successor, -one.nearest.readiness.low if one.nearest else 0.0

    return tuple(_row(one, team, texts) for one in sorted(roles, key=place))


def _row(one: Succession, team: Team, texts: Texts) -> RoleRow:
    name = texts.pick(team.catalogue.role(one.role).name)
    if one.ready:
        people = by_eagerness(one.ready, one.role, team.as_of)
        lines = [
            Line(person.name, ready_words(person, one.role, team.as_of, texts))
            for person in people[:_MOST_PEOPLE]
        ]
        if more := len(people) - len(lines):
            lines.append(Line("", texts.ntr("{count} more ready", "{count} more ready", more)))
        return RoleRow(one.role, name, "ready", tuple(lines))
    if not one.has_successor or one.nearest is None:
        line = Line(nobody_words(one, texts), texts.tr("no successor"))
        return RoleRow(one.role, name, "none", (line,))
    words = nearest_words(one.nearest, one.role, team.as_of, texts)
    return RoleRow(one.role, name, "near", (Line(one.nearest.person.name, words),))


class TeamRolesModel(QAbstractListModel):
    """The roles of the moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RoleRow, ...] = ()

    def show(self, rows: Sequence[RoleRow]) -> None:
        """Show other roles."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @property
    def rows(self) -> tuple[RoleRow, ...]:
        """All rows."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of roles."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, the whole row, or what is read aloud."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROLE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.words if role == Qt.ItemDataRole.AccessibleTextRole else None
