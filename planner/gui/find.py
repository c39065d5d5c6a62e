"""Find anywhere (Ctrl+K): a list over roles, skills and people, in either language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.core.finding import Findable, FindableKind, find, findables
from planner.core.text import Message, message
from planner.gui.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.entry_list import Entry, EntryList, SearchField
from planner.gui.widgets.labels import plain_label
from planner.gui.widgets.popover import Popover
from planner.gui.workspace import Workspace

_WIDTH = 460
_KINDS: dict[FindableKind, Message] = {
    "role": message("Role"),
    "skill": message("Skill"),
    "person": message("Person"),
}


class FindPopover(Popover):
    """Searches while one types; `found` (Findable) when one is chosen."""

    found = Signal(object)

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
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._hint.setVisible(not entries)
        self._hint.setText(
            texts.tr("Nothing has this name. Try a part of it, in either language.")
            if said.strip()
            else texts.tr("Type a part of a name, in English or Chinese.")
        )
        self.place()

    def _choose(self, thing: Findable) -> None:
        self.dismiss()
        self.found.emit(thing)
