"""The page on which a person is added or corrected; a correction is saved when it is made."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
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
    person_faults,
    position_fault,
    set_target,
)
from planner.core.model import Catalogue
from planner.core.people import Person, Position
from planner.core.text import Message
from planner.gui.look.icons import Icons
from planner.gui.pages.page import Page
from planner.gui.pages.people.form import PersonForm
from planner.gui.pages.people.positions import PositionsTable
from planner.gui.pages.people.unsaved import (
    NEW,
    Whose,
    changed_details,
    correction,
    left_words,
    whose,
)
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.display.labels import hairline, plain_label
from planner.gui.widgets.inputs.fields import Field
from planner.gui.workspace import Workspace

_WIDTH = 640


def new_person_id() -> str:
    """Return an id for a new person; it is random, for an id must not tell the name."""
    return f"person-{secrets.token_hex(4)}"


class PersonEditor(Page):
    """Corrects the person looked at, or adds a new one; `closed` when that is over.

    What cannot be saved stays in its field, also while other pages are in front: `left` (sentences,
    catalogue and id, both empty for a new person) says that it was left so.
    """

    key = "person"
    icon = "person"
    has_paper = False
    closed = Signal()
    left = Signal(object, object)

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._is_new = False
        self._shown: Whose | None = None
        # The details as the fields showed them before anything was typed.
        self._filled: Person | None = None
        self._drafts: dict[Whose, dict[str, Any]] = {}
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
        self.cancel.clicked.connect(self._on_cancel)

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

    @property
    def unsaved(self) -> dict[str, Any]:
        """What was typed and is not saved, by the names of `Person`."""
        if self._filled is None:
            return {}
        return changed_details(self._filled, self._read(self._filled))

    def begin_new(self) -> None:
        """Start with an empty person, or with what was left unfinished of one."""
        if self._shown == NEW:
            self.form.name.setFocus()
            return
        self._leave_shown()
        self._is_new, self._shown = True, NEW
        self._catalogues.clear()
        self.refresh()
        blank, draft = self._blank(), self._drafts.pop(NEW, {})
        self._fill(blank)
        self._filled = self._read(blank)
        self._fill(replace(blank, **draft))
        self._show_faults(blank, quiet=True)
        self.form.name.setFocus()

    def begin_edit(self) -> None:
        """Start with the person looked at, at a fault where one was left."""
        self._is_new = False
        self.refresh()
        if not self.unsaved or not self._focus_first_fault():
            self.form.name.setFocus()

    @property
    def left_by(self) -> Whose:
        """Whose details hold something that is not saved; empty for a new person or for nobody."""
        if self._shown is not None and self.unsaved:
            return self._shown
        return next(iter(self._drafts), NEW)

    def save_all(self) -> bool:
        """Save what was typed; return False where something is left that is not saved."""
        is_saved = not self.unsaved or (not self._is_new and self._save())
        return is_saved and not self._drafts

    def refresh(self) -> None:
        """Show the person's details as they are now; what was typed and is not saved stays."""
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
            self._show_person(person)
        else:
            self.closed.emit()

    def _show_person(self, person: Person) -> None:
        if self._shown != whose(person):
            self._leave_shown()
        kept, self._shown = self.unsaved, whose(person)
        draft = self._drafts.pop(self._shown, {}) if not kept else {}
        catalogue = self.workspace.catalogue
        self._heading.setText(person.name)
        self.form.offer(catalogue)
        self.positions.offer(catalogue, self.workspace.texts)
        self.positions.set_present(person.since)
        self._fill(replace(person, **draft), keep=kept)
        typed = {**draft, **kept}
        seen = {name: getattr(person, name) for name in typed}
        self._filled = replace(self._read(person), **seen)
        self._show_faults(replace(person, **typed))

    def _fill(self, person: Person, keep: Collection[str] = ()) -> None:
        self.form.fill(person, keep)
        if "positions" not in keep:
            self.positions.show_positions(person.positions)

    def _leave_shown(self) -> None:
        """Keep what is not saved of the person shown, and say so; then show nobody."""
        if self._shown is not None and (unsaved := self.unsaved):
            self._drafts[self._shown] = unsaved
            self.left.emit(left_words(self._shown, self._heading.text(), unsaved), self._shown)
        self._shown = self._filled = None

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
        self.cancel.setText(tr("Cancel") if self._is_new else tr("Discard what is not saved"))
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
        today, present = self.workspace.today(), person.since
        faults: dict[str, Message] = {}
        if catalogue is not None and not quiet:
            faults = person_faults(person, catalogue, today)
            present = self._present_to_judge_by(person, catalogue)
            if "positions" in faults and present != person.since:
                # The positions were right before the day was changed: that is to be mended.
                faults["since"] = faults.pop("positions")

        def judge(position: Position) -> tuple[str, Message] | None:
            if catalogue is None or quiet:
                return None
            return position_fault(position, present, catalogue, today)

        self.positions.show_faults(judge)
        self.form.show_faults(faults)
        self.cancel.setVisible(self._is_new or bool(faults and self.unsaved))
        fault = faults.get("positions")
        self._positions_fault.setText(self.workspace.texts.word(fault) if fault else "")
        self._positions_fault.setVisible(fault is not None)
        return bool(faults)

    def _present_to_judge_by(self, person: Person, catalogue: Catalogue) -> date:
        """Return the first day in the present role by which past positions are right or wrong."""
        before = self._filled.since if self._filled is not None else person.since
        as_before = person_faults(replace(person, since=before), catalogue, self.workspace.today())
        return person.since if "positions" in as_before else before

    def _on_committed(self, field: str) -> None:
        if self._is_new and field == "since":
            self._judge_day()
        self._save()

    def _judge_day(self) -> None:
        """Say what is wrong with the day of a new person as soon as it is left."""
        person = self._read(self._blank())
        catalogue = self.workspace.graph_of(person.catalogue).catalogue
        fault = person_faults(person, catalogue, self.workspace.today()).get("since")
        if fault is not None:
            self.form.fields["since"].show_fault(self.workspace.texts.word(fault))

    def _on_positions(self) -> None:
        self._save()

    def _save(self) -> bool:
        """Save what was typed; return False where it cannot be, which is said at the field."""
        before = self.workspace.person
        if self._is_new or before is None or self._shown != whose(before):
            return False
        after = replace(before, **self.unsaved)
        if self._show_faults(after):
            return after == before
        return after == before or self.workspace.do(correction(before, after, self._target_edit))

    def _focus_first_fault(self) -> bool:
        """Put the cursor where something is to be mended; return False where nothing is."""
        if not self.form.focus_first_fault() and not self.positions.focus_first_fault():
            return False
        if (field := self.focusWidget()) is not None:
            self._area.ensureWidgetVisible(field)
        return True

    def _target_edit(self, role: str) -> Edit:
        person, catalogue = self.workspace.person, self.workspace.catalogue
        assert person is not None
        assert catalogue is not None
        return set_target(person, role, catalogue)

    def _on_done(self) -> None:
        if not self._is_new:
            if self._save():
                self.closed.emit()
            else:
                self._focus_first_fault()
            return
        person = self._read(self._blank())
        if self._show_faults(person):
            self._focus_first_fault()
        elif self.workspace.do(add_person(person)):
            self._is_new = False
            self._shown = self._filled = None
            self.workspace.open_person(person.catalogue, person.id)
            self.closed.emit()

    def _on_cancel(self) -> None:
        """Let go of what is not saved."""
        self._filled = None
        self.refresh()
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
        column.addLayout(buttons)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.done)
        inner = QWidget()
        inner.setObjectName("pages")
        middle = QHBoxLayout(inner)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        self._area = area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape, as by Done; a new person can be gone on with, and is added on Enter."""
        if press_focused_button(event):
            return
        if self._is_new and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_done()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._is_new:
            self.closed.emit()
        else:
            self._on_done()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say what is left unsaved when another page comes to the front."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.save_all()
            self._leave_shown()
