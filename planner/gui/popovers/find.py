"""Find anywhere (Ctrl+K): a list over roles, skills and people, in either language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.core.finding import (
    Comparison,
    Findable,
    FindableKind,
    find,
    findables,
    roles_to_compare,
)
from planner.core.text import Message, message
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.choices.entry_list import Entry, EntryList, SearchField
from planner.gui.widgets.choices.popover import Popover
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace

_WIDTH = 460
_KINDS: dict[FindableKind, Message] = {
    "role": message("Role"),
    "skill": message("Skill"),
    "person": message("Person"),
}


class FindPopover(Popover):
    """Searches while one types; `found` (Findable) when one is chosen.

    `comparison_found` (role id) for a role that is to be compared with the present one.
    """

    found = Signal(object)
    comparison_found = Signal(str)

    def __init__(self, workspace: Workspace, icons: Icons, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._icons = icons
        self._theme = theme
        self._among: tuple[Findable, ...] = ()
        self.list = EntryList(theme)
        self.field = SearchField(self.list)
        self._hint = plain_label(tone="quiet", wraps=True)
        self.contents.addWidget(self.field)
        self.contents.addWidget(self._hint)
        self.contents.addWidget(self.list)
        self.field.textChanged.connect(self._search)
        self.list.chosen.connect(self._choose)
        self.retranslate()

    @property
    def hint(self) -> str:
        """What is said while the list is empty."""
        return "" if self._hint.isHidden() else self._hint.text()

    def open_below(self, anchor: QWidget) -> None:
        """Open with an empty field."""
        people = self._workspace.store.people()
        self._among = findables(self._workspace.catalogue, people, self._workspace.as_of)
        self.field.clear()
        self._search("")
        self.open_at(anchor, round(_WIDTH * self._theme.text_factor), self.field)

    def retranslate(self) -> None:
        """Word the field in the present language."""
        tr = self._workspace.texts.tr
        self.field.setPlaceholderText(tr("Find a role, a skill, a person"))
        self.field.setAccessibleName(tr("Find a role, a skill, a person"))
        self.list.setAccessibleName(tr("What was found"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self.list.apply_theme(theme)

    def _search(self, said: str) -> None:
        texts = self._workspace.texts
        entries = []
        for thing in find(said, self._among):
            kind = texts.word(_KINDS[thing.kind])
            detail = texts.pick(thing.detail)
            entries.append(
                Entry(
                    thing,
                    texts.pick(thing.name),
                    f"{kind} · {detail}" if detail else kind,
                    self._icons.icon(thing.kind),
                )
            )
        entries += self._comparisons(said)
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._hint.setVisible(not entries)
        self._hint.setText(
            texts.tr("Nothing has this name. Try a part of it, in either language.")
            if said.strip()
            else texts.tr("Type a part of a name, in English or Chinese.")
        )
        self.place()

    def _comparisons(self, said: str) -> list[Entry]:
        """Return what the role that fits best, or after “compare” all, can be compared with."""
        workspace, texts = self._workspace, self._workspace.texts
        person, catalogue = workspace.person, workspace.catalogue
        if person is None or catalogue is None:
            return []
        present = person.position_on(workspace.as_of).role
        if not catalogue.has_role(present):
            return []
        name = texts.pick(catalogue.role(present).name)
        roles = [thing for thing in self._among if thing.kind == "role" and thing.id != present]
        return [
            Entry(
                Comparison(thing.id),
                texts.tr(
                    "Compare {role} with {present}", role=texts.pick(thing.name), present=name
                ),
                "",
                self._icons.icon("compare"),
            )
            for thing in roles_to_compare(said, texts.tr("Compare"), roles)
        ]

    def _choose(self, thing: Findable | Comparison) -> None:
        self.dismiss()
        if isinstance(thing, Comparison):
            self.comparison_found.emit(thing.role)
        else:
            self.found.emit(thing)
