"""The switch between agreed, manager and self: whose ratings count."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.core.gaps import Basis
from planner.core.text import Texts
from planner.gui.theme import Theme
from planner.gui.widgets.choices.segments import Segments


class BasisSwitch(Segments):
    """Three buttons of which one is down; `chosen` (Basis)."""

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tuple(Basis), theme, parent)
        self.retranslate(texts)

    def show_basis(self, basis: Basis) -> None:
        """Put a button down."""
        self.show_key(basis)

    def retranslate(self, texts: Texts) -> None:
        """Word the buttons in another language."""
        words = {
            Basis.AGREED: (
                texts.tr("Agreed"),
                texts.tr("Agreed ratings count; else the manager's, else the person's own"),
            ),
            Basis.MANAGER: (texts.tr("Manager"), texts.tr("The manager's ratings alone count")),
            Basis.SELF: (texts.tr("Self"), texts.tr("The person's own ratings alone count")),
        }
        for basis, (name, more) in words.items():
            self.say(basis, name, more, texts.tr("Basis: {name}", name=name))
