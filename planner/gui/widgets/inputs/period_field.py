"""Chooses a year, half, quarter or month from a list, or by writing it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from planner.core.roles.kpis import HALF, MONTH, QUARTER, YEAR, period_in, periods_until
from planner.core.text import Texts
from planner.report.roles.kpi_words import period_words

# How many of each length are offered: two years of each, three whole years.
_OFFERED = ((QUARTER, 8), (MONTH, 12), (HALF, 4), (YEAR, 3))


class PeriodField(QComboBox):
    """The period of a result; `period` is empty while what is written is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, day: date, months: int, texts: Texts) -> None:
        """Offer the periods up to a day, those of so many months first; keep what is said."""
        said, text = self.period(), self.currentText()
        self.clear()
        for length, count in sorted(_OFFERED, key=lambda one: one[0] != months):
            for period in periods_until(day, length, count):
                self.addItem(period_words(period, texts), period)
        if said:
            self.choose(said)
        else:
            self.setEditText(text)

    def choose(self, period: str) -> None:
        """Choose a period, also one that is not offered."""
        at = self.findData(period)
        self.setCurrentIndex(at)
        if at < 0:
            self.setEditText(period)

    def period(self) -> str:
        """Return the period chosen or written, empty for none."""
        said = self.currentText().strip()
        at = self.findText(said, Qt.MatchFlag.MatchFixedString)
        if at >= 0:
            return str(self.itemData(at))
        return period_in(said) or ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a choice must not change while one scrolls."""
        event.ignore()
