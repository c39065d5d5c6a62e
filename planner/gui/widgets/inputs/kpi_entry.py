"""The entry of one KPI result in its place: period, what was reached, a note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from planner.core.career import KpiResult
from planner.core.keeping.plain_text import LONGEST_NOTE
from planner.core.roles.kpis import QUARTER, KpiSeries, months_of, period_of
from planner.core.text import Message, Texts, message
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.inputs.fields import Field
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.gui.widgets.inputs.period_field import PeriodField
from planner.report.roles.kpi_words import results_words

# So many earlier results are told below the fields.
_TOLD = 8
LARGE_TEXT = 1.3
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d*)?")


class KpiEntry(QWidget):
    """Fills in a result; `saved` (KpiResult), `removed` (KpiResult) or `closed`.

    A period that has a result already shows it, so that it can be corrected or removed.
    """

    saved = Signal(object)
    removed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: Texts | None = None
        self._role = ""
        self._series: KpiSeries | None = None
        self._shown: KpiResult | None = None
        self._today = self._as_of = date.min
        self._months = QUARTER
        self.period = PeriodField()
        self.reached = QLineEdit()
        self.note = LineEdit()
        # Qt counts some characters twice; what is too long is said, never cut.
        self.note.setMaxLength(4 * LONGEST_NOTE)
        self.fields = {
            "period": Field(self.period),
            "reached": Field(self.reached),
            "note": Field(self.note),
        }
        self._earlier = plain_label(size="small", tone="quiet", wraps=True)
        self.save, self.cancel, self.remove = QPushButton(), QPushButton(), QPushButton()
        self.save.setProperty("kind", "primary")
        self.remove.setProperty("kind", "link")
        top = Qt.AlignmentFlag.AlignTop
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(8)
        column.addLayout(self._row)
        self._row.addWidget(self.fields["period"], 3, top)
        self._row.addWidget(self.fields["reached"], 2, top)
        column.addWidget(self.fields["note"])
        column.addWidget(self._earlier)
        column.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        column.addLayout(buttons)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        self.period.currentTextChanged.connect(self._on_period)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)
        self.remove.clicked.connect(self._on_remove)

    def arrange(self, text_factor: float) -> None:
        """Set the fields below each other where large text leaves no room for two."""
        direction = QBoxLayout.Direction
        is_large = text_factor > LARGE_TEXT
        self._row.setDirection(direction.TopToBottom if is_large else direction.LeftToRight)

    @property
    def existing(self) -> KpiResult | None:
        """The result that the period chosen has already, None where it has none."""
        period = self.period.period()
        results = self._series.results if self._series else ()
        return next((result for result in results if result.period == period), None)

    def begin(self, role: str, series: KpiSeries, as_of: date, texts: Texts, today: date) -> None:
        """Begin with the quarter of a day, or a period as long as that of the newest result."""
        self._texts, self._role, self._series, self._today = texts, role, series, today
        self._shown = None
        self._as_of = as_of
        self._months = months_of(series.newest.period) if series.newest else QUARTER
        self.show_faults({})
        self.retranslate(texts)
        self.reached.clear()
        self.note.clear()
        with QSignalBlocker(self.period):
            self.period.choose(period_of(as_of, self._months))
        self._on_period()
        self.reached.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.selectAll()

    def update_series(self, series: KpiSeries) -> None:
        """Know the results as they are now; what is filled in stays."""
        self._series = series
        self._tell()

    def retranslate(self, texts: Texts) -> None:
        """Word the fields in another language; what has been filled in stays."""
        self._texts = texts
        tr = texts.tr
        with QSignalBlocker(self.period):
            self.period.offer(self._as_of, self._months, texts)
        self.fields["period"].name(tr("Period"))
        self.fields["reached"].name(tr("Reached, in %"))
        self.fields["note"].name(tr("Note"))
        self.period.setToolTip(tr("Choose from the list, or write it, such as 2026-Q3 or 2026-09"))
        self.reached.setPlaceholderText(tr("100 = all of the goal"))
        self.save.setText(tr("Save"))
        self.cancel.setText(tr("Cancel"))
        self.remove.setText(tr("Remove this result"))
        self._tell()

    def result(self) -> tuple[KpiResult | None, dict[str, Message]]:
        """Return the result as it is filled in, None with a fault where a field is no number."""
        reached = self._read_reached()
        if reached is None or self._series is None:
            return None, {"reached": message("Enter a number, such as 95.")}
        result = KpiResult(
            role=self._role,
            kpi=self._series.kpi.id,
            period=self.period.period(),
            reached=reached,
            on=self._today,
            note=self._read_note(),
        )
        return result, {}

    def show_faults(self, faults: Mapping[str, Message]) -> None:
        """Show each fault at its field, and go to the first."""
        if self._texts is None:
            return
        for name, field in self.fields.items():
            fault = faults.get(name)
            field.show_fault(self._texts.word(fault) if fault else "")
        for name, field in self.fields.items():
            if name in faults:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _on_period(self) -> None:
        """Show the result that a period has already, unless something else was filled in."""
        found, shown = self.existing, self._shown
        is_untouched = self.reached.text() == (self._number(shown) if shown else "")
        if is_untouched and found != shown:
            self.reached.setText(self._number(found) if found else "")
            self.note.setText(found.note if found else "")
            self._shown = found
        self._tell()

    def _number(self, result: KpiResult) -> str:
        return self._texts.number(result.reached, 2) if self._texts else ""

    def _read_note(self) -> str:
        """Return the note; one that nobody touched is what it was, whatever Qt shows of it."""
        if self._shown is not None and not self.note.isModified():
            return self._shown.note
        return self.note.text().strip()

    def _read_reached(self) -> float | None:
        """Return the number written, None where it is none; a comma may part the decimals."""
        said = self.reached.text()
        if self._shown is not None and said == self._number(self._shown):
            # As exact as it was, though fewer decimals are shown.
            return self._shown.reached
        said = said.strip().removesuffix("%").strip()
        said = said.replace(",", "" if _THOUSANDS.fullmatch(said) else ".")
        try:
            return float(said)
        except ValueError:
            return None

    def _tell(self) -> None:
        if self._texts is None or self._series is None:
            return
        self.remove.setVisible(self.existing is not None)
        earlier = tuple(reversed(self._series.results))[:_TOLD]
        words = results_words(earlier, self._texts)
        self._earlier.setText(breakable(self._texts.tr("So far: {results}", results=words)))
        self._earlier.setVisible(bool(earlier))

    def _on_save(self) -> None:
        result, faults = self.result()
        if result is None:
            self.show_faults(faults)
        else:
            self.saved.emit(result)

    def _on_remove(self) -> None:
        if (found := self.existing) is not None:
            self.removed.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter in a field, close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not any(
            button.hasFocus() for button in (self.cancel, self.remove)
        ):
            self._on_save()
        else:
            super().keyPressEvent(event)
