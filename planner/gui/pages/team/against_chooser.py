"""Chooses what a team is compared with: each one's present role, or one role for all."""

from __future__ import annotations

from collections.abc import Sequence

from planner.core.graph import PromotionGraph
from planner.core.searching import has_words, words_of
from planner.gui.widgets.choices.entry_list import Entry
from planner.gui.widgets.choices.role_chooser import RoleChooser

PRESENT = ""


class AgainstChooser(RoleChooser):
    """A role chooser that offers the present roles first; `chosen` (role id, empty for those)."""

    def show_against(self, graph: PromotionGraph, role: str) -> None:
        """Name what is compared with."""
        self.show_role(graph, role, present="", target=None)

    def entries(self, said: str) -> Sequence[Entry]:
        """Return the roles that fit what is said, the present ones first."""
        roles = list(super().entries(said))
        words = self._texts.tr("Each one's present role")
        if has_words(words, words_of(said)):
            icon = self._icons.icon("people", "accent")
            roles.insert(0, Entry(PRESENT, words, "", icon))
        return roles

    def words(self, role: str) -> str:
        """Return what the button says."""
        if not role:
            return self._texts.tr("Against: present role")
        return self._texts.tr("Against: {role}", role=role)

    def spoken(self, words: str) -> str:
        """Return what is read aloud of the button."""
        return self._texts.tr("Compare the team: {words}", words=words)
