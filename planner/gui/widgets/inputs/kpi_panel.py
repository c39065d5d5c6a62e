"""The KPIs of a person's role: weight, newest result, trend, and the entry of a result in place."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.career import Career, KpiResult
from planner.core.keeping.career_edits import kpi_faults, put_kpi_result, remove_kpi_result
from planner.core.model import Catalogue
from planner.core.roles.kpis import KpiSeries, RoleKpis, role_kpis
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.tab_order import tab_in_its_place
from planner.gui.widgets.charts.actions import ChartActions
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.display.shapes_view import ShapesView
from planner.gui.widgets.inputs.kpi_entry import LARGE_TEXT, KpiEntry
from planner.gui.widgets.inputs.kpi_table import KpiTable
from planner.report.copies.kpi_copy import results_copy
from planner.report.roles.kpi_line import kpi_line
from planner.report.roles.kpi_words import (
    covered_words,
    kpi_rule,
    reached_words,
    results_words,
    series_line,
    total_words,
)

_LINE = (64.0, 24.0)
_ICON, _BETWEEN, _LEAST_NAME = 16, 10, 80
_RIGHT = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class KpiRow(QWidget):
    """One KPI: its name and facts, the line of its results, the newest one, and what enters one."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = plain_label(strong=True, wraps=True)
        # The longest word does not decide how wide the page beside it must be.
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.facts = plain_label(size="small", tone="quiet", wraps=True)
        self.line = ShapesView(theme, fonts)
        self.newest = plain_label(strong=True)
        self.enter = QToolButton()
        self._is_beside: bool | None = None
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(_BETWEEN)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.newest, 0, 2, _RIGHT | _MIDDLE)
        grid.addWidget(self.enter, 0, 3, _RIGHT | _MIDDLE)
        grid.addWidget(self.facts, 1, 0, 1, 4)
        self.arrange(is_beside=True)

    @property
    def width_beside(self) -> int:
        """How wide a row must be with its line beside the name, no word of which is cut."""
        parts = (self.line, self.newest, self.enter)
        beside = sum(part.sizeHint().width() + _BETWEEN for part in parts)
        return max(self.name.minimumSizeHint().width(), _LEAST_NAME) + beside

    def arrange(self, *, is_beside: bool) -> None:
        """Let the line of the results stand beside the name, or below it all."""
        if is_beside is self._is_beside:
            return
        self._is_beside = is_beside
        if is_beside:
            self._grid.addWidget(self.line, 0, 1, _RIGHT | _MIDDLE)
        else:
            self._grid.addWidget(self.line, 2, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)

    def show_series(
        self, series: KpiSeries, colour: str, texts: Texts, theme: Theme, icons: Icons
    ) -> None:
        """Show a KPI with its results, its line in a role of colour."""
        name = texts.pick(series.kpi.name)
        facts = series_line(series, texts)
        newest = reached_words(series.newest.reached, texts) if series.newest else "–"
        self.name.setText(breakable(name))
        self.facts.setText(facts)
        self.newest.setText(newest)
        self.line.setVisible(bool(series.results))
        shapes = kpi_line(series.alike, *_LINE, colour)
        self.line.show_shapes(*_LINE, shapes, theme)
        self.line.setAccessibleName(results_words(series.alike, texts))
        side = round(_ICON * theme.text_factor)
        self.enter.setIcon(icons.icon("plus", "accent"))
        self.enter.setIconSize(QSize(side, side))
        self.enter.setToolTip(texts.tr("Enter a result, or correct one"))
        self.enter.setAccessibleName(texts.tr("Enter a result of {kpi}", kpi=name))
        told = texts.tr("{newest}, {facts}", newest=newest, facts=facts)
        self.enter.setAccessibleDescription(told)


