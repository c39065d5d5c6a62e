"""The charts of the Team page as they are copied and saved: the heat map and the picked cell."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.gui.models.team_still import Still
from planner.gui.pages.team.aside import TeamCellCard
from planner.gui.pages.team.pane import TeamPane
from planner.gui.pages.team.reader import TeamRead
from planner.gui.widgets.charts.card import turn_tables
from planner.report.copies.chart_copies import heat_map_copy
from planner.report.copies.chart_copy import ChartCopy
from planner.report.copies.chart_table import ChartTable, Value
from planner.report.copies.chart_tables import coverage_table

if TYPE_CHECKING:
    from planner.charts.team import HeatCell, HeatMap


class TeamCharts(QObject):
    """Offers what the matrix and the picked cell show; `wanted` (how, ChartCopy)."""

    wanted = Signal(str, object)

    def __init__(self, pane: TeamPane, cell: TeamCellCard) -> None:
        super().__init__(pane)
        self._pane, self._cell = pane, cell
        self._shown: tuple[TeamRead, str] | None = None
        pane.chart_actions.wanted.connect(self._on_wanted)
        cell.twin.chart_actions.wanted.connect(self.wanted)

    def turn_tables(self) -> None:
        """Turn the coverage and the picked cell into tables, or back."""
        is_table = not self._pane.twin.isChecked()
        self._pane.twin.setChecked(is_table)
        if self._cell.twin.twin.isChecked() is not is_table:
            turn_tables((self._cell.twin,))

    def show_team(self, read: TeamRead) -> None:
        """Offer a team as the matrix shows it: its people, skills and order."""
        texts, catalogue, model = read.wanted.texts, read.wanted.graph.catalogue, self._pane.model
        covered = coverage_table(read.comparison.coverage, model.columns, catalogue, texts)
        self._pane.show_covers(covered, texts)
        role = read.comparison.role
        title = texts.tr("Team – levels and coverage")
        if role and catalogue.has_role(role):
            name = texts.pick(catalogue.role(role).name)
            title = texts.tr("Team – levels and coverage against {role}", role=name)
        self._shown = (read, title)
        self._pane.chart_actions.show_chart(self._copy(model.still(), read, title))

    def _on_wanted(self, how: str, _chart: ChartCopy) -> None:
        """Take the matrix as it is ordered and filtered now."""
        if self._shown is not None:
            self.wanted.emit(how, self._copy(self._pane.model.still(), *self._shown))

    def _copy(self, still: Still, read: TeamRead, title: str) -> ChartCopy:
        return heat_map_copy(
            partial(heat_map, still, read),
            partial(levels_of, still, read),
            title,
            read.wanted.texts,
            as_of=read.wanted.as_of,
        )


def heat_map(still: Still, read: TeamRead) -> HeatMap:
    """Return what the matrix showed, to be drawn."""
    from planner.charts.team import MOST_PEOPLE, HeatColumn, HeatMap, HeatRow

    catalogue, found = read.wanted.graph.catalogue, read.comparison.coverage
    counts = [int(found.at_required[column]) for column in still.columns]
    rows = [
        HeatRow(
            name=member.person.name,
            role=member.role,
            figure=member.readiness,
            # Nobody sees the cells of those that are not drawn.
            cells=[_heat_cell(still, (row, column), read) for column in range(len(still.columns))]
            if row < MOST_PEOPLE
            else (),
        )
        for row, member in enumerate(still.members)
    ]
    columns = [
        HeatColumn(
            name=read.wanted.texts.pick(catalogue.skills[column].name),
            cover=str(count) if int(found.required[column]) else "–",
            part=count / max(1, *counts),
            is_single_point=bool(found.is_single_point[column]),
        )
        for column, count in zip(still.columns, counts, strict=True)
    ]
    return HeatMap(rows=rows, columns=columns)


def levels_of(still: Still, read: TeamRead) -> ChartTable:
    """Return a row a person shown, a column a skill shown: the levels, unrounded.

    Below them the same columns say how many are at the required level.
    """
    texts, catalogue = read.wanted.texts, read.wanted.graph.catalogue
    skills = [texts.pick(catalogue.skills[column].name) for column in still.columns]
    rows: list[tuple[Value, ...]] = []
    for row, member in enumerate(still.members):
        levels = [
            _value(level, applies, texts.tr("n/a"))
            for level, applies in zip(still.level[row], still.is_applicable[row], strict=True)
        ]
        rows.append((member.person.name, member.role, *levels))
    found = read.comparison.coverage
    held = [int(found.at_required[column]) for column in still.columns]
    required = [int(found.required[column]) for column in still.columns]
    rows.append((texts.tr("At the required level"), None, *held))
    rows.append((texts.tr("Required of"), None, *required))
    return ChartTable(headings=(texts.tr("Name"), texts.tr("Role"), *skills), rows=tuple(rows))


def _value(level: float, applies: bool, otherwise: str) -> Value:
    if not isnan(level):
        return float(level)
    return None if applies else otherwise


def _heat_cell(still: Still, at: tuple[int, int], read: TeamRead) -> HeatCell:
    from planner.charts.team import HeatCell

    texts, scale = read.wanted.texts, read.wanted.graph.catalogue.scale
    level, required = float(still.level[at]), float(still.required[at])
    if not isnan(level):
        span = scale.highest - scale.lowest
        return HeatCell(
            words=texts.number(level),
            part=(level - scale.lowest) / span if span else 0.0,
            is_below=level < required,
            is_stale=bool(still.is_stale[at]),
        )
    if not still.is_applicable[at]:
        return HeatCell(words=texts.tr("n/a"), state="not applicable")
    return HeatCell(words="–", state="nothing" if isnan(required) else "missing")
