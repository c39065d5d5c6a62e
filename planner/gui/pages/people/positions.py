"""The past positions of a person: a row each, with role, first and last day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from planner.core.model import Catalogue
from planner.core.people import Position
from planner.core.text import Message, Texts
from planner.gui.look.icons import Icons
from planner.gui.widgets.arrangement.tab_order import tab_in_its_place
from planner.gui.widgets.display.labels import plain_label, set_look
from planner.gui.widgets.inputs.fields import DayField
from planner.gui.widgets.inputs.search_combo import RoleCombo

# What is wrong with a position, and in which of its fields; None for nothing.
Judge = Callable[[Position], tuple[str, Message] | None]

_A_YEAR = timedelta(days=365)


class PositionRow:
    """The widgets of one past position."""

    def __init__(self) -> None:
        self.role = RoleCombo()
        self.since = DayField()
        self.until = DayField(open_word="–")
        self.remove = QToolButton()

    @property
    def fields(self) -> dict[str, QWidget]:
        """The fields by name."""
        return {"role": self.role, "since": self.since, "until": self.until}

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets from left to right."""
        return self.role, self.since, self.until, self.remove

    def position(self) -> Position:
        """Return what the row says."""
        return Position(
            role=self.role.unknown or self.role.role(),
            since=self.since.day() or date.min,
            until=self.until.day(),
        )


class PositionsTable(QWidget):
    """Edits past positions in place; `committed` after each change that is complete."""

    committed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._catalogue: Catalogue | None = None
        self._texts: Texts | None = None
        self._present = date.max
        self._rows: list[PositionRow] = []
        self._faulty: QWidget | None = None
        self._heads = [plain_label(size="small", tone="quiet") for _ in range(3)]
        self.add = QPushButton()
        self.add.setProperty("kind", "link")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._grid)
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column)
        outer.addWidget(self.add)
        self.add.clicked.connect(self._add_before)
        self._lay_out()

    @property
    def rows(self) -> tuple[PositionRow, ...]:
        """The rows, from the top."""
        return tuple(self._rows)

    def offer(self, catalogue: Catalogue | None, texts: Texts) -> None:
        """Offer a catalogue's roles, in words of a language."""
        self._catalogue, self._texts = catalogue, texts
        words = (texts.tr("Role"), texts.tr("First day"), texts.tr("Last day"))
        for head, word in zip(self._heads, words, strict=True):
            head.setText(word)
        self.add.setText(texts.tr("Add a past position"))
        self.add.setIcon(self._icons.icon("plus", "accent"))
        for row in self._rows:
            self._word(row)

    def positions(self) -> tuple[Position, ...]:
        """Return what the rows say, by first day."""
        return tuple(
            sorted((row.position() for row in self._rows), key=lambda position: position.since)
        )

    def show_positions(self, positions: tuple[Position, ...]) -> None:
        """Show these positions, the newest at the top."""
        if set(positions) == set(self.positions()):
            return
        while self._rows:
            self._drop(self._rows[-1])
        self._lay_out()
        for position in sorted(positions, key=lambda held: held.since, reverse=True):
            self._append(position)

    def show_faults(self, judge: Judge) -> None:
        """Mark each field with a fault, which screen readers are told."""
        self._faulty = None
        for row in self._rows:
            at, fault = judge(row.position()) or ("", None)
            for name, field in row.fields.items():
                is_faulty = name == at
                said = self._texts.word(fault) if is_faulty and fault and self._texts else ""
                field.setAccessibleDescription(said)
                set_look(field, "fault", is_faulty)
                if is_faulty and self._faulty is None:
                    self._faulty = field

    def focus_first_fault(self) -> bool:
        """Put the cursor into the first field with a fault; return False where there is none."""
        if self._faulty is not None:
            self._faulty.setFocus()
        return self._faulty is not None

    def _append(self, position: Position) -> None:
        row = PositionRow()
        self._rows.append(row)
        self._word(row)
        row.role.choose(position.role)
        row.since.show_day(position.since)
        row.until.show_day(position.until)
        row.role.activated.connect(self._commit)
        row.role.unknown_changed.connect(self._commit)
        row.since.editingFinished.connect(self._commit)
        row.until.editingFinished.connect(self._commit)
        row.remove.clicked.connect(partial(self._remove, id(row)))
        self._lay_out()

    def _word(self, row: PositionRow) -> None:
        if self._texts is None:
            return
        tr = self._texts.tr
        row.role.offer(self._catalogue, self._texts)
        row.role.setAccessibleName(tr("Role"))
        row.since.setAccessibleName(tr("First day"))
        row.until.setAccessibleName(tr("Last day"))
        row.remove.setAccessibleName(tr("Remove this position"))
        row.remove.setToolTip(tr("Remove this position"))
        row.remove.setIcon(self._icons.icon("close"))

    def _lay_out(self) -> None:
        for number, row in enumerate(self._rows, 1):
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, number, column)
                # Left to the layout it is shown too late to take the focus.
                widget.show()
        for head in self._heads:
            head.setVisible(bool(self._rows))
        tab_in_its_place(self)

    def _drop(self, row: PositionRow) -> None:
        self._rows.remove(row)
        self._faulty = None
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _remove(self, row_id: int) -> None:
        for row in [row for row in self._rows if id(row) == row_id]:
            self._drop(row)
        self._lay_out()
        self.add.setFocus()
        self._commit()

    def _add_before(self) -> None:
        """Add a row that ends where the earliest one begins; it counts once its role is chosen."""
        earliest = min((row.position().since for row in self._rows), default=self._present)
        until = earliest - timedelta(days=1)
        self._append(Position(role="", since=until - _A_YEAR, until=until))
        self._rows[-1].role.setFocus()

    def set_present(self, since: date) -> None:
        """Say on which day the present position begins."""
        self._present = since

    def _commit(self) -> None:
        self.committed.emit()
