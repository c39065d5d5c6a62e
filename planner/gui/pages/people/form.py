"""The fields of a person: name, role, since when, industry, and in full also hours and target."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.core.keeping.person_edits import HOURS_OF_A_WEEK
from planner.core.model import Catalogue
from planner.core.people import DEFAULT_HOURS_A_WEEK, Person
from planner.core.text import Message, Texts
from planner.gui.widgets.inputs.fields import DayField, Field
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.gui.widgets.inputs.number_field import NumberField
from planner.gui.widgets.inputs.search_combo import RoleCombo

_ROW_STRETCH = (3, 4, 2, 3)


class PersonForm(QWidget):
    """Shows and reads a person's details; `committed` (field) when one was changed to the end."""

    committed = Signal(str)

    def __init__(
        self,
        texts: Texts,
        *,
        is_full: bool,
        in_row: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._catalogue: Catalogue | None = None
        self.name = LineEdit()
        self.role = RoleCombo()
        self.since = DayField()
        self.industry = LineEdit()
        self.hours = NumberField(1)
        self.hours.setRange(0, HOURS_OF_A_WEEK)
        self.hours.setValue(DEFAULT_HOURS_A_WEEK)
        self.target = RoleCombo()
        self.fields: dict[str, Field] = {
            "name": Field(self.name),
            "role": Field(self.role),
            "since": Field(self.since),
            "industry": Field(self.industry),
        }
        if is_full:
            self.fields["hours_a_week"] = Field(self.hours)
            self.fields["target"] = Field(self.target)
        else:
            self.hours.setParent(self)
            self.target.setParent(self)
            self.hours.hide()
            self.target.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        columns = len(self.fields) if in_row else 2
        for number, field in enumerate(self.fields.values()):
            place = divmod(number, columns)
            grid.addWidget(field, *place, alignment=Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place[1], _ROW_STRETCH[number] if in_row else 1)
        self.name.editingFinished.connect(partial(self.committed.emit, "name"))
        self.role.activated.connect(self._on_role)
        self.since.editingFinished.connect(partial(self.committed.emit, "since"))
        self.industry.editingFinished.connect(partial(self.committed.emit, "industry"))
        self.hours.editingFinished.connect(partial(self.committed.emit, "hours_a_week"))
        self.target.activated.connect(self._on_target)
        # What is being mended is no fault until it is left.
        for name, changed in (
            ("name", self.name.textEdited),
            ("role", self.role.typed),
            ("role", self.role.activated),
            ("since", self.since.dateChanged),
            ("industry", self.industry.textEdited),
        ):
            changed.connect(partial(self._forget_fault, name))
        self.retranslate(texts)

    def hide_names(self) -> None:
        """Leave the names of the fields to the row above."""
        for field in self.fields.values():
            field.hide_name()

    def offer(self, catalogue: Catalogue | None) -> None:
        """Offer the roles of a catalogue."""
        self._catalogue = catalogue
        self.role.offer(catalogue, self._texts)
        self.target.offer(catalogue, self._texts, self._texts.tr("No target"))

    def fill(self, person: Person, keep: Collection[str] = ()) -> None:
        """Show a person's details; a field that shows them already, or is in `keep`, stays."""
        for field, line, text in (
            ("name", self.name, person.name),
            ("industry", self.industry, person.industry),
        ):
            if field not in keep and line.text() != text:
                line.setText(text)
        for field, combo, role in (
            ("role", self.role, person.role),
            ("target", self.target, person.target),
        ):
            if field not in keep:
                combo.choose(role)
                if role and not combo.role():
                    combo.setEditText(role)
        if "since" not in keep:
            self.since.show_day(person.since)
        if "hours_a_week" not in keep:
            self.hours.setValue(person.hours_a_week)

    def read(self, person: Person) -> Person:
        """Return the person with the details that the fields show.

        Words that are no role's name are read as an id, which no role has.
        """
        return replace(
            person,
            name=self.name.text().strip(),
            role=self.role.unknown or self.role.role(),
            since=self.since.day() or date.min,
            industry=self.industry.text().strip(),
            hours_a_week=self.hours.value(),
            target=self.target.unknown or self.target.role() or None,
        )

    def show_faults(self, faults: Mapping[str, Message]) -> None:
        """Show each fault at its field."""
        for name, field in self.fields.items():
            fault = faults.get(name)
            field.show_fault(self._texts.word(fault) if fault else "")

    def _forget_fault(self, name: str, *_now: object) -> None:
        self.fields[name].show_fault("")

    def focus_first_fault(self) -> bool:
        """Put the cursor into the first field with a fault; return False where there is none."""
        for field in self.fields.values():
            if field.fault:
                field.editor.setFocus()
                return True
        return False

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language."""
        self._texts = texts
        tr = texts.tr
        self.fields["name"].name(tr("Name"))
        self.fields["role"].name(tr("Present role"))
        self.fields["since"].name(tr("Since"))
        self.fields["industry"].name(tr("Industry"))
        if "hours_a_week" in self.fields:
            self.fields["hours_a_week"].name(tr("Hours a week for practice"))
            self.fields["target"].name(tr("Target"))
        self.role.setPlaceholderText(tr("Choose a role"))
        self.industry.setPlaceholderText(tr("e.g. software"))
        self.offer(self._catalogue)

    def _on_role(self) -> None:
        self.committed.emit("role")

    def _on_target(self) -> None:
        self.committed.emit("target")
