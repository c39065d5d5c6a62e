"""What can be done with any chart: one menu, one small button, and the keys for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.rows.rows_view import RowsView
from planner.report.copies.chart_copy import ChartCopy
from planner.report.copies.chart_table import ChartTable

_ICON = 16
_HOWS = ("copy", "data", "svg", "png", "csv")


class ChartActions(QObject):
    """Gives widgets that show a chart its menu; `wanted` (how, ChartCopy) when something is chosen.

    `how` is copy, data, svg, png or csv. The menu opens on a right click, with the menu key and
    with Shift+F10; Ctrl+C copies, in a table the rows that were picked. Without a chart nothing is
    offered.
    """

    wanted = Signal(str, object)

    def __init__(
        self,
        shown_by: QWidget,
        icons: Icons,
        *others: QWidget,
        twin: QToolButton,
        within: bool = False,
    ) -> None:
        """`twin` is the button that turns the chart into its table; it takes its icon here.

        Ctrl+C is for the focus on a widget, or `within` one of them.
        """
        super().__init__(shown_by)
        self._icons = icons
        self._twin = twin
        self._chart: ChartCopy | None = None
        self.menu = QMenu(shown_by)
        self.button = QToolButton()
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._actions = {how: QAction(self.menu) for how in _HOWS}
        for how, action in self._actions.items():
            action.triggered.connect(partial(self._want, how))
            self.menu.addAction(action)
            if how == "data":
                self.menu.addSeparator()
        copy = self._actions["copy"]
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        context = Qt.ShortcutContext
        copy.setShortcutContext(
            context.WidgetWithChildrenShortcut if within else context.WidgetShortcut
        )
        for widget in (shown_by, *others):
            widget.addAction(copy)
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(partial(self._open, widget))
            if isinstance(widget, RowsView):
                widget.offer_copies()
                widget.copy_requested.connect(self._want_rows)
        self.show_chart(None)

    @property
    def chart(self) -> ChartCopy | None:
        """What would be copied or saved, None where there is nothing."""
        return self._chart

    def show_chart(self, chart: ChartCopy | None) -> None:
        """Offer another chart, or nothing."""
        self._chart = chart
        self.button.setEnabled(chart is not None)
        for action in self._actions.values():
            action.setEnabled(chart is not None)

    def retranslate(self, texts: Texts) -> None:
        """Word the menu in another language."""
        tr = texts.tr
        for how, words in (
            ("copy", tr("&Copy the chart")),
            ("data", tr("Copy the &figures alone")),
            ("svg", tr("Save as &SVG…")),
            ("png", tr("Save as P&NG…")),
            ("csv", tr("Save the figures as CS&V…")),
        ):
            self._actions[how].setText(words)
        words = tr("Copy or save the chart (Shift+F10; Ctrl+C copies)")
        self.button.setToolTip(words)
        self.button.setAccessibleName(tr("Copy or save the chart"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        for button, icon in ((self.button, "export"), (self._twin, "table")):
            button.setIcon(self._icons.icon(icon))
            side = round(_ICON * max(1.0, theme.text_factor))
            button.setIconSize(QSize(side, side))
        self._actions["copy"].setIcon(self._icons.icon("copy"))
        self._actions["csv"].setIcon(self._icons.icon("table"))

    def _want(self, how: str) -> None:
        if self._chart is not None:
            self.wanted.emit(how, self._chart)

    def _want_rows(self, figures: ChartTable) -> None:
        if self._chart is not None:
            self.wanted.emit("data", replace(self._chart, table=lambda: figures))

    def _open(self, widget: QWidget, at: QPoint) -> None:
        if self._chart is not None:
            self.menu.popup(widget.mapToGlobal(at))
