"""The person menu: recent people first, then all, with search, add, edit and remove."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.core.people import Person
from planner.core.searching import has_words, words_of
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.choices.entry_list import Entry, EntryList, SearchField
from planner.gui.widgets.choices.popover import Popover
from planner.gui.widgets.display.labels import hairline
from planner.gui.window.memory import MOST_RECENT
from planner.gui.workspace import Workspace

_WIDTH = 340


class PeopleMenu(Popover):
    """Lists people to look at (`person_requested`), and what else can be done with them."""

    person_requested = Signal(object)
    add_requested = Signal()
    edit_requested = Signal()
    assess_requested = Signal()
    remove_requested = Signal()

    def __init__(self, workspace: Workspace, icons: Icons, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._icons = icons
        self._theme = theme
        self._people: tuple[Person, ...] = ()
        self._recent = 0
        self.list = EntryList(theme)
        self.field = SearchField(self.list)
        self.add = QPushButton()
        self.edit = QPushButton()
        self.assess = QPushButton()
        self.remove = QPushButton()
        self.contents.addWidget(self.field)
        self.contents.addWidget(self.list)
        self.contents.addWidget(hairline())
        for button, wish in (
            (self.add, self.add_requested),
            (self.edit, self.edit_requested),
            (self.assess, self.assess_requested),
            (self.remove, self.remove_requested),
        ):
            button.setProperty("kind", "link")
            self.contents.addWidget(button)
            button.clicked.connect(self.dismiss)
            button.clicked.connect(wish)
        self.field.textChanged.connect(self._search)
        self.list.chosen.connect(self._choose)
        self.retranslate()

    def open_below(self, anchor: QWidget, recent: Sequence[tuple[str, str]]) -> None:
        """Open with everybody; `recent` (catalogue, id) come first, the newest at the top."""
        texts = self._workspace.texts
        people: list[Person] = sorted(
            self._workspace.store.people(),
            key=lambda person: cast("Any", texts.sort_key(person.name)),
        )
        by_key = {(person.catalogue, person.id): person for person in people}
        first = [by_key[key] for key in recent if key in by_key][:MOST_RECENT]
        self._people = (*first, *(person for person in people if person not in first))
        self._recent = len(first)
        self.retranslate()
        self.field.clear()
        self._search("")
        self.open_at(anchor, round(_WIDTH * self._theme.text_factor), self.field)
        self._fit_names()

    def retranslate(self) -> None:
        """Word everything in the present language."""
        tr = self._workspace.texts.tr
        person = self._workspace.person
        self.field.setPlaceholderText(tr("Find a person"))
        self.field.setAccessibleName(tr("Find a person"))
        self.list.setAccessibleName(tr("People"))
        self.add.setText(tr("Add a person…"))
        for button in (self.edit, self.assess, self.remove):
            button.setVisible(person is not None)
        self.assess.setText(tr("Assess skills…"))
        if person is not None:
            for button in (self.edit, self.remove):
                button.setAccessibleName(self._words(button, person.name))
        self._fit_names()
        for button, icon in (
            (self.add, "person-add"),
            (self.edit, "edit"),
            (self.assess, "assess"),
            (self.remove, "remove"),
        ):
            button.setIcon(self._icons.icon(icon, "accent"))

    def _words(self, button: QPushButton, name: str) -> str:
        tr = self._workspace.texts.tr
        return (
            tr("Edit {name}…", name=name) if button is self.edit else tr("Remove {name}", name=name)
        )

    def _fit_names(self) -> None:
        """Shorten a name for which a button has no room, and say the whole one in its tip."""
        person = self._workspace.person
        if person is None:
            return
        for button in (self.edit, self.remove):
            button.ensurePolished()
            button.setText(self._words(button, ""))
            room = self.contents_width - button.sizeHint().width()
            name = button.fontMetrics().elidedText(person.name, Qt.TextElideMode.ElideRight, room)
            is_cut = name != person.name
            button.setText(self._words(button, name).replace("&", "&&"))
            whole = html.escape(self._words(button, person.name))
            button.setToolTip(f"<p>{whole}</p>" if is_cut else "")

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self.list.apply_theme(theme)

    def _search(self, said: str) -> None:
        words = words_of(said)
        entries = [self._entry(person) for person in self._people if has_words(person.name, words)]
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self.place()

    def _entry(self, person: Person) -> Entry:
        """Return the row of a person, of whom it says so who is looked at."""
        texts, seen = self._workspace.texts, self._workspace.person
        parts = [role] if (role := self._role_of(person)) else []
        is_seen = seen is not None and (seen.catalogue, seen.id) == (person.catalogue, person.id)
        if is_seen:
            parts.append(texts.tr("shown now"))
        icon = self._icons.icon(
            "check" if is_seen else "person", "accent" if is_seen else "text-quiet"
        )
        return Entry(person, person.name, texts.tr(" · ").join(parts), icon)

    def _role_of(self, person: Person) -> str:
        catalogue = self._workspace.graph_of(person.catalogue).catalogue
        held = person.position_on(self._workspace.as_of).role
        known = catalogue.has_role(held)
        return self._workspace.texts.pick(catalogue.role(held).name) if known else ""

    def _choose(self, person: Person) -> None:
        self.dismiss()
        self.person_requested.emit(person)
