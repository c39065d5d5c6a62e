"""A card with a chart and its twin, a table that says the same; both can be copied and saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.models.rows_table import RowsModel, Told
from planner.gui.theme import Theme
from planner.gui.widgets.charts.actions import ChartActions
from planner.gui.widgets.charts.view import RING_ROOM, ChartView, FigureMaker
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.rows.rows_view import RowsView
from planner.report.copies.chart_copy import ChartCopy
from planner.report.copies.chart_table import ChartTable

_LEAST = QSize(280, 150)
# The words of the title begin where the chart does, which leaves room for its ring.
_MARGINS = (20 - RING_ROOM.left(), 8, 12 - RING_ROOM.right(), 12 - RING_ROOM.bottom())


class ChartCard(QFrame):
    """Shows a chart or its table; `opened` (row) when a row of the table is opened.

    `chart_actions` is what can be done with the chart. A bare one stands within another card, which
    gives it a title and a place for both buttons.
    """

    opened = Signal(int)

    def __init__(
        self,
        columns: int,
        icons: Icons,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        least: QSize = _LEAST,
        is_bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("" if is_bare else "card")
        self._title = plain_label(strong=True, wraps=True, parent=self)
        self._note = plain_label(size="small", tone="quiet", wraps=True, parent=self)
        self._title.setVisible(not is_bare)
        self._note.hide()
        self.twin = QToolButton()
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._on_toggled)
        self.chart = ChartView(least)
        self.model = RowsModel(columns, self)
        self.table = RowsView(self.model, theme)
        self.table.opened.connect(self.opened)
        self.chart_actions = ChartActions(self.chart, icons, self.table, twin=self.twin)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((0, 0, 0, 0) if is_bare else _MARGINS))
        column.setSpacing(6)
        if not is_bare:
            self._add_head(column)
        column.addWidget(self._stack, 1)
        self.apply_theme(theme)

    def _add_head(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(RING_ROOM.left(), 0, RING_ROOM.right(), 0)
        head.setSpacing(2)
        column.addLayout(head)
        words = QVBoxLayout()
        words.setSpacing(2)
        head.addLayout(words, 1)
        words.addWidget(self._title)
        words.addWidget(self._note)
        for button in (self.twin, self.chart_actions.button):
            head.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)

    @property
    def title(self) -> str:
        """What the chart is about."""
        return self._title.text()

    @property
    def note(self) -> str:
        """What is said below the title, empty for nothing."""
        return self._note.text()

    @property
    def shows_table(self) -> bool:
        """Whether the table is in front."""
        return self._stack.currentWidget() is self.table

    def show_title(self, title: str, note: str = "") -> None:
        """Say what the chart is about."""
        self._title.setText(breakable(title))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.chart.setAccessibleName(title)
        self.table.setAccessibleName(title)

    def show_chart(
        self, make: FigureMaker | None, description: str, copy: ChartCopy | None = None
    ) -> None:
        """Show a chart, None as long as charts are not loaded; `copy` is what leaves the window."""
        self.chart.show_figure(make, description)
        self.chart_actions.show_chart(copy)

    def show_table(self, table: ChartTable, texts: Texts) -> None:
        """Fill the table with the figures of the chart."""
        rows = [[Told(word) for word in row] for row in table.words(texts)]
        self.show_rows(table.headings, rows, table)

    def show_rows(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[Told]],
        figures: ChartTable | None = None,
        *,
        numbers: Collection[int] = (),
    ) -> None:
        """Fill the table, with columns of `numbers`; without a row there is nothing to turn to."""
        self.model.show(headings, rows, figures, numbers=numbers)
        self.twin.setVisible(bool(rows))
        if not rows:
            self._stack.setCurrentWidget(self.chart)
        else:
            self._on_toggled(self.twin.isChecked())

    def retranslate(self, texts: Texts) -> None:
        """Word the buttons in another language."""
        self.twin.setToolTip(texts.tr("Show the chart as a table (T)"))
        self.twin.setAccessibleName(texts.tr("Show the chart as a table"))
        self.chart_actions.retranslate(texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.chart_actions.apply_theme(theme)
        self.table.apply_theme(theme)

    def _on_toggled(self, is_table: bool) -> None:
        shown: QWidget = self.table if is_table else self.chart
        had_focus = self.table.hasFocus() or self.chart.hasFocus()
        self._stack.setCurrentWidget(shown)
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)


def turn_tables(cards: Iterable[ChartCard]) -> bool:
    """Turn every chart in sight into its table, or all of them back; return whether one could."""
    shown = [card for card in cards if card.isVisible() and not card.twin.isHidden()]
    to_tables = not all(card.twin.isChecked() for card in shown)
    for card in shown:
        card.twin.setChecked(to_tables)
    return bool(shown)
