"""A button that names a role and opens the list of all roles, the next ones first, to search in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from planner.core.finding import find, findables
from planner.core.graph import PromotionGraph
from planner.core.model import Role
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.choices.chooser_button import ChooserButton
from planner.gui.widgets.choices.entry_list import Entry, EntryList, SearchField
from planner.gui.widgets.choices.popover import Popover
from planner.gui.widgets.display.labels import plain_label

_WIDTH = 420
_MOST_FOUND = 50


class RoleChooser(ChooserButton):
    """Chooses among the roles of a catalogue; `chosen` (role id)."""

    chosen = Signal(str)

    def __init__(
        self, icons: Icons, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, theme, parent)
        self._texts = texts
        self._graph: PromotionGraph | None = None
        self._tracks: dict[str, str] = {}
        self._role = ""
        self._present = ""
        self._target: str | None = None
        self._popover: Popover | None = None
        self._list: EntryList | None = None
        self._field: SearchField | None = None
        self._hint: QLabel | None = None
        self.clicked.connect(self.open)

    def show_role(
        self, graph: PromotionGraph, role: str, *, present: str, target: str | None
    ) -> None:
        """Name a role; those next to `present` will lead the list."""
        self._graph = graph
        self._tracks = {track.id: self._texts.pick(track.name) for track in graph.catalogue.tracks}
        self._role = role
        self._present = present
        self._target = target
        self._name()

    def retranslate(self, texts: Texts) -> None:
        """Name the role in another language."""
        self._texts = texts
        self._name()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().apply_theme(theme)
        if self._list is not None:
            self._list.apply_theme(theme)
        self._name()

    def open(self) -> None:
        """Show the list of roles with the cursor in its search field."""
        if self._graph is None:
            return
        popover = self._made()
        if self._field is not None and self._list is not None:
            self._field.clear()
            self._field.setPlaceholderText(self._texts.tr("Find a role"))
            self._field.setAccessibleName(self._texts.tr("Find a role"))
            self._list.setAccessibleName(self._texts.tr("Roles"))
            self._show_entries("")
            self._select_current(self._list)
            width = round(_WIDTH * max(1.0, self._theme.text_factor))
            popover.open_at(self, width, self._field)

    def entries(self, said: str) -> Sequence[Entry]:
        """Return the roles that fit what is said: without a word the next ones, then all others."""
        if self._graph is None:
            return ()
        catalogue = self._graph.catalogue
        if said.strip():
            roles = [
                catalogue.role(found.id)
                for found in find(said, findables(catalogue, ()), len(catalogue.roles))
                if found.kind == "role"
            ]
            return [self._entry(role, is_next=False) for role in roles[:_MOST_FOUND]]
        following: tuple[Role, ...] = ()
        if catalogue.has_role(self._present):
            following = self._graph.next_roles(self._present)
        first = [self._entry(role, is_next=True) for role in following]
        leading = {role.id for role in following}
        tracks = [track.id for track in catalogue.tracks]
        others = sorted(
            (role for role in catalogue.roles if role.id not in leading),
            key=lambda role: (tracks.index(role.track), role.rank, role.order),
        )
        return [*first, *(self._entry(role, is_next=False) for role in others)]

    def _entry(self, role: Role, *, is_next: bool) -> Entry:
        texts = self._texts
        parts = [self._tracks.get(role.track, role.track)]
        if role.id == self._present:
            parts.append(texts.tr("present role"))
        elif is_next:
            parts.append(texts.tr("next role"))
        if role.id == self._target:
            parts.append(texts.tr("target"))
        icon = "target-set" if role.id == self._target else "role"
        return Entry(
            role.id,
            texts.pick(role.name),
            texts.tr(" · ").join(parts),
            self._icons.icon(icon, "accent" if is_next else "text-quiet"),
        )

    def _made(self) -> Popover:
        if self._popover is None:
            self._popover = Popover(self.window())
            self._list = EntryList(self._theme)
            self._field = SearchField(self._list)
            self._hint = plain_label(tone="quiet", wraps=True)
            self._popover.contents.addWidget(self._field)
            self._popover.contents.addWidget(self._hint)
            self._popover.contents.addWidget(self._list)
            self._field.textChanged.connect(self._on_said)
            self._list.chosen.connect(self._on_chosen)
        return self._popover

    def _select_current(self, shown: EntryList) -> None:
        things = [entry.thing for entry in shown.entries()]
        if self._role in things:
            shown.setCurrentIndex(shown.model().index(things.index(self._role), 0))

    def _on_said(self, said: str) -> None:
        self._show_entries(said)
        if self._popover is not None:
            self._popover.place()

    def _show_entries(self, said: str) -> None:
        """List what fits, or say that nothing does."""
        if self._list is None or self._hint is None:
            return
        entries = self.entries(said)
        self._list.show_entries(entries)
        self._list.setVisible(bool(entries))
        self._hint.setVisible(not entries)
        self._hint.setText(
            self._texts.tr("No role has this name. Try a part of it, in either language.")
        )

    def _on_chosen(self, role: object) -> None:
        if self._popover is not None:
            self._popover.dismiss()
        self.chosen.emit(str(role))

    def words(self, role: str) -> str:
        """Return what the button says of a role's name, empty for none."""
        return self._texts.tr("to {role}", role=role) if role else self._texts.tr("Choose a role")

    def spoken(self, words: str) -> str:
        """Return what is read aloud of the button."""
        return self._texts.tr("Role to compare with: {role}", role=self._named() or words)

    def _named(self) -> str:
        if self._graph is None or not self._graph.catalogue.has_role(self._role):
            return ""
        return self._texts.pick(self._graph.catalogue.role(self._role).name)

    def _name(self) -> None:
        words = self.words(self._named())
        self.name(words, self.spoken(words))
