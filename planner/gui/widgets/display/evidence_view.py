"""Evidence as it is shown: its words, and a way to open it, or that it has gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.skills.evidence import Evidence, EvidenceKind
from planner.core.text import Texts
from planner.files.evidence_files import FileState
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.widgets.display.labels import breakable, plain_label

_SIGN = 14


class EvidenceView(QWidget):
    """Shows one piece of evidence; nothing opens but on a press of its button."""

    def __init__(
        self,
        evidence: Evidence,
        door: EvidenceDoor,
        icons: Icons,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self._door = door
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = breakable(texts.tr("Evidence: {evidence}", evidence=evidence.words))
        column.addWidget(plain_label(words, size="small", tone="quiet", wraps=True))
        self.button: QPushButton | None = None
        if door.state(evidence) is FileState.GONE:
            _add_gone(column, icons, texts)
        elif evidence.kind is not EvidenceKind.TEXT:
            self.button = self._button(icons, texts)
            column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _button(self, icons: Icons, texts: Texts) -> QPushButton:
        is_link = self._evidence.kind is EvidenceKind.LINK
        button = QPushButton(texts.tr("Open the link") if is_link else texts.tr("Open the file"))
        button.setProperty("kind", "link")
        button.setIcon(icons.icon("link" if is_link else "file", "accent"))
        button.setToolTip(self._evidence.target)
        button.setAccessibleName(texts.tr("Open {what}", what=self._evidence.words))
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        self._door.open(self._evidence)


def _add_gone(column: QVBoxLayout, icons: Icons, texts: Texts) -> None:
    row = QHBoxLayout()
    row.setSpacing(4)
    column.addLayout(row)
    sign = plain_label()
    sign.setPixmap(icons.icon("warning", "warning").pixmap(_SIGN, _SIGN))
    row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
    words = texts.tr("gone: not on this computer")
    row.addWidget(plain_label(words, size="small", tone="warning", wraps=True), 1)
