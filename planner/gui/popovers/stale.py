"""Says after how many months a rating is stale, and what of the person's that makes stale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from planner.core.gaps import ratings_that_count
from planner.core.people import FEWEST_MONTHS, MOST_MONTHS
from planner.files.window_settings import STALE_MONTHS
from planner.gui.settings import Settings
from planner.gui.theme import Theme
from planner.gui.widgets.choices.popover import Popover
from planner.gui.widgets.display.labels import plain_label
from planner.gui.widgets.inputs.fields import set_in
from planner.gui.workspace import Workspace

_WIDTH = 360


class StalePopover(Popover):
    """Changes the months at once, for every person and every page."""

    def __init__(
        self, workspace: Workspace, settings: Settings, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._settings = settings
        self._theme = theme
        self._title = plain_label(strong=True, wraps=True)
        self.months = QSpinBox()
        self.months.setRange(FEWEST_MONTHS, MOST_MONTHS)
        set_in(self.months)
        self._unit = plain_label()
        self._count = plain_label(size="small", tone="quiet", wraps=True)
        self.contents.setContentsMargins(16, 14, 16, 14)
        self.contents.setSpacing(8)
        self.contents.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.contents.addLayout(row)
        row.addWidget(self.months)
        row.addWidget(self._unit, 1)
        self.contents.addWidget(self._count)
        self.months.valueChanged.connect(self._on_changed)
        self.retranslate()

    @property
    def count_words(self) -> str:
        """What is said of how many ratings are stale."""
        return self._count.text()

    def open_below(self, anchor: QWidget) -> None:
        """Open with the months of now."""
        self.months.setValue(self._workspace.stale_months)
        self.retranslate()
        self.open_at(anchor, round(_WIDTH * max(1.0, self._theme.text_factor)), self.months)
        self.months.selectAll()

    def retranslate(self) -> None:
        """Word everything in the present language."""
        texts, months = self._workspace.texts, self.months.value()
        self._title.setText(texts.tr("A rating goes stale after"))
        self._unit.setText(texts.ntr("month", "months", months))
        self.months.setAccessibleName(texts.tr("Months until a rating is stale"))
        workspace = self._workspace
        counting = ratings_that_count(workspace.ratings(), workspace.basis, workspace.as_of)
        stale = [rating for rating in counting.values() if rating.is_stale(workspace.as_of, months)]
        self._count.setText(
            texts.tr(
                "{stale} of the {all} ratings that count here are stale then.",
                stale=len(stale),
                all=len(counting),
            )
        )

    def apply_theme(self, theme: Theme) -> None:
        """Take another text size."""
        self._theme = theme

    def _on_changed(self, months: int) -> None:
        self._workspace.set_stale_months(months)
        self._settings.set_number(STALE_MONTHS, months)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Enter, for everything is done already."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
        else:
            super().keyPressEvent(event)
