"""The field for evidence: a text, a link or a path, with a button that chooses a file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.widgets.inputs.line_edit import LineEdit


class EvidenceField(QWidget):
    """A line to write in; what is chosen with the button replaces what stood there."""

    def __init__(
        self, door: EvidenceDoor, icons: Icons, longest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._icons = icons
        self._texts: Texts | None = None
        self.line = LineEdit()
        self.line.setMaxLength(longest)
        self.button = QToolButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Return what is written."""
        return self.line.text()

    def setText(self, text: str) -> None:
        """Write something."""
        self.line.setText(text)

    def retranslate(self, texts: Texts) -> None:
        """Word the field in another language."""
        self._texts = texts
        self.line.setAccessibleName(texts.tr("Evidence"))
        self.line.setPlaceholderText(texts.tr("a text, a link or a file"))
        self.button.setAccessibleName(texts.tr("Choose a file…"))
        self.button.setToolTip(texts.tr("Choose a file…"))
        self.dress()

    def dress(self) -> None:
        """Take the icon in the colours of the theme."""
        self.button.setIcon(self._icons.icon("file"))

    def _choose(self) -> None:
        if self._texts is None:
            return
        chosen = self._door.choose_file(self, self._texts)
        if chosen:
            self.line.setText(chosen)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
