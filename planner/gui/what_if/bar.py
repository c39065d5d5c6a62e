"""The bar below the header that says on every page what is imagined, and that it is not real."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.gui.window.header import Chip
from planner.gui.workspace import Workspace

_CHIP_SHARE = 0.5


class WhatIfBar(QFrame):
    """Shown while something is imagined; its chip's cross drops it, its button opens the panel."""

    panel_requested = Signal()
    dropped = Signal()

    def __init__(
        self, workspace: Workspace, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("what-if")
        self._workspace = workspace
        self._icons = icons
        self.chip = Chip("what-if", "warning", icons, theme)
        self.chip.setProperty("tone", "warning")
        self.words = plain_label(tone="warning", wraps=True)
        self.change = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 5, 16, 5)
        row.setSpacing(12)
        row.addWidget(self.chip)
        row.addWidget(self.words, 1)
        row.addWidget(self.change)
        self.chip.removed.connect(self.dropped)
        self.change.clicked.connect(self.panel_requested)
        self.hide()

    def refresh(self) -> None:
        """Say what is imagined now, or hide."""
        what_if, catalogue = self._workspace.what_if, self._workspace.catalogue
        self.setVisible(what_if is not None and catalogue is not None)
        if what_if is None or catalogue is None:
            return
        # Imported here: no start of the window imagines anything.
        from planner.report.what_if_words import not_real_words, what_if_words

        texts = self._workspace.texts
        said = what_if_words(what_if, catalogue, texts)
        self.chip.say(said, texts.tr("Drop what is imagined"))
        self.chip.setToolTip(said)
        self.words.setText(not_real_words(texts))
        self.change.setText(texts.tr("Change or keep…"))
        self.change.setToolTip(texts.tr("Change, keep or drop what is imagined (Ctrl+Shift+W)"))
        self.setAccessibleName(said)
        self._fit()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self.chip.apply_theme(theme)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the chip sooner in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.chip.fit(max(120, round(self.width() * _CHIP_SHARE)))
