"""Chooses one of two roles that are compared; the button bears the role's name alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.choices.role_chooser import RoleChooser


class CompareChooser(RoleChooser):
    """A role chooser for the first or the second side."""

    def __init__(
        self,
        icons: Icons,
        texts: Texts,
        theme: Theme,
        *,
        is_first: bool,
        parent: QWidget | None = None,
    ) -> None:
        self._is_first = is_first
        self._room = 0
        super().__init__(icons, texts, theme, parent)

    def fit(self, width: int) -> None:
        """Take no more than a width: a longer name wraps."""
        if width != self._room:
            self._room = width
            self.updateGeometry()

    def words(self, role: str) -> str:
        """Return what the button says."""
        return role or self._texts.tr("Choose a role")

    def spoken(self, words: str) -> str:
        """Return what is read aloud of the button."""
        if self._is_first:
            return self._texts.tr("First role: {role}", role=words)
        return self._texts.tr("Second role: {role}", role=words)

    def most_width(self) -> int:
        """Return the width at which the name wraps."""
        return min(super().most_width(), self._room) if self._room else super().most_width()
