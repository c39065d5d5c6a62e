"""Taking up a role, in its place beside the page: it says what changes before it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.core.gaps import first_role_to_open
from planner.core.keeping.person_edits import change_person
from planner.core.people import Person
from planner.core.roles.change import (
    RoleChange,
    gap_of_next_step,
    role_change,
    role_change_faults,
    role_change_label,
)
from planner.gui.look.icons import Icons
from planner.gui.pages.page import Page
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import breakable, hairline, plain_label
from planner.gui.widgets.inputs.fields import DayField, Field
from planner.gui.widgets.inputs.search_combo import RoleCombo
from planner.gui.workspace import Workspace
from planner.report.roles.change_words import (
    ChangeLine,
    change_heading,
    change_lines,
    taken_up_words,
)

_MARGIN = 24
_ICON = 16
_LARGE_TEXT = 1.3


class RoleChangePanel(Page):
    """Asks for role and day; `taken_up` (Message) once it is done, `closed` when it is over.

    The day is today, or the past day that is looked at: then the history is corrected.
    """

    key = "role-change"
    icon = "career"
    taken_up = Signal(object)
    closed = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._icons = icons
        self._shown_person: tuple[str, str] | None = None
        self._change: RoleChange | None = None
        self._is_preset = False
        self._heading = plain_label(size="title", wraps=True)
        self._standing = plain_label(tone="quiet", wraps=True)
        self.role = RoleCombo()
        self.role_field = Field(self.role)
        self.day = DayField()
        self.day_field = Field(self.day)
        self._kind = plain_label(strong=True, wraps=True)
        self._told = QWidget()
        self._lines = QGridLayout(self._told)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(10)
        self._lines.setVerticalSpacing(8)
        self._lines.setColumnStretch(1, 1)
        self._pictures: list[QLabel] = []
        self._shown: list[QLabel] = []
        self.take = QPushButton()
        self.take.setProperty("kind", "primary")
        self.cancel = QPushButton()
        self._undo_hint = plain_label(size="small", tone="quiet", wraps=True)
        self._build()
        self.role.activated.connect(self._tell)
        self.role.unknown_changed.connect(self._tell)
        self.day.dateChanged.connect(self._tell)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.closed)
        self.retranslate()

    @property
    def words(self) -> tuple[str, ...]:
        """What is said to change, a line each; empty while something is wrong."""
        return tuple(label.text() for label in self._shown)

    @property
    def kind(self) -> str:
        """What kind of step it is said to be."""
        return self._kind.text()

    def title(self) -> str:
        """Return the panel's name."""
        return self.workspace.texts.tr("Take up a role")

    def begin(self, role: str = "") -> None:
        """Begin with a role, else with the one that matters next, on the day looked at."""
        person = self.workspace.person
        self._shown_person = (person.catalogue, person.id) if person else None
        self.day.show_day(self.workspace.as_of)
        self._offer()
        self.role.choose(role or self._proposed())
        self._is_preset = bool(role)
        self.refresh()

    def focus_first(self) -> None:
        """Put the cursor where something is still to be said."""
        (self.day if self._is_preset else self.role).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show who takes up what, and what that changes."""
        person = self.workspace.person
        if person is None or self._shown_person != (person.catalogue, person.id):
            self.closed.emit()
            return
        self._offer()
        self._tell()

    def retranslate(self) -> None:
        """Word everything in the present language."""
        tr = self.workspace.texts.tr
        self._heading.setText(self.title())
        self.role_field.name(tr("Role"))
        self.role.setPlaceholderText(tr("Choose a role"))
        self.day_field.name(tr("From this day on"))
        self.take.setText(tr("Take up the role"))
        self.cancel.setText(tr("Cancel"))
        self._undo_hint.setText(tr("Undo takes it back."))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._standing)
        column.addWidget(self.role_field)
        column.addWidget(self.day_field)
        column.addWidget(hairline())
        column.addWidget(self._kind)
        column.addWidget(self._told)
        column.addSpacing(4)
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        column.addLayout(buttons)
        buttons.addWidget(self.take, 1)
        buttons.addWidget(self.cancel)
        self._arrange()
        column.addWidget(self._undo_hint)
        column.addStretch(1)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        super().apply_theme(theme)
        self._arrange()

    def _arrange(self) -> None:
        """Set the buttons below each other where large text leaves no room for both."""
        direction, is_large = QBoxLayout.Direction, self.theme.text_factor > _LARGE_TEXT
        self._buttons.setDirection(direction.TopToBottom if is_large else direction.LeftToRight)

    def _offer(self) -> None:
        self.role.offer(self.workspace.catalogue, self.workspace.texts)

    def _proposed(self) -> str:
        """Return the role selected on the page, else the one that matters next."""
        workspace = self.workspace
        person, graph = workspace.person, workspace.graph
        if person is None or graph is None:
            return ""
        present = person.position_on(workspace.as_of).role
        if workspace.selected_role and workspace.selected_role != present:
            return workspace.selected_role
        following = first_role_to_open(graph, person, workspace.gaps())
        return following if following != present else ""

    def _tell(self) -> None:
        """Say what changes, or what is wrong at its field."""
        workspace = self.workspace
        texts, today = workspace.texts, workspace.today()
        person, catalogue = workspace.person, workspace.catalogue
        if person is None or catalogue is None:
            return
        self._standing.setText(breakable(self._standing_words(person)))
        role, on = self.role.unknown or self.role.role(), self.day.day()
        faults = role_change_faults(person, role, on, catalogue, today)
        for field, name in ((self.role_field, "role"), (self.day_field, "on")):
            fault = faults.get(name)
            # Nothing chosen yet is no fault that needs to be said.
            is_said = fault is not None and (name != "role" or bool(role))
            field.show_fault(texts.word(fault) if fault is not None and is_said else "")
        self.take.setEnabled(not faults)
        self._change = None
        if faults or on is None:
            self._kind.setText("")
            self._show(())
            return
        self._change = change = role_change(person, role, on, catalogue)
        self._kind.setText(breakable(change_heading(change, catalogue, texts)))
        self._show(self._lines_of(change, on))

    def _lines_of(self, change: RoleChange, on: date) -> tuple[ChangeLine, ...]:
        workspace = self.workspace
        graph = workspace.graph
        if graph is None:
            return ()
        next_step = None
        if change.is_present:
            next_step = gap_of_next_step(
                graph, change.after, workspace.ratings(), workspace.basis, workspace.today()
            )
        now = workspace.gaps().get(change.role)
        return change_lines(change, graph.catalogue, workspace.texts, now=now, next_step=next_step)

    def _show(self, lines: tuple[ChangeLine, ...]) -> None:
        for part in (*self._pictures, *self._shown):
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._pictures = [plain_label() for _ in lines]
        self._shown = [plain_label(breakable(line.words), wraps=True) for line in lines]
        side = round(_ICON * self.theme.text_factor)
        parts = zip(lines, self._pictures, self._shown, strict=True)
        for row, (line, picture, label) in enumerate(parts):
            picture.setPixmap(self._icons.icon(line.icon).pixmap(QSize(side, side)))
            self._lines.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(label, row, 1)
        self._told.setVisible(bool(lines))
        said = " ".join((self._kind.text(), *(line.words for line in lines)))
        self.take.setAccessibleDescription(said.strip())

    def _standing_words(self, person: Person) -> str:
        texts, catalogue = self.workspace.texts, self.workspace.catalogue
        position = person.position_on(self.workspace.as_of)
        role = position.role
        if catalogue is not None and catalogue.has_role(role):
            role = texts.pick(catalogue.role(role).name)
        return texts.tr(
            "{name}, {role} since {day}",
            name=person.name,
            role=role,
            day=texts.date(position.since),
        )

    def _take(self) -> None:
        change, catalogue = self._change, self.workspace.catalogue
        if change is None or catalogue is None:
            return
        said = taken_up_words(change, catalogue)
        label = role_change_label(change, catalogue)
        if self.workspace.do(change_person(change.before, change.after, label)):
            self.taken_up.emit(said)
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
