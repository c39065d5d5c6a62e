"""The map as a table: a row a role, for those who cannot use a picture and for sorting."""

from __future__ import annotations

import html
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from planner.core.graph import PromotionGraph
from planner.core.model import Move, Role
from planner.core.searching import has_words, in_both_languages, words_of
from planner.core.text import Texts
from planner.report.map.state import MapState, Relation, RoleState
from planner.report.map.wish_words import stance_words
from planner.report.map.words import (
    DOT,
    essentials_words,
    move_words,
    readiness_words,
    relation_words,
)

Index = QModelIndex | QPersistentModelIndex
ROLE_ID = Qt.ItemDataRole.UserRole
SORT_VALUE = Qt.ItemDataRole.UserRole + 1
_RELATIONS = tuple(Relation)


class MapColumn(IntEnum):
    """The columns, from left to right."""

    ROLE = 0
    TRACK = 1
    RANK = 2
    READINESS = 3
    OPEN = 4
    RELATION = 5
    MOVES_OUT = 6
    MOVES_IN = 7


class MapTable(QAbstractTableModel):
    """The roles that the map shows, in the words of one language; it holds no rule."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._graph: PromotionGraph | None = None
        self._state = MapState(roles={})
        self._texts: Texts | None = None
        self._roles: tuple[Role, ...] = ()
        self._ranks: dict[int, str] = {}
        self._tracks: dict[str, tuple[int, str]] = {}

    def show(
        self, graph: PromotionGraph, roles: Sequence[Role], state: MapState, texts: Texts
    ) -> None:
        """Show other roles, or the same in another state or language."""
        head = graph.catalogue.head
        same = [role.id for role in roles] == [role.id for role in self._roles]
        if not same:
            self.beginResetModel()
        self._graph, self._state, self._texts = graph, state, texts
        self._roles = tuple(roles)
        self._ranks = {rank.rank: texts.pick(rank.name) for rank in head.ranks}
        self._tracks = {
            track.id: (number, texts.pick(track.name)) for number, track in enumerate(head.tracks)
        }
        if not same:
            self.endResetModel()
        elif roles:
            last = self.index(len(roles) - 1, len(MapColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(MapColumn) - 1)

    def role_at(self, row: int) -> Role:
        """Return the role of a row."""
        return self._roles[row]

    def row_of(self, role: str) -> int:
        """Return the row of a role, -1 where it is not shown."""
        return next((row for row, shown in enumerate(self._roles) if shown.id == role), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of roles."""
        return 0 if parent is not None and parent.isValid() else len(self._roles)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(MapColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading."""
        texts = self._texts
        if role == Qt.ItemDataRole.TextAlignmentRole:
            below = Qt.AlignmentFlag.AlignBottom.value | Qt.TextFlag.TextWordWrap.value
            return _side(section) | below
        if (
            texts is None
            or orientation is not Qt.Orientation.Horizontal
            or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        ):
            return None
        return {
            MapColumn.ROLE: texts.tr("Role"),
            MapColumn.TRACK: texts.tr("Track"),
            MapColumn.RANK: texts.tr("Rank"),
            MapColumn.READINESS: texts.tr("Readiness"),
            MapColumn.OPEN: texts.tr("Essentials open"),
            MapColumn.RELATION: texts.tr("To you"),
            MapColumn.MOVES_OUT: texts.tr("Leads to"),
            MapColumn.MOVES_IN: texts.tr("Reached from"),
        }[MapColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, the value to sort by, or the role's id."""
        if not index.isValid() or self._texts is None:
            return None
        shown = self._roles[index.row()]
        column = MapColumn(index.column())
        if role == ROLE_ID:
            return shown.id
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(shown, column, self._texts)
        if role == Qt.ItemDataRole.ToolTipRole and column in (
            MapColumn.MOVES_OUT,
            MapColumn.MOVES_IN,
        ):
            lines = (html.escape(line) for line in self._moves(shown, column, self._texts))
            return f"<p style='white-space: pre'>{'<br>'.join(lines)}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column) | Qt.AlignmentFlag.AlignTop.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(shown, column, self._texts)
        if role == SORT_VALUE:
            return self._value(shown, column, self._texts)
        return None

    def _state_of(self, role: Role) -> RoleState:
        return self._state.roles.get(role.id, RoleState())

    def _words(self, role: Role, column: MapColumn, texts: Texts) -> str:
        state = self._state_of(role)
        match column:
            case MapColumn.ROLE:
                return texts.pick(role.name)
            case MapColumn.TRACK:
                return self._tracks.get(role.track, (0, role.track))[1]
            case MapColumn.RANK:
                named = self._ranks.get(role.rank)
                return named or texts.tr("Rank {number}", number=role.rank)
            case MapColumn.READINESS:
                if state.is_unrated:
                    return texts.tr("unrated")
                if state.is_compared and state.readiness is None:
                    return texts.tr("unknown")
                return readiness_words(state.readiness, texts) if state.is_compared else ""
            case MapColumn.OPEN:
                return str(state.open_essentials) if state.is_compared else ""
            case MapColumn.RELATION:
                parts = [relation_words(state.relation, texts)]
                if state.stance is not None:
                    parts.append(stance_words(state.stance, texts, is_ready=state.is_ready))
                return DOT.join(part for part in parts if part)
            case _:
                return str(self._count(role, column))

    def _spoken(self, role: Role, column: MapColumn, texts: Texts) -> str:
        state = self._state_of(role)
        if column is MapColumn.READINESS and state.is_compared and state.readiness is None:
            return readiness_words(None, texts)
        if column is MapColumn.OPEN and state.is_compared:
            return essentials_words(state.open_essentials, texts)
        if column in (MapColumn.MOVES_OUT, MapColumn.MOVES_IN):
            return texts.tr("; ").join(self._moves(role, column, texts))
        return self._words(role, column, texts)

    def _count(self, role: Role, column: MapColumn) -> int:
        graph = self._graph
        if graph is None:
            return 0
        out = column is MapColumn.MOVES_OUT
        return len(graph.moves_out(role.id) if out else graph.moves_in(role.id))

    def _moves(self, role: Role, column: MapColumn, texts: Texts) -> list[str]:
        graph = self._graph
        if graph is None:
            return []
        out = column is MapColumn.MOVES_OUT
        moves = graph.moves_out(role.id) if out else graph.moves_in(role.id)

        def name(move: Move) -> str:
            other = move.to_role if out else move.from_role
            return texts.pick(graph.catalogue.role(other).name)

        return [move_words(move, name(move), texts) for move in moves]

    def _value(self, role: Role, column: MapColumn, texts: Texts) -> Any:
        state = self._state_of(role)
        match column:
            case MapColumn.TRACK:
                return (self._tracks.get(role.track, (0, ""))[0], -role.rank, role.order)
            case MapColumn.RANK:
                return (-role.rank, role.order)
            case MapColumn.READINESS:
                known = state.readiness
                return (known.low, known.high) if known else (-1.0, -1.0)
            case MapColumn.OPEN:
                return state.open_essentials if state.is_compared else -1
            case MapColumn.RELATION:
                return (_RELATIONS.index(state.relation), -role.rank, role.order)
            case MapColumn.MOVES_OUT | MapColumn.MOVES_IN:
                return self._count(role, column)
            case _:
                return texts.sort_key(texts.pick(role.name))


def _side(column: int) -> int:
    """Return where a column's words stand: numbers at the right."""
    right = column in (MapColumn.OPEN, MapColumn.MOVES_OUT, MapColumn.MOVES_IN)
    return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft).value


class MapTableOrder(QSortFilterProxyModel):
    """Sorts the roles by their values and keeps those whose name has the words looked for."""

    def __init__(self, table: MapTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._words: tuple[str, ...] = ()
        self.setSourceModel(table)

    def look_for(self, words: str) -> None:
        """Keep the roles whose name has `words`, in either language."""
        self.beginFilterChange()
        self._words = words_of(words)
        self.endFilterChange()

    def index_of(self, role: str) -> QModelIndex:
        """Return the place of a role; invalid where it is not shown."""
        row = self._table.row_of(role)
        if row < 0:
            return QModelIndex()
        return self.mapFromSource(self._table.index(row, MapColumn.ROLE))

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a role's name has the words."""
        return has_words(in_both_languages(self._table.role_at(row).name), self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two cells by their values."""
        return bool(self._table.data(left, SORT_VALUE) < self._table.data(right, SORT_VALUE))
