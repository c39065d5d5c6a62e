"""The page on which a person is added or corrected; a correction is saved when it is made."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.core.edits import Edit, Touched
from planner.core.keeping.person_edits import (
    add_person,
    clear_target,
    correct_person,
    person_faults,
    rename_person,
    set_target,
)
from planner.core.people import Person
from planner.gui.look.icons import Icons
from planner.gui.pages.page import Page
from planner.gui.pages.people.form import PersonForm
from planner.gui.pages.people.positions import PositionsTable
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import hairline, plain_label
from planner.gui.widgets.inputs.fields import Field
from planner.gui.workspace import Workspace

_WIDTH = 640


def new_person_id() -> str:
    """Return an id for a new person; it is random, for an id must not tell the name."""
    return f"person-{secrets.token_hex(4)}"


def correction(before: Person, after: Person, target_edit: Callable[[str], Edit]) -> Edit:
    """Return the edit from one state of a person to another, in the plainest words."""
    if after == replace(before, name=after.name):
        return rename_person(before, after.name)
    if after == replace(before, target=after.target):
        return target_edit(after.target) if after.target else clear_target(before)
    return correct_person(before, after)


class PersonEditor(Page):
    """Corrects the person looked at, or adds a new one; `closed` when that is over."""

    key = "person"
    icon = "person"
    has_paper = False
    closed = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._is_new = False
        self._heading = plain_label(size="title", wraps=True)
        self._hint = plain_label(tone="quiet", wraps=True)
        self._catalogues = QComboBox()
        self._catalogue_field = Field(self._catalogues)
        self.form = PersonForm(workspace.texts, is_full=True)
        self.positions = PositionsTable(icons)
        self._positions_heading = plain_label(strong=True)
        self._positions_fault = plain_label(size="small", tone="danger", wraps=True)
        self.done = QPushButton()
        self.done.setProperty("kind", "primary")
        self.cancel = QPushButton()
        self._build()
        self._catalogues.activated.connect(self._offer)
        self.form.committed.connect(self._on_committed)
        self.positions.committed.connect(self._on_positions)
        self.done.clicked.connect(self._on_done)
        self.cancel.clicked.connect(self.closed)

    @property
    def is_new(self) -> bool:
        """Whether a person is being added."""
        return self._is_new

    @property
    def positions_fault(self) -> str:
        """What is wrong with the past positions, empty while nothing is."""
        return self._positions_fault.text()

    def title(self) -> str:
        """Return the page's name in the present language."""
        return self.workspace.texts.tr("Person")

    def begin_new(self) -> None:
        """Start with an empty person."""
        self._is_new = True
        self._catalogues.clear()
        self.refresh()
        self.form.fill(self._blank())
        self.positions.show_positions(())
        self._show_faults(self._blank(), quiet=True)
        self.form.name.setFocus()

    def begin_edit(self) -> None:
        """Start with the person looked at."""
        self._is_new = False
        self.refresh()
        self.form.name.setFocus()

    def refresh(self) -> None:
        """Show the person's details as they are now."""
        person = self.workspace.person
        texts = self.workspace.texts
        self._word()
        if self._is_new:
            self._heading.setText(texts.tr("New person"))
            if not self._catalogues.count():
                for head in self.workspace.store.catalogue_heads():
                    self._catalogues.addItem(texts.pick(head.title), head.id)
                if person is not None:
                    self._catalogues.setCurrentIndex(self._catalogues.findData(person.catalogue))
            self._offer()
        elif person is not None:
            catalogue = self.workspace.catalogue
            self._heading.setText(person.name)
            self.form.offer(catalogue)
            self.positions.offer(catalogue, texts)
            self.positions.set_present(person.since)
            self.form.fill(person)
            self.positions.show_positions(person.positions)
            self._show_faults(person)
        else:
            self.closed.emit()

    def is_touched(self, touched: Touched) -> bool:
        """Whether an edit changed the person shown."""
        return not self._is_new and super().is_touched(touched)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        super().apply_theme(theme)
        self._fit()

    def _fit(self) -> None:
        self._card.setMaximumWidth(round(_WIDTH * max(1.0, self.theme.text_factor)))

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        self.form.retranslate(self.workspace.texts)
        self._word()

    def _word(self) -> None:
        tr = self.workspace.texts.tr
        self._catalogue_field.name(tr("Catalogue"))
        self._catalogue_field.setVisible(self._is_new and self._catalogues.count() > 1)
        self._positions_heading.setText(tr("Past positions"))
        if self._is_new:
            hint = tr("Nothing is saved until you add the person.")
        elif self.workspace.is_past:
            hint = tr("These are the details of today, whatever day is looked at.")
        else:
            hint = tr("Each change is saved when you leave the field; undo takes it back.")
        self._hint.setText(hint)
        self.done.setText(tr("Add the person") if self._is_new else tr("Done"))
        self.cancel.setText(tr("Cancel"))
        self.cancel.setVisible(self._is_new)

    def _blank(self) -> Person:
        today = self.workspace.today()
        catalogue = str(self._catalogues.currentData() or "")
        return Person(id=new_person_id(), name="", catalogue=catalogue, role="", since=today)

    def _offer(self) -> None:
        chosen = self._catalogues.currentData()
        catalogue = self.workspace.graph_of(chosen).catalogue if chosen else None
        self.form.offer(catalogue)
        self.positions.offer(catalogue, self.workspace.texts)
        self.positions.set_present(self.workspace.today())
        self._catalogue_field.setVisible(self._catalogues.count() > 1)

    def _read(self, person: Person) -> Person:
        positions = self.positions.positions()
        if set(positions) == set(person.positions):
            positions = person.positions
        return replace(self.form.read(person), positions=positions)

    def _show_faults(self, person: Person, *, quiet: bool = False) -> bool:
        catalogue = (
            self.workspace.graph_of(person.catalogue).catalogue if person.catalogue else None
        )
        faults = (
            person_faults(person, catalogue, self.workspace.today())
            if catalogue is not None and not quiet
            else {}
        )
        self.form.show_faults(faults)
        fault = faults.get("positions")
        self._positions_fault.setText(self.workspace.texts.word(fault) if fault else "")
        self._positions_fault.setVisible(fault is not None)
        return bool(faults)

    def _on_committed(self, _field: str) -> None:
        self._save()

    def _on_positions(self) -> None:
        self._save()

    def _save(self) -> None:
        before = self.workspace.person
        if self._is_new or before is None:
            return
        after = self._read(before)
        if self._show_faults(after) or after == before:
            return
        self.workspace.do(correction(before, after, self._target_edit))

    def _target_edit(self, role: str) -> Edit:
        person, catalogue = self.workspace.person, self.workspace.catalogue
        assert person is not None
        assert catalogue is not None
        return set_target(person, role, catalogue)

    def _on_done(self) -> None:
        if not self._is_new:
            self._save()
            self.closed.emit()
            return
        person = self._read(self._blank())
        if self._show_faults(person):
            self.form.focus_first_fault()
        elif self.workspace.do(add_person(person)):
            self._is_new = False
            self.workspace.open_person(person.catalogue, person.id)
            self.closed.emit()

    def _build(self) -> None:
        self._card = card = QFrame()
        card.setObjectName("card")
        self._fit()
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addWidget(self._catalogue_field)
        column.addWidget(self.form)
        column.addWidget(hairline())
        column.addWidget(self._positions_heading)
        column.addWidget(self.positions)
        column.addWidget(self._positions_fault)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.done)
        column.addLayout(buttons)
        inner = QWidget()
        inner.setObjectName("pages")
        middle = QHBoxLayout(inner)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape; what was saved stays saved."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
