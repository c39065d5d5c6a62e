"""The first start: plan my career, I lead a team, or look round with the sample team."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.core.edits import Edit
from planner.core.keeping.person_edits import add_person, person_faults
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.text import LANGUAGES, Language, message_n
from planner.gui.look.icons import Icons
from planner.gui.pages.people.editor import new_person_id
from planner.gui.pages.people.form import PersonForm
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.arrangement.tab_order import tab_as_laid_out
from planner.gui.widgets.choices.choice_card import ChoiceCard
from planner.gui.widgets.display.labels import hairline, plain_label
from planner.gui.widgets.inputs.fields import Field
from planner.gui.workspace import Workspace

_FIRST_PEOPLE = 3
_FORM_WIDTH, _TABLE_WIDTH = 640, 960
_LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "zh_CN": "中文"}


class Welcome(QWidget):
    """The window while the store has nobody; `begun` (Person) and `sample_requested` leave it.

    `import_requested` and `restore_requested` when there are files of one's own already.
    """

    begun = Signal(object)
    sample_requested = Signal()
    import_requested = Signal()
    restore_requested = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._icons = icons
        self._catalogue: Catalogue | None = None
        self._is_team = False
        self._heading = plain_label(size="title", wraps=True)
        self._text = plain_label(tone="quiet", wraps=True)
        self.career = ChoiceCard("career", icons)
        self.team = ChoiceCard("people", icons)
        self.sample = ChoiceCard("map", icons)
        self._own_files = plain_label(tone="quiet")
        self.bring, self.restore = QPushButton(), QPushButton()
        self._languages = {language: QPushButton() for language in LANGUAGES}
        self._language_group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._forms: list[PersonForm] = []
        self.catalogues = QComboBox()
        self._catalogue_field = Field(self.catalogues)
        self._form_column = QVBoxLayout()
        self._form_heading = plain_label(size="title", wraps=True)
        self._form_text = plain_label(tone="quiet", wraps=True)
        self._form_fault = plain_label(tone="danger", wraps=True)
        self.add = QPushButton()
        self.back = QPushButton()
        self.begin = QPushButton()
        self._build()
        self.career.clicked.connect(self.begin_career)
        self.team.clicked.connect(self.begin_team)
        self.sample.clicked.connect(self.sample_requested)
        self.bring.clicked.connect(self.import_requested)
        self.restore.clicked.connect(self.restore_requested)
        self.catalogues.activated.connect(self._offer)
        self.add.clicked.connect(self._add_form)
        self.back.clicked.connect(self.show_choices)
        self.begin.clicked.connect(self._begin)
        self.apply_theme(theme)
        self.show_choices()

    @property
    def forms(self) -> tuple[PersonForm, ...]:
        """The forms being filled in, one a person."""
        return tuple(self._forms)

    @property
    def form_fault(self) -> str:
        """What is wrong with the forms as a whole, empty while nothing is."""
        return "" if self._form_fault.isHidden() else self._form_fault.text()

    def show_choices(self) -> None:
        """Show the three choices."""
        self._stack.setCurrentIndex(0)
        self.retranslate()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        if self._stack.currentIndex() == 0:
            self.career.setFocus()
        elif self._forms:
            self._forms[0].name.setFocus()

    def begin_career(self) -> None:
        """Ask for one person."""
        self._begin_forms(is_team=False)

    def begin_team(self) -> None:
        """Ask for several people."""
        self._begin_forms(is_team=True)

    def show_catalogue(self) -> None:
        """Offer the roles of a catalogue, as soon as one is in the store.

        It is the first one, until one that comes later or another one is chosen.
        """
        before = [self.catalogues.itemData(at) for at in range(self.catalogues.count())]
        heads = self._workspace.store.catalogue_heads()
        new = [head.id for head in heads if before and head.id not in before]
        chosen = new[-1] if new else self.catalogues.currentData()
        self.catalogues.clear()
        for head in heads:
            self.catalogues.addItem(self._workspace.texts.pick(head.title), head.id)
        self.catalogues.setCurrentIndex(max(0, self.catalogues.findData(chosen)))
        self._offer()

    def _offer(self) -> None:
        chosen = self.catalogues.currentData()
        self._catalogue = self._workspace.graph_of(chosen).catalogue if chosen else None
        self._catalogue_field.setVisible(self.catalogues.count() > 1)
        for form in self._forms:
            form.offer(self._catalogue)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the present language."""
        tr = self._workspace.texts.tr
        self._heading.setText(tr("Welcome to Career Planner"))
        self._text.setText(
            tr("See where a career can go, what the next role asks, and what is still missing. "
               "Everything stays on this computer.")
        )  # fmt: skip
        self.career.say(
            tr("Plan my career"),
            tr("Say who you are and which role you hold: four fields, then you see the map."),
        )
        self.team.say(
            tr("I lead a team"),
            tr("The same for several people, one row each. More can be added at any time."),
        )
        self.sample.say(
            tr("Look round with the sample team"),
            tr("Eight invented people with two years of ratings. Nothing you do there is kept."),
        )
        self._own_files.setText(tr("Files of your own already?"))
        for button, words, what in (
            (self.bring, tr("Import…"), tr("Import catalogues or people")),
            (self.restore, tr("Restore…"), tr("Restore a backup")),
        ):
            button.setText(words)
            button.setToolTip(what)
            button.setAccessibleDescription(what)
            # What comes from files must not meet what is still being put in.
            button.setEnabled(self._catalogue is not None)
        self._catalogue_field.name(tr("Catalogue"))
        for language, button in self._languages.items():
            button.setText(_LANGUAGE_NAMES[language])
            button.setChecked(language == self._workspace.texts.language)
        self._form_heading.setText(tr("I lead a team") if self._is_team else tr("Plan my career"))
        self._form_text.setText(
            tr("One row a person; empty rows do not count.")
            if self._is_team
            else tr("You can correct all of this later.")
        )
        self._form_fault.setText(tr("Enter at least one person."))
        self.add.setText(tr("Add a row"))
        self.add.setIcon(self._icons.icon("plus", "accent"))
        self.back.setText(tr("Back"))
        self.begin.setText(
            tr("Show the map") if self._catalogue else tr("Preparing the catalogue…")
        )
        self.begin.setEnabled(self._catalogue is not None)
        for form in self._forms:
            form.retranslate(self._workspace.texts)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._text_factor = theme.text_factor
        self._fit()
        self.retranslate()

    def _fit(self) -> None:
        width = _TABLE_WIDTH if self._is_team else _FORM_WIDTH
        self._form_card.setMaximumWidth(round(width * self._text_factor))

    def _begin_forms(self, *, is_team: bool) -> None:
        self._is_team = is_team
        self._fit()
        for form in self._forms:
            self._form_column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._forms = []
        for _ in range(_FIRST_PEOPLE if is_team else 1):
            self._append_form()
        self._form_fault.hide()
        self.add.setVisible(is_team)
        self._stack.setCurrentIndex(1)
        self.retranslate()
        self._forms[0].name.setFocus()

    def _append_form(self) -> None:
        form = PersonForm(self._workspace.texts, is_full=False, in_row=self._is_team)
        form.offer(self._catalogue)
        form.since.show_day(self._workspace.today())
        if self._forms:
            form.hide_names()
        self._forms.append(form)
        self._form_column.addWidget(form)
        tab_as_laid_out(self._form_card)

    def _add_form(self) -> None:
        self._append_form()
        self._forms[-1].name.setFocus()

    def _begin(self) -> None:
        """Add everybody in one edit, or show each fault at its field."""
        catalogue = self._catalogue
        if catalogue is None:
            return
        people = []
        faulty: PersonForm | None = None
        for form in self._forms:
            person = form.read(self._blank(catalogue.id))
            counts = not self._is_team or person.name or person.role or person.industry
            faults = person_faults(person, catalogue, self._workspace.today()) if counts else {}
            form.show_faults(faults)
            faulty = faulty or (form if faults else None)
            if counts:
                people.append(person)
        if faulty is not None:
            faulty.focus_first_fault()
            return
        self._form_fault.setVisible(not people)
        if people and self._workspace.do(_add_all(people)):
            self.begun.emit(people[0])

    def _blank(self, catalogue: str) -> Person:
        return Person(
            id=new_person_id(), name="", catalogue=catalogue, role="", since=self._workspace.today()
        )

    def _build(self) -> None:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addSpacing(16)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        column.addLayout(cards)
        for card in (self.career, self.team, self.sample):
            cards.addWidget(card, 1)
        column.addSpacing(8)
        self._add_language_row(column)
        self._form_card = QFrame()
        self._form_card.setObjectName("card")
        form = QVBoxLayout(self._form_card)
        form.setContentsMargins(24, 20, 24, 20)
        form.setSpacing(12)
        form.addWidget(self._form_heading)
        form.addWidget(self._form_text)
        form.addWidget(self._catalogue_field)
        self._catalogue_field.hide()
        form.addLayout(self._form_column)
        self.add.setProperty("kind", "link")
        form.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        form.addWidget(self._form_fault)
        form.addWidget(hairline())
        self.begin.setProperty("kind", "primary")
        self.begin.setDefault(True)
        buttons = QHBoxLayout()
        form.addLayout(buttons)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.begin)
        for part in (choices, _in_the_middle(self._form_card)):
            self._stack.addWidget(part)
        inner = QWidget()
        inner.setObjectName("pages")
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(64, 32, 64, 32)
        middle.addStretch(1)
        middle.addWidget(self._stack)
        middle.addStretch(2)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _add_language_row(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        column.addLayout(row)
        row.addWidget(self._own_files)
        for button in (self.bring, self.restore):
            button.setProperty("kind", "link")
            row.addWidget(button)
        row.addStretch(1)
        for language, button in self._languages.items():
            button.setProperty("kind", "option")
            button.setCheckable(True)
            button.clicked.connect(partial(self._workspace.set_language, language))
            self._language_group.addButton(button)
            row.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape; Enter begins, or presses the button that has the focus."""
        filling = self._stack.currentIndex() == 1
        if press_focused_button(event):
            return
        if filling and event.key() == Qt.Key.Key_Escape:
            self.show_choices()
        elif filling and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin()
        else:
            super().keyPressEvent(event)


def _in_the_middle(card: QWidget) -> QWidget:
    outer = QWidget()
    row = QHBoxLayout(outer)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
    return outer


def _add_all(people: list[Person]) -> Edit:
    """Return the edit that adds everybody at once."""
    edits = [add_person(person) for person in people]
    if len(edits) == 1:
        return edits[0]
    changes = tuple(change for edit in edits for change in edit.changes)
    return Edit(message_n("Add {count} person", "Add {count} people", len(people)), changes)