class KpiPanel(QWidget):
    """Shows the KPIs of the role held on the day looked at, or all their results as a table.

    `edit_made` (Edit), and `chart_wanted` (how, ChartCopy) as `ChartActions.wanted`.
    """

    edit_made = Signal(object)
    chart_wanted = Signal(str, object)

    def __init__(
        self,
        icons: Icons,
        theme: Theme,
        fonts: Fonts | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._fonts = fonts or Fonts()
        self._told: tuple[Career, Catalogue, Texts, date, date] | None = None
        self._kpis: RoleKpis | None = None
        self._shown_for: tuple[str, str, str] | None = None
        self._rows: dict[str, KpiRow] = {}
        self._entered = ""
        self._waits_for: KpiResult | None = None
        self.heading = plain_label(strong=True)
        self.total: QLabel = plain_label(strong=True, wraps=True)
        self.covered: QLabel = plain_label(size="small", tone="quiet", wraps=True)
        self.rule: QLabel = plain_label(size="small", tone="quiet", wraps=True)
        self.entry = KpiEntry(self)
        self.entry.arrange(theme.text_factor)
        self.entry.hide()
        self.entry.saved.connect(self._on_saved)
        self.entry.removed.connect(self._on_removed)
        self.entry.closed.connect(self.end_entry)
        self._lines = QWidget()
        self._list = QVBoxLayout(self._lines)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.table = KpiTable(theme)
        self.table.hide()
        self.twin = QToolButton()
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._on_twin)
        self.chart_actions = ChartActions(
            self._lines, icons, self.table, twin=self.twin, within=True
        )
        self.chart_actions.wanted.connect(self.chart_wanted)
        self.chart_actions.apply_theme(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(2)
        column.addLayout(top)
        top.addWidget(self.heading, 1)
        for button in (self.twin, self.chart_actions.button):
            top.addWidget(button)
        column.addWidget(self.total)
        column.addWidget(self.covered)
        column.addWidget(self._lines)
        column.addWidget(self.table)
        column.addWidget(self.rule)

    @property
    def rows(self) -> tuple[KpiRow, ...]:
        """The rows, from the top."""
        return tuple(self._rows.values())

    @property
    def is_entering(self) -> bool:
        """Whether a result is being entered."""
        return bool(self._entered)

    def show_career(
        self,
        career: Career,
        catalogue: Catalogue,
        texts: Texts,
        today: date,
        as_of: date | None = None,
    ) -> None:
        """Show somebody's results up to the day looked at, today unless `as_of` says another.

        What is being entered for the same person and role stays.
        """
        day = as_of or today
        self._told = (career, catalogue, texts, today, day)
        role_id = career.person.position_on(day).role
        shown_for = (career.person.catalogue, career.person.id, role_id)
        if shown_for != self._shown_for:
            self._shown_for = shown_for
            self.end_entry()
        self.heading.setText(texts.tr("KPIs"))
        self._kpis = None
        if catalogue.has_role(role_id):
            self._kpis = role_kpis(catalogue.role(role_id), career.kpi_results, day)
        self._show_total(texts)
        self._show_rows(catalogue, texts)
        self._show_ways_out(career, catalogue, texts, day)
        if self._waits_for in career.kpi_results:
            self.end_entry()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        self.entry.arrange(theme.text_factor)
        self.chart_actions.apply_theme(theme)
        self.table.apply_theme(theme)
        self._show_again()

    def turn(self) -> None:
        """Turn the lines into the table of their results, or back."""
        if self.twin.isVisible():
            self.twin.toggle()

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language; what is being entered stays."""
        if self._told is not None:
            career, catalogue, _, today, day = self._told
            self._told = (career, catalogue, texts, today, day)
            self._show_again()

    def begin_entry(self, kpi: str) -> None:
        """Open the entry of a result below its KPI; raise KeyError for an unknown one."""
        row = self._rows[kpi]
        if self._told is None or self._kpis is None:
            return
        _, _, texts, today, day = self._told
        self._entered, self._waits_for = kpi, None
        self._list.insertWidget(self._list.indexOf(row) + 1, self.entry)
        tab_in_its_place(self)
        self.entry.show()
        self.entry.begin(self._kpis.role, self._series(kpi), day, texts, today)
        bring_into_sight(self.entry)

    def end_entry(self) -> None:
        """Close the entry; the focus goes back to the button that opened it."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.entry.isAncestorOf(focused)
        row = self._rows.get(self._entered)
        self._entered, self._waits_for = "", None
        self.entry.hide()
        if had_focus and row is not None:
            row.enter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_again(self) -> None:
        if self._told is not None:
            career, catalogue, texts, today, day = self._told
            self.show_career(career, catalogue, texts, today, day)

    def _series(self, kpi: str) -> KpiSeries:
        assert self._kpis is not None
        return next(series for series in self._kpis.series if series.kpi.id == kpi)

    def _show_total(self, texts: Texts) -> None:
        newest = self._kpis.periods[0] if self._kpis and self._kpis.periods else None
        has_kpis = bool(self._kpis and self._kpis.series)
        self.total.setVisible(newest is not None)
        self.covered.setVisible(newest is not None or not has_kpis)
        self.rule.setVisible(has_kpis)
        self.rule.setText(kpi_rule(texts))
        if newest is not None:
            self.total.setText(total_words(newest, texts))
            self.covered.setText(covered_words(newest, texts))
        elif not has_kpis:
            self.covered.setText(texts.tr("This role names no KPIs."))

    def _show_rows(self, catalogue: Catalogue, texts: Texts) -> None:
        shown = self._kpis.series if self._kpis else ()
        if [series.kpi.id for series in shown] != list(self._rows):
            self._make_rows(shown)
        for series in shown:
            colour = f"track-{self._track(catalogue)}"
            self._rows[series.kpi.id].show_series(series, colour, texts, self._theme, self._icons)
        self._arrange()
        if self._entered in self._rows:
            self.entry.retranslate(texts)
            self.entry.update_series(self._series(self._entered))

    def _arrange(self) -> None:
        """Put the lines where there is room for them, all alike."""
        needed = max((row.width_beside for row in self.rows), default=0)
        # Large text needs the width beside the line for the name.
        is_beside = self._theme.text_factor <= LARGE_TEXT and needed <= self.width()
        for row in self.rows:
            row.arrange(is_beside=is_beside)

    def _show_ways_out(self, career: Career, catalogue: Catalogue, texts: Texts, day: date) -> None:
        copy = None
        if self._kpis is not None:
            name, track = career.person.name, self._track(catalogue)
            copy = results_copy(self._kpis, catalogue, name, texts, as_of=day, track=track)
        self.chart_actions.show_chart(copy)
        self.chart_actions.retranslate(texts)
        self.twin.setToolTip(texts.tr("Show the chart as a table (T)"))
        self.twin.setAccessibleName(texts.tr("Show the chart as a table"))
        for button in (self.twin, self.chart_actions.button):
            button.setVisible(copy is not None)
        self.table.setAccessibleName(copy.title if copy else "")
        if copy is not None:
            self.table.show_figures(copy.table(), texts)
        self._on_twin()

    def _on_twin(self) -> None:
        is_table = self.twin.isChecked() and self.chart_actions.chart is not None
        focused = QApplication.focusWidget()
        had_focus = self.table.hasFocus() or (
            focused is not None and self._lines.isAncestorOf(focused)
        )
        turned = self.table.isHidden() is is_table
        self._lines.setHidden(is_table)
        self.table.setVisible(is_table)
        if turned and had_focus:
            to = self.table if is_table else next(iter(self._rows.values())).enter
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_rows(self, shown: tuple[KpiSeries, ...]) -> None:
        self._list.removeWidget(self.entry)
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for series in shown:
            row = self._rows[series.kpi.id] = KpiRow(self._theme, self._fonts)
            row.enter.clicked.connect(partial(self.begin_entry, series.kpi.id))
            self._list.addWidget(row)
        if self._entered in self._rows:
            at = self._list.indexOf(self._rows[self._entered])
            self._list.insertWidget(at + 1, self.entry)
        else:
            self.end_entry()

    def _track(self, catalogue: Catalogue) -> int:
        assert self._kpis is not None
        tracks = [track.id for track in catalogue.tracks]
        return tracks.index(catalogue.role(self._kpis.role).track)

    def _on_saved(self, result: KpiResult) -> None:
        if self._told is None:
            return
        career, _, _, today, _ = self._told
        faults = kpi_faults(result, today)
        self.entry.show_faults(faults)
        if faults:
            return
        before = next((one for one in career.kpi_results if one.id == result.id), None)
        if before is not None and (before.reached, before.note) == (result.reached, result.note):
            self.end_entry()
            return
        # It closes once the career has it: what could not be saved is still there.
        self._waits_for = result
        name = self._series(result.kpi).kpi.name
        self.edit_made.emit(put_kpi_result(career.person, before, result, name))

    def _on_removed(self, result: KpiResult) -> None:
        if self._told is not None:
            name = self._series(result.kpi).kpi.name
            self.end_entry()
            self.edit_made.emit(remove_kpi_result(self._told[0].person, result, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the rows anew at another width."""
        super().resizeEvent(event)
        self._arrange()


def bring_into_sight(part: QWidget) -> None:
    """Scroll what lies around a widget, if it scrolls, until the widget is seen whole."""
    around: QWidget | None = part
    while around is not None:
        if (layout := around.layout()) is not None:
            layout.activate()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, _ICON)
            return
        around = around.parentWidget()
